"""Line detection model: line art from a coloured picture, for the draft's line loss.

Lee & Lee 2020, section 3.3 and figure 6: L1 to the extracted line. With true ink as its target it
is also an extractor of line art (training.data.lines.extractors, ``learned``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.two_stage.network import LineDetectionConfig, LineDetectionModel
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

    views  views, and the line art that is its target: the paper's extractors if none are named.
    """

    views: ViewOptions = field(
        default_factory=lambda: ViewOptions(lines=dict(TWO_STAGE_MIX.chances))
    )


class LineDetectionObjective(nn.Module):
    """Absolute difference between the model's line and the extracted one, both in [-1, 1]."""

    def __init__(self, network: LineDetectionModel, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``total``: the mean difference."""
        picture, line = signed(batch["rgb"]), signed(batch["line"])
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            found = self.network(picture)
        return {"total": functional.l1_loss(found.float(), line)}


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
        if side % 2**levels:
            raise ValueError(
                f"data.side must be a multiple of {2**levels}, the model halves {levels} times; "
                f"got {side}"
            )

    def cast(self) -> Cast:
        """The model alone."""
        network = LineDetectionModel(self.configuration)
        objective = LineDetectionObjective(network, half=self.in_bfloat16)
        return Cast(network=network, turns=(Turn(name="line", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with their line art."""
        views = self.options.views
        if not views.lines:
            views = replace(views, lines=dict(TWO_STAGE_MIX.chances))
        return PictureItems(view=views.style(self.recipe.data), lines=views.draw_lines())

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Picture, found line, extracted line."""
        picture, line = signed(batch["rgb"]), signed(batch["line"])
        return {"picture": shown(picture), "painted": shown(network(picture)), "truth": shown(line)}
