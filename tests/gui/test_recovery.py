"""Unsaved work survives a run that ends badly, and nothing is left behind by one that does not."""

import pytest
from PySide6.QtCore import QLockFile

from app.dialogs import Answer, RecoveryAnswer
from app.document.edits import AddHint
from app.recovery import find_leftovers
from models.conditioning import PointHint
from tests.app.fakes import FakeLoader

RED = (200, 40, 40)
WAIT_MS = 30_000


def is_idle(window):
    return window.parts.inference.is_idle and not window.parts.background.is_busy


@pytest.fixture
def dirty(drawn, qtbot):
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    qtbot.waitUntil(lambda: is_idle(drawn), timeout=WAIT_MS)
    return drawn


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def second_window(make_window, painter):
    return lambda: make_window(FakeLoader({"": painter, "fake": painter}))


def keep(window, qtbot):
    window.recovery.keep()
    qtbot.waitUntil(lambda: is_idle(window), timeout=WAIT_MS)


def die(folder):
    """What a crash does: the locks lose their process, nothing is deleted."""
    for lock in folder.glob("*.lock"):
        lock.unlink()


@pytest.mark.parametrize(
    "note",
    ["[" * 100_000, "{}", "[]", '{"name": 1, "project": 2}', '{"name": "a", "project": "\\u0000"}'],
)
def test_a_note_that_lies_leaves_the_copy(dirty, folder, qtbot, note):
    keep(dirty, qtbot)
    die(folder)
    [path] = folder.glob("*.json")
    path.write_text(note)
    [leftover] = find_leftovers(folder)
    assert leftover.name == leftover.copy.stem
    assert leftover.project is None


def test_unsaved_work_is_restored_after_a_crash(dirty, second_window, dialogs, folder, qtbot):
    keep(dirty, qtbot)
    hints = dirty.parts.session.document.hints
    die(folder)
    dialogs.recovers = RecoveryAnswer.RESTORE
    after = second_window()
    after.offer_recovery()
    assert dialogs.asked == ["recover girl"]
    qtbot.waitUntil(lambda: after.parts.session.document is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: is_idle(after), timeout=WAIT_MS)
    assert after.parts.session.document.hints == hints
    assert after.parts.session.is_dirty
    assert after.recovery.copy is not None
    assert after.recovery.copy.is_file()


def test_work_of_a_run_that_lives_is_not_offered(dirty, folder, qtbot):
    keep(dirty, qtbot)
    (copy,) = folder.glob("*.tintline")
    assert find_leftovers(folder) == ()
    lock = QLockFile(str(copy.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    assert not lock.tryLock(0)


def test_saving_deletes_the_copy(dirty, dialogs, folder, tmp_path, qtbot):
    keep(dirty, qtbot)
    assert list(folder.glob("*.tintline"))
    dialogs.saved = tmp_path / "girl.tintline"
    dirty.commands["save"].trigger()
    qtbot.waitUntil(lambda: is_idle(dirty) and not dirty.parts.session.is_dirty, timeout=WAIT_MS)
    assert list(folder.iterdir()) == []


def test_closing_as_one_should_leaves_nothing(dirty, dialogs, folder, qtbot):
    keep(dirty, qtbot)
    dialogs.answer = Answer.DISCARD
    dirty.close()
    dirty.parts.background.stop()
    dirty.recovery.stop()
    assert list(folder.iterdir()) == []


def test_copy_that_is_written_while_the_window_closes_goes_too(dirty, dialogs, folder):
    dialogs.answer = Answer.DISCARD
    dirty.recovery.keep()
    dirty.close()
    dirty.parts.background.stop()
    dirty.recovery.stop()
    assert list(folder.iterdir()) == []


def test_discarded_leftovers_are_deleted_and_later_ones_kept(dirty, dialogs, folder, qtbot):
    keep(dirty, qtbot)
    die(folder)
    dirty.recovery._copy = None  # as in another process
    dirty.offer_recovery()
    assert list(folder.glob("*.tintline"))
    dialogs.recovers = RecoveryAnswer.DISCARD
    dirty.offer_recovery()
    assert not list(folder.glob("*.tintline"))


def test_damaged_copy_is_told_and_keeps_the_window_going(window, dialogs, folder, qtbot):
    folder.mkdir()
    (folder / "1-a-1.tintline").write_bytes(b"PK but no zip")
    dialogs.recovers = RecoveryAnswer.RESTORE
    window.offer_recovery()
    qtbot.waitUntil(lambda: "1-a-1.tintline" in window.banner_text, timeout=WAIT_MS)
    assert window.parts.session.document is None


def test_folder_that_cannot_be_written_is_told_once(dirty, folder, qtbot):
    folder.write_text("a file in the place of the folder")
    dirty.recovery.keep()
    assert "not kept for recovery" in dirty.banner_text
    dirty.central.banner.dismiss()
    dirty.recovery.keep()
    assert dirty.banner_text == ""
    folder.unlink()


def test_undo_back_to_the_saved_state_deletes_the_copy(dirty, folder, qtbot):
    keep(dirty, qtbot)
    dirty.commands["undo"].trigger()
    qtbot.waitUntil(lambda: is_idle(dirty), timeout=WAIT_MS)
    assert list(folder.iterdir()) == []
