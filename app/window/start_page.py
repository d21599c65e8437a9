"""What the window shows while nothing is open: how to begin, sample drawings and recent files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.files.samples import Sample
from app.panels.widgets.flow_layout import FlowLayout
from app.qimage import image_from_rgba
from app.theme import Appearance
from models.arrays import U8Array

THUMBNAIL_SIDE = 108
MAX_RECENT = 5


class SampleCard(QAbstractButton):
    """A sample's picture with its title."""

    TITLE_HEIGHT = 28

    def __init__(self, sample: Sample, rgba_u8: U8Array, parent: QWidget | None = None) -> None:
        """rgba_u8: uint8 RGBA (H, W, 4), opaque, within THUMBNAIL_SIDE at the screen's density."""
        super().__init__(parent)
        self.sample = sample
        self._pixmap = QPixmap.fromImage(image_from_rgba(rgba_u8))
        self.setText(sample.title)
        self.setAccessibleName(self.tr("Sample: {title}").format(title=sample.title))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Picture and title."""
        return QSize(THUMBNAIL_SIDE + 16, THUMBNAIL_SIDE + self.TITLE_HEIGHT + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture on its paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        palette, roles = self.palette(), QPalette.ColorRole
        frame = QRectF(1, 1, self.width() - 2, THUMBNAIL_SIDE + 6)
        paper = QPainterPath()
        paper.addRoundedRect(frame, 8, 8)
        painter.fillPath(paper, QColor(255, 255, 255))
        ratio = min(THUMBNAIL_SIDE / self._pixmap.width(), THUMBNAIL_SIDE / self._pixmap.height())
        width, height = self._pixmap.width() * ratio, self._pixmap.height() * ratio
        middle = frame.center()
        spot = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.drawPixmap(spot, self._pixmap, QRectF(self._pixmap.rect()))
        is_hot = self.underMouse() or self.hasFocus()
        rim = palette.color(roles.Highlight if is_hot else roles.Mid)
        painter.setPen(QPen(rim, 2 if is_hot else 1))
        painter.drawPath(paper)
        painter.setPen(palette.color(roles.WindowText))
        title = QRectF(0, frame.bottom() + 2, self.width(), self.TITLE_HEIGHT)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class StartPage(QWidget):
    """Invites to open a drawing.

    Signals
    open_asked      the file dialog.
    file_chosen     Path of a recent file.
    sample_chosen   a Sample.
    tour_asked      the tour of two minutes.
    """

    open_asked = Signal()
    file_chosen = Signal(object)
    sample_chosen = Signal(object)
    tour_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._zone = self._make_drop_zone()
        self._samples_label = QLabel(self.tr("Or try a sample"))
        self._samples_label.setObjectName("section")
        samples = QWidget()
        self._samples = FlowLayout(samples, spacing=10)
        self._recent_label = QLabel(self.tr("Recent"))
        self._recent_label.setObjectName("section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self._zone)
        column.addSpacing(14)
        column.addWidget(self._samples_label)
        column.addWidget(samples)
        column.addSpacing(10)
        column.addWidget(self._recent_label)
        column.addLayout(self._recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column, 14)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(1)
        self._samples_label.hide()
        self._recent_label.hide()

    def _make_drop_zone(self) -> QFrame:
        zone = QFrame()
        zone.setObjectName("dropZone")
        zone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        logo = QLabel()
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._appearance.bind_icon(
            lambda icon: logo.setPixmap(icon.pixmap(QSize(64, 64), self.devicePixelRatioF())),
            "tintline",
        )
        heading = QLabel(self.tr("Open a line drawing, or drop one here"))
        heading.setObjectName("heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setWordWrap(True)
        formats = QLabel(self.tr("PNG, JPEG, WebP, TIFF, BMP, PSD or a Tintline project"))
        formats.setObjectName("muted")
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(self.tr("Open…"))
        self.open_button.setObjectName("primary")
        self.open_button.setMinimumWidth(120)
        self.open_button.clicked.connect(self.open_asked)
        self.tour_button = QPushButton(self.tr("Tour of two minutes"))
        self.tour_button.clicked.connect(self.tour_asked)
        layout = QVBoxLayout(zone)
        layout.setContentsMargins(24, 30, 24, 30)
        layout.setSpacing(10)
        layout.addWidget(logo)
        layout.addWidget(heading)
        layout.addWidget(formats)
        layout.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self.open_button, self.tour_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return zone

    def show_dropping(self, is_dropping: bool) -> None:
        """Highlight the drop zone while a file hovers over the window."""
        self._zone.setProperty("dropping", is_dropping)
        self._zone.style().unpolish(self._zone)
        self._zone.style().polish(self._zone)

    def add_sample(self, sample: Sample, rgba_u8: U8Array) -> None:
        """Show a sample, once its thumbnail is read."""
        card = SampleCard(sample, rgba_u8)
        card.clicked.connect(lambda: self.sample_chosen.emit(sample))
        self._samples.addWidget(card)
        self._samples_label.show()

    def set_recent(self, files: Sequence[Path]) -> None:
        """Show the files opened or saved last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in files[:MAX_RECENT]:
            button = QPushButton()
            button.setObjectName("recent")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setText(f"{path.name}   —   {path.parent}")
            button.setToolTip(str(path))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, chosen=path: self.file_chosen.emit(chosen))
            self._recent.addWidget(button)
        self._recent_label.setVisible(bool(files))
