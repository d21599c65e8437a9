"""Promises of ``tintline colorize``, through the command line itself, with the built-in fill."""

import errno
import json
import os
import unicodedata
import zipfile
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage

import resources
from app.inputs import find_pictures, plan_jobs
from models.hints.tag_files import read_tags
from models.hints.tags import load_vocabulary
from models.pictures.files import read_picture, write_png
from tests.app.cli.girl import colorize, girl_hints, line_art

SKIN, SHIRT = (240, 200, 160), (48, 96, 192)

pytestmark = pytest.mark.usefixtures("no_generators")


def test_picture_has_the_inputs_size_and_the_artists_lines(girl, tmp_path, capsys):
    out = tmp_path / "out.png"
    assert colorize(girl, "--hints", tmp_path / "girl.hints.json", "-o", out) == 0
    picture = read_picture(out)
    line_u8 = line_art()
    assert picture.size.shape == line_u8.shape
    assert not picture.has_alpha
    assert picture.dpi == pytest.approx((300, 300), abs=0.1)
    assert np.all(picture.rgba_u8[line_u8 == 0, :3] == 0)
    assert np.all(picture.rgba_u8[..., :3].max(axis=2) <= line_u8)
    assert tuple(picture.rgba_u8[30, 35, :3]) == SKIN
    assert tuple(picture.rgba_u8[72, 36, :3]) == SHIRT
    said = capsys.readouterr()
    assert "out.png  70×90" in said.out
    assert "hints obeyed 2/2" in said.out
    assert "using Watershed fill" in said.err


def test_json_answer_counts_obeyed_hints(girl, tmp_path, capsys):
    out = tmp_path / "out.png"
    assert colorize(girl, "--hints", tmp_path, "-o", out, "--json", "--device", "cpu") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["generator"] == "watershed"
    assert answer["device"]["name"] == "cpu"
    assert answer["failed"] == []
    (one,) = answer["pictures"]
    assert one["output"] == str(out)
    assert (one["width"], one["height"]) == (70, 90)
    assert one["hints"] == {"visible": 2, "obeyed": 2, "mean_ciede2000": 0.0}
    assert one["milliseconds"] > 0


def test_folder_is_colored_picture_by_picture(tmp_path, capsys):
    frames = tmp_path / "frames"
    frames.mkdir()
    for name in ("f10.png", "f9.png", "线.webp"):
        Image.fromarray(line_art()).save(frames / name, **({"lossless": True}))
    (frames / "notes.txt").write_text("no picture")
    (frames / ".hidden.png").write_text("no picture")
    out = tmp_path / "new" / "folder"
    assert colorize(frames, "-o", out) == 0
    assert sorted(path.name for path in out.iterdir()) == ["f10.png", "f9.png", "线.png"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" -> ")[0].rsplit(os.sep, 1)[1] for line in lines] == [
        "f9.png",
        "f10.png",
        "线.webp",
    ]


def test_hints_in_a_folder_follow_their_pictures_stem(tmp_path):
    drawings, hints, out = tmp_path / "drawings", tmp_path / "hints", tmp_path / "out"
    drawings.mkdir()
    hints.mkdir()
    for stem in ("a", "b", "c", "d"):
        write_png(drawings / f"{stem}.png", line_art())
    (hints / "a.hints.json").write_text(json.dumps(girl_hints()))
    (hints / "b.json").write_text(json.dumps(girl_hints()))
    layer = np.zeros((90, 70, 4), np.uint8)
    layer[28:33, 33:38] = (*SKIN, 255)
    write_png(hints / "c.png", layer)
    assert colorize(drawings, "--hints", hints, "-o", out) == 0
    for stem in ("a", "b", "c"):
        assert tuple(read_picture(out / f"{stem}.png").rgba_u8[30, 35, :3]) == SKIN
    assert tuple(read_picture(out / "d.png").rgba_u8[30, 35, :3]) != SKIN


