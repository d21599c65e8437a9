"""Promises about saved layers: what other programs read back is what was given."""

import zipfile
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage

from app.document.layer import BlendMode
from app.errors import LayerError
from app.export.layers import ExportGroup, ExportLayer, merged_rows
from app.export.ora import write_ora
from app.export.png import colored_rows, write_merged_png
from app.export.psd import PAPER_NAME, write_psd
from models.files.whole import FileError
from models.geometry import Size
from models.pictures.files import read_picture, write_png
from models.regions.drawn_lines import LineKind, find_line_kind

SIZE = Size(23, 31)


def _noise(seed: int, *, opaque: bool = False) -> np.ndarray:
    rgba_u8 = np.random.default_rng(seed).integers(0, 256, (*SIZE.shape, 4), dtype=np.uint8)
    rgba_u8[:5, :, 3] = 255
    rgba_u8[5:9, :, 3] = 0
    if opaque:
        rgba_u8[..., 3] = 255
    return rgba_u8


def _layers() -> tuple[ExportLayer | ExportGroup, ...]:
    return (
        ExportLayer(name="Colour", rgba_u8=_noise(1, opaque=True)),
        ExportGroup(
            name="影 / тени",
            children=(
                ExportLayer(name="Shade", rgba_u8=_noise(2), blend=BlendMode.MULTIPLY),
                ExportLayer(name="隠し", rgba_u8=_noise(3), visible=False),
            ),
            opacity=0.5,
        ),
        ExportLayer(name="線画 <&\"' ✒", rgba_u8=_noise(4), blend=BlendMode.MULTIPLY),
        ExportLayer(name="Hints", rgba_u8=_noise(5), opacity=0.25),
    )


def _flat_leaves() -> list[ExportLayer]:
    color, group, line, hints = _layers()
    return [color, *group.children, line, hints]


def test_multiply_over_opaque_color_is_the_product():
    below, above = _noise(1, opaque=True), _noise(2, opaque=True)
    layers = (
        ExportLayer(name="a", rgba_u8=below),
        ExportLayer(name="b", rgba_u8=above, blend=BlendMode.MULTIPLY),
    )
    product = np.rint(below[..., :3].astype(float) * above[..., :3] / 255)
    assert np.array_equal(merged_rows(layers, SIZE)[:][..., :3], product)


def test_screen_over_opaque_color_brightens_as_specified():
    below, above = _noise(1, opaque=True), _noise(2, opaque=True)
    layers = (
        ExportLayer(name="a", rgba_u8=below),
        ExportLayer(name="b", rgba_u8=above, blend=BlendMode.SCREEN),
    )
    dark = (255.0 - below[..., :3]) * (255.0 - above[..., :3]) / 255
    assert np.abs(merged_rows(layers, SIZE)[:][..., :3] - (255 - dark)).max() <= 0.51


def test_single_layer_is_flattened_to_itself():
    rgba_u8 = _noise(1)
    merged_u8 = merged_rows((ExportLayer(name="a", rgba_u8=rgba_u8),), SIZE)[:]
    shown = rgba_u8[..., 3] > 0
    assert np.array_equal(merged_u8[shown], rgba_u8[shown])
    assert np.array_equal(merged_u8[..., 3], rgba_u8[..., 3])


def test_hidden_and_clear_layers_add_nothing():
    base = ExportLayer(name="a", rgba_u8=_noise(1, opaque=True))
    extra = (
        ExportLayer(name="b", rgba_u8=_noise(2), visible=False),
        ExportLayer(name="c", rgba_u8=_noise(3), opacity=0),
        ExportGroup(name="d", children=(ExportLayer(name="e", rgba_u8=_noise(4)),), visible=False),
    )
    assert np.array_equal(merged_rows((base, *extra), SIZE)[:], merged_rows((base,), SIZE)[:])


def test_bands_do_not_show(monkeypatch):
    whole = merged_rows(_layers(), SIZE)[:]
    monkeypatch.setattr("app.export.layers._BAND_PIXELS", 1)
    assert np.array_equal(merged_rows(_layers(), SIZE)[:], whole)


