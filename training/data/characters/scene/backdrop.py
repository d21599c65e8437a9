"""Drawn backgrounds: rooms, landscapes, streets, parks and patterns, behind the figures.

Coordinates are picture heights from the top left corner; the picture is ``wide`` of them wide.
Broad surfaces are labelled BACKGROUND, things that stand on them OTHER.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import Points, as_points, bend, ellipse, join, smooth
from training.data.characters.drawing.marks import Glow, Stroke, Tone
from training.data.characters.drawing.shading import Light
from training.data.characters.figure.palette import Palette, mix, vary
from training.data.characters.scene.scenery import (
    draw_bush,
    draw_cloud,
    draw_framed,
    draw_house,
    draw_tree,
    draw_window,
    rectangle,
)

WALLS = ("#f2e6cf", "#dfe9ea", "#ecd9dc", "#d9e3cf", "#d8d3e6", "#e9dcc8", "#c9d6e2", "#f0e9e4")
FLOORS = ("#b98d62", "#8f6a4a", "#cdb08a", "#a9a29a", "#7a8288", "#c79f8b")
SKIES = ("#a8d4f2", "#bfe3f5", "#8fc1e8", "#f6cfa8", "#d7c6ea", "#fbe3c0", "#5b6fa8")
GRASS = ("#9ccb7a", "#7fb765", "#b5d182", "#8bbf8e", "#c6cf86")
GROUNDS = ("#d8cdb8", "#b9b6b0", "#c8bda8", "#a7a9ac")
PATTERNS = ("#fbdde3", "#dcecf7", "#fdf0c8", "#e2f0d6", "#e8e0f2", "#f6e0cf", "#d4efe9")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a figure touches the ground: middle and half width, in picture heights."""

    x: float
    y: float
    half: float


@dataclass(slots=True)
class _Stage:
    """What every backdrop needs: the drawing, chance, the picture's width, and the horizon."""

    drawing: Drawing
    rng: np.random.Generator
    wide: float
    horizon: float

    @property
    def screens(self) -> int:
        """How many times as much scenery as usual there is room for, at least 1."""
        return max(1, round(self.wide))

    def pick(self, colors: tuple[str, ...]) -> Rgb:
        return vary(self.rng, colors[int(self.rng.integers(len(colors)))], 0.7)

    def surface(
        self, path: Points, color: Rgb, *, edge: Points | None = None, tones: tuple[Tone, ...] = ()
    ) -> None:
        """A broad flat surface with a line along one edge."""
        strokes = () if edge is None else (Stroke(edge, 0.7, 0.8, 0.8),)
        self.drawing.shape(path, Part.BACKGROUND, color, outline=strokes, tones=tones)


def draw_backdrop(
    kind: str,
    rng: np.random.Generator,
    *,
    palette: Palette,
    light: Light,
    wide: float,
    spots: tuple[Spot, ...] = (),
) -> Drawing:
    """A backdrop of a kind (see BACKDROPS), with the shadows of the figures that stand in it."""
    drawing = Drawing(palette, light, scope="backdrop")
    stage = _Stage(drawing, rng, wide, float(rng.uniform(0.66, 0.74)))
    with drawing.named(kind):
        BACKDROPS[kind](stage)
    if kind not in ("gradient", "dots", "stripes", "checks"):
        for spot in spots:
            lean = -light.x * 0.3 * spot.half
            shade = ellipse((spot.x + lean, spot.y), (spot.half, spot.half * 0.16), steps=24)
            drawing.cast(shade, Part.BACKGROUND)
    return drawing


def _fill(stage: _Stage, top: float, bottom: float) -> Points:
    return rectangle(-0.05, top, stage.wide + 0.05, bottom)


def _room(stage: _Stage) -> None:
    wide, floor_y = stage.wide, stage.horizon
    wall, floor = stage.pick(WALLS), stage.pick(FLOORS)
    stage.surface(_fill(stage, -0.05, floor_y), wall)
    planks = []
    vanish = np.array([wide / 2, floor_y - 0.7])
    for share in np.linspace(-0.8, 1.8, 12 * stage.screens):
        low = np.array([wide * share, 1.05])
        at = (floor_y - vanish[1]) / (1.05 - vanish[1])
        planks.append(Stroke(as_points([vanish + (low - vanish) * at, low]), 0.45, 0.5, 0.9))
    edge = as_points([(-0.05, floor_y), (wide + 0.05, floor_y)])
    stage.drawing.shape(
        _fill(stage, floor_y, 1.05),
        Part.BACKGROUND,
        floor,
        outline=[Stroke(edge, 0.8, 0.9, 0.9)],
        inside=planks,
    )
    skirting = rectangle(-0.05, floor_y - 0.035, wide + 0.05, floor_y)
    stage.drawing.shape(skirting, Part.OTHER, mix(wall, (255, 255, 255), 0.6), outline=0.6)
    part = wide / stage.screens
    for screen in range(stage.screens):
        _furnish(stage, screen * part, part)


