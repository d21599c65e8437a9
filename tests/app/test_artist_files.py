"""No job writes what it reads, whatever leads to the file, whatever --overwrite says."""

import json
import os
import re
import shutil
from dataclasses import replace

import pytest
from PIL import Image
from psd_tools import PSDImage

import resources
from app.animation.cut import CARD, CutLook, look_through, prepare
from app.animation.cut import plan_of as panel_plan_of
from app.artist_files import among
from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchSettings
from app.batch.preflight import find_obstacles, written_by
from app.cli.command import run_command
from models.hints.hints import TagSelection
from models.hints.tags import load_vocabulary
from models.pictures.files import write_png
from models.runtime.watershed import WATERSHED_SPEC
from tests.helpers.cuts import frame_u8, hints_json, plan_of, write_cut

WIDE = ("--layers", "ora", "--flats", "--paint")

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def place(tmp_path):
    """A folder with a drawing called girl.png."""
    write_png(tmp_path / "girl.png", frame_u8(0))
    return tmp_path


def _contents(folder):
    """Bytes of every file of the artist's, by its path: all that lie there before a run."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _run(*arguments):
    return run_command([str(each) for each in arguments])


def _refuses(capsys, place, named, *arguments):
    """The run fails with the file's name, and no file that was there has changed."""
    before = _contents(place)
    assert _run(*arguments, "--overwrite") in (1, 2)
    said = capsys.readouterr().err
    assert re.search(rf"{re.escape(str(named))}: is .*, which is never overwritten", said)
    assert {path: path.read_bytes() for path in before} == before


def _small_psd(path):
    PSDImage.frompil(Image.fromarray(frame_u8(0))).save(path, encoding="utf-8")


# What a file is


def test_files_are_known_by_what_they_are(place, monkeypatch):
    girl, other, folder = place / "girl.png", place / "other.png", place / "deep"
    other.write_bytes(girl.read_bytes())
    folder.mkdir()
    (place / "link.png").symlink_to(girl)
    os.link(girl, place / "hard.png")
    (place / "alias").symlink_to(place)
    monkeypatch.chdir(folder)
    ways = ("link.png", "hard.png", "deep/../girl.png", "alias/girl.png")
    written = [*(place / way for way in ways), os.path.relpath(girl), other, place / "new.png"]
    written = [type(girl)(each) for each in written]
    found = among(written, [girl, place / "nowhere.png"])
    assert found == dict.fromkeys(written[:-2], girl)
    assert among([place / "nowhere.png"], [place / "nowhere.png"]) == {}
    assert among([type(girl)("a\0b")], [girl]) == {}


def test_case_counts_where_it_makes_a_difference(place):
    other = place / "GIRL.png"
    is_same = other.exists()
    assert bool(among([other], [place / "girl.png"])) is is_same


def test_file_system_without_numbers_goes_by_the_path(place, monkeypatch):
    facts = type("Facts", (), {"st_ino": 0, "st_dev": 0})()
    monkeypatch.setattr("app.artist_files.Path.stat", lambda _path: facts)
    assert among([place / "deep" / ".." / "girl.png"], [place / "girl.png"])
    assert not among([place / "boy.png"], [place / "girl.png"])


# Pictures, each by itself


def test_picture_of_one_name_with_another_is_not_its_result(place, capsys):
    _small_psd(place / "girl.psd")
    _refuses(capsys, place, place / "girl.png", "colorize", place, "-o", place)


@pytest.mark.parametrize(
    ("side", "option"),
    [
        ("girl.psd", ("--layers", "psd")),
        ("girl.psb", ("--layers", "psb")),
        ("girl.flats.png", ("--flats",)),
        ("girl.paint.png", ("--paint",)),
    ],
)
def test_no_side_file_takes_the_place_of_a_drawing(place, capsys, side, option):
    drawings = place / "drawings"
    drawings.mkdir()
    shutil.move(place / "girl.png", drawings / "girl.png")
    other = place / side
    _small_psd(other) if "ps" in other.suffix else write_png(other, frame_u8(2))
    inputs = (drawings / "girl.png", other)
    _refuses(capsys, place, other, "colorize", *inputs, "-o", place, *option)


