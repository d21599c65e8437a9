"""Undo and redo, their bound, merging, and the saved marker."""

import pytest

from app.document.document import Document
from app.document.edits import AddHint, SetLayerOpacity, SetLayerVisible
from app.document.history import History
from models.hints.hints import LineArt, PointHint
from tests.helpers.fakes import drawing


@pytest.fixture
def history():
    return History(Document(line_art=LineArt.from_rgba(drawing())), limit=5)


def push(history, edit):
    history.push(edit.apply(history.document), edit)


def hint(number):
    return AddHint(PointHint(number, 1, (0, 0, 0)))


def hint_count(history):
    return len(history.document.hints)


def test_undo_and_redo_walk_the_documents(history):
    for number in range(3):
        push(history, hint(number))
    assert [history.undo() and hint_count(history) for _ in range(3)] == [2, 1, 0]
    assert not history.undo()
    assert [history.redo() and hint_count(history) for _ in range(3)] == [1, 2, 3]
    assert not history.redo()


def test_undo_returns_the_very_same_document(history):
    first = history.document
    push(history, hint(1))
    history.undo()
    assert history.document is first


def test_titles_tell_what_undo_and_redo_would_do(history):
    assert (history.undo_title, history.redo_title) == (None, None)
    push(history, hint(1))
    push(history, SetLayerVisible("line", False))
    history.undo()
    assert (history.undo_title, history.redo_title) == ("Point #000000", "Hide line art")
    assert history.titles == ("Open", "Point #000000", "Hide line art")
    assert history.position == 1


def test_edit_after_undo_forgets_what_could_be_redone(history):
    push(history, hint(1))
    push(history, hint(2))
    history.undo()
    push(history, hint(3))
    assert not history.redo()
    assert [entry.x for entry in history.document.hints] == [1, 3]


def test_only_the_newest_steps_are_kept(history):
    for number in range(9):
        push(history, hint(number))
    steps = 0
    while history.undo():
        steps += 1
    assert steps == 5
    assert hint_count(history) == 4


def test_drag_of_a_slider_is_one_step(history):
    for opacity in (0.9, 0.7, 0.5):
        push(history, SetLayerOpacity("line", opacity))
    assert history.document.layer("line").opacity == 0.5
    history.undo()
    assert history.document.layer("line").opacity == 1.0
    history.redo()
    assert history.document.layer("line").opacity == 0.5


def test_sealed_drag_is_not_continued(history):
    push(history, SetLayerOpacity("line", 0.9))
    history.seal()
    push(history, SetLayerOpacity("line", 0.5))
    history.undo()
    assert history.document.layer("line").opacity == 0.9


def test_drags_of_two_layers_are_two_steps(history):
    push(history, SetLayerOpacity("line", 0.9))
    push(history, SetLayerOpacity("colour", 0.5))
    push(history, SetLayerOpacity("line", 0.8))
    assert len(history.titles) == 4


def test_drag_is_not_continued_after_another_edit_or_undo(history):
    push(history, SetLayerOpacity("line", 0.9))
    push(history, hint(1))
    history.undo()
    push(history, SetLayerOpacity("line", 0.5))
    assert history.titles == ("Open", "Opacity of line art", "Opacity of line art")


def test_document_is_dirty_until_it_is_saved(history):
    assert not history.is_dirty
    push(history, hint(1))
    assert history.is_dirty
    history.mark_saved(history.revision)
    assert not history.is_dirty


def test_saved_marker_survives_undo_and_redo(history):
    push(history, hint(1))
    history.mark_saved(history.revision)
    push(history, hint(2))
    history.undo()
    assert not history.is_dirty
    history.undo()
    assert history.is_dirty
    history.redo()
    assert not history.is_dirty
    history.redo()
    assert history.is_dirty


def test_saved_state_that_was_edited_away_never_comes_back(history):
    push(history, hint(1))
    history.mark_saved(history.revision)
    history.undo()
    push(history, hint(2))
    assert history.is_dirty
    history.undo()
    assert history.is_dirty


def test_drag_over_a_save_keeps_the_saved_step(history):
    push(history, SetLayerOpacity("line", 0.9))
    history.mark_saved(history.revision)
    push(history, SetLayerOpacity("line", 0.5))
    assert history.is_dirty
    history.undo()
    assert not history.is_dirty
    assert history.document.layer("line").opacity == 0.9


def test_state_saved_by_another_thread_stays_the_saved_one(history):
    push(history, hint(1))
    written = history.revision
    push(history, hint(2))
    history.mark_saved(written)
    assert history.is_dirty
    history.undo()
    assert not history.is_dirty


def test_history_without_steps_is_refused(history):
    with pytest.raises(ValueError, match="at least 1 step; got 0"):
        History(history.document, limit=0)
