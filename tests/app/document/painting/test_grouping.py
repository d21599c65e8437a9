"""Groups of paint layers: order, undo, the project file, what window and files make of them."""

import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from psd_tools import PSDImage
from psd_tools.constants import Tag

from app.canvas.compositor import TILE, Compositor
from app.document.edits import SetLayerOpacity, SetLayerVisible
from app.document.history import History
from app.document.layer import MOST_NESTED, BlendMode, Layer, LayerKind
from app.document.painting.edits import (
    AddPaintLayer,
    MergeDown,
    Paint,
    RemovePaintLayer,
    RenameLayer,
    SetLayerBlend,
    new_paint_layer,
    place_above,
)
from app.document.painting.grouping import GroupLayer, MergeGroup, MoveLayer, Ungroup, step
from app.document.painting.painting import Painting
from app.document.pixels import LayerPixels
from app.document.project_file import Project, new_project, read_project, write_project
from app.errors import LayerError
from app.export.document_layers import DocumentLayers
from app.export.layers import merged_rows
from app.export.on_paper import on_paper
from app.export.ora import write_ora
from app.export.psd import write_psd
from models.geometry import Rect
from tests.helpers.fakes import drawing

RED, BLUE = (200, 30, 30), (30, 40, 200)
LEFT, MIDDLE = Rect(4, 4, 24, 16), Rect(14, 8, 40, 20)
"""Sides are even, so that a level of half the size mixes nothing at their edges."""


def added(document, above, area, color, alpha=255):
    """The document with another paint layer, on which an area is painted."""
    layer = new_paint_layer(document)
    document = AddPaintLayer(layer, place_above(document, above)).apply(document)
    rgba_u8 = np.full((*area.shape, 4), (*color, alpha), dtype=np.uint8)
    return Paint(layer.id, Painting(document.size).written(area, rgba_u8)).apply(document)


@pytest.fixture
def plain():
    """Three paint layers above the line: paint-1, paint-2, paint-3."""
    document = new_project(drawing(), "girl").document
    for below, area, color, alpha in (
        ("line", LEFT, RED, 255),
        ("paint-1", MIDDLE, BLUE, 150),
        ("paint-2", LEFT, BLUE, 90),
    ):
        document = added(document, below, area, color, alpha)
    return document


@pytest.fixture
def grouped(plain):
    """The lower two of them in a group: paint-1, paint-2, group-1, paint-3."""
    document = GroupLayer("paint-1").apply(plain)
    return MoveLayer("paint-2", document.index_of("group-1"), "group-1").apply(document)


def own(document):
    """What is the artist's, bottom to top, and in which group."""
    kinds = (LayerKind.PAINT, LayerKind.GROUP)
    return [(each.id, each.group) for each in document.layers if each.kind in kinds]


def merged(document):
    layers = DocumentLayers.of(document, {"line": drawing()})
    return merged_rows(layers.plain(), document.size, on_white=True)[:]


def test_a_group_begins_with_one_layer_and_others_come_in(plain, grouped):
    assert own(GroupLayer("paint-2").apply(plain)) == [
        ("paint-1", ""), ("paint-2", "group-1"), ("group-1", ""), ("paint-3", "")
    ]  # fmt: skip
    assert own(grouped) == [
        ("paint-1", "group-1"), ("paint-2", "group-1"), ("group-1", ""), ("paint-3", "")
    ]  # fmt: skip
    inside = added(grouped, "paint-1", LEFT, RED)
    on_top = added(grouped, "group-1", LEFT, RED)
    assert own(inside)[1] == ("paint-4", "group-1")
    assert own(on_top)[2] == ("paint-4", "group-1")


@pytest.mark.parametrize("blend", BlendMode)
def test_a_layer_looks_the_same_alone_and_in_a_group_of_its_own(plain, blend):
    alone = SetLayerBlend("paint-2", blend).apply(plain)
    together = GroupLayer("paint-2").apply(alone)
    assert np.abs(merged(alone).astype(int) - merged(together)).max() <= 1


