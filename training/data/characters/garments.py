"""Garments of the upper body: tops, sleeves, jackets and coats, collars, neckwear, capes."""

from dataclasses import dataclass

import numpy as np

from models.parts import Part
from models.tags import Rgb
from training.data.characters.drawing import Drawing, Stroke, Tone
from training.data.characters.geometry import (
    Points,
    as_points,
    bend,
    ellipse,
    join,
    part_of,
    smooth,
)
from training.data.characters.palette import Palette, mix
from training.data.characters.pose import ARMPIT_Y, WAIST_Y, Build, Limb, Pose, trunk_side
from training.data.characters.shading import Light, side_shadow

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


def _fold_tone(start: tuple[float, float], end: tuple[float, float], width: float) -> Tone:
    a, c = np.array(start), np.array(end)
    side = np.array([(c - a)[1], -(c - a)[0]])
    side = side / max(float(np.hypot(*side)), 1e-9) * width
    return Tone(join(bend(a, (a + c) / 2 + side, c, 6), bend(c, (a + c) / 2 - side * 0.2, a, 6)))


def draw_top(
    drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, palette: Palette, light: Light
) -> None:
    """Body of the shirt (or of the dress down to its waist)."""
    part = Part.DRESS if outfit.is_dress else Part.TOP
    bottom = WAIST_Y + 0.08 if outfit.is_dress or outfit.tucked else 2.42
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
    color = palette.main
    strokes = [Stroke(neckline, 0.9, 0.7, 0.7), Stroke(hem, 0.9, 0.7, 0.7)]
    strokes += [Stroke(edge, 1.1, 0.5, 0.6) for edge in sides]
    tones, lines = _trunk_folds(build, pose, light, bottom)
    drawing.shape(
        path,
        part,
        color,
        outline=strokes,
        inside=lines,
        tones=[side_shadow(path, light, 0.09), *tones],
    )
    _draw_pattern(drawing, outfit, build, pose, palette, path, part)
    if outfit.collar == "shirt" and outfit.jacket == "none":
        _draw_buttons(drawing, pose, palette.trim, 1.0, bottom, part)


def _trunk_folds(
    build: Build, pose: Pose, light: Light, bottom: float
) -> tuple[list[Tone], list[Stroke]]:
    tones, lines = [], []
    for side in (-1, 1):
        x = side * (build.chest + 0.01) + pose.middle(1.3)
        pull = (side * build.chest * 0.5 + pose.front(1.4), 1.38)
        lines += folds([((x, ARMPIT_Y + 0.06), pull, -0.08 * side)])
        if side != light.side:
            tones.append(_fold_tone((x, ARMPIT_Y + 0.04), (pull[0], pull[1] + 0.1), 0.07 * side))
        waist = side * build.waist + pose.middle(WAIST_Y)
        lines += folds(
            [
                ((waist, WAIST_Y - 0.08), (waist - side * 0.17, WAIST_Y - 0.01), 0.12 * side),
                ((waist, WAIST_Y - 0.01), (waist - side * 0.11, WAIST_Y + 0.05), 0.1 * side),
            ]
        )
    if build.bust > 0.03:
        for side in (-1, 1):
            x = pose.front(1.4) + side * build.chest * 0.5
            low = smooth([(x + side * 0.19, 1.36), (x + side * 0.1, 1.52), (x - side * 0.08, 1.55)])
            tones.append(Tone(join(low, low[::-1] + (0.0, 0.07))))
            lines.append(Stroke(part_of(low, 0.1, 0.75), 0.5, 0.3, 0.05))
    if bottom > 2.0:
        lines += folds(
            [
                ((build.hip * 0.5, bottom), (build.hip * 0.4, bottom - 0.25), 0.06),
                ((-build.hip * 0.4, bottom), (-build.hip * 0.34, bottom - 0.2), -0.05),
            ]
        )
    return tones, lines


