"""Whatever stops a writer, a file is the old one or the new one, and the dead leave nothing."""

import errno
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.files import partial as part_files
from models.files import whole as whole_files
from models.files.partial import PATTERN, clear_parts, part_folder
from models.files.whole import (
    FileError,
    append_line,
    copy_whole,
    json_text,
    whole_folder,
    write_bytes,
    write_json,
    write_whole,
)
from tests.helpers.places import ROOT

GRAPHS = ("line.onnx", "spec.json")

WRITER = """
import sys, time
from pathlib import Path
from models.files.partial import part_folder
from models.files.whole import write_whole

def write(stream):
    stream.write(b"half")
    stream.flush()
    print("half", flush=True)
    sys.stdin.read()

path = Path(sys.argv[1])
if path.suffix:
    write_whole(path, write)
else:
    with part_folder(path) as scratch:
        (scratch / "layers").write_bytes(b"half")
        print("half", flush=True)
        sys.stdin.read()
"""


def _names(folder):
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def writer():
    """Starts a process that is in the middle of writing."""
    begun = []

    def begin(path):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        begun.append(process)
        assert process.stdout.readline() == "half\n"
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


@pytest.fixture
def stop(monkeypatch):
    """Lets a function of the system fail."""

    def refuse(name, code):
        def fail(*_args, **_kwargs):
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(whole_files.os, name, fail)

    return refuse


def test_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, stop):
    path = tmp_path / "out.bin"
    write_bytes(path, b"old")
    stop("fsync", errno.ENOSPC)
    with pytest.raises(FileError, match=r"out\.bin: the disk is full .*free some space"):
        write_bytes(path, b"new")
    assert _names(tmp_path) == ["out.bin"]
    assert path.read_bytes() == b"old"


def test_read_only_folder_is_named(tmp_path, stop):
    stop("open", errno.EACCES)
    with pytest.raises(FileError, match=r"out\.bin: the folder .* may not be written"):
        write_bytes(tmp_path / "out.bin", b"new")
    assert _names(tmp_path) == []


def test_missing_folder_and_folder_as_target_are_named(tmp_path):
    with pytest.raises(FileError, match="does not exist"):
        write_bytes(tmp_path / "nowhere" / "out.bin", b"new")
    with pytest.raises(FileError, match="is a folder"):
        write_bytes(tmp_path, b"new")


def test_name_that_no_disk_takes_is_told(tmp_path):
    with pytest.raises(FileError, match=r"the name is too long .*choose a shorter one"):
        write_bytes(tmp_path / f"{'線' * 90}.png", b"new")


def test_link_to_itself_is_told(tmp_path):
    loop = tmp_path / "loop.bin"
    loop.symlink_to(loop)
    with pytest.raises(FileError, match=r"loop\.bin: "):
        write_bytes(loop, b"new")


def test_failing_writer_leaves_nothing(tmp_path):
    def fail(stream):
        stream.write(b"half")
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        write_whole(tmp_path / "out.bin", fail)
    assert _names(tmp_path) == []


def test_replacing_keeps_the_mode_and_follows_a_link(tmp_path):
    real, link = tmp_path / "real.bin", tmp_path / "link.bin"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize("is_private", [True, False])
def test_private_file_is_never_readable_by_others(tmp_path, is_private):
    path, seen = tmp_path / "own.bin", []
    if not is_private:  # because it was so before
        path.write_bytes(b"old")
        path.chmod(0o600)

    def write(stream):
        stream.write(b"mine")
        seen.extend(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.glob(PATTERN))

    write_whole(path, write, is_private=is_private)
    assert [*seen, stat.S_IMODE(path.stat().st_mode)] == [0o600, 0o600]


def test_killed_writer_leaves_nothing_once_another_has_written_there(tmp_path, writer):
    process = writer(tmp_path / "out.bin")
    process.kill()
    process.wait()
    assert list(tmp_path.glob(PATTERN))
    write_bytes(tmp_path / "other.bin", b"new")
    assert _names(tmp_path) == ["other.bin"]


def test_what_a_living_process_writes_is_left_alone(tmp_path, writer):
    process = writer(tmp_path / "out.bin")
    (part,) = tmp_path.glob(PATTERN)
    os.utime(part, (1e9, 1e9))
    assert clear_parts(tmp_path) == 0
    write_bytes(tmp_path / "other.bin", b"new")
    process.communicate()  # ends its input: it finishes
    assert _names(tmp_path) == ["other.bin", "out.bin"]


def test_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(tmp_path, writer):
    dead, living = writer(tmp_path), writer(tmp_path)
    dead.kill()
    dead.wait()
    assert clear_parts(tmp_path) == 1
    (left,) = tmp_path.glob(PATTERN)
    living.communicate()
    assert not left.exists()


def test_what_another_machine_may_be_writing_goes_only_when_it_is_old(tmp_path):
    fresh, old = tmp_path / ".tintline-000000-0123.part", tmp_path / ".tintline-000000-4567.part"
    for path in (fresh, old):
        path.mkdir()
        (path / "layers").write_bytes(b"half")
    for path in (old / "layers", old, fresh):
        os.utime(path, (1e9, 1e9))
    assert clear_parts(tmp_path) == 1
    assert _names(tmp_path) == [fresh.name]


