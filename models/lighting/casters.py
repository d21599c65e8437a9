"""What throws shade on what: hair on a face, a hat on hair, a head on its neck, a skirt on legs.

Where parts of a figure are known, so is which lies before which. How deep a pixel lies within a
caster is measured once; for each light that is moved along it.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import BoolArray, FloatArray, U8Array
from models.hints.parts import Part
from models.lighting.bodies.surfaces import Bodies
from models.lighting.light import Light

SHARPNESS = 8.0
"""Certainty of a tone, as log-odds, beyond which none is told: a pixel deep in shade, or a turn of
one."""
HEAD_SHARE = 0.2
"""Side of a head as a share of the picture's longer one where no face is seen."""
THIN = 0.006
"""Half the width, as a share of the longer side, of what throws no shade."""
SUNK = 0.3
"""How far below the horizon a light throws no more shade: the cosine of its angle, negated."""
EDGE_SIGMA = 1.5
"""Small pixels over which a caster's outline is smoothed."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A part that throws shade on others, how far along the light, and how far down besides.

    In shares of the figure's head.
    """

    caster: Part
    receivers: tuple[Part, ...]
    along: float
    down: float


_RULES = (
    _Rule(Part.HAIR, (Part.SKIN,), 0.10, 0.04),
    _Rule(Part.HAT, (Part.HAIR, Part.SKIN), 0.12, 0.10),
    _Rule(Part.TOP, (Part.BOTTOM,), 0.03, 0.05),
    _Rule(Part.BOTTOM, (Part.SKIN, Part.LEGWEAR), 0.05, 0.12),
    _Rule(Part.DRESS, (Part.SKIN, Part.LEGWEAR), 0.05, 0.12),
)
_CHIN_ALONG, _CHIN_DOWN = 0.07, 0.22
"""How far a face throws shade on the neck."""


@dataclass(frozen=True, slots=True, eq=False)
class Caster:
    """One caster of a picture.

    depth     float32 (h, w) how far within it a pixel lies, in pixels, below 0 outside.
    receives  bool (h, w); along, down  how far its shade is moved, in pixels.
    """

    depth: FloatArray
    receives: BoolArray
    along: float
    down: float


@dataclass(frozen=True, slots=True, eq=False)
class Casters:
    """Every caster of a picture of some shape (h, w)."""

    shape: tuple[int, int]
    found: tuple[Caster, ...]


def find_casters(bodies: Bodies) -> Casters:
    """What throws shade in a picture."""
    height, width = bodies.index.shape
    part = np.append(bodies.parts, Part.BACKGROUND)[bodies.index]
    face = np.append(bodies.is_face, False)[bodies.index]
    head = float(np.sqrt(face.sum())) or HEAD_SHARE * max(height, width)
    side = 1 + 2 * round(THIN * max(height, width))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    found = []
    for rule in _RULES:
        receives = np.isin(part, rule.receivers)
        mask = cv2.morphologyEx((part == rule.caster).astype(np.uint8), cv2.MORPH_OPEN, disc)
        if mask.any() and receives.any():
            found.append(
                Caster(
                    _depth(np.asarray(mask, np.uint8)),
                    receives,
                    head * rule.along,
                    head * rule.down,
                )
            )
    neck = (part == Part.SKIN) & ~face
    if face.any() and neck.any():
        depth = _depth(face.astype(np.uint8))
        found.append(Caster(depth, neck, head * _CHIN_ALONG, head * _CHIN_DOWN))
    return Casters((height, width), tuple(found))


def _depth(mask: U8Array) -> FloatArray:
    inner = cv2.distanceTransform(mask, cv2.DIST_L2, 5)
    outer = cv2.distanceTransform(1 - mask, cv2.DIST_L2, 5)
    depth = np.clip(inner - outer, -SHARPNESS, SHARPNESS)
    return np.asarray(cv2.GaussianBlur(depth, (0, 0), EDGE_SIGMA), dtype=np.float32)


def cast_shade(casters: Casters, light: Light) -> FloatArray:
    """How sure a pixel lies in another part's shade, float32 (h, w), below 0 where it does not.

    A light from below throws none: nothing hangs over anything then. One from beside throws ever
    less as it sinks.
    """
    result = np.full(casters.shape, -SHARPNESS, dtype=np.float32)
    across, down = (-value for value in light.toward)
    fade = min(1.0, 1 + down / SUNK)
    if fade <= 0:
        return result
    height, width = casters.shape
    for caster in casters.found:
        move = np.array(
            [
                [1, 0, fade * caster.along * across],
                [0, 1, fade * (caster.along * max(0.0, down) + caster.down)],
            ]
        )
        thrown = cv2.warpAffine(caster.depth, move, (width, height), borderValue=(-SHARPNESS,))
        np.maximum(result, thrown, out=result, where=caster.receives)
    return result
