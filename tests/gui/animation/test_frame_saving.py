"""A correction of a frame that does not reach the disk is unsaved until it does."""

import errno
import json
import os

import numpy as np
import pytest
from PIL import Image

from app.batch.frames.marks import FrameMarks
from app.dialogs import Answer
from app.document.edits import SetLineColor, SetPalette
from app.document.light_edits import AddLightStroke, SetLight
from app.document.mark_edits import ClearMarks, MarkKind
from app.document.painting.edits import AddPaintLayer, new_paint_layer
from app.document.painting.grouping import Spot
from app.document.painting.painting import Painting
from app.document.palette import Palette
from app.document.region_edits import AddBarrier, AddJoin, SetGap, SetSmallest
from models.geometry import Rect
from models.hints.hint_files import read_hints_json
from models.lighting.light import PRESETS
from models.lighting.strokes import LightKind, LightStroke
from models.line_color import LineColor
from models.regions.barriers import Barrier
from models.regions.wishes import Join
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from tests.helpers.cut_steps import (
    KEY,
    RED,
    HeldGenerator,
    choose,
    draw_frame,
    facts,
    give_hints,
    out_of,
    settle,
)


@pytest.fixture
def studio(make_window, dialogs, tmp_path, qtbot):
    """A cut of three frames, the first of them open in the canvas."""
    folder = tmp_path / "walk"
    folder.mkdir()
    for number in (1, 2, 3):
        Image.fromarray(draw_frame(number)).save(folder / f"walk_{number:03d}.png")
    generator = HeldGenerator()
    window = make_window(lambda _name: Colorizer(generator), Catalog(()))
    choose(window, dialogs, folder, qtbot)
    assert window.animation.frame_canvas.row == 0
    return window


@pytest.fixture
def disk(monkeypatch):
    """Lets every file fail, and no more."""

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    class Disk:
        def fill(self):
            monkeypatch.setattr("models.files.whole.os.fsync", full)

        def free(self):
            monkeypatch.undo()

    return Disk()


@pytest.fixture
def unkept(studio, disk, qtbot):
    """The same, with hints that were given while the disk was full."""
    disk.fill()
    give_hints(studio, *KEY)
    qtbot.waitUntil(lambda: "the disk is full" in studio.banner_text)
    return studio


def test_correction_that_could_not_be_written_stays_unsaved(unkept, disk, tmp_path):
    session, canvas = unkept.parts.session, unkept.animation.frame_canvas
    assert session.is_dirty
    canvas.flush()
    assert session.is_dirty
    disk.free()
    canvas.flush()
    assert not session.is_dirty
    kept = out_of(tmp_path / "walk") / "hints" / "walk_001.hints.json"
    assert read_hints_json(kept) == session.document.hints


def test_it_is_asked_about_before_the_window_closes(unkept, dialogs):
    dialogs.answer = Answer.CANCEL
    assert not unkept.close()
    assert dialogs.asked[-1] == "walk_001"


def test_it_is_asked_about_before_another_frame_is_opened(unkept, dialogs, qtbot):
    dialogs.answer = Answer.CANCEL
    unkept.animation.open_frame(1)
    qtbot.waitUntil(lambda: dialogs.asked[-1] == "walk_001")
    assert unkept.animation.frame_canvas.row == 0


def test_taking_it_back_is_told_too(unkept, disk, qtbot):
    disk.free()
    for _ in KEY:
        unkept.commands["undo"].trigger()
    unkept.animation.frame_canvas.flush()
    assert "none yet" in facts(unkept)["Key frames"]
    settle(unkept, qtbot)


def test_palette_that_could_not_be_written_stays_unsaved(studio, disk, tmp_path):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    disk.fill()
    session.apply(SetPalette(Palette((RED,), locked=True)))
    canvas.flush()
    disk.free()
    give_hints(studio, *KEY)
    canvas.flush()  # the hints are kept, and so is the palette now
    assert not session.is_dirty
    assert "#c82828" in (out_of(tmp_path / "walk") / "card.json").read_text()


def test_light_of_a_frame_is_that_of_the_cut(studio, tmp_path, qtbot):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    session.apply(SetLight(PRESETS["dusk"]))
    canvas.flush()
    assert not session.is_dirty
    card = json.loads((out_of(tmp_path / "walk") / "card.json").read_text())
    assert card["light"]["angle"] == PRESETS["dusk"].angle_deg
    assert facts(studio)["Light"] == "from 285°, cel"
    assert studio.animation._plan.settings.light == PRESETS["dusk"]
    studio.animation.open_frame(1)
    qtbot.waitUntil(lambda: canvas.row == 1)
    assert session.document.light == PRESETS["dusk"]
    settle(studio, qtbot)


