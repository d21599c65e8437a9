"""Every network and form by name: what it is, how it is built, what it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import torch
from torch import nn

from models.geometry import SizeRule
from models.hints.parts import PART_COUNT
from models.networks.alacgan.network import AlacGan, AlacGanConfig
from models.networks.arguments import config_from_arguments
from models.networks.csa.network import Csa, CsaConfig
from models.networks.discriminators import (
    SGRU_DISCRIMINATOR,
    AlacGanCritic,
    AlacGanCriticConfig,
    DraftDiscriminator,
    DraftDiscriminatorConfig,
    PatchDiscriminators,
    PatchDiscriminatorsConfig,
    Tag2PixDiscriminator,
    Tag2PixDiscriminatorConfig,
)
from models.networks.features import LocalFeatures
from models.networks.generator import Generator, count_parameters
from models.networks.picture_features import PictureFeatures
from models.networks.sgru.network import Sgru, SgruConfig
from models.networks.tag2pix.decoders import DECODER_BLOCK_KINDS
from models.networks.tag2pix.network import (
    ABLATIONS,
    CitConfig,
    CitExtractor,
    Tag2Pix,
    Tag2PixConfig,
)
from models.networks.tintline.network import PaintGraph, TagTable, Tintline, TintlineConfig
from models.networks.two_stage.network import (
    DRAFT_INPUTS,
    LineDetectionConfig,
    LineDetectionModel,
    StageConfig,
    StageUNet,
    TwoStage,
    TwoStageConfig,
)

Role = Literal["generator", "discriminator", "features"]
ANY_SIZE = SizeRule(multiple_of=1, minimum=32)


class UnknownNetworkError(ValueError):
    """A network or form that is not registered; the message lists those that are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkForm:
    """One network in one form.

    network    its method: tintline, tag2pix, alacgan, two_stage, csa, sgru.
    form       paper, lite, or a variant.
    role       generator, discriminator, or features (fixed or auxiliary networks).
    config     the frozen configuration that ``build`` takes.
    inputs     names of what it takes, for a generator as its graphs name them.
    outputs    names of what a generator paints; empty for the published ones, whose classes say.
    size_rule  which picture sizes it takes.
    summary    what sets this form apart.
    """

    network: str
    form: str
    role: Role = "generator"
    config: Any
    build: Callable[[Any], nn.Module]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...] = ()
    size_rule: SizeRule
    summary: str

    @property
    def name(self) -> str:
        """Key in NETWORKS: ``tag2pix/paper``."""
        return f"{self.network}/{self.form}"

    def build_on_meta(self) -> nn.Module:
        """The network without memory or weights, for its shapes and counts."""
        with torch.device("meta"):
            return self.build(self.config)

    def count_parameters(self) -> int:
        """Number of weights as the papers count them: without parts trained beforehand."""
        module = self.build_on_meta()
        if isinstance(module, Generator):
            return module.trained_parameters
        return count_parameters(module)


GENERATORS: Mapping[str, tuple[type[Any], Callable[[Any], Generator]]] = {
    "tag2pix": (Tag2PixConfig, Tag2Pix),
    "alacgan": (AlacGanConfig, AlacGan),
    "two_stage": (TwoStageConfig, TwoStage),
    "csa": (CsaConfig, Csa),
    "sgru": (SgruConfig, Sgru),
}
"""Configuration and class of each published method's generator."""

LITE_TAG2PIX = Tag2PixConfig(
    width=8,
    depths=(4, 2, 1, 1),
    cardinality=8,
    cit_extractor=CitConfig(width=24, depths=(2, 2, 2, 2), cardinality=16),
)
LITE_ALACGAN = AlacGanConfig(
    width=24,
    local_width=32,
    dilations=((1,) * 6, (1, 2, 4, 1), (1, 2, 1), (1, 2)),
    cardinality=(8, 8, 4, 4),
)
LITE_TWO_STAGE = TwoStageConfig(
    draft=StageConfig(width=24, levels=3, blocks=4, cardinality=8),
    colour=StageConfig(width=12, levels=3, blocks=3, cardinality=4),
)
LITE_CSA = CsaConfig(width=16, blocks=3, hint_network="squeezenet_fire5", attention_kernel=1)
LITE_SGRU = SgruConfig(
    widths=(32, 64, 96, 128, 160), decoder_widths=(176, 160, 128, 96, 64), tail_width=32
)


def _generator(network: str, form: str, config: Any, summary: str) -> NetworkForm:
    conditions = ("hints",) * config.takes_hints + ("tags",) * config.takes_tags
    if network == "two_stage":
        conditions = (*conditions, "draft_only")
    return NetworkForm(
        network=network,
        form=form,
        config=config,
        build=GENERATORS[network][1],
        inputs=("line", *conditions),
        size_rule=config.size_rule,
        summary=summary,
    )


