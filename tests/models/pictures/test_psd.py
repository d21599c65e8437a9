"""Photoshop files in all modes: what is transparency, and merged pictures that are of no use."""

import struct

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage

from models.pictures.files import PictureError, read_picture
from tests.helpers.psd_writer import (
    BITMAP,
    CMYK,
    DUOTONE,
    GREY,
    INDEXED,
    LAB,
    MULTICHANNEL,
    RGB,
    Layer,
    psd_bytes,
)

H, W = 14, 23


def _levels(channels: int) -> np.ndarray:
    """uint8 (channels, H, W), every channel unlike the others."""
    ramp = np.arange(H * W, dtype=np.uint32).reshape(1, H, W)
    return ((ramp * np.array([1, 7, 13, 29, 3][:channels])[:, None, None] + 5) % 251).astype("u1")


def _read(tmp_path, planes, mode, **facts):
    path = tmp_path / "a.psd"
    path.write_bytes(psd_bytes(planes, mode, **facts))
    return read_picture(path)


def _deep(levels: np.ndarray, depth: int) -> np.ndarray:
    return {8: levels, 16: levels.astype(np.uint16) * 257, 32: levels / np.float32(255)}[depth]


@pytest.mark.parametrize("depth", [8, 16, 32])
@pytest.mark.parametrize("mode", [GREY, DUOTONE, RGB])
def test_plain_modes_of_every_depth(tmp_path, mode, depth):
    levels = _levels(3 if mode == RGB else 1)
    expected = levels if mode == RGB else np.repeat(levels, 3, axis=0)
    for version in (1, 2):
        picture = _read(tmp_path, _deep(levels, depth), mode, depth=depth, version=version)
        assert np.array_equal(picture.rgba_u8[..., :3], np.moveaxis(expected, 0, -1))
        assert (picture.has_alpha, picture.bit_depth, picture.notes) == (False, depth, ())


def test_a_set_bit_is_black(tmp_path):
    bits = _levels(1) > 100
    rgb = _read(tmp_path, bits, BITMAP, depth=1).rgba_u8[..., :3]
    assert np.array_equal(rgb[..., 1], np.where(bits[0], 0, 255))


def test_indexed_colors_and_the_transparent_one(tmp_path):
    index = _levels(1)
    table = np.stack([np.arange(256), 255 - np.arange(256), np.arange(256) * 3 % 256]).astype("u1")
    picture = _read(tmp_path, index, INDEXED, table=table.tobytes())
    assert np.array_equal(picture.rgba_u8[..., :3], table.T[index[0]])
    assert not picture.has_alpha
    clear = {1047: struct.pack(">h", 7)}
    picture = _read(tmp_path, index, INDEXED, table=table.tobytes(), resources=clear)
    assert picture.has_alpha
    assert np.array_equal(picture.rgba_u8[..., 3], np.where(index[0] == 7, 0, 255))


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("extra", [0, 1])
def test_inks_are_stored_the_other_way_round(tmp_path, depth, extra):
    levels = _levels(4 + extra)
    levels[:, 0, 0] = 255  # no ink at all
    picture = _read(tmp_path, _deep(levels, depth), CMYK, depth=depth)
    ink = np.ascontiguousarray(np.moveaxis(255 - levels[:4], 0, -1))
    plain = np.asarray(Image.frombytes("CMYK", (W, H), ink.tobytes()).convert("RGB"))
    assert np.array_equal(picture.rgba_u8[..., :3], plain)
    assert picture.rgba_u8[0, 0].tolist() == [255] * 4
    assert "converted from CMYK to sRGB" in picture.notes


@pytest.mark.parametrize("depth", [8, 16])
def test_lab_is_neutral_in_its_middle(tmp_path, depth):
    levels = np.full((3, H, W), 128, np.uint8)
    levels[0, 0], levels[0, 1] = 255, 0
    levels[1, 2] = 200
    stored = levels if depth == 8 else levels.astype(np.uint16) << 8
    stored[0] = np.where(levels[0] == 255, 2**depth - 1, stored[0])
    rgb = _read(tmp_path, stored, LAB, depth=depth).rgba_u8[..., :3].astype(int)
    assert rgb[0].min() >= 253
    assert rgb[1].max() <= 2
    assert rgb[2, 0, 0] > rgb[2, 0, 1] + 80
    assert np.ptp(rgb[3, 0]) <= 2


