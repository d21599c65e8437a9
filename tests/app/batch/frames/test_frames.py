"""Promises about finding the frames of a sequence."""

import threading

import numpy as np
import pytest
from PIL import Image

from app.batch.frames import frames
from app.batch.frames.frames import FileFacts, FrameSequence
from models.files.documents import Value
from models.geometry import Size
from models.pictures.files import PictureError, read_picture, write_png
from tests.helpers.cuts import frame_u8, write_cut


def _labels(sequence) -> list[str]:
    return [frame.label for frame in sequence.frames]


def test_frames_come_in_natural_order_with_their_numbers(tmp_path):
    for number in (10, 9, 1):
        write_png(tmp_path / f"walk{number}.png", frame_u8(number))
    sequence = FrameSequence.scan(tmp_path)
    assert _labels(sequence) == ["walk1", "walk9", "walk10"]
    assert [frame.number for frame in sequence.frames] == [1, 9, 10]
    assert {frame.cut for frame in sequence.frames} == {"walk"}


def test_gaps_in_numbering_are_reported(tmp_path):
    for number in (1, 2, 3, 6, 7, 9):
        write_png(tmp_path / f"a_{number:03d}.png", frame_u8(0))
    sequence = FrameSequence.scan(tmp_path)
    assert [str(gap) for gap in sequence.gaps] == ["a: no frames 4 to 5", "a: no frame 8"]


def test_a_cut_that_counts_by_twos_has_no_gaps(tmp_path):
    for number in (1, 3, 5, 9):
        write_png(tmp_path / f"{number:03d}.png", frame_u8(0))
    (gap,) = FrameSequence.scan(tmp_path).gaps
    assert (gap.first, gap.last) == (7, 7)


def test_identical_drawings_have_one_digest(tmp_path):
    write_cut(tmp_path, [0, 4, 0])
    first, other, again = FrameSequence.scan(tmp_path).frames
    assert first.digest == again.digest != other.digest


def test_folders_and_prefixes_are_cuts(tmp_path):
    write_cut(tmp_path / "c01", [0, 1])
    write_cut(tmp_path / "c02", [0])
    write_cut(tmp_path, [0, 1], name="c03_{:03d}.png")
    write_cut(tmp_path, [0], name="c04_{:03d}.png")
    sequence = FrameSequence.scan(tmp_path)
    sizes = {cut: len(indices) for cut, indices in sequence.cuts.items()}
    assert sizes == {"c03": 2, "c04": 1, "c01/a": 2, "c02/a": 1}
    assert _labels(sequence)[-1] == "c02/a_0001"


def test_png_tiff_tga_and_webp_are_frames(tmp_path):
    for number, suffix in enumerate((".png", ".tif", ".tga", ".webp"), start=1):
        image = Image.fromarray(frame_u8(0))
        options = {"lossless": True} if suffix == ".webp" else {}
        image.convert("RGB").save(tmp_path / f"a{number}{suffix}", **options)
    sequence = FrameSequence.scan(tmp_path)
    assert len(sequence.frames) == 4
    drawn = [frame.read().rgba_u8 for frame in sequence.frames]
    assert all(np.array_equal(drawn[0], other) for other in drawn[1:])


def test_pages_of_a_tiff_are_a_cut(tmp_path):
    first, *others = (Image.fromarray(frame_u8(step)) for step in (0, 3, 6))
    first.save(tmp_path / "scan.tif", save_all=True, append_images=others)
    sequence = FrameSequence.scan(tmp_path / "scan.tif")
    assert _labels(sequence) == ["scan_0001", "scan_0002", "scan_0003"]
    assert [frame.number for frame in sequence.frames] == [1, 2, 3]
    assert np.array_equal(sequence.frames[2].read().rgba_u8[..., 0], frame_u8(6))


def test_unreadable_files_are_told_and_are_no_gaps(tmp_path):
    write_cut(tmp_path, [0, 1, 2, 3])
    whole = (tmp_path / "a_0002.png").read_bytes()
    (tmp_path / "a_0002.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "a_0003.png").write_bytes(b"")
    sequence = FrameSequence.scan(tmp_path)
    assert _labels(sequence) == ["a_0001", "a_0004"]
    reasons = [problem.reason for problem in sequence.problems]
    assert "a_0002.png: the file is damaged or cut short" in reasons[0]
    assert "a_0003.png: the file is empty" in reasons[1]
    assert not sequence.gaps


def test_two_files_with_one_result_are_told(tmp_path):
    write_png(tmp_path / "a1.png", frame_u8(0))
    Image.fromarray(frame_u8(0)).save(tmp_path / "A1.tif")
    sequence = FrameSequence.scan(tmp_path)
    assert len(sequence.frames) == 1
    assert "rename one of them" in sequence.problems[0].reason


def test_results_hints_and_hidden_folders_are_no_frames(tmp_path):
    write_cut(tmp_path, [0])
    write_cut(tmp_path / "out", [0])
    write_cut(tmp_path / ".kept", [0])
    write_png(tmp_path / "a_0001.hints.png", frame_u8(0))
    sequence = FrameSequence.scan(tmp_path, exclude=(tmp_path / "out",))
    assert _labels(sequence) == ["a_0001"]


def test_mixed_sizes_are_listed(tmp_path):
    write_cut(tmp_path, [0, 1])
    write_png(tmp_path / "a_0003.png", frame_u8(0, height=40))
    assert FrameSequence.scan(tmp_path).sizes == (Size(72, 96), Size(40, 96))


def test_files_that_did_not_change_are_not_read_again(tmp_path, monkeypatch):
    write_cut(tmp_path, [0, 1, 2])
    first = FrameSequence.scan(tmp_path)
    kept = {
        key: FileFacts.from_json(Value(facts.to_json(), key)) for key, facts in first.facts.items()
    }
    write_png(tmp_path / "a_0002.png", frame_u8(9))
    read = []

    def counted(path, **options):
        read.append(path.name)
        return original(path, **options)

    original = frames.read_picture
    monkeypatch.setattr(frames, "read_picture", counted)
    again = FrameSequence.scan(tmp_path, known=kept)
    assert read == ["a_0002.png"]
    assert again.frames[0] == first.frames[0]
    assert again.frames[1].digest != first.frames[1].digest


def test_looking_through_ends_at_once_when_it_is_interrupted(tmp_path, monkeypatch):
    read = []

    def counted(path, *, page=None):
        read.append(path)
        return read_picture(path, page=page)

    def tell(count, path):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.batch.frames.frames.read_picture", counted)
    frames = write_cut(tmp_path / "frames", list(range(60)))
    with pytest.raises(KeyboardInterrupt):
        FrameSequence.scan(frames, tell=tell)
    assert len(read) < 30
    assert [thread.name for thread in threading.enumerate() if "frames_" in thread.name] == []


def test_a_frame_that_changed_since_is_refused(tmp_path):
    write_cut(tmp_path, [0])
    (frame,) = FrameSequence.scan(tmp_path).frames
    write_png(frame.source, frame_u8(5))
    with pytest.raises(PictureError, match="changed since"):
        frame.read()


def test_nothing_to_look_through_is_told(tmp_path):
    with pytest.raises(PictureError, match="no such file or folder"):
        FrameSequence.scan(tmp_path / "missing")
