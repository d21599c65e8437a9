"""How a generator's results are fitted to the layers of a document."""

import numpy as np

from app.document.layer import LayerKind
from app.inference.answer import layer_update
from models.geometry import Rect, Size
from models.requests.request import ColorizeResult, Stage

SIZE = Size(40, 60)
WHOLE = Rect(0, 0, 60, 40)


def filled(value, height=40, width=60, channels=4):
    return np.full((height, width, channels), value, dtype=np.uint8)


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


def test_full_result_covers_the_picture_and_is_passed_on_without_a_copy():
    source = filled(7)
    update = layer_update(
        result(source, Stage.FULL, Rect(3, 3, 9, 9), flat_u8=filled(5, channels=3)), SIZE
    )
    assert (update.region, update.changed) == (WHOLE, Rect(3, 3, 9, 9))
    assert (update.planes[LayerKind.COLOR] == 7).all()
    assert np.shares_memory(update.planes[LayerKind.COLOR], source)
    assert (update.planes[LayerKind.FLATS][..., 3] == 255).all()
    assert (update.planes[LayerKind.FLATS][..., :3] == 5).all()
    assert LayerKind.SHADE not in update.planes


def test_coarse_result_is_enlarged_within_its_region():
    ramp = np.zeros((20, 30, 4), np.uint8)
    ramp[..., 0] = np.arange(30) * 8
    ramp[..., 3] = 255
    whole = layer_update(result(ramp), SIZE).planes[LayerKind.COLOR]
    region = Rect(11, 7, 34, 29)
    update = layer_update(result(ramp, region=region), SIZE)
    part = update.planes[LayerKind.COLOR]
    assert update.region == region
    assert part.shape == (22, 23, 4)
    difference = part.astype(int) - whole[7:29, 11:34].astype(int)
    assert np.abs(difference).max() <= 1


def test_preview_brings_color_alone():
    flat_u8 = filled(5, 20, 30, 3)
    preview = result(filled(7, 20, 30), Stage.PREVIEW, flat_u8=flat_u8, shade_u8=flat_u8)
    assert set(layer_update(preview, SIZE).planes) == {LayerKind.COLOR}


def test_enlarged_picture_keeps_its_place():
    source = np.zeros((20, 30, 4), np.uint8)
    source[:, 15:] = 255
    plane = layer_update(result(source), SIZE).planes[LayerKind.COLOR]
    assert (plane[:, :29] == 0).all()
    assert (plane[:, 31:] == 255).all()


def test_region_beyond_the_picture_is_clipped_and_an_empty_one_changes_nothing():
    coarse = filled(7, 20, 30)
    assert layer_update(result(coarse, region=Rect(-5, -5, 99, 99)), SIZE).region == WHOLE
    assert layer_update(result(coarse, region=Rect(70, 0, 80, 9)), SIZE).planes == {}


def test_huge_picture_gets_its_hidden_layers_at_full_size_only(monkeypatch):
    monkeypatch.setattr("app.inference.answer.HUGE_PIXELS", WHOLE.right * WHOLE.bottom - 1)
    small = filled(3, 6, 5)
    coarse = layer_update(result(small, flat_u8=small[..., :3], shade_u8=small[..., :3]), SIZE)
    assert set(coarse.planes) == {LayerKind.COLOR}
    own = filled(3)
    full = result(own, Stage.FULL, flat_u8=own[..., :3], shade_u8=own[..., :3])
    kinds = {LayerKind.COLOR, LayerKind.FLATS, LayerKind.SHADE}
    assert set(layer_update(full, SIZE).planes) == kinds
