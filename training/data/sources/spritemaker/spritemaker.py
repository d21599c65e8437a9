"""Random characters composited from the parts of the Browser Sprite Maker.

The parts carry exact line art, so that colour, flat colour, shading, line, labels and regions of
one character agree to the pixel. Rules of composition: the README beside ``parts.json``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.measure import label

import resources
from models.arrays import I32Array, U8Array
from models.geometry import Rect
from models.hints.tags import load_vocabulary
from training.data.sample import Sample
from training.data.sources.spritemaker.catalogue import Split, read_catalogue
from training.data.sources.spritemaker.colors import Colors, Shading, draw_colors
from training.data.sources.spritemaker.layers import SCLERA, TEETH, LayerCache
from training.data.sources.spritemaker.painter import Picture, paint
from training.data.sources.spritemaker.shapes import derive_shapes
from training.data.sources.spritemaker.tags import ColorTagger
from training.data.sources.spritemaker.wardrobe import Wardrobe, choose_wardrobe
from training.data.tones import UNSHADED, Tones

Crop = Literal["full", "bust", "face", "random"]

SOURCE = "Browser Sprite Maker by Spiral Atlas Games"
LICENCE = "CC BY 4.0"

TONE_LEVELS = (20, 50)
"""Shading and highlights from the first on are a tone in part, from the second on wholly: where the
parts are shaded, they are so by 70 of 255."""
_CROP_SHARES = {"full": 0.2, "bust": 0.42, "face": 0.23, "part": 0.15}
"""What a random crop shows; ``part`` is any stretch of the figure, hands and legs among them."""


class SpritemakerParts:
    """The part images of a folder, composited into characters.

    Decoded parts stay in memory up to ``limit_bytes``. One object serves one thread.
    Raises ValueError if the folder has no usable ``parts.json``.
    """

    def __init__(self, folder: Path, *, limit_bytes: int = 192 * 2**20) -> None:
        self.catalogue = read_catalogue(folder)
        self._cache = LayerCache(self.catalogue.root, limit_bytes=limit_bytes)
        self._tagger = ColorTagger(load_vocabulary(resources.TAGS))

    def wardrobe(self, seed: int, *, split: Split) -> Wardrobe:
        """What the character of a seed wears."""
        return choose_wardrobe(self.catalogue, _generator(seed, split, 0), split=split)

    def compose(
        self,
        seed: int,
        *,
        split: Split,
        long_side: int | None = None,
        crop: Crop = "random",
        shaded: bool | None = None,
    ) -> Sample:
        """Composite the character of a seed; equal arguments give equal samples.

        long_side None keeps the parts' own size, where a face is about 130 pixels high.
        shaded None shades most of the seeds. A quarter of the seeds have a plain coloured
        background. Raises OSError naming a part image that cannot be read.
        """
        wardrobe = self.wardrobe(seed, split=split)
        rng = _generator(seed, split, 1)
        lit = bool(rng.random() < 0.75) if shaded is None else shaded
        colors = draw_colors(self.catalogue, rng, shaded=lit)
        window = _window(self.catalogue.canvas, crop, _generator(seed, split, 2))
        picture = paint(
            self.catalogue, self._cache, wardrobe=wardrobe, colors=colors, window=window
        )
        size = _target_size(window, long_side)
        name = f"spritemaker/{split}/{seed}/{crop}"
        return self._sample(picture, wardrobe=wardrobe, colors=colors, size=size, name=name)

    def _sample(
        self,
        picture: Picture,
        *,
        wardrobe: Wardrobe,
        colors: Colors,
        size: tuple[int, int],
        name: str,
    ) -> Sample:
        area = _resize_area(picture.area, len(picture.inks), size)
        ground = colors.background or (255, 255, 255)
        palette = np.array([ink.color for ink in picture.inks], np.uint8)
        palette[0] = ground
        flat = _paint_areas(area, palette)
        ink, shading, light = (
            _resize(plane, size) for plane in (picture.ink, picture.shading, picture.light)
        )
        soft = _resize(_paint_areas(picture.area, palette), size)
        decal = None if picture.decal is None else _resize(picture.decal, size)
        color, shade = _render(soft, ink, shading, light, decal=decal, look=colors.shading)
        tones = None
        if colors.shading.gain > 0:
            tones = _tones(shading, light, where=_resize(_shadeable(picture), size))
        parts = np.zeros(256, np.uint8)
        parts[: len(picture.inks)] = [ink.part for ink in picture.inks]
        seen = np.bincount(area.ravel(), minlength=len(picture.inks))
        tags, absent = self._tagger.tags(picture.inks, seen, wardrobe=wardrobe, ground=ground)
        shapes, shapes_absent = derive_shapes(
            wardrobe, picture.inks, seen, window=picture.window, canvas=self.catalogue.canvas
        )
        return Sample(
            color=color,
            figure=np.where(area > 0, 255, 0).astype(np.uint8),
            line=255 - ink,
            flat=flat,
            shade=shade,
            tones=tones,
            labels=np.asarray(cv2.LUT(area, parts), np.uint8),
            regions=_regions(area),
            tags=tags,
            absent=absent,
            shapes=shapes,
            shapes_absent=shapes_absent,
            name=name,
            source=SOURCE,
            licence=LICENCE,
        )


def iter_samples(
    folder: Path,
    *,
    split: Split,
    count: int,
    seed0: int = 0,
    long_side: int | None = None,
) -> Iterator[Sample]:
    """Composite ``count`` characters, of the seeds from seed0 on."""
    parts = SpritemakerParts(folder)
    for seed in range(seed0, seed0 + count):
        yield parts.compose(seed, split=split, long_side=long_side)


def _generator(seed: int, split: Split, stream: int) -> np.random.Generator:
    return np.random.default_rng((seed, int(split == "val"), stream))


def _window(canvas: tuple[int, int], crop: Crop, rng: np.random.Generator) -> Rect:
    """The part of the canvas to show; it may reach beyond the canvas."""
    kind: str = crop
    if kind == "random":
        kinds, shares = list(_CROP_SHARES), list(_CROP_SHARES.values())
        kind = kinds[int(rng.choice(len(kinds), p=shares))]
    width, height = canvas
    unit = width / 393

    def about(middle: float, spread: float) -> int:
        return round((middle + rng.uniform(-spread, spread)) * unit)

    if kind == "full":
        return Rect(about(0, 8), about(30, 30), width + about(0, 8), height - about(0, 4))
    if kind == "bust":
        return Rect(about(35, 25), about(75, 45), about(360, 25), about(590, 90))
    if kind == "part":
        top, length = about(450, 350), about(600, 220)
        return Rect(about(10, 20), top, about(383, 20), min(top + length, height))
    return Rect(about(112, 18), about(132, 32), about(290, 18), about(345, 25))


def _target_size(window: Rect, long_side: int | None) -> tuple[int, int]:
    """Width and height of the result."""
    height, width = window.shape
    scale = 1.0 if long_side is None else long_side / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _resize(plane: U8Array, size: tuple[int, int]) -> U8Array:
    """Resize to (width, height): by area downwards, bicubic upwards."""
    if plane.shape[1::-1] == size:
        return plane
    method = cv2.INTER_AREA if size[1] < plane.shape[0] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(plane, size, interpolation=method), np.uint8)


def _resize_area(area: U8Array, count: int, size: tuple[int, int]) -> U8Array:
    """Resize an index plane: each pixel takes the index that covers most of it."""
    if area.shape[1::-1] == size:
        return area
    best, most, figure = (np.zeros(size[::-1], np.uint8) for _ in range(3))
    across, down = area.shape[1] / size[0], area.shape[0] / size[1]
    reach = (2 * (round(across) // 2) + 1, 2 * (round(down) // 2) + 1)
    for number in range(1, count):
        mask = np.asarray(cv2.compare(area, number, cv2.CMP_EQ), np.uint8)  # type: ignore[call-overload]
        x, y, width, height = cv2.boundingRect(mask)
        if width == 0:
            continue
        left, top = max(0, int(x / across) - 2), max(0, int(y / down) - 2)
        right = min(size[0], int((x + width) / across) + 3)
        bottom = min(size[1], int((y + height) / down) + 3)
        inverse = np.array(
            [[across, 0, (left + 0.5) * across - 0.5], [0, down, (top + 0.5) * down - 0.5]]
        )
        smooth = cv2.blur(mask, reach) if max(reach) > 1 else mask
        cover = cv2.warpAffine(
            smooth,
            inverse,
            (right - left, bottom - top),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        here = (slice(top, bottom), slice(left, right))
        nearer = cv2.compare(cover, most[here], cv2.CMP_GT)
        np.copyto(best[here], np.uint8(number), where=nearer > 0)
        most[here] = cv2.max(most[here], cover)
        figure[here] = cv2.add(figure[here], cover)
    best[most < 255 - figure] = 0
    return best


def _paint_areas(area: U8Array, colors: U8Array) -> U8Array:
    """The colour of each index, uint8 (H, W, 3); colours is uint8 (N, 3)."""
    table = np.zeros((256, 1, 3), np.uint8)
    table[: len(colors), 0] = colors
    return np.asarray(cv2.applyColorMap(np.ascontiguousarray(area), table), np.uint8)


def _render(
    flat: U8Array,
    ink: U8Array,
    shading: U8Array,
    light: U8Array,
    *,
    decal: U8Array | None,
    look: Shading,
) -> tuple[U8Array, U8Array]:
    """The coloured picture and its shade plane (255 = fully lit)."""
    share = np.minimum(shading.astype(np.float32) * (look.gain / 255), 1)
    tint = np.array(look.tint, np.float32)
    color: NDArray[np.floating] = flat.astype(np.float32)
    if look.gain > 0:
        color *= 1 - share[..., None] * (1 - tint)
        color += (255 - color) * (light.astype(np.float32)[..., None] / 255)
    outline = np.array(look.ink, np.float32) * (255 * (1 - look.own)) + color * (look.own * 0.5)
    color += (outline - color) * (ink.astype(np.float32)[..., None] / 255)
    if decal is not None:
        color = color * (1 - decal[..., 3:].astype(np.float32) / 255) + decal[..., :3]
    dimming = 1 - float(tint @ np.array([0.299, 0.587, 0.114], np.float32))
    shade = np.rint(255 * (1 - share * dimming)).astype(np.uint8)
    return np.clip(np.rint(color), 0, 255).astype(np.uint8), shade


def _shadeable(picture: Picture) -> U8Array:
    """255 on what a light may shade: not on eyes, their whites, teeth, mouths and the ground."""
    free = np.zeros(256, np.uint8)
    own = tuple(f" {code}" for code in (SCLERA, TEETH))
    for number, ink in enumerate(picture.inks):
        free[number] = 255 * (ink.part not in UNSHADED and not ink.key.endswith(own))
    return np.asarray(cv2.LUT(picture.area, free), np.uint8)


def _tones(shading: U8Array, light: U8Array, *, where: U8Array) -> Tones:
    """The published shading, whose light is not the same on all parts, as one tone with highlights.

    Deep shade is not told from light shade, nor is there a soft form.
    """
    least, whole = TONE_LEVELS
    planes = (
        np.clip((plane.astype(np.float32) - least) * (255 / (whole - least)), 0, 255)
        for plane in (shading, light)
    )
    first, highlight = (
        np.asarray(cv2.bitwise_and(np.rint(plane).astype(np.uint8), where), np.uint8)
        for plane in planes
    )
    return Tones(first=first, highlight=highlight)


def _regions(area: U8Array) -> I32Array:
    """Number the connected areas of equal index from 1; the background stays 0."""
    return np.asarray(label(area, background=0, connectivity=1), np.int32)
