"""Loads the pictures that a recipe names, and keeps composed ones on disk between runs."""

import hashlib
import io
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from models.arrays import U8Array
from training.data import characters
from training.data.characters import ViewChoice
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
from training.data.teaching import PartsTeacher
from training.data.tones import unstacked
from training.recipe import DataConfig, SourceConfig

log = logging.getLogger(__name__)

PLANES = ("color", "figure", "line", "labels", "trust")
LIT_PLANES = ("figure", "line", "flat")
NAMES = ("tags", "absent", "shapes", "shapes_absent")
TEXTS = ("name", "source", "licence")
CACHE_VERSION = 4
"""Counts up when a cache of before would lack something."""
TAUGHT_VERSION = 1
"""The same of caches with a teacher's labels."""
LIT_VERSION = 2
"""The same of caches of unshaded samples with their tones."""


def load_sets(config: DataConfig, data: Path, *, cache: Path | None) -> list[SampleSet]:
    """The training pictures of every source. Raises ValueError naming a missing folder."""
    teacher = PartsTeacher(Path(config.teacher), Path(config.backbone))
    sets = []
    for source in config.sources:
        samples = load_source(
            source,
            data,
            split="train",
            long_side=config.long_side,
            cache=cache,
            lit=config.lit,
            teach=teacher if source.taught else None,
        )
        log.info("%s %s: %d pictures", source.kind, source.folder, len(samples))
        sets.append(SampleSet(samples=samples, weight=source.weight))
    return sets


def load_source(
    source: SourceConfig,
    data: Path,
    *,
    split: Split,
    long_side: int,
    cache: Path | None,
    lit: bool = False,
    teach: PartsTeacher | None = None,
) -> Sequence[Sample]:
    """One source's pictures of a split; those that lie on the disk are read when they are drawn.

    cache  folder where composed pictures are kept for the next time; None: they stay in memory.
    teach  tells the parts that the source does not know.
    lit    those of known tones alone, with flats and light; their picture is flats and lines.
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
        return illustrations.open_pictures(
            folder, split=split, long_side=long_side, limit=source.count, tagged=source.tagged
        )
    slim, pack, unpack = (_unshaded, _pack_lit, _unpack_lit) if lit else (_slim, _pack, _unpack)
    found = iterate(source, folder, split, long_side)
    samples = map(slim, filter(_knows_tones, found) if lit else found)
    if teach is not None:
        samples = map(teach, samples)
    if cache is None:
        return list(samples)
    key = f"{CACHE_VERSION}|{source.kind}|{source.folder}|{source.count}|{split}|{long_side}"
    if teach is not None:
        key += f"|taught|{TAUGHT_VERSION}|{teach.digest}"
    if lit:
        key += f"|lit|{LIT_VERSION}|{source.lights}"
    path = cache / f"{source.kind}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.tar"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        write_shard(path, (pack(f"{n:08}", sample) for n, sample in enumerate(samples)))
    return StoredSamples([path], unpack, index=path.with_suffix(".index"))


def iterate(source: SourceConfig, folder: Path, split: Split, long_side: int) -> Iterator[Sample]:
    """The samples of a source as its adapter makes them."""
    first = TRAIN_SEEDS if split == "train" else VAL_SEEDS
    match source.kind:
        case "characters":
            for seed in range(first, first + source.count):
                for light in range(source.lights) if source.lights else (None,):
                    view = ViewChoice(light=light)
                    yield characters.draw_character(seed, size=long_side, view=view)
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
    return replace(sample, flat=None, shade=None, tones=None, light=None, regions=None)


def _knows_tones(sample: Sample) -> bool:
    return not (sample.flat is None or sample.line is None or sample.tones is None)


def _unshaded(sample: Sample) -> Sample:
    """What a training of light reads: its picture must not show what the light does."""
    assert sample.flat is not None
    assert sample.line is not None
    slim = replace(sample, shade=None, labels=None, regions=None)
    return replace(slim, color=_lines_on(sample.flat, sample.line))


def _lines_on(flat: U8Array, line: U8Array) -> U8Array:
    """Flats with black lines, uint8 (H, W, 3)."""
    return np.asarray(cv2.multiply(flat, cv2.merge([line] * 3), scale=1 / 255), np.uint8)


def _pack_lit(key: str, sample: Sample) -> ShardSample:
    """An unshaded sample as the cache keeps it: flats and lines, from which its picture follows."""
    assert sample.tones is not None
    planes = {name: getattr(sample, name) for name in LIT_PLANES}
    planes["tones"] = sample.tones.stacked()
    files = {
        f"{name}.png": cv2.imencode(".png", plane, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
        for name, plane in planes.items()
    }
    about = {name: getattr(sample, name) for name in TEXTS}
    about |= {"light": sample.light, "known": sample.tones.known}
    return ShardSample(key, files | {"json": json.dumps(about).encode()})


def _unpack_lit(files: Files) -> Sample:
    """What was packed. Raises ValueError if it is something else."""
    about = json.loads(files["json"])
    planes = {}
    for name in (*LIT_PLANES, "tones"):
        content = files[f"{name}.png"]
        assert isinstance(content, bytes)
        decoded = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
        planes[name] = np.asarray(decoded, np.uint8)
    values: dict[str, Any] = {**planes, **{name: about[name] for name in TEXTS}}
    values["tones"] = unstacked(values["tones"], about["known"])
    values["color"] = _lines_on(values["flat"], values["line"])
    return Sample(light=about["light"], **values)


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
