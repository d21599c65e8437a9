"""Loads the pictures that a recipe names, and keeps composed ones on disk between runs."""

import hashlib
import io
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from training.data import characters
from training.data.items.items import SampleSet
from training.data.prepare.shards import Files, ShardSample, write_shard
from training.data.sample import Sample
from training.data.seeds import TRAIN_SEEDS, VAL_SEEDS
from training.data.sources import (
    drawings,
    illustrations,
    robots,
    sprites,
    storybook,
    svg_drawings,
)
from training.data.sources.avatars import avatars
from training.data.sources.planes import Split
from training.data.sources.spritemaker import spritemaker
from training.data.stored import StoredSamples
from training.recipe import DataConfig, SourceConfig

log = logging.getLogger(__name__)

PLANES = ("color", "figure", "line", "labels")
NAMES = ("tags", "absent", "shapes", "shapes_absent")
TEXTS = ("name", "source", "licence")
CACHE_VERSION = 4
"""Counts up when a cache of before would lack something."""


def load_sets(config: DataConfig, data: Path, *, cache: Path | None) -> list[SampleSet]:
    """The training pictures of every source. Raises ValueError naming a missing folder."""
    sets = []
    for source in config.sources:
        samples = load_source(source, data, split="train", long_side=config.long_side, cache=cache)
        log.info("%s %s: %d pictures", source.kind, source.folder, len(samples))
        sets.append(SampleSet(samples=samples, weight=source.weight))
    return sets


def load_source(
    source: SourceConfig, data: Path, *, split: Split, long_side: int, cache: Path | None
) -> Sequence[Sample]:
    """One source's pictures of a split; those of shards and of the cache are read when drawn.

    cache  folder where composed pictures are kept for the next time; None: they stay in memory.
    """
    folder = data / source.folder
    if source.kind != "characters" and not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; {source.kind} needs it (see --data)")
    if source.kind == "illustrations":
        shards = illustrations.open_shards(
            folder, split=split, long_side=long_side, limit=source.count
        )
        if shards is not None:
            return shards
    samples = map(_slim, iterate(source, folder, split, long_side))
    if cache is None or source.kind == "illustrations":  # these lie on the disk as they are
        return list(samples)
    key = f"{CACHE_VERSION}|{source.kind}|{source.folder}|{source.count}|{split}|{long_side}"
    path = cache / f"{source.kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.tar"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        write_shard(path, (_pack(f"{n:08}", sample) for n, sample in enumerate(samples)))
    return StoredSamples([path], _unpack, index=path.with_suffix(".index"))


def iterate(source: SourceConfig, folder: Path, split: Split, long_side: int) -> Iterator[Sample]:
    """The samples of a source as its adapter makes them."""
    first = TRAIN_SEEDS if split == "train" else VAL_SEEDS
    match source.kind:
        case "characters":
            for seed in range(first, first + source.count):
                yield characters.draw_character(seed, size=long_side)
        case "spritemaker":
            yield from spritemaker.iter_samples(
                folder, split=split, count=source.count, seed0=first, long_side=long_side
            )
        case "avatars":
            yield from avatars.iter_samples(
                folder, split=split, count=source.count, long_side=long_side, seed=first
            )
        case "robots":
            yield from robots.iter_samples(
                folder, split=split, count=source.count, long_side=long_side, seed=first
            )
        case "svg":
            yield from svg_drawings.iter_samples(folder, split=split, long_side=long_side)
        case "sprites":
            yield from sprites.iter_samples(folder, split=split, long_side=long_side)
        case "drawings":
            yield from drawings.iter_samples(folder, split=split, long_side=long_side)
        case "storybook":
            yield from storybook.iter_samples(folder, split=split, long_side=long_side)
        case "illustrations":
            yield from illustrations.iter_samples(
                folder,
                split=split,
                long_side=long_side,
                limit=source.count,
                tagged=source.tagged,
            )


def _slim(sample: Sample) -> Sample:
    """Without the planes that no training reads."""
    return replace(sample, flat=None, shade=None, regions=None)


def _pack(key: str, sample: Sample) -> ShardSample:
    """A sample as the cache keeps it: its planes as they are."""
    files = {}
    for plane in PLANES:
        if (pixels := getattr(sample, plane)) is not None:
            stream = io.BytesIO()
            np.save(stream, pixels)
            files[f"{plane}.npy"] = stream.getvalue()
    about = {name: getattr(sample, name) for name in (*NAMES, *TEXTS)}
    return ShardSample(key, files | {"json": json.dumps(about).encode()})


def _unpack(files: Files) -> Sample:
    """What was packed. Raises ValueError if it is something else."""
    about = json.loads(files["json"])
    values: dict[str, Any] = {name: tuple(about[name]) for name in NAMES}
    values |= {name: about[name] for name in TEXTS}
    for plane in PLANES:
        if isinstance(content := files.get(f"{plane}.npy"), bytes):
            values[plane] = np.load(io.BytesIO(content))
    return Sample(**values)