def _furnish(stage: _Stage, start: float, wide: float) -> None:
    """A window in a stretch of wall, and something on its other side."""
    rng = stage.rng
    left = rng.random() < 0.5
    x = start + wide * (0.22 if left else 0.78)
    draw_window(stage.drawing, rng, (x, 0.3), (0.17, 0.2), stage.pick(SKIES))
    other = 2 * start + wide - x
    if rng.random() < 0.6:
        draw_framed(stage.drawing, rng, (other, rng.uniform(0.18, 0.3)), (0.1, 0.075))
    if rng.random() < 0.6:
        _shelf(stage, other)
    elif rng.random() < 0.7:
        _plant(stage, (other + rng.uniform(-0.05, 0.1), stage.horizon + 0.09))


def _shelf(stage: _Stage, x: float) -> None:
    """A board with books."""
    rng, y, half = stage.rng, 0.5, 0.19
    at = x - half + 0.02
    while at < x + half - 0.05:
        thick, tall = rng.uniform(0.018, 0.035), rng.uniform(0.08, 0.125)
        book = rectangle(at, y - tall, at + thick, y)
        color = stage.pick(("#b5483f", "#3f6fa0", "#d9a441", "#5f8f60", "#8a5ab0", "#e8e0d0"))
        band = as_points([(at, y - tall * 0.75), (at + thick, y - tall * 0.75)])
        stage.drawing.shape(
            book, Part.OTHER, color, outline=0.6, inside=[Stroke(band, 0.5, 0.9, 0.9)]
        )
        at += thick + (0.03 if rng.random() < 0.15 else 0.002)
    board = rectangle(x - half, y, x + half, y + 0.022)
    stage.drawing.shape(board, Part.OTHER, stage.pick(FLOORS), outline=0.7)


def _plant(stage: _Stage, at: tuple[float, float]) -> None:
    rng, (x, y) = stage.rng, at
    leaf = stage.pick(("#5f9a5a", "#4d8a6a", "#7fae5a"))
    for angle in np.linspace(-1.1, 1.1, 7)[[0, 6, 1, 5, 2, 4, 3]]:
        long = rng.uniform(0.17, 0.25)
        tip = np.array([x + long * np.sin(angle), y - 0.13 - long * np.cos(angle)])
        root = np.array([x, y - 0.1])
        side = np.array([np.cos(angle), np.sin(angle)]) * 0.032
        path = join(
            bend(root, (root + tip) / 2 + side, tip, 6), bend(tip, (root + tip) / 2 - side, root, 6)
        )
        vein = as_points([root, root + (tip - root) * 0.8])
        stage.drawing.shape(
            path,
            Part.OTHER,
            leaf,
            outline=0.65,
            inside=[Stroke(vein, 0.4, 0.6, 0.1)],
            tones=[stage.drawing.shadow(path, 0.012)],
        )
    pot = as_points([(x - 0.07, y - 0.12), (x + 0.07, y - 0.12), (x + 0.05, y), (x - 0.05, y)])
    clay = stage.pick(("#c4764f", "#e8e0d4", "#6f8fa8"))
    stage.drawing.shape(
        pot, Part.OTHER, clay, outline=0.75, tones=[stage.drawing.shadow(pot, 0.02)]
    )


def _sky(stage: _Stage, clouds: int) -> Rgb:
    sky = stage.pick(SKIES)
    stage.surface(_fill(stage, -0.05, 1.05), sky)
    rng = stage.rng
    if rng.random() < 0.4:
        sun = ellipse((stage.wide * rng.choice([0.14, 0.86]), 0.14), (0.065, 0.065), steps=28)
        stage.drawing.shape(sun, Part.OTHER, stage.pick(("#fbe08a", "#fff2c8")), outline=0.5)
    for _ in range(clouds * stage.screens):
        at = (stage.wide * float(rng.uniform(0.02, 0.98)), float(rng.uniform(0.06, 0.34)))
        draw_cloud(stage.drawing, rng, at, float(rng.uniform(0.1, 0.2)))
    return sky


