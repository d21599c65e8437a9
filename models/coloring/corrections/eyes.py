"""Within an eye, which part a generator names as a whole: iris, pupil and the lights in it.

A generator tells the white of an eye from the rest, and gives the rest one colour, that of the
eyes' tag. Drawn are an iris, a pupil within it, and round lights across both; often the iris is
open to the face where hair or a lid covers its outline. What is which follows from the regions
that the ink bounds: a closed one about the middle is the pupil, unless ink fills one already, small
round ones are lights, and what a larger region holds of the eye is iris. Eyes with a hint of their
own are the artist's, and stay as they are.
"""

from dataclasses import dataclass
from math import pi, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.color import pack_colors
from models.coloring.region_pairs import RegionPairs
from models.regions.sampled import LabelRows, SampledRegions

LIGHT = (255, 255, 255)
PUPIL_SHADE = 0.28
"""A pupil's colour, as a share of the iris's."""
LEAST_PIXELS = 12
"""Small pixels of an eye below which nothing within it can be told."""
LEAST_SHARE = 0.3
"""What is smaller than this share of a drawing's largest eye is a stray piece of one."""
OPEN_RATIO = 60.0
"""A region more times as large as an eye is no face: where the lines of a sketch are open, an eye's
colour would stain the sheet."""
TOLD_SHARE = 0.1
"""Share of an eye to which the generator itself gives the eyes' colour, at least."""
CLOSED_RATIO = 2.5
"""A region up to so many times what the generator sees of an eye is its iris, all of it."""
OWN_SHARE = 0.6
"""A region is within an eye that holds this share of it."""
ELLIPSE_POINTS = 5
"""Points that an ellipse is fitted to, at least."""
LINE_INK = 0.3
"""Ink of a small pixel that an open iris does not cross."""
BOX_MARGIN = 0.2
"""What is looked at beyond an eye on each side, as a share of it."""
PUPIL_SHARES = (0.015, 0.45)
PUPIL_OFFSET = 0.45
"""Distance of a pupil's middle from the eye's, in radii of the eye, at most."""
LIGHT_SHARE = 0.16
LIGHT_FILL = 0.55
"""Share of its bounding box that a light fills at least; a disc fills 0.79."""
LIGHT_ASPECT = 2.2
INKED = 0.75
SOLID_WIDTH = 0.25
"""Width of ink that is no line, in radii of the eye."""
INKED_SHARE = 0.03
"""Share of an eye that solid ink about its middle must cover to be a drawn pupil."""


@dataclass(frozen=True, slots=True, eq=False)
class EyeColors:
    """Flats, uint8 (h, w, 3), with eyes taken apart, and what open irises need beside them.

    kept  regions with colours that they keep beside their leading one.
    """

    flat_u8: U8Array
    kept: RegionPairs


