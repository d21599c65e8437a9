"""Which processor runs a generator, and why."""

import os
from dataclasses import dataclass
from typing import Literal

DeviceName = Literal["cpu", "cuda"]
DeviceWish = Literal["auto", "cpu", "cuda"]


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """The processor that was chosen.

    name       cpu or cuda.
    providers  onnxruntime's execution providers, the wanted one first.
    reason     why this one, in words for the artist: "no NVIDIA driver found".
    """

    name: DeviceName
    providers: tuple[str, ...]
    reason: str


CPU = DeviceChoice("cpu", ("CPUExecutionProvider",), "the CPU was asked for")


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
