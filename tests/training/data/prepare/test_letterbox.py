"""Bars are found where there are bars, and mirrored squares keep the picture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.geometry import Rect, Size
from training.data.prepare.letterbox import (
    find_bars,
    pad_to_square,
    remove_letterbox,
    true_window,
)


def noise(height, width, seed=0):
    return np.random.default_rng(seed).integers(40, 256, (height, width, 3)).astype(np.uint8)


def test_bars_above_and_below_are_found():
    picture = np.pad(noise(60, 100), ((20, 20), (0, 0), (0, 0)))
    assert find_bars(picture) == Rect(0, 20, 100, 80)


def test_bars_at_the_sides_are_found():
    picture = np.pad(noise(100, 60), ((0, 0), (20, 20), (0, 0)), constant_values=4)
    assert find_bars(picture) == Rect(20, 0, 80, 100)


@pytest.mark.parametrize(
    "picture",
    [
        noise(50, 50),
        np.pad(noise(50, 50), ((10, 0), (0, 0), (0, 0))),
        np.pad(noise(40, 50), ((12, 4), (0, 0), (0, 0))),
        np.pad(noise(40, 50), ((5, 5), (0, 0), (0, 0)), constant_values=255),
        np.zeros((50, 50, 3), np.uint8),
    ],
    ids=["no bar", "one bar", "unequal bars", "white margins", "black picture"],
)
def test_what_is_no_letterbox_stays_whole(picture):
    assert find_bars(picture) is None
    assert remove_letterbox(picture) == Rect.of(Size(*picture.shape[:2]))


def test_a_known_aspect_crops_two_pixels_more():
    assert true_window((512, 512), (1000, 500)) == Rect(0, 129, 512, 383)
    assert true_window((512, 512), (500, 1000)) == Rect(129, 0, 383, 512)
    assert true_window((512, 512), (999, 1000)) == Rect(0, 0, 512, 512)


def test_a_known_aspect_is_believed_only_where_the_border_is_flat():
    white_bars = np.pad(noise(50, 100), ((25, 25), (0, 0), (0, 0)), constant_values=250)
    assert remove_letterbox(white_bars, (1000, 500)) == Rect(0, 26, 100, 74)
    full = noise(100, 100)
    assert remove_letterbox(full, (1000, 500)) == Rect(0, 0, 100, 100)


def test_landscape_is_padded_at_the_top_and_portrait_on_both_sides():
    landscape = pad_to_square(noise(30, 50))
    assert landscape.window == Rect(0, 20, 50, 50)
    assert (landscape.pixels_u8[19] == landscape.pixels_u8[20]).all()
    assert (landscape.pixels_u8[0] == landscape.pixels_u8[39]).all()
    portrait = pad_to_square(noise(50, 33))
    assert portrait.window == Rect(8, 0, 41, 50)
    assert (portrait.pixels_u8[:, 7] == portrait.pixels_u8[:, 8]).all()
    assert (portrait.pixels_u8[:, 41] == portrait.pixels_u8[:, 40]).all()


@settings(deadline=None)
@given(height=st.integers(1, 40), width=st.integers(1, 40))
def test_any_picture_becomes_a_square_around_itself(height, width):
    picture = noise(height, width)
    padded = pad_to_square(picture)
    side = max(height, width)
    assert padded.pixels_u8.shape == (side, side, 3)
    assert (padded.pixels_u8[padded.window.slices] == picture).all()
    assert pad_to_square(picture[..., 0]).pixels_u8.shape == (side, side)
