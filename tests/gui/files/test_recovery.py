"""Unsaved work survives a run that ends badly, and nothing is left behind by one that does not."""

import json
import os
import platform
import stat

import numpy as np
import pytest
from PySide6.QtCore import QLockFile

from app.dialogs import Answer, RecoveryAnswer
from app.document.edits import AddHint
from app.document.layer import LayerKind
from app.document.project_file import new_project, read_project
from app.files.recovery import RecoveryKeeper, find_leftovers
from models.hints.hints import PointHint
from tests.helpers.fakes import FakeLoader
from tests.helpers.idle import is_idle, settle

RED = (200, 40, 40)


@pytest.fixture
def dirty(drawn, qtbot):
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    settle(drawn, qtbot)
    return drawn


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def second_window(make_window, painter):
    return lambda: make_window(FakeLoader({"": painter, "fake": painter}))


def keep(window, qtbot):
    window.recovery.keep()
    settle(window, qtbot)


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
    qtbot.waitUntil(lambda: after.parts.session.document is not None)
    settle(after, qtbot)
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
    qtbot.waitUntil(lambda: is_idle(dirty) and not dirty.parts.session.is_dirty)
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
    qtbot.waitUntil(lambda: "1-a-1.tintline" in window.banner_text)
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
    settle(dirty, qtbot)
    assert list(folder.iterdir()) == []


def test_work_that_goes_on_without_a_pause_is_kept_again_and_again(drawn, folder, qtbot):
    session = drawn.parts.session
    keeper = RecoveryKeeper(session, drawn.parts.background, folder / "own", keep_after_ms=250)
    kept = []

    def is_kept_again():
        """An edit every few milliseconds, far more often than the keeper's clock strikes."""
        session.apply(AddHint(PointHint(5, 5 + len(session.document.hints) % 30, RED)))
        if keeper.copy is not None and keeper.copy.is_file():
            kept.append(len(read_project(keeper.copy).document.hints))
        return len(set(kept)) >= 3

    qtbot.waitUntil(is_kept_again)
    assert sorted(kept) == kept
    keeper.end()
    settle(drawn, qtbot)


def test_copy_holds_the_artists_own_lines(drawn, folder, qtbot):
    rgba_u8 = np.zeros((40, 60, 4), dtype=np.uint8)
    rgba_u8[10:30, 20:24] = (40, 60, 200, 130)
    drawn.parts.session.open(new_project(rgba_u8, "blue ink"))
    drawn.parts.session.apply(AddHint(PointHint(5, 5, RED)))
    keep(drawn, qtbot)
    project = read_project(drawn.recovery.copy)
    line = project.document.layer_of(LayerKind.LINE)
    assert np.array_equal(project.pixels[line.id], rgba_u8)


def test_nobody_else_may_read_what_is_kept(dirty, folder, qtbot):
    folder.mkdir(mode=0o755)
    for _ in range(2):  # the second time in the place of the first
        keep(dirty, qtbot)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    kept = [each for each in folder.iterdir() if each.suffix != ".lock"]
    assert sorted(each.suffix for each in kept) == [".json", ".tintline"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in kept} == {0o600}


NOTES = {
    "deep": b"[" * 60_000,
    "deep field": b'{"name": "a", "project": ' + b'{"a":' * 9_000 + b"1" + b"}" * 9_001,
    "a list": b"[1, 2]",
    "a number": b"5",
    "nothing": b"null",
    "empty": b"",
    "wrong name": b'{"name": 5, "project": ""}',
    "name of lists": b'{"name": ["a"], "project": ""}',
    "wrong project": b'{"name": "a", "project": ["x"]}',
    "no project": b'{"name": "a"}',
    "no path": json.dumps({"name": "a", "project": "a\0b"}).encode(),
    "no text": b'{"name": "\\ud800", "project": ""}',
    "no bytes": b'{"name": "a", "project": "\\ud800"}',
    "long number": b'{"name": "a", "project": ' + b"9" * 5000 + b"}",
    "huge": b'{"name": "' + b"a" * (1 << 17) + b'", "project": ""}',
    "no UTF-8": b"\xff\xfe\xfa",
}


@pytest.mark.parametrize("content", NOTES.values(), ids=NOTES)
def test_damaged_note_is_set_aside_and_its_copy_is_offered(folder, content):
    folder.mkdir()
    (folder / "1-a-1.tintline").write_bytes(b"PK")
    (folder / "1-a-1.json").write_bytes(content)
    (leftover,) = find_leftovers(folder)
    assert (leftover.name, leftover.project) == ("1-a-1", None)
    assert not (folder / "1-a-1.json").exists()
    assert (folder / "1-a-1.json.damaged").read_bytes() == content
    leftover.remove()
    assert list(folder.iterdir()) == []


def test_damaged_note_does_not_keep_the_window_from_starting(window, dialogs, folder):
    folder.mkdir()
    (folder / "1-a-1.tintline").write_bytes(b"PK")
    (folder / "1-a-1.json").write_bytes(NOTES["deep"])
    (folder / "2-b-1.tintline").mkdir()
    (folder / "3-c-1.tintline").symlink_to(folder / "nowhere")
    (folder / "4-d-1.json").mkdir()
    (folder / "4-d-1.tintline").write_bytes(b"PK")
    dialogs.recovers = RecoveryAnswer.DISCARD
    window.offer_recovery()
    assert sorted(dialogs.asked) == ["recover 1-a-1", "recover 4-d-1"]


def test_note_leads_back_to_a_project_of_any_name(dirty, folder, tmp_path, qtbot):
    project = tmp_path / os.fsdecode(b"\x90\xfc\x89\xe6.tintline")
    dirty.parts.session.project_path = project
    keep(dirty, qtbot)
    die(folder)
    (leftover,) = find_leftovers(folder)
    assert (leftover.name, leftover.project) == ("\ufffd\ufffd\ufffd\ufffd", project)


def test_run_that_died_before_its_first_copy_leaves_nothing(folder):
    folder.mkdir()
    (folder / "1-a-1.lock").write_text(f"99999999\nTintline\n{platform.node()}\n")
    (folder / "1-a-1.json").write_text("{}")
    part = folder / ".tintline-000000-1.part"
    part.write_bytes(b"half")
    os.utime(part, (1e9, 1e9))
    assert find_leftovers(folder) == ()
    assert list(folder.iterdir()) == []
