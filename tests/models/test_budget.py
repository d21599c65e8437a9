"""Pictures that ask for more than they hold, or than is read, are refused in time."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from models.budget import BudgetError, check_layers, check_png_rows, check_size, read_png
from models.pictures.files import PictureError, read_picture

COLOR_KINDS = {"L": 0, "RGB": 2, "P": 3, "LA": 4, "RGBA": 6}


def _chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def _png(size, rows: int, *, kind: int = 2, samples: int = 3) -> bytes:
    """A grey picture of this width and height whose data end, in all order, after some rows."""
    head = struct.pack(">IIBBBBB", *size, 8, kind, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + b"\x80" * size[0] * samples for _ in range(rows)))
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture
def undecoded(monkeypatch):
    """Nothing may be unpacked."""

    def fail(*_: object) -> None:
        pytest.fail("was unpacked")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", fail)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_png((1, 199_999_999), 1), r"1×199999999 pixels are longer than the limit of 300000"),
        (_png((199_999_999, 1), 0), r"199999999×1 pixels are longer than the limit of 300000"),
        (_png((20_000, 20_000), 1), r"more than the limit of 200 megapixels"),
        (_png((300, 14_000), 3), r"damaged or cut short \(it is too short for 300×14000 pixels\)"),
        (_png((14_000, 14_000), 1), r"too short for 14000×14000 pixels"),
    ],
)
def test_claims_of_a_png_are_refused_before_they_are_unpacked(tmp_path, undecoded, content, said):
    path = tmp_path / "claim.png"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=rf"claim\.png: .*{said}"):
        read_picture(path)


def test_claims_of_a_jpeg_are_refused_before_they_are_unpacked(tmp_path, undecoded):
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "white").save(stream, "JPEG")
    content = bytearray(stream.getvalue())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", 14_000, 14_000)
    path = tmp_path / "claim.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=r"too short for 14000×14000 pixels"):
        read_picture(path)


@pytest.mark.parametrize(("kind", "samples"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_rows_that_are_missing_are_told_however_neatly_the_data_end(tmp_path, kind, samples):
    path = tmp_path / "half.png"
    path.write_bytes(_png((30, 140), 70, kind=kind, samples=samples))
    with pytest.raises(PictureError, match=r"cut short \(about 70 of 140 rows are there\)"):
        read_picture(path)
    path.write_bytes(_png((30, 140), 139, kind=kind, samples=samples))
    with pytest.raises(PictureError, match=r"about 139 of 140 rows"):
        read_picture(path)
    path.write_bytes(_png((30, 140), 140, kind=kind, samples=samples))
    assert read_picture(path).rgba_u8[139, 29, 0] == 128


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "LA", "1"])
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (8, 9), (21, 17)])
def test_whole_pictures_hold_exactly_what_they_promise(mode, size):
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, "PNG")
    check_png_rows(stream)
    data = read_png(stream)
    stretches = [stream.getvalue()[place : place + length] for place, length in data.stretches]
    assert len(zlib.decompress(b"".join(stretches))) == data.needed


def test_the_passes_of_an_interlaced_picture_are_counted():
    sizes = ((1, 1), (4, 5), (8, 8), (13, 11))
    for width, height in sizes:
        passes = [
            np.zeros((height, width))[top::down, left::across].shape
            for left, top, across, down in (
                (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
                (0, 1, 1, 2),
            )
        ]  # fmt: skip
        expected = sum(h * (1 + 3 * w) for h, w in passes if h and w)
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
        packed = _chunk(b"IDAT", bytes(40))
        content = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + packed
        assert read_png(io.BytesIO(content)).needed == expected


def test_a_blank_picture_of_great_size_is_no_false_claim(tmp_path):
    for name in ("a.png", "a.jpg"):
        Image.new("L", (4000, 3000), 0).save(tmp_path / name)
        assert read_picture(tmp_path / name).size.shape == (3000, 4000)


def test_sizes_and_layers_have_limits():
    check_size(300_000, 600)
    check_layers(8, 14_000, 14_000)
    for width, height in ((0, 5), (5, -1), (300_001, 1), (15_000, 15_000)):
        with pytest.raises(BudgetError):
            check_size(width, height)
    for count, side in ((101, 1), (9, 14_000)):
        with pytest.raises(BudgetError, match="merge some"):
            check_layers(count, side, side)
