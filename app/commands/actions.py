"""Every command of the window in one table: identifier, text, shortcut, handler."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from app.animation.canvas_playback import CanvasPlayback
from app.animation.doubts import DoubtWalk
from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.document.edits import ClearHints, SetLayerVisible, SetTags
from app.document.layer import LayerKind
from app.document.mark_edits import ClearMarks, MarkKind
from app.files.actions import FileActions
from app.files.colors import ColorFiles
from app.inference.live import LiveColorizer
from app.languages.spoken import bare
from app.panels.color_panel import ColorPanel
from app.panels.layers.work import LayerWork
from app.panels.light_panel import LightPanel
from app.panels.palette_panel import PalettePanel
from app.session import Session
from app.theme import Appearance
from app.window.painting.control import PaintControl
from app.window.regions.leak_finder import LeakFinder
from app.window.regions.leftovers import LeftoverFinder
from app.window.regions.view import RegionView
from app.window.seeing.control import Seeing
from models.hints.hints import Keep, TagSelection

ZOOM_STEP = 1.5
ROTATION_STEP_DEGREES = 15.0
BRUSH_STEP = 1.2
KEYS = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command.

    text      as shown in menus, with its mnemonic; translated from here.
    shortcut  a standard key, or keys in Qt's notation; empty for none.
    handler   what it does; takes whether it is checked where it is checkable.
    menu      identifier of the menu that it stands in.
    icon      name of our icon; empty for none.
    makes_hints  draws hints, which some generators take none of.
    is_of_canvas  its keys hold while the canvas has the keyboard, and go elsewhere else.
    on_canvas  its keys are the canvas's: lists and entries have them for themselves.
    more_keys  other shortcuts that hands know from other programs.
    """

    id: str
    text: str
    shortcut: KEYS | str
    handler: Callable[..., object]
    menu: str
    icon: str = ""
    is_checkable: bool = False
    is_checked: bool = False
    needs_document: bool = True
    makes_hints: bool = False
    group: str = ""
    on_canvas: bool = False
    is_of_canvas: bool = False
    more_keys: tuple[str, ...] = ()


class WindowCommands(Protocol):
    """What the window itself does."""

    def close(self) -> bool:
        """Close the window, after asking about unsaved changes."""

    def open_frames(self) -> None:
        """Ask for a folder of frames."""

    def show_preferences(self) -> None:
        """The preferences."""


