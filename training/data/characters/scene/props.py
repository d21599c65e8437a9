"""Things that figures hold and sit on: labelled OTHER, in the colours of the figure's palette."""

from collections.abc import Callable

import numpy as np

from models.hints.parts import Part
from models.hints.tags import Rgb
from training.data.characters.drawing.drawing import Drawing
from training.data.characters.drawing.geometry import (
    Matrix,
    Points,
    affine,
    as_points,
    bend,
    ellipse,
    join,
    moved,
    place,
    smooth,
)
from training.data.characters.drawing.marks import Glow, Stroke
from training.data.characters.figure.palette import mix

IVORY: Rgb = (246, 240, 226)
STEEL: Rgb = (196, 204, 214)
WOOD: Rgb = (146, 104, 70)


class _Bench:
    """Draws in the prop's own units: the grip at the origin, y down, before any tilt."""

    def __init__(self, drawing: Drawing, matrix: Matrix) -> None:
        self._drawing, self._matrix = drawing, matrix
        self.palette = drawing.palette

    def shape(
        self,
        path: Points,
        color: Rgb,
        *lines: Points,
        outline: float | list[Points] = 0.95,
        shade: float = 0.03,
        glow: Points | None = None,
    ) -> None:
        """A flat shape with lines in it."""
        put = self.put
        strokes: float | list[Stroke] = (
            outline
            if isinstance(outline, float)
            else [Stroke(put(edge), 0.95, 0.6, 0.6) for edge in outline]
        )
        self._drawing.shape(
            put(path),
            Part.OTHER,
            color,
            outline=strokes,
            tones=[self._drawing.shadow(put(path), shade)] if shade else [],
            glows=[] if glow is None else [Glow(put(glow), 0.5)],
            inside=[Stroke(put(line), 0.6, 0.5, 0.5) for line in lines],
        )

    def line(self, points: Points, width: float = 1.0) -> None:
        """A free pen line."""
        self._drawing.pen(Stroke(self.put(points), width, 0.8, 0.8))

    def put(self, points: Points) -> Points:
        """The prop's units to the figure's."""
        return place(points, self._matrix)


def draw_prop(drawing: Drawing, kind: str, grip: Points, side: int) -> None:
    """A prop (see PROPS) in a hand on a side whose grip is at a point of the figure."""
    size = 1.0
    matrix = affine(scale=(side * size, size), shift=(float(grip[0]), float(grip[1])))
    with drawing.named(f"prop {kind}"):
        PROPS[kind](_Bench(drawing, matrix))


def _box(left: float, top: float, right: float, bottom: float) -> Points:
    return as_points([(left, top), (right, top), (right, bottom), (left, bottom)])


def _book(bench: _Bench) -> None:
    """An open book seen from outside; the grip is at its outer lower edge."""
    half, tall = 0.34, 0.42
    x = -0.33
    for side in (-1, 1):
        cover = as_points(
            [
                (x, -tall + 0.12),
                (x + side * half, -tall + 0.05),
                (x + side * half, 0.06),
                (x, 0.14),
            ]
        )
        pages = cover + np.array([0.0, -0.035])
        bench.shape(pages, IVORY, outline=0.7, shade=0.0)
        frame = (cover - cover.mean(axis=0)) * 0.72 + cover.mean(axis=0)
        bench.shape(cover, bench.palette.ribbon, np.concatenate([frame, frame[:1]]))
    spine = _box(x - 0.03, -tall + 0.1, x + 0.03, 0.15)
    bench.shape(spine, mix(bench.palette.ribbon, (30, 24, 30), 0.25), outline=0.8)


def _cup(bench: _Bench) -> None:
    ring = join(
        bend((0.09, -0.12), (0.24, -0.1), (0.08, 0.07)),
        bend((0.07, 0.03), (0.17, -0.07), (0.09, -0.08)),
    )
    body = join(
        bend((-0.13, -0.17), (0.0, -0.13), (0.13, -0.17)),
        bend((0.13, -0.17), (0.12, 0.0), (0.09, 0.12)),
        bend((0.09, 0.12), (0.0, 0.16), (-0.09, 0.12)),
        bend((-0.09, 0.12), (-0.12, 0.0), (-0.13, -0.17)),
    )
    bench.shape(ring, bench.palette.trim, outline=0.8, shade=0.0)
    band = bend((-0.12, -0.04), (0.0, 0.0), (0.12, -0.04))
    bench.shape(body, bench.palette.trim, band, moved(band, 0.0, 0.05), shade=0.04)
    bench.shape(
        ellipse((0.0, -0.17), (0.13, 0.035), steps=24), (122, 84, 58), outline=0.8, shade=0.0
    )
    for x in (-0.05, 0.04):
        bench.line(
            smooth([(x, -0.24), (x + 0.03, -0.3), (x - 0.01, -0.36), (x + 0.02, -0.42)]), 0.5
        )