def test_openraster_beside_the_picture_holds_the_artists_line(girl, tmp_path):
    out = tmp_path / "out.png"
    arguments = ("--hints", tmp_path, "-o", out, "--layers", "ora", "--flats", "--light", "none")
    assert colorize(girl, *arguments) == 0
    with zipfile.ZipFile(tmp_path / "out.ora") as archive:
        entries = ElementTree.fromstring(archive.read("stack.xml")).findall(".//layer")
        names = [entry.get("name") for entry in entries]
        assert names == ["Hints", "Line", "Highlight", "Shade", "Flats"]
        source = archive.open(entries[1].get("src"))
        stored = np.array(Image.open(source))
        merged = np.array(Image.open(archive.open("mergedimage.png")))
    assert np.array_equal(stored, read_picture(girl).rgba_u8)
    written = read_picture(out).rgba_u8
    assert np.abs(merged.astype(int) - written).max() <= 2
    assert read_picture(tmp_path / "out.flats.png").size.shape == (90, 70)


def test_psd_beside_the_picture_shows_the_same(girl, tmp_path):
    out = tmp_path / "out.png"
    assert colorize(girl, "-o", out, "--layers", "psd", "--light", "none") == 0
    assert np.array_equal(read_picture(tmp_path / "out.psd").rgba_u8, read_picture(out).rgba_u8)
    line = next(layer for layer in PSDImage.open(tmp_path / "out.psd") if layer.name == "Line")
    assert np.array_equal(np.array(line.topil().convert("L")), line_art())


def test_alpha_of_a_cut_out_drawing_is_kept(tmp_path):
    rgba_u8 = np.dstack([line_art()] * 3 + [np.full((90, 70), 255, np.uint8)])
    rgba_u8[:8, :, 3] = 0
    rgba_u8[8, :, 3] = 77
    write_png(tmp_path / "cut.png", rgba_u8)
    out = tmp_path / "out.png"
    assert colorize(tmp_path / "cut.png", "-o", out, "--flats", "--layers", "ora") == 0
    assert np.array_equal(read_picture(out).rgba_u8[..., 3], rgba_u8[..., 3])
    flats = read_picture(tmp_path / "out.flats.png")
    assert np.array_equal(flats.rgba_u8[..., 3], rgba_u8[..., 3])


def test_ink_on_a_transparent_sheet_is_noted(tmp_path, capsys):
    rgba_u8 = np.zeros((90, 70, 4), np.uint8)
    rgba_u8[..., 3] = 255 - line_art()
    write_png(tmp_path / "ink.png", rgba_u8)
    assert colorize(tmp_path / "ink.png", "-o", tmp_path / "out.png") == 0
    assert "ink on a transparent sheet" in capsys.readouterr().err
    picture = read_picture(tmp_path / "out.png")
    assert np.all(picture.rgba_u8[..., 3] == 255)
    assert np.all(picture.rgba_u8[line_art() == 0, :3] == 0)


def test_palette_file_limits_the_colors(girl, tmp_path):
    (tmp_path / "two.gpl").write_text("GIMP Palette\nName: Two\n#\n255 0 0 red\n0 0 255\n")
    (tmp_path / "two.hex").write_text("#ff0000\n#0000ff\n")
    (tmp_path / "two.json").write_text('["#ff0000", "#0000ff"]')
    for suffix in ("gpl", "hex", "json"):
        out = tmp_path / suffix / "out.png"
        arguments = ("--hints", tmp_path, "--palette", tmp_path / f"two.{suffix}", "--flats")
        assert colorize(girl, "-o", out, *arguments) == 0
        flats = read_picture(out.with_suffix(".flats.png")).rgba_u8[..., :3].reshape(-1, 3)
        assert {tuple(color) for color in np.unique(flats, axis=0)} <= {(255, 0, 0), (0, 0, 255)}


def _fails(capsys, status, pieces, *arguments):
    assert colorize(*arguments) == status
    said = capsys.readouterr().err
    for piece in pieces:
        assert piece in said, said
    errors = [line for line in said.splitlines() if "note:" not in line]
    assert len(errors) == 1
    assert errors[0].startswith("tintline: ")


def test_one_bad_input_is_named_and_the_rest_written(girl, tmp_path, capsys):
    (tmp_path / "empty.png").touch()
    out = tmp_path / "out"
    _fails(capsys, 1, ["empty.png", "0 bytes"], girl, tmp_path / "empty.png", "-o", out)
    assert [path.name for path in out.iterdir()] == ["girl.png"]


