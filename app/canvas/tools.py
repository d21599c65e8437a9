"""The tools of the canvas. Each turns pen samples into edits; none knows Qt or the view."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.canvas.pen_input import PenSample
from app.canvas.stroke import DraftStroke
from app.canvas.viewport import Point
from app.document.edits import AddHint, Edit, EraseHints, MoveHint
from app.document.light_edits import AddLightStroke
from app.document.mark_edits import MarkKind
from app.document.region_edits import AddBarrier, AddJoin, CloseGap, LeaveOpen
from models.geometry import NOWHERE, Rect
from models.hints.hints import Keep, PointHint
from models.hints.tags import Rgb
from models.lighting.strokes import LightKind
from models.regions.barriers import Barrier
from models.regions.wishes import Join

TOLERANCE = 0.35
"""View pixels by which a stroke's path may be straightened."""


class ToolName(StrEnum):
    """Identifiers of the tools."""

    POINT = "point"
    BRUSH = "brush"
    FILL = "fill"
    LASSO = "lasso"
    BARRIER = "barrier"
    JOIN = "join"
    SHADOW = "shadow"
    ERASER = "eraser"
    SELECT = "select"
    MOVE = "move"
    PICKER = "picker"
    PAN = "pan"
    ROTATE = "rotate"


LOOP_RADIUS = 1.0
"""Of a loop in the making, in image pixels."""
BARRIER_COLOR, JOIN_COLOR, BOUND_RADIUS = (20, 190, 200), (245, 130, 20), 1.5
"""Of barriers and joins; the radius of one in the making."""
MARKERS = {
    ToolName.SHADOW: MarkKind.LIGHT,
    ToolName.BARRIER: MarkKind.BARRIER,
    ToolName.JOIN: MarkKind.JOIN,
}
"""Tools that work on marks; a tool of these or"""
MAKERS = frozenset({ToolName.POINT, ToolName.BRUSH, ToolName.FILL, ToolName.LASSO, ToolName.MOVE})
"""one that works on hints says what the eraser takes, until another one is chosen."""


@dataclass(frozen=True, slots=True)
class BrushSettings:
    """What the drawing tools draw with.

    radius  image pixels, at full pressure.
    light   what the shadow brush paints.
    hardness, opacity, fades  of paint; see app.canvas.painting.touches.BrushTip.
    keep    what filling keeps regions from, in place of giving them the colour; None: it fills.
    only_left  whether it takes only regions that have no colour.
    """

    color: Rgb = (242, 113, 140)
    radius: float = 6.0
    uses_pressure: bool = True
    light: LightKind = LightKind.SHADE
    keep: Keep | None = None
    only_left: bool = False
    hardness: float = 1.0
    opacity: float = 1.0
    fades: bool = False


@dataclass(frozen=True, slots=True)
class ToolSample:
    """A pen sample in both spaces: view pixels for panning, image pixels for all else."""

    view: PenSample
    image: PenSample


class ToolHost(Protocol):
    """What a tool may do to the canvas."""

    @property
    def brush(self) -> BrushSettings:
        """Current colour and radius."""

    @property
    def pixel_size(self) -> float:
        """Image pixels per view pixel."""

    @property
    def draws_locally(self) -> bool:
        """Whether a hint is to speak for its own region alone."""

    def apply(self, edit: Edit) -> None:
        """Change the document."""

    def seal(self) -> None:
        """Let the next edit begin an undo step of its own."""

    def show_draft(self, draft: DraftStroke | None, changed: Rect) -> None:
        """Show a stroke in the making; `changed`: image region to repaint."""

    def pick(self, at: Point) -> None:
        """Take the colour at an image point."""

    def fill(self, at: Point, *, is_press: bool) -> None:
        """Fill the region at an image point with the brush's colour.

        is_press: not on the way of a drag. A press on a region that has the colour takes its piece.
        """

    def enclose(self, path: tuple[Point, ...]) -> None:
        """Fill every region that a closed path of image points holds with the brush's colour."""

    def gap_at(self, at: Point) -> tuple[Point, Point] | None:
        """Both sides of the gap in the lines whose ring is shown at an image point."""

    def hint_at(self, at: Point) -> int | None:
        """Index of the topmost hint at an image point, or within a pen's width of it."""

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by view pixels."""

    def turn(self, before: Point, after: Point) -> None:
        """Turn the picture about the view's middle, as from one view point to another."""


