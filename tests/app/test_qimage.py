"""Pictures cross between numpy and Qt unchanged and share no memory."""

import gc

import numpy as np
import pytest

from app.qimage import image_from_rgba


def rgba_of(image):
    """The image's pixels as Qt tells them, one at a time: uint8 (H, W, 4)."""
    rows = range(image.height()), range(image.width())
    pixels = [[image.pixelColor(x, y).getRgb() for x in rows[1]] for y in rows[0]]
    return np.array(pixels, dtype=np.uint8)


@pytest.fixture
def picture():
    return np.random.default_rng(2).integers(0, 256, (7, 5, 4), dtype=np.uint8)


def test_rgba_comes_back_unchanged_even_where_it_is_transparent(picture):
    picture[0, 0] = (9, 8, 7, 0)
    assert (rgba_of(image_from_rgba(picture)) == picture).all()


def test_image_outlives_its_array(picture):
    expected = tuple(int(value) for value in picture[3, 2])
    image = image_from_rgba(picture)
    picture[:] = 0
    del picture
    gc.collect()
    assert image.pixelColor(2, 3).getRgb() == expected


def test_part_of_a_picture_becomes_an_image(picture):
    part = picture[1:6, 1:4]
    assert (rgba_of(image_from_rgba(part)) == part).all()


@pytest.mark.parametrize(
    "array",
    [np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4, 4), np.float32), np.zeros((0, 4, 4), np.uint8)],
)
def test_array_that_is_no_rgba_is_refused(array):
    with pytest.raises(ValueError, match=r"expected uint8 \(H, W, 4\); got"):
        image_from_rgba(array)
