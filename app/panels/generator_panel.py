"""The generator panel: what can colour here, what cannot and why, and where it runs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.edits import SetGenerator
from app.session import Session
from models.runtime.catalog import CatalogEntry
from models.runtime.device import DeviceChoice, DeviceWish
from models.spec import GeneratorSpec

NAME_ROLE = Qt.ItemDataRole.UserRole
DEVICE_NAMES = {"cpu": "CPU", "cuda": "GPU"}


class GeneratorRow(QWidget):
    """A generator's title and one line about it."""

    def __init__(self, entry: CatalogEntry) -> None:
        super().__init__()
        title = QLabel(entry.title)
        self.detail = QLabel(self._describe(entry))
        self.detail.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(1)
        layout.addWidget(title)
        layout.addWidget(self.detail)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setEnabled(entry.problem is None)

    def _describe(self, entry: CatalogEntry) -> str:
        if entry.problem is not None:
            return self.tr("Cannot be used here")
        if entry.spec is None or entry.folder is None:
            return self.tr("Fills from the hints; always available")
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


class GeneratorPanel(QWidget):
    """Chooses the document's generator and how it is used.

    Signals
    live_toggled   whether changes are coloured by themselves.
    colour_asked   colour now.
    device_chosen  auto, cpu or cuda.
    generator_chosen  catalogue name of what the user chose.
    """

    live_toggled = Signal(bool)
    colour_asked = Signal()
    device_chosen = Signal(str)
    generator_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._entries: tuple[CatalogEntry, ...] = ()
        self._running = ""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Generators"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(56)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)  # Return, for those without a mouse
        self.live = QCheckBox(self.tr("Live colour"))
        self.live.toggled.connect(self.live_toggled)
        colour_now = QPushButton(self.tr("Colour now"))
        colour_now.clicked.connect(self.colour_asked)
        row = QHBoxLayout()
        row.addWidget(self.live, 1)
        row.addWidget(colour_now)
        self.device = QComboBox()
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
        self.reason = QLabel()
        self.reason.setObjectName("muted")
        self.reason.setWordWrap(True)
        # Docks know nothing of height for width: without this the rows overlap when it is low.
        self.reason.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addLayout(device_row)
        layout.addWidget(self.reason)
        session.document_changed.connect(self._show_document)

    def set_entries(self, entries: Sequence[CatalogEntry]) -> None:
        """List generators, the usable and the greyed ones."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(NAME_ROLE, entry.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
            row = GeneratorRow(entry)
            item.setSizeHint(QSize(0, row.sizeHint().height() + 6))
            if entry.problem is not None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(entry.problem)
            elif entry.spec is not None and entry.spec.licence:
                item.setToolTip(
                    self.tr("Licence of the weights: {licence}").format(licence=entry.spec.licence)
                )
            self.list.addItem(item)
            self.list.setItemWidget(item, row)
        if self._session.document is not None:
            self._show_document(self._session.document)

    def set_device_wish(self, wish: str) -> None:
        """Show which device is asked for."""
        self.device.setCurrentIndex(max(0, self.device.findData(wish)))

    def show_device(self, spec: GeneratorSpec, device: DeviceChoice) -> None:
        """Tell where the generator runs and why."""
        name = DEVICE_NAMES.get(device.name, device.name)
        self.reason.setText(
            self.tr("{generator} runs on the {device}: {reason}").format(
                generator=spec.title, device=name, reason=device.reason
            )
        )
        self._running = spec.name
        self._mark(spec.name)

    def spec_of(self, name: str) -> GeneratorSpec | None:
        """The spec of a listed generator; an empty name is the first usable one."""
        for entry in self._entries:
            if entry.problem is None and name in ("", entry.name):
                return entry.spec
        return None

    def _show_document(self, document: Document) -> None:
        usable = [entry.name for entry in self._entries if entry.problem is None]
        names = (document.generator, self._running, *usable)
        self._mark(next((name for name in names if name in usable), ""))

    def _mark(self, name: str) -> None:
        for index, entry in enumerate(self._entries):
            if entry.name == name and entry.problem is None:
                self.list.setCurrentRow(index)

    def _choose(self, item: QListWidgetItem) -> None:
        is_usable = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)  # Qt tells of any row's click
        if not is_usable:
            return
        name = str(item.data(NAME_ROLE))
        self.generator_chosen.emit(name)
        if self._session.document is not None:
            self._session.apply(SetGenerator(name))
