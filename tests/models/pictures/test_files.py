"""Promises about reading and writing pictures: every format, every kind of bad file."""

import errno
import struct
import warnings
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms
from psd_tools import PSDImage

from models.pictures.files import (
    PictureError,
    count_pages,
    read_picture,
    write_png,
)
from models.pictures.kinds import SUPPORTED_SUFFIXES

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _rgba(height: int = 12, width: int = 17) -> np.ndarray:
    ramp = np.arange(height * width, dtype=np.uint32).reshape(height, width)
    channels = [ramp % 251, (ramp * 7) % 253, (ramp * 13) % 255, 1 + (ramp * 3) % 255]
    return np.stack(channels, axis=-1).astype(np.uint8)


def _drawing() -> np.ndarray:
    line_u8 = np.full((40, 60), 255, np.uint8)
    cv2.circle(line_u8, (30, 20), 12, 0, 2, cv2.LINE_AA)
    return line_u8


def test_png_with_alpha_is_read_exactly(tmp_path):
    path = tmp_path / "a.png"
    Image.fromarray(_rgba()).save(path, dpi=(300, 300), icc_profile=SRGB)
    picture = read_picture(path)
    assert np.array_equal(picture.rgba_u8, _rgba())
    assert picture.has_alpha
    assert picture.icc_profile == SRGB
    assert picture.dpi == pytest.approx((300, 300), abs=0.1)
    assert (picture.format, picture.mode, picture.bit_depth) == ("PNG", "RGBA", 8)
    assert picture.notes == ()


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif", ".tga", ".bmp", ".psd"])
def test_opaque_pixels_are_the_files_own(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    rgb_u8 = _rgba()[..., :3].copy()
    image = Image.fromarray(rgb_u8)
    if suffix == ".psd":
        PSDImage.frompil(image).save(path, encoding="utf-8")
    elif suffix == ".webp":
        image.save(path, lossless=True)
    else:
        image.save(path)
    picture = read_picture(str(path))
    assert np.array_equal(picture.rgba_u8[..., :3], rgb_u8)
    assert np.all(picture.rgba_u8[..., 3] == 255)
    assert not picture.has_alpha
    assert suffix in SUPPORTED_SUFFIXES


def test_jpeg_is_read_closely(tmp_path):
    path = tmp_path / "a.jpg"
    Image.fromarray(_drawing()).save(path, quality=95, dpi=(72, 72))
    picture = read_picture(path)
    assert picture.format == "JPEG"
    assert np.abs(picture.rgba_u8[..., 0].astype(int) - _drawing()).mean() < 3
    assert picture.dpi == (72, 72)


def test_camera_orientation_is_applied(tmp_path):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[274] = 6  # stored lying, to be turned a quarter clockwise
    Image.fromarray(_drawing()).save(path, exif=exif, dpi=(100, 200), quality=95)
    picture = read_picture(path)
    assert picture.size.shape == (60, 40)
    assert picture.dpi == pytest.approx((200, 100), abs=0.1)


def test_tiff_orientation_is_applied_once(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(_rgba()[..., :3].copy()).save(path, tiffinfo={274: 3})
    assert np.array_equal(read_picture(path).rgba_u8[..., :3], _rgba()[::-1, ::-1, :3])


def test_tga_keeps_its_alpha(tmp_path):
    path = tmp_path / "a.TGA"
    Image.fromarray(_rgba()).save(path, compression="tga_rle")
    picture = read_picture(path)
    assert np.array_equal(picture.rgba_u8, _rgba())
    assert (picture.format, picture.has_alpha) == ("TGA", True)


def test_every_page_of_a_tiff_is_read(tmp_path):
    path = tmp_path / "a.tif"
    pages = [_rgba()[..., :3].copy(), _rgba(8, 9)[..., :3].copy(), 255 - _rgba()[..., :3]]
    first, *others = (Image.fromarray(page) for page in pages)
    first.save(path, save_all=True, append_images=others)
    assert count_pages(path) == 3
    for number, page in enumerate(pages):
        picture = read_picture(path, page=number)
        assert np.array_equal(picture.rgba_u8[..., :3], page)
        assert picture.notes == ()
    assert "holds 3 pictures" in read_picture(path).notes[0]
    with pytest.raises(PictureError, match="no readable page 4"):
        read_picture(path, page=3)


def test_other_files_have_one_page(tmp_path):
    path = tmp_path / "a.png"
    write_png(path, _drawing())
    assert count_pages(path) == 1
    with pytest.raises(PictureError, match="no such file"):
        count_pages(tmp_path / "b.tif")


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_sixteen_bit_grey_is_scaled(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    grey = np.array([[0, 257, 32896, 65535], [1000, 40000, 60000, 128]], np.uint16)
    Image.fromarray(grey).save(path)
    picture = read_picture(path)
    assert np.array_equal(picture.rgba_u8[..., 1], np.round(grey / 257).astype(np.uint8))
    assert picture.bit_depth == 16


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bit_color_is_scaled(tmp_path, name):
    deep = _rgba()[..., :3].astype(np.uint16) * 257
    cv2.imwrite(str(tmp_path / name), deep[..., ::-1])
    picture = read_picture(tmp_path / name)
    assert np.array_equal(picture.rgba_u8[..., :3], _rgba()[..., :3])
    assert picture.bit_depth == 16


def test_sixteen_bit_grey_keeps_its_transparent_level(tmp_path):
    path = tmp_path / "a.png"
    grey = np.array([[0, 500, 65535]], np.uint16)
    Image.fromarray(grey).save(path, transparency=500)
    picture = read_picture(path)
    assert picture.has_alpha
    assert picture.rgba_u8[0, :, 3].tolist() == [255, 0, 255]


def test_float_tiff_runs_from_zero_to_one(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(np.array([[0, 0.5, 1, 3]], np.float32)).save(path)
    assert read_picture(path).rgba_u8[0, :, 0].tolist() == [0, 128, 255, 255]


def test_bilevel_and_grey_alpha_are_read(tmp_path):
    Image.fromarray(_drawing()).convert("1").save(tmp_path / "one.png")
    assert read_picture(tmp_path / "one.png").bit_depth == 1
    Image.fromarray(_rgba()[..., 2:].copy()).save(tmp_path / "la.png")
    picture = read_picture(tmp_path / "la.png")
    assert np.array_equal(picture.rgba_u8[..., [0, 3]], _rgba()[..., 2:])
    assert picture.has_alpha


def test_palette_with_transparency_becomes_alpha(tmp_path):
    path = tmp_path / "a.png"
    image = Image.fromarray(np.array([[0, 1, 2]], np.uint8)).convert("P")
    image.putpalette([10, 20, 30, 40, 50, 60, 70, 80, 90])
    image.save(path, transparency=bytes([255, 128, 0]))
    picture = read_picture(path)
    assert picture.rgba_u8[0].tolist() == [[10, 20, 30, 255], [40, 50, 60, 128], [70, 80, 90, 0]]
    assert picture.has_alpha


def test_cmyk_is_converted_and_loses_its_profile(tmp_path):
    path = tmp_path / "a.tif"
    ink = np.zeros((4, 4, 4), np.uint8)
    ink[:2, :, 3] = 255
    image = Image.frombytes("CMYK", (4, 4), ink.tobytes())
    image.save(path, icc_profile=b"\0" * 200)
    picture = read_picture(path)
    assert picture.icc_profile is None
    assert picture.rgba_u8[0, 0, :3].max() < 60
    assert picture.rgba_u8[3, 3, :3].min() == 255
    assert any("CMYK" in note for note in picture.notes)


def test_cmyk_jpeg_has_white_paper(tmp_path):
    path = tmp_path / "a.jpg"
    Image.fromarray(_drawing()).convert("CMYK").save(path, quality=95)
    assert read_picture(path).rgba_u8[0, 0, :3].min() > 250


def test_profile_that_is_not_rgb_is_dropped(tmp_path):
    path = tmp_path / "a.png"
    grey_profile = bytearray(SRGB)
    grey_profile[16:20] = b"GRAY"
    Image.fromarray(_drawing()).save(path, icc_profile=bytes(grey_profile))
    picture = read_picture(path)
    assert picture.icc_profile is None
    assert picture.notes == ("its colour profile is none for RGB and was left out",)


def test_content_decides_over_the_suffix(tmp_path):
    path = tmp_path / "really_a_png.jpg"
    Image.fromarray(_rgba()).save(path, format="PNG")
    assert read_picture(path).format == "PNG"


@pytest.mark.parametrize("suffix", [".webp", ".png", ".tif"])
def test_animation_gives_its_first_frame_and_says_so(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    first, second = Image.new("RGB", (9, 9), (1, 2, 3)), Image.new("RGB", (9, 9), (200, 0, 0))
    options = {"lossless": True} if suffix == ".webp" else {}
    first.save(path, save_all=True, append_images=[second], **options)
    picture = read_picture(path)
    assert picture.rgba_u8[4, 4, :3].tolist() == [1, 2, 3]
    assert "2 pictures" in picture.notes[0]


@pytest.mark.parametrize("shape", [(1, 1), (1, 20_000), (20_000, 1), (3, 20_000)])
def test_extreme_sides_are_accepted(tmp_path, shape):
    path = tmp_path / "a.png"
    Image.fromarray(np.full(shape, 200, np.uint8)).save(path)
    assert read_picture(path).size.shape == shape


def _png_header(width: int, height: int) -> bytes:
    body = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + body
    data = b"IDAT" + zlib.compress(b"\0" * 32)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (chunk, data)
    )


def test_pictures_above_the_limit_are_refused_without_decoding(tmp_path):
    path = tmp_path / "bomb.png"
    path.write_bytes(_png_header(50_000, 50_000))
    with pytest.raises(PictureError, match=r"bomb\.png: 50000×50000 .*limit of 200 megapixels"):
        read_picture(path)


def test_huge_psd_is_refused_by_its_header(tmp_path):
    path = tmp_path / "bomb.psd"
    path.write_bytes(struct.pack(">4sH6sHIIHH", b"8BPS", 2, b"", 3, 300_000, 300_000, 8, 3))
    with pytest.raises(PictureError, match="limit"):
        read_picture(path)


def test_truncated_png_is_named_with_a_remedy(tmp_path):
    path = tmp_path / "cut.png"
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(PictureError, match=r"cut\.png: .*damaged or cut short.*copy it again"):
        read_picture(path)


@pytest.mark.parametrize("keep", [9, 20, 30])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif", ".bmp", ".psd"])
def test_stumps_of_every_format_are_refused(tmp_path, suffix, keep):
    path = tmp_path / f"stump{suffix}"
    if suffix == ".psd":
        PSDImage.frompil(Image.fromarray(_drawing())).save(path)
    else:
        Image.fromarray(_drawing()).save(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(PictureError, match="stump"):
        read_picture(path)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif", ".bmp", ".psd"])
def test_half_a_file_never_escapes_as_another_error(tmp_path, suffix):
    path = tmp_path / f"half{suffix}"
    noise = Image.fromarray(np.random.default_rng(2).integers(0, 256, (40, 40, 3), dtype=np.uint8))
    if suffix == ".psd":
        PSDImage.frompil(noise).save(path)
    else:
        noise.save(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(PictureError, match="half"):
        read_picture(path)


def test_empty_missing_folder_and_foreign_files_are_told_apart(tmp_path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("not a picture at all, but rather a longer piece of text")
    (tmp_path / "folder.png").mkdir()
    for name, words in (
        ("empty.png", "0 bytes"),
        ("text.png", "not a picture"),
        ("folder.png", "is a folder"),
        ("missing.png", "no such file"),
    ):
        with pytest.raises(PictureError, match=words) as caught:
            read_picture(tmp_path / name)
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)


def test_unreadable_file_is_named(tmp_path, monkeypatch):
    path = tmp_path / "secret.png"
    Image.fromarray(_drawing()).save(path)

    def refuse(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PictureError, match=r"secret\.png: may not be read"):
        read_picture(path)


def test_names_in_any_script_are_read_and_written(tmp_path):
    path = tmp_path / "線画 дракон ñ.png"
    write_png(path, _rgba())
    assert np.array_equal(read_picture(path).rgba_u8, _rgba())


def test_written_png_keeps_pixels_profile_and_resolution(tmp_path):
    path = tmp_path / "out.png"
    write_png(path, _rgba(), icc_profile=SRGB, dpi=(350.0, 350.0))
    picture = read_picture(path)
    assert np.array_equal(picture.rgba_u8, _rgba())
    assert picture.icc_profile == SRGB
    assert picture.dpi == pytest.approx((350, 350), abs=0.1)


def test_written_channels_follow_the_array(tmp_path):
    write_png(tmp_path / "rgb.png", _rgba()[..., :3])
    write_png(tmp_path / "grey.png", _drawing())
    assert read_picture(tmp_path / "rgb.png").mode == "RGB"
    assert read_picture(tmp_path / "grey.png").mode == "L"


def test_psd_of_psd_tools_has_no_transparency_without_layers(tmp_path):
    path = tmp_path / "a.psd"
    PSDImage.frompil(Image.fromarray(_rgba())).save(path, encoding="utf-8")
    picture = read_picture(path)
    assert not picture.has_alpha
    assert np.array_equal(picture.rgba_u8[..., :3], _rgba()[..., :3])
    assert picture.format == "PSD"


def test_a_file_that_others_left_open_is_no_damage(tmp_path, monkeypatch):
    write_png(tmp_path / "a.png", _rgba())
    original = Image.open

    def opened(*arguments, **options):
        warnings.warn("unclosed file", ResourceWarning, stacklevel=1)
        return original(*arguments, **options)

    monkeypatch.setattr(Image, "open", opened)
    assert read_picture(tmp_path / "a.png").notes == ()
