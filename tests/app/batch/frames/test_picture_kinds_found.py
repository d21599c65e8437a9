"""What is found in folders of pictures: every kind by its suffixes, and none passed over unsaid."""

import json

import numpy as np
import pytest
from PIL import Image

from app.batch.file_facts import FileFacts
from app.batch.frames.frames import FrameSequence
from app.cli.command import run_command
from app.inputs import find_pictures
from models.files.documents import Value
from models.pictures.files import read_picture, write_png
from tests.helpers.cuts import frame_u8, write_cut
from tests.helpers.tiff_writer import tiff_bytes, tiff_page

pytestmark = pytest.mark.usefixtures("no_generators")


def _labels(sequence) -> list[str]:
    return [frame.label for frame in sequence.frames]


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        (".jfif", "JPEG"), (".jpe", "JPEG"), (".JPG", "JPEG"), (".Tif", "TIFF"), (".PNG", "PNG"),
        (".apng", "PNG"), (".BMP", "BMP"), (".dib", "BMP"), (".TGA", "TGA"), (".webp", "WEBP"),
    ],
)  # fmt: skip
def test_every_suffix_of_a_kind_is_found(tmp_path, suffix, kind):
    Image.fromarray(frame_u8(0)).convert("RGB").save(tmp_path / f"a_0001{suffix}", format=kind)
    assert _labels(FrameSequence.scan(tmp_path)) == ["a_0001"]
    assert find_pictures([tmp_path])[0] == [tmp_path / f"a_0001{suffix}"]


def test_pictures_of_other_kinds_are_named(tmp_path):
    write_cut(tmp_path, [0, 2])
    Image.fromarray(frame_u8(0)).save(tmp_path / "a_0003.GIF")
    (tmp_path / "a_0001.clip").write_bytes(b"CSFCHUNK")
    (tmp_path / "notes.txt").write_text("no picture")
    expected = {
        "a_0001.clip: Clip Studio Paint files are not read (export them as PNG), left out",
        "a_0003.GIF: GIF files are not read (export them as PNG), left out",
    }
    sequence = FrameSequence.scan(tmp_path)
    assert _labels(sequence) == ["a_0001", "a_0002"]
    assert set(sequence.notes) == expected
    found, problems, notes = find_pictures([tmp_path])
    assert [path.name for path in found] == ["a_0001.png", "a_0002.png"]
    assert not problems
    assert {note.removeprefix(f"{tmp_path}/") for note in notes} == expected


def test_a_folder_of_other_kinds_alone_says_so(tmp_path, capsys):
    for number in (1, 2):
        Image.fromarray(frame_u8(0)).save(tmp_path / f"a_{number}.gif")
    assert run_command(["batch", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "a_1.gif, a_2.gif: GIF files are not read" in capsys.readouterr().err
    assert run_command(["colorize", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert "a_2.gif: GIF files are not read" in capsys.readouterr().err


def test_small_forms_in_a_tiff_are_no_frames(tmp_path):
    for number in (1, 2):
        drawn = np.repeat(frame_u8(number)[..., None], 3, axis=2)
        pages = tiff_page(drawn, 2), tiff_page(drawn[::4, ::4].copy(), 2, tags={254: 1})
        (tmp_path / f"walk_{number:04d}.tif").write_bytes(tiff_bytes(*pages))
    sequence = FrameSequence.scan(tmp_path)
    assert _labels(sequence) == ["walk_0001", "walk_0002"]
    assert list(sequence.cuts) == ["walk"]
    assert sequence.notes == ()


def test_what_reading_said_is_said_once_and_remembered(tmp_path):
    write_cut(tmp_path, [0, 2, 4])
    for number in (4, 5):
        write_png(tmp_path / f"a_{number:04d}.png", np.full_like(frame_u8(0), 255))
    first = FrameSequence.scan(tmp_path)
    (note,) = first.notes
    assert note.startswith("a_0004, a_0005: is blank, #ffffff all over")
    kept = json.loads(json.dumps({key: facts.to_json() for key, facts in first.facts.items()}))
    known = {key: FileFacts.from_json(Value(facts, "kept")) for key, facts in kept.items()}
    assert known == dict(first.facts)
    assert FrameSequence.scan(tmp_path, known=known).notes == first.notes


@pytest.mark.parametrize("command", ["colorize", "batch"])
@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ((255, 255, 255, 0), "is wholly transparent"),
        ((0, 0, 0, 255), "is blank, #000000 all over"),
    ],
)
def test_sheets_on_which_nothing_is_seen_are_told(tmp_path, capsys, command, sheet, words):
    rgba_u8 = np.full((*frame_u8(0).shape, 4), sheet, np.uint8)
    (tmp_path / "in").mkdir()
    write_png(tmp_path / "in" / "a_0001.png", rgba_u8)
    assert run_command([command, str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "a_0001" in said
    assert words in said
    assert read_picture(tmp_path / "out" / "a_0001.png").size.shape == rgba_u8.shape[:2]
