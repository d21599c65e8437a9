"""Colour pops: found where a region changes for a moment, and nowhere else."""

import numpy as np
import pytest

from app.cels.pops import find_pops
from tests.helpers.figures.sheet_figure import HAIR, SHIRT, SKIRT, figure


def frames(count=8):
    """A figure that walks two pixels a frame."""
    return [figure(across=2 * index)[1].copy() for index in range(count)]


@pytest.mark.parametrize(("first", "length"), [(3, 1), (4, 2)])
def test_a_region_that_changes_for_one_frame_or_two_is_a_pop(first, length):
    cut = frames()
    for index in range(first, first + length):
        shirt = (cut[index] == SHIRT).all(axis=2)
        cut[index][shirt] = HAIR
    (pop, *more) = find_pops(cut)
    assert (pop.first, pop.last) == (first, first + length - 1)
    assert pop.color == HAIR
    assert pop.expected == SHIRT
    assert (cut[first][int(pop.y), int(pop.x)] == HAIR).all()
    assert all((each.first, each.color) == (first, HAIR) for each in more)


def test_what_moves_passes_by_or_stays_changed_does_not_pop():
    assert find_pops(frames()) == []
    changed = frames()
    for flat in changed[4:]:
        flat[(flat == SKIRT).all(axis=2)] = (200, 200, 40)
    assert find_pops(changed) == []
    passing = [np.full((80, 160, 3), 255, dtype=np.uint8) for _ in range(8)]
    for index, flat in enumerate(passing):
        flat[30:50, 20 * index : 20 * index + 16] = (20, 120, 60)
    assert find_pops(passing) == []


def test_held_drawings_count_as_often_as_they_are_shown():
    cut = frames(4)
    odd = cut[1].copy()
    odd[(odd == SHIRT).all(axis=2)] = HAIR
    assert find_pops([cut[0], odd, odd, odd, cut[2], cut[3]]) == []
    assert {pop.first for pop in find_pops([cut[1], odd, odd, cut[1]])} == {1}
