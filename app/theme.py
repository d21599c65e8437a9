"""Dark and light: colours from a theme file, made into Qt's palette, a style sheet and icons."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.errors import TintlineError
from models.files.documents import read_json

ICON_SIZES = (16, 20, 24, 32, 48)
INK = "#000"
"""The colour that our icons are drawn in, and that a theme replaces."""


class ThemeError(TintlineError):
    """A theme file that cannot be used."""


@dataclass(frozen=True)
class Theme:
    """Colours as #rrggbb, by what they are for. surround: neutral, around the picture."""

    name: str
    window: str
    panel: str
    base: str
    raised: str
    hover: str
    border: str
    line: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    accent_soft: str
    surround: str
    warning: str
    error: str
    error_soft: str
    info_soft: str

    @cached_property
    def colors(self) -> dict[str, str]:
        """Every colour by its name."""
        return {item.name: getattr(self, item.name) for item in fields(self) if item.name != "name"}

    def palette(self) -> QPalette:
        """The same colours in Qt's roles, for what the style sheet leaves to the style."""
        roles = QPalette.ColorRole
        palette = QPalette()
        table = {
            roles.Window: self.window,
            roles.WindowText: self.text,
            roles.Base: self.base,
            roles.AlternateBase: self.panel,
            roles.Text: self.text,
            roles.Button: self.raised,
            roles.ButtonText: self.text,
            roles.BrightText: self.error,
            roles.ToolTipBase: self.base,
            roles.ToolTipText: self.text,
            roles.PlaceholderText: self.muted,
            roles.Highlight: self.accent,
            roles.HighlightedText: self.accent_text,
            roles.Link: self.accent,
            roles.Light: self.raised,
            roles.Midlight: self.hover,
            roles.Mid: self.line,
            roles.Dark: self.border,
            roles.Shadow: self.border,
        }
        for role, color in table.items():
            palette.setColor(role, QColor(color))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.disabled))
        return palette


def read_theme(folder: Path, name: str) -> Theme:
    """Read ``NAME.json``. Raises ThemeError naming the file."""
    path = folder / f"{name}.json"
    try:
        return Theme(
            name=name, **{key: value.text() for key, value in read_json(path).fields().items()}
        )
    except (OSError, ValueError, TypeError) as error:
        raise ThemeError(f"{path}: not a usable theme ({error}); reinstall Tintline") from error


class Appearance(QObject):
    """The theme in use; follows the system between dark and light.

    Signals
    changed  the new Theme.
    """

    changed = Signal(object)

    def __init__(
        self, *, themes: Path, icons: Path, name: str = "", parent: QObject | None = None
    ) -> None:
        """themes, icons: folders of theme files and SVG icons; name: dark, light, or follow."""
        super().__init__(parent)
        self._folder = themes
        self._themes = {name: read_theme(themes, name) for name in ("dark", "light")}
        self._sheet = Template((themes / "tintline.qss").read_text(encoding="utf-8"))
        self._icons = icons
        self._cache: dict[str, QIcon] = {}
        self._bound: list[tuple[Callable[[QIcon], object], str]] = []
        self._wish = name
        self.theme = self._themes[name or self._system_theme()]
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @staticmethod
    def _system_theme() -> str:
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
            return "dark" if window.lightness() < 128 else "light"
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"

    def stop(self) -> None:
        """Follow the system no longer: the widgets that were bound are going."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self._bound.clear()

    def _follow_system(self) -> None:
        if not self._wish:
            self.use(self._system_theme())

    def choose(self, name: str) -> None:
        """Keep to a theme, dark or light; empty: follow the system from now on."""
        self._wish = name
        self.use(name or self._system_theme())

    def use(self, name: str) -> None:
        """Change to a theme, dark or light."""
        self.theme = self._themes[name]
        self._cache.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        for setter, icon_name in self._bound:
            setter(self.icon(icon_name))
        self.changed.emit(self.theme)

    def apply(self, application: QApplication) -> None:
        """Give the application the theme's style, palette and style sheet."""
        application.setStyle("Fusion")
        application.setPalette(self.theme.palette())
        arrow = (self._folder / f"arrow_{self.theme.name}.svg").as_posix()
        application.setStyleSheet(self._sheet.substitute(self.theme.colors, arrow=arrow))

    def icon(self, name: str) -> QIcon:
        """One of our icons in the theme's colours. Raises ThemeError if there is none."""
        if name not in self._cache:
            path = self._icons / f"{name}.svg"
            try:
                drawing = path.read_text(encoding="utf-8")
            except OSError as error:
                raise ThemeError(f"{path}: no such icon ({error}); reinstall Tintline") from error
            self._cache[name] = _render_icon(drawing, self.theme)
        return self._cache[name]

    def bind_icon(self, setter: Callable[[QIcon], object], name: str) -> None:
        """Give an icon to a long-lived widget's setter now and at every change of theme."""
        self._bound.append((setter, name))
        setter(self.icon(name))


def _render_icon(drawing: str, theme: Theme) -> QIcon:
    icon = QIcon()
    colors = {QIcon.Mode.Normal: theme.text, QIcon.Mode.Disabled: theme.disabled}
    for mode, color in colors.items():
        renderer = QSvgRenderer(QByteArray(drawing.replace(INK, color).encode()))
        for size in ICON_SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap, mode)
    return icon
