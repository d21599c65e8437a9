"""When live colouring asks, told by times alone."""

import pytest

from app.inference.scheduler import LiveScheduler


@pytest.fixture
def scheduler():
    return LiveScheduler(grace_s=0.25, max_wait_s=2.0, slow_s=0.4)


def test_nothing_is_due_without_a_change(scheduler):
    assert not scheduler.is_due(1e9)
    assert scheduler.due_at() is None


def test_fast_generator_answers_a_change_at_once(scheduler):
    scheduler.note_change(10.0)
    assert scheduler.is_due(10.0)


def test_change_during_a_stroke_waits_for_the_grace(scheduler):
    scheduler.note_change(10.0)
    scheduler.note_drawing(True, 10.0)
    assert not scheduler.is_due(10.2)
    assert scheduler.is_due(10.25)


def test_slow_generator_waits_for_the_grace_even_after_the_stroke(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_change(10.0)
    assert not scheduler.is_due(10.2)
    assert scheduler.is_due(10.25)


def test_what_is_light_work_is_asked_at_once_of_a_slow_generator(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_change(10.0, is_light_work=True)
    assert scheduler.is_due(10.0)
    scheduler.note_change(10.1)
    assert not scheduler.is_due(10.3)
    scheduler.note_change(10.3, is_light_work=True)
    assert not scheduler.is_due(10.3)


def test_slow_generator_waits_for_the_end_of_the_stroke(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_change(10.0)
    scheduler.note_drawing(True, 10.1)
    assert not scheduler.is_due(11.0)
    scheduler.note_drawing(False, 11.0)
    assert not scheduler.is_due(11.2)
    assert scheduler.is_due(11.25)


def test_continuous_drawing_never_starves(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_drawing(True, 10.0)
    for step in range(20):
        scheduler.note_change(10.0 + step * 0.1)
        assert not scheduler.is_due(10.0 + step * 0.1)
    assert scheduler.is_due(12.0)


def test_each_change_prolongs_the_grace(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_change(10.0)
    scheduler.note_change(10.2)
    assert not scheduler.is_due(10.3)
    assert scheduler.is_due(10.45)


def test_generator_that_became_fast_answers_at_once_again(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_elapsed(0.1)
    scheduler.note_change(10.0)
    assert scheduler.is_due(10.0)


def test_submitted_changes_are_not_due_again(scheduler):
    scheduler.note_change(10.0)
    scheduler.note_submitted()
    assert not scheduler.is_waiting
    assert not scheduler.is_due(20.0)


def test_longest_wait_counts_from_the_first_change_since_the_last_request(scheduler):
    scheduler.note_elapsed(1.0)
    scheduler.note_drawing(True, 10.0)
    scheduler.note_change(10.0)
    scheduler.note_submitted()
    scheduler.note_change(11.9)
    assert not scheduler.is_due(13.8)
    assert scheduler.is_due(13.9)


def test_grace_beyond_the_longest_wait_is_refused():
    with pytest.raises(ValueError, match="grace 3 s must lie between 0 and the wait 2 s"):
        LiveScheduler(grace_s=3, max_wait_s=2)
