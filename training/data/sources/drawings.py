"""Adapter for drawings by artists, whole pictures with ink: illustrations, book spreads, animation.

Colour is the artist's own, shaded or flat. Only the frames of `pepper_runner` come with their ink
as a layer; from the others lines are to be extracted.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from models.arrays import U8Array
from training.data.sample import Sample
from training.data.sources.planes import (
    Split,
    background_labels,
    content_box,
    design_in_split,
    flatten,
    resize_rgba,
    solid,
)
from training.data.sources.sprites import read_rgba
from training.data.sources.storybook import scene_figure

HELD_OUT_MOVES = ("pepper-attack", "carrot-jump")
HELD_OUT_BOOK = "rafikis-style"
EVERY = 6
"""Of the illustrations looked at and found good, every sixth is held out, from the first on."""
MARGIN_SHARE = 0.03
COLOR = "_colour"
"""Ends the names of pictures whose ink is a file of its own, ending in `_line`."""


@dataclass(frozen=True, slots=True)
class DrawingSet:
    """Licence of a set, its files in order, and which of them are held out."""

    licence: str
    listed: Callable[[Path], list[tuple[Path, bool]]]


def _illustrations(folder: Path) -> list[tuple[Path, bool]]:
    """Coloured pictures of `index.json`; lettering and scenery without a face stay out."""
    entries = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    picked = sorted(entry["file"] for entry in entries if entry["pick"])
    held_out = set(picked[::EVERY])
    shown = [e for e in entries if e["pick"] or (e["kind"] == "coloured" and e["faces"])]
    return [(folder / e["file"], e["file"] in held_out) for e in shown]


def _spreads(folder: Path) -> list[tuple[Path, bool]]:
    paths = sorted(folder.glob("*.webp"))
    return [(path, path.stem.startswith(HELD_OUT_BOOK)) for path in paths]


def _clip_art(folder: Path) -> list[tuple[Path, bool]]:
    paths = sorted(folder.glob("*.webp"))
    return [(path, design_in_split(path.stem, "val")) for path in paths]


def _frames(folder: Path) -> list[tuple[Path, bool]]:
    paths = sorted(folder.glob(f"*{COLOR}.webp"))
    return [(path, path.stem.startswith(HELD_OUT_MOVES)) for path in paths]


SETS: dict[str, DrawingSet] = {
    "mikanixonable_cc0": DrawingSet("CC0 1.0", _illustrations),
    "bookdash_inked": DrawingSet("CC BY 4.0", _spreads),
    "openclipart_outlined": DrawingSet("public domain", _clip_art),
    "pepper_runner": DrawingSet("CC BY 4.0", _frames),
}


def iter_samples(
    folder: Path, *, split: Split, long_side: int = 320, seed: int = 0
) -> Iterator[Sample]:
    """Yield the pictures of one set's folder, flattened on white.

    Line is None but for frames of animation, whose ink is a file of its own. Nothing is random
    here; seed is taken so that every source is called alike.
    Raises ValueError if the folder is none of SETS or a listed picture cannot be read.
    """
    del seed
    if folder.name not in SETS:
        raise ValueError(f"{folder}: no such set of drawings; known are {', '.join(SETS)}")
    known = SETS[folder.name]
    try:
        listed = known.listed(folder)
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{folder}: not a usable list of drawings ({error!r})") from error
    for path, held_out in listed:
        if held_out == (split == "val"):
            yield _sample(path, folder.name, known.licence, long_side)


def _sample(path: Path, set_name: str, licence: str, long_side: int) -> Sample:
    rgba = read_rgba(path)
    line = None
    if path.stem.endswith(COLOR):
        ink = read_rgba(path.with_name(path.name.replace(COLOR, "_line")))
        box = _box(np.maximum(rgba[..., 3], ink[..., 3]))
        ink, rgba = resize_rgba(ink[box], long_side), resize_rgba(rgba[box], long_side)
        line = np.asarray(cv2.cvtColor(flatten(ink), cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        rgba = _over(ink, rgba)
    else:
        transparent = rgba[..., 3].min() < 255
        rgba = resize_rgba(rgba[_box(rgba[..., 3])] if transparent else rgba, long_side)
    color = flatten(rgba)
    figure = solid(rgba) if rgba[..., 3].min() < 255 else scene_figure(color)
    return Sample(
        color=np.ascontiguousarray(color),
        figure=figure,
        line=line,
        labels=background_labels(figure),
        name=f"{set_name}/{path.stem}",
        source=set_name,
        licence=licence,
    )


def _box(alpha: U8Array) -> tuple[slice, slice]:
    """The drawn part of a sheet with a small margin; all of it if nothing is drawn."""
    margin = round(MARGIN_SHARE * max(alpha.shape))
    box = content_box(alpha >= 32, margin=margin)
    return (slice(None), slice(None)) if box is None else box


def _over(ink: U8Array, color: U8Array) -> U8Array:
    """Ink over colour, both uint8 (H, W, 4), as one."""
    above, below = (plane[..., 3:].astype(np.float32) / 255 for plane in (ink, color))
    alpha = above + below * (1 - above)
    mixed = (ink[..., :3] * above + color[..., :3] * below * (1 - above)) / np.maximum(alpha, 1e-3)
    return np.rint(np.concatenate([mixed, alpha * 255], axis=2)).astype(np.uint8)
