"""Tools that look: they change the view or read colours, and leave the document as it is."""

from abc import ABC, abstractmethod

from app.canvas.tools import ToolHost, ToolSample
from app.canvas.viewport import Point


class PickerTool:
    """Takes colours from the picture, for as long as the pen is down."""

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Take the colour."""
        host.pick(sample.image.position)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Take the colour there."""
        host.pick(sample.image.position)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """The last colour stays."""

    def cancel(self, host: ToolHost) -> None:
        """The last colour stays."""


class _DragTool(ABC):
    """Holds the picture where it was touched, and leads the view along."""

    def __init__(self) -> None:
        self._last: Point | None = None

    @abstractmethod
    def drag(self, host: ToolHost, start: Point, end: Point) -> None:
        """Lead the view from one of its points to another."""

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Hold the picture."""
        self._last = sample.view.position

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Lead it along."""
        if self._last is not None:
            self.drag(host, self._last, sample.view.position)
            self._last = sample.view.position

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Let go."""
        self.move(sample, host)
        self._last = None

    def cancel(self, host: ToolHost) -> None:
        """Let go."""
        self._last = None


class PanTool(_DragTool):
    """Moves the picture under the view."""

    def drag(self, host: ToolHost, start: Point, end: Point) -> None:
        """Move it as far as the pointer went."""
        host.pan(end[0] - start[0], end[1] - start[1])


class RotateTool(_DragTool):
    """Turns the picture about the middle of the view, as a hand turns paper."""

    def drag(self, host: ToolHost, start: Point, end: Point) -> None:
        """Turn it by the angle between both."""
        host.turn(start, end)
