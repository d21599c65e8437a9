"""AlacGAN: content loss and a Wasserstein critic that sees local features of the line art.

Ci, Ma, Wang, Li, Luo 2018, sections 3.3 and 3.4. Read top to bottom: options, losses, the critic's
turn, the generator's turn, the method.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.alacgan.critic import AlacGanCritic, AlacGanCriticConfig
from models.networks.alacgan.network import HINT_CELL, AlacGan, AlacGanConfig
from models.networks.features import MissingWeightsError
from training.bundled import find_weights
from training.data.hints.recipe_hints import CellHints
from training.data.items.picture_items import PictureItems
from training.feature_weights import FeatureChoice, give_weights
from training.methods.alacgan.start import carrying_hints
from training.methods.batches import Arrays, Batch, partly_hinted, shown, signed
from training.methods.carried_colors import Start
from training.methods.generator_method import GeneratorMethod
from training.methods.losses import content_loss
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn, Unseen, frozen, looked_through
from training.methods.views import ViewOptions

PenaltyNorm = Literal["sample", "channel"]
SMALLEST_SIDE = 64
"""The critic takes this side, or two, four, eight ... times as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlacGanOptions:
    """Losses and data of an AlacGAN training; the defaults are the paper's and its code's.

    start             drawn: first weights as the authors' trainer has them, torch's own; carried:
                      hint colours carried through (training.methods.carried_colors).
    local_features    weights of the local features network, relative to the working directory.
    content           feature network of the content loss, the mean squared error of its maps.
    content_weight    0: none.
    pixel_weight      of the absolute error of the picture, 0 in the paper.
    adversarial       weight of the critic's score for the generator.
    gradient_penalty  weight of (norm - 1)² of the critic's gradient.
    penalty_norm      sample: one norm for each picture (WGAN-GP); channel: one for each pixel over
                      its channels, as the authors' code has it.
    drift             weight of the squared mean score of real pictures.
    critic_width      base width of the critic; a multiple of 16.
    critic_rate       its learning rate relative to the recipe's.
    hinted_share      share of each batch that has hints.
    hint_rule         alacgan: colours slightly misplaced, as published; ye: exact ones.
    hint_spread       of the hints' threshold; some 0.8 of it is the mean share of hinted cells.
    hint_spread_most  if above it, each view has a spread of its own between the two.
    artist_share      chance of an artist's dabs and strokes in the place of such hints.
    redraw_share      chance of colours drawn anew; those pictures go to the hinted share.
    views             views and their line art.
    """

    start: Start = "drawn"
    local_features: str = ""
    content: FeatureChoice = field(default_factory=FeatureChoice)
    content_weight: float = 1.0
    pixel_weight: float = 0.0
    adversarial: float = 1e-4
    gradient_penalty: float = 10.0
    penalty_norm: PenaltyNorm = "sample"
    drift: float = 1e-3
    critic_width: int = 64
    critic_rate: float = 1.0
    hinted_share: float = 0.5
    hint_rule: Literal["alacgan", "ye"] = "alacgan"
    hint_spread: float = 0.005
    hint_spread_most: float = 0.0
    artist_share: float = 0.0
    redraw_share: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if self.content_weight <= 0 and self.pixel_weight <= 0:
            raise ValueError("nothing to paint by; set content_weight or pixel_weight above 0")
        if self.critic_width < 16 or self.critic_width % 16:
            raise ValueError(f"critic_width must be a multiple of 16; got {self.critic_width}")
        if self.critic_rate <= 0:
            raise ValueError(f"critic_rate must be above 0; got {self.critic_rate}")
        if not 0 <= self.hinted_share <= 1:
            raise ValueError(f"hinted_share is a share, 0 to 1; got {self.hinted_share}")


def drift_loss(real_scores: Tensor) -> Tensor:
    """Square of the batch's mean score, as the authors' code has it."""
    return real_scores.mean().square()


def gradient_penalty(
    critic: nn.Module, real: Tensor, fake: Tensor, local: Tensor | None, *, norm: PenaltyNorm
) -> Tensor:
    """(norm of the critic's gradient - 1)² at random points between real and fake, mean.

    One point for each picture: a·real + (1-a)·fake, a ~ U(0, 1). Gulrajani et al. 2017.
    """
    share = torch.rand(len(real), 1, 1, 1, device=real.device, dtype=real.dtype)
    between = (share * real + (1 - share) * fake).detach().requires_grad_(True)
    score = critic(between, local).sum()
    (gradient,) = torch.autograd.grad(score, between, create_graph=True)
    squares = gradient.square()
    # The root has no derivative at 0.
    squares = squares.sum(dim=1) if norm == "channel" else squares.flatten(1).sum(dim=1)
    return ((squares + 1e-12).sqrt() - 1).square().mean()


