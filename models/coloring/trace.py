"""Colour-trace lines: coloured guide lines of animation drawings become shade and highlight.

On the paper of an animation drawing the outlines are black, and thin red, blue or green lines say
where shade ends and where light falls. Here they leave the drawing, and the areas that they and
the ink enclose are found: crossing a line of one role leads from lit colour into that role's area
and out again, and the largest area of a region is lit.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.geometry import Rect, Size
from models.regions.regions import find_regions


class TraceColor(IntEnum):
    """The colours of trace lines."""

    RED = 1
    BLUE = 2
    GREEN = 3


class TraceArea(IntEnum):
    """What a pixel of a traced drawing is. NONE: no trace line concerns its region."""

    NONE = 0
    LIT = 1
    SHADE = 2
    HIGHLIGHT = 3


DEFAULT_ROLES: Mapping[TraceColor, TraceArea] = {
    TraceColor.RED: TraceArea.SHADE,
    TraceColor.BLUE: TraceArea.HIGHLIGHT,
    TraceColor.GREEN: TraceArea.SHADE,
}
HUES: Mapping[TraceColor, tuple[float, float]] = {
    TraceColor.RED: (0.0, 28.0),
    TraceColor.BLUE: (225.0, 45.0),
    TraceColor.GREEN: (125.0, 45.0),
}
"""Middle and reach of each colour's hues in degrees; sepia and yellow belong to none."""
STRONG_CHROMA = 72
"""Largest less smallest channel from which a pixel shows a trace line for certain."""
WEAK_CHROMA = 8
"""The same for a pixel beside a certain one: the line's soft edge. Paler ones have no sure hue."""
EDGE_REACH = 2
"""Pixels from a certain one within which soft edges lie."""
HEALED_INK = 128
"""Ink lighter than this on both sides of a trace line is not closed over it."""
HEALED_DIRECTIONS = 24
"""Directions in which ink is carried on under a trace line."""
HEALED_BEND = 0.25
"""Radians by which ink may turn away from the direction in which it is carried on."""
COURSE_SIGMA = 3.0
"""Pixels around in which the direction of ink is measured."""
HEALED_TILE = 256
"""Side of the squares of a drawing in which that is done."""
PAPER_FROM = 215
"""What is left of a pixel without its trace line counts as paper from here on."""
PAPER_REACH = 21
"""Side of the square in which paper is looked for."""
LEAST_PIXELS = 12
"""Certain pixels of a colour below which it is a speck on the scan."""
BORDER_SHARE = 0.3
"""Share of two areas' border that trace lines must cover to part them."""
SHADE_TINT = (0.74, 0.70, 0.80)
"""What the flat colour is multiplied by in shade: darker, and a little cooler."""
HIGHLIGHT_SHARE = 0.5
"""Share of the way to white in a highlight."""


@dataclass(frozen=True, slots=True, eq=False)
class TraceAreas:
    """The areas of a traced drawing, uint8 (H, W) of `TraceArea`; compared by their content."""

    areas_u8: U8Array
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        if self.areas_u8.ndim != 2 or self.areas_u8.dtype != np.uint8:
            raise ValueError(
                f"trace areas are uint8 (H, W); got {self.areas_u8.dtype} {self.areas_u8.shape}"
            )
        areas_u8 = np.ascontiguousarray(self.areas_u8)
        areas_u8.flags.writeable = False
        object.__setattr__(self, "areas_u8", areas_u8)
        digest = hashlib.blake2b(areas_u8.tobytes(), digest_size=16).hexdigest()
        object.__setattr__(self, "digest", digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TraceAreas) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)


@dataclass(frozen=True, slots=True, eq=False)
class TracedDrawing:
    """A drawing without its trace lines, and what they said.

    rgba_u8  uint8 (H, W, 4): pixels that no trace line touches are the artist's own.
    colors   the colours of trace lines found.
    areas    None where there are none.
    """

    rgba_u8: U8Array
    colors: tuple[TraceColor, ...]
    areas: TraceAreas | None


