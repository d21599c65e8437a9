"""The two-stage generator's draft: a small coloured picture from a shrunken line and hint cells.

Lee & Lee 2020, sections 3.3, 3.4 and 4.1. The content and the line loss pass gradients through
their frozen networks to the draft, as the paper's equations ask; the authors' trainer computes them
with gradients disabled, where they train nothing. The paper's four variants are the options
``line_weight`` and ``equalize_share``. Read top to bottom: options, the generator's turn, the
discriminator's turn, the method.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.draft_discriminator import DraftDiscriminator, DraftDiscriminatorConfig
from models.networks.features import MissingWeightsError
from models.networks.two_stage.network import (
    DRAFT_FACTOR,
    DRAFT_INPUTS,
    BicubicShrink,
    StageConfig,
    StageUNet,
)
from models.networks.weights_file import load_network
from training.bundled import find_weights
from training.data.hints.recipe_hints import StageHints
from training.data.items.picture_items import PictureItems
from training.data.lines.recipe_lines import FaintLines
from training.export.graphs import Precision
from training.feature_weights import FeatureChoice
from training.methods.alacgan.method import content_loss
from training.methods.companion_file import write_companion
from training.methods.forms import configured
from training.methods.method import Batch, BuildItem, Method, Turn, Unseen
from training.methods.opponents import Handed, looked_through
from training.methods.planes import shown, signed
from training.methods.starting_weights import carrying_colours
from training.methods.views import ViewOptions
from training.recipe import Recipe, read_options


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOptions:
    """Losses and data of a draft training; the defaults are the paper's.

    pixel_weight     of the absolute error of the draft.
    adversarial      of the discriminator's opinion; 0.05 in the paper, 0.01 in the code; 0: none.
    content_weight   of the mean squared error of feature maps; 0: none.
    content          feature network of the content loss.
    line_weight      of the difference of the lines that the line detection model finds; 0: none.
    line_detection   weights of that model, relative to the working directory.
    equalize_share   chance of lines with an equalized histogram; 0: never.
    lighten          make lines fainter by a random factor of 0.7 to 1.
    hint_rule        how many hints: code or paper (training.data.hints.paper_hints).
    dense_share      chance of many more hints (training.data.hints.recipe_hints).
    redraw_share     chance of colours drawn anew.
    discriminator_blocks, discriminator_width   its form: without blocks as in the paper's figure.
    views            views and their line art.
    """

    pixel_weight: float = 1.0
    adversarial: float = 0.05
    content_weight: float = 0.1
    content: FeatureChoice = field(default_factory=FeatureChoice)
    line_weight: float = 1.0
    line_detection: str = ""
    equalize_share: float = 0.5
    lighten: bool = True
    hint_rule: Literal["code", "paper"] = "code"
    dense_share: float = 0.0
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


def opinion_loss(logits: Tensor, *, real: bool) -> Tensor:
    """Binary cross-entropy against real or generated, mean over the batch."""
    wanted = torch.full_like(logits, float(real), dtype=torch.float32)
    return functional.binary_cross_entropy_with_logits(logits.float(), wanted)


class DraftMethod(Method):
    """Trains the draft stage, and its discriminator."""

    Options = DraftOptions

    def __init__(
        self, network: StageUNet, judges: Judges, options: DraftOptions, *, half: bool
    ) -> None:
        self.network = network
        self.judges = judges
        handed = Handed()
        painter = DraftObjective(network, judges, options, half=half, handed=handed)
        turns = [Turn(name="draft", objective=painter)]
        if judges.discriminator is not None:
            judge = DraftJudgeObjective(judges.discriminator, handed, half=half)
            turns.append(Turn(name="discriminator", objective=judge))
        self.turns = tuple(turns)
        self.shrink = BicubicShrink(DRAFT_FACTOR)

    @classmethod
    def check(cls, recipe: Recipe) -> None:
        """Form, size, extractors and the names of weights must fit."""
        _config(recipe)
        options, side = _options(recipe), recipe.data.side
        if side % (16 * DRAFT_FACTOR):
            raise ValueError(
                f"data.side must be a multiple of {16 * DRAFT_FACTOR}, the draft has a quarter of "
                f"it and halves that four times; got {side}"
            )
        if options.line_weight and not options.line_detection:
            raise ValueError(
                "line_detection names no file: train the recipe line_detection or "
                "line_detection_lite and name its weights under line_detection in [options], or "
                "set line_weight = 0"
            )
        options.views.draw_lines()

    @classmethod
    def create(cls, recipe: Recipe) -> "DraftMethod":
        """The draft stage, its discriminator, and the trained networks that it is seen by.

        Raises MissingWeightsError naming the file of weights and the remedy.
        """
        options = _options(recipe)
        network = carrying_colours(StageUNet(_config(recipe), inputs=DRAFT_INPUTS), masked=True)
        discriminator = None
        if options.adversarial:
            discriminator = DraftDiscriminator(
                DraftDiscriminatorConfig(
                    blocks=options.discriminator_blocks,
                    width=options.discriminator_width,
                    side=recipe.data.side // DRAFT_FACTOR,
                )
            )
        judges = Judges(
            discriminator=discriminator,
            content=options.content.build() if options.content_weight else None,
            lines=_line_detection(options),
        )
        return cls(network, judges, options, half=recipe.train.precision == "bf16-mixed")

    def item_builder(self, recipe: Recipe) -> BuildItem:
        """Full-size views; hints at the draft's size."""
        options = _options(recipe)
        return PictureItems(
            view=options.views.style(recipe.data),
            lines=FaintLines(
                draw=options.views.draw_lines(),
                equalize_share=options.equalize_share,
                lighten=options.lighten,
            ),
            hints=StageHints(
                rule=options.hint_rule, cell=DRAFT_FACTOR, dense_share=options.dense_share
            ),
            hint_cell=DRAFT_FACTOR,
            redraw_share=options.redraw_share,
        )

    def companions(self) -> Mapping[str, nn.Module]:
        """The frozen networks that the draft is seen by."""
        found = {"content": self.judges.content, "lines": self.judges.lines}
        return {name: network for name, network in found.items() if network is not None}

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Shrunken line, hints, draft and shrunken picture."""
        line = self.shrink.to(batch["line"].device)(signed(batch["line"]))
        return {
            "line": shown(line),
            "hints": shown(batch["hints"][:, :3]),
            "painted": shown(network(torch.cat([line, batch["hints"]], dim=1))),
            "truth": shown(small_picture(batch)),
        }

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
        """Write the draft stage's weights with a note, for the colour stage to start from."""
        path = write_companion(
            recipe,
            folder,
            weights,
            network="two_stage",
            config=_config(recipe),
            training=training,
        )
        return f"{path}: draft stage, {recipe.form}"


def _line_detection(options: DraftOptions) -> nn.Module | None:
    if not options.line_weight:
        return None
    try:
        network, _ = load_network(
            find_weights(options.line_detection), network="two_stage/line-detection"
        )
    except MissingWeightsError as error:
        raise MissingWeightsError(
            f"{error}. Line detection models come from the recipes line_detection and "
            f"line_detection_lite"
        ) from error
    return network


def _config(recipe: Recipe) -> StageConfig:
    config = configured("two_stage", recipe.form, recipe.network)
    if not isinstance(config, StageConfig):
        raise ValueError(f"form {recipe.form!r} is no draft stage; choose draft or draft-lite")
    return config


def _options(recipe: Recipe) -> DraftOptions:
    return read_options(recipe, DraftOptions)
