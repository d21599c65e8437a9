"""Promises about a document's files: they show what the window shows."""

from dataclasses import replace

import numpy as np
import pytest

from app.canvas.compositor import Compositor
from app.document.document import Document
from app.document.layer import LayerKind
from app.document.pixels import LayerPixels
from app.export.document_layers import DocumentLayers
from app.export.layers import ExportGroup, merged_rows
from app.export.png import colored_rows, write_merged_png
from models.coloring.shade import decompose
from models.geometry import Rect
from models.hints.hints import HintSet, PointHint
from models.lighting.light import Light, ShadeStyle
from models.lighting.tints import tone_colors
from models.line_color import LineColor
from models.pictures.files import read_picture
from models.regions.drawn_lines import read_lines
from tests.helpers.colored import EYES, SIZE, colored, drawn, soft_sheet


def _opaque(rgb_u8):
    return np.dstack([rgb_u8[..., :3], np.full(SIZE.shape, 255, np.uint8)])


def _layers(picture, **changes):
    """A coloured document; changes: layer id to what differs of it."""
    given = colored()
    lines = read_lines(picture.rgba_u8)
    document = Document(line_art=lines.line_art, hints=HintSet((PointHint(9, 9, EYES),)))
    document = document.with_lines(lines, is_set=False)
    for layer_id, change in changes.items():
        document = document.with_layer(replace(document.layer(layer_id), **change))
    pixels = {
        "line": picture.rgba_u8,
        "colour": given.rgba_u8,
        "flats": _opaque(given.flat_u8),
        "shade": _opaque(given.shade_u8),
        "highlight": _opaque(given.highlight_u8),
    }
    return DocumentLayers.of(document, pixels)


def _same_picture(layers, *, tolerance=2):
    grouped = merged_rows(layers.grouped(is_by_color=False), SIZE)[:].astype(int)
    plain = merged_rows(layers.plain(), SIZE)[:]
    return np.abs(grouped - plain).max() <= tolerance


def test_layers_stand_in_the_documents_order_with_the_color_grouped():
    nodes = _layers(drawn()).grouped(is_by_color=False)
    assert [node.name for node in nodes] == ["Colour", "Line art", "Hints"]
    assert [child.name for child in nodes[0].children] == ["Flats", "Shade", "Highlight"]
    assert [child.clipped for child in nodes[0].children] == [False, True, True]
    assert all(child.visible for child in nodes[0].children)


def test_grouped_layers_show_what_the_window_shows():
    assert _same_picture(_layers(drawn()))


@pytest.mark.parametrize(
    "changes",
    [
        {"flats": {"visible": True}},
        {"flats": {"visible": True}, "shade": {"visible": True}},
        {"colour": {"visible": False}},
        {"colour": {"visible": False}, "flats": {"visible": True}, "shade": {"visible": True}},
        {"colour": {"opacity": 0.5}},
        {"line": {"opacity": 0.25}},
    ],
)
def test_what_is_shown_or_hidden_stays_so(changes):
    assert _same_picture(_layers(drawn(), **changes))


def test_flats_become_one_layer_a_color():
    nodes = _layers(drawn()).grouped(is_by_color=True)
    flats = nodes[0].children[0]
    assert isinstance(flats, ExportGroup)
    assert [layer.name for layer in flats.children] == ["#f0c8a0", "#3c1e14", "#1ea0dc"]


def test_colors_take_the_alpha_of_a_cut_out_sheet(tmp_path):
    picture = drawn(soft_sheet())
    layers = _layers(picture)
    group = layers.grouped(is_by_color=False)[0]
    assert np.array_equal(merged_rows([group], SIZE)[:][..., 3], soft_sheet())
    path = tmp_path / "a.png"
    write_merged_png(path, layers.plain(), SIZE, alpha=layers.alpha)
    written = read_picture(path).rgba_u8
    wanted = colored_rows(picture, colored().rgba_u8)[:]
    assert np.array_equal(written[..., 3], soft_sheet())
    assert np.abs(written.astype(int) - wanted).max() <= 1


