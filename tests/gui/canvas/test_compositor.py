"""Composed pixels, and what is composed again."""

from dataclasses import replace

import numpy as np
import pytest

from app.canvas.compositor import TILE, Compositor, level_for
from app.document.layer import BlendMode
from app.document.pixels import LayerPixels
from app.document.project_file import new_project
from models.geometry import Rect

GREY, RED = 128, (200, 40, 40)


def paint(size=(40, 60), color=RED, alpha=255):
    rgba = np.empty((*size, 4), dtype=np.uint8)
    rgba[..., :3] = color
    rgba[..., 3] = alpha
    return rgba


def source(size=(40, 60), layers=None, line=255):
    """A document of grey lines with pixels for the layers named."""
    rgba = np.full((*size, 4), 255, dtype=np.uint8)
    rgba[..., :3] = line
    project = new_project(rgba, "test")
    pixels = LayerPixels(project.document.size, dict(project.pixels))
    for layer_id, rgba_u8 in (layers or {}).items():
        pixels.replace(layer_id, rgba_u8)
    return project.document, pixels


def composed(document, pixels, level=0):
    compositor = Compositor()
    compositor.set_source(document, pixels)
    whole = Rect(0, 0, document.size.width, document.size.height)
    assert compositor.prepare(level, whole, may_go_on=lambda: True)
    *_, image = compositor.images(level, whole)
    return image.bgrx_u8[..., 2::-1].copy()


def test_lines_multiply_the_color():
    rgb = composed(*source(layers={"colour": paint()}, line=GREY))
    expected = np.round(np.array(RED) * GREY / 255)
    assert np.abs(rgb[5, 5].astype(int) - expected).max() <= 1


def test_hidden_layer_is_left_out():
    document, pixels = source(layers={"colour": paint()})
    hidden = document.with_layer(replace(document.layer("colour"), visible=False))
    assert (composed(hidden, pixels) == 255).all()


def test_opacity_mixes_with_what_lies_below():
    document, pixels = source(layers={"colour": paint()})
    half = document.with_layer(replace(document.layer("colour"), opacity=0.5))
    expected = (np.array(RED) + 255) / 2
    assert np.abs(composed(half, pixels)[0, 0].astype(int) - expected).max() <= 1


def test_transparent_pixels_show_the_paper():
    rgb = composed(*source(layers={"colour": paint(alpha=0)}))
    assert (rgb == 255).all()


@pytest.mark.parametrize("blend", list(BlendMode))
def test_half_transparent_pixels_mix(blend):
    document, pixels = source(layers={"colour": paint(alpha=128)})
    document = document.with_layer(replace(document.layer("colour"), blend=blend))
    is_light = blend in (BlendMode.SCREEN, BlendMode.OVERLAY, BlendMode.ADD)
    over_paper = (255, 255, 255) if is_light else RED
    expected = np.array(over_paper) * 128 / 255 + 255 * 127 / 255
    assert np.abs(composed(document, pixels)[0, 0].astype(int) - expected).max() <= 1


@pytest.mark.parametrize("alpha", [255, 128])
def test_screen_brightens_what_lies_below(alpha):
    layers = {"colour": paint(), "highlight": paint(color=(40, 80, 160), alpha=alpha)}
    document, pixels = source(layers=layers)
    document = document.with_layer(replace(document.layer("highlight"), visible=True))
    share, below = alpha / 255, np.array(RED) / 255
    lit = 1 - (1 - below) * (1 - np.array((40, 80, 160)) / 255)
    expected = 255 * (below * (1 - share) + lit * share)
    assert np.abs(composed(document, pixels)[0, 0].astype(int) - expected).max() <= 1.5


def test_coarse_level_is_the_average():
    rgba = paint((64, 64), (0, 0, 0))
    rgba[:, ::2, :3] = 255
    rgb = composed(*source((64, 64), layers={"colour": rgba}), level=2)
    assert rgb.shape[:2] == (16, 16)
    assert np.abs(rgb.astype(int) - 128).max() <= 1


def test_picture_of_odd_size_is_covered_at_every_level():
    document, pixels = source((TILE + 13, 37), layers={"colour": paint((TILE + 13, 37))})
    for level in (0, 1, 3, 6):
        rgb = composed(document, pixels, level)
        assert rgb.shape[0] == -(-(TILE + 13) // (1 << level))
        assert np.abs(rgb.astype(int) - np.array(RED)).max() <= 1


def test_only_stale_tiles_are_composed_again():
    document, pixels = source((2 * TILE, 2 * TILE), layers={"colour": paint((2 * TILE, 2 * TILE))})
    compositor = Compositor()
    compositor.set_source(document, pixels)
    whole = Rect(0, 0, 2 * TILE, 2 * TILE)
    compositor.prepare(0, whole, may_go_on=lambda: True)
    compositor.invalidate(Rect(TILE + 5, 3, TILE + 9, 6))
    *_, image = compositor.images(0, whole)
    assert image.fresh.tolist() == [[True, False], [True, True]]


def test_composing_stops_when_time_is_up_and_goes_on_later():
    document, pixels = source((3 * TILE, TILE), layers={"colour": paint((3 * TILE, TILE))})
    compositor = Compositor()
    compositor.set_source(document, pixels)
    whole = Rect(0, 0, TILE, 3 * TILE)
    assert not compositor.prepare(0, whole, may_go_on=lambda: False)
    *_, image = compositor.images(0, whole)
    assert image.fresh[:, 0].tolist() == [False, True, False]  # the middle first
    assert compositor.prepare(0, whole, may_go_on=lambda: True)


def test_coarser_level_fills_in_where_the_wanted_one_is_missing():
    document, pixels = source()
    compositor = Compositor()
    compositor.set_source(document, pixels)
    whole = Rect(0, 0, 60, 40)
    compositor.prepare(2, whole, may_go_on=lambda: True)
    assert [image.level for image in compositor.images(0, whole)] == [2, 0]


def test_change_of_hints_composes_nothing_again():
    document, pixels = source()
    compositor = Compositor()
    assert compositor.set_source(document, pixels)
    hints = document.with_layer(replace(document.layer("hints"), visible=False))
    assert not compositor.set_source(hints, pixels)


def test_picked_color_is_the_one_under_the_line():
    document, pixels = source(layers={"colour": paint()}, line=0)
    compositor = Compositor()
    compositor.set_source(document, pixels)
    assert compositor.color_at(3.5, 4.5) == RED
    assert compositor.color_at(-1, 4) is None


@pytest.mark.parametrize(
    ("zoom", "level"), [(4.0, 0), (1.0, 0), (0.51, 0), (0.5, 1), (0.3, 1), (0.25, 2), (0.001, 6)]
)
def test_level_has_a_pixel_for_every_device_pixel(zoom, level):
    assert level_for(zoom) == level
