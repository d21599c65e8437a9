"""Promises about the layers of a coloured picture: they make it again, and nothing else."""

import numpy as np
import pytest

from app.export.color_layers import MOST_LAYERS, OTHERS_NAME, colors_by_area, layers_by_color
from app.export.coloring import layers_of
from app.export.layers import ExportGroup, ExportLayer, merged_rows, walk_layers
from app.export.png import colored_rows
from models.hints.hints import HintSet, PointHint
from models.regions.drawn_lines import LineKind, find_line_kind
from tests.helpers.colored import (
    EYES,
    HAIR,
    NAMES,
    SIZE,
    SKIN,
    Colored,
    colored,
    drawn,
    soft_sheet,
)

HINTS = HintSet((PointHint(5, 6, SKIN, 3.0),))


def _names(nodes):
    return [
        [node.name, _names(node.children)] if isinstance(node, ExportGroup) else node.name
        for node in nodes
    ]


def _color(layers, size=SIZE):
    return merged_rows([node for node in layers if node.name == "Colour"], size)[:]


def test_color_is_a_group_under_the_line():
    layers = layers_of(drawn(), colored(), HINTS)
    assert _names(layers) == [["Colour", ["Flats", "Shade", "Highlight"]], "Line", "Hints"]
    assert [layer.blend.value for layer in walk_layers(layers)] == [
        "normal", "multiply", "screen", "multiply", "normal",
    ]  # fmt: skip
    assert [layer.clipped for layer in walk_layers(layers)] == [False, True, True, False, False]
    assert not layers[-1].visible


@pytest.mark.parametrize("is_by_color", [False, True])
def test_color_group_makes_the_color_again(is_by_color):
    layers = layers_of(drawn(), colored(), HintSet(), is_by_color=is_by_color)
    away = np.abs(_color(layers).astype(int) - colored().rgba_u8)
    assert away.max() <= 2


@pytest.mark.parametrize("is_by_color", [False, True])
def test_alpha_of_the_sheet_is_the_colors_alpha(is_by_color):
    alpha_u8 = soft_sheet()
    layers = layers_of(drawn(alpha_u8), colored(), HintSet(), is_by_color=is_by_color)
    merged = _color(layers)
    assert np.array_equal(merged[..., 3], alpha_u8)
    shown = alpha_u8 > 0
    away = np.abs(merged[shown][:, :3].astype(int) - colored().rgba_u8[shown][:, :3])
    assert away.max() <= 2


def test_line_layer_is_the_artists_own_pixels():
    picture = drawn(soft_sheet())
    line = next(node for node in layers_of(picture, colored(), HINTS) if node.name == "Line")
    assert np.array_equal(line.rgba_u8[:], picture.rgba_u8)


def test_all_layers_show_the_written_picture():
    layers = layers_of(drawn(), colored(), HINTS)
    written = colored_rows(drawn(), colored().rgba_u8)[:]
    assert np.abs(merged_rows(layers, SIZE)[:][..., :3].astype(int) - written).max() <= 2


def test_ink_alone_is_colored_on_an_opaque_sheet():
    picture = drawn()
    picture.rgba_u8[..., 3] = 255 - picture.rgba_u8[..., 0]
    picture.rgba_u8[..., :3] = 0
    ink = type(picture)(
        rgba_u8=picture.rgba_u8, has_alpha=True, icc_profile=None, dpi=None,
        format="PNG", mode="RGBA", bit_depth=8,
    )  # fmt: skip
    assert find_line_kind(ink.rgba_u8) is LineKind.ALPHA
    assert np.all(_color(layers_of(ink, colored(), HintSet()))[..., 3] == 255)


def test_color_without_flats_is_one_layer():
    given = colored()
    plain = Colored(given.rgba_u8, None, None, None)
    layers = layers_of(drawn(), plain, HintSet())
    assert _names(layers) == ["Colour", "Line"]
    assert np.array_equal(layers[0].rgba_u8[:], given.rgba_u8)


def test_colors_are_named_and_lie_where_they_are():
    layers = layers_of(drawn(), colored(), HintSet(), is_by_color=True, names=NAMES)
    flats = layers[0].children[0]
    assert [layer.name for layer in flats.children] == [NAMES[SKIN], NAMES[HAIR], NAMES[EYES]]
    eyes = flats.children[2]
    assert (eyes.left, eyes.top, eyes.rgba_u8.shape) == (30, 20, (6, 10, 4))
    assert np.array_equal(merged_rows([flats], SIZE)[:][..., :3], colored().flat_u8)


def test_colors_without_a_name_are_named_by_their_value():
    (layer,) = layers_by_color(np.full((3, 4, 3), 17, np.uint8), alpha=None, names={})
    assert layer.name == "#111111"


def test_colors_are_listed_by_area_where_something_is():
    flat_u8 = colored().flat_u8
    areas = [(flat_u8 == color).all(axis=2).sum() for color in (SKIN, HAIR, EYES)]
    assert colors_by_area(flat_u8) == [*zip((SKIN, HAIR, EYES), areas, strict=True)]
    alpha_u8 = np.zeros(SIZE.shape, np.uint8)
    alpha_u8[:2] = 9
    assert colors_by_area(flat_u8, alpha_u8) == [(HAIR, 2 * SIZE.width)]


def test_rare_colors_share_the_last_layer():
    flat_u8 = np.zeros((1, 3 * MOST_LAYERS, 3), np.uint8)
    flat_u8[0, :, 0] = np.arange(3 * MOST_LAYERS) // 2 % 256
    flat_u8[0, :, 1] = np.arange(3 * MOST_LAYERS) // 512
    layers = layers_by_color(flat_u8, alpha=None, names={})
    assert len(layers) == MOST_LAYERS
    assert layers[-1].name == OTHERS_NAME
    merged = merged_rows(layers, drawn_size := type(SIZE)(1, 3 * MOST_LAYERS))[:]
    assert drawn_size.width == merged.shape[1]
    assert np.array_equal(merged[..., :3], flat_u8)


def test_clipped_layer_is_hidden_with_what_it_is_clipped_to():
    base = ExportLayer(name="a", rgba_u8=colored().rgba_u8)
    hidden = ExportLayer(name="b", rgba_u8=colored().rgba_u8, visible=False)
    red = np.zeros((*SIZE.shape, 4), np.uint8)
    red[:] = (255, 0, 0, 255)
    clipped = ExportLayer(name="c", rgba_u8=red, clipped=True)
    assert np.array_equal(
        merged_rows((base, hidden, clipped), SIZE)[:], merged_rows((base,), SIZE)[:]
    )
    assert np.all(merged_rows((base, clipped), SIZE)[:][..., 0] == 255)
