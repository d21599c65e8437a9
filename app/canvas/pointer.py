"""Pointer events of the canvas: mouse, tablet, wheel, gestures and held keys become tool calls."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)

from app.canvas.pen.pressure import PenSettings
from app.canvas.pen.stabilizer import Stabilizer
from app.canvas.pen_input import PenReader
from app.canvas.tools import Tool, ToolHost, ToolName, ToolSample
from app.canvas.viewport import Point, Viewport

WHEEL_ZOOM = 1.25
"""Zoom factor of one notch of the wheel."""
FINE_WHEEL_ZOOM = 1.05
"""The same while Ctrl is held, and for touchpads, which send many small steps."""
WHEEL_DEGREES = 7.5
"""Rotation of one notch of the wheel while Shift is held."""
DRAWING_TOOLS = frozenset({ToolName.BRUSH, ToolName.POINT, ToolName.SHADOW, ToolName.ERASER})

STEADIED_TOOLS = frozenset(
    {ToolName.BRUSH, ToolName.SHADOW, ToolName.LASSO, ToolName.BARRIER, ToolName.JOIN}
)
"""Those whose path is seen."""


class PointerHost(ToolHost, Protocol):
    """What the pointer needs of the canvas besides what tools need."""

    viewport: Viewport

    @property
    def tool_name(self) -> ToolName:
        """The chosen tool."""

    def tool(self, name: ToolName) -> Tool:
        """The tool of a name."""

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a view point."""

    def rotate_by(self, degrees: float, at: Point | None = None) -> None:
        """Rotate around a view point."""

    def show_pointer(self, position: Point | None) -> None:
        """The pointer is at a view point, or gone."""

    def show_tool(self, name: ToolName) -> None:
        """The tool that a press would use changed."""

    def show_drawing(self, is_drawing: bool) -> None:
        """The pen went down or up on a drawing tool."""


