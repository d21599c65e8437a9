"""What a painting holds beyond its flats, shading and detail, without its lines.

Few pixels of most paintings hold any, so that it is asked of these alone.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, IntArray, U8Array
from models.color import any_channel, pack_colors
from models.coloring.line_guide import LineGuide
from models.coloring.shade import cleaned_share, tidied_detail

HINT_FADE = 6.0
"""Small pixels around a hint over which shading returns after the hint's exact colour."""
VISIBLE_DETAIL = 1.5
"""Levels of 255: a pixel that differs less from its flat colour has exactly that."""
LEAST = 0.5
"""Levels below which a channel's detail is rounded to none."""


def detail_of(
    beyond: FloatArray,
    guide: LineGuide,
    *,
    painted_u8: U8Array,
    flat_u8: U8Array,
    hinted: BoolArray,
    tidy: float = 0.0,
    around: BoolArray | None = None,
) -> NDArray[np.int16] | None:
    """The detail over the flats that a painting has become, int16 (h, w, 3); None for none.

    beyond      float32 (h, w, 3) the painting less its own flats, in levels of 255.
    painted_u8  uint8 (h, w, 3) its own flats under the lines; flat_u8  what became of them.
    hinted      bool (h, w) pixels under hints: they have none, and their surroundings less.
    tidy        how far it is tidied (models.coloring.shade); around  bool (h, w) paper, where it
                goes as far as chroma does.
    """
    own = guide.without_halo(beyond).reshape(-1, 3)
    place = np.flatnonzero(any_channel(np.abs(own) >= LEAST)[guide.source])
    # Where a whole surface is inked, what darkens it is the drawing, which is multiplied later.
    source = guide.source[place]
    paper = 1 - guide.ink.ravel()[source][:, None]
    values = np.asarray(np.round(np.take(own, source, axis=0) * paper), dtype=np.int16)
    flat = flat_u8.reshape(-1, 3)[place]
    values = rescale_detail(values, painted_u8.reshape(-1, 3)[place], flat)
    values = tidied_detail(values, flat, tidy=tidy)
    if around is not None:
        bare = around.ravel()[place]
        values[bare] = np.round(values[bare] * (1 - cleaned_share(tidy)))
    if not values.any():
        return None
    values = np.round(values * hint_fade(flat_u8, hinted, place)[:, None]).astype(np.int16)
    values[~any_channel(np.abs(values) > VISIBLE_DETAIL)] = 0
    if not values.any():
        return None
    detail = np.zeros(flat_u8.shape, dtype=np.int16)
    detail.reshape(-1, 3)[place] = values
    return detail


def rescale_detail(
    detail: NDArray[np.int16], flat_u8: U8Array, snapped_u8: U8Array
) -> NDArray[np.int16]:
    """The same shading on other flats, (..., 3): darkening by a share, not by an amount."""
    share = np.minimum((snapped_u8 + np.float32(1)) / (flat_u8 + np.float32(1)), 2)
    return np.asarray(np.round(detail * share), dtype=np.int16)


def hint_fade(flat_u8: U8Array, hinted: BoolArray, place: IntArray) -> FloatArray:
    """The share of detail that hints leave at some pixels, float32 (N,).

    None under a hint, and ever more away from it within flats of the hint's colour.

    flat_u8  uint8 (h, w, 3); hinted  bool (h, w) pixels under hints; place  int (N,) flat indices.
    """
    if not hinted.any():
        return np.ones(len(place), dtype=np.float32)
    distance, nearest = cv2.distanceTransformWithLabels(
        (~hinted).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    color_of_label = np.zeros(int(nearest.max()) + 1, dtype=np.int32)
    color_of_label[nearest[hinted]] = pack_colors(flat_u8[hinted])
    same = color_of_label[nearest.ravel()[place]] == pack_colors(flat_u8.reshape(-1, 3)[place])
    share = np.where(same, np.clip(distance.ravel()[place] / HINT_FADE, 0, 1), 1)
    return np.asarray(share, dtype=np.float32)
