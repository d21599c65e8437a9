"""Sleeves over the arms."""

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.clothes.garments import fold_tone, folds
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    bend,
    moved,
    part_of,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.pose import Limb

SHOULDER_CAP = 1.15
"""How round a sleeve starts, in its half width."""


def draw_sleeve(
    drawing: Drawing,
    limb: Limb,
    kind: str,
    color: Rgb,
    part: Part,
    *,
    axis: float,
    ease: float = 0.02,
) -> float:
    """A sleeve over an arm; ``axis`` is the trunk's x. Returns the share of the arm it covers."""
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
    piece = _rounded_shoulder(piece)
    left, right = piece.edges()
    cap = SHOULDER_CAP * (1.2 if ease > 0.04 else 1.0)
    path = piece.path(cap=cap)
    outer, inner = piece.outer_edge(axis, cap=cap)
    corner = left[0] if np.array_equal(inner[0], right[0]) else right[0]
    seam = part_of(piece.dome(corner, inner[0], -0.35), 0.05, 0.75)
    hem = bend(
        left[-1], (left[-1] + right[-1]) / 2 + (piece.spine[-1] - piece.spine[-2]) * 0.6, right[-1]
    )
    tones, inside = _sleeve_folds(piece, kind, end)
    tones.insert(0, drawing.shadow(path, 0.05))
    drawing.shape(
        path,
        part,
        color,
        outline=[
            Stroke(outer, 1.15, 0.3, 0.6),
            Stroke(part_of(inner, _armpit(piece), 1), 1.0, 0.1, 0.6),
            Stroke(seam, 0.6, 0.1, 0.1),
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
            drawing.palette.trim if kind != "long" else color,
            outline=0.8,
            tones=[drawing.shadow(cuff.path(), 0.04)],
        )
    return end


def _armpit(piece: Limb) -> float:
    """Share of the inner edge that lies on the trunk: less, the farther the arm is spread."""
    way = piece.spine[len(piece.spine) // 3] - piece.spine[0]
    spread = abs(float(way[0])) / max(float(np.hypot(*way)), 1e-9)
    return 0.2 - 0.17 * float(np.clip(2 * spread - 0.5, 0, 1))


def _rounded_shoulder(piece: Limb) -> Limb:
    """The sleeve drawn in at its start, so that it flows into the shoulder."""
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(piece.spine, axis=0).T))])
    lack = np.clip(1 - way / (2.0 * float(piece.half[0])), 0, 1)
    return Limb(piece.spine, piece.half * (1 - 0.16 * lack**2))


def _sleeve_folds(piece: Limb, kind: str, end: float) -> tuple[list[Tone], list[Stroke]]:
    """Shadows and lines where the elbow bends the cloth, or a puff is gathered."""
    left, right = piece.edges()
    tones: list[Tone] = []
    bendy = piece.spine[min(len(piece.spine) - 1, int(len(piece.spine) * 0.5 / max(end, 0.5)))]
    across = (left[len(left) // 2] - right[len(right) // 2]) * 0.5
    inside: list[Stroke] = []
    if end > 0.6:
        for sign, drop in ((1, 0.0), (1, 0.05), (-1, 0.03)):
            start = moved(bendy + across * sign, 0.0, drop)
            inside += folds(
                [(tuple(start), tuple(moved(bendy - across * 0.1 * sign, 0.0, drop + 0.05)), 0.1)]
            )
        tones.append(
            fold_tone(tuple(bendy + across), tuple(moved(bendy - across * 0.3, 0.0, 0.08)), 0.05)
        )
    if kind == "puff":
        for share in (0.3, 0.5, 0.7):
            foot = left[-1] * share + right[-1] * (1 - share)
            inside += folds(
                [(tuple(foot), tuple(foot - (piece.spine[-1] - piece.spine[8]) * 0.9), 0.05)]
            )
    return tones, inside
