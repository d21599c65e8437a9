"""The ground of a drawing whose colour the artist has shown at one place of it.

A generator that knows parts may leave a far piece of the ground white although a hint lies on the
ground of the same region: nothing but the noise of a scan tells that piece from the next. What a
region holds of ground has the colours of the hints on its ground, and no guess.

One that knows none tints the paper around the figure with its fog; a tidied picture leaves it white
where no hint lies on it.
"""

from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.color import pack_colors
from models.coloring.shade import cleaned_share
from models.hints.tags import Rgb
from models.memory import RecentlyUsed

_Kind = TypeVar("_Kind", bound=np.generic)

GROUND_BORDER = 0.25
"""Share of the picture's border from which on a region is the paper around the figure."""
OPENING = 0.025
"""Share of the longer side: radius of a ball that stays outside of figures with open lines."""
WIDER_OPENINGS = (0.035, 0.05, 0.07, 0.1, 0.14)
"""The same of balls that stay outside of wider gaps, where a hint lies in a wide place."""
ROOM_SHARE = 0.8
"""A place is as wide as a ball if one of this share of its radius lies there between lines."""
EDGE_SHARE = 0.4
"""Share of the picture's edge from which on a stretch without lines is paper."""
PAPER_INK = 0.3
"""Ink from which on a pixel keeps that ball out."""
PAPER_LEVEL = 235
"""Channels of a hint from which on it says no more than that paper is white."""
GROUND_SHARE = 0.5
"""A colour of a region is one of the ground if more than this share of its pixels are ground."""


def color_ground(
    flat_u8: U8Array,
    ground: BoolArray,
    labels: I32Array,
    *,
    owner: I32Array,
    colors: U8Array,
) -> U8Array:
    """A generator's flats, uint8 (h, w, 3), with what it guessed of hinted grounds replaced.

    ground  bool (h, w) what the generator takes for ground; labels  int32 (h, w) regions.
    owner   int32 (h, w) 1 + the index of the hint at each pixel, 0 for none; colors  uint8
            (1 + hints, 3), the hints' from 1 on.
    """
    shown = ground & (owner > 0)
    is_shown = np.zeros(int(labels.max()) + 1, dtype=bool)
    is_shown[labels[shown]] = True
    packed, guessed = pack_colors(flat_u8), is_shown[labels]
    guessed[guessed] = ~np.isin(packed[guessed], pack_colors(colors[1:]), kind="table")
    if not guessed.any():
        return flat_u8
    keys = labels[guessed].astype(np.int64) << 24 | packed[guessed]
    _, which = np.unique(keys, return_inverse=True)
    is_ground = np.bincount(which, ground[guessed]) > GROUND_SHARE * np.bincount(which)
    guessed[guessed] = is_ground[which]
    result = flat_u8.copy()
    for region in np.unique(labels[guessed]).tolist():
        inside = labels == region
        nearest = _nearest_owner(np.where(shown & inside, owner, 0))
        result[guessed & inside] = colors[nearest[guessed & inside]]
    return result


def bare_ground(
    flat_u8: U8Array, ground: BoolArray, labels: I32Array, ink: FloatArray, *, hinted: BoolArray
) -> U8Array:
    """A generator's flats, uint8 (h, w, 3), white around the figure if no hint lies there.

    An artist who gives the figure its colours says nothing of the paper, yet the more hints there
    are, the surer one of them takes it.

    ground  bool (h, w) what the generator takes for ground; labels  int32 (h, w) regions; ink
            float32 (h, w); hinted  bool (h, w) pixels under hints.
    """
    sheet = _sheet_of(labels, ink)
    bare = _without_hints(sheet.around & ground, sheet, labels, hinted)
    return np.where(bare[..., None], np.uint8(255), flat_u8) if bare.any() else flat_u8


