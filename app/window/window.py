"""The window: brings panels, canvas and commands together and decides nothing itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from app.animation.control import AnimationControl, AnimationParts
from app.canvas.canvas_widget import CanvasWidget
from app.canvas.color_drop import ColorDrop
from app.canvas.cursors import Cursors
from app.canvas.tools import ToolName
from app.commands.actions import ActionSpec, CommandTargets, action_table, create_actions
from app.commands.shortcuts import Shortcuts
from app.commands.states import CommandStates, HintGate
from app.commands.theme_menu import ThemeMenu
from app.commands.tool_bars import OptionsBar, ToolColumn
from app.dialogs import Dialogs, WindowDialogs
from app.document.document import Document
from app.files.actions import FileActions
from app.files.colors import ColorFiles
from app.files.drops import DropTargets, FileDrops
from app.files.listings import Listings
from app.files.recovery import Leftover, RecoveryKeeper, offer_leftovers
from app.panels.batch.panel import BatchPanel
from app.panels.color_panel import ColorPanel
from app.panels.generator_panel import GeneratorPanel
from app.panels.history_panel import HistoryPanel
from app.panels.layers_panel import LayersPanel
from app.panels.light_panel import LightPanel
from app.panels.palette_panel import PalettePanel
from app.panels.references.panel import ReferencePanel
from app.panels.tags_panel import TagsPanel
from app.theme import Theme
from app.window.brush_control import BrushControl
from app.window.central_area import CentralArea
from app.window.generator_control import GeneratorControl, GeneratorViews
from app.window.help.control import Help
from app.window.known_drawings import KnownDrawings
from app.window.light.control import LightControl
from app.window.line_control import LineControl
from app.window.messages import Messages
from app.window.painting.control import PaintControl
from app.window.panel_docks import PanelDocks
from app.window.parts import WindowParts
from app.window.preferences.control import Preferences
from app.window.preferences.workspaces import WorkspaceMenu, Workspaces
from app.window.references.control import ReferenceControl
from app.window.regions.filler import RegionFiller
from app.window.regions.finder import RegionFinder
from app.window.regions.leak_finder import LeakFinder
from app.window.regions.leftovers import LeftoverFinder
from app.window.regions.places import RegionPlaces
from app.window.regions.reach import ReachPreview
from app.window.regions.view import RegionView
from app.window.seeing.control import Seeing
from app.window.start_page import StartPage
from app.window.status_line import StatusLine
from app.window.tour.control import Tour, TourPlaces
from models.coloring.palette import ColorReport

DOCK_HEIGHTS = {"colour": 266, "tags": 294, "layers": 362}


class MainWindow(QMainWindow):
    """The one window of the application."""

    def __init__(self, parts: WindowParts, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._parts = parts
        self._may_close = False
        self._is_asking = False
        self.dialogs = dialogs or WindowDialogs(self)
        session, appearance = parts.session, parts.appearance
        self.help = Help(appearance, self.dialogs, self)
        self.setWindowTitle("Tintline")
        self.setWindowIcon(appearance.icon("tintline"))
        self.files = FileActions(
            session=session,
            background=parts.background,
            settings=parts.settings,
            dialogs=self.dialogs,
            vocabulary=parts.vocabulary,
            parent=self,
        )
        self.color_files = ColorFiles(
            session=session,
            background=parts.background,
            settings=parts.settings,
            dialogs=self.dialogs,
            parent=self,
        )
        self.recovery = RecoveryKeeper(session, parts.background, parts.recovery, parent=self)
        self.listings = Listings(parts.background, parts.catalog, self)
        self.canvas = CanvasWidget(session)
        self._color_drop = ColorDrop(session, self.canvas)
        self.start_page = StartPage(appearance)
        self.central = CentralArea(self.start_page, self.canvas, parts.session, appearance)
        self.setCentralWidget(self.central)
        self.status_line = StatusLine(appearance)
        self.setStatusBar(self.status_line)
        self.color_panel = ColorPanel()
        self.palette_panel = PalettePanel(session, appearance)
        self.tags_panel = TagsPanel(session, parts.vocabulary)
        self.light_panel = LightPanel(session, appearance)
        self.reference_panel = ReferencePanel(session, appearance)
        self.layers_panel = LayersPanel(session, appearance)
        self.generator_panel = GeneratorPanel(session)
        self.history_panel = HistoryPanel(session)
        self.batch_panel = BatchPanel(appearance)
        self.animation = self._make_animation()
        self._add_commands()
        self._add_docks()
        self._connect_session()
        self._connect_canvas()
        self._connect_panels()
        self.preferences = Preferences(parts, self, self)
        self.preferences.values.surround_changed.connect(self._show_surround)
        self._take_drops()
        self._follow_theme(appearance.theme)
        appearance.changed.connect(self._follow_theme)
        self._restore()
        self.listings.list_generators(check_digests=False)
        self._known.list_samples(parts.samples, pixel_ratio=self.devicePixelRatioF())
        self.listings.list_generators(check_digests=True)

    @property
    def banner_text(self) -> str:
        """The message at the top of the picture, empty if there is none."""
        return self.central.banner.text

    # Building

    def _make_animation(self) -> AnimationControl:
        parts = self._parts
        animation = AnimationParts(
            session=parts.session,
            inference=parts.inference,
            frames=parts.frames,
            catalog=parts.catalog,
            settings=parts.settings,
            vocabulary=parts.vocabulary,
            dialogs=self.dialogs,
            files=self.files,
            canvas=self.canvas,
        )
        return AnimationControl(animation, self.batch_panel, self)

    def _add_commands(self) -> None:
        parts = self._parts
        self.leaks = LeakFinder(parts.session, parts.background, self.canvas, self)
        self.regions = RegionFinder(parts.session, parts.background, self)
        places = RegionPlaces(parts.session, self.regions, self)
        self.filler = RegionFiller(parts.session, places, self.canvas, self)
        self.leftovers = LeftoverFinder(parts.session, self.filler, self.canvas, self)
        work = self.layers_panel.work
        self.painting = PaintControl(parts.session, places, self.canvas, work, self.central)
        self.files.finish = self.painting.placer.keep
        ReachPreview(parts.session, self.filler, self.canvas, self)
        self.region_view = RegionView(self.regions, self.canvas, self)
        self.seeing = Seeing(parts, self.canvas, self.central, self)
        targets = CommandTargets(
            session=parts.session,
            canvas=self.canvas,
            files=self.files,
            color_files=self.color_files,
            palette=self.palette_panel,
            live=parts.live,
            leaks=self.leaks,
            region_view=self.region_view,
            leftovers=self.leftovers,
            light=self.light_panel,
            film=self.animation.film,
            doubts=self.animation.doubts,
            layers=self.layers_panel.work,
            color=self.color_panel,
            seeing=self.seeing,
            painting=self.painting,
            help=self.help,
            window=self,
        )
        self._table: Sequence[ActionSpec] = action_table(targets)
        self.commands = create_actions(tuple(self._table), self, parts.appearance, self.canvas)
        self.seeing.follow(self.commands)
        for name in ("leaks", "regions"):
            set_on = partial(self.central.gap_bar.set_on, what=name)
            self.commands[name].toggled.connect(set_on)
        self.central.fill_bar.next.clicked.connect(self.leftovers.go_on)
        for name in ("keep", "leave_bare"):
            self.commands[name].triggered.connect(
                lambda: self.commands[f"tool_{ToolName.FILL}"].setChecked(True)
            )
        self._hint_gate = HintGate(self._table, self.commands, self.canvas, self.color_panel)
        self._command_states = CommandStates(
            self._table,
            self.commands,
            parts.session,
            self._hint_gate,
            self.layers_panel.work,
        )
        self.tool_column = ToolColumn(self.commands)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.tool_column)
        self.options_bar = OptionsBar(self.commands)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.options_bar)
        self._known = KnownDrawings(
            self.start_page, self.files, self.listings, parts.settings, parent=self
        )
        self._known.insert_menus(self._menu("file"), self.commands["save"])
        self.lines = LineControl(parts.session, parts.background, self)
        self._menu("edit").addMenu(self.lines.menu)
        self.status_line.insertPermanentWidget(1, self.lines.button)
        self._command_states.refresh()
        self.shortcuts = Shortcuts(self._table, self.commands, parts.settings, self)
        self.shortcuts.changed.connect(self._command_states.refresh)
        self.help.shortcuts = self.shortcuts
        self.help.tour = self._make_tour()

    def _make_tour(self) -> Tour:
        parts = self._parts
        places = TourPlaces(
            session=parts.session,
            files=self.files,
            canvas=self.canvas,
            options=self.options_bar,
            samples=parts.samples,
            shortcuts=self.shortcuts,
        )
        self.start_page.tour_asked.connect(self.help.start_tour)
        return Tour(places, parts.appearance, self)

    def _menu(self, menu_id: str) -> QMenu:
        return self.menuBar().findChild(QMenu, menu_id)  # type: ignore[return-value]

    def _add_docks(self) -> None:
        self._docks = PanelDocks(self)
        self._docks.add("colour", self.tr("Colour"), self.color_panel)
        self._docks.add("palette", self.tr("Palette"), self.palette_panel, beside="colour")
        self._docks.add("tags", self.tr("Tags"), self.tags_panel)
        generator = self._docks.scrolling(self.generator_panel, least_height=120)
        self._docks.add("generator", self.tr("Generator"), generator, beside="tags")
        light = self._docks.scrolling(self.light_panel, least_height=120)
        self._docks.add("light", self.tr("Light"), light, beside="tags")
        self._docks.add("layers", self.tr("Layers"), self.layers_panel)
        self._docks.add("history", self.tr("History"), self.history_panel, beside="layers")
        self._docks.add("reference", self.tr("Reference"), self.reference_panel, beside="layers")
        self._docks.arrange(DOCK_HEIGHTS)
        self._batch_dock = self._docks.add_below("batch", self.tr("Animation"), self.batch_panel)
        view_menu = self._menu("view")
        view_menu.addSeparator()
        for dock in self._docks.docks.values():
            view_menu.addAction(dock.toggleViewAction())
        view_menu.addSeparator()
        self.theme_menu = ThemeMenu(self._parts.appearance, self._parts.settings, self)
        self.workspaces = Workspaces(self, self._parts.settings)
        self._workspace_menu = WorkspaceMenu(self.workspaces, self.dialogs, self)
        view_menu.addMenu(self._workspace_menu)
        view_menu.addMenu(self.theme_menu)

    def _connect_session(self) -> None:
        session, live = self._parts.session, self._parts.live
        self._messages = Messages(self.central.banner, self.status_line, self)
        session.opened.connect(self._show_new_document)
        session.document_changed.connect(self._show_document)
        session.renamed.connect(self._show_name)
        session.dirty_changed.connect(self.setWindowModified)
        live.status_changed.connect(self.status_line.show_live)
        live.report_changed.connect(self._show_report)
        files, colors = self.files, self.color_files
        leaks, left, animation = self.leaks, self.leftovers, self.animation
        for teller in (session, files, colors, self.listings, animation, self.help.tour):
            self._messages.take_errors(teller.failed)
        for warner in (files, colors, self.listings):
            self._messages.take_warnings(warner.warned)
        for careful in (self.recovery, self.lines, leaks, self.regions):
            self._messages.take_warnings(careful.failed)
        for sayer in (files, colors, leaks, left, animation):
            self._messages.take(sayer.said)
        self._messages.watch(self._parts.background)
        leaks.withdrawn.connect(self.status_line.withdraw_task)
        animation.asked_for.connect(self._batch_dock.show)

    def _connect_canvas(self) -> None:
        canvas, live = self.canvas, self._parts.live
        canvas.viewport_changed.connect(self.status_line.show_viewport)
        canvas.pointer_moved.connect(self.status_line.show_pointer)
        self._brush = BrushControl(
            canvas,
            self._parts.settings,
            color_panel=self.color_panel,
            palette_panel=self.palette_panel,
            options_bar=self.options_bar,
        )
        canvas.drawing_changed.connect(live.set_drawing)
        canvas.drawing_changed.connect(self.layers_panel.wait_for_pen)
        self._messages.watch_gate(canvas.gate)
        self.seeing.said.connect(self.central.banner.say)
        self._messages.take_warnings(self.seeing.snapshots.failed)
        self._messages.take(self.seeing.snapshots.said)
        self.status_line.show_viewport(canvas.viewport)
        self.status_line.zoom.clicked.connect(canvas.fit)

    def _connect_panels(self) -> None:
        parts, commands = self._parts, self.commands
        self.palette_panel.open_asked.connect(self.color_files.open_palette_dialog)
        self.palette_panel.save_asked.connect(self.color_files.save_palette_dialog)
        parts.appearance.bind_icon(self.color_panel.picker_button.setIcon, "picker")
        self.color_panel.picker_button.clicked.connect(commands[f"tool_{ToolName.PICKER}"].trigger)
        views = GeneratorViews(
            panel=self.generator_panel,
            tags=self.tags_panel,
            status=self.status_line,
            banner=self.central.banner,
            hint_gate=self._hint_gate,
            states=self._command_states,
            live=commands["live"],
        )
        self._generator = GeneratorControl(
            parts, views, files=self.files, listings=self.listings, parent=self
        )
        self.light = LightControl(
            parts.session,
            self.canvas,
            self.light_panel,
            self._docks.docks["light"],
            tool=commands[f"tool_{ToolName.SHADOW}"],
        )
        self.light.said.connect(self.central.banner.say)
        self.references = ReferenceControl(
            parts, self.canvas, self.reference_panel, self._docks.docks["reference"], self.dialogs
        )
        self._messages.take(self.references.said)
        self._messages.take_errors(self.references.failed)
        self.reference_panel.color_chosen.connect(self._brush.choose_color)

    # What others tell

    def _show_new_document(self) -> None:
        document = self._parts.session.document
        if document is None:
            return
        self.central.show_canvas()
        self.central.banner.dismiss()
        self._brush.fit_to(document.size)
        self.status_line.show_size(document.size)
        self._command_states.refresh()

    def _show_document(self, document: Document) -> None:
        self._show_name()
        self._command_states.refresh()
        self._brush.take_document(document)

    def _show_name(self) -> None:
        self.setWindowTitle(f"{self._parts.session.name}[*] — Tintline")

    def _show_report(self, report: ColorReport | None) -> None:
        document = self._parts.session.document
        is_locked = document is not None and bool(document.palette.allowed)
        self.status_line.show_report(report, is_locked=is_locked)

    def _follow_theme(self, theme: Theme) -> None:
        self._show_surround()
        picker = self._parts.appearance.icon("picker")
        self.canvas.set_cursors(Cursors.of_icons(picker, self.devicePixelRatioF()))
        self.layers_panel.refresh()

    def _show_surround(self) -> None:
        chosen = QColor(self._parts.settings.surround)
        surround = chosen if chosen.isValid() else QColor(self._parts.appearance.theme.surround)
        self.canvas.set_surround(surround)
        self.animation.film.screen.surround = surround

    # What the user chose

    def show_preferences(self) -> None:
        """The preferences."""
        self.preferences.show()

    # Recovery

    def offer_recovery(self) -> None:
        """Ask about work that a run which ended badly left unsaved."""

        def restore(leftover: Leftover) -> None:
            self.files.open_leftover(leftover, partial(self.recovery.adopt, leftover))

        offer_leftovers(self._parts.recovery, self.dialogs, restore)

    def open_frames(self) -> None:
        """Show the animation panel and ask for a folder of frames."""
        self._batch_dock.show()
        self.animation.choose_folder()

    # Window events

    def _take_drops(self) -> None:
        FileDrops(
            self,
            DropTargets(
                open_folder=self.animation.open_folder,
                open_file=self.files.open_path,
                takes_beside=self.color_files.takes,
                read_beside=self.color_files.read,
                show_dropping=self.start_page.show_dropping,
                say=self.central.banner.say,
            ),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else wants closes the message over the picture."""
        if event.key() == Qt.Key.Key_Escape and self.banner_text:
            self.central.banner.dismiss()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The panels have their places now."""
        super().showEvent(event)
        QTimer.singleShot(0, self._docks, self._docks.hide_stray_tabs)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, then end the batch, remember the window and close."""
        self.animation.frame_canvas.flush()
        self.files.finish()
        if not self._may_close and self._parts.session.is_dirty:
            self._is_asking = True
            self.files.confirm(self._close_for_good)
            self._is_asking = False
            if not self._may_close:
                event.ignore()
                return
        self.animation.stop()
        self.recovery.end()
        self.seeing.leave()
        self._parts.settings.window_geometry = self.saveGeometry()
        self._parts.settings.window_state = self.saveState()
        event.accept()

    def _close_for_good(self) -> None:
        self._may_close = True
        if not self._is_asking:  # saved in the background, long after the question
            self.close()

    def _restore(self) -> None:
        settings = self._parts.settings
        if settings.window_geometry.isEmpty() or not self.restoreGeometry(settings.window_geometry):
            self.resize(1440, 900)
        if not settings.window_state.isEmpty():
            self.restoreState(settings.window_state)