def _draw_pattern(
    drawing: Drawing,
    outfit: Outfit,
    build: Build,
    pose: Pose,
    palette: Palette,
    path: Points,
    part: Part,
) -> None:
    """Stripes or a mark on the chest, cut at the garment's edge."""
    if outfit.pattern == "stripes":
        for y in np.arange(1.12, 2.4, 0.26):
            band = join(
                bend((-1.0, y), (pose.front(y), y + 0.08), (1.0, y)),
                bend((1.0, y + 0.12), (pose.front(y), y + 0.2), (-1.0, y + 0.12)),
            )
            drawing.shape(
                band,
                part,
                palette.trim,
                clip=path,
                outline=None,
                inside=[Stroke(np.concatenate([band, band[:1]]), 0.5, 0.9, 0.9)],
            )
    elif outfit.pattern == "mark":
        at = (pose.front(1.4), 1.42)
        radius = 0.13
        angle = np.arange(10) * np.pi / 5 - np.pi / 2
        reach = np.where(np.arange(10) % 2, 0.45, 1.0) * radius
        star = np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1) + at
        drawing.shape(star, part, palette.trim, outline=0.6)


def _draw_buttons(
    drawing: Drawing, pose: Pose, color: Rgb, top: float, bottom: float, part: Part
) -> None:
    ys = np.arange(top, bottom, 0.24)
    line = as_points([(pose.front(y) - 0.05, y) for y in np.linspace(top - 0.06, bottom + 0.02, 8)])
    drawing.pen(Stroke(line, 0.6, 0.8, 0.8))
    for y in ys[:6]:
        drawing.shape(
            ellipse((pose.front(y), y + 0.04), (0.022, 0.022), steps=12), part, color, outline=0.5
        )


