"""A few pictures drawn in code, for tests that need something to train or measure on."""

from dataclasses import replace

import cv2
import numpy as np

from models.hints.parts import Part
from training.data.sample import Sample
from training.data.tones import Tones


def two_tone_figure(seed: int, side: int = 96) -> Sample:
    """A head with hair on a body, outlined, in random colours, with labels and a hair tag."""
    rng = np.random.default_rng(seed)
    labels = np.zeros((side, side), dtype=np.uint8)
    line = np.full((side, side), 255, dtype=np.uint8)
    scale = side / 96
    centre = (round(rng.integers(40, 56) * scale), round(36 * scale))

    def shape(points: list[tuple[float, float]], part: Part) -> None:
        polygon = np.array([[x * scale, y * scale] for x, y in points], dtype=np.int32)
        cv2.fillPoly(labels, [polygon], int(part))
        cv2.polylines(line, [polygon], True, 0, 1)

    shape([(30, 95), (36, 58), (60, 58), (66, 95)], Part.TOP)
    cv2.circle(labels, centre, round(22 * scale), int(Part.HAIR), -1)
    cv2.circle(line, centre, round(22 * scale), 0, 1)
    cv2.circle(labels, centre, round(13 * scale), int(Part.SKIN), -1)
    cv2.circle(line, centre, round(13 * scale), 0, 1)
    table = rng.integers(40, 235, (256, 3)).astype(np.uint8)
    table[int(Part.BACKGROUND)] = 255
    table[int(Part.HAIR)] = (74, 120, 200)
    color = table[labels]
    color[line < 128] = (30, 20, 20)
    return Sample(
        color=color,
        figure=np.where(labels > 0, 255, 0).astype(np.uint8),
        line=line,
        labels=labels,
        tags=("blue_hair",),
        name=f"figure-{seed}",
        source="drawn",
        licence="Apache-2.0",
    )


def lit_figure(seed: int, side: int = 96, *, light: float | None = None) -> Sample:
    """The same under a light (by default from a direction of its own): its far half is shaded."""
    sample = two_tone_figure(seed, side)
    degrees = float(np.random.default_rng(seed).uniform(0, 360)) if light is None else light
    turn = np.deg2rad(degrees)
    rows, columns = np.nonzero(sample.figure)
    along = (columns - columns.mean()) * np.sin(turn) - (rows - rows.mean()) * np.cos(turn)
    first, bright = np.zeros_like(sample.figure), np.zeros_like(sample.figure)
    first[rows, columns] = np.where(along < 0, 255, 0)
    bright[rows, columns] = np.where(along > 0.4 * side, 255, 0)
    flat = sample.color.copy()
    flat[sample.line < 128] = 128
    tones = Tones(first=first, second=np.zeros_like(first), highlight=bright, soft=first)
    return replace(sample, flat=flat, tones=tones, light=degrees)
