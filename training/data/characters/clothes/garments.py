"""Garments of the upper body: tops, sleeves, jackets and coats, collars, neckwear, capes."""

from dataclasses import dataclass

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Points,
    as_points,
    bend,
    ellipse,
    join,
    moved,
    part_of,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.palette import mix
from training.data.characters.figure.pose import ARMPIT_Y, WAIST_Y, Build, Pose, hang, trunk_side

COLLARS = ("crew", "v", "turtle", "shirt", "sailor", "hood", "round", "kimono", "strap")
SLEEVES = ("none", "short", "puff", "long", "wide", "rolled")
JACKETS = ("none", "blazer", "cardigan", "coat", "parka")
NECKWEAR = ("none", "tie", "bow", "scarf", "choker", "pendant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """What a figure wears; names are those of the lists in this package."""

    collar: str
    sleeves: str
    jacket: str
    cape: bool
    bottom: str
    skirt_length: float
    tucked: bool
    belt: bool
    legwear: str
    footwear: str
    neckwear: str
    gloves: bool
    pattern: str

    @property
    def is_dress(self) -> bool:
        """Top and skirt are one garment."""
        return self.bottom in ("dress", "long_dress")


def folds(points: list[tuple[tuple[float, float], tuple[float, float], float]]) -> list[Stroke]:
    """Tapered fold lines: start, end, bulge as a share of the length."""
    strokes = []
    for start, end, bulge in points:
        a, c = np.array(start), np.array(end)
        way = c - a
        control = (a + c) / 2 + 2 * bulge * np.array([way[1], -way[0]])
        strokes.append(Stroke(bend(a, control, c), 0.65, 0.6, 0.05))
    return strokes


def fold_tone(start: tuple[float, float], end: tuple[float, float], width: float) -> Tone:
    a, c = np.array(start), np.array(end)
    side = np.array([(c - a)[1], -(c - a)[0]])
    side = side / max(float(np.hypot(*side)), 1e-9) * width
    return Tone(join(bend(a, (a + c) / 2 + side, c, 6), bend(c, (a + c) / 2 - side * 0.2, a, 6)))


def draw_top(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    """Body of the shirt (or of the dress down to its waist)."""
    part = Part.DRESS if outfit.is_dress else Part.TOP
    bottom = WAIST_Y + 0.08 if outfit.is_dress or outfit.tucked else hang(build, pose, 2.42)
    ease = {"hood": 0.06, "kimono": 0.03, "turtle": 0.03}.get(outfit.collar, 0.015)
    sides = [trunk_side(build, pose, side, ease=ease, bottom=bottom) for side in (-1, 1)]
    deep = {
        "crew": 0.86,
        "v": 1.12,
        "turtle": 0.8,
        "shirt": 0.92,
        "sailor": 1.1,
        "hood": 0.9,
        "round": 0.98,
        "kimono": 1.15,
        "strap": 1.08,
    }[outfit.collar]
    wide = 0.34 if outfit.collar in ("round", "strap") else 0.1
    sides = [part_of(edge, wide * 0.35, 1, 34) for edge in sides]
    middle = pose.front(deep)
    sharp = outfit.collar in ("v", "sailor", "kimono", "shirt")
    low = (middle, deep)
    if sharp:
        neckline = join(
            bend(sides[0][0], (sides[0][0] * 0.6 + np.array(low) * 0.4), low, 5),
            bend(low, (sides[1][0] * 0.6 + np.array(low) * 0.4), sides[1][0], 5)[1:],
        )
    else:
        neckline = smooth(
            [
                tuple(sides[0][0]),
                (sides[0][0][0] * 0.6, deep - 0.05),
                low,
                (sides[1][0][0] * 0.6, deep - 0.05),
                tuple(sides[1][0]),
            ],
            steps=5,
        )
    hem = bend(sides[1][-1], (pose.middle(bottom), bottom + 0.07), sides[0][-1])
    path = join(neckline, sides[1][1:], hem[1:-1], sides[0][::-1][:-1])
    color = drawing.palette.main
    strokes = [Stroke(neckline, 0.9, 0.7, 0.7), Stroke(hem, 0.9, 0.7, 0.7)]
    strokes += [Stroke(edge, 1.1, 0.5, 0.6) for edge in sides]
    tones, lines = _trunk_folds(drawing, build, pose, bottom)
    drawing.shape(
        path,
        part,
        color,
        outline=strokes,
        inside=lines,
        tones=[drawing.shadow(path, 0.09), *tones],
    )
    _draw_pattern(drawing, outfit.pattern, pose, path, part)
    if outfit.collar == "shirt" and outfit.jacket == "none":
        _draw_buttons(drawing, pose, 1.0, bottom, part)


def _trunk_folds(
    drawing: Drawing, build: Build, pose: Pose, bottom: float
) -> tuple[list[Tone], list[Stroke]]:
    tones, lines = [], []
    for side in (-1, 1):
        x = side * (build.chest + 0.01) + pose.middle(1.3)
        pull = (side * build.chest * 0.5 + pose.front(1.4), 1.38)
        lines += folds([((x, ARMPIT_Y + 0.06), pull, -0.08 * side)])
        if side != drawing.light.side:
            tones.append(fold_tone((x, ARMPIT_Y + 0.04), (pull[0], pull[1] + 0.1), 0.07 * side))
        waist = side * build.waist + pose.middle(WAIST_Y)
        lines += folds(
            [
                ((waist, WAIST_Y - 0.08), (waist - side * 0.17, WAIST_Y - 0.01), 0.12 * side),
                ((waist, WAIST_Y - 0.01), (waist - side * 0.11, WAIST_Y + 0.05), 0.1 * side),
            ]
        )
    tones += _drapery(drawing, build, pose, bottom)
    if build.bust > 0.03:
        for side in (-1, 1):
            x = pose.front(1.4) + side * build.chest * 0.5
            low = smooth([(x + side * 0.19, 1.36), (x + side * 0.1, 1.52), (x - side * 0.08, 1.55)])
            tones.append(Tone(join(low, (low + drawing.light.away * 0.07)[::-1])))
            lines.append(Stroke(part_of(low, 0.1, 0.75), 0.5, 0.3, 0.05))
    if bottom > 2.0:
        lines += folds(
            [
                ((build.hip * 0.5, bottom), (build.hip * 0.4, bottom - 0.25), 0.06),
                ((-build.hip * 0.4, bottom), (-build.hip * 0.34, bottom - 0.2), -0.05),
            ]
        )
    return tones, lines


def _drapery(drawing: Drawing, build: Build, pose: Pose, bottom: float) -> list[Tone]:
    """Shadows in the creases that run from armpits to chest, and from the waist up and down."""
    rng = np.random.default_rng(int(build.shoulder * 1e6))
    tones = []
    for side in (-1, 1):
        pit = np.array([side * (build.chest - 0.01) + pose.middle(1.2), ARMPIT_Y])
        for turn in rng.uniform(0.15, 1.25, 2):
            reach = build.chest * rng.uniform(0.5, 0.95)
            end = pit + reach * np.array([-side * np.cos(turn), np.sin(turn)])
            tones.append(fold_tone(tuple(pit), tuple(end), side * rng.uniform(0.03, 0.06)))
    low = min(bottom, WAIST_Y + 0.1)
    for share in rng.uniform(-0.85, 0.85, 5):
        foot = (pose.middle(low) + share * build.waist, low)
        rise = rng.uniform(0.12, 0.42) * (0.5 + abs(share) * 0.5)
        tip = (foot[0] * 0.9 + share * 0.08, low - rise)
        tones.append(fold_tone(foot, tip, -drawing.light.side * rng.uniform(0.025, 0.05)))
    if bottom > WAIST_Y + 0.3:
        for share in rng.uniform(-0.8, 0.8, 3):
            top = (pose.middle(WAIST_Y) + share * build.waist, WAIST_Y + 0.05)
            foot = (pose.middle(bottom) + share * build.hip * 1.1, bottom - rng.uniform(0.0, 0.2))
            tones.append(fold_tone(top, foot, -drawing.light.side * rng.uniform(0.03, 0.06)))
    return tones


def _draw_pattern(
    drawing: Drawing,
    pattern: str,
    pose: Pose,
    path: Points,
    part: Part,
) -> None:
    """Stripes or a mark on the chest, cut at the garment's edge."""
    if pattern == "stripes":
        for y in np.arange(1.12, 2.4, 0.26):
            band = join(
                bend((-1.0, y), (pose.front(y), y + 0.08), (1.0, y)),
                bend((1.0, y + 0.12), (pose.front(y), y + 0.2), (-1.0, y + 0.12)),
            )
            drawing.shape(
                band,
                part,
                drawing.palette.trim,
                clip=path,
                outline=None,
                inside=[Stroke(np.concatenate([band, band[:1]]), 0.5, 0.9, 0.9)],
            )
    elif pattern == "mark":
        at = (pose.front(1.4), 1.42)
        radius = 0.13
        angle = np.arange(10) * np.pi / 5 - np.pi / 2
        reach = np.where(np.arange(10) % 2, 0.45, 1.0) * radius
        star = np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1) + at
        drawing.shape(star, part, drawing.palette.trim, outline=0.6)


