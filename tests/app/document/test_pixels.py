"""Layer pixels: whose memory they are, and how results are fitted to them."""

import tracemalloc

import numpy as np
import pytest

from app.document.layer import LayerKind
from app.document.pixels import LayerPixels, layer_update
from app.errors import LayerError
from models.geometry import Rect, Size
from models.runtime.request import ColorizeResult, Stage

SIZE = Size(40, 60)
WHOLE = Rect(0, 0, 60, 40)


def filled(value, height=40, width=60, channels=4):
    return np.full((height, width, channels), value, dtype=np.uint8)


@pytest.fixture
def pixels():
    return LayerPixels(SIZE)


def result(rgba_u8, stage=Stage.FINAL, region=WHOLE, *, flat_u8=None, shade_u8=None):
    return ColorizeResult(
        request_id=3,
        stage=stage,
        rgba_u8=rgba_u8,
        region=region,
        elapsed_ms=1.0,
        flat_u8=flat_u8,
        shade_u8=shade_u8,
    )


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


def test_full_result_covers_the_picture_and_is_passed_on_without_a_copy():
    source = filled(7)
    update = layer_update(
        result(source, Stage.FULL, Rect(3, 3, 9, 9), flat_u8=filled(5, channels=3)), SIZE
    )
    assert (update.region, update.changed) == (WHOLE, Rect(3, 3, 9, 9))
    assert (update.planes[LayerKind.COLOUR] == 7).all()
    assert np.shares_memory(update.planes[LayerKind.COLOUR], source)
    assert (update.planes[LayerKind.FLATS][..., 3] == 255).all()
    assert (update.planes[LayerKind.FLATS][..., :3] == 5).all()
    assert LayerKind.SHADE not in update.planes


def test_coarse_result_is_enlarged_within_its_region():
    ramp = np.zeros((20, 30, 4), np.uint8)
    ramp[..., 0] = np.arange(30) * 8
    ramp[..., 3] = 255
    whole = layer_update(result(ramp), SIZE).planes[LayerKind.COLOUR]
    region = Rect(11, 7, 34, 29)
    update = layer_update(result(ramp, region=region), SIZE)
    part = update.planes[LayerKind.COLOUR]
    assert update.region == region
    assert part.shape == (22, 23, 4)
    difference = part.astype(int) - whole[7:29, 11:34].astype(int)
    assert np.abs(difference).max() <= 1


def test_preview_brings_colour_alone():
    flat_u8 = filled(5, 20, 30, 3)
    preview = result(filled(7, 20, 30), Stage.PREVIEW, flat_u8=flat_u8, shade_u8=flat_u8)
    assert set(layer_update(preview, SIZE).planes) == {LayerKind.COLOUR}


def test_enlarged_picture_keeps_its_place():
    source = np.zeros((20, 30, 4), np.uint8)
    source[:, 15:] = 255
    plane = layer_update(result(source), SIZE).planes[LayerKind.COLOUR]
    assert (plane[:, :29] == 0).all()
    assert (plane[:, 31:] == 255).all()


def test_region_beyond_the_picture_is_clipped_and_an_empty_one_changes_nothing():
    coarse = filled(7, 20, 30)
    assert layer_update(result(coarse, region=Rect(-5, -5, 99, 99)), SIZE).region == WHOLE
    assert layer_update(result(coarse, region=Rect(70, 0, 80, 9)), SIZE).planes == {}


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


def test_huge_picture_gets_its_hidden_layers_at_full_size_only(monkeypatch):
    monkeypatch.setattr("app.document.pixels.HUGE_PIXELS", WHOLE.right * WHOLE.bottom - 1)
    small = filled(3, 6, 5)
    coarse = layer_update(result(small, flat_u8=small[..., :3], shade_u8=small[..., :3]), SIZE)
    assert set(coarse.planes) == {LayerKind.COLOUR}
    own = filled(3)
    full = result(own, Stage.FULL, flat_u8=own[..., :3], shade_u8=own[..., :3])
    kinds = {LayerKind.COLOUR, LayerKind.FLATS, LayerKind.SHADE}
    assert set(layer_update(full, SIZE).planes) == kinds
