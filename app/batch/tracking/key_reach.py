"""Which key frames a frame is coloured by, and how far a key frame reaches."""

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


def dependents(key: int, keys: Iterable[int], count: int) -> range:
    """The frames, of `count`, that depend on a key frame: all between its neighbouring keys.

    It holds for a key frame that is changed, added or taken away; `keys` may name it or not.
    """
    first = max((other + 1 for other in keys if other < key), default=0)
    last = min((other for other in keys if other > key), default=count)
    return range(first, min(last, count))


def nearness(index: int, keys: Sequence[int]) -> tuple[float, float]:
    """How much two key frames count: the nearer one fully, the other less the farther it is."""
    gaps = [abs(key - index) for key in keys]
    total = sum(gaps)
    return min(1.0, 2 * gaps[1] / total), min(1.0, 2 * gaps[0] / total)
