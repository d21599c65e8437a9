"""What the inference thread is handed, and in which order."""

from threading import Thread

import pytest

from app.inference.mailbox import JobTask, LiveTask, LoadTask, Mailbox
from models.hints.hints import LineArt
from models.requests.request import ColorizeRequest
from tests.helpers.fakes import TIMEOUT_S, drawing

LINE = LineArt.from_rgba(drawing())
OTHER_LINE = LineArt.from_rgba(drawing(ink_row=20))


def request(number, line=LINE):
    return ColorizeRequest(request_id=number, line_art=line)


def job(painter, is_cancelled):
    return None


def test_newer_request_replaces_waiting_request():
    mailbox = Mailbox()
    for number in (1, 2, 3):
        mailbox.put_live(request(number))
    assert mailbox.take().request.request_id == 3
    assert mailbox.finish()


def test_generator_goes_before_request_and_request_before_jobs():
    mailbox = Mailbox()
    mailbox.put_job(1, job)
    mailbox.put_live(request(1))
    mailbox.put_generator("a")
    kinds = []
    for _ in range(3):
        kinds.append(type(mailbox.take()))
        mailbox.finish()
    assert kinds == [LoadTask, LiveTask, JobTask]


def test_jobs_keep_their_order():
    mailbox = Mailbox()
    for number in (5, 3, 4):
        mailbox.put_job(number, job)
    numbers = []
    for _ in range(3):
        numbers.append(mailbox.take().job_id)
        mailbox.finish()
    assert numbers == [5, 3, 4]


def test_running_request_finishes_when_only_hints_changed():
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    mailbox.put_live(request(2))
    assert not running.cancelled.is_set()
    mailbox.tell_shown(running)
    assert running.cancelled.is_set()


def test_request_that_was_shown_is_given_up_for_a_newer_one():
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    mailbox.tell_shown(running)
    assert not running.cancelled.is_set()
    mailbox.put_live(request(2))
    assert running.cancelled.is_set()


def test_running_request_is_cancelled_by_other_line_art():
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    mailbox.put_live(request(2, OTHER_LINE))
    assert running.cancelled.is_set()


def test_running_request_is_cancelled_by_another_generator():
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    mailbox.put_generator("b")
    assert running.cancelled.is_set()


def test_running_job_outlives_live_requests_and_generators():
    mailbox = Mailbox()
    mailbox.put_job(1, job)
    running = mailbox.take()
    mailbox.put_live(request(1))
    mailbox.put_generator("b")
    assert not running.cancelled.is_set()


def test_job_that_gives_way_is_told_when_something_live_waits():
    mailbox = Mailbox()
    mailbox.put_job(1, job, gives_way=True)
    task = mailbox.take()
    assert not task.cancelled.is_set()
    mailbox.put_live(request(1))
    assert task.cancelled.is_set()


def test_cancelling_jobs_leaves_live_requests():
    mailbox = Mailbox()
    mailbox.put_job(1, job)
    mailbox.put_job(2, job)
    running = mailbox.take()
    mailbox.put_live(request(1))
    mailbox.cancel_jobs({1, 2})
    assert running.cancelled.is_set()
    assert not mailbox.finish()
    assert isinstance(mailbox.take(), LiveTask)
    assert mailbox.finish()


def test_cancelling_jobs_leaves_those_of_others():
    mailbox = Mailbox()
    for number in (1, -1, 2):
        mailbox.put_job(number, job)
    running = mailbox.take()
    mailbox.cancel_jobs({-1, 2})
    assert not running.cancelled.is_set()
    assert mailbox.finish()


def test_cancelling_live_requests_leaves_jobs():
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    mailbox.put_live(request(2))
    mailbox.put_job(7, job)
    mailbox.cancel_live()
    assert running.cancelled.is_set()
    mailbox.finish()
    assert mailbox.take().job_id == 7


@pytest.mark.parametrize("put", ["put_live", "put_job", "put_generator"])
def test_closed_mailbox_hands_out_nothing(put):
    mailbox = Mailbox()
    mailbox.put_live(request(1))
    running = mailbox.take()
    arguments = {"put_live": (request(2),), "put_job": (1, job), "put_generator": ("a",)}
    mailbox.close()
    getattr(mailbox, put)(*arguments[put])
    assert running.cancelled.is_set()
    assert mailbox.take() is None


def test_close_wakes_a_waiting_thread():
    mailbox = Mailbox()
    taken = []
    thread = Thread(target=lambda: taken.append(mailbox.take()))
    thread.start()
    mailbox.close()
    thread.join(TIMEOUT_S)
    assert not thread.is_alive()
    assert taken == [None]