def test_layers_that_do_not_fit_are_named():
    outside = ExportLayer(name="odd", rgba_u8=np.zeros((2, 2, 4), np.uint8), left=30)
    with pytest.raises(LayerError, match=r"'odd' must be uint8 RGBA of 31×23"):
        merged_rows((outside,), SIZE)[:]
    grey = ExportLayer(name="grey", rgba_u8=np.zeros(SIZE.shape, np.uint8))
    with pytest.raises(LayerError, match=r"'grey' must be uint8 RGBA"):
        merged_rows((grey,), SIZE)[:]
    with pytest.raises(LayerError, match="no layer"):
        merged_rows((ExportGroup(name="empty", children=()),), SIZE)[:]


def test_openraster_is_laid_out_as_specified(tmp_path):
    path = tmp_path / "a.ora"
    write_ora(path, _layers(), SIZE, dpi=(300.0, 299.7))
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        assert path.read_bytes()[30:54] == b"mimetypeimage/openraster"
        image = ElementTree.fromstring(archive.read("stack.xml"))
        thumbnail = Image.open(archive.open("Thumbnails/thumbnail.png"))
        assert max(thumbnail.size) <= 256
    assert image.attrib.items() >= {"w": "31", "h": "23", "xres": "300", "yres": "300"}.items()
    top_down = list(image.find("stack"))
    assert [node.get("name") for node in top_down] == [
        "Hints",
        "線画 <&\"' ✒",
        "影 / тени",
        "Colour",
    ]
    assert [node.get("composite-op") for node in top_down] == [
        "svg:src-over",
        "svg:multiply",
        "svg:src-over",
        "svg:src-over",
    ]
    assert top_down[2].get("opacity") == "0.5"
    hidden = top_down[2].find("layer")
    assert (hidden.get("name"), hidden.get("visibility")) == ("隠し", "hidden")


def test_openraster_layers_are_bit_identical(tmp_path):
    path = tmp_path / "a.ora"
    write_ora(path, _layers(), SIZE)
    given = {layer.name: layer.rgba_u8 for layer in _flat_leaves()}
    with zipfile.ZipFile(path) as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
        entries = list(image.iter("layer"))
        assert len(entries) == len(given)
        for entry in entries:
            stored = np.array(Image.open(archive.open(entry.get("src"))))
            assert np.array_equal(stored, given[entry.get("name")])
        merged_u8 = np.array(Image.open(archive.open("mergedimage.png")))
    assert np.array_equal(merged_u8, merged_rows(_layers(), SIZE)[:])


def test_same_layers_give_the_same_openraster_bytes(tmp_path):
    write_ora(tmp_path / "a.ora", _layers(), SIZE)
    write_ora(tmp_path / "b.ora", _layers(), SIZE)
    assert (tmp_path / "a.ora").read_bytes() == (tmp_path / "b.ora").read_bytes()


def test_psd_layers_are_bit_identical(tmp_path):
    path = tmp_path / "線.psd"
    write_psd(path, _layers(), SIZE, dpi=(300.0, 300.0))
    psd = PSDImage.open(path)
    assert (psd.width, psd.height, psd.channels) == (31, 23, 3)
    assert [layer.name for layer in psd] == [
        PAPER_NAME,
        "Colour",
        "影 / тени",
        "線画 <&\"' ✒",
        "Hints",
    ]
    leaves = [layer for layer in psd.descendants() if not layer.is_group()]
    assert np.all(np.array(leaves[0].topil()) == 255)
    for stored, given in zip(leaves[1:], _flat_leaves(), strict=True):
        assert stored.name == given.name
        assert stored.is_visible() == given.visible
        assert stored.opacity == round(given.opacity * 255)
        assert stored.blend_mode.name == given.blend.name
        bands = [stored.topil(channel) for channel in (0, 1, 2, -1)]
        pixels = np.dstack([np.array(band) for band in bands])
        assert np.array_equal(pixels, given.rgba_u8)
    group = psd[2]
    assert group.is_group()
    assert group.opacity == 128


def test_psd_merged_picture_is_the_layers_on_white(tmp_path):
    path = tmp_path / "a.psd"
    write_psd(path, _layers(), SIZE, dpi=(300.0, 150.0))
    picture = read_picture(path)
    expected = merged_rows(_layers(), SIZE, on_white=True)[:]
    assert np.array_equal(picture.rgba_u8, expected)
    assert picture.dpi == (300, 150)
    assert not picture.has_alpha


def test_psd_agrees_with_what_psd_tools_merges(tmp_path):
    path = tmp_path / "a.psd"
    write_psd(path, _layers(), SIZE)
    merged = np.array(PSDImage.open(path).composite(ignore_preview=True).convert("RGB"))
    expected = merged_rows(_layers(), SIZE, on_white=True)[:][..., :3]
    assert np.abs(merged.astype(int) - expected).max() <= 2


