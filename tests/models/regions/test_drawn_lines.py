import cv2
import numpy as np
import pytest

from models.cells.cells import normalized_ink, watershed_basins
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, hint_owners
from models.regions.drawn_lines import LineKind, find_line_kind, read_lines
from tests.helpers.drawn_papers import (
    HEIGHT,
    HINTS,
    WIDTH,
    dark_sheets,
    inked,
    light_sheets,
    on_nothing,
    opaque,
    plain,
    sheets_of_ink,
)

DARK, LIGHT, INK = dark_sheets(), light_sheets(), sheets_of_ink()
KINDS = {
    **dict.fromkeys(DARK, LineKind.DARK),
    **dict.fromkeys(LIGHT, LineKind.LIGHT),
    **dict.fromkeys(INK, LineKind.ALPHA),
}
SHEETS = {**DARK, **LIGHT, **INK}


def basins(line_u8: np.ndarray, hints: HintSet = HINTS) -> np.ndarray:
    return watershed_basins(normalized_ink(line_u8), hint_owners(hints, Size(HEIGHT, WIDTH)))


@pytest.mark.parametrize("name", SHEETS)
def test_kind_of_the_lines_is_found_out(name):
    assert find_line_kind(SHEETS[name]) is KINDS[name]


@pytest.mark.parametrize("name", SHEETS)
def test_colors_flow_as_on_white_paper(name):
    away_from_lines = plain() > 200
    wanted = basins(plain())[away_from_lines]
    assert len(np.unique(wanted)) == len(HINTS)
    found = basins(read_lines(SHEETS[name]).line_art.pixels)[away_from_lines]
    assert (found == wanted).mean() > 0.995


@pytest.mark.parametrize("name", SHEETS)
def test_paper_is_white_and_lines_are_dark(name):
    line_u8 = read_lines(SHEETS[name]).line_art.pixels
    near = cv2.erode(plain(), np.ones((9, 9), np.uint8)) < 255
    assert np.percentile(line_u8[~near], 1) > 225
    assert line_u8[plain() < 30].mean() < 150


def test_ink_on_white_paper_comes_back_to_the_pixel():
    soft = np.asarray(cv2.GaussianBlur(plain(), (0, 0), 0.8), np.uint8)
    solid = plain()
    cv2.circle(solid, (270, 50), 20, (0,), cv2.FILLED)
    for line_u8 in (plain(), soft, solid, np.where(plain() < 128, 0, 255).astype(np.uint8)):
        assert np.array_equal(read_lines(opaque(line_u8[..., None])).line_art.pixels, line_u8)


def night() -> np.ndarray:
    """A black sky with stars around figures in black lines."""
    line_u8 = plain()
    cv2.floodFill(line_u8, None, (2, 2), (0,))
    for x, y in np.random.default_rng(1).uniform(0, 1, (60, 2)) * (WIDTH, HEIGHT):
        if line_u8[int(y), int(x)] == 0:
            cv2.circle(line_u8, (int(x), int(y)), 1, (255,), cv2.FILLED)
    cv2.line(line_u8, (140, 90), (150, 90), (0,), 2)
    cv2.line(line_u8, (170, 90), (180, 90), (0,), 2)
    for x in range(120, 205, 12):
        cv2.line(line_u8, (x, 160), (x + 4, 215), (0,), 1, cv2.LINE_AA)
    return line_u8


def test_much_solid_black_is_no_black_sheet():
    body = plain()
    for place in ((160, 190), (160, 50)):
        cv2.floodFill(body, None, place, (0,))
    for line_u8 in (body, night()):
        lines = read_lines(opaque(line_u8[..., None]))
        assert lines.kind is LineKind.DARK
        assert np.array_equal(lines.line_art.pixels, line_u8)


