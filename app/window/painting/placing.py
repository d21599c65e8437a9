"""Places a picture on a layer of its own: by its handles, by keys, by numbers."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.painting.placing import LEAST_SCALE, MOST_SCALE, Placing
from app.document.document import Document
from app.document.painting.edits import AddPaintLayer, new_paint_layer, place_above
from app.document.painting.painting import Painting
from app.errors import TintlineError
from app.panels.layers.work import LayerWork
from app.session import Session
from app.window.regions.foot_bar import FootBar
from models.arrays import U8Array
from models.budget import BudgetError

NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
FAR = 10
"""Image pixels of a nudge with Shift."""


class PlaceControl(QObject):
    """Enter makes a layer of the picture that is placed, in one step; Escape gives it up.

    Signals
    changed  it was begun, moved or ended.
    """

    changed = Signal()

    def __init__(self, session: Session, canvas: CanvasWidget, work: LayerWork) -> None:
        super().__init__(canvas)
        self._session, self._canvas, self._work = session, canvas, work
        self._tool = canvas.tool_name
        canvas.installEventFilter(self)
        canvas.easel.placing_moved.connect(self.move_to)
        canvas.tool_changed.connect(lambda _: self._take_tool())
        session.opened.connect(self.drop)

    @property
    def placing(self) -> Placing | None:
        """The picture that is placed; None while none is."""
        return self._canvas.easel.placing

    def begin(self, placing: Placing) -> None:
        """Place a picture; one that still is placed becomes a layer first."""
        self.keep()
        self._tool = self._canvas.tool_name
        self.move_to(placing)
        self._canvas.setFocus()

    def move_to(self, placing: Placing) -> None:
        """Show it otherwise."""
        self._show(placing)

    def keep(self) -> None:
        """Make it a paint layer above the chosen one."""
        document = self._session.document
        edit = None if document is None else self._edit(document)
        self._show(None)
        if edit is None:
            return
        try:
            self._session.apply(edit)
        except (TintlineError, BudgetError) as error:
            self._session.report(str(error))
            return
        self._work.choose(edit.layer.id)

    def as_placed(self, document: Document) -> Document:
        """A document with what is placed as it lies now, for a copy of unfinished work."""
        edit = self._edit(document)
        try:
            return document if edit is None else edit.apply(document)
        except (TintlineError, BudgetError):
            return document

    def _edit(self, document: Document) -> AddPaintLayer | None:
        """What makes a layer of it; None where nothing of it lies in the picture."""
        if self.placing is None:
            return None
        area, rgba_u8 = self.placing.rendered(document.size)
        if area.is_empty:
            return None
        layer = replace(new_paint_layer(document), name=self.tr("Pasted"))
        above = self._work.layer.id if self._work.layer is not None else document.layers[-1].id
        painting = Painting(document.size).written(area, rgba_u8)
        return AddPaintLayer(layer, place_above(document, above), painting)

    def drop(self) -> None:
        """Give it up."""
        self._show(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take its keys before the canvas does."""
        if self.placing is None or not isinstance(event, QKeyEvent):
            return False
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        key = Qt.Key(event.key())
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.type() not in kinds or key not in (*ends, *NUDGES):
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            is_far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._take_key(key, FAR if is_far else 1)
        return True

    def _take_key(self, key: Qt.Key, far: int) -> None:
        if self.placing is not None and key in NUDGES:
            across, down = NUDGES[key]
            x, y = self.placing.x + across * far, self.placing.y + down * far
            self.move_to(replace(self.placing, x=x, y=y))
        elif key is Qt.Key.Key_Escape:
            self.drop()
        else:
            self.keep()

    def _take_tool(self) -> None:
        """Another tool is chosen: what is placed stays where it is."""
        if self._canvas.tool_name is not self._tool:
            self._tool = self._canvas.tool_name
            self.keep()

    def _show(self, placing: Placing | None) -> None:
        if placing is not self.placing:
            self._canvas.easel.placing = self._canvas.overlay.placing.placing = placing
            self._canvas.update()
            self.changed.emit()


class PlaceBar(FootBar):
    """Floats over its parent's foot while a picture is placed."""

    def __init__(self, control: PlaceControl, session: Session, parent: QWidget) -> None:
        super().__init__("place_bar", parent)
        self._control = control
        self.size_percent = self._spin(
            self.tr("Size"), 100 * LEAST_SCALE, 100 * MOST_SCALE, self.tr(" %")
        )
        self.angle = self._spin(self.tr("Angle"), -180, 180, "°")
        self.angle.setWrapping(True)
        self.size_percent.valueChanged.connect(self._scale)
        self.angle.valueChanged.connect(self._turn)
        self.keep = self.add_button(self.tr("Place"), self.tr("Make it a layer (Enter)"))
        self.drop = self.add_button(self.tr("Give up"), self.tr("Paste nothing (Esc)"))
        self.keep.clicked.connect(lambda _=False: control.keep())
        self.drop.clicked.connect(lambda _=False: control.drop())
        control.changed.connect(self._refresh)
        session.document_changed.connect(self._take_document)

    def _spin(self, name: str, least: float, most: float, suffix: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setRange(least, most)
        spin.setDecimals(1)
        spin.setSuffix(suffix)
        spin.setKeyboardTracking(False)
        spin.setAccessibleName(name)
        for widget in (QLabel(name), spin):
            self.row.addWidget(widget)
        return spin

    def _scale(self, percent: float) -> None:
        if (placing := self._control.placing) is not None:
            self._control.move_to(replace(placing, scale=percent / 100))

    def _turn(self, angle: float) -> None:
        if (placing := self._control.placing) is not None:
            self._control.move_to(replace(placing, angle=angle))

    def _refresh(self) -> None:
        placing = self._control.placing
        if placing is not None:
            for spin, value in (
                (self.size_percent, 100 * placing.scale),
                (self.angle, placing.angle),
            ):
                spin.blockSignals(True)
                spin.setValue(value)
                spin.blockSignals(False)
        self.show_if(placing is not None)

    def _take_document(self, _: Document) -> None:
        self._refresh()


def middle_of_view(canvas: CanvasWidget, rgba_u8: U8Array) -> Placing:
    """A picture in the middle of what is seen, at its own size."""
    height, width = rgba_u8.shape[:2]
    x, y = canvas.viewport.to_image(canvas.width() / 2, canvas.height() / 2)
    # On whole pixels, so that a picture that is only moved stays as it is.
    return Placing(rgba_u8, round(x - width / 2) + width / 2, round(y - height / 2) + height / 2)
