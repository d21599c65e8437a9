"""Work rests while a stroke is drawn, and never longer than a bound."""

import threading

from app.inference.rest import REST_S, Rest


def test_work_waits_for_the_end_of_a_stroke():
    rest, answers = Rest(), []
    rest.begin()
    asked = rest.before(lambda: False)
    worker = threading.Thread(target=lambda: answers.append(asked()))
    worker.start()
    assert rest.is_on
    assert not answers
    rest.end()
    worker.join()
    assert answers == [False]


def test_a_long_stroke_lets_work_go_on():
    now = [0.0]
    rest = Rest(clock=lambda: now[0])
    rest.begin()
    now[0] = REST_S
    assert not rest.is_on
    assert rest.before(lambda: False)() is False


def test_what_is_cancelled_ends_at_once():
    rest = Rest()
    rest.begin()
    assert rest.before(lambda: True)() is True
