"""What stands beside the filmstrip: the plan of a batch, and what is wrong with its result."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class PlanFact:
    """One line of a plan: what it is about, and what will be; a warning stands out."""

    name: str
    text: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in a coloured frame.

    row   of the frame in the filmstrip. kind  in words; text  how much, and where.
    spot  (x, y) in the picture's pixels, None for what concerns all of it; side  of a square as
          large as what lies there.
    shown  of a colour pop, the first and the last position of the cut that show it.
    """

    row: int
    frame: str
    kind: str
    text: str
    spot: tuple[float, float] | None = None
    side: float = 0.0
    shown: tuple[int, int] | None = None


class PlanPage(QScrollArea):
    """Says what a batch is going to do, before it does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setContentsMargins(0, 8, 8, 8)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setWidget(body)
        self._facts: tuple[PlanFact, ...] = ()
        self._texts: list[QLabel] = []

    @property
    def facts(self) -> tuple[PlanFact, ...]:
        """The lines shown."""
        return self._facts

    def show_facts(self, facts: Sequence[PlanFact]) -> None:
        """Show other lines."""
        if tuple(facts) == self._facts:
            return
        is_same_form = [f.name for f in facts] == [f.name for f in self._facts]
        self._facts = tuple(facts)
        if is_same_form:  # new rows would flicker with every stroke
            for label, fact in zip(self._texts, facts, strict=True):
                _show_fact(label, fact)
            return
        self._texts.clear()
        while self._form.rowCount():
            self._form.removeRow(0)
        for fact in facts:
            name = QLabel(fact.name)
            name.setObjectName("muted")
            text = QLabel()
            _show_fact(text, fact)
            self._texts.append(text)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            text.setSizePolicy(policy)
            self._form.addRow(name, text)


def _show_fact(label: QLabel, fact: PlanFact) -> None:
    label.setText(fact.text)
    name = "warned" if fact.is_warning else "fact"
    if label.objectName() != name:
        label.setObjectName(name)
        label.style().unpolish(label)
        label.style().polish(label)


class ReportPage(QWidget):
    """Lists what is worth a look in the finished frames.

    Signals
    finding_chosen  a Finding: its frame should be shown.
    finding_opened  a Finding: its frame should be opened for correction.
    html_asked      open the report in the browser.
    next_asked      the next doubtful place.
    """

    finding_chosen = Signal(object)
    finding_opened = Signal(object)
    html_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self.summary = QLabel(self.tr("The report follows when all frames are done."))
        self.summary.setObjectName("muted")
        self.summary.setWordWrap(True)
        self.html_button = QPushButton(self.tr("Open report"))
        self.html_button.setToolTip(self.tr("Contact sheet and figures, in the browser"))
        self.html_button.clicked.connect(self.html_asked)
        self.html_button.setEnabled(False)
        self.next_button = QPushButton(self.tr("Next"))
        self.next_button.setToolTip(self.tr("Open the next doubtful region (D)"))
        self.next_button.setAccessibleName(self.tr("Next doubtful region"))
        self.next_button.clicked.connect(self.next_asked)
        self.next_button.setEnabled(False)
        self.corrections = QLabel()
        self.corrections.setObjectName("muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemClicked.connect(lambda item: self._choose(self.list.row(item)))
        self.list.itemActivated.connect(
            lambda item: self.finding_opened.emit(self._findings[self.list.row(item)])
        )
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.html_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.corrections)
        layout.addWidget(self.list, 1)
        self.corrections.hide()

    def step(self, by: int, *, pops_only: bool = False) -> int | None:
        """Choose the next finding, or one before, around at the ends; which it is, None for none.

        pops_only  pass over what is no colour pop.
        """
        count, at = len(self._findings), self.list.currentRow()
        if at < 0 and by < 0:
            at = count
        ways = ((at + by * step) % count for step in range(1, count + 1))
        found = (way for way in ways if not pops_only or self._findings[way].shown)
        chosen = next(found, None)
        if chosen is not None:
            self.list.setCurrentRow(chosen)
        return chosen

    def choose_pop(self, position: int) -> Finding | None:
        """Choose the colour pop that a position of the cut shows."""
        for at, finding in enumerate(self._findings):
            if finding.shown and finding.shown[0] <= position <= finding.shown[1]:
                self.list.setCurrentRow(at)
                return finding
        return None

    def show_corrections(self, text: str) -> None:
        """Say how many frames were corrected by hand; empty: none."""
        self.corrections.setText(text)
        self.corrections.setVisible(bool(text))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is listed."""
        return self._findings

    def show_report(self, summary: str, findings: Sequence[Finding], *, has_html: bool) -> None:
        """Show a report; `has_html` whether there is one to open."""
        at = self.list.currentRow()
        last = self._findings[at].row if 0 <= at < len(self._findings) else -1
        self._findings = tuple(findings)
        self.summary.setText(summary)
        self.html_button.setEnabled(has_html)
        self.next_button.setEnabled(bool(findings))
        self.list.blockSignals(True)
        self.list.clear()
        for finding in findings:
            text = f"{finding.frame} · {finding.kind}"
            item = QListWidgetItem(f"{text}\n{finding.text}" if finding.text else text)
            item.setToolTip(self.tr("Double-click to correct this frame"))
            self.list.addItem(item)
        # So that the next one asked for is the first from where the artist was.
        self.list.setCurrentRow(sum(finding.row < last for finding in findings) - 1)
        self.list.blockSignals(False)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._findings):
            self.finding_chosen.emit(self._findings[row])


class EmptyPage(QWidget):
    """Invites to choose a folder of frames.

    Signals
    asked  the dialog.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = QLabel(self.tr("Colour a whole cut as one"))
        heading.setObjectName("subheading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QLabel(
            self.tr(
                "Choose a folder of line drawings, or drop one here.\n"
                "Give one frame its colours; they are carried to the others."
            )
        )
        text.setObjectName("muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self.tr("Choose frames…"))
        self.button.setObjectName("primary")
        self.button.clicked.connect(self.asked)
        self.looking = QLabel()
        self.looking.setObjectName("muted")
        self.looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        for widget in (self._icon, heading, text, self.button, self.looking):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def set_icon(self, icon: QIcon) -> None:
        """The picture above the words."""
        self._icon.setPixmap(icon.pixmap(QSize(40, 40), self.devicePixelRatioF()))
