"""Configurations of networks as plain arguments and back: what specs, notes and recipes hold."""

import dataclasses
import json
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal


def config_from_arguments(config_type: type[Any], arguments: Mapping[str, object]) -> Any:
    """A configuration from ``dataclasses.asdict`` of one, also after a way through JSON."""
    known = {field.name for field in fields(config_type)}
    if unknown := sorted(set(arguments) - known):
        raise ValueError(
            f"{config_type.__name__} has no {', '.join(unknown)}; it has {', '.join(sorted(known))}"
        )
    types = typing.get_type_hints(config_type)
    values = {}
    for name, value in arguments.items():
        nested = types[name]
        if is_dataclass(nested) and isinstance(value, Mapping):
            values[name] = config_from_arguments(typing.cast("type[Any]", nested), value)
        else:
            values[name] = _tuples(value)
            if not _fits(values[name], nested):
                wanted = nested.__name__ if isinstance(nested, type) else nested
                raise ValueError(
                    f"{name} of {config_type.__name__} must be {wanted}; got {value!r}"
                )
    return config_type(**values)


def _fits(value: object, kind: Any) -> bool:
    """Whether a value has the annotated type: numbers, words, choices, tuples of them."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return value in arguments
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else list(arguments)
        return len(kinds) == len(value) and all(map(_fits, value, kinds))
    if kind is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return not isinstance(kind, type) or isinstance(value, kind)


def arguments_of(config: Any) -> dict[str, object]:
    """A configuration as GeneratorSpec's ``arguments``, with lists, as JSON gives them back."""
    return json.loads(json.dumps(dataclasses.asdict(config)))


def merged(base: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    """Arguments with changes; tables change parts of parts."""
    arguments = dict(base)
    for name, value in changes.items():
        part = base.get(name)
        if isinstance(value, Mapping) and isinstance(part, Mapping):
            arguments[name] = merged(part, value)
        else:
            arguments[name] = value
    return arguments


def _tuples(value: object) -> object:
    """Lists, as JSON has them, as the tuples that configurations hold."""
    if isinstance(value, list | tuple):
        return tuple(_tuples(item) for item in value)
    return value