def test_one_ink_is_grey_and_several_are_refused(tmp_path):
    rgb = _read(tmp_path, _levels(1), MULTICHANNEL).rgba_u8[..., :3]
    assert np.array_equal(rgb[..., 2], _levels(1)[0])
    with pytest.raises(PictureError, match=r"kind of PSD \(multichannel, 3 inks\) is not read"):
        _read(tmp_path, _levels(3), MULTICHANNEL)


@pytest.mark.parametrize("depth", [8, 16, 32])
@pytest.mark.parametrize("mode", [GREY, RGB])
def test_saved_selections_are_no_transparency(tmp_path, mode, depth):
    colors = 3 if mode == RGB else 1
    levels = _levels(colors + 1)
    layers = [Layer(rgba_u8=np.full((2, 2, 4), 9, np.uint8), visible=False)]
    names = {1006: b"\7Alpha 1", 1053: struct.pack(">I", 5)}
    cases = [{}, {"resources": names}] + ([{"layers": layers}] if mode == RGB else [])
    for facts in cases:
        picture = _read(tmp_path, _deep(levels, depth), mode, depth=depth, **facts)
        assert not picture.has_alpha
        assert np.all(picture.rgba_u8[..., 3] == 255)
        assert np.array_equal(picture.rgba_u8[..., 0], levels[0])
        assert "saved selections" in picture.notes[0]


@pytest.mark.parametrize("depth", [8, 16, 32])
@pytest.mark.parametrize("is_on_white", [True, False])
def test_stated_transparency_is_kept_and_colors_are_freed_of_white(tmp_path, is_on_white, depth):
    levels = _levels(4)
    alpha = levels[3]
    alpha[...] = np.where(alpha < 80, 0, np.where(alpha < 160, 128, 255))
    stored = _deep(levels, depth).copy()
    white = {8: 255, 16: 65535, 32: 1}[depth]
    if is_on_white:
        share = alpha / 255
        on_white = levels[:3] / 255 * share + 1 - share
        stored[:3] = on_white if depth == 32 else np.rint(on_white * white)
    layers = [Layer(rgba_u8=np.full((2, 2, 4), 9, np.uint8), visible=False)]
    picture = _read(tmp_path, stored, RGB, depth=depth, layers=layers, says_alpha=True)
    assert picture.has_alpha
    assert np.array_equal(picture.rgba_u8[..., 3], alpha)
    seen = alpha > 0
    away = np.abs(picture.rgba_u8[seen][:, :3].astype(int) - np.moveaxis(levels[:3], 0, -1)[seen])
    assert away.max() <= (1 if depth == 8 else 0)
    assert picture.notes == ()


def test_transparency_is_found_by_its_identifier(tmp_path):
    levels = _levels(5)
    levels[4] = 255
    levels[4, :3] = 0
    facts = {"resources": {1053: struct.pack(">II", 3, 0)}}
    picture = _read(tmp_path, levels, RGB, **facts)
    assert np.array_equal(picture.rgba_u8[..., 3], levels[4])
    assert "saved selections" in picture.notes[0]


def _drawing(color: int = 0) -> np.ndarray:
    rgba_u8 = np.zeros((H, W, 4), np.uint8)
    rgba_u8[3:9, 4:15] = [color, 40, 0, 255]
    return rgba_u8


PAPER = Layer(rgba_u8=np.full((H, W, 4), 255, np.uint8))


@pytest.mark.parametrize("level", [0, 255, 127])
@pytest.mark.parametrize("says_alpha", [False, True])
def test_layers_are_merged_where_the_merged_picture_is_blank(tmp_path, level, says_alpha):
    blank = np.full((4 if says_alpha else 3, H, W), level, np.uint8)
    drawn = Layer(rgba_u8=_drawing()[3:9, 4:15].copy(), left=4, top=3)
    hidden = Layer(rgba_u8=_drawing(200), visible=False)
    layers = [PAPER, drawn, hidden]
    picture = _read(tmp_path, blank, RGB, layers=layers, says_alpha=says_alpha)
    expected = np.full((H, W, 4), 255, np.uint8)
    expected[3:9, 4:15] = [0, 40, 0, 255]
    assert np.array_equal(picture.rgba_u8, expected)
    assert picture.notes == ("its merged picture is blank; its layers were merged here",)


