"""A picture that is being placed: moved, scaled and turned before it becomes paint."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import atan2, ceil, cos, degrees, floor, hypot, radians, sin

import cv2
import numpy as np

from app.canvas.tools import ToolHost, ToolSample
from app.canvas.viewport import Point, distance
from models.arrays import FloatArray, U8Array
from models.geometry import NOWHERE, Rect, Size

LEAST_SCALE, MOST_SCALE = 0.02, 50.0
HANDLE = 9.0
"""View pixels around a handle that take hold of it."""
ARM = 26.0
"""View pixels from the upper edge to the handle that turns."""
SNAP_DEGREES = 3.0
"""Upright, and each quarter of a turn, hold an angle that is as near."""


class Grip(Enum):
    """What the pen has hold of."""

    INSIDE = auto()
    CORNER = auto()
    ARM = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Placing:
    """A picture, uint8 RGBA (h, w, 4), over the drawing.

    x, y   its middle in image pixels. angle  degrees clockwise.
    """

    rgba_u8: U8Array
    x: float
    y: float
    scale: float = 1.0
    angle: float = 0.0

    def __post_init__(self) -> None:
        scale = min(MOST_SCALE, max(LEAST_SCALE, self.scale))
        angle = (self.angle + 180) % 360 - 180
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "angle", angle)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From its own pixels to the drawing's: m11, m12, m21, m22, dx, dy, as Qt has them."""
        height, width = self.rgba_u8.shape[:2]
        c, s = self.scale * cos(radians(self.angle)), self.scale * sin(radians(self.angle))
        return (
            c,
            s,
            -s,
            c,
            self.x - (c * width - s * height) / 2,
            self.y - (s * width + c * height) / 2,
        )

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """From the upper left one clockwise, in image pixels."""
        height, width = self.rgba_u8.shape[:2]
        upper_left, upper_right, lower_right, lower_left = (
            self._at(*own) for own in ((0, 0), (width, 0), (width, height), (0, height))
        )
        return upper_left, upper_right, lower_right, lower_left

    def arm(self, pixel_size: float) -> Point:
        """Where the handle that turns it lies; pixel_size: image pixels per view pixel."""
        width = self.rgba_u8.shape[1]
        return self._at(width / 2, -ARM * pixel_size / self.scale)

    def grip(self, at: Point, pixel_size: float) -> Grip | None:
        """What a press at an image point takes hold of."""
        reach = HANDLE * pixel_size
        if distance(at, self.arm(pixel_size)) <= reach:
            return Grip.ARM
        if any(distance(at, corner) <= reach for corner in self.corners):
            return Grip.CORNER
        m11, m12, m21, m22, dx, dy = self.matrix
        x, y = at[0] - dx, at[1] - dy
        own_x = (m22 * x - m21 * y) / self.scale**2
        own_y = (m11 * y - m12 * x) / self.scale**2
        height, width = self.rgba_u8.shape[:2]
        return Grip.INSIDE if 0 <= own_x <= width and 0 <= own_y <= height else None

    def dragged(self, grip: Grip, begin: Point, end: Point) -> "Placing":
        """As it is after the pen went from one image point to another with hold of it."""
        if grip is Grip.INSIDE:
            return replace(self, x=self.x + end[0] - begin[0], y=self.y + end[1] - begin[1])
        before, after = ((x - self.x, y - self.y) for x, y in (begin, end))
        if grip is Grip.CORNER:
            return replace(self, scale=self.scale * hypot(*after) / max(hypot(*before), 1e-6))
        angle = self.angle + degrees(atan2(after[1], after[0]) - atan2(before[1], before[0]))
        nearest = 90 * round(angle / 90)
        return replace(self, angle=nearest if abs(angle - nearest) <= SNAP_DEGREES else angle)

    def box(self, size: Size) -> Rect:
        """The part of a picture that it can cover."""
        xs, ys = zip(*self.corners)
        return Rect(floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))).clipped(size)

    def rendered(self, size: Size) -> tuple[Rect, U8Array]:
        """What of a picture of a size it covers, and its pixels there, uint8 (h, w, 4).

        Where it is only moved they are its own, to the bit.
        """
        m11, m12, m21, m22, dx, dy = self.matrix
        height, width = self.rgba_u8.shape[:2]
        if self.scale == 1 and self.angle == 0:
            own = Rect(0, 0, width, height).moved(round(dx), round(dy))
            area = own.clipped(size)
            return (
                (area, self.rgba_u8[area.slices_in(own)]) if not area.is_empty else (NOWHERE, _NONE)
            )
        area = self.box(size)
        if area.is_empty:
            return NOWHERE, _NONE
        source, across, down = self.rgba_u8, 1.0, 1.0
        if self.scale < 1:
            small = max(1, round(width * self.scale)), max(1, round(height * self.scale))
            across, down = width / small[0], height / small[1]
            source = _averaged(self.rgba_u8, small)
        m11, m12, m21, m22 = m11 * across, m12 * across, m21 * down, m22 * down
        # cv2 counts from the middles of pixels.
        x = dx - area.left + (m11 + m21) / 2 - 0.5
        y = dy - area.top + (m12 + m22) / 2 - 0.5
        turn = np.array([[m11, m21, x], [m12, m22, y]])
        warped = cv2.warpAffine(
            _premultiplied(source), turn, area.shape[::-1], flags=cv2.INTER_LINEAR
        )
        return area, _straight(np.asarray(warped, dtype=np.float32))

    def _at(self, x: float, y: float) -> Point:
        m11, m12, m21, m22, dx, dy = self.matrix
        return m11 * x + m21 * y + dx, m12 * x + m22 * y + dy


_NONE = np.zeros((0, 0, 4), dtype=np.uint8)


def _premultiplied(rgba_u8: U8Array) -> FloatArray:
    rgba = rgba_u8.astype(np.float32)
    rgba[..., :3] *= rgba[..., 3:] / 255
    return rgba


def _straight(rgba: FloatArray) -> U8Array:
    alpha = rgba[..., 3:]
    color = np.divide(rgba[..., :3] * 255, alpha, out=np.zeros_like(rgba[..., :3]), where=alpha > 0)
    return np.rint(np.clip(np.concatenate([color, alpha], axis=2), 0, 255)).astype(np.uint8)


def _averaged(rgba_u8: U8Array, small: tuple[int, int]) -> U8Array:
    averaged = cv2.resize(_premultiplied(rgba_u8), small, interpolation=cv2.INTER_AREA)
    return _straight(np.asarray(averaged, dtype=np.float32))


class PlaceTool:
    """Drags the picture that is placed, whatever tool is chosen."""

    def __init__(self, get: Callable[[], Placing | None], put: Callable[[Placing], None]) -> None:
        self._get, self._put = get, put
        self._held: tuple[Placing, Grip, Point] | None = None

    def press(self, sample: ToolSample, host: ToolHost) -> None:
        """Take hold of it, if there is something to hold."""
        placing, at = self._get(), sample.image.position
        grip = placing.grip(at, host.pixel_size) if placing is not None else None
        self._held = (placing, grip, at) if placing is not None and grip is not None else None

    def move(self, sample: ToolSample, host: ToolHost) -> None:
        """Drag it along."""
        if self._held is not None:
            placing, grip, begin = self._held
            self._put(placing.dragged(grip, begin, sample.image.position))

    def release(self, sample: ToolSample, host: ToolHost) -> None:
        """Let go."""
        self.move(sample, host)
        self._held = None

    def cancel(self, host: ToolHost) -> None:
        """Put it back."""
        if self._held is not None:
            self._put(self._held[0])
            self._held = None
