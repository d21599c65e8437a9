"""Tiny generators in folders of the test, and a drawing, for tests of what runs generators."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from models.hints.hints import LineArt
from tests.helpers.tiny_generators import write_generator


@pytest.fixture
def make_generator_folder(tmp_path):
    """A function that writes a usable generator's folder below tmp_path / "generators"."""

    def make(folder_name="tiny", **changes) -> Path:
        folder = tmp_path / "generators" / folder_name
        write_generator(folder, **changes)
        return folder

    return make


@pytest.fixture
def two_rooms():
    """A frame of ink with a wall in the middle: two closed regions, 96 × 160 pixels."""
    pixels = np.full((96, 160), 255, dtype=np.uint8)
    cv2.rectangle(pixels, (8, 8), (151, 87), 0, 3)
    cv2.line(pixels, (80, 8), (80, 87), 0, 3)
    return LineArt(pixels)
