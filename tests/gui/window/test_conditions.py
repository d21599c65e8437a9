"""What is locked or remembered and changes the result stands where the result is asked for."""

from dataclasses import replace

import pytest

from app.document.edits import SetPalette, SetTags
from app.document.palette import Palette
from app.window.conditions import Conditions
from models.device import CPU
from models.hints.hints import TagSelection
from tests.helpers.fakes import fake_spec
from tests.helpers.idle import settle


@pytest.fixture
def filters(dialogs, monkeypatch):
    """The kinds of files that the dialogs were asked with."""
    asked = []
    found = dialogs.choose_save
    monkeypatch.setattr(
        dialogs,
        "choose_save",
        lambda proposal, kinds: asked.append(kinds) or found(proposal, kinds),
    )
    return asked


@pytest.fixture
def calm(drawn, qtbot):
    settle(drawn, qtbot)
    qtbot.waitUntil(lambda: drawn.status_line.conditions_text != "")
    drawn.parts.inference.generator_ready.emit(
        replace(fake_spec("fake"), takes_tags=True, tags=("blue_hair",)), CPU
    )
    return drawn


def test_nothing_is_told_before_a_drawing_is_open(window):
    assert window.status_line.conditions_text == ""


def test_status_line_tells_generator_tags_lock_and_live_color(calm):
    session, line = calm.parts.session, calm.status_line
    assert line.conditions_text == "The fake generator"
    session.apply(SetTags(TagSelection(("blue_hair",))))
    session.apply(SetPalette(Palette(((200, 40, 40), (40, 60, 200)), locked=True)))
    told = "The fake generator · 1 tag · locked to 2 colours"
    assert line.conditions_text == told
    details = line._conditions.toolTip()
    assert "Tags: blue hair" in details
    assert "#c82828, #283cc8" in details
    calm.commands["live"].setChecked(False)
    assert line.conditions_text == f"{told} · live colour off"
    calm.commands["live"].setChecked(True)
    session.undo()
    session.undo()
    assert line.conditions_text == "The fake generator"


def test_long_conditions_leave_the_window_free_to_be_narrow(calm):
    before = calm.minimumSizeHint().width()
    calm.status_line.show_conditions(Conditions("a long text " * 40))
    assert calm.minimumSizeHint().width() == before < 1000


def test_tags_that_the_generator_ignores_are_none_of_it(calm):
    calm.parts.session.apply(SetTags(TagSelection(("blue_hair",))))
    calm.parts.inference.generator_ready.emit(fake_spec("other"), CPU)
    assert calm.status_line.conditions_text == "The other generator"


def test_export_dialogs_tell_the_same_and_how_layers_are_cut(calm, filters):
    calm.parts.session.apply(SetPalette(Palette(((200, 40, 40), (40, 60, 200)), locked=True)))
    calm.commands["export_png"].trigger()
    lock = "The fake generator · locked to 2 colours"
    assert filters == [f"PNG picture · {lock} (*.png)"]
    calm.commands["layer_per_colour"].setChecked(True)
    calm.commands["export_ora"].trigger()
    calm.commands["export_png"].trigger()
    assert filters[1:] == [
        f"OpenRaster picture · one layer a colour · {lock} (*.ora)",
        f"PNG picture · {lock} (*.png)",
    ]
    calm.commands["transparent_layers"].setChecked(True)
    calm.commands["export_psd"].trigger()
    told = "one layer a colour · transparent layers"
    assert filters[3].startswith(f"Photoshop picture · {told} · {lock}")
