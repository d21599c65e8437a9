"""PNG, JPEG, BMP, TGA and WebP in their odd forms: the right pixels, or what they are by name."""

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from models.pictures.files import PictureError, read_picture

H, W = 6, 5


def _rgba() -> np.ndarray:
    ramp = np.arange(H * W, dtype=np.uint32).reshape(H, W, 1)
    return ((ramp * np.array([8, 24, 40, 56]) + 8) % 256).astype(np.uint8)


def _read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    return read_picture(tmp_path / name)


def _tga(pixels, *, kind=2, depth=32, flags=8, table=b"", map_depth=0, attributes=None, ident=b""):
    count = len(table) * 8 // map_depth if map_depth else 0
    head = struct.pack(
        "<BBBHHBHHHHBB",
        len(ident),
        bool(table),
        kind,
        0,
        count,
        map_depth,
        0,
        0,
        W,
        H,
        depth,
        flags,
    )
    content = head + ident + table + pixels
    if attributes is not None:
        place = len(content)
        content += struct.pack("<H", 495) + bytes(492) + bytes([attributes])
        content += struct.pack("<II", place, 0) + b"TRUEVISION-XFILE.\0"
    return content


def _bgra(rgba: np.ndarray) -> bytes:
    """Bottom row first, as TGA and BMP have it."""
    return rgba[::-1, :, [2, 1, 0, 3][: rgba.shape[2]]].tobytes()


@pytest.mark.parametrize(
    ("flags", "attributes", "has_alpha"),
    [
        (0, None, False), (8, None, True), (8, 3, True), (8, 0, False), (8, 1, False),
        (8, 2, False), (0, 3, False), (1, None, True),
    ],
)  # fmt: skip
def test_tga_says_whether_its_fourth_channel_is_alpha(tmp_path, flags, attributes, has_alpha):
    picture = _read(tmp_path, "a.tga", _tga(_bgra(_rgba()), flags=flags, attributes=attributes))
    assert np.array_equal(picture.rgba_u8[..., :3], _rgba()[..., :3])
    assert np.all(picture.rgba_u8[..., 3] == (_rgba()[..., 3] if has_alpha else 255))
    assert picture.has_alpha == has_alpha
    assert picture.notes == ()


def test_tga_with_colors_multiplied_by_alpha(tmp_path):
    rgba = _rgba()
    rgba[..., 3] = np.where(rgba[..., 3] > 99, 255, 0)
    picture = _read(tmp_path, "a.tga", _tga(_bgra(rgba), attributes=4))
    seen = rgba[..., 3] > 0
    assert np.array_equal(picture.rgba_u8[seen], rgba[seen])
    assert np.array_equal(picture.rgba_u8[..., 3], rgba[..., 3])


@pytest.mark.parametrize("flags", [8, 0])
def test_alpha_left_empty_hides_no_drawing(tmp_path, flags):
    rgba = _rgba()
    rgba[..., 3] = 0
    picture = _read(tmp_path, "a.tga", _tga(_bgra(rgba), flags=flags))
    assert np.array_equal(picture.rgba_u8[..., :3], rgba[..., :3])
    assert picture.rgba_u8[..., 3].min() == 255
    assert not picture.has_alpha
    assert [("0 everywhere" in note) for note in picture.notes] == ([True] if flags else [])


@pytest.mark.parametrize("flags", [0x00, 0x10, 0x20, 0x30])
@pytest.mark.parametrize("kind", [2, 10])
def test_tga_from_any_corner(tmp_path, kind, flags):
    rgba = _rgba()
    stored = rgba[:, ::-1] if flags & 0x10 else rgba
    stored = stored[::-1] if flags & 0x20 else stored
    pixels = _bgra(np.ascontiguousarray(stored))
    if kind == 10:  # one packet of single pixels a row
        rows = [pixels[at : at + W * 4] for at in range(0, len(pixels), W * 4)]
        pixels = b"".join(bytes([W - 1]) + row for row in rows)
    picture = _read(tmp_path, "a.tga", _tga(pixels, kind=kind, flags=8 | flags, ident=b"hello"))
    assert np.array_equal(picture.rgba_u8, rgba)