def _draw_buttons(drawing: Drawing, pose: Pose, top: float, bottom: float, part: Part) -> None:
    ys = np.arange(top, bottom, 0.24)
    line = as_points([(pose.front(y) - 0.05, y) for y in np.linspace(top - 0.06, bottom + 0.02, 8)])
    drawing.pen(Stroke(line, 0.6, 0.8, 0.8))
    for y in ys[:6]:
        drawing.shape(
            ellipse((pose.front(y), y + 0.04), (0.022, 0.022), steps=12),
            part,
            drawing.palette.trim,
            outline=0.5,
        )


def draw_jacket(drawing: Drawing, outfit: Outfit, build: Build, pose: Pose) -> None:
    """An open jacket or coat: two front panels with lapels."""
    kind = outfit.jacket
    bottom = hang(build, pose, {"blazer": 2.5, "cardigan": 2.45, "coat": 3.6, "parka": 2.75}[kind])
    ease = {"blazer": 0.035, "cardigan": 0.03, "coat": 0.05, "parka": 0.075}[kind]
    gap = {"blazer": 0.1, "cardigan": 0.17, "coat": 0.16, "parka": 0.13}[kind]
    for side in (-1, 1):
        edge = trunk_side(build, pose, side, ease=ease, bottom=bottom, flare=0.08)
        edge[:, 0] -= side * 0.04 * np.clip((1.06 - edge[:, 1]) / 0.1, 0, 1)  # under the sleeve
        front = smooth(
            [
                tuple(edge[0] * (1.0, 1.0)),
                (pose.front(1.1) + side * gap, 1.12),
                (pose.front(1.7) + side * gap * 0.75, 1.7),
                (pose.front(2.2) + side * (gap + 0.02), bottom + 0.02),
            ],
            steps=7,
        )
        hem = bend(edge[-1], moved((edge[-1] + front[-1]) / 2, 0.0, 0.04), front[-1])
        path = join(edge, hem[1:-1], front[::-1][:-1])
        lines = folds(
            [
                ((edge[12][0] * 0.96, 1.28), (edge[12][0] * 0.55, 1.5), -0.08 * side),
                ((edge[-1][0] * 0.7, bottom), (edge[-1][0] * 0.62, bottom - 0.5), 0.05 * side),
            ]
        )
        tones = [drawing.shadow(path, 0.07)]
        if side != drawing.light.side:
            tones.append(fold_tone((edge[12][0], 1.3), (edge[12][0] * 0.5, 1.6), 0.08))
        x = float(edge[12][0])
        for start, end, width in (
            ((x, 1.24), (x * 0.5, 1.34), 0.04),
            ((x * 0.86, WAIST_Y), (x * 0.45, WAIST_Y - 0.16), 0.035),
            ((x * 0.84, WAIST_Y + 0.04), (float(edge[-1][0]) * 0.7, bottom), 0.05),
        ):
            tones.append(fold_tone(start, end, width * side))
        drawing.shape(
            path,
            Part.TOP,
            drawing.palette.second,
            inside=lines,
            tones=tones,
            outline=[
                Stroke(edge, 1.15, 0.4, 0.6),
                Stroke(front, 1.0, 0.5, 0.6),
                Stroke(hem, 1.0, 0.6, 0.6),
            ],
        )
        if kind in ("blazer", "coat"):
            _draw_lapel(drawing, edge, pose, side, gap)
        elif kind == "cardigan":
            rim = join(front, (moved(front, side * 0.055, 0.0))[::-1])
            drawing.shape(
                rim,
                Part.TOP,
                mix(drawing.palette.second, drawing.palette.trim, 0.5),
                clip=path,
                outline=0.6,
            )
    if kind == "parka":
        draw_hood(drawing, build, pose, drawing.palette.second)


