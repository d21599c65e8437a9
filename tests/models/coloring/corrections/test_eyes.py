"""The eyes' colour goes to irises: pupils stay dark, lights white, faces and hints as they were."""

import cv2
import numpy as np
import pytest

import resources
from models.coloring.compose import prepare_color
from models.coloring.line_guide import make_guide
from models.coloring.painting import Painting
from models.coloring.region_color import find_drawing_regions, make_region_guide
from models.device import CPU
from models.geometry import Frame, Size
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.hints.parts import Part
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, Stage
from models.runtime.catalog import Catalog
from tests.helpers.places import ROOT

SKIN, RED, WHITE = (243, 207, 181), (196, 50, 56), (255, 255, 255)
MIDDLE = (80, 80)


def draw_eye(*, opening=0.0, has_light=True, is_inked=False):
    """uint8 (160, 160): a face with an iris of 40 pixels about the middle, and a pupil in it.

    opening  degrees of the iris's outline that are not drawn.
    """
    line_u8 = np.full((160, 160), 255, dtype=np.uint8)
    cv2.rectangle(line_u8, (8, 8), (152, 152), 0, 2)
    cv2.ellipse(line_u8, MIDDLE, (40, 40), 0, opening / 2, 360 - opening / 2, 0, 2)
    cv2.ellipse(line_u8, MIDDLE, (12, 17), 0, 0, 360, 0, cv2.FILLED if is_inked else 2)
    if has_light:
        cv2.circle(line_u8, (62, 58), 9, 255, cv2.FILLED)
        cv2.circle(line_u8, (62, 58), 9, 0, 2)
    return line_u8


def colored(line_u8, *, hints=(), palette=()):
    """Flats after a generator that sees the eye and gives all of it red, where it is closed off."""
    frame = Frame(Size(160, 160), Size(160, 160), Size(160, 160))
    down, across = np.mgrid[:160, :160]
    eyes = np.hypot(down - MIDDLE[1], across - MIDDLE[0]) < 38
    regions = find_drawing_regions(line_u8)
    face = regions.labels[20, 20]
    flat = np.empty((160, 160, 3), dtype=np.float32)
    flat[:] = np.array(SKIN) / 255
    flat[eyes & (regions.labels != face)] = np.array(RED) / 255
    parts = np.where(eyes, Part.EYES, Part.SKIN).astype(np.uint8)
    painting = Painting(rgb=flat, flat=flat, parts=parts)
    return prepare_color(
        painting,
        make_guide(line_u8, frame),
        hints=HintSet(tuple(hints)),
        palette=palette,
        regions=make_region_guide(regions, frame),
    ).flat_u8


def at(flat_u8, x, y):
    return tuple(int(channel) for channel in flat_u8[y, x])


@pytest.mark.parametrize("opening", [0.0, 50.0])
def test_iris_is_red_pupil_dark_light_white_and_face_skin(opening):
    flat_u8 = colored(draw_eye(opening=opening))
    assert at(flat_u8, 80, 108) == RED
    assert at(flat_u8, 55, 85) == RED
    assert max(at(flat_u8, 80, 80)) < 80
    assert at(flat_u8, 62, 58) == WHITE
    for place in ((20, 20), (30, 120), (140, 80), (80, 140)):
        assert at(flat_u8, *place) == SKIN


def test_open_iris_keeps_its_round_where_no_line_is():
    flat_u8 = colored(draw_eye(opening=50.0))
    is_red = (flat_u8 == RED).all(axis=2)
    assert is_red[80, 100:116].all()
    assert not is_red[:, 124:].any()


def test_pupil_that_is_inked_is_not_sought_again():
    flat_u8 = colored(draw_eye(is_inked=True))
    assert at(flat_u8, 80, 108) == RED
    assert at(flat_u8, 62, 58) == WHITE
    colors = {tuple(color) for color in flat_u8.reshape(-1, 3).tolist()}
    assert colors <= {RED, WHITE, SKIN}


def test_eye_with_a_hint_is_the_artists():
    blue = PointHint(80.0, 80.0, (40, 60, 200), 3.0)
    flat_u8 = colored(draw_eye(), hints=(blue,))
    assert at(flat_u8, 80, 80) == blue.color
    assert at(flat_u8, 62, 58) == RED  # as the generator has it


def test_hint_beside_the_eye_leaves_its_parts():
    green = PointHint(20.0, 20.0, (40, 160, 60), 3.0)
    flat_u8 = colored(draw_eye(), hints=(green,))
    assert at(flat_u8, 20, 20) == at(flat_u8, 140, 80) == green.color
    assert max(at(flat_u8, 80, 80)) < 80


def test_locked_palette_holds_in_eyes():
    flat_u8 = colored(draw_eye(), palette=(SKIN, RED))
    colors = {tuple(color) for color in flat_u8.reshape(-1, 3).tolist()}
    assert colors == {SKIN, RED}


def test_face_that_looks_like_an_eye_to_the_generator_stays():
    line_u8 = np.full((160, 160), 255, dtype=np.uint8)
    cv2.rectangle(line_u8, (8, 8), (152, 152), 0, 2)
    assert (colored(line_u8)[20:140, 20:140] == SKIN).all()


def test_red_eyes_after_blue_hair_color_the_irises_of_a_drawing():
    line_art = LineArt.from_rgba(read_picture(ROOT / "tests/golden/drawings/mei.png").rgba_u8)
    generator = Catalog((resources.GENERATORS,)).load("tintline", CPU)
    tags = TagSelection(("blue_hair", "red_eyes"))
    request = ColorizeRequest(request_id=1, line_art=line_art, tags=tags)
    results = list(Colorizer(generator).run(request, is_cancelled=lambda: False))
    assert results[-1].stage is Stage.FULL
    flat_u8 = results[-1].flat_u8
    is_red = (np.abs(flat_u8.astype(int) - RED) < 4).all(axis=2)
    is_dark = flat_u8.max(axis=2) < 80
    for left in (262, 440):  # the boxes of her eyes
        box = np.s_[395:480, left : left + 95]
        assert is_red[box].sum() > 1500
        ys, xs = np.nonzero(is_dark[box])
        assert 200 < len(ys) < 900
        ring = is_red[box].nonzero()
        assert abs(xs.mean() - ring[1].mean()) < 12


def test_eye_that_is_open_to_the_sheet_stains_nothing():
    """In a sketch whose face is open too, the region of an eye is the whole sheet."""
    line_u8 = np.full((640, 640), 255, dtype=np.uint8)
    line_u8[:160, :160] = draw_eye(opening=50.0)
    line_u8[:160, 100:160] = 255  # nothing bounds it at the right
    frame = Frame(Size(640, 640), Size(640, 640), Size(640, 640))
    down, across = np.mgrid[:640, :640]
    eyes = np.hypot(down - MIDDLE[1], across - MIDDLE[0]) < 38
    regions = find_drawing_regions(line_u8)
    sheet = regions.labels[600, 600]
    assert regions.labels[80, 110] == sheet
    flat = np.empty((640, 640, 3), dtype=np.float32)
    flat[:] = np.array(WHITE) / 255
    flat[eyes & (regions.labels != sheet)] = np.array(RED) / 255
    parts = np.where(eyes, Part.EYES, Part.SKIN).astype(np.uint8)
    flat_u8 = prepare_color(
        Painting(rgb=flat, flat=flat, parts=parts),
        make_guide(line_u8, frame),
        hints=HintSet(),
        regions=make_region_guide(regions, frame),
    ).flat_u8
    assert not (flat_u8 == RED).all(axis=2)[regions.labels == sheet].any()