def _ridge(stage: _Stage, y: float, height: float, bumps: int) -> Points:
    x = np.linspace(-0.1, stage.wide + 0.1, 2 * bumps + 1)
    up = np.where(np.arange(len(x)) % 2, stage.rng.uniform(0.5, 1.0, len(x)), 0.1) * height
    return smooth(np.stack([x, y - up], axis=1), steps=8)


def _hills(stage: _Stage) -> None:
    rng = stage.rng
    sky = _sky(stage, int(rng.integers(2, 5)))
    green = stage.pick(GRASS)
    layers = ((0.12, 0.26, 0.55), (0.05, 0.16, 0.28), (-0.02, 0.07, 0.0))
    for rise, height, haze in layers:
        edge = _ridge(stage, stage.horizon - rise, height, int(rng.integers(1, 4)) * stage.screens)
        path = join(edge, as_points([(stage.wide + 0.1, 1.05), (-0.1, 1.05)]))
        shade = Tone(edge + np.array([0.06 * -stage.drawing.light.side, 0.08]), 1, outside=False)
        tones = (shade,) if haze > 0.4 else ()
        stage.surface(path, mix(green, sky, haze), edge=edge, tones=tones)
    for _ in range(int(rng.integers(1, 4)) * stage.screens):
        x = stage.wide * float(rng.choice([rng.uniform(0.0, 0.28), rng.uniform(0.72, 1.0)]))
        y = stage.horizon + float(rng.uniform(0.0, 0.06))
        draw_tree(stage.drawing, rng, (x, y), float(rng.uniform(0.18, 0.34)))
    _tufts(stage, stage.horizon + 0.08, 10 * stage.screens)


def _tufts(stage: _Stage, top: float, count: int) -> None:
    """Blades of grass."""
    strokes = []
    for _ in range(count):
        x, y = stage.rng.uniform(0, stage.wide), stage.rng.uniform(top, 1.0)
        for lean in (-0.014, 0.0, 0.014):
            tip = (x + lean * 1.6, y - 0.028)
            strokes.append(Stroke(bend((x + lean * 0.4, y), (x + lean, y - 0.014), tip, 4), 0.45))
    stage.drawing.pen(*strokes)


def _street(stage: _Stage) -> None:
    rng, ground = stage.rng, stage.horizon
    _sky(stage, int(rng.integers(1, 3)))
    x = -0.1
    while x < stage.wide + 0.05:
        wide = float(rng.uniform(0.24, 0.38))
        draw_house(stage.drawing, rng, (x, ground), wide, float(rng.uniform(0.32, 0.56)))
        x += wide
    pavement, road = stage.pick(GROUNDS), stage.pick(("#8f9296", "#9a948c", "#7d8188"))
    kerb = as_points([(-0.05, ground), (stage.wide + 0.05, ground)])
    stage.surface(_fill(stage, ground, ground + 0.09), pavement, edge=kerb)
    low = as_points([(-0.05, ground + 0.09), (stage.wide + 0.05, ground + 0.09)])
    stage.surface(_fill(stage, ground + 0.09, 1.05), road, edge=low)
    for left in np.arange(0.05, stage.wide + 0.2, 0.3):
        dash = as_points(
            [
                (left, ground + 0.2),
                (left + 0.16, ground + 0.2),
                (left + 0.15, ground + 0.225),
                (left - 0.015, ground + 0.225),
            ]
        )
        stage.drawing.shape(dash, Part.BACKGROUND, (240, 238, 230), outline=0.45)


