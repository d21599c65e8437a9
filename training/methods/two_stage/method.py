"""The two-stage generator's colour stage: full-size colour from line art and an enlarged draft.

Lee & Lee 2020, sections 3.5 and 4.1: the draft stage is trained before and stays as it is; its
drafts get artifacts, are enlarged by nearest neighbour, and the stage learns the picture by its
absolute error alone. Exported as one generator with the draft as its second output.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.features import MissingWeightsError
from models.networks.two_stage.network import (
    DRAFT_FACTOR,
    TwoStage,
    TwoStageConfig,
    enlarge_draft,
)
from training.data.hints.recipe_hints import StageHints
from training.data.items.picture_items import PictureItems
from training.methods.batches import Batch, shown, signed
from training.methods.carried_colors import Start
from training.methods.companion_method import load_companion
from training.methods.generator_method import GeneratorMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn, Unseen, frozen
from training.methods.two_stage.draft_artifacts import ArtifactOptions, spoil_drafts
from training.methods.two_stage.start import carrying_colors
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoStageOptions:
    """Data of a colour stage's training.

    start          drawn: first weights as the authors' trainer has them, torch's own; carried: the
                   draft's colours carried through (training.methods.carried_colors).
    draft_weights  weights of the draft stage, relative to the working directory.
    artifacts      how drafts are spoilt.
    redraw_share   chance of colours drawn anew.
    views          views and their line art.
    """

    start: Start = "drawn"
    draft_weights: str = ""
    artifacts: ArtifactOptions = field(default_factory=ArtifactOptions)
    redraw_share: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if not 0 <= self.redraw_share <= 1:
            raise ValueError(f"redraw_share is a chance, 0 to 1; got {self.redraw_share:g}")


class ColorObjective(nn.Module):
    """Absolute error of the picture that the colour stage makes of line and spoilt draft."""

    def __init__(self, network: TwoStage, artifacts: ArtifactOptions, *, half: bool) -> None:
        super().__init__()
        self.color = network.colour
        self.whole = Unseen(network)
        self.artifacts = artifacts
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``total``; ``draft``: how far the draft itself is off, which nothing here changes."""
        line, real = signed(batch["line"]), signed(batch["rgb"])
        whole = self.whole()
        assert isinstance(whole, TwoStage)
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            with torch.no_grad():
                draft = drafted(whole, line, batch["hints"]).float()
                spoilt = spoil_drafts(draft, self.artifacts)
            picture = self.color(torch.cat([line, enlarge_draft(spoilt)], dim=1))
        return {
            "draft": functional.l1_loss(draft, functional.avg_pool2d(real, DRAFT_FACTOR)),
            "total": functional.l1_loss(picture.float(), real),
        }


def drafted(network: TwoStage, line: Tensor, hints: Tensor) -> Tensor:
    """The draft of full-size lines in [-1, 1] and hints at a quarter of their size."""
    return network.draft(torch.cat([network.shrink(line), hints], dim=1))


class TwoStageMethod(GeneratorMethod[TwoStage]):
    """Trains the colour stage behind a finished draft stage."""

    Options = TwoStageOptions
    Configuration = TwoStageConfig
    family = "two_stage"
    options: TwoStageOptions
    configuration: TwoStageConfig

    def check(self) -> None:
        """Size and the name of the draft's weights must fit."""
        self.require_side()
        size = self.configuration.size
        if size % (16 * DRAFT_FACTOR):
            raise ValueError(
                f"size must be a multiple of {16 * DRAFT_FACTOR}, the draft has a quarter of it "
                f"and halves that four times; got {size}"
            )
        if not self.options.draft_weights:
            raise ValueError(
                "draft_weights names no file: train the recipe two_stage_draft or "
                "two_stage_draft_lite and name its weights under draft_weights in [options]"
            )

    def cast(self) -> Cast:
        """Both stages, the draft's with its trained weights."""
        network = self.generator()
        if self.options.start == "carried":
            carrying_colors(network.colour, masked=False)
        network.draft.load_state_dict(self._trained_draft())
        frozen(network.draft)
        objective = ColorObjective(network, self.options.artifacts, half=self.in_bfloat16)
        return Cast(
            network=network,
            turns=(Turn(name="colour", objective=objective),),
            companions={"draft": network.draft, "shrink": network.shrink},
        )

    def _trained_draft(self) -> Mapping[str, Tensor]:
        path, wanted = self.options.draft_weights, self.configuration.draft
        draft, note = load_companion(
            path, network="two_stage/draft", recipes=("two_stage_draft", "two_stage_draft_lite")
        )
        if note.config != wanted:
            raise MissingWeightsError(
                f"{path}: holds a draft stage of {note.config}, the recipe's is {wanted}; name "
                f"another file, or set draft in [network] to match"
            )
        return draft.state_dict()

    def item_builder(self) -> BuildItem:
        """Full-size views; hints at the draft's size."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            hints=StageHints(rule="colour", cell=DRAFT_FACTOR),
            hint_cell=DRAFT_FACTOR,
            redraw_share=options.redraw_share,
        )

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line, hints, draft, picture and truth."""
        assert isinstance(network, TwoStage)
        line, hints = signed(batch["line"]), batch["hints"]
        picture, draft = network(line, network.shrink(line), hints)
        return {
            "line": shown(line),
            "hints": shown(hints[:, :3]),
            "draft": shown(draft),
            "painted": shown(picture),
            "truth": shown(signed(batch["rgb"])),
        }
