"""Documents and the edits that make one of another."""

from dataclasses import replace

import pytest

from app.document.document import Document
from app.document.edits import (
    AddHint,
    ClearHints,
    EraseHints,
    SetGenerator,
    SetHints,
    SetLayerOpacity,
    SetLayerVisible,
    SetPalette,
    SetTags,
    SetTidy,
    SetVariant,
    ToggleTag,
)
from app.document.layer import OWN_KINDS, BlendMode, Layer, LayerKind
from app.document.painting.grouping import MoveLayer
from app.document.palette import Palette
from app.document.region_edits import AddBarrier, AddJoin
from app.errors import LayerError
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, TagSelection
from models.hints.tags import load_vocabulary
from models.regions.barriers import Barrier
from models.regions.wishes import Join
from resources import TAGS
from tests.helpers.fakes import drawing

RED, BLUE = (255, 0, 0), (0, 0, 255)
DAB = PointHint(5, 5, RED, 2)
STROKE = StrokeHint(((20, 20), (40, 20)), BLUE, 3)


@pytest.fixture
def document():
    return Document(line_art=LineArt.from_rgba(drawing()))


@pytest.fixture(scope="module")
def vocabulary():
    return load_vocabulary(TAGS)


def ids(document):
    return [layer.id for layer in document.layers]


def test_new_document_has_every_kind_of_layer_but_the_artists_own(
    document,
):
    kinds = [layer.kind for layer in document.layers]
    assert sorted([*kinds, *OWN_KINDS]) == sorted(LayerKind)
    assert kinds.index(LayerKind.LINE) > kinds.index(LayerKind.COLOR)
    assert document.layer("line").blend is BlendMode.MULTIPLY
    assert document.size == Size(40, 60)


def test_layer_is_found_by_id_and_by_kind(document):
    assert document.layer("flats").kind is LayerKind.FLATS
    assert document.layer_of(LayerKind.SHADE).id == "shade"
    assert replace(document, layers=()).layer_of(LayerKind.SHADE) is None


def test_unknown_layer_is_named_with_the_known_ones(document):
    with pytest.raises(LayerError, match="no layer 'sky'; the document has colour, flats"):
        document.layer("sky")


def test_two_layers_of_one_id_are_refused(document):
    with pytest.raises(LayerError, match="ids must differ"):
        replace(document, layers=(*document.layers, document.layers[0]))


@pytest.mark.parametrize("opacity", [-0.1, 1.1, float("nan")])
def test_opacity_outside_its_range_is_refused(opacity):
    with pytest.raises(LayerError, match="opacity lies between 0 and 1"):
        Layer(id="a", kind=LayerKind.LINE, name="A", opacity=opacity)


def test_layer_without_an_id_is_refused():
    with pytest.raises(LayerError, match="needs an id"):
        Layer(id="", kind=LayerKind.LINE, name="A")


def test_edits_leave_the_old_document_as_it_was(document):
    after = AddHint(DAB).apply(document)
    assert after.hints.hints == (DAB,)
    assert document.hints.hints == ()
    assert after.line_art is document.line_art


def test_eraser_takes_what_any_of_its_points_touches(document):
    document = replace(document, hints=HintSet((DAB, STROKE, PointHint(50, 35, RED, 1))))
    after = EraseHints(((5, 9), (30, 24)), 3).apply(document)
    assert after.hints.hints == (PointHint(50, 35, RED, 1),)


def test_tag_toggles_within_its_group(document, vocabulary):
    group = next(group for group in vocabulary.groups if len(group.tags) > 1)
    first, second = group.tags[0].name, group.tags[1].name
    document = ToggleTag(first, vocabulary).apply(document)
    assert document.tags.names == (first,)
    document = ToggleTag(second, vocabulary).apply(document)
    assert document.tags.names == (second,)
    assert ToggleTag(second, vocabulary).apply(document).tags.names == ()


