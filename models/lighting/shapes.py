"""Outlines of tones: smooth curves at the small size, to be drawn crisp at any size.

Where a tone is likelier than not within a body, its certainty is carried on a little beyond the
body, enlarged, cut at even odds and smoothed along the curve. So a tone ends on the body's own
border wherever it meets it, whatever size that is known at, and curves have no steps.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array
from models.geometry import Rect, Size
from models.hints.parts import Part
from models.lighting.bodies.surfaces import Bodies
from models.lighting.light import ShadeStyle
from models.lighting.maps import MOST_LOGIT, ToneMaps
from models.lighting.relief import body_boxes

MARGIN = 4
"""Small pixels by which certainty is carried on beyond a body."""
FINE = 4
"""Enlargement at which outlines are cut."""
FIELD_SIGMA = 1.2
"""Small pixels over which certainty is smoothed."""
CURVE_SIGMA = 1.1
"""Small pixels along an outline over which it is smoothed."""
SPECK_SHARE = 0.0008
"""Share of the picture below which a spot of a tone, or a hole in one, is left out."""
SHEEN_SHARE = 0.1
"""Share of a head of hair that its highlights cover at most, the surest places first."""
POINT_STEP = 2
"""Enlarged pixels between the points of an outline."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Where one body has one tone.

    outlines  float32 (N, 2) each, closed, x and y as shares of the picture; inside is what an odd
              number of them surrounds.
    """

    body: int
    outlines: tuple[FloatArray, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """The shapes of every tone: shade, its second tone, highlights; and the fading of soft shade.

    soft  float32 (h, w) 0 to 1, in soft style, where there are no shapes of shade.
    """

    shade: tuple[Shape, ...]
    deep: tuple[Shape, ...]
    highlight: tuple[Shape, ...]
    soft: FloatArray | None


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One body cut out, with a margin over which its pixels go on.

    body    its number; left, top  of the box in small pixels, which may lie outside the picture.
    source  int32 (h, w) flat index of the body's own pixel nearest to each; ragged ground stays.
    own     bool (h, w).
    """

    body: int
    left: int
    top: int
    source: I32Array
    own: BoolArray

    def field(self, plane: FloatArray) -> FloatArray:
        """A plane of the picture as the body has it, carried on and smoothed: (h, w)."""
        return np.asarray(cv2.GaussianBlur(plane.ravel()[self.source], (0, 0), FIELD_SIGMA))


def cut_bodies(bodies: Bodies) -> tuple[Cut, ...]:
    """Every body by itself."""
    width = bodies.index.shape[1]
    ragged = np.pad(bodies.ragged, MARGIN)
    cuts = []
    for body, (rows, columns) in body_boxes(bodies.index, bodies.count):
        own = np.pad(bodies.index[rows, columns] == body, MARGIN)
        places = np.flatnonzero(own)
        _, label = cv2.distanceTransformWithLabels(
            (~own).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
        )
        top, left = rows.start - MARGIN, columns.start - MARGIN
        y, x = np.divmod(places, own.shape[1])
        of_label = np.zeros(int(label.max()) + 1, dtype=np.int32)
        of_label[label.ravel()[places]] = (y + top) * width + x + left
        source = of_label[label]
        around = slice(rows.start, rows.start + own.shape[0])
        y, x = np.nonzero(ragged[around, columns.start : columns.start + own.shape[1]])
        source[y, x] = (y + top) * width + x + left
        cuts.append(Cut(body, left, top, source, own))
    return tuple(cuts)


def find_shapes(maps: ToneMaps, bodies: Bodies, cuts: tuple[Cut, ...], style: ShadeStyle) -> Shapes:
    """The shapes of a picture's tones in some style."""
    is_soft = style is ShadeStyle.SOFT
    is_deep = style is ShadeStyle.TWO_TONE

    def shapes(odds: FloatArray, most: FloatArray | None = None) -> tuple[Shape, ...]:
        return _shapes(np.where(bodies.open, odds, np.float32(-MOST_LOGIT)), cuts, most)

    sheen = np.where(bodies.parts == Part.HAIR, SHEEN_SHARE, 1).astype(np.float32)

    return Shapes(
        shade=() if is_soft else shapes(maps.shade),
        deep=shapes(maps.deep) if is_deep else (),
        highlight=shapes(maps.highlight, sheen),
        soft=np.where(bodies.open, maps.soft, np.float32(0)) if is_soft else None,
    )


def _shapes(odds: FloatArray, cuts: tuple[Cut, ...], most: FloatArray | None) -> tuple[Shape, ...]:
    """Shapes of what is likelier than not. most  (bodies,) share of each body that they cover."""
    found = []
    speck = max(4.0, SPECK_SHARE * odds.size)
    scale = np.array(odds.shape[::-1], dtype=np.float32)
    for cut in cuts:
        if odds.ravel()[cut.source].max() <= 0:
            continue
        field = cut.field(odds)
        own = field[cut.own]
        share = 1 if most is None else most[cut.body]
        if share < 1 and np.count_nonzero(own > 0) >= share * len(own) - 1:
            field = field - max(np.float32(0), np.quantile(own, 1 - share))
            own = field[cut.own]
        if own.max() <= 0:
            continue
        curves = _outlines(field, speck)
        corner = np.array([cut.left, cut.top], dtype=np.float32)
        if curves:
            found.append(Shape(cut.body, tuple((curve + corner) / scale for curve in curves)))
    return tuple(found)


def _outlines(field: FloatArray, speck: float) -> list[FloatArray]:
    """Closed curves around what is above 0, float32 (N, 2) in pixels of the field."""
    box = Rect.around(field > 0).grown(2).clipped(Size(*field.shape))
    rows, columns = box.slices
    height, width = box.shape
    fine = cv2.resize(field[rows, columns], (FINE * width, FINE * height))
    curves, _ = cv2.findContours((fine > 0).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    return [
        (_smoothed(curve[:, 0].astype(np.float32)) + np.float32(0.5)) / np.float32(FINE)
        + np.array(box.corner, dtype=np.float32)
        for curve in curves
        if cv2.contourArea(curve) >= speck * FINE * FINE
    ]


def _smoothed(curve: FloatArray) -> FloatArray:
    """A closed curve, float32 (N, 2), smoothed along itself, and thinned."""
    sigma = CURVE_SIGMA * FINE
    reach = min(len(curve), int(4 * sigma))
    around = np.concatenate([curve[-reach:], curve, curve[:reach]])
    blurred = cv2.GaussianBlur(around, (1, 2 * int(3 * sigma) + 1), sigmaX=1, sigmaY=sigma)
    return np.asarray(blurred[reach : reach + len(curve) : POINT_STEP], dtype=np.float32)
