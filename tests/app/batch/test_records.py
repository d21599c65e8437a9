"""Records of a batch that say what cannot be: they are passed over, and nothing falls over them."""

import json

import pytest

from app.batch.plan import BatchPlan
from app.batch.records import FACTS_FILE, FrameRecord, Journal, ResultFolder
from app.batch.reporting.judging import frame_reports
from tests.helpers.cuts import plan_of, write_cut, write_hints

GOOD = {"count": 2, "pixels": 40, "spots": [[1, 2, 20], [3, 4, 20, 0.25]]}
MEANS = [[0, 1, 300, 10, 20, 30]]


@pytest.fixture
def plan(tmp_path) -> BatchPlan:
    frames = write_cut(tmp_path / "frames", [0, 1])
    return plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")


def _write_record(plan: BatchPlan, index: int, **changes: object) -> ResultFolder:
    folder = ResultFolder(plan.out)
    record = FrameRecord(
        label=plan.frames[index].label, fingerprint=plan.fingerprint(index), files={}
    ).to_json()
    folder.kept.mkdir(parents=True, exist_ok=True)
    plan.target(index).write_bytes(b"")
    text = json.dumps(record | changes)
    folder.record_path(plan.frames[index].label).write_text(text)
    return folder


def test_facts_are_read_as_they_were_written(plan):
    facts = {"hints": 3, "is_key": True, "islands": GOOD, "confidence": 0.5, "means": MEANS}
    read = _write_record(plan, 0, facts=facts).read_record(plan.frames[0].label)
    assert read is not None
    assert read.facts == facts


@pytest.mark.parametrize(
    "facts",
    [
        {"off_palette": "many"},
        {"hints_visible": [3], "hints_obeyed": None},
        {"hints_visible": -(10**15)},
        {"islands": {"count": "two", "pixels": 1, "spots": []}},
        {"islands": {"count": 1, "pixels": 1, "spots": [["x", "y", 3]]}},
        {"low_confidence": {"spots": []}, "confidence": 0.1},
        {"confidence": 10**15},
        {"means": [[0, 1]], "hints": {}},
        {"means": [[0, 1, 300, 999, -1, 3]]},
        {"means": [[[], {}, 300, 1, 2, 3]]},
        {"carried": {"hints": 7}},
    ],
)
def test_a_report_is_made_of_records_whose_facts_lie(plan, facts):
    for index in (0, 1):
        _write_record(plan, index, facts=facts)
    reports = list(frame_reports(plan))
    assert [report.status for report in reports] == ["done", "done"]
    json.dumps([report.to_json() for report in reports], allow_nan=False)


@pytest.mark.parametrize(
    "changes",
    [{"version": 9}, {"files": []}, {"files": {".png": 3}}, {"facts": 1}, {"fingerprint": None}],
)
def test_what_is_no_record_counts_as_none(plan, changes):
    folder = _write_record(plan, 0, facts={})
    assert folder.read_record(plan.frames[0].label) is not None
    _write_record(plan, 0, **changes)
    assert folder.read_record(plan.frames[0].label) is None


@pytest.mark.parametrize("text", ["[" * 100_000, "[1" + "0" * 400 + "]", "{}", "[]", "1e999", "\0"])
def test_state_that_cannot_be_read_is_as_if_there_were_none(tmp_path, text):
    folder = ResultFolder(tmp_path)
    folder.kept.mkdir()
    (folder.kept / FACTS_FILE).write_text(text)
    folder.record_path("a").write_text(text)
    (tmp_path / "batch.jsonl").write_text(text)
    assert folder.read_facts() == {}
    assert folder.read_record("a") is None
    assert Journal(tmp_path / "batch.jsonl").done() == set()


def test_only_sound_entries_of_earlier_looks_are_believed(tmp_path):
    folder = ResultFolder(tmp_path)
    folder.kept.mkdir()
    sound = [10, 20, [["ab", 3, 4, []]]]
    pages = ([], [["ab", 0, 4, []]], [["ab", 1e3, 4, []]], [["ab", 3, 4]], [["ab", 3, 4, [5]]])
    lies = {f"b{number}": [10, 20, page] for number, page in enumerate(pages)}
    (folder.kept / FACTS_FILE).write_text(json.dumps({"a": sound, **lies, "e": 3, "f": {}}))
    assert {key: facts.to_json() for key, facts in folder.read_facts().items()} == {"a": sound}


def test_a_journal_is_read_past_lines_that_are_none(tmp_path):
    journal = Journal(tmp_path / "batch.jsonl")
    done = '{"frame": "a", "status": "done", "fingerprint": "f"}\n'
    deep = '{"frame": ' + "[" * 5000 + "\n"
    journal.path.write_text(deep + "x" * 3_000_000 + "\n" + "[1]\n" + done)
    assert journal.done() == {("a", "f")}
