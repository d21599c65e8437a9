"""The light, wherever it is turned: dial, handle, command; and the brush that paints it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings, ToolName
from app.document.document import Document
from app.panels.light_panel import LightPanel
from app.session import Session
from app.window.light.handle import LightHandle
from models.lighting.strokes import LightKind


class LightControl(QObject):
    """Holds the panel, the handle on the canvas and the shadow brush together.

    Signals
    said  one line for the user.
    """

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        canvas: CanvasWidget,
        panel: LightPanel,
        dock: QDockWidget,
        *,
        tool: QAction,
    ) -> None:
        """dock: the panel's. tool: the command of the shadow brush."""
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._panel = panel
        self._dock = dock
        self._tool = tool
        self._painted = 0
        self._is_in_front = False
        self.handle = LightHandle(canvas)
        self.handle.turned.connect(panel.turn_to)
        self.handle.released.connect(session.seal)
        panel.brush_chosen.connect(self._choose_brush)
        dock.visibilityChanged.connect(self._take_front)
        canvas.tool_changed.connect(self._refresh)
        canvas.brush_changed.connect(self._take_brush)
        session.opened.connect(self._forget)
        session.document_changed.connect(self._take_document)
        tool.triggered.connect(self._dock.raise_)
        self._take_brush(canvas.brush)

    def _choose_brush(self, kind: LightKind) -> None:
        self._canvas.set_brush(replace(self._canvas.brush, light=kind))
        self._tool.trigger()

    def _take_brush(self, brush: BrushSettings) -> None:
        self._panel.set_brush_color(brush.color)
        self._refresh()

    def _take_front(self, is_in_front: bool) -> None:
        self._is_in_front = is_in_front
        self._refresh()

    def _forget(self) -> None:
        document = self._session.document
        self._painted = len(document.light_strokes) if document is not None else 0

    def _take_document(self, document: Document) -> None:
        before, self._painted = self._painted, len(document.light_strokes)
        if document.light is None and self._painted > before:
            self.said.emit(
                self.tr("The light is off: turn it on in its panel to see what you paint.")
            )
        self._refresh()

    def _refresh(self, _tool: object = None) -> None:
        """Show the handle while the light is worked on, and which brush paints it."""
        is_tool = self._canvas.tool_name is ToolName.SHADOW
        document = self._session.document
        is_worked_on = self._is_in_front or is_tool or self.handle.is_held
        light = document.light if document is not None and is_worked_on else None
        size = document.size if document is not None else None
        self.handle.show_light(light, size)
        self._panel.show_brush(self._canvas.brush.light if is_tool else None)
