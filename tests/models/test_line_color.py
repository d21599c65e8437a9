"""What colours lines take, and that what is no ink stays the artist's own."""

from dataclasses import replace

import numpy as np
import pytest

from models.geometry import Size
from models.line_color import LineColor
from models.regions.drawn_lines import LineKind, read_lines
from tests.helpers.drawn_papers import HEIGHT, WIDTH, dark_sheets, inked, light_sheets, on_nothing
from tests.helpers.drawn_papers import plain as plain_line

BROWN = (92, 52, 44)
SKIN, BLUE = (250, 220, 200), (60, 90, 180)
INK, AWAY = plain_line() == 0, plain_line() == 255
WHOLE = slice(None)


def flats(left=SKIN, right=BLUE):
    """Two flats that meet within the line that is the left side of the body."""
    rgb_u8 = np.full((HEIGHT, WIDTH, 3), left, np.uint8)
    rgb_u8[:, 110:] = right
    return rgb_u8


def laid(sheet, color, rows=WHOLE, columns=WHOLE, *, flat_u8=None, clean_paper=False):
    lines = read_lines(sheet, clean_paper=clean_paper, color=color)
    return lines.laid(sheet, rows, columns, flat_u8)


@pytest.mark.parametrize("text", ["auto", "#5c342c"])
def test_text_and_back(text):
    assert str(LineColor.parse(text)) == text


@pytest.mark.parametrize("color", [(0, 0, 256), (-1, 0, 0)])
def test_colors_are_bytes(color):
    with pytest.raises(ValueError, match="between 0 and 255"):
        LineColor(color)


def test_reach_follows_the_picture():
    assert LineColor(BROWN).reach(Size(3000, 3000)) == 0
    assert [LineColor().reach(Size(1, side)) for side in (100, 3000, 9000)] == [4, 10, 16]


def test_lines_take_the_color_as_far_as_they_are_ink():
    sheet = inked(255, 0)
    line = laid(sheet, LineColor(BROWN))
    assert (line[INK][:, :3] == BROWN).all()
    assert (line[AWAY] == sheet[AWAY]).all()
    soft = ~INK & ~AWAY
    share = plain_line()[soft, None] / 255
    assert np.abs(line[soft][:, :3] - (255 * share + BROWN * (1 - share))).max() < 1.5


@pytest.mark.parametrize("name", dark_sheets())
def test_paper_keeps_its_pixels(name):
    sheet = dark_sheets()[name]
    lines = read_lines(sheet, color=LineColor(BROWN))
    paper = lines.line_art.pixels == 255
    assert (lines.laid(sheet, WHOLE)[paper] == sheet[paper]).all()


@pytest.mark.parametrize("ink", [(200, 20, 30), (20, 30, 200)])
def test_ink_gives_up_its_own_hue(ink):
    black = laid(inked(255, 0), LineColor((0, 160, 60)))
    line = laid(inked(255, ink), LineColor((0, 160, 60)))
    assert (line[INK][:, 1] > line[INK][:, 0] + 60).all()
    assert (line[INK][:, 1] > line[INK][:, 2] + 60).all()
    assert (line[AWAY] == black[AWAY]).all()


def test_light_lines_and_ink_on_nothing_cover_in_the_color():
    chalk = next(iter(light_sheets().values()))
    assert (laid(chalk, LineColor(BROWN))[INK] == (*BROWN, 255)).all()
    ink = on_nothing((0, 0, 0))
    line = laid(ink, LineColor(BROWN))
    assert (line[INK] == (*BROWN, 255)).all()
    assert (line[..., 3] == ink[..., 3]).all()


def test_each_line_takes_a_darker_tone_of_its_flat():
    flat_u8 = flats()
    line = laid(inked(255, 0), LineColor(), flat_u8=flat_u8)
    seen = (line[..., :3] * (flat_u8 / 255))[INK]
    here = flat_u8[INK].astype(int)
    assert (seen < here * 0.4).all()
    assert (seen.max(axis=1) > 20).all()
    assert (seen.argmax(axis=1) == here.argmax(axis=1)).all()


def test_ink_beside_a_flat_takes_its_tone_and_looks_the_same():
    """The outer half of an outline lies over white."""
    whole, half = flats(SKIN, SKIN), flats((255, 255, 255), SKIN)
    sheet = inked(255, 0)
    body = np.zeros_like(INK)
    body[160:220, 108:113] = True
    of_whole, of_half = (
        (laid(sheet, LineColor(), flat_u8=flat)[..., :3] * (flat / 255))[body & INK]
        for flat in (whole, half)
    )
    assert np.abs(of_whole - of_half).max() <= 1


def test_ink_far_from_every_flat_stays():
    sheet = inked(255, 0)
    assert (
        laid(sheet, LineColor(), flat_u8=flats((255, 255, 255), (255, 255, 255))) == sheet
    ).all()
    bare = np.dstack([flats(), np.zeros((HEIGHT, WIDTH), np.uint8)])
    assert (laid(sheet, LineColor(), flat_u8=bare) == sheet).all()
    assert (laid(sheet, LineColor()) == sheet).all()


def test_solid_black_keeps_its_inside():
    sheet = inked(255, 0)
    sheet[160:216, 120:200, :3] = 0
    line = laid(sheet, LineColor(), flat_u8=flats())
    assert (line[165:211, 125:195, :3] == 0).all()
    assert (
        line[180, 120, :3] == laid(inked(255, 0), LineColor(), flat_u8=flats())[180, 111, :3]
    ).all()


def test_light_lines_take_a_lighter_tone():
    chalk = next(iter(light_sheets().values()))
    line = laid(chalk, LineColor(), flat_u8=flats(BLUE, BLUE))
    assert (line[INK][:, :3] > BLUE).all()
    assert (line[INK][:, 2] > line[INK][:, 0]).all()


@pytest.mark.parametrize("color", [LineColor(), LineColor(BROWN)])
@pytest.mark.parametrize("clean_paper", [False, True])
@pytest.mark.parametrize(
    "sheet", [inked(255, 0), on_nothing((0, 0, 0)), next(iter(light_sheets().values()))]
)
def test_pieces_are_those_of_the_whole(sheet, clean_paper, color):
    flat_u8 = flats((255, 255, 255))
    whole = laid(sheet, color, flat_u8=flat_u8, clean_paper=clean_paper)
    for rows, columns in ((slice(0, 30), WHOLE), (slice(150, 153), slice(105, 131))):
        piece = laid(sheet, color, rows, columns, flat_u8=flat_u8, clean_paper=clean_paper)
        assert (piece == whole[rows, columns]).all()


def test_without_a_color_lines_are_handed_out_as_they_are():
    sheet = inked(255, 0)
    lines = read_lines(sheet, LineKind.DARK)
    assert np.shares_memory(lines.laid(sheet, WHOLE, flats=flats()), sheet)
    assert lines.reach == 0
    assert replace(lines, color=LineColor()).reach == 4
