"""Promises of ``tintline colorize`` about hints, palettes, layers and trace lines."""

import json
import zipfile

import cv2
import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage

from app.cli.command import run_command
from models.pictures.files import read_picture, write_png

SKIN, SHIRT = (240, 200, 160), (48, 96, 192)

pytestmark = pytest.mark.usefixtures("no_generators")


def _line_art() -> np.ndarray:
    line_u8 = np.full((140, 120), 255, np.uint8)
    cv2.circle(line_u8, (60, 45), 34, 0, 2, cv2.LINE_AA)
    cv2.rectangle(line_u8, (25, 85), (95, 132), 0, 2)
    return line_u8


def _write_hints(path, *hints) -> None:
    listed = [
        {"kind": "point", "x": x, "y": y, "color": color, "radius": 3} for x, y, color in hints
    ]
    path.write_text(json.dumps({"version": 1, "hints": listed}), encoding="utf-8")


@pytest.fixture
def girl(tmp_path):
    """A drawing with a hint in each of its two rooms."""
    path = tmp_path / "girl.png"
    write_png(path, _line_art())
    _write_hints(tmp_path / "girl.hints.json", (60, 45, "#f0c8a0"), (60, 110, "#3060c0"))
    return path


def _colorize(*arguments) -> int:
    return run_command(["colorize", *(str(argument) for argument in arguments)])


def _answer(capsys) -> dict:
    return json.loads(capsys.readouterr().out)["pictures"][0]


def test_palette_lock_leaves_no_pixel_off_and_names_close_calls(girl, tmp_path, capsys):
    palette = tmp_path / "allowed.txt"
    palette.write_text("#ffffff\n#f0c8a0\n#2c58b4\n#3468cc\n")
    out = tmp_path / "out.png"
    arguments = ("--hints", tmp_path, "--palette", palette, "--flats", "-o", out, "--json")
    assert _colorize(girl, *arguments) == 0
    answer = _answer(capsys)
    lock = answer["palette"]
    assert lock["pixels"] == 140 * 120
    assert 70 * 47 * 0.9 < lock["off_before"] < 70 * 47 * 1.15
    assert lock["off_after"] == 0
    (close,) = lock["ambiguous"]
    assert {close["chosen"], close["other"]} == {"#2c58b4", "#3468cc"}
    assert close["wanted"] == "#3060c0"
    assert close["pixels"] == lock["off_before"]
    assert 25 < close["x"] < 95
    assert 85 < close["y"] < 132
    # The shirt has the swatch nearest to its hint.
    assert (answer["hints"]["obeyed"], answer["hints"]["visible"]) == (2, 2)
    assert answer["hints"]["mean_ciede2000"] > 0.5
    flats = read_picture(tmp_path / "out.flats.png").rgba_u8[..., :3].reshape(-1, 3)
    chosen = tuple(bytes.fromhex(close["chosen"][1:]))
    assert {tuple(color.tolist()) for color in np.unique(flats, axis=0)} == {SKIN, chosen}


def test_answer_without_a_palette_says_nothing_of_one(girl, tmp_path, capsys):
    assert _colorize(girl, "--hints", tmp_path, "-o", tmp_path / "out.png", "--json") == 0
    answer = _answer(capsys)
    assert answer["palette"] is None
    assert answer["regions"] >= 3


def test_region_under_a_hint_has_its_color_up_to_the_line(girl, tmp_path):
    out = tmp_path / "out.png"
    assert _colorize(girl, "--hints", tmp_path, "--flats", "-o", out) == 0
    flats = read_picture(tmp_path / "out.flats.png").rgba_u8[..., :3]
    inside = np.zeros(flats.shape[:2], np.uint8)
    cv2.circle(inside, (60, 45), 33, 1, -1)
    inside[80:] = 0
    assert (flats[inside > 0] == SKIN).all()
    assert (flats[88:130, 28:92] == SHIRT).all()


