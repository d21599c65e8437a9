"""Bare body: neck, trunk, legs and arms; garments are laid over it."""

from models.hints.parts import Part
from training.data.characters.clothes.posed import kneeling_thigh
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    as_points,
    bend,
    join,
    moved,
    part_of,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.pose import Build, Limb, Pose, leg, trunk_side


def draw_trunk(drawing: Drawing, build: Build, pose: Pose) -> None:
    """Neck, shoulders and trunk in skin, with the head's shadow on the neck."""
    sides = [trunk_side(build, pose, side, bottom=2.4) for side in (-1, 1)]
    neck = []
    for side, edge in zip((-1, 1), sides):
        top = (side * build.neck * 0.92 - 0.01, 0.36)
        neck.append(smooth([top, (side * build.neck, 0.58), tuple(edge[0])], steps=5))
    path = join(neck[0], sides[0][1:], sides[1][::-1], neck[1][::-1][1:])
    shadow = join(
        as_points([(-0.3, 0.3), (0.3, 0.3)]),
        smooth([(0.24, 0.54), (0.1, 0.68), (0.0, 0.64), (-0.12, 0.66), (-0.24, 0.54)])
        + drawing.light.away * (0.09, 0.09),
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
    if pose.legs == "kneel":
        thigh = kneeling_thigh(build, pose, side)
        tones = [drawing.shadow(thigh, 0.05)]
        drawing.shape(thigh, Part.SKIN, drawing.palette.skin, tones=tones)
        return
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


def draw_bare_arm(drawing: Drawing, arm: Limb, axis: float, *, sleeved: bool) -> None:
    """The skin of an arm to the wrist; ``axis`` is the trunk's x. A sleeve covers its top."""
    piece = arm.cut(0.22 if sleeved else 0.0, 1.0)
    path = piece.path(cap=0.9)
    outer, inner = piece.outer_edge(axis, cap=0.9)
    left, right = piece.edges()
    armhole = [] if sleeved else [Stroke(piece.dome(left[0], right[0], 0.9), 0.8, 0.5, 0.5)]
    drawing.shape(
        path,
        Part.SKIN,
        drawing.palette.skin,
        outline=[
            Stroke(outer, 1.1, 0.3, 0.5),
            Stroke(part_of(inner, 0.2 if sleeved else 0.0, 1), 1.0, 0.1 if sleeved else 0.6, 0.5),
            *armhole,
        ],
        tones=[drawing.shadow(path, 0.045)],
    )
