"""Coloured drawings that others take their colours from: model sheets, last week's picture.

A page may show a figure several times, from the front, the side and behind: each is a reference of
its own, since places and sizes are told within one figure. Line art is found where it was not kept
apart, and regions whose lines are open are cut where their colours part.
"""

import hashlib
from dataclasses import dataclass, field

import cv2
import numpy as np

from models.arrays import BoolArray, I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab
from models.geometry import Rect, Size
from models.hints.hints import LineArt
from models.matching.extraction import find_lines, ground_of
from models.matching.tones import RegionTones, find_tones, is_tone
from models.regions.regions import find_regions

SHEET_SIDE = 1024
"""Longer side at which a figure of a larger sheet is looked at."""
LEAST_FIGURE = 0.012
"""Share of the page below which what stands apart is no figure of its own."""
JOIN = 0.01
"""Gap over which what stands apart still belongs together, as a share of the longer side."""
MARGIN = 0.04
"""Ground left around a figure, as a share of its longer side."""
MOST_FIGURES = 12
PAPER = 200
"""Level of line art above which a pixel shows a surface's colour."""
CUT_SHARE, CUT_PIXELS = 0.05, 12
"""Share, and number, of a region's pixels from which a colour that is no tone of another has a
region of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A coloured drawing, uint8 (H, W, 3), compared by its content.

    layer    the layer of cels that it is for; "": for every drawing.
    line_u8  uint8 (H, W), 0 = ink, where its line art was kept apart; None: it is found.
    """

    rgb_u8: U8Array
    name: str = ""
    line_u8: U8Array | None = None
    layer: str = ""
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        if self.rgb_u8.ndim != 3 or self.rgb_u8.shape[2] != 3 or self.rgb_u8.dtype != np.uint8:
            raise ValueError(
                f"a reference is uint8 (H, W, 3); got {self.rgb_u8.dtype} {self.rgb_u8.shape}"
            )
        if self.line_u8 is not None and self.line_u8.shape != self.rgb_u8.shape[:2]:
            raise ValueError(
                f"{self.name}: line art of {self.line_u8.shape} does not fit a picture of "
                f"{self.rgb_u8.shape[:2]}; save both in one size"
            )
        rgb_u8 = np.ascontiguousarray(self.rgb_u8)
        digest = hashlib.blake2b(f"{rgb_u8.shape}".encode(), digest_size=16)
        digest.update(rgb_u8.data)
        if self.line_u8 is not None:
            digest.update(np.ascontiguousarray(self.line_u8).data)
        digest.update(self.layer.encode())
        object.__setattr__(self, "digest", digest.hexdigest())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def size(self) -> Size:
        """Height and width."""
        return Size(*self.rgb_u8.shape[:2])


@dataclass(frozen=True, slots=True, eq=False)
class SheetFigure:
    """One figure of a reference, at the size at which it is looked at.

    place    its rectangle on the page, in the page's pixels; scale  by which it is shown smaller.
    line     its line art. labels int32 (h, w) its n regions, cut where colours part.
    paper    bool (h, w): pixels that are no line.
    parent   int32 (n,) the closed region that each was cut from.
    tones    the colours of its regions. is_ground  bool (n,): it is even ground around the figure.
    """

    place: Rect
    scale: float
    line: LineArt
    labels: I32Array
    paper: BoolArray
    parent: I32Array
    tones: RegionTones
    is_ground: BoolArray


def figures_of(reference: Reference) -> tuple[SheetFigure, ...]:
    """The figures of a reference, from left to right."""
    return tuple(_figure(reference, place) for place in figure_places(reference.rgb_u8))


