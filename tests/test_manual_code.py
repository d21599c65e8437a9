"""The Python in the manual runs as it stands there, in the order in which it is read."""

import re
import sys

import pytest

import resources
from app.places import generator_folders
from models.pictures.files import read_picture
from tests.helpers.places import BLOCKS, LIBRARY, OWN_GENERATOR, ROOT, run_block


@pytest.fixture
def said_by(monkeypatch, tmp_path, capsys):
    """Runs a block in an empty folder: the lines that it prints."""
    monkeypatch.chdir(tmp_path)

    def run(number):
        run_block(number)
        return capsys.readouterr().out.splitlines()

    return run


def test_every_block_is_run():
    assert len(BLOCKS) == 2


def test_library_colors_a_drawing_in_stages(said_by, tmp_path):
    said = said_by(0)
    assert [line.split()[0] for line in said] == ["preview", "final", "full"]
    drawing = read_picture(resources.SAMPLES / "hana.png").rgba_u8
    colored = read_picture(tmp_path / "hana_coloured.png").rgba_u8
    assert colored.shape == drawing.shape
    assert (colored[..., :3].max(axis=2) > colored[..., :3].min(axis=2)).mean() > 0.3
    assert (colored[..., :3] <= drawing[..., :3]).all()


def test_a_generator_of_ones_own_is_listed_and_usable(said_by):
    assert said_by(OWN_GENERATOR) == ["mine usable", "watershed usable"]


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux keeps a user's data")
def test_the_users_folder_is_where_the_manual_says(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    own = generator_folders()[0].relative_to(tmp_path)
    assert f"`~/{own.as_posix()}/NAME/`" in LIBRARY


def test_every_page_names_modules_that_exist():
    for module in set(re.findall(r"`((?:models|app)(?:\.[a-z_]+)+)`", LIBRARY)):
        path = ROOT.joinpath(*module.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), module
