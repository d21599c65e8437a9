"""Regions are told their colours by references: other views, pairs, what nothing explains."""

import numpy as np
import pytest

import resources
from models.cancel import Cancelled, never_cancelled
from models.device import CPU
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.hints.parts import Part
from models.matching import matcher
from models.matching.network import scores
from models.matching.references import PointPair, References
from models.matching.sheets import Reference
from models.reading.reader import DrawingReader
from models.requests.asking import ReferenceTeller
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.runtime.generator import GeneratorError
from models.runtime.onnx_generator import load_generator
from models.runtime.watershed import WatershedGenerator
from tests.helpers.figures.sheet_figure import (
    EYE,
    GROUND,
    HAIR,
    SHIRT,
    SHOE,
    SKIN,
    SKIRT,
    figure,
    ink_on,
    share_right,
)

HAT = (20, 160, 90)


@pytest.fixture(scope="module")
def generator():
    return load_generator(resources.GENERATORS / "tintline", CPU)


@pytest.fixture(scope="module")
def colorizer(generator):
    return Colorizer(generator)


def request(line, reference, **more):
    references = References((reference,), tuple(more.pop("pairs", ())))
    return ColorizeRequest(request_id=1, line_art=LineArt(line), references=references, **more)


def answer(colorizer, asked):
    """Flats uint8 (H, W, 3), and what references told."""
    full = colorizer.full_rows(asked, is_cancelled=never_cancelled)
    told = colorizer.told(asked, is_cancelled=never_cancelled)
    assert told is not None
    return full.flat_u8[0 : full.flat_u8.shape[0]], told


@pytest.fixture(scope="module")
def sheet():
    line, flat = figure()
    return Reference(flat, "sheet.png", line)


def test_the_same_character_elsewhere_gets_the_sheets_colors_exactly(colorizer, sheet):
    line, flat = figure(across=12, down=4, mirrored=True)
    flats, told = answer(colorizer, request(line, sheet))
    for color in (HAIR, SKIN, EYE, SHIRT, SKIRT, SHOE):
        assert share_right(flats, flat, line, color) > 0.8, color
    assert {region.color for region in told.regions} <= {None, *map(tuple, np.unique(
        flat.reshape(-1, 3), axis=0).tolist())}  # fmt: skip
    assert {named.color for named in told.palette} >= {HAIR, SKIN, SHIRT, SKIRT}
    assert all(named.color != GROUND for named in told.palette)


def test_a_colored_picture_without_line_art_is_a_reference_too(colorizer):
    drawn = figure()
    line, flat = figure(across=-10)
    flats, _ = answer(colorizer, request(line, Reference(ink_on(*drawn))))
    assert share_right(flats, flat, line) > 0.8


def test_hints_outrank_the_reference_in_their_region(colorizer, sheet):
    line, flat = figure(across=6)
    red = (200, 10, 20)
    hints = HintSet((PointHint(134, 173, red, 3),))
    flats, told = answer(colorizer, request(line, sheet, hints=hints))
    skirt = (flat == SKIRT).all(axis=2) & (line > 250)
    assert (flats[skirt] == red).all(axis=1).mean() > 0.95
    assert not any(region.color == SKIRT and region.pixels > 200 for region in told.regions)
    assert share_right(flats, flat, line, SHIRT) > 0.8


def test_tags_outrank_the_reference_in_their_part(colorizer, sheet):
    line, flat = figure()
    tags = TagSelection(("green_hair",))
    asked = request(line, sheet, tags=tags, tagged=frozenset({Part.HAIR}))
    flats, _ = answer(colorizer, asked)
    hair = (flat == HAIR).all(axis=2) & (line > 250)
    assert (flats[hair] == HAIR).all(axis=1).mean() < 0.5
    assert share_right(flats, flat, line, SHIRT) > 0.8