def test_without_locks_age_decides(tmp_path, monkeypatch, writer):
    process = writer(tmp_path / "out.bin")
    process.kill()
    process.wait()
    monkeypatch.setattr(part_files, "fcntl", None)
    assert clear_parts(tmp_path) == 0
    (part,) = tmp_path.glob(PATTERN)
    os.utime(part, (time.time() - part_files.STALE_S - 9,) * 2)
    assert clear_parts(tmp_path) == 1
    write_bytes(tmp_path / "out.bin", b"new")
    with part_folder(tmp_path) as folder:
        assert folder.is_dir()
    assert _names(tmp_path) == ["out.bin"]


def test_link_named_like_a_leftover_is_no_leftover(tmp_path):
    kept = tmp_path / "drawing.png"
    kept.write_bytes(b"drawn")
    (tmp_path / ".tintline-1.part").symlink_to(kept)
    assert clear_parts(tmp_path) == 0
    assert kept.read_bytes() == b"drawn"


def test_new_part_that_another_took_for_a_leftover_is_begun_again(tmp_path, monkeypatch):
    real, made = part_files._new_path, []

    def new_path(folder):
        made.append(real(folder))
        return made[-1]

    def lock(descriptor, how):
        if len(made) == 1:
            made[0].rmdir() if made[0].is_dir() else made[0].unlink()

    monkeypatch.setattr(part_files, "_new_path", new_path)
    monkeypatch.setattr(part_files.fcntl, "flock", lock)
    write_bytes(tmp_path / "out.bin", b"new")
    assert len(made) == 2
    assert (tmp_path / "out.bin").read_bytes() == b"new"
    made.clear()
    with part_folder(tmp_path) as folder:
        assert folder.is_dir()
    assert len(made) == 2


def test_copy_is_whole(tmp_path):
    write_bytes(tmp_path / "a.bin", bytes(3 << 20))
    copy_whole(tmp_path / "a.bin", tmp_path / "b.bin")
    assert (tmp_path / "b.bin").read_bytes() == bytes(3 << 20)


def test_json_is_readable_and_takes_names_that_are_no_text(tmp_path):
    assert json_text({"name": "線画"}) == '{"name": "線画"}'
    name = os.fsdecode(b"\x90\xfc\x89\xe6_1")
    write_json(tmp_path / "a.json", [name, "線画"])
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == [name, "線画"]


def test_line_after_a_torn_one_stands_by_itself(tmp_path):
    path = tmp_path / "lines.jsonl"
    append_line(path, "one")
    path.write_bytes(path.read_bytes() + b"tor")
    append_line(path, "two")
    append_line(path, "three")
    assert path.read_text().splitlines() == ["one", "tor", "two", "three"]
    with pytest.raises(FileError, match=r"lines\.jsonl: the folder .* does not exist"):
        append_line(tmp_path / "nowhere" / "lines.jsonl", "one")


@pytest.fixture
def generator(tmp_path):
    folder = tmp_path / "generator"
    folder.mkdir()
    for name in GRAPHS:
        (folder / name).write_text("old")
    return folder


def _fill(folder):
    with whole_folder(folder, names=GRAPHS) as draft:
        for name in GRAPHS:
            write_bytes(draft / name, b"new")


def test_folder_is_replaced_whole(generator, tmp_path):
    _fill(generator)
    assert {(generator / name).read_text() for name in GRAPHS} == {"new"}
    assert _names(tmp_path) == ["generator"]
    _fill(tmp_path / "deep" / "other")
    assert _names(tmp_path / "deep") == ["other"]


def _fail(folder):
    with whole_folder(folder, names=GRAPHS) as draft:
        write_bytes(draft / "line.onnx", b"new")
        raise ZeroDivisionError


def test_folder_stays_if_its_successor_fails(generator, tmp_path):
    with pytest.raises(ZeroDivisionError):
        _fail(generator)
    assert (generator / "line.onnx").read_text() == "old"
    assert _names(tmp_path) == ["generator"]


def test_folder_stays_if_the_new_one_cannot_take_its_place(generator, tmp_path, monkeypatch):
    real = Path.rename

    def rename(path, target):
        if path.parent.match(PATTERN):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(FileError, match="generator: the disk is full"):
        _fill(generator)
    assert {(generator / name).read_text() for name in GRAPHS} == {"old"}
    assert _names(tmp_path) == ["generator"]


def test_folder_that_died_between_two_names_comes_back(generator, tmp_path):
    generator.rename(tmp_path / ".generator.previous")
    with pytest.raises(ZeroDivisionError):
        _fail(generator)
    assert (generator / "spec.json").read_text() == "old"
    assert _names(tmp_path) == ["generator"]


def test_folder_that_holds_something_else_is_not_replaced(generator):
    (generator / "drawing.png").write_bytes(b"drawn")
    with pytest.raises(FileError, match=r"generator: holds drawing\.png, .*name another"):
        _fill(generator)
    assert (generator / "drawing.png").read_bytes() == b"drawn"
    assert (generator / "spec.json").read_text() == "old"
