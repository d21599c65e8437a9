"""The ways that the design tells are those of the sources, and enter no room twice."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DESIGN = ROOT / "resources" / "manual" / "developers" / "design.md"
_SPAN = re.compile(r"`([^`]+)`")


def _ways() -> list[list[list[str]]]:
    """The numbered tables of the design: rows of cells each."""
    ways: list[list[list[str]]] = []
    for line in DESIGN.read_text(encoding="utf-8").splitlines():
        if line.startswith("| | Room |"):
            ways.append([])
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if ways and line.startswith("|") and cells[0].isdigit():
            ways[-1].append(cells)
    return ways


WAYS = _ways()
HOPS = [hop for way in WAYS for hop in way]


def test_the_ways_of_a_stroke_and_of_a_frame_are_told():
    assert [len(way) for way in WAYS] == [14, 4, 13]


@pytest.mark.parametrize("way", WAYS, ids=["there", "back", "frame"])
def test_no_room_is_entered_twice(way):
    rooms = [hop[1] for hop in way]
    entered = [room for room, before in zip(rooms, [None, *rooms]) if room != before]
    assert len(entered) == len(set(entered))


def _lacking(hop: list[str]) -> list[str]:
    """Files of a hop that are not in its room, and functions that are not in their files."""
    room, lacking = hop[1].strip("`"), []
    path, text = ROOT.joinpath(*room.split("."), "…"), ""
    for span in _SPAN.findall(hop[3]):
        if span.endswith(".py"):
            path = ROOT / span if "/" in span else path.parent / span
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            inside = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if not text or not (inside + ".").startswith(room + "."):
                lacking.append(span)
            continue
        owner, _, name = span.rpartition(".")
        body = text.partition(f"class {owner}")[2] if owner else text
        if f"def {name}(" not in body:
            lacking.append(span)
    return lacking


@pytest.mark.parametrize("hop", HOPS, ids=[f"{hop[0]} {hop[1]}" for hop in HOPS])
def test_every_hop_is_where_the_design_says(hop):
    assert not _lacking(hop)


def test_a_hop_that_moved_is_noticed():
    hop = ["1", "`app.batch`", "the next drawing", "`app/batch/runner.py`: `BatchRunner.next_task`"]
    assert not _lacking(hop)
    for cell, wrong in (
        ("`app/batch/runner.py`: `BatchRunner.go_away`", ["BatchRunner.go_away"]),
        ("`app/batch/gone.py`: `next_task`", ["app/batch/gone.py", "next_task"]),
        ("`app/session.py`: `Session.apply`", ["app/session.py"]),
    ):
        assert _lacking([*hop[:3], cell]) == wrong
