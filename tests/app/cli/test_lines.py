"""Promises of ``tintline colorize`` about what of a drawing is line."""

import json

import numpy as np
import pytest

from app.cli.command import run_command
from models.pictures.files import read_picture, write_png
from tests.helpers.drawn_papers import inked, on_nothing, plain

pytestmark = pytest.mark.usefixtures("no_generators")


def _sheet(tmp_path, rgba_u8):
    write_png(tmp_path / "girl.png", rgba_u8)
    hints = {"version": 1, "hints": [
        {"kind": "point", "x": x, "y": y, "color": color, "radius": 3}
        for x, y, color in ((160, 50, "#3366cc"), (20, 20, "#a8d8c8"))
    ]}  # fmt: skip
    (tmp_path / "girl.json").write_text(json.dumps(hints), encoding="utf-8")
    return tmp_path / "girl.png"


def _colorized(tmp_path, rgba_u8, *options):
    drawing = _sheet(tmp_path, rgba_u8)
    out = tmp_path / "out.png"
    arguments = (drawing, "--hints", tmp_path / "girl.json", "-o", out, "--json", *options)
    status = run_command(["colorize", *map(str, arguments)])
    return status, read_picture(out).rgba_u8 if status == 0 else None


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        (on_nothing((110, 190, 255)), "alpha"),
        (inked(0, 255), "light"),
        (inked((32, 64, 160), (255, 255, 255)), "light"),
        (inked(250, 232), "dark"),
    ],
)
def test_lines_of_any_kind_are_told_and_bound_the_colors(tmp_path, capsys, sheet, kind):
    status, painted = _colorized(tmp_path, sheet)
    assert status == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["pictures"][0]["lines"] == kind
    assert (painted[..., 3] == 255).all()
    for (x, y), color in (((160, 40), (51, 102, 204)), ((20, 220), (168, 216, 200))):
        assert np.abs(painted[y, x, :3].astype(int) - color).max() <= 6


def test_lines_are_what_the_artist_says(tmp_path, capsys):
    status, painted = _colorized(tmp_path, inked(0, 255), "--lines", "dark")
    assert status == 0
    assert json.loads(capsys.readouterr().out)["pictures"][0]["lines"] == "dark"
    assert (painted[40, 160, :3] == 0).all()


def test_alpha_cannot_be_line_where_nothing_is_transparent(tmp_path, capsys):
    assert _colorized(tmp_path, inked(0, 255), "--lines", "alpha")[0] == 1
    said = capsys.readouterr().err
    assert "girl.png" in said
    assert "choose dark or light" in said


def test_paper_is_taken_off_on_request_alone(tmp_path):
    sheet = inked((196, 160, 115), (40, 25, 20))
    _, kept = _colorized(tmp_path, sheet)
    _, clean = _colorized(tmp_path, sheet, "--clean-paper", "--overwrite")
    assert kept[40, 160, :3].tolist() == [39, 64, 92]
    assert clean[40, 160, :3].tolist() == [51, 102, 204]


def test_lines_take_one_color_or_a_tone_of_the_colors_beside(tmp_path, capsys):
    ink = plain() == 0
    _, drawn = _colorized(tmp_path, inked(255, 0))
    _, brown = _colorized(
        tmp_path, inked(255, 0), "--line-color", "#5c342c", "--light", "none", "--overwrite"
    )
    _, toned = _colorized(tmp_path, inked(255, 0), "--line-colour", "auto", "--overwrite")
    assert (drawn[ink][:, :3] == 0).all()
    around = np.round(np.array((168, 216, 200)) * (92, 52, 44) / 255)
    assert (brown[80, 115, :3] == around).all()
    assert toned[ink][:, 2].min() > 20
    assert toned[ink][:, :3].max() < 120
    assert (toned[40, 160] == drawn[40, 160]).all()
    capsys.readouterr()
    assert _colorized(tmp_path, inked(255, 0), "--line-color", "dusk", "--overwrite")[0] == 2
    assert "or auto" in capsys.readouterr().err


def test_light_lines_bound_the_colors_of_a_batch_too(tmp_path):
    cut = tmp_path / "cut"
    cut.mkdir()
    for number in (1, 2):
        write_png(cut / f"a_{number:04}.png", inked((32, 64, 160), (255, 255, 255)))
    _sheet(tmp_path, inked(0, 255))
    hints = tmp_path / "hints"
    hints.mkdir()
    (tmp_path / "girl.json").rename(hints / "a_0001.json")
    out = tmp_path / "out"
    assert run_command(["batch", str(cut), "-o", str(out), "--hints", str(hints)]) == 0
    painted = [read_picture(out / f"a_000{number}.png").rgba_u8 for number in (1, 2)]
    assert painted[0][40, 160, :3].tolist() == [51, 102, 204]
    assert painted[0][220, 20, :3].tolist() == [168, 216, 200]
    assert np.array_equal(*painted)
    options = ("--lines", "dark", "--overwrite")
    assert run_command(["batch", str(cut), "-o", str(out), "--hints", str(hints), *options]) == 0
    assert read_picture(out / "a_0001.png").rgba_u8[40, 160, :3].tolist() == [6, 26, 128]
