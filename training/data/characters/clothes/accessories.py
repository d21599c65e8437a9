"""What is worn on the head: glasses, bands, bows, flowers, earrings; and animal ears."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.clothes.neckwear import draw_bow
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    as_points,
    bend,
    ellipse,
    join,
    moved,
    resample,
    smooth,
)
from training.data.characters.drawing.marks import Stroke
from training.data.characters.figure.palette import mix
from training.data.characters.hair.hair import silhouette
from training.data.characters.hair.hair_style import HairStyle
from training.data.characters.head.eyes import Eyes
from training.data.characters.head.head_view import HeadView

GLASSES = ("round", "square", "half", "oval")
ORNAMENTS = ("none", "bow", "two_bows", "headband", "clip", "flower", "ribbon_band")
ANIMAL_EARS = ("cat", "rabbit", "fox", "bear")


def _rim(kind: str, at: Pair, wide: float, tall: float) -> Points:
    """The edge of one glass; the half rim is open above."""
    x, y = at
    if kind in ("round", "oval"):
        return ellipse(at, (wide, tall), steps=32)
    if kind == "square":
        knots = [(-1.0, -0.7), (0.0, -0.78), (1.0, -0.7), (0.94, 0.55), (0.0, 0.72), (-0.94, 0.55)]
    else:
        knots = [(-1.0, -0.1), (-0.8, 0.6), (0.0, 0.78), (0.8, 0.6), (1.0, -0.1)]
    placed = [(x + wide * kx, y + tall * ky) for kx, ky in knots]
    return smooth(placed, closed=kind == "square", steps=5)


def draw_glasses(drawing: Drawing, kind: str, eyes: Eyes, view: HeadView) -> None:
    """Frames before the eyes; the glass is not drawn but for a streak of light."""
    glasses = []
    for side in (-1, 1) if not view.is_side else (-1,):
        x, y = view.at(side * eyes.spacing * 1.02, eyes.y + 0.025, 0.2)
        squash = view.mid(1 - (0.3 if side > 0 else 0.1) * view.share, 0.5)
        wide = eyes.width * 0.68 * squash
        tall = eyes.width * {"round": 0.68, "oval": 0.484}.get(kind, 0.62)
        with drawing.named(f"glass {side}"):
            _draw_frame(drawing, _rim(kind, (x, y), wide, tall), kind != "half")
        streak = [(-0.55, 0.05), (-0.2, -0.06), (-0.05, -0.06), (-0.4, 0.05)]
        area = as_points([(x + wide * kx, y + ky) for kx, ky in streak])
        drawing.cast(area, Part.EYES, Part.SKIN, Part.OTHER, glow=0.28)
        glasses.append((x, y, wide))
    (lx, ly, lw), (rx, ry, rw) = glasses[0], glasses[-1]
    bridge = bend((lx + lw, ly), (0.35, ly - 0.03), (0.375, ly - 0.01))
    if len(glasses) == 2:
        middle = ((lx + rx + lw - rw) / 2, ly - 0.05)
        bridge = bend((lx + lw, ly - 0.01), middle, (rx - rw, ry - 0.01))
    ear = (view.mid(lx - lw - 0.12, -0.02), ly + 0.01)
    pieces = [bridge, bend((lx - lw, ly - 0.02), (lx - lw - 0.05, ly - 0.02), ear)]
    if view.share < 0.5:
        hook = (rx + rw + 0.1, ry + 0.01)
        pieces.append(bend((rx + rw, ry - 0.02), (rx + rw + 0.04, ry - 0.02), hook))
    with drawing.named("frame"):
        for piece in pieces:
            _draw_frame(drawing, piece, False)


def _draw_frame(drawing: Drawing, line: np.ndarray, closed: bool) -> None:
    """A band of frame, outlined on both sides."""
    if closed:
        center = line.mean(axis=0)
        outer = line + (line - center) * 0.05
        inner = line - (line - center) * 0.06
        ring = join(outer, outer[:1], inner[:1], inner[::-1])
        drawing.shape(
            ring,
            Part.GLASSES,
            drawing.palette.glasses,
            outline=[
                Stroke(np.concatenate([outer, outer[:1]]), 0.5, 0.9, 0.9),
                Stroke(np.concatenate([inner, inner[:1]]), 0.5, 0.9, 0.9),
            ],
        )
        return
    band = join(line - (0.0, 0.008), (moved(line, 0.0, 0.01))[::-1])
    drawing.shape(band, Part.GLASSES, drawing.palette.glasses, outline=0.5)


def draw_animal_ears(drawing: Drawing, kind: str, style: HairStyle, view: HeadView) -> None:
    """A pair of ears on the crown, in the hair's colour."""
    for side in (1, -1):
        x, y = view.at(side * 0.27, -0.40 - style.volume, -0.05)
        x += (0.12 if side > 0 else 0.06) * view.turn
        tall, lean, wide = {
            "cat": (0.36, 0.16, 0.14),
            "fox": (0.46, 0.15, 0.17),
            "rabbit": (0.95, 0.14, 0.10),
            "bear": (0.0, 0.0, 0.15),
        }[kind]
        if kind == "bear":
            path = ellipse((x + side * 0.08, y - 0.05), (wide, wide), steps=28)
            inner = ellipse((x + side * 0.08, y - 0.03), (wide * 0.55, wide * 0.55), steps=24)
        else:
            tip = (x + side * lean, y - tall)
            puff = wide * (1.3 if kind == "rabbit" else 0.9)
            path = join(
                bend(
                    (x - side * wide, y + 0.02),
                    (x - side * puff * 0.55 + side * lean * 0.3, y - tall * 0.75),
                    tip,
                ),
                bend(
                    tip,
                    (x + side * (lean + puff), y - tall * 0.45),
                    (x + side * wide * 1.1, y + 0.1),
                ),
            )
            inner = moved((path - path.mean(axis=0)) * (0.55, 0.68) + path.mean(axis=0), 0.0, 0.03)
        drawing.shape(
            path, Part.HAIR, drawing.palette.hair, outline=1.1, tones=[drawing.shadow(path, 0.05)]
        )
        drawing.shape(
            inner,
            Part.OTHER,
            mix(drawing.palette.skin, (225, 120, 130), 0.45),
            clip=path,
            outline=0.7,
        )
        tuft = as_points(
            [
                (x - side * wide * 0.7, y + 0.06),
                (x - side * wide * 0.1, y - 0.12),
                (x + side * 0.02, y - 0.01),
                (x + side * wide * 0.45, y - 0.08),
                (x + side * wide * 0.8, y + 0.1),
            ]
        )
        drawing.shape(tuft, Part.HAIR, drawing.palette.hair, outline=[Stroke(tuft[:-1], 0.7)])


