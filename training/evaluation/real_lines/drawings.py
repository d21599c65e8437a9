"""Real line art to colour, and coloured illustrations that it is held against."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import get_args

import cv2
import numpy as np

from models.arrays import U8Array
from models.geometry import Size
from models.pictures.files import PictureError, read_picture
from models.pictures.kinds import SUFFIXES_OF
from training.data.sample import Sample
from training.data.sources.illustrations import open_pictures, open_shards
from training.data.sources.planes import Split, flatten
from training.metrics.case import Case

SOURCE = "real lines"
_SUFFIXES = frozenset(suffix for listed in SUFFIXES_OF.values() for suffix in listed)


def line_cases(folder: Path, *, side: int) -> Iterator[Case]:
    """Every drawing of a folder, or of its ``lines`` shards, at a short side of so many pixels.

    Their samples' colours are white paper, since nobody knows them. Raises ValueError if there is
    no folder.
    """
    shards = open_shards(folder, split="lines", long_side=8 * side)
    if shards is not None:
        for sample in shards:
            yield _case(sample.name, sample.color, side)
        return
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _SUFFIXES:
            try:
                yield _case(path.name, flatten(read_picture(path).rgba_u8), side)
            except PictureError:
                continue


def illustrations(folder: Path, *, side: int, limit: int = 0) -> Iterator[U8Array]:
    """Coloured pictures of a folder or of its shards, both splits, at such a short side.

    Pictures without tags are taken too. Raises ValueError if there is no folder.
    """
    found = chain.from_iterable(_of_split(folder, split, 8 * side) for split in get_args(Split))
    for sample in islice(found, limit or None):
        yield to_short_side(sample.color, side)


def _of_split(folder: Path, split: Split, long_side: int) -> Sequence[Sample]:
    stored = open_shards(folder, split=split, long_side=long_side)
    if stored is not None:
        return stored
    return open_pictures(folder, split=split, long_side=long_side, tagged=False)


def to_short_side(picture_u8: U8Array, side: int) -> U8Array:
    """A picture (H, W, 3) scaled so that its shorter side is of so many pixels."""
    height, width = picture_u8.shape[:2]
    scale = side / min(height, width)
    size = Size(max(side, round(height * scale)), max(side, round(width * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(picture_u8, (size.width, size.height), interpolation=method)
    return np.asarray(scaled, dtype=np.uint8)


def _case(name: str, picture_u8: U8Array, side: int) -> Case:
    line = cv2.cvtColor(to_short_side(picture_u8, side), cv2.COLOR_RGB2GRAY).astype(np.uint8)
    blank = Sample(
        color=np.full((*line.shape, 3), 255, np.uint8),
        figure=np.full(line.shape, 255, np.uint8),
        name=name,
        source=SOURCE,
        licence="unknown",
    )
    return Case(source=SOURCE, sample=blank, line_u8=line)
