"""`tintline-train synth` writes what it says."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.__main__ import main
from training.data.characters import draw_character


def test_synth_writes_every_plane_and_a_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, sheet = tmp_path / "drawn", tmp_path / "sheet.png"
    arguments = ["-n", "2", "--size", "128", "-o", str(folder), "--sheet", str(sheet)]
    assert main(["synth", *arguments]) == 0
    assert "2 characters" in capsys.readouterr().out
    about = json.loads((folder / "character-0.json").read_text(encoding="utf-8"))
    drawn = draw_character(0, size=128)
    for name in ("tags", "absent", "shapes", "shapes_absent"):
        assert about[name] == list(getattr(drawn, name))
        assert about[name]
    with Image.open(folder / "character-0.line.png") as line:
        assert line.size == (128, 128)
        assert line.mode == "L"
    with Image.open(folder / "character-0.labels.png") as labels:
        assert set(np.unique(np.asarray(labels))) <= set(about["parts"].values())
    with Image.open(sheet) as picture:
        assert picture.size == (384, 192)


def test_synth_refuses_nonsense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["synth", "-n", "0", "-o", str(tmp_path)]) == 2
    assert "--count" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--size", "63"], 2, "--size is 64 to 8192; got 63"),
        (["--size", "100000"], 2, "--size is 64 to 8192; got 100000"),
        (["--sheet", "sheet.foo"], 2, "sheet.foo: a contact sheet is a .png, .webp, .jpg"),
        (["--sheet", "{file}/sheet.png"], 1, "{file}: is a file; name a folder"),
        (["-o", "{file}"], 1, "{file}: is a file; name a folder"),
    ],
)
def test_synth_says_what_is_wrong_before_it_draws(
    arguments: list[str],
    status: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "file"
    file.touch()
    given = [each.format(file=file) for each in arguments]
    folder = tmp_path / "out"
    assert main(["synth", "-n", "1", "-o", str(folder), *given]) == status
    assert said.format(file=file) in capsys.readouterr().err
    assert not folder.exists() or not list(folder.iterdir())


def test_synth_makes_the_folder_of_its_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "new" / "sheet.png"
    folder = str(tmp_path / "out")
    assert main(["synth", "-n", "1", "--size", "64", "-o", folder, "--sheet", str(sheet)]) == 0
    assert sheet.is_file()


def test_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paint"]) == 2
    assert "evaluate" in capsys.readouterr().err
