"""The bar of the regions: how wide a gap in the lines is closed, and how small a region may be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QSlider, QWidget

from app.document.document import Document
from app.document.edits import Edit
from app.document.region_edits import SetGap, SetSmallest
from app.session import Session
from app.window.regions.foot_bar import FootBar
from models.geometry import Size
from models.regions.regions import RegionSettings

WIDEST, WIDEST_SMALLEST = 32, 64
STEPS = 2
"""Of a slider, for each pixel."""
PAUSE_MS = 150
"""How long a slider rests before regions are found anew, which takes a while."""


class GapBar(FootBar):
    """Floats over its parent's foot while gaps or regions are shown."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("gap_bar", parent)
        self._session = session
        self._shown: set[str] = set()
        self.gap = PixelSlider(
            session,
            self,
            texts=(self.tr("Close gaps up to"), self.tr("Widest gap that is closed, in pixels")),
            most=WIDEST,
            value=lambda document: (document.gap, _usual_gap(document.size)),
            edit=SetGap,
        )
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        self.row.addWidget(line)
        self.smallest = PixelSlider(
            session,
            self,
            texts=(self.tr("Smallest region"), self.tr("Side of the smallest region, in pixels")),
            most=WIDEST_SMALLEST,
            value=lambda document: (document.smallest, _usual_smallest(document.size)),
            edit=SetSmallest,
        )
        session.document_changed.connect(self._refresh)

    def set_on(self, is_on: bool, what: str = "gaps") -> None:
        """Show the bar for this, once a drawing is open, or no longer for it."""
        self._shown = self._shown | {what} if is_on else self._shown - {what}
        self._refresh()

    def _refresh(self) -> None:
        self.show_if(bool(self._shown) and self._session.document is not None)


class PixelSlider(QObject):
    """A slider of pixels at the end of a bar, and a button for the usual value.

    texts  before the slider, and its name; most  pixels.
    value  of a document, None if the usual one holds, which is the second.
    edit   what sets a value.
    """

    def __init__(
        self,
        session: Session,
        bar: FootBar,
        *,
        texts: tuple[str, str],
        most: int,
        value: Callable[[Document], tuple[float | None, float]],
        edit: Callable[[float | None], Edit],
    ) -> None:
        super().__init__(bar)
        self._session, self._value, self._edit = session, value, edit
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, most * STEPS)
        self.slider.setFixedWidth(150)
        self.slider.setAccessibleName(texts[1])
        self._shown = QLabel()
        self._shown.setMinimumWidth(self._shown.fontMetrics().horizontalAdvance("00.0 px"))
        for widget in (QLabel(texts[0]), self.slider, self._shown):
            bar.row.addWidget(widget)
        tip = self.tr("As the drawing's size suggests")
        self.usual = bar.add_button(self.tr("Usual"), tip, is_checkable=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._apply)
        self.slider.valueChanged.connect(self._take_value)
        self.slider.sliderReleased.connect(self._release)
        self.usual.clicked.connect(self._take_usual)
        session.document_changed.connect(self._show_document)

    @property
    def is_waiting(self) -> bool:
        """Whether the slider was moved just now, and its value is not set yet."""
        return self._pause.isActive()

    def _show_document(self, document: Document) -> None:
        own, usual = self._value(document)
        self.usual.setChecked(own is None)
        if not self._pause.isActive():
            shown = usual if own is None else own
            self.slider.blockSignals(True)
            self.slider.setValue(round(shown * STEPS))
            self.slider.blockSignals(False)
            self._show_value(shown)

    def _show_value(self, pixels: float) -> None:
        self._shown.setText(self.tr("{pixels} px").format(pixels=f"{pixels:.1f}"))

    def _take_value(self, value: int) -> None:
        self._show_value(value / STEPS)
        self._pause.start()

    def _release(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._apply()
        self._session.seal()

    def _apply(self) -> None:
        self._session.apply(self._edit(self.slider.value() / STEPS))

    def _take_usual(self, is_usual: bool) -> None:
        if self._session.document is not None:
            self._session.apply(self._edit(None if is_usual else self.slider.value() / STEPS))
            self._session.seal()


def _usual_gap(size: Size) -> float:
    return RegionSettings().for_size(size).gap


def _usual_smallest(size: Size) -> float:
    return float(RegionSettings().for_size(size).smallest ** 0.5)
