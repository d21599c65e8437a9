"""How many processor cores there are for this process, and work that is shared among them."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def core_count() -> int:
    """Processor cores that this process may use, at most OMP_NUM_THREADS where that is set.

    Whatever starts several processes on one machine, as Dask does, gives each its share so.
    """
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    share = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, min(cores, int(share)) if share.isdecimal() and int(share) else cores)


def on_every_core(work: Callable[[Item], Made], items: Iterable[Item]) -> list[Made]:
    """What some work makes of each item, in their order; several are worked on at once.

    It pays where numpy and OpenCV do the work, which other threads need not wait for. Raises what
    the work raises, once nothing is worked on any more.
    """
    with ThreadPoolExecutor(core_count(), "tintline-core") as threads:
        return list(threads.map(work, items))
