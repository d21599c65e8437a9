"""Writers hold a band of rows, never a layer: what lets 140 megapixels be written."""

import tracemalloc

import numpy as np
import pytest

from app.document.layer import BlendMode
from app.export.layers import ExportGroup, ExportLayer
from app.export.ora import write_ora
from app.export.png import write_merged_png
from app.export.psd import write_psd
from models.geometry import Size
from models.rows import MadeRows

WIDTH, SHORT, TALL = 300, 300, 1500


def _layer(name, level, height, **changes):
    """Stripes, made when they are asked for."""

    def make(start, stop):
        rgba_u8 = np.full((stop - start, WIDTH, 4), 255, np.uint8)
        rgba_u8[np.arange(start, stop) % 7 < 3, :, 0] = level
        return rgba_u8

    return ExportLayer(name=name, rgba_u8=MadeRows((height, WIDTH, 4), make), **changes)


def _layers(height):
    shade = _layer("Shade", 200, height, blend=BlendMode.MULTIPLY, clipped=True)
    group = ExportGroup(name="Colour", children=(_layer("Flats", 10, height), shade))
    return group, _layer("Line", 0, height, blend=BlendMode.MULTIPLY)


def _peak(write, path, height):
    """Bytes that writing allocates at most at one time."""
    tracemalloc.start()
    try:
        write(path, _layers(height), Size(height, WIDTH))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "write"), [("a.png", write_merged_png), ("a.ora", write_ora), ("a.psd", write_psd)]
)
def test_five_times_the_rows_cost_no_more_memory(tmp_path, monkeypatch, name, write):
    monkeypatch.setattr("models.rows.BAND_BYTES", 60_000)
    monkeypatch.setattr("app.export.layers._BAND_PIXELS", 1 << 13)
    monkeypatch.setattr("app.export.psd._SPOOL_BYTES", 1 << 10)
    _peak(write, tmp_path / name, SHORT)  # imports and tables are not what is measured
    short = _peak(write, tmp_path / name, SHORT)
    tall = _peak(write, tmp_path / name, TALL)
    assert tall - short < (TALL - SHORT) * WIDTH * 4 / 20
