"""What the View menu does to see better: room, comparison, mini map, pixel grid."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.looking.comparison import Divider
from app.canvas.looking.mini_map import MiniMap
from app.document.edits import ReturnTo
from app.window.central_area import CentralArea
from app.window.parts import WindowParts
from app.window.seeing.room import Room
from app.window.seeing.side_by_side import SideBySide
from app.window.seeing.snapshots import Shot, Snapshots


class Seeing(QObject):
    """Lets commands change how the canvas is seen, and remembers it.

    Signals
    said  one line for the user.

    Attributes
    room     what lies around the canvas.
    snapshots, side  states that were kept, and the page that shows them.
    divider  the line between before and after.
    map      the whole picture in a corner.
    """

    said = Signal(str)

    def __init__(
        self, parts: WindowParts, canvas: CanvasWidget, central: CentralArea, window: QMainWindow
    ) -> None:
        super().__init__(window)
        session, settings = parts.session, parts.settings
        self._canvas = canvas
        self._central = central
        self._session = session
        self._settings = settings
        self.snapshots = Snapshots(parts, self)
        self.side = SideBySide(self.snapshots, central)
        self.side.hide()
        self.side.chosen.connect(self._use)
        self.side.compared.connect(self._compare)
        self.room = Room(window)
        self.divider = Divider(canvas)
        self.divider.moved.connect(self._move_divider)
        self.map = MiniMap(canvas, canvas.display)
        self.map.set_on(settings.shows_map)
        canvas.set_pixel_grid(settings.shows_pixel_grid)
        canvas.installEventFilter(self)
        for changed in (session.document_changed, session.pixels_changed):
            changed.connect(self.map.picture_changed)

    def follow(self, commands: Mapping[str, QAction]) -> None:
        """Let commands show what holds, and keep their keys while the menus are hidden."""
        self.room.full_screen_changed.connect(commands["full_screen"].setChecked)
        self.room.canvas_only_changed.connect(commands["canvas_only"].setChecked)
        self.room.canvas_only_changed.connect(self._tell_the_way_back)
        self._way_back = commands["canvas_only"]
        self._divide = commands["compare"]
        self._beside = commands["side_by_side"]
        self.side.left.connect(self._show_canvas)
        self._session.opened.connect(self._show_canvas)
        self._canvas.addActions(list(commands.values()))

    def _tell_the_way_back(self, is_alone: bool) -> None:
        if is_alone:
            keys = self._way_back.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.said.emit(self.tr("{keys} brings the panels back").format(keys=keys))

    @property
    def shows_map(self) -> bool:
        """Whether the mini map is wanted."""
        return self.map.is_on

    @property
    def shows_pixel_grid(self) -> bool:
        """Whether pixels that are seen closely are parted by lines."""
        return self._settings.shows_pixel_grid

    def set_map(self, is_on: bool) -> None:
        """Show the mini map where it is of use, or never."""
        self._settings.shows_map = is_on
        self.map.set_on(is_on)

    def set_pixel_grid(self, is_on: bool) -> None:
        """Show lines between pixels that are seen closely, or never."""
        self._settings.shows_pixel_grid = is_on
        self._canvas.set_pixel_grid(is_on)

    def set_canvas_only(self, is_alone: bool) -> None:
        """Hide everything around the canvas, or show it again."""
        self.room.set_canvas_only(is_alone)

    def set_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or be as large as before."""
        self.room.set_full_screen(is_full)

    def set_divided(self, is_divided: bool) -> None:
        """Show before and after beside each other, with a line between."""
        comparison = self._canvas.comparison
        comparison.is_divided = is_divided
        document, pixels = self._session.document, self._session.pixels
        if not is_divided and document is not None and pixels is not None:
            comparison.forget_before()
            comparison.set_document(document, pixels)
        self.divider.place()
        self.divider.setVisible(is_divided)
        self._canvas.update()

    def set_side_by_side(self, is_shown: bool) -> None:
        """Show the snapshots in the place of the canvas, or the canvas again."""
        if is_shown:
            self.side.surround = self._canvas.surround
            self._central.show_page(self.side)
        else:
            self._central.show_canvas()
            self._canvas.setFocus()

    def _show_canvas(self) -> None:
        self._beside.setChecked(False)

    def _use(self, shot: Shot) -> None:
        self._session.apply(ReturnTo(shot.document, shot.title))
        self._show_canvas()

    def _compare(self, shot: Shot) -> None:
        self._canvas.comparison.set_before(shot.document, shot.pixels, shot.title)
        self._show_canvas()
        self._divide.setChecked(True)

    def leave(self) -> None:
        """Before the window is remembered: everything stands where it stood."""
        self.room.set_canvas_only(False)

    def _move_divider(self, share: float) -> None:
        self._canvas.comparison.share = share
        self._canvas.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies over the canvas follows its size."""
        if event.type() == QEvent.Type.Resize:
            self.divider.place()
            self.map.refresh()
        return False
