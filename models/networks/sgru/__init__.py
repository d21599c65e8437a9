"""Interactive SGRU and its discriminator."""

from models.networks.draft_discriminator import DraftDiscriminator
from models.networks.forms import NetworkForm, generator_form, square
from models.networks.sgru.network import SGRU_DISCRIMINATOR, Sgru, SgruConfig

LITE = SgruConfig(
    widths=(32, 64, 96, 128, 160), decoder_widths=(176, 160, 128, 96, 64), tail_width=32
)


def _form(form: str, config: SgruConfig, summary: str) -> NetworkForm:
    return generator_form("sgru", form, Sgru, config, summary)


FORMS = (
    _form("paper", SgruConfig(), "hints at level three, one picture (Ye et al.)"),
    _form("nine", SgruConfig(images=9, hints=False), "nine pictures without hints (Liu et al.)"),
    _form("lite", LITE, "for a laptop"),
    NetworkForm(
        network="sgru",
        form="discriminator",
        role="discriminator",
        config=SGRU_DISCRIMINATOR,
        build=DraftDiscriminator,
        inputs=("picture",),
        size_rule=square(SGRU_DISCRIMINATOR.side),
        summary="layers not published; those of the two-stage draft",
    ),
)

__all__ = ["FORMS", "network"]
