"""Starts Qt; where no window can be shown the program ends with a message and not with a crash."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.cli.console import one_line
from app.errors import no_window

NO_WINDOW_STATUS = 2


def start_application(arguments: list[str]) -> QApplication:
    """The application, made anew if there is none.

    Qt aborts the process that has no display, or no plugin for it. Here the process ends with
    status 2 in its place, and stderr says why and what to do.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is QtMsgType.QtFatalMsg:
            _end(no_window(_reason(said, os.environ)))
        elif previous is not None:
            previous(kind, context, text)

    previous = qInstallMessageHandler(lambda *_: None)
    qInstallMessageHandler(listen)
    try:
        return QApplication(arguments)
    finally:
        qInstallMessageHandler(previous)


def _reason(said: list[str], environment: Mapping[str, str]) -> str:
    """Why Qt could not start: what it said first, and the display that it was to find."""
    told = said[0].strip() if said else "Qt does not say why"
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return told
    displays = [
        f"{name}={environment[name]}"
        for name in ("DISPLAY", "WAYLAND_DISPLAY")
        if environment.get(name)
    ]
    if not displays:
        return f"there is no display, neither DISPLAY nor WAYLAND_DISPLAY is set ({told})"
    return f"the display {' or '.join(displays)} cannot be used ({told})"


def _end(message: str) -> None:
    """At once: Qt would abort when its handler returns, and can do nothing more."""
    if sys.stderr is not None:
        sys.stderr.write(f"tintline: {one_line(message)}\n")
        sys.stderr.flush()
    os._exit(NO_WINDOW_STATUS)