class Tool(Protocol):
    """One press, moves, one release; or a cancel in place of the release."""

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """The pen or button went down."""

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """It moved while down."""

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """It went up: the edit is made."""

    def cancel(self, host: ToolHost) -> None:
        """Give the stroke up without a trace."""


class BrushTool:
    """Draws stroke hints."""

    def __init__(self) -> None:
        self._draft: DraftStroke | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Begin a stroke."""
        radius = host.brush.radius
        spacing = min(max(1.5 * host.pixel_size, 0.1 * radius), radius)
        self._draft = self._begun(host.brush, spacing)
        self._take(sample, host)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Extend the stroke."""
        self._take(sample, host)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Finish the stroke as one hint."""
        draft = self._draft
        if draft is None:
            return
        self._take(sample, host, is_last=True)
        self._draft = None
        host.show_draft(None, draft.bounds())
        host.apply(self._edit(draft, host))

    def cancel(self, host: ToolHost) -> None:
        """Forget the stroke."""
        if self._draft is not None:
            host.show_draft(None, self._draft.bounds())
            self._draft = None

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(color=brush.color, radius=brush.radius, spacing=spacing)

    def _edit(self, draft: DraftStroke, host: ToolHost) -> Edit:
        if draft.is_tapered and not host.draws_locally:  # a local area would fill its region
            return AddHint(draft.to_area(), tool="Brush")
        return AddHint(draft.to_hint(tolerance=TOLERANCE * host.pixel_size))

    def _take(self, sample: ToolSample, host: ToolHost, *, is_last: bool = False) -> None:
        if self._draft is not None:
            pressure = sample.image.pressure if host.brush.uses_pressure else 1.0
            position = sample.image.position
            taken = PenSample(sample.image.time_ms, *position, pressure)
            host.show_draft(self._draft, self._draft.add(taken, is_last=is_last))


class ShadowTool(BrushTool):
    """Paints shade or light, or takes shade away, as the brush is set."""

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(
            color=brush.color, radius=brush.radius, spacing=spacing, light=brush.light
        )

    def _edit(self, draft: DraftStroke, host: ToolHost) -> Edit:
        return AddLightStroke(draft.to_light(host.brush.light, TOLERANCE * host.pixel_size))


class LassoTool(BrushTool):
    """Fills every region that lies within a loop, in one undo step."""

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Close the loop."""
        draft = self._draft
        if draft is None:
            return
        self._take(sample, host, is_last=True)
        self._draft = None
        host.show_draft(None, draft.bounds())
        host.seal()
        host.enclose(draft.points)
        host.seal()

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(color=brush.color, radius=LOOP_RADIUS, spacing=min(spacing, 2.0))


class BarrierTool(BrushTool):
    """Draws invisible lines that keep colours apart; a tap on a ringed gap closes it."""

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(color=BARRIER_COLOR, radius=BOUND_RADIUS, spacing=min(spacing, 2.0))

    def _edit(self, draft: DraftStroke, host: ToolHost) -> Edit:
        points = draft.path(TOLERANCE * host.pixel_size)
        gap = host.gap_at(points[0]) if len(points) == 1 else None
        return AddBarrier(Barrier(points)) if gap is None else CloseGap(*gap)


class JoinTool(BrushTool):
    """Makes the regions that a stroke leads through one; a tap on a ringed gap leaves it open."""

    def _begun(self, brush: BrushSettings, spacing: float) -> DraftStroke:
        return DraftStroke(color=JOIN_COLOR, radius=BOUND_RADIUS, spacing=min(spacing, 2.0))

    def _edit(self, draft: DraftStroke, host: ToolHost) -> Edit:
        points = draft.path(TOLERANCE * host.pixel_size)
        gap = host.gap_at(points[0]) if len(points) == 1 else None
        return AddJoin(Join(points)) if gap is None else LeaveOpen(*gap)


