"""A page of preferences: rows of a label and what is set, and notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.languages.spoken import bare


class Page(QWidget):
    """One page; what is set on it holds at once."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = title
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 20, 24, 20)
        self._layout.setSpacing(14)
        heading = QLabel(title)
        heading.setObjectName("subheading")
        self._layout.addWidget(heading)

    def rows(self, *rows: tuple[str, QWidget]) -> None:
        """Labels, each beside what it names, at the present end of the page."""
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for text, widget in rows:
            label = QLabel(text)
            label.setMinimumHeight(widget.sizeHint().height())  # so that both stand on one line
            form.addRow(label, widget)
        self._layout.addLayout(form)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget as wide as the page."""
        self._layout.addWidget(widget, stretch)

    def note(self, text: str) -> QLabel:
        """A few words on what stands above."""
        label = muted(text)
        self._layout.addWidget(label)
        return label

    def end(self) -> None:
        """Nothing follows: what is there stays at the top."""
        self._layout.addStretch(1)


def muted(text: str) -> QLabel:
    """A note that breaks its lines."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label


def push_button(text: str, handler: Callable[[], object]) -> QPushButton:
    """A button that Return elsewhere in the dialog does not press."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: handler())
    return button


def check_box(action: QAction) -> QCheckBox:
    """A box that is checked as a command is."""
    box = QCheckBox(bare(action.text()))
    box.setChecked(action.isChecked())
    box.toggled.connect(action.setChecked)
    action.toggled.connect(box.setChecked)
    return box


def number_box(value: int, least: int, most: int, *, unit: str, step: int = 1) -> QSpinBox:
    """A whole number with its unit."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(unit)
    box.setValue(value)
    box.setKeyboardTracking(False)
    box.setMinimumWidth(110)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return box
