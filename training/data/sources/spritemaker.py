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
from models.parts import Part
from models.tags import Rgb, Vocabulary, load_vocabulary
from training.data.sample import I32Array, Sample, U8Array
from training.data.sources.spritemaker_catalogue import Split, read_catalogue
from training.data.sources.spritemaker_colours import Colours, Shading, draw_colours
from training.data.sources.spritemaker_layers import Box, LayerCache
from training.data.sources.spritemaker_painter import Picture, paint
from training.data.sources.spritemaker_wardrobe import Wardrobe, choose_wardrobe

Crop = Literal["full", "bust", "face", "random"]

SOURCE = "Browser Sprite Maker by Spiral Atlas Games"
LICENCE = "CC BY 4.0"

_CROP_SHARES = {"full": 0.2, "bust": 0.42, "face": 0.23, "part": 0.15}
"""What a random crop shows; ``part`` is any stretch of the figure, hands and legs among them."""
_LEAST_SEEN = 12
"""Pixels of a flat colour from which its tag holds."""
_CLOTH_NECKWEAR = frozenset(
    ("bow", "cravat bow", "bandanna", "scarf", "kerchief", "long scarf", "cravat", "tie", "bow tie")
)
_BOWS = frozenset(("bow", "side bow"))
_TROUSERS = frozenset(("shorts", "breeches", "trousers", "ragged trousers"))