def color_eyes(
    flat_u8: U8Array,
    eyes: BoolArray,
    labels: LabelRows,
    sampled: SampledRegions,
    *,
    ink: FloatArray,
    hinted: BoolArray,
) -> EyeColors:
    """Give iris, pupil and lights their colours in a generator's flats.

    flat_u8  uint8 (h, w, 3); eyes  bool (h, w) what the generator takes for eyes but their whites;
    labels   int32 (H, W) the drawing's regions, and `sampled` the same at the small size;
    ink      float32 (h, w); hinted  bool (h, w) pixels under hints.
    """
    kept: list[tuple[int, int]] = []
    result = flat_u8.copy()
    packed = pack_colors(flat_u8)
    color = _iris_color(packed, eyes)
    if color is None:
        return EyeColors(result, RegionPairs.none())
    iris = np.array((color >> 16, color >> 8 & 255, color & 255))
    pupil = np.round(iris * PUPIL_SHADE).astype(np.uint8)
    total = np.bincount(sampled.labels.ravel(), minlength=sampled.count)
    count, eye_of, boxes, _ = cv2.connectedComponentsWithStats(eyes.astype(np.uint8))
    areas = boxes[:, cv2.CC_STAT_AREA]
    is_eye = np.bincount(eye_of[packed == color], minlength=count) >= TOLD_SHARE * areas
    is_eye[0] = False
    least = max(LEAST_PIXELS, LEAST_SHARE * areas[is_eye].max(initial=0))
    for index in np.flatnonzero(is_eye & (areas >= least)).tolist():
        eye = eye_of == index
        if (eye & hinted).any():
            continue
        held = np.bincount(sampled.labels[eye], minlength=sampled.count)
        iris_region = int(np.argmax(held))
        of_iris = sampled.labels == iris_region
        if total[iris_region] <= CLOSED_RATIO * eye.sum():
            result[of_iris] = iris
            eye = eye | _filled(of_iris)
        elif total[iris_region] > OPEN_RATIO * eye.sum():
            continue
        else:
            if not _shapes(eye, labels, iris_region).shapes and not _has_inked_pupil(eye, ink):
                continue  # nothing drawn says that it is an eye
            opened = _open_iris(eye, of_iris, ink)
            result[opened] = iris
            kept.append((iris_region, color))
            eye = eye | opened
        found = _shapes(eye, labels, iris_region)
        dark = None if _has_inked_pupil(eye, ink) else _pupil_among(found)
        for shape in found.shapes:
            if shape is dark:
                _paint(result, shape.region, sampled, pupil)
            elif _is_light(shape, found.area):
                _paint(result, shape.region, sampled, np.array(LIGHT, dtype=np.uint8))
            else:
                _paint(result, shape.region, sampled, iris)
    regions, colors = np.array(kept, dtype=np.int64).reshape(-1, 2).T
    return EyeColors(result, RegionPairs.of(regions, colors))


def _iris_color(packed: I32Array, eyes: BoolArray) -> int | None:
    """The colour that eyes have and little else: the tag's, or the part's own."""
    colors, counts = np.unique(packed[eyes], return_counts=True)
    if len(colors) == 0:
        return None
    elsewhere, others = np.unique(packed[~eyes], return_counts=True)
    at = np.minimum(np.searchsorted(elsewhere, colors), max(0, len(elsewhere) - 1))
    beyond = np.where(elsewhere[at] == colors, others[at], 0) if len(elsewhere) else 0 * counts
    own = np.where(counts >= beyond, counts, 0)
    return int(colors[np.argmax(own)]) if own.any() else None


