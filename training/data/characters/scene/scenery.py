"""Things that stand in a backdrop: windows, pictures, trees, bushes, clouds, houses."""

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Pair,
    Points,
    as_points,
    bend,
    join,
    smooth,
)
from training.data.characters.drawing.marks import Stroke, Tone
from training.data.characters.figure.palette import mix, vary

FACADES = ("#ead8bd", "#d9b8a0", "#c9d3d6", "#e8c9b0", "#b9c4ae", "#d6c3cf", "#f0e8dc", "#a9b6c4")
ROOFS = ("#a5533f", "#6d5a52", "#5f6f7d", "#8a4a48", "#4f5a55")
LEAVES = ("#6fae5a", "#4f9460", "#8cc068", "#a9c66a", "#e8a9b8", "#d98a4a")
CURTAINS = ("#e8b7a8", "#b7cbe0", "#f2e2b6", "#c9b7dc", "#a8c9a0", "#f4f0ea")


def rectangle(left: float, top: float, right: float, bottom: float) -> Points:
    """A rectangle's corners."""
    return as_points([(left, top), (right, top), (right, bottom), (left, bottom)])


def _pick(rng: np.random.Generator, colors: tuple[str, ...]) -> Rgb:
    return vary(rng, colors[int(rng.integers(len(colors)))], 0.7)


def _lumps(rng: np.random.Generator, at: Pair, radii: Pair, count: int) -> list[Points]:
    """Arcs of a lumpy outline around a point; they meet in corners."""
    angle = np.linspace(0, 2 * np.pi, count + 1)[:-1] + rng.uniform(-0.12, 0.12, count)
    reach = rng.uniform(0.86, 1.06, count)
    x, y = at
    corners = np.stack(
        [x + radii[0] * reach * np.cos(angle), y + radii[1] * reach * np.sin(angle)], axis=1
    )
    middle = np.array(at)
    arcs = []
    for i in range(count):
        a, b = corners[i], corners[(i + 1) % count]
        out = (a + b) / 2 - middle
        arcs.append(bend(a, (a + b) / 2 + out * 0.42, b, 6))
    return arcs


def draw_cloud(drawing: Drawing, rng: np.random.Generator, at: Pair, half: float) -> None:
    """A cloud with a flat foot."""
    x, y = at
    count = int(rng.integers(4, 6))
    knots = np.linspace(x - half, x + half, count + 1)
    rise = half * 0.5 * np.sin(np.linspace(0.15, np.pi - 0.15, count + 1))
    arcs = [
        bend(
            (knots[i], y - rise[i]),
            (
                (knots[i] + knots[i + 1]) / 2,
                y - max(rise[i], rise[i + 1]) - half * rng.uniform(0.3, 0.5),
            ),
            (knots[i + 1], y - rise[i + 1]),
            7,
        )
        for i in range(count)
    ]
    foot = bend((x + half, y - rise[-1]), (x, y + half * 0.16), (x - half, y - rise[0]), 10)
    path = join(*arcs, foot[1:-1])
    drawing.shape(
        path,
        Part.BACKGROUND,
        vary(rng, "#fdfdfd", 0.2),
        outline=[*(Stroke(arc, 0.65, 0.6, 0.4) for arc in arcs), Stroke(foot, 0.55, 0.3, 0.3)],
        tones=[Tone(path - drawing.light.away * half * (0.12, 0.16), 1, outside=True)],
    )


def draw_tree(drawing: Drawing, rng: np.random.Generator, foot: Pair, tall: float) -> None:
    """A tree: trunk with bark lines, and a crown in lumps with a darker inside."""
    x, y = foot
    half = tall * 0.055
    top = y - tall * 0.55
    left = bend((x - half * 1.7, y), (x - half * 0.8, y - tall * 0.2), (x - half * 0.7, top))
    right = bend((x + half * 0.7, top), (x + half * 0.8, y - tall * 0.2), (x + half * 1.7, y))
    trunk = join(left, right)
    bark = [
        Stroke(
            bend((x + k * half, y - tall * 0.1), (x + k * half * 0.4, y - 0.2 * tall), (x, top), 5),
            0.4,
        )
        for k in (-0.5, 0.4)
    ]
    drawing.shape(
        trunk,
        Part.OTHER,
        _pick(rng, ("#8a6244", "#6f5340", "#a3805c")),
        outline=[Stroke(left, 0.75, 0.9, 0.5), Stroke(right, 0.75, 0.5, 0.9)],
        inside=bark,
        tones=[drawing.shadow(trunk, half * 0.6)],
    )
    leaf = _pick(rng, LEAVES)
    center = (x, y - tall * 0.7)
    _draw_foliage(drawing, rng, center, (tall * 0.3, tall * 0.3), leaf)


