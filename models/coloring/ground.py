"""The ground of a drawing whose colour the artist has shown at one place of it.

A generator that knows parts may leave a far piece of the ground white although a hint lies on the
ground of the same region: nothing but the noise of a scan tells that piece from the next. What a
region holds of ground has the colours of the hints on its ground, and no guess.

One that knows none tints the paper around the figure with its fog; a tidied picture leaves it white
where no hint lies on it.
"""

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.color import pack_colors
from models.coloring.shade import cleaned_share
from models.hints.tags import Rgb

GROUND_BORDER = 0.25
"""Share of the picture's border from which on a region is the paper around the figure."""
OPENING = 0.025
"""Share of the longer side: radius of a ball that stays outside of figures with open lines."""
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
    packed = pack_colors(flat_u8)
    guessed = np.isin(labels, labels[shown]) & ~np.isin(packed, pack_colors(colors[1:]))
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
            float32 (h, w); hinted  bool (h, w) pixels under hints: of a region whose ground one
            lies on, all is left alone.
    """
    around = _surrounding(labels)[labels]
    bare = around & ground & _outside(around & (ink < PAPER_INK))
    bare &= ~np.isin(labels, labels[bare & hinted])
    return np.where(bare[..., None], np.uint8(255), flat_u8) if bare.any() else flat_u8


def tidied_paper(
    flat_u8: U8Array, labels: I32Array, ink: FloatArray, *, hinted: BoolArray, tidy: float
) -> tuple[U8Array, BoolArray]:
    """Flats with the paper around the figure whiter, uint8 (h, w, 3), and all such paper (h, w).

    ink  float32 (h, w). A figure with open lines is of the region around it, and no paper.
    labels  int32 (h, w) regions; hinted  bool (h, w) pixels under hints of a colour: a region that
            one lies in keeps its own.
    """
    around = _surrounding(labels)
    paper = around[labels] & _outside(around[labels] & (ink < PAPER_INK))
    around[labels[hinted]] = False
    bare = paper & around[labels]
    if not bare.any():
        return flat_u8, paper
    whiter = flat_u8.copy()
    away = 255 - flat_u8[bare].astype(np.float32)
    whiter[bare] = np.round(flat_u8[bare] + cleaned_share(tidy) * away).astype(np.uint8)
    return whiter, paper


def is_no_paper(color: Rgb) -> bool:
    """Whether a hint of this colour asks for other ground than white paper."""
    return min(color) < PAPER_LEVEL


def _outside(free: BoolArray) -> BoolArray:
    """What a ball that rolls over free pixels reaches from the picture's border: bool (h, w)."""
    radius = max(2.0, OPENING * max(free.shape))
    # Paper goes on beyond the picture.
    spread = int(radius) + 1
    wide = np.pad(free, spread, mode="edge").astype(np.uint8)
    core = cv2.distanceTransform(wide, cv2.DIST_L2, 5) >= radius
    _, pieces = cv2.connectedComponents(core.astype(np.uint8), connectivity=8)
    edge = np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1]])
    reached = core & np.isin(pieces, edge[edge > 0])
    away = cv2.distanceTransform((~reached).astype(np.uint8), cv2.DIST_L2, 5)
    inner = slice(spread, -spread)
    return np.asarray((away <= radius + 1)[inner, inner], dtype=np.bool_)


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
