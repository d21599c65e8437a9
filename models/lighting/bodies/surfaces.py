"""What light falls on: surfaces of one flat colour, and the bodies that they turn with.

A surface is what one region of the drawing shows in one flat colour. Surfaces that an artist shades
as one form make a body: locks of one head of hair, a shirt and its buttons, a face and its eyes.
What takes no shade, ground, eyes and mouths, belongs to no body or is closed to tones in it.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import scipy
import skimage

from models.arrays import BoolArray, FloatArray, I32Array, I64Array, IntArray, U8Array
from models.cells.cells import flood_levels
from models.color import distinct_colors, pack_colors
from models.hints.parts import Part
from models.lighting.bodies.paper import PALE, paper_surfaces, seen_parts

SMALL_SHARE = 0.0025
"""Share of the picture below which a surface has no form of its own."""
THIN = 0.007
"""Half the width, as a share of the longer side, up to which a surface has no form either: what
lies between letters, hairs or blades of grass."""
FEATURES = (Part.EYES, Part.MOUTH, Part.BROWS, Part.GLASSES)
"""What is drawn on a form, and has none of its own."""
CLOSED = (Part.EYES, Part.MOUTH)
"""What stays free of tones: eyes with their whites, and teeth."""
EYE_REACH = 0.003
"""How far around an eye its white may lie, as a share of the picture's longer side."""
CLOTHES = (Part.TOP, Part.BOTTOM, Part.DRESS, Part.LEGWEAR, Part.FOOTWEAR, Part.HAT)
"""What is often as white as the paper."""
SPECK_SHARE = 0.0002
"""Share of the picture below which what is taken for an eye or a mouth is none."""
SAME_COLOR = 3
"""So many times its length counts a border between two surfaces of one colour."""
INKED = 0.5
"""Ink from which on a pixel is of a line."""
FAINT = 0.2
"""Ink of a faint line."""
OUTLINED = 0.5
"""Share of its outline along which lines bound a garment that is open to the ground."""
GARMENT_SHARE = 0.01
"""Share of the picture below which what is open to the ground is no garment: it is as often what
lies between letters."""
SOLID_INK = 0.8
"""Mean ink of a surface from which on it is the drawing's own black."""
GROUND_BORDER = 0.25
"""Share of the picture's border that ground covers where no generator names parts."""
MIXED_SHARE = 0.04
"""Share of a surface of ground that belongs to the figure from which on both are told apart."""
CERTAIN = 5
"""Small pixels across from the other of ground and figure within which a part is uncertain."""
BROAD_SHARE = 0.02
"""Half the width, as a share of the longer side, of what is no garment but paper between lines."""
NO_BODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Surfaces:
    """The surfaces of one picture at a small size.

    index   int32 (h, w) surface of each pixel, 0 to count - 1.
    keys    int64 (count,), region << 24 | colour, ascending; colors  uint8 (count, 3).
    """

    index: I32Array
    keys: I64Array
    colors: U8Array

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.keys)

    def at(self, labels: I32Array, flat_u8: U8Array) -> I32Array:
        """Surfaces of other pixels of the picture, int32 (rows, W); `count` for unknown ones.

        labels  int32 (rows, W) regions; flat_u8  uint8 (rows, W, 3).
        """
        keys = _keys(labels, flat_u8).ravel()
        if keys.size == 0:
            return np.empty(labels.shape, dtype=np.int32)
        starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        asked = keys[starts]
        place = np.minimum(np.searchsorted(self.keys, asked), self.count - 1)
        found = np.where(self.keys[place] == asked, place, self.count).astype(np.int32)
        return np.repeat(found, np.diff(np.append(starts, keys.size))).reshape(labels.shape)


def find_surfaces(flat_u8: U8Array, labels: I32Array | None) -> Surfaces:
    """The surfaces of flats, uint8 (h, w, 3); labels  int32 (h, w) regions, None: all one."""
    regions = np.zeros(flat_u8.shape[:2], dtype=np.int32) if labels is None else labels
    keys, index = distinct_colors(_keys(regions, flat_u8).ravel())
    colors = np.stack([keys >> 16 & 255, keys >> 8 & 255, keys & 255], axis=1).astype(np.uint8)
    return Surfaces(index.reshape(regions.shape).astype(np.int32), keys, colors)


def _keys(labels: I32Array, flat_u8: U8Array) -> I64Array:
    return labels.astype(np.int64) << 24 | pack_colors(flat_u8)


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """The forms of one picture at a small size.

    index   int32 (h, w) body of each pixel, 0 to count - 1, NO_BODY on the ground.
    parts   uint8 (count,) models.hints.parts.Part that most of each is; OTHER where not known.
    of      int32 (surfaces + 1,) body of each surface and, last, of unknown ones: NO_BODY.
    open    bool (h, w): whether a pixel takes tones.
    is_face bool (count,) whether eyes are drawn on it.
    ragged  bool (h, w): ground of a surface that belongs to a body elsewhere.
    """

    index: I32Array
    parts: U8Array
    of: I32Array
    open: BoolArray
    is_face: BoolArray
    ragged: BoolArray

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.parts)


