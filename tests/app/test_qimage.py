"""Pictures cross between numpy and Qt unchanged and share no memory."""

import gc

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.qimage import image_from_grey, image_from_rgba, rgba_from_image


@pytest.fixture
def picture():
    return np.random.default_rng(2).integers(0, 256, (7, 5, 4), dtype=np.uint8)


def test_rgba_comes_back_unchanged_even_where_it_is_transparent(picture):
    picture[0, 0] = (9, 8, 7, 0)
    assert (rgba_from_image(image_from_rgba(picture)) == picture).all()


def test_image_outlives_its_array(picture):
    expected = tuple(int(value) for value in picture[3, 2])
    image = image_from_rgba(picture)
    picture[:] = 0
    del picture
    gc.collect()
    assert image.pixelColor(2, 3).getRgb() == expected


def test_part_of_a_picture_becomes_an_image(picture):
    part = picture[1:6, 1:4]
    assert (rgba_from_image(image_from_rgba(part)) == part).all()


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 8])
def test_grey_of_any_width_keeps_its_rows(width):
    grey_u8 = np.arange(3 * width, dtype=np.uint8).reshape(3, width)
    back = rgba_from_image(image_from_grey(grey_u8))
    for channel in range(3):
        assert (back[..., channel] == grey_u8).all()


@pytest.mark.parametrize(
    "form", [QImage.Format.Format_RGB32, QImage.Format.Format_RGB888, QImage.Format.Format_ARGB32]
)
def test_other_formats_are_converted(form):
    image = QImage(3, 2, form)
    image.fill(QColor(10, 20, 30))
    assert (rgba_from_image(image) == (10, 20, 30, 255)).all()


@pytest.mark.parametrize(
    "array",
    [np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4, 4), np.float32), np.zeros((0, 4, 4), np.uint8)],
)
def test_array_that_is_no_rgba_is_refused(array):
    with pytest.raises(ValueError, match=r"expected uint8 \(H, W, 4\); got"):
        image_from_rgba(array)


def test_array_that_is_no_grey_is_refused():
    with pytest.raises(ValueError, match=r"expected uint8 \(H, W\); got"):
        image_from_grey(np.zeros((4, 4, 3), np.uint8))


def test_empty_image_is_refused():
    with pytest.raises(ValueError, match="empty"):
        rgba_from_image(QImage())
