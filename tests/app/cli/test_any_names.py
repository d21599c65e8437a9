"""Whatever a drawing is called, it is coloured, reported, found done, and said."""

import json
import os
import sys
import unicodedata

import pytest

from app.batch.records import ResultFolder
from app.cli.command import run_command
from app.document.palette import Palette, read_palette, write_palette
from app.document.project_file import new_project, read_project, write_project
from models.files.names import printable
from models.pictures.files import read_picture, write_png
from tests.helpers.cuts import frame_u8, hints_json

NAMES = {
    "Shift-JIS": os.fsdecode(b"\x90\xfc\x89\xe6_01"),
    "Latin-1": os.fsdecode(b"caf\xe9_01"),
    "long": "線" * 83,
    "long in pieces": unicodedata.normalize("NFD", "が") * 40 + "_01",
    "as macOS has it": unicodedata.normalize("NFD", "がぎ_01"),
    "marks": "a'b\"&<%20>#?_01",
}
names = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def drawings(tmp_path, name):
    """A folder with a drawing of that name, and its hints, named in another normal form."""
    if sys.platform != "linux" and "\udc80" <= max(name) <= "\udcff":
        pytest.skip("names are text here")
    folder, hints = tmp_path / "drawings", tmp_path / "hints"
    folder.mkdir()
    hints.mkdir()
    write_png(folder / f"{name}.png", frame_u8(0))
    called = unicodedata.normalize("NFC", name)
    if len(os.fsencode(called)) < 251:
        (hints / f"{called}.json").write_text(hints_json())
    return folder


def _run(*arguments):
    return run_command([str(each) for each in arguments])


@names
def test_frame_is_colored_reported_and_found_done(drawings, tmp_path, name, capsys):
    out = tmp_path / "out"
    command = ("batch", drawings, "-o", out, "--hints", tmp_path / "hints", "--layers", "ora")
    assert _run(*command) == 0
    assert read_picture(out / f"{name}.png").size.shape == frame_u8(0).shape
    (frame,) = json.loads((out / "report.json").read_text(encoding="utf-8"))["frames"]
    assert (frame["frame"], frame["output"]) == (name, f"{name}.png")
    assert (out / "report.html").stat().st_size
    assert ResultFolder(out).read_record(name).label == name
    capsys.readouterr()
    assert _run(*command, "--json") == 0
    assert json.loads(capsys.readouterr().out)["skipped"] == 1


@names
def test_picture_is_colored_with_all_that_goes_with_it(drawings, tmp_path, name, capsys):
    out = tmp_path / "out"
    command = ("colorize", drawings, "-o", out, "--paint", "--flats", "--layers", "psd")
    assert _run(*command, "--hints", tmp_path / "hints") == 0
    assert (out / f"{name}.png").is_file()
    assert sorted(path.suffix for path in out.iterdir()) == [".png"] * 3 + [".psd", ".tpl"]
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert printable(name)[:60] in said.out


@names
def test_project_and_palette_take_the_name(drawings, tmp_path, name):
    path = tmp_path / f"{name[:60]}.tintline"
    write_project(path, new_project(read_picture(drawings / f"{name}.png").rgba_u8, name))
    shown = read_project(path).document.name
    assert shown.encode()
    assert shown == name or "\ufffd" in shown
    palette = path.with_suffix(".gpl")
    write_palette(Palette(((1, 2, 3),)), palette)
    assert read_palette(palette).colors == ((1, 2, 3),)


def test_name_that_no_file_can_have_is_told(tmp_path, capsys):
    long = "a" * 300
    write_png(tmp_path / "girl.png", frame_u8(0))
    for command in (
        ("colorize", tmp_path / f"{long}.png", "-o", tmp_path),
        ("colorize", tmp_path / "girl.png", "-o", tmp_path / f"{long}.png"),
        ("batch", tmp_path, "-o", tmp_path / long),
        (long,),
    ):
        assert _run(*command) in (1, 2)
        said = capsys.readouterr().err
        assert long in said
        assert "Traceback" not in said
