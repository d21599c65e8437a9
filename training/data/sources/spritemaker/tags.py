"""Colour tags of a composited character, from the colours that are visible in it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from skimage.color import rgb2lab

from models.hints.parts import Part
from models.hints.tags import Rgb, TagGroup, Vocabulary
from training.data.sources.spritemaker.painter import Ink
from training.data.sources.spritemaker.wardrobe import Wardrobe

_LEAST_SEEN: Final = 12
_LEAST_SEEN_EYES: Final = 3
"""Pixels of a flat colour from which its tag holds."""

_LEAST_CHROMA = 14.0
_CLEAR_CHROMA, _CLEAR_LIGHTNESS = 25.0, 22.0
_HUE_RANGE_DEGREES = 42.0
_LIGHTNESS_WEIGHT = 0.6
"""A tag whose hue is farther off does not name a colour, however near it lies otherwise; nor
does black, white or grey name one that is clearly coloured."""

_CLOTH_NECKWEAR = frozenset(
    ("bow", "cravat bow", "bandanna", "scarf", "kerchief", "long scarf", "cravat", "tie", "bow tie")
)
_BOWS = frozenset(("bow", "side bow"))
_TROUSERS = frozenset(("shorts", "breeches", "trousers", "ragged trousers"))
_PART_GROUPS = {
    Part.SKIN: "skin",
    Part.LEGWEAR: "legwear",
    Part.FOOTWEAR: "footwear",
    Part.HAT: "hat",
    Part.DRESS: "dress",
    Part.GLASSES: "eyewear",
}


class ColorTagger:
    """Names visible flat colours with the tags of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._groups = {group.id: group for group in vocabulary.groups}
        self._lab = {group.id: _group_lab(group) for group in vocabulary.groups}

    def tags(
        self,
        inks: Sequence[Ink],
        seen: NDArray[np.int64],
        *,
        wardrobe: Wardrobe,
        ground: Rgb,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tags that hold, and the other tags of their groups.

        seen counts the pixels of each of the inks; the first ink is the background, whose
        colour is ``ground``. A group with a visible colour that none of its tags names is left
        out of both.
        """
        named: dict[str, set[str | None]] = {"background": {self.name("background", ground)}}
        for ink, pixels in zip(inks[1:], seen[1:], strict=True):
            group_id = group_of(ink, wardrobe)
            least = _LEAST_SEEN_EYES if ink.part == Part.EYES else _LEAST_SEEN
            if group_id is not None and pixels >= least:
                named.setdefault(group_id, set()).add(self.name(group_id, ink.color))
        held: list[str] = []
        absent: list[str] = []
        for group_id, names in named.items():
            known = {name for name in names if name is not None}
            held.extend(known)
            if None not in names:
                listed = (tag.name for tag in self._groups[group_id].tags)
                absent.extend(name for name in listed if name not in known)
        return tuple(sorted(held)), tuple(sorted(absent))

    def name(self, group_id: str, color: Rgb) -> str | None:
        """The tag of a group that names a colour; None if none has its hue.

        The nearest tag, or if its hue is another one, the nearest with the colour's hue:
        dark olive lies nearer to brown than to green, and dull teal nearer to grey.
        """
        nearest = self._vocabulary.nearest(group_id, color).name
        if group_id == "skin":
            return nearest
        target = _lab(np.array([color]))[0]
        lab = self._lab[group_id]
        index = [tag.name for tag in self._groups[group_id].tags].index(nearest)
        agrees = _has_hue_of(lab, target)
        if agrees[index]:
            return nearest
        hued = agrees & (np.hypot(lab[:, 1], lab[:, 2]) >= _LEAST_CHROMA)
        if not hued.any():
            return None
        distance = ((lab - target) ** 2) @ np.array([_LIGHTNESS_WEIGHT, 1.0, 1.0])
        return self._groups[group_id].tags[int(np.argmin(np.where(hued, distance, np.inf)))].name


def group_of(ink: Ink, wardrobe: Wardrobe) -> str | None:
    """The tag group that names a flat colour of a character, None if no group does.

    Second colours of a garment name nothing.
    """
    owner = ink.key.split(" ", maxsplit=1)[0].removesuffix("_sleeves")
    item = wardrobe.items.get(owner, "")
    if ink.key.endswith(" 1"):
        return None
    if ink.part in _PART_GROUPS:
        return _PART_GROUPS[ink.part]
    if ink.part == Part.EYES:
        return "eyes" if ink.key == "eyes 0" else None
    if ink.part == Part.HAIR:
        return "hair" if owner == "hair" else None
    if ink.part == Part.TOP:
        return "jacket" if owner == "coat" else "shirt"
    if ink.part == Part.BOTTOM:
        return "pants" if item in _TROUSERS else "skirt"
    if owner == "hat" and item in _BOWS:
        return "ribbon"
    if owner == "neckwear" and item in _CLOTH_NECKWEAR:
        return "neckwear"
    if owner == "gloves" and (item == "fingerless" or "gloves" in item):
        return "gloves"
    return None


def _group_lab(group: TagGroup) -> NDArray[np.float64]:
    return _lab(np.array([tag.color for tag in group.tags]))


def _lab(colors: NDArray[np.int_]) -> NDArray[np.float64]:
    """CIELAB of sRGB bytes, float64 (N, 3)."""
    return np.asarray(rgb2lab(colors[None] / 255)[0], np.float64)


def _has_hue_of(lab: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which colours do not clearly differ in hue from a target, bool (N,)."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    own_chroma = float(np.hypot(target[1], target[2]))
    if own_chroma < _LEAST_CHROMA:
        return np.ones(len(lab), bool)
    turn = np.arctan2(lab[:, 2], lab[:, 1]) - np.arctan2(target[2], target[1])
    degrees = np.abs(np.degrees(np.arctan2(np.sin(turn), np.cos(turn))))
    is_clear = own_chroma >= _CLEAR_CHROMA and target[0] >= _CLEAR_LIGHTNESS
    return np.where(chroma < _LEAST_CHROMA, not is_clear, degrees <= _HUE_RANGE_DEGREES)
