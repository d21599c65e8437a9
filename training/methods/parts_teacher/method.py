"""Learn the parts of coloured pictures, where they are known, so that others can be labelled.

Read top to bottom: the loss, one step. The backbone is frozen and runs once an item; what is
trained is a head of 153 thousand parameters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import PART_COUNT, UNLABELLED, Part
from models.networks.features import MissingWeightsError
from models.networks.parts_teacher.backbone import PATCH
from models.networks.parts_teacher.network import PartsTeacherConfig, PartsTeacherHead
from training.data.items.augment import ViewStyle
from training.data.items.colored_parts import ColoredPartItems
from training.methods.batches import Batch, colored_parts, unit
from training.methods.companion_method import CompanionMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsTeacherOptions:
    """What the head is shown, and how errors weigh.

    backbone      weights file of DINOv2 small, a .npz; it is not part of this package.
    side          side in pixels at which pictures are looked at, a multiple of 14.
    small         how much more a pixel of a small part counts: eyes, mouth, brows; half as much
                  glasses and ornaments.
    recolor_share, background_share  see training.data.items.augment.ViewStyle.
    redraw_share, white_share  see training.data.items.colored_parts.ColoredPartItems.
    """

    backbone: str
    side: int = 448
    small: float = 3.0
    recolor_share: float = 0.3
    background_share: float = 0.5
    redraw_share: float = 0.35
    white_share: float = 0.15

    def __post_init__(self) -> None:
        if self.side % PATCH or self.side % 2:
            raise ValueError(f"side must be an even multiple of {PATCH}; got {self.side}")
        for name in ("recolor_share", "background_share", "redraw_share", "white_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a chance, 0 to 1; got {getattr(self, name):g}")


class Objective(nn.Module):
    """The head with its loss, as one module whose forward takes a batch."""

    def __init__(
        self, network: PartsTeacherHead, options: PartsTeacherOptions, *, half: bool
    ) -> None:
        super().__init__()
        self.network = network
        self.in_bfloat16 = half
        weights = torch.ones(PART_COUNT)
        weights[[Part.EYES, Part.MOUTH, Part.BROWS]] = options.small
        weights[[Part.GLASSES, Part.ORNAMENT]] = max(1.0, options.small / 2)
        self.weights: Tensor
        self.register_buffer("weights", weights, persistent=False)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``total``, and ``right``: the share of the figure's known pixels told right."""
        parts = batch["parts"].long()
        picture = unit(batch["picture"])
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            logits = self.network(batch["features"].float(), picture)
        logits = logits.float()
        total = functional.cross_entropy(
            logits, parts, weight=self.weights, ignore_index=UNLABELLED
        )
        with torch.no_grad():
            figure = (parts != UNLABELLED) & (parts != Part.BACKGROUND)
            right = ((logits.argmax(dim=1) == parts) & figure).sum() / figure.sum().clamp(min=1)
        return {"right": right, "total": total}


class PartsTeacherMethod(CompanionMethod):
    """Training of the head."""

    Options = PartsTeacherOptions
    Configuration = PartsTeacherConfig
    family = "parts_teacher"
    makes = "parts teacher"
    options: PartsTeacherOptions
    configuration: PartsTeacherConfig

    def cast(self) -> Cast:
        """The head alone. Raises MissingWeightsError without the backbone's weights."""
        if not Path(self.options.backbone).is_file():
            raise MissingWeightsError(
                f"{self.options.backbone}: no such file; name the weights of DINOv2 small, a "
                f".npz, under backbone in [options]"
            )
        network = PartsTeacherHead(self.configuration)
        objective = Objective(network, self.options, half=self.in_bfloat16)
        return Cast(network=network, turns=(Turn(name="parts", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Coloured views with the backbone's features and their parts."""
        options = self.options
        view = ViewStyle(
            side=options.side,
            whole_share=self.recipe.data.whole_share,
            recolor_share=options.recolor_share,
            background_share=options.background_share,
        )
        return ColoredPartItems(
            view=view,
            backbone=Path(options.backbone),
            redraw_share=options.redraw_share,
            white_share=options.white_share,
        )

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Pictures, the parts that the head tells, and the true ones."""
        picture = unit(batch["picture"][:6])
        told = network(batch["features"][:6].float(), picture).argmax(dim=1)
        return {
            "picture": picture,
            "painted": colored_parts(told),
            "truth": colored_parts(batch["parts"][:6]),
        }