def test_missing_input_is_named_in_the_json_answer(tmp_path, capsys):
    assert colorize(tmp_path / "gone.png", "-o", tmp_path / "out.png", "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["pictures"] == []
    assert "no such file" in answer["failed"][0]["reason"]


def test_empty_folder_is_named(tmp_path, capsys):
    (tmp_path / "none").mkdir()
    _fails(capsys, 1, ["none", "holds no picture"], tmp_path / "none", "-o", tmp_path / "out")


def test_existing_picture_is_kept_without_overwrite(girl, tmp_path, capsys):
    out = tmp_path / "out.png"
    out.write_bytes(b"precious")
    _fails(capsys, 1, ["out.png exists", "--overwrite"], girl, "-o", out)
    assert out.read_bytes() == b"precious"
    assert colorize(girl, "-o", out, "--overwrite") == 0
    assert read_picture(out).size.shape == (90, 70)


def test_existing_layers_are_kept_without_overwrite(girl, tmp_path, capsys):
    (tmp_path / "out.ora").write_bytes(b"precious")
    _fails(capsys, 1, ["out.ora exists"], girl, "-o", tmp_path / "out.png", "--layers", "ora")
    assert not (tmp_path / "out.png").exists()


def test_drawing_is_never_written_over(girl, capsys):
    before = girl.read_bytes()
    _fails(capsys, 1, ["the drawing itself"], girl, "-o", girl, "--overwrite")
    assert girl.read_bytes() == before


def test_two_inputs_of_one_name_do_not_cover_each_other(girl, tmp_path, capsys):
    other = tmp_path / "other" / "girl.png"
    other.parent.mkdir()
    write_png(other, line_art())
    _fails(capsys, 1, ["already the result of", "rename"], girl, other, "-o", tmp_path / "out")


def test_unknown_tag_is_refused_with_near_ones(girl, tmp_path, capsys):
    pieces = ["'blu_hair'", "blue_hair"]
    _fails(capsys, 2, pieces, girl, "-o", tmp_path / "out.png", "--tags", "blu_hair")
    assert not (tmp_path / "out.png").exists()


def test_unknown_tag_in_a_file_names_the_file(girl, tmp_path, capsys):
    (tmp_path / "girl.tags.txt").write_text("red_eyes, blu_hair")
    pieces = ["girl.tags.txt", "'blu_hair'"]
    _fails(capsys, 1, pieces, girl, "-o", tmp_path / "out.png", "--hints", tmp_path)


@pytest.mark.parametrize(
    ("content", "piece"),
    [
        ("{", "not JSON, line 1"),
        ("[]", "expected"),
        ('{"version": 9, "hints": []}', "version 9"),
        ('{"version": 1, "hints": [{"kind": "point", "x": 1, "y": 2}]}', "'color' is missing"),
        (
            '{"version": 1, "hints": [{"kind": "point", "x": 1, "y": 2, "color": "blue"}]}',
            "'blue' is not a colour",
        ),
    ],
)
def test_bad_hint_file_is_named(girl, tmp_path, capsys, content, piece):
    hints = tmp_path / "bad.json"
    hints.write_text(content)
    _fails(capsys, 1, ["bad.json", piece], girl, "--hints", hints, "-o", tmp_path / "out.png")
    assert not (tmp_path / "out.png").exists()


def test_hint_picture_of_another_size_is_refused_with_both_sizes(girl, tmp_path, capsys):
    write_png(tmp_path / "small.png", np.zeros((9, 8, 4), np.uint8))
    pieces = ["small.png", "8×9", "70×90", "resize"]
    out = tmp_path / "out.png"
    _fails(capsys, 1, pieces, girl, "--hints", tmp_path / "small.png", "-o", out)


def test_hints_outside_the_picture_are_noted(girl, tmp_path, capsys):
    hints = girl_hints()
    hints["hints"][0]["x"] = 5000
    (tmp_path / "girl.hints.json").write_text(json.dumps(hints))
    assert colorize(girl, "--hints", tmp_path, "-o", tmp_path / "out.png") == 0
    assert "1 of 2 hints lie outside" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "piece"),
    [
        (["--generator", "nobody"], "installed: watershed"),
        (["--hints", "nowhere"], "no such file or folder"),
        (["--palette", "nowhere.gpl"], "there is no such palette"),
        (["--size", "7"], "give 64 to"),
        (["--layers", "xcf"], "invalid choice"),
        (["--device", "tpu"], "invalid choice"),
    ],
)
def test_wrong_usage_is_status_two(girl, tmp_path, capsys, arguments, piece):
    _fails(capsys, 2, [piece], girl, "-o", tmp_path / "out.png", *arguments)
    assert not (tmp_path / "out.png").exists()


