"""Pairs kept as single integers behave as a list of pairs does."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.coloring.region_pairs import PairTable, RegionPairs

MOST = (1 << 31) - 1
numbers = st.one_of(st.integers(0, 5), st.integers(0, MOST))
lists = st.lists(st.tuples(numbers, numbers), max_size=12)


def packed(pairs):
    regions, others = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return RegionPairs.of(regions, others)


def listed(pairs):
    return list(zip(pairs.region.tolist(), pairs.number.tolist(), strict=True))


@given(lists, lists)
def test_pairs_come_back_as_they_were_given(pairs, others):
    assert listed(packed(pairs)) == pairs
    assert listed(packed(pairs).and_then(packed(others))) == pairs + others
    assert len(packed(pairs)) == len(pairs)
    assert listed(packed(pairs)[::2]) == pairs[::2]
    assert listed(RegionPairs.none()) == []


@given(lists)
def test_distinct_pairs_are_those_of_a_sorted_set(pairs):
    found, firsts = packed(pairs).distinct()
    assert listed(found) == sorted(set(pairs))
    assert firsts.tolist() == [pairs.index(pair) for pair in listed(found)]
    again, counts = packed(pairs).counted()
    assert dict(zip(listed(again), counts.tolist(), strict=True)) == Counter(pairs)
    once, which = packed(pairs).numbered()
    assert [listed(once)[place] for place in which.tolist()] == pairs


@given(lists, lists)
def test_table_is_looked_up_as_a_dictionary_is(pairs, asked):
    known, _ = packed(pairs).distinct()
    table = PairTable(known, np.arange(10, 10 + len(known), dtype=np.int32))
    same = dict(zip(listed(known), table.values.tolist(), strict=True))
    values, is_known = table.at(packed(asked))
    assert is_known.tolist() == [pair in same for pair in asked]
    told = zip(asked, values.tolist(), is_known.tolist(), strict=True)
    assert all(value == same[pair] for pair, value, known_here in told if known_here)