def find_bodies(surfaces: Surfaces, parts: U8Array | None, ink: FloatArray) -> Bodies:
    """Join surfaces to bodies.

    parts  uint8 (h, w) Part of each pixel, None if unknown; ink  float32 (h, w).
    """
    if parts is None:
        paper = np.zeros(surfaces.count, dtype=bool)
    else:
        seen = _tally(surfaces.index, parts, surfaces.count)
        paper = paper_surfaces(surfaces.index, surfaces.colors, seen, ink)
    index, split = _split(surfaces, parts, ink, but=paper)
    count = surfaces.count + len(split)
    colors = np.concatenate([surfaces.colors, surfaces.colors[split]])
    area = np.maximum(np.bincount(index.ravel(), minlength=count), 1)
    if parts is None:
        main = np.full(count, Part.OTHER)
        main[_ground(index, count)] = Part.BACKGROUND
    else:
        main = seen_parts(colors, _tally(index, parts, count))
        main[split] = Part.BACKGROUND
        main[np.flatnonzero(paper)] = Part.BACKGROUND
    has_form = (area >= SMALL_SHARE * index.size) & ~np.isin(main, FEATURES)
    has_form &= _half_widths(index, ink, count) > max(1.0, THIN * max(index.shape))
    body = _joined(index, colors, main, area, has_form)
    kept, of = np.unique(body[body >= 0], return_inverse=True)
    numbers = np.full(count, NO_BODY, dtype=np.int32)
    numbers[body >= 0] = of
    named = np.bincount(
        of * len(Part) + main[body >= 0], area[body >= 0], len(kept) * len(Part)
    ).reshape(len(kept), len(Part))
    named[:, list(FEATURES)] = 0
    placed = numbers[index]
    inked = np.bincount(index.ravel(), ink.ravel(), count) > SOLID_INK * area
    is_open = (placed >= 0) & ~inked[index]
    is_face = np.zeros(len(kept), dtype=bool)
    if parts is not None:
        is_open &= ~_closed(parts)
        is_face[np.unique(placed[(parts == Part.EYES) & (placed >= 0)])] = True
    main_of = named.argmax(axis=1).astype(np.uint8)
    is_face &= main_of == Part.SKIN
    ragged = np.isin(index, split)
    numbers[split] = numbers[surfaces.count :]
    known = np.append(numbers[: surfaces.count], np.int32(NO_BODY))
    return Bodies(placed, main_of, known, is_open, is_face, ragged)


def _tally(index: I32Array, parts: U8Array, count: int) -> IntArray:
    """Pixels of each part in each surface, int (count, parts)."""
    found = np.bincount(index.ravel() * len(Part) + parts.ravel(), minlength=count * len(Part))
    return found.reshape(count, len(Part))


def _half_widths(index: I32Array, ink: FloatArray, count: int) -> FloatArray:
    """How far it is from the middle of each surface to its border or a line, float32 (count,)."""
    inside = (ink < INKED).astype(np.uint8)
    inside[1:] &= index[1:] == index[:-1]
    inside[:, 1:] &= index[:, 1:] == index[:, :-1]
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, 5)
    widths = scipy.ndimage.maximum(depth, index, np.arange(count))
    return np.asarray(widths, dtype=np.float32)


def _split(
    surfaces: Surfaces, parts: U8Array | None, ink: FloatArray, *, but: BoolArray
) -> tuple[I32Array, IntArray]:
    """Surfaces, int32 (h, w), with what of the ground is clothes as further ones, but of some.

    Beside them the surfaces that were split: where a line is open, one region shows a white shirt
    and the paper around it; one in the colour of a sky shows no clothes. Where parts change over is
    uncertain; from what is certain both are flooded over the ink, and meet on the lines.
    """
    index = surfaces.index
    if parts is None:
        return index, np.empty(0, dtype=np.intp)
    clothes = np.isin(parts, CLOTHES).astype(np.uint8)
    of_clothes, of_ground, total = (
        np.bincount(index.ravel(), plane.ravel(), surfaces.count)
        for plane in (clothes, parts == Part.BACKGROUND, np.ones_like(parts))
    )
    is_mixed = (of_ground > total / 2) & (of_clothes >= MIXED_SHARE * total) & ~but
    is_mixed &= surfaces.colors.min(axis=1) >= PALE
    split = np.flatnonzero(is_mixed)
    if not len(split):
        return index, split
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (CERTAIN, CERTAIN))
    markers = cv2.erode(clothes, disc) + 2 * cv2.erode(1 - clothes, disc)
    flooded = skimage.segmentation.watershed(flood_levels(ink), markers.astype(np.int32))
    side = 1 + 2 * round(BROAD_SHARE * max(index.shape))
    broad = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    result = index.copy()
    for number, surface in enumerate(split.tolist(), start=surfaces.count):
        found = ((index == surface) & (flooded == 1)).astype(np.uint8)
        kept = cv2.dilate(cv2.morphologyEx(found, cv2.MORPH_OPEN, broad), disc)
        result[_outlined(found & kept, ink)] = number
    return result, split


