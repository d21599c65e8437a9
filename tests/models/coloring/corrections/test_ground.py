"""What a generator guesses of a ground with hints becomes the hints' colour, and nothing else."""

import numpy as np
import pytest

from models.coloring.corrections import ground as ground_rules
from models.coloring.corrections.ground import bare_ground, color_ground
from models.memory import held_bytes

BLUE, RED, GREEN, WHITE, SKIN = (
    (0, 0, 200),
    (200, 0, 0),
    (0, 200, 0),
    (255, 255, 255),
    (240, 200, 160),
)
COLORS = np.array([(0, 0, 0), BLUE, RED, GREEN], np.uint8)
SHAPE = (8, 40)


@pytest.fixture
def sheet():
    """Flats, ground, regions and hints of a blue sheet, of one region and all ground."""
    flat_u8 = np.empty((*SHAPE, 3), np.uint8)
    flat_u8[:] = BLUE
    owner = np.zeros(SHAPE, np.int32)
    owner[2, 2] = 1
    return flat_u8, np.ones(SHAPE, bool), np.zeros(SHAPE, np.int32), owner


def _colored(flat_u8, ground, labels, owner):
    before = flat_u8.copy()
    result = color_ground(flat_u8, ground, labels, owner=owner, colors=COLORS)
    assert np.array_equal(flat_u8, before)
    return result


def test_a_far_piece_of_the_ground_is_not_left_white(sheet):
    flat_u8, ground, _, _ = sheet
    flat_u8[4:, 30:] = WHITE
    ground[4, 30:34] = False  # the piece's edge may look otherwise
    assert (_colored(*sheet) == BLUE).all()


def test_the_nearest_hint_on_the_ground_decides(sheet):
    flat_u8, _, _, owner = sheet
    flat_u8[:, 6:30] = WHITE
    owner[2, 34] = 3
    flat_u8[:, 30:] = GREEN
    rgb_u8 = _colored(*sheet)
    assert (rgb_u8[:, :17] == BLUE).all()
    assert (rgb_u8[:, 20:] == GREEN).all()


@pytest.mark.parametrize("kept", ["other part", "other region", "hint's colour", "no hint on it"])
def test_what_is_no_guess_of_this_ground_is_kept(sheet, kept):
    flat_u8, ground, labels, owner = sheet
    piece = (slice(4, None), slice(30, None))
    flat_u8[piece] = RED if kept == "hint's colour" else SKIN
    if kept == "other part":
        ground[piece] = False
    if kept == "other region":
        labels[piece] = 1
    if kept == "no hint on it":
        ground[2, 2] = False
    assert np.array_equal(_colored(flat_u8, ground, labels, owner), flat_u8)


def open_figure():
    """A figure whose lines are open to the paper, all of one region, painted as one hint says."""
    flat = np.full((120, 120, 3), (30, 60, 200), np.uint8)
    labels = np.zeros((120, 120), np.int32)
    ink = np.zeros((120, 120), np.float32)
    ink[30:90, [40, 80]] = 1
    ink[[30, 89], 40:81] = 1
    ink[58:61, 80] = 0
    ground = np.ones((120, 120), bool)
    ground[30:90, 40:81] = False
    hinted = np.zeros((120, 120), bool)
    hinted[50:53, 55:65] = True
    return flat, ground, labels, ink, hinted


def test_paper_stays_white_though_the_figure_that_is_open_to_it_is_hinted():
    flat, ground, labels, ink, hinted = open_figure()
    found = bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert (found[:20] == 255).all()
    assert (found[:, :30] == 255).all()
    assert (found[40:80, 50:70] == flat[40:80, 50:70]).all()


def test_ground_that_a_hint_lies_on_keeps_what_it_was_given():
    flat, ground, labels, ink, hinted = open_figure()
    hinted[5:8, 5:15] = True
    assert bare_ground(flat, ground, labels, ink, hinted=hinted) is flat


