"""How many processor cores there are for this process, and work that is shared among them."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


_SHARE = "OMP_NUM_THREADS"
_given_share = os.environ.get(_SHARE)


def core_count() -> int:
    """Processor cores that this process may use, at most OMP_NUM_THREADS where that is set.

    Whatever starts several processes on one machine, as Dask does, gives each its share so.
    """
    return _within(os.environ.get(_SHARE))


def given_core_count() -> int:
    """The same as it was when the process began: the most that `limit_cores` can ask for."""
    return _within(_given_share)


def _within(share: str | None) -> int:
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(cores, int(share)) if share and share.isdecimal() and int(share) else cores)


def limit_cores(count: int) -> None:
    """Let this process, and those that it starts, use so many cores; 0: as many as it was given.

    Graphs that are opened from now on keep to it.
    """
    if count > 0:
        os.environ[_SHARE] = str(min(count, given_core_count()))
    elif _given_share is None:
        os.environ.pop(_SHARE, None)
    else:
        os.environ[_SHARE] = _given_share


def on_every_core(work: Callable[[Item], Made], items: Iterable[Item]) -> list[Made]:
    """What some work makes of each item, in their order; several are worked on at once.

    It pays where numpy and OpenCV do the work, which other threads need not wait for. Raises what
    the work raises, once nothing is worked on any more.
    """
    with ThreadPoolExecutor(core_count(), "tintline-core") as threads:
        return list(threads.map(work, items))


@contextmanager
def meanwhile(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Have something done on another core; what is yielded waits for it and gives what it made.

    It pays where numpy, OpenCV or scikit-image do the work. It is done when the block is left.
    """
    with ThreadPoolExecutor(1, "tintline-core") as aside:
        yield aside.submit(work).result
