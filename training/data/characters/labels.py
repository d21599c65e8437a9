"""Tags of a picture, from the colours that can be seen in it."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from skimage.color import rgb2lab

from models.hints.parts import Part
from models.hints.tags import Rgb, Vocabulary
from training.data.characters.drawing.rasterizer import Planes
from training.data.characters.figure.design import Design

VISIBLE_SHARE = 2e-4
"""Least share of the picture that a tagged colour must cover."""
CLEARLY_OTHER = 12.0
"""CIELAB distance by which a colour must be farther than the nearest to be called absent."""


def claims(design: Design) -> list[tuple[str, Part, Rgb]]:
    """Tag group, part and flat colour of everything in the design that a tag can name."""
    palette, outfit = design.palette, design.outfit
    worn = [("skin", Part.SKIN, palette.skin), ("background", Part.BACKGROUND, palette.paper)]
    if not design.hair.outer_color:
        worn.append(("hair", Part.HAIR, palette.hair))
    if palette.left_eye == palette.right_eye:
        worn.append(("eyes", Part.EYES, palette.left_eye))
    worn.append(
        ("dress", Part.DRESS, palette.main)
        if outfit.is_dress
        else ("shirt", Part.TOP, palette.main)
    )
    if outfit.jacket != "none":
        worn.append(("jacket", Part.TOP, palette.second))
    if not outfit.is_dress:
        group = "pants" if outfit.bottom in ("trousers", "wide_trousers", "shorts") else "skirt"
        worn.append((group, Part.BOTTOM, palette.lower))
    worn += [
        ("legwear", Part.LEGWEAR, palette.legwear),
        ("footwear", Part.FOOTWEAR, palette.footwear),
        ("hat", Part.HAT, palette.hat),
        ("eyewear", Part.GLASSES, palette.glasses),
    ]
    if outfit.neckwear in ("tie", "bow", "scarf", "choker"):
        worn.append(("neckwear", Part.ORNAMENT, palette.neckwear))
    worn.append(("ribbon", Part.ORNAMENT, palette.ribbon))
    if outfit.gloves:
        worn.append(("gloves", Part.OTHER, palette.gloves))
    if design.face.mouth == "lips":
        worn.append(("mouth", Part.MOUTH, palette.lips))
    return worn


def derive_tags(
    design: Design, planes: Planes, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that hold and names that do not; what is doubtful is in neither.

    A group holds the tag nearest to its colour if enough of that colour is seen. All tags of a
    group of which nothing is worn or seen do not hold.
    """
    least = VISIBLE_SHARE * planes.labels.size
    seen: dict[str, Rgb] = {}
    for group, part, color in claims(design):
        small = part in (Part.EYES, Part.MOUTH, Part.GLASSES)
        if planes.areas.get((part, color), 0) >= least * (0.25 if small else 1.0):
            seen[group] = color
    holds, absent = [], []
    unsure = {"hair"} if design.hair.outer_color else set()
    if design.palette.left_eye != design.palette.right_eye:
        unsure.add("eyes")
    for entry in vocabulary.groups:
        if entry.id in unsure:
            continue
        if entry.id not in seen:
            absent += [tag.name for tag in entry.tags]
            continue
        distances = _distances(seen[entry.id], tuple(tag.color for tag in entry.tags))
        holds.append(entry.tags[int(distances.argmin())].name)
        limit = float(distances.min()) + CLEARLY_OTHER
        absent += [tag.name for tag, d in zip(entry.tags, distances) if d > limit]
    return tuple(holds), tuple(absent)


@cache
def _lab(colors: tuple[Rgb, ...]) -> NDArray[np.float64]:
    return rgb2lab(np.array(colors, dtype=np.float64)[None] / 255)[0]


def _distances(color: Rgb, others: tuple[Rgb, ...]) -> NDArray[np.float64]:
    """CIELAB distances (CIE 1976), the measure of Vocabulary.nearest."""
    lab = rgb2lab(np.array(color, dtype=np.float64)[None, None] / 255)[0, 0]
    return np.sqrt(((_lab(others) - lab) ** 2).sum(axis=1))
