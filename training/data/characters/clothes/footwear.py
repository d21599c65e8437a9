"""Legwear and footwear."""

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.clothes.garments import Outfit, folds
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Points,
    as_points,
    bend,
    join,
    moved,
    part_of,
    smooth,
)
from training.data.characters.drawing.marks import Stroke
from training.data.characters.figure.pose import Build, Limb, Pose, leg

LEGWEAR = ("none", "ankle", "knee", "thigh", "tights")
FOOTWEAR = ("loafers", "sneakers", "boots", "tall_boots", "pumps")


def draw_legwear(
    drawing: Drawing,
    outfit: Outfit,
    build: Build,
    pose: Pose,
    side: int,
) -> None:
    """Socks, stockings or tights over one leg."""
    start = {"ankle": 0.84, "knee": 0.57, "thigh": 0.26, "tights": 0.0}.get(outfit.legwear)
    if start is None:
        return
    piece = leg(build, pose, side).cut(start, 1.0, 0.008)
    left, right = piece.edges()
    path = piece.path()
    strokes = [Stroke(left, 1.1, 0.6, 0.5), Stroke(right, 1.1, 0.6, 0.5)]
    inside = []
    if start > 0:
        top = bend(left[0], moved((left[0] + right[0]) / 2, 0.0, 0.03), right[0])
        strokes.append(Stroke(top, 0.9, 0.7, 0.7))
        if outfit.legwear != "ankle":
            inside.append(Stroke(moved(top, 0.0, 0.06), 0.55, 0.7, 0.7))
    drawing.shape(
        path,
        Part.LEGWEAR,
        drawing.palette.legwear,
        outline=strokes,
        inside=inside,
        tones=[drawing.shadow(path, 0.05)],
    )


FOOT = (
    (-0.085, -0.02),
    (-0.10, 0.12),
    (-0.115, 0.24),
    (-0.09, 0.335),
    (0.0, 0.36),
    (0.085, 0.335),
    (0.10, 0.24),
    (0.085, 0.10),
    (0.07, -0.02),
)
"""A foot seen from the front, toes turned a little outward; y 0 is the ankle."""


def draw_footwear(
    drawing: Drawing,
    outfit: Outfit,
    build: Build,
    pose: Pose,
    side: int,
) -> None:
    """A shoe or boot on one foot."""
    limb = leg(build, pose, side)
    ankle = limb.spine[-1]
    turn = 0.05 * side
    knots = as_points(FOOT) * (-side * 1.0, 1.0)
    knots[:, 0] = knots[:, 0] * 1.05 + turn * np.clip(knots[:, 1] / 0.2, 0, 2)
    foot = smooth(knots, steps=5) + ankle
    if outfit.footwear in ("boots", "tall_boots"):
        _draw_boot(drawing, outfit.footwear, limb, foot)
    elif outfit.footwear in ("pumps", "loafers"):
        _draw_low_shoe(drawing, outfit, ankle, foot)
    else:
        _draw_sneaker(drawing, ankle, foot, turn)


def _draw_boot(drawing: Drawing, kind: str, limb: Limb, foot: Points) -> None:
    color: Rgb = drawing.palette.footwear
    start = 0.8 if kind == "boots" else 0.58
    shaft = limb.cut(start, 1.0, 0.03)
    left, right = shaft.edges()
    path = shaft.path()
    top = bend(left[0], moved((left[0] + right[0]) / 2, 0.0, 0.04), right[0])
    drawing.shape(
        foot,
        Part.FOOTWEAR,
        color,
        outline=[Stroke(foot, 1.1, 0.4, 0.4)],
        tones=[drawing.shadow(foot, 0.04)],
    )
    lines = folds(
        [
            (tuple(left[-3]), tuple(shaft.spine[-2]), 0.1),
            (tuple(right[-5]), tuple(shaft.spine[-4]), -0.1),
        ]
    )
    drawing.shape(
        path,
        Part.FOOTWEAR,
        color,
        tones=[drawing.shadow(path, 0.05)],
        inside=lines,
        outline=[
            Stroke(left, 1.1, 0.6, 0.3),
            Stroke(right, 1.1, 0.6, 0.3),
            Stroke(top, 1.0, 0.8, 0.8),
        ],
    )
    cuff = join(top, (moved(top, 0.0, 0.09))[::-1])
    drawing.shape(
        cuff,
        Part.FOOTWEAR,
        drawing.palette.sole if kind == "boots" else color,
        clip=path,
        outline=None,
        inside=[Stroke(moved(top, 0.0, 0.09), 0.7, 0.8, 0.8)],
    )


def _draw_low_shoe(drawing: Drawing, outfit: Outfit, ankle: Points, foot: Points) -> None:
    opening = 0.09 if outfit.footwear == "loafers" else 0.17
    skin = Part.SKIN if outfit.legwear == "none" else Part.LEGWEAR
    under = drawing.palette.skin if outfit.legwear == "none" else drawing.palette.legwear
    drawing.shape(foot, skin, under, outline=[Stroke(foot, 1.0, 0.4, 0.4)])
    x, y = ankle
    rim = bend(
        (x - 0.16, y + opening - 0.05), (x, y + opening + 0.1), (x + 0.16, y + opening - 0.05)
    )
    shoe = join(rim, as_points([(x + 0.4, y + 0.5), (x - 0.4, y + 0.5)]))
    drawing.shape(
        foot,
        Part.FOOTWEAR,
        drawing.palette.footwear,
        clip=shoe,
        outline=[Stroke(foot[6:-6], 1.1, 0.5, 0.5)],
        inside=[Stroke(rim, 0.9, 0.8, 0.8)],
        tones=[drawing.shadow(foot, 0.04)],
    )
    if outfit.footwear == "loafers":
        drawing.pen(
            Stroke(
                part_of(bend((x - 0.12, y + 0.16), (x, y + 0.24), (x + 0.12, y + 0.16)), 0.1, 0.9),
                0.6,
            )
        )


def _draw_sneaker(drawing: Drawing, ankle: Points, foot: Points, turn: float) -> None:
    drawing.shape(
        foot,
        Part.FOOTWEAR,
        drawing.palette.footwear,
        outline=[Stroke(foot, 1.1, 0.5, 0.5)],
        tones=[drawing.shadow(foot, 0.04)],
    )
    x, y = ankle
    cap = join(
        bend((x - 0.2, y + 0.25), (x + turn, y + 0.2), (x + 0.2, y + 0.25)),
        as_points([(x + 0.3, y + 0.5), (x - 0.3, y + 0.5)]),
    )
    drawing.shape(
        foot,
        Part.FOOTWEAR,
        drawing.palette.sole,
        clip=cap,
        outline=[Stroke(foot[8:-8], 1.1, 0.5, 0.5)],
        inside=[Stroke(cap[:9], 0.7, 0.8, 0.8)],
    )
    for k in (0.06, 0.11, 0.16):
        drawing.pen(
            Stroke(
                bend(
                    (x - 0.04 + turn * k * 4, y + k),
                    (x + turn * k * 4, y + k + 0.02),
                    (x + 0.04 + turn * k * 4, y + k),
                ),
                0.6,
                0.8,
                0.8,
            )
        )
