"""The areas of colour that a person sees in a picture with alpha, painted with whatever brush.

Hard brushes leave areas of one exact colour, which are taken to the pixel. Soft and antialiased
ones leave rims: fainter pixels whose colour is rounded ever more coarsely, and mixtures where one
colour runs into another. These belong to the area that they are the rim of. Grain, compression and
gentle gradients are one area. Everything takes time in proportion to the painted pixels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.hints.pixel_list import PixelList, connected_nodes
from models.hints.spans import Spans, spans_of_rows
from models.hints.tags import Rgb

VISIBLE = 16
"""Alpha from which a pixel is seen; below it, colours are mostly rounding."""
FAINT_SHARE = 1 / 3
"""A pixel less opaque than this share of its area's most opaque one is a breath of the brush."""
NEAR, NEAR_FLAT = 12.0, 3.0
"""Levels up to which touching pixels have one colour, and the same for two flat surfaces."""
WIDE = 64.0
"""Levels from its mean that the colours of a gradient reach; beyond, they are two colours."""
CORE_SHARE, MOST_HEADS = 0.04, 24
"""Share of joined paint that a flat surface has if its colour is one of its own; how many have."""
MOST_MEANT = 64
"""Colours of a picture that was painted without any soft rim."""
BEYOND = 48
"""Levels by which a dot differs from all around it, or it is their mixture or grain."""
SPECK_SHARE = 0.02
"""Share of its neighbour's paint below which an area is a speck."""
SOFT_STEP = 8
"""Pixels apart at which even a soft rim's alpha differs."""
RIM_SHARE = 0.75
"""A pixel below this share of a neighbour's alpha is that one's rim."""
OWN_SHARE = 0.25
"""Share of an area that one exact colour must have to be the area's, in place of the mean."""


@dataclass(frozen=True, slots=True)
class PaintedArea:
    """Pixels of one colour; the corner of their box in the picture, and their shape."""

    left: int
    top: int
    spans: Spans
    color: Rgb


def find_areas(rgba_u8: U8Array) -> list[PaintedArea]:
    """The areas painted in a picture, uint8 (H, W, 4), in the order of reading; none overlap.

    Colours multiplied by alpha, as some programs store them, are told from straight ones.
    """
    visible = rgba_u8[..., 3] >= VISIBLE
    if not visible.any():
        return []
    pixels = PixelList.of_mask(visible)
    rgb_u8, alpha_u8 = rgba_u8[visible][:, :3], rgba_u8[visible][:, 3]
    if _is_multiplied(rgba_u8, visible):
        share = alpha_u8[:, None] / np.float32(255)
        rgb_u8 = np.minimum(np.round(rgb_u8 / share), 255).astype(np.uint8)
    return _cut_out(pixels, _divide(pixels, rgb_u8, alpha_u8), rgb_u8, alpha_u8)


def _is_multiplied(rgba_u8: U8Array, visible: BoolArray) -> bool:
    """Whether a picture's colours are multiplied by its alpha.

    Then no channel is above alpha, and divided by it, pixels of different alpha that lie near each
    other, or on a soft rim a little apart, come to have one colour.
    """
    if int(rgba_u8[..., 3][visible].min()) == 255:
        return False
    if any((rgba_u8[..., channel] > rgba_u8[..., 3])[visible].any() for channel in range(3)):
        return False
    straight = divided = 0.0
    for step, axis in ((1, 0), (1, 1), (SOFT_STEP, 0), (SOFT_STEP, 1)):
        turned, seen = rgba_u8.swapaxes(0, axis), visible.swapaxes(0, axis)
        one, other = turned[step:], turned[:-step]
        both = seen[step:] & seen[:-step]
        pairs = one[both].astype(np.float32), other[both].astype(np.float32)
        rim = pairs[0][:, 3] != pairs[1][:, 3]
        pairs = pairs[0][rim], pairs[1][rim]
        straight += float(np.abs(pairs[0] - pairs[1])[:, :3].sum())
        colors = [pair[:, :3] * (255 / pair[:, 3:]) for pair in pairs]
        divided += float(np.abs(colors[0] - colors[1]).sum())
    return 2 * divided < straight


