"""Sizes and the frames that generators accept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.geometry import NOWHERE, Rect, Size, SizeRule

sides = st.integers(1, 20_000)


@given(sides, sides, st.sampled_from([0, 64, 256, 512]))
def test_every_picture_fits_a_frame_that_the_rule_accepts(
    height: int, width: int, long_side: int
) -> None:
    rule = SizeRule(multiple_of=16, minimum=64, preferred=512)
    frame = rule.frame(Size(height, width), long_side=long_side)
    assert all(side % 16 == 0 and side >= 64 for side in frame.padded.shape)
    assert frame.content.height <= frame.padded.height
    assert frame.content.width <= frame.padded.width
    assert frame.padded.height - frame.content.height < 64
    assert frame.content.long_side <= max(long_side or 512, 64)


@given(sides, sides)
def test_fixed_rule_always_gives_its_square(height: int, width: int) -> None:
    rule = SizeRule(fixed=256)
    frame = rule.frame(Size(height, width))
    assert frame.padded.shape == (256, 256)
    assert frame.content.long_side == 256


def test_small_picture_is_not_enlarged() -> None:
    assert SizeRule().frame(Size(100, 80)).content == Size(100, 80)


def test_sizes_without_pixels_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1×1"):
        Size(0, 5)


def test_rectangles_unite_and_clip() -> None:
    assert Rect(0, 0, 2, 2).united(Rect(5, 5, 6, 7)) == Rect(0, 0, 6, 7)
    assert Rect(3, 3, 3, 9).united(Rect(1, 1, 2, 2)) == Rect(1, 1, 2, 2)
    assert Rect(-5, -5, 50, 3).clipped(Size(10, 20)) == Rect(0, 0, 20, 3)


corners = st.integers(-12, 12)
rects = st.builds(Rect, corners, corners, corners, corners)


@given(rects, rects)
def test_rectangles_have_in_common_the_pixels_that_are_in_both(one: Rect, other: Rect) -> None:
    def pixels(rect: Rect) -> set[tuple[int, int]]:
        down, across = range(rect.top, rect.bottom), range(rect.left, rect.right)
        return {(row, column) for row in down for column in across}

    assert pixels(one.intersected(other)) == pixels(one) & pixels(other)
    assert pixels(one.united(other)) >= pixels(one) | pixels(other)


def test_rectangle_is_a_place_in_a_picture_and_in_a_larger_rectangle() -> None:
    plane = np.arange(70).reshape(7, 10)
    spot = Rect(3, 2, 5, 6)
    outer = spot.grown(3).clipped(Size(7, 10))
    assert outer == Rect(0, 0, 8, 7)
    assert plane[spot.slices].shape == spot.shape == (4, 2)
    assert (plane[outer.slices][spot.slices_in(outer)] == plane[spot.slices]).all()
    assert spot.moved(1, -2) == Rect(4, 0, 6, 4)
    assert spot.corner == (3, 2)


def test_empty_rectangle_holds_no_pixel_of_any_picture() -> None:
    plane = np.ones((7, 10))
    for rect in (NOWHERE, Rect(4, 5, 3, -2), Rect(2, -1, 6, -3).clipped(Size(7, 10))):
        assert rect.is_empty
        assert plane[rect.slices].size == 0
        assert 0 in rect.shape


def test_rectangle_around_a_mask_holds_all_of_it_and_no_more() -> None:
    mask = np.zeros((6, 9), dtype=bool)
    assert Rect.around(mask) == NOWHERE
    mask[2, 7] = mask[4, 3] = True
    assert Rect.around(mask) == Rect(3, 2, 8, 5)


def test_rectangle_in_tiles_has_those_that_it_touches() -> None:
    assert Rect(0, 5, 16, 17).divided(8) == Rect(0, 0, 2, 3)
    assert Rect(8, 8, 8, 16).divided(8).is_empty


def test_generator_of_small_pictures_infers_no_larger_ones() -> None:
    rule = SizeRule(multiple_of=16, minimum=64, preferred=128, largest=128)
    for long_side in (0, 128, 2048):
        frame = rule.frame(Size(3000, 2000), long_side=long_side)
        assert frame.content == Size(128, 85)
        assert frame.padded == Size(128, 96)
    assert rule.frame(Size(3000, 2000), long_side=96).content.long_side == 96
    assert "inferred at 128 at most" in rule.describe()
    with pytest.raises(ValueError, match="must be positive"):
        SizeRule(largest=-1)