class CriticObjective(nn.Module):
    """The critic's turn: real pictures up, generated ones down, its slope about 1."""

    def __init__(
        self, critic: AlacGanCritic, painter: AlacGan, options: AlacGanOptions, *, half: bool
    ) -> None:
        super().__init__()
        self.critic = critic
        self.painter = Unseen(painter)
        self.options = options
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``distance`` (real above fake), ``drift``, ``penalty`` and ``total``."""
        options = self.options
        line, real = signed(batch["line"]), signed(batch["rgb"])
        place = line.device.type
        with torch.no_grad(), torch.autocast(place, torch.bfloat16, enabled=self.in_bfloat16):
            painter = self.painter()
            assert isinstance(painter, AlacGan)
            local = painter.local(line)
            local = None if local is None else local.float()
            fake = painter.generator(line, batch["hints"], local).float()
        with torch.autocast(place, torch.bfloat16, enabled=self.in_bfloat16):
            real_scores = self.critic(real, local).float()
            fake_scores = self.critic(fake, local).float()
        losses = {
            "distance": real_scores.mean() - fake_scores.mean(),
            "drift": drift_loss(real_scores),
        }
        total = options.drift * losses["drift"] - losses["distance"]
        if options.gradient_penalty:
            losses["penalty"] = gradient_penalty(
                self.critic, real, fake, local, norm=options.penalty_norm
            )
            total = total + options.gradient_penalty * losses["penalty"]
        return {**losses, "total": total}


class GeneratorObjective(nn.Module):
    """The generator's turn: the content of the true picture, and the critic's good opinion."""

    def __init__(
        self,
        network: AlacGan,
        critic: AlacGanCritic | None,
        content: nn.Module | None,
        options: AlacGanOptions,
        *,
        half: bool,
    ) -> None:
        super().__init__()
        self.network = network
        self.critic = Unseen(critic) if critic is not None else None
        self.content = Unseen(content) if content is not None else None
        self.options = options
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``content``, ``pixel``, ``score`` and ``total``."""
        line, real = signed(batch["line"]), signed(batch["rgb"])
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            return self._losses(line, real, batch["hints"])

    def _losses(self, line: Tensor, real: Tensor, hints: Tensor) -> dict[str, Tensor]:
        options = self.options
        local = self.network.local(line)
        fake = self.network.generator(line, hints, local)
        losses = {"pixel": functional.l1_loss(fake.float(), real)}
        total = options.pixel_weight * losses["pixel"]
        if self.content is not None:
            network = self.content()
            with torch.no_grad():
                wanted = network(real)
            losses["content"] = content_loss(network(fake), wanted)
            total = total + options.content_weight * losses["content"]
        if self.critic is not None:
            with looked_through(self.critic()) as critic:
                scores = critic(fake, local).float()
            losses["score"] = scores.mean()
            total = total - options.adversarial * losses["score"]
        return {**losses, "total": total}


class AlacGanMethod(GeneratorMethod[AlacGan]):
    """Training of AlacGAN: each step a critic's turn and a generator's, on different batches."""

    Options = AlacGanOptions
    Configuration = AlacGanConfig
    family = "alacgan"
    options: AlacGanOptions
    configuration: AlacGanConfig

    def check(self) -> None:
        """Size and the name of the local features' weights, if it looks at any, must fit."""
        side = self.recipe.data.side
        if self.options.adversarial and _joint_halvings(side) is None:
            raise ValueError(
                f"data.side must be 64 times a power of two for the critic (128, 256, 512); got "
                f"{side}; or set adversarial = 0"
            )
        if self.configuration.local and not self.options.local_features:
            is_paper = self.configuration.local_width == 64
            recipe = "local_features" if is_paper else "local_features_lite"
            raise ValueError(
                f"local_features names no file: train and export the recipe {recipe}, then "
                f"name its weights under local_features in [options]"
            )

    def cast(self) -> Cast:
        """Generator, critic, and the trained networks that both lean on."""
        options, half = self.options, self.in_bfloat16
        network = self.generator()
        self._fill_local_features(network)
        if options.start == "carried":
            carrying_hints(network.generator)
        halvings = _joint_halvings(self.recipe.data.side)
        critic = None
        if options.adversarial and halvings is not None:
            critic = AlacGanCritic(
                AlacGanCriticConfig(
                    width=options.critic_width,
                    local_channels=self.configuration.local_channels,
                    joint_halvings=halvings,
                )
            )
        content = options.content.build() if options.content_weight > 0 else None
        painter = GeneratorObjective(network, critic, content, options, half=half)
        turns = [Turn(name="generator", objective=painter, own_batch=True)]
        if critic is not None:
            judge = CriticObjective(critic, network, options, half=half)
            turns.insert(0, Turn(name="critic", objective=judge, rate=options.critic_rate))
        return Cast(
            network=network,
            turns=tuple(turns),
            companions={} if content is None else {"content": content},
        )

    def _fill_local_features(self, network: AlacGan) -> None:
        if network.local_features is None:
            return
        try:
            give_weights(network.local_features, file=find_weights(self.options.local_features))
        except MissingWeightsError as error:
            raise MissingWeightsError(
                f"{error}. AlacGAN's local features come from the recipe local_features (width 64) "
                f"or local_features_lite (width 32); this one is {self.configuration.local_width} "
                f"wide"
            ) from error
        frozen(network.local_features)

    def item_builder(self) -> BuildItem:
        """Views with hints at a quarter of their size."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            hints=CellHints(
                rule=options.hint_rule,
                cell=HINT_CELL,
                spread=options.hint_spread,
                most=options.hint_spread_most,
                artist_share=options.artist_share,
            ),
            hint_cell=HINT_CELL,
            redraw_share=options.redraw_share,
        )

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """A batch whose second half has no hints."""
        return partly_hinted(items, share=self.options.hinted_share)

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, hints, painting, truth; hinted pictures and others in turn."""
        count = len(batch["line"])
        order = torch.arange(count).view(2, -1).T.flatten() if count % 2 == 0 else slice(None)
        line, hints = signed(batch["line"])[order][:6], batch["hints"][order][:6]
        return {
            "line": shown(line),
            "hints": shown(hints[:, :3]),
            "painted": shown(network(line, hints)),
            "truth": shown(signed(batch["rgb"])[order][:6]),
        }


def _joint_halvings(side: int) -> int | None:
    """Halvings of the critic behind the local features for pictures of a side; None: none fit."""
    times, rest = divmod(side, SMALLEST_SIDE)
    return times.bit_length() - 1 if rest == 0 and times.bit_count() == 1 else None
