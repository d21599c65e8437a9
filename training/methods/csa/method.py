"""Concatenated spatial attention: three PatchGANs, feature matching and a perceptual loss.

Yuan & Simo-Serra 2021, sections 3.2 and 3.3, on pix2pixHD (Wang et al., CVPR 2018). Read top to
bottom: options, losses, the generator's turn, the discriminators' turn, the method.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.networks.csa.discriminators import PatchDiscriminators, PatchDiscriminatorsConfig
from models.networks.csa.network import Csa, CsaConfig
from models.networks.features import MissingWeightsError
from training.bundled import find_weights
from training.data.hints.recipe_hints import PatchHints
from training.data.items.picture_items import PictureItems
from training.feature_weights import FeatureChoice, give_weights
from training.methods.batches import Batch, shown, signed
from training.methods.carried_colors import Start
from training.methods.csa.start import carrying_dabs
from training.methods.generator_method import GeneratorMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Handed, Turn, Unseen, frozen, looked_through
from training.methods.views import ViewOptions

Maps = Sequence[Sequence[Tensor]]
"""For each scale the discriminator's maps, the patch logits last."""
GanForm = Literal["log", "lsgan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CsaOptions:
    """Losses and data of a CSA training.

    start             drawn: first weights from N(0, 0.02), as pix2pixHD's; carried: dabs' colours
                      carried through (training.methods.carried_colors).
    gan               log: the paper's equations; lsgan: pix2pixHD's least squares.
    adversarial       weight of the discriminators' verdict.
    feature_matching  weight of the discriminators' features, pix2pixHD's; the paper names none.
    perceptual        feature network of the perceptual loss.
    perceptual_weight   counted once, though equation (4) has it under the sum over three.
    perceptual_levels   weight of the absolute difference of each of its maps.
    pixel_weight      of the absolute error of the picture, 0 in the paper.
    hint_weights      file for the network that looks at hints; "": torchvision's VGG19.
    discriminator_width, discriminator_scales   of the PatchGANs.
    convention        of the hint patches, see training.data.hints.paper_hints.csa_hints.
    artist_share      chance of an artist's dabs and strokes instead of patches.
    redraw_share      chance of colours drawn anew.
    views             views and their line art.
    """

    start: Start = "drawn"
    gan: GanForm = "log"
    adversarial: float = 1.0
    feature_matching: float = 10.0
    perceptual: FeatureChoice = field(
        default_factory=lambda: FeatureChoice(network="vgg19_perceptual")
    )
    perceptual_weight: float = 10.0
    perceptual_levels: tuple[float, ...] = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1.0)
    pixel_weight: float = 0.0
    hint_weights: str = ""
    discriminator_width: int = 64
    discriminator_scales: int = 3
    convention: Literal["paper", "richzhang"] = "paper"
    artist_share: float = 0.0
    redraw_share: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if min(self.adversarial, self.perceptual_weight, self.pixel_weight) < 0:
            raise ValueError("weights of losses must be at least 0")
        if self.adversarial + self.perceptual_weight + self.pixel_weight <= 0:
            raise ValueError("nothing to paint by; set a weight above 0")
        if self.feature_matching and not self.adversarial:
            raise ValueError("feature_matching needs discriminators; set adversarial above 0")
        if self.discriminator_scales < 1 or self.discriminator_width < 1:
            raise ValueError("there must be at least one discriminator, one channel wide")


def gan_loss(maps: Maps, *, real: bool, form: GanForm) -> Tensor:
    """How far the patch logits are from real (or from generated): mean of patches, sum of scales.

    log: cross-entropy; lsgan: squared distance to 1 or 0.
    """
    losses = []
    for scale in maps:
        logits = scale[-1].float()
        wanted = torch.full_like(logits, float(real))
        measure = (
            functional.binary_cross_entropy_with_logits if form == "log" else functional.mse_loss
        )
        losses.append(measure(logits, wanted))
    return torch.stack(losses).sum()


def feature_matching_loss(fake: Maps, real: Maps) -> Tensor:
    """Absolute difference of all maps but the logits, each weighted 4 / (layers · scales)."""
    total = fake[0][0].new_zeros((), dtype=torch.float32)
    for ours, theirs in zip(fake, real):
        weight = 4 / (len(ours) - 1) / len(fake)
        for each, other in zip(ours[:-1], theirs[:-1]):
            total = total + weight * functional.l1_loss(each.float(), other.detach().float())
    return total


def perceptual_loss(
    maps: Sequence[Tensor], wanted: Sequence[Tensor], levels: Sequence[float]
) -> Tensor:
    """Weighted absolute differences of feature maps."""
    differences = [
        weight * functional.l1_loss(ours.float(), theirs.float())
        for weight, ours, theirs in zip(levels, maps, wanted, strict=True)
    ]
    return torch.stack(differences).sum()


