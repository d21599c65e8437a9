"""Promises about rows: whatever way they are kept, the same pixels come back."""

import numpy as np
import pytest

from models.geometry import Size
from models.rows import MadeRows, PackedRows, row_bands, sampled, whole_rows, with_alpha


def _picture(channels=3):
    random = np.random.default_rng(5)
    return random.integers(0, 256, (37, 11, channels), dtype=np.uint8)


def _packed(picture_u8, step):
    rows = PackedRows(picture_u8.shape)
    for top in range(0, len(picture_u8), step):
        rows[top : min(top + step, len(picture_u8))] = picture_u8[top : top + step]
    return rows


@pytest.mark.parametrize("step", [1, 5, 37])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_packed_rows_come_back_in_any_slice(step, channels):
    picture_u8 = _picture(channels)
    rows = _packed(picture_u8, step)
    assert np.array_equal(rows[:], picture_u8)
    for start in range(37):
        for stop in (start, start + 1, start + 9, 99):
            assert np.array_equal(rows[start:stop], picture_u8[start:stop])


def test_planes_without_channels_are_packed_too():
    plane_u8 = _picture()[..., 0]
    assert np.array_equal(_packed(plane_u8, 6)[4:20], plane_u8[4:20])


def test_flat_color_costs_next_to_nothing():
    assert _packed(np.full((500, 800, 3), 77, np.uint8), 100).nbytes < 500 * 800 * 3 / 100


def test_packed_rows_cannot_be_changed_by_who_reads_them():
    rows = _packed(_picture(), 37)
    with pytest.raises(ValueError, match="read-only"):
        rows[0:3][0] = 1
    assert np.array_equal(rows[:], _picture())


def test_rows_are_filled_in_order_and_whole():
    rows = PackedRows((9, 4, 3))
    with pytest.raises(ValueError, match="not the next ones after 0"):
        rows[1:3] = np.zeros((2, 4, 3), np.uint8)
    with pytest.raises(ValueError, match="not the next ones"):
        rows[0:3] = np.zeros((2, 4, 3), np.uint8)
    rows[0:3] = np.zeros((3, 4, 3), np.uint8)
    with pytest.raises(ValueError, match="up to 5 were asked for; 3 are filled"):
        rows[2:5]
    assert whole_rows((9, 4)).shape == (9, 4)


def test_made_rows_are_made_for_the_rows_asked_for():
    asked = []

    def make(start, stop):
        asked.append((start, stop))
        return np.full((stop - start, 4), start, np.uint8)

    rows = MadeRows((10, 4), make)
    assert rows[3:5].shape == (2, 4)
    assert rows[8:].shape == (2, 4)
    assert asked == [(3, 5), (8, 10)]
    assert rows.dtype == np.uint8


def test_alpha_joins_color_by_rows():
    rgb_u8, alpha_u8 = _picture(), _picture()[..., 1]
    rgba = with_alpha(rgb_u8, alpha_u8)[5:20]
    assert np.array_equal(rgba, np.dstack([rgb_u8, alpha_u8])[5:20])
    assert np.all(with_alpha(_picture(4), None)[:][..., 3] == 255)


def test_bands_cover_every_row_once(monkeypatch):
    monkeypatch.setattr("models.rows.BAND_BYTES", 100)
    bands = list(row_bands((37, 11, 3)))
    assert [band.stop - band.start for band in bands[:-1]] == [3] * (len(bands) - 1)
    assert np.array_equal(np.concatenate([np.arange(37)[band] for band in bands]), np.arange(37))


def test_samples_are_the_nearest_pixels():
    rows_u8 = np.arange(48, dtype=np.uint8).reshape(6, 8)
    assert np.array_equal(sampled(rows_u8, Size(6, 8)), rows_u8)
    assert sampled(rows_u8, Size(3, 4)).tolist() == rows_u8[1::2, 1::2].tolist()
