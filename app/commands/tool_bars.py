"""The tool column at the left and the options of the brush at the top."""

from collections.abc import Mapping
from math import log

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QSlider, QToolBar, QToolButton, QWidget

import resources
from app.canvas.canvas_widget import MAX_BRUSH_RADIUS, MIN_BRUSH_RADIUS
from app.canvas.tools import BrushSettings, ToolName
from app.commands.tool_tips import ToolTips

TOOL_ACTIONS = tuple(f"tool_{name}" for name in ToolName if name is not ToolName.ROTATE)
"""Turning is borrowed by a held key."""
SLIDER_STEPS = 200


def diameter_of(step: int) -> float:
    """Brush diameter of a slider step, growing by equal ratios."""
    low, high = 2 * MIN_BRUSH_RADIUS, 2 * MAX_BRUSH_RADIUS
    return low * (high / low) ** (step / SLIDER_STEPS)


def step_of(diameter: float) -> int:
    """The slider step nearest to a diameter."""
    low, high = 2 * MIN_BRUSH_RADIUS, 2 * MAX_BRUSH_RADIUS
    return round(SLIDER_STEPS * log(diameter / low) / log(high / low))


class ToolColumn(QToolBar):
    """The tools, one under the other, and what is done to the view."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setWindowTitle(self.tr("Tools"))
        self.setIconSize(QSize(24, 24))
        self.setMovable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        for name in TOOL_ACTIONS:
            self.addAction(actions[name])
        self.addSeparator()
        self.tips = ToolTips(self, actions, resources.TIPS)
        for name in ("fit", "mirror"):  # wheel and keys zoom, keys and a drag turn
            self.addAction(actions[name])


class OptionsBar(QToolBar):
    """Files, undo, and the size of the brush.

    Signals
    radius_chosen  brush radius in image pixels.
    """

    radius_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setWindowTitle(self.tr("Brush options"))
        self.setIconSize(QSize(20, 20))
        self.setMovable(False)
        for name in ("open", "save", "export_png"):
            self.addAction(actions[name])
        self.addSeparator()
        for name in ("undo", "redo"):
            self.addAction(actions[name])
        self.addSeparator()
        label = QLabel(self.tr("Size"))
        label.setObjectName("muted")
        label.setContentsMargins(6, 0, 6, 0)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setFixedWidth(150)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.setAccessibleName(self.tr("Brush size"))
        self.diameter = QDoubleSpinBox()
        self.diameter.setRange(2 * MIN_BRUSH_RADIUS, 2 * MAX_BRUSH_RADIUS)
        self.diameter.setDecimals(1)
        self.diameter.setSuffix(self.tr(" px"))
        self.diameter.setFixedWidth(86)
        self.diameter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.diameter.setKeyboardTracking(False)
        self.diameter.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.diameter.setAccessibleName(self.tr("Brush size in pixels"))
        for widget in (label, self.slider):
            self.addWidget(widget)
        spacer = QWidget()
        spacer.setFixedWidth(8)
        self.addWidget(spacer)
        self.addWidget(self.diameter)
        self.addAction(actions["pressure"])
        self.addSeparator()
        self.addAction(actions["live"])
        live = self.widgetForAction(actions["live"])
        if isinstance(live, QToolButton):
            live.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addAction(actions["colour_now"])
        self.slider.valueChanged.connect(
            lambda step: self.radius_chosen.emit(diameter_of(step) / 2)
        )
        self.diameter.valueChanged.connect(lambda diameter: self.radius_chosen.emit(diameter / 2))

    def show_brush(self, brush: BrushSettings) -> None:
        """Show the size without telling of them."""
        for widget in (self.slider, self.diameter):
            widget.blockSignals(True)
        self.slider.setValue(step_of(2 * brush.radius))
        self.diameter.setValue(2 * brush.radius)
        for widget in (self.slider, self.diameter):
            widget.blockSignals(False)
