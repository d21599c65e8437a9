"""A tool for every name."""

from app.canvas.looking.view_tools import PanTool, PickerTool, RotateTool
from app.canvas.tools import (
    BarrierTool,
    BrushTool,
    EraserTool,
    FillTool,
    JoinTool,
    LassoTool,
    MoveTool,
    PointTool,
    ShadowTool,
    Tool,
    ToolName,
)


def all_tools() -> dict[ToolName, Tool]:
    """A fresh tool for every name."""
    return {
        ToolName.POINT: PointTool(),
        ToolName.BRUSH: BrushTool(),
        ToolName.FILL: FillTool(),
        ToolName.LASSO: LassoTool(),
        ToolName.BARRIER: BarrierTool(),
        ToolName.JOIN: JoinTool(),
        ToolName.SHADOW: ShadowTool(),
        ToolName.ERASER: EraserTool(),
        ToolName.MOVE: MoveTool(),
        ToolName.PICKER: PickerTool(),
        ToolName.PAN: PanTool(),
        ToolName.ROTATE: RotateTool(),
    }