def test_white_surface_on_black_paper_is_ink():
    line_u8 = 255 - plain()
    cv2.floodFill(line_u8, None, (160, 190), (255,))
    lines = read_lines(opaque(line_u8[..., None]))
    assert lines.kind is LineKind.LIGHT
    assert lines.line_art.pixels[190, 160] == 0


def test_cut_out_sheet_has_dark_lines_on_its_paper():
    rgba_u8 = opaque(plain()[..., None])
    rgba_u8[:, :100] = 0
    lines = read_lines(rgba_u8)
    assert lines.kind is LineKind.DARK
    assert np.array_equal(lines.line_art.pixels, LineArt.from_rgba(rgba_u8).pixels)


def test_cut_out_black_sheet_has_light_lines():
    rgba_u8 = opaque(255.0 - plain()[..., None])
    rgba_u8[:, :100] = 0
    lines = read_lines(rgba_u8)
    assert lines.kind is LineKind.LIGHT
    assert lines.line_art.pixels[190, 50] == 255
    assert lines.line_art.pixels[190, 160] == 255
    assert lines.line_art.pixels[226, 160] == 0


def test_shaded_surface_is_paper_and_inked_surface_is_not():
    line_u8 = plain()
    cv2.floodFill(line_u8, None, (160, 190), (150,))
    cv2.floodFill(line_u8, None, (160, 50), (10,))
    found = read_lines(opaque(line_u8[..., None])).line_art.pixels
    assert found[190, 160] == 255
    assert found[50, 160] == 10


def test_what_the_lines_are_can_be_said():
    sheet = inked(0, 255)
    assert np.array_equal(
        read_lines(sheet, LineKind.DARK).line_art.pixels, LineArt.from_rgba(sheet).pixels
    )
    assert read_lines(on_nothing((0, 0, 0)), LineKind.DARK).kind is LineKind.DARK
    with pytest.raises(ValueError, match="choose dark or light"):
        read_lines(sheet, LineKind.ALPHA)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_sheet_without_lines_has_none(level):
    sheet = opaque(np.full((HEIGHT, WIDTH, 3), level))
    assert len(np.unique(read_lines(sheet).line_art.pixels)) == 1


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (3, 2), (20, 7)])
def test_smallest_sheets_are_read(shape):
    rgba_u8 = np.random.default_rng(2).integers(0, 256, (*shape, 4), dtype=np.uint8)
    for sheet in (rgba_u8, np.full_like(rgba_u8, 255), np.zeros_like(rgba_u8)):
        assert read_lines(sheet).line_art.pixels.shape == shape


def test_dark_lines_are_laid_with_their_own_pixels():
    for sheet in (inked((196, 160, 115), (40, 25, 20), grain=9), on_nothing((110, 190, 255))):
        lines = read_lines(sheet)
        assert not lines.is_lifted
        assert np.array_equal(lines.laid(sheet, slice(0, HEIGHT)), sheet)


@pytest.mark.parametrize("name", [*LIGHT, "kraft", "hard shadow", "dithered"])
def test_lifted_lines_leave_their_paper(name):
    lines = read_lines(SHEETS[name], clean_paper=KINDS[name] is LineKind.DARK)
    laid = lines.laid(SHEETS[name], slice(0, HEIGHT))
    near = cv2.erode(plain(), np.ones((9, 9), np.uint8)) < 255
    assert np.percentile(laid[~near][:, 3], 98) < 30
    core = plain() < 1
    assert laid[core][:, 3].mean() > 215
    whole = core & (laid[..., 3] == 255)
    assert whole.sum() > 50
    assert np.array_equal(laid[whole], SHEETS[name][whole])


def test_lifted_lines_do_not_depend_on_the_piece():
    sheet = SHEETS["blackboard"]
    lines = read_lines(sheet)
    whole = lines.laid(sheet, slice(0, HEIGHT))
    piece = lines.laid(sheet, slice(57, 131), slice(90, 215))
    assert np.array_equal(piece, whole[57:131, 90:215])
