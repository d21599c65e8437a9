"""Painted pixels as frozen tiles, and how they are mixed: exactly where nothing is to be mixed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.layer import BlendMode
from app.document.painting.blending import erased, laid_over, painted_on, tinted
from app.document.painting.painting import TILE, Painting
from models.geometry import Rect, Size

SIZE = Size(300, 290)
RED, BLUE = (200, 30, 31), (20, 40, 201)


def filled(area, color, alpha=255):
    return np.full((*area.shape, 4), (*color, alpha), dtype=np.uint8)


def test_what_is_written_is_read_across_tiles_and_cut_at_the_border():
    area = Rect(100, 120, 320, 140)
    painting = Painting(SIZE).written(area, filled(area, RED))
    assert painting.box == Rect(100, 120, 290, 140)
    whole = painting.pixels(Rect.of(SIZE))
    assert (whole[120:140, 100:] == (*RED, 255)).all()
    assert whole[..., 3].sum() == 255 * 20 * 190
    assert painting.read(Rect(0, 256, 290, 300)) is None


def test_steps_share_the_tiles_that_they_do_not_touch():
    area = Rect(0, 0, 290, 300)
    first = Painting(SIZE).written(area, filled(area, RED))
    spot = Rect(5, 5, 9, 9)
    second = first.written(spot, filled(spot, BLUE))
    assert second.new_bytes(first) == TILE * TILE * 4
    assert list(second.changes(first)) == [Rect(0, 0, TILE, TILE)]
    assert not list(first.changes(first.written(spot, filled(spot, RED))))


def test_paintings_are_equal_by_their_pixels():
    spot = Rect(3, 3, 7, 7)
    one, other = (Painting(SIZE).written(spot, filled(spot, RED)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != other.written(spot, filled(spot, BLUE))


def test_a_tile_that_is_wiped_is_given_up():
    spot = Rect(3, 3, 7, 7)
    painting = Painting(SIZE).written(spot, filled(spot, RED))
    assert not painting.written(spot, filled(spot, BLUE, alpha=0)).tiles


def test_a_tile_outside_or_of_another_shape_is_refused():
    tile = np.zeros((TILE, TILE, 4), dtype=np.uint8)
    with pytest.raises(ValueError, match="read-only"):
        Painting(SIZE, {(0, 0): tile})
    tile.flags.writeable = False
    with pytest.raises(ValueError, match="does not lie"):
        Painting(SIZE, {(3, 0): tile})


colors = st.tuples(*[st.integers(0, 255)] * 3)


@given(colors, st.integers(1, 255), st.sampled_from(BlendMode))
def test_a_color_over_nothing_stays_what_it_is(color, alpha, blend):
    nothing = np.zeros((1, 1, 4), dtype=np.uint8)
    cover = np.full((1, 1), alpha, dtype=np.uint8)
    assert painted_on(nothing, color, cover)[0, 0].tolist() == [*color, alpha]
    above = np.array([[[*color, alpha]]], dtype=np.uint8)
    assert laid_over(nothing, above, blend)[0, 0].tolist() == [*color, alpha]
    assert laid_over(above, nothing, blend)[0, 0].tolist() == [*color, alpha]


@given(colors, colors, st.integers(1, 254))
def test_full_cover_is_the_color_and_none_changes_nothing(color, below, alpha):
    pixel = np.array([[[*below, alpha]]], dtype=np.uint8)
    full, none = np.full((1, 1), 255, np.uint8), np.zeros((1, 1), np.uint8)
    assert painted_on(pixel, color, full)[0, 0].tolist() == [*color, 255]
    assert tinted(pixel, color, full)[0, 0].tolist() == [*color, alpha]
    assert not erased(pixel, full).any()
    for unchanged in (painted_on(pixel, color, none), tinted(pixel, color, none)):
        assert (unchanged == pixel).all()
    assert (erased(pixel, none) == pixel).all()


@pytest.mark.parametrize(
    ("blend", "made"),
    [
        (BlendMode.NORMAL, 100),
        (BlendMode.MULTIPLY, 200 * 100 / 255),
        (BlendMode.SCREEN, 300 - 200 * 100 / 255),
        (BlendMode.OVERLAY, 255 - 2 * 55 * 155 / 255),
        (BlendMode.ADD, 255),
    ],
)
def test_modes_mix_two_opaque_colors_as_paint_programs_do(blend, made):
    below, above = (np.full((1, 1, 4), (v, v, v, 255), dtype=np.uint8) for v in (200, 100))
    assert laid_over(below, above, blend)[0, 0, 0] == round(made)
