"""Layers that the artist paints on: edits, undo, the project file, files for paint programs."""

import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from psd_tools import PSDImage

from app.canvas.compositor import TILE, Compositor
from app.document import history as history_module
from app.document.document import Document
from app.document.edits import SetLayerVisible
from app.document.history import History
from app.document.layer import BlendMode, LayerKind
from app.document.painting.edits import (
    AddPaintLayer,
    MergeDown,
    Paint,
    RemovePaintLayer,
    RenameLayer,
    SetAlphaLock,
    SetLayerBlend,
    SetRegionClip,
    new_paint_layer,
    place_above,
)
from app.document.painting.grouping import MoveLayer, Spot
from app.document.painting.painting import Painting
from app.document.pixels import LayerPixels
from app.document.project_file import Project, new_project, read_project, write_project
from app.errors import LayerError, ProjectError
from app.export.document_layers import DocumentLayers
from app.export.layers import ExportLayer, merged_rows
from app.export.ora import write_ora
from app.export.png import write_merged_png
from app.export.psd import write_psd
from models.budget import MAX_LAYERS, BudgetError
from models.geometry import Rect
from models.pictures.files import read_picture
from tests.helpers.fakes import drawing

RED, BLUE = (200, 30, 30), (30, 40, 200)
SPOT = Rect(10, 5, 30, 15)


def spot(color, alpha=255, area=SPOT):
    return np.full((*area.shape, 4), (*color, alpha), dtype=np.uint8)


@pytest.fixture
def project():
    return new_project(drawing(), "girl")


def with_paint(document, color=RED, alpha=255, above="line", **changes):
    """The document with a layer above another one, on which a spot is painted."""
    layer = replace(new_paint_layer(document), **changes)
    document = AddPaintLayer(layer, place_above(document, above)).apply(document)
    painting = Painting(document.size).written(SPOT, spot(color, alpha))
    return Paint(layer.id, painting).apply(document)


def kinds(document):
    return [layer.kind.value for layer in document.layers]


def test_a_layer_goes_above_the_chosen_one_and_among_the_generators_above_them_all(project):
    document = project.document
    assert kinds(with_paint(document, above="line"))[-2:] == ["paint", "hints"]
    assert kinds(with_paint(document, above="hints"))[-2:] == ["paint", "hints"]
    below = with_paint(document, above="colour")
    assert kinds(below)[-3:] == ["paint", "line", "hints"]
    two = with_paint(below)
    assert [layer.name for layer in two.layers if layer.kind is LayerKind.PAINT] == [
        "Paint 1",
        "Paint 2",
    ]


def test_layers_are_named_blended_locked_and_taken_away(project):
    document = with_paint(project.document)
    for edit in (
        RenameLayer("paint-1", " Blush "),
        SetLayerBlend("paint-1", BlendMode.OVERLAY),
        SetAlphaLock("paint-1", True),
        SetRegionClip("paint-1", True),
    ):
        document = edit.apply(document)
    layer = document.layer("paint-1")
    assert (layer.name, layer.blend) == ("Blush", BlendMode.OVERLAY)
    assert layer.locks_alpha
    assert layer.keeps_to_region
    gone = RemovePaintLayer("paint-1", "Blush").apply(document)
    assert gone.layers == project.document.layers
    assert not gone.paintings
    assert RenameLayer("paint-1", "  ").apply(document) is document


@pytest.mark.parametrize(
    "edit",
    [
        RemovePaintLayer("line", "Line art"),
        RenameLayer("colour", "Mine"),
        SetLayerBlend("line", BlendMode.ADD),
        MergeDown("paint-1"),
    ],
)
def test_what_nobody_painted_is_left_alone(project, edit):
    with pytest.raises(LayerError):
        edit.apply(with_paint(project.document))


def test_no_more_layers_are_added_than_a_project_may_hold(project):
    document = project.document
    many = tuple(
        replace(new_paint_layer(document), id=f"p{number}")
        for number in range(MAX_LAYERS - len(document.layers))
    )
    full = replace(document, layers=(*document.layers, *many))
    with pytest.raises(BudgetError):
        AddPaintLayer(new_paint_layer(full), Spot(0)).apply(full)


def test_merged_layers_look_as_both_did(project):
    document = with_paint(project.document, RED, 200, opacity=0.5)
    document = with_paint(document, BLUE, 130, above="paint-1", opacity=0.7)
    before = shown(document)
    merged = MergeDown("paint-2").apply(document)
    assert [layer.id for layer in merged.layers if layer.kind is LayerKind.PAINT] == ["paint-1"]
    assert np.abs(shown(merged).astype(int) - before).max() <= 1


def shown(document):
    layers = DocumentLayers.of(document, {"line": drawing()})
    return merged_rows(layers.plain(), document.size, on_white=True)[:]


