"""Whatever stops a writer: the old file stays, nothing lies beside it, and the message helps."""

import os
import zipfile
from errno import EFBIG, ENOSPC

import numpy as np
import pytest

from app.document.project_file import Project, new_project, write_project
from app.errors import ProjectError
from app.export.coloring import layers_of
from app.export.ora import write_ora
from app.export.paint import write_paint
from app.export.png import write_merged_png
from app.export.psd import write_psd
from models.files import partial as part_files
from models.files import whole as whole_files
from models.files.whole import FileError
from models.hints.hints import HintSet, LineArt
from models.pictures.files import read_picture, write_png
from tests.helpers.colored import SIZE, colored, drawn


def _layers():
    return layers_of(drawn(), colored(), HintSet())


def _paint(path):
    picture = drawn()
    write_paint(path, LineArt.from_rgba(picture.rgba_u8), colored().flat_u8)


def _project(path):
    project = new_project(drawn().rgba_u8, "girl")
    pixels = {**project.pixels, "colour": colored().rgba_u8}
    write_project(path, Project(document=project.document, pixels=pixels))


WRITERS = {
    "picture.png": lambda path: write_png(path, colored().rgba_u8),
    "merged.png": lambda path: write_merged_png(path, _layers(), SIZE),
    "layers.ora": lambda path: write_ora(path, _layers(), SIZE),
    "layers.psd": lambda path: write_psd(path, _layers(), SIZE),
    "layers.psb": lambda path: write_psd(path, _layers(), SIZE),
    "paint.png": _paint,
    "girl.tintline": _project,
}
writers = pytest.mark.parametrize("name", WRITERS)


class _FullDisk:
    """A file that takes so many bytes and no more."""

    def __init__(self, stream, room, code):
        self._stream, self._room, self._code = stream, room, code

    def write(self, content):
        self._room -= len(content)
        if self._room < 0:
            raise OSError(self._code, os.strerror(self._code))
        return self._stream.write(content)

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stream.close()


@pytest.fixture
def fill_disk(monkeypatch):
    """Let every file that is written from now on hold only so many bytes."""
    real = os.fdopen

    def fill(room, code=ENOSPC):
        monkeypatch.setattr(
            part_files.os, "fdopen", lambda *given: _FullDisk(real(*given), room, code)
        )

    return fill


@writers
@pytest.mark.parametrize(("room", "code"), [(0, ENOSPC), (100, ENOSPC), (200, EFBIG)])
def test_full_disk_keeps_the_old_file(tmp_path, fill_disk, name, room, code):
    path = tmp_path / name
    path.write_bytes(b"the old one")
    fill_disk(room, code)
    with pytest.raises((FileError, ProjectError), match=r"the disk is full .*free some space"):
        WRITERS[name](path)
    assert path.read_bytes() == b"the old one"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@writers
def test_full_disk_at_the_last_byte_keeps_the_old_file(tmp_path, fill_disk, name):
    path = tmp_path / name
    WRITERS[name](path)
    whole = path.read_bytes()
    fill_disk(len(whole) - 1)
    with pytest.raises((FileError, ProjectError), match=r"the disk is full"):
        WRITERS[name](path)
    assert path.read_bytes() == whole


@writers
def test_missing_folder_is_named(tmp_path, name):
    with pytest.raises((FileError, ProjectError), match=r"nowhere does not exist; create it"):
        WRITERS[name](tmp_path / "nowhere" / name)
    assert list(tmp_path.iterdir()) == []


@writers
def test_folder_that_may_not_be_written_is_named(tmp_path, monkeypatch, name):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(part_files.os, "open", refuse)
    with pytest.raises((FileError, ProjectError), match=r"the folder .* may not be written"):
        WRITERS[name](tmp_path / name)


@writers
def test_protected_file_is_named_and_kept(tmp_path, monkeypatch, name):
    path = tmp_path / name
    path.write_bytes(b"the old one")
    monkeypatch.setattr(whole_files.os, "access", lambda *_: False)
    with pytest.raises((FileError, ProjectError), match="is write-protected; choose another"):
        WRITERS[name](path)
    assert path.read_bytes() == b"the old one"


def test_folder_in_the_place_of_the_file_is_named(tmp_path):
    for name, write in WRITERS.items():
        (tmp_path / name).mkdir()
        with pytest.raises((FileError, ProjectError), match="is a folder; name a file"):
            write(tmp_path / name)


def test_written_files_are_whole(tmp_path):
    for name, write in WRITERS.items():
        write(tmp_path / name)
    for name in ("layers.ora", "girl.tintline"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            assert archive.testzip() is None
    assert np.array_equal(read_picture(tmp_path / "picture.png").rgba_u8, colored().rgba_u8)
