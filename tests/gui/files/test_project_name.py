"""A project is called as its file wherever it is named: title, messages, proposals, recovery."""

import pytest

from app.dialogs import Answer, RecoveryAnswer
from app.document.edits import AddHint
from models.hints.hints import PointHint
from tests.helpers.fakes import FakeLoader
from tests.helpers.idle import settle


def change(window, qtbot, x=9):
    window.parts.session.apply(AddHint(PointHint(x, 9, (40, 60, 200))))
    settle(window, qtbot)


@pytest.fixture
def saved(drawn, dialogs, tmp_path, qtbot):
    """The drawing "girl", changed and saved as proj.tintline."""
    change(drawn, qtbot)
    dialogs.saved = tmp_path / "proj.tintline"
    drawn.commands["save"].trigger()
    qtbot.waitUntil(lambda: not drawn.parts.session.is_dirty)
    settle(drawn, qtbot)
    return drawn


@pytest.fixture
def second_window(make_window, painter):
    return lambda: make_window(FakeLoader({"": painter, "fake": painter}))


def test_title_takes_the_name_that_the_project_is_saved_under(saved, dialogs, tmp_path, qtbot):
    assert saved.windowTitle() == "proj[*] — Tintline"
    dialogs.saved = tmp_path / "other one.tintline"
    saved.commands["save_as"].trigger()
    qtbot.waitUntil(lambda: saved.windowTitle() == "other one[*] — Tintline")
    assert dialogs.asked[-1] == "proj.tintline"  # the proposal


def test_project_opened_again_bears_its_files_name(saved, second_window, dialogs, tmp_path, qtbot):
    (tmp_path / "proj.tintline").rename(tmp_path / "moved.tintline")
    after = second_window()
    after.files.open_path(tmp_path / "moved.tintline")
    qtbot.waitUntil(lambda: after.windowTitle() == "moved[*] — Tintline")
    assert after.status_line.task_text.startswith("Opened moved, ")
    assert after.parts.session.document.name == "girl"  # the drawing's, for layers and files of it
    settle(after, qtbot)
    change(after, qtbot, x=20)
    dialogs.answer, dialogs.saved = Answer.CANCEL, None
    after.close()
    assert dialogs.asked[-1] == "moved"  # about unsaved changes
    after.commands["export_ora"].trigger()
    assert dialogs.asked[-1] == "moved.ora"
    after.commands["export_hints"].trigger()
    assert dialogs.asked[-1] == "moved.hints.json"
    assert after.parts.settings.recent_files[0].name == "moved.tintline"


def test_recovered_project_bears_its_files_name(saved, second_window, dialogs, tmp_path, qtbot):
    change(saved, qtbot, x=20)
    saved.recovery.keep()
    settle(saved, qtbot)
    for lock in (tmp_path / "recovery").glob("*.lock"):  # what a crash does
        lock.unlink()
    dialogs.recovers = RecoveryAnswer.RESTORE
    after = second_window()
    after.offer_recovery()
    assert dialogs.asked[-1] == "recover proj"
    qtbot.waitUntil(lambda: after.parts.session.document is not None)
    settle(after, qtbot)
    assert after.windowTitle() == "proj[*] — Tintline"
    assert after.status_line.task_text == "Restored proj"
    assert after.parts.session.project_path == tmp_path / "proj.tintline"


def test_new_drawing_takes_the_projects_name_away(saved, picture_file, qtbot):
    saved.files.open_path(picture_file)
    qtbot.waitUntil(lambda: saved.windowTitle() == "cat[*] — Tintline")
    settle(saved, qtbot)
