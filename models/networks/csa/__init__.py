"""Concatenated spatial attention and its discriminators."""

from models.geometry import SizeRule
from models.networks.csa.discriminators import PatchDiscriminators, PatchDiscriminatorsConfig
from models.networks.csa.network import Csa, CsaConfig
from models.networks.forms import NetworkForm, generator_form

LITE = CsaConfig(width=16, blocks=3, hint_network="squeezenet_fire5", attention_kernel=1)


def _form(form: str, config: CsaConfig, summary: str) -> NetworkForm:
    return generator_form("csa", form, Csa, config, summary)


FORMS = (
    _form("paper", CsaConfig(), "64 base channels, eight attention blocks"),
    _form("half", CsaConfig(width=32), "half the width"),
    _form("lite", LITE, "for a laptop; SqueezeNet looks at the hints"),
    _form("plain", CsaConfig(attention=False), "without the proposed module (ablation)"),
    _form(
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

__all__ = ["FORMS", "discriminators", "network"]
