"""Paper, pen and brush: shapes cover what lies beneath them, and ink swells and tapers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, radians, sin

import cv2
import numpy as np
from curves import Curve, Points, Run, curve, outline
from numpy.typing import NDArray

from models.hints.parts import Part
from models.hints.tags import parse_color

FINE = 2
"""Ink is drawn so many times as fine as the picture."""
SHIFT = 4
HEAVY = np.array([0.42, 0.9])
"""Where lines are heavier: away from the light, below and to the right."""
PEN = 5.8
"""Width of an ordinary line in pixels."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour, and which part it belongs to."""

    color: str
    part: Part = Part.OTHER


WHITE = Paint("#ffffff")
Where = str | Curve
Window = tuple[slice, slice]


class Paper:
    """A picture in the making.

    ink     uint8 (H, W) at FINE times the size, 255 = ink.
    flat    uint8 (H, W, 3), colours; labels uint8 (H, W) their parts.
    """

    def __init__(self, width: int, height: int, ground: str, seed: int = 1) -> None:
        self.width, self.height = width, height
        self.ink = np.zeros((height * FINE, width * FINE), np.uint8)
        self.flat = np.empty((height, width, 3), np.uint8)
        self.flat[:] = parse_color(ground)
        self.labels = np.full((height, width), Part.BACKGROUND, np.uint8)
        self._rng = np.random.default_rng(seed)
        self._turn = np.eye(3)
        self._clips: list[NDArray[np.uint8]] = []
        self._figures: list[NDArray[np.uint8]] = []

    # Where things go

    @contextmanager
    def placed(
        self, x: float, y: float, *, turn: float = 0, size: float = 1, flip: bool = False
    ) -> Iterator[None]:
        """What is drawn within has its origin there, turned by degrees clockwise."""
        c, s = cos(radians(turn)) * size, sin(radians(turn)) * size
        before, f = self._turn, -1 if flip else 1
        self._turn = before @ np.array([[c * f, -s, x], [s * f, c, y], [0, 0, 1]])
        yield
        self._turn = before

    @contextmanager
    def within(self, where: Where) -> Iterator[None]:
        """What is drawn within stays inside a shape."""
        window, mask = self._mask(self._place(_as_curve(where, closed=True)))
        clip = np.zeros_like(self.ink)
        clip[window] = mask
        self._clips.append(clip)
        yield
        self._clips.pop()

    @contextmanager
    def figure(self, width: float = 7.0) -> Iterator[None]:
        """What is drawn within gets a contour around all of it, heavier than other lines."""
        self._figures.append(np.zeros_like(self.ink))
        yield
        mask = self._figures.pop()
        if self._figures:
            self._figures[-1] |= mask
        self._contour(mask, width)

    # Shapes and lines

    def shape(
        self,
        where: Where,
        paint: Paint | None = None,
        width: float = PEN,
        *,
        ends: float = 0.55,
    ) -> None:
        """A closed shape in a colour, with its outline; width 0: none. No paint: white."""
        paint = paint or WHITE
        placed = self._place(_as_curve(where, closed=True))
        window, mask = self._mask(placed)
        for figure in self._figures[-1:]:
            np.maximum(figure[window], mask, out=figure[window])
        self.ink[window] -= np.minimum(self.ink[window], mask)
        self._lay(window, mask, paint)
        if width:
            for run in placed:
                if run.inked:
                    whole = len(placed) == 1
                    self._stroke(run.points, width, (1, 1) if whole else (ends, ends), whole)

    def black(self, where: Where) -> None:
        """A spot of black."""
        window, mask = self._mask(self._place(_as_curve(where, closed=True)))
        np.maximum(self.ink[window], mask, out=self.ink[window])

    def color(self, where: Where, paint: Paint) -> None:
        """Colour alone, beneath the lines that are there."""
        window, mask = self._mask(self._place(_as_curve(where, closed=True)))
        self._lay(window, mask, paint)

    def line(
        self, where: Where, width: float = PEN * 0.8, ends: tuple[float, float] = (0.1, 0.1)
    ) -> None:
        """A stroke of the pen that tapers to shares of its width."""
        for run in self._place(_as_curve(where, closed=False)):
            if run.inked:
                self._stroke(run.points, width, ends, False)

    def lines(self, *where: str, width: float = PEN * 0.65) -> None:
        """Several thin strokes, which begin with some weight and run out."""
        for each in where:
            self.line(each, width, (0.7, 0.05))

    def dot(self, x: float, y: float, radius: float) -> None:
        """A dot of ink."""
        t = np.linspace(0, 2 * np.pi, 24)
        self.black((Run(np.column_stack([x + radius * np.cos(t), y + radius * np.sin(t)])),))

    def hatch(
        self, where: Where, angle: float, gap: float, width: float = 3.2, length: float = 1.0
    ) -> None:
        """Fine parallel strokes within a shape, of uneven lengths."""
        closed = _as_curve(where, closed=True)
        spots = outline(closed)
        ahead = np.array([cos(radians(angle)), sin(radians(angle))])
        side = np.array([-ahead[1], ahead[0]])
        far, near = spots @ side, spots @ ahead
        with self.within(closed):
            for place in np.arange(far.min() + gap / 2, far.max(), gap):
                reach = near.max() - near.min()
                start = near.min() + self._rng.uniform(0, 0.08) * reach
                end = start + reach * length * self._rng.uniform(0.8, 1.05)
                middle = side * (place + self._rng.uniform(-0.12, 0.12) * gap)
                points = np.array([middle + ahead * start, middle + ahead * end])
                points = np.linspace(points[0], points[1], 24)
                self.line((Run(points),), width, (0.8, 0.05))

    # Pixels

    def line_art(self) -> NDArray[np.uint8]:
        """uint8 (H, W), 0 = ink, of 16 greys."""
        small = cv2.resize(self.ink, (self.width, self.height), interpolation=cv2.INTER_AREA)
        return (255 - np.round(small / 17.0) * 17).astype(np.uint8)

    def _place(self, given: Curve) -> Curve:
        turn = self._turn
        return tuple(Run(r.points @ turn[:2, :2].T + turn[:2, 2], r.inked) for r in given)

    def _lay(self, window: Window, mask: NDArray[np.uint8], paint: Paint) -> None:
        small = mask[::FINE, ::FINE] > 127
        rows, columns = (slice(each.start // FINE, each.stop // FINE) for each in window)
        self.flat[rows, columns][small] = parse_color(paint.color)
        self.labels[rows, columns][small] = paint.part

    def _mask(self, placed: Curve) -> tuple[Window, NDArray[np.uint8]]:
        """How much of each fine pixel a placed shape covers within the clip, and where."""
        spots = outline(placed) * FINE
        size = np.array(self.ink.shape[::-1])
        low = np.clip(np.floor(spots.min(axis=0) / FINE - 1).astype(int) * FINE, 0, size)
        high = np.clip(np.ceil(spots.max(axis=0) / FINE + 1).astype(int) * FINE, low, size)
        window = np.s_[low[1] : high[1], low[0] : high[0]]
        mask = np.zeros_like(self.ink[window])
        if mask.size:
            ring = np.round((spots - low) * (1 << SHIFT)).astype(np.int32)
            cv2.fillPoly(mask, [ring[:, None]], 255, cv2.LINE_AA, SHIFT)
        if self._clips and mask.size:
            mask = cv2.bitwise_and(mask, self._clips[-1][window])
        return window, mask

    def _stroke(self, points: Points, width: float, ends: tuple[float, float], whole: bool) -> None:
        """Ink along points, heavier away from the light, uneven as a hand is."""
        place = np.r_[0, np.cumsum(np.hypot(*np.diff(points, axis=0).T))]
        if place[-1] < 1:
            return
        count = max(8, int(place[-1] / 3))
        at = np.linspace(0, place[-1], count)
        spots = np.column_stack([np.interp(at, place, axis) for axis in points.T])
        t = at / place[-1]
        reach = min(0.5, 160 / place[-1]) if min(ends) >= 0.3 else 0.5
        swell = np.ones(count)
        if not whole:
            for end, tip in ((t, ends[0]), (1 - t, ends[1])):
                rise = np.clip(end / reach, 0, 1)
                swell *= tip + (1 - tip) * np.sin(rise * np.pi / 2) ** 0.9
        ahead = np.gradient(spots, axis=0)
        ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
        lean = np.abs(ahead @ np.array([-HEAVY[1], HEAVY[0]]))
        if whole:
            middle = spots.mean(axis=0)
            lean = 0.5 + 0.5 * ((spots - middle) / (np.ptp(spots, axis=0) / 2 + 1) @ HEAVY)
        knots = self._rng.normal(0, 0.09, max(4, int(place[-1] / 70)))
        shake = np.interp(t, np.linspace(0, 1, len(knots)), knots)
        radius = width / 2 * swell * (0.78 + 0.34 * np.clip(lean, 0, 1)) * (1 + shake)
        radius = np.maximum(radius, 0.45) * FINE
        spots = spots * FINE
        low = np.floor(spots.min(axis=0) - radius.max() - 4).astype(int).clip(0)
        high = np.ceil(spots.max(axis=0) + radius.max() + 4).astype(int)
        high = np.minimum(high, self.ink.shape[::-1])
        if (high <= low).any():
            return
        mask = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
        spots = spots - low
        side = np.column_stack([-ahead[:, 1], ahead[:, 0]]) * radius[:, None]
        one = 1 << SHIFT
        left = np.round((spots + side) * one).astype(np.int32)
        right = np.round((spots - side) * one).astype(np.int32)
        for i in range(count - 1):
            quad = np.array([left[i], left[i + 1], right[i + 1], right[i]])
            cv2.fillConvexPoly(mask, quad, 255, cv2.LINE_AA, SHIFT)
        for (x, y), r in zip(np.round(spots * one).astype(int).tolist(), radius.tolist()):
            cv2.circle(mask, (x, y), round(r * one), 255, -1, cv2.LINE_AA, SHIFT)
        window = np.s_[low[1] : high[1], low[0] : high[0]]
        if self._clips:
            mask = cv2.bitwise_and(mask, self._clips[-1][window])
        np.maximum(self.ink[window], mask, out=self.ink[window])

    def _contour(self, mask: NDArray[np.uint8], width: float) -> None:
        """Ink around a mask, heavier away from the light."""
        pad = 32
        left, top, wide, high = cv2.boundingRect(mask)
        x0, y0 = max(left - pad, 0), max(top - pad, 0)
        window = np.s_[y0 : top + high + pad, x0 : left + wide + pad]
        solid = cv2.copyMakeBorder(
            (mask[window] > 127).astype(np.uint8), *[pad] * 4, cv2.BORDER_REPLICATE
        )
        soft = cv2.GaussianBlur(solid.astype(np.float32), (0, 0), 7)
        gx, gy = (cv2.Sobel(soft, cv2.CV_32F, *way, ksize=3) for way in ((1, 0), (0, 1)))
        norm = np.hypot(gx, gy) + 1e-6
        lean = -(gx * HEAVY[0] + gy * HEAVY[1]) / norm
        outside = cv2.distanceTransform(1 - solid, cv2.DIST_L2, 5)
        inside = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
        far = cv2.GaussianBlur(outside - inside, (0, 0), 2.5)
        reach = FINE * width * (0.55 + 0.3 * np.clip(lean, -0.6, 1))
        ring = np.clip(reach - far, 0, 1) * (far > -FINE * width / 2)
        found = (ring * 255).astype(np.uint8)[pad:-pad, pad:-pad]
        if self._clips:
            found = cv2.bitwise_and(found, self._clips[-1][window])
        np.maximum(self.ink[window], found, out=self.ink[window])


def _as_curve(where: Where, *, closed: bool) -> Curve:
    return curve(where, closed=closed) if isinstance(where, str) else where
