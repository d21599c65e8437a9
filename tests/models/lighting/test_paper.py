"""What is ground although parts of a figure were seen in it, and what is not."""

import cv2
import numpy as np
import pytest

from models.hints.parts import Part
from models.lighting.bodies.surfaces import NO_BODY
from tests.helpers.lit_figures import HAIR, form_of

SIDE = 160
WHITE, ORANGE = (255, 255, 255), (210, 110, 50)


def page(*, shirt=ORANGE):
    """A shirt and a head of hair on white: flats, regions, parts and ink, none of it uncertain."""
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    labels = np.zeros((SIDE, SIDE), dtype=np.int32)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    planes = flat, labels, parts, ink
    draw(planes, 1, (60, 90, 70, 60), shirt, Part.TOP)
    draw(planes, 2, (70, 30, 50, 40), HAIR, Part.HAIR)
    return planes


def draw(planes, number, box, color, part, *, doubt=0.0):
    """Fill a box, of which a share at the right is told to be ground, and draw its outline."""
    flat, labels, parts, ink = planes
    x, y, width, height = box
    place = slice(y, y + height), slice(x, x + width)
    flat[place], labels[place], parts[place] = color, number, part
    parts[place[0], x + round((1 - doubt) * width) : x + width] = Part.BACKGROUND
    cv2.rectangle(ink, (x, y), (x + width - 1, y + height - 1), 1)


def write(ink, x, y):
    """Four letters."""
    for step in range(4):
        cv2.rectangle(ink, (x + 6 * step, y), (x + 6 * step + 2, y + 6), 1)


def body_at(planes, x, y):
    flat, labels, parts, ink = planes
    return form_of(flat, parts, labels, ink).bodies.index[y, x]


@pytest.mark.parametrize("ground", [WHITE, (200, 225, 240)])
@pytest.mark.parametrize("part", [Part.TOP, Part.HAT, Part.OTHER])
def test_a_speech_bubble_is_no_garment(part, ground):
    planes = page()
    planes[0][planes[1] == 0] = ground
    draw(planes, 3, (10, 20, 50, 40), WHITE, part, doubt=0.3)
    if ground != WHITE:
        assert body_at(planes, 30, 50) != NO_BODY
    write(planes[3], 20, 35)
    assert body_at(planes, 30, 50) == NO_BODY


def test_a_bubble_that_is_ground_for_the_most_part_is_not_parted():
    planes = page()
    draw(planes, 3, (10, 20, 50, 40), WHITE, Part.TOP, doubt=0.55)
    assert body_at(planes, 20, 50) != NO_BODY
    write(planes[3], 20, 35)
    assert body_at(planes, 20, 50) == NO_BODY


@pytest.mark.parametrize(("part", "doubt"), [(Part.HAIR, 0.0), (Part.HAIR, 0.2), (Part.TOP, 0.2)])
def test_ground_that_the_figure_encloses_is_neither_hair_nor_clothes(part, doubt):
    planes = page()
    draw(planes, 3, (120, 60, 30, 40), WHITE, part, doubt=doubt)
    assert body_at(planes, 130, 80) == NO_BODY


SKY = (200, 225, 240)


def sky():
    """The page below a sky."""
    planes = page()
    planes[0][planes[1] == 0] = SKY
    return planes


@pytest.mark.parametrize("part", [Part.TOP, Part.HAIR, Part.HAT])
def test_sky_that_an_arm_and_a_body_enclose_is_ground_though_nothing_doubts_it(part):
    planes = sky()
    draw(planes, 3, (120, 60, 30, 40), SKY, part)
    assert body_at(planes, 130, 80) == NO_BODY
    draw(planes, 3, (120, 60, 30, 40), ORANGE, part)
    assert body_at(planes, 130, 80) != NO_BODY


def test_sky_in_which_clothes_are_seen_shows_none():
    planes = sky()
    planes[2][10:50, 125:158] = Part.HAT  # an umbrella's ground, between lines
    cv2.rectangle(planes[3], (124, 9), (158, 50), 1)
    assert body_at(planes, 140, 30) == NO_BODY


def test_a_lock_that_is_taken_for_ground_turns_with_its_head():
    planes = page()
    draw(planes, 3, (10, 30, 60, 12), HAIR, Part.BACKGROUND)
    assert body_at(planes, 30, 36) == body_at(planes, 90, 50) != NO_BODY


def test_hair_of_which_a_lock_is_taken_for_ground_stays_hair_beside_much_else_of_it():
    planes = page()
    draw(planes, 3, (10, 30, 24, 24), HAIR, Part.BACKGROUND)
    draw(planes, 4, (10, 90, 45, 60), (40, 150, 60), Part.HAIR)
    assert body_at(planes, 90, 50) != NO_BODY


def test_a_lock_that_is_taken_for_ground_makes_hairs_own_color_no_ground():
    planes = page()
    draw(planes, 3, (120, 60, 30, 40), WHITE, Part.HAIR)
    draw(planes, 4, (10, 100, 20, 20), HAIR, Part.BACKGROUND)
    assert body_at(planes, 130, 80) == NO_BODY
    assert body_at(planes, 90, 50) != NO_BODY


def test_white_hair_on_white_stays_hair():
    planes = page()
    planes[0][planes[1] == 2] = 255
    draw(planes, 3, (120, 60, 30, 40), WHITE, Part.HAIR)
    assert body_at(planes, 130, 80) != NO_BODY


@pytest.mark.parametrize("lettered", [False, True])
def test_a_white_shirt_stays_one_even_in_doubt_and_with_letters_where_that_is_slight(lettered):
    planes = page(shirt=WHITE)
    planes[2][90:150, 122:130] = Part.BACKGROUND
    if lettered:
        write(planes[3], 80, 115)
    assert body_at(planes, 90, 140) != NO_BODY


def test_a_white_collar_of_a_coloured_shirt_stays_clothes():
    planes = page()
    draw(planes, 3, (75, 90, 40, 20), WHITE, Part.TOP)
    assert body_at(planes, 95, 100) != NO_BODY
