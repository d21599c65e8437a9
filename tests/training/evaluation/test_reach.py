"""Promises of the measure of a stroke's reach, and of how far the shipped generator lets one go."""

import dataclasses

import numpy as np
import pytest

from models.hints.hints import HintSet
from models.hints.parts import UNLABELLED, Part
from models.requests.colorizer import Colorizer
from tests.helpers.training.extractor_pictures import face
from training.data.characters import draw_character
from training.data.seeds import VAL_SEEDS
from training.evaluation.native_validation import drawn_lines
from training.evaluation.painters import load_named
from training.evaluation.parts.reach import STROKES, colored, reach_of, strokes_of, table
from training.evaluation.validation import fit_to_side
from training.metrics.case import Case

SKIN, GREY = (240, 200, 170), (120, 120, 130)


def bust() -> Case:
    """Hair above, skin in the middle, a top below; 40 rows each."""
    color = np.full((120, 90, 3), 255, dtype=np.uint8)
    labels = np.zeros((120, 90), dtype=np.uint8)
    for first, part, shown in ((0, Part.HAIR, GREY), (40, Part.SKIN, SKIN), (80, Part.TOP, GREY)):
        color[first : first + 40], labels[first : first + 40] = shown, part
    line = np.full((120, 90), 255, dtype=np.uint8)
    line[[39, 40, 79, 80]] = 0
    sample = dataclasses.replace(
        face(90),
        color=color,
        figure=np.full((120, 90), 255, dtype=np.uint8),
        line=line,
        labels=labels,
        flat=None,
        shade=None,
        regions=None,
        name="bust",
    )
    return Case(source="test", sample=sample, line_u8=line)


def test_strokes_lie_in_the_parts_that_a_figure_has() -> None:
    case = bust()
    hair, top = strokes_of(case)
    assert (hair.name, top.name) == ("hair", "top")
    for given, part in ((hair, Part.HAIR), (top, Part.TOP)):
        assert case.sample.labels is not None
        assert {int(case.sample.labels[int(y), int(x)]) for x, y in given.stroke.points} == {part}
        assert not (given.own & given.other).any()


def test_strokes_of_unlabelled_drawings_lie_in_their_leading_colors() -> None:
    case = bust()
    labels = np.full((120, 90), UNLABELLED, dtype=np.uint8)
    case = dataclasses.replace(case, sample=dataclasses.replace(case.sample, labels=labels))
    grey, skin = strokes_of(case)
    assert (case.sample.color[grey.own] == GREY).all()
    assert (case.sample.color[grey.other] == SKIN).all()
    assert (case.sample.color[skin.own] == SKIN).all()


def test_reach_counts_what_changed_beyond_the_part_and_what_of_it_has_the_color() -> None:
    case = bust()
    given = strokes_of(case)[0]
    plain = case.sample.color
    kept, spilled = plain.copy(), plain.copy()
    kept[:40] = spilled[:80] = STROKES["hair"]
    kept[:20, :45] = plain[0, 0]
    stays = reach_of(case, given, plain_u8=plain, picture_u8=kept, flat_u8=kept)
    spills = reach_of(case, given, plain_u8=plain, picture_u8=spilled, flat_u8=spilled)
    assert stays.elsewhere == stays.changed == 0
    assert stays.taken == pytest.approx(0.75, abs=0.05)
    assert spills.changed == pytest.approx(0.5, abs=0.05)
    assert spills.elsewhere > 15
    assert spills.taken == 1
    assert [line.split()[:2] for line in table("mine", [stays, spills]).splitlines()[-2:]] == [
        ["hair", "2"],
        ["test", "2"],
    ]


def test_first_stroke_on_the_hair_leaves_the_rest_of_a_figure_alone() -> None:
    sample, _ = fit_to_side(draw_character(VAL_SEEDS + 2, size=640), 512)
    line_u8 = drawn_lines(sample, "clean")
    assert line_u8 is not None
    case = Case(source="characters", sample=sample, line_u8=line_u8)
    colorizer = Colorizer(load_named(["tintline"])["tintline"])
    plain, _ = colored(colorizer, case, HintSet())
    hair = strokes_of(case)[0]
    picture, flat = colored(colorizer, case, HintSet((hair.stroke,)))
    figures = reach_of(case, hair, plain_u8=plain, picture_u8=picture, flat_u8=flat)
    assert figures.stroke == "hair"
    assert figures.elsewhere <= 2
    assert figures.taken >= 0.8
