"""Device quirks, one test each."""

from math import inf, nan

from app.canvas.pen_input import FALLBACK_PRESSURE, PenReader


def read(reader, *, time_ms=0.0, x=1.0, y=2.0, pressure=0.5, is_down=True):
    return reader.sample(time_ms=time_ms, x=x, y=y, pressure=pressure, is_down=is_down)


def test_plain_reading_passes_unchanged():
    sample = read(PenReader(), time_ms=5, x=3, y=4, pressure=0.25)
    assert (sample.time_ms, sample.position, sample.pressure) == (5, (3, 4), 0.25)


def test_position_that_is_no_number_gives_no_sample():
    assert read(PenReader(), x=nan) is None
    assert read(PenReader(), y=inf) is None


def test_pressure_that_is_no_number_keeps_the_last():
    reader = PenReader()
    read(reader, pressure=0.8)
    assert read(reader, pressure=nan).pressure == 0.8
    assert read(PenReader(), pressure=nan).pressure == FALLBACK_PRESSURE


def test_zero_pressure_while_down_keeps_the_last():
    reader = PenReader()
    read(reader, pressure=0.7)
    assert read(reader, pressure=0.0).pressure == 0.7
    assert read(PenReader(), pressure=0.0).pressure == FALLBACK_PRESSURE


def test_zero_pressure_while_hovering_is_zero():
    assert read(PenReader(), pressure=0.0, is_down=False).pressure == 0.0


def test_time_never_runs_backwards_within_a_stroke():
    reader = PenReader()
    read(reader, time_ms=100)
    assert read(reader, time_ms=40).time_ms == 100
    assert read(reader, time_ms=nan).time_ms == 100


def test_new_stroke_begins_its_own_time():
    reader = PenReader()
    read(reader, time_ms=100)
    reader.begin()
    assert read(reader, time_ms=40).time_ms == 40


def test_pressure_beyond_its_range_is_clipped():
    assert read(PenReader(), pressure=3.0).pressure == 1.0
