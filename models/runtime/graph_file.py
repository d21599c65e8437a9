"""ONNX files looked through before they are loaded: whatever they say, running them must end.

Only the few fields of the protocol buffers are read that lead to the names of operators.
"""

import mmap
from collections.abc import Iterator
from pathlib import Path

MAX_GRAPH_BYTES = 1 << 30
MAX_FIELDS = 300_000
"""Of messages on the way to operators; graphs of some hundred operators have some thousands."""

ENDLESS = frozenset({"Loop"})
"""Operators that go on until they are satisfied; all others take a time bounded by their inputs."""

_INNER = {
    "model": {7: "graph", 25: "function"},
    "graph": {1: "node"},
    "function": {7: "node"},
    "node": {4: "operator", 5: "attribute"},
    "attribute": {6: "graph", 11: "graph"},
}
"""Field numbers that lead on, by kind of message, after onnx.proto."""
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


def find_problem(path: Path) -> str | None:
    """Why a graph file is not to be run; None if it can be tried.

    Damage that this does not see is onnxruntime's to find. Raises OSError.
    """
    if (size := path.stat().st_size) > MAX_GRAPH_BYTES:
        return f"{size:,} bytes are more than {MAX_GRAPH_BYTES:,}; export a smaller generator"
    if not size:
        return "empty; download or export the generator again"
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as view:
        try:
            for operator in _operators(view):
                if operator in ENDLESS:
                    return f"holds a {operator}, which may never end; export it without loops"
        except (IndexError, ValueError) as error:
            return f"damaged ({error}); download or export the generator again"
    return None


def _operators(view: mmap.mmap) -> Iterator[str]:
    """Names of the operators of a model, also of those in branches and functions."""
    pending = [("model", 0, len(view))]
    count = 0
    while pending:
        kind, place, end = pending.pop()
        while place < end:
            if (count := count + 1) > MAX_FIELDS:
                raise ValueError("more parts than any graph has")
            key, place = _varint(view, place, end)
            inner = _INNER[kind].get(key >> 3)
            wire = key & 7
            if wire == _VARINT:
                _, place = _varint(view, place, end)
            elif wire == _FIXED64:
                place += 8
            elif wire == _FIXED32:
                place += 4
            elif wire == _BYTES:
                length, place = _varint(view, place, end)
                if length > end - place:
                    raise ValueError("a part ends early")
                if inner == "operator":
                    yield view[place : place + min(length, 64)].decode("utf-8", "replace")
                elif inner:
                    pending.append((inner, place, place + length))
                place += length
            else:
                raise ValueError(f"a part of unknown kind {wire}")


def _varint(view: mmap.mmap, place: int, end: int) -> tuple[int, int]:
    """A number of up to ten bytes, seven bits in each, and where it ends."""
    number = 0
    for shift in range(0, 70, 7):
        if place >= end:
            raise ValueError("a number ends early")
        byte = view[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, place
    raise ValueError("a number is too long")
