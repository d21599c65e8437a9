"""Promises of models.colouring.shade: flats, shade and highlight are the picture again."""

import cv2
import numpy as np

from models.colouring.shade import NEUTRAL_HIGHLIGHT, NEUTRAL_SHADE, decompose


def every_pair():
    """Every flat level beside every colour level, in all channels: uint8 (256, 256, 3) twice."""
    flat, colour = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    return [np.stack([plane] * 3, axis=2).astype(np.uint8) for plane in (flat, colour)]


def composite(flat, shade, highlight):
    """As programs that calculate in floating point do."""
    unit = [plane.astype(np.float64) / 255 for plane in (flat, shade, highlight)]
    return 255 * (1 - (1 - unit[0] * unit[1]) * (1 - unit[2]))


def rounded(flat, shade, highlight):
    """As programs of 8 bits a channel do, that round after every step."""
    shaded = cv2.multiply(flat, shade, scale=1 / 255)
    return 255 - cv2.multiply(255 - shaded, 255 - highlight, scale=1 / 255)


def test_every_colour_over_every_flat_comes_back_within_two_levels():
    flat, colour = every_pair()
    shade, highlight = decompose(colour, flat)
    assert np.abs(rounded(flat, shade, highlight).astype(int) - colour).max() <= 2
    assert np.abs(composite(flat, shade, highlight) - colour).max() <= 2


def test_random_colours_come_back_within_two_levels():
    rng = np.random.default_rng(3)
    flat, colour = rng.integers(0, 256, (2, 200, 300, 3), dtype=np.uint8)
    shade, highlight = decompose(colour, flat)
    assert np.abs(composite(flat, shade, highlight) - colour).max() <= 2


def test_darker_is_shade_and_brighter_is_highlight():
    flat, colour = every_pair()
    shade, highlight = decompose(colour, flat)
    darker, brighter = colour < flat, colour > flat
    assert (highlight[darker] == NEUTRAL_HIGHLIGHT).all()
    assert (shade[brighter] == NEUTRAL_SHADE).all()
    assert (highlight[colour.astype(int) - flat > 2] > 0).all()
    assert (shade[flat.astype(int) - colour > 2] < 255).all()


def test_what_nobody_sees_leaves_both_layers_empty():
    flat = np.full((4, 5, 3), (120, 80, 200), np.uint8)
    for change in (-1, 0, 1):
        shade, highlight = decompose((flat.astype(int) + change).astype(np.uint8), flat)
        assert (shade == NEUTRAL_SHADE).all()
        assert (highlight == NEUTRAL_HIGHLIGHT).all()
