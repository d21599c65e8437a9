"""The bundled sample drawings: complete and small, and the hints lie where they are meant."""

import importlib
import json
import sys

import cv2
import numpy as np
import pytest

import resources
from models.hints.parts import Part
from models.hints.tags import load_vocabulary, parse_color
from models.regions.regions import find_regions
from tests.helpers.places import ROOT

FOLDER = ROOT / "packaging" / "samples"
VOCABULARY = load_vocabulary(resources.TAGS)
NAMES = sorted(path.stem for path in resources.SAMPLES.glob("*.png"))
INK, PAPER = 0, 255


@pytest.fixture(scope="module")
def room():
    """Imports a module of the room of the drawings."""
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module
    sys.path.remove(str(FOLDER))


def listed(name):
    return json.loads((resources.SAMPLES / f"{name}.hints.json").read_text())


def spots(hint):
    return hint.get("points") or [(hint["x"], hint["y"])]


def test_every_drawing_of_the_room_is_bundled(room):
    assert sorted(room("draw").NAMES) == NAMES


def test_bundled_files_are_the_ones_that_the_code_draws(room):
    paper = room("kaito").draw()
    line, told = paper.line_art(), listed("kaito")["hints"]
    bundled = cv2.imread(str(resources.SAMPLES / "kaito.png"), cv2.IMREAD_GRAYSCALE)
    assert np.abs(line.astype(int) - bundled).mean() < 0.5
    chosen = room("dabs").choose(line, paper.flat, paper.labels)
    assert sorted(hint["color"] for hint in chosen) == sorted(hint["color"] for hint in told)
    tags = (resources.SAMPLES / "kaito.tags.txt").read_text()
    assert tags == ",".join(room("kaito").TAGS) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_bundled_files_are_complete_and_small(name):
    picture = resources.SAMPLES / f"{name}.png"
    assert picture.stat().st_size < 256 * 1024
    line = cv2.imdecode(np.frombuffer(picture.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    assert line.dtype == np.uint8
    assert line.ndim == 2
    assert max(line.shape) == 2048
    assert listed(name)["version"] == 1
    for hint in listed(name)["hints"]:
        for x, y in spots(hint):
            assert line[int(y), int(x)] > 200
    tags = (resources.SAMPLES / f"{name}.tags.txt").read_text().strip().split(",")
    assert all(VOCABULARY.canonical(tag) == tag for tag in tags)


@pytest.mark.parametrize("name", NAMES)
def test_no_region_of_a_bundled_drawing_is_told_two_colors_without_need(name):
    """Where an artist closes a region the drawing does, so that a hint says one thing to it."""
    picture = np.frombuffer((resources.SAMPLES / f"{name}.png").read_bytes(), np.uint8)
    regions = find_regions(cv2.imdecode(picture, cv2.IMREAD_GRAYSCALE)).labels
    told = {}
    for hint in listed(name)["hints"]:
        x, y = spots(hint)[0]
        told.setdefault(int(regions[int(y), int(x)]), set()).add(hint["color"])
    assert len(told) > 60
    assert not [region for region, colors in told.items() if len(colors) > 1]


def test_a_shape_covers_what_lies_beneath_and_closes_its_region(room):
    paper_room = room("paper")
    paper = paper_room.Paper(120, 100, "#ffffff")
    paper.line("0,50 120,50", 6, (1, 1))
    paper.shape("30,20* 90,20* 90,80* 30,80*", paper_room.Paint("#c03020", Part.TOP))
    line = paper.line_art()
    assert line[50, 10] == INK
    assert line[50, 60] == PAPER
    assert tuple(paper.flat[50, 60]) == (0xC0, 0x30, 0x20)
    assert paper.labels[50, 60] == Part.TOP
    regions = find_regions(line).labels
    assert len({int(regions[y, x]) for x, y in ((60, 50), (10, 20), (10, 80))}) == 3


def test_a_stroke_tapers_and_a_contour_is_heavier_below(room):
    paper_room = room("paper")
    paper = paper_room.Paper(200, 120, "#ffffff")
    paper.line("10,20 190,20", 10, (0.1, 0.1))
    with paper.figure(12):
        paper.shape("60,60* 140,60* 140,100* 60,100*", width=0)
    dark = 255 - paper.line_art().astype(int)
    assert dark[:40, 100].sum() > 2 * dark[:40, 14].sum()
    assert dark[85:, 100].sum() > dark[45:75, 100].sum()


def test_the_pen_is_up_behind_a_minus_and_corners_are_kept(room):
    runs = room("curves").curve("0,0* 40,0*- 40,40* 0,40*", closed=True)
    assert [run.inked for run in runs] == [True, False, True, True]
    assert [tuple(run.points[0]) for run in runs] == [(0, 0), (40, 0), (40, 40), (0, 40)]
    with pytest.raises(ValueError, match="two points"):
        room("curves").curve("3,4")


def test_hints_have_the_colors_that_were_meant_the_same_each_time(room):
    paper_room = room("paper")
    paper = paper_room.Paper(300, 300, "#ffffff")
    paper.shape("20,20* 140,20* 140,280* 20,280*", paper_room.Paint("#3060c0", Part.TOP))
    paper.shape("170,120* 200,120* 200,150* 170,150*", paper_room.Paint("#e0c040", Part.EYES))
    planes = paper.line_art(), paper.flat, paper.labels
    hints = room("dabs").choose(*planes)
    assert hints == room("dabs").choose(*planes)
    assert {hint["color"] for hint in hints} == {"#ffffff", "#3060c0", "#e0c040"}
    for hint in hints:
        for x, y in spots(hint):
            assert tuple(paper.flat[int(y), int(x)]) == parse_color(hint["color"])
    assert len(room("dabs").choose(*planes, 2)) == 2
