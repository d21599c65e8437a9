"""When the window has nothing left to do."""

from PySide6.QtWidgets import QApplication


def is_idle(window):
    """Nothing is inferred, read or written, nor is going to be."""
    return window.parts.is_idle


def settle(window, qtbot):
    """Wait until it is idle and shows what came of that, from which nothing more came."""

    def is_settled():
        for _ in range(2):
            if not is_idle(window):
                return False
            QApplication.processEvents()  # a thread is done before its answer is shown
        return is_idle(window)

    qtbot.waitUntil(is_settled)
