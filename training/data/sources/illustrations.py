"""Adapter for illustrations with tags: shards that `tintline-train prepare` made, or a folder."""

import io
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import resources
from models.arrays import U8Array
from models.files.documents import parse_json
from models.hints.tags import load_vocabulary
from training.data.prepare.index import read_index
from training.data.prepare.planning import PrepareOptions, make_plan
from training.data.prepare.preparation import Prepared, prepare_picture
from training.data.prepare.shards import KEY, read_shard
from training.data.sample import Sample
from training.data.sources.planes import Split, background_labels, fit_size
from training.data.sources.scenes import ground_figure
from training.data.tagging import load_tag_reader

SOURCE = "illustrations"
UNKNOWN_LICENCE = "unknown"
_PICTURES = ("png", "jpg")

Files = dict[str, bytes | str]


def iter_samples(
    folder: Path, *, split: Split, long_side: int = 320, seed: int = 0, limit: int = 0
) -> Iterator[Sample]:
    """Yield the illustrations of a split, and the face crops of shards that hold some.

    folder  shards, or pictures with tags: these are filtered and split as `prepare` does by
            default, without being written.
    limit   at most so many; 0: all.
    The line plane is None: it is to be extracted. Of the parts only the background is labelled,
    where it is flat. Nothing is random here; seed is taken so that every source is called alike.
    Raises ValueError if the folder is missing or a shard is damaged.
    """
    del seed
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; name shards or a folder of illustrations")
    has_shards = next(folder.glob("*-*.tar"), None) is not None
    found = _from_shards(folder, split) if has_shards else _from_pictures(folder, split, long_side)
    for files in islice(found, limit or None):
        yield read_sample(files, long_side=long_side)


def read_sample(files: Files, *, long_side: int) -> Sample:
    """One sample of a shard, resized. Raises ValueError naming its key if it is incomplete."""
    key = str(files[KEY])
    encoded = next((files[suffix] for suffix in _PICTURES if suffix in files), None)
    described = files.get("json")
    if not isinstance(encoded, bytes) or not isinstance(described, bytes):
        raise ValueError(f"{key}: a sample without picture or description; prepare it again")
    about: Any = parse_json(described.decode(), key).content
    colour = _decode(encoded, long_side, mode="RGB")
    known = files.get("figure.png")
    if isinstance(known, bytes):
        figure = np.where(_decode(known, long_side, mode="L") >= 32, 255, 0).astype(np.uint8)
    else:
        figure = ground_figure(colour)
    return Sample(
        colour=colour,
        figure=figure,
        labels=background_labels(figure),
        tags=tuple(about["colours"]),
        absent=tuple(about["absent"]),
        shapes=tuple(about["tags"]),
        shapes_absent=tuple(sorted(_shape_tags().difference(about["tags"]))),
        name=f"{SOURCE}/{about['path']}" + ("#face" if about["kind"] == "face" else ""),
        source=SOURCE,
        licence=about["licence"] or UNKNOWN_LICENCE,
    )


@cache
def _shape_tags() -> frozenset[str]:
    """What a collection's tags name if it is there; what they leave out is not."""
    return frozenset(load_vocabulary(resources.TAGS).shape_tags)


def _decode(encoded: bytes, long_side: int, *, mode: str) -> U8Array:
    with Image.open(io.BytesIO(encoded)) as image:
        size = fit_size(*image.size, long_side=long_side)
        converted = image.convert(mode)
    if size != converted.size:
        converted = converted.resize(size, Image.Resampling.LANCZOS)
    return np.array(converted)


def _from_shards(folder: Path, split: Split) -> Iterator[Files]:
    for path in sorted(folder.glob(f"{split}-*.tar")):
        yield from read_shard(path)


def _from_pictures(folder: Path, split: Split, long_side: int) -> Iterator[Files]:
    options = PrepareOptions(long_side=long_side)
    plan = make_plan(read_index(folder), load_tag_reader(), options)
    for shard in plan.shards:
        for planned in shard.pictures if shard.name.startswith(f"{split}-") else ():
            outcome = prepare_picture(folder, planned, options, cascade=None)
            for sample in outcome.samples if isinstance(outcome, Prepared) else ():
                yield {KEY: sample.key, **sample.files}
