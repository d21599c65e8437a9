"""How much memory values keep alive."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np


def held_bytes(*values: object) -> int:
    """Bytes of every array that the values keep alive together, each buffer counted once.

    Looks into dataclasses, mappings, tuples, lists and sparse matrices. A view counts as the whole
    array that it keeps alive, whoever else uses that.
    """
    buffers: dict[int, int] = {}
    for value in values:
        _collect(value, buffers)
    return sum(buffers.values())


def _collect(value: Any, buffers: dict[int, int]) -> None:
    if isinstance(value, np.ndarray):
        owner = value
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        buffers[id(owner)] = owner.nbytes
    elif hasattr(value, "indptr"):
        _collect((value.data, value.indices, value.indptr), buffers)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            _collect(getattr(value, field.name), buffers)
    elif isinstance(value, Mapping):
        _collect(tuple(value.values()), buffers)
    elif isinstance(value, tuple | list):
        for each in value:
            _collect(each, buffers)
