"""A bar at the foot of the picture: up to how wide a gap in the lines is closed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from app.document.document import Document
from app.document.region_edits import SetGap
from app.session import Session
from app.window.regions.foot_bar import FootBar
from models.geometry import Size
from models.regions.regions import RegionSettings

WIDEST = 32
STEPS = 2
"""Of the slider, for each pixel."""
PAUSE_MS = 150
"""How long the slider rests before regions are found anew, which takes a while."""


class GapBar(FootBar):
    """Floats over its parent's foot while gaps are shown."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("gap_bar", parent)
        self._session = session
        self._is_on = False
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, WIDEST * STEPS)
        self.slider.setFixedWidth(220)
        self.slider.setAccessibleName(self.tr("Widest gap that is closed, in pixels"))
        self._value = QLabel()
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("00.0 px"))
        for widget in (QLabel(self.tr("Close gaps up to")), self.slider, self._value):
            self.row.addWidget(widget)
        self.usual = self.add_button(
            self.tr("Usual"),
            self.tr("Close gaps as the drawing's size suggests"),
            is_checkable=True,
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._apply)
        self.slider.valueChanged.connect(self._take_value)
        self.slider.sliderReleased.connect(self._release)
        self.usual.clicked.connect(self._take_usual)
        session.document_changed.connect(self._show_document)

    def set_on(self, is_on: bool) -> None:
        """Show the bar once a drawing is open, or hide it."""
        self._is_on = is_on
        document = self._session.document
        if document is not None:
            self._show_document(document)
        self.show_if(is_on and document is not None)

    def _show_document(self, document: Document) -> None:
        gap = document.gap
        self.usual.setChecked(gap is None)
        if not self._pause.isActive():
            shown = _usual_gap(document.size) if gap is None else gap
            self.slider.blockSignals(True)
            self.slider.setValue(round(shown * STEPS))
            self.slider.blockSignals(False)
            self._show_value(shown)
        self.show_if(self._is_on)

    def _show_value(self, gap: float) -> None:
        self._value.setText(self.tr("{gap} px").format(gap=f"{gap:.1f}"))

    def _take_value(self, value: int) -> None:
        self._show_value(value / STEPS)
        self._pause.start()

    def _release(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._apply()
        self._session.seal()

    def _apply(self) -> None:
        self._session.apply(SetGap(self.slider.value() / STEPS))

    def _take_usual(self, is_usual: bool) -> None:
        document = self._session.document
        if document is not None:
            self._session.apply(SetGap(None if is_usual else self.slider.value() / STEPS))
            self._session.seal()


def _usual_gap(size: Size) -> float:
    return RegionSettings().for_size(size).gap
