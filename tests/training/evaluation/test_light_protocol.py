"""How shade under a known light is measured: by hand, and by the command from end to end."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import resources
from tests.helpers.training.small_set import lit_figure
from training.__main__ import main
from training.evaluation.light_protocol import measure, sheet, walks

LIGHT = resources.LIGHTS / "tintline"


def told(sample, share=1.0):
    """What its own tones tell, shade on the first rows alone if so asked."""
    planes = sample.tones.stacked().transpose(2, 0, 1).astype(np.float32) / 255
    planes[0, round(share * planes.shape[1]) :] = 0
    return planes


def test_true_tones_are_right_everywhere_and_half_of_them_are_half():
    sample = lit_figure(4, light=90)
    whole, half = measure.Score(), measure.Score()
    whole.add(told(sample), sample)
    half.add(told(sample, 0.6), sample)
    rows = [score.row("x", sided=False) for score in (whole, half)]
    assert rows[0] == {"method": "x", "right tone": 1.0, "shade IoU": 1.0}
    dark = sample.tones.first > 127
    kept = dark[: round(0.6 * len(dark))].sum() / dark.sum()
    assert rows[1]["shade IoU"] == pytest.approx(kept)
    assert rows[1]["right tone"] == pytest.approx(
        1 - (1 - kept) * dark.sum() / (sample.figure > 127).sum()
    )


@pytest.mark.parametrize("degrees", [0, 90, 215])
def test_the_far_side_is_where_the_shade_lies(degrees):
    sample = lit_figure(2, light=degrees)
    dark = sample.tones.first > 127
    assert measure.far_side(dark, sample.figure, degrees) == pytest.approx(1, abs=0.01)
    assert measure.far_side(dark, sample.figure, degrees + 180) == pytest.approx(-1, abs=0.01)
    assert measure.far_side(np.zeros_like(dark), sample.figure, degrees) == 0


def test_the_command_measures_beside_baselines_and_draws_a_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    monkeypatch.setattr(measure, "SIDE", 64)
    monkeypatch.setattr(measure, "LIGHTS", 1)
    picture, result = tmp_path / "sheet.png", tmp_path / "result.json"
    drawn: list[tuple[Path, object]] = []
    monkeypatch.setattr(measure, "light_sheet", lambda *arguments: drawn.append(arguments))
    monkeypatch.setattr(walks, "SIDE", 64)
    monkeypatch.setattr(walks, "FRAMES", 2)
    arguments = ["--light", str(LIGHT), "--characters", "1", "--json", str(result)]
    arguments += ["--walks", "1"]
    assert main(["evaluate-light", *arguments, "--sheet", str(picture)]) == 0
    found = json.loads(result.read_text())
    rows = found["characters"]
    steady = {(row["method"], row["turned"]): row["flicker"] for row in found["walks"]}
    lights = ("geometric prior", "tintline")
    names = ["truth", *(f"{one}, {what}" for one in lights for what in ("camera", "figure"))]
    assert list(steady) == [(name, degrees) for degrees in (0, 8) for name in names]
    assert all(flicker >= 0 for flicker in steady.values())
    methods = [row["method"] for row in rows]
    network = ["tintline", "tintline, usual amount", "tintline, as applied"]
    every = ["no shade", "geometric prior", *network]
    assert methods == [f"{one}{end}" for one in every for end in ("", measure.FROM_ABOVE)]
    assert rows[0]["shade IoU"] == 0
    assert all(0 <= row["right tone"] <= 1 for row in rows)
    assert drawn[0][0] == picture
    assert "geometric prior" in capsys.readouterr().out


def test_a_sheet_has_a_row_for_each_character(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sheet, "ROWS", 1)
    sheet.light_sheet(tmp_path / "sheet.png", measure.no_shade, side=64)
    columns = 4 + len(sheet.ANGLES)
    with Image.open(tmp_path / "sheet.png") as picture:
        assert picture.size == (columns * sheet.CELL, sheet.CELL)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--characters", "0"], "at least 1"),
        (["--sheet", "x.png"], "name its folder with --light"),
        (["--light", "nowhere"], "export a light there first"),
    ],
)
def test_what_cannot_be_measured_is_said(arguments, reason, capsys):
    assert main(["evaluate-light", *arguments]) != 0
    assert reason in capsys.readouterr().err
