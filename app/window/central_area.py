"""The middle of the window: start page or canvas, with banner and bars floating over them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.session import Session
from app.theme import Appearance
from app.window.banner import Banner
from app.window.painting.paint_bar import PaintBar
from app.window.regions.fill_bar import FillBar
from app.window.regions.foot_bar import FootBar
from app.window.regions.gap_bar import GapBar
from app.window.start_page import StartPage


class CentralArea(QWidget):
    """Shows the start page until a drawing is open."""

    def __init__(
        self,
        start_page: StartPage,
        canvas: CanvasWidget,
        session: Session,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(start_page)
        self._stack.addWidget(scroll)
        self._stack.addWidget(canvas)
        self.banner = Banner(appearance, self)
        self.gap_bar = GapBar(session, self)
        self.fill_bar = FillBar(session, canvas, self)
        self.paint_bar = PaintBar(canvas, self)
        self._bars: list[FootBar] = []
        self._away: list[FootBar] = []
        for bar in (self.fill_bar, self.paint_bar, self.gap_bar):
            self.add_bar(bar)

    def add_bar(self, bar: FootBar) -> None:
        """Give a bar its place at the foot, above those that were added before."""
        self._bars.append(bar)
        bar.toggled.connect(self._place_bars)

    @property
    def shows_canvas(self) -> bool:
        """Whether the canvas is in front."""
        return self._stack.currentWidget() is self._canvas

    def show_canvas(self) -> None:
        """Bring the canvas to the front."""
        self._stack.setCurrentWidget(self._canvas)
        self.banner.raise_()
        for bar in self._away:
            bar.show()
        self._away = []
        self.fill_bar.refresh()
        self.paint_bar.refresh()
        self._place_bars()

    def show_page(self, page: QWidget) -> None:
        """Bring another page to the front, until the canvas is."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.banner.raise_()
        self._away = [bar for bar in self._bars if not bar.isHidden()]
        for bar in self._away:
            bar.hide()

    def _place_bars(self) -> None:
        """The bar of the tool lies at the foot, all others above it."""
        foot = 0
        for bar in self._bars:
            foot = bar.place(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the banner and the bars in their places."""
        super().resizeEvent(event)
        self.banner.place()
        self._place_bars()