@pytest.mark.parametrize("map_depth", [16, 24, 32])
@pytest.mark.parametrize("flags", [0, 8])
def test_tga_with_a_color_map(tmp_path, map_depth, flags):
    table = np.array([[248, 0, 64, 255], [0, 248, 8, 255], [16, 32, 248, 0]], np.uint8)
    index = (np.arange(H * W, dtype=np.uint8) % 3).reshape(H, W)
    if map_depth == 16:
        deep = (table >> 3).astype(np.uint16)
        packed = (table[:, 3] > 0) * 0x8000 | deep[:, 0] << 10 | deep[:, 1] << 5 | deep[:, 2]
        stored = packed.astype("<u2").tobytes()
        table = np.dstack([(deep[:, :3] * 255 // 31)[None], table[None, :, 3:]])[0].astype(np.uint8)
    else:
        stored = table[:, [2, 1, 0, 3][: map_depth // 8]].tobytes()
    content = _tga(
        index[::-1].tobytes(), kind=1, depth=8, flags=flags, table=stored, map_depth=map_depth
    )
    picture = _read(tmp_path, "a.tga", content)
    assert np.abs(picture.rgba_u8[..., :3].astype(int) - table[index][..., :3]).max() <= 1
    has_alpha = bool(flags) and map_depth != 24
    assert picture.has_alpha == has_alpha
    assert np.all(picture.rgba_u8[..., 3] == (table[index][..., 3] if has_alpha else 255))


@pytest.mark.parametrize("flags", [0, 1])
def test_tga_of_sixteen_bits(tmp_path, flags):
    rgba = _rgba() & 0xF8
    deep = (rgba >> 3).astype(np.uint16)
    is_seen = rgba[..., 3] > 99
    packed = is_seen * 0x8000 | deep[..., 0] << 10 | deep[..., 1] << 5 | deep[..., 2]
    content = _tga(packed[::-1].astype("<u2").tobytes(), depth=16, flags=flags)
    picture = _read(tmp_path, "a.tga", content)
    assert np.abs(picture.rgba_u8[..., :3].astype(int) - deep[..., :3] * 255 // 31).max() <= 1
    assert picture.has_alpha == bool(flags)
    assert np.all(picture.rgba_u8[..., 3] == (np.where(is_seen, 255, 0) if flags else 255))


def test_grey_tga_with_and_without_alpha(tmp_path):
    pixels = _rgba()[::-1, :, :2].tobytes()
    for flags in (0, 8):
        picture = _read(tmp_path, "a.tga", _tga(pixels, kind=3, depth=16, flags=flags))
        assert np.array_equal(picture.rgba_u8[..., 1], _rgba()[..., 0])
        assert np.all(picture.rgba_u8[..., 3] == (_rgba()[..., 1] if flags else 255))


def test_newer_tga_is_known_by_its_end(tmp_path):
    picture = _read(tmp_path, "frame.png", _tga(_bgra(_rgba()), attributes=3))
    assert picture.format == "TGA"
    assert np.array_equal(picture.rgba_u8, _rgba())


def _bmp(pixels, *, bits, masks=(), header=40, top_down=False, per_metre=0):
    compression = 3 if masks else 0
    height = -H if top_down else H
    head = struct.pack(
        "<IiiHHIIiiII", header, W, height, 1, bits, compression, 0, *[per_metre] * 2, 0, 0
    )
    kept = struct.pack(f"<{len(masks)}I", *masks)
    body = (head + kept).ljust(max(header, 40 + len(kept)), b"\0")
    return (
        struct.pack("<2sIHHI", b"BM", 14 + len(body) + len(pixels), 0, 0, 14 + len(body))
        + body
        + pixels
    )


V5 = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)


@pytest.mark.parametrize(
    ("facts", "has_alpha"),
    [
        ({}, False), ({"masks": V5[:3]}, False),
        ({"masks": V5, "header": 108}, True), ({"masks": V5, "header": 124}, True),
        ({"masks": (*V5[:3], 0), "header": 124}, False),
    ],
)  # fmt: skip
def test_bmp_of_four_channels(tmp_path, facts, has_alpha):
    picture = _read(tmp_path, "a.BMP", _bmp(_bgra(_rgba()), bits=32, **facts))
    assert np.array_equal(picture.rgba_u8[..., :3], _rgba()[..., :3])
    assert picture.has_alpha == has_alpha
    assert np.all(picture.rgba_u8[..., 3] == (_rgba()[..., 3] if has_alpha else 255))
    assert picture.dpi is None


def test_bmp_whose_alpha_is_left_empty(tmp_path):
    rgba = _rgba()
    rgba[..., 3] = 0
    picture = _read(tmp_path, "a.bmp", _bmp(_bgra(rgba), bits=32, masks=V5, header=124))
    assert np.array_equal(picture.rgba_u8[..., :3], rgba[..., :3])
    assert (picture.has_alpha, int(picture.rgba_u8[..., 3].min())) == (False, 255)
    assert "0 everywhere" in picture.notes[0]


@pytest.mark.parametrize("top_down", [False, True])
@pytest.mark.parametrize("masks", [(), (0xF800, 0x7E0, 0x1F), (0x7C00, 0x3E0, 0x1F)])
def test_bmp_of_sixteen_bits(tmp_path, masks, top_down):
    wide = masks[:1] == (0xF800,)
    deep = _rgba()[..., :3].astype(np.uint16) >> np.array([3, 2 if wide else 3, 3])
    packed = deep[..., 0] << (11 if wide else 10) | deep[..., 1] << 5 | deep[..., 2]
    rows = np.pad(packed if top_down else packed[::-1], ((0, 0), (0, W % 2))).astype("<u2")
    picture = _read(
        tmp_path, "a.bmp", _bmp(rows.tobytes(), bits=16, masks=masks, top_down=top_down)
    )
    expected = deep * 255 // np.array([31, 63 if wide else 31, 31])
    assert np.abs(picture.rgba_u8[..., :3].astype(int) - expected).max() <= 1


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(rows: bytes, depth: int, color: int, *extra: bytes, width=W, height=1):
    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), *extra, _chunk(b"IDAT", zlib.compress(rows)))
    return b"\x89PNG\r\n\x1a\n" + b"".join((*parts, _chunk(b"IEND", b"")))


@pytest.mark.parametrize(
    ("depth", "key", "packed"), [(1, 1, 0b10), (2, 1, 0b00011011), (4, 9, 0x19)]
)
def test_png_with_a_transparent_grey_of_few_bits(tmp_path, depth, key, packed):
    count = {1: 2, 2: 4, 4: 2}[depth]
    byte = packed << (6 if depth == 1 else 0)
    levels = [packed >> depth * (count - 1 - index) & (2**depth - 1) for index in range(count)]
    content = _png(bytes([0, byte]), depth, 0, _chunk(b"tRNS", struct.pack(">H", key)), width=count)
    picture = _read(tmp_path, "a.png", content)
    assert picture.has_alpha
    assert picture.rgba_u8[0, :, 3].tolist() == [0 if level == key else 255 for level in levels]
    assert picture.rgba_u8[0, :, 0].tolist() == [level * 255 // (2**depth - 1) for level in levels]


def test_png_with_a_transparent_color_of_sixteen_bits(tmp_path):
    pixels = [1000, 2000, 3000, 1001, 2000, 3000, 65535, 65535, 65535]
    clear = _chunk(b"tRNS", struct.pack(">3H", *pixels[:3]))
    content = _png(b"\0" + struct.pack(">9H", *pixels), 16, 2, clear, width=3)
    picture = _read(tmp_path, "a.png", content)
    assert picture.rgba_u8[0, :, 3].tolist() == [0, 255, 255]
    assert picture.rgba_u8[0, 2, :3].tolist() == [255] * 3
    assert (picture.has_alpha, picture.bit_depth) == (True, 16)


@pytest.mark.parametrize("unit", [0, 1])
@pytest.mark.parametrize("across", [0, 11811])
def test_png_resolution_is_taken_in_inches_alone(tmp_path, across, unit):
    sides = _chunk(b"pHYs", struct.pack(">IIB", across, across, unit))
    picture = _read(tmp_path, "a.png", _png(b"\0" + bytes(range(W)), 8, 0, sides))
    assert picture.dpi == (pytest.approx((300, 300), abs=0.1) if unit and across else None)


def test_apng_gives_what_is_seen_first(tmp_path):
    first, second = (
        Image.new("RGBA", (W, H), (9, 8, 7, 255)),
        Image.new("RGBA", (W, H), (0, 0, 0, 0)),
    )
    first.putpixel((0, 0), (200, 0, 0, 255))
    first.save(tmp_path / "a.png", save_all=True, append_images=[second])
    picture = read_picture(tmp_path / "a.png")
    assert picture.rgba_u8[0, :2].tolist() == [[200, 0, 0, 255], [9, 8, 7, 255]]
    assert picture.notes == ("holds 2 pictures (animation or pages); only the first is used",)


@pytest.mark.parametrize(
    ("marker", "depth", "words"), [(0xC1, 12, "12-bit"), (0xC3, 8, "lossless")]
)
def test_jpegs_of_other_kinds_are_not_called_damaged(tmp_path, marker, depth, words):
    path = tmp_path / "a.jpg"
    Image.fromarray(_rgba()[..., :3].copy()).save(path)
    content = bytearray(path.read_bytes())
    place = content.index(b"\xff\xc0")
    content[place + 1], content[place + 4] = marker, depth
    with pytest.raises(PictureError, match=rf"kind of JPEG \({words}\) is not read"):
        _read(tmp_path, "a.jpg", bytes(content))


def test_bmp_of_other_layouts_is_not_called_damaged(tmp_path):
    odd = _bmp(_bgra(_rgba()), bits=32, masks=(0x3FF, 0xFFC00, 0x3FF00000), header=40)
    with pytest.raises(PictureError, match=r"this kind of BMP \(bitfields layout\) is not read"):
        _read(tmp_path, "a.bmp", odd)


FOREIGN = {
    "a.gif": (b"GIF89a" + bytes(40), "GIF"),
    "gif_called.png": (b"GIF87a" + bytes(40), "GIF"),
    "a.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "a.avif": (b"\0\0\0\x20ftypavif" + bytes(40), "AVIF"),
    "heif_called.jpg": (b"\0\0\0\x20ftypheic" + bytes(40), "HEIF"),
    "a.clip": (b"CSFCHUNK" + bytes(40), "Clip Studio Paint"),
    "kra_called.png": (b"PK\3\4" + bytes(26) + b"mimetypeapplication/x-krita", "Krita"),
    "a.sai2": (bytes(60), "PaintTool SAI"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_kinds_are_named_with_what_is_read(tmp_path, name):
    content, kind = FOREIGN[name]
    with pytest.raises(PictureError) as caught:
        _read(tmp_path, name, content)
    assert f"{name}: is {kind}, which is not read here; export it as PNG" in str(caught.value)


@pytest.mark.parametrize("name", ["a.JFIF", "a.jpe", "a.JPG", "a.jif"])
def test_every_suffix_of_jpeg_is_one(tmp_path, name):
    Image.fromarray(_rgba()[..., :3].copy()).save(tmp_path / "b.jpg")
    picture = _read(tmp_path, name, (tmp_path / "b.jpg").read_bytes())
    assert picture.format == "JPEG"
