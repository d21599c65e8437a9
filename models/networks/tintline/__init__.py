"""Our own generator: colour by correspondence."""

from models.networks.forms import generator_form
from models.networks.tintline.encoder import TintlineConfig
from models.networks.tintline.network import Tintline

FORMS = (
    generator_form(
        "tintline",
        "standard",
        Tintline,
        TintlineConfig(),
        "our own: colours copied from hints and tags, cell by cell",
    ),
)

__all__ = ["FORMS", "encoder", "network", "parts", "reach"]