def _phone(bench: _Bench) -> None:
    body = smooth(
        [(-0.085, -0.2), (0.085, -0.2), (0.09, 0.0), (0.085, 0.14), (-0.085, 0.14), (-0.09, 0.0)],
        closed=True,
        steps=4,
    )
    gleam = as_points([(-0.06, 0.04), (0.03, -0.16), (0.06, -0.16), (-0.03, 0.06)])
    bench.shape(body, bench.palette.ribbon, shade=0.02, glow=gleam)
    lens = ellipse((-0.045, -0.14), (0.024, 0.024), steps=14)
    bench.shape(lens, (40, 42, 50), outline=0.6, shade=0.0)


def _flower(bench: _Bench) -> None:
    stem = smooth([(0.0, 0.26), (0.01, 0.0), (-0.02, -0.28)])
    bench.line(stem, 1.6)
    leaf = join(
        bend((0.0, -0.04), (0.12, -0.14), (0.17, -0.1)),
        bend((0.17, -0.1), (0.1, -0.02), (0.0, -0.04)),
    )
    bench.shape(leaf, (106, 158, 88), as_points([(0.01, -0.045), (0.13, -0.095)]), outline=0.7)
    middle = np.array([-0.02, -0.34])
    for k in range(6):
        angle = k * np.pi / 3 + 0.3
        out = np.array([np.cos(angle), np.sin(angle)])
        side = np.array([-out[1], out[0]])
        tip = middle + out * 0.15
        petal = smooth(
            [middle, middle + out * 0.09 + side * 0.062, tip, middle + out * 0.09 - side * 0.062],
            closed=True,
            steps=4,
        )
        crease = as_points([middle + out * 0.05, middle + out * 0.1])
        bench.shape(petal, bench.palette.ribbon, crease, outline=0.75, shade=0.02)
    bench.shape(ellipse(middle, (0.05, 0.05), steps=16), (240, 200, 84), outline=0.75, shade=0.015)


def _bag(bench: _Bench) -> None:
    """A hand bag hanging from the grip."""
    for x in (-0.13, 0.13):
        strap = join(
            bend((0.0, 0.0), (x * 1.2, 0.06), (x, 0.26)),
            bend((x * 0.72, 0.26), (x * 0.85, 0.1), (0.0, 0.04)),
        )
        bench.shape(strap, mix(bench.palette.second, (60, 40, 30), 0.3), outline=0.75, shade=0.0)
    body = smooth(
        [
            (-0.24, 0.24),
            (0.0, 0.22),
            (0.24, 0.24),
            (0.29, 0.48),
            (0.25, 0.62),
            (0.0, 0.65),
            (-0.25, 0.62),
            (-0.29, 0.48),
        ],
        closed=True,
        steps=5,
    )
    bench.shape(body, bench.palette.second, shade=0.06)
    flap = join(
        bend((-0.245, 0.24), (0.0, 0.2), (0.245, 0.24)),
        bend((0.25, 0.4), (0.0, 0.56), (-0.25, 0.4)),
    )
    bench.shape(flap, bench.palette.trim, outline=0.85, shade=0.04)
    bench.shape(_box(-0.035, 0.43, 0.035, 0.52), bench.palette.metal, outline=0.7, shade=0.0)


def _umbrella(bench: _Bench) -> None:
    """An open umbrella; the canopy is over the head, the hook below the hand."""
    bench.shape(_box(-0.018, -1.75, 0.018, 0.3), STEEL, outline=0.8, shade=0.0)
    hook = join(
        bend((-0.025, 0.28), (-0.03, 0.56), (-0.13, 0.5)),
        as_points([(-0.14, 0.42), (-0.1, 0.42)]),
        bend((-0.09, 0.45), (0.0, 0.5), (0.025, 0.28)),
    )
    bench.shape(hook, WOOD, outline=0.85, shade=0.0)


