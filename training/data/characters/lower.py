"""Garments of the lower body: skirts, dresses, trousers, legwear and footwear."""

from itertools import pairwise

import numpy as np

from models.parts import Part
from models.tags import Rgb
from training.data.characters.drawing import Drawing
from training.data.characters.garments import Outfit, folds
from training.data.characters.geometry import Points, as_points, bend, join, moved, part_of, smooth
from training.data.characters.marks import Stroke, Tone
from training.data.characters.pose import (
    CROTCH_Y,
    HIP_Y,
    WAIST_Y,
    Build,
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
LEGWEAR = ("none", "ankle", "knee", "thigh", "tights")
FOOTWEAR = ("loafers", "sneakers", "boots", "tall_boots", "pumps")


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
    dress = outfit.is_dress
    part, color = (
        (Part.DRESS, drawing.palette.main) if dress else (Part.BOTTOM, drawing.palette.lower)
    )
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
    count = {"pleated": 9, "pencil": 1}.get(outfit.bottom, 6)
    hem, notches = _skirt_hem(sides[0][-1], sides[1][-1], count, outfit.bottom == "pleated", rng)
    waist = bend(sides[0][0], (m(top_y), top_y + 0.06), sides[1][0])
    path = join(waist, sides[1][1:], hem[::-1][1:-1], sides[0][::-1][:-1])
    lines, tones = [], [drawing.shadow(path, 0.1)]
    for i, (x, y) in enumerate(notches):
        share = (x - sides[0][-1][0]) / (sides[1][-1][0] - sides[0][-1][0])
        start = (m(top_y) + (share * 2 - 1) * half, top_y + 0.05)
        reach = 1.0 if outfit.bottom == "pleated" else rng.uniform(0.45, 0.85)
        crease = part_of(
            bend((x, y), ((x + start[0]) / 2 + (share - 0.5) * 0.1, 2.2), start), 0, reach
        )
        lines.append(Stroke(crease, 0.75, 0.8, 0.1))
        if i % 2 == 0 or outfit.bottom == "pleated":
            away = -drawing.light.side * 0.075
            tones.append(
                Tone(
                    join(
                        crease,
                        (
                            crease
                            + np.linspace(away, away * 0.15, len(crease))[:, None] * (1.0, 0.0)
                        )[::-1],
                    )
                )
            )
    drawing.shape(
        path,
        part,
        color,
        inside=lines,
        tones=tones,
        outline=[
            Stroke(sides[0], 1.1, 0.6, 0.7),
            Stroke(sides[1], 1.1, 0.6, 0.7),
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


def _skirt_hem(
    left: Points, right: Points, count: int, pleated: bool, rng: np.random.Generator
) -> tuple[Points, list[Points]]:
    """Hem from left to right and the points where its folds meet it."""
    share = np.linspace(0, 1, count + 1)
    if not pleated:
        share[1:-1] += rng.uniform(-0.3, 0.3, count - 1) / count
    x = left[0] + (right[0] - left[0]) * share
    y = left[1] + 0.12 * np.sin(share * np.pi)
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
        knee = piece.spine[len(piece.spine) // 2]
        lines = folds(
            [
                (
                    (crotch[0] + side * 0.02, crotch[1]),
                    (m(2.5) + side * build.hip * 0.7, CROTCH_Y - 0.1),
                    0.06 * side,
                )
            ]
        )
        if end > 0.5:
            lines += folds(
                [
                    ((knee[0] - 0.1, knee[1]), (knee[0] + 0.04, knee[1] + 0.05), 0.06),
                    ((knee[0] + 0.11, knee[1] + 0.07), (knee[0] - 0.03, knee[1] + 0.13), -0.06),
                    ((edge[-6][0], edge[-6][1]), (knee[0], edge[-6][1] + 0.08), 0.1 * side),
                ]
            )
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
    color: Rgb = drawing.palette.footwear
    if outfit.footwear in ("boots", "tall_boots"):
        start = 0.8 if outfit.footwear == "boots" else 0.58
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
            drawing.palette.sole if outfit.footwear == "boots" else color,
            clip=path,
            outline=None,
            inside=[Stroke(moved(top, 0.0, 0.09), 0.7, 0.8, 0.8)],
        )
    elif outfit.footwear in ("pumps", "loafers"):
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
            color,
            clip=shoe,
            outline=[Stroke(foot[6:-6], 1.1, 0.5, 0.5)],
            inside=[Stroke(rim, 0.9, 0.8, 0.8)],
            tones=[drawing.shadow(foot, 0.04)],
        )
        if outfit.footwear == "loafers":
            drawing.pen(
                Stroke(
                    part_of(
                        bend((x - 0.12, y + 0.16), (x, y + 0.24), (x + 0.12, y + 0.16)), 0.1, 0.9
                    ),
                    0.6,
                )
            )
    else:
        drawing.shape(
            foot,
            Part.FOOTWEAR,
            color,
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
