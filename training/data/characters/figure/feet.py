"""Feet and shoes seen from the side, in foot units: the ankle at the origin, toes along x."""

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.clothes.garments import Outfit
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    affine,
    as_points,
    bend,
    join,
    place,
    smooth,
)
from training.data.characters.drawing.marks import Stroke
from training.data.characters.figure.stance import Foot

BARE = (
    (-0.095, -0.04),
    (-0.11, 0.06),
    (-0.13, 0.15),
    (-0.1, 0.195),
    (0.0, 0.2),
    (0.1, 0.19),
    (0.22, 0.2),
    (0.3, 0.195),
    (0.325, 0.165),
    (0.29, 0.135),
    (0.2, 0.1),
    (0.12, 0.03),
    (0.09, -0.04),
)


def draw_side_foot(
    drawing: Drawing, outfit: Outfit, ankle: Points, foot: Foot, *, width: float
) -> None:
    """A foot with its shoe, seen from the side and turned about the ankle."""
    size = 1.05
    matrix = affine(
        scale=(size * foot.facing, size),
        turn=foot.turn * foot.facing,
        shift=(float(ankle[0]), float(ankle[1])),
    )
    narrow = np.array([width / 0.09, 1.0])
    knots = as_points(BARE)
    knots[:2] *= narrow
    knots[-2:] *= narrow

    def put(points: Points) -> Points:
        return place(points, matrix)

    bare = smooth(knots, steps=5)
    stocking = outfit.legwear != "none"
    under = drawing.palette.legwear if stocking else drawing.palette.skin
    drawing.shape(
        put(bare),
        Part.LEGWEAR if stocking else Part.SKIN,
        under,
        outline=[Stroke(put(bare), 1.0, 0.4, 0.4)],
    )
    shoe, sole, marks = _shoe(outfit.footwear)
    tones = [drawing.shadow(put(shoe), 0.03)]
    drawing.shape(
        put(shoe),
        Part.FOOTWEAR,
        drawing.palette.footwear,
        outline=1.05,
        tones=tones,
        inside=[Stroke(put(line), 0.65, 0.5, 0.3) for line in marks],
    )
    if len(sole):
        color: Rgb = drawing.palette.sole
        drawing.shape(put(sole), Part.FOOTWEAR, color, outline=0.85)


def _shoe(kind: str) -> tuple[Points, Points, list[Points]]:
    """Upper, sole (perhaps without points) and lines of a kind of shoe."""
    top: tuple[Pair, ...] = {
        "pumps": ((-0.125, 0.06), (0.0, 0.15), (0.12, 0.13), (0.19, 0.095)),
        "loafers": ((-0.12, 0.03), (0.0, 0.08), (0.1, 0.05), (0.17, 0.075)),
        "sneakers": ((-0.12, -0.01), (0.0, 0.02), (0.1, -0.01), (0.16, 0.06)),
    }.get(kind, ((-0.12, -0.09), (0.0, -0.06), (0.11, -0.09), (0.15, 0.04)))
    toe = ((0.27, 0.11), (0.335, 0.15), (0.345, 0.19))
    heel = ((-0.13, 0.2), (-0.145, 0.13), top[0])
    rim = smooth(top[:3], steps=4)
    upper = join(rim, smooth([top[2], top[3], *toe], steps=4)[1:], smooth(heel, steps=4)[:-1])
    marks = []
    if kind == "sneakers":
        marks = [
            bend((0.1 + k, 0.0 + k), (0.14 + k, 0.06 + k * 0.6), (0.13 + k, 0.09 + k * 0.5), 5)
            for k in (0.0, 0.045, 0.09)
        ]
    elif kind == "loafers":
        marks = [smooth([(0.14, 0.07), (0.2, 0.14), (0.27, 0.17)], steps=4)]
    elif kind != "pumps":
        marks = [smooth([(0.09, 0.04), (0.04, 0.07), (-0.04, 0.06)], steps=4)]
    if kind == "pumps":
        sole = as_points([(-0.135, 0.19), (-0.06, 0.2), (-0.085, 0.275), (-0.115, 0.275)])
    else:
        sole = join(
            smooth([(-0.14, 0.185), (0.1, 0.19), (0.35, 0.18)], steps=4),
            smooth([(0.35, 0.225), (0.1, 0.235), (-0.14, 0.23)], steps=4),
        )
    return upper, sole, marks
