"""Garments of the lower body: skirts, dresses, trousers."""

from itertools import pairwise

import numpy as np

from models.hints.parts import Part
from training.data.characters.clothes.garments import Outfit, folds
from training.data.characters.clothes.posed import going_skirt, skirt_edges
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
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.pose import (
    CROTCH_Y,
    HIP_Y,
    WAIST_Y,
    Build,
    Limb,
    Pose,
    leg,
)

BOTTOMS = (
    "pleated",
    "flared",
    "long_skirt",
    "pencil",
    "trousers",
    "wide_trousers",
    "shorts",
    "dress",
    "long_dress",
)


def draw_bottom(
    drawing: Drawing,
    outfit: Outfit,
    build: Build,
    pose: Pose,
    rng: np.random.Generator,
) -> None:
    """Skirt, the skirt of a dress, trousers or shorts; and the belt."""
    if outfit.bottom in ("trousers", "wide_trousers", "shorts"):
        _draw_trousers(drawing, outfit, build, pose)
    else:
        _draw_skirt(drawing, outfit, build, pose, rng)
    if outfit.belt:
        _draw_belt(drawing, outfit, build, pose)


def _draw_skirt(
    drawing: Drawing,
    outfit: Outfit,
    build: Build,
    pose: Pose,
    rng: np.random.Generator,
) -> None:
    part, color = Part.BOTTOM, drawing.palette.lower
    if outfit.is_dress:
        part, color = Part.DRESS, drawing.palette.main
    left, right = _skirt_sides(outfit, build, pose)
    count = {"pleated": 9, "pencil": 1}.get(outfit.bottom, 6)
    hem, notches = _skirt_hem(left[-1], right[-1], count, outfit.bottom == "pleated", rng)
    waist = bend(left[0], (pose.middle(WAIST_Y), WAIST_Y + 0.06), right[0])
    notches = notches if pose.is_upright else []
    path = join(waist, right[1:], hem[::-1][1:-1], left[::-1][:-1])
    lines, tones = _skirt_creases(drawing, outfit, waist=waist, hem=hem, notches=notches, rng=rng)
    tones.insert(0, drawing.shadow(path, 0.1))
    drawing.shape(
        path,
        part,
        color,
        inside=lines,
        tones=tones,
        outline=[
            Stroke(left, 1.1, 0.6, 0.7),
            Stroke(right, 1.1, 0.6, 0.7),
            Stroke(hem, 1.0, 0.7, 0.7),
            Stroke(waist, 0.9, 0.7, 0.7),
        ],
    )
    if outfit.pattern == "trim" and outfit.bottom != "pencil":
        lift = hem - (0.0, 0.14)
        band = join(lift, (hem - (0.0, 0.06))[::-1])
        drawing.shape(
            band,
            part,
            drawing.palette.trim,
            clip=path,
            outline=None,
            inside=[Stroke(lift, 0.55, 0.9, 0.9), Stroke(hem - (0.0, 0.06), 0.55, 0.9, 0.9)],
        )


def _skirt_sides(outfit: Outfit, build: Build, pose: Pose) -> list[Points]:
    """Left and right edge from the waist to the hem."""
    long = outfit.bottom in ("long_skirt", "long_dress")
    hem_y = build.leg_y(0.78) if long else build.leg_y(0.02 + 0.3 * outfit.skirt_length)
    flare = {
        "pleated": 0.3,
        "flared": 0.42,
        "long_skirt": 0.34,
        "pencil": 0.04,
        "dress": 0.4,
        "long_dress": 0.5,
    }[outfit.bottom]
    top_y = WAIST_Y
    half = build.waist + 0.03
    wide = build.hip + flare * (0.6 + 0.4 * outfit.skirt_length)
    m = pose.middle
    sides = []
    for side in (-1, 1):
        knots = [
            (m(top_y) + side * half, top_y),
            (m(2.1) + side * (build.hip * 0.9 + flare * 0.22), 2.12),
            (m(2.4) + side * (build.hip + 0.03 + flare * 0.45), HIP_Y + 0.12),
            (m(hem_y) + side * wide, hem_y),
        ]
        sides.append(smooth(knots, steps=7))
    if pose.gait:
        return going_skirt(build, pose, sides)
    if not pose.is_upright:
        length = hem_y - HIP_Y if pose.legs != "kneel" else 9.0  # kneeling, it covers the knees
        return skirt_edges(build, pose, length=length, flare=flare * 0.35)
    return sides


def _skirt_creases(
    drawing: Drawing,
    outfit: Outfit,
    *,
    waist: Points,
    hem: Points,
    notches: list[Points],
    rng: np.random.Generator,
) -> tuple[list[Stroke], list[Tone]]:
    """Lines and shadows of the folds that rise from the hem."""
    lines: list[Stroke] = []
    tones: list[Tone] = []
    left, right = waist[0], waist[-1]
    for i, (x, y) in enumerate(notches):
        share = (x - hem[0][0]) / (hem[-1][0] - hem[0][0])
        start = (left[0] + share * (right[0] - left[0]), WAIST_Y + 0.05)
        reach = 1.0 if outfit.bottom == "pleated" else rng.uniform(0.45, 0.85)
        crease = part_of(
            bend((x, y), ((x + start[0]) / 2 + (share - 0.5) * 0.1, 2.2), start), 0, reach
        )
        lines.append(Stroke(crease, 0.75, 0.8, 0.1))
        if i % 2 == 0 or outfit.bottom == "pleated":
            away = -drawing.light.side * 0.075
            lean = np.linspace(away, away * 0.15, len(crease))[:, None] * (1.0, 0.0)
            tones.append(Tone(join(crease, (crease + lean)[::-1])))
    return lines, tones