@pytest.mark.parametrize(
    ("moved", "index", "wish", "expected"),
    [
        ("paint-3", 0, "", ["paint-3", "paint-1.", "paint-2.", "group-1"]),
        ("paint-3", 1, "", ["paint-1.", "paint-3.", "paint-2.", "group-1"]),
        ("paint-3", 2, "", ["paint-1.", "paint-2.", "paint-3.", "group-1"]),
        ("paint-3", 0, "group-1", ["paint-3.", "paint-1.", "paint-2.", "group-1"]),
        ("paint-1", 9, "", ["paint-2.", "group-1", "paint-3", "paint-1"]),
        ("group-1", 9, "", ["paint-3", "paint-1.", "paint-2.", "group-1"]),
    ],
)
def test_layers_move_into_groups_and_out_and_groups_with_what_is_in_them(
    grouped, moved, index, wish, expected
):
    base = grouped.index_of("paint-1")
    after = MoveLayer(moved, base + index if index < 9 else 99, wish).apply(grouped)
    assert [name + "." * bool(group) for name, group in own(after)] == expected


def test_what_is_no_paint_goes_above_a_group_it_was_put_into(grouped):
    after = MoveLayer("line", grouped.index_of("paint-2")).apply(grouped)
    assert after.layers[after.index_of("group-1") + 1].id == "line"


def test_steps_lead_through_a_group_and_out_of_it(grouped):
    def go(document, layer_id, rows):
        spot = step(document.layers, layer_id, rows)
        return MoveLayer(layer_id, spot.index, spot.group).apply(document)

    seen, document = [], grouped
    for _ in range(4):
        document = go(document, "paint-3", 1)
        names = [name for name, _ in own(document)]
        seen.append((names.index("paint-3"), document.layer("paint-3").group))
    assert seen == [(2, "group-1"), (1, "group-1"), (0, "group-1"), (0, "")]
    for _ in range(4):
        document = go(document, "paint-3", -1)
    assert own(document) == own(grouped)
    above = go(grouped, "group-1", -1)
    assert [name for name, _ in own(above)] == ["paint-3", "paint-1", "paint-2", "group-1"]
    assert own(go(above, "group-1", 1)) == own(grouped)
    assert own(go(above, "paint-3", 1))[0] == ("paint-3", "")
    assert step(grouped.layers, grouped.layers[-1].id, -1) is None
    assert step(grouped.layers, grouped.layers[0].id, 1) is None


def test_a_group_goes_with_its_last_layer_and_takes_its_layers_along(grouped):
    one = RemovePaintLayer("paint-2", "").apply(grouped)
    assert own(one) == [("paint-1", "group-1"), ("group-1", ""), ("paint-3", "")]
    assert own(RemovePaintLayer("paint-1", "").apply(one)) == [("paint-3", "")]
    assert own(MoveLayer("paint-1", 99).apply(one)) == [("paint-3", ""), ("paint-1", "")]
    gone = RemovePaintLayer("group-1", "").apply(grouped)
    assert own(gone) == [("paint-3", "")]
    assert set(gone.paintings) == {"paint-3"}
    assert own(Ungroup("group-1").apply(grouped))[:2] == [("paint-1", ""), ("paint-2", "")]


def test_a_group_is_named_blended_shown_and_taken_back(grouped):
    history = History(grouped)
    for edit in (
        RenameLayer("group-1", "Clothes"),
        SetLayerBlend("group-1", BlendMode.MULTIPLY),
        SetLayerOpacity("group-1", 0.5),
        SetLayerVisible("group-1", False),
    ):
        history.push(edit.apply(history.document), edit)
    group = history.document.layer("group-1")
    assert (group.name, group.blend, group.opacity) == ("Clothes", BlendMode.MULTIPLY, 0.5)
    assert not history.document.is_seen(history.document.layer("paint-1"))
    assert history.undo_title == "Hide Clothes"
    while history.undo():
        pass
    assert history.document == grouped


