"""How much of an artist's own shade a light tells: flats told from a picture, and the figures."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from tests.helpers.training.small_set import lit_figure
from training.__main__ import main
from training.evaluation.light_protocol import drawings
from training.evaluation.light_protocol.derived import derive_flats

LIT, SHADED, OTHER = (240, 200, 180), (170, 125, 120), (60, 90, 200)


def shaded_box(*, lit_rows):
    """A box of which some rows are lit and the rest shaded, and one of another colour in it."""
    color = np.full((120, 120, 3), 255, np.uint8)
    color[20:100, 20:100] = SHADED
    color[20 : 20 + lit_rows, 20:100] = LIT
    color[20:100, 70:100] = OTHER
    line = np.full((120, 120), 255, np.uint8)
    cv2.rectangle(line, (20, 20), (99, 99), 0, 2)
    figure = np.zeros((120, 120), np.uint8)
    figure[20:100, 20:100] = 255
    return color, line, figure


@pytest.mark.parametrize("lit_rows", [30, 60])
def test_flats_are_the_brightest_common_tone_or_the_most_common_one(lit_rows):
    color, line, figure = shaded_box(lit_rows=lit_rows)
    found = derive_flats(color, line, figure)
    inner = (slice(26, 94), slice(26, 66))
    assert (found.brightest[inner] == LIT).all()
    assert (found.common[inner] == (LIT if lit_rows == 60 else SHADED)).all()
    assert (found.brightest[26:94, 74:94] == OTHER).all()
    assert len(np.unique(found.regions[inner])) == 1
    assert found.regions[50, 50] != found.regions[50, 80]
    assert (found.brightest[:15] == 255).all()


def test_a_region_that_lies_wholly_in_its_neighbours_shade_has_its_flat_colour():
    color, line, figure = shaded_box(lit_rows=40)
    color[20:100, 70:100] = SHADED
    cv2.line(line, (69, 20), (69, 99), 0, 2)
    found = derive_flats(color, line, figure)
    assert (found.brightest[26:94, 74:94] == LIT).all()
    assert found.regions[50, 40] != found.regions[50, 80]
    skin, white = (236, 188, 160), (250, 250, 248)
    color[20:60, 20:70] = white
    color[60:100, 20:70] = color[20:100, 70:100] = skin
    assert (derive_flats(color, line, figure).brightest[26:94, 74:94] == skin).all()


def test_a_bright_speck_is_no_flat_colour():
    color, line, figure = shaded_box(lit_rows=80)
    color[30:36, 30:42] = 255, 235, 220
    found = derive_flats(color, line, figure)
    assert (found.brightest[40:90, 26:66] == LIT).all()


def test_the_command_compares_flats_alone_with_shade_as_set_and_as_fitted(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "set").mkdir()
    sample = lit_figure(3, 64, light=0)
    dark = sample.color * (1 - 0.4 * (sample.tones.first[..., None] > 127))
    sample = replace(sample, color=dark.astype(np.uint8))
    monkeypatch.setattr(drawings, "SETS", (("drawings", "set"), ("drawings", "missing")))
    monkeypatch.setattr(drawings, "_drawings", lambda *_: [sample, replace(sample, flat=None)])
    monkeypatch.setattr(drawings, "_parts", lambda *_: None)
    rows = drawings.measure_drawings(tmp_path, None, 2)
    assert [(row["set"], row["flats are"]) for row in rows] == [
        ("set", kind) for kind in ("true", "common", "brightest")
    ]
    for row in rows:
        assert row["drawings"] == 1
        assert row["fitted"] >= max(row["usual"], 0)
    assert rows[0]["fitted"] > 3
    assert main(["evaluate-light", "--drawings", "1"]) != 0
    assert "say where they lie with --data" in capsys.readouterr().err