def _skirt_hem(
    left: Points, right: Points, count: int, pleated: bool, rng: np.random.Generator
) -> tuple[Points, list[Points]]:
    """Hem from left to right and the points where its folds meet it."""
    share = np.linspace(0, 1, count + 1)
    if not pleated:
        share[1:-1] += rng.uniform(-0.3, 0.3, count - 1) / count
    x = left[0] + (right[0] - left[0]) * share
    y = left[1] + (right[1] - left[1]) * share + 0.12 * np.sin(share * np.pi)
    knots = np.stack([x, y], axis=1)
    pieces = []
    for a, b in pairwise(knots):
        drop = 0.02 if pleated else 0.09
        step = np.array([0.0, 0.035 if pleated else 0.0])
        pieces.append(bend(a, moved((a + b) / 2, 0.0, drop), b + step, 5))
    return join(*pieces), list(knots[1:-1])


def _draw_belt(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    half, m = build.waist + 0.035, pose.middle(WAIST_Y)
    top = bend((m - half, WAIST_Y - 0.03), (m, WAIST_Y + 0.04), (m + half, WAIST_Y - 0.03))
    band = join(top, (moved(top, 0.0, 0.11))[::-1])
    drawing.shape(
        band, Part.OTHER, drawing.palette.trim, outline=0.9, tones=[drawing.shadow(band, 0.05)]
    )
    x = pose.front(WAIST_Y)
    buckle = as_points(
        [
            (x - 0.06, WAIST_Y - 0.01),
            (x + 0.06, WAIST_Y - 0.01),
            (x + 0.06, WAIST_Y + 0.11),
            (x - 0.06, WAIST_Y + 0.11),
        ]
    )
    drawing.shape(buckle, Part.ORNAMENT, drawing.palette.metal, outline=0.7)


def _draw_trousers(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    end, ease, flare = {
        "trousers": (0.97, 0.035, 0.035),
        "wide_trousers": (0.96, 0.07, 0.13),
        "shorts": (0.3, 0.06, 0.05),
    }[outfit.bottom]
    color = drawing.palette.lower
    half, m = build.waist + 0.03, pose.middle
    for side in (-1, 1):
        limb = leg(build, pose, side)
        piece = limb.cut(0.0, end, ease, flare)
        left, right = piece.edges()
        outer, inner = (right, left) if side < 0 else (left, right)
        if abs(outer[0][0]) < abs(inner[0][0]):
            outer, inner = inner, outer
        top = smooth(
            [
                (m(WAIST_Y) + side * half, WAIST_Y),
                (m(2.1) + side * (build.hip * 0.93 + 0.02), 2.1),
                tuple(outer[3]),
            ],
            steps=5,
        )
        edge = join(top, outer[4:])
        crotch = (m(CROTCH_Y), CROTCH_Y + 0.06)
        inseam = join(as_points([(m(WAIST_Y), WAIST_Y + 0.05), crotch]), inner[9:])
        hem = bend(edge[-1], moved((edge[-1] + inseam[-1]) / 2, 0.0, 0.04), inseam[-1])
        path = join(edge, hem[1:-1], inseam[::-1])
        lines = _trouser_folds(build, pose, side, edge, piece if end > 0.5 else None)
        drawing.shape(
            path,
            Part.BOTTOM,
            color,
            inside=lines,
            tones=[drawing.shadow(path, 0.07)],
            outline=[
                Stroke(edge, 1.1, 0.6, 0.6),
                Stroke(inseam[1:], 1.0, 0.5, 0.6),
                Stroke(hem, 1.0, 0.7, 0.7),
            ],
        )
        pocket = bend(
            (m(2.0) + side * (half * 0.62), WAIST_Y + 0.12),
            (m(2.1) + side * half * 0.75, 2.08),
            (m(2.1) + side * (build.hip * 0.95), 2.1),
        )
        drawing.pen(Stroke(pocket, 0.6, 0.6, 0.6))
    front = as_points([(m(WAIST_Y), WAIST_Y + 0.05), (m(2.2), 2.2), (m(CROTCH_Y), CROTCH_Y + 0.04)])
    drawing.pen(Stroke(front, 0.7, 0.8, 0.3))


def _trouser_folds(
    build: Build, pose: Pose, side: int, edge: Points, long: Limb | None
) -> list[Stroke]:
    m = pose.middle
    crotch = (m(CROTCH_Y), CROTCH_Y + 0.06)
    lines = folds(
        [
            (
                (crotch[0] + side * 0.02, crotch[1]),
                (m(2.5) + side * build.hip * 0.7, CROTCH_Y - 0.1),
                0.06 * side,
            )
        ]
    )
    if long is not None:
        knee = long.spine[len(long.spine) // 2]
        lines += folds(
            [
                ((knee[0] - 0.1, knee[1]), (knee[0] + 0.04, knee[1] + 0.05), 0.06),
                ((knee[0] + 0.11, knee[1] + 0.07), (knee[0] - 0.03, knee[1] + 0.13), -0.06),
                ((edge[-6][0], edge[-6][1]), (knee[0], edge[-6][1] + 0.08), 0.1 * side),
            ]
        )
    return lines