def draw_bush(drawing: Drawing, rng: np.random.Generator, foot: Pair, half: float) -> None:
    """A round bush whose foot is hidden."""
    x, y = foot
    _draw_foliage(drawing, rng, (x, y - half * 0.5), (half, half * 0.85), _pick(rng, LEAVES[:4]))


def _draw_foliage(
    drawing: Drawing, rng: np.random.Generator, at: Pair, radii: Pair, color: Rgb
) -> None:
    arcs = _lumps(rng, at, radii, int(rng.integers(8, 12)))
    path = join(*arcs)
    inside = []
    for _ in range(5):
        x = at[0] + radii[0] * rng.uniform(-0.6, 0.6)
        y = at[1] + radii[1] * rng.uniform(-0.5, 0.6)
        step = radii[0] * 0.13
        inside.append(Stroke(bend((x - step, y), (x, y - step), (x + step, y), 5), 0.5, 0.2, 0.2))
    lit = path - drawing.light.away * radii * np.array([0.24, 0.28])
    drawing.shape(
        path,
        Part.OTHER,
        color,
        outline=[Stroke(arc, 0.75, 0.5, 0.4) for arc in arcs],
        inside=inside,
        tones=[Tone(lit, 1, outside=True)],
    )


def draw_window(drawing: Drawing, rng: np.random.Generator, at: Pair, half: Pair, sky: Rgb) -> None:
    """A window with a view of the sky, bars, a sill, and perhaps curtains."""
    x, y = at
    w, h = half
    frame = mix(_pick(rng, ("#ffffff", "#e9e2d6", "#a5805c")), (255, 255, 255), 0.2)
    drawing.shape(rectangle(x - w, y - h, x + w, y + h), Part.OTHER, frame, outline=0.75)
    rim = 0.018
    for left, right in ((x - w + rim, x - rim / 2), (x + rim / 2, x + w - rim)):
        for top, bottom in ((y - h + rim, y - rim / 2), (y + rim / 2, y + h - rim)):
            pane = rectangle(left, top, right, bottom)
            gleam = as_points(
                [(left + 0.02, bottom - 0.02), (left + (right - left) * 0.55, top + 0.02)]
            )
            drawing.shape(
                pane,
                Part.BACKGROUND,
                sky,
                outline=0.5,
                inside=[Stroke(gleam, 0.4, 0.2, 0.2)],
            )
    sill = rectangle(x - w - 0.025, y + h, x + w + 0.025, y + h + 0.022)
    drawing.shape(sill, Part.OTHER, frame, outline=0.7)
    if rng.random() < 0.7:
        color = _pick(rng, CURTAINS)
        for side in (-1, 1):
            _draw_curtain(
                drawing, (x + side * (w + 0.035), y - h - 0.05), h * 2 + 0.14, side, color
            )
        rail = rectangle(x - w - 0.09, y - h - 0.062, x + w + 0.09, y - h - 0.05)
        drawing.shape(rail, Part.OTHER, _pick(rng, ("#8a6244", "#6d6a66")), outline=0.6)


def _draw_curtain(drawing: Drawing, top: Pair, long: float, side: int, color: Rgb) -> None:
    x, y = top
    inner = smooth(
        [(x - side * 0.1, y), (x - side * 0.085, y + long * 0.5), (x - side * 0.06, y + long)]
    )
    outer = smooth(
        [(x + side * 0.045, y + long), (x + side * 0.04, y + long * 0.5), (x + side * 0.045, y)]
    )
    path = join(inner, outer)
    pleats = [
        Stroke(
            bend(
                (x + k * side, y),
                (x + k * side * 1.1, y + long / 2),
                (x + k * side * 0.7, y + long),
            ),
            0.5,
            0.5,
            0.3,
        )
        for k in (-0.06, -0.025, 0.012)
    ]
    drawing.shape(
        path,
        Part.OTHER,
        color,
        outline=0.7,
        inside=pleats,
        tones=[drawing.shadow(path, 0.02)],
    )


