"""No artist or character is in both training and validation, whatever the collection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.data.prepare.index import Entry
from training.data.prepare.splits import SPLIT_KEYS, entry_names, split_entries

names = st.lists(st.sampled_from([f"n{i}" for i in range(12)]), max_size=3, unique=True).map(tuple)
folders = st.sampled_from(["", "a/", "b/", "c/d/"])


@st.composite
def collections(draw):
    facts = draw(st.lists(st.tuples(names, names, folders), max_size=30))
    return [
        Entry(path=f"{folder}{number}.png", artists=artists, characters=characters)
        for number, (artists, characters, folder) in enumerate(facts)
    ]


@settings(deadline=None)
@given(entries=collections(), key=st.sampled_from(SPLIT_KEYS), share=st.floats(0, 0.9))
def test_no_name_is_in_both_splits(entries, key, share):
    splits = split_entries(entries, key=key, share=share)
    assert len(splits) == len(entries)
    seen = {"train": set(), "val": set()}
    for entry, split in zip(entries, splits, strict=True):
        seen[split].update(entry_names(entry, key))
        assert split == "train" or entry_names(entry, key)
    assert not seen["train"] & seen["val"]


@settings(deadline=None)
@given(entries=collections(), key=st.sampled_from(SPLIT_KEYS), seed=st.randoms())
def test_the_order_of_pictures_changes_nothing(entries, key, seed):
    expected = dict(zip([e.path for e in entries], split_entries(entries, key=key), strict=True))
    shuffled = list(entries)
    seed.shuffle(shuffled)
    splits = split_entries(shuffled, key=key)
    assert dict(zip([e.path for e in shuffled], splits, strict=True)) == expected


@settings(deadline=None)
@given(count=st.integers(2, 40), share=st.floats(0.01, 0.99))
def test_two_artists_are_enough_for_both_splits(count, share):
    entries = [Entry(path=f"{i}.png", artists=(f"artist{i}",)) for i in range(count)]
    assert set(split_entries(entries, key="artist", share=share)) == {"train", "val"}


@settings(deadline=None)
@given(first=st.integers(0, 10**9), count=st.integers(30, 60))
def test_an_artist_stays_when_the_collection_grows(first, count):
    entries = [Entry(path=f"{i}.png", artists=(f"artist {first + i}",)) for i in range(count)]
    share = 0.5  # so many artists and such a share: neither split needs one moved to it
    whole = split_entries(entries, key="artist", share=share)
    part = split_entries(entries[:-5], key="artist", share=share)
    assert set(part) == {"train", "val"}
    assert part == whole[:-5]


def test_a_picture_of_two_artists_joins_their_groups():
    entries = [Entry(path=f"{i}.png", artists=(f"a{i}",)) for i in range(20)]
    entries += [Entry(path=f"x{i}.png", artists=(f"a{i}", f"a{i + 1}")) for i in range(19)]
    assert set(split_entries(entries, key="artist", share=0.5)) == {"train"}


def test_the_held_out_share_is_about_the_stated_one():
    entries = [Entry(path=f"{i}.png", artists=(f"artist {i}",)) for i in range(4000)]
    held_out = split_entries(entries, key="artist", share=0.05).count("val")
    assert 160 <= held_out <= 240


def test_one_artist_and_nameless_pictures_are_training():
    one = [Entry(path=f"{i}.png", artists=("only",)) for i in range(3)]
    assert split_entries(one, key="artist") == ["train"] * 3
    assert split_entries([Entry(path="a.png")] * 3, key="both", share=0.9) == ["train"] * 3
    assert split_entries([], key="artist") == []


def test_share_is_checked():
    with pytest.raises(ValueError, match="must lie in"):
        split_entries([], key="artist", share=1.0)
