"""What turns with what, and how: surfaces, bodies and their normals."""

import cv2
import numpy as np
import pytest

from models.hints.parts import Part
from models.lighting.bodies.surfaces import NO_BODY, find_surfaces
from models.lighting.form import read_form
from models.lighting.relief import inflate
from tests.helpers.lit_figures import HAIR, SIDE, SKIN, ball, disc, form_of, head


def test_a_surface_is_one_colour_of_one_region():
    flat = np.full((4, 6, 3), 200, dtype=np.uint8)
    labels = np.repeat([[0, 0, 0, 1, 1, 1]], 4, axis=0).astype(np.int32)
    flat[:2, 3:] = 10
    surfaces = find_surfaces(flat, labels)
    assert surfaces.count == 3
    assert np.array_equal(surfaces.at(labels, flat), surfaces.index)
    assert np.array_equal(surfaces.colors[surfaces.index], flat)


def test_pixels_of_no_known_surface_are_told():
    flat = np.full((2, 2, 3), 200, dtype=np.uint8)
    surfaces = find_surfaces(flat, None)
    other = np.full((1, 3, 3), 7, dtype=np.uint8)
    assert (surfaces.at(np.zeros((1, 3), np.int32), other) == surfaces.count).all()


def test_eyes_turn_with_the_face_and_take_no_tones():
    form = form_of(*head())
    bodies = form.bodies
    face = bodies.index[70, 48]
    assert bodies.index[58, 38] == face
    assert bodies.is_face[face]
    assert not bodies.open[58, 38]
    assert bodies.open[70, 48]
    assert bodies.index[2, 2] == NO_BODY
    hair = bodies.index[12, 48]
    assert hair != face
    assert bodies.parts[hair] == Part.HAIR


def test_a_button_turns_with_the_shirt():
    flat, parts = ball()
    disc(flat, (60, 50), 2, (0, 0, 90))
    bodies = form_of(flat, parts).bodies
    assert bodies.count == 1
    assert bodies.index[50, 60] == 0


def test_two_garments_turn_by_themselves():
    flat, parts = ball()
    flat[:, 48:][parts[:, 48:] == Part.TOP] = (20, 60, 120)
    assert form_of(flat, parts).bodies.count == 2


def test_solid_black_of_the_drawing_takes_no_tones():
    flat, parts = ball()
    ink = (parts == Part.TOP).astype(np.float32)
    assert not read_form(flat, None, parts, ink).bodies.open.any()


def test_without_parts_what_surrounds_the_figure_is_ground():
    flat, _ = ball()
    bodies = form_of(flat, None).bodies
    assert bodies.count == 1
    assert bodies.index[1, 1] == NO_BODY


def test_normals_turn_away_from_the_middle():
    normals = form_of(*ball()).relief.bodies
    assert normals[48, 48, 2] > 0.99
    assert normals[48, 80, 0] > 0.7
    assert normals[16, 48, 1] < -0.7
    assert not normals[2, 2].any()


def test_a_band_swells_to_half_a_circle():
    index = np.full((64, 64), NO_BODY, dtype=np.int32)
    index[:, 22:42] = 0  # the picture cuts it off above and below
    across = inflate(index)[32, 22:42]
    place = np.arange(20) - 9.5
    assert across == pytest.approx(np.sqrt(10.5**2 - place**2), rel=0.2)


def test_colours_of_the_figure_are_told_apart():
    flat, parts = head()
    colors = {tuple(color) for color in form_of(flat, parts).surfaces.colors.tolist()}
    assert {SKIN, HAIR} <= colors
    assert flat.shape == (SIDE, SIDE, 3)


def open_shirt():
    """A white shirt on white paper, its outline open at the left: flats, parts and ink."""
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    parts[30:70, 28:68] = Part.TOP
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    ink[30, 30:66] = ink[69, 30:66] = ink[30:70, 65] = 1
    ink[30:40, 30] = ink[60:70, 30] = 1
    return flat, parts, ink


def test_a_white_shirt_is_told_from_the_paper_that_its_line_is_open_to():
    flat, parts, ink = open_shirt()
    form = read_form(flat, None, parts, ink)
    bodies = form.bodies
    shirt = bodies.index[50, 50]
    assert bodies.parts[shirt] == Part.TOP
    assert bodies.index[50, 75] == bodies.index[10, 50] == NO_BODY
    # Where parts reach over the line, the line is what counts.
    assert bodies.index[50, 67] == NO_BODY
    assert bodies.ragged[50, 75]
    assert bodies.of[form.surfaces.index[50, 50]] == shirt


def test_paper_between_lines_is_no_garment():
    flat, parts, ink = open_shirt()
    parts[:] = Part.BACKGROUND
    parts[30:70, 62:66] = Part.TOP
    assert read_form(flat, None, parts, ink).bodies.count == 0


def test_paper_that_no_line_bounds_is_no_garment():
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    parts[30:70, 30:66] = Part.TOP
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    assert (form_of(flat, parts, ink=ink).bodies.index == NO_BODY).all()
    cv2.rectangle(ink, (30, 30), (65, 69), 1)
    ink[60:] = 0
    assert form_of(flat, parts, ink=ink).bodies.index[50, 48] != NO_BODY


@pytest.mark.parametrize(("side", "is_garment"), [(8, False), (16, True)])
def test_a_small_place_between_letters_is_no_garment(side, is_garment):
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    cv2.rectangle(ink, (39, 39), (40 + side, 40 + side), 1)
    ink[39, 42:45] = 0
    parts[10:22, 50:90] = parts[40 : 40 + side, 40 : 40 + side] = Part.TOP
    assert (form_of(flat, parts, ink=ink).bodies.count == 1) == is_garment


def test_what_lies_between_letters_has_no_form():
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    parts = np.full((SIDE, SIDE), Part.BACKGROUND, dtype=np.uint8)
    flat[20:50, 10:80], parts[20:50, 10:80] = SKIN, Part.HAIR
    assert form_of(flat, parts).bodies.count == 1
    ink = np.zeros((SIDE, SIDE), dtype=np.float32)
    ink[:, ::2] = 1
    assert form_of(flat, parts, ink=ink).bodies.count == 0