class SpritemakerParts:
    """The part images of a folder, composited into characters.

    Decoded parts stay in memory up to ``limit_bytes``. One object serves one thread.
    Raises ValueError if the folder has no usable ``parts.json``.
    """

    def __init__(self, folder: Path, *, limit_bytes: int = 192 * 2**20) -> None:
        self.catalogue = read_catalogue(folder)
        self._cache = LayerCache(self.catalogue.root, limit_bytes=limit_bytes)
        self._vocabulary = load_vocabulary(resources.TAGS)

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
        colours = draw_colours(self.catalogue, rng, shaded=lit)
        window = _window(self.catalogue.canvas, crop, _generator(seed, split, 2))
        picture = paint(
            self.catalogue, self._cache, wardrobe=wardrobe, colours=colours, window=window
        )
        size = _target_size(window, long_side)
        name = f"spritemaker/{split}/{seed}/{crop}"
        return self._sample(picture, wardrobe=wardrobe, colours=colours, size=size, name=name)

    def _sample(
        self,
        picture: Picture,
        *,
        wardrobe: Wardrobe,
        colours: Colours,
        size: tuple[int, int],
        name: str,
    ) -> Sample:
        area = _resize_area(picture.area, len(picture.inks), size)
        ground = colours.background or (255, 255, 255)
        palette = np.array([ink.colour for ink in picture.inks], np.uint8)
        palette[0] = ground
        flat = palette[area]
        ink, shading, light = (
            _resize(plane, size) for plane in (picture.ink, picture.shading, picture.light)
        )
        soft = _resize(palette[picture.area], size)
        decal = None if picture.decal is None else _resize(picture.decal, size)
        colour, shade = _render(soft, ink, shading, light, decal=decal, look=colours.shading)
        parts = np.array([ink.part for ink in picture.inks], np.uint8)
        seen = np.bincount(area.ravel(), minlength=len(picture.inks))
        tags, absent = self._tags(picture, seen, wardrobe=wardrobe, ground=ground)
        return Sample(
            colour=colour,
            figure=np.where(area > 0, 255, 0).astype(np.uint8),
            line=255 - ink,
            flat=flat,
            shade=shade,
            labels=parts[area],
            regions=_regions(area),
            tags=tags,
            absent=absent,
            name=name,
            source=SOURCE,
            licence=LICENCE,
        )

    def _tags(
        self,
        picture: Picture,
        seen: NDArray[np.int64],
        *,
        wardrobe: Wardrobe,
        ground: Rgb,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Colour tags of what is visible, and the other tags of the same groups."""
        named = {"background": {_nearest(self._vocabulary, "background", ground)}}
        for number, ink in enumerate(picture.inks):
            if number == 0 or seen[number] < (3 if ink.part == Part.EYES else _LEAST_SEEN):
                continue
            group = _group_of(ink.key, ink.part, wardrobe)
            if group is not None:
                tag = _nearest(self._vocabulary, group, ink.colour)
                named.setdefault(group, set()).add(tag)
        held = {tag for tags in named.values() for tag in tags}
        others = [
            tag.name
            for group in self._vocabulary.groups
            if group.id in named
            for tag in group.tags
            if tag.name not in held
        ]
        return tuple(sorted(held)), tuple(others)


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


def _window(canvas: tuple[int, int], crop: Crop, rng: np.random.Generator) -> Box:
    """The part of the canvas to show, (x0, y0, x1, y1); it may reach beyond the canvas."""
    kind: str = crop
    if kind == "random":
        kinds, shares = list(_CROP_SHARES), list(_CROP_SHARES.values())
        kind = kinds[int(rng.choice(len(kinds), p=shares))]
    width, height = canvas
    unit = width / 393

    def about(middle: float, spread: float) -> int:
        return round((middle + rng.uniform(-spread, spread)) * unit)

    if kind == "full":
        return about(0, 8), about(30, 30), width + about(0, 8), height - about(0, 4)
    if kind == "bust":
        return about(35, 25), about(75, 45), about(360, 25), about(590, 90)
    if kind == "part":
        top, length = about(450, 350), about(600, 220)
        return about(10, 20), top, about(383, 20), min(top + length, height)
    return about(112, 18), about(132, 32), about(290, 18), about(345, 25)


def _target_size(window: Box, long_side: int | None) -> tuple[int, int]:
    """Width and height of the result."""
    width, height = window[2] - window[0], window[3] - window[1]
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
    best = np.zeros(size[::-1], np.uint8)
    most = np.zeros(size[::-1], np.uint8)
    for number in np.flatnonzero(np.bincount(area.ravel(), minlength=count)):
        cover = _resize(np.where(area == number, np.uint8(255), np.uint8(0)), size)
        nearer = cv2.compare(cover, most, cv2.CMP_GT)
        np.copyto(best, np.uint8(number), where=nearer > 0)
        cv2.max(most, cover, dst=most)
    return best


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
    colour: NDArray[np.floating] = flat.astype(np.float32)
    if look.gain > 0:
        colour *= 1 - share[..., None] * (1 - tint)
        colour += (255 - colour) * (light.astype(np.float32)[..., None] / 255)
    outline = np.array(look.ink, np.float32) * (255 * (1 - look.own)) + colour * (look.own * 0.5)
    colour += (outline - colour) * (ink.astype(np.float32)[..., None] / 255)
    if decal is not None:
        colour = colour * (1 - decal[..., 3:].astype(np.float32) / 255) + decal[..., :3]
    dimming = 1 - float(tint @ np.array([0.299, 0.587, 0.114], np.float32))
    shade = np.rint(255 * (1 - share * dimming)).astype(np.uint8)
    return np.clip(np.rint(colour), 0, 255).astype(np.uint8), shade


def _regions(area: U8Array) -> I32Array:
    """Number the connected areas of equal index from 1; the background stays 0."""
    return np.asarray(label(area, background=0, connectivity=1), np.int32)


def _group_of(key: str, part: Part, wardrobe: Wardrobe) -> str | None:
    """The tag group that names this flat colour, None if no tag does."""
    owner = key.split(" ", maxsplit=1)[0].removesuffix("_sleeves")
    item = wardrobe.items.get(owner, "")
    if key.endswith(" 1"):
        return None
    if part == Part.DRESS:
        return "dress"
    simple = {
        Part.SKIN: "skin",
        Part.LEGWEAR: "legwear",
        Part.FOOTWEAR: "footwear",
        Part.HAT: "hat",
    }
    if part in simple:
        return simple[part]
    if part == Part.EYES:
        return "eyes" if key == "eyes 0" else None
    if part == Part.HAIR:
        return "hair" if owner == "hair" else None
    if part == Part.TOP:
        return "jacket" if owner == "coat" else "shirt"
    if part == Part.BOTTOM:
        return "pants" if item in _TROUSERS else "skirt"
    if part == Part.GLASSES:
        return "eyewear"
    if part == Part.ORNAMENT and owner == "hat" and item in _BOWS:
        return "ribbon"
    if part == Part.ORNAMENT and owner == "neckwear" and item in _CLOTH_NECKWEAR:
        return "neckwear"
    return "gloves" if (owner == "gloves" and "glove" in item) or item == "fingerless" else None


def _nearest(vocabulary: Vocabulary, group: str, colour: Rgb) -> str:
    return vocabulary.nearest(group, colour).name
