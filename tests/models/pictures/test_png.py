"""Promises about PNG: other readers see the same pixels, and the facts of the file."""

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from models.pictures.png import encode_png
from models.rows import MadeRows

PROFILE = bytes(range(256)) * 3
shapes = st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([1, 3, 4])).map(
    lambda shape: shape[:2] if shape[2] == 1 else shape
)


def _encoded(pixels_u8, **facts):
    stream = io.BytesIO()
    encode_png(stream, pixels_u8, **facts)
    return stream.getvalue()


def _chunks(content):
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    at, found = 8, []
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(name + body)
        found.append((name, body))
        at += 12 + length
    return found


@settings(max_examples=60)
@given(arrays(np.uint8, shapes))
def test_two_readers_see_the_same_pixels(pixels_u8):
    content = _encoded(pixels_u8)
    assert np.array_equal(np.array(Image.open(io.BytesIO(content))), pixels_u8)
    seen = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels_u8.ndim == 3:
        order = [2, 1, 0, 3][: pixels_u8.shape[2]]
        pixels_u8 = pixels_u8[..., order]
    assert np.array_equal(seen, pixels_u8)


@pytest.mark.parametrize("kind", ["noise", "gradient", "flat"])
def test_bands_do_not_show(monkeypatch, kind):
    x, y = np.meshgrid(np.arange(70), np.arange(90))
    pixels_u8 = {
        "noise": np.random.default_rng(1).integers(0, 256, (90, 70, 4)),
        "gradient": np.dstack([x, y, x + y, 255 - x]),
        "flat": np.full((90, 70, 4), 9),
    }[kind].astype(np.uint8)
    monkeypatch.setattr("models.rows.BAND_BYTES", 1000)
    rows = MadeRows(pixels_u8.shape, lambda start, stop: pixels_u8[start:stop])
    content = _encoded(rows)
    assert np.array_equal(np.array(Image.open(io.BytesIO(content))), pixels_u8)
    if kind != "noise":
        assert len(content) < 1200


def test_facts_stand_before_the_pixels():
    content = _encoded(np.zeros((3, 4, 3), np.uint8), icc_profile=PROFILE, dpi=(300.0, 72.0))
    names = list(dict.fromkeys(name for name, _ in _chunks(content)))
    assert names == [b"IHDR", b"iCCP", b"pHYs", b"IDAT", b"IEND"]
    image = Image.open(io.BytesIO(content))
    assert image.info["icc_profile"] == PROFILE
    assert image.info["dpi"] == pytest.approx((300, 72), abs=0.02)


def test_same_pixels_give_the_same_bytes():
    pixels_u8 = np.random.default_rng(2).integers(0, 256, (20, 30, 4), dtype=np.uint8)
    assert _encoded(pixels_u8) == _encoded(pixels_u8.copy())


@pytest.mark.parametrize("pixels_u8", [np.zeros((3, 3, 2), np.uint8), np.zeros((3, 3), np.float32)])
def test_other_shapes_and_types_are_refused(pixels_u8):
    with pytest.raises(ValueError, match=r"a PNG takes uint8 \(H, W\)"):
        _encoded(pixels_u8)