def test_layers_are_merged_where_the_merged_picture_is_out_of_date(tmp_path):
    stale = np.full((3, H, W), 255, np.uint8)
    stale[:, :2] = 90
    layers = [PAPER, Layer(rgba_u8=_drawing())]
    picture = _read(tmp_path, stale, RGB, layers=layers)
    assert picture.rgba_u8[5, 6].tolist() == [0, 40, 0, 255]
    assert picture.rgba_u8[0, 0].tolist() == [255] * 4
    assert picture.notes == ("its merged picture is out of date; its layers were merged here",)


@pytest.mark.parametrize(
    "change",
    [
        {"opacity": 90}, {"blend": b"mul "}, {"visible": False}, {"left": 90},
        {"ranges": struct.pack(">10I", 0x50FF, *[0xFFFF] * 9)}, {"blocks": b"8BIMnvrt" + bytes(4)},
    ],
)  # fmt: skip
def test_merged_pictures_stand_where_one_layer_cannot_tell(tmp_path, change):
    merged = _levels(3)
    layers = [Layer(rgba_u8=_drawing(), **change)]
    if "blocks" in change:  # an adjustment of what lies below it, without pixels of its own
        layers = [Layer(rgba_u8=_drawing()), Layer(rgba_u8=np.zeros((0, 0, 4), np.uint8), **change)]
    picture = _read(tmp_path, merged, RGB, layers=layers)
    assert np.array_equal(picture.rgba_u8[..., :3], np.moveaxis(merged, 0, -1))
    assert picture.notes == ()


def test_a_file_that_says_it_holds_no_merged_picture(tmp_path):
    says_none = {1057: struct.pack(">I?III", 1, False, 0, 0, 1)}
    layers = [PAPER, Layer(rgba_u8=_drawing())]
    picture = _read(tmp_path, _levels(3), RGB, layers=layers, resources=says_none)
    assert picture.rgba_u8[5, 6].tolist() == [0, 40, 0, 255]
    assert picture.notes == ("holds no merged picture; its layers were merged here",)


def test_blank_layers_leave_the_merged_picture_and_the_note_of_it(tmp_path):
    white = np.full((3, H, W), 255, np.uint8)
    picture = _read(tmp_path, white, RGB, layers=[PAPER])
    assert not picture.has_alpha
    assert len(picture.notes) == 1
    assert picture.notes[0].startswith("is blank, #ffffff all over")


def test_layers_that_cannot_be_merged_are_told(tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise NotImplementedError

    monkeypatch.setattr(PSDImage, "composite", refuse)
    picture = _read(
        tmp_path, np.zeros((3, H, W), np.uint8), RGB, layers=[Layer(rgba_u8=_drawing())]
    )
    assert "its merged picture is blank, and its layers cannot be merged" in picture.notes[0]


def test_large_layers_are_merged_in_bands(tmp_path, monkeypatch):
    monkeypatch.setattr("models.pictures.psd_layers.MERGE_PIXELS", 5 * W)
    layers = [PAPER, Layer(rgba_u8=_drawing())]
    picture = _read(tmp_path, np.zeros((3, H, W), np.uint8), RGB, layers=layers)
    expected = np.full((H, W, 4), 255, np.uint8)
    expected[3:9, 4:15] = [0, 40, 0, 255]
    assert np.array_equal(picture.rgba_u8, expected)


def test_files_of_psd_tools_itself(tmp_path):
    rgba_u8 = np.ascontiguousarray(np.moveaxis(_levels(4), 0, -1))
    rgba_u8[..., 3] = np.where(rgba_u8[..., 3] < 99, 0, 255)
    document = PSDImage.new("RGB", (W, H))
    document.append(document.create_pixel_layer(Image.fromarray(rgba_u8), name="lines"))
    document.save(tmp_path / "a.psd")
    picture = read_picture(tmp_path / "a.psd")
    seen = rgba_u8[..., 3] == 255
    assert np.array_equal(picture.rgba_u8[seen], rgba_u8[seen])
