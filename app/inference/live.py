"""Live colouring: document changes become requests, answers become layers."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, inf

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.document.document import Document
from app.document.pixels import LayerUpdate
from app.inference.scheduler import LiveScheduler
from app.inference.worker import InferenceWorker
from app.references.files import tagged_parts
from app.session import Session
from models.coloring.palette import Recolor
from models.coloring.trace import TraceAreas
from models.device import DeviceChoice
from models.hints.hints import HintSet, LineArt, TagSelection
from models.hints.tags import Rgb
from models.lighting.light import Light
from models.lighting.strokes import LightStroke
from models.matching.references import References
from models.regions.wishes import RegionWishes
from models.requests.request import ColorizeRequest, Quality, Stage
from models.spec import GeneratorSpec

PREVIEW_WORTH_MS = 150.0
"""Where final pictures come sooner than this, a preview would only make the canvas flicker."""


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What of a document affects pixels; layers' order and opacity do not, nor painted light
    without a light."""

    line_art: LineArt
    regions: RegionWishes
    hints: HintSet
    tags: TagSelection
    palette: tuple[Rgb, ...]
    generator: str
    trace: TraceAreas | None
    light: Light | None
    light_strokes: tuple[LightStroke, ...]
    recolor: Recolor
    tidy: float | None
    variant: int
    references: References

    @classmethod
    def of(cls, document: Document) -> "_Inputs":
        return cls(
            document.bounded,
            document.wishes,
            document.hints,
            document.tags,
            document.color_sets.allowed(document.palette.allowed),
            document.generator,
            document.trace,
            document.lit,
            document.light_strokes if document.light else (),
            document.color_sets.recolor,
            document.tidy,
            document.variant,
            document.references,
        )

    def request(self, request_id: int) -> ColorizeRequest:
        return ColorizeRequest(
            request_id=request_id,
            line_art=self.line_art,
            regions=self.regions,
            hints=self.hints,
            tags=self.tags,
            palette=self.palette,
            trace=self.trace,
            light=self.light,
            light_strokes=self.light_strokes,
            recolor=self.recolor,
            tidy=self.tidy,
            variant=self.variant,
            references=self.references,
            tagged=tagged_parts(self.tags),
            quality=Quality.FULL,
        )

    def differs_after_painting(self, other: "_Inputs | None") -> bool:
        """Whether the same is painted, under another light or shown in other colours."""
        if other is None or self == other:
            return False
        same = replace(
            other, light=self.light, light_strokes=self.light_strokes, recolor=self.recolor
        )
        return same == self


def request_of(document: Document, request_id: int) -> ColorizeRequest:
    """What is asked of a generator for a document as it is."""
    return _Inputs.of(document).request(request_id)