class PointTool:
    """Sets one point hint where the pen is lifted; dragging moves it first."""

    def __init__(self) -> None:
        self._draft: DraftStroke | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Show the point."""
        self._place(sample, host)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Move the point."""
        if self._draft is not None:
            self._place(sample, host)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Set the point."""
        if self._draft is None:
            return
        brush = host.brush
        host.show_draft(None, self._draft.bounds())
        self._draft = None
        host.apply(AddHint(PointHint(*sample.image.position, brush.color, brush.radius)))

    def cancel(self, host: ToolHost) -> None:
        """Set no point."""
        if self._draft is not None:
            host.show_draft(None, self._draft.bounds())
            self._draft = None

    def _place(self, sample: ToolSample, host: ToolHost) -> None:
        brush = host.brush
        before = self._draft.bounds() if self._draft is not None else NOWHERE
        self._draft = DraftStroke(color=brush.color, radius=brush.radius)
        x, y = sample.image.position
        changed = self._draft.add(PenSample(sample.image.time_ms, x, y, 1.0))
        host.show_draft(self._draft, changed.united(before))


class FillTool:
    """Fills the regions that the pen comes over, each exactly; a drag is one undo step."""

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Fill the region at the point."""
        host.seal()
        host.fill(sample.image.position, is_press=True)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Fill the region that the point came to."""
        host.fill(sample.image.position, is_press=False)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """End the undo step."""
        host.fill(sample.image.position, is_press=False)
        host.seal()

    def cancel(self, host: ToolHost) -> None:
        """What was filled stays so; undo takes it back."""
        host.seal()


class EraserTool:
    """Removes the hints that it touches on its way; a drag is one undo step."""

    def __init__(self) -> None:
        self._last: Point | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Erase at the point."""
        host.seal()
        self._erase(sample, host)

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Erase on the way to the point."""
        if self._last is not None:
            self._erase(sample, host)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """End the undo step."""
        self.move(sample, host)
        self._last = None
        host.seal()

    def cancel(self, host: ToolHost) -> None:
        """What was erased stays erased; undo brings it back."""
        self._last = None
        host.seal()

    def _erase(self, sample: ToolSample, host: ToolHost) -> None:
        x, y = sample.image.position
        radius = host.brush.radius
        path = [(x, y)]
        if self._last is not None:
            # Hints between two samples of a fast drag are touched too.
            dx, dy = x - self._last[0], y - self._last[1]
            steps = min(64, int(max(abs(dx), abs(dy)) / max(radius, 1.0)) + 1)
            x0, y0 = self._last
            path = [(x0 + dx * k / steps, y0 + dy * k / steps) for k in range(1, steps + 1)]
        host.apply(EraseHints(tuple(path), radius))
        self._last = (x, y)


class MoveTool:
    """Drags the hint under the pen elsewhere; a drag is one undo step."""

    def __init__(self) -> None:
        self._index: int | None = None
        self._from: Point = (0.0, 0.0)
        self._last: Point = (0.0, 0.0)

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Take hold of a hint, if there is one."""
        host.seal()
        self._index = host.hint_at(sample.image.position)
        self._from = self._last = sample.image.position

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Drag it along."""
        self._go_to(sample.image.position, host)

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Leave it there."""
        self._go_to(sample.image.position, host)
        self._index = None
        host.seal()

    def cancel(self, host: ToolHost) -> None:
        """Put it back."""
        self._go_to(self._from, host)
        self._index = None
        host.seal()

    def _go_to(self, at: Point, host: ToolHost) -> None:
        if self._index is not None:
            host.apply(MoveHint(self._index, at[0] - self._last[0], at[1] - self._last[1]))
            self._last = at
