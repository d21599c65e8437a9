"""Networks as a recipe describes them: a registered form with some arguments changed."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from models.networks.arguments import config_from_arguments
from models.networks.registry import NETWORKS, find_form


def configured(network: str, form: str, changes: Mapping[str, Any] | None = None) -> Any:
    """The configuration of a registered form, with changes; tables change parts of parts.

    network  its name in the registry; form as `tintline-train networks` lists it.
    Raises ValueError naming a form or an argument that does not exist.
    """
    key = f"{network}/{form}"
    if key not in NETWORKS:
        forms = ", ".join(each.form for each in NETWORKS.values() if each.network == network)
        raise ValueError(f"{network} has no form {form!r}; its forms are {forms}")
    config = find_form(key).config
    if not changes:
        return config
    if not is_dataclass(config) or isinstance(config, type):
        raise ValueError(f"{key} takes no arguments; got {', '.join(changes)}")
    return config_from_arguments(type(config), _merged(asdict(config), changes))


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in changes.items():
        nested = isinstance(value, Mapping) and isinstance(base.get(name), Mapping)
        merged[name] = _merged(base[name], value) if nested else value
    return merged
