"""Folders as people have them: what is a frame in them, and whose hints are whose."""

import json
import shutil
import unicodedata

import pytest
from PIL import Image

from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import borrowed_hints, find_keys
from app.batch.frames.selected import problems_among, select_frames
from app.cli.command import run_command
from app.errors import PlanError
from models.pictures.files import write_png
from tests.helpers.cuts import BALL, frame_u8, write_cut, write_hints

pytestmark = pytest.mark.usefixtures("no_generators")


def _draw(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for step, name in enumerate(names):
        write_png(folder / name, frame_u8(step))
    return folder


def _batch(*arguments) -> int:
    return run_command(["batch", *map(str, arguments), "--generator", "watershed"])


def _found(sequence) -> list[tuple[str, str, int | None]]:
    return [(frame.label, frame.cut, frame.number) for frame in sequence.frames]


def test_a_version_behind_the_number_is_no_cut_and_hints_are_carried(tmp_path):
    frames = _draw(tmp_path / "frames", "a_0001_v2.png", "a_0002_v2.PNG")
    hints, out = write_hints(tmp_path / "hints", "a_0001_v2"), tmp_path / "out"
    assert _batch(frames, "-o", out, "--hints", hints) == 0
    listed = json.loads((out / "report.json").read_text())["frames"]
    assert [(each["cut"], each["number"]) for each in listed] == [("a", 1), ("a", 2)]
    with Image.open(out / "a_0002_v2.png") as picture:
        assert picture.convert("RGB").getpixel((29, 36)) == BALL


def test_negative_numbers_come_first_in_report_and_journal(tmp_path):
    frames = _draw(tmp_path / "frames", *(f"s.{n:04d}.png" for n in (0, 1)), "s.-001.png")
    write_png(frames / "s.-002.png", frame_u8(5))
    out = tmp_path / "out"
    assert _batch(frames, "-o", out) == 0
    wanted = ["s.-002", "s.-001", "s.0000", "s.0001"]
    listed = json.loads((out / "report.json").read_text())
    assert [each["frame"] for each in listed["frames"]] == wanted
    assert [each["number"] for each in listed["frames"]] == [-2, -1, 0, 1]
    assert not listed["gaps"]
    lines = (out / "batch.jsonl").read_text().splitlines()
    assert [json.loads(line)["frame"] for line in lines] == wanted


@pytest.mark.parametrize(
    ("text", "numbers"), [("-2--1", [-2, -1]), ("-1", [-1]), ("-1-1", [-1, 0, 1])]
)
def test_negative_numbers_are_selected(tmp_path, text, numbers):
    names = ("s.-002.png", "s.-001.png", "s.0000.png", "s.0001.png")
    sequence = FrameSequence.scan(_draw(tmp_path, *names))
    chosen = [sequence.frames[index].number for index in select_frames(sequence, text)]
    assert chosen == numbers
    with pytest.raises(PlanError, match="write -2--1"):
        select_frames(sequence, "-1--2")


def test_files_that_cannot_be_read_have_the_number_that_varies(tmp_path):
    frames = _draw(tmp_path, "a_0001_v2.png", "a_0002_v2.png")
    (frames / "a_0003_v2.png").write_bytes(b"")
    sequence = FrameSequence.scan(frames)
    assert len(problems_among(sequence, "3-9")) == 1
    assert not problems_among(sequence, "1-2")
    assert not sequence.gaps


def test_numbers_that_are_there_twice_are_told(tmp_path):
    names = ("w_0001.png", "w_0002.png", "w_0003.png", "w_0002_r2.png")
    sequence = FrameSequence.scan(_draw(tmp_path, *names))
    assert [frame.name for frame in sequence.frames] == ["w_0001", "w_0002", "w_0002_r2", "w_0003"]
    assert sequence.notes == ("w: number 2 is there 2 times: w_0002, w_0002_r2",)


def test_results_of_an_earlier_run_are_no_frames(tmp_path, capsys):
    frames, hints = write_cut(tmp_path / "frames", [0, 2]), write_hints(tmp_path / "hints")
    assert _batch(frames, "-o", frames / "v1", "--hints", hints, "--layers", "psd") == 0
    assert _batch(frames, "-o", frames / "v2", "--hints", hints) == 0
    assert "v1/: results of an earlier run, left out" in capsys.readouterr().err
    report = json.loads((frames / "v2" / "report.json").read_text())
    assert [each["frame"] for each in report["frames"]] == ["a_0001", "a_0002"]
    assert report["notes"] == ["v1/: results of an earlier run, left out"]
    assert "results of an earlier run" in (frames / "v2" / "report.html").read_text()
    shutil.rmtree(frames / "v1" / ".tintline")
    again = FrameSequence.scan(frames)
    assert len(again.frames) == 2
    assert again.notes == ("v1/, v2/: results of an earlier run, left out",)


def test_results_beside_their_drawings_are_no_frames(tmp_path):
    frames = tmp_path / "frames"
    frames.mkdir()
    for step in (0, 1):
        Image.fromarray(frame_u8(step)).save(frames / f"a_{step}.tga")
    assert _batch(frames, "-o", frames, "--layers", "psd") == 0
    assert (frames / "a_0.png").is_file()
    sequence = FrameSequence.scan(frames)
    assert [frame.source.name for frame in sequence.frames] == ["a_0.tga", "a_1.tga"]
    assert sequence.notes == (
        "a_0.png, a_0.psd, a_1.png and 1 more: results of an earlier run, left out",
    )
    assert not sequence.problems


def test_side_files_thumbnails_and_system_files_are_no_frames(tmp_path):
    _draw(tmp_path, "a_0001.png", "a_0001.flats.png", "a_0001.paint.png", "a_0001.hints.png")
    _draw(tmp_path, "._a_0001.png", "~a_0001.png", "a_0001.bak.png", "a_0001.tmp.png")
    for folder in (".thumbnails", "@eaDir", "__MACOSX", "Thumbs"):
        _draw(tmp_path / folder / "deeper", "a_0002.png")
        _draw(tmp_path / folder, "a_0003.png")
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "a_0004.png~"):
        (tmp_path / name).write_bytes(b"\0")
    sequence = FrameSequence.scan(tmp_path)
    assert _found(sequence) == [("a_0001", "a", 1)]
    assert not sequence.problems
    assert sorted(sequence.notes) == [
        "._a_0001.png: hidden, left out",
        ".thumbnails/, @eaDir/, Thumbs/: thumbnails, left out",
        "__MACOSX/: files of a system, left out",
        "a_0001.bak.png, a_0001.tmp.png, ~a_0001.png: temporary files and backups, left out",
        "a_0001.flats.png, a_0001.paint.png: results of an earlier run, left out",
    ]


