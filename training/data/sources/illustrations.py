"""Adapter for illustrations with tags: shards that `tintline-train prepare` made, or a folder."""

import io
from collections.abc import Collection, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import resources
from models.arrays import U8Array
from models.files.documents import parse_json
from models.hints.tags import load_vocabulary
from training.data.prepare.filters import NEEDING_TAGS, FilterRules
from training.data.prepare.index import read_index
from training.data.prepare.planning import Planned, PrepareOptions, ShardPart, make_plan
from training.data.prepare.preparation import Prepared, prepare_picture
from training.data.prepare.shards import KEY, Files
from training.data.sample import Sample
from training.data.sources.planes import Split, background_labels, fit_size
from training.data.sources.scenes import ground_figure
from training.data.stored import StoredSamples
from training.data.tagging import load_tag_reader

SOURCE = "illustrations"
UNKNOWN_LICENCE = "unknown"
_PICTURES = ("png", "jpg")


def iter_samples(
    folder: Path,
    *,
    split: Split,
    long_side: int = 320,
    seed: int = 0,
    limit: int = 0,
    tagged: bool = True,
) -> Iterator[Sample]:
    """Yield the illustrations of a split, and the face crops of shards that hold some.

    folder  shards, or pictures with tags: these are filtered and split as `prepare` does by
            default, without being written.
    limit   at most so many; 0: all.
    tagged  whether pictures without tags, or whose tags do not tell of one figure before a simple
            ground, are left out of a folder; shards hold what they hold.
    The line plane is None: it is to be extracted. Of the parts only the background is labelled,
    where it is flat. Nothing is random here; seed is taken so that every source is called alike.
    Raises ValueError if the folder is missing or a shard is damaged.
    """
    del seed
    if (stored := open_shards(folder, split=split, long_side=long_side, limit=limit)) is not None:
        yield from stored
        return
    pictures = open_pictures(folder, split=split, long_side=long_side, tagged=tagged)
    read = map(pictures.read, range(len(pictures)))
    yield from islice((sample for sample in read if sample is not None), limit or None)


class FolderSamples(Sequence[Sample]):
    """The pictures of a folder that filters let through, each prepared when it is drawn.

    planned  what is held of each: its path and tags.
    In the place of a picture that turns out unusable stands the next one that is not. Raises
    ValueError when a picture is read and none of them can be.
    """

    def __init__(self, folder: Path, planned: Sequence[Planned], options: PrepareOptions) -> None:
        self._folder = folder
        self._planned = tuple(planned)
        self._options = options

    def __len__(self) -> int:
        return len(self._planned)

    def __getitem__(self, number: Any) -> Any:
        """The sample of a number, read now."""
        if not 0 <= number < len(self):
            raise IndexError(number)  # ends an iteration
        for offset in range(len(self)):
            sample = self.read((number + offset) % len(self))
            if sample is not None:
                return sample
        raise ValueError(f"{self._folder}: none of its pictures can be read")

    def read(self, number: int) -> Sample | None:
        """The sample of a number, read now; None if its file is no usable picture."""
        planned = self._planned[number]
        outcome = prepare_picture(self._folder, planned, self._options, cascade=None)
        if not isinstance(outcome, Prepared):
            return None
        first = outcome.samples[0]
        return read_sample({KEY: first.key, **first.files}, long_side=self._options.long_side)


def open_pictures(
    folder: Path, *, split: Split, long_side: int = 320, limit: int = 0, tagged: bool = True
) -> FolderSamples:
    """A folder's pictures, filtered and split as `prepare` does; headers alone are read now.

    Raises ValueError if its metadata cannot be used.
    """
    off = frozenset() if tagged else NEEDING_TAGS
    options = PrepareOptions(long_side=long_side, rules=FilterRules(off=off))
    plan = make_plan(read_index(folder), load_tag_reader(), options)
    planned = [
        each
        for shard in plan.shards
        if shard.name.startswith(f"{split}-")
        for each in shard.pictures
    ]
    return FolderSamples(folder, planned[: limit or None], options)


def open_shards(
    folder: Path, *, split: ShardPart, long_side: int = 320, limit: int = 0
) -> StoredSamples | None:
    """The samples of a folder of shards, each decoded when it is drawn; None if it holds none.

    Raises ValueError if the folder is missing or a shard is damaged.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder; name shards or a folder of illustrations")
    if next(folder.glob("*-*.tar"), None) is None:
        return None
    return StoredSamples(
        sorted(folder.glob(f"{split}-*.tar")),
        partial(read_sample, long_side=long_side),
        index=folder / f"{split}.index",
        most=limit,
    )


def read_sample(files: Files, *, long_side: int) -> Sample:
    """One sample of a shard, resized. Raises ValueError naming its key if it is incomplete."""
    key = str(files[KEY])
    encoded = next((files[suffix] for suffix in _PICTURES if suffix in files), None)
    described = files.get("json")
    if not isinstance(encoded, bytes) or not isinstance(described, bytes):
        raise ValueError(f"{key}: a sample without picture or description; prepare it again")
    about: Any = parse_json(described.decode(), key).content
    color = _decode(encoded, long_side, mode="RGB")
    known = files.get("figure.png")
    if isinstance(known, bytes):
        figure = np.where(_decode(known, long_side, mode="L") >= 32, 255, 0).astype(np.uint8)
    else:
        figure = ground_figure(color)
    return Sample(
        color=color,
        figure=figure,
        labels=background_labels(figure),
        tags=tuple(about["colours"]),
        absent=tuple(about["absent"]),
        shapes=tuple(about["tags"]),
        shapes_absent=_shapes_absent(about["tags"]),
        named=tuple(about.get("named", about["tags"])),
        name=f"{SOURCE}/{about['path']}" + ("#face" if about["kind"] == "face" else ""),
        source=SOURCE,
        licence=about["licence"] or UNKNOWN_LICENCE,
    )


def _shapes_absent(tags: Collection[str]) -> tuple[str, ...]:
    """What tags would name if it were there; of a picture without tags nothing is known."""
    return tuple(sorted(_shape_tags().difference(tags))) if tags else ()


@cache
def _shape_tags() -> frozenset[str]:
    return frozenset(load_vocabulary(resources.TAGS).shape_tags)


def _decode(encoded: bytes, long_side: int, *, mode: str) -> U8Array:
    with Image.open(io.BytesIO(encoded)) as image:
        size = fit_size(*image.size, long_side=long_side)
        converted = image.convert(mode)
    if size != converted.size:
        converted = converted.resize(size, Image.Resampling.LANCZOS)
    return np.array(converted)
