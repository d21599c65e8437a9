"""PSD files as a second library reads them, and as psd-tools merges them."""

import numpy as np
import photoshopapi
import pytest
from psd_tools import PSDImage

from app.errors import LayerError
from app.export import psd as psd_module
from app.export.coloring import layers_of
from app.export.layers import ExportGroup, ExportLayer, merged_rows
from app.export.psd import PAPER_NAME, write_psd
from models.geometry import Size
from models.hints.hints import HintSet, PointHint
from models.pictures.files import read_picture
from tests.helpers.colored import NAMES, PROFILE, SIZE, SKIN, colored, drawn, soft_sheet

HINTS = HintSet((PointHint(20, 20, SKIN, 3.0),))
CHANNELS = (0, 1, 2, -1)


def _written(tmp_path, layers, *, suffix=".psd", size=SIZE):
    path = tmp_path / f"着色{suffix}"
    write_psd(path, layers, size, dpi=(300.0, 150.0), icc_profile=PROFILE)
    return path


def _same(stored, given):
    """A layer as the second library read it against what was given."""
    if isinstance(given, ExportGroup):
        children = list(reversed(list(stored.layers)))
        assert stored.name == given.name
        assert len(children) == len(given.children)
        for below, wanted in zip(children, given.children, strict=True):
            _same(below, wanted)
        return
    assert (stored.name, stored.is_visible) == (given.name, given.visible)
    assert (stored.clipping_mask, stored.blend_mode.name) == (given.clipped, given.blend.value)
    assert stored.opacity == pytest.approx(given.opacity, abs=1 / 255)
    pixels = stored.get_image_data()
    rgba_u8 = np.dstack([pixels[channel] for channel in CHANNELS])
    assert np.array_equal(rgba_u8, given.rgba_u8[:])
    height, width = rgba_u8.shape[:2]
    assert (stored.center_x, stored.center_y) == (given.left + width / 2, given.top + height / 2)


@pytest.mark.parametrize("suffix", [".psd", ".psb"])
@pytest.mark.parametrize("is_by_color", [False, True])
def test_second_library_reads_every_layer_bit_by_bit(tmp_path, suffix, is_by_color):
    layers = layers_of(drawn(soft_sheet()), colored(), HINTS, is_by_color=is_by_color, names=NAMES)
    file = photoshopapi.LayeredFile.read(str(_written(tmp_path, layers, suffix=suffix)))
    assert (file.width, file.height) == (SIZE.width, SIZE.height)
    stored = list(reversed(list(file.layers)))
    assert stored[0].name == PAPER_NAME
    assert len(stored) == len(layers) + 1
    for below, wanted in zip(stored[1:], layers, strict=True):
        _same(below, wanted)


@pytest.mark.parametrize("suffix", [".psd", ".psb"])
def test_profile_and_resolution_are_kept(tmp_path, suffix):
    path = _written(tmp_path, layers_of(drawn(), colored(), HINTS), suffix=suffix)
    file = photoshopapi.LayeredFile.read(str(path))
    assert bytes(np.asarray(file.icc, dtype=np.uint8)) == PROFILE
    assert file.dpi == 300
    picture = read_picture(path)
    assert (picture.icc_profile, picture.dpi) == (PROFILE, (300, 150))


def test_psd_tools_merges_the_clipped_group_alike(tmp_path):
    layers = layers_of(drawn(), colored(), HintSet())
    merged = PSDImage.open(_written(tmp_path, layers)).composite(
        ignore_preview=True, apply_icc=False
    )
    wanted = merged_rows(layers, SIZE, on_white=True)[:][..., :3].astype(int)
    assert np.abs(np.array(merged.convert("RGB")) - wanted).max() <= 2


def test_merged_picture_is_the_colored_picture_on_white(tmp_path):
    layers = layers_of(drawn(), colored(), HINTS)
    picture = read_picture(_written(tmp_path, layers))
    assert np.array_equal(picture.rgba_u8, merged_rows(layers, SIZE, on_white=True)[:])


def test_bands_do_not_show(tmp_path, monkeypatch):
    layers = layers_of(drawn(soft_sheet()), colored(), HINTS)
    whole = _written(tmp_path, layers).read_bytes()
    monkeypatch.setattr("models.rows.BAND_BYTES", 1)
    monkeypatch.setattr(psd_module, "_SPOOL_BYTES", 16)
    assert _written(tmp_path, layers).read_bytes() == whole


def test_beyond_two_gibibytes_the_large_form_is_named_and_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(psd_module, "MAX_BYTES", 2000)
    path = tmp_path / "a.psd"
    path.write_bytes(b"old")
    with pytest.raises(LayerError, match=r"a\.psd: .*2 GiB of a PSD; save as \.psb or as OpenR"):
        write_psd(path, layers_of(drawn(), colored(), HINTS), SIZE)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.psd"]
    large = _written(tmp_path, layers_of(drawn(), colored(), HINTS), suffix=".psb")
    assert len(list(photoshopapi.LayeredFile.read(str(large)).layers)) == 4


def test_large_form_takes_longer_sides(tmp_path):
    rgba_u8 = np.full((2, 30_001, 4), 255, np.uint8)
    rgba_u8[1, ::7] = (1, 2, 3, 4)
    layer = ExportLayer(name="wide", rgba_u8=rgba_u8)
    path = _written(tmp_path, (layer,), suffix=".psb", size=Size(2, 30_001))
    file = photoshopapi.LayeredFile.read(str(path))
    _same(next(iter(file.layers)), layer)
