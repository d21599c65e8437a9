"""The ruler over the filmstrip: every frame of a batch in one line, however many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.panels.batch.filmstrip import SURE, Filmstrip, confidence_color
from app.panels.batch.frames import FrameItem, FrameState
from app.theme import Theme

KEY_HEIGHT, BAR_HEIGHT = 9, 10
KEY_REACH = 3.5
PARTED_FROM = 5.0
"""Width of a frame from which a gap parts it from the next."""
LEAST_WIDTH = 2.0
"""What wants a look stays visible, however many frames there are."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """Rows of one colour, and whether they want a look; and the rows of key frames."""

    rows: tuple[tuple[range, QColor, bool], ...]
    keys: tuple[int, ...]


def _runs_of(items: Sequence[FrameItem], theme: Theme) -> _Runs:
    found = []
    first = 0
    for (color, wants_a_look), run in groupby(_color(item, theme) for item in items):
        rows = range(first, first + len(list(run)))
        first = rows.stop
        found.append((rows, QColor(color), wants_a_look))
    return _Runs(tuple(found), tuple(row for row, item in enumerate(items) if item.is_key))


def _color(item: FrameItem, theme: Theme) -> tuple[str, bool]:
    """A frame's colour, and whether it wants a look."""
    state = item.state
    if state is FrameState.WAITING:
        return theme.line, False
    if state is FrameState.RUNNING:
        return theme.text, True
    if state is FrameState.FAILED:
        return theme.error, True
    if state is FrameState.OUTDATED:
        return theme.warning, True
    if item.confidence is None:
        return theme.accent, False
    return confidence_color(theme, item.confidence), item.confidence < SURE


class FrameRuler(QWidget):
    """Where each frame stands, which ones are in view; a click or a drag goes to a frame."""

    def __init__(
        self, strip: Filmstrip, theme: Callable[[], Theme], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strip = strip
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("All frames"))
        self._runs: _Runs | None = None
        for moved in (strip.view_moved, strip.frame_chosen):
            moved.connect(self._move)
        for changed in (strip.frames.dataChanged, strip.frames.modelReset):
            changed.connect(self.renew)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, KEY_HEIGHT + BAR_HEIGHT + 2)

    def row_at(self, x: float) -> int:
        """The frame at a place, the nearest one beyond the ends; -1 if there is none."""
        count = self._strip.frames.rowCount()
        row = int(x * count / max(1, self.width()))
        return min(count - 1, max(0, row))

    def renew(self, *_: object) -> None:
        """Other frames, other states, or other colours of the theme."""
        self._runs = None
        self.update()

    def _move(self, *_: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frames as runs of one colour, then what is on top of them."""
        count = self._strip.frames.rowCount()
        if not count:
            return
        if self._runs is None:
            self._runs = _runs_of(self._strip.frames.items, self._theme())
        painter = QPainter(self)
        step = self.width() / count
        self._paint_runs(painter, self._runs, step)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_keys(painter, self._runs.keys, step)
        self._paint_view(painter, step)
        painter.end()

    def _paint_runs(self, painter: QPainter, runs: _Runs, step: float) -> None:
        gap = 1.0 if step >= PARTED_FROM else 0.0
        for rows, color, wants_a_look in sorted(runs.rows, key=lambda run: run[2]):
            for part in [range(row, row + 1) for row in rows] if gap else [rows]:
                width = max(LEAST_WIDTH if wants_a_look else 1.0, len(part) * step - gap)
                painter.fillRect(QRectF(part.start * step, KEY_HEIGHT, width, BAR_HEIGHT), color)

    def _paint_keys(self, painter: QPainter, keys: Sequence[int], step: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme().accent))
        y = KEY_HEIGHT / 2
        for row in keys:
            x = min(max((row + 0.5) * step, KEY_REACH), self.width() - KEY_REACH)
            corners = [(x, y - KEY_REACH), (x + KEY_REACH, y), (x, y + KEY_REACH)]
            corners.append((x - KEY_REACH, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_view(self, painter: QPainter, step: float) -> None:
        """A frame around what the filmstrip shows, and a line at the current frame."""
        theme = self._theme()
        rows = self._strip.visible_rows()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1.4))
        left, right = rows.start * step, max(rows.stop * step, rows.start * step + 6)
        painter.drawRoundedRect(QRectF(left + 0.7, KEY_HEIGHT - 1, right - left - 1.4, 12), 2, 2)
        if (row := self._strip.current) >= 0:
            x = (row + 0.5) * step
            painter.setPen(QPen(QColor(theme.text), 2.0))
            painter.drawLine(QPointF(x, KEY_HEIGHT - 2), QPointF(x, KEY_HEIGHT + BAR_HEIGHT + 1))

    # Going to a frame

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the frame under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def _go_to(self, x: float) -> None:
        row = self.row_at(x)
        if row >= 0 and row != self._strip.current:
            self._strip.choose(row)

    def event(self, event: QEvent) -> bool:
        """Say which frame is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.row_at(event.pos().x())
            frames = self._strip.frames
            text = frames.describe(frames.item(row)) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