def test_layers_make_the_picture_again(girl, tmp_path):
    out = tmp_path / "out.png"
    options = ("--layers", "psd", "--light", "none")
    assert _colorize(girl, "--hints", tmp_path, *options, "-o", out) == 0
    layers = {layer.name: layer for layer in PSDImage.open(tmp_path / "out.psd").descendants()}
    flats, shade, light, line = (
        np.asarray(layers[name].topil().convert("RGB"), np.float64) / 255
        for name in ("Flats", "Shade", "Highlight", "Line")
    )
    made = (1 - (1 - flats * shade) * (1 - light)) * line
    picture = read_picture(out).rgba_u8[..., :3]
    assert np.abs(made * 255 - picture).max() <= 2
    assert np.array_equal(np.round(line * 255)[..., 0], _line_art())


def test_color_trace_lines_shade_and_vanish(girl, tmp_path, capsys):
    rgb = np.dstack([_line_art()] * 3)
    cv2.line(rgb, (78, 86), (78, 131), (220, 40, 40), 2, cv2.LINE_AA)
    cv2.circle(rgb, (48, 35), 9, (50, 60, 230), 2, cv2.LINE_AA)
    write_png(tmp_path / "girl.png", rgb)
    out = tmp_path / "out.png"
    options = ("--colour-trace", "--layers", "psd", "--json")
    assert _colorize(girl, "--hints", tmp_path, *options, "-o", out) == 0
    answer = _answer(capsys)
    assert answer["hints"]["obeyed"] == 2
    assert any("red, blue trace lines" in note for note in answer["notes"])
    picture = read_picture(out).rgba_u8[..., :3].astype(int)
    assert tuple(picture[110, 60]) == SHIRT
    assert (picture[110, 87] < SHIRT).all()
    assert (picture[35, 48] > SKIN).all()
    layers = {layer.name: layer for layer in PSDImage.open(tmp_path / "out.psd").descendants()}
    flats = np.asarray(layers["Flats"].topil().convert("RGB"))
    assert (flats[90:128, 30:90] == SHIRT).all()
    line = np.asarray(layers["Line"].topil().convert("RGB"), int)
    assert (line.max(axis=2) - line.min(axis=2)).max() == 0
    assert line[90:128, 30:90].min() >= 240


def test_colored_lines_stay_without_the_option(girl, tmp_path):
    rgb = np.dstack([_line_art()] * 3)
    cv2.line(rgb, (78, 86), (78, 131), (220, 40, 40), 2)
    write_png(tmp_path / "girl.png", rgb)
    out = tmp_path / "out.png"
    assert _colorize(girl, "-o", out, "--light", "none") == 0
    assert tuple(read_picture(out).rgba_u8[110, 78, :3]) == (220, 40, 40)


@pytest.mark.parametrize("sheet", [(255, 255, 255, 255), (0, 0, 0, 0), (255, 255, 255, 0)])
@pytest.mark.parametrize("form", ["ora", "psd", "psb"])
def test_a_blank_cell_has_every_file_that_others_have(sheet, form, tmp_path, capsys):
    blank_u8 = np.full((40, 60, 4), sheet, np.uint8)
    write_png(tmp_path / "blank.png", blank_u8)
    out = tmp_path / "out.png"
    asked = ("--layers", form, "--layer-per-colour", "--flats", "--paint")
    assert _colorize(tmp_path / "blank.png", *asked, "-o", out) == 0
    alpha_u8 = read_picture(out).rgba_u8[..., 3]
    assert np.array_equal(alpha_u8, blank_u8[..., 3])
    layered = tmp_path / f"out.{form}"
    if form == "ora":
        with zipfile.ZipFile(layered) as archive, archive.open("mergedimage.png") as merged:
            shown = np.asarray(Image.open(merged).convert("RGBA"))
        assert np.array_equal(shown[..., 3], blank_u8[..., 3])
    else:
        names = [layer.name for layer in PSDImage.open(layered).descendants()]
        assert "Line" in names