class PointerInput:
    """State of the pointer over one canvas.

    Attributes
    position  of the pointer in view pixels, None outside.
    """

    def __init__(self, host: PointerHost) -> None:
        self.position: Point | None = None
        self._pen = PenSettings()
        self._steady = Stabilizer()
        self._host = host
        self._reader = PenReader()
        self._active: Tool | None = None
        self._active_name = ToolName.BRUSH
        self._active_button = Qt.MouseButton.NoButton
        self._is_drawing = False
        self._is_pen_eraser = False
        self._held: set[ToolName] = set()

    @property
    def pen(self) -> PenSettings:
        """How strokes are taken from the pen."""
        return self._pen

    @pen.setter
    def pen(self, pen: PenSettings) -> None:
        self._pen = pen
        self._steady.length = float(pen.steadiness)

    @property
    def is_down(self) -> bool:
        """Whether a stroke, pick or pan is under way."""
        return self._active is not None

    @property
    def tool_at_work(self) -> ToolName:
        """The tool of the gesture under way, else the one that a press would use."""
        return self._active_name if self._active is not None else self.effective_tool

    @property
    def effective_tool(self) -> ToolName:
        """The tool that a press uses now: a held key's, the pen's eraser end, or the chosen."""
        for borrowed in (ToolName.ROTATE, ToolName.PAN, ToolName.PICKER):
            if borrowed in self._held:
                return borrowed
        return ToolName.ERASER if self._is_pen_eraser else self._host.tool_name

    # Keys

    def hold(self, borrowed: ToolName, *, is_held: bool) -> None:
        """A key that borrows a tool went down or up."""
        if is_held != (borrowed in self._held):
            self._held.symmetric_difference_update({borrowed})
            self._host.show_tool(self.effective_tool)

    def forget_keys(self) -> None:
        """The keyboard went elsewhere: no key counts as held."""
        if self._held:
            self._held.clear()
            self._host.show_tool(self.effective_tool)

    # Mouse

    def mouse_press(self, event: QMouseEvent) -> None:
        """Begin with the tool of the button: left the chosen, middle the hand, right the picker."""
        tools = {
            Qt.MouseButton.LeftButton: self.effective_tool,
            Qt.MouseButton.MiddleButton: ToolName.PAN,
            Qt.MouseButton.RightButton: ToolName.PICKER,
        }
        name = tools.get(event.button())
        if name is not None and not self.is_down:
            self._begin(name, event.button(), _read_mouse(event))
        event.accept()

    def mouse_move(self, event: QMouseEvent) -> None:
        """Go on, or hover."""
        self._move(_read_mouse(event))
        event.accept()

    def mouse_release(self, event: QMouseEvent) -> None:
        """End what the same button began."""
        if event.button() == self._active_button:
            self._end(_read_mouse(event))
        event.accept()

    # Tablet

    def tablet(self, event: QTabletEvent) -> None:
        """Handle press, move and release of a pen, accepting so that no mouse event follows."""
        event.accept()
        is_eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
        if is_eraser != self._is_pen_eraser and not self.is_down:
            self._is_pen_eraser = is_eraser
            self._host.show_tool(self.effective_tool)
        position = event.position()
        reading = _Reading(
            event.timestamp(), position.x(), position.y(), event.pressure(), is_pen=True
        )
        if event.type() == QEvent.Type.TabletMove:
            self._move(reading)
        elif event.type() == QEvent.Type.TabletRelease:
            if event.button() in (self._active_button, Qt.MouseButton.NoButton):
                self._end(reading)
        elif event.type() == QEvent.Type.TabletPress and not self.is_down:
            tools = {
                Qt.MouseButton.MiddleButton: ToolName.PAN,
                Qt.MouseButton.RightButton: ToolName.PICKER,
            }
            name = tools.get(event.button(), self.effective_tool)
            self._begin(name, event.button(), reading)

    def leave(self) -> None:
        """The pointer left the canvas."""
        if not self.is_down:
            self.position = None
            self._host.show_pointer(None)

    def cancel(self) -> None:
        """Give up what is under way."""
        if self._active is not None:
            self._active.cancel(self._host)
            self._finish()

    # Wheel and gestures

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift rotate; two fingers on a touchpad pan."""
        at = (event.position().x(), event.position().y())
        pixels, degrees = event.pixelDelta(), event.angleDelta()
        modifiers = event.modifiers()
        is_touchpad = event.device().type() == QInputDevice.DeviceType.TouchPad
        notches = (degrees.y() or degrees.x()) / 120.0
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._host.rotate_by(notches * WHEEL_DEGREES, at)
        elif is_touchpad and not pixels.isNull() and not modifiers:
            self._host.pan(pixels.x(), pixels.y())
        else:
            is_fine = modifiers & Qt.KeyboardModifier.ControlModifier and not is_touchpad
            self._host.zoom_by((FINE_WHEEL_ZOOM if is_fine else WHEEL_ZOOM) ** notches, at)
        event.accept()

    def gesture(self, event: QNativeGestureEvent) -> bool:
        """Pinch zooms, turning rotates; True if it was one of them."""
        at = (event.position().x(), event.position().y())
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._host.zoom_by(max(0.1, 1.0 + event.value()), at)
        elif event.gestureType() == Qt.NativeGestureType.RotateNativeGesture:
            self._host.rotate_by(event.value(), at)
        else:
            return False
        return True

    # The one gesture under way

    def _begin(self, name: ToolName, button: Qt.MouseButton, reading: "_Reading") -> None:
        self._reader.begin()
        sample = self._sample(reading, is_down=True)
        if sample is None:
            return
        self._active, self._active_button = self._host.tool(name), button
        self._active_name = name
        self._is_drawing = name in DRAWING_TOOLS
        if self._is_drawing:
            self._host.show_drawing(True)
        self._steady.begin(sample.view)
        self._active.press(sample, self._host)
        self._host.show_pointer(self.position)

    def _move(self, reading: "_Reading") -> None:
        sample = self._sample(reading, is_down=self.is_down)
        if sample is None:
            return
        if self._active is not None and (steady := self._steadied(sample)) is not None:
            self._active.move(steady, self._host)
        self._host.show_pointer(self.position)

    def _end(self, reading: "_Reading") -> None:
        if self._active is None:
            return
        sample = self._sample(reading, is_down=True)
        if sample is None:
            self.cancel()
            return
        self._active.release(sample, self._host)
        self._finish()

    def _steadied(self, sample: ToolSample) -> ToolSample | None:
        """Where a stroke is drawn to; None while it stays where it is."""
        if self._active_name not in STEADIED_TOOLS:
            return sample
        view = self._steady.pull(sample.view)
        if view is None or view is sample.view:
            return None if view is None else sample
        return ToolSample(view, view.moved_to(self._host.viewport.to_image(*view.position)))

    # One finger that draws

    def finger_down(self, at: Point, time_ms: float) -> None:
        """Begin with the tool that a press uses."""
        if not self.is_down:
            self._begin(self.effective_tool, Qt.MouseButton.LeftButton, _finger(at, time_ms))

    def finger_move(self, at: Point, time_ms: float) -> None:
        """Go on."""
        self._move(_finger(at, time_ms))

    def finger_up(self, at: Point, time_ms: float) -> None:
        """End what it began."""
        self._end(_finger(at, time_ms))

    def _finish(self) -> None:
        self._active, self._active_button = None, Qt.MouseButton.NoButton
        self._host.show_pointer(self.position)
        if self._is_drawing:
            self._is_drawing = False
            self._host.show_drawing(False)

    def _sample(self, reading: "_Reading", *, is_down: bool) -> ToolSample | None:
        view = self._reader.sample(
            time_ms=reading.time_ms,
            x=reading.x,
            y=reading.y,
            pressure=reading.pressure,
            is_down=is_down,
        )
        if view is None:
            return None
        self.position = view.position
        if reading.is_pen:
            view = replace(view, pressure=self.pen.curve.at(view.pressure))
        return ToolSample(view, view.moved_to(self._host.viewport.to_image(*view.position)))


class _Reading:
    """What one event says, before any guard."""

    __slots__ = ("is_pen", "pressure", "time_ms", "x", "y")

    def __init__(
        self, time_ms: float, x: float, y: float, pressure: float, *, is_pen: bool
    ) -> None:
        self.time_ms, self.x, self.y, self.pressure = time_ms, x, y, pressure
        self.is_pen = is_pen


def _finger(at: Point, time_ms: float) -> _Reading:
    return _Reading(time_ms, *at, 1.0, is_pen=False)


def _read_mouse(event: QMouseEvent) -> _Reading:
    position: QPointF = event.position()
    return _Reading(event.timestamp(), position.x(), position.y(), 1.0, is_pen=False)
