"""Promises of models.coloring.shade: flats, shade and highlight are the picture again."""

import cv2
import numpy as np

from models.coloring.shade import NEUTRAL_HIGHLIGHT, NEUTRAL_SHADE, decompose


def every_pair():
    """Every flat level beside every colour level, in all channels: uint8 (256, 256, 3) twice."""
    flat, color = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    return [np.stack([plane] * 3, axis=2).astype(np.uint8) for plane in (flat, color)]


def composite(flat, shade, highlight):
    """As programs that calculate in floating point do."""
    unit = [plane.astype(np.float64) / 255 for plane in (flat, shade, highlight)]
    return 255 * (1 - (1 - unit[0] * unit[1]) * (1 - unit[2]))


def rounded(flat, shade, highlight):
    """As programs of 8 bits a channel do, that round after every step."""
    shaded = cv2.multiply(flat, shade, scale=1 / 255)
    return 255 - cv2.multiply(255 - shaded, 255 - highlight, scale=1 / 255)


def test_every_color_over_every_flat_comes_back_within_two_levels():
    flat, color = every_pair()
    shade, highlight = decompose(color, flat)
    assert np.abs(rounded(flat, shade, highlight).astype(int) - color).max() <= 2
    assert np.abs(composite(flat, shade, highlight) - color).max() <= 2


def test_random_colors_come_back_within_two_levels():
    rng = np.random.default_rng(3)
    flat, color = rng.integers(0, 256, (2, 200, 300, 3), dtype=np.uint8)
    shade, highlight = decompose(color, flat)
    assert np.abs(composite(flat, shade, highlight) - color).max() <= 2


def test_darker_is_shade_and_brighter_is_highlight():
    flat, color = every_pair()
    shade, highlight = decompose(color, flat)
    darker, brighter = color < flat, color > flat
    assert (highlight[darker] == NEUTRAL_HIGHLIGHT).all()
    assert (shade[brighter] == NEUTRAL_SHADE).all()
    assert (highlight[color.astype(int) - flat > 2] > 0).all()
    assert (shade[flat.astype(int) - color > 2] < 255).all()


def test_what_nobody_sees_leaves_both_layers_empty():
    flat = np.full((4, 5, 3), (120, 80, 200), np.uint8)
    for change in (-1, 0, 1):
        shade, highlight = decompose((flat.astype(int) + change).astype(np.uint8), flat)
        assert (shade == NEUTRAL_SHADE).all()
        assert (highlight == NEUTRAL_HIGHLIGHT).all()
