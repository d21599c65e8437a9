"""Line detection model: line art from a coloured picture, for the draft's line loss.

Lee & Lee 2020, section 3.3 and figure 6: L1 to the extracted line. With true ink as its target it
is also an extractor of line art (training.data.lines.extractors, ``learned``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.two_stage.network import (
    BicubicShrink,
    LineDetectionConfig,
    LineDetectionModel,
)
from training.data.items.picture_items import PictureItems
from training.data.lines.extractors import TWO_STAGE_MIX
from training.methods.batches import Batch, shown, signed
from training.methods.companion_method import CompanionMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDetectionOptions:
    """What the model learns to find.

    shrink views and their lines are drawn so many times larger than the model sees them: lines of
           a full-size picture, shrunk with it, are what drafts are made of. 4 in the paper.
    views  views, and the line art that is its target: the paper's extractors if none are named.
    """

    shrink: int = 1

    views: ViewOptions = field(
        default_factory=lambda: ViewOptions(lines=dict(TWO_STAGE_MIX.chances))
    )

    def __post_init__(self) -> None:
        if self.shrink < 1:
            raise ValueError(f"shrink must be at least 1; got {self.shrink}")


class LineDetectionObjective(nn.Module):
    """Absolute difference between the model's line and the extracted one, both in [-1, 1]."""

    def __init__(self, network: LineDetectionModel, *, shrink: int, half: bool) -> None:
        super().__init__()
        self.network = network
        self.shrink = shrink
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``total``: the mean difference."""
        picture, line = shrunk(batch, self.shrink)
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            found = self.network(picture)
        return {"total": functional.l1_loss(found.float(), line)}


def shrunk(batch: Batch, by: int) -> tuple[Tensor, Tensor]:
    """Pictures by area and lines bicubic, as drafts see them, in [-1, 1], ``by`` times smaller."""
    picture, line = signed(batch["rgb"]), signed(batch["line"])
    if by == 1:
        return picture, line
    return functional.avg_pool2d(picture, by), BicubicShrink(by).to(line.device)(line)


class LineDetectionMethod(CompanionMethod):
    """Trains the line detection model."""

    Options = LineDetectionOptions
    Configuration = LineDetectionConfig
    family = "two_stage"
    makes = "line detection model"
    options: LineDetectionOptions
    configuration: LineDetectionConfig

    def check(self) -> None:
        """The size must fit."""
        side, levels = self.recipe.data.side, self.configuration.levels
        least = 2**levels * self.options.shrink
        if side % least:
            raise ValueError(
                f"data.side must be a multiple of {least}, the model halves {levels} times; "
                f"got {side}"
            )

    def cast(self) -> Cast:
        """The model alone."""
        network = LineDetectionModel(self.configuration)
        objective = LineDetectionObjective(
            network, shrink=self.options.shrink, half=self.in_bfloat16
        )
        return Cast(network=network, turns=(Turn(name="line", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with their line art."""
        views = self.options.views
        if not views.lines:
            views = replace(views, lines=dict(TWO_STAGE_MIX.chances))
        return PictureItems(view=views.style(self.recipe.data), lines=views.draw_lines())

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Picture, found line, extracted line."""
        picture, line = shrunk(batch, self.options.shrink)
        return {"picture": shown(picture), "painted": shown(network(picture)), "truth": shown(line)}
