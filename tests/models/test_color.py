"""Colours as integers, and what is asked of their channels."""

import numpy as np
import pytest

from models.color import any_channel, pack_colors, unpack_colors


@pytest.mark.parametrize("shape", [(7, 5, 3), (11, 3), (3,), (0, 3)])
def test_a_pixel_is_marked_if_one_of_its_channels_is(shape: tuple[int, ...]) -> None:
    marked = np.random.default_rng(3).random(shape) < 0.3
    before = marked.copy()
    assert np.array_equal(any_channel(marked), marked.any(axis=-1))
    assert np.array_equal(marked, before)


def test_packed_colors_come_back() -> None:
    colors = np.random.default_rng(4).integers(0, 256, (6, 4, 3)).astype(np.uint8)
    assert np.array_equal(unpack_colors(pack_colors(colors)), colors)
