"""Interactive SGRU: perceptual levels, Huber, and a plain discriminator.

Ye et al. 2019, section III.C, on Liu et al. 2018, whose levels that spare the lines and nine
pictures with the best counted most are options. Read top to bottom: options, losses, the
generator's turn, the discriminator's turn, the method.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.draft_discriminator import DraftDiscriminator
from models.networks.sgru.network import HINT_CELL, SGRU_DISCRIMINATOR, Sgru, SgruConfig
from training.data.hints.recipe_hints import CellHints
from training.data.items.picture_items import PictureItems
from training.feature_weights import FeatureChoice
from training.methods.batches import Arrays, Batch, partly_hinted, shown, signed, unit
from training.methods.carried_colors import Start
from training.methods.generator_method import GeneratorMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Handed, Turn, Unseen, looked_through
from training.methods.sgru.start import carrying_points
from training.methods.views import ViewOptions

LEVELS = (0.88, 0.79, 0.63, 0.51, 0.39, 1.07)
"""Weights of the picture itself and of VGG19's conv1_2 to conv5_2 (Liu et al. 2018). Ye et al. give
none; their sum is over layers of VGG19 alone, and the picture has a Huber loss of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SgruOptions:
    """Losses and data of an SGRU training. Ye et al. give no weights: those here are ours.

    start              drawn: first weights after Kaiming; carried: points' colours carried through
                       (training.methods.carried_colors).
    perceptual         feature network of the perceptual loss.
    perceptual_weight  0: none.
    perceptual_levels  weight of the picture's own difference, then of each map's.
    spare_lines        differences on ink count less, as Liu et al. have it; Ye et al. do not.
    huber_weight, huber_delta   of the picture in [-1, 1].
    adversarial        weight of the discriminator's verdict; 0: no discriminator.
    best_share         of nine pictures, how much the best one counts; the rest is the mean.
    discriminator_width   channels of its first layer.
    hinted_share       share of each batch that may have hints.
    hint_spread        of the hints' threshold; some 0.8 of it is the mean share of hinted cells.
    hint_spread_most  if above it, each view has a spread of its own between the two.
    artist_share       chance of an artist's dabs and strokes in the place of such hints.
    redraw_share       chance of colours drawn anew; those pictures go to the hinted share.
    views              views and their line art.
    """

    start: Start = "drawn"
    perceptual: FeatureChoice = field(default_factory=lambda: FeatureChoice(network="vgg19_sgru"))
    perceptual_weight: float = 1.0
    perceptual_levels: tuple[float, ...] = (0.0, *LEVELS[1:])
    spare_lines: bool = False
    huber_weight: float = 1.0
    huber_delta: float = 1.0
    adversarial: float = 0.01
    best_share: float = 0.999
    discriminator_width: int = 32
    hinted_share: float = 1.0
    hint_spread: float = 0.005
    hint_spread_most: float = 0.0
    artist_share: float = 0.0
    redraw_share: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if min(self.perceptual_weight, self.huber_weight, self.adversarial) < 0:
            raise ValueError("weights of losses must be at least 0")
        if self.perceptual_weight + self.huber_weight <= 0:
            raise ValueError("nothing to paint by; set perceptual_weight or huber_weight above 0")
        if self.huber_delta <= 0:
            raise ValueError(f"huber_delta must be above 0; got {self.huber_delta}")
        for name in ("best_share", "hinted_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a share, 0 to 1; got {getattr(self, name):g}")


def level_loss(ours: Tensor, theirs: Tensor, line: Tensor | None) -> Tensor:
    """Absolute difference of two maps, mean over channels, times the line, mean over pixels: (B,).

    line (B, 1, H, W) in [0, 1], paper 1, at any size: on ink it counts less; None: nowhere.
    """
    difference = (ours.float() - theirs.float()).abs().mean(dim=1, keepdim=True)
    if line is not None:
        difference = difference * functional.interpolate(line, difference.shape[2:], mode="area")
    return difference.mean(dim=(1, 2, 3))


def huber_loss(ours: Tensor, theirs: Tensor, *, delta: float) -> Tensor:
    """Huber's loss of each picture, mean over channels and pixels: (B,)."""
    each = functional.huber_loss(ours.float(), theirs.float(), reduction="none", delta=delta)
    return each.mean(dim=(1, 2, 3))


def best_of(losses: Tensor, *, best_share: float) -> Tensor:
    """(B, N) losses of N pictures of each drawing -> share · the least + (1 - share) · the mean."""
    best, mean = losses.min(dim=1).values, losses.mean(dim=1)
    return (best_share * best + (1 - best_share) * mean).mean()