def _draw_lapel(
    drawing: Drawing,
    edge: Points,
    pose: Pose,
    side: int,
    gap: float,
) -> None:
    start = edge[0]
    notch = moved(start, side * 0.14, 0.2)
    low = (pose.front(1.55) + side * gap * 0.8, 1.56)
    path = join(
        bend(start, moved(start, side * 0.05, 0.12), notch, 4),
        as_points([moved(notch, -side * 0.035, 0.035), moved(notch, side * 0.04, 0.06)]),
        bend(moved(notch, side * 0.04, 0.06), moved(np.array(low), side * 0.12, -0.25), low, 6),
        bend(low, (pose.front(1.1) + side * gap * 0.75, 1.1), moved(start, -side * 0.02, 0.0), 6),
    )
    drawing.shape(
        path, Part.TOP, drawing.palette.second, outline=0.8, tones=[drawing.shadow(path, 0.03)]
    )


def draw_hood(drawing: Drawing, build: Build, pose: Pose, color: Rgb) -> None:
    n = build.neck
    for side in (-1, 1):
        path = smooth(
            [
                (side * (n - 0.02), 0.6),
                (side * (n + 0.16), 0.64),
                (side * (n + 0.23), 0.8),
                (side * (n + 0.12), 0.94),
                (pose.front(0.95) + side * 0.03, 1.04),
                (side * (n - 0.03), 0.84),
            ],
            closed=True,
            steps=5,
        )
        seam = bend(
            (side * (n + 0.14), 0.72),
            (side * (n + 0.08), 0.88),
            (pose.front(1) + side * 0.06, 0.98),
        )
        drawing.shape(
            path,
            Part.TOP,
            color,
            outline=1.0,
            inside=[Stroke(seam, 0.6)],
            tones=[drawing.shadow(path, 0.04)],
        )
        cord = smooth(
            [
                (pose.front(1.0) + side * 0.07, 0.99),
                (pose.front(1.1) + side * 0.09, 1.2),
                (pose.front(1.2) + side * 0.08, 1.36),
            ]
        )
        drawing.pen(Stroke(cord, 1.2, 0.8, 1.0))
