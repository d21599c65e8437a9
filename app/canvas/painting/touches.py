"""Where a brush touches the picture: along the pen's way, each time as wide as it was pressed."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, hypot

import cv2
import numpy as np

from models.arrays import U8Array

STEP_SHARE = 0.125
"""Of the radius from one touch to the next: the outline deviates by a five-hundredth of it."""
LEAST_STEP, LEAST_RADIUS = 0.4, 0.5
PRESSURE_FLOOR = 0.08
"""Share of size and opacity that is left when the pen hardly touches."""
PHASES = 4
"""Places within a pixel at which a touch's middle may lie, in each direction."""
RADIUS_STEPS = 64
"""Widths that are told apart up to each doubling."""
MOST_STAMP_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class BrushTip:
    """What the tip of a brush is like.

    radius    image pixels at full pressure, at least LEAST_RADIUS.
    hardness  0 to 1: the share of the radius that is covered fully. At 1 the edge is sharp to the
              pixel: each is covered fully or not at all.
    opacity   0 to 1, at full pressure.
    sizes, fades  whether pressure changes size and opacity.
    """

    radius: float
    hardness: float = 1.0
    opacity: float = 1.0
    sizes: bool = True
    fades: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.hardness <= 1 and 0 <= self.opacity <= 1 and self.radius > 0):
            raise ValueError(
                f"hardness and opacity lie between 0 and 1, a radius above; got {self}"
            )

    def pressed(self, pressure: float) -> tuple[float, float]:
        """Radius and opacity at a pressure of 0 to 1."""
        share = PRESSURE_FLOOR + (1 - PRESSURE_FLOOR) * pressure
        radius = max(LEAST_RADIUS, self.radius * (share if self.sizes else 1))
        return radius, self.opacity * (share if self.fades else 1)


@dataclass(frozen=True, slots=True, eq=False)
class Touch:
    """One touch: how far it covers each pixel, uint8 (h, w), from (left, top) of the picture."""

    left: int
    top: int
    cover_u8: U8Array


class Stamps:
    """Dabs of a hardness by radius and place within the pixel, the latest kept."""

    def __init__(self, hardness: float) -> None:
        self._hardness = hardness
        self._kept: OrderedDict[tuple[float, int, int], U8Array] = OrderedDict()
        self._held = 0

    def at(self, x: float, y: float, radius: float) -> tuple[int, int, U8Array]:
        """The corner (left, top) of a touch around an image point, and its cover."""
        steps = RADIUS_STEPS / 2 ** floor(np.log2(radius))
        radius = round(radius * steps) / steps
        across, down = round(x * PHASES), round(y * PHASES)
        (column, phase_x), (row, phase_y) = divmod(across, PHASES), divmod(down, PHASES)
        reach = int(np.ceil(radius)) + 1
        key = radius, phase_x, phase_y
        stamp = self._kept.get(key)
        if stamp is None:
            stamp = _stamp(radius, self._hardness, reach, phase_x / PHASES, phase_y / PHASES)
            self._kept[key] = stamp
            self._held += stamp.nbytes
            while self._held > MOST_STAMP_BYTES and len(self._kept) > 1:
                self._held -= self._kept.popitem(last=False)[1].nbytes
        self._kept.move_to_end(key)
        return column - reach, row - reach, stamp


def _stamp(radius: float, hardness: float, reach: int, x: float, y: float) -> U8Array:
    """A round touch, uint8 (2·reach + 1)², its middle (x, y) from its middle pixel's corner."""
    side = np.arange(-reach, reach + 1, dtype=np.float32) + np.float32(0.5)
    squared = np.add.outer((side - np.float32(y)) ** 2, (side - np.float32(x)) ** 2)
    if hardness >= 1:
        inside = squared <= np.float32(max(radius, 0.72) ** 2)
        return np.asarray(inside * np.uint8(255), dtype=np.uint8)
    fall = max(radius * (1 - hardness), 1.0)
    away = cv2.sqrt(squared)
    linear = np.clip(
        (np.float32(max(radius, fall / 2) + 0.5) - away) * np.float32(255 / fall), 0, 255
    )
    if fall <= 2:
        return linear.astype(np.uint8)
    return np.asarray(cv2.LUT(linear.astype(np.uint8), _SMOOTH), dtype=np.uint8)


_SHARE = np.arange(256) / 255
_SMOOTH = np.rint(255 * _SHARE**2 * (3 - 2 * _SHARE)).astype(np.uint8)
"""From a straight fall to one without corners."""


class TouchPath:
    """Turns a pen's positions into touches at even distances."""

    def __init__(self, tip: BrushTip) -> None:
        self._tip = tip
        self._stamps = Stamps(tip.hardness)
        self._last: tuple[float, float, float] | None = None
        self._left = 0.0

    def to(self, x: float, y: float, pressure: float) -> Iterator[Touch]:
        """The touches on the way from the last position to this one; the first is one touch."""
        if self._last is None:
            self._last = x, y, pressure
            yield self._touch(x, y, pressure)
            self._left = self._step(pressure)
            return
        x0, y0, pressure0 = self._last
        self._last = x, y, pressure
        length, done = hypot(x - x0, y - y0), 0.0
        while length - done >= self._left:
            done += self._left
            share = done / length
            pressed = pressure0 + (pressure - pressure0) * share
            yield self._touch(x0 + (x - x0) * share, y0 + (y - y0) * share, pressed)
            self._left = self._step(pressed)
        self._left -= length - done

    def _step(self, pressure: float) -> float:
        return max(LEAST_STEP, STEP_SHARE * self._tip.pressed(pressure)[0])

    def _touch(self, x: float, y: float, pressure: float) -> Touch:
        radius, opacity = self._tip.pressed(pressure)
        left, top, cover = self._stamps.at(x, y, radius)
        if opacity < 1:
            cover = np.asarray(cv2.convertScaleAbs(cover, alpha=opacity), dtype=np.uint8)
        return Touch(left, top, cover)
