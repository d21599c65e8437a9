"""What passes before a character and hides it for a while: a figure, a tree, a post, a ball."""

import numpy as np

from models.hints.parts import Part
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import as_points, bend, ellipse, join
from training.data.characters.drawing.marks import Glow, Stroke
from training.data.characters.drawing.rasterizer import Placement
from training.data.characters.figure.design import (
    Design,
    Framing,
    Motion,
    ViewChoice,
    choose_design,
)
from training.data.characters.figure.figure import draw_figure
from training.data.characters.figure.gait import STRIDES, VIEW_ANGLE, Gait
from training.data.characters.figure.palette import mix
from training.data.characters.picture import Passing
from training.data.characters.scene.scene import company_seed
from training.data.characters.scene.scenery import draw_tree, rectangle

PASSERS = ("figure", "tree", "figure", "post", "figure", "ball")
LONGEST_PASSAGE = 56
"""Most frames that one passage takes; a longer sequence has several, in turn to either side."""


def stride_length(kind: str, leg: float) -> float:
    """Head heights that a figure moves across the picture in one cycle of its gait."""
    stride = STRIDES[kind]
    return float(2 * stride.reach * leg / stride.ground * np.sin(VIEW_ANGLE))


def passage(index: int, frames: int) -> tuple[float, int]:
    """Share of a passage that is done at a frame (0 to 1), and its direction (1: to the right)."""
    long = min(frames, LONGEST_PASSAGE)
    turn, at = divmod(index, long)
    return (at + 0.5) / long, 1 if turn % 2 == 0 else -1


def passing_at(
    index: int, *, main: Design, placed: Placement, frames: int, width: int, height: int
) -> Passing:
    """What passes before the main figure at a frame of ``frames``."""
    share, way = passage(index, frames)
    kind = PASSERS[main.seed % len(PASSERS)]
    long = min(frames, LONGEST_PASSAGE)
    if kind == "figure":
        return _figure(share, way, main=main, placed=placed, frames=long, size=(width, height))
    half = {"tree": 0.62, "post": 0.13, "ball": 0.2}[kind] * height
    x = width / 2 + way * (share - 0.5) * (width + 2.2 * half)
    drawing = Drawing(main.palette, main.light, scope="passing")
    y = 0.0
    with drawing.named(kind):
        if kind == "tree":
            draw_tree(drawing, np.random.default_rng(main.seed), (0.0, 1.15), 1.5)
        elif kind == "post":
            _draw_post(drawing)
        else:
            y = height * (0.62 - 0.34 * abs(np.sin(3 * np.pi * share)))
            _draw_ball(drawing, 4.0 * way * share)
    return Passing(drawing, Placement(float(height), (float(x), float(y))))


def _figure(
    share: float, way: int, *, main: Design, placed: Placement, frames: int, size: tuple[int, int]
) -> Passing:
    """Another figure that walks past, or runs if there is little time."""
    width, _ = size
    framing = Framing.HALF if main.framing is Framing.FULL else main.framing
    framing = Framing.HALF if framing is Framing.HALF else Framing.BUST
    scale = placed.scale * (1.0 if main.framing is Framing.FULL else 1.12)
    view = ViewChoice(framing=framing, yaw=way * 34.0)
    seed = company_seed(main.seed)
    leg = choose_design(seed, view, Motion()).build.leg_length
    path = width + 2.6 * scale
    cycles = path / scale / stride_length("walk", leg)
    kind = "walk" if frames / cycles >= 15 else "run"
    cycles = path / scale / stride_length(kind, leg)
    gait = Gait(kind=kind, phase=float(share * cycles % 1.0))
    design = choose_design(seed, view, Motion(gait=gait))
    x = width / 2 + way * (share - 0.5) * path
    bob = 0.06 * float(np.cos(4 * np.pi * gait.phase))
    y = placed.shift[1] + (0.12 + bob) * scale
    return Passing(draw_figure(design, "passer"), Placement(scale, (float(x), float(y))))


def _draw_post(drawing: Drawing) -> None:
    """A lamp post that reaches over the picture's edges."""
    iron = mix((72, 78, 86), drawing.palette.second, 0.25)
    pole = rectangle(-0.035, -0.1, 0.035, 1.1)
    drawing.shape(pole, Part.OTHER, iron, outline=1.0, tones=[drawing.shadow(pole, 0.02)])
    for y, half in ((0.2, 0.055), (0.62, 0.05), (0.86, 0.075)):
        ring = rectangle(-half, y, half, y + 0.05)
        drawing.shape(ring, Part.OTHER, mix(iron, (255, 255, 255), 0.15), outline=0.9)
    sign = join(
        as_points([(-0.12, 0.32), (0.12, 0.32), (0.12, 0.5)]),
        bend((0.12, 0.5), (0.0, 0.56), (-0.12, 0.5)),
    )
    drawing.shape(sign, Part.OTHER, drawing.palette.ribbon, tones=[drawing.shadow(sign, 0.02)])
    drawing.pen(Stroke(as_points([(-0.07, 0.42), (0.07, 0.42)]), 1.4, 0.9, 0.9))


def _draw_ball(drawing: Drawing, turn: float) -> None:
    """A bouncing ball with a band that turns."""
    ball = ellipse((0.0, 0.0), (0.16, 0.16), steps=40)
    gleam = ellipse((drawing.light.side * 0.06, -0.07), (0.04, 0.028), steps=16)
    drawing.shape(
        ball,
        Part.OTHER,
        drawing.palette.ribbon,
        tones=[drawing.shadow(ball, 0.05)],
        glows=[Glow(gleam, 0.7)],
    )
    cos, sin = np.cos(turn), np.sin(turn)
    along, across = np.array([cos, sin]), np.array([-sin, cos])
    upper = bend(-0.18 * along + 0.05 * across, 0.11 * across, 0.18 * along + 0.05 * across)
    lower = bend(0.18 * along - 0.05 * across, 0.01 * across, -0.18 * along - 0.05 * across)
    drawing.shape(
        join(upper, lower),
        Part.OTHER,
        drawing.palette.trim,
        clip=ball,
        outline=None,
        inside=[Stroke(upper, 0.7, 0.9, 0.9), Stroke(lower, 0.7, 0.9, 0.9)],
    )
