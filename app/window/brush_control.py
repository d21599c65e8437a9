"""The brush's colour and size, wherever they are chosen: wheel, swatches, picture, slider."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings
from app.commands.tool_bars import OptionsBar
from app.document.document import Document
from app.panels.color_panel import ColorPanel
from app.panels.palette_panel import PalettePanel
from app.settings import Settings
from models.geometry import Size
from models.hints.tags import Rgb

BRUSH_SHARE = 1 / 150
"""Brush radius for a picture of a size that is new, as a share of its long side."""
LEAST_RADIUS = 1.5


class BrushControl(QObject):
    """Lets canvas, panels and tool bar show one brush, and remembers the colours painted with."""

    def __init__(
        self,
        canvas: CanvasWidget,
        settings: Settings,
        *,
        color_panel: ColorPanel,
        palette_panel: PalettePanel,
        options_bar: OptionsBar,
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._settings = settings
        self._color_panel = color_panel
        self._palette_panel = palette_panel
        self._options_bar = options_bar
        self._fitted_to: Size | None = None
        self._seen: Document | None = None
        canvas.brush_changed.connect(self._show)
        for source in (canvas.color_picked, color_panel.color_chosen, palette_panel.color_chosen):
            source.connect(self.choose_color)
        color_panel.set_second(settings.second_color)
        color_panel.swap_asked.connect(self.swap)
        color_panel.set_space(settings.color_numbers)
        color_panel.space_chosen.connect(self._remember_space)
        options_bar.radius_chosen.connect(self.choose_radius)
        for entry in (color_panel.hex_entry, options_bar.diameter.lineEdit()):
            entry.returnPressed.connect(canvas.setFocus)  # so that the next key is a tool's
        color_panel.set_recent(settings.recent_colors)
        self._show(canvas.brush)

    def choose_color(self, color: Rgb) -> None:
        """Paint with another colour."""
        self._canvas.set_brush(replace(self._canvas.brush, color=color))

    def swap(self) -> None:
        """Paint with the second colour, and keep the first one in its place."""
        first = self._canvas.brush.color
        second, self._settings.second_color = self._settings.second_color, first
        self._color_panel.set_second(first)
        self.choose_color(second)

    def _remember_space(self, space: str) -> None:
        self._settings.color_numbers = space

    def choose_radius(self, radius: float) -> None:
        """Paint with another radius, in image pixels."""
        self._canvas.set_brush(replace(self._canvas.brush, radius=radius))

    def fit_to(self, size: Size) -> None:
        """Begin with a size that suits the picture; frames of one size keep the artist's own."""
        if size != self._fitted_to:
            self._fitted_to = size
            self.choose_radius(max(LEAST_RADIUS, size.long_side * BRUSH_SHARE))

    def take_document(self, document: Document) -> None:
        """Remember the colour of a hint that was drawn just now, not of those that were opened."""
        before, self._seen = self._seen, document
        if before is None or before.line_art is not document.line_art:
            return
        hints = document.hints.hints
        if not hints or hints == before.hints.hints or len(hints) < len(before.hints):
            return
        recent, color = self._settings.recent_colors, document.color_sets.shown(hints[-1].color)
        if not recent or color != recent[0]:
            self._settings.add_recent_color(color)
            self._color_panel.set_recent(self._settings.recent_colors)

    def _show(self, brush: BrushSettings) -> None:
        self._options_bar.show_brush(brush)
        self._color_panel.set_color(brush.color)
        self._palette_panel.set_brush_color(brush.color)
