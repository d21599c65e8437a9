"""Shows, before the pen is lifted, what a press or a hint would reach: tinted, with an outline."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.canvas.viewport import Point
from app.session import Session
from app.window.regions.filler import RegionFiller
from app.window.regions.places import BARE, Shape
from models.arrays import U8Array
from models.hints.hints import AreaHint
from models.hints.parts import Part

HINTERS = (ToolName.POINT, ToolName.BRUSH)
REST_MS = 60
"""Milliseconds after a change of the document until what the pointer reaches is found anew."""


class ReachPreview(QObject):
    """Follows the pointer, hovering or drawing.

    A fill reaches a region, or a piece of it; a hint made with Shift its region; any other hint its
    part of the figure, as far as the generator tells parts apart.
    """

    def __init__(
        self,
        session: Session,
        filler: RegionFiller,
        canvas: CanvasWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._places = filler.places
        self._filler = filler
        self._canvas = canvas
        self._place: tuple[Point | None, bool] = None, False
        self._part: tuple[U8Array, int, Shape | None] | None = None
        canvas.pointer_moved.connect(self._hover)
        canvas.tool_changed.connect(lambda _: self._show())
        canvas.brush_changed.connect(lambda _: self._show())
        # A press is answered first: what the next one would fill may take a while to find.
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._show)
        session.document_changed.connect(self._wait)
        canvas.easel.changed.connect(self._rest.start)
        filler.places.finder.changed.connect(self._forget)

    def _wait(self) -> None:
        self._rest.start()

    def _forget(self) -> None:
        self._part = None
        self._show()

    def _hover(self, at: Point | None) -> None:
        place = at, _is_shifted()
        if place != self._place:  # a press and its release lie where the pointer hovered
            self._place = place
            self._show()

    def _show(self) -> None:
        at, _ = self._place
        reach = None if at is None else self._reach_at(at)
        is_part = self._canvas.tool_name in HINTERS and not _is_shifted()
        self._canvas.update_region(self._canvas.overlay.reach.show(reach, is_faint=is_part))

    def _reach_at(self, at: Point) -> AreaHint | None:
        tool, brush = self._canvas.tool_name, self._canvas.brush
        shape, color = None, brush.color
        if tool is ToolName.FILL:
            shape = self._filler.aim(at)
            color = color if brush.keep is None else BARE
        elif self._canvas.easel.tool(tool) is not None:
            return None  # paint reaches what it touches
        elif tool in HINTERS and _is_shifted():
            self._places.finder.want()
            region = self._places.at(at)
            shape = None if region is None else self._places.shape(region)
        elif tool in HINTERS:
            shape = self._part_at(at)
        keep = brush.keep if tool is ToolName.FILL else None
        return None if shape is None else shape.filled(color, keep)

    def _part_at(self, at: Point) -> Shape | None:
        """All of the figure's part at an image point; None where there is none, or on the ground,
        of which a hint reaches what no line parts from it."""
        document, parts = self._session.document, self._session.parts
        if document is None or parts is None or not document.size.holds(*at):
            return None
        rows, columns = parts.shape
        size = document.size
        part = int(parts[int(at[1] * rows / size.height), int(at[0] * columns / size.width)])
        if part in (Part.BACKGROUND, Part.OTHER):
            return None
        if self._places.regions is None:
            self._places.finder.want()
            return None
        if self._part is None or self._part[0] is not parts or self._part[1] != part:
            self._part = parts, part, self._places.of_part(parts, part)
        return self._part[2]


def _is_shifted() -> bool:
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
