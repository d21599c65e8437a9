"""Snapshots beside each other, all seen at the same place and size."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.canvas.compositor import Compositor
from app.canvas.display import PictureDisplay, exposed_area
from app.canvas.looking.looking_widget import LookingWidget
from app.canvas.pointer import WHEEL_ZOOM
from app.canvas.viewport import Viewport
from app.window.seeing.snapshots import MOST, Shot, Snapshots
from models.geometry import Size

KEY_PAN = 60.0
"""View pixels that an arrow moves."""
LEAST_WIDTH, ROW_HEIGHT = 240, 66
"""Of a pane, and of what stands around its picture, in logical pixels."""


class ShotView(LookingWidget):
    """One snapshot: the wheel zooms, a drag moves, + - 0 and arrows do so by keys."""

    def __init__(self, shot: Shot, surround: QColor) -> None:
        super().__init__()
        self.shot = shot
        self._surround = surround
        self._compositor = Compositor()
        self._compositor.set_source(shot.document, shot.pixels)
        self._display = PictureDisplay(self._compositor)
        self._grabbed: QPointF | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self.update)
        self.setMinimumSize(120, 90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(shot.title)

    @property
    def picture_size(self) -> Size | None:
        """Size of the picture."""
        return self._compositor.size

    def follow(self, viewport: Viewport) -> None:
        """Look at the same place as another one does."""
        own = self.viewport
        self.set_viewport(
            replace(viewport, width=own.width, height=own.height, pixel_ratio=own.pixel_ratio)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on the canvas's ground."""
        painter = QPainter(self)
        exposed = QRectF(event.rect())
        painter.fillRect(exposed, self._surround)
        area = exposed_area(self.viewport, exposed)
        if not self._display.paint(painter, self.viewport, area):
            self._more.start()
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        at = event.position()
        self.zoom_by(WHEEL_ZOOM ** (event.angleDelta().y() / 120), (at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grabbed is not None:
            delta = event.position() - self._grabbed
            self._grabbed = event.position()
            self.pan(delta.x(), delta.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and zoom by keys."""
        keys = Qt.Key
        steps = {keys.Key_Left: (1, 0), keys.Key_Right: (-1, 0), keys.Key_Up: (0, 1),
                 keys.Key_Down: (0, -1)}  # fmt: skip
        key = keys(event.key())
        if key in steps:
            self.pan(steps[key][0] * KEY_PAN, steps[key][1] * KEY_PAN)
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom_by(WHEEL_ZOOM)
        elif key == keys.Key_Minus:
            self.zoom_by(1 / WHEEL_ZOOM)
        elif key == keys.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)


class SideBySide(QWidget):
    """A page with all snapshots, in the place of the canvas.

    Signals
    chosen    a Shot whose state the drawing is to take.
    compared  a Shot that the drawing is to be compared with.
    left      the page is to be left.
    """

    chosen = Signal(object)
    compared = Signal(object)
    left = Signal()

    def __init__(self, snapshots: Snapshots, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._snapshots = snapshots
        self.surround = QColor(0x48, 0x48, 0x48)
        self.views: list[ShotView] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._told = QLabel()
        self._told.setObjectName("muted")
        self.take = self._button(self.tr("Take a snapshot"), snapshots.take)
        self.each = self._button(self.tr("One of each generator"), snapshots.take_of_each)
        self.close_button = self._button(self.tr("Back to the drawing"), self.left.emit)
        bar = QHBoxLayout()
        bar.addWidget(self.take)
        bar.addWidget(self.each)
        bar.addWidget(self._told, 1)
        bar.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(bar)
        layout.addLayout(self._grid, 1)
        snapshots.changed.connect(self.refresh)

    @staticmethod
    def _button(text: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: handler())
        return button

    def refresh(self) -> None:
        """Show what is kept now, where the page is seen at all."""
        waiting = self._snapshots.is_waiting
        self.each.setEnabled(not waiting)
        shots = self._snapshots.shots
        empty = "" if shots else self.tr("There are no snapshots yet")
        self._told.setText(self.tr("Colouring…") if waiting else empty)
        if not self.isVisible() or [view.shot for view in self.views] == list(shots):
            return
        before = self.views[0].viewport if self.views else None
        while (item := self._grid.takeAt(0)) is not None:
            if (pane := item.widget()) is not None:
                pane.deleteLater()
        columns = self._columns(shots)
        self.views = []
        for index, shot in enumerate(shots):
            self._grid.addWidget(self._pane(shot), index // columns, index % columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        if before is not None:
            for view in self.views:
                view.follow(before)

    def _columns(self, shots: Sequence[Shot]) -> int:
        """So many that the pictures are as large as they go."""
        if not shots:
            return 1
        size, count = shots[0].document.size, len(shots)

        def scale(columns: int) -> float:
            across = self.width() / columns / size.width
            down = (self.height() / ceil(count / columns) - ROW_HEIGHT) / size.height
            return min(across, down)

        most = max(1, min(count, self.width() // LEAST_WIDTH))
        return max(range(1, most + 1), key=scale)

    def _pane(self, shot: Shot) -> QWidget:
        view = ShotView(shot, self.surround)
        view.viewport_changed.connect(lambda viewport: self._spread(view, viewport))
        self.views.append(view)
        title = QLabel(shot.title)
        row = QHBoxLayout()
        title.setMinimumWidth(1)
        title.setToolTip(shot.title)
        row.setSpacing(2)
        row.addStretch(1)
        for text, handler in (
            (self.tr("Use"), lambda: self.chosen.emit(shot)),
            (self.tr("Compare"), lambda: self.compared.emit(shot)),
            (self.tr("Forget"), lambda: self._snapshots.remove(shot)),
        ):
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(f"{text}: {shot.title}")
            button.clicked.connect(lambda _=False, do=handler: do())
            row.addWidget(button)
        pane = QWidget()
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addWidget(view, 1)
        layout.addLayout(row)
        return pane

    def _spread(self, source: ShotView, viewport: Viewport) -> None:
        """All look where one looks."""
        if source.underMouse() or source.hasFocus():
            for view in self.views:
                if view is not source:
                    view.follow(viewport)

    def showEvent(self, event: object) -> None:
        """Catch up with what was taken meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the drawing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
