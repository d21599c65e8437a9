"""No file of the artist's is replaced by a name that nobody confirmed, and none that was read."""

import os
import sys

import pytest
from PIL import Image

from app.document.edits import SetHints
from models.hints.hints import HintSet, PointHint
from tests.helpers.fakes import drawing
from tests.helpers.idle import is_idle, settle


@pytest.fixture
def opened(window, picture_file, qtbot):
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    settle(window, qtbot)
    return window


def test_export_does_not_propose_the_name_of_the_drawing(opened, dialogs, picture_file):
    opened.commands["export_png"].trigger()
    assert dialogs.asked == ["cat_colour.png"]


def test_export_proposes_where_the_last_one_went(opened, dialogs, tmp_path, qtbot):
    dialogs.saved = tmp_path / "for print.png"
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: dialogs.saved.is_file() and is_idle(opened))
    opened.commands["export_png"].trigger()
    settle(opened, qtbot)
    assert dialogs.asked[-1] == "for print.png"


def test_name_that_gets_its_ending_replaces_nothing_unasked(opened, dialogs, tmp_path, qtbot):
    kept = tmp_path / "dog.png"
    kept.write_bytes(b"of before")
    before = kept.read_bytes()
    dialogs.saved = tmp_path / "dog"
    opened.commands["export_png"].trigger()
    settle(opened, qtbot)
    assert dialogs.asked[-1] == "replace dog.png"
    assert kept.read_bytes() == before
    dialogs.replaces = True
    opened.commands["export_png"].trigger()
    settle(opened, qtbot)
    assert kept.read_bytes() != before


def test_another_drawing_begins_with_its_own_names(opened, dialogs, tmp_path, qtbot):
    dialogs.saved = tmp_path / "for print.png"
    opened.commands["export_png"].trigger()
    qtbot.waitUntil(lambda: dialogs.saved.is_file() and is_idle(opened))
    dog = tmp_path / "dog.png"
    Image.fromarray(drawing()).save(dog)
    opened.files.open_path(dog)
    qtbot.waitUntil(lambda: opened.parts.session.document.name == "dog")
    opened.commands["export_png"].trigger()
    settle(opened, qtbot)
    assert dialogs.asked[-1] == "dog_colour.png"


def test_no_export_replaces_the_drawing(opened, dialogs, picture_file, qtbot):
    before = picture_file.read_bytes()
    link = picture_file.with_name("link.png")
    link.symlink_to(picture_file)
    dialogs.replaces = True
    for path in (picture_file, link, picture_file.parent / "deep" / ".." / picture_file.name):
        (picture_file.parent / "deep").mkdir(exist_ok=True)
        dialogs.saved = path
        for command in ("export_png", "export_paint"):
            opened.central.banner.dismiss()
            opened.commands[command].trigger()
            settle(opened, qtbot)
            assert "was read for this document" in opened.banner_text
            assert picture_file.name in opened.banner_text or "link" in opened.banner_text
    assert picture_file.read_bytes() == before


def test_no_export_replaces_a_picture_of_hints(opened, dialogs, tmp_path, qtbot):
    hints = tmp_path / "dots.png"
    dots = Image.new("RGBA", (opened.parts.session.document.size.width,
                              opened.parts.session.document.size.height))  # fmt: skip
    dots.putpixel((5, 5), (200, 40, 40, 255))
    dots.save(hints)
    before = hints.read_bytes()
    opened.color_files.read_hints(hints)
    qtbot.waitUntil(lambda: len(opened.parts.session.document.hints) == 1)
    dialogs.saved, dialogs.replaces = hints, True
    opened.commands["export_png"].trigger()
    settle(opened, qtbot)
    assert "dots.png: was read for this document" in opened.banner_text
    assert hints.read_bytes() == before


def test_palette_beside_the_paint_is_asked_about(opened, dialogs, tmp_path, qtbot):
    kept = tmp_path / "mine.tpl"
    kept.write_text("the artist's")
    dialogs.saved = tmp_path / "mine.png"
    opened.commands["export_paint"].trigger()
    settle(opened, qtbot)
    assert dialogs.asked[-1] == "replace mine.tpl"
    assert kept.read_text() == "the artist's"
    assert not dialogs.saved.exists()


NAMES = {"long": "線" * 83, "no text": os.fsdecode(b"\x90\xfc\x89\xe6")}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_drawing_of_any_name_can_be_exported_and_saved(window, dialogs, tmp_path, name, qtbot):
    if sys.platform != "linux" and not name.isprintable():
        pytest.skip("names are text here")
    path = tmp_path / "drawings" / f"{name}.png"
    path.parent.mkdir()
    Image.fromarray(drawing()).save(path)
    window.files.open_path(path)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    settle(window, qtbot)
    window.parts.session.apply(SetHints(HintSet((PointHint(5.5, 5.5, (200, 40, 40)),))))
    for command in ("export_png", "save", "export_hints"):
        dialogs.asked, dialogs.saved = [], None
        window.commands[command].trigger()
        (proposal,) = dialogs.asked
        proposal.encode()
        dialogs.saved = path.parent / proposal
        window.commands[command].trigger()
        qtbot.waitUntil(lambda: is_idle(window) and dialogs.saved.is_file())
    assert window.banner_text == ""
    assert path.is_file()


def test_what_a_dead_run_left_half_written_goes_when_something_is_opened_there(
    window, picture_file, qtbot
):
    part = picture_file.with_name(".tintline-000000-1.part")
    part.write_bytes(b"half")
    os.utime(part, (1e9, 1e9))
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    settle(window, qtbot)
    assert not part.exists()
    assert picture_file.is_file()