class GeneratorObjective(nn.Module):
    """The generator's turn; it hands its painting to the discriminator."""

    def __init__(
        self,
        network: Sgru,
        judge: DraftDiscriminator | None,
        perceptual: nn.Module | None,
        options: SgruOptions,
        *,
        handed: Handed,
        half: bool,
    ) -> None:
        super().__init__()
        self.network = network
        self.judge = Unseen(judge) if judge is not None else None
        self.perceptual = Unseen(perceptual) if perceptual is not None else None
        self.options = options
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``huber``, ``perceptual``, ``fooled``, ``pixel`` (for comparison) and ``total``."""
        line, real = unit(batch["line"]), signed(batch["rgb"])
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            painted = paint(self.network, batch)
            self.handed.give(painted)
            return self._losses(line, painted=painted, real=real)

    def _losses(self, line: Tensor, *, painted: Tensor, real: Tensor) -> dict[str, Tensor]:
        options = self.options
        count = painted.shape[1] // 3
        pictures = painted.unflatten(1, (count, 3)).flatten(0, 1)
        huber = torch.stack(
            [huber_loss(each, real, delta=options.huber_delta) for each in painted.split(3, dim=1)],
            dim=1,
        )
        losses = {"huber": huber.mean()}
        by_picture = options.huber_weight * huber
        if self.perceptual is not None:
            perceptual = self._perceptual(line, pictures=pictures, real=real).view(-1, count)
            losses["perceptual"] = perceptual.mean()
            by_picture = by_picture + options.perceptual_weight * perceptual
        total = best_of(by_picture, best_share=options.best_share)
        if self.judge is not None:
            with looked_through(self.judge()) as judge:
                assert isinstance(judge, DraftDiscriminator)
                verdict = judge.logits(painted).float()
            losses["fooled"] = functional.softplus(-verdict).mean()
            total = total + options.adversarial * losses["fooled"]
        losses["pixel"] = functional.l1_loss(painted.detach()[:, :3].float(), real)
        return {**losses, "total": total}

    def _perceptual(self, line: Tensor, *, pictures: Tensor, real: Tensor) -> Tensor:
        """Weighted levels of every picture, (B · N,)."""
        assert self.perceptual is not None
        network = self.perceptual()
        count = len(pictures) // len(real)
        with torch.no_grad():
            wanted = (real, *network(real))
        maps = (pictures, *network(pictures))
        lines = line.repeat_interleave(count, dim=0) if self.options.spare_lines else None
        levels = [
            weight * level_loss(ours, theirs.repeat_interleave(count, dim=0), lines)
            for weight, ours, theirs in zip(
                self.options.perceptual_levels, maps, wanted, strict=True
            )
        ]
        return torch.stack(levels).sum(dim=0)


class DiscriminatorObjective(nn.Module):
    """The discriminator's turn: sigmoid cross-entropy on pictures alone, line and hints unseen."""

    def __init__(self, judge: DraftDiscriminator, *, handed: Handed, half: bool) -> None:
        super().__init__()
        self.judge = judge
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``real``, ``fake`` and ``total``, their sum."""
        real, fake = signed(batch["rgb"]), self.handed.take().float()
        with torch.autocast(real.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            true, false = self.judge.logits(real).float(), self.judge.logits(fake).float()
        losses = {
            "real": functional.softplus(-true).mean(),
            "fake": functional.softplus(false).mean(),
        }
        return {**losses, "total": losses["real"] + losses["fake"]}


def paint(network: Sgru, batch: Batch) -> Tensor:
    """The network's pictures of a batch, (B, 3·images, H, W), linear."""
    grey = batch["line"].float()
    painted: Tensor = network(grey, batch["hints"]) if network.takes_hints else network(grey)
    return painted


class SgruMethod(GeneratorMethod[Sgru]):
    """Training of SGRU: each step the generator's turn, then the discriminator's."""

    Options = SgruOptions
    Configuration = SgruConfig
    family = "sgru"
    options: SgruOptions
    configuration: SgruConfig

    def check(self) -> None:
        """The size must fit, and nine pictures have no discriminator."""
        self.require_side()
        images = self.configuration.images
        if images > 1 and self.options.adversarial:
            raise ValueError(
                f"{images} pictures are trained without a discriminator (Liu et al. 2018): "
                f"set adversarial = 0, or choose a form of one picture"
            )

    def cast(self) -> Cast:
        """Generator, discriminator, and the network of the perceptual loss."""
        options, half = self.options, self.in_bfloat16
        judge = None
        if options.adversarial:
            judge = DraftDiscriminator(
                replace(
                    SGRU_DISCRIMINATOR,
                    side=self.recipe.data.side,
                    width=options.discriminator_width,
                )
            )
        perceptual = self._perceptual() if options.perceptual_weight else None
        network = self.generator()
        if options.start == "carried":
            carrying_points(network)
        handed = Handed()
        painter = GeneratorObjective(network, judge, perceptual, options, handed=handed, half=half)
        turns = [Turn(name="generator", objective=painter)]
        if judge is not None:
            judging = DiscriminatorObjective(judge, handed=handed, half=half)
            turns.append(Turn(name="discriminator", objective=judging))
        return Cast(
            network=network,
            turns=tuple(turns),
            companions={} if perceptual is None else {"perceptual": perceptual},
        )

    def _perceptual(self) -> nn.Module:
        choice, weights = self.options.perceptual, self.options.perceptual_levels
        network = choice.build()
        with torch.no_grad():
            levels = 1 + len(network(torch.zeros(1, 3, 64, 64)))
        if levels != len(weights):
            raise ValueError(
                f"{choice.network} and the picture are {levels} levels; perceptual_levels has "
                f"{len(weights)} weights: give one each"
            )
        return network

    def item_builder(self) -> BuildItem:
        """Views with hints at a quarter of their size."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            hints=CellHints(
                rule="ye",
                cell=HINT_CELL,
                spread=options.hint_spread,
                most=options.hint_spread_most,
                artist_share=options.artist_share,
            ),
            hint_cell=HINT_CELL,
            redraw_share=options.redraw_share,
        )

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """A batch of which the last ones have no hints, if the recipe says so."""
        return partly_hinted(items, share=self.options.hinted_share)

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, hints, painting (the first of several), truth."""
        assert isinstance(network, Sgru)
        shorter = {name: tensor[:6] for name, tensor in batch.items()}
        return {
            "line": shown(signed(shorter["line"])),
            "hints": shown(shorter["hints"][:, :3]),
            "painted": shown(paint(network, shorter)[:, :3]),
            "truth": shown(signed(shorter["rgb"])),
        }