@pytest.mark.parametrize("name", ["girl.png", "girl.hints.png"])
def test_hints_are_not_replaced_by_what_they_colored(place, capsys, name):
    """Also those that another hint file comes before."""
    hints = place / "hints"
    hints.mkdir()
    picture = Image.new("RGBA", (96, 72))
    picture.putpixel((28, 36), (200, 40, 40, 255))
    picture.save(hints / name)
    (hints / "girl.hints.json").write_text(hints_json())
    girl = place / "girl.png"
    out = hints / name
    _refuses(capsys, place, out, "colorize", girl, "-o", out, "--hints", hints)


def test_hint_file_itself_is_not_replaced(place, capsys):
    picture = Image.new("RGBA", (96, 72))
    picture.putpixel((28, 36), (200, 40, 40, 255))
    picture.save(place / "dots.png")
    dots = place / "dots.png"
    _refuses(
        capsys, place, dots, "colorize", place / "girl.png", "-o", dots, "--hints", dots, *WIDE
    )


def test_palette_is_not_replaced(place, capsys):
    palette = place / "out.paint.tpl"
    palette.write_text("#c82828\n#285ac8\n")
    girl, out = place / "girl.png", place / "out.png"
    _refuses(capsys, place, palette, "colorize", girl, "-o", out, "--paint", "--palette", palette)
    assert not out.exists()


def test_folder_of_another_name_is_the_same_folder(place, capsys):
    drawings = place / "drawings"
    drawings.mkdir()
    shutil.move(place / "girl.png", drawings / "girl.png")
    (place / "results").symlink_to(drawings)
    out = place / "results"
    _refuses(capsys, place, out / "girl.png", "colorize", drawings, "-o", out)


def test_the_other_pictures_are_colored(place, capsys):
    _small_psd(place / "girl.psd")
    write_png(place / "boy.png", frame_u8(2))
    (place / "girl.png").unlink()
    (place / "out").mkdir()
    os.link(place / "boy.png", place / "out" / "girl.png")
    before = _contents(place)
    assert _run("colorize", place, "-o", place / "out", "--overwrite") == 1
    assert {path: path.read_bytes() for path in before} == before
    assert (place / "out" / "boy.png").is_file()


# Sequences


@pytest.fixture
def cut(tmp_path):
    """Three frames; hints of the first in ../hints."""
    (tmp_path / "hints").mkdir()
    (tmp_path / "hints" / "a_0001.json").write_text(hints_json())
    return write_cut(tmp_path / "frames", [0, 2, 4])


def _batch(cut, out, *more):
    return ("batch", cut, "-o", out, "--generator", "watershed", *more)


def test_layered_files_do_not_take_the_place_of_frames(tmp_path, capsys):
    folder = tmp_path / "frames"
    folder.mkdir()
    for number in (1, 2):
        _small_psd(folder / f"a_{number:04d}.psd")
    _refuses(capsys, tmp_path, folder / "a_0001.psd", *_batch(folder, folder, "--layers", "psd"))
    assert sorted(each.name for each in folder.iterdir()) == ["a_0001.psd", "a_0002.psd"]


def test_frame_that_cannot_be_read_is_the_artists_all_the_same(cut, capsys):
    shutil.copy(cut / "a_0001.png", cut / "a_0001.bmp")
    (cut / "a_0001.png").write_bytes((cut / "a_0001.png").read_bytes()[:90])
    _refuses(capsys, cut, cut / "a_0001.png", *_batch(cut, cut))


