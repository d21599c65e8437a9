"""Flats of drawings that are shaded already, told from their own tones.

No drawing of an artist's comes with its flats. Each region of its lines is parted into a few tones;
those of which one is the other made darker are one material. So are materials of regions side by
side where the lit tone of one is a tone of the other: a sleeve that lies wholly in shade has the
flat colour of its shirt, however many regions the lines make of both. The flat colour of a
material is its most common tone or, as shade multiplies what lies under it, the brightest one that
is common.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import skimage

from models.arrays import FloatArray, I32Array, IntArray, U8Array
from models.regions.regions import find_regions

TONES, TONE_PIXELS = 12, 150
"""Tones that are looked for in a region at most, one for so many pixels."""
SAME = 5.0
"""CIE76 between tones that are one."""
MOST_RATIO, LEAST_RATIO, SPREAD = 1.04, 0.45, 0.25
"""Shade by brightness, channel by channel: bounds, and how far channels may differ."""
SPREAD_ACROSS = 0.15
"""The same across regions, where skin is no shade of a white shirt beside it."""
COMMON = 0.15
"""Share of a material from which on a tone is common."""


@dataclass(frozen=True, slots=True, eq=False)
class DerivedFlats:
    """Flats told from a shaded picture.

    regions    int32 (h, w) materials, each within one region of the lines.
    common     uint8 (h, w, 3) the most common tone of each; brightest  the same of the brightest.
    """

    regions: I32Array
    common: U8Array
    brightest: U8Array


def derive_flats(color_u8: U8Array, line_u8: U8Array, figure: U8Array) -> DerivedFlats:
    """The flats of a picture, uint8 (h, w, 3), with its lines, uint8 (h, w), 0 = ink.

    figure  uint8 (h, w), 255 within what is drawn: a line that is open parts it from the paper.
    """
    found = find_regions(line_u8)
    labels = np.where(figure > 127, found.labels + 1, 0)
    clean = found.walls == 0
    regions = np.zeros(line_u8.shape, dtype=np.int32)
    materials: list[_Material] = []
    for region in np.unique(labels).tolist():
        where = labels == region
        seen = where & clean
        seen = seen if seen.any() else where
        tones = _tones(color_u8[seen])
        of_pixel = _nearest(color_u8[where], tones)
        pixels = np.bincount(_nearest(color_u8[seen], tones), minlength=len(tones))
        for members in _materials(tones):
            mine = np.zeros(where.shape, dtype=bool)
            mine[where] = np.isin(of_pixel, members)
            regions[mine] = len(materials)
            materials.append(_Material(tones[members], pixels[members]))
    whole = _groups(materials, _neighbours(regions))
    common = np.stack([each.common for each in whole])[regions]
    brightest = np.stack([each.brightest for each in whole])[regions]
    return DerivedFlats(regions, common, brightest)


@dataclass(frozen=True, slots=True, eq=False)
class _Material:
    """What has one flat colour: its tones, uint8 (k, 3), and how many pixels have each, (k,)."""

    tones: U8Array
    pixels: IntArray

    @property
    def common(self) -> U8Array:
        """Its most common tone, uint8 (3,)."""
        return np.asarray(self.tones[int(self.pixels.argmax())])

    @property
    def brightest(self) -> U8Array:
        """The brightest tone that is common, or the most common one: uint8 (3,)."""
        order = np.argsort(-self.tones.sum(axis=1, dtype=np.int32), kind="stable")
        is_common = self.pixels[order] >= COMMON * max(int(self.pixels.sum()), 1)
        return np.asarray(self.tones[order][is_common.argmax()]) if is_common.any() else self.common

    def with_all_of(self, other: "_Material") -> "_Material":
        """Both as one."""
        return _Material(
            np.concatenate([self.tones, other.tones]), np.concatenate([self.pixels, other.pixels])
        )


def _neighbours(regions: I32Array) -> list[tuple[int, int]]:
    """Which regions, int32 (h, w), lie side by side."""
    beside = np.concatenate(
        [
            np.stack([one.ravel(), other.ravel()], axis=1)
            for one, other in ((regions[:, 1:], regions[:, :-1]), (regions[1:], regions[:-1]))
        ]
    )
    pairs = np.unique(np.sort(beside[beside[:, 0] != beside[:, 1]], axis=1), axis=0)
    return [(int(one), int(other)) for one, other in pairs]


def _groups(materials: list[_Material], beside: list[tuple[int, int]]) -> list[_Material]:
    """For each material all that is one with it."""
    group = list(range(len(materials)))
    whole = dict(enumerate(materials))
    for one, other in beside:
        first, second = materials[one], materials[other]
        kept, gone = sorted((group[one], group[other]))
        is_seen = _has(first, second.brightest) or _has(second, first.brightest)
        bright = whole[kept].brightest, whole[gone].brightest
        if kept != gone and is_seen and _is_shade(*bright, spread=SPREAD_ACROSS):
            whole[kept] = whole[kept].with_all_of(whole.pop(gone))
            group = [kept if number == gone else number for number in group]
    return [whole[number] for number in group]


def _has(material: _Material, tone: U8Array) -> bool:
    """Whether a tone, uint8 (3,), is a common one of a material."""
    common = material.pixels >= COMMON * max(int(material.pixels.sum()), 1)
    wanted = _lab(tone.astype(np.float32))
    own = [_lab(each) for each in material.tones[common].astype(np.float32)]
    return any(float(np.linalg.norm(each - wanted)) < SAME for each in own)


def _tones(pixels: U8Array) -> U8Array:
    """Up to TONES colours of pixels, uint8 (n, 3), uint8 (k, 3)."""
    count = min(TONES, len(pixels) // TONE_PIXELS)
    if count < 2:
        return np.median(pixels, axis=0, keepdims=True).astype(np.uint8)
    cv2.setRNGSeed(0)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    values = pixels.astype(np.float32)
    _, which, _ = cv2.kmeans(values, count, np.empty(0), stop, 1, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    groups = [values[which.ravel() == number] for number in range(count)]
    groups = sorted((group for group in groups if len(group)), key=len, reverse=True)
    kept: list[FloatArray] = []
    for group in groups:
        middle = np.median(group, axis=0)
        if all(np.linalg.norm(_lab(middle) - _lab(other)) >= SAME for other in kept):
            kept.append(middle)
    return np.rint(np.stack(kept)).astype(np.uint8)


def _lab(color: FloatArray) -> FloatArray:
    return np.asarray(skimage.color.rgb2lab(color[None] / 255)[0], np.float32)


def _nearest(pixels: U8Array, tones: U8Array) -> I32Array:
    away = pixels[:, None].astype(np.int32) - tones[None].astype(np.int32)
    return np.asarray((away**2).sum(axis=2).argmin(axis=1), np.int32)


def _materials(tones: U8Array) -> list[list[int]]:
    """Tones that are one colour in light and shade, as numbers: each is shade of the brightest."""
    found: list[list[int]] = []
    for tone in np.argsort(-tones.sum(axis=1, dtype=np.int32), kind="stable").tolist():
        for members in found:
            if _is_shade(tones[members[0]], tones[tone]):
                members.append(tone)
                break
        else:
            found.append([tone])
    return found


def _is_shade(one: U8Array, other: U8Array, *, spread: float = SPREAD) -> bool:
    """Whether the darker of two colours, uint8 (3,), is the brighter one in shade."""
    dark, bright = sorted((one.astype(np.float32), other.astype(np.float32)), key=np.sum)
    ratio = dark / np.maximum(bright, 8)
    return bool(
        ratio.max() <= MOST_RATIO and ratio.min() >= LEAST_RATIO and np.ptp(ratio) <= spread
    )
