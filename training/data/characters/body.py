"""Bare body: neck, trunk, legs, arms and hands; garments are laid over it."""

import numpy as np

from models.parts import Part
from models.tags import Rgb
from training.data.characters.drawing import Drawing
from training.data.characters.geometry import (
    Pair,
    Points,
    affine,
    as_points,
    bend,
    join,
    mirror,
    moved,
    part_of,
    place,
    smooth,
)
from training.data.characters.marks import Stroke, Tone
from training.data.characters.pose import Build, Limb, Pose, leg, trunk_side


def draw_trunk(drawing: Drawing, build: Build, pose: Pose) -> None:
    """Neck, shoulders and trunk in skin, with the head's shadow on the neck."""
    sides = [trunk_side(build, pose, side, bottom=2.4) for side in (-1, 1)]
    neck = []
    for side, edge in zip((-1, 1), sides):
        top = (side * build.neck * 0.92 - 0.01, 0.36)
        neck.append(smooth([top, (side * build.neck, 0.58), tuple(edge[0])], steps=5))
    path = join(neck[0], sides[0][1:], sides[1][::-1], neck[1][::-1][1:])
    drop = np.array([-drawing.light.x * 0.08, 0.0])
    shadow = join(
        as_points([(-0.3, 0.3), (0.3, 0.3)]),
        smooth([(0.24, 0.62), (0.1, 0.76), (0.0, 0.72), (-0.12, 0.74), (-0.24, 0.62)]) + drop,
    )
    collarbones = []
    for side in (-1, 1):
        start = (pose.front(0.9) + side * 0.05, 0.93)
        end = (side * build.shoulder * 0.62, 0.87)
        collarbones.append(Stroke(bend(start, ((start[0] + end[0]) / 2, 0.87), end), 0.6, 0.5, 0.1))
    hollow = bend((pose.front(0.9) + 0.035, 0.87), (0.02, 0.95), (pose.front(0.9) + 0.0, 0.96))
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[Stroke(part, 1.1, 0.4, 0.5) for part in (*neck, *sides)],
        tones=[Tone(shadow), drawing.shadow(path, 0.06)],
        inside=[*collarbones, Stroke(hollow, 0.5, 0.1, 0.1)],
    )


def draw_leg(drawing: Drawing, build: Build, pose: Pose, side: int) -> None:
    """One bare leg from the hip to the ankle."""
    limb = leg(build, pose, side)
    left, right = limb.edges()
    path = limb.path()
    knee = limb.spine[int(len(limb.spine) * 0.52)]
    mark = bend(moved(knee, -0.05, 0.03), moved(knee, 0.0, 0.07), moved(knee, 0.055, 0.02))
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[Stroke(left, 1.1, 0.5, 0.5), Stroke(right, 1.1, 0.5, 0.5)],
        tones=[drawing.shadow(path, 0.05)],
        inside=[Stroke(mark, 0.5, 0.1, 0.1)],
    )


RELAXED = (
    (-0.055, 0.0),
    (-0.075, 0.07),
    (-0.088, 0.14),
    (-0.07, 0.24),
    (-0.035, 0.31),
    (0.0, 0.325),
    (0.03, 0.30),
    (0.055, 0.23),
    (0.07, 0.15),
    (0.062, 0.06),
    (0.05, 0.0),
)
THUMB = ((0.045, 0.03), (0.09, 0.08), (0.105, 0.15), (0.085, 0.19), (0.06, 0.155), (0.045, 0.11))
FINGERS = (
    ((-0.03, 0.17), (-0.022, 0.30)),
    ((0.0, 0.16), (0.004, 0.31)),
    ((0.03, 0.165), (0.026, 0.29)),
)
FIST = (
    (-0.055, 0.0),
    (-0.085, 0.06),
    (-0.09, 0.13),
    (-0.06, 0.185),
    (0.0, 0.20),
    (0.055, 0.185),
    (0.08, 0.12),
    (0.07, 0.05),
    (0.05, 0.0),
)
OPEN_PALM = (
    (-0.055, 0.0),
    (-0.08, 0.08),
    (-0.09, 0.15),
    (-0.13, 0.24),
    (-0.12, 0.265),
    (-0.095, 0.25),
    (-0.068, 0.18),
    (-0.07, 0.30),
    (-0.055, 0.335),
    (-0.035, 0.31),
    (-0.028, 0.19),
    (-0.015, 0.33),
    (0.004, 0.36),
    (0.022, 0.33),
    (0.02, 0.19),
    (0.04, 0.30),
    (0.06, 0.325),
    (0.072, 0.295),
    (0.06, 0.17),
    (0.075, 0.13),
    (0.125, 0.175),
    (0.15, 0.17),
    (0.145, 0.145),
    (0.10, 0.07),
    (0.06, 0.0),
)


def draw_hand(
    drawing: Drawing,
    arm: Limb,
    side: int,
    *,
    kind: str,
    color: Rgb,
    part: Part,
    size: float,
) -> None:
    """A hand at the end of an arm: relaxed, fist or open."""
    way = arm.spine[-1] - arm.spine[-4]
    turn = float(np.arctan2(-way[0], way[1]))
    if kind == "relaxed":
        turn *= 0.6
    matrix = affine(scale=(size, size), turn=turn, shift=tuple(arm.spine[-1] - way * 0.25))

    def put(knots: tuple[Pair, ...] | Points) -> Points:
        points = as_points(knots)
        return place(mirror(points) if side > 0 else points, matrix)

    template = {"relaxed": RELAXED, "fist": FIST, "open": OPEN_PALM}[kind]
    edge = put(smooth(template, steps=4))
    inside = []
    if kind == "relaxed":
        inside = [Stroke(put(line), 0.6, 0.2, 0.6) for line in FINGERS]
    elif kind == "fist":
        inside = [
            Stroke(put(((x, 0.10), (x * 0.9, 0.185))), 0.6, 0.2, 0.6) for x in (-0.035, 0.005, 0.04)
        ]
    drawing.shape(
        edge,
        part,
        color,
        outline=[Stroke(edge, 1.0, 0.3, 0.3)],
        tones=[drawing.shadow(edge, 0.03)],
        inside=inside,
    )
    if kind != "open":
        thumb = put(smooth(THUMB, steps=4))
        drawing.shape(thumb, part, color, outline=[Stroke(thumb, 0.8, 0.3, 0.2)])


def draw_bare_arm(drawing: Drawing, arm: Limb, axis: float, *, sleeved: bool) -> None:
    """The skin of an arm to the wrist; ``axis`` is the trunk's x. A sleeve covers its top."""
    piece = arm.cut(0.22 if sleeved else 0.0, 1.0)
    path = piece.path(cap=0.9)
    outer, inner = piece.outer_edge(axis, cap=0.9)
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[
            Stroke(outer, 1.1, 0.3, 0.5),
            Stroke(part_of(inner, 0.2, 1), 1.0, 0.1, 0.5),
        ],
        tones=[drawing.shadow(path, 0.045)],
    )
