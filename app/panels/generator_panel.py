"""The generator panel: what can colour here, what cannot and why, and where it runs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.edits import SetGenerator, SetTidy, SetVariant
from app.panels.widgets.choice_row import ChoiceRow
from app.panels.widgets.share_slider import ShareSlider
from app.session import Session
from models.device import DeviceChoice, DeviceWish
from models.runtime.catalog import CatalogEntry
from models.spec import MOST_VARIANTS, GeneratorSpec

NAME_ROLE = Qt.ItemDataRole.UserRole
ROW_MARGIN = 6
"""Of a list's rows at either side, in the theme."""
DEVICE_NAMES = {"cpu": "CPU", "cuda": "GPU"}


class GeneratorRow(QWidget):
    """A generator's title, what it takes and what it is good for."""

    def __init__(self, entry: CatalogEntry) -> None:
        super().__init__()
        title = QLabel(QCoreApplication.translate("Generators", entry.title))
        self.detail = QLabel(self._describe(entry))
        self.detail.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(1)
        layout.addWidget(title)
        layout.addWidget(self.detail)
        if entry.spec is not None and entry.spec.summary:
            summary = QLabel(QCoreApplication.translate("Generators", entry.spec.summary))
            summary.setObjectName("muted")
            summary.setWordWrap(True)
            layout.addWidget(summary)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setEnabled(entry.problem is None)

    def _describe(self, entry: CatalogEntry) -> str:
        if entry.problem is not None:
            return self.tr("Cannot be used here")
        if entry.spec is None:
            return ""
        takes = {
            (True, True): self.tr("hints and tags"),
            (True, False): self.tr("hints"),
            (False, True): self.tr("tags"),
            (False, False): self.tr("no hints"),
        }[entry.spec.takes_hints, entry.spec.takes_tags]
        if not entry.spec.parameters:
            return takes
        millions = entry.spec.parameters / 1e6
        return self.tr("{takes} · {millions:.1f} M parameters").format(
            takes=takes, millions=millions
        )


