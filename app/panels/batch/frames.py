"""The frames of a batch as the filmstrip shows them: a value for each, and the list's model."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole
IMAGE_ROLE = Qt.ItemDataRole.UserRole + 1
COLORED_ROLE = Qt.ItemDataRole.UserRole + 2
NO_PARENT = QModelIndex()
KEPT_IMAGES = 240
"""Thumbnails kept, those nearest to the latest: 60 MB at most, however long a cut is."""


class FrameState(Enum):
    """Where a frame stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    OUTDATED = "outdated"
    FAILED = "failed"

    @property
    def is_colored(self) -> bool:
        """Whether there is a coloured picture to look at."""
        return self in (FrameState.DONE, FrameState.SKIPPED, FrameState.OUTDATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameItem:
    """One frame of the filmstrip.

    title       short name under its thumbnail; label  its full one.
    confidence  0 to 1 that its colours are right, None where that is not known.
    why         of a frame that failed.
    is_key      whether it has hints of the artist's own; is_held  whether it shows the drawing of
                an earlier frame.
    corrections  places that the artist corrected since it was coloured.
    """

    label: str
    title: str
    state: FrameState = FrameState.WAITING
    confidence: float | None = None
    why: str = ""
    is_key: bool = False
    is_held: bool = False
    corrections: int = 0


class FrameListModel(QAbstractListModel):
    """Frames with their thumbnails, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[FrameItem] = []
        self._images: dict[int, QImage] = {}
        self._with_color: set[int] = set()

    @property
    def items(self) -> tuple[FrameItem, ...]:
        """The frames."""
        return tuple(self._items)

    def item(self, row: int) -> FrameItem:
        """One frame."""
        return self._items[row]

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """How many frames there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A frame's item, thumbnail, name, or what is said about it."""
        if not index.isValid():
            return None
        row, item = index.row(), self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.describe(item)
        if role == ITEM_ROLE:
            return item
        if role == IMAGE_ROLE:
            return self._images.get(row)
        return row in self._with_color and item.state.is_colored if role == COLORED_ROLE else None

    def set_items(self, items: Sequence[FrameItem], *, keeps_images: bool = False) -> None:
        """Show other frames; with `keeps_images` the same ones in another state."""
        if keeps_images and len(items) == len(self._items):
            for row, item in enumerate(items):
                self.set_item(row, item)
            return
        self.beginResetModel()
        self._items = list(items)
        self._images.clear()
        self._with_color.clear()
        self.endResetModel()

    def set_item(self, row: int, item: FrameItem) -> None:
        """Show one frame's new state."""
        if self._items[row] != item:
            self._items[row] = item
            self._tell(row)

    def has_image(self, row: int) -> bool:
        """Whether a frame has a thumbnail."""
        return row in self._images

    def set_image(self, row: int, image: QImage, *, is_colored: bool) -> None:
        """Give a frame its thumbnail: of its drawing, or of its coloured picture."""
        if row < len(self._items):
            self._images[row] = image
            while len(self._images) > KEPT_IMAGES:
                del self._images[max(self._images, key=lambda other: abs(other - row))]
            (self._with_color.add if is_colored else self._with_color.discard)(row)
            self._tell(row)

    def _tell(self, row: int) -> None:
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def describe(self, item: FrameItem) -> str:
        """A frame in words."""
        states = {
            FrameState.WAITING: self.tr("waiting"),
            FrameState.RUNNING: self.tr("is being coloured"),
            FrameState.DONE: self.tr("done"),
            FrameState.SKIPPED: self.tr("was done before"),
            FrameState.OUTDATED: self.tr("to be coloured again"),
            FrameState.FAILED: self.tr("failed"),
        }
        parts = [f"{item.label}: {states[item.state]}"]
        if item.confidence is not None and item.state.is_colored:
            parts.append(self.tr("confidence {share}").format(share=f"{item.confidence:.0%}"))
        if item.is_key:
            parts.append(self.tr("key frame with hints of its own"))
        elif item.is_held:
            parts.append(self.tr("held: the same drawing as an earlier frame"))
        if item.corrections:
            text = self.tr("1 place corrected by hand")
            if item.corrections > 1:
                text = self.tr("{count} places corrected by hand")
            parts.append(text.format(count=item.corrections))
        if item.why:
            parts.append(item.why)
        return "\n".join(parts)
