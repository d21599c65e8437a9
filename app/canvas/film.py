"""A frame of an animation over the canvas, in the place of the document's own picture."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QTabletEvent
from PySide6.QtWidgets import QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.onion import OnionSkin, paint_onion
from app.canvas.overlay.overlay import view_transform
from models.geometry import Size


@dataclass(frozen=True, slots=True, eq=False)
class FilmPicture:
    """A coloured frame of any size, the size that it has in the picture, and its neighbours."""

    image: QImage
    size: Size
    skins: tuple[OnionSkin, ...] = ()


class FilmScreen(QWidget):
    """Lies over a canvas while an animation plays, and looks through the canvas's viewport.

    Signals
    touched  pen or mouse wants to draw: the animation should stand still.
    """

    touched = Signal()

    def __init__(self, canvas: CanvasWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.picture: FilmPicture | None = None
        self.surround = QColor(0x48, 0x48, 0x48)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        canvas.installEventFilter(self)
        canvas.viewport_changed.connect(lambda _: self.update())

    def show_picture(self, picture: FilmPicture | None) -> None:
        """Show a frame; None: the canvas itself again."""
        self.picture = picture
        if picture is None:
            self.hide()
            return
        self.setGeometry(self._canvas.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and its neighbours as the canvas would."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.surround)
        if self.picture is not None:
            size, viewport = self.picture.size, self._canvas.viewport
            painter.save()
            painter.setTransform(view_transform(viewport))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(0, 0, size.width, size.height)
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.drawImage(place, self.picture.image)
            painter.restore()
            paint_onion(painter, viewport, self.picture.skins)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the canvas."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button stands the animation still; others move the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.touched.emit()
        else:
            event.ignore()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The pen stands the animation still."""
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self.touched.emit()