def draw_sleeve(
    drawing: Drawing,
    limb: Limb,
    kind: str,
    color: Rgb,
    part: Part,
    palette: Palette,
    light: Light,
    *,
    ease: float = 0.02,
) -> float:
    """A sleeve over an arm. Returns the share of the arm that it covers."""
    end, flare = {
        "short": (0.34, 0.03),
        "puff": (0.3, 0.0),
        "long": (0.97, 0.02),
        "wide": (0.95, 0.15),
        "rolled": (0.66, 0.02),
    }[kind]
    piece = limb.cut(0.0, end, ease, flare)
    if kind == "puff":
        half = piece.half + 0.1 * np.sin(np.linspace(0.3, np.pi * 0.95, len(piece.half)))
        piece = Limb(piece.spine, half)
    left, right = piece.edges()
    path = piece.path(cap=0.8)
    hem = bend(
        left[-1], (left[-1] + right[-1]) / 2 + (piece.spine[-1] - piece.spine[-2]) * 0.6, right[-1]
    )
    tones = [side_shadow(path, light, 0.05)]
    bendy = piece.spine[min(len(piece.spine) - 1, int(len(piece.spine) * 0.5 / max(end, 0.5)))]
    across = (left[len(left) // 2] - right[len(right) // 2]) * 0.5
    inside = []
    if end > 0.6:
        for sign, drop in ((1, 0.0), (1, 0.05), (-1, 0.03)):
            start = bendy + across * sign + (0.0, drop)
            inside += folds(
                [(tuple(start), tuple(bendy - across * 0.1 * sign + (0.0, drop + 0.05)), 0.1)]
            )
        tones.append(
            _fold_tone(tuple(bendy + across), tuple(bendy - across * 0.3 + (0.0, 0.08)), 0.05)
        )
    if kind == "puff":
        for share in (0.3, 0.5, 0.7):
            foot = left[-1] * share + right[-1] * (1 - share)
            inside += folds(
                [(tuple(foot), tuple(foot - (piece.spine[-1] - piece.spine[8]) * 0.9), 0.05)]
            )
    drawing.shape(
        path,
        part,
        color,
        outline=[
            Stroke(part_of(left, 0.1, 1), 1.1, 0.3, 0.6),
            Stroke(part_of(right, 0.1, 1), 1.1, 0.3, 0.6),
            Stroke(hem, 0.9, 0.7, 0.7),
        ],
        tones=tones,
        inside=inside,
    )
    if kind in ("long", "rolled", "puff"):
        cuff = limb.cut(end - 0.06, end + 0.015, ease + 0.012)
        drawing.shape(
            cuff.path(),
            part,
            palette.trim if kind != "long" else color,
            outline=0.8,
            tones=[side_shadow(cuff.path(), light, 0.04)],
        )
    return end


def draw_jacket(
    drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, palette: Palette, light: Light
) -> None:
    """An open jacket or coat: two front panels with lapels."""
    kind = outfit.jacket
    bottom = {"blazer": 2.5, "cardigan": 2.45, "coat": 3.6, "parka": 2.75}[kind]
    ease = {"blazer": 0.035, "cardigan": 0.03, "coat": 0.05, "parka": 0.075}[kind]
    gap = {"blazer": 0.1, "cardigan": 0.17, "coat": 0.16, "parka": 0.13}[kind]
    for side in (-1, 1):
        edge = trunk_side(build, pose, side, ease=ease, bottom=bottom, flare=0.08)
        front = smooth(
            [
                tuple(edge[0] * (1.0, 1.0)),
                (pose.front(1.1) + side * gap, 1.12),
                (pose.front(1.7) + side * gap * 0.75, 1.7),
                (pose.front(2.2) + side * (gap + 0.02), bottom + 0.02),
            ],
            steps=7,
        )
        hem = bend(edge[-1], (edge[-1] + front[-1]) / 2 + (0.0, 0.04), front[-1])
        path = join(edge, hem[1:-1], front[::-1][:-1])
        lines = folds(
            [
                ((edge[12][0] * 0.96, 1.28), (edge[12][0] * 0.55, 1.5), -0.08 * side),
                ((edge[-1][0] * 0.7, bottom), (edge[-1][0] * 0.62, bottom - 0.5), 0.05 * side),
            ]
        )
        tones = [side_shadow(path, light, 0.07)]
        if side != light.side:
            tones.append(_fold_tone((edge[12][0], 1.3), (edge[12][0] * 0.5, 1.6), 0.08))
        drawing.shape(
            path,
            Part.TOP,
            palette.second,
            inside=lines,
            tones=tones,
            outline=[
                Stroke(edge, 1.15, 0.4, 0.6),
                Stroke(front, 1.0, 0.5, 0.6),
                Stroke(hem, 1.0, 0.6, 0.6),
            ],
        )
        if kind in ("blazer", "coat"):
            _draw_lapel(drawing, edge, pose, side, gap, palette, light)
        elif kind == "cardigan":
            rim = join(front, (front + (side * 0.055, 0.0))[::-1])
            drawing.shape(
                rim, Part.TOP, mix(palette.second, palette.trim, 0.5), clip=path, outline=0.6
            )
    if kind == "parka":
        _draw_hood(drawing, build, pose, palette.second, light)


def _draw_lapel(
    drawing: Drawing,
    edge: Points,
    pose: Pose,
    side: int,
    gap: float,
    palette: Palette,
    light: Light,
) -> None:
    start = edge[0]
    notch = start + (side * 0.14, 0.2)
    low = (pose.front(1.55) + side * gap * 0.8, 1.56)
    path = join(
        bend(start, start + (side * 0.05, 0.12), notch, 4),
        as_points([notch + (-side * 0.035, 0.035), notch + (side * 0.04, 0.06)]),
        bend(notch + (side * 0.04, 0.06), np.array(low) + (side * 0.12, -0.25), low, 6),
        bend(low, (pose.front(1.1) + side * gap * 0.75, 1.1), start + (-side * 0.02, 0.0), 6),
    )
    drawing.shape(
        path, Part.TOP, palette.second, outline=0.8, tones=[side_shadow(path, light, 0.03)]
    )


def draw_collar(
    drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, palette: Palette, light: Light
) -> None:
    """Collar around the neck, over top and jacket."""
    part = Part.DRESS if outfit.is_dress else Part.TOP
    n, x = build.neck, pose.front(0.9)
    if outfit.collar == "turtle":
        path = join(
            bend((-n - 0.03, 0.6), (0.0, 0.68), (n + 0.03, 0.6)),
            bend((n + 0.07, 0.8), (x, 0.92), (-n - 0.07, 0.8)),
        )
        fold = bend((-n - 0.05, 0.72), (x * 0.5, 0.82), (n + 0.05, 0.72))
        drawing.shape(
            path,
            part,
            palette.main,
            inside=[Stroke(fold, 0.6)],
            tones=[Tone(path - (0.0, 0.1)), side_shadow(path, light, 0.05)],
        )
    elif outfit.collar == "shirt":
        for side in (-1, 1):
            path = as_points(
                [
                    (side * (n - 0.01), 0.63),
                    (side * (n + 0.05), 0.72),
                    (x + side * 0.2, 0.98),
                    (x + side * 0.015, 0.9),
                ]
            )
            drawing.shape(
                path, part, palette.trim, outline=0.9, tones=[side_shadow(path, light, 0.03)]
            )
    elif outfit.collar == "sailor":
        for side in (-1, 1):
            outer = smooth([(side * n, 0.7), (side * (n + 0.2), 0.82), (side * (n + 0.18), 1.0)])
            low = (x, 1.22)
            path = join(outer, as_points([low]), bend(low, (side * n * 0.9, 0.95), (side * n, 0.7)))
            inner = join(
                part_of(outer, 0.2, 1) * (0.9, 1.0) - (0, 0.02),
                as_points([(x + side * 0.03, 1.15)]),
            )
            drawing.shape(
                path,
                part,
                palette.second,
                outline=0.9,
                inside=[Stroke(inner, 0.7, 0.8, 0.8)],
                tones=[side_shadow(path, light, 0.03)],
            )
    elif outfit.collar == "hood":
        _draw_hood(drawing, build, pose, palette.main, light)
    elif outfit.collar == "kimono":
        for side in (1, -1):
            band = join(
                bend((side * n, 0.66), (side * (n + 0.03), 0.9), (x - side * 0.16, 1.5)),
                bend((x - side * 0.04, 1.56), (side * (n + 0.13), 1.0), (side * (n + 0.09), 0.72)),
            )
            drawing.shape(
                band, part, palette.trim, outline=0.8, tones=[side_shadow(band, light, 0.03)]
            )


def _draw_hood(drawing: Drawing, build: Build, pose: Pose, color: Rgb, light: Light) -> None:
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
            tones=[side_shadow(path, light, 0.04)],
        )
        cord = smooth(
            [
                (pose.front(1.0) + side * 0.07, 0.99),
                (pose.front(1.1) + side * 0.09, 1.2),
                (pose.front(1.2) + side * 0.08, 1.36),
            ]
        )
        drawing.pen(Stroke(cord, 1.2, 0.8, 1.0))


def draw_neckwear(
    drawing: Drawing, outfit: Outfit, build: Build, pose: Pose, palette: Palette, light: Light
) -> None:
    """Tie, bow, scarf, choker or pendant."""
    kind, color = outfit.neckwear, palette.neckwear
    y = 1.16 if outfit.collar == "sailor" else 0.93
    x, n = pose.front(y), build.neck
    if kind == "tie":
        blade = as_points(
            [
                (x - 0.045, y + 0.08),
                (x + 0.045, y + 0.08),
                (x + 0.1, y + 0.62),
                (x + 0.005, y + 0.74),
                (x - 0.09, y + 0.62),
            ]
        )
        knot = as_points([(x - 0.065, y), (x + 0.065, y), (x + 0.04, y + 0.1), (x - 0.04, y + 0.1)])
        for path in (blade, knot):
            drawing.shape(
                path, Part.ORNAMENT, color, outline=0.9, tones=[side_shadow(path, light, 0.03)]
            )
    elif kind == "bow":
        draw_bow(drawing, (x, y + 0.06), 0.2, color, light, tails=True)
    elif kind == "scarf":
        tail = smooth(
            [(x + 0.1, 0.85), (x + 0.24, 0.95), (x + 0.27, 1.7), (x + 0.09, 1.72)], closed=True
        )
        tail = join(
            bend((x + 0.03, 0.85), (x + 0.12, 1.2), (x + 0.06, 1.75)),
            bend((x + 0.3, 1.71), (x + 0.33, 1.2), (x + 0.24, 0.85)),
        )
        drawing.shape(
            tail,
            Part.ORNAMENT,
            color,
            tones=[side_shadow(tail, light, 0.05)],
            inside=folds([((x + 0.13, 0.95), (x + 0.2, 1.5), 0.05)]),
        )
        wrap = join(
            bend((-n - 0.14, 0.66), (0.0, 0.76), (n + 0.14, 0.66)),
            bend((n + 0.17, 0.84), (x, 1.14), (-n - 0.17, 0.84)),
        )
        lines = folds(
            [((-n - 0.1, 0.74), (x + 0.05, 0.92), -0.08), ((n + 0.12, 0.74), (x, 0.86), 0.1)]
        )
        drawing.shape(
            wrap, Part.ORNAMENT, color, inside=lines, tones=[side_shadow(wrap, light, 0.09)]
        )
    elif kind == "choker":
        band = join(
            bend((-n, 0.6), (0.0, 0.67), (n, 0.6)), bend((n, 0.65), (0.0, 0.73), (-n, 0.65))
        )
        drawing.shape(band, Part.ORNAMENT, color, outline=0.7)
    elif kind == "pendant":
        chain = bend((-n * 0.9, 0.72), (x * 1.4, 1.34), (n * 0.9, 0.72))
        drawing.pen(Stroke(chain, 0.6, 0.8, 0.8))
        drawing.shape(
            ellipse((x, 1.06), (0.045, 0.055), steps=16), Part.ORNAMENT, palette.metal, outline=0.8
        )


def draw_bow(
    drawing: Drawing, at: tuple[float, float], size: float, color: Rgb, light: Light, *, tails: bool
) -> None:
    """A ribbon tied in a bow, with or without hanging ends."""
    x, y = at
    if tails:
        for side in (-1, 1):
            end = join(
                bend(
                    (x, y),
                    (x + side * size * 0.5, y + size * 0.6),
                    (x + side * size * 0.35, y + size * 1.7),
                ),
                as_points([(x + side * size * 0.65, y + size * 1.45)]),
                bend(
                    (x + side * size * 0.9, y + size * 1.6),
                    (x + side * size * 0.8, y + size * 0.7),
                    (x, y),
                ),
            )
            drawing.shape(
                end,
                Part.ORNAMENT,
                color,
                outline=0.85,
                tones=[side_shadow(end, light, size * 0.15)],
            )
    for side in (-1, 1):
        loop = smooth(
            [
                (x, y - size * 0.1),
                (x + side * size * 0.55, y - size * 0.5),
                (x + side * size * 1.05, y - size * 0.38),
                (x + side * size * 1.08, y + size * 0.25),
                (x + side * size * 0.6, y + size * 0.34),
                (x, y + size * 0.12),
            ],
            steps=5,
        )
        lines = folds(
            [((x + side * size * 0.15, y), (x + side * size * 0.7, y - size * 0.12), 0.08)]
        )
        drawing.shape(
            loop,
            Part.ORNAMENT,
            color,
            outline=0.95,
            inside=lines,
            tones=[side_shadow(loop, light, size * 0.16)],
        )
    knot = ellipse((x, y), (size * 0.2, size * 0.24), steps=16)
    drawing.shape(knot, Part.ORNAMENT, color, outline=0.9)


def draw_cape(
    drawing: Drawing, build: Build, pose: Pose, palette: Palette, light: Light, *, front: bool
) -> None:
    """A cape: its back behind the figure, and the yoke that lies on the shoulders."""
    s = build.shoulder
    if not front:
        path = join(
            smooth([(-s * 0.7, 0.82), (-s - 0.12, 1.2), (-s - 0.3, 2.4), (-s - 0.42, 3.9)]),
            bend((-s - 0.42, 3.9), (0.0, 4.15), (s + 0.42, 3.9)),
            smooth([(s + 0.42, 3.9), (s + 0.3, 2.4), (s + 0.12, 1.2), (s * 0.7, 0.82)]),
        )
        lines = folds(
            [((k * (s + 0.3), 3.98), (k * s * 0.8, 1.6), 0.02) for k in (-0.8, -0.4, 0.5, 0.85)]
        )
        drawing.shape(
            path,
            Part.TOP,
            palette.second,
            inside=lines,
            tones=[Tone(ellipse((0, 1.9), (s + 0.05, 2.0))), side_shadow(path, light, 0.1)],
        )
        return
    path = join(
        smooth([(-build.neck, 0.7), (-s - 0.04, 0.92), (-s - 0.1, 1.35)]),
        bend((-s - 0.1, 1.35), (pose.front(1.3), 1.62), (s + 0.1, 1.35)),
        smooth([(s + 0.1, 1.35), (s + 0.04, 0.92), (build.neck, 0.7)]),
        bend((build.neck, 0.7), (0.0, 0.98), (-build.neck, 0.7)),
    )
    lines = folds([((k * s, 1.46), (k * s * 0.75, 1.05), 0.04) for k in (-0.7, -0.25, 0.3, 0.75)])
    drawing.shape(
        path, Part.TOP, palette.second, inside=lines, tones=[side_shadow(path, light, 0.09)]
    )
    drawing.shape(
        ellipse((pose.front(0.9), 0.93), (0.055, 0.055), steps=16), Part.ORNAMENT, palette.metal
    )