class HelpCommands(Protocol):
    """What the Help menu opens."""

    def show_manual(self) -> None:
        """The manual in a window of its own."""

    def start_tour(self) -> None:
        """The tour of two minutes."""

    def show_controls(self) -> None:
        """What pen, mouse and keys do."""

    def show_about(self) -> None:
        """Name, version and licence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTargets:
    """The objects that commands act on."""

    session: Session
    canvas: CanvasWidget
    files: FileActions
    color_files: ColorFiles
    palette: PalettePanel
    live: LiveColorizer
    leaks: LeakFinder
    region_view: RegionView
    leftovers: LeftoverFinder
    light: LightPanel
    film: CanvasPlayback
    doubts: DoubtWalk
    layers: LayerWork
    color: ColorPanel
    seeing: Seeing
    painting: PaintControl
    help: HelpCommands
    window: WindowCommands


MENUS = (("file", "&File"), ("edit", "&Edit"), ("select", "&Select"), ("layer", "&Layer"),
         ("tools", "&Tools"), ("view", "&View"), ("colour", "&Colour"),
         ("animation", "&Animation"), ("help", "&Help"))  # fmt: skip
SEPARATOR_BEFORE = frozenset(
    {
        "save",
        "export_png",
        "quit",
        "cut",
        "clear_hints",
        "preferences",
        "keep",
        "brush_larger",
        "rotate_left",
        "canvas_only",
        "show_hints",
        "pressure",
        "import_hints",
        "palette_add",
        "delete_paint",
    }
)


def action_table(to: CommandTargets) -> tuple[ActionSpec, ...]:
    """All commands in the order of their menus."""
    spec, files, canvas, session = ActionSpec, to.files, to.canvas, to.session

    def scale_brush(factor: float) -> None:
        canvas.set_brush(replace(canvas.brush, radius=canvas.brush.radius * factor))

    def set_pressure(uses_pressure: bool) -> None:
        canvas.set_brush(replace(canvas.brush, uses_pressure=uses_pressure))

    def show_hints(is_shown: bool) -> None:
        layer = session.document.layer_of(LayerKind.HINTS) if session.document else None
        if layer is not None:
            session.apply(SetLayerVisible(layer.id, is_shown))

    def pour(keep: Keep | None) -> None:
        canvas.set_brush(replace(canvas.brush, keep=keep))

    def keep_by_fill(keep: Keep) -> None:
        canvas.set_tool(ToolName.FILL)
        pour(keep)

    def tool(name: ToolName, text: str, key: str) -> ActionSpec:
        def choose() -> None:
            if name is ToolName.FILL:
                pour(None)
            canvas.set_tool(name)

        return spec(
            f"tool_{name}", text, key, choose, "tools", icon=str(name), is_checkable=True,
            is_checked=name is canvas.tool_name, needs_document=False, group="tools",
            makes_hints=name in (ToolName.POINT, ToolName.BRUSH, ToolName.FILL, ToolName.LASSO),
        )  # fmt: skip

    return (
        spec("open", "&Open…", KEYS.Open, files.open_dialog, "file", "open", needs_document=False),
        spec("open_traced", "Open with colour-&trace lines…", "", files.open_traced_dialog, "file",
             needs_document=False),
        spec("open_frames", "Open animation &frames…", "Ctrl+Shift+O", to.window.open_frames,
             "file", "frames", needs_document=False),
        spec("save", "&Save project", KEYS.Save, files.save, "file", "save"),
        spec("save_as", "Save project &as…", KEYS.SaveAs, files.save_as, "file"),
        spec("export_png", "&Export PNG…", "Ctrl+E", files.export_png, "file", "export"),
        spec("export_ora", "Export Open&Raster…", "Ctrl+Shift+E", files.export_ora, "file"),
        spec("export_psd", "Export &PSD…", "", files.export_psd, "file"),
        spec("export_paint", "Export paint for Open&Toonz…", "", files.export_paint, "file"),
        spec("layer_per_colour", "One &layer a colour", "", files.set_layer_per_color, "file",
             is_checkable=True, is_checked=files.is_layer_per_color, needs_document=False),
        spec("transparent_layers", "&Transparent layers", "", files.set_on_paper, "file",
             is_checkable=True, is_checked=files.is_on_paper, needs_document=False),
        spec("quit", "&Quit", KEYS.Quit, to.window.close, "file", needs_document=False,
             more_keys=("Ctrl+Q",)),
        spec("undo", "&Undo", KEYS.Undo, session.undo, "edit", "undo"),
        spec("redo", "&Redo", KEYS.Redo, session.redo, "edit", "redo",
             more_keys=("Ctrl+Shift+Z", "Ctrl+Y")),
        spec("cut", "Cu&t", KEYS.Cut, to.painting.clipboard.cut, "edit"),
        spec("copy", "&Copy", KEYS.Copy, to.painting.clipboard.copy, "edit"),
        spec("paste", "&Paste", KEYS.Paste, to.painting.clipboard.paste, "edit"),
        spec(
            "clear_hints", "Clear all &hints", "Ctrl+Backspace",
            lambda: session.apply(ClearHints()), "edit", "clear",
        ),
        spec(
            "clear_barriers", "Clear all b&arriers", "",
            lambda: session.apply(ClearMarks(MarkKind.BARRIER)), "edit",
        ),
        spec(
            "clear_joins", "Clear all &joins of regions", "",
            lambda: session.apply(ClearMarks(MarkKind.JOIN)), "edit",
        ),
        spec(
            "clear_light", "Clear all painted &light", "",
            lambda: session.apply(ClearMarks(MarkKind.LIGHT)), "edit",
        ),
        spec(
            "clear_tags", "Clear all &tags", "",
            lambda: session.apply(SetTags(TagSelection())), "edit",
        ),
        spec("import_hints", "&Import hints…", "", to.color_files.open_hints_dialog, "edit"),
        spec("export_hints", "Sa&ve hints…", "", to.color_files.save_hints_dialog, "edit"),
        spec("preferences", "Pre&ferences…", KEYS.Preferences, to.window.show_preferences, "edit",
             needs_document=False, more_keys=("Ctrl+,",)),
        spec("select_all", "&All", KEYS.SelectAll, to.painting.selecting.select_all, "select"),
        spec("select_none", "&Nothing", "Ctrl+Shift+A", to.painting.selecting.select_none,
             "select"),
        spec("select_rest", "&Invert", "Ctrl+Shift+I", to.painting.selecting.invert, "select"),
        spec("delete_paint", "&Delete what is painted there", KEYS.Delete,
             to.painting.selecting.clear_paint, "select", on_canvas=True),
        spec("layer_add", "&Add a paint layer", "Ctrl+Shift+N", to.layers.add, "layer"),
        spec("layer_rename", "&Rename…", "", to.layers.ask_name, "layer"),
        spec("layer_group", "&Group", "Ctrl+G", to.layers.group, "layer"),
        spec("layer_ungroup", "&Ungroup", "Ctrl+Alt+G", to.layers.ungroup, "layer"),
        spec("layer_merge", "&Merge down", "", to.layers.merge_down, "layer"),
        spec("layer_delete", "&Delete layer", "", to.layers.remove, "layer"),
        spec("layer_lock", "&Lock alpha", "/", to.layers.set_alpha_lock, "layer",
             is_checkable=True),
        spec("layer_clip", "&Clip to regions", "", to.layers.set_region_clip, "layer",
             is_checkable=True),
        tool(ToolName.POINT, "&Point hint", "P"),
        tool(ToolName.BRUSH, "&Brush", "B"),
        tool(ToolName.FILL, "&Fill region", "F"),
        tool(ToolName.LASSO, "Enc&lose and fill", "L"),
        tool(ToolName.BARRIER, "Barrie&r", "W"),
        tool(ToolName.JOIN, "&Join regions", "J"),
        tool(ToolName.SHADOW, "&Shadow brush", "S"),
        tool(ToolName.ERASER, "&Eraser", "E"),
        tool(ToolName.SELECT, "Se&lect", "A"),
        tool(ToolName.MOVE, "Mo&ve hint", "V"),
        tool(ToolName.PICKER, "Colour p&icker", "I"),
        tool(ToolName.PAN, "&Hand", "H"),
        spec("keep", "&Keep regions as they are", "K", lambda: keep_by_fill(Keep.AS_IT_IS), "tools",
             makes_hints=True),
        spec("leave_bare", "Leave regions &uncoloured", "U",
             lambda: keep_by_fill(Keep.UNCOLORED), "tools", makes_hints=True),
        spec("next_left", "&Next region without a colour", "N", to.leftovers.go_on, "tools"),
        spec("last_left", "&Last region without a colour", "Shift+N", to.leftovers.go_back,
             "tools"),
        spec("fill_left", "Fill that regi&on and go on", "Shift+F", to.leftovers.fill, "tools",
             makes_hints=True),
        spec("brush_larger", "&Larger brush", "]", lambda: scale_brush(BRUSH_STEP), "tools",
             needs_document=False),
        spec("brush_smaller", "&Smaller brush", "[", lambda: scale_brush(1 / BRUSH_STEP), "tools",
             needs_document=False),
        spec("pressure", "Pressure changes si&ze", "", set_pressure, "tools", "pressure",
             is_checkable=True, is_checked=True, needs_document=False),
        spec("zoom_in", "Zoom &in", KEYS.ZoomIn, lambda: canvas.zoom_by(ZOOM_STEP), "view",
             "zoom_in", more_keys=("Ctrl+=",)),
        spec("zoom_out", "Zoom &out", KEYS.ZoomOut, lambda: canvas.zoom_by(1 / ZOOM_STEP), "view",
             "zoom_out"),
        spec("fit", "&Fit to window", "Ctrl+0", canvas.fit, "view", "fit"),
        spec("actual_size", "&100 %", "Ctrl+1", lambda: canvas.zoom_to(1.0), "view", "actual_size"),
        spec("rotate_left", "Rotate &left", "4", lambda: canvas.rotate_by(-ROTATION_STEP_DEGREES),
             "view", "rotate_left"),
        spec("rotate_right", "Rotate &right", "6", lambda: canvas.rotate_by(ROTATION_STEP_DEGREES),
             "view", "rotate_right"),
        spec("rotate_reset", "&Upright", "5", canvas.reset_rotation, "view"),
        spec("mirror", "&Mirror the view", "M", canvas.mirror, "view", "mirror"),
        spec("canvas_only", "&Canvas only", "Tab", to.seeing.set_canvas_only, "view",
             is_checkable=True, needs_document=False, is_of_canvas=True),
        spec("full_screen", "F&ull screen", KEYS.FullScreen, to.seeing.set_full_screen, "view",
             is_checkable=True, needs_document=False, more_keys=("F11",)),
        spec("compare", "&Before and after", "Shift+Q", to.seeing.set_divided, "view",
             is_checkable=True, needs_document=False),
        spec("snapshot", "Take a &snapshot", "Ctrl+T", to.seeing.snapshots.take, "view"),
        spec("side_by_side", "Snapshots side &by side", "Ctrl+Shift+T", to.seeing.set_side_by_side,
             "view", is_checkable=True),
        spec("each_generator", "A snapshot of &each generator", "",
             to.seeing.snapshots.take_of_each, "view"),
        spec("mini_map", "Mini ma&p", "Ctrl+M", to.seeing.set_map, "view", is_checkable=True,
             is_checked=to.seeing.shows_map, needs_document=False),
        spec("pixel_grid", "Pi&xel grid", "Ctrl+Shift+G", to.seeing.set_pixel_grid, "view",
             is_checkable=True, is_checked=to.seeing.shows_pixel_grid, needs_document=False),
        spec("show_hints", "Show &hints", "O", show_hints, "view", is_checkable=True,
             is_checked=True),
        spec("leaks", "Show &gaps in the lines", "G", to.leaks.set_on, "view", is_checkable=True,
             needs_document=False),
        spec("regions", "Show &regions", "Ctrl+R", to.region_view.set_on, "view", is_checkable=True,
             needs_document=False),
        spec("play", "&Play on the canvas", "Shift+Space", to.film.toggle, "animation", "play",
             needs_document=False),
        spec("frame_before", "Frame &before", ",", lambda: to.film.step(-1), "animation",
             "step_back", needs_document=False),
        spec("frame_after", "Frame &after", ".", lambda: to.film.step(1), "animation",
             "step_forward", needs_document=False),
        spec("next_doubt", "&Next doubtful region", "D", lambda: to.doubts.go(1), "animation",
             "report", needs_document=False),
        spec("last_doubt", "&Last doubtful region", "Shift+D", lambda: to.doubts.go(-1),
             "animation", needs_document=False),
        spec("next_pop", "Next colour &pop", "C", to.doubts.go_to_pop, "animation", "pop",
             needs_document=False),
        spec("live", "&Live colour", "Ctrl+L", to.live.set_live, "colour", "generator",
             is_checkable=True, is_checked=to.live.is_live, needs_document=False),
        spec("colour_now", "Colour &now", "F5", to.live.request_now, "colour", "recolour"),
        spec("light", "L&ight", "Ctrl+Shift+L", to.light.set_on, "colour", is_checkable=True),
        spec("swap_colors", "S&wap both colours", "X", to.color.ask_swap, "colour",
             needs_document=False),
        spec("palette_add", "&Add the brush's colour to the palette", "Ctrl+D",
             to.palette.add_color, "colour"),
        spec("next_set", "Next colour s&et", "Ctrl+Shift+D", lambda: to.palette.step_set(1),
             "colour"),
        spec("palette_open", "&Open palette…", "", to.color_files.open_palette_dialog, "colour"),
        spec("palette_save", "&Save palette…", "", to.color_files.save_palette_dialog, "colour"),
        spec("manual", "&Manual", "F1", to.help.show_manual, "help", needs_document=False),
        spec("tour", "&Tour of two minutes", "Ctrl+F1", to.help.start_tour, "help",
             needs_document=False),
        spec("controls", "&Pen, mouse and keys", "Shift+F1", to.help.show_controls, "help",
             needs_document=False),
        spec("about", "&About Tintline", "", to.help.show_about, "help", needs_document=False),
    )  # fmt: skip


def create_actions(
    table: tuple[ActionSpec, ...],
    window: QMainWindow,
    appearance: Appearance,
    canvas: CanvasWidget,
) -> dict[str, QAction]:
    """An action of each command, in the window's menus and by its identifier."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for menu_id, title in MENUS:
        menu = window.menuBar().addMenu(QCoreApplication.translate("Actions", title))
        menu.setObjectName(menu_id)
        for spec in table:
            if spec.menu != menu_id:
                continue
            if spec.id in SEPARATOR_BEFORE:
                menu.addSeparator()
            action = _create_action(spec, window, appearance)
            if spec.group:
                group = groups.setdefault(spec.group, QActionGroup(window))
                group.addAction(action)
            if spec.on_canvas:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                canvas.addAction(action)
            menu.addAction(action)
            actions[spec.id] = action
    return actions


