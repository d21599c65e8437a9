"""The bar tells how far, how fast and how long; a file gets lines, not a bar."""

import io

import pytest

from training.data.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    now_s = 100.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


def test_rate_counts_only_what_was_done_now(clock):
    progress = Progress(Terminal(), clock=clock)
    progress.begin("preparing", 200, done=100)
    clock.now_s += 10
    progress.advance(50)
    assert progress.line().endswith("150/200  5.0/s  0:10 left")
    assert progress.line().count("█") == 21


def test_a_terminal_sees_one_line_that_changes(clock):
    stream = Terminal()
    progress = Progress(stream, clock=clock)
    progress.begin("reading", 3)
    for _ in range(3):
        clock.now_s += 1
        progress.advance()
    progress.close()
    shown = stream.getvalue()
    assert shown.count("\n") == 1
    assert shown.rstrip().split("\r")[-1].endswith("3/3  1.0/s")


def test_a_file_gets_a_line_now_and_then(clock):
    stream = io.StringIO()
    progress = Progress(stream, clock=clock)
    progress.begin("reading", 1000)
    for _ in range(1000):
        clock.now_s += 0.1
        progress.advance()
    progress.close()
    lines = stream.getvalue().splitlines()
    assert 3 <= len(lines) <= 5
    assert lines[-1].endswith("1000/1000  10.0/s")


def test_long_waits_are_told_in_hours(clock):
    progress = Progress(Terminal(), clock=clock)
    progress.begin("reading", 10_001)
    clock.now_s += 1
    progress.advance()
    assert progress.line().endswith("2:46:40 left")


def test_nothing_begun_shows_nothing():
    stream = Terminal()
    Progress(stream).close()
    assert stream.getvalue() == ""


def test_a_time_limit_bounds_the_time_left(clock):
    progress = Progress(Terminal(), clock=clock)
    progress.begin("training, samples", 10_000, limit_s=60)
    clock.now_s += 10
    progress.advance(100)
    assert progress.line().endswith("100/10000  10.0/s  0:50 left")


def test_bar_makes_room_for_a_line_and_comes_back(clock):
    stream = Terminal()
    progress = Progress(stream, clock=clock)
    progress.begin("reading", 4)
    clock.now_s += 1
    progress.advance()
    width = len(progress.line())
    progress.clear()
    assert stream.getvalue().endswith("\r" + " " * width + "\r")
    clock.now_s += 0.01
    progress.advance()
    assert "2/4" in stream.getvalue().split("\r")[-1]
