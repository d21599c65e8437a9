"""Promises about watched folders: files are told once they are whole."""

from contextlib import contextmanager
from pathlib import Path

import pytest

from app.batch import watch
from app.batch.watch import (
    SettledFiles,
    WatchError,
    settled_changes,
    watched_folders,
    watching,
)
from app.cli import batch
from app.cli.command import run_command
from models.pictures.files import write_png
from tests.helpers.cuts import frame_u8, write_cut, write_hints
from tests.helpers.fakes import FakeClock

A, B = Path("a.png"), Path("b.png")


@pytest.fixture
def disk():
    """Sizes of files, as a test says."""
    return {A: 10, B: 5}


@pytest.fixture
def files(clock, disk):
    return SettledFiles(settle_s=1.0, clock=clock, look=lambda path: (disk.get(path, -1), 0))


@pytest.fixture
def clock():
    return FakeClock()


def test_a_file_is_told_once_it_stopped_growing(files, clock, disk):
    files.note(A)
    assert files.wait_s() == 1.0
    clock.advance(0.9)
    assert files.take() == ()
    disk[A] = 20
    clock.advance(0.2)
    assert files.take() == ()
    clock.advance(1.0)
    assert files.take() == (A,)
    assert files.wait_s() is None


def test_whole_files_wait_for_those_that_grow_but_not_for_ever(files, clock, disk):
    files.note(A)
    clock.advance(1.5)
    files.note(B)
    assert files.take() == ()
    for size in range(40):
        clock.advance(0.9)
        disk[B] = size
        if files.take() == (A,):
            break
    assert files.unsettled == (B,)
    assert 29 < clock.now - 100 < 32


def test_a_file_that_went_away_is_told_too(files, clock, disk):
    files.note(A)
    del disk[A]
    clock.advance(1.0)
    assert files.take() == ()
    clock.advance(1.0)
    assert files.take() == (A,)


def test_changes_come_together(files, clock):
    script = [A, B, None, None]

    def next_path(timeout_s):
        path = script.pop(0) if script else None
        if path is None and timeout_s:
            clock.advance(timeout_s)
        return path

    assert next(settled_changes(files, next_path)) == (A, B)


def test_files_that_are_written_are_seen(tmp_path):
    frames = tmp_path / "frames"
    (frames / "out").mkdir(parents=True)
    with watching([frames], exclude=(frames / "out",)) as next_path:
        write_png(frames / "out" / "a.png", frame_u8(0))
        write_png(frames / "b.png", frame_u8(0))
        seen = next_path(10.0)
    assert seen == frames.resolve() / "b.png"


def test_hints_within_the_frames_are_watched_once(tmp_path):
    (tmp_path / "hints").mkdir()
    assert watched_folders(tmp_path, tmp_path / "hints") == (tmp_path,)
    assert watched_folders(tmp_path / "hints", tmp_path) == (tmp_path / "hints", tmp_path)


def test_a_folder_that_cannot_be_watched_is_named(tmp_path, monkeypatch):
    def refuse(self, handler, path, *, recursive):
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch.Observer, "schedule", refuse)
    reason = f"{tmp_path}: cannot be watched \\(inotify watch limit reached\\)"
    with pytest.raises(WatchError, match=reason), watching([tmp_path]):
        pass


def test_a_frame_that_comes_at_the_start_is_colored(tmp_path, monkeypatch):
    frames, out = write_cut(tmp_path / "frames", [0]), tmp_path / "out"

    @contextmanager
    def begin(folders, *, exclude):
        write_cut(frames, [0, 3])
        yield lambda timeout_s: None

    def end(files, next_path):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.places.generator_folders", lambda: ())
    monkeypatch.setattr(batch, "watching", begin)
    monkeypatch.setattr(batch, "settled_changes", end)
    arguments = ["batch", frames, "-o", out, "--watch", "--generator", "watershed"]
    assert run_command([str(argument) for argument in arguments]) == 0
    assert sorted(path.name for path in out.glob("*.png")) == ["a_0001.png", "a_0002.png"]


def test_new_frames_are_colored_as_they_appear(tmp_path, monkeypatch, capsys):
    frames, out = write_cut(tmp_path / "frames", [0]), tmp_path / "out"
    hints = write_hints(tmp_path / "hints")

    def changes(files, next_path):
        write_cut(frames, [0, 3])
        yield (frames / "a_0002.png",)
        (frames / "a_0003.png").write_bytes(b"\x89PNG half of it")
        yield (frames / "a_0003.png",)
        raise KeyboardInterrupt

    monkeypatch.setattr("app.places.generator_folders", lambda: ())
    monkeypatch.setattr(batch, "settled_changes", changes)
    arguments = ["batch", frames, "-o", out, "--hints", hints, "--watch", "--generator"]
    assert run_command([str(argument) for argument in (*arguments, "watershed")]) == 1
    said = capsys.readouterr()
    assert sorted(path.name for path in out.glob("*.png")) == ["a_0001.png", "a_0002.png"]
    assert "a_0003.png: the file is damaged" in said.err
    assert "watching ended" in said.err
    assert said.out.count("a_0001 ->") == 1