def _square(side: int) -> SizeRule:
    return SizeRule(multiple_of=16, minimum=side, fixed=side, preferred=side)


def _local_features(width: int) -> LocalFeatures:
    return LocalFeatures(width=width)


def _picture_features(width: int) -> PictureFeatures:
    return PictureFeatures(width=width)


def _draft_stage(config: StageConfig) -> StageUNet:
    return StageUNet(config, inputs=DRAFT_INPUTS)


def _tintline(config: TintlineConfig) -> Tintline:
    """Our own network; its weights do not depend on the vocabulary, so that any table will do."""
    white = (255, 255, 255)
    table = TagTable(colors=(white,), parts=(0,), weights=(1.0,), defaults=(white,) * PART_COUNT)
    return Tintline(config, table)


_TINTLINE = NetworkForm(
    network="tintline",
    form="standard",
    config=TintlineConfig(),
    build=_tintline,
    inputs=("line", *PaintGraph.INPUTS),
    outputs=PaintGraph.OUTPUTS,
    size_rule=SizeRule(multiple_of=16, minimum=64, preferred=512),
    summary="our own: colours copied from hints and tags, cell by cell",
)

_TAG2PIX = (
    _generator("tag2pix", "paper", Tag2PixConfig(), "512 pixels, no batch norm, as published"),
    _generator(
        "tag2pix",
        "paper-256",
        Tag2PixConfig(size=256, norm=True),
        "256 pixels, batch norm, as published and in the paper's studies",
    ),
    _generator("tag2pix", "lite", LITE_TAG2PIX, "512 pixels, for a laptop"),
    *(
        _generator(
            "tag2pix",
            f"block-{kind.replace('_', '-')}",
            Tag2PixConfig(size=256, norm=True, block=kind),
            "the paper's table 3: decoder block compared",
        )
        for kind in DECODER_BLOCK_KINDS
    ),
    *(
        _generator("tag2pix", name.lower(), ablation.config, "the supplement's ablation study")
        for name, ablation in ABLATIONS.items()
    ),
    NetworkForm(
        network="tag2pix",
        form="cit-extractor",
        role="features",
        config=CitConfig(),
        build=CitExtractor,
        inputs=("line",),
        size_rule=ANY_SIZE,
        summary="whole, to be trained on shape tags; the generator keeps its first two stages",
    ),
    NetworkForm(
        network="tag2pix",
        form="cit-extractor-lite",
        role="features",
        config=LITE_TAG2PIX.cit_extractor,
        build=CitExtractor,
        inputs=("line",),
        size_rule=ANY_SIZE,
        summary="the same for a laptop's generator",
    ),
    NetworkForm(
        network="tag2pix",
        form="discriminator",
        role="discriminator",
        config=Tag2PixDiscriminatorConfig(),
        build=Tag2PixDiscriminator,
        inputs=("picture",),
        size_rule=ANY_SIZE,
        summary="real or generated, shape tags, colour tags",
    ),
)

_ALACGAN = (
    _generator("alacgan", "paper", AlacGanConfig(), "as published, 20/8/8/5 blocks"),
    _generator("alacgan", "lite", LITE_ALACGAN, "for a laptop"),
    *(
        NetworkForm(
            network="alacgan",
            form=form,
            role="features",
            config=width,
            build=_local_features,
            inputs=("line",),
            size_rule=SizeRule(multiple_of=16, minimum=32),
            summary=summary,
        )
        for form, width, summary in (
            ("local-features", 64, "Illustration2Vec's first six convolutions"),
            ("local-features-lite", LITE_ALACGAN.local_width, "for a laptop"),
        )
    ),
    NetworkForm(
        network="alacgan",
        form="picture-features",
        role="features",
        config=16,
        build=_picture_features,
        inputs=("picture",),
        size_rule=SizeRule(multiple_of=16, minimum=32),
        summary="of coloured pictures, trained by us; in VGG's place for content losses",
    ),
    NetworkForm(
        network="alacgan",
        form="critic",
        role="discriminator",
        config=AlacGanCriticConfig(),
        build=AlacGanCritic,
        inputs=("picture", "local_features"),
        size_rule=_square(512),
        summary="Wasserstein critic on local features",
    ),
)