def draw_canopy(drawing: Drawing, grip: Points, side: int) -> None:
    """The umbrella's canopy, which is drawn behind the head."""
    matrix = affine(scale=(side, 1.0), shift=(float(grip[0]), float(grip[1])))
    with drawing.named("prop canopy"):
        bench = _Bench(drawing, matrix)
        top = np.array([0.0, -2.02])
        ribs = np.linspace(-1.12, 1.12, 6)
        low = -1.3 + 0.16 * (1 - (ribs / 1.12) ** 2) * 0.4
        for i in range(5):
            left, right = np.array([ribs[i], low[i]]), np.array([ribs[i + 1], low[i + 1]])
            hem = bend(right, (left + right) / 2 + (0.0, -0.14), left)
            up = bend(left, (left[0] * 0.86, -1.86), top)
            down = bend(top, (right[0] * 0.86, -1.86), right)
            panel = join(up, down[1:], hem[1:-1])
            color = (
                bench.palette.ribbon if i % 2 else mix(bench.palette.ribbon, (255, 255, 255), 0.4)
            )
            bench.shape(panel, color, outline=[up, down, hem], shade=0.05)
        bench.line(as_points([top, top - (0.0, 0.12)]), 1.8)


def _sword(bench: _Bench) -> None:
    blade = as_points(
        [(-0.055, -0.12), (-0.05, -1.25), (0.0, -1.42), (0.05, -1.25), (0.055, -0.12)]
    )
    bench.shape(blade, STEEL, as_points([(0.0, -0.14), (0.0, -1.26)]), shade=0.025)
    bench.shape(_box(-0.028, -0.1, 0.028, 0.26), WOOD, outline=0.8, shade=0.0)
    guard = smooth(
        [(-0.2, -0.15), (0.0, -0.12), (0.2, -0.15), (0.2, -0.1), (0.0, -0.07), (-0.2, -0.1)],
        closed=True,
        steps=4,
    )
    bench.shape(guard, bench.palette.metal, outline=0.85, shade=0.015)
    bench.shape(
        ellipse((0.0, 0.29), (0.045, 0.045), steps=16),
        bench.palette.metal,
        outline=0.85,
        shade=0.015,
    )


PROPS: dict[str, Callable[[_Bench], None]] = {
    "book": _book,
    "cup": _cup,
    "phone": _phone,
    "flower": _flower,
    "bag": _bag,
    "umbrella": _umbrella,
    "sword": _sword,
}
HOLDING_ARMS = ("hold", "hold_out", "read", "carry")
"""Arms whose hand can hold a prop."""


def draw_seat(
    drawing: Drawing, kind: str, *, span: tuple[float, float], top: float, ground: float
) -> None:
    """A chair, stool, crate or wall to sit on, between two x, from its surface to the ground."""
    left, right = span
    wood = mix(WOOD, drawing.palette.trim, 0.25)
    bench = _Bench(drawing, affine())
    with drawing.named("seat"):
        if kind == "chair":
            inner = 0.07
            for x in (left, right - inner):
                bench.shape(_box(x, 1.0, x + inner, ground - 0.12), wood, outline=0.9)
            for y in (1.08, 1.5, 1.9):
                bench.shape(_box(left + inner, y, right - inner, y + 0.16), wood, outline=0.9)
        if kind in ("chair", "stool"):
            for x in (left + 0.04, right - 0.13):
                bench.shape(_box(x, top, x + 0.09, ground), wood, outline=0.9)
            seat = join(
                bend((left - 0.03, top), (left, top - 0.08), (left + 0.08, top - 0.08), 5),
                bend((right - 0.08, top - 0.08), (right, top - 0.08), (right + 0.03, top), 5),
                as_points([(right + 0.03, top + 0.13), (left - 0.03, top + 0.13)]),
            )
            bench.shape(seat, bench.palette.ribbon if kind == "stool" else wood, outline=1.0)
            return
        body = _box(left, top, right, ground)
        lines = [as_points([(left, y), (right, y)]) for y in np.arange(top + 0.4, ground, 0.4)]
        if kind == "wall":
            rows = np.arange(top, ground, 0.4)
            for i, y in enumerate(rows):
                for x in np.arange(left + 0.25 + 0.22 * (i % 2), right, 0.45):
                    lines.append(as_points([(x, y), (x, min(y + 0.4, ground))]))
        color = wood if kind == "crate" else mix((176, 168, 160), bench.palette.trim, 0.15)
        bench.shape(body, color, *lines, outline=1.0, shade=0.08)
        slab = _box(left - 0.05, top - 0.06, right + 0.05, top + 0.1)
        bench.shape(slab, mix(color, (255, 255, 255), 0.25), outline=1.0, shade=0.03)


SEATS = ("stool", "crate", "wall")