def draw_ornament(drawing: Drawing, kind: str, style: HairStyle, view: HeadView) -> None:
    """Bows, bands, clips and flowers in the hair; ties where tails are bound."""
    up = style.volume
    if style.back in ("twintails", "drills", "low_twintails"):
        low = style.back == "low_twintails"
        for side in (-1,) if view.is_side else (-1, 1):
            at = view.at(side * (0.42 + up * 0.5), 0.3 if low else -0.27, -0.08 * side)
            at = (at[0] - 0.1 * view.turn, at[1])
            if kind == "none":
                tie = ellipse(at, (0.045, 0.075), steps=18)
                drawing.shape(tie, Part.ORNAMENT, drawing.palette.ribbon, outline=0.9)
            else:
                draw_bow(drawing, at, 0.15, drawing.palette.ribbon, tails=not low)
        return
    if kind in ("bow", "two_bows"):
        for side in (-1, 1) if kind == "two_bows" and not view.is_side else (-1,):
            at = view.at(side * 0.33, -0.36 - up, 0.1)
            draw_bow(drawing, at, 0.17, drawing.palette.ribbon, tails=kind == "bow")
    elif kind in ("headband", "ribbon_band"):
        half = 0.445 + up
        line = as_points(
            [(x, -0.30 - up + 0.24 * (x / half) ** 2) for x in np.linspace(-half, half, 15)]
        )
        line[:, 1] -= 0.08
        band = _band_area(line, view, up)
        drawing.shape(
            band,
            Part.ORNAMENT,
            drawing.palette.ribbon,
            outline=None,
            clip=None if view.is_side else silhouette(style, view),
            inside=[Stroke(join(band, band[:1]), 0.9, 0.8, 0.8)],
            tones=[drawing.shadow(band, 0.07)],
        )
        if kind == "ribbon_band":
            draw_bow(
                drawing, view.at(-0.26, -0.37 - up, 0.15), 0.15, drawing.palette.ribbon, tails=False
            )
    elif kind == "clip":
        for drop in (0.0, 0.055) if not view.is_side else ():
            start = as_points([view.at(0.22, -0.17 + drop, 0.25), view.at(0.34, -0.12 + drop, 0.2)])
            across = np.array([0.006, -0.018])
            drawing.shape(
                join(start + across, (start - across)[::-1]),
                Part.ORNAMENT,
                drawing.palette.ribbon,
                outline=0.7,
            )
    elif kind == "flower":
        _draw_flower(drawing, view.at(-0.33, -0.27 - up, 0.1))


def _band_area(line: Points, view: HeadView, up: float) -> Points:
    """A band over the crown along a line of the front view; in profile it runs to the ear."""
    front = view.over(line, 0.2), view.over(moved(line, 0.0, 0.075), 0.2)
    side = resample(bend((0.0, -0.535 - up), (0.02, -0.25), (-0.03, 0.06)), len(line))
    half = 0.037 * np.linspace(1.0, 0.8, len(line))[:, None] * np.array([1.0, 0.0])
    sides = side - half, side + half
    back, fore = (edge + (s - edge) * view.turn for edge, s in zip(front, sides, strict=True))
    return join(back, fore[::-1])


def _draw_flower(drawing: Drawing, at: Pair) -> None:
    x, y = at
    for angle in np.arange(5) * 2 * np.pi / 5 + 0.3:
        petal = ellipse(
            (x + 0.075 * np.cos(angle), y + 0.075 * np.sin(angle)),
            (0.07, 0.052),
            turn=angle,
            steps=18,
        )
        drawing.shape(
            petal,
            Part.ORNAMENT,
            drawing.palette.ribbon,
            outline=0.8,
            tones=[drawing.shadow(petal, 0.02)],
        )
    drawing.shape(
        ellipse((x, y), (0.042, 0.042), steps=16),
        Part.ORNAMENT,
        drawing.palette.metal,
        outline=0.7,
    )


def draw_earrings(drawing: Drawing, view: HeadView) -> None:
    """A pendant at each visible ear."""
    for side in (-1, 1):
        if side > 0 and view.share > 0.3:
            continue
        x = view.mid(side * (0.395 - 0.05 * view.share * (side < 0)), -0.03)
        drop = smooth(
            [(x, 0.25), (x + 0.03, 0.33), (x, 0.37), (x - 0.03, 0.33)], closed=True, steps=5
        )
        drawing.shape(drop, Part.ORNAMENT, drawing.palette.metal, outline=0.7)