def _create_action(spec: ActionSpec, window: QMainWindow, appearance: Appearance) -> QAction:
    action = QAction(QCoreApplication.translate("Actions", spec.text), window)
    action.setIconText(bare(action.text()).rstrip("…"))
    action.setObjectName(spec.id)
    action.setShortcuts(keys_of(spec))
    if spec.is_of_canvas:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setCheckable(spec.is_checkable)
    action.setChecked(spec.is_checked)
    action.setIconVisibleInMenu(not spec.is_checkable)  # there the tick stands in its place
    if spec.icon:
        appearance.bind_icon(action.setIcon, spec.icon)
    action.setToolTip(describe_action(action))
    if spec.is_checkable and not spec.group:
        action.toggled.connect(spec.handler)
    else:
        action.triggered.connect(lambda _=False: spec.handler())
    return action


def keys_of(spec: ActionSpec) -> list[QKeySequence]:
    """The platform's own keys first; it has none for some commands, such as quitting."""
    first = spec.shortcut
    own = [QKeySequence(first)] if isinstance(first, str) else QKeySequence.keyBindings(first)
    more = [QKeySequence(keys) for keys in spec.more_keys]
    return list(dict.fromkeys(keys for keys in (*own, *more) if not keys.isEmpty()))


def describe_action(action: QAction, reason: str = "") -> str:
    """What its tool tip says: text and keys, and why it cannot be used if there is a reason."""
    plain = bare(action.text()).rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    title = f"{plain} ({keys})" if keys else plain
    return f"{title}: {reason}" if reason else title