def _divide(pixels: PixelList, rgb_u8: U8Array, alpha_u8: U8Array) -> I32Array:
    """The area of each pixel: int32 (N,) from 0."""
    packed = pack_colors(rgb_u8)
    plateaus = pixels.connected(packed)
    if _is_hard(packed, alpha_u8):
        return plateaus
    inner = pixels.interior(plateaus)
    patches = _join(pixels, plateaus, _measure(plateaus, rgb_u8, alpha_u8, inner))
    meant = np.zeros(int(patches.max()) + 1, dtype=bool)
    meant[patches[inner]] = True
    open_pixels = np.flatnonzero(~meant[patches])
    if len(open_pixels):
        # What has exactly the colour of a flat surface is paint, however thin.
        is_pure = np.isin(packed[open_pixels], np.unique(packed[inner]))
        meant[patches[open_pixels[is_pure]]] = True
        asked = ~meant
        around = _look_around(pixels, patches, rgb_u8, alpha_u8, asked)
        within = pixels.interior(patches)
        meant[patches[within & around.is_calm & asked[patches]]] = True
        blended = around.is_blended | (within & ~around.is_calm)
        meant |= asked & (2 * np.bincount(patches, blended) < np.bincount(patches))
        islands = pixels.connected(np.zeros_like(patches))
        meant[_leading(patches, islands, alpha_u8, meant)] = True
    areas = patches if meant.all() else pixels.spread(np.where(meant[patches], patches, -1))
    return _join_grain(pixels, areas, _measure(areas, rgb_u8, alpha_u8, inner))


def _is_hard(packed: I32Array, alpha_u8: U8Array) -> bool:
    """Whether every colour was meant: one opacity, and few colours of which no two are near."""
    if int(alpha_u8.min()) != int(alpha_u8.max()):
        return False
    distinct = np.unique(packed)
    if len(distinct) > MOST_MEANT:
        return False
    colors = unpack_colors(distinct).astype(np.int16)
    away = np.abs(colors[:, None] - colors[None]).max(axis=2)
    np.fill_diagonal(away, 255)
    return bool((away > NEAR).all())


@dataclass(frozen=True, slots=True, eq=False)
class _Paint:
    """What is known of labels: colour float32 (K, 3), weight in alpha (K,), pixels, bool flat."""

    color: FloatArray
    weight: NDArray[np.float64]
    size: NDArray[np.intp]
    flat: BoolArray


def _measure(labels: I32Array, rgb_u8: U8Array, alpha_u8: U8Array, inner: BoolArray) -> _Paint:
    """inner  bool (N,) pixels within exactly their own colour."""
    alpha = alpha_u8.astype(np.float64)
    weight = np.asarray(np.bincount(labels, alpha), dtype=np.float64)
    sums = [np.bincount(labels, rgb_u8[:, channel] * alpha) for channel in range(3)]
    color = (np.stack(sums, axis=1) / np.maximum(weight, 1)[:, None]).astype(np.float32)
    return _Paint(color, weight, np.bincount(labels), np.bincount(labels, inner) > 0)


def _join(pixels: PixelList, plateaus: I32Array, paint: _Paint) -> I32Array:
    """Join plateaus of exact colours that touch and are near: int32 (N,) from 0."""
    rounding = (127 * paint.size / np.maximum(paint.weight, 1)).astype(np.float32)
    one, other = pixels.touching(plateaus)
    near = np.where(paint.flat[one] & paint.flat[other], NEAR_FLAT, NEAR)
    away = np.abs(paint.color[one] - paint.color[other]).max(axis=1, initial=0)
    joined = away <= near + rounding[one] + rounding[other]
    patch = connected_nodes(one[joined], other[joined], len(paint.size))
    # Parts of one patch may lie apart.
    return pixels.connected(_part_colors(patch, paint)[plateaus])


