from dataclasses import replace

import numpy as np
import pytest

from app.document.document import Document
from app.export.coloring import layers_of
from app.export.document_layers import DocumentLayers
from app.export.layers import merged_rows
from app.export.png import colored_rows, write_merged_png
from models.geometry import Size
from models.hints.hints import HintSet
from models.pictures.files import Picture, read_picture
from models.regions.drawn_lines import LineKind, read_lines
from tests.helpers.colored import Colored
from tests.helpers.drawn_papers import (
    HEIGHT,
    WIDTH,
    dark_sheets,
    inked,
    light_sheets,
    on_nothing,
    opaque,
    plain,
)

SIZE = Size(HEIGHT, WIDTH)
COLOR = (51, 102, 204)
AWAY = plain() == 255


def picture_of(rgba_u8: np.ndarray) -> Picture:
    return Picture(
        rgba_u8=rgba_u8, has_alpha=bool(rgba_u8[..., 3].min() < 255), icc_profile=None, dpi=None,
        format="PNG", mode="RGBA", bit_depth=8,
    )  # fmt: skip


def color() -> np.ndarray:
    rgba_u8 = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
    rgba_u8[..., :3] = COLOR
    return rgba_u8


def away_from(rgb_u8: np.ndarray, wanted: object) -> int:
    return int(np.abs(rgb_u8.astype(int) - np.asarray(wanted)).max())


@pytest.mark.parametrize("ink", [(0, 0, 0), (110, 190, 255), (255, 255, 255), (255, 230, 60)])
def test_ink_of_any_color_lies_over_visible_fills(ink):
    written = colored_rows(picture_of(on_nothing(ink)), color())[:]
    assert (written[..., 3] == 255).all()
    assert away_from(written[AWAY][:, :3], COLOR) == 0
    assert away_from(written[plain() == 0][:, :3], ink) == 0


@pytest.mark.parametrize("name", light_sheets())
def test_light_lines_lie_over_visible_fills(name):
    sheet = light_sheets()[name]
    lines = read_lines(sheet)
    written = colored_rows(picture_of(sheet), color(), lines)[:]
    far = lines.laid(sheet, slice(0, HEIGHT))[..., 3] == 0
    assert (far & AWAY).sum() > 0.9 * AWAY.sum()
    assert away_from(written[far], COLOR) == 0
    core = lines.laid(sheet, slice(0, HEIGHT))[..., 3] == 255
    assert core.sum() > 150
    assert away_from(written[core], sheet[core][:, :3]) == 0


def test_paper_stays_unless_it_is_to_be_taken_off():
    sheet = dark_sheets()["kraft"]
    kept = colored_rows(picture_of(sheet), color())[:]
    assert away_from(kept, np.rint(np.array(COLOR) / 255 * sheet[..., :3])) <= 1
    clean = colored_rows(picture_of(sheet), color(), read_lines(sheet, clean_paper=True))[:]
    assert (np.abs(clean[AWAY].astype(int) - COLOR).max(axis=1) == 0).mean() > 0.95
    assert clean[plain() == 0].mean() < 40


def cases() -> dict[str, tuple[np.ndarray, bool]]:
    cut = inked(0, 255)
    cut[:, :100] = 0
    cut[:, 100:104, 3] = (50, 120, 180, 230)
    dark = dark_sheets()["hard shadow"]
    cut_dark = dark.copy()
    cut_dark[..., 3] = cut[..., 3]
    return {
        "dark": (opaque(plain()[..., None]), False),
        "light": (light_sheets()["blueprint"], False),
        "light, cut out": (cut, False),
        "ink": (on_nothing((110, 190, 255), (255, 255, 255)), False),
        "clean": (dark, True),
        "clean, cut out": (cut_dark, True),
    }


@pytest.mark.parametrize("name", cases())
def test_every_file_shows_the_same_picture(name, tmp_path):
    sheet, clean_paper = cases()[name]
    picture = picture_of(sheet)
    lines = read_lines(sheet, clean_paper=clean_paper)
    given = Colored(color(), color()[..., :3], None, None)
    wanted = colored_rows(picture, given.rgba_u8, lines)[:].astype(int)
    shown = wanted[..., 3] == 255 if wanted.shape[2] == 4 else np.ones(SIZE.shape, bool)
    layers = merged_rows(layers_of(picture, given, HintSet(), lines=lines), SIZE)[:]
    assert away_from(layers[shown][:, :3], wanted[shown][:, :3]) <= 2
    document = Document(line_art=lines.line_art).with_lines(lines, is_set=False)
    kept = DocumentLayers.of(document, {"line": sheet, "colour": given.rgba_u8})
    path = tmp_path / "a.png"
    write_merged_png(path, kept.plain(), SIZE, alpha=kept.alpha)
    written = read_picture(path).rgba_u8
    assert away_from(written[..., : wanted.shape[2]], wanted) <= 2


def test_line_layer_has_the_lines_alone_and_their_pixels():
    sheet = light_sheets()["blueprint"]
    node = layers_of(picture_of(sheet), Colored(color(), None, None, None), HintSet())[-1]
    line = node.rgba_u8[:]
    assert (line[AWAY][:, 3] == 0).all()
    assert (line[plain() == 0] == 255).all()
    assert node.blend.value == "normal"


def test_reading_another_way_changes_how_the_lines_lie():
    sheet = light_sheets()["white on black"]
    lines = read_lines(sheet)
    document = Document(line_art=lines.line_art).with_lines(lines, is_set=False)
    assert document.layer("line").blend.value == "normal"
    dark = document.with_lines(read_lines(sheet, LineKind.DARK), is_set=True)
    assert dark.layer("line").blend.value == "multiply"
    assert replace(dark, hints=HintSet()).lines.kind is LineKind.DARK