def test_layers_are_shown_hidden_and_faded(document):
    shown = SetLayerVisible("flats", True).apply(document)
    assert shown.layer("flats").visible
    faded = SetLayerOpacity("line", 0.4).apply(shown)
    assert faded.layer("line").opacity == 0.4
    assert ids(faded) == ids(document)


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, ["line", "colour", "flats", "shade", "highlight", "hints"]),
        (2, ["colour", "flats", "line", "shade", "highlight", "hints"]),
        (5, ["colour", "flats", "shade", "highlight", "hints", "line"]),
        (99, ["colour", "flats", "shade", "highlight", "hints", "line"]),
        (-1, ["line", "colour", "flats", "shade", "highlight", "hints"]),
    ],
)
def test_layer_moves_to_its_new_position(document, index, expected):
    assert ids(MoveLayer("line", index).apply(document)) == expected


def test_palette_generator_hints_and_tags_are_replaced(document):
    palette = Palette((RED,), locked=True)
    for edit, field, value in (
        (SetPalette(palette), "palette", palette),
        (SetGenerator("watershed"), "generator", "watershed"),
        (SetTidy(0.5), "tidy", 0.5),
        (SetVariant(3), "variant", 3),
        (SetHints(HintSet((DAB,))), "hints", HintSet((DAB,))),
        (SetTags(TagSelection(("blue_hair",))), "tags", TagSelection(("blue_hair",))),
    ):
        assert getattr(edit.apply(document), field) == value


@pytest.mark.parametrize(
    "edit",
    [
        ClearHints(),
        EraseHints(((5, 5),), 3),
        SetHints(HintSet()),
        SetTags(TagSelection()),
        SetLayerVisible("line", True),
        SetLayerOpacity("line", 1.0),
        MoveLayer("line", 4),
        SetPalette(Palette()),
        SetGenerator(""),
        SetTidy(None),
        SetVariant(0),
    ],
)
def test_edit_that_changes_nothing_returns_the_same_document(document, edit):
    assert edit.apply(document) is document


def test_every_edit_has_a_title_for_the_undo_list(vocabulary):
    edits = [
        AddHint(DAB),
        EraseHints(((5, 5),), 3),
        ClearHints(),
        SetHints(HintSet()),
        ToggleTag("blue_hair", vocabulary),
        SetTags(TagSelection()),
        SetLayerVisible("line", False),
        SetLayerOpacity("line", 0.5),
        MoveLayer("line", 0),
        SetPalette(Palette()),
        SetGenerator("watershed"),
        SetTidy(0.5),
        SetTidy(None),
    ]
    titles = [edit.title for edit in edits]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert ToggleTag("blue_hair", vocabulary).title == "Tag blue hair"


def test_only_drags_of_the_same_thing_merge():
    assert SetLayerOpacity("line", 0.1).merge_key == SetLayerOpacity("line", 0.2).merge_key
    assert SetLayerOpacity("line", 0.1).merge_key != SetLayerOpacity("flats", 0.1).merge_key
    assert EraseHints(((1, 1),), 2).merge_key == EraseHints(((9, 9),), 2).merge_key
    assert MoveLayer("line", 1).merge_key == MoveLayer("line", 2).merge_key
    assert AddHint(DAB).merge_key is None


def test_a_drawing_without_barriers_colors_as_itself():
    first, second = (Document(line_art=LineArt.from_rgba(drawing())) for _ in range(2))
    assert first.bounded is first.line_art
    assert second.bounded is second.line_art


@pytest.mark.parametrize(
    "edit", [lambda path: AddBarrier(Barrier(path)), lambda path: AddJoin(Join(path))]
)
def test_bounds_drawn_beside_the_drawing_are_none(document, edit):
    beside = ((-60.0, -60.0), (-20.0, -40.0))
    assert edit(beside).apply(document) is document
    assert edit(((5.0, 5.0), (20.0, 5.0))).apply(document) is not document
