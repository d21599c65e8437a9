"""Hands at the end of an arm, in hand units: the wrist at the origin, fingers along y."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Matrix,
    Pair,
    Points,
    affine,
    as_points,
    bend,
    join,
    place,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.pose import Limb

Knots = tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandShape:
    """A hand with the thumb to positive x.

    ``outline`` is smoothed but for the indices in ``corners``; ``creases`` part the fingers, and
    ``thumb`` is a shape of its own over the palm, if there is one.
    """

    outline: Knots
    corners: tuple[int, ...] = ()
    creases: tuple[Knots, ...] = ()
    thumb: Knots = ()


HANDS: dict[str, HandShape] = {
    "relaxed": HandShape(
        outline=(
            (-0.055, -0.01),
            (-0.07, 0.06),
            (-0.085, 0.13),
            (-0.082, 0.2),
            (-0.062, 0.27),
            (-0.046, 0.276),
            (-0.034, 0.262),
            (-0.022, 0.318),
            (-0.004, 0.33),
            (0.01, 0.31),
            (0.022, 0.322),
            (0.036, 0.314),
            (0.046, 0.285),
            (0.06, 0.21),
            (0.068, 0.14),
            (0.06, 0.06),
            (0.048, -0.01),
        ),
        corners=(6, 9),
        creases=(
            ((-0.044, 0.15), (-0.036, 0.21), (-0.034, 0.262)),
            ((-0.012, 0.15), (0.002, 0.22), (0.01, 0.31)),
            ((0.03, 0.16), (0.042, 0.21), (0.044, 0.255)),
        ),
        thumb=(
            (0.04, 0.03),
            (0.078, 0.07),
            (0.098, 0.13),
            (0.094, 0.19),
            (0.074, 0.205),
            (0.06, 0.17),
            (0.05, 0.12),
        ),
    ),
    "fist": HandShape(
        outline=(
            (-0.05, -0.01),
            (-0.072, 0.04),
            (-0.086, 0.1),
            (-0.086, 0.15),
            (-0.07, 0.18),
            (-0.05, 0.178),
            (-0.036, 0.192),
            (-0.014, 0.2),
            (0.004, 0.192),
            (0.022, 0.2),
            (0.042, 0.194),
            (0.055, 0.178),
            (0.074, 0.158),
            (0.08, 0.11),
            (0.068, 0.05),
            (0.048, -0.01),
        ),
        corners=(5, 8, 11),
        creases=(
            ((-0.046, 0.105), (-0.052, 0.14), (-0.05, 0.178)),
            ((-0.004, 0.11), (0.0, 0.15), (0.004, 0.192)),
            ((0.036, 0.12), (0.046, 0.15), (0.055, 0.178)),
        ),
        thumb=(
            (0.064, 0.04),
            (0.086, 0.075),
            (0.07, 0.118),
            (0.022, 0.132),
            (0.006, 0.112),
            (0.026, 0.092),
            (0.046, 0.07),
        ),
    ),
    "open": HandShape(
        outline=(
            (-0.05, -0.01),
            (-0.07, 0.06),
            (-0.082, 0.13),
            (-0.118, 0.205),
            (-0.13, 0.25),
            (-0.112, 0.268),
            (-0.09, 0.24),
            (-0.06, 0.178),
            (-0.07, 0.25),
            (-0.066, 0.31),
            (-0.046, 0.328),
            (-0.028, 0.305),
            (-0.018, 0.188),
            (-0.008, 0.27),
            (-0.002, 0.335),
            (0.016, 0.348),
            (0.034, 0.33),
            (0.024, 0.188),
            (0.05, 0.262),
            (0.066, 0.308),
            (0.086, 0.308),
            (0.092, 0.28),
            (0.066, 0.165),
            (0.076, 0.132),
            (0.118, 0.158),
            (0.148, 0.162),
            (0.156, 0.136),
            (0.126, 0.098),
            (0.082, 0.04),
            (0.05, -0.01),
        ),
        corners=(7, 12, 17, 22),
        creases=(
            ((0.062, 0.13), (0.04, 0.09), (0.036, 0.045)),
            ((-0.06, 0.13), (-0.01, 0.125), (0.045, 0.15)),
        ),
    ),
    "flat": HandShape(
        outline=(
            (-0.052, -0.01),
            (-0.07, 0.07),
            (-0.08, 0.14),
            (-0.078, 0.21),
            (-0.066, 0.262),
            (-0.05, 0.268),
            (-0.04, 0.25),
            (-0.03, 0.3),
            (-0.016, 0.314),
            (0.0, 0.3),
            (0.012, 0.32),
            (0.028, 0.318),
            (0.038, 0.29),
            (0.05, 0.288),
            (0.062, 0.268),
            (0.068, 0.2),
            (0.068, 0.12),
            (0.05, -0.01),
        ),
        corners=(6, 9, 12),
        creases=(
            ((-0.042, 0.15), (-0.042, 0.2), (-0.04, 0.25)),
            ((-0.006, 0.15), (-0.002, 0.22), (0.0, 0.3)),
            ((0.032, 0.15), (0.038, 0.22), (0.038, 0.29)),
        ),
        thumb=(
            (0.044, 0.03),
            (0.094, 0.07),
            (0.132, 0.115),
            (0.146, 0.152),
            (0.126, 0.164),
            (0.094, 0.138),
            (0.058, 0.112),
        ),
    ),
    "point": HandShape(
        outline=(
            (-0.05, -0.01),
            (-0.07, 0.05),
            (-0.082, 0.11),
            (-0.076, 0.165),
            (-0.05, 0.18),
            (-0.034, 0.196),
            (-0.008, 0.198),
            (0.006, 0.186),
            (0.02, 0.204),
            (0.034, 0.19),
            (0.036, 0.26),
            (0.04, 0.32),
            (0.056, 0.336),
            (0.072, 0.318),
            (0.074, 0.24),
            (0.078, 0.14),
            (0.066, 0.05),
            (0.048, -0.01),
        ),
        corners=(4, 7, 9),
        creases=(
            ((-0.044, 0.11), (-0.052, 0.14), (-0.05, 0.18)),
            ((-0.004, 0.11), (0.002, 0.15), (0.006, 0.186)),
            ((0.03, 0.12), (0.036, 0.15), (0.034, 0.19)),
        ),
        thumb=(
            (0.06, 0.03),
            (0.084, 0.07),
            (0.066, 0.12),
            (0.02, 0.13),
            (0.006, 0.11),
            (0.026, 0.09),
            (0.042, 0.066),
        ),
    ),
}


def _outline(shape: HandShape) -> Points:
    """The outline through all knots, with corners where fingers meet."""
    knots = as_points(shape.outline)
    cuts = [0, *shape.corners, len(knots) - 1]
    pieces = [smooth(knots[a : b + 1], steps=4) for a, b in pairwise(cuts)]
    return join(pieces[0], *(piece[1:] for piece in pieces[1:]))


def hand_matrix(arm: Limb, side: int, *, kind: str, turn: float, size: float) -> Matrix:
    """From hand units to the figure's: bent at the wrist, the thumb on its side.

    Raised hands show their palm, hanging ones their back; both have the thumb inward.
    """
    way = arm.spine[-1] - arm.spine[-4]
    angle = float(np.arctan2(-way[0], way[1]))
    if kind == "relaxed":
        angle *= 0.75
    angle += turn * side
    raised = abs(angle) > np.pi / 2
    thumb = -side if not raised else side
    shift = arm.spine[-1] - way / max(float(np.hypot(*way)), 1e-9) * 0.012
    return affine(scale=(size * thumb, size), turn=angle, shift=(float(shift[0]), float(shift[1])))


def draw_hand(
    drawing: Drawing,
    matrix: Matrix,
    *,
    kind: str,
    color: Rgb,
    part: Part,
) -> None:
    """A hand of a kind (see HANDS), placed by hand_matrix()."""
    shape = HANDS[kind]
    edge = place(_outline(shape), matrix)
    low = place(bend((-0.1, 0.16), (0.0, 0.19), (0.1, 0.15)), matrix)
    away = place(as_points([(0.12, 0.45), (-0.12, 0.45)]), matrix)
    tones = [drawing.shadow(edge, 0.025)]
    if kind == "fist":
        tones.append(Tone(join(low, away)))
    drawing.shape(
        edge,
        part,
        color,
        outline=[Stroke(edge, 0.95, 0.3, 0.3)],
        tones=tones,
        inside=[
            Stroke(place(smooth(line, steps=4), matrix), 0.6, 0.15, 0.7) for line in shape.creases
        ],
    )
    if shape.thumb:
        thumb = place(smooth(shape.thumb, steps=4), matrix)
        drawing.shape(thumb, part, color, outline=[Stroke(thumb, 0.8, 0.15, 0.15)])
