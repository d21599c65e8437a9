"""How much memory values keep alive, values kept within a bound on it, and what is given back."""

import ctypes
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Generic, TypeVar

import numpy as np

Kept = TypeVar("Kept")


def held_bytes(*values: object) -> int:
    """Bytes of every array that the values keep alive together, each buffer counted once.

    Looks into dataclasses, mappings, tuples, lists and sparse matrices. A view counts as the whole
    array that it keeps alive, whoever else uses that.
    """
    buffers: dict[int, int] = {}
    for value in values:
        _collect(value, buffers)
    return sum(buffers.values())


def give_back() -> None:
    """Hand freed memory back to the system, after work that took much of it for a while.

    glibc keeps what it was given for each thread's next work, which on several threads comes to
    hundreds of megabytes; the libraries of other systems see to it by themselves.
    """
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim  # type: ignore[no-any-return]
    except (AttributeError, OSError, TypeError):  # not glibc
        return None


def _collect(value: Any, buffers: dict[int, int]) -> None:
    if isinstance(value, np.ndarray):
        owner = value
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        buffers[id(owner)] = owner.nbytes
    elif (names := _field_names(value.__class__)) is not None:
        for name in names:
            _collect(getattr(value, name), buffers)
    elif isinstance(value, str | int | float | None):
        return
    elif hasattr(value, "indptr"):  # a sparse matrix, told without loading SciPy
        _collect((value.data, value.indices, value.indptr), buffers)
    elif isinstance(value, tuple | list):
        for each in value:
            _collect(each, buffers)
    elif isinstance(value, Mapping):
        _collect(tuple(value.values()), buffers)


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Of a dataclass, else None; a picture's tiles are thousands of them."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


class RecentlyUsed(Generic[Kept]):
    """Values by key within a bound on their bytes; the least recently used goes first.

    What several of them share counts once. The newest stays even if it alone is above the bound.

    counted  what of a value is held for it alone, and looked through for arrays; None: all of it.
    """

    def __init__(
        self, limit_bytes: int, *, counted: Callable[[Kept], object] | None = None
    ) -> None:
        self._limit_bytes = limit_bytes
        self._counted = counted
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The kept value, or a new one made and kept."""
        is_new = key not in self._kept
        kept = self._kept[key] = make() if is_new else self._kept.pop(key)
        if is_new:
            self.trim()
        return kept

    def trim(self) -> None:
        """Let go of what is beyond the bound, also after a kept value has grown."""
        while len(self._kept) > 1 and self._held() > self._limit_bytes:
            self._kept.popitem(last=False)

    def _held(self) -> int:
        kept = self._kept.values()
        return held_bytes(*(kept if self._counted is None else map(self._counted, kept)))
