"""Line detection model: line art from a coloured picture, for the draft's line loss.

Lee & Lee 2020, section 3.3 and figure 6: L1 to the extracted line. With true ink as its target it
is also an extractor of line art (training.data.lines.extractors, ``learned``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.two_stage.network import LineDetectionConfig, LineDetectionModel
from training.data.items.picture_items import PictureItems
from training.data.lines.extractors import TWO_STAGE_MIX
from training.export.graphs import Precision
from training.methods.companion_file import write_companion
from training.methods.forms import configured
from training.methods.method import Batch, BuildItem, Method, Turn
from training.methods.planes import shown, signed
from training.methods.views import ViewOptions
from training.recipe import Recipe, read_options


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


class LineDetectionMethod(Method):
    """Trains the line detection model."""

    Options = LineDetectionOptions

    def __init__(self, network: LineDetectionModel, *, half: bool) -> None:
        self.network = network
        self.turns = (Turn(name="line", objective=LineDetectionObjective(network, half=half)),)

    @classmethod
    def check(cls, recipe: Recipe) -> None:
        """Form, extractors and views must fit."""
        config = _config(recipe)
        if recipe.data.side % 2**config.levels:
            raise ValueError(
                f"data.side must be a multiple of {2**config.levels}, the model halves "
                f"{config.levels} times; got {recipe.data.side}"
            )
        _views(recipe).draw_lines()

    @classmethod
    def create(cls, recipe: Recipe) -> "LineDetectionMethod":
        """The model of the recipe's form."""
        half = recipe.train.precision == "bf16-mixed"
        return cls(LineDetectionModel(_config(recipe)), half=half)

    def item_builder(self, recipe: Recipe) -> BuildItem:
        """Views with their line art."""
        views = _views(recipe)
        return PictureItems(view=views.style(recipe.data), lines=views.draw_lines())

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Picture, found line, extracted line."""
        picture, line = signed(batch["rgb"]), signed(batch["line"])
        return {"picture": shown(picture), "painted": shown(network(picture)), "truth": shown(line)}

    @classmethod
    def export(
        cls,
        recipe: Recipe,
        *,
        weights: Mapping[str, Tensor],
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write a weights file; half precision always, for it loses nothing visible."""
        path = write_companion(
            recipe,
            folder,
            weights,
            network="two_stage",
            config=_config(recipe),
            training=training,
        )
        return f"{path}: line detection model, {recipe.form}"


def _config(recipe: Recipe) -> LineDetectionConfig:
    config = configured("two_stage", recipe.form, recipe.network)
    if not isinstance(config, LineDetectionConfig):
        raise ValueError(
            f"form {recipe.form!r} is no line detection model; choose line-detection or "
            f"line-detection-lite"
        )
    return config


def _views(recipe: Recipe) -> ViewOptions:
    options = read_options(recipe, LineDetectionOptions)
    assert isinstance(options, LineDetectionOptions)
    if options.views.lines:
        return options.views
    return replace(options.views, lines=dict(TWO_STAGE_MIX.chances))