def read_color_trace(
    rgba_u8: U8Array, roles: Mapping[TraceColor, TraceArea] = DEFAULT_ROLES
) -> TracedDrawing:
    """Take the trace lines out of a drawing, uint8 (H, W, 4), and find the areas they bound.

    roles  what a line of each colour bounds; colours left out stay in the drawing.
    """
    on_white = _on_white(rgba_u8)
    traces = _find_traces(on_white, roles)
    colors = tuple(color for color in TraceColor if (traces == color).any())
    if not colors:
        return TracedDrawing(rgba_u8, (), None)
    touched = traces > 0
    grey = np.asarray(cv2.cvtColor(on_white, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    left = np.where(touched, _without_traces(on_white, traces), grey)
    line_u8 = _healed(_without_rests(left, touched), touched)
    clean = rgba_u8.copy()
    if int(rgba_u8[..., 3].min()) == 255:
        ink = line_u8[touched, None] * np.float32(1 / 255)
        clean[touched, :3] = np.round(_paper(on_white)[touched] * ink).astype(np.uint8)
    else:  # a sheet of ink on nothing stays one
        clean[touched, :3] = 0
        clean[touched, 3] = 255 - line_u8[touched]
    return TracedDrawing(clean, colors, TraceAreas(_find_areas(line_u8, traces, roles)))


def _paper(rgb_u8: U8Array) -> U8Array:
    """The paper's colour around each pixel, uint8 (H, W, 3), whatever is drawn on it."""
    smooth = cv2.blur(rgb_u8, (5, 5))
    near = np.ones((PAPER_REACH, PAPER_REACH), dtype=np.uint8)
    return np.asarray(cv2.blur(cv2.dilate(smooth, near), (9, 9)), dtype=np.uint8)


def _on_white(rgba_u8: U8Array) -> U8Array:
    rgb_u8 = np.ascontiguousarray(rgba_u8[..., :3])
    alpha = rgba_u8[..., 3]
    if int(alpha.min()) == 255:
        return rgb_u8
    share = alpha[..., None].astype(np.uint16)
    return ((rgb_u8 * share + 255 * (255 - share) + 127) // 255).astype(np.uint8)


def _find_traces(rgb_u8: U8Array, roles: Mapping[TraceColor, TraceArea]) -> U8Array:
    """The colour of the trace line at each pixel, uint8 (H, W) of `TraceColor`, 0 for none."""
    hsv = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2HSV_FULL)
    hue = hsv[..., 0].astype(np.float32) * np.float32(360 / 256)
    chroma = _chroma(rgb_u8)
    traces = np.zeros(chroma.shape, dtype=np.uint8)
    square = np.ones((2 * EDGE_REACH + 1, 2 * EDGE_REACH + 1), dtype=np.uint8)
    for color in roles:
        middle, reach = HUES[color]
        gap = np.abs((hue - middle + 180) % 360 - 180)
        certain = ((gap <= reach) & (chroma >= STRONG_CHROMA)).astype(np.uint8)
        if int(certain.sum()) < LEAST_PIXELS:
            continue
        near = cv2.dilate(certain, square) > 0
        soft = (chroma < WEAK_CHROMA) & (chroma > 0)
        like = (gap <= 1.4 * reach) & (chroma >= WEAK_CHROMA)
        traces[near & (like | soft) & (traces == 0)] = color
    return traces


def _chroma(rgb_u8: U8Array) -> U8Array:
    red, green, blue = cv2.split(rgb_u8)
    return np.asarray(
        cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    )


def _without_traces(rgb_u8: U8Array, traces: U8Array) -> U8Array:
    """What ink is left at traced pixels, uint8 (H, W), 255 = paper; 255 elsewhere.

    A pixel mixes paper, ink and pigment. Its chroma tells the pigment's share, and without it the
    brightest channel tells the ink's.
    """
    left = np.full(traces.shape, 255, dtype=np.uint8)
    for color in np.unique(traces[traces > 0]).tolist():
        where = np.nonzero(traces == color)
        pixels = rgb_u8[where].astype(np.float32)
        brightest = pixels.max(axis=1)
        chroma = brightest - pixels.min(axis=1)
        full = max(float(np.percentile(chroma, 90)), 1.0)
        pigment = float(np.median(brightest[chroma >= min(0.9 * full, chroma.max())]))
        share = np.clip(chroma / full, 0, 1)
        # Grain of the scan leaves a little; what is nearly paper is paper.
        value = brightest + share * (255 - pigment)
        left[where] = np.where(value >= PAPER_FROM, 255, np.clip(np.round(value), 0, 255))
    return left


def _without_rests(line_u8: U8Array, touched: BoolArray) -> U8Array:
    """The drawing without what is dark on traced pixels alone: ink goes on beside a trace line.

    A JPEG keeps colour more coarsely than lightness, so that a pixel of pure pigment may look like
    one of some ink.
    """
    dark = (line_u8 < PAPER_FROM).astype(np.uint8)
    count, labels = cv2.connectedComponents(dark, connectivity=8)
    is_ink = np.zeros(count, dtype=bool)
    is_ink[labels[(dark > 0) & ~touched]] = True
    return np.where(touched & ~is_ink[labels], np.uint8(255), line_u8)


def _healed(line_u8: U8Array, touched: BoolArray) -> U8Array:
    """Ink closed where a trace line was drawn over it: traced gaps as wide as the trace lines.

    line_u8  uint8 (H, W), 0 = ink; touched  bool (H, W) pixels of trace lines.
    """
    depth = cv2.distanceTransform(touched.astype(np.uint8), cv2.DIST_L2, 3)
    width = 2 * int(np.ceil(np.percentile(depth[touched], 95))) + 3
    # A trace line that is crossed at a slant covers about twice its width of the ink.
    length = 2 * width - 1
    near = cv2.erode(line_u8, np.ones((2 * length + 1, 2 * length + 1), np.uint8))
    likely = touched & (near < HEALED_INK)
    healed, size = line_u8.copy(), Size(*line_u8.shape)
    for top in range(0, line_u8.shape[0], HEALED_TILE):
        for left in range(0, line_u8.shape[1], HEALED_TILE):
            tile = Rect(left, top, left + HEALED_TILE, top + HEALED_TILE).clipped(size)
            if not likely[tile.slices].any():
                continue
            outer = tile.grown(2 * length).clipped(size)
            around, covered = line_u8[outer.slices], touched[outer.slices]
            carried = _carried_on(around, covered, length)[tile.slices_in(outer)]
            chosen = likely[tile.slices] & (carried < HEALED_INK)
            healed[tile.slices][chosen] = carried[chosen]
    return healed


def _carried_on(line_u8: U8Array, touched: BoolArray, length: int) -> U8Array:
    """Ink carried on over gaps up to a length in the direction in which it runs on both sides.

    So curved ink keeps its width, and ink on the two sides of a trace line that runs between and
    along them does not meet. Returns uint8 (H, W), 0 = ink.
    """
    course = _courses(line_u8, touched)
    result = np.full_like(line_u8, 255)
    for turn in range(HEALED_DIRECTIONS):
        angle = np.pi * turn / HEALED_DIRECTIONS
        reach = np.array([np.cos(angle), np.sin(angle)]) * (length // 2)
        x, y = (length // 2 + np.round(reach)).astype(int).tolist()
        bar = np.zeros((length, length), dtype=np.uint8)
        cv2.line(bar, (x, y), (length - 1 - x, length - 1 - y), (1,))
        turned = np.abs((course - angle + np.pi / 2) % np.pi - np.pi / 2)
        running = np.where(turned < HEALED_BEND, line_u8, 255).astype(np.uint8)
        carried = cv2.morphologyEx(running, cv2.MORPH_OPEN, bar, borderType=cv2.BORDER_REPLICATE)
        result = np.minimum(result, carried)
    return result


def _courses(line_u8: U8Array, touched: BoolArray) -> FloatArray:
    """The direction in which the ink around each pixel runs, in radians: float32 (H, W).

    By the structure tensor (Bigün and Granlund 1987) of what no trace line touches.
    """
    near = cv2.dilate(touched.astype(np.uint8), np.ones((3, 3), dtype=np.uint8)) > 0
    across, down = (
        np.where(near, 0, cv2.Sobel(line_u8, cv2.CV_32F, *order)) for order in ((1, 0), (0, 1))
    )
    xx, xy, yy = (
        cv2.GaussianBlur(product, (0, 0), COURSE_SIGMA)
        for product in (across * across, across * down, down * down)
    )
    return np.asarray((np.arctan2(2 * xy, xx - yy) + np.pi) / 2, dtype=np.float32)


def _find_areas(
    line_u8: U8Array, traces: U8Array, roles: Mapping[TraceColor, TraceArea]
) -> U8Array:
    """The area of each pixel, uint8 (H, W) of `TraceArea`. line_u8  the drawing without traces."""
    regions = find_regions(line_u8)
    # A hole in a trace line is no area.
    walls = cv2.morphologyEx(traces, cv2.MORPH_CLOSE, np.ones((3, 3), dtype=np.uint8))
    bounded = np.where(walls > 0, 0, line_u8).astype(np.uint8)
    pieces = find_regions(bounded)
    parent = _majority(pieces.labels, regions.labels, pieces.count, regions.count)
    borders = _borders(pieces.labels, parent, traces)
    areas = np.zeros(pieces.count, dtype=np.uint8)
    traced = np.zeros(regions.count, dtype=bool)
    traced[parent[[first for first, _ in borders]]] = True
    areas[traced[parent]] = TraceArea.LIT
    size = np.asarray(pieces.areas)
    known = np.zeros(pieces.count, dtype=bool)
    neighbours: dict[int, list[tuple[int, int, TraceColor]]] = {}
    for (first, second), (length, color) in borders.items():
        neighbours.setdefault(first, []).append((length, second, color))
        neighbours.setdefault(second, []).append((length, first, color))
    for start in sorted(neighbours, key=lambda piece: (-int(size[piece]), piece)):
        if known[start]:
            continue
        known[start] = True
        waiting = [start]
        while waiting:
            piece = waiting.pop(0)
            for _, other, color in sorted(
                neighbours[piece], key=lambda entry: (-entry[0], entry[1])
            ):
                if not known[other]:
                    known[other] = True
                    areas[other] = _across(TraceArea(int(areas[piece])), roles[color])
                    waiting.append(other)
    return areas[pieces.labels]


def _across(area: TraceArea, role: TraceArea) -> TraceArea:
    """The area on the other side of a line of some role."""
    return TraceArea.LIT if area is role else role


def _majority(labels: I32Array, others: I32Array, count: int, other_count: int) -> I32Array:
    """For each label the other label that covers most of it: int32 (count,)."""
    keys = labels.ravel().astype(np.int64) * other_count + others.ravel()
    pairs, sizes = np.unique(keys, return_counts=True)
    order = np.lexsort((sizes, pairs // other_count))
    result = np.zeros(count, dtype=np.int32)
    result[pairs[order] // other_count] = pairs[order] % other_count
    return result


def _borders(
    labels: I32Array, parent: I32Array, traces: U8Array
) -> dict[tuple[int, int], tuple[int, TraceColor]]:
    """Pieces of one region that a trace line parts: the border's length and the line's colour."""
    near = cv2.dilate(traces, np.ones((3, 3), dtype=np.uint8))
    found: dict[tuple[int, int], NDArray[np.int64]] = {}
    for here, there, trace in (
        (labels[:, :-1], labels[:, 1:], near[:, 1:]),
        (labels[:-1], labels[1:], near[1:]),
    ):
        where = np.nonzero((here != there) & (parent[here] == parent[there]))
        pairs = np.sort(np.stack([here[where], there[where]], axis=1), axis=1)
        keys = np.concatenate([pairs, trace[where][:, None]], axis=1)
        for (first, second, color), length in zip(
            *(part.tolist() for part in np.unique(keys, axis=0, return_counts=True)), strict=True
        ):
            counts = found.setdefault((first, second), np.zeros(4, dtype=np.int64))
            counts[color] += length
    borders = {}
    for pair in sorted(found):
        counts = found[pair]
        if counts[1:].sum() >= BORDER_SHARE * counts.sum():
            borders[pair] = (int(counts.sum()), TraceColor(1 + int(np.argmax(counts[1:]))))
    return borders


def paint_areas(
    flat_u8: U8Array,
    rgb_u8: U8Array,
    areas_u8: U8Array,
    rows: slice,
    columns: slice = slice(None),
) -> U8Array:
    """Rows of a picture in whose traced regions the artist's areas replace other shading.

    flat_u8, rgb_u8  uint8 (rows, w, 3), or some columns of them; areas_u8  uint8 (h, w) of
    `TraceArea`, of which `rows` and `columns` are meant.
    """
    traced = areas_u8[rows, columns] != TraceArea.NONE
    if not traced.any():
        return rgb_u8
    shade = area_share(areas_u8, rows, TraceArea.SHADE)[:, columns, None]
    light = area_share(areas_u8, rows, TraceArea.HIGHLIGHT)[:, columns, None]
    painted = flat_u8 * (1 - shade * (1 - np.array(SHADE_TINT, dtype=np.float32)))
    painted += (255 - painted) * (np.float32(HIGHLIGHT_SHARE) * light)
    return np.where(traced[..., None], np.round(painted).astype(np.uint8), rgb_u8)


def area_share(areas_u8: U8Array, rows: slice, area: TraceArea) -> FloatArray:
    """How much of an area each pixel of some rows shows, its edge one pixel soft: (rows, w)."""
    start, stop, _ = rows.indices(areas_u8.shape[0])
    first = max(0, start - 1)
    mask = (areas_u8[first : stop + 1] == area).astype(np.float32)
    blurred = cv2.blur(mask, (3, 3), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred[start - first : stop - first], dtype=np.float32)
