"""The whole application, built and run as a user starts it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import main
from app.window.window import MainWindow


@pytest.fixture
def own_places(tmp_path, monkeypatch):
    monkeypatch.setattr(main, "settings_folder", lambda: tmp_path)
    monkeypatch.setattr(main, "generator_folders", lambda: (tmp_path / "generators",))
    monkeypatch.setattr(main, "recovery_folder", lambda: tmp_path / "recovery")


def test_file_of_the_command_line_opens_and_colors(own_places, picture_file, qapp):
    seen = {}

    def look():
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        session = window.canvas._session
        if session.pixels is None or "colour" not in session.pixels:
            return
        seen["name"] = session.document.name
        seen["status"] = window.status_line.live_text
        window.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert main.run(picture_file) == 0
    timer.stop()
    assert seen["name"] == "cat"
    assert seen["status"].startswith("CPU")
