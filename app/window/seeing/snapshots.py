"""Snapshots of results: taken by hand, or one of each generator, while a drawing is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.document.document import Document
from app.document.pixels import LayerPixels, LayerUpdate
from app.errors import TintlineError
from app.inference.answer import layer_update
from app.inference.live import request_of
from app.inference.painter import Job, Painter
from app.window.parts import WindowParts
from models.cancel import IsCancelled
from models.requests.request import ColorizeRequest
from models.runtime.catalog import CatalogEntry

MOST = 9
"""Kept at a time; the oldest goes."""


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A state of the drawing: what was decided, and its pixels, which are not changed any more."""

    title: str
    document: Document
    pixels: LayerPixels


class Snapshots(QObject):
    """Takes and keeps them.

    Signals
    changed  others are kept now.
    said     one line for the user.
    failed   why a generator has none.
    """

    changed = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: WindowParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.shots: tuple[Shot, ...] = ()
        self._count = 0
        self._jobs: dict[int, tuple[CatalogEntry, Document]] = {}
        self._last_job = 0
        parts.session.opened.connect(self.clear)
        parts.inference.batch_done.connect(self._take_done)
        parts.inference.batch_failed.connect(self._take_failure)

    @property
    def is_waiting(self) -> bool:
        """Whether generators are still to colour one."""
        return bool(self._jobs)

    def clear(self) -> None:
        """Begin without any."""
        self.shots, self._count = (), 0
        self._parts.inference.cancel_jobs(self._jobs)
        self._jobs.clear()
        self.changed.emit()

    def take(self) -> None:
        """Keep the drawing as it is now."""
        try:
            taken = self._parts.session.snapshot()
        except TintlineError:  # nothing is open
            return
        self._count += 1
        title = self.tr("Snapshot {number}").format(number=self._count)
        self._add(Shot(title, taken.document, LayerPixels(taken.document.size, taken.pixels)))
        self.said.emit(self.tr("{title} taken").format(title=title))

    def remove(self, shot: Shot) -> None:
        """Forget one."""
        self.shots = tuple(kept for kept in self.shots if kept is not shot)
        self.changed.emit()

    def take_of_each(self) -> None:
        """Let every generator colour the drawing as it is decided now; strokes come first."""
        document = self._parts.session.document
        if document is None or self._jobs:
            return
        request = request_of(document, 0)
        for entry in self._parts.catalog.usable()[:MOST]:
            self._last_job -= 1  # a batch counts upwards
            self._jobs[self._last_job] = entry, replace(document, generator=entry.name)
            self._parts.inference.submit_batch(self._last_job, self._job(entry.name, request))
        self.said.emit(self.tr("Colouring by each generator…"))

    def _job(self, name: str, request: ColorizeRequest) -> Job:
        inference, size = self._parts.inference, request.line_art.size

        def color(_painter: Painter, is_cancelled: IsCancelled) -> LayerUpdate | None:
            painter = inference.load_beside(name)
            result = None
            for result in painter.run(request, is_cancelled=is_cancelled):  # noqa: B007
                pass
            return None if result is None else layer_update(result, size)

        return color

    def _take_done(self, job_id: int, update: object) -> None:
        asked = self._jobs.pop(job_id, None)
        if asked is None or not isinstance(update, LayerUpdate):
            return
        entry, document = asked
        pixels = dict(self._parts.session.snapshot().pixels)
        for kind, rgba_u8 in update.planes.items():
            layer = document.layer_of(kind)
            if layer is not None:
                pixels[layer.id] = rgba_u8
        self._add(Shot(entry.title, document, LayerPixels(document.size, pixels)))
        self._tell_end()

    def _take_failure(self, job_id: int, why: str) -> None:
        asked = self._jobs.pop(job_id, None)
        if asked is not None:
            text = self.tr("{title} gives no snapshot: {reason}")
            self.failed.emit(text.format(title=asked[0].title, reason=why))
            self.changed.emit()
            self._tell_end()

    def _tell_end(self) -> None:
        if not self._jobs:
            self.said.emit(self.tr("Snapshots of the generators taken"))

    def _add(self, shot: Shot) -> None:
        others: Sequence[Shot] = self.shots
        self.shots = (*others, shot)[-MOST:]
        self.changed.emit()
