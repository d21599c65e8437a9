"""Hats on the crown: with brims, and close to the head."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Points,
    as_points,
    bend,
    ellipse,
    join,
    moved,
    smooth,
)
from training.data.characters.drawing.marks import Stroke
from training.data.characters.hair.hair_style import HairStyle
from training.data.characters.head.head_view import HeadView

HATS = ("beret", "cap", "beanie", "witch", "straw", "top_hat")


def draw_hat(drawing: Drawing, kind: str, style: HairStyle, view: HeadView) -> None:
    """A hat on the crown, over the hair; casts its shadow on fringe and face."""
    shift, up = -0.03 * view.share - 0.05 * view.turn, style.volume
    wide = 0.5 + up
    y = -0.27
    brim_low = bend(
        (shift - wide, y + 0.06), (shift + 0.05 * view.share, y - 0.12), (shift + wide, y + 0.06)
    )
    drawing.cast(
        join(brim_low - (0, 0.06), (brim_low + drawing.light.away * (0.05, 0.1))[::-1]),
        Part.HAIR,
        Part.SKIN,
    )
    if kind in ("witch", "straw", "top_hat"):
        _draw_brimmed(drawing, kind, shift, wide, y)
        return
    if kind == "beret":
        _draw_beret(drawing, shift, wide, up, brim_low)
        return
    crown = smooth(
        [
            (shift - wide, y + 0.05),
            (shift - wide * 0.97, -0.42),
            (shift - wide * 0.6, -0.68 - up),
            (shift, -0.76 - up),
            (shift + wide * 0.6, -0.68 - up),
            (shift + wide * 0.97, -0.42),
            (shift + wide, y + 0.05),
        ],
        steps=7,
    )
    path = join(crown, brim_low[::-1])
    seams = [
        Stroke(
            bend(
                (shift + k * wide, y - 0.06),
                (shift + k * wide * 1.1, -0.55),
                (shift + k * 0.1, -0.74 - up),
            ),
            0.6,
        )
        for k in (-0.55, 0.1, 0.65)
    ]
    drawing.shape(
        path,
        Part.HAT,
        drawing.palette.hat,
        outline=1.15,
        inside=seams,
        tones=[drawing.shadow(path, 0.12)],
    )
    if kind == "beanie":
        _draw_fold(drawing, brim_low, shift, y)
    else:
        _draw_visor(drawing, shift + 0.16 + 0.2 * view.share + 0.16 * view.turn, y)


def _draw_beret(drawing: Drawing, shift: float, wide: float, up: float, brim_low: Points) -> None:
    crown = smooth(
        [
            (shift - wide * 0.98, -0.24),
            (shift - wide * 1.12, -0.48),
            (shift - wide * 0.5, -0.76 - up),
            (shift + wide * 0.3, -0.8 - up),
            (shift + wide * 0.98, -0.6),
            (shift + wide * 0.98, -0.26),
        ],
        steps=7,
    )
    path = join(crown, brim_low[::-1])
    lines = [
        Stroke(bend((shift - wide * 0.6, -0.44), (shift, -0.55), (shift + wide * 0.2, -0.72)), 0.6)
    ]
    drawing.shape(
        path,
        Part.HAT,
        drawing.palette.hat,
        outline=1.15,
        inside=lines,
        tones=[drawing.shadow(path, 0.12)],
    )
    stalk = as_points(
        [
            (shift - 0.02, -0.79 - up),
            (shift, -0.9 - up),
            (shift + 0.03, -0.89 - up),
            (shift + 0.04, -0.79 - up),
        ]
    )
    drawing.shape(stalk, Part.HAT, drawing.palette.hat, outline=0.8)


def _draw_fold(drawing: Drawing, brim_low: Points, shift: float, y: float) -> None:
    fold = join(brim_low - (0.0, 0.17), (moved(brim_low, 0.0, 0.03))[::-1])
    ribs = [
        Stroke(as_points([(shift + k, y - 0.3), (shift + k * 1.04, y + 0.2)]), 0.5, 0.8, 0.8)
        for k in np.linspace(-0.45, 0.45, 10)
    ]
    drawing.shape(
        fold,
        Part.HAT,
        drawing.palette.hat,
        outline=1.0,
        inside=ribs,
        tones=[drawing.shadow(fold, 0.1)],
    )


def _draw_visor(drawing: Drawing, x: float, y: float) -> None:
    visor = join(
        bend((x - 0.46, y - 0.02), (x - 0.05, y - 0.2), (x + 0.4, y - 0.03)),
        bend((x + 0.4, y - 0.03), (x + 0.1, y + 0.26), (x - 0.46, y - 0.02)),
    )
    drawing.shape(
        visor, Part.HAT, drawing.palette.ribbon, outline=1.1, tones=[drawing.shadow(visor, 0.05)]
    )


def _draw_brimmed(drawing: Drawing, kind: str, shift: float, wide: float, y: float) -> None:
    reach = {"witch": 0.92, "straw": 0.86, "top_hat": 0.62}[kind]
    brim = ellipse((shift, y - 0.05), (reach, 0.17), steps=40)
    brim[:, 1] -= 0.06 * np.cos((brim[:, 0] - shift) / reach * np.pi / 2) * 0.5
    drawing.shape(
        brim, Part.HAT, drawing.palette.hat, outline=1.15, tones=[drawing.shadow(brim, 0.08)]
    )
    base = y - 0.09
    crown = _brimmed_crown(kind, shift, wide, base)
    low = bend(crown[-1], (shift, base + 0.16), crown[0])
    path = join(crown, low[1:-1])
    lines = (
        [Stroke(bend((shift - 0.1, -0.8), (shift, -0.72), (shift + 0.16, -0.78)), 0.6)]
        if kind == "witch"
        else []
    )
    drawing.shape(
        path,
        Part.HAT,
        drawing.palette.hat,
        outline=1.15,
        inside=lines,
        tones=[drawing.shadow(path, 0.13)],
    )
    band = join(low, (low - (0.0, 0.13))[::-1])
    drawing.shape(
        band,
        Part.ORNAMENT,
        drawing.palette.ribbon,
        clip=path,
        outline=None,
        inside=[Stroke(low - (0.0, 0.13), 0.8, 0.9, 0.9), Stroke(low, 0.8, 0.9, 0.9)],
    )


def _brimmed_crown(kind: str, shift: float, wide: float, base: float) -> Points:
    if kind == "witch":
        return join(
            bend((shift - wide * 0.9, base), (shift - wide * 0.55, -0.75), (shift - 0.02, -1.05)),
            bend((shift - 0.02, -1.05), (shift + 0.1, -1.2), (shift + 0.34, -1.12)),
            bend((shift + 0.34, -1.12), (shift + 0.16, -1.04), (shift + 0.2, -0.9)),
            bend((shift + 0.2, -0.9), (shift + wide * 0.6, -0.6), (shift + wide * 0.9, base)),
        )
    if kind == "straw":
        return smooth(
            [
                (shift - wide * 0.9, base),
                (shift - wide * 0.82, -0.58),
                (shift - wide * 0.4, -0.74),
                (shift + wide * 0.4, -0.74),
                (shift + wide * 0.82, -0.58),
                (shift + wide * 0.9, base),
            ]
        )
    return join(
        bend(
            (shift - wide * 0.8, base),
            (shift - wide * 0.72, -0.6),
            (shift - wide * 0.85, -0.95),
            6,
        ),
        bend((shift - wide * 0.85, -0.95), (shift, -1.02), (shift + wide * 0.85, -0.95), 6),
        bend(
            (shift + wide * 0.85, -0.95),
            (shift + wide * 0.72, -0.6),
            (shift + wide * 0.8, base),
            6,
        ),
    )