def test_psd_takes_very_long_names(tmp_path):
    path = tmp_path / "a.psd"
    write_psd(path, (ExportLayer(name="線" * 200, rgba_u8=_noise(1)),), SIZE)
    assert PSDImage.open(path)[1].name == "線" * 200


def test_psd_beyond_the_formats_side_names_the_other_format(tmp_path):
    layer = ExportLayer(name="a", rgba_u8=np.zeros((1, 30_001, 4), np.uint8))
    with pytest.raises(LayerError, match=r"30000 pixels a side.*OpenRaster"):
        write_psd(tmp_path / "a.psd", (layer,), Size(1, 30_001))
    assert list(tmp_path.iterdir()) == []


def test_openraster_names_what_xml_cannot_hold(tmp_path):
    path = tmp_path / "a.ora"
    write_ora(path, (ExportLayer(name="a\x00b\x1b\ud800c", rgba_u8=_noise(1)),), SIZE)
    with zipfile.ZipFile(path) as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
    assert image.find("stack/layer").get("name") == "abc"


@pytest.mark.parametrize("write", [write_ora, write_psd])
def test_failed_save_names_the_path_and_leaves_nothing(tmp_path, write):
    with pytest.raises(FileError, match=r"nowhere.*does not exist"):
        write(tmp_path / "nowhere" / "a.file", _layers(), SIZE)
    assert list(tmp_path.iterdir()) == []


def test_merged_png_is_rgb_only_where_all_is_opaque(tmp_path):
    write_merged_png(tmp_path / "a.png", _layers(), SIZE, dpi=(72.0, 72.0))
    opaque = read_picture(tmp_path / "a.png")
    assert opaque.mode == "RGB"
    assert np.array_equal(opaque.rgba_u8, merged_rows(_layers(), SIZE)[:])
    write_merged_png(tmp_path / "b.png", _layers()[2:], SIZE)
    assert read_picture(tmp_path / "b.png").mode == "RGBA"


def _picture(tmp_path, pixels_u8):
    write_png(tmp_path / "in.png", pixels_u8)
    return read_picture(tmp_path / "in.png")


def test_color_lies_under_the_artists_lines(tmp_path):
    line_u8 = np.full(SIZE.shape, 255, np.uint8)
    line_u8[10:13] = 0
    line_u8[13] = 128
    color_u8 = _noise(1)[..., :3]
    painted = colored_rows(_picture(tmp_path, line_u8), color_u8)[:]
    assert painted.shape == (*SIZE.shape, 3)
    assert np.all(painted[10:13] == 0)
    assert np.array_equal(painted[:10], color_u8[:10])
    assert np.array_equal(painted[13], np.rint(color_u8[13] * (128 / 255)))


def test_colored_ink_keeps_its_hue(tmp_path):
    rgb_u8 = np.full((*SIZE.shape, 3), 255, np.uint8)
    rgb_u8[4] = (20, 40, 160)
    painted = colored_rows(_picture(tmp_path, rgb_u8), np.full_like(rgb_u8, 255))[:]
    assert np.array_equal(painted, rgb_u8)


def test_alpha_around_paper_is_kept(tmp_path):
    rgba_u8 = np.full((*SIZE.shape, 4), 255, np.uint8)
    rgba_u8[8, :, :3] = 0
    rgba_u8[:, :9, 3] = np.arange(9)
    picture = _picture(tmp_path, rgba_u8)
    assert find_line_kind(picture.rgba_u8) is LineKind.DARK
    painted = colored_rows(picture, _noise(1))[:]
    assert np.array_equal(painted[..., 3], rgba_u8[..., 3])


def test_ink_on_a_transparent_sheet_shows_its_colors(tmp_path):
    rgba_u8 = np.zeros((*SIZE.shape, 4), np.uint8)
    rgba_u8[10:12, :, 3] = 255
    rgba_u8[12, :, 3] = 100
    picture = _picture(tmp_path, rgba_u8)
    assert find_line_kind(picture.rgba_u8) is LineKind.ALPHA
    color_u8 = _noise(1)
    painted = colored_rows(picture, color_u8)[:]
    assert np.all(painted[..., 3] == 255)
    assert np.all(painted[10:12, :, :3] == 0)
    assert np.array_equal(painted[:10, :, :3], color_u8[:10, :, :3])
