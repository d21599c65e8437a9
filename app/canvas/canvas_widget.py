"""The canvas: shows the composite, turns pen, mouse, wheel and gestures into tools and views."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QSizePolicy, QWidget

from app.canvas.compositor import Compositor, level_for
from app.canvas.cursors import BITMAP, Cursors
from app.canvas.display import PictureDisplay, exposed_area
from app.canvas.edit_gate import EditGate
from app.canvas.looking.comparison import Comparison
from app.canvas.looking.held_keys import Held, HeldKeys
from app.canvas.looking.looking_widget import LookingWidget
from app.canvas.looking.pixel_grid import paint_pixel_grid
from app.canvas.onion import OnionSkin, paint_onion
from app.canvas.overlay.overlay import BrushOutline, Overlay, paint_outline, to_view_rect
from app.canvas.painting.easel import Easel
from app.canvas.pen.pressure import PenSettings
from app.canvas.pen.touch import TouchInput
from app.canvas.pointer import DRAWING_TOOLS, PointerInput
from app.canvas.stroke import DraftStroke
from app.canvas.toolbox import all_tools
from app.canvas.tools import MAKERS, MARKERS, BrushSettings, Tool, ToolName
from app.canvas.viewport import Point
from app.document.document import Document
from app.document.edits import Edit
from app.session import Session
from models.geometry import Rect, Size

HINT_REACH = 4.0
"""View pixels by which a hint that is to be moved may be missed."""
BORROWED = {Held.PAN: ToolName.PAN, Held.ROTATE: ToolName.ROTATE, Held.PICK: ToolName.PICKER}
"""The tools that held keys borrow."""
MIN_BRUSH_RADIUS, MAX_BRUSH_RADIUS = 0.5, 500.0


class CanvasWidget(LookingWidget):
    """Shows the session's document and draws on it with the current tool.

    Signals
    pointer_moved     (x, y) in image pixels under the pointer, or None when it left.
    color_picked     sRGB bytes taken from the picture.
    brush_changed     the BrushSettings.
    tool_changed      the ToolName, also while a key or button borrows another tool.
    drawing_changed   whether the pen is down on a drawing tool.
    fill_asked        (x, y) in image pixels of the region to be filled, and whether it was pressed.
    loop_closed       (x, y) in image pixels of a loop, whose regions are to be filled.

    Attributes
    comparison  what the picture is compared with.
    display    what paints the picture, for whoever shows it smaller.
    gate       what gives edits to the session.
    easel      what paints on the artist's own layers.
    held_keys  which keys borrow a tool while they are held.
    overlay    what lies on top of the picture; whoever changes it calls `update`.
    """

    pointer_moved = Signal(object)
    color_picked = Signal(object)
    brush_changed = Signal(object)
    tool_changed = Signal(object)
    drawing_changed = Signal(bool)
    fill_asked = Signal(object, bool)
    loop_closed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 160))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self.gate = EditGate(session, self)
        self._compositor = Compositor()
        self.easel = Easel(session, self._compositor, self)
        self.display = PictureDisplay(self._compositor)
        self.comparison = Comparison()
        self._shows_pixel_grid = True
        self.overlay = Overlay()
        self._brush = BrushSettings()
        self._tools = all_tools()
        self._tool_name = ToolName.BRUSH
        self._pointer = PointerInput(self)
        self._touch = TouchInput(self, self._pointer)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.held_keys = HeldKeys()
        self._outline: BrushOutline | None = None
        self._cursors = Cursors()
        self.onion: tuple[OnionSkin, ...] = ()
        self._surround = QColor(0x48, 0x48, 0x48)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._behind = QRect()
        self._more.timeout.connect(lambda: self.update(self._behind))
        self.viewport_changed.connect(lambda _: self._refresh_outline())
        session.opened.connect(self._show_new_picture)
        session.document_changed.connect(self._show_document)
        session.pixels_changed.connect(self._show_pixels)
        if session.document is not None:
            self._show_document(session.document)

    # What tools ask for (ToolHost)

    @property
    def brush(self) -> BrushSettings:
        """Colour and radius of the drawing tools."""
        return self._brush

    @property
    def pixel_size(self) -> float:
        """Image pixels per view pixel."""
        return 1.0 / self.viewport.scale

    def apply(self, edit: Edit) -> None:
        """Give an edit to the session, see EditGate."""
        hides_hints, worked_on = self.overlay.hides_hints, self.overlay.worked_on
        self.gate.apply(edit, hides_hints=hides_hints, worked_on=worked_on)

    @property
    def draws_locally(self) -> bool:
        """Whether Shift is held, so that a hint speaks for its own region alone."""
        held = QApplication.keyboardModifiers()
        return bool(held & Qt.KeyboardModifier.ShiftModifier)

    def seal(self) -> None:
        """End a run of merging edits."""
        self._session.seal()

    def show_draft(self, draft: DraftStroke | None, changed: Rect) -> None:
        """Show the stroke in the making, repainting only what changed of it."""
        self.overlay.draft = draft
        self.update_region(changed)

    def pick(self, at: Point) -> None:
        """Take the colour at an image point."""
        color = self.overlay.color_at(*at) or self._compositor.color_at(*at)
        if color is not None:
            self.color_picked.emit(color)

    def fill(self, at: Point, *, is_press: bool) -> None:
        """Ask for the region at an image point to be filled as the brush is set."""
        self.fill_asked.emit(at, is_press)

    def enclose(self, path: tuple[Point, ...]) -> None:
        """Ask for what a loop holds to be filled with the brush's colour."""
        self.loop_closed.emit(path)

    def gap_at(self, at: Point) -> tuple[Point, Point] | None:
        """Both sides of the ringed gap at an image point."""
        return self.overlay.gap_at(*at, pixel_size=self.pixel_size)

    def hint_at(self, at: Point) -> int | None:
        """Index of the topmost hint at an image point; hidden ones are not to be had, nor fills."""
        return self.overlay.index_at(*at, reach=HINT_REACH * self.pixel_size, with_fills=False)

    # What the window sets

    @property
    def tool_name(self) -> ToolName:
        """The chosen tool."""
        return self._tool_name

    def set_tool(self, name: ToolName) -> None:
        """Choose a tool; a stroke in the making is given up."""
        if name is not self._tool_name:
            self.cancel_stroke()
            self._tool_name = name
            self._show_worked_on(name)
            self.show_tool(self._pointer.effective_tool)

    def _show_worked_on(self, name: ToolName) -> None:
        """Painted light and barriers are seen from when they are drawn until another kind is."""
        if name in MAKERS or name in MARKERS:
            self.overlay.worked_on = MARKERS.get(name)
            self.update()

    @property
    def pen(self) -> PenSettings:
        """How strokes are taken from the pen."""
        return self._pointer.pen

    def set_pen(self, pen: PenSettings) -> None:
        """Take strokes from the pen so from now on."""
        self._pointer.pen = pen
        self._touch.draws = pen.finger_draws

    def cancel_stroke(self) -> None:
        """Give up what the pen is doing."""
        self._pointer.cancel()

    def tool(self, name: ToolName) -> Tool:
        """The tool of a name: the easel's while a paint layer is chosen, if it has one."""
        return self.easel.tool(name) or self._tools[name]

    def set_brush(self, brush: BrushSettings) -> None:
        """Choose colour and radius, which is kept within limits."""
        radius = min(MAX_BRUSH_RADIUS, max(MIN_BRUSH_RADIUS, brush.radius))
        brush = replace(brush, radius=radius)
        if brush != self._brush:
            self._brush = brush
            self._refresh_outline()
            self.brush_changed.emit(brush)

    @property
    def surround(self) -> QColor:
        """What lies around the picture."""
        return self._surround

    def set_surround(self, color: QColor) -> None:
        """Fill the canvas around the picture with a neutral colour."""
        self._surround = color
        self.update()

    def set_pixel_grid(self, is_shown: bool) -> None:
        """Part pixels by lines where they are large enough."""
        self._shows_pixel_grid = is_shown
        self.update()

    def set_onion(self, skins: tuple[OnionSkin, ...]) -> None:
        """Let neighbouring frames shine through; none: only the picture."""
        self.onion = skins
        self.update()

    # The view (LookingWidget)

    @property
    def picture_size(self) -> Size | None:
        """Size of the picture."""
        return self._compositor.size

    def anchor(self) -> Point:
        """The pointer's view point, or the middle."""
        position = self._pointer.position
        if position is not None and self.rect().contains(QPointF(*position).toPoint()):
            return position
        return super().anchor()

    # What the pointer tells (PointerHost)

    def show_pointer(self, position: Point | None) -> None:
        """The pointer is at a view point, or gone."""
        self._refresh_cursor()
        self._refresh_outline()
        self.pointer_moved.emit(None if position is None else self.viewport.to_image(*position))

    def show_tool(self, name: ToolName) -> None:
        """Another tool answers the next press."""
        self._refresh_cursor()
        self._refresh_outline()
        self.tool_changed.emit(name)

    def set_cursors(self, cursors: Cursors) -> None:
        """Use the cursors of a theme."""
        self._cursors = cursors
        self._refresh_cursor()

    def _refresh_cursor(self) -> None:
        name, position = self._pointer.tool_at_work, self._pointer.position
        is_over_hint = (
            name is ToolName.MOVE
            and position is not None
            and self.hint_at(self.viewport.to_image(*position)) is not None
        )
        cursor = self._cursors.of(name, is_down=self._pointer.is_down, is_over_hint=is_over_hint)
        if cursor.shape() is not self.cursor().shape() or cursor.shape() is BITMAP:
            self.setCursor(cursor)

    def show_drawing(self, is_drawing: bool) -> None:
        """The pen went down or up on a drawing tool."""
        self.display.is_drawing = is_drawing
        self.drawing_changed.emit(is_drawing)

    def _refresh_outline(self) -> None:
        before, position = self._outline, self._pointer.position
        is_shown = position is not None and self._pointer.effective_tool in DRAWING_TOOLS
        after = (
            BrushOutline(position, self._brush.radius * self.viewport.scale)
            if is_shown and position is not None and self._compositor.size is not None
            else None
        )
        if after == before:
            return
        self._outline = after
        for outline in (before, after):
            if outline is not None:
                self.update(outline.bounds().toAlignedRect())

    # What the session tells

    def _show_new_picture(self) -> None:
        self.cancel_stroke()
        self.comparison.forget_before()
        self.needs_fit = True

    def _show_document(self, document: Document) -> None:
        pixels = self._session.pixels
        assert pixels is not None
        is_stale = self._compositor.set_source(document, pixels)
        self.comparison.set_document(document, pixels)
        changed = self.overlay.set_document(document)
        if self.isVisible():
            self.fit_if_new()
        if is_stale:
            self.update()
        else:
            self.update_region(changed)

    def _show_pixels(self, layer_id: str, region: Rect) -> None:
        document = self._session.document
        if document is not None and document.shows(layer_id):
            region = region.grown(document.lines.reach)
            self._compositor.invalidate(region)
            self.update_region(region)

    def show_painted(self, region: Rect) -> None:
        """Show pixels that a stroke in the making changed, at once."""
        self._compositor.patch(level_for(self.viewport.zoom), region)
        self.update_region(region)

    def update_region(self, region: Rect) -> None:
        """Paint a region of the image again, with what lies on top of it."""
        if not region.is_empty:
            self.update(to_view_rect(self.viewport, region).toAlignedRect())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is exposed: surround, picture, hints, draft, brush outline."""
        painter = QPainter(self)
        exposed = QRectF(event.rect())
        painter.fillRect(exposed, self._surround)
        if self._compositor.size is not None:
            area = exposed_area(self.viewport, exposed)
            is_complete = self.display.paint(painter, self.viewport, area)
            paint_onion(painter, self.viewport, self.onion)
            if self._shows_pixel_grid:
                seen = area.clipped(self._compositor.size)
                paint_pixel_grid(painter, self.viewport, seen)
            self.overlay.paint(painter, self.viewport, exposed=area)
            is_complete &= self.comparison.paint(
                painter, self.viewport, exposed, self._surround, self.tr("Drawing")
            )
            waiting = self._behind if self._more.isActive() else QRect()
            self._behind = waiting if is_complete else waiting.united(event.rect())
            if not is_complete:
                self._more.start()
            if self._outline is not None:
                paint_outline(painter, self._outline)
        painter.end()

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See PointerInput."""
        self._pointer.mouse_press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See PointerInput."""
        self._pointer.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See PointerInput."""
        self._pointer.mouse_release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is a press like any other."""
        self._pointer.mouse_press(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Accepts, so that Qt sends no duplicate mouse event, which would bring the keyboard."""
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer.tablet(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See PointerInput."""
        self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush outline."""
        self._pointer.leave()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let fingers and touchpad gestures through."""
        if isinstance(event, QTouchEvent) and self._touch.take(event):
            return True
        if isinstance(event, QNativeGestureEvent) and self._pointer.gesture(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A held key borrows a tool; Escape gives a stroke up."""
        if event.key() == Qt.Key.Key_Escape and self._pointer.is_down:
            self.cancel_stroke()
        elif not self._hold(self.held_keys.press(event), is_held=True):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The borrowed tool goes back; repeats of a held key mean nothing."""
        if event.isAutoRepeat() or not self._hold(self.held_keys.release(event), is_held=False):
            super().keyReleaseEvent(event)

    def _hold(self, held: Held | None, *, is_held: bool) -> bool:
        if held in BORROWED:
            self._pointer.hold(BORROWED[held], is_held=is_held)
        elif held is Held.BEFORE:
            self._show_before(is_held)
        return held is not None

    def _show_before(self, is_shown: bool) -> None:
        if is_shown != self.comparison.is_whole:
            self.comparison.is_whole = is_shown
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that were held are forgotten: their release goes elsewhere."""
        self.held_keys.forget()
        self._pointer.forget_keys()
        self._show_before(False)
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard, so that Space and Alt work, unless somebody is typing."""
        if not isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)
