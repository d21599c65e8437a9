"""Colour pops: what is one, and what only passes by."""

import cv2
import numpy as np
import pytest

from app.cels.pops import ShotFlats, find_pops
from models.color import pack_colors

SHIRT, HAIR, SKIN, WHITE = (40, 90, 200), (200, 40, 40), (240, 200, 170), (255, 255, 255)
SHAPE = (120, 160)


def shot(number, across=0, *, shirt=SHIRT, eye=WHITE, hand=None, last=None):
    """A figure of shirt, head and eye, moved; a hand of the head's colour may lie over it."""
    flat = np.full((*SHAPE, 3), 250, dtype=np.uint8)
    line = np.full(SHAPE, 255, dtype=np.uint8)
    discs = [((60 + across, 84), 26, shirt), ((60 + across, 36), 24, SKIN)]
    discs += [((60 + across, 34), 12, eye)] if eye != SKIN else []  # closed, it has no outline
    discs += [(hand, 14, SKIN)] if hand else []
    for middle, radius, color in discs:
        cv2.circle(flat, middle, radius, color, cv2.FILLED)
        cv2.circle(line, middle, radius - 1, 255, cv2.FILLED)
        cv2.circle(line, middle, radius, 0, 2)
    return ShotFlats(number, number if last is None else last, pack_colors(flat), line)


@pytest.mark.parametrize("length", [1, 2])
def test_a_shirt_that_changes_its_color_while_it_walks_is_a_pop(length):
    colors = [SHIRT, SHIRT, *[HAIR] * length, SHIRT, SHIRT]
    shots = [shot(number, 3 * number, shirt=color) for number, color in enumerate(colors)]
    (found,) = find_pops(shots)
    assert (found.first, found.last) == (2, 1 + length)
    assert (found.color, found.expected) == (HAIR, SHIRT)
    assert np.hypot(found.x - 66, found.y - 84) < 10
    assert 1500 < found.pixels < 2400


def test_a_pop_in_a_soft_pencils_grey_lines_is_found_too():
    shots = []
    for number, color in enumerate([SHIRT, SHIRT, HAIR, SHIRT]):
        inked = shot(number, 3 * number, shirt=color)
        grey = 255 - (255 - cv2.GaussianBlur(inked.line_u8, (0, 0), 1.0)) // 3
        shots.append(ShotFlats(number, number, inked.packed, grey))
    (found,) = find_pops(shots)
    assert (found.first, found.color) == (2, HAIR)


def test_what_lasts_longer_or_goes_on_is_none():
    for colors in ([SHIRT, HAIR, HAIR, HAIR, SHIRT], [SHIRT, SHIRT, HAIR, HAIR], [HAIR, SHIRT]):
        assert not list(find_pops([shot(n, 2 * n, shirt=color) for n, color in enumerate(colors)]))


def test_a_held_picture_counts_once_and_is_told_with_all_its_frames():
    shots = [shot(0, 0, last=2), shot(3, 3, shirt=HAIR, last=5), shot(6, 6, last=8)]
    (found,) = find_pops(shots)
    assert (found.first, found.last) == (3, 5)


def test_a_blink_is_no_pop():
    eyes = [WHITE, WHITE, SKIN, WHITE, WHITE]
    assert not list(find_pops([shot(number, eye=eye) for number, eye in enumerate(eyes)]))


def test_what_passes_in_front_is_no_pop():
    hands = [(140, 20), (140, 20), (60, 84), (140, 100), (140, 100)]
    assert not list(find_pops([shot(n, hand=hand) for n, hand in enumerate(hands)]))