def test_a_folder_of_nothing_but_results_says_so(tmp_path, capsys):
    out = tmp_path / "out"
    assert _batch(write_cut(tmp_path / "frames", [0]), "-o", out) == 0
    assert _batch(out, "-o", tmp_path / "again") == 2
    assert "a_0001.png: results of an earlier run, left out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("frame", "hints"),
    [
        ("がé_0001", unicodedata.normalize("NFD", "がé_0001")),
        (unicodedata.normalize("NFD", "がé_0001"), "がé_0001"),
        ("A_0001", "a_0001"),
        ("a_０００１", "a_0001"),
    ],
)
def test_hints_are_found_in_any_form_of_their_frames_name(tmp_path, frame, hints):
    frames = _draw(tmp_path / "frames", f"{frame}.png", "z_0002.png")
    sequence = FrameSequence.scan(frames)
    (key,) = find_keys(sequence, write_hints(tmp_path / "hints", hints))
    assert sequence.frames[key.index].name == frame
    assert not list(borrowed_hints(sequence, (key,)))


def test_a_retake_takes_the_hints_of_its_number(tmp_path):
    frames = _draw(tmp_path / "frames", *(f"w_{n:04d}_v2.png" for n in (1, 2, 3)))
    hints = write_hints(tmp_path / "hints", "w_0001_v1")
    for name in ("w_2", "x_0003", "w_0009_v1"):
        write_hints(hints, name)
    sequence = FrameSequence.scan(frames)
    keys = find_keys(sequence, hints)
    assert [(key.index, key.source.stem) for key in keys] == [(0, "w_0001_v1"), (1, "w_2")]
    told = list(borrowed_hints(sequence, keys))
    assert len(told) == 2
    assert "w_0001_v2 takes the hints" in told[0]
    assert "w_0001_v1.json" in told[0]


def test_hints_of_its_own_name_come_before_those_of_its_number(tmp_path):
    frames = _draw(tmp_path / "frames", "w_0001_v2.png", "w_0002_v2.png")
    hints = write_hints(write_hints(tmp_path / "hints", "w_0001_v1"), "w_0001_v2")
    (key,) = find_keys(FrameSequence.scan(frames), hints)
    assert key.source.stem == "w_0001_v2"


def test_a_folder_without_hints_of_these_frames_and_an_empty_card_are_told(tmp_path, capsys):
    frames, hints = write_cut(tmp_path / "frames", [0]), write_hints(tmp_path / "hints", "b_0001")
    (tmp_path / "card.json").write_text('{"name": "Hana"}')
    card = ("--card", tmp_path / "card.json")
    assert _batch(frames, "-o", tmp_path / "out", "--hints", hints, *card) == 0
    said = capsys.readouterr().err
    assert "holds no hints of these frames; those of the first are called a_0001.json" in said
    assert "there is b_0001.json" in said
    assert "names neither tags nor colours" in said
