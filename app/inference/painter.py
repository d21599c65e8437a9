"""What the inference thread needs of a generator, and how it gets one by name."""

from collections.abc import Callable, Iterator
from typing import Protocol

from app import places
from models.cancel import IsCancelled
from models.cores import core_count
from models.device import DeviceChoice
from models.requests.request import ColorizeRequest, ColorizeResult
from models.runtime.catalog import Catalog
from models.runtime.generator import Generator


class Painter(Protocol):
    """Answers requests in stages; a `Colorizer`, or a test's fake. Used by one thread only."""

    @property
    def generator(self) -> Generator:
        """What paints, with its spec and its device."""
        ...

    def run(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> Iterator[ColorizeResult]:
        """Yield the stages as they become ready; raises Cancelled."""
        ...


PainterLoader = Callable[[str], Painter]
"""Loads a generator by its catalogue name, empty for the best one. Runs on the worker's thread."""

Job = Callable[[Painter, IsCancelled], object]
"""One unit of batch work; returns what `batch_done` carries."""


def painter_loader(
    catalog: Catalog,
    choose: Callable[[], DeviceChoice],
    memory: Callable[[], int] | None = None,
) -> PainterLoader:
    """A loader from the catalogue; what it takes to colour is imported by the first load.

    choose  picks the device; asked at every load and on the worker's thread, since looking for a
            GPU takes long.
    memory  bytes for what is kept of drawings, asked likewise; None: as much as usual.
    """

    def load(name: str) -> Painter:
        import cv2  # noqa: PLC0415

        from models.reading.reader import USUAL_BYTES, DrawingReader  # noqa: PLC0415
        from models.requests.colorizer import Colorizer  # noqa: PLC0415
        from models.runtime.light_graph import find_light  # noqa: PLC0415

        wanted = name or catalog.usable()[0].name
        generator = catalog.load(wanted, choose())
        cv2.setNumThreads(core_count())
        reader = DrawingReader.within(generator, memory() if memory else USUAL_BYTES)
        return Colorizer(
            generator, reader=reader, light=find_light(places.light_folders(), generator.device)
        )

    return load
