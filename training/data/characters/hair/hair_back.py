"""Hair behind the head and what is bound of it: curtains, tails, braids, buns, drills."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Points,
    as_points,
    bend,
    ellipse,
    join,
    lengths,
    moved,
    resample,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.hair.hair_style import LOOSE, HairStyle
from training.data.characters.hair.locks import draw_lock
from training.data.characters.head.head_view import HeadView

BACKS = (
    "nape",
    "bob",
    "flared_bob",
    "medium",
    "long",
    "long_spread",
    "wavy",
    "hime",
    "twintails",
    "low_twintails",
    "ponytail",
    "side_ponytail",
    "low_ponytail",
    "braid",
    "twin_braids",
    "bun",
    "twin_buns",
    "drills",
)


PAIRED = ("twintails", "low_twintails", "drills")
"""Backs of one bound mass at each side, which in profile hangs before the head."""


@dataclass(frozen=True, slots=True)
class Curtain:
    """Loose hair behind the head: half widths at ear, middle and end, and its hem."""

    widths: tuple[float, float, float]
    length: float
    tips: int
    tip_depth: float
    wave: float = 0.0


def _curtain_of(style: HairStyle) -> Curtain:
    long = style.back_length
    loose = style.volume
    plans = {
        "nape": Curtain((0.40 + loose, 0.36 + loose, 0.22), 0.52, 5, 0.08),
        "bob": Curtain((0.47 + loose, 0.5 + loose, 0.44), 0.6, 7, 0.05),
        "flared_bob": Curtain((0.46 + loose, 0.5 + loose, 0.58), 0.66, 8, 0.14),
        "medium": Curtain((0.46 + loose, 0.5 + loose, 0.52), 0.98, 8, 0.16),
        "long": Curtain((0.46 + loose, 0.55 + loose, 0.52), long, 7, 0.22),
        "long_spread": Curtain((0.47 + loose, 0.66 + loose, 0.84), long, 9, 0.34),
        "wavy": Curtain((0.48 + loose, 0.64 + loose, 0.66), long, 8, 0.24, 0.05),
        "hime": Curtain((0.45 + loose, 0.5 + loose, 0.52), long, 9, 0.04),
    }
    return plans.get(style.back, Curtain((0.38 + loose, 0.32 + loose, 0.16), 0.46, 4, 0.05))


def draw_back_hair(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
) -> None:
    """Everything that hangs behind the body; drawn before it."""
    if style.back in PAIRED:
        for side in (1, -1):
            if side > 0 or not view.is_side:
                with drawing.apart(f"tail {side}"):
                    _draw_tail_pair(drawing, style, view, rng, side)
    elif style.back in ("ponytail", "side_ponytail"):
        _draw_ponytail(drawing, style, view, rng)
    elif style.back == "bun":
        height = view.mid(-0.56, -0.38) - style.volume * (1 - view.turn)
        _draw_bun(drawing, (view.mid(-0.16 * view.share, -0.56 - style.volume), height), 0.2)
    _draw_curtain(drawing, _curtain_of(style), style, view, rng)


def draw_bound_hair(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
) -> None:
    """What lies over shoulders and crown; drawn after the cap."""
    if style.back in PAIRED and view.is_side:
        with drawing.apart("tail -1"):
            _draw_tail_pair(drawing, style, view, rng, -1)
    elif style.back == "twin_buns":
        for side in (1, -1):
            x, y = view.at(side * 0.33, -0.46 - style.volume, 0.05)
            _draw_bun(drawing, (x, y), 0.155)
    elif style.back in ("braid", "twin_braids"):
        for side in (1, -1) if style.back == "twin_braids" and not view.is_side else (-1,):
            start = view.at(side * 0.43, 0.36, 0.0)
            start = (view.mid(start[0], -0.16), start[1])
            end = (start[0] + side * 0.04 + style.sway * 0.3, style.back_length)
            spine = smooth([start, (start[0] + side * 0.07, 0.75), end], steps=10)
            _draw_braid(drawing, spine, rng)
    elif style.back == "low_ponytail":
        start = view.at(-0.38, 0.42, 0.0)
        start = (view.mid(start[0], -0.24), view.mid(start[1], 0.3))
        spine = smooth(
            [
                start,
                (start[0] - 0.03, 0.8),
                (start[0] + 0.1, 1.2),
                (start[0] + 0.02, max(1.4, style.back_length * 0.9)),
            ],
            steps=8,
        )
        _draw_tail(drawing, spine, 0.115, rng)
        tie = ellipse(start, (0.115, 0.06), steps=20)
        drawing.shape(tie, Part.ORNAMENT, drawing.palette.ribbon, outline=0.9)


def draw_side_hair(
    drawing: Drawing, style: HairStyle, view: HeadView, rng: np.random.Generator
) -> None:
    """Loose hair between ear and nape, over neck and shoulder: seen from the side only."""
    if style.back in LOOSE and view.turn > 0.3:
        with drawing.named("side hair"):
            _draw_curtain(drawing, _curtain_of(style), style, view, rng, behind=False)


def _draw_curtain(
    drawing: Drawing,
    plan: Curtain,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
    *,
    behind: bool = True,
) -> None:
    narrow = 1 - 0.3 * view.turn
    top, middle, end = (width * narrow for width in plan.widths)
    shift = -0.05 * view.share - 0.16 * view.turn
    sides = []
    for side in (-1, 1):
        far = 1.0 - 0.1 * view.share * (side > 0)
        knots = as_points(
            [
                (side * 0.3 * narrow, -0.4),
                (side * top * far, -0.05),
                (side * (top * 0.5 + middle * 0.5) * far, plan.length * 0.3),
                (side * middle * far, plan.length * 0.62),
                (side * end * far, plan.length * 0.95),
            ]
        )
        if side > 0 and not behind:
            knots[:, 0] = np.minimum(knots[:, 0], -0.36 + 0.4 * view.turn + 0.03 * knots[:, 1])
        edge = smooth(knots, steps=8)
        depth = np.clip(edge[:, 1] / 2, 0, 1.5)
        edge[:, 0] += shift + style.sway * depth * 0.5
        edge[:, 0] += side * plan.wave * np.sin(edge[:, 1] * 9) * np.clip(edge[:, 1], 0, 1)
        sides.append(edge)
    left, right = sides
    hem, pieces, notches = _hem(right[-1], left[-1], plan, rng)
    path = join(left, hem[::-1], right[::-1])
    inside = []
    for x, y in notches:
        root = (shift + (x - shift) * 0.5, y - (y + 0.3) * rng.uniform(0.35, 0.9))
        inside.append(Stroke(bend((x, y), (x * 1.05, (y + root[1]) / 2), root), 0.7, 0.6, 0.05))
    for _ in range(rng.poisson(3 + 4 * style.strands)):
        x, y = rng.uniform(-0.95, 0.95) * middle, plan.length * rng.uniform(0.3, 0.95)
        to = (x * 0.85, y - rng.uniform(0.2, 0.6) * plan.length)
        inside.append(Stroke(bend((x, y), (x * 1.08, (y + to[1]) / 2), to), 0.5, 0.1, 0.1))
    under = ellipse((shift, 0.42), (top * 0.78, 0.2 + min(plan.length, 1.6) * 0.26), steps=24)
    drawing.shape(
        path,
        Part.HAIR,
        drawing.palette.hair_tip if style.outer_color else drawing.palette.hair,
        outline=[
            Stroke(left, 1.2, 0.4, 0.5),
            Stroke(right, 1.2, 0.4, 0.5),
            *(Stroke(piece, 1.0, 0.5, 0.3) for piece in pieces),
        ],
        tones=[*([Tone(under, 2)] if behind else []), *_hem_tones(pieces)],
        inside=inside,
    )


def _hem(
    start: Points, end: Points, plan: Curtain, rng: np.random.Generator
) -> tuple[Points, list[Points], list[Points]]:
    """Pointed hem from right to left: its path, its edges (notch to tip) and inner notches."""
    share = np.linspace(0, 1, plan.tips + 1)
    x = start[0] + (end[0] - start[0]) * share
    notch_y = (
        start[1] + (end[1] - start[1]) * share - plan.tip_depth * rng.uniform(0.1, 0.9, len(x))
    )
    notch_y[0], notch_y[-1] = start[1], end[1]
    notches = np.stack([x, notch_y], axis=1)
    pieces = []
    for a, b in pairwise(notches):
        low = max(a[1], b[1]) + plan.tip_depth * rng.uniform(0.4, 1.0)
        side = np.sign((a[0] + b[0]) / 2)
        tip = np.array([(a[0] + b[0]) / 2 + side * abs(a[0] - b[0]) * 0.35, low])
        pieces.append(bend(a, moved((a + tip) / 2, abs(a[0] - b[0]) * 0.25, 0.02), tip, 6))
        pieces.append(bend(b, moved((b + tip) / 2, -abs(a[0] - b[0]) * 0.25, 0.02), tip, 6))
    hem = join(*(piece if i % 2 == 0 else piece[::-1] for i, piece in enumerate(pieces)))
    return hem, pieces, list(notches[1:-1])


def _hem_tones(pieces: list[Points]) -> list[Tone]:
    tones = []
    for right, left in zip(pieces[::2], pieces[1::2]):
        top = moved((right[0] + left[0]) / 2, 0.0, -0.12)
        middle = bend(right[-1], (right[2] + left[2]) / 2, top, 5)
        tones.append(Tone(join(right, middle)))
    return tones


def _draw_tail(
    drawing: Drawing,
    spine: Points,
    half: float,
    rng: np.random.Generator,
) -> None:
    """A bound tail: a body of hair with a few locks that leave it near its end."""
    share = np.linspace(0, 1, len(spine))[:, None]
    side = np.array([1.0, 0.25])
    for sign in (-1, 1):
        drift = sign * half * rng.uniform(0.6, 1.3) * share**1.6 * side
        draw_lock(
            drawing,
            spine + drift - (0.0, 0.06 * sign),
            half * 0.75,
            strands=1,
            root_open=False,
        )
    draw_lock(drawing, spine, half, strands=3, root_open=False)


def _draw_tail_pair(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
    side: int,
) -> None:
    low = style.back == "low_twintails"
    root = np.array(view.at(side * (0.42 if low else 0.40), 0.3 if low else -0.26, -0.08 * side))
    root[0] -= 0.12 * view.turn
    long = style.back_length * 0.95
    out = 0.16 if low else 0.34
    if style.back == "drills":
        _draw_drill(drawing, root, side, min(long, 1.5))
        return
    spine = smooth(
        [
            root,
            moved(root, side * out * 0.7, -0.02 if not low else 0.15),
            moved(root, side * (out + 0.08), 0.4 * long),
            moved(root, side * out * 0.8, 0.75 * long),
            moved(root, side * (out + 0.12) + style.sway * 0.6, 1.05 * long),
        ],
        steps=7,
    )
    _draw_tail(drawing, spine, 0.13, rng)


def _draw_ponytail(
    drawing: Drawing,
    style: HairStyle,
    view: HeadView,
    rng: np.random.Generator,
) -> None:
    sideways = 0.34 if style.back == "side_ponytail" else 0.14
    sideways = min(sideways + 0.16 * view.share, 0.36)  # farther out the tail would leave the head
    root = np.array([view.mid(-sideways, -0.42), view.mid(-0.44, -0.34)])
    long = style.back_length * 0.9
    spine = smooth(
        [
            root,
            moved(root, -0.2, -0.14),
            moved(root, -0.42, 0.2),
            moved(root, -0.36, 0.55 * long),
            moved(root, -0.5 + style.sway * 0.6, long),
        ],
        steps=7,
    )
    _draw_tail(drawing, spine, 0.16, rng)


def _draw_bun(drawing: Drawing, at: tuple[float, float], radius: float) -> None:
    disc = ellipse(at, (radius, radius * 0.92), steps=28)
    x, y = at
    inside = [
        Stroke(
            bend(
                (x - radius * 0.7, y + radius * 0.5),
                (x - radius * 0.2, y - radius),
                (x + radius * 0.7, y - radius * 0.3),
            ),
            0.6,
        ),
        Stroke(
            bend(
                (x - radius * 0.3, y + radius * 0.7),
                (x, y - radius * 0.3),
                (x + radius * 0.8, y + radius * 0.1),
            ),
            0.6,
        ),
        Stroke(
            bend(
                (x - radius * 0.85, y),
                (x - radius * 0.5, y - radius * 0.7),
                (x + radius * 0.1, y - radius * 0.8),
            ),
            0.5,
        ),
    ]
    drawing.shape(
        disc,
        Part.HAIR,
        drawing.palette.hair,
        inside=inside,
        tones=[drawing.shadow(disc, radius * 0.35)],
    )


def _draw_braid(drawing: Drawing, spine: Points, rng: np.random.Generator) -> None:
    """Leaf-shaped strands laid over each other by turns, and a tuft below the tie."""
    tail = smooth(
        [spine[-1] - (0.0, 0.03), moved(spine[-1], 0.015, 0.12), moved(spine[-1], -0.01, 0.27)]
    )
    draw_lock(drawing, tail, 0.055, strands=2, root_open=False)
    at = np.linspace(0.0, 0.98, max(4, round(float(lengths(spine)[-1]) / 0.1)))
    centers = resample(spine, 50)
    for i in range(len(at) - 1, -1, -1):
        center = centers[int(at[i] * 49)]
        side = 1 if i % 2 else -1
        reach = 0.1 * (1 - 0.3 * at[i])
        top = moved(center, side * reach * 0.75, -reach * 1.0)
        low = moved(center, -side * reach * 0.6, reach * 1.0)
        outer = bend(top, moved(center, side * reach * 1.7, reach * 0.75), low)
        inner = bend(low, moved(center, -side * reach * 1.15, -reach * 0.5), top)
        path = join(outer, inner)
        line = bend(
            top * 0.8 + low * 0.2, moved(center, side * reach * 0.35, 0.0), low * 0.85 + top * 0.15
        )
        drawing.shape(
            path,
            Part.HAIR,
            drawing.palette.hair,
            outline=0.85,
            inside=[Stroke(line, 0.45)],
            tones=[drawing.shadow(path, reach * 0.4)],
        )
    tie = ellipse(spine[-1], (0.05, 0.032), steps=14)
    drawing.shape(tie, Part.ORNAMENT, drawing.palette.ribbon, outline=0.8)


def _draw_drill(drawing: Drawing, root: Points, side: int, long: float) -> None:
    """A rolled curl: slanting bands that narrow towards the tip, lowest first."""
    turns = 6
    for i in range(turns - 1, -1, -1):
        share = i / turns
        half = 0.17 * (1 - 0.55 * share)
        y = root[1] + 0.05 + long * share
        x = root[0] + side * (0.17 + 0.05 * np.sin(share * 3))
        step = long / turns
        left, right = np.array([x - half, y + 0.06 * side]), np.array([x + half, y - 0.06 * side])
        top = bend(left, (x, y - half * 0.9), right)
        low = bend(
            moved(right, 0.0, step * 0.75),
            (x, y + step + half * 1.1),
            moved(left, 0.0, step * 0.75),
        )
        path = join(top, low)
        lines = [
            Stroke(
                bend(
                    moved(left, 0.02, step * k),
                    (x, y + step * (k + 0.35) + half * 0.4),
                    moved(right, -0.04, step * k),
                ),
                0.5,
            )
            for k in (0.3, 0.55)
        ]
        drawing.shape(
            path,
            Part.HAIR,
            drawing.palette.hair,
            inside=lines,
            tones=[drawing.shadow(path, half * 0.5)],
        )
