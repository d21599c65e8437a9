"""Every network and form by name, from the folders of the methods."""

from collections.abc import Mapping

from models.networks import (
    alacgan,
    csa,
    light,
    parts_teacher,
    sgru,
    tag2pix,
    tintline,
    two_stage,
)
from models.networks.forms import NetworkForm

METHODS = (tintline, tag2pix, alacgan, two_stage, csa, sgru, light, parts_teacher)

NETWORKS: Mapping[str, NetworkForm] = {
    form.name: form for method in METHODS for form in method.FORMS
}
"""All forms of all methods by ``network/form``."""

GENERATORS: Mapping[str, NetworkForm] = {
    method.FORMS[0].network: method.FORMS[0]
    for method in METHODS
    if method.FORMS[0].role == "generator"
}
"""Each method's generator in its first form."""


class UnknownNetworkError(ValueError):
    """A network or form that is not registered; the message lists those that are."""


def find_form(name: str) -> NetworkForm:
    """A form by ``network/form``; a method's name alone means its generator's first form.

    Raises UnknownNetworkError.
    """
    form = NETWORKS.get(name) or GENERATORS.get(name)
    if form is None:
        raise UnknownNetworkError(f"no network {name!r}; there are {', '.join(NETWORKS)}")
    return form
