"""Which key frames a frame is coloured by, and how much each of them counts."""

from collections.abc import Iterable, Sequence


def keys_of(index: int, keys: Iterable[int]) -> tuple[int, ...]:
    """The key frames that a frame depends on, the one that it follows first.

    A key frame depends on itself alone; others on the last key frame before and the next after.
    """
    ordered = sorted(keys)
    if index in ordered:
        return (index,)
    before = [key for key in ordered if key < index][-1:]
    return (*before, *[key for key in ordered if key > index][:1])


def nearness(index: int, keys: Sequence[int]) -> tuple[float, float]:
    """How much two key frames count: the nearer one fully, the other less the farther it is."""
    gaps = [abs(key - index) for key in keys]
    total = sum(gaps)
    return min(1.0, 2 * gaps[1] / total), min(1.0, 2 * gaps[0] / total)
