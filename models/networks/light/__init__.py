"""What tells where shade lies under a light, for every generator."""

from models.geometry import SizeRule
from models.networks.forms import NetworkForm
from models.networks.light.network import INPUTS, LightConfig, LightNetwork

FORMS = (
    NetworkForm(
        network="light",
        form="standard",
        role="features",
        config=LightConfig(),
        build=LightNetwork,
        inputs=INPUTS,
        size_rule=SizeRule(multiple_of=LightConfig().multiple_of, minimum=64, preferred=512),
        summary="our own: shade and highlights under a light from any side",
    ),
)

__all__ = ["FORMS", "network"]