def test_paint_on_a_frame_is_asked_about_since_a_cut_keeps_none(studio, dialogs, qtbot):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    layer, area = new_paint_layer(session.document), Rect(4, 4, 12, 12)
    painting = Painting(session.document.size).written(area, np.full((8, 8, 4), 255, np.uint8))
    session.apply(AddPaintLayer(layer, Spot(len(session.document.layers)), painting))
    canvas.flush()
    assert session.is_dirty
    dialogs.answer = Answer.CANCEL
    studio.animation.open_frame(1)
    qtbot.waitUntil(lambda: dialogs.asked[-1:] == ["walk_001"])
    assert session.document.paintings
    session.undo()
    canvas.flush()
    assert not session.is_dirty
    settle(studio, qtbot)


STROKE = LightStroke(((20.0, 20.0),), 3.0, LightKind.SHADE)


def test_light_painted_on_a_frame_is_kept_with_it(studio, tmp_path, qtbot):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    session.apply(SetLight(PRESETS["day"]))
    session.apply(AddLightStroke(STROKE))
    canvas.flush()
    assert not session.is_dirty
    kept = out_of(tmp_path / "walk") / "light" / "walk_001.light.json"
    assert kept.is_file()
    assert dict(studio.animation._plan.marks) == {0: FrameMarks((STROKE,))}
    studio.animation.open_frame(1)
    qtbot.waitUntil(lambda: canvas.row == 1)
    assert session.document.light_strokes == ()
    studio.animation.open_frame(0)
    qtbot.waitUntil(lambda: canvas.row == 0)
    assert session.document.light_strokes == (STROKE,)
    assert not session.is_dirty
    session.apply(ClearMarks(MarkKind.LIGHT))
    canvas.flush()
    assert not kept.exists()
    settle(studio, qtbot)


def test_barriers_and_joins_are_of_their_frame_and_gaps_of_the_cut(
    studio, dialogs, tmp_path, qtbot
):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    barrier, join = Barrier(((5.0, 5.0), (5.0, 30.0))), Join(((8.0, 8.0), (30.0, 8.0)))
    for edit in (AddBarrier(barrier), AddJoin(join), SetGap(7.0), SetSmallest(4.0)):
        session.apply(edit)
    canvas.flush()
    assert not session.is_dirty
    out = out_of(tmp_path / "walk")
    kept = out / "regions" / "walk_001.regions.json"
    assert sorted(json.loads(kept.read_text())) == ["barriers", "joins"]
    card = json.loads((out / "card.json").read_text())
    assert (card["gap"], card["smallest"], "variant" in card) == (7.0, 4.0, False)
    assert dict(studio.animation._plan.marks) == {0: FrameMarks((), (barrier,), (join,))}
    studio.animation.open_frame(1)
    qtbot.waitUntil(lambda: canvas.row == 1)
    document = session.document
    assert (document.barriers, document.joins) == ((), ())
    assert (document.gap, document.smallest) == (7.0, 4.0)
    choose(studio, dialogs, tmp_path / "walk", qtbot)
    studio.animation.open_frame(0)
    qtbot.waitUntil(lambda: canvas.row == 0)
    document = session.document
    assert (document.barriers, document.joins) == ((barrier,), (join,))
    assert (document.gap, document.smallest) == (7.0, 4.0)
    settle(studio, qtbot)


def test_the_cuts_lines_take_the_colour_that_one_frame_was_given(studio, dialogs, tmp_path, qtbot):
    session, canvas, folder = studio.parts.session, studio.animation.frame_canvas, tmp_path / "walk"
    session.apply(SetLineColor(LineColor((90, 40, 30))))
    canvas.flush()
    assert json.loads((out_of(folder) / "card.json").read_text())["line_color"] == "#5a281e"
    assert studio.animation._plan.settings.line_color == LineColor((90, 40, 30))
    choose(studio, dialogs, folder, qtbot)
    studio.animation.open_frame(1)
    qtbot.waitUntil(lambda: canvas.row == 1)
    assert session.document.line_color == LineColor((90, 40, 30))
    settle(studio, qtbot)


def test_painted_light_that_could_not_be_written_stays_unsaved(studio, disk, tmp_path, qtbot):
    session, canvas = studio.parts.session, studio.animation.frame_canvas
    session.apply(SetLight(PRESETS["day"]))
    canvas.flush()
    disk.fill()
    session.apply(AddLightStroke(STROKE))
    canvas.flush()
    assert session.is_dirty
    disk.free()
    canvas.flush()
    assert not session.is_dirty
    settle(studio, qtbot)
