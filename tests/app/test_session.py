"""The session: the only mutator, what it tells, and which results it takes."""

import numpy as np
import pytest

from app.document.edits import AddHint, SetLayerOpacity, SetLayerVisible
from app.document.layer import LayerKind
from app.document.project_file import new_project, read_project, write_project
from app.errors import TintlineError
from app.inference.answer import layer_update
from app.session import NO_DOCUMENT, Session
from models.geometry import Rect, Size
from models.hints.hints import PointHint
from models.requests.request import ColorizeResult, Stage
from tests.helpers.fakes import drawing, save_project

RED, BLUE = (255, 0, 0), (0, 0, 255)
WHOLE = Rect(0, 0, 60, 40)
HINT = AddHint(PointHint(5, 5, RED))


def record(signal):
    emitted = []
    signal.connect(lambda *arguments: emitted.append(arguments))
    return emitted


def result(request_id, stage=Stage.FULL, color=RED, *, region=WHOLE, with_flats=True):
    shape = (40, 60) if stage is Stage.FULL else (20, 30)
    rgb = np.empty((*shape, 3), np.uint8)
    rgb[:] = color
    opaque = np.full((*shape, 1), 255, np.uint8)
    return ColorizeResult(
        request_id=request_id,
        stage=stage,
        rgba_u8=np.concatenate([rgb, opaque], axis=2),
        region=region,
        elapsed_ms=4.0,
        flat_u8=rgb if with_flats else None,
        shade_u8=rgb if with_flats else None,
    )


def show(session, found):
    return session.show(layer_update(found, session.document.size))


def color(session):
    return tuple(int(value) for value in session.pixels.get("colour")[30, 50, :3])


def test_opening_a_drawing_tells_first_that_it_is_new(qapp):
    session = Session()
    told = []
    session.opened.connect(lambda: told.append("opened"))
    session.document_changed.connect(told.append)
    session.open(new_project(drawing(), "girl.png", dpi=(300, 300), generator="tintline"))
    assert told == ["opened", session.document]
    assert session.document.name == "girl.png"
    assert session.document.dpi == (300, 300)
    assert session.document.generator == "tintline"
    assert not session.is_dirty


def test_line_layer_is_the_artist_s_picture(qapp):
    session = Session()
    picture = drawing()
    session.open(new_project(picture, "girl.png"))
    assert session.pixels.ids == ("line",)
    assert np.shares_memory(session.pixels.get("line"), picture)


def test_edit_changes_the_document_and_undo_takes_it_back(session):
    changed = record(session.document_changed)
    before = session.document
    session.apply(HINT)
    after = session.document
    assert after.hints.hints == (HINT.hint,)
    session.undo()
    assert session.document is before
    session.redo()
    assert [document for (document,) in changed] == [after, before, after]


def test_undo_covers_layers_as_well_as_hints(session):
    session.apply(SetLayerVisible("flats", True))
    session.apply(HINT)
    session.undo()
    session.undo()
    assert not session.document.layer("flats").visible
    assert not session.can_undo
    assert session.can_redo


def test_edit_that_changes_nothing_is_not_told(session):
    changed = record(session.document_changed)
    session.apply(SetLayerVisible("line", True))
    assert changed == []
    assert not session.can_undo


def test_slider_drag_is_one_undo_step_until_it_is_sealed(session):
    for opacity in (0.9, 0.8):
        session.apply(SetLayerOpacity("line", opacity))
    session.seal()
    session.apply(SetLayerOpacity("line", 0.7))
    session.undo()
    assert session.document.layer("line").opacity == 0.8
    session.undo()
    assert session.document.layer("line").opacity == 1.0


def test_dirty_state_is_told_when_it_changes(session):
    told = record(session.dirty_changed)
    session.apply(HINT)
    session.apply(HINT)
    session.undo()
    session.undo()
    session.redo()
    session.mark_saved()
    session.undo()
    assert [dirty for (dirty,) in told] == [True, False, True, False, True]


def test_saved_project_opens_again(session, tmp_path):
    path = tmp_path / "girl.tintline"
    session.apply(HINT)
    show(session, result(session.next_request_id()))
    save_project(session, path)
    other = Session()
    other.open(read_project(path), path)
    assert other.project_path == path
    assert other.document == session.document
    assert color(other) == RED
    assert not other.is_dirty


def test_snapshot_can_be_saved_while_the_artist_goes_on(session, tmp_path):
    session.apply(HINT)
    show(session, result(session.next_request_id(), color=RED))
    taken = session.snapshot()
    session.apply(HINT)
    show(session, result(session.next_request_id(), color=BLUE))
    write_project(tmp_path / "girl.tintline", taken)
    session.mark_saved(taken.revision)
    written = read_project(tmp_path / "girl.tintline")
    assert len(written.document.hints) == 1
    assert (written.pixels["colour"][..., :3] == RED).all()
    assert session.is_dirty
    session.undo()
    assert not session.is_dirty


