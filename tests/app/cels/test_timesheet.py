"""Timesheets: layers, holds, empty cels, retakes, and what is wrong with a file."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.batch.frames.frames import FrameSequence
from app.cels.exposure import expose
from app.cels.timesheet import CelLayer, Timesheet, TimesheetError, read_timesheet
from tests.helpers.figures.cel_cut import TDTS, XDTS, table, track, write_sheet


def test_holds_and_empty_cels_of_an_xdts(tmp_path):
    tracks = (
        track(0, f0="1", f3="2", f4="SYMBOL_HYPHEN", f5="SYMBOL_TICK_1", f6="SYMBOL_NULL_CELL"),
        track(1, f2="1", f7="3"),
    )
    content = {"header": {"cut": "12", "scene": "1"}, "timeTables": [table(*tracks)], "version": 5}
    sheet = read_timesheet(write_sheet(tmp_path / "cut.xdts", XDTS, content))
    assert sheet.cut == "12"
    assert sheet.layers[0].cels == ("1", "1", "1", "2", "2", "2", None, None)
    assert sheet.layers[1].cels == (None, None, "1", "1", "1", "1", "1", "3")
    assert sheet.shown(3) == (("A", "2"), ("B", "1"))
    assert sheet.layers[0].used == ("1", "2")


def test_cels_of_a_tdts_count_before_the_animators_plan(tmp_path):
    both = table(track(0, f0="9"))
    own = table(track(1, f1="2"), field=4)
    both["fields"] += own["fields"]
    both["timeTableHeaders"] += own["timeTableHeaders"]
    content = {"timeSheets": [{"header": {"cut": 7}, "timeTables": [both]}], "version": 1}
    sheet = read_timesheet(write_sheet(tmp_path / "cut.tdts", TDTS, content))
    assert sheet.cut == "7"
    assert [layer.name for layer in sheet.layers] == ["B"]
    assert sheet.layers[0].cels[:3] == (None, "2", "2")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("something else\n{}", "no XDTS or TDTS"),
        (f"{XDTS}\n{{", "damaged"),
        (f'{XDTS}\n{{"timeTables": []}}', "no time table"),
        (f'{XDTS}\n{{"timeTables": [{{"duration": 0}}]}}', "0 frames"),
        (f'{XDTS}\n{{"timeTables": [{{"duration": 4}}]}}', "shows a cel"),
    ],
)
def test_what_is_no_timesheet_is_said_with_its_name(tmp_path, text, reason):
    path = tmp_path / "odd.xdts"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TimesheetError, match=reason) as caught:
        read_timesheet(path)
    assert "odd.xdts" in str(caught.value)


def draw(folder: Path, *names):
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        grey = np.full((12, 16), 255, dtype=np.uint8)
        grey[2 + number % 8, 1:15] = 0
        Image.fromarray(grey).save(path)


def sheet_of(**layers):
    made = tuple(CelLayer(name, tuple(cels)) for name, cels in layers.items())
    return Timesheet(made, len(made[0].cels))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("A/0001.png", "A/0002.png", "B/0001.png"), ("A/0002", "B/0001")),
        (("A0001.png", "A0002.png", "B0001.png"), ("A0002", "B0001")),
        (("A_1.png", "A_2.png", "B_1.png"), ("A_2", "B_1")),
        (("A/0001.tga", "A/0002.tga", "A.R1/0002.tga", "B/0001.tga"), ("A.R1/0002", "B/0001")),
        (("A/A0001.png", "A/A0002.png", "B/B0001_r2.png", "B/B0001.png"),
         ("A/A0002", "B/B0001_r2")),
        (("A0001.png", "A_R1_0002.png", "A0002.png", "B0001.png"), ("A_R1_0002", "B0001")),
    ],
)  # fmt: skip
def test_cels_are_found_in_folders_and_by_name_and_the_latest_take_counts(
    tmp_path, names, expected
):
    draw(tmp_path, *names)
    sequence = FrameSequence.scan(tmp_path)
    exposure = expose(sheet_of(A=["1", "2", "4"], B=["1", "1", None]), sequence.frames)
    assert exposure.missing == (("A", "4"),)
    labels = [sequence.frames[index].label for index in exposure.shown(1)]
    assert tuple(labels) == expected
    assert len(exposure.shown(2)) == 0


def test_pages_of_a_tiff_are_cels(tmp_path):
    pages = [Image.fromarray(np.full((12, 16), 250 - n, dtype=np.uint8)) for n in range(3)]
    pages[0].save(tmp_path / "A.tif", save_all=True, append_images=pages[1:])
    sequence = FrameSequence.scan(tmp_path)
    exposure = expose(sheet_of(A=["3", "1"]), sequence.frames)
    assert exposure.missing == ()
    assert [sequence.frames[index].page for index in exposure.shown(0)] == [2]
