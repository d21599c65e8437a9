"""The docks at the right, some sharing a place as tabs, and those below the picture."""

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
WIDTH = 300
HEIGHT = 272


class _UprightArea(QScrollArea):
    """Scrolls up and down alone: it is as wide as what is in it, in whatever style."""

    def minimumSizeHint(self) -> QSize:
        """With room for the bar."""
        panel, least = self.widget(), super().minimumSizeHint()
        if panel is None:
            return least
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(panel.minimumSizeHint().width() + bar, least.height())


class PanelDocks(QObject):
    """Puts panels into docks.

    Attributes
    docks  by identifier, for the View menu.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, RIGHT)

    def add(self, dock_id: str, title: str, panel: QWidget, *, beside: str = "") -> QDockWidget:
        """Dock a panel below the last one, or as a tab beside another."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(dock_id)
        dock.setWidget(panel)
        dock.setMinimumWidth(WIDTH - 40)
        self._window.addDockWidget(RIGHT, dock)
        if beside:
            self._window.tabifyDockWidget(self.docks[beside], dock)
        self.docks[dock_id] = dock
        dock.topLevelChanged.connect(self._dress_titles)
        dock.dockLocationChanged.connect(self._dress_titles)
        dock.visibilityChanged.connect(self._dress_titles)
        return dock

    @staticmethod
    def scrolling(panel: QWidget, *, least_height: int) -> QScrollArea:
        """A panel that scrolls where the window is too low for it; sideways it is whole."""
        area = _UprightArea()
        area.setObjectName("panel")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel)
        area.setMinimumHeight(least_height)
        return area

    def add_below(self, dock_id: str, title: str, panel: QWidget) -> QDockWidget:
        """Dock a panel below the picture, hidden until it is asked for."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(dock_id)
        dock.setWidget(panel)
        self._window.addDockWidget(BOTTOM, dock)
        self._window.resizeDocks([dock], [HEIGHT], Qt.Orientation.Vertical)
        dock.hide()
        self.docks[dock_id] = dock
        return dock

    def arrange(self, heights: dict[str, int]) -> None:
        """Give docks their heights, and put the first of each group of tabs in front."""
        docks = [self.docks[dock_id] for dock_id in heights]
        self._window.resizeDocks(docks, [WIDTH] * len(docks), Qt.Orientation.Horizontal)
        self._window.resizeDocks(docks, list(heights.values()), Qt.Orientation.Vertical)
        for dock in docks:
            dock.raise_()
        self._dress_titles()

    def _dress_titles(self, *_: object) -> None:
        """A dock among tabs has its title in the tab; a second one would waste room."""
        if not isValid(self._window):
            return  # its destructor hides the docks, which tell of it
        for bar in self._window.findChildren(QTabBar, options=DIRECT):
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys reach every panel
            bar.setAccessibleName(self.tr("Panels"))
        for dock in self.docks.values():
            is_tab = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            has_bare_title = dock.titleBarWidget() is not None
            if is_tab and not has_bare_title:
                dock.setTitleBarWidget(QWidget(dock))
            elif not is_tab and has_bare_title:
                bare = dock.titleBarWidget()
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]
                bare.deleteLater()

    def hide_stray_tabs(self) -> None:
        """Hide the bars that Qt leaves behind of layouts that it tried before the first show."""
        for bar in self._window.findChildren(QTabBar, options=DIRECT):
            if not self._stands_over_a_panel(bar):
                bar.hide()

    def _stands_over_a_panel(self, bar: QTabBar) -> bool:
        left, below = bar.geometry().left(), bar.geometry().bottom() + 1
        return any(
            dock.isVisible() and not dock.isFloating() and dock.pos() == QPoint(left, below)
            for dock in self.docks.values()
        )
