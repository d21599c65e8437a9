"""One order of generators: for the command line's list, its default, and what it measures."""

import argparse
import json
import sys

import pytest

import resources
from app.cli import bench as cli_bench
from app.cli.benching.figures import Figure
from app.cli.command import run_command
from app.cli.console import Console
from app.cli.generators import load_colorizer
from models.runtime.catalog import Catalog
from models.runtime.generator import GeneratorError


@pytest.fixture
def order(monkeypatch):
    """Names as the catalogue of a machine has them whose user installed nothing."""
    monkeypatch.setattr("app.places.generator_folders", lambda: (resources.GENERATORS,))
    return [entry.name for entry in Catalog((resources.GENERATORS,)).usable()]


def test_models_lists_the_best_first_with_groups_and_what_each_is_good_for(order, capsys):
    assert order[0] == "tintline"
    assert run_command(["models", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in listed] == order
    assert run_command(["models"]) == 0
    said = capsys.readouterr().out
    places = [said.index(f"{entry['name']}: {entry['title']}") for entry in listed]
    assert places == sorted(places)
    heading = said.index("Published methods, small:")
    assert said.index("tintline: Tintline") < heading < said.index("alacgan_lite: AlacGAN, small")
    assert said.count("Published methods, small:") == 1
    assert all(entry["summary"] and entry["summary"] in said for entry in listed)


def test_bench_measures_in_the_same_order(order, monkeypatch, capsys):
    def measure(_watch, _catalog, name, *_):
        yield Figure(name="paint", generator=name, side=64, values=(1.0,))

    monkeypatch.setattr(cli_bench, "measure_generator", measure)
    monkeypatch.setattr(cli_bench, "measure_batch", lambda *_: [])
    monkeypatch.setattr(cli_bench, "measure_drawing", lambda *_: [])
    assert run_command(["bench", "--json", "--all", "--side", "64"]) == 0
    answer = json.loads(capsys.readouterr().out)
    timed = [row["generator"] for row in answer["figures"] if row["name"] == "paint"]
    assert timed == order


class _Shelf:
    """A catalogue of which some generators cannot be loaded."""

    def __init__(self, broken):
        self._catalog = Catalog((resources.GENERATORS,))
        self._broken = broken

    def entries(self):
        return self._catalog.entries()

    def load(self, name, device):
        if name in self._broken:
            raise GeneratorError(f"{name} is broken")
        return self._catalog.load(name, device)


def _default(shelf, capsys):
    """What colours where none is asked for, and what is said about it."""
    console = Console(sys.stdout, sys.stderr)
    arguments = argparse.Namespace(generator=None, device="cpu", size=None)
    colorizer = load_colorizer(arguments, console, shelf)
    return colorizer.generator.spec.name, capsys.readouterr().err


def test_default_is_the_first_and_says_nothing(order, capsys):
    assert _default(_Shelf(set()), capsys) == ("tintline", "")


def test_default_that_does_not_load_gives_way_to_the_next_and_says_so(order, capsys):
    name, said = _default(_Shelf({"tintline"}), capsys)
    assert name == order[1]
    assert "tintline cannot be used (tintline is broken); using AlacGAN, small" in said


def test_fill_colors_where_none_loads(order, capsys):
    name, said = _default(_Shelf(set(order[:-1])), capsys)
    assert name == "watershed"
    assert "tag2pix_lite is broken" in said