def test_the_oldest_steps_go_where_paint_would_fill_memory(project, monkeypatch):
    document = with_paint(project.document)
    history = History(document)
    tile = next(iter(document.painting("paint-1").tiles.values()))
    monkeypatch.setattr(history_module, "MOST_PAINT_BYTES", 3 * tile.nbytes)
    for level in range(8):
        painting = document.painting("paint-1").written(SPOT, spot((level, 0, 0)))
        edit = Paint("paint-1", painting)
        document = edit.apply(document)
        history.push(document, edit)
    assert len(history.steps) == 4
    while history.undo():
        pass
    assert history.document.painting("paint-1").pixels(SPOT)[0, 0, 0] == 4


def test_the_project_keeps_what_is_painted_and_how(project, tmp_path):
    document = with_paint(
        project.document, alpha=90, blend=BlendMode.ADD, locks_alpha=True, opacity=0.5
    )
    document = with_paint(document, BLUE, keeps_to_region=True)
    empty = new_paint_layer(document)
    document = AddPaintLayer(empty, Spot(0)).apply(document)
    path = tmp_path / "a.tintline"
    write_project(path, Project(document=document, pixels=project.pixels))
    back = read_project(path).document
    assert back.layers == document.layers
    assert back.paintings == document.paintings


def test_a_box_that_leaves_the_picture_is_told_as_damage(project, tmp_path):
    path, damaged = tmp_path / "a.tintline", tmp_path / "b.tintline"
    write_project(path, Project(document=with_paint(project.document), pixels=project.pixels))
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "document.json":
                content = content.replace(b"20,\n    10\n", b"90,\n    10\n")
                assert b"90,\n" in content
            target.writestr(name, content)
    with pytest.raises(ProjectError, match="does not lie"):
        read_project(damaged)


@pytest.mark.parametrize("blend", BlendMode)
def test_psd_and_openraster_hold_the_layer_with_mode_and_opacity(project, tmp_path, blend):
    document = with_paint(project.document, blend=blend, opacity=0.5)
    layers = DocumentLayers.of(document, {"line": drawing()})
    nodes = layers.grouped(is_by_color=False)
    write_psd(tmp_path / "a.psd", nodes, document.size)
    write_ora(tmp_path / "a.ora", nodes, document.size)
    layer = next(each for each in PSDImage.open(tmp_path / "a.psd") if each.name == "Paint 1")
    psd_name = {BlendMode.ADD: "LINEAR_DODGE"}.get(blend, blend.name)
    assert layer.blend_mode.name == psd_name
    assert layer.bbox == (SPOT.left, SPOT.top, SPOT.right, SPOT.bottom)
    assert (layer.opacity, layer.topil().getpixel((0, 0))) == (128, (*RED, 255))
    stack = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "a.ora").read("stack.xml"))
    entry = next(each for each in stack.iter("layer") if each.get("name") == "Paint 1")
    ora_name = {BlendMode.NORMAL: "src-over", BlendMode.ADD: "plus"}.get(blend, blend.value)
    assert entry.get("composite-op") == f"svg:{ora_name}"
    assert (entry.get("x"), entry.get("opacity")) == ("10", "0.5")


@pytest.mark.parametrize("blend", BlendMode)
def test_the_window_shows_what_files_merge(project, blend):
    pixels = {"line": drawing(), "colour": spot((90, 140, 200), area=Rect(0, 0, 60, 40))}
    document = with_paint(project.document, (200, 120, 40), 150, "colour", blend=blend, opacity=0.8)
    compositor = Compositor()
    compositor.set_source(document, LayerPixels(document.size, pixels))
    compositor.prepare(0, Rect.of(document.size), may_go_on=lambda: True)
    (image,) = compositor.images(0, Rect(0, 0, TILE, TILE))
    on_screen = image.bgrx_u8[..., 2::-1].astype(int)
    layers = DocumentLayers.of(document, pixels)
    merged = merged_rows(layers.plain(), document.size, on_white=True)[:][..., :3]
    assert np.abs(on_screen - merged).max() <= 2
    assert tuple(merged[6, 12]) != (90, 140, 200)


def test_paint_beside_a_cut_out_sheet_is_in_the_flattened_picture(tmp_path):
    rgba_u8 = drawing()
    rgba_u8[:, 15:, 3] = 0
    project = new_project(rgba_u8, "cut out")
    document = with_paint(project.document)
    layers = DocumentLayers.of(document, project.pixels)
    assert layers.alpha is not None
    path = Path(tmp_path / "flat.png")
    write_merged_png(path, layers.plain(), document.size, alpha=layers.alpha)
    flat = read_picture(path).rgba_u8
    assert (flat[SPOT.slices] == (*RED, 255)).all()
    assert not flat[20:, 35:, 3].any()


def test_a_hidden_layer_is_written_hidden(project):
    document = SetLayerVisible("paint-1", False).apply(with_paint(project.document))
    nodes = DocumentLayers.of(document, {}).plain()
    (layer,) = (node for node in nodes if isinstance(node, ExportLayer) and node.is_painted)
    assert not layer.visible


def test_a_document_refuses_paint_on_what_is_no_paint_layer(project):
    document = project.document
    painting = Painting(document.size).written(SPOT, spot(RED))
    with pytest.raises(LayerError):
        document.with_painting("line", painting)
    assert isinstance(MoveLayer("paint-1", 0).apply(with_paint(document)), Document)
