"""A field that takes the next keys that are pressed, whatever they do elsewhere."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_ALONE = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_unknown,
)


class KeyField(QLineEdit):
    """Press keys to set them; Shift and Tab, or Esc, leaves it.

    Signals
    pressed  the QKeySequence of one key with its modifiers.
    left     Esc was pressed.
    """

    pressed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press keys"))
        self.setAccessibleName(self.tr("Keys of the command"))
        self.setAccessibleDescription(self.tr("Press the new keys; Esc leaves the field"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Keys come here before any command, and before Tab goes on."""
        if isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Backtab:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in _ALONE and not event.isAutoRepeat():
            self.pressed.emit(QKeySequence(_plain_combination(event)))


def _plain_combination(event: QKeyEvent) -> int:
    """Key and modifiers; Shift is left out where the key is what it made of another one."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    is_sign = len(text) == 1 and text.isprintable() and not text.isalnum() and text != " "
    if is_sign:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return int(modifiers.value) | event.key()
