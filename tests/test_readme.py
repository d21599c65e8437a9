"""The README's first screen keeps its word."""

import json
import re

import numpy as np

from app.cli.command import run_command
from models.pictures.files import read_picture
from tests.helpers.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _lines() -> list[str]:
    (block,) = re.findall(r"^```sh\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    return block.splitlines()


def test_set_up_is_two_lines_on_the_first_screen():
    assert len(_lines()) == 2
    assert README.splitlines().index("```sh") < 12


def test_first_line_colors_a_sample_that_exists():
    (sample,) = set(re.findall(r"resources/samples/\S+?\.png", _lines()[0]))
    assert (ROOT / sample).is_file()
    assert (ROOT / sample).with_suffix(".hints.json").is_file()


def test_second_line_checks_style_and_types_and_tests():
    for tool in ("ruff check", "ruff format --check", "mypy", "pytest"):
        assert tool in _lines()[1]


def test_continuous_integration_runs_the_second_line():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert "set -euo pipefail" in script


def test_first_lines_coloring_keeps_the_line_and_obeys_the_hints(tmp_path, capsys):
    words = _lines()[0].split("tintline colorize ")[1].split(" && ")[0].split()
    sample = ROOT / words[0]
    out = tmp_path / "out.png"
    arguments = [str(ROOT / word) if word.startswith("resources/") else word for word in words]
    arguments[arguments.index("-o") + 1] = str(out)
    assert run_command(["colorize", *arguments, "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)["pictures"]
    assert answer["hints"]["visible"] > 0
    assert answer["hints"]["mean_ciede2000"] <= 3
    drawing, colored = read_picture(sample), read_picture(out)
    assert colored.size == drawing.size
    ink = drawing.rgba_u8[..., :3].max(axis=2) == 0
    assert np.all(colored.rgba_u8[ink, :3] == 0)
    assert np.all(colored.rgba_u8[..., :3] <= drawing.rgba_u8[..., :3])


def test_every_link_and_picture_is_there():
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    assert len(links) > 20
    for link in links:
        assert (ROOT / link.partition("#")[0]).exists(), link
