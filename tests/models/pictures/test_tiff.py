"""TIFF in all its layouts: every kind of sample, cut and packed in every way, gives its pixels."""

from itertools import product

import numpy as np
import pytest
from PIL import Image, ImageCms

from models.pictures.files import PictureError, count_pages, read_picture
from tests.helpers.tiff_writer import DEFLATE, LZW, PACKBITS, tiff_bytes, tiff_page

H, W = 21, 37
UNSIGNED = {8: np.uint8, 16: np.uint16, 32: np.uint32}


def _levels(channels: int) -> np.ndarray:
    """uint8 (H, W, channels), every channel unlike the others."""
    ramp = np.arange(H * W, dtype=np.uint32).reshape(H, W, 1)
    return ((ramp * np.array([1, 7, 13, 29, 3][:channels]) + 5) % 251).astype(np.uint8)


def _read(tmp_path, *pages, order="<", is_big=False, page=None):
    path = tmp_path / "a.tif"
    path.write_bytes(tiff_bytes(*pages, order=order, is_big=is_big))
    return read_picture(path, page=page)


def _grey(levels: np.ndarray) -> np.ndarray:
    return np.repeat(levels[..., :1], 3, axis=2)


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 10, 12, 16, 24, 32])
def test_grey_of_every_depth_has_white_paper(tmp_path, depth):
    white = 2**depth - 1
    levels = _levels(1)
    stored = (levels.astype(np.uint64) * white // 255).astype(np.uint32)
    expected = np.rint(stored * (255 / white)).astype(np.uint8)
    stored[0, 0], expected[0, 0] = white, 255
    for photometric, order in product((0, 1), "<>"):
        kept = white - stored if photometric == 0 else stored
        kept = kept.astype(UNSIGNED.get(depth, np.uint32))
        page = tiff_page(kept, photometric, depth=depth, order=order)
        picture = _read(tmp_path, page, order=order)
        assert np.array_equal(picture.rgba_u8[..., :3], _grey(expected))
        assert (picture.bit_depth, picture.has_alpha, picture.mode) == (depth, False, "L")


@pytest.mark.parametrize("depth", [16, 32, 64])
@pytest.mark.parametrize("photometric", [0, 1, 2])
def test_floats_run_from_nought_to_one(tmp_path, photometric, depth):
    levels = _levels(3 if photometric == 2 else 1)
    stored = (levels / 255).astype(f"f{depth // 8}")
    if photometric == 0:
        stored = (1 - levels / 255).astype(f"f{depth // 8}")
    stored[0, 0] = [np.nan, 7, -2][: stored.shape[2]]
    rgb = _read(tmp_path, tiff_page(stored, photometric)).rgba_u8[..., :3]
    assert np.array_equal(rgb[1:], (levels if photometric == 2 else _grey(levels))[1:])
    assert rgb[0, 0].tolist() == {0: [255] * 3, 1: [0] * 3, 2: [0, 255, 0]}[photometric]


LAYOUTS = {
    "strips": {},
    "tiles": {"tile": (16, 16)},
    "planes": {"is_separate": True},
    "planes in tiles": {"is_separate": True, "tile": (32, 16)},
    "one strip": {"rows_per_strip": H},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cut_under_every_compression(tmp_path, layout):
    deep = _levels(4).astype(np.uint16) * 257
    compressions = (1, LZW, DEFLATE, PACKBITS)
    for compression, order, is_big in product(compressions, "<>", (False, True)):
        predictor = 2 if compression in (LZW, DEFLATE) else 1
        page = tiff_page(
            deep, 2, extra=(2,), order=order, compression=compression, predictor=predictor,
            **LAYOUTS[layout],
        )  # fmt: skip
        picture = _read(tmp_path, page, order=order, is_big=is_big)
        assert np.array_equal(picture.rgba_u8, _levels(4))
        assert (picture.has_alpha, picture.mode) == (True, "RGBA")


@pytest.mark.parametrize("compression", [1, LZW])
@pytest.mark.parametrize("tile", [None, (16, 32)])
def test_bits_are_found_in_tiles_too(tmp_path, tile, compression):
    stored = (_levels(1) > 100).astype(np.uint8)
    page = tiff_page(stored, 0, depth=1, tile=tile, compression=compression)
    rgb = _read(tmp_path, page).rgba_u8[..., :3]
    assert np.array_equal(rgb, _grey((1 - stored) * np.uint8(255)))


@pytest.mark.parametrize("tile", [None, (16, 16)])
def test_floats_stored_as_differences(tmp_path, tile):
    stored = (_levels(3) / 255).astype(np.float32)
    page = tiff_page(stored, 2, compression=DEFLATE, predictor=3, tile=tile)
    assert np.array_equal(_read(tmp_path, page).rgba_u8[..., :3], _levels(3))


@pytest.mark.parametrize(
    ("photometric", "extra", "alpha_at"),
    [
        (1, (2,), 1), (1, (0,), None), (1, None, 1), (0, (2,), 1), (0, (0,), None),
        (2, (2,), 3), (2, (0,), None), (2, None, 3), (2, (0, 2), 4), (2, (2, 0), 3),
        (2, (0, 0), None),
    ],
)  # fmt: skip
def test_only_what_is_called_transparency_is_one(tmp_path, photometric, extra, alpha_at):
    extras = len(extra or (2,))
    levels = _levels((3 if photometric == 2 else 1) + extras)
    rgb = levels[..., :3] if photometric == 2 else _grey(levels)
    for stored in (levels, levels.astype(np.uint16) * 257):
        picture = _read(tmp_path, tiff_page(stored, photometric, extra=extra))
        assert np.array_equal(picture.rgba_u8[..., :3], 255 - rgb if photometric == 0 else rgb)
        alpha = 255 if alpha_at is None else levels[..., alpha_at]
        assert np.all(picture.rgba_u8[..., 3] == alpha)
        assert picture.has_alpha == (alpha_at is not None)
        is_left_out = any("no transparency" in note for note in picture.notes)
        assert is_left_out == (extras > picture.has_alpha)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("photometric", [1, 2])
def test_colors_are_freed_of_the_alpha_they_were_multiplied_by(tmp_path, photometric, depth):
    white = 2**depth - 1
    colors = 3 if photometric == 2 else 1
    levels = _levels(colors + 1)
    levels[..., -1] = np.where(levels[..., -1] < 128, 0, 255)
    levels[:4, :, -1] = 128
    share = levels[..., -1:] / 255
    stored = np.rint(levels / 255 * share * white).astype(UNSIGNED[depth])
    stored[..., -1:] = np.rint(share * white)
    rgba = _read(tmp_path, tiff_page(stored, photometric, extra=(1,))).rgba_u8
    assert np.array_equal(rgba[..., 3], levels[..., -1])
    seen = levels[..., -1] > 0
    expected = levels[..., :3] if photometric == 2 else _grey(levels)
    away = np.abs(rgba[..., :3][seen].astype(int) - expected[seen])
    assert away.max() <= (1 if depth == 8 else 0)


@pytest.mark.parametrize("depth", [1, 2, 4, 8])
def test_palettes_of_every_depth(tmp_path, depth):
    count = np.arange(2**depth)
    index = _levels(1) & np.uint8(count[-1])
    table = np.stack([count * 3 % 256, 255 - count, count * 5 % 256])
    for scale in (1, 257):
        colors = tuple(int(value) * scale for value in table.ravel())
        page = tiff_page(index, 3, depth=depth, tags={320: colors})
        assert np.array_equal(_read(tmp_path, page).rgba_u8[..., :3], table.T[index[..., 0]])


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("extra", [(), (0,), (2,)])
def test_inks_become_colors(tmp_path, depth, extra):
    is_separate = depth == 16
    levels = _levels(4 + len(extra))
    levels[0, 0, :4] = 0
    levels[0, 1, :4] = [0, 0, 0, 255]
    stored = levels.astype(UNSIGNED[depth]) * (257 if depth == 16 else 1)
    picture = _read(tmp_path, tiff_page(stored, 5, extra=extra or None, is_separate=is_separate))
    plain = np.asarray(Image.frombytes("CMYK", (W, H), levels[..., :4].tobytes()).convert("RGB"))
    assert np.array_equal(picture.rgba_u8[..., :3], plain)
    assert picture.rgba_u8[0, 0, :3].tolist() == [255] * 3
    assert picture.rgba_u8[0, 1, :3].max() < 60
    assert picture.has_alpha == (extra == (2,))
    assert picture.notes[0] == "converted from CMYK to sRGB"


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("photometric", [8, 9])
def test_lab_is_neutral_where_its_axes_are(tmp_path, photometric, depth):
    neutral = (1 << (depth - 1)) if photometric == 9 else 0
    white = 2**depth - 1
    stored = np.full((H, W, 3), neutral, UNSIGNED[depth])
    stored[..., 0] = white
    stored[1, :, 0] = 0
    stored[2, :, 0] = white // 2
    stored[2, :, 1] = neutral + (1 << (depth - 2))  # red
    rgb = _read(tmp_path, tiff_page(stored, photometric)).rgba_u8[..., :3]
    assert rgb[0].min() >= 254
    assert rgb[1].max() <= 1
    red, green, _ = rgb[2, 0].astype(int)
    assert red > green + 60


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_pages_stand_upright(tmp_path, orientation):
    levels = _levels(3)
    page = tiff_page(levels, 2, tags={274: orientation, 282: [(300, 1)], 283: [(150, 1)], 296: 2})
    picture = _read(tmp_path, page)
    turned = Image.fromarray(levels)
    exif = turned.getexif()
    exif[274] = orientation
    turned.save(tmp_path / "turned.png", exif=exif)
    assert np.array_equal(picture.rgba_u8, read_picture(tmp_path / "turned.png").rgba_u8)
    assert picture.dpi == ((150, 300) if orientation > 4 else (300, 150))


@pytest.mark.parametrize(
    ("tags", "dpi"),
    [
        ({}, None),
        ({282: [(0, 1)], 283: [(0, 1)], 296: 2}, None),
        ({282: [(300, 0)], 283: [(300, 0)], 296: 2}, None),
        ({282: [(300, 1)], 296: 2}, None),
        ({282: [(1, 1)], 283: [(1, 1)], 296: 1}, None),
        ({282: [(300, 1)], 283: [(300, 1)]}, (300, 300)),
        ({282: [(100, 1)], 283: [(200, 1)], 296: 3}, (254, 508)),
    ],
)
def test_resolution_is_what_the_file_states(tmp_path, tags, dpi):
    assert _read(tmp_path, tiff_page(_levels(3), 2, tags=tags)).dpi == dpi


def test_profile_stays_with_rgb_alone(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    page = tiff_page(_levels(3), 2, tags={34675: srgb})
    assert _read(tmp_path, page).icc_profile == srgb
    page = tiff_page(_levels(1), 1, tags={34675: srgb[:16] + b"GRAY" + srgb[20:]})
    picture = _read(tmp_path, page)
    assert picture.icc_profile is None
    assert picture.notes == ("its colour profile is none for RGB and was left out",)


def test_small_forms_and_masks_are_no_pages(tmp_path):
    first, second = _levels(3), 255 - _levels(3)
    small, mask = first[::4, ::4].copy(), (_levels(1) > 9).astype(np.uint8)
    file = (
        tiff_page(small, 2, tags={254: 1}),
        tiff_page(first, 2, tags={254: 0}),
        tiff_page(mask, 4, depth=1, tags={254: 4}),
        tiff_page(small, 2, tags={255: 2}),
        tiff_page(second, 2, tags={254: 2}),
    )
    assert np.array_equal(_read(tmp_path, *file, page=0).rgba_u8[..., :3], first)
    assert np.array_equal(_read(tmp_path, *file, page=1).rgba_u8[..., :3], second)
    assert count_pages(tmp_path / "a.tif") == 2
    assert "holds 2 pictures" in read_picture(tmp_path / "a.tif").notes[0]
    with pytest.raises(PictureError, match="no readable page 3"):
        _read(tmp_path, *file, page=2)


def test_a_file_of_small_forms_alone_is_read(tmp_path):
    page = tiff_page(_levels(3), 2, tags={254: 1})
    assert np.array_equal(_read(tmp_path, page).rgba_u8[..., :3], _levels(3))
    assert count_pages(tmp_path / "a.tif") == 1


@pytest.mark.parametrize("compression", ["jpeg", "group4"])
def test_small_forms_are_passed_over_in_what_pillow_reads(tmp_path, compression):
    mode = "1" if compression == "group4" else "RGB"
    drawn = Image.new("L", (W, H), 255)
    drawn.paste(0, (5, 5, 20, 15))
    small, first = drawn.resize((9, 5)).convert(mode), drawn.convert(mode)
    path = tmp_path / "a.tif"
    small.encoderinfo = {"tiffinfo": {254: 1}}
    first.save(path, save_all=True, append_images=[small], compression=compression)
    assert count_pages(path) == 1
    picture = read_picture(path)
    assert picture.notes == ()
    away = np.abs(picture.rgba_u8[..., :3].astype(int) - np.asarray(drawn)[..., None])
    assert away.mean() < 4


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (tiff_page(_levels(3), 32803), "a camera's raw data"),
        (tiff_page(_levels(4), 5, tags={332: 2}), "inks that are not CMYK"),
        (tiff_page(_levels(3).astype(np.int16), 2), "16-bit signed RGB"),
        (tiff_page(_levels(2), 2), "RGB of 2 channels"),
        (tiff_page(_levels(3), 2, tags={259: 34712}), "JPEG 2000"),
    ],
)
def test_kinds_that_are_not_read_are_named_and_not_called_damaged(tmp_path, page, words):
    with pytest.raises(PictureError, match=r"a\.tif: this kind of TIFF .*save it as") as caught:
        _read(tmp_path, page)
    assert words in str(caught.value)
    assert "damaged" not in str(caught.value)


@pytest.mark.parametrize("mark", [b"II\0*", b"MM*\0"])
def test_a_number_turned_round_is_no_hindrance(tmp_path, mark):
    order = "<" if mark.startswith(b"II") else ">"
    content = tiff_bytes(tiff_page(_levels(3), 2, order=order), order=order)
    (tmp_path / "a.tif").write_bytes(mark + content[4:])
    assert np.array_equal(read_picture(tmp_path / "a.tif").rgba_u8[..., :3], _levels(3))


def test_tiles_beyond_measure_are_refused(tmp_path):
    page = tiff_page(_levels(1), 1, compression=LZW, tile=(16, 16))
    with pytest.raises(PictureError, match="tiles are larger than any program writes them"):
        _read(tmp_path, {**page, 322: 1 << 20, 323: 1 << 20})


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "jpeg"])
def test_luma_and_chroma_become_colors(tmp_path, compression):
    colors = Image.fromarray(np.repeat(np.repeat(_levels(3)[:4, :4], 8, 0), 8, 1))
    colors.convert("YCbCr").save(tmp_path / "a.tif", compression=compression)
    rgb = read_picture(tmp_path / "a.tif").rgba_u8[..., :3]
    away = np.abs(rgb.astype(int) - np.asarray(colors))
    assert away.mean() < (8 if compression == "jpeg" else 2)


@pytest.mark.parametrize("compression", [1, LZW, DEFLATE, PACKBITS])
def test_files_cut_short_are_damaged(tmp_path, compression):
    page = tiff_page(_levels(3).astype(np.uint16) * 257, 2, compression=compression)
    page[None][-1] = page[None][-1][:20]
    with pytest.raises(PictureError, match=r"a\.tif: the file is damaged or cut short"):
        _read(tmp_path, page)


@pytest.mark.parametrize(("top", "white"), [(255, 255), (65535, 65535), (2**32 - 1, 2**32 - 1)])
def test_shallow_levels_in_deep_numbers_keep_their_white(tmp_path, top, white):
    stored = (_levels(1).astype(np.uint64) * top // 250).clip(0, top).astype(np.uint32)
    picture = _read(tmp_path, tiff_page(stored, 1))
    assert np.array_equal(picture.rgba_u8[..., 0], np.rint(stored[..., 0] * (255 / white)))
    assert f"{white} is taken for white" in picture.notes[0]
