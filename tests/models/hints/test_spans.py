"""Pixels as spans of rows: to the pixel through every form, and resized as a picture is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.hints.spans import innermost, spans_of_mask, spans_of_runs

Mask = NDArray[np.bool_]


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    shape = draw(st.integers(1, 24)), draw(st.integers(1, 24))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    mask = rng.random(shape) < draw(st.floats(0.02, 1.0))
    mask[rng.integers(shape[0]), rng.integers(shape[1])] = True
    return mask


def placed(mask: Mask, left: int, top: int, spans: object) -> Mask:
    plane = np.zeros(mask.shape, dtype=bool)
    spans.fill(plane, left, top, 1)  # type: ignore[attr-defined]
    return plane


@given(masks())
def test_pixels_come_back_from_spans_and_from_runs(mask: Mask) -> None:
    left, top, spans = spans_of_mask(mask)
    assert np.array_equal(placed(mask, left, top, spans), mask)
    assert spans.count == mask.sum() == len(spans.places())
    assert spans_of_runs(spans.width, spans.height, spans.to_runs()) == (0, 0, spans)
    box = spans.mask()
    assert all(side.any() for side in (box[0], box[-1], box[:, 0], box[:, -1]))


@given(masks(), st.integers(-30, 30), st.integers(-30, 30))
def test_what_lies_outside_of_the_plane_is_left_out(mask: Mask, across: int, down: int) -> None:
    left, top, spans = spans_of_mask(mask)
    wide = np.zeros((100, 100), dtype=bool)
    spans.fill(wide, left + across + 40, top + down + 40, 1)
    small = np.zeros((20, 20), dtype=bool)
    spans.fill(small, left + across, top + down, 1)
    assert np.array_equal(small, wide[40:60, 40:60])


@given(masks(), st.integers(0, 9), st.integers(0, 9))
def test_distance_is_that_of_the_nearest_pixel(mask: Mask, column: int, row: int) -> None:
    left, top, spans = spans_of_mask(mask)
    rows, columns = np.nonzero(mask)
    x, y = column * 2.3, row * 2.3
    across = np.clip(x, columns, columns + 1) - x
    down = np.clip(y, rows, rows + 1) - y
    wanted = np.hypot(across, down).min()
    assert spans.distance(x - left, y - top) == pytest.approx(wanted)


@settings(max_examples=60)
@given(masks(), st.integers(2, 4))
def test_enlarged_pixels_are_blocks(mask: Mask, factor: int) -> None:
    left, top, spans = spans_of_mask(mask)
    x, y, large = spans.scaled(left, top, factor, factor)
    wanted = np.kron(mask, np.ones((factor, factor), dtype=bool))
    assert np.array_equal(placed(wanted, x, y, large), wanted)


def test_shrunk_area_keeps_what_is_covered_by_half_and_what_is_thin() -> None:
    mask = np.zeros((40, 40), dtype=bool)
    mask[8:24, 8:24] = True
    mask[30, 2:38] = True
    left, top, spans = spans_of_mask(mask)
    small = np.zeros((10, 10), dtype=bool)
    x, y, shrunk = spans.scaled(left, top, 0.25, 0.25)
    shrunk.fill(small, x, y, 1)
    wanted = np.zeros((10, 10), dtype=bool)
    wanted[2:6, 2:6] = True
    wanted[7, 0:10] = True
    assert np.array_equal(small, wanted)


@settings(max_examples=60)
@given(masks(), st.floats(0.05, 3.0), st.floats(0.05, 3.0))
def test_resized_area_is_never_lost_and_stays_where_it_was(
    mask: Mask, scale_x: float, scale_y: float
) -> None:
    left, top, spans = spans_of_mask(mask)
    x, y, resized = spans.scaled(left, top, scale_x, scale_y)
    assert abs(x - left * scale_x) <= 1.01 + scale_x
    assert abs(y - top * scale_y) <= 1.01 + scale_y
    assert abs(x + resized.width - (left + spans.width) * scale_x) <= 1.01 + scale_x
    assert abs(y + resized.height - (top + spans.height) * scale_y) <= 1.01 + scale_y


def test_innermost_pixel_lies_in_the_area() -> None:
    mask = np.zeros((30, 30), dtype=bool)
    mask[2:28, 2:5] = True
    mask[20:27, 2:24] = True
    _, _, spans = spans_of_mask(mask)
    x, y, radius = innermost(spans)
    assert spans.mask()[int(y), int(x)]
    assert 3 <= radius <= 4


@pytest.mark.parametrize(
    ("width", "height", "runs", "reason"),
    [
        (0, 3, "0 1", "box"),
        (1 << 20, 1 << 20, "0 1", "box"),
        (3, 3, "", "at least one"),
        (3, 3, "4", "at least one"),
        (3, 3, "2 x", "whole numbers"),
        (3, 3, "-1 3", "whole numbers"),
        (3, 3, "9999999999 1", "whole numbers"),
        (3, 3, "8 2", "longer"),
    ],
)
def test_runs_that_are_no_area_are_refused(width: int, height: int, runs: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        spans_of_runs(width, height, [runs])


def test_empty_mask_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        spans_of_mask(np.zeros((3, 3), dtype=bool))
