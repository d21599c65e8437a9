"""How many processes train together, and what they must agree on."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from lightning_fabric import Fabric
from torch import distributed

TORCHRUN = "TORCHELASTIC_RUN_ID"
"""Set by torchrun in every process that it starts."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Processes of a training: so many on each of so many machines."""

    devices: int
    nodes: int


def process_grid(*, devices: int, nodes: int, environment: Mapping[str, str] = os.environ) -> Grid:
    """What ``--devices`` and ``--nodes`` ask for, or what torchrun has started already.

    1 means not named. Under torchrun, processes that did not know of each other would each train
    by itself and write into the same folder. Raises ValueError for numbers that contradict it.
    """
    if devices < 1 or nodes < 1:
        raise ValueError(f"devices and nodes must be at least 1; got {devices} and {nodes}")
    if TORCHRUN not in environment:
        return Grid(devices, nodes)
    local = int(environment["LOCAL_WORLD_SIZE"])
    machines = int(environment["WORLD_SIZE"]) // local
    if devices not in (1, local) or nodes not in (1, machines):
        raise ValueError(
            f"torchrun started {local} processes on each of {machines} machines, --devices "
            f"{devices} --nodes {nodes} says otherwise; leave both out under torchrun"
        )
    return Grid(local, machines)


@contextmanager
def launched(fabric: Fabric) -> Iterator[None]:
    """The processes of ``fabric`` together; they part when the block ends.

    A process that ends while its group lives may be aborted by the group's own threads, which
    still hold tensors when the interpreter goes. After an error nobody is waited for: the others
    may be stuck in the step that failed here.
    """
    fabric.launch()
    try:
        yield
        fabric.barrier()
    finally:
        if distributed.is_available() and distributed.is_initialized():
            distributed.destroy_process_group()


class SharedClock:
    """Seconds since a training began, the same in every process.

    The rate falls with the time that is left, and the limit ends the course: processes that read
    clocks of their own would drift apart, or wait for one that has stopped.
    """

    def __init__(self, started: float) -> None:
        self._started = started

    def spent_s(self, fabric: Fabric, *, shared: bool) -> float:
        """Seconds so far; ``shared``: as the first process counts them, which costs a message."""
        spent = time.monotonic() - self._started
        if not shared or fabric.world_size == 1:
            return spent
        return float(fabric.broadcast(spent))
