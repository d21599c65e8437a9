"""Batches that wait, and batches that are given up: what is said of the time, and what stops."""

import pytest

from app.batch.coloring import FrameColorer
from app.batch.records import Status
from app.batch.runner import BatchRunner
from models.requests.colorizer import Colorizer
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import plan_of, write_cut, write_hints
from tests.helpers.fakes import FakeClock


@pytest.fixture
def plan(tmp_path):
    """Eight drawings, the first of them hinted."""
    frames = write_cut(tmp_path / "frames", list(range(0, 16, 2)))
    return plan_of(frames, write_hints(tmp_path / "hints"), tmp_path / "out")


def _finish_one(runner, clock, *, after_s):
    task = runner.next_task()
    outcomes = FrameColorer(WatershedGenerator()).color(task, is_cancelled=lambda: False)
    clock.advance(after_s)
    runner.finish(task, outcomes)


@pytest.mark.parametrize("wait", ["paused", "idle"])
def test_time_left_counts_no_time_in_which_nothing_was_colored(plan, wait):
    clock = FakeClock()
    runner = BatchRunner(plan, clock=clock)
    clock.advance(400)  # until the first drawing is asked for
    _finish_one(runner, clock, after_s=2.0)
    assert runner.progress.left_s == pytest.approx(7 * 2.0)
    if wait == "paused":
        runner.pause()
    clock.advance(3600)
    runner.go_on()
    _finish_one(runner, clock, after_s=2.0)
    assert runner.progress.left_s == pytest.approx(6 * 2.0)


def test_time_left_goes_by_what_several_workers_finish_together(plan):
    clock = FakeClock()
    runner = BatchRunner(plan, clock=clock)
    tasks = [runner.next_task() for _ in range(3)]
    colorer = FrameColorer(WatershedGenerator())
    for task in tasks:
        clock.advance(1.0)
        runner.finish(task, colorer.color(task, is_cancelled=lambda: False))
        runner.next_task()
    assert runner.progress.left_s == pytest.approx(1.0 * 5)


def test_painting_a_key_frame_is_given_up_at_once(plan, monkeypatch):
    cancelled, finished = [], []
    painted = Colorizer.full_rows

    def watch(self, request, *, is_cancelled):
        """Painting the key frame's flats is what comes first."""
        cancelled.append(True)
        full = painted(self, request, is_cancelled=is_cancelled)
        finished.append(full)
        return full

    monkeypatch.setattr(Colorizer, "full_rows", watch)
    runner = BatchRunner(plan)
    runner.next_task()  # the key frame itself
    task = runner.next_task()
    colorer = FrameColorer(WatershedGenerator())
    outcomes = colorer.color(task, is_cancelled=lambda: bool(cancelled))
    assert [outcome.status for outcome in outcomes] == [Status.STOPPED]
    assert (len(cancelled), finished) == (1, [])
    monkeypatch.undo()
    again = FrameColorer(WatershedGenerator()).color(task, is_cancelled=lambda: False)
    assert [outcome.status for outcome in again] == [Status.DONE]


def test_reading_and_following_are_given_up_too(plan):
    """Whenever it is cancelled, frames are stopped: none fails, none is followed wrongly."""
    colorer = FrameColorer(WatershedGenerator())
    runner = BatchRunner(plan)
    task = [runner.next_task() for _ in range(4)][-1]
    statuses = []
    while Status.DONE not in statuses:
        questions = iter(range(len(statuses)))
        outcomes = colorer.color(task, is_cancelled=lambda q=questions: next(q, None) is None)
        statuses += [outcome.status for outcome in outcomes]
    assert len(statuses) > 5
    assert set(statuses[:-1]) == {Status.STOPPED}
