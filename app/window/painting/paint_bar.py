"""The bar of the brush that paints: how hard and how opaque it is, and what pressure changes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings, ToolName
from app.panels.widgets.share_slider import ShareSlider
from app.window.regions.foot_bar import FootBar

PAINTERS = (ToolName.BRUSH, ToolName.ERASER, ToolName.FILL)


class PaintBar(FootBar):
    """Floats over its parent's foot while brush or eraser work on a paint layer."""

    def __init__(self, canvas: CanvasWidget, parent: QWidget) -> None:
        super().__init__("paint_bar", parent)
        self._canvas = canvas
        self._layer = QLabel()
        self._layer.setObjectName("muted")
        self.row.addWidget(self._layer)
        self.hardness = self._slider(
            self.tr("Hardness"),
            self.tr("At 100 % every pixel is painted fully or not at all"),
            lambda share: replace(canvas.brush, hardness=share),
        )
        self.opacity = self._slider(
            self.tr("Opacity"),
            self.tr("Of a stroke, however often it crosses itself"),
            lambda share: replace(canvas.brush, opacity=share),
        )
        self.fades = self.add_button(
            self.tr("Fade by pressure"), self.tr("Pressure changes opacity"), is_checkable=True
        )
        self.fades.clicked.connect(
            lambda fades: canvas.set_brush(replace(canvas.brush, fades=fades))
        )
        canvas.tool_changed.connect(lambda _: self.refresh())
        canvas.easel.changed.connect(self.refresh)
        canvas.brush_changed.connect(self._show_brush)
        self._show_brush(canvas.brush)

    def refresh(self) -> None:
        """Show the bar while it is of use."""
        layer = self._canvas.easel.layer
        if layer is not None:
            name = layer.name if len(layer.name) < 24 else f"{layer.name[:22]}…"
            self._layer.setText(self.tr("On {layer}").format(layer=name))
        self.show_if(layer is not None and self._canvas.tool_name in PAINTERS)
        self.toggled.emit()

    def _slider(
        self, name: str, tip: str, changed: Callable[[float], BrushSettings]
    ) -> ShareSlider:
        slider = ShareSlider(name)
        slider.setFixedWidth(110)
        slider.setToolTip(tip)
        slider.valueChanged.connect(lambda value: self._canvas.set_brush(changed(value / 100)))
        for widget in (QLabel(name), slider, slider.percent):
            self.row.addWidget(widget)
        return slider

    def _show_brush(self, brush: BrushSettings) -> None:
        self.hardness.show_share(brush.hardness)
        self.opacity.show_share(brush.opacity)
        self.fades.setChecked(brush.fades)
