"""A swatch or a colour set changed in one frame of a cut: every frame follows, none is painted."""

import json
import threading

import numpy as np
import pytest

from app.document.swatch_edits import ChangeColor, SetColorSets
from app.panels.batch.frames import FrameState
from models.hints.tags import format_color
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cut_steps import (
    BLUE,
    COUNT,
    KEY,
    RED,
    choose,
    color_all,
    facts,
    give_hints,
    out_of,
    settle,
    states,
    write_cut,
)

NIGHT = (20, 16, 60)
PLACES = {RED: (20, 34), BLUE: (35, 34)}
"""Row and column of a colour in the second frame."""


class Counting(WatershedGenerator):
    """The watershed fill, counting its paintings; it waits while its gate is closed."""

    painted = 0

    def __init__(self):
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()

    def paint(self, *arguments, **options):
        self.gate.wait(60)
        self.painted += 1
        return super().paint(*arguments, **options)


@pytest.fixture
def generator():
    return Counting()


@pytest.fixture
def colored(make_window, generator, dialogs, tmp_path, qtbot):
    """The cut, coloured from hints on its first frame, which is open."""
    folder = write_cut(tmp_path / "walk")
    window = make_window(lambda _name: Colorizer(generator), Catalog(()))
    choose(window, dialogs, folder, qtbot)
    give_hints(window, *KEY)
    qtbot.waitUntil(lambda: "walk_001" in facts(window)["Key frames"])
    color_all(window, qtbot)
    window.folder = folder
    return window


def second(window):
    return read_picture(out_of(window.folder) / "walk_002.png").rgba_u8[..., :3]


def wait_for(window, qtbot, color, at):
    qtbot.waitUntil(lambda: tuple(second(window)[at]) == color)
    qtbot.waitUntil(lambda: not window.animation.run.is_active)
    settle(window, qtbot)


@pytest.mark.parametrize("is_lit", [True, False])
def test_cut_follows_a_swatch_and_its_undo_and_nothing_is_painted(
    colored, generator, is_lit, qtbot
):
    session = colored.parts.session
    if is_lit:
        colored.light_panel.set_on(True)
        qtbot.waitUntil(lambda: FrameState.OUTDATED in states(colored))
        color_all(colored, qtbot)
    before, painted = second(colored), generator.painted
    session.apply(ChangeColor(RED, NIGHT))
    wait_for(colored, qtbot, NIGHT, PLACES[RED])
    assert states(colored) == [FrameState.DONE] * COUNT
    assert tuple(second(colored)[PLACES[BLUE]]) == BLUE
    card = json.loads((out_of(colored.folder) / "card.json").read_text())
    assert card["color_sets"]["sets"][0]["colors"] == {
        format_color(RED): {"color": format_color(NIGHT)}
    }
    session.undo()
    wait_for(colored, qtbot, RED, PLACES[RED])
    assert np.array_equal(second(colored), before)
    assert generator.painted == painted


def test_cut_switches_its_colour_set_at_once(colored, generator, qtbot):
    session, painted = colored.parts.session, generator.painted
    sets = session.document.color_sets
    night = sets.added("night").with_color(RED, NIGHT).with_color(BLUE, NIGHT)
    session.apply(SetColorSets(night, "Add colour set night"))
    wait_for(colored, qtbot, NIGHT, PLACES[RED])
    assert tuple(second(colored)[PLACES[BLUE]]) == NIGHT
    colored.palette_panel.show_set("usual")
    wait_for(colored, qtbot, RED, PLACES[RED])
    assert tuple(second(colored)[PLACES[BLUE]]) == BLUE
    assert generator.painted == painted


def test_frame_that_cannot_be_recoloured_is_tried_once(colored, qtbot, monkeypatch):
    """As one whose picture was touched up elsewhere: it fails, and nothing goes round."""
    path = out_of(colored.folder) / "walk_002.png"
    path.write_bytes(path.read_bytes() + b" ")
    begun = []
    begin = colored.animation.run.begin
    monkeypatch.setattr(colored.animation.run, "begin", lambda plan: (begun.append(1), begin(plan)))
    colored.parts.session.apply(ChangeColor(RED, NIGHT))
    qtbot.waitUntil(lambda: FrameState.FAILED in states(colored), timeout=20_000)
    qtbot.waitUntil(lambda: not colored.animation.run.is_active)
    settle(colored, qtbot)
    assert len(begun) == 1
    assert states(colored).count(FrameState.FAILED) == 1


def test_swatch_that_is_changed_while_the_cut_is_painted_is_followed_afterwards(
    colored, generator, qtbot
):
    colored.light_panel.set_on(True)
    qtbot.waitUntil(lambda: FrameState.OUTDATED in states(colored))
    generator.gate.clear()
    colored.animation.start()
    qtbot.waitUntil(lambda: colored.animation.run.is_active)
    colored.parts.session.apply(ChangeColor(RED, NIGHT))
    colored.animation.frame_canvas.flush()
    generator.gate.set()
    wait_for(colored, qtbot, NIGHT, PLACES[RED])
    assert states(colored) == [FrameState.DONE] * COUNT