def draw_framed(drawing: Drawing, rng: np.random.Generator, at: Pair, half: Pair) -> None:
    """A framed picture of a landscape on the wall."""
    x, y = at
    w, h = half
    drawing.shape(
        rectangle(x - w, y - h, x + w, y + h),
        Part.OTHER,
        _pick(rng, ("#8a6244", "#3a3a40", "#d8c08a")),
        outline=0.75,
    )
    w, h = w - 0.015, h - 0.015
    area = rectangle(x - w, y - h, x + w, y + h)
    drawing.shape(area, Part.OTHER, _pick(rng, ("#bfe0f0", "#f6dcc0", "#e4def0")), outline=0.5)
    ridge = smooth(
        [
            (x - w, y + h * 0.1),
            (x - w * 0.3, y - h * 0.4),
            (x + w * 0.2, y + h * 0.2),
            (x + w, y - h * 0.15),
        ]
    )
    hill = join(ridge, as_points([(x + w, y + h), (x - w, y + h)]))
    drawing.shape(
        hill,
        Part.OTHER,
        _pick(rng, LEAVES[:3]),
        clip=area,
        outline=None,
        inside=[Stroke(ridge, 0.5, 0.6, 0.6)],
    )


def draw_house(
    drawing: Drawing, rng: np.random.Generator, foot: Pair, wide: float, tall: float
) -> None:
    """A house front from ``foot``, its lower left corner: roof, windows, door."""
    x, y = foot
    wall, trim = _pick(rng, FACADES), vary(rng, "#f6f2ea", 0.4)
    front = rectangle(x, y - tall, x + wide, y)
    side = rectangle(x + wide * 0.86, y - tall, x + wide + 0.01, y)
    tones = (
        [Tone(side)]
        if drawing.light.side < 0
        else [Tone(rectangle(x, y - tall, x + wide * 0.1, y))]
    )
    drawing.shape(front, Part.BACKGROUND, wall, outline=0.75, tones=tones)
    roof = as_points(
        [
            (x - 0.015, y - tall),
            (x + wide * 0.14, y - tall - 0.11),
            (x + wide * 0.86, y - tall - 0.11),
            (x + wide + 0.015, y - tall),
        ]
    )
    rows = [
        Stroke(
            as_points([(x - 0.01, y - tall - d), (x + wide + 0.01, y - tall - d)]), 0.4, 0.8, 0.8
        )
        for d in (0.035, 0.07)
    ]
    drawing.shape(roof, Part.BACKGROUND, _pick(rng, ROOFS), outline=0.75, inside=rows)
    columns, storeys = (2 if wide < 0.31 else 3), max(1, round(tall / 0.2))
    glass = _pick(rng, ("#9cc0d8", "#6f8fae", "#f4dc9a"))
    for storey in range(storeys):
        top = y - tall + 0.05 + storey * (tall - 0.05) / storeys
        for column in range(columns):
            middle = x + wide * (column + 0.5) / columns
            if storey == storeys - 1 and column == columns // 2:
                door = rectangle(middle - 0.035, y - 0.125, middle + 0.035, y)
                color = _pick(rng, ("#7a4a3a", "#3f6a5a", "#4a5f8a", "#a8483f"))
                drawing.shape(door, Part.OTHER, color, outline=0.65)
                continue
            if storey == storeys - 1:
                top = min(top, y - 0.13)
            outer = rectangle(middle - 0.032, top, middle + 0.032, top + 0.085)
            drawing.shape(outer, Part.OTHER, trim, outline=0.6)
            pane = rectangle(middle - 0.023, top + 0.01, middle + 0.023, top + 0.075)
            bar = as_points([(middle, top), (middle, top + 0.085)])
            drawing.shape(
                pane, Part.OTHER, glass, outline=0.45, inside=[Stroke(bar, 0.5, 0.9, 0.9)]
            )
