"""Samples in tar files: the same as when all are read, none held, found anew if files change."""

import json
import os
import pickle
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.training.small_set import two_tone_figure
from training.data import library, stored
from training.data.items.items import Items, SampleSet
from training.data.prepare.preparation import _picture_bytes
from training.data.prepare.shards import Files, ShardSample, read_shard, write_shard
from training.data.sample import Sample
from training.data.sources.illustrations import open_shards, read_sample
from training.data.stored import StoredSamples
from training.recipe import SourceConfig

ABOUT = {"colours": ["blue_hair"], "absent": [], "tags": ["smile"], "kind": "picture"}


def illustration(number: int) -> ShardSample:
    """A small picture as `prepare` packs it."""
    sample = two_tone_figure(number)
    about = {**ABOUT, "path": f"{number}.png", "licence": ""}
    files = {"png": _picture_bytes(sample.color, "png"), "json": json.dumps(about).encode()}
    if number % 2:
        files["figure.png"] = _picture_bytes(sample.figure, "png")
    return ShardSample(f"{number:04}", files)


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    folder = tmp_path / "shards"
    folder.mkdir()
    for number, first in enumerate((0, 3, 6)):
        samples = [illustration(n) for n in range(first, first + 3)]
        write_shard(folder / f"train-{number:06}.tar", samples)
    return folder


def opened(folder: Path) -> StoredSamples:
    found = open_shards(folder, split="train", long_side=48)
    assert found is not None
    return found


def test_samples_are_those_of_the_shards_in_their_order(shards: Path) -> None:
    whole = [
        read_sample(files, long_side=48)
        for path in sorted(shards.glob("train-*.tar"))
        for files in read_shard(path)
    ]
    sets = [SampleSet(samples=each, weight=1.0) for each in (whole, opened(shards))]
    held, drawn = (
        Items([each], lambda sample, rng, step: {"colour": sample.color}, seed=3, batch=2)
        for each in sets
    )
    for number in range(20):
        assert np.array_equal(held[number]["colour"], drawn[number]["colour"])
    for one, other in zip(whole, sets[1].samples, strict=True):
        assert (one.name, one.tags, one.shapes) == (other.name, other.tags, other.shapes)
        assert np.array_equal(one.figure, other.figure)
    limited = open_shards(shards, split="train", limit=5)
    assert limited is not None
    assert len(limited) == 5
    assert open_shards(shards.parent, split="train") is None


def test_shards_are_looked_through_once_and_again_when_they_change(
    shards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    look = stored._places_in
    monkeypatch.setattr(stored, "_places_in", lambda path: looked.append(path.name) or look(path))
    for expected in (3, 3):
        assert [sample.name for sample in opened(shards)] == [
            f"illustrations/{n}.png" for n in range(9)
        ]
        assert len(looked) == expected
    write_shard(shards / "train-000002.tar", [illustration(6)])  # another size
    assert len(opened(shards)) == 7
    path = shards / "train-000001.tar"
    write_shard(path, [illustration(n) for n in (13, 14, 15)])  # another time
    os.utime(path, ns=(1, 1))
    assert opened(shards)[3].name == "illustrations/13.png"
    assert len(looked) == 9
    index = shards / "train.index"
    for damage in (index.read_bytes()[:-24], index.read_bytes()[:-3], b"{", b"[1]\n", b""):
        index.write_bytes(damage)
        assert len(opened(shards)) == 7
    assert len(looked) == 24


def test_index_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    write_shard(tmp_path / "a.tar", [illustration(0)])
    read = partial(read_sample, long_side=48)
    found = StoredSamples([tmp_path / "a.tar"], read, index=tmp_path / "none" / "a.index")
    assert [sample.name for sample in found] == ["illustrations/0.png"]


def _name(files: Files) -> str:
    return str(files["__key__"])


def test_a_worker_gets_no_more_than_where_samples_lie(tmp_path: Path) -> None:
    contents = {"png": b"x" * 4000}
    write_shard(tmp_path / "a.tar", (ShardSample(f"{n:06}", contents) for n in range(500)))
    found = StoredSamples([tmp_path / "a.tar"], _name, index=tmp_path / "a.index")  # type: ignore[arg-type]
    sent = pickle.dumps(found)
    assert len(sent) < 500 * 24 + 1000
    assert pickle.loads(sent)[499] == "000499"


def test_a_shard_cut_short_is_named(shards: Path) -> None:
    samples = opened(shards)
    path = shards / "train-000001.tar"
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ValueError, match=r"train-000001\.tar: a damaged shard"):
        samples[5]
    with pytest.raises(ValueError, match=r"train-000001\.tar: a damaged shard"):
        opened(shards)
    path.unlink()
    with pytest.raises(ValueError, match=r"train-000001\.tar: a damaged shard"):
        samples[3]


def test_composed_pictures_are_kept_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = [two_tone_figure(number) for number in range(3)]
    asked: list[int] = []

    def composed(*_arguments: object) -> Iterator[Sample]:
        for number, figure in enumerate(figures):
            asked.append(number)
            yield figure

    monkeypatch.setattr(library, "iterate", composed)
    source = SourceConfig(kind="characters", count=3)
    cache = tmp_path / "cache"
    for _ in range(2):
        found = library.load_source(source, tmp_path, split="train", long_side=48, cache=cache)
        assert isinstance(found, StoredSamples)
        for one, other in zip(figures, found, strict=True):
            assert (one.name, one.tags, one.licence) == (other.name, other.tags, other.licence)
            for plane in library.PLANES:
                kept, drawn = getattr(other, plane), getattr(one, plane)
                assert drawn is kept is None or np.array_equal(drawn, kept)
    assert asked == [0, 1, 2]
