"""Promises about running batches: through the runner, and through ``tintline batch`` itself."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from app.batch import preflight, writing
from app.batch.coloring import FrameColorer
from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.batch.records import Journal, ResultFolder, Status
from app.batch.runner import BatchRunner, RunState
from app.cli.command import run_command
from models.hints.hints import HintSet, PointHint
from models.pictures.files import read_picture, write_png
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import BALL, BOX, frame_u8, plan_of, write_cut, write_hints
from tests.helpers.fakes import FakeClock
from tests.helpers.places import ROOT

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def cut(tmp_path):
    """Frames of a cut, one of them held; hints of the first lie in ../hints."""
    write_hints(tmp_path / "hints")
    return write_cut(tmp_path / "frames", [0, 2, 4, 4, 6])


@pytest.fixture
def plan(cut, tmp_path):
    """The cut's plan, without carried hints, which other tests are about."""
    return plan_of(cut, tmp_path / "hints", tmp_path / "out", carries_hints=False)


def _batch(cut: Path, out: Path, *more) -> int:
    hints = ["--hints", cut.parent / "hints", "--generator", "watershed"]
    return run_command(["batch", *(str(part) for part in (cut, "-o", out, *hints, *more))])


def _digests(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*.png") if ".tintline" not in path.parts)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _lines(out: Path, name: str = "batch.jsonl") -> list[dict]:
    text = (out / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _run(plan, **options) -> BatchRunner:
    runner = BatchRunner(plan, **options)
    list(runner.run(WatershedGenerator()))
    return runner


def _statuses(runner) -> list[str]:
    return [outcome.status.value for _, outcome in sorted(runner.outcomes.items())]


def _color_at(path: Path, x: int, y: int) -> tuple[int, ...]:
    return tuple(read_picture(path).rgba_u8[y, x, :3].tolist())


def test_key_frames_hints_color_the_whole_cut(cut, tmp_path, capsys):
    out = tmp_path / "out"
    assert _batch(cut, out) == 0
    assert list(_digests(out)) == [f"a_{number:04d}.png" for number in range(1, 6)]
    for number, step in enumerate((0, 2, 4, 4, 6), start=1):
        path = out / f"a_{number:04d}.png"
        assert _color_at(path, 28 + step, 36) == BALL
        assert _color_at(path, 75, 20) == BOX
        assert np.all(read_picture(path).rgba_u8[frame_u8(step) == 0, :3] == 0)
    said = capsys.readouterr()
    assert "5 of 5 frames, 1 cut, 1 key frame, 1 held and coloured once" in said.err
    assert "5 coloured" in said.out


def test_held_frames_are_colored_once(plan, monkeypatch):
    painted = []
    original = FrameColorer._paint

    def counted(self, plan, picture, *rest, **options):
        painted.append(picture)
        return original(self, plan, picture, *rest, **options)

    monkeypatch.setattr(FrameColorer, "_paint", counted)
    runner = _run(plan)
    assert _statuses(runner) == ["done"] * 5
    assert len(painted) == 4
    digests = _digests(plan.out)
    assert digests["a_0003.png"] == digests["a_0004.png"]


def test_what_is_done_is_skipped(plan):
    _run(plan)
    before = {path: path.stat().st_mtime_ns for path in plan.out.glob("*.png")}
    assert _statuses(_run(plan)) == ["skipped"] * 5
    assert {path: path.stat().st_mtime_ns for path in plan.out.glob("*.png")} == before


def test_only_what_depends_on_a_corrected_frame_is_done_again(cut, tmp_path):
    write_hints(tmp_path / "hints", "a_0003")
    plan = plan_of(cut, tmp_path / "hints", tmp_path / "out")
    runner = _run(plan)
    assert runner.replan(plan.with_hints(4, HintSet((PointHint(34, 36, (1, 200, 3)),)))) == (4,)
    before = _digests(plan.out)
    assert [o.label for o in runner.run(WatershedGenerator())] == ["a_0005"]
    after = _digests(plan.out)
    assert [name for name in after if after[name] != before[name]] == ["a_0005.png"]
    assert runner.state is RunState.FINISHED


def test_a_damaged_frame_stops_nothing(cut, tmp_path, capsys):
    (cut / "a_0002.png").write_bytes((cut / "a_0002.png").read_bytes()[:90])
    assert _batch(cut, tmp_path / "out", "--json") == 1
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert (answer["done"], len(answer["unreadable"])) == (4, 1)
    assert "a_0002.png" in said.err
    assert len(_digests(tmp_path / "out")) == 4


def test_a_frame_that_fails_stops_nothing(plan, monkeypatch, expected_log):
    original = FrameColorer._paint

    def breaking(self, plan, index, line_art, *more, **options):
        if np.array_equal(line_art.pixels, frame_u8(2)):
            raise RuntimeError("a fault nobody thought of")
        return original(self, plan, index, line_art, *more, **options)

    monkeypatch.setattr(FrameColorer, "_paint", breaking)
    expected_log.append("cannot be coloured")
    runner = _run(plan, journal=Journal(plan.out / "batch.jsonl"))
    assert _statuses(runner) == ["done", "failed", "done", "done", "done"]
    (why,) = [line["why"] for line in _lines(plan.out) if line["status"] == "failed"]
    assert "a_0002.png" in why
    assert "a fault nobody thought of" in why
    monkeypatch.undo()
    runner.retry()
    assert [o.status for o in runner.run(WatershedGenerator())] == [Status.DONE]


def test_pictures_of_other_origin_are_left_alone(cut, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    write_png(out / "a_0002.png", frame_u8(50))
    theirs = (out / "a_0002.png").read_bytes()
    assert _batch(cut, out) == 1
    assert (out / "a_0002.png").read_bytes() == theirs
    assert "was not written by this batch" in capsys.readouterr().err
    assert _batch(cut, out, "--overwrite") == 0
    assert (out / "a_0002.png").read_bytes() != theirs


def test_a_retouched_picture_is_left_alone(plan):
    _run(plan)
    write_png(plan.out / "a_0001.png", frame_u8(50))
    assert _statuses(_run(plan))[0] == "failed"


def test_a_frame_killed_between_record_and_picture_is_done_again(plan, monkeypatch):
    _run(plan)
    digests = _digests(plan.out)
    changed = plan.with_hints(0, HintSet((PointHint(28, 36, (9, 9, 9)),)))

    def killed(path, content):
        if path.suffix == ".png":
            raise KeyboardInterrupt
        original(path, content)

    original = writing.write_bytes
    monkeypatch.setattr(writing, "write_bytes", killed)
    with pytest.raises(KeyboardInterrupt):
        _run(changed)
    assert _digests(plan.out) == digests
    monkeypatch.undo()
    assert _statuses(_run(changed)) == ["done", "skipped", "skipped", "skipped", "skipped"]


def test_a_range_of_frames_has_a_journal_of_its_own(cut, tmp_path):
    out = tmp_path / "out"
    assert _batch(cut, out, "--frames", "2-3") == 0
    assert list(_digests(out)) == ["a_0002.png", "a_0003.png"]
    assert {line["frame"] for line in _lines(out, "batch-2-3.jsonl")} == {"a_0002", "a_0003"}
    assert (out / "report-2-3.json").exists()
    whole = tmp_path / "whole"
    assert _batch(cut, whole) == 0
    assert _digests(out).items() <= _digests(whole).items()


def test_a_range_is_not_failed_by_files_outside_it(cut, tmp_path, capsys):
    (cut / "a_0006.png").write_bytes(b"")
    assert _batch(cut, tmp_path / "out", "--frames", "2-3") == 0
    assert "a_0006" not in capsys.readouterr().err
    assert _batch(cut, tmp_path / "out") == 1
    said = capsys.readouterr()
    assert "a_0006.png: the file is empty" in said.err
    assert "3 coloured, 2 done before, 1 could not be read" in said.out


def test_frames_of_a_range_are_told_done_once(cut, tmp_path):
    out = tmp_path / "out"
    assert _batch(cut, out, "--frames", "2-3") == 0
    assert _batch(cut, out) == 0
    told = [(line["frame"], line["status"]) for line in _lines(out)]
    expected = ("done", "skipped", "skipped", "done", "done")
    assert told == [(f"a_{n:04d}", status) for n, status in enumerate(expected, start=1)]


def test_frames_that_get_no_hints_are_told_before_the_start(cut, tmp_path, capsys):
    write_png(cut / "a_0006.png", frame_u8(0, width=120))
    assert _batch(cut, tmp_path / "out", "--frames", "5-6") == 0
    assert "a: 1 frame gets no hints, as no key frame of this cut has 120×72" in (
        capsys.readouterr().err
    )
    (tmp_path / "hints" / "a_0001.json").rename(tmp_path / "hints" / "first.json")
    assert _batch(cut, tmp_path / "out", "--frames", "1") == 0
    assert "holds no hints of these frames; those of the first are called a_0001.json" in (
        capsys.readouterr().err
    )


def test_an_interrupted_batch_tells_how_to_go_on(cut, tmp_path, monkeypatch, capsys):
    original = FrameColorer.color

    def interrupted(self, task, **options):
        if task.first == 2:
            raise KeyboardInterrupt
        return original(self, task, **options)

    monkeypatch.setattr(FrameColorer, "color", interrupted)
    assert _batch(cut, tmp_path / "out") == 130
    told = "stopped with 2 of 5 frames done; the same command goes on from there"
    assert told in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.setattr("app.places.generator_folders", lambda: ())
    assert _batch(cut, tmp_path / "out") == 0
    assert "3 coloured, 2 done before" in capsys.readouterr().out


def test_a_disk_that_fills_is_told_with_what_is_done(cut, tmp_path, monkeypatch, capsys):
    written = []

    def fill_up(descriptor):
        written.append(descriptor)
        if len(written) > 9:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("models.files.whole.os.fsync", fill_up)
    assert _batch(cut, tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert "the disk is full" in said
    assert "report.json" in said
    assert "stopped with 2 of 5 frames done; the same command goes on from there" in said


def test_layers_are_written_beside_each_frame(cut, tmp_path):
    out = tmp_path / "out"
    assert _batch(cut, out, "--layers", "ora", "--frames", "1-2") == 0
    assert sorted(path.name for path in out.glob("*.ora")) == ["a_0001.ora", "a_0002.ora"]
    assert not list((out / ".tintline").glob(".tintline-*.part"))
    (out / "a_0002.ora").unlink()
    assert _batch(cut, out, "--layers", "ora", "--frames", "1-2") == 0
    assert (out / "a_0002.ora").exists()


def test_results_never_replace_the_drawings(cut, capsys):
    before = (cut / "a_0001.png").read_bytes()
    assert _batch(cut, cut, "--overwrite") == 2
    assert "is the drawing itself" in capsys.readouterr().err
    assert (cut / "a_0001.png").read_bytes() == before


def test_a_folder_that_may_not_be_written_is_told_before_the_start(
    cut, tmp_path, monkeypatch, capsys
):
    def refuse(folder):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(preflight, "part_file", refuse)
    assert _batch(cut, tmp_path / "out") == 2
    assert "may not be written" in capsys.readouterr().err
    assert not _digests(tmp_path / "out")


def test_too_little_disk_is_told_before_the_start(cut, tmp_path, monkeypatch, capsys):
    usage = type("Usage", (), {"free": 10_000_000})()
    monkeypatch.setattr(preflight.shutil, "disk_usage", lambda path: usage)
    assert _batch(cut, tmp_path / "out") == 2
    assert "0.01 GB are free" in capsys.readouterr().err


def test_a_full_disk_stops_the_batch_and_it_goes_on_later(plan, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    runner = BatchRunner(plan)
    outcomes = runner.run(WatershedGenerator())
    next(outcomes)
    monkeypatch.setattr("models.files.whole.os.fsync", full)
    stopped = next(outcomes)
    assert (stopped.status, runner.state) == (Status.FAILED, RunState.BLOCKED)
    assert "the disk is full" in stopped.why
    assert list(outcomes) == []
    assert not list(plan.out.rglob("*.part"))
    monkeypatch.undo()
    runner.go_on()
    list(runner.run(WatershedGenerator()))
    assert _statuses(runner) == ["done"] * 5


def test_pause_and_cancel(plan):
    runner = BatchRunner(plan)
    task = runner.next_task()
    runner.pause()
    assert runner.next_task() is None
    runner.go_on()
    following = runner.next_task()
    runner.finish(following, FrameColorer(WatershedGenerator()).color(
        following, is_cancelled=lambda: True
    ))  # fmt: skip
    assert not runner.outcomes
    assert runner.next_task().first == following.first
    runner.cancel()
    runner.finish(task, ())
    assert (runner.next_task(), runner.state) == (None, RunState.CANCELLED)


def test_time_left_is_told_from_the_latest_frames(plan):
    clock = FakeClock()
    runner = BatchRunner(plan, clock=clock)
    assert runner.progress.left_s is None
    colorer = FrameColorer(WatershedGenerator(), clock=clock)
    for _ in range(2):
        task = runner.next_task()
        original = colorer._paint

        def slow(*arguments, original=original, **options):
            clock.advance(1.5)
            return original(*arguments, **options)

        colorer._paint = slow
        runner.finish(task, colorer.color(task, is_cancelled=lambda: False))
        colorer._paint = original
    assert runner.progress.left_s == pytest.approx(2 * 1.5)
    assert runner.progress.waiting == 3


def test_a_job_runs_with_the_windows_painter(plan):
    class Painter:
        generator = WatershedGenerator()

    runner = BatchRunner(plan)
    task = runner.next_task()
    outcomes = runner.job(task)(Painter(), lambda: False)
    runner.finish(task, outcomes)
    assert runner.outcomes[0].status is Status.DONE


def test_another_generator_than_planned_is_refused(plan):
    task = BatchRunner(plan).next_task()
    colorer = FrameColorer(WatershedGenerator())
    colorer._digest = "another"
    (outcome,) = colorer.color(task, is_cancelled=lambda: False)
    assert "planned for another generator" in outcome.why


def test_old_half_written_files_are_cleared(plan):
    _run(plan)
    part = plan.out / ".tintline-0123456789ab.part"
    fresh = plan.out / ".tintline-ba9876543210.part"
    for path in (part, fresh):
        path.write_bytes(b"half")
    os.utime(part, (1e9, 1e9))
    assert ResultFolder(plan.out).clear_parts() == 1
    assert fresh.exists()


def test_a_torn_line_of_the_journal_is_passed_over(plan):
    journal = Journal(plan.out / "batch.jsonl")
    _run(plan, journal=journal)
    with journal.path.open("a", encoding="utf-8") as stream:
        stream.write('{"frame": "a_0001", "sta')
    _run(plan, journal=journal)
    assert len(list(journal.lines())) == 10


def test_a_killed_batch_goes_on_and_ends_the_same(cut, tmp_path):
    write_cut(cut, list(range(0, 24, 2)))
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert _batch(cut, whole) == 0
    command = [sys.executable, "-m", "app", "batch", str(cut), "-o", str(out)]
    command += ["--hints", str(tmp_path / "hints"), "--generator", "watershed"]
    for lines in (2, 3):
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        process.wait()
        assert process.returncode == -signal.SIGKILL
        assert _digests(out).items() <= _digests(whole).items()
    assert _batch(cut, out) == 0
    assert _digests(out) == _digests(whole)
    done = Counter(line["frame"] for line in _lines(out) if line["status"] == "done")
    assert done == {f"a_{number:04d}": 1 for number in range(1, 13)}


def test_hints_of_frames_that_are_not_there_are_no_keys(cut, tmp_path):
    write_hints(tmp_path / "hints", "b_0001")
    assert len(find_keys(FrameSequence.scan(cut), tmp_path / "hints")) == 1


def test_outcomes_name_what_was_measured(plan):
    _run(plan)
    record = ResultFolder(plan.out).read_record("a_0001")
    assert record.facts["hints_obeyed"] == record.facts["hints_visible"] == 3
    assert record.facts["width"] == 96


def test_a_frame_may_be_called_as_what_is_kept(tmp_path):
    frames = write_cut(tmp_path / "frames", [0], name="files.png")
    write_hints(tmp_path / "hints", "files")
    assert _batch(frames, tmp_path / "out") == 0
    assert _batch(frames, tmp_path / "out", "--json") == 0
    assert ResultFolder(tmp_path / "out").read_record("files") is not None
    assert list(ResultFolder(tmp_path / "out").read_facts()) == ["files.png"]
