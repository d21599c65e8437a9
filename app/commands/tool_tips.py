"""Tips of the tools: a picture of what one does, its name and keys, and a line about it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QToolBar, QVBoxLayout, QWidget

from app.canvas.tools import ToolName
from app.commands.actions import describe_action

PICTURE = QSize(208, 128)
"""Of a tip, in pixels of the window; the files have twice as many a side."""
GAP = 8
HIDING = (
    QEvent.Type.Leave,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.Hide,
    QEvent.Type.WindowDeactivate,
)


def tool_lines() -> Mapping[ToolName, str]:
    """What each tool does, in a line, in the language spoken."""
    return {
        ToolName.POINT: _tr("A dot of colour: everything that belongs together takes it."),
        ToolName.BRUSH: _tr("A stroke of colour says what things are. On a paint layer it paints."),
        ToolName.FILL: _tr("Gives one region exactly this colour, and changes nothing else."),
        ToolName.LASSO: _tr("Fills every region that the loop holds."),
        ToolName.BARRIER: _tr("A line that is not drawn, and that no colour crosses."),
        ToolName.JOIN: _tr("Makes one region of all those that it leads through."),
        ToolName.SHADOW: _tr("Shade or light by hand, where the lamp does not know better."),
        ToolName.ERASER: _tr("Takes hints and marks away, and paint on a paint layer."),
        ToolName.SELECT: _tr("Chooses where paint may go: by region, by colour or by a loop."),
        ToolName.MOVE: _tr("Drags a hint to where it says more."),
        ToolName.PICKER: _tr("Takes a colour out of the picture."),
        ToolName.PAN: _tr("Moves the picture in the window."),
    }


class TipCard(QFrame):
    """What a tip shows; over the window, and never in the way of keys or pointer."""

    def __init__(self, folder: Path) -> None:
        """folder: pictures, WebP, named as the tools."""
        super().__init__(None, Qt.WindowType.ToolTip)
        self.setObjectName("tipCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._folder = folder
        self.picture, self.title, self.line = QLabel(), QLabel(), QLabel()
        self.title.setObjectName("section")
        self.line.setWordWrap(True)
        self.line.setFixedWidth(PICTURE.width())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for label in (self.picture, self.title, self.line):
            layout.addWidget(label)

    def show_tool(self, name: ToolName, title: str, line: str, beside: QWidget) -> None:
        """Show a tool's picture and words to the right of something."""
        picture = QPixmap(str(self._folder / f"{name}.webp"))
        picture.setDevicePixelRatio(picture.width() / PICTURE.width())
        self.picture.setPixmap(picture)
        self.picture.setVisible(not picture.isNull())
        self.title.setText(title)
        self.line.setText(line)
        self.adjustSize()
        at = beside.mapToGlobal(QPoint(beside.width() + GAP, 0))
        room = beside.screen().availableGeometry()
        self.move(at.x(), max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()


class ToolTips(QObject):
    """Shows a card in the place of the tips of a column of tools."""

    def __init__(self, column: QToolBar, actions: Mapping[str, QAction], folder: Path) -> None:
        super().__init__(column)
        self.card = TipCard(folder)
        column.destroyed.connect(self.card.deleteLater)
        for action in actions.values():  # by their keys, too, which no button hears of
            action.triggered.connect(self.card.hide)
        self._lines = tool_lines()
        self._names: dict[QObject, ToolName] = {}
        self._actions: dict[QObject, QAction] = {}
        for name, line in self._lines.items():
            action = actions[f"tool_{name}"]
            button = column.widgetForAction(action)
            if button is not None:
                self._names[button], self._actions[button] = name, action
                button.setAccessibleDescription(line)
                button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card for a tip, which goes as tips do."""
        if event.type() is QEvent.Type.ToolTip and isinstance(watched, QWidget):
            assert isinstance(event, QHelpEvent)
            name, action = self._names[watched], self._actions[watched]
            title = action.toolTip() if action.isEnabled() else describe_action(action)
            line = self._lines[name] if action.isEnabled() else action.toolTip()
            self.card.show_tool(name, title, line, watched)
            return True
        if event.type() in HIDING:
            self.card.hide()
        return super().eventFilter(watched, event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ToolTips", text)