def test_a_group_merges_to_what_it_shows_and_layers_merge_within_it(grouped):
    document = SetLayerOpacity("group-1", 0.6).apply(grouped)
    document = SetLayerBlend("group-1", BlendMode.MULTIPLY).apply(document)
    one = MergeGroup("group-1").apply(document)
    assert own(one) == [("paint-1", ""), ("paint-3", "")]
    assert one.layer("paint-1").name == "Group 1"
    assert np.abs(merged(one).astype(int) - merged(document)).max() <= 1
    within = MergeDown("paint-2").apply(document)
    assert own(within)[0] == ("paint-1", "group-1")
    with pytest.raises(LayerError):
        MergeDown("paint-3").apply(document)


@pytest.mark.parametrize(
    "layers",
    [
        (Layer(id="g", kind=LayerKind.GROUP, name="empty"),),
        (Layer(id="p", kind=LayerKind.PAINT, name="lost", group="g"),),
        (
            Layer(id="p", kind=LayerKind.PAINT, name="apart", group="g"),
            Layer(id="l", kind=LayerKind.LINE, name="between"),
            Layer(id="g", kind=LayerKind.GROUP, name="group"),
        ),
        (
            Layer(id="p", kind=LayerKind.PAINT, name="paint", group="g"),
            Layer(id="e", kind=LayerKind.GROUP, name="empty", group="g"),
            Layer(id="g", kind=LayerKind.GROUP, name="group"),
        ),
        (Layer(id="g", kind=LayerKind.GROUP, name="in itself", group="g"),),
    ],
)
def test_a_document_refuses_groups_that_hold_nothing_or_lie_apart(plain, layers):
    with pytest.raises(LayerError):
        replace(plain, layers=layers, paintings={})


@pytest.fixture
def nested(grouped):
    """A group in a group: paint-1, paint-2, group-1, paint-3, group-2."""
    document = GroupLayer("group-1").apply(grouped)
    document = MoveLayer("paint-3", document.index_of("group-2"), "group-2").apply(document)
    for layer_id, blend, opacity in (
        ("group-1", BlendMode.MULTIPLY, 0.8),
        ("paint-2", BlendMode.SCREEN, 0.6),
        ("group-2", BlendMode.NORMAL, 0.9),
    ):
        document = SetLayerBlend(layer_id, blend).apply(document)
        document = SetLayerOpacity(layer_id, opacity).apply(document)
    return document


def test_groups_lie_in_groups_and_are_taken_out_again(plain, grouped, nested):
    assert own(nested) == [
        ("paint-1", "group-1"), ("paint-2", "group-1"), ("group-1", "group-2"),
        ("paint-3", "group-2"), ("group-2", ""),
    ]  # fmt: skip
    inner = GroupLayer("paint-1").apply(grouped)
    assert own(inner)[:3] == [
        ("paint-1", "group-2"),
        ("group-2", "group-1"),
        ("paint-2", "group-1"),
    ]
    assert own(Ungroup("group-1").apply(nested))[0] == ("paint-1", "group-2")
    assert own(Ungroup("group-2").apply(nested))[:3] == own(grouped)[:3]
    assert own(RemovePaintLayer("group-2", "").apply(nested)) == []
    assert own(MoveLayer("group-1", 99).apply(nested)) == [
        ("paint-3", "group-2"), ("group-2", ""),
        ("paint-1", "group-1"), ("paint-2", "group-1"), ("group-1", ""),
    ]  # fmt: skip
    hidden = SetLayerVisible("group-2", False).apply(nested)
    assert not hidden.is_seen(hidden.layer("paint-1"))
    alone = RemovePaintLayer("paint-3", "").apply(nested)
    assert own(RemovePaintLayer("group-1", "").apply(alone)) == []


def test_what_is_no_paint_goes_above_all_the_groups_it_was_put_into(nested):
    after = MoveLayer("line", nested.index_of("paint-2")).apply(nested)
    assert after.layers[after.index_of("group-2") + 1].id == "line"


