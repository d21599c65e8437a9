"""`--colour-set`: the colours of a scene, of a palette, a project or a card."""

import json

import numpy as np
import pytest

from app.cli.command import run_command
from app.document.color_sets import NO_SETS
from app.document.palette import Palette, write_palette
from app.document.project_file import Project, new_project, write_project
from app.document.swatch_edits import TakePalette
from models.pictures.files import read_picture
from tests.app.cli.girl import colorize
from tests.helpers.cuts import BALL, BOX, write_cut, write_hints
from tests.helpers.fakes import drawing

pytestmark = pytest.mark.usefixtures("no_generators")

SKIN, DRESS, NIGHT = (0xF0, 0xC8, 0xA0), (0x30, 0x60, 0xC0), (20, 16, 60)


@pytest.fixture
def sets():
    return NO_SETS.added("night").with_color(SKIN, NIGHT).activated("usual")


def colors(path):
    return {tuple(color) for color in read_picture(path).rgba_u8[..., :3].reshape(-1, 3).tolist()}


@pytest.mark.parametrize("kind", ["gpl", "json", "tintline"])
def test_set_of_a_palette_or_a_project_is_chosen_by_name(girl, tmp_path, sets, kind):
    file, palette = tmp_path / f"girl.{kind}", Palette((SKIN, DRESS))
    if kind == "tintline":
        document = TakePalette(palette, sets).apply(new_project(drawing(), "girl").document)
        write_project(file, Project(document=document))
    else:
        write_palette(palette, file, sets.seen(palette.colors))
    for out, more in (("day", ()), ("night", ("--colour-set", "night"))):
        path = tmp_path / f"{out}.png"
        assert (
            colorize(girl, "--hints", tmp_path, "--palette", file, "-o", path, "--flats", *more)
            == 0
        )
    day, night = (colors(tmp_path / f"{out}.flats.png") for out in ("day", "night"))
    assert day <= {SKIN, DRESS}
    assert night == {NIGHT if color == SKIN else color for color in day}


def test_unknown_set_is_refused_with_those_that_there_are(girl, tmp_path, sets, capsys):
    file = tmp_path / "girl.gpl"
    write_palette(Palette((SKIN, DRESS)), file, sets.seen((SKIN, DRESS)))
    options = ("--palette", file, "--colour-set", "dusk")
    assert colorize(girl, "-o", tmp_path / "out.png", *options) == 2
    assert "--colour-set dusk: no colour set 'dusk'; there are usual, night" in (
        capsys.readouterr().err
    )


def test_batch_takes_the_set_of_its_card_and_paints_nothing_twice(tmp_path, monkeypatch):
    frames, out = write_cut(tmp_path / "frames", [0, 2]), tmp_path / "out"
    hints, card = write_hints(tmp_path / "hints"), tmp_path / "card.json"
    sets = {
        "active": "usual",
        "sets": [
            {"name": "usual", "colors": {}},
            {"name": "night", "colors": {"#c82828": {"color": "#14103c"}}},
        ],
    }
    card.write_text(json.dumps({"name": "Ball", "tags": [], "palette": [], "color_sets": sets}))
    batch = ["batch", str(frames), "-o", str(out), "--hints", str(hints), "--card", str(card)]
    assert run_command(batch) == 0
    ball = read_picture(out / "a_0002.png").rgba_u8[36, 30, :3]
    assert tuple(ball) == BALL

    def refuse(*_arguments, **_options):
        raise AssertionError("painted again")

    monkeypatch.setattr("app.batch.coloring.FrameColorer._paint", refuse)
    assert run_command([*batch, "--colour-set", "night"]) == 0
    now = read_picture(out / "a_0002.png").rgba_u8[..., :3]
    assert tuple(now[36, 30]) == NIGHT
    assert (now == np.array(BOX)).all(axis=2).any()
