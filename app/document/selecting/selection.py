"""A selection: the pixels of the picture that paint may touch, kept to the pixel."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from models.arrays import BoolArray
from models.files.documents import DocumentError, Value
from models.geometry import Rect, Size
from models.hints.spans import MOST_PIXELS, Spans, spans_of_mask, spans_of_runs


class Joining(Enum):
    """What becomes of a selection when more is selected."""

    REPLACE = auto()
    ADD = auto()
    SUBTRACT = auto()


@dataclass(frozen=True, slots=True)
class Selection:
    """Pixels of a picture, at least one: the corner of the box around them, and them from there."""

    left: int
    top: int
    spans: Spans

    @classmethod
    def of(cls, area: Rect, mask: BoolArray) -> "Selection | None":
        """The pixels of an area that a mask, bool (h, w), says; None if it says none."""
        return cls(*spans_of_mask(mask, area.left, area.top)) if mask.any() else None

    @property
    def box(self) -> Rect:
        """The smallest rectangle that holds it."""
        return Rect(0, 0, self.spans.width, self.spans.height).moved(self.left, self.top)

    def within(self, area: Rect) -> BoolArray:
        """Which pixels of an area are selected, bool (h, w)."""
        mask = np.zeros(area.shape, dtype=bool)
        self.spans.fill(mask, self.left - area.left, self.top - area.top, 1)
        return mask

    def inverted(self, size: Size) -> "Selection | None":
        """All of a picture but this."""
        whole = Rect.of(size)
        return Selection.of(whole, ~self.within(whole))


def joined(before: Selection | None, other: Selection | None, joining: Joining) -> Selection | None:
    """A selection with another one added or taken away, or the other alone."""
    if joining is Joining.REPLACE or before is None:
        return None if joining is Joining.SUBTRACT else other
    if other is None:
        return before
    if joining is Joining.ADD:
        area = before.box.united(other.box)
        return Selection.of(area, before.within(area) | other.within(area))
    return Selection.of(before.box, before.within(before.box) & ~other.within(before.box))


def selection_to_json(selection: Selection | None) -> dict[str, object] | None:
    """As the project keeps it."""
    if selection is None:
        return None
    spans = selection.spans
    box = [selection.left, selection.top, spans.width, spans.height]
    return {"box": box, "runs": spans.to_runs()}


def selection_from_json(value: Value, size: Size) -> Selection:
    """A selection of a picture. Raises DocumentError."""
    left, top, width, height = (side.whole(0, MOST_PIXELS) for side in value.field("box").items(4))
    if left + width > size.width or top + height > size.height:
        raise value.error(f"the selection leaves the picture of {size}")
    runs = value.field("runs")
    try:
        inside_left, inside_top, spans = spans_of_runs(width, height, runs.texts())
    except DocumentError:
        raise
    except ValueError as error:
        raise runs.error(str(error)) from error
    return Selection(left + inside_left, top + inside_top, spans)


Bounds = Callable[[Rect], BoolArray]
"""Which pixels of an area within the picture may be touched: bool (h, w)."""


def both(one: Bounds | None, other: Bounds | None) -> Bounds | None:
    """What two bounds leave, of which None bounds nothing."""
    if one is None or other is None:
        return one or other
    return lambda area: one(area) & other(area)