def _park(stage: _Stage) -> None:
    rng, ground = stage.rng, stage.horizon
    _sky(stage, int(rng.integers(1, 4)))
    x = -0.05
    while x < stage.wide + 0.1:
        draw_bush(stage.drawing, rng, (x, ground + 0.02), float(rng.uniform(0.1, 0.17)))
        x += float(rng.uniform(0.13, 0.22))
    grass = stage.pick(GRASS)
    edge = as_points([(-0.05, ground), (stage.wide + 0.05, ground)])
    stage.surface(_fill(stage, ground, 1.05), grass, edge=edge)
    middle = stage.wide * float(rng.uniform(0.35, 0.65))
    left = bend((middle - 0.04, ground), (middle - 0.05, 0.84), (middle - 0.42, 1.05))
    right = bend((middle + 0.5, 1.05), (middle + 0.07, 0.84), (middle + 0.04, ground))
    way = join(left, right)
    stage.drawing.shape(
        way,
        Part.BACKGROUND,
        stage.pick(("#e6d3ae", "#d9c7a2", "#cfc4b4")),
        outline=[Stroke(left, 0.6, 0.4, 0.9), Stroke(right, 0.6, 0.9, 0.4)],
    )
    beside = (0.1, 0.9) if rng.random() < 0.5 else (0.88,)
    part = stage.wide / stage.screens
    for x in (part * (screen + share) for screen in range(stage.screens) for share in beside):
        at = (x, ground + float(rng.uniform(0.04, 0.12)))
        draw_tree(stage.drawing, rng, at, float(rng.uniform(0.42, 0.6)))
    _tufts(stage, ground + 0.06, 14 * stage.screens)


def _gradient(stage: _Stage) -> None:
    """One colour that grows lighter in steps towards one edge."""
    color = stage.pick((*PATTERNS, *SKIES))
    area = _fill(stage, -0.05, 1.05)
    steps = np.linspace(0.25, 0.95, 7)
    if stage.rng.random() < 0.5:
        bands = [rectangle(-0.05, y, stage.wide + 0.05, 1.05) for y in steps]
    else:
        middle, reach = (stage.wide / 2, 0.45), 0.95
        bands = [ellipse(middle, (reach * (1.2 - y), reach * (1.2 - y)), steps=40) for y in steps]
    glows = [Glow(band, 0.1 * (i + 1)) for i, band in enumerate(bands)]
    stage.drawing.shape(area, Part.BACKGROUND, color, outline=None, glows=glows)


def _pattern(stage: _Stage) -> tuple[Rgb, Rgb]:
    base = stage.pick(PATTERNS)
    stage.surface(_fill(stage, -0.05, 1.05), base)
    return base, mix(base, (255, 255, 255), 0.55) if stage.rng.random() < 0.6 else mix(
        base, stage.drawing.palette.ribbon, 0.45
    )


def _dots(stage: _Stage) -> None:
    _, color = _pattern(stage)
    pitch = float(stage.rng.uniform(0.13, 0.2))
    radius = pitch * float(stage.rng.uniform(0.18, 0.3))
    for row in range(int(1.1 / pitch) + 1):
        for column in range(int(stage.wide / pitch) + 2):
            at = ((column + 0.5 * (row % 2)) * pitch, (row + 0.4) * pitch)
            spot = ellipse(at, (radius, radius), steps=16)
            stage.drawing.shape(spot, Part.BACKGROUND, color, outline=0.45)


def _stripes(stage: _Stage) -> None:
    _, color = _pattern(stage)
    pitch = float(stage.rng.uniform(0.12, 0.22))
    slant = float(stage.rng.choice([0.0, 0.4, -0.4]))
    for x in np.arange(-0.5, stage.wide + 0.5, pitch):
        half = pitch * 0.25
        path = as_points(
            [
                (x - half, -0.05),
                (x + half, -0.05),
                (x + half + slant, 1.05),
                (x - half + slant, 1.05),
            ]
        )
        edges = [Stroke(path[[1, 2]], 0.45, 0.9, 0.9), Stroke(path[[0, 3]], 0.45, 0.9, 0.9)]
        stage.drawing.shape(path, Part.BACKGROUND, color, outline=edges)


def _checks(stage: _Stage) -> None:
    _, color = _pattern(stage)
    pitch = float(stage.rng.uniform(0.14, 0.22))
    for row in range(int(1.1 / pitch) + 1):
        for column in range(row % 2, int(stage.wide / pitch) + 2, 2):
            x, y = column * pitch - 0.02, row * pitch - 0.02
            path = rectangle(x, y, x + pitch, y + pitch)
            stage.drawing.shape(path, Part.BACKGROUND, color, outline=0.45)


BACKDROPS: dict[str, Callable[[_Stage], None]] = {
    "room": _room,
    "hills": _hills,
    "street": _street,
    "park": _park,
    "gradient": _gradient,
    "dots": _dots,
    "stripes": _stripes,
    "checks": _checks,
}