def wide_figure(*, gap):
    """An open figure whose generator sees nothing but ground, with a hint in its middle."""
    flat = np.full((200, 200, 3), (30, 60, 200), np.uint8)
    labels = np.zeros((200, 200), np.int32)
    ink = np.zeros((200, 200), np.float32)
    ink[60:140, [60, 140]] = 1
    ink[[60, 139], 60:141] = 1
    ink[gap, 140] = 0
    hinted = np.zeros((200, 200), bool)
    hinted[98:102, 95:105] = True
    return flat, np.ones((200, 200), bool), labels, ink, hinted


def test_a_hint_within_open_lines_speaks_for_what_they_hold():
    flat, ground, labels, ink, hinted = wide_figure(gap=slice(92, 108))
    found = bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert (found[:50] == 255).all()
    assert (found[:, 150:] == 255).all()
    assert (found[80:120, 75:120] == flat[0, 0]).all()


def test_a_hint_in_a_bay_as_wide_as_its_mouth_speaks_for_the_paper():
    flat, ground, labels, ink, hinted = wide_figure(gap=slice(62, 138))
    assert bare_ground(flat, ground, labels, ink, hinted=hinted) is flat


def test_a_hint_on_a_lawn_that_a_ball_looks_into_colors_the_lawn():
    flat, ground, labels, ink, hinted = wide_figure(gap=slice(0, 0))
    ink[:] = 0
    ink[100, 20:181] = ink[147, 20:181] = 1  # the horizon, and the frame below the lawn
    ink[100:148, [20, 180]] = 1
    ink[147, 65:136] = 0
    hinted[:] = False
    hinted[122:126, 95:106] = True
    assert bare_ground(flat, ground, labels, ink, hinted=hinted) is flat


def test_a_body_that_the_picture_cuts_off_is_not_the_paper_beside_it():
    flat, ground, labels, ink, hinted = wide_figure(gap=slice(0, 0))
    ink[139], ink[139:, [60, 140]] = 0, 1
    ink[80:84, 140] = 0  # the generator's region runs out here
    hinted[:] = False
    hinted[186:190, 95:105] = True
    found = bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert (found[:, :50] == 255).all()
    assert (found[:, 150:] == 255).all()
    assert (found[70:, 75:125] == flat[0, 0]).all()


def test_a_dab_beside_a_line_does_not_color_the_paper_beyond():
    flat, ground, labels, ink, hinted = wide_figure(gap=slice(0, 0))
    ink[100:104, 140] = 0
    hinted[:] = False
    hinted[100:103, 137:140] = True
    found = bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert (found[:50] == 255).all()


def test_balls_are_rolled_once_a_drawing(monkeypatch):
    rolled = []
    outside = ground_rules._outside
    monkeypatch.setattr(
        ground_rules, "_outside", lambda free, size: rolled.append(size) or outside(free, size)
    )
    labels, ink = np.zeros((60, 80), np.int32), np.zeros((60, 80), np.float32)
    flat, ground = np.zeros((60, 80, 3), np.uint8), np.ones((60, 80), bool)
    for x in (20, 40, 60):
        hinted = np.zeros((60, 80), bool)
        hinted[30, x] = True
        bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert len(rolled) == len(set(rolled)) > 0


def test_balls_of_drawings_before_are_kept_within_a_bound(monkeypatch):
    ink, hinted = np.zeros((60, 80), np.float32), np.zeros((60, 80), bool)
    drawings = [np.zeros((60, 80), np.int32) for _ in range(3)]
    flat, ground = np.zeros((60, 80, 3), np.uint8), np.ones((60, 80), bool)
    bound = held_bytes(*(ground_rules._sheet_of(labels, ink) for labels in drawings))
    monkeypatch.setattr(ground_rules._kept, "_limit_bytes", bound)
    for labels in drawings:
        bare_ground(flat, ground, labels, ink, hinted=hinted)
    assert held_bytes(*ground_rules._kept._kept.values()) <= bound