class GeneratorObjective(nn.Module):
    """The generator's turn; it hands its painting to the discriminators."""

    def __init__(
        self,
        network: Csa,
        judges: PatchDiscriminators | None,
        perceptual: nn.Module | None,
        options: CsaOptions,
        *,
        handed: Handed,
        half: bool,
    ) -> None:
        super().__init__()
        self.network = network
        self.judges = Unseen(judges) if judges is not None else None
        self.perceptual = Unseen(perceptual) if perceptual is not None else None
        self.options = options
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``pixel``, ``perceptual``, ``fooled``, ``features`` and ``total``."""
        line, real = signed(batch["line"]), signed(batch["rgb"])
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            fake = self.network(line, batch["hints"])
            self.handed.give(fake)
            return self._losses(line, fake=fake, real=real)

    def _losses(self, line: Tensor, *, fake: Tensor, real: Tensor) -> dict[str, Tensor]:
        options = self.options
        losses = {"pixel": functional.l1_loss(fake.float(), real)}
        total = options.pixel_weight * losses["pixel"]
        if self.perceptual is not None:
            network = self.perceptual()
            with torch.no_grad():
                wanted = network(real)
            losses["perceptual"] = perceptual_loss(network(fake), wanted, options.perceptual_levels)
            total = total + options.perceptual_weight * losses["perceptual"]
        if self.judges is not None:
            with looked_through(self.judges()) as judges:
                verdict = judges(torch.cat([line, fake], dim=1))
                with torch.no_grad():
                    true = judges(torch.cat([line, real], dim=1))
            losses["fooled"] = gan_loss(verdict, real=True, form=options.gan)
            losses["features"] = feature_matching_loss(verdict, true)
            total = total + options.adversarial * losses["fooled"]
            total = total + options.feature_matching * losses["features"]
        return {**losses, "total": total}


class DiscriminatorObjective(nn.Module):
    """The discriminators' turn, on the painting that the generator has just handed over."""

    def __init__(
        self, judges: PatchDiscriminators, *, form: GanForm, handed: Handed, half: bool
    ) -> None:
        super().__init__()
        self.judges = judges
        self.form: GanForm = form
        self.handed = handed
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``real``, ``fake`` and ``total``, half their sum."""
        line, real = signed(batch["line"]), signed(batch["rgb"])
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            fake = self.judges(torch.cat([line, self.handed.take().float()], dim=1))
            true = self.judges(torch.cat([line, real], dim=1))
        losses = {
            "real": gan_loss(true, real=True, form=self.form),
            "fake": gan_loss(fake, real=False, form=self.form),
        }
        return {**losses, "total": (losses["real"] + losses["fake"]) / 2}


class CsaMethod(GeneratorMethod[Csa]):
    """Training of CSA: each step the generator's turn, then the discriminators'."""

    Options = CsaOptions
    Configuration = CsaConfig
    family = "csa"
    options: CsaOptions
    configuration: CsaConfig

    def check(self) -> None:
        """Form, size and the name of the hint network's weights must fit."""
        config = self.configuration
        if config.inputs not in (4, 5):
            raise ValueError(
                f"inputs must be 5, or 4 to leave out the hints' mask; got {config.inputs}"
            )
        is_ours = config.attention and config.hint_network == "picture_features"
        if is_ours and not self.options.hint_weights:
            raise ValueError(
                "hint_weights names no file: train and export the recipe picture_features, then "
                "name its weights under hint_weights in [options], or choose another hint_network"
            )
        self.require_side()

    def cast(self) -> Cast:
        """Generator and discriminators, and the networks that come trained."""
        options, half = self.options, self.in_bfloat16
        network = self.generator()
        if options.start == "carried":
            carrying_dabs(network.generator)
        self._fill_hint_network(network)
        judges = None
        if options.adversarial:
            judges = PatchDiscriminators(
                PatchDiscriminatorsConfig(
                    width=options.discriminator_width, scales=options.discriminator_scales
                )
            )
        perceptual = self._perceptual() if options.perceptual_weight else None
        handed = Handed()
        painter = GeneratorObjective(network, judges, perceptual, options, handed=handed, half=half)
        turns = [Turn(name="generator", objective=painter)]
        if judges is not None:
            judging = DiscriminatorObjective(judges, form=options.gan, handed=handed, half=half)
            turns.append(Turn(name="discriminator", objective=judging))
        return Cast(
            network=network,
            turns=tuple(turns),
            companions={} if perceptual is None else {"perceptual": perceptual},
        )

    def _fill_hint_network(self, network: Csa) -> None:
        if network.hint_network is None:
            return
        weights = self.options.hint_weights
        file = find_weights(weights) if weights else None
        if file is not None and not file.is_file():
            raise MissingWeightsError(
                f"hint_weights: {file}: no such file; export there what the hint network "
                f"{self.configuration.hint_network} needs (the recipe picture_features makes its "
                f"weights), or name another file"
            )
        give_weights(network.hint_network, file=file)
        frozen(network.hint_network)

    def _perceptual(self) -> nn.Module:
        choice, weights = self.options.perceptual, self.options.perceptual_levels
        network = choice.build()
        with torch.no_grad():
            levels = len(network(torch.zeros(1, 3, 64, 64)))
        if levels != len(weights):
            raise ValueError(
                f"{choice.network} has {levels} maps; perceptual_levels has {len(weights)} "
                f"weights: give one for each map"
            )
        return network

    def item_builder(self) -> BuildItem:
        """Views with hints at full size."""
        options = self.options
        return PictureItems(
            view=options.views.style(self.recipe.data),
            lines=options.views.draw_lines(),
            hints=PatchHints(convention=options.convention, artist_share=options.artist_share),
            redraw_share=options.redraw_share,
        )

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, hints, painting, truth."""
        line, hints = signed(batch["line"])[:6], batch["hints"][:6]
        return {
            "line": shown(line),
            "hints": shown(hints[:, :3]),
            "painted": shown(network(line, hints)),
            "truth": shown(signed(batch["rgb"])[:6]),
        }