def test_out_that_cannot_hold_the_pictures_is_wrong_usage(girl, tmp_path, capsys):
    _fails(capsys, 2, ["written as PNG", "out.png"], girl, "-o", tmp_path / "out.jpg")
    _fails(capsys, 2, ["several pictures"], girl, girl.parent, "-o", tmp_path / "out.png")
    _fails(capsys, 2, ["is a file"], girl, girl.parent, "-o", tmp_path / "girl.hints.json")
    _fails(capsys, 2, ["-o/--out"], girl)


def test_one_hint_file_for_several_pictures_is_wrong_usage(girl, tmp_path, capsys):
    arguments = ("--hints", tmp_path / "girl.hints.json", "-o", tmp_path / "out")
    _fails(capsys, 2, ["serves one picture"], girl, girl.parent, *arguments)


def test_full_disk_fails_the_picture_and_leaves_nothing(girl, tmp_path, capsys, monkeypatch):
    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    out = tmp_path / "out"
    _fails(capsys, 1, ["girl.png", "the disk is full"], girl, "-o", out)
    assert list(out.iterdir()) == []


def test_out_folder_that_cannot_be_made_is_named(girl, tmp_path, capsys):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    pieces = ["blocked", "is a file"]
    _fails(capsys, 1, pieces, girl, "-o", blocked / "out.png")


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (7, 5000)])
def test_extreme_drawings_are_colored(tmp_path, shape):
    write_png(tmp_path / "odd.png", np.full(shape, 255, np.uint8))
    assert colorize(tmp_path / "odd.png", "-o", tmp_path / "out.png") == 0
    assert read_picture(tmp_path / "out.png").size.shape == shape


def test_animated_input_says_that_one_frame_is_used(tmp_path, capsys):
    first = Image.fromarray(line_art())
    first.save(tmp_path / "a.webp", save_all=True, append_images=[first.rotate(90)])
    assert colorize(tmp_path / "a.webp", "-o", tmp_path / "out.png") == 0
    assert "only the first is used" in capsys.readouterr().err


def test_a_folder_without_hints_of_the_picture_is_noted(girl, tmp_path, capsys):
    (tmp_path / "hints").mkdir()
    (tmp_path / "hints" / "gril.json").write_text(json.dumps(girl_hints()))
    arguments = (girl, "--hints", tmp_path / "hints", "--overwrite", "-o", tmp_path / "out.png")
    assert colorize(*arguments) == 0
    said = capsys.readouterr().err
    assert "holds no hints of girl.png; they are called girl.json or girl.png" in said
    assert "there is gril.json" in said
    assert colorize(*arguments, "--json") == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert "gril.json" in note


def test_a_hint_file_that_holds_none_is_noted(girl, tmp_path, capsys):
    (tmp_path / "girl.hints.json").write_text('{"version": 1, "hints": []}')
    assert colorize(girl, "--hints", tmp_path, "-o", tmp_path / "out.png") == 0
    assert "girl.hints.json holds no hints" in capsys.readouterr().err


def test_hints_and_tags_are_found_in_any_normal_form(tmp_path):
    write_png(tmp_path / "がé.png", line_art())
    name = unicodedata.normalize("NFD", "がé")
    (tmp_path / "hints").mkdir()
    (tmp_path / "hints" / f"{name}.JSON").write_text(json.dumps(girl_hints()))
    (tmp_path / "hints" / f"{name}.tags.txt").write_bytes("blue_hair\r\n".encode("utf-16"))
    planned = plan_jobs(
        [tmp_path / "がé.png"], "out.png", hints=tmp_path / "hints", layers_suffix=None,
        wants_flats=False, overwrite=False,
    )  # fmt: skip
    (job,) = planned.jobs
    assert (job.hints_file.suffix, job.tags_file.suffix) == (".JSON", ".txt")
    tags = read_tags(job.tags_file, load_vocabulary(resources.TAGS))
    assert tags.names == ("blue_hair",)
    assert not planned.notes


def test_what_lies_among_drawings_and_is_none_is_left_out_and_told(girl, tmp_path):
    for name in ("girl.flats.png", "._girl.png", "girl.hints.png", "~girl.png"):
        write_png(tmp_path / name, line_art())
    pictures, problems, notes = find_pictures([tmp_path])
    assert (pictures, problems) == ([girl], [])
    assert len(notes) == 3
    assert any("girl.flats.png: results of an earlier run, left out" in note for note in notes)
