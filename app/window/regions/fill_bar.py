"""The bar of the tools that fill: with what, which regions, and to the next without a colour."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import BrushSettings
from app.document.document import Document
from app.session import Session
from app.window.regions.filler import FILLERS
from app.window.regions.foot_bar import FootBar
from models.hints.hints import Keep


class FillBar(FootBar):
    """Floats over its parent's foot while a tool that fills is chosen."""

    def __init__(self, session: Session, canvas: CanvasWidget, parent: QWidget) -> None:
        super().__init__("fill_bar", parent)
        self._session = session
        self._canvas = canvas
        self._kinds = QButtonGroup(self)
        self.buttons = {
            keep: self.add_button(text, tip, is_checkable=True)
            for keep, text, tip in (
                (None, self.tr("Colour"), self.tr("Give regions the brush's colour (F)")),
                (
                    Keep.AS_IT_IS,
                    self.tr("Keep as it is"),
                    self.tr("Keep what regions show now, whatever later hints say (K)"),
                ),
                (
                    Keep.UNCOLORED,
                    self.tr("No colour"),
                    self.tr("Leave regions uncoloured and transparent (U)"),
                ),
            )
        }
        for keep, button in self.buttons.items():
            self._kinds.addButton(button)
            button.clicked.connect(lambda _=False, keep=keep: self._choose(keep))
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        self.row.addWidget(line)
        self.only_left = self.add_button(
            self.tr("Only leftovers"),
            self.tr("Pass over regions that have a colour"),
            is_checkable=True,
        )
        self.only_left.clicked.connect(self._choose_left)
        self.next = self.add_button(
            self.tr("Next without colour"), self.tr("Go to the next region without a colour (N)")
        )
        canvas.tool_changed.connect(lambda _: self.refresh())
        canvas.brush_changed.connect(self._show_brush)
        session.document_changed.connect(self._take_document)
        self._show_brush(canvas.brush)

    def refresh(self) -> None:
        """Show the bar while a drawing is open and a tool that fills is chosen."""
        is_open = self._session.document is not None
        self.show_if(is_open and self._canvas.tool_name in FILLERS)

    def _take_document(self, _: Document) -> None:
        self.refresh()

    def _choose(self, keep: Keep | None) -> None:
        self._canvas.set_brush(replace(self._canvas.brush, keep=keep))

    def _choose_left(self, only_left: bool) -> None:
        self._canvas.set_brush(replace(self._canvas.brush, only_left=only_left))

    def _show_brush(self, brush: BrushSettings) -> None:
        self.buttons[brush.keep].setChecked(True)
        self.only_left.setChecked(brush.only_left)
