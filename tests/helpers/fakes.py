"""A painter that follows a script, for tests of everything around it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event

import numpy as np

from app.document.project_file import Project, write_project
from app.session import Session
from models.cancel import Cancelled
from models.device import CPU, DeviceChoice
from models.geometry import Rect, Size, SizeRule
from models.requests.request import ColorizeRequest, ColorizeResult, Stage
from models.spec import GeneratorSpec

TIMEOUT_S = 60.0
PAPER = (255, 255, 255)


def fake_spec(name: str) -> GeneratorSpec:
    """A spec that takes hints and no tags."""
    return GeneratorSpec(
        name=name,
        title=f"The {name} generator",
        method="tintline",
        takes_hints=True,
        takes_tags=False,
        size_rule=SizeRule(),
        features=(),
        inputs=("hints",),
        outputs=("rgb",),
        parameters=0,
        precision="fp32",
        licence="CC0-1.0",
    )


class FakeGenerator:
    """Has a spec and a device; never asked to paint."""

    def __init__(self, name: str, device: DeviceChoice) -> None:
        self.spec = fake_spec(name)
        self.device = device


class FakePainter:
    """Answers with the last hint's colour all over, white without hints.

    Attributes
    requests   those begun, in order.
    cancelled  ids of those that ended by cancellation.
    started    set whenever a request begins; the test clears it.
    stages     what each answer yields.
    error      raised instead of answering, if set.
    with_flats whether answers carry flats and shade.
    """

    def __init__(self, name: str = "fake", device: DeviceChoice = CPU) -> None:
        self.generator = FakeGenerator(name, device)
        self.requests: list[ColorizeRequest] = []
        self.cancelled: list[int] = []
        self.started = Event()
        self.stages: tuple[Stage, ...] = (Stage.PREVIEW, Stage.FINAL, Stage.FULL)
        self.error: Exception | None = None
        self.with_flats = True
        self.elapsed_ms = 5.0
        self._released = Event()
        self._released.set()
        self._held_stage: Stage | None = None

    def hold(self, stage: Stage | None = None) -> None:
        """Let requests wait before this stage (None: before the first) until `release`."""
        self._held_stage = stage
        self._released.clear()

    def release(self) -> None:
        """Let held requests go on."""
        self._released.set()

    def run(
        self, request: ColorizeRequest, *, is_cancelled: Callable[[], bool]
    ) -> Iterator[ColorizeResult]:
        self.requests.append(request)
        self.started.set()
        if self._held_stage is None:
            self._wait(request, is_cancelled)
        if self.error is not None:
            raise self.error
        for stage in self.stages:
            if stage is self._held_stage:
                self._wait(request, is_cancelled)
            yield self._result(request, stage)

    def _wait(self, request: ColorizeRequest, is_cancelled: Callable[[], bool]) -> None:
        while not self._released.wait(0.002):
            if is_cancelled():
                self.cancelled.append(request.request_id)
                raise Cancelled

    def _result(self, request: ColorizeRequest, stage: Stage) -> ColorizeResult:
        size = request.line_art.size
        hints = request.hints.hints
        color = hints[-1].color if hints else PAPER
        shape = size.shape if stage is Stage.FULL else _half(size)
        rgb = np.empty((*shape, 3), dtype=np.uint8)
        rgb[:] = color
        opaque = np.full((*shape, 1), 255, dtype=np.uint8)
        return ColorizeResult(
            request_id=request.request_id,
            stage=stage,
            rgba_u8=np.concatenate([rgb, opaque], axis=2),
            region=Rect(0, 0, size.width, size.height),
            elapsed_ms=self.elapsed_ms,
            flat_u8=rgb if self.with_flats else None,
            shade_u8=np.full_like(rgb, 255) if self.with_flats else None,
            device=self.generator.device,
        )


def _half(size: Size) -> tuple[int, int]:
    return max(1, size.height // 2), max(1, size.width // 2)


class FakeLoader:
    """Loads painters by name; an exception in place of a painter is raised."""

    def __init__(self, painters: Mapping[str, FakePainter | Exception]) -> None:
        self.painters = dict(painters)
        self.names: list[str] = []

    def __call__(self, name: str) -> FakePainter:
        self.names.append(name)
        found = self.painters[name]
        if isinstance(found, Exception):
            raise found
        return found


class FakeClock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


def save_project(session: Session, path: Path) -> None:
    """Write the session's project, and have it know that this is saved."""
    taken = session.snapshot()
    write_project(path, Project(document=taken.document, pixels=taken.pixels))
    session.project_path = path
    session.mark_saved(taken.revision)


def drawing(height: int = 40, width: int = 60, *, ink_row: int = 10) -> np.ndarray:
    """White RGBA paper with one black line."""
    rgba_u8 = np.full((height, width, 4), 255, dtype=np.uint8)
    rgba_u8[ink_row, :, :3] = 0
    return rgba_u8
