"""What is worn on the head: glasses, bands, bows, flowers, earrings; and animal ears."""

import numpy as np

from models.parts import Part
from training.data.characters.drawing import Drawing
from training.data.characters.eyes import Eyes
from training.data.characters.geometry import Pair, as_points, bend, ellipse, join, moved, smooth
from training.data.characters.hair_style import HairStyle
from training.data.characters.head import HeadView
from training.data.characters.marks import Stroke
from training.data.characters.neckwear import draw_bow
from training.data.characters.palette import mix

GLASSES = ("round", "square", "half", "oval")
ORNAMENTS = ("none", "bow", "two_bows", "headband", "clip", "flower", "ribbon_band")
ANIMAL_EARS = ("cat", "rabbit", "fox", "bear")


def draw_glasses(drawing: Drawing, kind: str, eyes: Eyes, view: HeadView) -> None:
    """Frames before the eyes; the glass is not drawn but for a streak of light."""
    rims = []
    for side in (-1, 1):
        x, y = view.at(side * eyes.spacing * 1.02, eyes.y + 0.025, 0.2)
        squash = 1 - (0.3 if side > 0 else 0.1) * view.share
        wide, tall = eyes.width * 0.68 * squash, eyes.width * 0.62
        if kind == "round":
            rim = ellipse((x, y), (wide, wide / squash), steps=32)
        elif kind == "oval":
            rim = ellipse((x, y), (wide, tall * 0.78), steps=32)
        elif kind == "square":
            rim = smooth(
                [
                    (x - wide, y - tall * 0.7),
                    (x, y - tall * 0.78),
                    (x + wide, y - tall * 0.7),
                    (x + wide * 0.94, y + tall * 0.55),
                    (x, y + tall * 0.72),
                    (x - wide * 0.94, y + tall * 0.55),
                ],
                closed=True,
                steps=5,
            )
        else:
            rim = smooth(
                [
                    (x - wide, y - tall * 0.1),
                    (x - wide * 0.8, y + tall * 0.6),
                    (x, y + tall * 0.78),
                    (x + wide * 0.8, y + tall * 0.6),
                    (x + wide, y - tall * 0.1),
                ],
                steps=6,
            )
        rims.append((rim, x, y, wide))
    for rim, x, y, wide in rims:
        closed = kind != "half"
        _draw_frame(drawing, rim, closed)
        streak = as_points(
            [
                (x - wide * 0.55, y + 0.05),
                (x - wide * 0.2, y - 0.06),
                (x - wide * 0.05, y - 0.06),
                (x - wide * 0.4, y + 0.05),
            ]
        )
        drawing.cast(streak, Part.EYES, Part.SKIN, Part.OTHER, glow=0.28)
    (_, lx, ly, lw), (_, rx, ry, rw) = rims
    bridge = bend((lx + lw, ly - 0.01), ((lx + rx + lw - rw) / 2, ly - 0.05), (rx - rw, ry - 0.01))
    _draw_frame(drawing, bridge, False)
    temple = bend((lx - lw, ly - 0.02), (lx - lw - 0.05, ly - 0.02), (lx - lw - 0.12, ly + 0.01))
    _draw_frame(drawing, temple, False)
    if view.share < 0.5:
        _draw_frame(
            drawing,
            bend((rx + rw, ry - 0.02), (rx + rw + 0.04, ry - 0.02), (rx + rw + 0.1, ry + 0.01)),
            False,
        )


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
        for side in (-1, 1):
            at = view.at(side * (0.42 + up * 0.5), 0.3 if low else -0.27, -0.08 * side)
            if kind == "none":
                tie = ellipse(at, (0.045, 0.075), steps=18)
                drawing.shape(tie, Part.ORNAMENT, drawing.palette.ribbon, outline=0.9)
            else:
                draw_bow(drawing, at, 0.15, drawing.palette.ribbon, tails=not low)
        return
    if kind in ("bow", "two_bows"):
        for side in (-1, 1) if kind == "two_bows" else (-1,):
            at = view.at(side * 0.33, -0.36 - up, 0.1)
            draw_bow(drawing, at, 0.17, drawing.palette.ribbon, tails=kind == "bow")
    elif kind in ("headband", "ribbon_band"):
        half = 0.445 + up
        line = as_points(
            [(x, -0.30 - up + 0.24 * (x / half) ** 2) for x in np.linspace(-half, half, 15)]
        )
        line[:, 1] -= 0.08
        band = join(view.over(line, 0.2), view.over(moved(line, 0.0, 0.075), 0.2)[::-1])
        drawing.shape(
            band,
            Part.ORNAMENT,
            drawing.palette.ribbon,
            outline=0.9,
            tones=[drawing.shadow(band, 0.07)],
        )
        if kind == "ribbon_band":
            draw_bow(
                drawing, view.at(-0.26, -0.37 - up, 0.15), 0.15, drawing.palette.ribbon, tails=False
            )
    elif kind == "clip":
        for drop in (0.0, 0.055):
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
        x = side * (0.395 - 0.05 * view.share * (side < 0))
        drop = smooth(
            [(x, 0.25), (x + 0.03, 0.33), (x, 0.37), (x - 0.03, 0.33)], closed=True, steps=5
        )
        drawing.shape(drop, Part.ORNAMENT, drawing.palette.metal, outline=0.7)