def _join_grain(pixels: PixelList, areas: I32Array, paint: _Paint) -> I32Array:
    """Join areas that touch and whose mean colours are near, unless both are flat surfaces.

    What is a speck beside its neighbour may differ as much as grain does.
    """
    one, other = pixels.touching(areas)
    away = np.abs(paint.color[one] - paint.color[other]).max(axis=1, initial=0)
    weights = paint.weight[one], paint.weight[other]
    is_speck = np.minimum(*weights) < SPECK_SHARE * np.maximum(*weights)
    joined = (away <= np.where(is_speck, BEYOND, 2 * NEAR)) & ~(paint.flat[one] & paint.flat[other])
    return connected_nodes(one[joined], other[joined], len(paint.size))[areas]


def _part_colors(patch: I32Array, paint: _Paint) -> I32Array:
    """Part patches in which several colours run into each other: int32 (N,) of each plateau."""
    patch = patch.copy()
    following = int(patch.max()) + 1
    order = np.argsort(patch, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(patch[order]) > 0])
    ranges = np.maximum.reduceat(paint.color[order], starts) - np.minimum.reduceat(
        paint.color[order], starts
    )
    ends = np.append(starts[1:], len(order))
    for index in np.flatnonzero(ranges.max(axis=1) > 2 * NEAR).tolist():
        group = order[starts[index] : ends[index]]
        heads = _heads(paint.color[group], paint.weight[group], paint.flat[group])
        if len(heads) > 1:
            away = ((paint.color[group, None] - heads[None]) ** 2).sum(axis=2)
            patch[group] = following + np.argmin(away, axis=1)
            following += len(heads)
    return patch


