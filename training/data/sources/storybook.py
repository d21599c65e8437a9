"""Adapter for the African Storybook scenes: inked illustrations without alpha."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from models.arrays import U8Array
from training.data.sample import Sample
from training.data.sources.planes import Split, background_labels, resize_rgba
from training.data.sources.sprites import read_rgba

SOURCE = "african_storybook"
LICENCE = "CC BY"
PAPER_LEVEL = 236
"""Paper is at least this bright in every channel: JPEG leaves it slightly grey."""


def iter_samples(
    folder: Path, *, split: Split, long_side: int = 320, seed: int = 0
) -> Iterator[Sample]:
    """Yield the scenes of the folder; stories whose number ends in 7 are validation.

    The figure is what is not paper connected to the picture's border. Line is None: it is to
    be extracted. Nothing is random here; seed is taken so that every source is called alike.
    Raises ValueError if the folder holds no scene or one cannot be read.
    """
    del seed
    paths = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.webp"))
    if not paths:
        raise ValueError(f"{folder}: holds no scene named STORY_PAGE.webp; point to the set")
    for path in paths:
        if is_held_out_story(path.stem) != (split == "val"):
            continue
        color = resize_rgba(read_rgba(path), long_side)[..., :3]
        figure = scene_figure(color)
        yield Sample(
            color=np.ascontiguousarray(color),
            figure=figure,
            labels=background_labels(figure),
            name=f"{SOURCE}/{path.stem}",
            source=SOURCE,
            licence=LICENCE,
        )


def is_held_out_story(stem: str) -> bool:
    """Whether a page's story, its first four digits, is kept for validation."""
    return stem[:4].endswith("7")


def scene_figure(color: U8Array) -> U8Array:
    """Figure plane of uint8 (H, W, 3): 0 on near-white ground connected to the border."""
    paper = (color.min(axis=2) >= PAPER_LEVEL).astype(np.uint8)
    ringed = np.pad(paper, 1, constant_values=1)
    _, numbered = cv2.connectedComponents(ringed, connectivity=4)
    outside = numbered[1:-1, 1:-1] == numbered[0, 0]
    return np.where(outside, 0, 255).astype(np.uint8)
