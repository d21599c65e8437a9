"""What waits until a widget is seen for the first time."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPicture(QObject):
    """Does something once, some milliseconds after a widget's first picture is begun.

    However long that takes: time alone would not tell, as on a machine that is busy.
    """

    def __init__(self, widget: QWidget, then: Callable[[], object], *, delay_ms: int = 0) -> None:
        super().__init__(widget)
        self._then, self._delay_ms = then, delay_ms
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the picture."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(self._delay_ms, self, self._then)
        return False