class GeneratorList(QListWidget):
    """As high as its rows, so that the panel scrolls and nothing within it does."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_entries(self, entries: Sequence[CatalogEntry]) -> None:
        """List generators below the headings of their groups, the unusable ones greyed."""
        self.clear()
        group = ""
        for entry in entries:
            if entry.group not in ("", group):
                self._add_heading(QCoreApplication.translate("Generators", entry.group))
            group = entry.group
            self._add(entry)
        self._fit()

    def mark(self, name: str) -> None:
        """Show which one is in use."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(NAME_ROLE) == name and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap at another place."""
        super().resizeEvent(event)
        self._fit()

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        self.addItem(item)
        label = QLabel(title)
        label.setStyleSheet("font-weight: 600; padding: 8px 4px 2px 4px;")
        label.setWordWrap(True)
        self.setItemWidget(item, label)

    def _add(self, entry: CatalogEntry) -> None:
        item = QListWidgetItem()
        item.setData(NAME_ROLE, entry.name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
        if entry.problem is not None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(entry.problem)
        elif entry.spec is not None and entry.spec.licence:
            text = self.tr("Licence of the weights: {licence}")
            item.setToolTip(text.format(licence=entry.spec.licence))
        self.addItem(item)
        self.setItemWidget(item, GeneratorRow(entry))

    def _fit(self) -> None:
        width, height = self.viewport().width(), 2 * self.frameWidth()
        for row in range(self.count()):
            item = self.item(row)
            widget = self.itemWidget(item)
            if widget is not None:
                item.setSizeHint(QSize(0, widget.heightForWidth(width - 2 * ROW_MARGIN) + 6))
            height += self.sizeHintForRow(row)
        self.setFixedHeight(height)


class DeviceBox(QComboBox):
    """Chosen by a click or by keys: the wheel scrolls the panel that it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the panel."""
        event.ignore()


class GeneratorPanel(QWidget):
    """Chooses the document's generator and how it is used.

    Signals
    live_toggled   whether changes are coloured by themselves.
    color_asked   colour now.
    device_chosen  auto, cpu or cuda.
    generator_chosen  catalogue name of what the user chose.
    """

    live_toggled = Signal(bool)
    color_asked = Signal()
    device_chosen = Signal(str)
    generator_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._entries: tuple[CatalogEntry, ...] = ()
        self._running = ""
        self.list = GeneratorList()
        self.list.setAccessibleName(self.tr("Generators"))
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)  # Return, for those without a mouse
        self.live = QCheckBox(self.tr("Live colour"))
        self.live.toggled.connect(self.live_toggled)
        color_now = QPushButton(self.tr("Colour now"))
        color_now.clicked.connect(self.color_asked)
        row = QHBoxLayout()
        row.addWidget(self.live, 1)
        row.addWidget(color_now)
        self.device = DeviceBox()
        self.device.setAccessibleName(self.tr("Device"))
        wishes: tuple[tuple[str, DeviceWish], ...] = (
            (self.tr("Automatic"), "auto"), ("CPU", "cpu"), (self.tr("GPU (CUDA)"), "cuda"),
        )  # fmt: skip
        for text, wish in wishes:
            self.device.addItem(text, wish)
        self.device.activated.connect(
            lambda index: self.device_chosen.emit(self.device.itemData(index))
        )
        device_row = QHBoxLayout()
        label = QLabel(self.tr("Device"))
        label.setObjectName("muted")
        device_row.addWidget(label)
        device_row.addWidget(self.device, 1)
        self.tidy = ShareSlider(self.tr("Tidy"))
        self.tidy.setToolTip(
            self.tr(
                "Left: the generator's own picture. Middle: one hue a region, its light kept, and "
                "white paper. Right: one colour a region."
            )
        )
        self.usual_tidy = QToolButton()
        self.usual_tidy.setText(self.tr("Usual"))
        self.usual_tidy.setCheckable(True)
        self.usual_tidy.setToolTip(self.tr("As this generator's pictures look best"))
        tidy_row = QHBoxLayout()
        tidy_label = QLabel(self.tr("Tidy"))
        tidy_label.setObjectName("muted")
        for widget in (tidy_label, self.tidy, self.tidy.percent, self.usual_tidy):
            tidy_row.addWidget(widget, 1 if widget is self.tidy else 0)
        self.tidy.valueChanged.connect(lambda percent: self._set_tidy(percent / 100))
        self.tidy.sliderReleased.connect(session.seal)
        self.usual_tidy.clicked.connect(self._take_usual_tidy)
        self.variants = ChoiceRow(
            {
                number: (str(number + 1), self.tr("Another picture of the same drawing"))
                for number in range(MOST_VARIANTS)
            }
        )
        self.variants.chosen.connect(self._choose_variant)
        self.variants.hide()
        self.reason = QLabel()
        self.reason.setObjectName("muted")
        self.reason.setWordWrap(True)
        # Docks know nothing of height for width: without this the rows overlap when it is low.
        self.reason.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addLayout(device_row)
        layout.addLayout(tidy_row)
        layout.addWidget(self.variants)
        layout.addWidget(self.reason)
        layout.addWidget(self.list)
        layout.addStretch(1)
        session.document_changed.connect(self._show_document)

    def set_entries(self, entries: Sequence[CatalogEntry]) -> None:
        """List generators, the usable and the greyed ones."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self.list.set_entries(entries)
        if self._session.document is not None:
            self._show_document(self._session.document)

    def set_device_wish(self, wish: str) -> None:
        """Show which device is asked for."""
        self.device.setCurrentIndex(max(0, self.device.findData(wish)))

    def show_device(self, spec: GeneratorSpec, device: DeviceChoice) -> None:
        """Tell where the generator runs and why."""
        name = DEVICE_NAMES.get(device.name, device.name)
        reason = QCoreApplication.translate("Devices", device.reason)
        self.reason.setText(
            self.tr("{generator} runs on the {device}: {reason}").format(
                generator=QCoreApplication.translate("Generators", spec.title),
                device=name,
                reason=reason,
            )
        )
        self._running = spec.name
        self.list.mark(spec.name)
        if self._session.document is not None:
            self._show_document(self._session.document)

    def _show_document(self, document: Document) -> None:
        shown = self._shown_entry(document)
        self.list.mark(shown.name if shown else "")
        usual = shown.spec.tidy if shown and shown.spec else 0.0
        self.tidy.show_share(usual if document.tidy is None else document.tidy)
        self.usual_tidy.setChecked(document.tidy is None)
        count = shown.spec.variants if shown and shown.spec else 1
        for button in list(self.variants.buttons.values())[count:]:
            button.hide()
        for button in list(self.variants.buttons.values())[:count]:
            button.show()
        self.variants.setVisible(count > 1)
        self.variants.show_choice(min(document.variant, count - 1))

    def _shown_entry(self, document: Document) -> CatalogEntry | None:
        """The generator that colours the document, as far as is known."""
        usable = {entry.name: entry for entry in self._entries if entry.problem is None}
        names = (document.generator, self._running, *usable)
        return next((usable[name] for name in names if name in usable), None)

    def _set_tidy(self, tidy: float | None) -> None:
        if self._session.document is not None:
            self._session.apply(SetTidy(tidy))

    def _choose_variant(self, variant: object) -> None:
        if self._session.document is not None and isinstance(variant, int):
            self._session.apply(SetVariant(variant))
            self._session.seal()

    def _take_usual_tidy(self, is_usual: bool) -> None:
        self._set_tidy(None if is_usual else self.tidy.value() / 100)
        self._session.seal()

    def _choose(self, item: QListWidgetItem) -> None:
        is_usable = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)  # Qt tells of any row's click
        if not is_usable:
            return
        name = str(item.data(NAME_ROLE))
        self.generator_chosen.emit(name)
        if self._session.document is not None:
            self._session.apply(SetGenerator(name))