class LiveColorizer(QObject):
    """Keeps the colour layers up with the document.

    Signals
    status_changed   device, stage and milliseconds, or what keeps it from working, for the
                     status bar.
    report_changed   the ColorReport of the picture shown; None while there is none.
    told_changed     the ReferenceReport of the picture shown; None while there is none.
    """

    status_changed = Signal(str)
    report_changed = Signal(object)
    told_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        worker: InferenceWorker,
        scheduler: LiveScheduler,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = worker
        self._scheduler = scheduler
        self._clock = clock
        self._is_live = True
        self._is_stopped = False
        self._device: DeviceChoice | None = None
        self._wanted: _Inputs | None = None
        self._submitted: _Inputs | None = None
        self._generator: str | None = None
        self._latest_id = 0
        self._painted_id = 0
        self._last_final_ms = inf
        self._status = ""
        self._result_status = ""
        self._held: list[LayerUpdate] = []
        self._is_drawing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._consider)
        session.opened.connect(self._forget)
        session.document_changed.connect(self._take_document)
        worker.result_ready.connect(self._show)
        worker.failed.connect(self._tell_failure)
        worker.generator_ready.connect(self._take_generator)

    @property
    def is_live(self) -> bool:
        """Whether changes are answered by themselves."""
        return self._is_live

    @property
    def is_waiting(self) -> bool:
        """Whether a change is going to be asked about by itself."""
        return self._is_live and self._scheduler.is_waiting

    @property
    def status(self) -> str:
        """The last status text."""
        return self._status

    def set_live(self, is_live: bool) -> None:
        """Answer changes by themselves, or on `request_now` only."""
        self._is_live = is_live
        self._consider()
        self._tell_stale()

    def set_drawing(self, is_drawing: bool) -> None:
        """Tell that the pen went down or up: a slow generator waits for a pause.

        Meanwhile no answer takes the window's time, and at first nothing is worked on either.
        """
        self._is_drawing = is_drawing
        self._scheduler.note_drawing(is_drawing, self._clock())
        if is_drawing:
            self._worker.rest.begin()
        else:
            self._worker.rest.end()
            self._show_held()
        self._consider()

    def request_now(self) -> None:
        """Ask for the present document without waiting, even if it was answered before."""
        if self._wanted is not None:
            self._submit(self._wanted)

    def stop(self) -> None:
        """Ask for nothing and show nothing any more: whoever looked on may be gone."""
        self._is_stopped = True
        self._timer.stop()
        self._scheduler.note_submitted()
        self._is_live = False

    def _forget(self) -> None:
        """Another document is open: what was asked for the last one is of no use."""
        self._wanted, self._submitted = None, None
        self._last_final_ms = inf
        self._scheduler.note_submitted()
        self._worker.cancel_live()
        self.report_changed.emit(None)
        self.told_changed.emit(None)

    def _take_document(self, document: Document) -> None:
        inputs = _Inputs.of(document)
        if document.generator != self._generator:
            self._generator = document.generator
            self._worker.set_generator(document.generator)
            self._submitted = None
            self._set_status(self.tr("loading the generator"))
        if inputs == self._wanted:
            return
        self._wanted = inputs
        if inputs == self._submitted:
            self._scheduler.note_submitted()
        else:
            is_light = inputs.differs_after_painting(self._submitted)
            self._scheduler.note_change(self._clock(), is_light_work=is_light)
        self._consider()
        self._tell_stale()

    def _tell_stale(self) -> None:
        """Without live colour: whether the picture shows what the document says."""
        if self._is_live or self._wanted is None:
            return
        is_stale = self._wanted != self._submitted
        stale = self.tr("not up to date; Colour now colours it")
        self._set_status(stale if is_stale else self._result_status)

    def _consider(self) -> None:
        """Submit if it is time, else look again when it will be."""
        self._timer.stop()
        due = self._scheduler.due_at()
        if due is None or self._wanted is None or not self._is_live:
            return
        now = self._clock()
        if self._scheduler.is_due(now):
            self._submit(self._wanted)
        else:
            self._timer.start(max(1, ceil((due - now) * 1000)))

    def _submit(self, inputs: _Inputs) -> None:
        self._timer.stop()
        self._scheduler.note_submitted()
        self._latest_id = self._session.next_request_id()
        if not inputs.differs_after_painting(self._submitted):
            self._painted_id = self._latest_id
        self._submitted = inputs
        if self._device is not None and self._last_final_ms > PREVIEW_WORTH_MS:
            text = self.tr("{device} · colouring…")
            self._set_status(text.format(device=self._device_text(self._device)))
        self._worker.submit_live(inputs.request(self._latest_id))

    def _show_held(self) -> None:
        held, self._held = self._held, []
        for update in held:
            self._show(update)

    def _show(self, update: LayerUpdate) -> None:
        if self._is_stopped:  # it was on its way
            return
        if self._is_drawing:
            self._held.append(update)
            return
        if update.stage is Stage.PREVIEW and self._last_final_ms < PREVIEW_WORTH_MS:
            return
        if not self._session.show(update):
            return
        if update.stage is Stage.FINAL and update.request_id == self._painted_id:
            self._last_final_ms = update.elapsed_ms
            self._scheduler.note_elapsed(update.elapsed_ms / 1000)
        if update.report is not None:
            self.report_changed.emit(update.report)
            self.told_changed.emit(update.told)
        device = update.device or self._device
        elapsed = self.tr("{time} ms").format(time=f"{update.elapsed_ms:.0f}")
        parts = [self._stage_text(update.stage), elapsed]
        if device is not None:
            parts.insert(0, self._device_text(device))
            if device != self._device:  # it fell back on the way
                parts.append(_reason_text(device))
        self._result_status = " · ".join(parts)
        self._set_status(self._result_status)
        self._tell_stale()

    def _take_generator(self, spec: GeneratorSpec, device: DeviceChoice) -> None:
        self._device = device
        text = self.tr("{device} ({reason}) · {generator}")
        self._set_status(
            text.format(
                device=self._device_text(device),
                reason=_reason_text(device),
                generator=QCoreApplication.translate("Generators", spec.title),
            )
        )

    def _tell_failure(self, request_id: int, message: str) -> None:
        if request_id and request_id < self._latest_id:
            return
        self._set_status(self.tr("colouring failed"))
        if not request_id:
            rest = self.tr("Hints alone fill the picture until you choose another generator.")
            message = f"{message}. {rest}"
        self._session.report(message)

    def _stage_text(self, stage: Stage) -> str:
        return {
            Stage.PREVIEW: self.tr("preview"),
            Stage.FINAL: self.tr("final"),
            Stage.FULL: self.tr("full size"),
        }[stage]

    def _device_text(self, device: DeviceChoice) -> str:
        return {"cpu": self.tr("CPU"), "cuda": self.tr("GPU")}[device.name]

    def _set_status(self, text: str) -> None:
        if text != self._status:
            self._status = text
            self.status_changed.emit(text)


def _reason_text(device: DeviceChoice) -> str:
    return QCoreApplication.translate("Devices", device.reason)
