"""No file of the artist's is replaced by a name that nobody confirmed."""

import pytest
from PIL import Image

from tests.app.fakes import drawing

WAIT_MS = 30_000


def is_idle(window):
    return window.parts.inference.is_idle and not window.parts.background.is_busy


@pytest.fixture
def opened(window, picture_file, qtbot):
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: is_idle(window), timeout=WAIT_MS)
    return window


def test_export_does_not_propose_the_name_of_the_drawing(opened, dialogs, picture_file):
    opened.commands["export_png"].trigger()
    assert dialogs.asked == ["cat_colour.png"]


def test_export_proposes_where_the_last_one_went(opened, dialogs, tmp_path, qtbot):
    dialogs.saved = tmp_path / "for print.png"
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: dialogs.saved.is_file() and is_idle(opened), timeout=WAIT_MS)
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: is_idle(opened), timeout=WAIT_MS)
    assert dialogs.asked[-1] == "for print.png"


def test_name_that_gets_its_ending_replaces_nothing_unasked(opened, dialogs, tmp_path, qtbot):
    kept = tmp_path / "cat.png"
    before = kept.read_bytes()
    dialogs.saved = tmp_path / "cat"
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: is_idle(opened), timeout=WAIT_MS)
    assert dialogs.asked[-1] == "replace cat.png"
    assert kept.read_bytes() == before
    dialogs.replaces = True
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: is_idle(opened), timeout=WAIT_MS)
    assert kept.read_bytes() != before


def test_another_drawing_begins_with_its_own_names(opened, dialogs, tmp_path, qtbot):
    dialogs.saved = tmp_path / "for print.png"
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: dialogs.saved.is_file() and is_idle(opened), timeout=WAIT_MS)
    dog = tmp_path / "dog.png"
    Image.fromarray(drawing()).save(dog)
    opened.files.open_path(dog)
    qtbot.waitUntil(lambda: opened.parts.session.document.name == "dog", timeout=WAIT_MS)
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: is_idle(opened), timeout=WAIT_MS)
    assert dialogs.asked[-1] == "dog_colour.png"