def _outlined(mask: U8Array, ink: FloatArray) -> BoolArray:
    """The large pieces of a mask, uint8 (h, w), that lines bound for the most part."""
    count, label = cv2.connectedComponents(mask, connectivity=8)
    side = np.ones((3, 3), dtype=np.uint8)
    lines = cv2.dilate((ink >= FAINT).astype(np.uint8), side) > 0
    around = label * (mask > cv2.erode(mask, side, borderValue=1))
    length = np.bincount(around.ravel(), minlength=count)
    drawn = np.bincount(around.ravel(), lines.ravel(), count)
    is_outlined = drawn >= OUTLINED * np.maximum(length, 1)
    is_outlined &= np.bincount(label.ravel(), minlength=count) >= GARMENT_SHARE * mask.size
    is_outlined[0] = False
    return np.asarray(is_outlined[label])


def _ground(index: I32Array, count: int) -> BoolArray:
    """Surfaces around the picture that are most likely ground."""
    border = np.concatenate([index[0], index[-1], index[:, 0], index[:, -1]])
    return np.bincount(border, minlength=count) >= GROUND_BORDER * border.size


def _closed(parts: U8Array) -> BoolArray:
    """Eyes, each as the hull of what is seen of it and a little around, and mouths."""
    reach = round(EYE_REACH * max(parts.shape))
    eyes = np.isin(parts, CLOSED).astype(np.uint8)
    outlines, _ = cv2.findContours(eyes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    closed = np.zeros(parts.shape, dtype=np.uint8)
    for outline in outlines:
        if cv2.contourArea(outline) < SPECK_SHARE * parts.size:
            continue
        cv2.fillConvexPoly(closed, cv2.convexHull(outline), (1,))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return np.asarray(cv2.dilate(closed, disc) > 0)


def _joined(
    index: I32Array, colors: U8Array, main: IntArray, area: IntArray, has_form: BoolArray
) -> I32Array:
    """A surface of the body of each surface, int32 (count,), NO_BODY on the ground."""
    count = len(colors)
    first, second, length = _borders(index, count)
    color = pack_colors(colors)
    is_ground = main == Part.BACKGROUND
    parent = np.arange(count)

    def root(surface: int) -> int:
        while parent[surface] != surface:
            surface = int(parent[surface])
        return surface

    is_hair = (main == Part.HAIR) & has_form
    one_head = is_hair[first] & is_hair[second] & (color[first] == color[second])
    for here, there in zip(first[one_head].tolist(), second[one_head].tolist(), strict=True):
        parent[root(here)] = root(there)
    begins = np.searchsorted(first, np.arange(count + 1))
    worth = length * np.where(color[first] == color[second], SAME_COLOR, 1)
    # Small ones join, the largest first, so that what they join has a form.
    for surface in np.argsort(-area, kind="stable").tolist():
        if has_form[surface] or is_ground[surface]:
            continue
        around = slice(begins[surface], begins[surface + 1])
        others = [
            (value, other)
            for value, other in zip(worth[around].tolist(), second[around].tolist(), strict=True)
            if not is_ground[other]
            and root(other) != surface
            and (has_form[other] or parent[other] != other)
        ]
        if others:
            parent[surface] = root(max(others)[1])
    roots = np.array([root(surface) for surface in range(count)], dtype=np.int32)
    # What joined nothing has no form.
    return np.where(is_ground | ~has_form[roots], NO_BODY, roots).astype(np.int32)


def _borders(index: I32Array, count: int) -> tuple[IntArray, IntArray, IntArray]:
    """Surfaces that touch, each pair both ways and ascending, and how long their border is."""
    keys = []
    for here, there in ((index[:, :-1], index[:, 1:]), (index[:-1], index[1:])):
        differs = here != there
        pair = here[differs].astype(np.int64), there[differs].astype(np.int64)
        keys += [pair[0] * count + pair[1], pair[1] * count + pair[0]]
    pairs, length = np.unique(np.concatenate(keys), return_counts=True)
    return pairs // count, pairs % count, length
