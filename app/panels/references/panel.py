"""The reference panel: coloured drawings to take colours from, and what they told."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.references.edits import ClearPairs, RemoveReference
from app.panels.references.view import ReferenceView
from app.panels.widgets.icons import IconBinder
from app.panels.widgets.swatch import color_icon
from app.qimage import image_from_rgba
from app.session import Session
from models.arrays import U8Array
from models.hints.hints import Point
from models.matching.references import References
from models.requests.references import ReferenceReport, ToldRegion

THUMBNAIL = QSize(56, 56)
REGION_ROLE = Qt.ItemDataRole.UserRole
MOST_LISTED = 200


class ReferencePanel(QWidget):
    """Shows and changes the references of the session's document.

    Signals
    open_asked      choose files to add.
    dropped         paths of files that were dropped here.
    color_chosen    sRGB bytes that were picked from a reference, for the brush.
    palette_asked   make the palette of what the references show.
    pairing         a place that was picked to be paired, as (picture, (x, y)); None: no more.
    region_chosen   x, y in the drawing of a region in the list.
    """

    open_asked = Signal()
    dropped = Signal(object)
    color_chosen = Signal(object)
    palette_asked = Signal()
    pairing = Signal(object)
    region_chosen = Signal(float, float)

    def __init__(self, session: Session, icons: IconBinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._session = session
        self._shown = References()
        self._report: ReferenceReport | None = None
        self._place: Point | None = None
        self.add = self._button(
            icons, "open", self.tr("Add coloured drawings to take colours from"),
            self.open_asked.emit,
        )  # fmt: skip
        self.remove = self._button(
            icons, "clear", self.tr("Remove the reference that is shown"), self._remove
        )
        self.pair = self._button(
            icons, "pair",
            self.tr("Pair places: click one here, then the same one in the drawing"), None,
        )  # fmt: skip
        self.pair.setCheckable(True)
        self.pair.toggled.connect(self._set_pairing)
        self.unpair = self._button(
            icons, "undo", self.tr("Forget all paired places"), self._clear_pairs
        )
        self.make_palette = self._button(
            icons, "palette", self.tr("Make the palette of these drawings, and lock it"),
            self.palette_asked.emit,
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.pair, self.unpair, self.make_palette):
            row.addWidget(button)
        self._empty = QLabel(
            self.tr(
                "Drop coloured drawings of the same character here: a model sheet, or last "
                "week's picture. Regions take their colours from them."
            )
        )
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self.thumbnails = QListWidget()
        self.thumbnails.setAccessibleName(self.tr("References"))
        self.thumbnails.setViewMode(QListWidget.ViewMode.IconMode)
        self.thumbnails.setFlow(QListWidget.Flow.LeftToRight)
        self.thumbnails.setWrapping(False)
        self.thumbnails.setMovement(QListWidget.Movement.Static)
        self.thumbnails.setIconSize(THUMBNAIL)
        self.thumbnails.setFixedHeight(THUMBNAIL.height() + 16)
        self.thumbnails.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.thumbnails.currentRowChanged.connect(self._show_picture)
        self.view = ReferenceView()
        self.view.color_picked.connect(self.color_chosen)
        self.view.place_picked.connect(self._take_place)
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.regions = QListWidget()
        self.regions.setAccessibleName(self.tr("Regions to look at"))
        self.regions.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.regions.itemClicked.connect(self._choose_region)
        self.regions.itemActivated.connect(self._choose_region)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.regions)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._empty)
        layout.addWidget(self.thumbnails)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.said)
        session.document_changed.connect(self._show_document)
        self._show(References())
        self.setEnabled(session.document is not None)

    def _button(
        self, icons: IconBinder, icon: str, text: str, handler: Callable[[], None] | None
    ) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        icons.bind_icon(button.setIcon, icon)
        if handler is not None:
            button.clicked.connect(lambda _=False: handler())
        return button

    # What is done

    @property
    def current(self) -> int:
        """The number of the reference that is shown, -1 for none."""
        return self.thumbnails.currentRow()

    def _remove(self) -> None:
        self._session.apply(RemoveReference(self.current))

    def _clear_pairs(self) -> None:
        self._session.apply(ClearPairs())

    def _set_pairing(self, is_pairing: bool) -> None:
        self.view.set_picks_places(is_pairing)
        if not is_pairing:
            self._place = None
            self.pairing.emit(None)
        self._tell()

    def _take_place(self, x: float, y: float) -> None:
        self._place = (x, y)
        self.pairing.emit((self.current, (x, y)))
        self._tell()

    def end_pairing(self) -> None:
        """The pair is made, or given up."""
        self.pair.setChecked(False)

    def _choose_region(self, item: QListWidgetItem) -> None:
        region: ToldRegion = item.data(REGION_ROLE)
        if region.picture is not None and region.there is not None:
            self.thumbnails.setCurrentRow(region.picture)
            self.view.look_at(*region.there)
            self.view.show_marks(((region.there, ""),))
        self.region_chosen.emit(region.x, region.y)

    # Showing it

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        if document.references != self._shown:
            self._show(document.references)

    def _show(self, references: References) -> None:
        if references.pictures != self._shown.pictures or not references.pictures:
            row = self.current
            added = len(references.pictures) > len(self._shown.pictures)
            self._shown = references
            self.pair.setChecked(False)  # its place may be another reference's by now
            self.thumbnails.blockSignals(True)
            self.thumbnails.clear()
            for number, picture in enumerate(references.pictures, start=1):
                item = QListWidgetItem(_thumbnail(picture.rgb_u8), "")
                name = picture.name or self.tr("Reference {number}").format(number=number)
                item.setToolTip(name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
                item.setSizeHint(THUMBNAIL + QSize(8, 8))
                self.thumbnails.addItem(item)
            last = self.thumbnails.count() - 1
            row = last if added else min(max(row, 0), last)
            self.thumbnails.setCurrentRow(row)
            self.thumbnails.blockSignals(False)
            self._show_picture(row)
            self.end_pairing()  # what was picked may be no more, or have another number
        self._shown = references
        self._mark_pairs()
        has_any = bool(references.pictures)
        self._empty.setVisible(not has_any)
        for widget in (self.thumbnails, self.splitter):
            widget.setVisible(has_any)
        for button in (self.remove, self.pair):
            button.setEnabled(has_any)
        self.unpair.setEnabled(bool(references.pairs))
        if not has_any:
            self.show_report(None)
        self._tell()

    def _show_picture(self, row: int) -> None:
        pictures = self._shown.pictures
        self.view.show_image(_image(pictures[row].rgb_u8) if 0 <= row < len(pictures) else QImage())
        self._mark_pairs()

    def _mark_pairs(self) -> None:
        row = self.current
        marks = [
            (pair.there, str(number))
            for number, pair in enumerate(self._shown.pairs, start=1)
            if pair.picture == row
        ]
        self.view.show_marks(tuple(marks))

    def show_report(self, report: ReferenceReport | None) -> None:
        """Show what the references told of the picture that is shown; None: nothing yet."""
        self._report = report
        self.regions.clear()
        self.make_palette.setEnabled(report is not None and bool(report.palette))
        if report is not None:
            for region in (*report.open_regions, *report.unsure_regions)[:MOST_LISTED]:
                item = QListWidgetItem(self._describe(region))
                item.setData(REGION_ROLE, region)
                if region.color is not None:
                    item.setIcon(color_icon(region.color))
                self.regions.addItem(item)
        self.regions.setVisible(self.regions.count() > 0)
        self._tell()

    def _describe(self, region: ToldRegion) -> str:
        place = f"{region.x:.0f}, {region.y:.0f}"
        if region.color is None:
            text = self.tr("Open at {place} ({pixels} px)")
            return text.format(place=place, pixels=region.pixels)
        text = self.tr("{share} % sure at {place}")
        return text.format(share=round(100 * region.confidence), place=place)

    def _tell(self) -> None:
        self.said.setText(self._words())
        self.said.setVisible(bool(self.said.text()))

    def _words(self) -> str:
        if self.pair.isChecked():
            if self._place is None:
                return self.tr("Click a place in the reference.")
            return self.tr("Now click the same place in the drawing.")
        if self._report is None or not self._shown.pictures:
            return ""
        told = len(self._report.regions) - len(self._report.open_regions)
        text = self.tr("{told} regions coloured, {open} open, {unsure} to look at")
        return text.format(
            told=told,
            open=len(self._report.open_regions),
            unsure=len(self._report.unsure_regions),
        )

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them as references, not as drawings to open."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


def _image(rgb_u8: U8Array) -> QImage:
    alpha = np.full((*rgb_u8.shape[:2], 1), 255, dtype=np.uint8)
    return image_from_rgba(np.concatenate([rgb_u8, alpha], axis=2))


def _thumbnail(rgb_u8: U8Array) -> QIcon:
    """A picture no larger than it is shown, for screens of double density too."""
    size = THUMBNAIL * 2
    image = _image(rgb_u8)
    if image.width() > size.width() or image.height() > size.height():
        image = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return QIcon(QPixmap.fromImage(image))
