"""Promises about what is measured of frames, and about the report made of it."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlparse
from urllib.request import url2pathname

import numpy as np
import pytest

from app.batch.frames.frames import FrameSequence
from app.batch.measure import find_islands, find_unfilled, region_means
from app.batch.records import Outcome, ResultFolder, Status
from app.batch.reporting.judging import frame_reports, measure_flicker
from app.batch.reporting.report import write_report
from app.batch.runner import BatchRunner
from models.hints.hints import HintSet, PointHint
from models.pictures.files import write_png
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import frame_u8, plan_of, write_cut, write_hints


def _flat() -> tuple[np.ndarray, np.ndarray]:
    """A red sheet with a drawn box of which the inside is white; and where its lines are."""
    flat_u8 = np.full((60, 80, 3), (200, 40, 40), np.uint8)
    ink = np.zeros((60, 80), bool)
    ink[20:41, 20:41] = True
    ink[22:39, 22:39] = False
    flat_u8[21:40, 21:40] = 255
    return flat_u8, ink


def test_an_enclosed_white_area_is_unfilled():
    flat_u8, ink = _flat()
    (spot,) = find_unfilled(flat_u8, ink, HintSet())
    assert (spot.x, spot.y, spot.pixels) == (30, 30, 17 * 17)


def test_white_that_was_asked_for_is_filled():
    flat_u8, ink = _flat()
    assert not find_unfilled(flat_u8, ink, HintSet((PointHint(25, 25, (255, 255, 255)),)))


def test_white_at_the_border_is_paper():
    flat_u8 = np.full((60, 80, 3), 255, np.uint8)
    assert not find_unfilled(flat_u8, np.zeros((60, 80), bool), HintSet())


def test_a_speck_is_an_island_unless_lines_are_around_it():
    flat_u8 = np.full((200, 200, 3), (200, 40, 40), np.uint8)
    flat_u8[50:52, 50:52] = (0, 0, 200)
    flat_u8[120:122, 120:122] = (0, 200, 0)
    ink = np.zeros((200, 200), bool)
    assert len(find_islands(flat_u8, ink)) == 2
    ink[119:123, 119:123] = True
    (spot,) = find_islands(flat_u8, ink)
    assert (spot.x, spot.y, spot.pixels) == (50, 50, 4)


def test_flicker_is_the_change_of_tracked_regions():
    before = [[0, 1, 100, 200, 40, 40], [0, 2, 300, 40, 90, 200]]
    assert measure_flicker(before, before) == 0
    after = [[0, 1, 100, 200, 40, 40], [0, 2, 300, 60, 110, 220]]
    changed = measure_flicker(before, after)
    assert changed is not None
    assert 3 < changed < 15
    assert measure_flicker(before, [[0, 9, 10, 1, 2, 3]]) is None


def test_region_means_leave_new_regions_out():
    labels = np.zeros((4, 6), np.int32)
    labels[:, 3:] = 1
    rgb_u8 = np.zeros((4, 6, 3), np.uint8)
    rgb_u8[:, 3:] = (10, 20, 30)
    (mean,) = region_means(rgb_u8, labels, [None, (0, 7)], 4.0)
    assert mean.to_json() == [0, 7, 48, 10, 20, 30]


@pytest.fixture
def batch(tmp_path):
    """Four frames, the third of which could not be coloured; their sequence and outcomes."""
    frames = write_cut(tmp_path / "frames", [0, 2, 4, 6, 8])
    (frames / "a_0004.png").unlink()
    plan = plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")
    runner = BatchRunner(plan)
    list(runner.run(WatershedGenerator()))
    runner.outcomes[2] = Outcome(
        index=2, label="a_0003", status=Status.FAILED, why="a_0003.png: <damaged> & cut"
    )
    return plan, FrameSequence.scan(frames), runner.outcomes


def test_report_lists_every_frame_and_fault(batch):
    plan, sequence, outcomes = batch
    files, summary = write_report(plan, sequence, outcomes=outcomes)
    report = json.loads(files.json.read_text(encoding="utf-8"))
    assert [frame["frame"] for frame in report["frames"]] == [f.label for f in plan.frames]
    assert report["summary"]["statuses"] == {"done": 3, "failed": 1}
    assert report["gaps"] == [{"cut": "a", "first": 4, "last": 4}]
    failed = report["frames"][2]["faults"]
    assert [(fault["kind"], fault["text"]) for fault in failed] == [
        ("failed", "a_0003.png: <damaged> & cut")
    ]
    assert report["frames"][0]["key"]
    assert summary.frames == 4


def test_report_counts_what_was_corrected_by_hand(batch):
    plan, sequence, outcomes = batch
    ResultFolder(plan.out).write_corrections({"a_0002": 3, "gone": 5})
    files, summary = write_report(plan, sequence, outcomes=outcomes)
    report = json.loads(files.json.read_text(encoding="utf-8"))
    assert [frame["corrections"] for frame in report["frames"]] == [0, 3, 0, 0]
    assert report["summary"]["corrections"] == summary.corrections == 3
    assert report["summary"]["corrections_a_frame"] == 0.75
    page = files.sheet.read_text(encoding="utf-8")
    assert "3 places corrected, 0.75 a frame" in page
    assert page.count("3 places corrected") == 3  # at the top, and twice with the frame
    (ResultFolder(plan.out).kept / ".corrections.json").write_text('{"a_0002": "many"}')
    assert write_report(plan, sequence, outcomes=outcomes)[1].corrections == 0


class _Page(HTMLParser):
    """Collects what a page asks for, and which elements are left open."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.cards: list[dict] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.sources += [values[name] for name in ("src", "href") if values.get(name)]
        if "data-facts" in values:
            self.cards.append(json.loads(values["data-facts"]))
        if tag not in ("meta", "img", "li"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_contact_sheet_needs_no_network(batch):
    plan, sequence, outcomes = batch
    files, _ = write_report(plan, sequence, outcomes=outcomes)
    text = files.sheet.read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)
    assert [card["label"] for card in page.cards] == [frame.label for frame in plan.frames]
    assert page.cards[2]["faults"][0]["text"] == "a_0003.png: <damaged> & cut"
    assert "<damaged>" not in text.replace("&lt;damaged&gt;", "")
    assert sum(source.startswith("data:image/webp") for source in page.sources) == 3
    assert all(source.startswith(("data:", "#")) for source in page.sources)
    assert "link" not in page.tags
    assert text.count("http") == text.count("http://www.w3.org/2000/svg")