_TWO_STAGE = (
    _generator("two_stage", "paper", TwoStageConfig(), "colour stage of four levels, as released"),
    _generator(
        "two_stage",
        "figure",
        TwoStageConfig(colour=StageConfig(levels=3)),
        "colour stage of three levels, as the paper's figure",
    ),
    _generator("two_stage", "lite", LITE_TWO_STAGE, "for a laptop"),
    *(
        NetworkForm(
            network="two_stage",
            form=form,
            role="features",
            config=config,
            build=_draft_stage,
            inputs=("line", "hints"),
            size_rule=SizeRule(multiple_of=16, minimum=32, preferred=128),
            summary=summary,
        )
        for form, config, summary in (
            ("draft", StageConfig(), "the draft stage by itself, trained before the colour stage"),
            ("draft-lite", LITE_TWO_STAGE.draft, "the draft stage of the lite form"),
        )
    ),
    NetworkForm(
        network="two_stage",
        form="line-detection",
        role="features",
        config=LineDetectionConfig(),
        build=LineDetectionModel,
        inputs=("picture",),
        size_rule=SizeRule(multiple_of=16, minimum=32, preferred=128),
        summary="colour to line, for the draft's line loss",
    ),
    NetworkForm(
        network="two_stage",
        form="line-detection-lite",
        role="features",
        config=LineDetectionConfig(width=12, levels=2),
        build=LineDetectionModel,
        inputs=("picture",),
        size_rule=SizeRule(multiple_of=16, minimum=32, preferred=128),
        summary="colour to line, for a laptop",
    ),
    *(
        NetworkForm(
            network="two_stage",
            form=form,
            role="discriminator",
            config=DraftDiscriminatorConfig(blocks=blocks),
            build=DraftDiscriminator,
            inputs=("picture",),
            size_rule=_square(128),
            summary=summary,
        )
        for form, blocks, summary in (
            ("discriminator", False, "of the draft, as the paper's figure"),
            ("discriminator-blocks", True, "of the draft, as the authors' code"),
        )
    ),
)

_CSA = (
    _generator("csa", "paper", CsaConfig(), "64 base channels, eight attention blocks"),
    _generator("csa", "half", CsaConfig(width=32), "half the width"),
    _generator("csa", "lite", LITE_CSA, "for a laptop; SqueezeNet looks at the hints"),
    _generator(
        "csa", "plain", CsaConfig(attention=False), "without the proposed module (ablation)"
    ),
    _generator(
        "csa",
        "pix2pixhd",
        CsaConfig(attention=False, skips=False, inputs=4),
        "the compared pix2pixHD generator: no attention, no skips, no mask",
    ),
    NetworkForm(
        network="csa",
        form="discriminators",
        role="discriminator",
        config=PatchDiscriminatorsConfig(),
        build=PatchDiscriminators,
        inputs=("line", "picture"),
        size_rule=SizeRule(multiple_of=1, minimum=64),
        summary="three PatchGANs with feature taps",
    ),
)

_SGRU = (
    _generator("sgru", "paper", SgruConfig(), "hints at level three, one picture (Ye et al.)"),
    _generator(
        "sgru",
        "nine",
        SgruConfig(images=9, hints=False),
        "nine pictures without hints (Liu et al.)",
    ),
    _generator("sgru", "lite", LITE_SGRU, "for a laptop"),
    NetworkForm(
        network="sgru",
        form="discriminator",
        role="discriminator",
        config=SGRU_DISCRIMINATOR,
        build=DraftDiscriminator,
        inputs=("picture",),
        size_rule=_square(256),
        summary="layers not published; those of the two-stage draft",
    ),
)

NETWORKS: Mapping[str, NetworkForm] = {
    form.name: form for form in (_TINTLINE, *_TAG2PIX, *_ALACGAN, *_TWO_STAGE, *_CSA, *_SGRU)
}
"""All forms of all methods by ``network/form``."""


def find_form(name: str) -> NetworkForm:
    """A form by ``network/form``; the network's name alone means its paper form.

    Raises UnknownNetworkError.
    """
    key = name if "/" in name else f"{name}/paper"
    if key not in NETWORKS:
        raise UnknownNetworkError(f"no network {name!r}; there are {', '.join(NETWORKS)}")
    return NETWORKS[key]


def build_generator(method: str, arguments: Mapping[str, object]) -> Generator:
    """The generator of a method from its configuration as JSON keeps it (see GeneratorSpec).

    Raises UnknownNetworkError for another method, ValueError naming arguments that do not fit.
    """
    if method not in GENERATORS:
        raise UnknownNetworkError(f"no method {method!r}; there are {', '.join(GENERATORS)}")
    config_type, build = GENERATORS[method]
    return build(config_from_arguments(config_type, arguments))


def with_tag_count(config: Any, count: int) -> Any:
    """The configuration for a vocabulary of ``count`` colour tags; others are left as they are."""
    return replace(config, cvt_count=count) if isinstance(config, Tag2PixConfig) else config
