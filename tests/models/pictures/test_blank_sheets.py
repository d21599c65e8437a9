"""Sheets on which nothing is seen are never read without a word."""

import numpy as np
import pytest
from PIL import Image

from models.pictures.blank_sheets import blank_note
from models.pictures.files import read_picture


def _sheet(color=(255, 255, 255, 255)) -> np.ndarray:
    return np.full((9, 7, 4), color, np.uint8)


@pytest.mark.parametrize(
    ("color", "words"),
    [
        ((255, 255, 255, 255), "is blank, #ffffff all over"),
        ((0, 0, 0, 255), "is blank, #000000 all over"),
        ((0, 0, 0, 128), "is blank, #000000 all over"),
        ((0, 0, 0, 0), "is wholly transparent; nothing"),
        ((0, 0, 0, 5), "is wholly transparent; nothing"),
    ],
)
def test_blank_sheets_are_told(color, words):
    assert blank_note(_sheet(color)).startswith(words)


def test_what_lies_under_nothing_is_told():
    sheet = _sheet((255, 255, 255, 0))
    sheet[4, 4, :3] = 0
    assert "though colours lie under it; nothing" in blank_note(sheet)


@pytest.mark.parametrize("mark", [(0, 0, 0, 255), (255, 255, 255, 0), (250, 255, 255, 255)])
def test_one_pixel_is_a_drawing(mark):
    sheet = _sheet()
    sheet[-1, -1] = mark
    assert blank_note(sheet) is None


def test_the_noise_of_a_jpeg_is_none():
    sheet = _sheet()
    sheet[::2, ::3, 0] = 253
    assert blank_note(sheet) is not None


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp", "a.bmp"])
def test_reading_tells(tmp_path, name):
    Image.new("RGB", (20, 10), (0, 0, 0)).save(tmp_path / name)
    assert "is blank, #000000 all over" in read_picture(tmp_path / name).notes[-1]
