"""Narrow passages of paper: where a ball that fits both rooms cannot pass from one to the other.

Trapped-ball filling (Zhang et al., "Vectorizing cartoon animations", 2009) keeps rooms apart that
a ball of the gap's size cannot leave. Here the same is found as strokes: at the narrowest place
of a passage the nearest ink lies on opposite sides, and the line between the two closes it. These
are added to the gaps at line ends, which need no room on either side to be told.
"""

import cv2
import numpy as np
import scipy
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.geometry import Size
from models.regions.closures import LOOKS, NO_CLOSURES, Closures

LARGE = 6_000_000
"""Pixels from which passages are sought at half the size."""
OPPOSITE = -0.9
"""Cosine between the directions to both sides at the narrowest place, at most."""


def find_necks(ink: U8Array, gap: float, *, picture: Size) -> Closures:
    """Strokes across the narrowest places of passages up to `gap` pixels wide.

    ink      uint8 (H, W), 1 = ink.
    picture  size of the drawing of which this is all, or a piece from an even row and column on.
    """
    if picture.height * picture.width <= LARGE:
        return _necks(ink, gap)
    height, width = ink.shape
    even = np.pad(ink, ((0, height % 2), (0, width % 2)))
    small = even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]
    return _necks(small, gap / 2).enlarged(2)


def _necks(ink: U8Array, gap: float) -> Closures:
    if gap < 1 or not ink.any():
        return NO_CLOSURES
    distance, nearest = cv2.distanceTransformWithLabels(
        np.subtract(1, ink, dtype=np.uint8),
        cv2.DIST_L2,
        cv2.DIST_MASK_5,
        labelType=cv2.DIST_LABEL_PIXEL,
    )
    depth: FloatArray = np.asarray(distance, dtype=np.float32)
    y, x = _ridge(depth, (gap + 1) / 2 + 0.5)
    if len(x) == 0:
        return NO_CLOSURES
    inked_y, inked_x = np.nonzero(ink)
    near = nearest[y, x] - 1
    side = np.stack([inked_x[near], inked_y[near]], axis=1)
    here = np.stack([x, y], axis=1)
    way = here - side
    unit = way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-6)[:, None]
    height, width = ink.shape
    across = here + np.floor(unit * 1.5 + 0.5).astype(np.int64)
    inside = (across >= 0).all(axis=1) & (across[:, 0] < width) & (across[:, 1] < height)
    here, side, across, unit = here[inside], side[inside], across[inside], unit[inside]
    far = nearest[across[:, 1], across[:, 0]] - 1
    other = np.stack([inked_x[far], inked_y[far]], axis=1)
    beyond = other - here
    length = np.hypot(beyond[:, 0], beyond[:, 1])
    cosine = -(beyond * unit).sum(axis=1) / np.maximum(length, 1e-6)
    span = np.hypot(*(other - side).T)
    good = (cosine <= OPPOSITE) & (span - 1 <= gap) & (span >= 2)
    good &= _widens(depth, here, unit)
    return _narrowest(side[good], other[good], span[good].astype(np.float32))


def _widens(
    depth: FloatArray, here: NDArray[np.int64], across: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Whether a passage grows no narrower to either side: it does towards the tip of a wedge."""
    height, width = depth.shape
    level = depth[here[:, 1], here[:, 0]]
    along = np.stack([-across[:, 1], across[:, 0]], axis=1) * (level + 2)[:, None]
    wide = np.ones(len(here), dtype=bool)
    for sign in (-1, 1):
        x, y = (here + np.floor(sign * along + 0.5).astype(np.int64)).T
        beside = depth[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
        wide &= beside >= level - 0.25
    return wide


def beside_ends(necks: Closures, closures: Closures) -> NDArray[np.bool_]:
    """Which necks lie where a gap at the end of a line is closed anyway: bool (necks,)."""
    if necks.count == 0 or closures.count == 0:
        return np.zeros(necks.count, dtype=bool)
    reach = np.maximum(necks.widths, 2) + 2
    middle = (necks.starts + necks.ends) / 2
    near = np.zeros(necks.count, dtype=bool)
    for share in (0.0, 0.5, 1.0):
        places = closures.starts + (closures.ends - closures.starts) * share
        near |= scipy.spatial.cKDTree(places).query(middle)[0] <= reach
    return near


def _ridge(depth: FloatArray, limit: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pixels y, x on the middle of passages: no neighbour across is farther from ink."""
    middle = depth[1:-1, 1:-1]
    found = np.zeros(middle.shape, dtype=bool)
    for one, two in (
        (depth[1:-1, :-2], depth[1:-1, 2:]),
        (depth[:-2, 1:-1], depth[2:, 1:-1]),
        (depth[:-2, :-2], depth[2:, 2:]),
        (depth[:-2, 2:], depth[2:, :-2]),
    ):
        found |= (middle >= one) & (middle >= two)
    found &= (middle > 0) & (middle <= limit)
    y, x = np.nonzero(found)
    return y + 1, x + 1


def _narrowest(starts: NDArray[np.int64], ends: NDArray[np.int64], spans: FloatArray) -> Closures:
    """Of strokes that lie beside each other, the shortest."""
    if len(spans) == 0:
        return NO_CLOSURES
    middle = (starts + ends) / 2
    order = np.lexsort((middle[:, 0], middle[:, 1], spans))
    starts, ends, spans, middle = starts[order], ends[order], spans[order], middle[order]
    taken = np.zeros(len(spans), dtype=bool)
    kept = []
    near = scipy.spatial.cKDTree(middle).query_ball_point(middle, np.maximum(spans, 3.0))
    for number in range(len(spans)):
        if not taken[number]:
            kept.append(number)
            taken[near[number]] = True
    return Closures(
        starts[kept].astype(np.int32),
        ends[kept].astype(np.int32),
        np.maximum(spans[kept] - 1, 0),
        np.ones(len(kept), dtype=bool),
        np.zeros((len(kept), LOOKS), dtype=np.float32),
    )
