"""The tool that selects: a press takes what is there, a loop what lies in it."""

from PySide6.QtCore import QObject, Signal

from app.canvas.stroke import DraftStroke
from app.canvas.tools import LOOP_RADIUS, BrushSettings, LassoTool, ToolHost, ToolSample
from app.canvas.viewport import distance

LOOP_COLOR = (120, 130, 150)
TAP = 4.0
"""View pixels that the pen may go within a press."""


class Selector(QObject):
    """Tells what the pen asks to be selected.

    Signals
    pressed  (x, y) in image pixels.
    drawn    (x, y) in image pixels of a loop.
    """

    pressed = Signal(object)
    drawn = Signal(object)


class SelectTool(LassoTool):
    """Draws a loop, or presses."""

    def __init__(self, selector: Selector) -> None:
        super().__init__()
        self._selector = selector

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Close the loop; one that went nowhere is a press."""
        draft = self._draft
        if draft is None:
            return
        self._take(sample, host, is_last=True)
        self._draft = None
        host.show_draft(None, draft.bounds())
        begin = draft.points[0]
        farthest = max(distance(begin, point) for point in draft.points)
        if farthest <= TAP * host.pixel_size:
            self._selector.pressed.emit(begin)
        else:
            self._selector.drawn.emit(draft.points)

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(color=LOOP_COLOR, radius=LOOP_RADIUS, spacing=min(spacing, 2.0))
