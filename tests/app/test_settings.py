"""What is remembered between runs, and that damage is no reason to fail."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.settings import MAX_RECENT_COLORS, MAX_RECENT_FILES, Settings


@pytest.fixture
def reopen(tmp_path):
    """Settings read anew from the file."""

    def read():
        return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))

    return read


def test_fresh_settings_have_their_defaults(reopen):
    settings = reopen()
    assert settings.recent_files == ()
    assert settings.recent_colors == ()
    assert settings.last_folder == Path.home()
    assert settings.device == "auto"
    assert settings.is_live
    assert settings.generator == ""
    assert settings.window_geometry.isEmpty()
    assert settings.window_state.isEmpty()


def test_everything_comes_back(reopen, tmp_path):
    settings = reopen()
    settings.add_recent_file(tmp_path / "a, b.png")
    settings.add_recent_color((1, 2, 3))
    settings.last_folder = tmp_path
    settings.device = "cuda"
    settings.is_live = False
    settings.generator = "tintline"
    settings.window_geometry = QByteArray(b"\x00geometry")
    settings.window_state = QByteArray(b"\x00state")
    settings.store.sync()
    read = reopen()
    assert read.recent_files == (tmp_path / "a, b.png",)
    assert read.recent_colors == ((1, 2, 3),)
    assert read.last_folder == tmp_path
    assert read.device == "cuda"
    assert not read.is_live
    assert read.generator == "tintline"
    assert read.window_geometry == QByteArray(b"\x00geometry")
    assert read.window_state == QByteArray(b"\x00state")


def test_newest_file_is_first_and_the_list_is_bounded(reopen, tmp_path):
    settings = reopen()
    paths = [tmp_path / f"{number}.png" for number in range(MAX_RECENT_FILES + 3)]
    for path in (*paths, paths[5]):
        settings.add_recent_file(path)
    assert len(settings.recent_files) == MAX_RECENT_FILES
    assert settings.recent_files[:2] == (paths[5], paths[-1])
    settings.remove_recent_file(paths[5])
    assert paths[5] not in settings.recent_files


def test_newest_color_is_first_and_the_list_is_bounded(reopen):
    settings = reopen()
    for number in range(MAX_RECENT_COLORS + 3):
        settings.add_recent_color((number, 0, 0))
    settings.add_recent_color((5, 0, 0))
    assert len(settings.recent_colors) == MAX_RECENT_COLORS
    assert settings.recent_colors[:2] == ((5, 0, 0), (MAX_RECENT_COLORS + 2, 0, 0))


def test_damaged_settings_read_as_defaults(reopen, tmp_path):
    (tmp_path / "s.ini").write_text(
        "[recent]\ncolors=reddish, #010203\nfolder=/gone/away\n"
        "[inference]\ndevice=abacus\n[window]\ngeometry=nonsense\n"
    )
    settings = reopen()
    assert settings.recent_colors == ((1, 2, 3),)
    assert settings.last_folder == Path.home()
    assert settings.device == "auto"
    assert settings.window_geometry.isEmpty()


def test_a_file_that_is_no_settings_is_set_aside_unread(tmp_path):
    path = tmp_path / "window.ini"
    path.write_bytes(b"[inference]\ngenerator=tintline\n[a]\nb=" + b"x" * (1 << 20))
    assert Settings.kept_in(path).generator == ""
    assert [each.name for each in tmp_path.iterdir()] == ["window.ini.damaged"]


def test_settings_are_kept_in_their_file(tmp_path):
    Settings.kept_in(tmp_path / "window.ini").generator = "tintline"
    assert Settings.kept_in(tmp_path / "window.ini").generator == "tintline"