def test_steps_lead_through_every_group_and_back(nested):
    document, seen = nested, []
    while (spot := step(document.layers, "paint-3", 1)) and len(seen) < 5:
        document = MoveLayer("paint-3", spot.index, spot.group).apply(document)
        names = [name for name, _ in own(document)]
        seen.append((names.index("paint-3"), document.layer("paint-3").group))
    assert seen == [(2, "group-1"), (1, "group-1"), (0, "group-1"), (0, "group-2"), (0, "")]
    for _ in seen:
        spot = step(document.layers, "paint-3", -1)
        document = MoveLayer("paint-3", spot.index, spot.group).apply(document)
    assert own(document) == own(nested)
    away = MoveLayer("group-1", 99).apply(nested)
    spot = step(away.layers, "group-1", 1)
    assert spot.group == ""
    lone = RemovePaintLayer("group-1", "").apply(nested)
    down = step(lone.layers, "paint-3", 1)
    assert own(MoveLayer("paint-3", down.index, down.group).apply(lone)) == [("paint-3", "")]


def test_groups_in_groups_merge_to_what_they_show(nested):
    inner = MergeGroup("group-1").apply(nested)
    assert own(inner) == [("paint-1", "group-2"), ("paint-3", "group-2"), ("group-2", "")]
    assert np.abs(merged(inner).astype(int) - merged(nested)).max() <= 1
    whole = MergeGroup("group-2").apply(nested)
    assert own(whole) == [("paint-1", "")]
    assert np.abs(merged(whole).astype(int) - merged(nested)).max() <= 2
    assert set(whole.paintings) == {"paint-1"}


def test_so_many_groups_lie_within_each_other_and_no_more(plain):
    document = plain
    for _ in range(MOST_NESTED):
        document = GroupLayer("paint-1").apply(document)
    with pytest.raises(LayerError, match=str(MOST_NESTED)):
        GroupLayer("paint-1").apply(document)


def test_the_project_keeps_groups_in_groups_and_older_readers_the_outermost(nested, tmp_path):
    path, older = tmp_path / "a.tintline", tmp_path / "older.tintline"
    write_project(path, Project(document=nested, pixels={"line": drawing()}))
    assert read_project(path).document.layers == nested.layers
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(older, "w") as taken:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "document.json":
                # What a reader passes over that knows groups, but none in others.
                told = json.loads(content)
                told["layers"] = [each for each in told["layers"] if each["kind"] != "subgroup"]
                for entry in told["layers"]:
                    entry.pop("within", None)
                content = json.dumps(told)
            taken.writestr(name, content)
    assert own(read_project(older).document) == [
        ("paint-1", "group-2"), ("paint-2", "group-2"), ("paint-3", "group-2"), ("group-2", "")
    ]  # fmt: skip


def test_psd_and_openraster_hold_groups_in_groups(nested, tmp_path):
    nodes = DocumentLayers.of(nested, {"line": drawing()}).grouped(is_by_color=False)
    write_psd(tmp_path / "a.psd", nodes, nested.size)
    write_ora(tmp_path / "a.ora", nodes, nested.size)
    outer = next(each for each in PSDImage.open(tmp_path / "a.psd") if each.name == "Group 2")
    assert [each.name for each in outer] == ["Group 1", "Paint 3"]
    assert [each.name for each in outer[0]] == ["Paint 1", "Paint 2"]
    assert outer[0].blend_mode.name == "MULTIPLY"
    # Krita goes by what the divider says, other programs by the layer's record.
    divider = outer[0].tagged_blocks.get_data(Tag.SECTION_DIVIDER_SETTING)
    assert divider.blend_mode.name == outer[0]._record.blend_mode.name == "MULTIPLY"
    stack = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "a.ora").read("stack.xml"))
    entry = next(each for each in stack.iter("stack") if each.get("name") == "Group 2")
    assert [each.get("name") for each in entry.iter()][1:] == [
        "Paint 3", "Group 1", "Paint 2", "Paint 1"
    ]  # fmt: skip


@pytest.mark.parametrize("edit", [GroupLayer("line"), Ungroup("paint-3"), MergeGroup("paint-3")])
def test_only_paint_is_grouped_and_only_groups_are_ungrouped(grouped, edit):
    with pytest.raises(LayerError):
        edit.apply(grouped)


