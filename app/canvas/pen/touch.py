"""Fingers on the screen: two move, zoom and turn the picture; one does so too, or draws."""

from math import atan2, degrees, hypot
from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEventPoint, QInputDevice, QTouchEvent

from app.canvas.viewport import Point

TURN_DEGREES = 6.0
"""That two fingers turn before the picture turns with them: until then it stays upright."""


class TouchHost(Protocol):
    """What fingers need of the canvas."""

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by view pixels."""

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a view point."""

    def rotate_by(self, degrees: float, at: Point | None = None) -> None:
        """Rotate around a view point."""


class FingerPen(Protocol):
    """What draws, or is drawing."""

    @property
    def is_down(self) -> bool:
        """Whether a stroke is under way."""

    def finger_down(self, at: Point, time_ms: float) -> None:
        """Begin a stroke."""

    def finger_move(self, at: Point, time_ms: float) -> None:
        """Go on with it."""

    def finger_up(self, at: Point, time_ms: float) -> None:
        """End it."""

    def cancel(self) -> None:
        """Give it up."""


class TouchInput:
    """State of the fingers over one canvas.

    Attributes
    draws  whether one finger draws, in place of moving the picture.
    """

    def __init__(self, host: TouchHost, pen: FingerPen) -> None:
        self.draws = False
        self._host = host
        self._pen = pen
        self._before: dict[int, Point] = {}
        self._is_drawing = False
        self._is_over = False
        self._turned = 0.0

    def take(self, event: QTouchEvent) -> bool:
        """Handle an event; False if it is none of fingers on a screen."""
        if event.device().type() != QInputDevice.DeviceType.TouchScreen:
            return False
        event.accept()
        if event.type() == QEvent.Type.TouchBegin:
            self._before.clear()
            self._turned, self._is_over = 0.0, False
        if self._pen.is_down and not self._is_drawing:  # a palm beside the pen
            self._before.clear()
            return True
        ends = event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
        lifted = QEventPoint.State.Released
        now = {
            point.id(): (point.position().x(), point.position().y())
            for point in event.points()
            if point.state() != lifted
        }
        if event.type() == QEvent.Type.TouchCancel and self._is_drawing:
            self._pen.cancel()
            self._is_drawing = False
        if len(now) >= 2:
            self._grip(now)
        elif not self._is_over:
            self._one(event, now)
        self._before = {} if ends else now
        return True

    def _one(self, event: QTouchEvent, now: dict[int, Point]) -> None:
        if self.draws:
            self._draw(event, now)
        else:
            for finger, at in now.items():
                if finger in self._before:
                    before = self._before[finger]
                    self._host.pan(at[0] - before[0], at[1] - before[1])

    def _draw(self, event: QTouchEvent, now: dict[int, Point]) -> None:
        time_ms = event.timestamp()
        for at in now.values():
            if self._is_drawing:
                self._pen.finger_move(at, time_ms)
            else:
                self._is_drawing = True
                self._pen.finger_down(at, time_ms)
        if not now and self._is_drawing:
            self._is_drawing = False
            position = event.points()[0].position()
            self._pen.finger_up((position.x(), position.y()), time_ms)

    def _grip(self, now: dict[int, Point]) -> None:
        """Two fingers hold the picture; a stroke that the first of them began is given up."""
        if self._is_drawing:
            self._pen.cancel()
            self._is_drawing = False
        self._is_over = True  # what one of them does when the other is lifted is no stroke
        both = [finger for finger in now if finger in self._before][:2]
        if len(both) < 2:
            return
        (a0, b0), (a1, b1) = ([at[finger] for finger in both] for at in (self._before, now))
        middle = (a1[0] + b1[0]) / 2, (a1[1] + b1[1]) / 2
        self._host.pan(middle[0] - (a0[0] + b0[0]) / 2, middle[1] - (a0[1] + b0[1]) / 2)
        before, after = hypot(b0[0] - a0[0], b0[1] - a0[1]), hypot(b1[0] - a1[0], b1[1] - a1[1])
        if before > 0 and after > 0:
            self._host.zoom_by(after / before, middle)
        self._turn(_angle(a0, b0), _angle(a1, b1), middle)

    def _turn(self, before: float, after: float, middle: Point) -> None:
        turn = (after - before + 180.0) % 360.0 - 180.0
        was_turning = abs(self._turned) >= TURN_DEGREES
        self._turned += turn
        if was_turning:
            self._turned = max(TURN_DEGREES, abs(self._turned))
            self._host.rotate_by(turn, middle)


def _angle(a: Point, b: Point) -> float:
    return degrees(atan2(b[1] - a[1], b[0] - a[0]))