def _heads(color: FloatArray, weight: NDArray[np.float64], flat: BoolArray) -> FloatArray:
    """The colours, float32 (K, 3), that a patch of plateaus was painted with.

    Those of its large flat surfaces; where there are none, two if one would not do.
    """
    heads: list[FloatArray] = []
    large = np.flatnonzero(flat & (weight >= CORE_SHARE * weight.sum()))
    for index in large[np.argsort(-weight[large], kind="stable")].tolist():
        if all(np.abs(color[index] - head).max() > 2 * NEAR for head in heads):
            heads.append(color[index])
    mean = np.average(color, axis=0, weights=weight)
    away = np.abs(color - mean).max(axis=1)
    if len(heads) > 1 or away.max() <= WIDE:
        return np.array(heads[:MOST_HEADS] or [mean], dtype=np.float32)
    ends = [color[np.argmax(away)], mean]
    for _ in range(8):
        gaps = [((color - end) ** 2).sum(axis=1) for end in ends]
        halves = gaps[0] < gaps[1], gaps[0] >= gaps[1]
        if not (halves[0].any() and halves[1].any()):
            break
        ends = [np.average(color[half], axis=0, weights=weight[half]) for half in halves]
    return np.array(ends, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class _Around:
    """What pixels' neighbours say of them: bool (N,), true at pixels asked about alone.

    is_calm     colours differ no more than in grain.
    is_blended  it looks like the rim or mixture of other patches that it touches.
    """

    is_calm: BoolArray
    is_blended: BoolArray


def _look_around(
    pixels: PixelList, patches: I32Array, rgb_u8: U8Array, alpha_u8: U8Array, asked: BoolArray
) -> _Around:
    """asked  bool (patches,) which to look at."""
    index = np.flatnonzero(asked[patches])
    row = np.full(len(patches), -1, dtype=np.int32)
    row[index] = np.arange(len(index))
    lowest, highest = rgb_u8[index], rgb_u8[index]
    low_other, high_other = np.full_like(lowest, 255), np.zeros_like(lowest)
    most = np.zeros(len(index), dtype=np.uint8)
    for one, other in pixels.links(both=True):
        wanted = row[one] >= 0
        here, there = row[one[wanted]], other[wanted]
        rgb = rgb_u8[there]
        lowest[here] = np.minimum(lowest[here], rgb)
        highest[here] = np.maximum(highest[here], rgb)
        apart = patches[index[here]] != patches[there]
        here, there, rgb = here[apart], there[apart], rgb[apart]
        low_other[here] = np.minimum(low_other[here], rgb)
        high_other[here] = np.maximum(high_other[here], rgb)
        most[here] = np.maximum(most[here], alpha_u8[there])
    own = rgb_u8[index].astype(np.int16)
    is_between = (own >= low_other.astype(np.int16) - BEYOND).all(axis=1)
    is_between &= (own <= high_other.astype(np.int16) + BEYOND).all(axis=1)
    is_rim = alpha_u8[index] < RIM_SHARE * most
    found = _Around(np.zeros(len(patches), dtype=bool), np.zeros(len(patches), dtype=bool))
    found.is_calm[index] = (highest - lowest).max(axis=1, initial=0) <= 3 * NEAR
    found.is_blended[index] = (most > 0) & (is_between | is_rim)
    return found


def _leading(
    patches: I32Array, islands: I32Array, alpha_u8: U8Array, meant: BoolArray
) -> NDArray[np.intp]:
    """The heaviest patch of each island, connected paint, that holds none that is meant."""
    settled = np.zeros(int(islands.max()) + 1, dtype=bool)
    settled[islands[meant[patches]]] = True
    left = ~settled[islands]
    weight = np.bincount(patches[left], alpha_u8[left], len(meant))
    home = np.zeros(len(meant), dtype=np.int32)
    home[patches[left]] = islands[left]
    found = np.flatnonzero(weight)
    order = found[np.lexsort((-weight[found], home[found]))]
    return order[np.unique(home[order], return_index=True)[1]]


def _cut_out(
    pixels: PixelList, areas: I32Array, rgb_u8: U8Array, alpha_u8: U8Array
) -> list[PaintedArea]:
    """Areas, int32 (N,) from 0, without their faint pixels."""
    most = np.zeros(int(areas.max()) + 1, dtype=np.uint8)
    np.maximum.at(most, areas, alpha_u8)
    kept = alpha_u8 >= FAINT_SHARE * most[areas]
    colors = _colors(areas[kept], pack_colors(rgb_u8[kept]), alpha_u8[kept], len(most))
    rows, starts, stops, owner = pixels.runs(np.where(kept, areas, -1))
    order = np.argsort(owner, kind="stable")
    order = order[np.searchsorted(owner[order], 0) :]
    firsts = np.flatnonzero(np.diff(owner[order])) + 1
    found = []
    for group in np.split(order, firsts):
        left, top, spans = spans_of_rows(rows[group], starts[group], stops[group])
        red, green, blue = colors[owner[group[0]]].tolist()
        found.append(PaintedArea(left, top, spans, (red, green, blue)))
    return sorted(found, key=lambda area: (area.top, area.left))


def _colors(owner: I32Array, packed: I32Array, alpha_u8: U8Array, count: int) -> U8Array:
    """What each area's colour is, uint8 (count, 3), from its pixels' colours 0xRRGGBB and alpha.

    The exact colour that has most of the paint, or the mean where none has enough.
    """
    weight = alpha_u8.astype(np.float64)
    total = np.maximum(np.bincount(owner, weight, count), 1e-9)
    rgb_u8 = unpack_colors(packed)
    means = np.stack(
        [np.bincount(owner, weight * rgb_u8[:, channel], count) / total for channel in range(3)],
        axis=1,
    )
    colors = np.round(means).astype(np.uint8)
    keys, inverse = np.unique(owner.astype(np.int64) << 24 | packed, return_inverse=True)
    shares = np.bincount(inverse, weight, len(keys)) / total[keys >> 24]
    order = np.argsort(shares, kind="stable")
    own = order[shares[order] >= OWN_SHARE]
    colors[keys[own] >> 24] = unpack_colors((keys[own] & 0xFFFFFF).astype(np.int32))
    return colors
