"""``tintline bench``: figures, files, and the comparison with an earlier run."""

import json
import xml.etree.ElementTree as ET

import pytest

from app.cli import bench as command
from app.cli.benching.figures import FRAMES, Figure, figure_rows, read_answer
from app.cli.benching.plot import draw_plot
from app.cli.command import run_command
from app.errors import TintlineError, UsageError

pytestmark = pytest.mark.usefixtures("no_generators")

TIMED = {
    "line features",
    "paint",
    "first open",
    "stroke to preview",
    "stroke to final",
    "stroke to full size",
    "turn of the light",
    "generator switch",
    "first region click",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run of the fill without a network: its JSON, its plot, its table beside itself."""
    folder = tmp_path_factory.mktemp("bench")

    def bench(capsys, *options):
        plain = ["bench", "--generator", "watershed", "--side", "96", "--rounds", "2"]
        assert run_command([*plain, *options]) == 0
        return capsys.readouterr().out

    def once(capsys):
        if not (folder / "run.json").exists():
            said = bench(capsys, "--json", "--plot", str(folder / "run.svg"))
            (folder / "run.json").write_text(said, encoding="utf-8")
        return folder, bench

    return once


def test_everything_is_measured_beside_the_reference(run, capsys):
    folder, _ = run(capsys)
    answer = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    found = {figure["name"]: figure for figure in answer["figures"]}
    assert set(found) >= {*TIMED, "batch"}
    for name in TIMED:
        figure = found[name]
        assert figure["side"] == 96
        assert len(figure["values"]) == len(figure["ratios"]) == 2
        assert figure["least"] <= figure["median"] <= figure["most"]
        assert figure["ratio"] > 0
    assert found["stroke to preview"]["median"] <= found["stroke to full size"]["median"]
    assert found["batch"]["unit"] == FRAMES
    assert answer["reference_ms"]["median"] > 0


def test_an_earlier_run_is_read_and_compared(run, capsys):
    folder, bench = run(capsys)
    earlier = read_answer(folder / "run.json")
    assert {name for name, _, _ in earlier} >= TIMED
    table = bench(capsys, "--compare", str(folder / "run.json"))
    heading, *rows = [line for line in table.splitlines() if "  " in line]
    assert heading.split()[-2:] == ["before", "change"]
    assert all("×" in row for row in rows if row.startswith("stroke"))


def test_change_goes_by_ratios_where_both_have_them():
    before = Figure(name="paint", values=(100.0,), ratios=(2.0,))
    on_a_busy_machine = Figure(name="paint", values=(150.0,), ratios=(1.0,))
    assert on_a_busy_machine.change_from(before) == 0.5
    rates = [Figure(name="batch", unit=FRAMES, values=(rate,)) for rate in (2.0, 3.0)]
    assert rates[1].change_from(rates[0]) == 1.5
    rows = figure_rows([on_a_busy_machine], {before.key: before})
    assert rows[1][-2:] == ("100", "× 0.50")


def test_plot_has_a_line_for_each_thing_that_was_timed(run, capsys):
    folder, _ = run(capsys)
    name = "{http://www.w3.org/2000/svg}"
    drawn = ET.fromstring((folder / "run.svg").read_text(encoding="utf-8"))
    assert len(drawn.findall(f"{name}polyline")) == len(TIMED)
    said = "".join(drawn.itertext())
    assert all(each in said for each in TIMED)
    ET.fromstring(draw_plot([], "<nothing> & nobody"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[]", "expected an object"),
        ('{"format": 7, "figures": []}', "format 7"),
        ('{"format": 1, "figures": [{"name": "paint"}]}', "'values' is missing"),
    ],
)
def test_a_file_that_is_no_run_is_refused(tmp_path, capsys, content, problem):
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=problem):
        read_answer(path)
    assert run_command(["bench", "--compare", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_an_unknown_generator_is_refused(capsys):
    assert run_command(["bench", "--generator", "nobody"]) == 2
    assert "usable: watershed" in capsys.readouterr().err


def test_a_part_that_fails_costs_no_other_figure(capsys, monkeypatch):
    def fail(*_):
        raise TintlineError("the batch failed: the disk is full")
        yield

    paint = Figure(name="paint", side=96, values=(2.0,))
    monkeypatch.setattr(command, "measure_generator", lambda *_: iter((paint,)))
    monkeypatch.setattr(command, "measure_batch", fail)
    assert run_command(["bench", "--side", "96", "--rounds", "1", "--json"]) == 1
    told = capsys.readouterr()
    assert "the disk is full" in told.err
    assert "paint" in {figure["name"] for figure in json.loads(told.out)["figures"]}
