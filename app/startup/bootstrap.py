"""What must happen before Qt is imported. Imported first by every way into the application."""

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable

from app.startup.late import make_late

_QT_PATHS = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
LATE = ("cv2", "scipy", "skimage")
"""Libraries that the window needs not to show."""
WARM_UP = (
    "models.requests.colorizer", "models.runtime.engine", "scipy.sparse.csgraph",
    "skimage.segmentation",
)  # fmt: skip
"""Modules that the first drawing will want."""
WARM_UP_MS = 150
"""After the window's first picture is begun, which loading would hold up."""


def prepare() -> None:
    """Bring native libraries into a safe order, and put off those that can wait.

    On Windows onnxruntime must be imported before PySide6, whose own runtime libraries it cannot
    be loaded with.
    """
    if sys.platform == "win32" and importlib.util.find_spec("onnxruntime") is not None:
        importlib.import_module("models.runtime.library")
    make_late(LATE, _keeping_qt_paths)


def _keeping_qt_paths(work: Callable[[], object]) -> None:
    """Load a library and undo what opencv-python sets for Qt.

    That wheel (not the headless one that we ask for) points Qt at plugins of its own Qt 5 when it
    is imported; PySide6 cannot load them, nor can programs that are started from here.
    """
    before = {name: os.environ.get(name) for name in _QT_PATHS}
    work()
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


prepare()
