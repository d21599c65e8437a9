"""Layer pixels: whose memory they are."""

import tracemalloc

import numpy as np
import pytest

from app.document.pixels import LayerPixels
from app.errors import LayerError
from models.geometry import Rect, Size

SIZE = Size(40, 60)
WHOLE = Rect(0, 0, 60, 40)


def filled(value, height=40, width=60, channels=4):
    return np.full((height, width, channels), value, dtype=np.uint8)


@pytest.fixture
def pixels():
    return LayerPixels(SIZE)


def test_layer_without_pixels_has_none(pixels):
    assert pixels.get("flats") is None
    assert "flats" not in pixels
    assert pixels.ids == ()


def test_replaced_array_is_taken_without_a_copy(pixels):
    array = filled(7)
    pixels.replace("colour", array)
    assert np.shares_memory(pixels.get("colour"), array)


def test_region_is_written_into_a_layer_that_begins_transparent(pixels):
    pixels.set_region("colour", filled(9, 5, 10), Rect(20, 10, 30, 15))
    written = pixels.get("colour")
    assert (written[10:15, 20:30] == 9).all()
    assert int(written.sum()) == 9 * 4 * 50


def test_region_is_written_in_place(pixels):
    array = filled(7)
    pixels.replace("colour", array)
    pixels.set_region("colour", filled(9, 1, 1), Rect(0, 0, 1, 1))
    assert np.shares_memory(pixels.get("colour"), array)


def test_views_cannot_be_written_to(pixels):
    pixels.replace("colour", filled(7))
    with pytest.raises(ValueError, match="read-only"):
        pixels.get("colour")[0, 0] = 1


def test_snapshot_keeps_the_pixels_of_its_moment(pixels):
    pixels.replace("colour", filled(7))
    pixels.replace("flats", filled(8))
    taken = pixels.snapshot()
    pixels.set_region("colour", filled(9, 1, 1), Rect(0, 0, 1, 1))
    pixels.set_region("colour", filled(9, 1, 1), Rect(1, 0, 2, 1))
    assert (taken["colour"] == 7).all()
    assert (pixels.get("colour")[0, :2] == 9).all()
    assert np.shares_memory(taken["flats"], pixels.get("flats"))


def test_read_only_array_is_copied_before_it_is_written(pixels):
    artist = filled(7)
    artist.flags.writeable = False
    pixels.replace("line", artist)
    assert np.shares_memory(pixels.get("line"), artist)
    pixels.set_region("line", filled(9, 1, 1), Rect(0, 0, 1, 1))
    assert (artist == 7).all()


def test_discarded_layer_is_transparent_again(pixels):
    pixels.replace("flats", filled(7))
    pixels.discard("flats")
    pixels.discard("flats")
    assert pixels.get("flats") is None


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((40, 60, 3), np.uint8),
        np.zeros((60, 40, 4), np.uint8),
        np.zeros((40, 60, 4), np.float32),
    ],
)
def test_array_that_does_not_fit_is_refused(pixels, array):
    with pytest.raises(LayerError, match=r"layer 'colour' takes uint8 \(40, 60, 4\); got"):
        pixels.replace("colour", array)


@pytest.mark.parametrize(
    "region", [Rect(50, 0, 61, 1), Rect(-1, 0, 10, 1), Rect(5, 5, 5, 9), Rect(9, 5, 5, 9)]
)
def test_region_outside_the_document_is_refused(pixels, region):
    with pytest.raises(LayerError, match="does not lie in a document of 60×40"):
        pixels.set_region("colour", filled(1, 1, 1), region)
    assert "colour" not in pixels


def test_large_layers_take_no_memory_beyond_their_own():
    size = Size(1500, 2000)
    pixels = LayerPixels(size)
    array = np.zeros((1500, 2000, 4), np.uint8)
    tracemalloc.start()
    pixels.replace("line", array)
    pixels.set_region("line", np.ones((10, 10, 4), np.uint8), Rect(0, 0, 10, 10))
    pixels.snapshot()
    pixels.get("line")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000
