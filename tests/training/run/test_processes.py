"""Processes that torchrun starts know of each other, and one clock ends them all."""

import time

import pytest

from training.run.processes import TORCHRUN, Grid, SharedClock, process_grid

TWO_BY_FOUR = {TORCHRUN: "none", "LOCAL_WORLD_SIZE": "4", "WORLD_SIZE": "8"}


class SecondProcess:
    """What Fabric is to the second of two: the first one's values arrive."""

    world_size = 2

    def broadcast(self, _own):
        return 1234.5


class OnlyProcess:
    world_size = 1


def test_numbers_are_those_of_the_command_line_without_torchrun():
    assert process_grid(devices=2, nodes=3, environment={}) == Grid(2, 3)


@pytest.mark.parametrize(("devices", "nodes"), [(1, 1), (4, 2), (4, 1)])
def test_torchrun_tells_how_many_processes_there_are(devices, nodes):
    assert process_grid(devices=devices, nodes=nodes, environment=TWO_BY_FOUR) == Grid(4, 2)


def test_numbers_that_contradict_torchrun_are_refused():
    with pytest.raises(ValueError, match=r"4 processes on each of 2 machines, --devices 2"):
        process_grid(devices=2, nodes=1, environment=TWO_BY_FOUR)
    with pytest.raises(ValueError, match="at least 1; got 0 and 1"):
        process_grid(devices=0, nodes=1, environment={})


def test_every_process_reads_the_clock_of_the_first():
    clock = SharedClock(time.monotonic())
    assert clock.spent_s(SecondProcess(), shared=True) == 1234.5
    assert clock.spent_s(SecondProcess(), shared=False) < 60
    assert clock.spent_s(OnlyProcess(), shared=True) < 60
