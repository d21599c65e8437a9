"""Hints, tags and line art as values, and what a hint covers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.geometry import Rect, Size
from models.hints.hints import (
    AreaHint,
    Hint,
    HintSet,
    LineArt,
    PointHint,
    StrokeHint,
    TagSelection,
    draw_hint,
    hint_bounds,
    hint_owners,
    is_dab,
    rasterize_hints,
)
from models.hints.spans import spans_of_mask
from models.hints.tags import UnknownTagError, load_vocabulary

RED = (255, 0, 0)
BLUE = (0, 0, 255)
SIZE = Size(24, 32)

coordinates = st.floats(-10, 50)
colors = st.tuples(*[st.integers(0, 255)] * 3)
points = st.builds(PointHint, coordinates, coordinates, colors, st.floats(0.1, 12))


def hint_mask(hint: Hint, size: Size) -> np.ndarray:
    """The pixels that a hint covers, uint8 (H, W) of 0 and 255."""
    mask = np.zeros(size.shape, dtype=np.uint8)
    draw_hint(mask, hint, 255)
    return mask


def test_point_hint_covers_the_pixel_it_lies_in() -> None:
    mask = hint_mask(PointHint(5.5, 3.5, RED, 0.5), SIZE)
    assert np.argwhere(mask).tolist() == [[3, 5]]


def test_round_dab_covers_pixel_centres_within_its_radius() -> None:
    mask = hint_mask(PointHint(16.0, 12.0, RED, 4.0), SIZE) > 0
    ys, xs = np.mgrid[0:24, 0:32] + 0.5
    assert np.array_equal(mask, (ys - 12) ** 2 + (xs - 16) ** 2 <= 16)


def test_stroke_covers_what_lies_between_its_points() -> None:
    mask = hint_mask(StrokeHint(((4.0, 12.0), (28.0, 12.0)), RED, 2.0), SIZE)
    assert mask[12, 4:28].all()
    assert not mask[:8].any()
    assert not mask[17:].any()


def test_later_hint_covers_earlier_one() -> None:
    hints = HintSet().add(PointHint(8, 8, RED, 3)).add(PointHint(8, 8, BLUE, 1.5))
    owner = hint_owners(hints, SIZE)
    assert owner[8, 8] == 2
    assert set(np.unique(owner)) == {0, 1, 2}


@given(st.lists(points, max_size=6))
def test_unhinted_pixels_are_exactly_zero_and_hinted_ones_have_their_color(
    listed: list[PointHint],
) -> None:
    hints = HintSet(tuple(listed))
    planes = rasterize_hints(hints, SIZE)
    owner = hint_owners(hints, SIZE)
    assert planes.dtype == np.float32
    assert planes.shape == (4, 24, 32)
    assert np.array_equal(planes[3], (owner > 0).astype(np.float32))
    assert not planes[:, owner == 0].any()
    for index, hint in enumerate(hints, start=1):
        covered = planes[:3, owner == index]
        wanted = np.array(hint.color, dtype=np.float32)[:, None] / 127.5 - 1
        assert np.allclose(covered, wanted, atol=1e-6)


@given(st.lists(points, max_size=12), st.integers(1, 30))
def test_points_drawn_at_once_cover_what_each_covers(listed: list[PointHint], scale: int) -> None:
    hints = HintSet(tuple(replace(hint, radius=hint.radius * scale / 6) for hint in listed))
    wanted = np.zeros(SIZE.shape, dtype=np.int32)
    for number, hint in enumerate(hints, start=1):
        draw_hint(wanted, hint, number)
    assert np.array_equal(hint_owners(hints, SIZE), wanted)


def ring(x: float = 4.0, y: float = 3.0) -> AreaHint:
    mask = np.zeros((12, 16), dtype=bool)
    mask[:] = True
    mask[3:9, 3:13] = False
    left, top, spans = spans_of_mask(mask)
    return AreaHint(x + left, y + top, spans, RED)


def test_area_covers_its_own_pixels_and_none_within_its_arms() -> None:
    mask = hint_mask(ring(), SIZE) > 0
    assert mask.sum() == 12 * 16 - 6 * 10
    assert mask[3:15, 4:20].sum() == mask.sum()
    assert not mask[6:12, 7:17].any()
    assert hint_bounds(ring()) == Rect(4, 3, 20, 15)


def test_area_moves_by_whole_pixels_and_forgets_no_part_of_a_step() -> None:
    hints = HintSet((ring(),))
    for _ in range(10):
        hints = hints.moved(0.3, 0.0)
    (moved,) = hints.hints
    assert np.array_equal(hint_mask(moved, SIZE), hint_mask(ring(7.0), SIZE))


def test_eraser_within_the_arms_of_an_area_does_not_touch_it() -> None:
    hints = HintSet((ring(),))
    assert hints.erase(12, 9, 1.5) is hints
    assert not len(hints.erase(12, 9, 3.5))
    assert not len(hints.erase(19.9, 14.9, 0.5))
    assert hints.erase(23, 9, 2.5) is hints


def test_area_shrinks_and_grows_with_the_picture() -> None:
    hints = HintSet((ring(),))
    size = Size(2 * SIZE.height, 2 * SIZE.width)
    large = hint_mask(hints.scaled(2, 2).hints[0], size)
    assert np.array_equal(large[::2, ::2], hint_mask(ring(), SIZE))
    assert hints.scaled(2, 2).scaled(0.5, 0.5) == hints


def test_dabs_are_told_from_strokes_among_areas() -> None:
    disc = np.hypot(*(np.mgrid[0:18, 0:18] - 8.5)) <= 9
    assert is_dab(AreaHint(0, 0, spans_of_mask(disc)[2], RED))
    assert not is_dab(ring())
    assert is_dab(PointHint(3, 3, RED))
    assert not is_dab(StrokeHint(((3, 3), (9, 9)), RED))


def test_hints_outside_the_picture_add_nothing() -> None:
    hints = HintSet((PointHint(-40, 900, RED, 3), StrokeHint(((99, 99), (120, 99)), RED, 2)))
    assert not rasterize_hints(hints, SIZE).any()


def test_eraser_takes_only_the_hints_it_touches() -> None:
    near, far = PointHint(5, 5, RED, 1), StrokeHint(((20, 20), (30, 20)), BLUE, 1)
    hints = HintSet((near, far))
    assert hints.erase(6, 5, 1).hints == (far,)
    assert hints.erase(25, 22, 1.5).hints == (near,)
    assert hints.erase(15, 5, 1) is hints


def test_scaled_hints_move_and_grow_with_the_picture() -> None:
    (hint,) = HintSet((PointHint(10, 20, RED, 4),)).scaled(0.5, 0.5).hints
    assert hint == PointHint(5, 10, RED, 2)


def test_bounds_hold_every_hint() -> None:
    hints = HintSet((PointHint(10, 10, RED, 2), StrokeHint(((20, 4), (26, 9)), RED, 1)))
    bounds = hints.bounds()
    owner = hint_owners(hints, Size(40, 40))
    rows, columns = np.nonzero(owner)
    assert bounds.left <= columns.min()
    assert bounds.right > columns.max()
    assert bounds.top <= rows.min()
    assert bounds.bottom > rows.max()
    assert HintSet().bounds() == Rect(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: PointHint(float("nan"), 1, RED), "position"),
        (lambda: PointHint(1, 1, (1, 2, 300)), "300"),
        (lambda: PointHint(1, 1, RED, 0), "radius"),
        (lambda: StrokeHint((), RED), "at least one point"),
    ],
)
def test_impossible_hints_are_refused(make: object, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        make()  # type: ignore[operator]


def test_line_art_is_compared_by_content_and_cannot_change() -> None:
    pixels = np.full((3, 4), 255, dtype=np.uint8)
    first, second = LineArt(pixels), LineArt(pixels.copy())
    assert first == second
    assert hash(first) == hash(second)
    pixels[0, 0] = 0
    assert first == second
    assert LineArt(pixels) != first
    assert LineArt(np.full((4, 3), 255, dtype=np.uint8)) != first
    with pytest.raises(ValueError, match="read-only"):
        first.pixels[0, 0] = 0


def test_transparent_paper_is_white() -> None:
    rgba = np.zeros((2, 2, 4), dtype=np.uint8)
    rgba[0, 0, 3] = 255
    rgba[0, 1] = (0, 0, 0, 128)
    assert LineArt.from_rgba(rgba).pixels.tolist() == [[0, 127], [255, 255]]


def test_choosing_a_tag_replaces_its_groups_other() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    tags = TagSelection.parse(["Blue Hair", "red_eyes"], vocabulary)
    assert tags.names == ("blue_hair", "red_eyes")
    assert tags.toggled("pink_hair", vocabulary).names == ("pink_hair", "red_eyes")
    assert tags.toggled("blue_hair", vocabulary).names == ("red_eyes",)


def test_unknown_tag_is_named_with_suggestions() -> None:
    vocabulary = load_vocabulary(resources.TAGS)
    with pytest.raises(UnknownTagError, match=r"bleu_hair.*blue_hair"):
        TagSelection.parse(["bleu_hair"], vocabulary)