def tidied_paper(
    flat_u8: U8Array, labels: I32Array, ink: FloatArray, *, hinted: BoolArray, tidy: float
) -> tuple[U8Array, BoolArray]:
    """Flats with the paper around the figure whiter, uint8 (h, w, 3), and all such paper (h, w).

    ink  float32 (h, w). A figure with open lines is of the region around it, and no paper.
    labels  int32 (h, w) regions; hinted  bool (h, w) pixels under hints of a colour: paper that
            one lies on keeps its own.
    """
    sheet = _sheet_of(labels, ink)
    paper = sheet.around & sheet.outside(OPENING).near
    bare = _without_hints(sheet.around, sheet, labels, hinted)
    if not bare.any():
        return flat_u8, paper
    whiter = flat_u8.copy()
    away = 255 - flat_u8[bare].astype(np.float32)
    whiter[bare] = np.round(flat_u8[bare] + cleaned_share(tidy) * away).astype(np.uint8)
    return whiter, paper


def is_no_paper(color: Rgb) -> bool:
    """Whether a hint of this colour asks for other ground than white paper."""
    return min(color) < PAPER_LEVEL


@dataclass(frozen=True, slots=True, eq=False)
class _Rolled:
    """Where a ball rolls that comes from beyond the picture, each bool (h, w).

    middle  where its middle comes; near  what it covers, and what lies just beside it.
    """

    middle: BoolArray
    near: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What a drawing's regions and ink alone tell, whatever is hinted: (h, w) each.

    of      the regions and ink that it is told of.
    around  bool: the regions around the figure; free  those of their pixels that hold no line.
    room    float32: radius of the widest free ball around each pixel, as a share of the longer
            side.
    """

    of: tuple[I32Array, FloatArray]
    around: BoolArray
    free: BoolArray
    room: FloatArray
    _rolled: dict[float, _Rolled] = field(default_factory=dict)

    @classmethod
    def read(cls, labels: I32Array, ink: FloatArray) -> "_Sheet":
        """Look at a drawing."""
        around = _surrounding(labels)[labels]
        free = around & (ink < PAPER_INK)
        room = cv2.distanceTransform(free.astype(np.uint8), cv2.DIST_L2, 5) / max(free.shape)
        return cls((labels, ink), around, free, np.asarray(room, dtype=np.float32))

    def outside(self, opening: float) -> _Rolled:
        """Where a ball of this size rolls; each is rolled once."""
        if opening not in self._rolled:
            self._rolled[opening] = _outside(self.free, opening)
            with _lock:
                _kept.trim()
        return self._rolled[opening]


def _sheet_of(labels: I32Array, ink: FloatArray) -> _Sheet:
    """The same for the same arrays, as long as few drawings are asked for."""
    with _lock:
        return _kept.get((id(labels), id(ink)), lambda: _Sheet.read(labels, ink))


KEPT_BYTES = 16 << 20
"""Of what is kept of the latest drawings, which every stroke asks for."""
_kept: RecentlyUsed[_Sheet] = RecentlyUsed(KEPT_BYTES)
_lock = Lock()


def _outside(free: BoolArray, opening: float) -> _Rolled:
    """A ball that rolls over free pixels, bool (h, w); its radius is a share of the longer side."""
    radius = max(2.0, opening * max(free.shape))
    # Paper goes on beyond the picture.
    spread = int(radius) + 1
    wide = np.pad(free, spread, mode="edge").astype(np.uint8)
    core = cv2.distanceTransform(wide, cv2.DIST_L2, 5) >= radius
    _, pieces = cv2.connectedComponents(core.astype(np.uint8), connectivity=8)
    reached = core & np.isin(pieces, _round_the_edge(pieces)[_entrances(core)])
    away = cv2.distanceTransform((~reached).astype(np.uint8), cv2.DIST_L2, 5)
    inner = (slice(spread, -spread),) * 2
    return _Rolled(reached[inner], np.asarray((away <= radius + 1)[inner], dtype=np.bool_))


def _entrances(core: BoolArray) -> BoolArray:
    """Where on a picture's edge, in the order of `_round_the_edge`, is paper: bool (edge,).

    A stretch of it that holds a corner, or most of the edge. A body that the picture cuts off
    opens to the edge too.
    """
    edge = _round_the_edge(core)
    if edge.all() or not edge.any():
        return edge
    height, width = core.shape
    corners = np.zeros(len(edge), dtype=bool)
    corners[np.cumsum([0, width - 1, height - 1, width - 1])] = True
    start = int(np.flatnonzero(~edge)[0])
    edge, corners = np.roll(edge, -start), np.roll(corners, -start)
    stretch = np.cumsum(edge & ~np.roll(edge, 1)) * edge
    is_paper = np.bincount(stretch) >= EDGE_SHARE * len(edge)
    is_paper[stretch[corners]] = True
    is_paper[0] = False
    return np.roll(is_paper[stretch], start)


def _round_the_edge(plane: NDArray[_Kind]) -> NDArray[_Kind]:
    """The values on the edge of (h, w), clockwise from the upper left corner: (edge,)."""
    return np.concatenate([plane[0], plane[1:, -1], plane[-1, -2::-1], plane[-2:0:-1, 0]])


def _without_hints(
    around: BoolArray, sheet: _Sheet, labels: I32Array, hinted: BoolArray
) -> BoolArray:
    """What of `around`, bool (h, w), is paper of which no hint speaks: bool (h, w).

    A hint in the middle of paper speaks for its region. But where the lines of a figure are open,
    the figure is of that region too: a hint in a wide place that a ball as wide cannot come to from
    beyond the picture speaks for that place.
    """
    rolled = sheet.outside(OPENING)
    bare = around & rolled.near
    shown = bare & hinted & rolled.middle
    if not shown.any():
        return bare
    _, hint = cv2.connectedComponents(hinted.astype(np.uint8), connectivity=8)
    pixels = np.flatnonzero(hinted & around)
    numbers = hint.ravel()[pixels]
    pockets: dict[float, I32Array] = {}
    spoken = np.zeros(int(labels.max()) + 1, dtype=bool)
    for number in np.unique(hint[shown]).tolist():
        mine = pixels[numbers == number]
        if not (bare.ravel()[mine] & ~spoken[labels.ravel()[mine]]).any():
            continue  # another hint has spoken for it
        opening = _kept_out(sheet, mine)
        if opening is None:
            spoken[labels.ravel()[mine]] = True
            continue
        if opening not in pockets:
            inner = around & ~sheet.outside(opening).near
            pockets[opening] = np.asarray(cv2.connectedComponents(inner.astype(np.uint8))[1])
        inside = pockets[opening].ravel()[mine]
        is_mine = np.zeros(int(pockets[opening].max()) + 1, dtype=bool)
        is_mine[inside[inside > 0]] = True
        bare &= ~is_mine[pockets[opening]]
    return bare & ~spoken[labels]


def _kept_out(sheet: _Sheet, hinted: NDArray[np.intp]) -> float | None:
    """The smallest ball that cannot come to a hint in a figure with open lines; None: on paper.

    One whose middle stays away but that covers the hint keeps nothing for it: a lawn is no figure.

    hinted  flat indices of the hint's pixels.
    """
    room = float(sheet.room.ravel()[hinted].max())
    for opening in WIDER_OPENINGS:
        if room < ROOM_SHARE * opening:
            return None
        rolled = sheet.outside(opening)
        if rolled.middle.ravel()[hinted].any() or rolled.near.ravel()[hinted].all():
            continue
        return opening
    return None


def _surrounding(labels: I32Array) -> BoolArray:
    """Regions that surround the picture: bool (regions,)."""
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    counts = np.bincount(border, minlength=int(labels.max()) + 1)
    return np.asarray(counts >= GROUND_BORDER * border.size, dtype=np.bool_)


def _nearest_owner(owner: I32Array) -> I32Array:
    """The owner of the nearest owned pixel, int32 (h, w). Some pixel is owned."""
    _, place = cv2.distanceTransformWithLabels(
        (owner == 0).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    owner_at = np.zeros(int(place.max()) + 1, dtype=np.int32)
    owner_at[place[owner > 0]] = owner[owner > 0]
    return owner_at[place]
