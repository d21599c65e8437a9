"""The two-stage generator's draft: a small coloured picture from a shrunken line and hint cells.

Lee & Lee 2020, sections 3.3, 3.4 and 4.1. The content and the line loss pass gradients through
their frozen networks to the draft, as the paper's equations ask; the authors' trainer computes them
with gradients disabled, where they train nothing. The paper's four variants are the options
``line_weight`` and ``equalize_share``. Read top to bottom: options, the generator's turn, the
discriminator's turn, the method.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.draft_discriminator import DraftDiscriminator, DraftDiscriminatorConfig
from models.networks.two_stage.network import (
    DRAFT_FACTOR,
    DRAFT_INPUTS,
    BicubicShrink,
    StageConfig,
    StageUNet,
)
from training.data.hints.recipe_hints import StageHints
from training.data.items.picture_items import PictureItems
from training.data.lines.recipe_lines import FaintLines
from training.feature_weights import FeatureChoice
from training.methods.batches import Batch, shown, signed
from training.methods.carried_colors import Start
from training.methods.companion_method import CompanionMethod, load_companion
from training.methods.losses import content_loss, opinion_loss
from training.methods.method import BuildItem, Cast
from training.methods.players import Handed, Turn, Unseen, looked_through
from training.methods.two_stage.start import carrying_colors
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOptions:
    """Losses and data of a draft training; the defaults are the paper's.

    start            drawn: first weights as the authors' trainer has them, torch's own; carried:
                     hint colours carried through (training.methods.carried_colors).
    pixel_weight     of the absolute error of the draft.
    adversarial      of the discriminator's opinion; 0.05 in the paper, 0.01 in the code; 0: none.
    content_weight   of the mean squared error of feature maps; 0: none.
    content          feature network of the content loss.
    line_weight      of the difference of the lines that the line detection model finds; 0: none.
    line_detection   weights of that model, relative to the working directory.
    equalize_share   chance of lines with an equalized histogram; 0: never.
    lighten          make lines fainter by a random factor of 0.7 to 1.
    hint_rule        how many hints: the paper's 0 to 128, or as many as its code draws
                     (training.data.hints.paper_hints).
    dense_share      chance of many more hints (training.data.hints.recipe_hints).
    artist_share     chance of an artist's dabs and strokes in the place of such hints.
    redraw_share     chance of colours drawn anew.
    discriminator_blocks, discriminator_width   its form: without blocks as in the paper's figure.
    views            views and their line art.
    """

    start: Start = "drawn"
    pixel_weight: float = 1.0
    adversarial: float = 0.05
    content_weight: float = 0.1
    content: FeatureChoice = field(default_factory=FeatureChoice)
    line_weight: float = 1.0
    line_detection: str = ""
    equalize_share: float = 0.5
    lighten: bool = True
    hint_rule: Literal["code", "paper"] = "paper"
    dense_share: float = 0.0
    artist_share: float = 0.0
    redraw_share: float = 0.0
    discriminator_blocks: bool = False
    discriminator_width: int = 32
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        for name in ("pixel_weight", "adversarial", "content_weight", "line_weight"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must be at least 0; got {getattr(self, name):g}")
        for name in ("equalize_share", "dense_share", "redraw_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a chance, 0 to 1; got {getattr(self, name):g}")
        if self.discriminator_width < 4 or self.discriminator_width % 4:
            raise ValueError(
                f"discriminator_width must be a multiple of 4; got {self.discriminator_width}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """The networks that a draft is seen by; None: that loss is not wanted."""

    discriminator: DraftDiscriminator | None = None
    content: nn.Module | None = None
    lines: nn.Module | None = None


class DraftObjective(nn.Module):
    """The draft's turn: near the shrunken picture, in colour, content, line and credibility."""

    def __init__(
        self,
        network: StageUNet,
        judges: Judges,
        options: DraftOptions,
        *,
        half: bool,
        handed: Handed | None = None,
    ) -> None:
        super().__init__()
        self.network = network
        self.judges = judges
        self.discriminator = None if judges.discriminator is None else Unseen(judges.discriminator)
        self.content = None if judges.content is None else Unseen(judges.content)
        self.lines = None if judges.lines is None else Unseen(judges.lines)
        self.options = options
        self.in_bfloat16 = half
        self.handed = handed or Handed()
        self.shrink = BicubicShrink(DRAFT_FACTOR)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``pixel``, ``content``, ``line``, ``adversarial`` as far as wanted, and ``total``."""
        line, real = self.shrink(signed(batch["line"])), small_picture(batch)
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            draft = self.network(torch.cat([line, batch["hints"]], dim=1))
            self.handed.give(draft.float())
            return self._losses(draft, real)

    def _losses(self, draft: Tensor, real: Tensor) -> dict[str, Tensor]:
        options = self.options
        losses = {"pixel": functional.l1_loss(draft.float(), real)}
        total = options.pixel_weight * losses["pixel"]
        if self.content is not None:
            with torch.no_grad():
                wanted = self.content()(real)
            losses["content"] = content_loss(self.content()(draft), wanted)
            total = total + options.content_weight * losses["content"]
        if self.lines is not None:
            losses["line"] = line_loss(self.lines(), draft, real)
            total = total + options.line_weight * losses["line"]
        if self.discriminator is not None:
            with looked_through(self.discriminator()) as discriminator:
                assert isinstance(discriminator, DraftDiscriminator)
                losses["adversarial"] = opinion_loss(discriminator.logits(draft), real=True)
            total = total + options.adversarial * losses["adversarial"]
        return {**losses, "total": total}


class DraftJudgeObjective(nn.Module):
    """The discriminator's turn: shrunken pictures are real, the draft just painted is not."""

    def __init__(self, discriminator: DraftDiscriminator, handed: Handed, *, half: bool) -> None:
        super().__init__()
        self.discriminator = discriminator
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``real``, ``fake`` and ``total``."""
        picture, draft = small_picture(batch), self.handed.take()
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            real = opinion_loss(self.discriminator.logits(picture), real=True)
            fake = opinion_loss(self.discriminator.logits(draft), real=False)
        return {"real": real, "fake": fake, "total": real + fake}


def small_picture(batch: Batch) -> Tensor:
    """The batch's pictures at the draft's size by area, (B, 3, S/4, S/4) in [-1, 1]."""
    return functional.avg_pool2d(signed(batch["rgb"]), DRAFT_FACTOR)


def line_loss(lines: nn.Module, draft: Tensor, real: Tensor) -> Tensor:
    """Absolute difference of the lines found in picture and draft; gradients reach the draft."""
    with torch.no_grad():
        wanted = lines(real)
    return functional.l1_loss(lines(draft).float(), wanted.float())


class DraftMethod(CompanionMethod):
    """Trains the draft stage, and its discriminator."""

    Options = DraftOptions
    Configuration = StageConfig
    family = "two_stage"
    makes = "draft stage"
    options: DraftOptions
    configuration: StageConfig

    def check(self) -> None:
        """Size and the name of the line detection model's weights must fit."""
        side = self.recipe.data.side
        if side % (16 * DRAFT_FACTOR):
            raise ValueError(
                f"data.side must be a multiple of {16 * DRAFT_FACTOR}, the draft has a quarter of "
                f"it and halves that four times; got {side}"
            )
        if self.options.line_weight and not self.options.line_detection:
            raise ValueError(
                "line_detection names no file: train the recipe line_detection or "
                "line_detection_lite and name its weights under line_detection in [options], or "
                "set line_weight = 0"
            )

    def cast(self) -> Cast:
        """The draft stage, its discriminator, and the trained networks that it is seen by."""
        options, half = self.options, self.in_bfloat16
        network = StageUNet(self.configuration, inputs=DRAFT_INPUTS)
        if options.start == "carried":
            carrying_colors(network, masked=True)
        discriminator = None
        if options.adversarial:
            discriminator = DraftDiscriminator(
                DraftDiscriminatorConfig(
                    blocks=options.discriminator_blocks,
                    width=options.discriminator_width,
                    side=self.recipe.data.side // DRAFT_FACTOR,
                )
            )
        content = options.content.build() if options.content_weight else None
        lines = None
        if options.line_weight:
            lines, _ = load_companion(
                options.line_detection,
                network="two_stage/line-detection",
                recipes=("line_detection", "line_detection_lite"),
            )
        judges = Judges(discriminator=discriminator, content=content, lines=lines)
        handed = Handed()
        painter = DraftObjective(network, judges, options, half=half, handed=handed)
        turns = [Turn(name="draft", objective=painter)]
        if discriminator is not None:
            judge = DraftJudgeObjective(discriminator, handed, half=half)
            turns.append(Turn(name="discriminator", objective=judge))
        seen_by = {"content": content, "lines": lines}
        return Cast(
            network=network,
            turns=tuple(turns),
            companions={name: each for name, each in seen_by.items() if each is not None},
        )

    def item_builder(self) -> BuildItem:
        """Full-size views; hints at the draft's size."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=FaintLines(
                draw=options.views.draw_lines(),
                equalize_share=options.equalize_share,
                lighten=options.lighten,
            ),
            hints=StageHints(
                rule=options.hint_rule,
                cell=DRAFT_FACTOR,
                dense_share=options.dense_share,
                artist_share=options.artist_share,
            ),
            hint_cell=DRAFT_FACTOR,
            redraw_share=options.redraw_share,
        )

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Shrunken line, hints, draft and shrunken picture."""
        shrink = BicubicShrink(DRAFT_FACTOR).to(batch["line"].device)
        line = shrink(signed(batch["line"]))
        return {
            "line": shown(line),
            "hints": shown(batch["hints"][:, :3]),
            "painted": shown(network(torch.cat([line, batch["hints"]], dim=1))),
            "truth": shown(small_picture(batch)),
        }