def test_frame_of_another_range_is_not_overwritten(cut, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    os.link(cut / "a_0003.png", out / "a_0001.png")
    _refuses(capsys, tmp_path, out / "a_0001.png", *_batch(cut, out, "--frames", "1"))


@pytest.mark.parametrize(
    "name", ["report.json", "report.html", "batch.jsonl", ".tintline/.files.json"]
)
def test_palette_is_not_taken_for_a_report(cut, tmp_path, capsys, name):
    palette = tmp_path / "out" / name
    palette.parent.mkdir(parents=True)
    is_json = palette.suffix == ".json"
    palette.write_text('["#c82828", "#285ac8"]' if is_json else "#c82828\n#285ac8\n")
    _refuses(capsys, tmp_path, palette, *_batch(cut, tmp_path / "out", "--palette", palette))


def test_report_of_a_range_is_among_what_is_written(cut, tmp_path, capsys):
    card = tmp_path / "out" / "report-1+3.json"
    card.parent.mkdir()
    card.write_text(json.dumps({"name": "Hana"}))
    arguments = ("--frames", "1,3", "--card", card)
    _refuses(capsys, tmp_path, card, *_batch(cut, tmp_path / "out", *arguments))


def test_hints_among_the_results_are_not_overwritten(cut, tmp_path, capsys):
    """Of a frame called report, say."""
    write_png(cut / "report.png", frame_u8(0))
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_text(hints_json())
    _refuses(capsys, tmp_path, out / "report.json", *_batch(cut, out, "--hints", out))


def test_every_file_that_a_batch_writes_is_known_before(cut, tmp_path):
    out = tmp_path / "out"
    assert _run(*_batch(cut, out, "--layers", "ora", "--hints", tmp_path / "hints")) == 0
    plan = plan_of(cut, None, out, layers=".ora")
    assert set(_contents(out)) == set(written_by(plan))
    assert _run(*_batch(cut, out, "--layers", "ora", "--frames", "1,3")) == 0
    assert set(_contents(out)) <= {*written_by(plan), *written_by(plan, "1+3")}


def test_what_a_batch_wrote_itself_is_no_obstacle(cut, tmp_path):
    arguments = _batch(cut, tmp_path / "out", "--hints", tmp_path / "hints")
    assert _run(*arguments) == 0
    assert _run(*arguments, "--overwrite") == 0


def test_drawing_under_the_name_of_a_thumbnail_or_a_kept_key_is_an_obstacle(cut, tmp_path):
    out = tmp_path / "out"
    kept = out / ".tintline" / "a_0002.webp"
    key = out / "hints" / "a_0001.hints.json"
    for path in (kept, key):
        path.parent.mkdir(parents=True)
        path.symlink_to(cut / "a_0001.png")
    plan = plan_of(cut, None, out)
    found = find_obstacles(plan, FrameSequence.scan(cut).files, also_written=[key])
    assert [str(path) in text for path, text in zip((kept, key), found, strict=True)] == [True] * 2
    assert plan.settings == BatchSettings()


# The panel


def test_card_of_the_artist_keeps_its_name_and_those_of_its_colors(cut, tmp_path):
    vocabulary, out = load_vocabulary(resources.TAGS), tmp_path / "out"
    out.mkdir()
    card = {"name": "Hana", "tags": [], "palette": {"skin": "#f0c8a0", "coat": "#2030a0"}}
    text = json.dumps(card)
    (out / CARD).write_text(text)
    found = look_through(cut, out, vocabulary)
    plan = panel_plan_of(found, found.card, WATERSHED_SPEC)
    assert prepare(plan, found, found.card) == []
    assert (out / CARD).read_text() == text
    tagged = replace(found.card, tags=TagSelection(("blue_hair",)))
    assert prepare(plan, found, tagged) == []
    assert json.loads((out / CARD).read_text()) == {**card, "tags": ["blue_hair"]}


def test_panel_refuses_to_write_over_its_frames(cut, tmp_path):
    (tmp_path / "alias").symlink_to(cut)
    found = look_through(cut, tmp_path / "alias", load_vocabulary(resources.TAGS))
    plan = panel_plan_of(found, CutLook(), WATERSHED_SPEC)
    before = _contents(cut)
    (told, *_) = prepare(plan, found, CutLook())
    assert "is the drawing itself" in told
    assert _contents(cut) == before