def test_the_project_keeps_groups_and_older_readers_take_their_layers(grouped, tmp_path):
    path = tmp_path / "a.tintline"
    document = SetLayerBlend("group-1", BlendMode.SCREEN).apply(grouped)
    write_project(path, Project(document=document, pixels={"line": drawing()}))
    back = read_project(path).document
    assert back.layers == document.layers
    assert back.paintings == document.paintings
    with zipfile.ZipFile(path) as archive:
        entries = json.loads(archive.read("document.json"))["layers"]
        names = archive.namelist()
    # A reader that knows no groups passes over their kind, and finds all paint beside it.
    known = [entry for entry in entries if entry["kind"] != "group"]
    painted = [entry["file"] for entry in known if entry["kind"] == "paint"]
    assert len(painted) == 3
    assert set(painted) <= set(names)


def test_psd_and_openraster_hold_the_group(grouped, tmp_path):
    document = SetLayerBlend("group-1", BlendMode.MULTIPLY).apply(grouped)
    document = SetLayerOpacity("group-1", 0.5).apply(document)
    nodes = DocumentLayers.of(document, {"line": drawing()}).grouped(is_by_color=False)
    write_psd(tmp_path / "a.psd", nodes, document.size)
    write_ora(tmp_path / "a.ora", nodes, document.size)
    group = next(each for each in PSDImage.open(tmp_path / "a.psd") if each.name == "Group 1")
    assert group.is_group()
    assert (group.blend_mode.name, group.opacity) == ("MULTIPLY", 128)
    assert [each.name for each in group] == ["Paint 1", "Paint 2"]
    stack = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "a.ora").read("stack.xml"))
    entry = next(each for each in stack.iter("stack") if each.get("name") == "Group 1")
    assert [each.get("name") for each in entry] == ["Paint 2", "Paint 1"]
    assert entry.get("composite-op") == "svg:multiply"


@pytest.mark.parametrize("blend", BlendMode)
@pytest.mark.parametrize("level", [0, 1])
@pytest.mark.parametrize("is_nested", [False, True])
def test_the_window_shows_what_files_merge(grouped, nested, blend, level, is_nested):
    document = SetLayerBlend("group-1", blend).apply(nested if is_nested else grouped)
    document = SetLayerOpacity("group-1", 0.7).apply(document)
    document = SetLayerBlend("paint-2", BlendMode.OVERLAY).apply(document)
    compositor = Compositor()
    compositor.set_source(document, LayerPixels(document.size, {"line": drawing()}))
    compositor.prepare(level, Rect.of(document.size), may_go_on=lambda: True)
    (image,) = compositor.images(level, Rect(0, 0, TILE, TILE))
    on_screen = image.bgrx_u8[..., 2::-1].astype(int)
    by = 1 << level
    cells = (on_screen.shape[0], by, on_screen.shape[1], by, 3)
    files, lines = merged(document)[..., :3].reshape(cells), drawing()[..., :3].reshape(cells)
    even = lines.max(axis=(1, 3)) == lines.min(axis=(1, 3))  # ink within a cell is averaged first
    assert even.mean() > 0.5
    assert np.abs(on_screen - files.mean(axis=(1, 3)))[even].max() <= 3
    assert compositor.color_at(20.5, 10.5) != (255, 255, 255)


def test_a_group_below_the_colors_is_not_taken_for_theirs(plain):
    document = MoveLayer("paint-1", 0).apply(plain)
    document = GroupLayer("paint-1").apply(document)
    flats = np.full((*document.size.shape, 4), (90, 140, 200, 255), dtype=np.uint8)
    pixels = {"line": drawing(), "flats": flats, "colour": flats}
    nodes = DocumentLayers.of(document, pixels).grouped(is_by_color=False)
    laid = on_paper(nodes, document.size)
    assert laid[1].children[0].rgba_u8 is not None
    assert merged_rows(laid, document.size, on_white=True)[:].tolist() == (
        merged_rows(nodes, document.size, on_white=True)[:].tolist()
    )
