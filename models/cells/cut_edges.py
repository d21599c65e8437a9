"""Where a drawing is cut off in the middle of the paper: a bust that ends, a scene without frame.

Lines that end side by side on the outermost row of all ink were cut there. No line bounds what
they enclose, and colour would run out of the figure onto the paper. The cut is a border all the
same: closed with ink that only the cells see.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray

DARK = 0.35
"""Ink above this is a line."""
SMALLEST_SPECK = 4
"""Pixels below which a spot of ink is dust."""
LEAST_PAPER = 3
"""Empty rows beyond a side from which on its cut is closed."""
LEAST_SPAN = 0.15
"""Share of the drawing's side that lies between its outermost cut lines, at least."""
LEAST_DASHES = 3
"""Cut lines and straight strokes along the side that count as a cut, together; two strokes alone
may be a figure's soles."""
WIDEST = 0.035
"""Share of the longer side that a line's cut is wide, at most, and along which it leads inward."""
WALL = 0.8
"""Ink of a closed cut."""
BORDER_ROWS = 3
"""Outermost rows of ink in which cut lines are looked for."""


def close_cut_edges(ink: FloatArray) -> FloatArray:
    """Ink with a wall along every side on which the drawing is cut off.

    ink  float32 (H, W), 0 = paper (models.cells.cells.normalized_ink); returned as it is where no
    side is cut. A wall reaches from the first to the last line that was cut, or to the corner where
    the neighbouring side is cut too; so a figure is closed, and the paper beside it stays one with
    the paper beyond the cut.
    """
    dark = _without_dust(ink > DARK)
    if not dark.any():
        return ink
    # Sides in turning order: each is looked at as the bottom of a turned picture.
    spans = [_cut_span(np.rot90(dark, turns)) for turns in range(4)]
    if not any(spans):
        return ink
    closed = ink.copy()
    for turns, span in enumerate(spans):
        if span is None:
            continue
        turned, view = np.rot90(dark, turns), np.rot90(closed, turns)
        used = np.flatnonzero(turned.any(axis=0))
        # Turning once more brings the left side to the bottom, three times more the right side.
        first = int(used[0]) if spans[(turns + 1) % 4] else span[0]
        last = int(used[-1]) if spans[(turns + 3) % 4] else span[1]
        row = int(np.flatnonzero(turned.any(axis=1))[-1]) + 1
        view[row, first : last + 1] = np.maximum(view[row, first : last + 1], WALL)
    return closed


def _without_dust(dark: BoolArray) -> BoolArray:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= SMALLEST_SPECK
    kept[0] = False
    return np.asarray(kept[labels], dtype=np.bool_)


def _cut_span(dark: BoolArray) -> tuple[int, int] | None:
    """First and last column of the lines that are cut off at the bottom; None if it is not cut."""
    height = dark.shape[0]
    last_row = int(np.flatnonzero(dark.any(axis=1))[-1])
    if height - 1 - last_row < LEAST_PAPER or last_row < BORDER_ROWS:
        return None
    used = np.flatnonzero(dark.any(axis=0))
    width = int(used[-1] - used[0]) + 1
    longest = max(6, round(WIDEST * max(dark.shape)))
    band = dark[last_row - BORDER_ROWS + 1 : last_row + 1].any(axis=0)
    steps = np.diff(np.pad(band, 1).astype(np.int8))
    starts, stops = np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist()
    runs = [(start, stop - 1) for start, stop in zip(starts, stops)]
    ends = [run for run in runs if _goes_on(dark, last_row, run, longest)]
    dashes = [run for run in runs if run[1] - run[0] >= longest]
    if len(ends) < 2 and len(ends) + len(dashes) < LEAST_DASHES:
        return None
    found = sorted(ends + dashes)
    if found[-1][1] - found[0][0] < LEAST_SPAN * width:
        return None
    return found[0][0], found[-1][1]


def _goes_on(dark: BoolArray, last_row: int, run: tuple[int, int], longest: int) -> bool:
    """Whether a line leads inward from a run of columns at the bottom, and stays a line."""
    first, last = run
    if last - first >= longest:
        return False
    start_row = last_row - BORDER_ROWS
    missing = 0
    for row in range(start_row, max(start_row - longest, -1), -1):
        start = max(first - 2, 0)
        found = np.flatnonzero(dark[row, start : last + 3])
        if len(found) == 0:
            missing += 1
            if missing > 1:
                return False
            continue
        first, last = start + int(found[0]), start + int(found[-1])
        if last - first > longest:
            return False
    return True
