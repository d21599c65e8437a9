"""Where the picture lies in the view: pan, zoom, rotation and mirroring as one value.

Qt-free arithmetic. View coordinates are logical pixels of the widget from its top left corner,
image coordinates are picture pixels from the picture's top left corner.
"""

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin

from models.geometry import Rect, Size

Point = tuple[float, float]

MIN_SCALE = 0.01
MAX_SCALE = 64.0
FIT_MARGIN = 0.94
"""Share of the view that a fitted picture takes, so that its edge can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewport:
    """A view onto the picture.

    width, height  of the view in logical pixels.
    centre         the image point in the middle of the view.
    scale          logical pixels per image pixel.
    angle          clockwise rotation of the picture in degrees, in (-180, 180].
    is_mirrored    whether left and right are exchanged.
    pixel_ratio    device pixels per logical pixel.
    """

    width: float = 1.0
    height: float = 1.0
    centre: Point = (0.0, 0.0)
    scale: float = 1.0
    angle: float = 0.0
    is_mirrored: bool = False
    pixel_ratio: float = 1.0

    @property
    def zoom(self) -> float:
        """Device pixels per image pixel: 1.0 is shown as 100 %."""
        return self.scale * self.pixel_ratio

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """(m11, m12, m21, m22, dx, dy) with x' = m11·x + m21·y + dx, as QTransform orders it."""
        c, s = self._rotation()
        flip = -1.0 if self.is_mirrored else 1.0
        m11, m12 = self.scale * c * flip, self.scale * s * flip
        m21, m22 = -self.scale * s, self.scale * c
        dx = self.width / 2 - m11 * self.centre[0] - m21 * self.centre[1]
        dy = self.height / 2 - m12 * self.centre[0] - m22 * self.centre[1]
        return m11, m12, m21, m22, dx, dy

    def _rotation(self) -> Point:
        quarter, rest = divmod(self.angle, 90.0)
        if rest == 0.0:
            exact = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
            return exact[int(quarter) % 4]
        return cos(radians(self.angle)), sin(radians(self.angle))

    def to_view(self, x: float, y: float) -> Point:
        """The view point of an image point."""
        m11, m12, m21, m22, dx, dy = self.matrix
        return m11 * x + m21 * y + dx, m12 * x + m22 * y + dy

    def to_image(self, x: float, y: float) -> Point:
        """The image point of a view point."""
        dx, dy = self._offset_to_image(x - self.width / 2, y - self.height / 2)
        return self.centre[0] + dx, self.centre[1] + dy

    def _offset_to_image(self, dx: float, dy: float) -> Point:
        c, s = self._rotation()
        flip = -1.0 if self.is_mirrored else 1.0
        return flip * (c * dx + s * dy) / self.scale, (-s * dx + c * dy) / self.scale

    def resized(self, width: float, height: float, pixel_ratio: float) -> "Viewport":
        """The view with another widget size; the image point in the middle stays there."""
        scale = self.scale * self.pixel_ratio / pixel_ratio
        return replace(
            self,
            width=max(1.0, width),
            height=max(1.0, height),
            scale=scale,
            pixel_ratio=pixel_ratio,
        )

    def panned(self, dx: float, dy: float) -> "Viewport":
        """The picture moved by (dx, dy) view pixels."""
        ix, iy = self._offset_to_image(dx, dy)
        return replace(self, centre=(self.centre[0] - ix, self.centre[1] - iy))

    def zoomed_at(self, at: Point, factor: float) -> "Viewport":
        """Zoomed by a factor, within limits; the image point under `at` stays under it."""
        scale = min(MAX_SCALE, max(MIN_SCALE, self.scale * factor))
        return replace(self, scale=scale)._with_point_at(self.to_image(*at), at)

    def zoomed_to(self, at: Point, zoom: float) -> "Viewport":
        """Zoomed so that one image pixel takes `zoom` device pixels, around `at`."""
        return self.zoomed_at(at, zoom / self.zoom)

    def rotated_at(self, at: Point, degrees: float) -> "Viewport":
        """Rotated clockwise by degrees; the image point under `at` stays under it."""
        angle = (self.angle + degrees + 180.0) % 360.0 - 180.0
        angle = 180.0 if angle == -180.0 else angle
        return replace(self, angle=angle)._with_point_at(self.to_image(*at), at)

    def mirrored_at(self, at: Point) -> "Viewport":
        """Left and right exchanged as seen; the image point under `at` stays under it."""
        flipped = replace(self, is_mirrored=not self.is_mirrored, angle=-self.angle)
        return flipped._with_point_at(self.to_image(*at), at)

    def _with_point_at(self, image_point: Point, at: Point) -> "Viewport":
        ix, iy = self._offset_to_image(at[0] - self.width / 2, at[1] - self.height / 2)
        return replace(self, centre=(image_point[0] - ix, image_point[1] - iy))

    def fitted(self, size: Size) -> "Viewport":
        """The whole picture, as large as it goes at this rotation, in the middle."""
        c, s = (abs(value) for value in self._rotation())
        wide, high = size.width * c + size.height * s, size.width * s + size.height * c
        scale = FIT_MARGIN * min(self.width / wide, self.height / high)
        return replace(
            self,
            scale=min(MAX_SCALE, max(MIN_SCALE, scale)),
            centre=(size.width / 2, size.height / 2),
        )

    def showing(self, region: Rect, share: float, most: float) -> "Viewport":
        """A region of the picture in the middle, filling that share of the view, but no larger than
        `most` view pixels for one of the picture."""
        height, width = region.shape
        around = Size(max(1, round(height / share)), max(1, round(width / share)))
        scale = min(self.fitted(around).scale, max(most, MIN_SCALE))
        middle = (region.left + region.right) / 2, (region.top + region.bottom) / 2
        return replace(self, scale=scale, centre=middle)

    def kept_near(self, size: Size) -> "Viewport":
        """Moved back so far that part of the picture stays in view."""
        reach = 0.4 * min(self.width, self.height) / self.scale
        x = min(size.width + reach, max(-reach, self.centre[0]))
        y = min(size.height + reach, max(-reach, self.centre[1]))
        return replace(self, centre=(x, y))


def distance(a: Point, b: Point) -> float:
    """Length from a to b."""
    return hypot(b[0] - a[0], b[1] - a[1])
