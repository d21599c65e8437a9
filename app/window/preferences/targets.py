"""What preferences change, and how what is set takes hold."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.looking.held_keys import Held
from app.canvas.pen.pressure import PenSettings
from app.commands.shortcuts import Shortcuts
from app.commands.theme_menu import ThemeMenu
from app.dialogs import Dialogs
from app.files.recovery import RecoveryKeeper
from app.panels.color_panel import ColorPanel
from app.panels.generator_panel import GeneratorPanel
from app.window.parts import WindowParts
from app.window.preferences.workspaces import Workspaces
from models.device import DeviceWish


class PreferenceTargets(Protocol):
    """The objects of the window that preferences act on."""

    commands: dict[str, QAction]
    canvas: CanvasWidget
    recovery: RecoveryKeeper
    theme_menu: ThemeMenu
    shortcuts: Shortcuts
    workspaces: Workspaces
    dialogs: Dialogs
    generator_panel: GeneratorPanel
    color_panel: ColorPanel


class PreferenceValues(QObject):
    """Remembers what is set and lets it take hold; what was remembered does so at the start.

    Signals
    performance_changed  device, cores or memory: whatever colours is to be loaded anew.
    surround_changed     another colour lies around the picture.
    """

    performance_changed = Signal()
    surround_changed = Signal()

    def __init__(self, parts: WindowParts, to: PreferenceTargets, parent: QObject) -> None:
        super().__init__(parent)
        self._to = to
        self.parts = parts
        self.settings = parts.settings
        self.set_keep_after(self.settings.keep_after_s)
        self.set_undo_steps(self.settings.undo_steps)
        self.set_pen(PenSettings.read(self.settings.pen))
        pressure = to.commands["pressure"]
        pressure.setChecked(self.settings.is_pressed_size)
        pressure.toggled.connect(self._remember_pressure)
        to.shortcuts.changed.connect(self._show_held_keys)
        self._show_held_keys()
        to.generator_panel.set_device_wish(self.settings.device)
        to.generator_panel.device_chosen.connect(self.set_device)

    def set_keep_after(self, seconds: int) -> None:
        """How long unsaved work may be without a copy."""
        self.settings.keep_after_s = seconds
        self._to.recovery.set_keep_after(1000 * seconds)

    def set_undo_steps(self, steps: int) -> None:
        """How many steps can be taken back."""
        self.settings.undo_steps = steps
        self.parts.session.undo_steps = steps

    @property
    def pen(self) -> PenSettings:
        """How strokes are taken from the pen."""
        return self._to.canvas.pen

    def set_pen(self, pen: PenSettings) -> None:
        """Take strokes from the pen so from now on."""
        self.settings.pen = pen.kept()
        self._to.canvas.set_pen(pen)

    def _remember_pressure(self, is_checked: bool) -> None:
        self.settings.is_pressed_size = is_checked

    def _show_held_keys(self) -> None:
        """The canvas goes by the keys that are held."""
        shortcuts = self._to.shortcuts
        self._to.canvas.held_keys.set_keys(
            {held: shortcuts.keys(f"hold_{held}") for held in (Held.PAN, Held.ROTATE, Held.BEFORE)}
        )

    def set_lit(self, is_lit: bool) -> None:
        """Whether drawings that are opened for the first time begin with a light."""
        self.settings.is_new_lit = is_lit

    def set_surround(self, color: str) -> None:
        """What lies around the picture, as #rrggbb; empty: as the theme has it."""
        self.settings.surround = color
        self.surround_changed.emit()

    def forget_recent_colors(self) -> None:
        """Begin without colours painted with last."""
        self.settings.forget_recent_colors()
        self._to.color_panel.set_recent(())

    def set_device(self, wish: DeviceWish) -> None:
        """Ask for a device, here or in the panel of the generator."""
        self.settings.device = wish
        self._to.generator_panel.set_device_wish(wish)
        self.performance_changed.emit()

    def set_threads(self, count: int) -> None:
        """How many cores colouring may use; 0: all."""
        self.settings.threads = count
        self.performance_changed.emit()

    def set_memory(self, megabytes: int) -> None:
        """What may be kept of drawings that were read."""
        self.settings.memory_mb = megabytes
        self.performance_changed.emit()