def test_result_fills_color_flats_and_shade(session):
    changed = record(session.pixels_changed)
    assert show(session, result(session.next_request_id()))
    assert changed == [("colour", WHOLE), ("flats", WHOLE), ("shade", WHOLE)]
    for layer_id in ("colour", "flats", "shade"):
        assert (session.pixels.get(layer_id) == (*RED, 255)).all()


def test_coarse_result_fills_its_region_at_the_picture_s_size(session):
    changed = record(session.pixels_changed)
    region = Rect(30, 20, 60, 40)
    coarse = result(session.next_request_id(), Stage.PREVIEW, region=region, with_flats=False)
    assert show(session, coarse)
    assert changed == [("colour", region)]
    shown = session.pixels.get("colour")
    assert (shown[20:, 30:] == (*RED, 255)).all()
    assert int(shown[:20].sum()) == 0


def test_full_result_tells_what_coarse_ones_touched_before(session):
    first = session.next_request_id()
    show(session, result(first))
    second, third = session.next_request_id(), session.next_request_id()
    show(session, result(second, Stage.PREVIEW, BLUE, region=Rect(0, 0, 20, 20)))
    changed = record(session.pixels_changed)
    show(session, result(third, region=Rect(30, 30, 40, 40)))
    assert changed[0] == ("colour", Rect(0, 0, 40, 40))
    assert (session.pixels.get("colour")[..., :3] == RED).all()


def test_result_older_than_the_shown_one_is_dropped(session):
    first, second = session.next_request_id(), session.next_request_id()
    assert show(session, result(second, color=BLUE))
    changed = record(session.pixels_changed)
    assert not show(session, result(first, color=RED))
    assert changed == []
    assert color(session) == BLUE


def test_coarser_stage_of_the_shown_request_is_dropped(session):
    number = session.next_request_id()
    assert show(session, result(number, Stage.FULL, BLUE))
    assert not show(session, result(number, Stage.PREVIEW, RED))
    assert color(session) == BLUE


def test_result_for_another_document_is_dropped(session):
    old = session.next_request_id()
    session.open(new_project(drawing(ink_row=30), "other.png"))
    assert not show(session, result(old))
    assert session.pixels.get("colour") is None
    assert show(session, result(session.next_request_id()))


def test_result_of_another_size_is_fitted_rather_than_trusted(session):
    number = session.next_request_id()
    update = layer_update(result(number, Stage.PREVIEW, region=Rect(0, 0, 999, 999)), Size(40, 60))
    assert session.show(update)
    assert session.pixels.get("colour").shape == (40, 60, 4)


def test_layers_that_a_generator_does_not_give_are_emptied(session):
    show(session, result(session.next_request_id()))
    changed = record(session.pixels_changed)
    number = session.next_request_id()
    show(session, result(number, Stage.PREVIEW, with_flats=False))
    assert session.pixels.get("flats") is not None
    show(session, result(number, Stage.FULL, with_flats=False))
    assert session.pixels.get("flats") is None
    assert ("flats", WHOLE) in changed


def test_first_full_result_is_told_as_the_whole_layer(session):
    changed = record(session.pixels_changed)
    show(session, result(session.next_request_id(), region=Rect(0, 0, 5, 5)))
    assert changed[0] == ("colour", WHOLE)


def test_results_go_to_the_layer_of_their_kind(session):
    document = session.document
    assert document.layer_of(LayerKind.COLOR).id == "colour"
    show(session, result(session.next_request_id()))
    assert "line" in session.pixels
    assert (session.pixels.get("line") == drawing()).all()


def test_without_a_drawing_everything_is_refused_in_words(qapp):
    session = Session()
    failures = record(session.failed)
    session.apply(HINT)
    session.undo()
    session.redo()
    session.seal()
    session.mark_saved()
    assert [message for (message,) in failures] == [NO_DOCUMENT]
    assert not session.show(layer_update(result(1), Size(40, 60)))
    assert (session.document, session.history, session.pixels) == (None, None, None)
    assert not any((session.can_undo, session.can_redo, session.is_dirty))
    with pytest.raises(TintlineError, match="no drawing is open"):
        session.snapshot()


def test_opening_another_drawing_forgets_history_and_pixels(session):
    session.apply(HINT)
    show(session, result(session.next_request_id()))
    told = record(session.dirty_changed)
    session.open(new_project(drawing(20, 30), "small.png"))
    assert told == [(False,)]
    assert not session.can_undo
    assert session.pixels.ids == ("line",)
    assert session.document.size.shape == (20, 30)