def test_sheet_is_whole_and_its_pictures_are_there(tmp_path):
    frames = write_cut(tmp_path / "frames" / "c & 'd' #1", [0, 2], name="50% & 'b' #{}.png").parent
    plan = plan_of(frames, None, tmp_path / "out")
    list(BatchRunner(plan).run(WatershedGenerator()))
    files, _ = write_report(plan, FrameSequence.scan(frames))
    text = files.sheet.read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    assert [card["label"] for card in page.cards] == [frame.label for frame in plan.frames]
    for card in page.cards:
        url = urljoin(files.sheet.as_uri(), card["output"])
        assert Path(url2pathname(urlparse(url).path)).is_file()
    script = text[text.index("<script>") : text.index("</script>")]
    assert "50%" not in script


def test_frames_without_hints_among_hinted_ones_are_listed(tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 2])
    write_png(frames / "a_0003.png", frame_u8(0, width=120))
    plan = plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")
    list(BatchRunner(plan).run(WatershedGenerator()))
    kinds = [[fault.kind for fault in report.faults] for report in frame_reports(plan)]
    assert "no_hints" in kinds[2]
    assert "no_hints" not in kinds[0] + kinds[1]


def test_a_frame_whose_picture_was_taken_away_is_missing(batch):
    plan, _, _ = batch
    (plan.out / "a_0002.png").unlink()
    assert [report.status for report in frame_reports(plan)][1] == "missing"


def test_sheet_draws_what_lost_its_small_picture(batch):
    plan, sequence, outcomes = batch
    ResultFolder(plan.out).thumbnail_path("a_0001").unlink()
    files, _ = write_report(plan, sequence, outcomes=outcomes)
    assert files.sheet.read_text(encoding="utf-8").count("data:image/webp") == 3


def test_frames_that_were_not_reached_are_missing(batch):
    plan, _, _ = batch
    ResultFolder(plan.out).record_path("a_0002").unlink()
    statuses = [report.status for report in frame_reports(plan)]
    assert statuses == ["done", "missing", "done", "done"]


def test_a_region_left_white_is_reported_where_it_is(tmp_path):
    frames = write_cut(tmp_path / "frames", [0])
    plan = plan_of(frames, None, tmp_path / "out")
    list(BatchRunner(plan).run(WatershedGenerator()))
    (report,) = frame_reports(plan)
    (fault,) = [fault for fault in report.faults if fault.kind == "unfilled"]
    assert fault.amount == 2
    places = [frame_u8(0)[int(spot[1]), int(spot[0])] for spot in fault.spots]
    assert places == [255, 255]