def test_a_point_pair_decides_a_region(colorizer, sheet):
    line, _ = figure(hat=HAT)
    place = (128.0, 20.0)
    pair = PointPair(place, (128.0, 173.0))  # the hat is to be as the skirt
    flats, told = answer(colorizer, request(line, sheet, pairs=[pair]))
    assert tuple(flats[20, 128]) == SKIRT
    (own,) = [region for region in told.regions if region.color == SKIRT and region.y < 40]
    assert own.confidence == 1
    assert own.picture == 0
    x, y = own.there
    assert tuple(sheet.rgb_u8[int(y), int(x)]) == SKIRT


def test_open_regions_are_white_and_listed_also_under_a_palette_lock(colorizer, generator):
    line, flat = figure()
    other = Reference(np.full_like(flat, 255), "blank.png", np.full_like(line, 255))
    for palette in ((), (HAIR, SKIN)):
        asked = request(line, other, palette=palette)
        flats, told = answer(colorizer, asked)
        inside = (flat != GROUND).any(axis=2) & (line > 250)
        open_at = [(int(each.y), int(each.x)) for each in told.open_regions]
        assert open_at or told.regions == ()
        assert all(tuple(flats[place]) == GROUND for place in open_at)
        assert inside.any()


def test_hair_that_runs_out_into_the_ground_is_open_and_listed(colorizer, sheet):
    """No reference shows such a region; what the generator usually gives hair is a guess."""
    line, flat = (plane[14:112, 70:190].copy() for plane in figure())
    line[26:81, 0:20] = 255
    flats, told = answer(colorizer, request(line, sheet))
    hair = (flat == HAIR).all(axis=2) & (line > 250)
    shown = {tuple(color) for color in flats[hair].tolist()}
    assert shown <= {HAIR, SKIN, GROUND}
    assert any(hair[int(each.y), int(each.x)] or each.pixels > 1000 for each in told.open_regions)


def test_a_palette_lock_without_white_holds_where_nothing_is_open(generator, sheet):
    teller = ReferenceTeller(DrawingReader(generator))
    lock = (HAIR, SKIN, SHIRT)
    asked, told = teller.answer(
        request(figure()[0], sheet, palette=lock), is_cancelled=never_cancelled
    )
    is_open = any(hint.color == (255, 255, 255) for hint in asked.hints)
    assert told.open_regions == ()
    assert not is_open
    assert asked.palette == lock


@pytest.mark.parametrize("bound", ["MOST_REGIONS", "MOST_PAIRS"])
def test_more_regions_than_are_compared_leave_the_smallest_open(
    generator, sheet, bound, monkeypatch
):
    """A screen tone has tens of thousands, which no memory holds beside each other."""
    sizes = []

    def counted(comparison, weights):
        sizes.append((len(comparison.now), len(comparison.known)))
        return scores(comparison, weights)

    monkeypatch.setattr(matcher, "scores", counted)
    monkeypatch.setattr(matcher, bound, 8 if bound == "MOST_REGIONS" else 150)
    teller = ReferenceTeller(DrawingReader(generator))
    _, told = teller.answer(request(figure(across=4)[0], sheet), is_cancelled=never_cancelled)
    ((asked, known),) = sizes
    assert asked * known <= 150
    assert told.regions
    if bound == "MOST_REGIONS":
        assert (asked, known) == (8, 8)
        assert {each.confidence for each in told.regions[8:]} == {0.0}


def test_a_generator_that_reads_no_regions_says_so(sheet):
    line, _ = figure()
    colorizer = Colorizer(WatershedGenerator())
    with pytest.raises(GeneratorError, match="choose Tintline"):
        colorizer.told(request(line, sheet), is_cancelled=never_cancelled)


def test_telling_can_be_cancelled_and_is_kept(generator, sheet):
    line, _ = figure(down=2)
    teller = ReferenceTeller(DrawingReader(generator))
    with pytest.raises(Cancelled):
        teller.answer(request(line, sheet), is_cancelled=lambda: True)
    first, _ = teller.answer(request(line, sheet), is_cancelled=never_cancelled)
    again, _ = teller.answer(request(line, sheet), is_cancelled=lambda: True)
    assert again == first
    unasked = ColorizeRequest(request_id=1, line_art=LineArt(line))
    assert teller.answer(unasked, is_cancelled=never_cancelled) == (unasked, None)
