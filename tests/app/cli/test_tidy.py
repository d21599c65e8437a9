"""Promises of `tintline colorize --tidy` and `tintline batch --tidy`."""

from pathlib import Path

import pytest

from app import places
from app.cli.command import run_command
from models.pictures.files import read_picture, write_png
from tests.app.cli.girl import colorize, line_art
from tests.helpers.tiny_generators import write_generator


@pytest.fixture
def grey(tmp_path, monkeypatch):
    """The one generator there is paints grey paper."""
    folder = tmp_path / "generators"
    write_generator(folder / "grey", paper=0.5)
    monkeypatch.setattr(places, "generator_folders", lambda: (folder,))
    return folder


def paper(path: Path) -> int:
    return int(read_picture(path).rgba_u8[1, 1, 0])


@pytest.mark.usefixtures("grey")
def test_paper_turns_white_as_far_as_is_asked(girl, tmp_path):
    for name, more in (("none", ()), ("half", ("--tidy", "0.25")), ("all", ("--tidy", "1"))):
        out = tmp_path / f"{name}.png"
        assert colorize(girl, "--light", "none", *more, "-o", out) == 0
    assert paper(tmp_path / "none.png") == pytest.approx(191, abs=2)
    assert paper(tmp_path / "half.png") == pytest.approx(223, abs=3)
    assert paper(tmp_path / "all.png") == 255


@pytest.mark.usefixtures("grey")
def test_frames_are_tidied_and_colored_again_for_another_share(tmp_path, capsys):
    frames, out = tmp_path / "frames", tmp_path / "out"
    frames.mkdir()
    write_png(frames / "a_0001.png", line_art())

    def batch(*more):
        assert run_command(["batch", str(frames), "-o", str(out), *more]) == 0
        return capsys.readouterr().out

    batch()
    assert paper(next(out.rglob("a_0001.png"))) == pytest.approx(191, abs=2)
    batch("--tidy", "1")
    assert paper(next(out.rglob("a_0001.png"))) == 255


@pytest.mark.usefixtures("no_generators")
@pytest.mark.parametrize("share", ["2", "much", "nan"])
def test_what_is_no_share_is_refused(girl, tmp_path, capsys, share):
    assert colorize(girl, "--tidy", share, "-o", tmp_path / "out.png") == 2
    assert f"'{share}' is no share; give a number from 0 to 1" in capsys.readouterr().err


def test_one_of_several_pictures_is_written(girl, tmp_path, monkeypatch, capsys):
    several = {"takes_hints": False, "inputs": (), "outputs": ("rgb", "variants")}
    write_generator(tmp_path / "generators" / "three", arguments={"images": 3}, **several)
    monkeypatch.setattr(places, "generator_folders", lambda: (tmp_path / "generators",))
    for number, level in (("1", 255), ("2", 230), ("3", 205), ("9", 205)):
        out = tmp_path / f"{number}.png"
        assert colorize(girl, "--light", "none", "--variant", number, "-o", out) == 0
        assert paper(out) == pytest.approx(level, abs=2)
    assert colorize(girl, "--variant", "0", "-o", tmp_path / "none.png") == 2
    assert "'0' is no picture's number; give 1 to 9" in capsys.readouterr().err
