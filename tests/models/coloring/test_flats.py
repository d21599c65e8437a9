"""Promises of models.coloring.flats: the palette lock holds, and hints are obeyed to the byte."""

import numpy as np
import pytest

from models.color import pack_colors, unpack_colors
from models.coloring.flats import (
    flats_by_cell,
    nearest_swatches,
    obey_hints,
    snap_hints,
    snap_to_palette,
    srgb_to_oklab,
)
from models.geometry import Size
from models.hints.hints import HintSet, PointHint, StrokeHint, hint_owners

PALETTE = ((0, 0, 0), (255, 255, 255), (200, 40, 40), (40, 60, 200), (240, 200, 170))


def random_flats(height=40, width=60):
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    ("srgb", "oklab"),
    [
        ((1, 1, 1), (1, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((1, 0, 0), (0.62796, 0.22486, 0.12585)),
        ((0, 1, 0), (0.86644, -0.23389, 0.17950)),
        ((0, 0, 1), (0.45201, -0.03246, -0.31153)),
    ],
)
def test_oklab_has_the_published_values(srgb, oklab):
    assert srgb_to_oklab(np.array(srgb)) == pytest.approx(np.array(oklab), abs=2e-4)


def test_snapped_flats_hold_only_allowed_swatches():
    snapped = snap_to_palette(random_flats(), PALETTE)
    assert set(map(tuple, snapped.reshape(-1, 3).tolist())) == set(PALETTE)


def test_each_color_takes_the_nearest_swatch():
    flat = np.array([[[250, 250, 245], [180, 50, 60], [30, 20, 25], [60, 80, 180]]], np.uint8)
    snapped = snap_to_palette(flat, PALETTE)
    expected = [[PALETTE[1], PALETTE[2], PALETTE[0], PALETTE[3]]]
    assert snapped.tolist() == [[list(color) for color in row] for row in expected]


def test_equal_colors_stay_equal_and_allowed_ones_stay():
    flat = np.array(PALETTE, dtype=np.uint8)[np.arange(50).reshape(5, 10) % 5]
    snapped = snap_to_palette(flat, PALETTE)
    assert (snapped == flat).all()


def test_empty_palette_allows_every_color():
    flat = random_flats()
    snapped = snap_to_palette(flat, ())
    assert (snapped == flat).all()
    assert snapped is not flat


def test_palette_of_one_swatch_paints_everything_with_it():
    snapped = snap_to_palette(random_flats(), ((1, 2, 3),))
    assert (snapped == (1, 2, 3)).all()


def test_swatch_listed_twice_is_no_ambiguity():
    twice = ((9, 9, 9), (9, 9, 9))
    assert nearest_swatches(np.array([[9, 9, 9]], np.uint8), twice).tolist() == [0]


def test_colors_survive_packing():
    flat = random_flats()
    assert (unpack_colors(pack_colors(flat)) == flat).all()


def test_every_pixel_under_a_hint_has_its_color():
    hints = HintSet(
        (
            PointHint(10, 10, (1, 2, 3), 5),
            StrokeHint(((0, 30), (59, 5)), (9, 8, 7), 3),
            PointHint(59.5, 39.5, (255, 255, 255), 0.2),
        )
    )
    flat = random_flats()
    obeyed = obey_hints(flat, hints)
    owners = hint_owners(hints, Size(*flat.shape[:2]))
    for number, hint in enumerate(hints, 1):
        own = owners == number
        assert own.any()
        assert (obeyed[own] == hint.color).all()
        assert (flat[own] != hint.color).any()
    assert (obeyed[owners == 0] == flat[owners == 0]).all()


def test_later_hints_cover_earlier_ones():
    hints = HintSet((PointHint(10, 10, (1, 1, 1), 6), PointHint(10, 10, (2, 2, 2), 6)))
    assert (obey_hints(random_flats(), hints)[10, 10] == 2).all()


def test_hints_outside_the_picture_change_nothing():
    hints = HintSet((PointHint(-50, 900, (1, 1, 1), 6),))
    assert (obey_hints(random_flats(), hints) == random_flats()).all()


def test_no_hints_change_nothing():
    assert (obey_hints(random_flats(), HintSet()) == random_flats()).all()


def test_hints_off_the_palette_take_its_swatches():
    hints = HintSet((PointHint(1, 1, (190, 50, 45), 2), PointHint(5, 5, (255, 255, 255), 2)))
    assert [hint.color for hint in snap_hints(hints, PALETTE)] == [(200, 40, 40), (255, 255, 255)]
    assert snap_hints(hints, ()) is hints


def test_cells_without_flats_take_their_mean_color_off_the_ink():
    labels = np.repeat(np.array([[0] * 10 + [1] * 10], dtype=np.int32), 6, axis=0)
    rgb = np.where(labels[..., None] == 0, 0.25, 0.75) * np.ones(3, dtype=np.float32)
    ink = np.zeros(labels.shape, dtype=np.float32)
    ink[:, 9:11] = 1
    rgb[:, 9:11] = 0
    flat = flats_by_cell(rgb.astype(np.float32), labels, ink)
    assert flat[:, :10] == pytest.approx(0.25, abs=2e-3)
    assert flat[:, 10:] == pytest.approx(0.75, abs=2e-3)
