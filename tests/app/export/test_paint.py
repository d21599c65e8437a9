"""Promises about what OpenToonz takes: hard pixels, every colour a named style."""

import numpy as np
import pytest

from app.document.palette import read_color_names
from app.errors import LayerError
from app.export import paint
from app.export.paint import palette_text, write_paint
from app.export.png import kept_alpha
from models.hints.hints import LineArt
from models.pictures.files import read_picture
from tests.helpers.colored import (
    EYES,
    HAIR,
    NAMES,
    PROFILE,
    SIZE,
    SKIN,
    colored,
    drawn,
    soft_sheet,
)


def _read_tpl(text):
    """Styles (name, red, green, blue, alpha) and pages as OpenToonz reads them: by tokens."""
    tokens = list(_tokens(text))
    assert tokens[:2] == ["<palette", "name"]
    styles, pages, at = [], [], 0
    while at < len(tokens):
        if tokens[at] == "<style>":
            end = tokens.index("</style>", at)
            name, kind, *channels = tokens[at + 1 : end]
            if len(name) == 2 and name[0] == "_" and name[1].isdigit():  # a style's flags
                name, kind, *channels = tokens[at + 2 : end]
            assert not name[0].isdigit()
            assert kind == "3"
            name = name.removeprefix("_")
            styles.append((name, *(int(channel) for channel in channels)))
        if tokens[at] == "<indices>":
            end = tokens.index("</indices>", at)
            pages.append([int(index) for index in tokens[at + 1 : end]])
        at += 1
    return styles, pages


def _tokens(text):
    word, quoted, escaped = "", False, False
    for char in text:
        if escaped:
            word, escaped = word + char, False
        elif quoted and char == "\\":
            escaped = True
        elif char == '"':
            if quoted:
                yield word
                word = ""
            quoted = not quoted
        elif not quoted and (char.isspace() or char == "="):
            if word:
                yield word
            word = ""
        else:
            word += char
    assert (quoted, escaped) == (False, False)


def _written(tmp_path, picture, names=None):
    path = tmp_path / "着色.paint.png"
    write_paint(
        path, LineArt.from_rgba(picture.rgba_u8), colored().flat_u8, alpha=kept_alpha(picture),
        names=names, dpi=picture.dpi, icc_profile=picture.icc_profile,
    )  # fmt: skip
    return path, read_picture(path), *_read_tpl(path.with_suffix(".tpl").read_text("utf-8"))


def test_every_pixel_has_the_color_of_a_style(tmp_path):
    _, picture, styles, pages = _written(tmp_path, drawn())
    listed = {style[1:] for style in styles}
    assert {tuple(color) for color in picture.rgba_u8.reshape(-1, 4).tolist()} <= listed
    assert pages == [[0, 1, 2, 3, 4]]
    assert styles[0][1:] == (255, 255, 255, 0)


def test_flats_lie_under_hard_ink(tmp_path):
    flat_u8 = colored().flat_u8
    _, picture, _, _ = _written(tmp_path, drawn())
    is_ink = (picture.rgba_u8[..., :3] == 0).all(axis=2)
    assert np.array_equal(np.flatnonzero(is_ink.all(axis=1)), [13, 14, 26])
    assert np.array_equal(picture.rgba_u8[~is_ink][:, :3], flat_u8[~is_ink])
    assert np.all(picture.rgba_u8[..., 3] == 255)


def test_styles_carry_the_palettes_names(tmp_path):
    _, _, styles, _ = _written(tmp_path, drawn(), NAMES)
    assert styles[1:] == [
        ("Ink", 0, 0, 0, 255),
        (NAMES[SKIN], *SKIN, 255),
        (NAMES[HAIR], *HAIR, 255),
        (NAMES[EYES], *EYES, 255),
    ]


def test_colors_without_a_name_are_named_by_their_value(tmp_path):
    _, _, styles, _ = _written(tmp_path, drawn())
    assert styles[2][0] == "#f0c8a0"


def test_soft_sheet_becomes_hard_and_empty_places_have_no_style_of_their_own(tmp_path):
    sheet = soft_sheet()
    _, picture, _, _ = _written(tmp_path, drawn(sheet))
    assert np.array_equal(picture.rgba_u8[..., 3], np.where(sheet < 128, 0, 255))


def test_profile_and_resolution_are_kept(tmp_path):
    _, picture, _, _ = _written(tmp_path, drawn())
    assert picture.icc_profile == PROFILE
    assert picture.dpi == pytest.approx((300, 150), abs=0.02)


def test_black_flats_keep_a_style_apart_from_the_ink(tmp_path):
    picture = drawn()
    flat_u8 = np.zeros((*SIZE.shape, 3), np.uint8)
    path = tmp_path / "a.png"
    write_paint(path, LineArt.from_rgba(picture.rgba_u8), flat_u8)
    styles, _ = _read_tpl(path.with_suffix(".tpl").read_text("utf-8"))
    assert [style[1:4] for style in styles[1:]] == [(1, 0, 0), (0, 0, 0)]


def test_names_that_could_be_read_as_something_else_come_back():
    names = ["7", "_x", "0 shadow", "|link", "@link", 'say "hi"', "back\\slash", "影 1", "a\nb", ""]
    styles, _ = _read_tpl(palette_text("x", [(name, (1, 2, 3)) for name in names]))
    found = [style[0].strip() for style in styles[1:]]
    wanted = ["7", "_x", "0 shadow", "|link", "@link", 'say "hi"', "back\\slash", "影 1", "a b"]
    assert found == [*wanted, "color"]


def test_more_colors_than_styles_name_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(paint, "MOST_STYLES", 4)
    picture = drawn()
    with pytest.raises(LayerError, match=r"3 colours, an OpenToonz palette holds 2; lock them"):
        write_paint(tmp_path / "a.png", LineArt.from_rgba(picture.rgba_u8),
                    colored().flat_u8)  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_names_of_a_palette_file_are_read(tmp_path):
    gimp = tmp_path / "a.gpl"
    gimp.write_text("GIMP Palette\nName: 色\n240 200 160\t肌 light\n1 2 3 Untitled\n", "utf-8")
    assert read_color_names(gimp) == {SKIN: "肌 light"}
    lines = tmp_path / "a.txt"
    lines.write_text("#f0c8a0 skin\n#f0c8a0 again\n#010203\n", "utf-8")
    assert read_color_names(lines) == {SKIN: "skin"}