def test_ink_on_nothing_is_written_opaque():
    picture = drawn()
    picture.rgba_u8[..., 3] = 255 - picture.rgba_u8[..., 0]
    picture.rgba_u8[..., :3] = 0
    assert _layers(picture).alpha is None


def test_document_without_flats_keeps_its_color_layer():
    layers = _layers(drawn())
    del layers.pixels["flats"]
    names = [node.name for node in layers.grouped(is_by_color=True)]
    assert names == ["Colour", "Shade", "Highlight", "Line art", "Hints"]
    assert layers.flats() is None


def test_document_without_a_color_layer_groups_in_the_place_of_its_flats():
    layers = _layers(drawn(), flats={"visible": True})
    kept = tuple(layer for layer in layers.document.layers if layer.kind is not LayerKind.COLOR)
    bare = DocumentLayers.of(replace(layers.document, layers=kept), layers.pixels)
    nodes = bare.grouped(is_by_color=False)
    assert [node.name for node in nodes] == ["Colour", "Line art", "Hints"]
    assert _same_picture(bare)


def _lit(light, tone):
    """A document whose upper half a light put into one tone."""
    layers = _layers(drawn())
    flat = layers.pixels["flats"][..., :3]
    tones = np.zeros(SIZE.shape, np.uint8)
    tones[: SIZE.height // 2] = tone
    colors = tone_colors(flat.reshape(-1, 3), light)
    made = [colors.shade, colors.deep, colors.highlight][tone - 1].reshape(flat.shape)
    made = np.where(tones[..., None] > 0, made, flat)
    shade, highlight = decompose(made, flat)
    pixels = dict(layers.pixels) | {
        "colour": _opaque(made), "shade": _opaque(shade), "highlight": _opaque(highlight)
    }  # fmt: skip
    return DocumentLayers.of(replace(layers.document, light=light), pixels)


@pytest.mark.parametrize("tone", [1, 2, 3])
def test_each_tone_of_a_documents_light_is_a_layer(tone):
    layers = _lit(Light(300, ShadeStyle.TWO_TONE, 0.8, 0.8), tone)
    children = layers.grouped(is_by_color=False)[0].children
    assert [child.name for child in children] == ["Flats", "Shade 1", "Shade 2", "Highlight"]
    covered = children[tone].rgba_u8[:][..., 3] > 0
    assert covered[: SIZE.height // 2].all()
    assert not covered[SIZE.height // 2 :].any()
    assert _same_picture(layers, tolerance=3)


def test_soft_shade_and_shade_of_no_light_stay_one_layer():
    for light in (Light(300, ShadeStyle.SOFT), Light(300)):
        layers = _layers(drawn())
        layers = DocumentLayers.of(replace(layers.document, light=light), layers.pixels)
        children = layers.grouped(is_by_color=False)[0].children
        assert [child.name for child in children] == ["Flats", "Shade", "Highlight"]


@pytest.mark.parametrize("color", [LineColor(), LineColor((92, 52, 44))])
def test_colored_lines_are_written_as_the_compositor_shows_them(qapp, tmp_path, color):
    layers = _layers(drawn())
    given = DocumentLayers.of(replace(layers.document, line_color=color), layers.pixels)
    compositor = Compositor()
    compositor.set_source(given.document, LayerPixels(SIZE, given.pixels))
    whole = Rect.of(SIZE)
    assert compositor.prepare(0, whole, may_go_on=lambda: True)
    *_, level = compositor.images(0, whole)
    shown = level.bgrx_u8[..., 2::-1].astype(int)
    plain = merged_rows(layers.plain(), SIZE)[:]
    for nodes in (given.plain(), given.grouped(is_by_color=False)):
        merged = merged_rows(nodes, SIZE)[:]
        assert np.abs(merged[..., :3] - shown).max() <= 2
        assert (merged[14] != plain[14]).any()
    path = tmp_path / "girl.png"
    write_merged_png(path, given.plain(), SIZE)
    assert np.abs(read_picture(path).rgba_u8[..., :3] - shown).max() <= 2
