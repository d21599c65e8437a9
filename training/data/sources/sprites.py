"""Adapter for cut-out character pictures: Duelyst art, Ren'Py and GDQuest sprites."""

import json
import logging
from collections.abc import Iterator
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
    flatten,
    resize_rgba,
    solid,
)

_LOGGER = logging.getLogger(__name__)
_SUFFIXES = {".png", ".webp"}
_MARGIN_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class SpriteSet:
    """Licence of a set and whether all of it is kept for validation."""

    licence: str
    is_validation_only: bool


SETS: dict[str, SpriteSet] = {
    "duelyst": SpriteSet("CC0 1.0", is_validation_only=False),
    "renpy": SpriteSet("MIT", is_validation_only=True),
    "gdquest_vn": SpriteSet("MIT", is_validation_only=True),
}


def iter_samples(
    folder: Path, *, split: Split, long_side: int = 320, seed: int = 0
) -> Iterator[Sample]:
    """Yield the sprites of one set's folder, flattened on white and cropped to the figure.

    The line plane is None: the contours are painted, so they are to be extracted. Sprites
    whose soft glow covers much of the picture are left out. Nothing is random here; seed is
    taken so that every source is called alike.
    Raises ValueError if the folder is none of SETS or a listed picture cannot be read.
    """
    del seed
    if folder.name not in SETS:
        raise ValueError(f"{folder}: no such set of sprites; known are {', '.join(SETS)}")
    known = SETS[folder.name]
    for path in _listed_files(folder, split=split, known=known):
        rgba = read_rgba(path)
        if glow_share(rgba) > 0.12:
            _LOGGER.info("%s: left out, a soft glow covers much of it", path)
            continue
        yield _sprite_sample(
            rgba, path.stem, set_name=folder.name, licence=known.licence, long_side=long_side
        )


def read_rgba(path: Path) -> U8Array:
    """Read a picture as uint8 (H, W, 4) RGBA; opaque if it has no alpha.

    Raises ValueError naming the file if it cannot be read.
    """
    try:
        encoded = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    return decode_rgba(encoded, str(path))


def decode_rgba(encoded: np.ndarray, name: str) -> U8Array:
    """Decode PNG or WebP bytes (a uint8 vector) as RGBA.

    Raises ValueError with the name if they are no picture.
    """
    decoded = cv2.imdecode(encoded, cv2.IMREAD_UNCHANGED) if encoded.size else None
    if decoded is None or decoded.dtype != np.uint8:
        raise ValueError(f"{name}: not an 8-bit picture that OpenCV reads; convert it to PNG")
    codes = {1: cv2.COLOR_GRAY2RGBA, 3: cv2.COLOR_BGR2RGBA, 4: cv2.COLOR_BGRA2RGBA}
    channels = 1 if decoded.ndim == 2 else decoded.shape[2]
    return cv2.cvtColor(decoded, codes[channels]).astype(np.uint8)


def glow_share(rgba: U8Array) -> float:
    """Share of the visible pixels whose alpha is neither clear nor solid."""
    alpha = rgba[..., 3]
    visible = alpha > 8
    if not visible.any():
        return 1.0
    return float((alpha[visible] < 200).mean())


def _listed_files(folder: Path, *, split: Split, known: SpriteSet) -> list[Path]:
    if known.is_validation_only:
        found = sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
        return found if split == "val" else []
    index = folder / "index.json"
    try:
        entries = json.loads(index.read_text(encoding="utf-8"))
        return [folder / entry["file"] for entry in entries if entry["split"] == split]
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{index}: not a usable list of sprites ({error!r})") from error


def _sprite_sample(
    rgba: U8Array, stem: str, *, set_name: str, licence: str, long_side: int
) -> Sample:
    """Crop to the figure with a small margin, resize, flatten."""
    margin = round(_MARGIN_SHARE * max(rgba.shape[:2]))
    padded = np.pad(rgba, ((margin, margin), (margin, margin), (0, 0)))
    box = content_box(padded[..., 3] >= 32, margin=margin)
    resized = resize_rgba(padded if box is None else padded[box], long_side)
    figure = solid(resized)
    return Sample(
        color=flatten(resized),
        figure=figure,
        labels=background_labels(figure),
        name=f"{set_name}/{stem}",
        source=set_name,
        licence=licence,
    )
