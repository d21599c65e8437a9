"""Which processor runs a generator, and why."""

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
