"""When the window has nothing left to do."""


def is_idle(window):
    """Nothing is inferred, read or written."""
    return window.parts.inference.is_idle and not window.parts.background.is_busy


def settle(window, qtbot):
    """Wait until it is idle."""
    qtbot.waitUntil(lambda: is_idle(window))
