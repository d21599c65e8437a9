"""The filmstrip: a row of thumbnails that are coloured as they come."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.panels.batch.frames import (
    COLORED_ROLE,
    IMAGE_ROLE,
    ITEM_ROLE,
    FrameItem,
    FrameListModel,
    FrameState,
)
from app.theme import Theme

MIN_THUMBNAIL_HEIGHT, MAX_THUMBNAIL_HEIGHT = 84, 240
MIN_ASPECT, MAX_ASPECT = 0.7, 1.9
"""Width of thumbnails by their height, whatever shape the frames have."""
MARGIN = 7
TEXT_HEIGHT = 24
SCROLL_BAR = 18
RADIUS = 5
SURE, UNSURE = 0.95, 0.8
"""Confidence from which a frame is taken for right, and below which it is taken for wrong."""
FADED = 0.55
"""Opacity of drawings that are not coloured yet."""


class FrameDelegate(QStyledItemDelegate):
    """Paints one frame: thumbnail on paper, state, confidence, name."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.thumbnail_height = MIN_THUMBNAIL_HEIGHT
        self.aspect = 1.0

    @property
    def cell(self) -> QSize:
        """Size of a cell."""
        height = self.thumbnail_height
        return QSize(round(height * self.aspect) + 2 * MARGIN, height + 2 * MARGIN + TEXT_HEIGHT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cells have one size."""
        return self.cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        item, image, theme = index.data(ITEM_ROLE), index.data(IMAGE_ROLE), self._theme()
        cell = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if state & QStyle.StateFlag.State_Selected:
            _fill(painter, cell.adjusted(2, 2, -2, -2), theme.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            _fill(painter, cell.adjusted(2, 2, -2, -2), theme.hover)
        height = self.thumbnail_height
        paper = QRectF(
            cell.left() + MARGIN, cell.top() + MARGIN, round(height * self.aspect), height
        )
        self._paint_picture(painter, paper, image, is_faded=not index.data(COLORED_ROLE))
        self._paint_marks(painter, paper, item)
        self._paint_rim(painter, paper, item)
        self._paint_text(painter, paper, item)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, paper: QRectF, image: QImage | None, *, is_faded: bool
    ) -> None:
        path = QPainterPath()
        path.addRoundedRect(paper, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(path)
        theme = self._theme()
        painter.fillRect(paper, QColor(theme.raised if is_faded else theme.surround))
        if image is not None:
            ratio = min(paper.width() / image.width(), paper.height() / image.height())
            width, height = image.width() * ratio, image.height() * ratio
            middle = paper.center()
            spot = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
            painter.setOpacity(FADED if is_faded else 1.0)
            painter.drawImage(spot, image)
        painter.restore()

    def _paint_marks(self, painter: QPainter, paper: QRectF, item: FrameItem) -> None:
        """Whether it is a key frame, and how sure it is."""
        if item.is_key:
            _paint_key(painter, paper, self._theme())
        if item.corrections:
            _paint_corrections(painter, paper, item.corrections, self._theme())
        if item.state.is_colored and item.confidence is not None:
            self._paint_confidence(painter, paper, item.confidence)

    def _paint_confidence(self, painter: QPainter, paper: QRectF, confidence: float) -> None:
        bar = QRectF(paper.left(), paper.bottom() - 4, paper.width(), 4)
        painter.fillRect(bar, QColor(0, 0, 0, 110))
        color = QColor(confidence_color(self._theme(), confidence))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * confidence, 4), color)

    def _paint_rim(self, painter: QPainter, paper: QRectF, item: FrameItem) -> None:
        theme = self._theme()
        rims = {
            FrameState.RUNNING: (theme.accent, 2.0),
            FrameState.FAILED: (theme.error, 2.0),
            FrameState.OUTDATED: (theme.warning, 2.0),
        }
        color, width = rims.get(item.state, (theme.line, 1.0))
        pen = QPen(QColor(color), width)
        if item.state is FrameState.OUTDATED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(paper, RADIUS, RADIUS)
        marks = {FrameState.FAILED: ("!", theme.error), FrameState.RUNNING: ("…", theme.accent)}
        if item.state in marks:
            text, color = marks[item.state]
            _paint_mark(painter, paper, text, color)

    def _paint_text(self, painter: QPainter, paper: QRectF, item: FrameItem) -> None:
        theme = self._theme()
        line = QRectF(paper.left() + 1, paper.bottom() + 4, paper.width() - 2, 20)
        note, color = self._note(item)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(color))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, note)
        room = line.width() - metrics.horizontalAdvance(note) - 6
        title = metrics.elidedText(item.title, Qt.TextElideMode.ElideLeft, int(room))
        painter.setPen(QColor(theme.text if item.state.is_colored else theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, title)

    def _note(self, item: FrameItem) -> tuple[str, str]:
        """What stands beside the name, and its colour."""
        theme = self._theme()
        if item.state is FrameState.FAILED:
            return self.tr("failed"), theme.error
        if item.state is FrameState.OUTDATED:
            return self.tr("redo"), theme.warning
        if item.state is FrameState.RUNNING:
            return self.tr("running"), theme.accent
        if item.state.is_colored and item.confidence is not None:
            return f"{item.confidence:.0%}", confidence_color(theme, item.confidence)
        return self.tr("held") if item.is_held else "", theme.muted


def confidence_color(theme: Theme, confidence: float) -> str:
    """#rrggbb of what a confidence means: right, look at it, wrong."""
    if confidence >= SURE:
        return theme.accent
    return theme.warning if confidence >= UNSURE else theme.error


def _fill(painter: QPainter, area: QRectF, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(area, RADIUS + 2, RADIUS + 2)


def _paint_key(painter: QPainter, paper: QRectF, theme: Theme) -> None:
    """A diamond in the corner, as key frames are marked on a time line."""
    x, y, reach = paper.left() + 13, paper.top() + 13, 6.0
    painter.setPen(QPen(QColor(theme.panel), 2))
    painter.setBrush(QColor(theme.accent))
    corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_corrections(painter: QPainter, paper: QRectF, count: int, theme: Theme) -> None:
    """How many places were corrected, in the other corner."""
    text = str(count)
    width = max(18, painter.fontMetrics().horizontalAdvance(text) + 10)
    badge = QRectF(paper.right() - width - 5, paper.top() + 5, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(badge, 9, 9)
    painter.setPen(QColor(theme.text))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


def _paint_mark(painter: QPainter, paper: QRectF, text: str, color: str) -> None:
    disc = QRectF(paper.center().x() - 14, paper.center().y() - 14, 28, 28)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(disc)
    font = painter.font()
    font.setBold(True)
    painter.save()
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Filmstrip(QListView):
    """Shows the frames of a batch in one row.

    Signals
    frame_chosen   the row that is current now.
    frame_opened   a row that was double-clicked, or chosen with Enter.
    view_moved     other frames came into view.
    """

    frame_chosen = Signal(int)
    frame_opened = Signal(int)
    view_moved = Signal()

    def __init__(self, theme: Callable[[], Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames = FrameListModel(self)
        self.setModel(self.frames)
        self._followed = -1
        self._delegate = FrameDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(self._delegate.cell.height() + SCROLL_BAR)
        self.setAccessibleName(self.tr("Frames"))
        self.activated.connect(lambda index: self.frame_opened.emit(index.row()))
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.view_moved.emit())

    @property
    def current(self) -> int:
        """The current row, -1 if there is none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a frame the current one and bring it into view."""
        index = self.frames.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def follow(self, row: int) -> None:
        """Bring the frame that is being coloured into view, unless the artist looks elsewhere."""
        before, self._followed = self._followed, row
        if row != before and (before < 0 or before in self.visible_rows()):
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self.frames.index(row, 0), hint)

    def set_aspect(self, aspect: float) -> None:
        """Width of the frames by their height."""
        self._delegate.aspect = max(MIN_ASPECT, min(MAX_ASPECT, aspect))
        self.scheduleDelayedItemsLayout()

    def visible_rows(self) -> range:
        """The frames in view."""
        count = self.frames.rowCount()
        if not count:
            return range(0)
        width = self._delegate.cell.width()
        first = max(0, self.horizontalScrollBar().value() // width)
        return range(first, min(count, first + self.viewport().width() // width + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A higher strip shows larger frames, a wider one more of them."""
        super().resizeEvent(event)
        room = self.height() - SCROLL_BAR - TEXT_HEIGHT - 2 * MARGIN
        height = max(MIN_THUMBNAIL_HEIGHT, min(MAX_THUMBNAIL_HEIGHT, room))
        if height != self._delegate.thumbnail_height:
            self._delegate.thumbnail_height = height
            self.scheduleDelayedItemsLayout()
        self.view_moved.emit()

    def _tell_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        if index.isValid():
            self.frame_chosen.emit(index.row())
