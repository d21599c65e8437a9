"""The bar of the select tool: by region or colour, what is added, and all, none, the rest."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.document.document import Document
from app.document.selecting.selection import Joining
from app.session import Session
from app.window.painting.selecting import SelectionControl
from app.window.regions.foot_bar import FootBar


class SelectBar(FootBar):
    """Floats over its parent's foot while the select tool is chosen."""

    def __init__(
        self, session: Session, canvas: CanvasWidget, control: SelectionControl, parent: QWidget
    ) -> None:
        super().__init__("select_bar", parent)
        self._session, self._canvas, self._control = session, canvas, control
        self._groups = QButtonGroup(self), QButtonGroup(self)
        self.kinds = {
            by_color: self.add_button(text, tip, is_checkable=True)
            for by_color, text, tip in (
                (
                    False,
                    self.tr("Region"),
                    self.tr("A press selects a region, a loop what it holds"),
                ),
                (True, self.tr("Colour"), self.tr("A press selects every pixel of its colour")),
            )
        }
        self._add_line()
        self.joinings = {
            joining: self.add_button(text, tip, is_checkable=True)
            for joining, text, tip in (
                (Joining.REPLACE, self.tr("New"), self.tr("Select this alone")),
                (Joining.ADD, self.tr("Add"), self.tr("Select this as well (Shift)")),
                (Joining.SUBTRACT, self.tr("Take away"), self.tr("Select this no longer")),
            )
        }
        for by_color, button in self.kinds.items():
            self._groups[0].addButton(button)
            button.clicked.connect(lambda _=False, by=by_color: control.set_by_color(by))
        for joining, button in self.joinings.items():
            self._groups[1].addButton(button)
            button.clicked.connect(lambda _=False, chosen=joining: control.set_joining(chosen))
        self._add_line()
        self.all = self.add_button(self.tr("All"), self.tr("Select all (Ctrl+A)"))
        self.none = self.add_button(self.tr("None"), self.tr("Select nothing (Ctrl+Shift+A)"))
        self.rest = self.add_button(self.tr("Invert"), self.tr("Select the rest (Ctrl+Shift+I)"))
        self.all.clicked.connect(lambda _=False: control.select_all())
        self.none.clicked.connect(lambda _=False: control.select_none())
        self.rest.clicked.connect(lambda _=False: control.invert())
        canvas.tool_changed.connect(lambda _: self.refresh())
        session.document_changed.connect(self._take_document)
        control.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the bar while it is of use, and how is selected."""
        document = self._session.document
        self.kinds[self._control.by_color].setChecked(True)
        self.joinings[self._control.joining].setChecked(True)
        is_selected = document is not None and document.selection is not None
        for button in (self.none, self.rest):
            button.setEnabled(is_selected)
        self.show_if(document is not None and self._canvas.tool_name is ToolName.SELECT)

    def _add_line(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        self.row.addWidget(line)

    def _take_document(self, _: Document) -> None:
        self.refresh()
