"""Brows: tapered bands of hair over the eyes."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import join, ribbon, smooth
from training.data.characters.head.eye_styles import EYE_STYLES
from training.data.characters.head.eyes import Eyes
from training.data.characters.head.head_view import HeadView

BROWS = ("arched", "straight", "thick", "worried", "angry", "short")


def draw_brows(drawing: Drawing, eyes: Eyes, view: HeadView) -> None:
    """Brows as tapered bands in the brow colour with a fine outline."""
    shapes = {
        "arched": (((-0.95, 0.1), (-0.2, -0.28), (0.5, -0.3), (1.1, 0.12)), 0.1),
        "straight": (((-0.95, 0.02), (-0.2, -0.1), (0.5, -0.14), (1.1, 0.04)), 0.1),
        "thick": (((-0.95, 0.06), (-0.2, -0.22), (0.5, -0.24), (1.05, 0.14)), 0.14),
        "worried": (((-0.9, -0.38), (-0.2, -0.22), (0.5, 0.0), (1.0, 0.3)), 0.1),
        "angry": (((-1.0, 0.42), (-0.3, 0.02), (0.45, -0.3), (1.1, -0.16)), 0.12),
        "short": (((-0.55, 0.05), (-0.1, -0.12), (0.25, -0.1), (0.6, 0.06)), 0.15),
    }
    knots, thick = shapes[eyes.brow]
    height = EYE_STYLES[eyes.style].height
    for side in (-1, 1):
        squash = 1 - (0.25 if side > 0 else 0.08) * view.share
        if side > 0:
            squash *= 1 - 1.7 * view.turn
        else:
            squash *= 1 - 0.3 * view.turn
        if squash < 0.3:
            continue
        reach = eyes.width / 2
        lift = -height * reach - 0.085 - eyes.brow_lift
        spine = smooth(knots, steps=5)
        share = np.linspace(0, 1, len(spine))
        half = thick * np.minimum(1.0, 0.5 + 2.2 * share) * (1 - share**3 * 0.9)
        left, right = ribbon(spine, half)
        band = join(left, right[::-1]) * (reach, reach) * (side, 1.0)
        x, y = view.at(side * eyes.spacing * 1.02, eyes.y + lift, 0.135)
        x += 0.05 * view.turn
        band = band * (squash, 1.0) + (x, y)
        with drawing.named(f"brow {side}"):
            drawing.shape(band, Part.BROWS, drawing.palette.brow, outline=0.35)
