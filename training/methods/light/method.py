"""Learn what a light does to a drawing, tone by tone, from line art and flats.

Read top to bottom: the loss, one step, the graph. Tones are told as probabilities: an absolute
error would be least for no shade at all, wherever its place is in doubt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.light.network import LightConfig, LightNetwork
from training.data.items.lit_items import FlatsMix, LitItems
from training.data.tones import TONE_NAMES
from training.export.graphs import Precision
from training.export.light import export_light
from training.methods.batches import Batch, unit
from training.methods.method import BuildItem, Cast, Method
from training.methods.players import Turn
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class LightOptions:
    """Weights of the loss, and what the network is not told.

    overlap    weight of 1 - the overlap (intersection over union, of probabilities) of the first
               tone with the true one, beside the cross-entropies.
    rare       how much more a pixel counts that lies in deep shade or a highlight, which few do.
    off_figure   weight of what is no figure.
    unknown, thicker   see training.data.items.lit_items.LitItems.
    flats, views   see training.data.items.lit_items.FlatsMix, training.methods.views.ViewOptions.
    """

    overlap: float = 0.5
    rare: float = 4.0
    off_figure: float = 1.0
    unknown: float = 0.15
    thicker: float = 0.4
    flats: FlatsMix = field(default_factory=FlatsMix)
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if not (0 <= self.unknown <= 1 and 0 <= self.thicker <= 1):
            raise ValueError("unknown and thicker are chances, 0 to 1")
        if min(self.overlap, self.rare, self.off_figure) < 0:
            raise ValueError("overlap, rare and off_figure are weights, 0 or more")


def losses(logits: Tensor, batch: Batch, options: LightOptions) -> dict[str, Tensor]:
    """Cross-entropy of each tone where it is known, the overlap's loss, and ``total``.

    logits (B, 4, H, W). ``iou`` is the intersection over union of the first tone, for the log.
    """
    true, known = unit(batch["tones"]), batch["known"]
    figure = unit(batch["figure"])[:, None]
    weight = (figure + (1 - figure) * options.off_figure) * known[:, :, None, None]
    rare = torch.ones(len(TONE_NAMES), device=logits.device)
    rare[1:3] = options.rare
    surprise = functional.binary_cross_entropy_with_logits(
        logits, true, pos_weight=rare[:, None, None], reduction="none"
    )
    total_weight = weight.sum(dim=(0, 2, 3)).clamp(min=1)
    by_tone = (surprise * weight).sum(dim=(0, 2, 3)) / total_weight
    chance = torch.sigmoid(logits[:, 0])
    both = (chance * true[:, 0]).sum(dim=(1, 2))
    either = (chance + true[:, 0] - chance * true[:, 0]).sum(dim=(1, 2))
    overlap = 1 - ((both + 1) / (either + 1)).mean()
    with torch.no_grad():
        told, is_dark = logits[:, 0] > 0, true[:, 0] > 0.5
        iou = (told & is_dark).sum() / (told | is_dark).sum().clamp(min=1)
    total = by_tone.sum() + options.overlap * overlap
    return {**dict(zip(TONE_NAMES, by_tone)), "overlap": overlap, "iou": iou, "total": total}


class Objective(nn.Module):
    """The network with its loss, as one module whose forward takes a batch."""

    def __init__(self, network: LightNetwork, options: LightOptions, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.options = options
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Every part of the loss and ``total``."""
        return losses(_logits(self.network, batch, half=self.in_bfloat16), batch, self.options)


def _logits(network: LightNetwork, batch: Batch, *, half: bool = False) -> Tensor:
    line = batch["line"]
    flats = unit(batch["flats"]).contiguous(memory_format=torch.channels_last)
    with torch.autocast(line.device.type, torch.bfloat16, enabled=half):
        logits: Tensor = network(line, flats, batch["light"])
    return logits.float().contiguous()


class LightMethod(Method):
    """Training of what tells the tones."""

    Options = LightOptions
    Configuration = LightConfig
    family = "light"
    makes = "light"
    options: LightOptions
    configuration: LightConfig

    def check(self) -> None:
        """Raise ValueError for views that the network cannot take, or data that is not lit."""
        side, multiple = self.recipe.data.side, self.configuration.multiple_of
        if side % multiple:
            raise ValueError(f"data.side: the network needs a multiple of {multiple}; got {side}")
        if not self.recipe.data.lit:
            raise ValueError("data.lit: set it to true, so that pictures come with their tones")

    def cast(self) -> Cast:
        """The network alone."""
        network = LightNetwork(self.configuration)
        network = network.to(memory_format=torch.channels_last)  # half the time on a CPU
        objective = Objective(network, self.options, half=self.in_bfloat16)
        return Cast(network=network, turns=(Turn(name="light", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with their lines, flats in any colours, light and tones."""
        options = self.options
        return LitItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            flats=options.flats,
            unknown=options.unknown,
            thicker=options.thicker,
        )

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, the flats under the tones that the network tells, and under the true ones."""
        assert isinstance(network, LightNetwork)
        shown = {name: tensor[:6] for name, tensor in batch.items()}
        told = torch.sigmoid(_logits(network.eval(), shown))
        line = shown["line"]
        return {
            "line": 1 - line.expand(-1, 3, -1, -1),
            "painted": _lit(told, shown),
            "truth": _lit(unit(shown["tones"]), shown),
        }

    def export(
        self,
        weights: Mapping[str, Tensor],
        *,
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the graph and its spec. Raises ExportError if it differs from torch."""
        network = LightNetwork(self.configuration)
        network.load_state_dict(dict(weights))
        return export_light(
            network, recipe=self.recipe, folder=folder, precision=precision, training=training
        )


def _lit(tones: Tensor, batch: Batch) -> Tensor:
    """Flats under tones (B, 4, H, W) with the lines over them, (B, 3, H, W) in [0, 1]."""
    flats = unit(batch["flats"])
    first, second, bright = (tones[:, place : place + 1] for place in range(3))
    dark = flats * (1 - 0.35 * first - 0.2 * second)
    return (dark + (1 - dark) * 0.5 * bright) * (1 - batch["line"])
