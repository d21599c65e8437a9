"""Garments of the lower body on legs that do not hang down: sitting, kneeling, going."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.clothes.garments import Outfit, folds
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import Points, bend, ellipse, join, part_of, smooth
from training.data.characters.drawing.marks import Stroke
from training.data.characters.figure.pose import HIP_Y, WAIST_Y, Build, Limb, Pose, leg, leg_joints

TROUSER_CUTS = {
    "trousers": (0.97, 0.035, 0.035),
    "wide_trousers": (0.96, 0.07, 0.12),
    "shorts": (0.34, 0.05, 0.05),
}
"""Share of the leg that is covered, ease, and flare at the hem."""


def kneeling_thigh(build: Build, pose: Pose, side: int, ease: float = 0.0) -> Points:
    """Closed outline of a thigh that points at the viewer, from its top round the knee."""
    hip, knee, _ = leg_joints(build, pose, side)
    x, y = (hip[0] + knee[0]) / 2 + 0.02 * side, (hip[1] + knee[1]) / 2 + 0.1
    half = build.leg * 1.18 + ease
    return ellipse((x, y), (half, 0.46 + ease), turn=-0.12 * side, steps=36)


def _draw_kneeling_trousers(
    drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, side: int
) -> None:
    path = kneeling_thigh(build, pose, side, 0.025)
    low = float(path[:, 1].max())
    short = outfit.bottom == "shorts"
    hem = bend((-1.5, low - 0.3), (0.0, low - 0.26), (1.5, low - 0.3))
    cover = join(hem, np.array([(1.5, 1.5), (-1.5, 1.5)]))
    ring = np.concatenate([path[27:], path[:28]])
    folds_at = [
        ((path[4][0], low - 0.2), (path[9][0] + 0.04, low - 0.1), -0.12),
        ((path[14][0], low - 0.22), (path[9][0] - 0.04, low - 0.14), 0.12),
    ]
    drawing.shape(
        path,
        Part.BOTTOM,
        drawing.palette.lower,
        clip=cover if short else None,
        outline=[] if short else [Stroke(part_of(ring, 0.1, 0.9, 30), 1.1, 0.15, 0.15)],
        tones=[drawing.shadow(path, 0.06)],
        inside=[Stroke(hem, 0.9, 0.9, 0.9)] if short else folds(folds_at),
    )


def draw_trouser_leg(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, side: int) -> None:
    """One leg of the trousers, over the bare leg."""
    if pose.legs == "kneel":
        _draw_kneeling_trousers(drawing, outfit, build, pose, side)
        return
    end, ease, flare = TROUSER_CUTS[outfit.bottom]
    piece = leg(build, pose, side).cut(0.0, end, ease, flare)
    left, right = piece.edges()
    path = piece.path(cap=0.7)
    along = piece.spine[-1] - piece.spine[-2]
    hem = bend(left[-1], (left[-1] + right[-1]) / 2 + along * 0.5, right[-1])
    drawing.shape(
        path,
        Part.BOTTOM,
        drawing.palette.lower,
        outline=[
            Stroke(part_of(left, 0.08, 1), 1.1, 0.15, 0.6),
            Stroke(part_of(right, 0.08, 1), 1.1, 0.15, 0.6),
            Stroke(hem, 1.0, 0.7, 0.7),
        ],
        tones=[drawing.shadow(path, 0.07)],
        inside=_knee_folds(piece) if end > 0.5 else [],
    )


def _knee_folds(piece: Limb) -> list[Stroke]:
    """Folds at the hollow of the knee and above the hem."""
    left, right = piece.edges()
    middle = len(piece.spine) // 2
    way = piece.spine[middle + 2] - piece.spine[middle - 2]
    first, last = piece.spine[middle] - piece.spine[0], piece.spine[-1] - piece.spine[middle]
    bent = float(first[0] * last[1] - first[1] * last[0])
    inner, outer = (left, right) if bent < 0 else (right, left)
    at = inner[min(len(inner) - 1, round(len(inner) * 0.5))]
    across = piece.spine[middle] - at
    low = inner[-3]
    return folds(
        [
            (tuple(at), tuple(at + across * 1.1 - way * 0.2), 0.1),
            (tuple(at + way * 0.4), tuple(at + way * 0.5 + across * 0.8), -0.08),
            (tuple(low), tuple(low + (outer[-3] - low) * 0.55 - way * 0.2), 0.1),
        ]
    )


def draw_pelvis(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    """The seat of the trousers, from the waist to where the legs begin."""
    half, m = build.waist + 0.03, pose.middle
    low = HIP_Y + (0.26 if pose.gait else 0.18)
    sides = [
        smooth(
            [
                (m(WAIST_Y) + side * half, WAIST_Y),
                (m(2.1) + side * (build.hip * 0.95 + 0.02), 2.12),
                (m(low) + side * (build.hip * 0.9 + 0.02), low - 0.06),
            ],
            steps=6,
        )
        for side in (-1, 1)
    ]
    waist = bend(sides[0][0], (m(WAIST_Y), WAIST_Y + 0.06), sides[1][0])
    bottom = bend(sides[1][-1], (m(low), low + 0.14), sides[0][-1])
    path = join(waist, sides[1][1:], bottom[1:-1], sides[0][::-1][:-1])
    front = bend(
        (pose.front(WAIST_Y), WAIST_Y + 0.06),
        (pose.front(2.1), 2.1),
        (pose.front(2.3), low - 0.12),
    )
    drawing.shape(
        path,
        Part.BOTTOM,
        drawing.palette.lower,
        outline=[
            Stroke(waist, 0.9, 0.7, 0.7),
            *(Stroke(part_of(edge, 0, 0.85), 1.1, 0.6, 0.1) for edge in sides),
        ],
        inside=[Stroke(front, 0.7, 0.8, 0.3)],
        tones=[drawing.shadow(path, 0.08)],
    )


def skirt_edges(build: Build, pose: Pose, *, length: float, flare: float) -> list[Points]:
    """Left and right edge of a skirt over posed legs, from the waist to the hem.

    ``length`` is in head heights along the leg from the hip.
    """
    edges = []
    m = pose.middle
    for side in (-1, 1):
        limb = leg(build, pose, side)
        steps = np.hypot(*np.diff(limb.spine, axis=0).T).sum()
        piece = limb.cut(0.0, float(np.clip(length / steps, 0.12, 0.99)), 0.05, flare)
        left, right = piece.edges()
        edge = left if side > 0 else right
        start = [
            (m(WAIST_Y) + side * (build.waist + 0.03), WAIST_Y),
            (m(2.1) + side * (build.hip + 0.02), 2.12),
        ]
        edges.append(smooth([*start, *edge[5::4], edge[-1]], steps=4))
    return edges


def going_skirt(
    build: Build, pose: Pose, edges: list[Points], *, ease: float = 0.1
) -> list[Points]:
    """Edges of a standing skirt, pushed out by the legs beneath."""
    pushed = []
    for side, edge in zip((-1, 1), edges):
        knots = edge.copy()
        for each in (-1, 1):
            limb = leg(build, pose, each)
            xs = np.interp(knots[:, 1], limb.spine[:, 1], limb.spine[:, 0])
            wide = np.interp(knots[:, 1], limb.spine[:, 1], limb.half) + ease
            below = np.clip((knots[:, 1] - HIP_Y) / 0.5, 0, 1)
            out = np.maximum(0.0, (xs + side * wide - knots[:, 0]) * side)
            knots[:, 0] += side * out * below
        pushed.append(knots)
    return pushed
