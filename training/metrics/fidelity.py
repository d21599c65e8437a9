"""How far a coloured drawing is from its true colours, and whether it obeys its hints."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import BoolArray, FloatArray, U8Array
from models.geometry import Rect, Size
from models.hints.hints import HintSet, hint_owners

LINE_INK = 64
"""A pixel this much darker than paper is on a line; one within a pixel of it is on its rim."""
STAIN = 5.0
"""Difference from white above which background counts as coloured."""
CLOSE = 10.0
"""CIEDE2000 below which a colour counts as right."""
NEAR = 4
"""Pixels on each side of a hint that make up its 9×9 neighbourhood."""
BORDER_REACH = 3
"""Pixels from a border of true colours within which bleeding is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """Figures of one picture; colour differences are CIEDE2000, averaged over the figure.

    mean, median      of all the figure's pixels.
    on_line, off_line means on and beside the lines.
    share_close       share of the figure below a difference of 10.
    obedience         mean difference between hinted pixels off the lines and their hints; NaN
                      without hints.
    near_hints        mean difference from the hint within 9×9 pixels of it, off the lines and where
                      the truth has the hint's colour too (CLOSE); NaN without hints.
    bleeding          share of pixels beside a border of true colours that are nearer to the
                      colour on its other side.
    background        share of truly white background that is coloured (difference above 5).
    own_background    the same of the picture's own paper, without the margin that validation adds
                      around it: no line bounds a scene there, nor a coloured background. NaN where
                      the picture has no white of its own.
    """

    mean: float
    median: float
    on_line: float
    off_line: float
    share_close: float
    obedience: float
    near_hints: float
    bleeding: float
    background: float
    own_background: float


def measure(
    result: FloatArray,
    truth_u8: U8Array,
    *,
    figure: U8Array,
    line_u8: U8Array,
    hints: HintSet,
    own: U8Array | None = None,
) -> Fidelity:
    """Compare a result, float32 (H, W, 3) in [0, 1], with the true picture, uint8 (H, W, 3).

    figure, line_u8 and own are uint8 (H, W): 255 inside the figure, 0 = ink, and 255 where the
    picture is its own and not a margin around it (everywhere without one).
    """
    ours = rgb2lab(result)
    truth = rgb2lab(truth_u8.astype(np.float32) / 255)
    difference = deltaE_ciede2000(truth, ours)
    inside = figure > 127
    on_line = (255 - line_u8.astype(np.int32)) > LINE_INK
    beside = inside & ~on_line
    colored, outside = difference > STAIN, ~inside & ~on_line
    return Fidelity(
        mean=_mean(difference, inside),
        median=float(np.median(difference[inside])) if inside.any() else float("nan"),
        on_line=_mean(difference, inside & on_line),
        off_line=_mean(difference, beside),
        share_close=_mean((difference < CLOSE).astype(np.float64), inside),
        obedience=_obedience(ours, hints, on_line),
        near_hints=_near_hints(ours, truth, hints, on_line),
        bleeding=_bleeding(ours, truth, beside),
        background=_background(colored, truth_u8, outside),
        own_background=_background(
            colored, truth_u8, outside if own is None else outside & (own > 127)
        ),
    )


def _mean(values: NDArray[np.floating], where: BoolArray) -> float:
    return float(values[where].mean()) if where.any() else float("nan")


def _obedience(ours: NDArray[np.floating], hints: HintSet, on_line: BoolArray) -> float:
    if not len(hints):
        return float("nan")
    owner = hint_owners(hints, Size(*on_line.shape))
    hinted = (owner > 0) & ~on_line
    colors = np.array([(0, 0, 0), *(hint.color for hint in hints)], dtype=np.float32) / 255
    wanted = rgb2lab(colors[None])[0][owner[hinted]]
    return float(deltaE_ciede2000(wanted, ours[hinted]).mean()) if hinted.any() else float("nan")


def _near_hints(
    ours: NDArray[np.floating], truth: NDArray[np.floating], hints: HintSet, on_line: BoolArray
) -> float:
    """Mean over all such pixels; one near two hints counts for each."""
    found = []
    for hint in hints:
        wanted = rgb2lab(np.array(hint.color, dtype=np.float32) / 255)
        for x, y in hint.points:
            spot = Rect(int(x), int(y), int(x) + 1, int(y) + 1)
            around = spot.grown(NEAR).clipped(Size(*truth.shape[:2])).slices
            near = truth[around]
            same = deltaE_ciede2000(near, np.broadcast_to(wanted, near.shape)) < CLOSE
            chosen = ours[around][same & ~on_line[around]]
            found.append(deltaE_ciede2000(chosen, np.broadcast_to(wanted, chosen.shape)))
    away = np.concatenate(found) if found else np.empty(0)
    return float(away.mean()) if len(away) else float("nan")


def _bleeding(ours: NDArray[np.floating], truth: NDArray[np.floating], beside: BoolArray) -> float:
    """Share of pixels beside a border that took the colour from beyond it."""
    steps = ((0, BORDER_REACH), (BORDER_REACH, 0), (0, -BORDER_REACH), (-BORDER_REACH, 0))
    taken = seen = 0
    own = np.sqrt(((ours - truth) ** 2).sum(axis=2))
    for step in steps:
        beyond = np.roll(truth, step, axis=(0, 1))
        valid = beside & np.roll(beside, step, axis=(0, 1))
        valid &= np.sqrt(((beyond - truth) ** 2).sum(axis=2)) > 25
        other = np.sqrt(((ours - beyond) ** 2).sum(axis=2))
        seen += int(valid.sum())
        taken += int((valid & (other < own)).sum())
    return taken / seen if seen else float("nan")


def _background(colored: BoolArray, truth_u8: U8Array, outside: BoolArray) -> float:
    white = outside & (truth_u8.min(axis=2) >= 250)
    white = cv2.erode(white.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return _mean(colored.astype(np.float64), white)
