"""Tag2Pix, the tagger of line art that it looks through, and its discriminator."""

from models.networks.forms import ANY_SIZE, NetworkForm, generator_form
from models.networks.tag2pix.decoders import DECODER_BLOCK_KINDS
from models.networks.tag2pix.discriminator import Tag2PixDiscriminator, Tag2PixDiscriminatorConfig
from models.networks.tag2pix.network import (
    ABLATIONS,
    CitConfig,
    CitExtractor,
    Tag2Pix,
    Tag2PixConfig,
)

LITE = Tag2PixConfig(
    width=8,
    depths=(4, 2, 1, 1),
    cardinality=8,
    cit_extractor=CitConfig(width=24, depths=(2, 2, 2, 2), cardinality=16),
)


def _form(form: str, config: Tag2PixConfig, summary: str) -> NetworkForm:
    return generator_form("tag2pix", form, Tag2Pix, config, summary)


FORMS = (
    _form("paper", Tag2PixConfig(), "512 pixels, no batch norm, as published"),
    _form(
        "paper-256",
        Tag2PixConfig(size=256, norm=True),
        "256 pixels, batch norm, as published and in the paper's studies",
    ),
    _form("lite", LITE, "512 pixels, for a laptop"),
    *(
        _form(
            f"block-{kind.replace('_', '-')}",
            Tag2PixConfig(size=256, norm=True, block=kind),
            "the paper's table 3: decoder block compared",
        )
        for kind in DECODER_BLOCK_KINDS
    ),
    *(
        _form(name.lower(), ablation.config, "the supplement's ablation study")
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
        config=LITE.cit_extractor,
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

__all__ = ["FORMS", "decoders", "discriminator", "network"]
