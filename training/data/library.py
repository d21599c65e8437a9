"""Loads the pictures that a recipe names, and keeps composed ones on disk between runs."""

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from models.files.whole import write_whole
from training.data.items.items import SampleSet
from training.data.sample import Sample
from training.recipe import DataConfig, SourceConfig

log = logging.getLogger(__name__)

PLANES = ("colour", "figure", "line", "labels")
NAMES = ("tags", "absent", "shapes", "shapes_absent")
CACHE_VERSION = 2
"""Counts up when a cache of before would lack something."""
TRAIN_SEEDS = 0
VAL_SEEDS = 10_000_000


def load_sets(config: DataConfig, data: Path, *, cache: Path | None) -> list[SampleSet]:
    """The training pictures of every source. Raises ValueError naming a missing folder."""
    sets = []
    for source in config.sources:
        samples = load_source(source, data, split="train", long_side=config.long_side, cache=cache)
        log.info("%s %s: %d pictures", source.kind, source.folder, len(samples))
        sets.append(SampleSet(samples=samples, weight=source.weight))
    return sets


def load_source(
    source: SourceConfig, data: Path, *, split: str, long_side: int, cache: Path | None
) -> list[Sample]:
    """One source's pictures of a split, from the cache if they were prepared before."""
    folder = data / source.folder
    if source.kind != "characters" and not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; {source.kind} needs it (see --data)")
    if cache is None or source.kind == "illustrations":  # these lie on the disk as they are
        return [_slim(sample) for sample in iterate(source, folder, split, long_side)]
    key = f"{CACHE_VERSION}|{source.kind}|{source.folder}|{source.count}|{split}|{long_side}"
    path = cache / f"{source.kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npz"
    if path.exists():
        return _read_cache(path)
    samples = [_slim(sample) for sample in iterate(source, folder, split, long_side)]
    cache.mkdir(parents=True, exist_ok=True)
    _write_cache(path, samples)
    return samples


def iterate(source: SourceConfig, folder: Path, split: str, long_side: int) -> Iterator[Sample]:
    """The samples of a source as its adapter makes them."""
    # Imported here so that a recipe needs only the libraries of the sources it names.
    from training.data import characters  # noqa: PLC0415
    from training.data.sources import (  # noqa: PLC0415
        drawings,
        illustrations,
        robots,
        sprites,
        storybook,
        svg_drawings,
    )
    from training.data.sources.avatars import avatars  # noqa: PLC0415
    from training.data.sources.spritemaker import spritemaker  # noqa: PLC0415

    part: Literal["train", "val"] = "train" if split == "train" else "val"
    first = TRAIN_SEEDS if split == "train" else VAL_SEEDS
    match source.kind:
        case "characters":
            for seed in range(first, first + source.count):
                yield characters.draw_character(seed, size=long_side)
        case "spritemaker":
            yield from spritemaker.iter_samples(
                folder, split=part, count=source.count, seed0=first, long_side=long_side
            )
        case "avatars":
            yield from avatars.iter_samples(
                folder, split=part, count=source.count, long_side=long_side, seed=first
            )
        case "robots":
            yield from robots.iter_samples(
                folder, split=part, count=source.count, long_side=long_side, seed=first
            )
        case "svg":
            yield from svg_drawings.iter_samples(folder, split=part, long_side=long_side)
        case "sprites":
            yield from sprites.iter_samples(folder, split=part, long_side=long_side)
        case "drawings":
            yield from drawings.iter_samples(folder, split=part, long_side=long_side)
        case "storybook":
            yield from storybook.iter_samples(folder, split=part, long_side=long_side)
        case "illustrations":
            yield from illustrations.iter_samples(
                folder, split=part, long_side=long_side, limit=source.count
            )


def _slim(sample: Sample) -> Sample:
    """Without the planes that no training reads, to keep thousands in memory."""
    return replace(sample, flat=None, shade=None, regions=None)


def _write_cache(path: Path, samples: Sequence[Sample]) -> None:
    arrays = {}
    about = []
    for index, sample in enumerate(samples):
        planes = [name for name in PLANES if getattr(sample, name) is not None]
        for name in planes:
            arrays[f"{index}.{name}"] = getattr(sample, name)
        about.append(
            {
                "planes": planes,
                "name": sample.name,
                "source": sample.source,
                "licence": sample.licence,
                "tags": sample.tags,
                "absent": sample.absent,
                "shapes": sample.shapes,
                "shapes_absent": sample.shapes_absent,
            }
        )
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
    write_whole(path, lambda stream: np.savez(stream, **arrays))


def _read_cache(path: Path) -> list[Sample]:
    with np.load(path) as archive:
        about = json.loads(archive["about"].tobytes().decode())
        samples = []
        for index, entry in enumerate(about):
            arguments: dict[str, Any] = {
                name: archive[f"{index}.{name}"] for name in entry.pop("planes")
            }
            arguments |= {field: tuple(entry.pop(field)) for field in NAMES}
            samples.append(Sample(**arguments, **entry))
    return samples
