"""What must happen before Qt is imported. Imported first by every way into the application."""

import importlib.util
import os
import sys

_QT_PATHS = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def prepare() -> None:
    """Bring native libraries into a safe order, and undo what opencv-python sets for Qt.

    On Windows onnxruntime must be imported before PySide6, whose own runtime libraries it cannot
    be loaded with. The opencv-python wheel (not the headless one that we ask for) points Qt at
    plugins of its own Qt 5 when it is imported; PySide6 cannot load them.
    """
    if sys.platform == "win32" and importlib.util.find_spec("onnxruntime") is not None:
        importlib.import_module("models.runtime.library")
    before = {name: os.environ.get(name) for name in _QT_PATHS}
    importlib.import_module("cv2")
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


prepare()
