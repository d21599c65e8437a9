"""Tools that look: they change the view or read colours, and leave the document as it is."""

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


class PanTool:
    """Moves the picture under the view."""

    def __init__(self) -> None:
        self._last: Point | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Hold the picture."""
        self._last = sample.view.position

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Drag the picture along."""
        if self._last is not None:
            x, y = sample.view.position
            host.pan(x - self._last[0], y - self._last[1])
            self._last = (x, y)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Let go."""
        self.move(sample, host)
        self._last = None

    def cancel(self, host: ToolHost) -> None:
        """Let go."""
        self._last = None


class RotateTool:
    """Turns the picture about the middle of the view, as a hand turns paper."""

    def __init__(self) -> None:
        self._last: Point | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Hold the picture."""
        self._last = sample.view.position

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Turn the picture along."""
        if self._last is not None:
            host.turn(self._last, sample.view.position)
            self._last = sample.view.position

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Let go."""
        self.move(sample, host)
        self._last = None

    def cancel(self, host: ToolHost) -> None:
        """Let go."""
        self._last = None