def _filled(region: BoolArray) -> BoolArray:
    """A region with what it encloses."""
    outline, _ = cv2.findContours(region.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(region.shape, dtype=np.uint8)
    cv2.drawContours(filled, outline, -1, 1, cv2.FILLED)
    return filled > 0


def _open_iris(eye: BoolArray, region: BoolArray, ink: FloatArray) -> BoolArray:
    """What of a region that an eye is open to belongs to it: bool (h, w).

    The network sees an eye in blocks; its iris is the ellipse about them, as far as lines go.
    """
    outline, _ = cv2.findContours(eye.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(max(outline, key=len))
    if len(hull) < ELLIPSE_POINTS:
        return eye & region
    disc = np.zeros(eye.shape, dtype=np.uint8)
    cv2.ellipse(disc, cv2.fitEllipse(hull), 1, cv2.FILLED)
    count, pieces = cv2.connectedComponents(
        ((disc > 0) & region & (ink < LINE_INK)).astype(np.uint8), connectivity=4
    )
    held = np.bincount(pieces[eye], minlength=count)
    held[0] = 0
    return np.asarray(pieces == np.argmax(held)) if held.any() else eye & region


@dataclass(frozen=True, slots=True)
class _Shape:
    """A closed region within an eye, in native pixels of the eye's box."""

    region: int
    area: int
    middle: tuple[float, float]
    width: int
    height: int
    holds_middle: bool


@dataclass(frozen=True, slots=True)
class _Shapes:
    """What lies in the iris of one eye; the eye's area and middle."""

    shapes: tuple[_Shape, ...]
    area: float
    middle: tuple[float, float]


def _shapes(eye: BoolArray, labels: LabelRows, iris_region: int) -> _Shapes:
    """Measure an eye, bool (h, w) at the small size, at the drawing's own."""
    scale = np.array(labels.shape) / np.array(eye.shape)
    places = np.argwhere(eye)
    least, most = places.min(axis=0), places.max(axis=0) + 1
    margin = BOX_MARGIN * (most - least) + 1
    top, left = np.maximum((least - margin) * scale, 0).astype(int).tolist()
    bottom, right = np.minimum((most + margin) * scale, labels.shape).astype(int).tolist()
    box = labels[top:bottom, left:right]
    down = (np.arange(top, bottom) / scale[0]).astype(int)
    across = (np.arange(left, right) / scale[1]).astype(int)
    inside = eye[down[:, None], across[None]]
    regions, which = np.unique(box, return_inverse=True)
    which = which.reshape(box.shape)
    whole = np.bincount(which.ravel(), minlength=len(regions))
    held = np.bincount(which[inside], minlength=len(regions))
    edges = np.concatenate([which[0], which[-1], which[:, 0], which[:, -1]])
    is_within = (held >= OWN_SHARE * whole) & (regions != iris_region)
    is_within[edges] = False
    shapes = []
    for index in np.flatnonzero(is_within).tolist():
        ys, xs = np.nonzero(which == index)
        y, x = float(ys.mean()), float(xs.mean())
        shapes.append(
            _Shape(
                region=int(regions[index]),
                area=len(ys),
                middle=(y, x),
                width=int(np.ptp(xs)) + 1,
                height=int(np.ptp(ys)) + 1,
                holds_middle=bool(which[round(y), round(x)] == index),
            )
        )
    middle = np.argwhere(inside).mean(axis=0)
    return _Shapes(tuple(shapes), float(inside.sum()), (float(middle[0]), float(middle[1])))


def _pupil_among(found: _Shapes) -> _Shape | None:
    """The largest region about the middle of an eye."""
    least, most = (share * found.area for share in PUPIL_SHARES)
    reach = PUPIL_OFFSET * sqrt(found.area / pi)
    fitting = [
        shape
        for shape in found.shapes
        if least <= shape.area <= most
        and shape.holds_middle
        and np.hypot(*np.subtract(shape.middle, found.middle)) <= reach
    ]
    return max(fitting, key=lambda shape: shape.area, default=None)


def _is_light(shape: _Shape, eye_area: float) -> bool:
    """Whether a region is small and round."""
    fill = shape.area / (shape.width * shape.height)
    aspect = max(shape.width, shape.height) / min(shape.width, shape.height)
    return shape.area <= LIGHT_SHARE * eye_area and fill >= LIGHT_FILL and aspect <= LIGHT_ASPECT


def _has_inked_pupil(eye: BoolArray, ink: FloatArray) -> bool:
    """Whether the artist's ink fills a pupil: solid, about the middle of the eye."""
    inked = ((ink > INKED) & eye).astype(np.uint8)
    radius = sqrt(eye.sum() / pi)
    side = max(3, round(SOLID_WIDTH * radius))
    solid = cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones((side, side), dtype=np.uint8)) > 0
    if solid.sum() < INKED_SHARE * eye.sum():
        return False
    middle = np.argwhere(eye).mean(axis=0)
    away = np.hypot(*(np.argwhere(solid) - middle).T)
    near = away <= PUPIL_OFFSET * radius
    return bool(near.sum() >= INKED_SHARE * eye.sum())


def _paint(
    flat_u8: U8Array, region: int, sampled: SampledRegions, color: NDArray[np.integer]
) -> None:
    flat_u8[sampled.labels == region] = color
    place = sampled.place[sampled.missed == region]
    flat_u8.reshape(-1, 3)[place] = color
