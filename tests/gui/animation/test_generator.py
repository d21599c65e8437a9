"""The cut is coloured by the window's generator, and by no lock that the artist did not give it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from app.document.edits import SetPalette, SetTags
from app.document.palette import Palette
from app.document.project_file import new_project
from app.panels.batch.frames import FrameState
from app.panels.generator_panel import NAME_ROLE
from models.coloring.painting import Painting
from models.hints.hints import TagSelection
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog, CatalogEntry
from models.runtime.watershed import WATERSHED_SPEC
from tests.helpers.cut_steps import (
    BLUE,
    RED,
    HeldGenerator,
    choose,
    color_all,
    draw_frame,
    facts,
    out_of,
    settle,
    states,
    wait_for_report,
)
from tests.helpers.fakes import drawing

PURPLE = (150, 40, 150)


class PurpleGenerator(HeldGenerator):
    """Paints everything purple."""

    @property
    def spec(self):
        return replace(WATERSHED_SPEC, name="purple", title="Purple")

    def paint(self, features, *args, **options):
        super().paint(features, *args, **options)
        flat = np.empty((*features.line_u8.shape, 3), np.float32)
        flat[:] = np.array(PURPLE, np.float32) / 255
        return Painting(rgb=flat, flat=flat)


class TwoGenerators(Catalog):
    """The fill, and one that paints purple."""

    def __init__(self, purple):
        super().__init__(())
        self._purple = purple

    def entries(self, *, check_digests=False):
        spec = self._purple.spec
        return (*super().entries(), CatalogEntry(spec.name, spec.title, Path("purple"), spec))

    def load(self, name, device):
        return self._purple if name == "purple" else super().load(name, device)


@pytest.fixture
def fill():
    return HeldGenerator()


@pytest.fixture
def studio(make_window, fill):
    """A window with both, the fill first, and a drawing open."""
    purple = PurpleGenerator()
    painters = {"": fill, "watershed": fill, "purple": purple}
    window = make_window(lambda name: Colorizer(painters[name]), TwoGenerators(purple))
    window.parts.session.open(new_project(drawing(), "girl"))
    return window


@pytest.fixture
def frames(tmp_path):
    folder = tmp_path / "walk"
    folder.mkdir()
    for number in (1, 2):
        Image.fromarray(draw_frame(number)).save(folder / f"walk_{number}.png")
    return folder


def click(window, name):
    """Choose a generator with the mouse."""
    shown = window.generator_panel.list
    (item,) = [
        shown.item(row) for row in range(shown.count()) if shown.item(row).data(NAME_ROLE) == name
    ]
    window._docks.docks["generator"].raise_()
    shown.itemClicked.emit(item)


def ground(frames, number=1):
    return tuple(read_picture(out_of(frames) / f"walk_{number}.png").rgba_u8[2, 2, :3])


def test_generator_chosen_before_the_folder_is_opened_colors_its_frames(
    studio, dialogs, frames, qtbot
):
    settle(studio, qtbot)
    click(studio, "purple")
    settle(studio, qtbot)
    choose(studio, dialogs, frames, qtbot)
    assert facts(studio)["Generator"] == "Purple"
    assert studio.parts.session.document.name == "girl"
    color_all(studio, qtbot)
    assert ground(frames) == PURPLE


def test_generator_chosen_with_the_cut_open_takes_its_place(studio, dialogs, frames, qtbot):
    choose(studio, dialogs, frames, qtbot)
    assert facts(studio)["Generator"] == WATERSHED_SPEC.title
    color_all(studio, qtbot)
    assert ground(frames) == (255, 255, 255)
    click(studio, "purple")
    assert not studio.batch_panel.start_button.isEnabled()  # until it is loaded
    qtbot.waitUntil(lambda: facts(studio)["Generator"] == "Purple")
    assert states(studio) == [FrameState.OUTDATED] * 2
    assert studio.batch_panel.start_button.isEnabled()
    color_all(studio, qtbot)
    assert ground(frames) == PURPLE


def test_generator_chosen_while_a_batch_runs_waits_for_its_end(
    studio, dialogs, frames, fill, qtbot
):
    choose(studio, dialogs, frames, qtbot)
    fill.hold()
    qtbot.mouseClick(studio.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(fill.started.is_set)
    click(studio, "purple")
    fill.release()
    wait_for_report(studio, qtbot)
    assert {ground(frames, number) for number in (1, 2)} == {(255, 255, 255)}
    assert facts(studio)["Generator"] == "Purple"
    assert states(studio) == [FrameState.OUTDATED] * 2


def test_plan_says_which_generator_follows_the_batch(studio, dialogs, frames, fill, qtbot):
    choose(studio, dialogs, frames, qtbot)
    fill.hold()
    qtbot.mouseClick(studio.batch_panel.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(fill.started.is_set)
    studio.parts.inference.generator_ready.emit(PurpleGenerator().spec, fill.device)
    said = facts(studio)["Generator"]
    assert said == f"{WATERSHED_SPEC.title} until this run is over, then Purple"
    fill.release()
    wait_for_report(studio, qtbot)


def test_lock_of_the_open_drawing_stays_with_it_and_the_plan_says_so(
    studio, dialogs, frames, qtbot
):
    session = studio.parts.session
    session.apply(SetPalette(Palette((RED, BLUE), locked=True)))
    session.apply(SetTags(TagSelection(("blue_hair",))))
    choose(studio, dialogs, frames, qtbot)
    assert studio.animation.plan.palette == ()
    assert facts(studio)["Palette"].startswith("any colour: the open drawing's lock to 2 ")
    assert "blue hair (from the drawing that was open)" in facts(studio)["Tags"]
    session.apply(SetPalette(Palette((RED,), locked=True)))  # nor does a later lock pass
    assert studio.animation.plan.palette == ()
    assert session.document.palette.locked


def test_lock_given_in_the_cut_holds_and_is_told_when_it_is_opened_again(
    studio, dialogs, frames, qtbot
):
    choose(studio, dialogs, frames, qtbot)
    studio.animation.open_frame(0)
    session = studio.parts.session
    qtbot.waitUntil(lambda: session.document.name == "walk_1")
    session.apply(SetPalette(Palette((RED, BLUE), locked=True)))
    qtbot.waitUntil(lambda: studio.animation.plan.palette == (RED, BLUE))
    assert facts(studio)["Palette"] == "2 colours and no other"
    settle(studio, qtbot)
    choose(studio, dialogs, frames, qtbot)
    assert facts(studio)["Palette"] == "2 colours and no other (kept with the results)"
