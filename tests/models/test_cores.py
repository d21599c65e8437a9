"""Work that is shared among cores: in order, at once, and ended by the first error."""

from threading import Barrier, BrokenBarrierError

import pytest

from models import cores
from models.cancel import Cancelled
from models.cores import core_count, meanwhile, on_every_core


def test_what_is_made_comes_in_order():
    assert on_every_core(lambda number: number * number, range(50)) == [n * n for n in range(50)]
    assert on_every_core(len, ()) == []


def test_several_are_worked_on_at_once(monkeypatch):
    monkeypatch.setattr(cores, "core_count", lambda: 2)
    both = Barrier(2, timeout=20)

    def meet(_):
        both.wait()
        return True

    assert on_every_core(meet, range(2)) == [True, True]


def test_one_core_works_alone(monkeypatch):
    monkeypatch.setattr(cores, "core_count", lambda: 1)
    both = Barrier(2, timeout=0.05)
    with pytest.raises(BrokenBarrierError):
        on_every_core(lambda _: both.wait(), range(2))


def test_an_error_reaches_whoever_asked():
    def work(number):
        if number == 3:
            raise Cancelled
        return number

    with pytest.raises(Cancelled):
        on_every_core(work, range(9))


def test_a_share_of_the_cores_may_be_set(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert core_count() == 1


def test_what_is_done_meanwhile_is_asked_for_and_done_when_the_block_is_left():
    done = []
    with meanwhile(lambda: done.append(1) or len(done)) as made:
        assert made() == 1
    with meanwhile(lambda: done.append(2)):
        pass
    assert done == [1, 2]
    with meanwhile(lambda: {}["no"]) as made, pytest.raises(KeyError):
        made()
