"""A widget that looks at a picture: what zooms, turns and moves its view."""

from math import atan2, degrees

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.canvas.viewport import Point, Viewport
from models.geometry import Size


class LookingWidget(QWidget):
    """Keeps a viewport; whoever derives from it paints the picture.

    Signals
    viewport_changed  the Viewport, after pan, zoom, rotation or resizing.

    Attributes
    needs_fit  whether the picture is new, and all of it is to be shown first.
    """

    viewport_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self.needs_fit = True

    @property
    def picture_size(self) -> Size | None:
        """Size of the picture; None while there is none."""
        raise NotImplementedError

    def anchor(self) -> Point:
        """The view point around which keys zoom and rotate: the middle."""
        return self.viewport.width / 2, self.viewport.height / 2

    def set_viewport(self, viewport: Viewport) -> None:
        """Look at the picture through another viewport."""
        if viewport != self.viewport:
            self.viewport = viewport
            self.needs_fit = False
            self.update()
            self.viewport_changed.emit(viewport)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by view pixels."""
        self.set_viewport(self._kept_near(self.viewport.panned(dx, dy)))

    def fit(self) -> None:
        """Show the whole picture."""
        if self.picture_size is not None:
            self.set_viewport(self.viewport.fitted(self.picture_size))

    def fit_if_new(self) -> None:
        """Show the whole of a picture that was not shown before, upright."""
        size = self.picture_size
        if size is not None and self.needs_fit:
            upright = Viewport(pixel_ratio=self.devicePixelRatioF())
            sized = upright.resized(self.width(), self.height(), self.devicePixelRatioF())
            self.set_viewport(sized.fitted(size))
            self.needs_fit = False

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a view point, by default the anchor."""
        self.set_viewport(self._kept_near(self.viewport.zoomed_at(at or self.anchor(), factor)))

    def zoom_to(self, zoom: float) -> None:
        """Show one image pixel as `zoom` device pixels, around the middle."""
        self.set_viewport(self._kept_near(self.viewport.zoomed_to(self._middle(), zoom)))

    def rotate_by(self, degrees: float, at: Point | None = None) -> None:
        """Rotate clockwise around a view point, by default the anchor."""
        self.set_viewport(self.viewport.rotated_at(at or self.anchor(), degrees))

    def turn(self, before: Point, after: Point) -> None:
        """Turn the picture about the view's middle, as from one view point to another."""
        x, y = self._middle()
        angles = [atan2(point[1] - y, point[0] - x) for point in (before, after)]
        self.rotate_by(degrees(angles[1] - angles[0]), (x, y))

    def reset_rotation(self) -> None:
        """Upright again."""
        self.set_viewport(self.viewport.rotated_at(self._middle(), -self.viewport.angle))

    def mirror(self) -> None:
        """Exchange left and right of the view; the picture itself stays."""
        self.set_viewport(self.viewport.mirrored_at(self._middle()))

    def _middle(self) -> Point:
        return self.viewport.width / 2, self.viewport.height / 2

    def _kept_near(self, viewport: Viewport) -> Viewport:
        return viewport if self.picture_size is None else viewport.kept_near(self.picture_size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle of the picture in the middle, and all of it in view if it was."""
        resized = self.viewport.resized(self.width(), self.height(), self.devicePixelRatioF())
        if self.needs_fit:
            self.viewport = resized
            self.fit_if_new()
            return
        size = self.picture_size
        was_fitted = size is not None and self.viewport == self.viewport.fitted(size)
        self.set_viewport(resized)
        if was_fitted:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Keep the zoom on a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            ratio = self.devicePixelRatioF()
            self.set_viewport(self.viewport.resized(self.width(), self.height(), ratio))
        return super().event(event)
