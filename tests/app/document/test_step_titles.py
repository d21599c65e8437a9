"""Steps of the history by name: tool, colour, part, and what became of tags and palette."""

from dataclasses import replace

import numpy as np
import pytest

import resources
from app.document.document import Document
from app.document.edits import (
    AddHint,
    ClearHints,
    EraseHints,
    MoveHint,
    SetGenerator,
    SetHints,
    SetPalette,
    SetTags,
    ToggleTag,
)
from app.document.history import History
from app.document.light_edits import AddLightStroke, SetLight
from app.document.mark_edits import ClearMarks, EraseMarks, MarkKind
from app.document.palette import Palette
from app.document.project_file import new_project
from app.document.step_titles import describe_step
from app.inference.answer import layer_update
from app.session import Session
from models.geometry import Rect, Size
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, TagSelection
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from models.lighting.light import PRESETS, Light, ShadeStyle
from models.lighting.strokes import LightKind, LightStroke
from models.requests.request import ColorizeResult, Stage
from tests.helpers.fakes import drawing

RED, BLUE = (196, 50, 56), (63, 120, 201)
POINT, STROKE = PointHint(5, 5, RED), StrokeHint(((30, 20), (40, 20), (50, 20)), BLUE, 2.0)
VOCABULARY = load_vocabulary(resources.TAGS)


LIT = LightStroke(((5.0, 5.0),), 2.0, LightKind.LIT)
SHADOW = LightStroke(((30.0, 20.0), (50.0, 20.0)), 2.0, LightKind.SHADE)


@pytest.fixture
def document():
    """With a red point, a blue stroke, a tag and two swatches."""
    return Document(
        line_art=LineArt.from_rgba(drawing()),
        hints=HintSet((POINT, STROKE)),
        tags=TagSelection(("blue_hair",)),
        palette=Palette((RED, BLUE)),
    )


@pytest.mark.parametrize(
    ("edit", "title", "color"),
    [
        (AddHint(POINT), "Point #c43238", RED),
        (AddHint(STROKE), "Brush #3f78c9", BLUE),
        (AddHint(POINT, tool="Dropped colour"), "Dropped colour #c43238", RED),
        (EraseHints(((5, 5),), 3.0), "Erase hint #c43238", RED),
        (EraseHints(((5, 5), (40, 20)), 3.0), "Clear 2 hints", None),
        (MoveHint(1, 2.0, 0.0), "Move hint #3f78c9", BLUE),
        (ClearHints(), "Clear 2 hints", None),
        (SetHints(HintSet((POINT,))), "Import 1 hint", None),
        (ToggleTag("red_eyes", VOCABULARY), "Tag red eyes", None),
        (ToggleTag("blue_hair", VOCABULARY), "Drop tag blue hair", None),
        (SetTags(TagSelection(("red_hair", "tan"))), "Set tags red hair, tan", None),
        (SetTags(TagSelection()), "Clear tags", None),
        (SetPalette(Palette((RED, BLUE), locked=True)), "Lock palette to 2 colours", None),
        (SetPalette(Palette((RED, BLUE, (1, 2, 3)))), "Add #010203 to palette", (1, 2, 3)),
        (SetPalette(Palette((RED,))), "Take #3f78c9 out of palette", BLUE),
        (SetGenerator("tintline"), "Generator tintline", None),
    ],
)
def test_step_says_what_was_done(document, edit, title, color):
    step = describe_step(edit, document, edit.apply(document))
    assert (step.text, step.color) == (title, color)


def test_erasing_in_one_drag_counts_from_its_beginning(document):
    history = History(replace(document, hints=HintSet((POINT, STROKE, PointHint(5, 35, BLUE)))))
    for place in ((5, 5), (5, 35)):
        edit = EraseHints((place,), 2.0)
        history.push(edit.apply(history.document), edit)
    assert history.titles == ("Open", "Erase 2 hints")


def test_hint_names_the_part_that_it_lies_on(qapp):
    session = Session()
    session.open(new_project(drawing(40, 60), "girl"))
    session.apply(AddHint(POINT))  # nothing is known of parts yet
    parts = np.full((20, 30), Part.SKIN, dtype=np.uint8)
    parts[:, 15:] = Part.HAIR
    result = ColorizeResult(
        request_id=session.next_request_id(),
        stage=Stage.FINAL,
        rgba_u8=np.full((20, 30, 4), 255, np.uint8),
        region=Rect(0, 0, 60, 40),
        elapsed_ms=1.0,
        parts=parts,
    )
    session.show(layer_update(result, Size(40, 60)))
    session.apply(AddHint(STROKE))
    session.apply(AddHint(PointHint(6, 6, RED)))
    assert session.history.titles[1:] == (
        "Point #c43238",
        "Brush #3f78c9 on hair",
        "Point #c43238 on skin",
    )
    session.open(new_project(drawing(40, 60), "boy"))
    session.apply(AddHint(POINT))
    assert session.history.titles[1:] == ("Point #c43238",)


@pytest.mark.parametrize(
    ("edit", "title", "color"),
    [
        (SetLight(None), "Light off", None),
        (SetLight(PRESETS["dusk"]), "Light of dusk", None),
        (SetLight(Light(90.4)), "Light from 90°", None),
        (SetLight(Light(style=ShadeStyle.TWO_TONE)), "Two-tone shade", None),
        (SetLight(Light(strength=0.25)), "Shade 25%", None),
        (SetLight(Light(highlights=0.0)), "Highlights 0%", None),
        (SetLight(Light(tint=RED)), "Tint of shade #c43238", RED),
        (SetLight(Light(glow=BLUE)), "Tint of highlights #3f78c9", BLUE),
        (AddLightStroke(LIT), "Take shade away", None),
        (EraseMarks(MarkKind.LIGHT, ((5.0, 5.0),), 1.0), "Erase 1 stroke of light", None),
        (ClearMarks(MarkKind.LIGHT), "Clear 2 strokes of light", None),
    ],
)
def test_steps_of_the_light_tell_what_changed(document, edit, title, color):
    lit = replace(document, light=Light(), light_strokes=(LIT, SHADOW))
    step = describe_step(edit, lit, edit.apply(lit))
    assert (step.text, step.color) == (title, color)


def test_light_that_is_turned_on_says_so(document):
    on = SetLight(Light())
    assert describe_step(on, document, on.apply(document)).text == "Light on"


def test_turn_of_a_dial_is_one_step(document):
    history = History(replace(document, light=Light(10.0)))
    for angle in (20.0, 30.0, 40.0):
        history.push((edit := SetLight(Light(angle), dial="angle")).apply(history.document), edit)
    edit = SetLight(Light(40.0, strength=0.1), dial="strength")
    history.push(edit.apply(history.document), edit)
    assert history.titles == ("Open", "Light from 40°", "Shade 10%")
    history.undo()
    history.undo()
    assert history.document.light == Light(10.0)