def figure_places(rgb_u8: U8Array) -> list[Rect]:
    """Where the figures of a page are, uint8 (H, W, 3); the whole page where nothing parts them."""
    size = Size(*rgb_u8.shape[:2])
    scale = min(1.0, 512 / size.long_side)
    shape = (max(1, round(size.width * scale)), max(1, round(size.height * scale)))
    small = np.asarray(cv2.resize(rgb_u8, shape, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    figure = ~ground_of(small)
    side = 2 * round(JOIN * max(shape)) + 1
    joined = cv2.dilate(figure.view(np.uint8), np.ones((side, side), dtype=np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for label in range(1, count):
        left, top, width, height, _ = stats[label].tolist()
        pixels = int((figure & (labels == label)).sum())
        if pixels >= LEAST_FIGURE * figure.size and min(width, height) > 8:
            found.append((pixels, Rect(left, top, left + width, top + height)))
    found = sorted(found, key=lambda each: -each[0])[:MOST_FIGURES]
    if len(found) < 2:
        return [Rect.of(size)]
    places = []
    for _, rect in found:
        reach = round(MARGIN * max(rect.right - rect.left, rect.bottom - rect.top))
        grown = rect.grown(reach)
        places.append(
            Rect(
                int(grown.left / scale), int(grown.top / scale),
                int(np.ceil(grown.right / scale)), int(np.ceil(grown.bottom / scale)),
            ).clipped(size)
        )  # fmt: skip
    return sorted(places, key=lambda rect: (rect.left, rect.top))


def _figure(reference: Reference, place: Rect) -> SheetFigure:
    rgb_u8 = reference.rgb_u8[place.slices]
    line_u8 = None if reference.line_u8 is None else reference.line_u8[place.slices]
    if line_u8 is None:
        line_u8 = find_lines(rgb_u8)
    scale = min(1.0, SHEET_SIDE / max(rgb_u8.shape[:2]))
    if scale < 1:
        shape = tuple(max(1, round(side * scale)) for side in rgb_u8.shape[1::-1])
        rgb_u8 = np.asarray(cv2.resize(rgb_u8, shape, interpolation=cv2.INTER_NEAREST))
        line_u8 = np.asarray(cv2.resize(line_u8, shape, interpolation=cv2.INTER_AREA))
    found = find_regions(line_u8)
    paper = found.walls == 0
    counted = paper & (line_u8 > PAPER)
    ground = ground_of(rgb_u8) & counted
    labels, parent = _without_ground(found.labels, ground, found.count)
    labels, parent = _cut(rgb_u8, labels, counted, parent)
    tones = find_tones(rgb_u8, labels, counted, len(parent))
    shown, even = (np.bincount(labels[each], minlength=len(parent)) for each in (counted, ground))
    is_ground = even > shown / 2
    return SheetFigure(place, scale, LineArt(line_u8), labels, paper, parent, tones, is_ground)


def _without_ground(labels: I32Array, ground: BoolArray, count: int) -> tuple[I32Array, I32Array]:
    """Regions, int32 (H, W), whose figure is no longer one with the ground that it is open to."""
    has_ground = np.bincount(labels[ground], minlength=count) > 0
    inside = ~ground & has_ground[labels]
    held = np.flatnonzero(np.bincount(labels[inside], minlength=count))
    numbers = np.zeros(count, dtype=np.int32)
    numbers[held] = count + np.arange(len(held))
    parted = np.where(inside, numbers[labels], labels).astype(np.int32)
    return parted, np.concatenate([np.arange(count), held]).astype(np.int32)


def _cut(
    rgb_u8: U8Array, labels: I32Array, counted: BoolArray, parents: I32Array
) -> tuple[I32Array, I32Array]:
    """Regions, int32 (H, W), parted where they show colours that are no tones of each other."""
    cut = labels.copy()
    count, parent = len(parents), parents.tolist()
    bins = pack_colors(np.asarray(cv2.medianBlur(rgb_u8, 3), dtype=np.uint8) // np.uint8(8))
    flat = labels.ravel()
    order = np.argsort(flat, kind="stable")
    ends = np.cumsum(np.bincount(flat, minlength=count))
    for region, places in enumerate(np.split(order, ends[:-1])):
        shown = places[counted.ravel()[places]]
        leading = _leading(bins.ravel()[shown])
        if len(leading) < 2:
            continue
        rgb = rgb_u8.reshape(-1, 3)[places]
        lab = srgb_to_oklab(rgb / np.float32(255))
        nearest = np.argmin(
            np.linalg.norm(lab[:, None] - srgb_to_oklab(leading / 255)[None], axis=2), axis=1
        )
        for number in range(1, len(leading)):
            own = places[nearest == number]
            if len(own):
                cut.ravel()[own] = len(parent)
                parent.append(parent[region])
    return cut, np.array(parent, dtype=np.int32)


def _leading(bins: I32Array) -> U8Array:
    """Colours of a region that are no tones of one another, uint8 (k, 3), most frequent first."""
    if len(bins) == 0:
        return np.empty((0, 3), dtype=np.uint8)
    found, number = np.unique(bins, return_counts=True)
    order = np.lexsort((found, -number))
    colors = unpack_colors(found[order]) * 8 + 4
    kept: list[int] = []
    sums: list[int] = []
    packed = pack_colors(colors)
    for index, own in enumerate(number[order].tolist()):
        color = int(packed[index])
        near = next(
            (at for at, one in enumerate(kept) if one == color or is_near(one, color)), None
        )
        if near is not None:
            sums[near] += own
        elif own >= 2 and len(kept) < 12:
            kept.append(color)
            sums.append(own)
    least = max(CUT_PIXELS, CUT_SHARE * len(bins))
    large = [color for color, own in zip(kept, sums) if own >= least]
    return unpack_colors(np.array(large, dtype=np.int32))


def is_near(one: int, other: int) -> bool:
    """Whether two colours, 0xRRGGBB, are one or tones of one."""
    lab = srgb_to_oklab(unpack_colors(np.array([one, other], dtype=np.int32)) / 255)
    return bool(np.linalg.norm(lab[0] - lab[1]) < 0.08) or is_tone(one, other)
