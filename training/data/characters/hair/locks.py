"""Single locks: at the temples, standing at the crown, and as the matter of tails."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    as_points,
    bend,
    join,
    moved,
    part_of,
    resample,
    ribbon,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.hair.hair_style import HairStyle
from training.data.characters.head.head_view import HeadView


def draw_lock(
    drawing: Drawing,
    spine: Points,
    half: float,
    *,
    strands: int = 1,
    root_open: bool = True,
    blunt: bool = False,
    color: int = 0,
    weight: float = 1.0,
    shade: bool = True,
) -> None:
    """A hanging lock around a spine: swells below its root and runs out in a tip."""
    spine = resample(spine, max(len(spine), 26))
    share = np.linspace(0, 1, len(spine))
    root = 0.05 if root_open else 0.75
    rise = root + (1 - root) * np.sin(np.clip(share / 0.34, 0, 1) * np.pi / 2)
    swell = rise * np.clip((1 - share) / 0.66, 0, 1) ** 0.62
    if blunt:
        swell = np.interp(share, [0, 0.3, 1], [0.8, 1.0, 0.9])
    left, right = ribbon(spine, half * swell)
    path = join(left, right[::-1])
    strokes = [
        Stroke(left, weight, 0.1 if root_open else 0.6, 0.4),
        Stroke(right, weight, 0.1 if root_open else 0.6, 0.4),
    ]
    if blunt:
        strokes.append(Stroke(np.stack([left[-1], right[-1]]), weight, 0.6, 0.6))
    dark = (
        left
        if (left[len(left) // 2][0] - right[len(right) // 2][0]) * drawing.light.side < 0
        else right
    )
    core = part_of(spine, 0.12, 1.0, 14)
    tones = [Tone(join(part_of(dark, 0.1, 1.0, 14), core[::-1]))] if shade else []
    inside = []
    for i in range(strands):
        offset = (i + 1) / (strands + 1) * 2 - 1
        line, _ = ribbon(spine, half * swell * offset + 1e-6)
        inside.append(
            Stroke(part_of(line, 0.2 + 0.15 * (i % 2), 0.75 - 0.15 * (i % 3), 12), 0.45, 0.05, 0.05)
        )
    fill = drawing.palette.hair if color == 0 else drawing.palette.hair_tip
    drawing.shape(path, Part.HAIR, fill, outline=strokes, tones=tones, inside=inside)


def draw_side_locks(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
) -> None:
    """Locks before the ears, over face, neck and shoulders."""
    if style.sides == "none":
        return
    for side in (1, -1):
        plan = _side_plan(style, rng)
        if side > 0 and view.share > 0.75 and style.sides in ("wavy", "blunt"):
            continue
        if side > 0 and view.turn > 0.25:
            continue
        with drawing.named(f"side {side}"):
            _draw_side(drawing, style, view, plan, side)


def _draw_side(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    plan: list[tuple[float, float, float]],
    side: int,
) -> None:
    out = {"inward": -0.1, "outward": 0.12, "wavy": 0.05}.get(style.sides, 0.0)
    for x, long, half in plan:
        bottom = -0.05 + long
        points = as_points(
            [
                (x - 0.03, -0.27),
                (x + 0.025, 0.08),
                (x + 0.015 + out * 0.2, 0.08 + 0.4 * (bottom - 0.08)),
                (x + 0.0 + out * 0.4, 0.08 + 0.75 * (bottom - 0.08)),
                (x + out, bottom),
            ]
        )
        if style.sides == "wavy":
            points[1:, 0] += 0.035 * np.sin(np.arange(4) * 2.2 + 0.5)
        points[:, 0] *= side
        points[:, 0] += style.sway * 0.3 * np.clip(points[:, 1], 0, 2)
        draw_lock(
            drawing,
            smooth(view.over(points, 0.1), steps=9),
            half,
            strands=int(half > 0.05),
            blunt=style.sides == "blunt",
        )


def _side_plan(style: HairStyle, rng: np.random.Generator) -> list[tuple[float, float, float]]:
    """x, length and half width of the locks of one side."""
    long = style.side_length * rng.uniform(0.94, 1.06)
    if style.sides == "strands":
        return [(0.4, long, 0.03), (0.36, long * 0.8, 0.022)]
    if style.sides == "short":
        return [(0.41, 0.42, 0.055), (0.375, 0.3, 0.035)]
    if style.sides == "blunt":
        return [(0.40, long, 0.07)]
    return [(0.42, long, 0.06), (0.375, long * 0.72, 0.04)]


def draw_antennae(
    drawing: Drawing, style: HairStyle, crown: Pair, rng: np.random.Generator
) -> None:
    """Loose locks that stand up at the crown."""
    root = moved(crown, 0.0, -0.05)
    for i in range(style.antenna):
        side = 1 if (i + int(rng.integers(2))) % 2 else -1
        tip = moved(root, side * rng.uniform(0.12, 0.26), -rng.uniform(0.08, 0.2))
        top = moved(root, side * 0.02, -rng.uniform(0.17, 0.3))
        outer = bend(moved(root, -0.025, 0.02), top, tip)
        inner = bend(tip, moved(top * 0.75 + root * 0.25, 0.0, 0.03), moved(root, 0.03, 0.02))
        drawing.shape(
            join(outer, inner),
            Part.HAIR,
            drawing.palette.hair,
            outline=[Stroke(outer, 0.9, 0.2, 0.4), Stroke(inner, 0.9, 0.4, 0.2)],
        )
