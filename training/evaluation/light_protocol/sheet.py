"""A contact sheet of what a light does to held-out characters, beside the truth."""

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from models.arrays import FloatArray, U8Array
from models.pictures.files import write_image
from training.data import characters
from training.data.characters import ViewChoice
from training.data.items.lit_items import share_in_shade
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS

CELL = 256
ROWS = 6
ANGLES = (0.0, 90.0, 225.0, 315.0)
USUAL = 0.25
"""Share of the figure in shade that is told where nobody tells one."""
FIRST, SECOND, BRIGHT = 0.30, 0.22, 0.45
"""How much darker or brighter the tones make the flats on a sheet."""

Tell = Callable[[Sample, float | None, float], FloatArray]
"""Tones float32 (4, H, W), probabilities, of a sample under a light and with an amount of shade."""


def light_sheet(path: Path, tell: Tell, *, side: int = 512) -> None:
    """Write rows of held-out characters.

    A row has the flats, the truth under one light and what is told of the same one, then what is
    told under ANGLES, and the soft form under the last of these.
    """
    rows = []
    for seed in range(VAL_SEEDS, VAL_SEEDS + ROWS):
        sample = characters.draw_character(seed, size=side, view=ViewChoice(light=0))
        assert sample.tones is not None
        planes = sample.tones.stacked().transpose(2, 0, 1).astype(np.float32)
        true = np.asarray(planes / 255, np.float32)
        amount = share_in_shade(sample)
        told = [tell(sample, sample.light, amount)]
        told += [tell(sample, angle, USUAL) for angle in ANGLES]
        pictures = [
            lit(sample, np.zeros_like(true)),
            _with_arrow(lit(sample, true), sample.light),
            *(
                _with_arrow(lit(sample, tones), angle)
                for tones, angle in zip(told, (sample.light, *ANGLES), strict=True)
            ),
            soft(sample, told[-1]),
        ]
        rows.append(_strip(pictures))
    write_image(path, Image.fromarray(np.concatenate(rows)))


def lit(sample: Sample, tones: FloatArray) -> U8Array:
    """A sample's flats under crisp tones float32 (4, H, W), with its lines, uint8 (H, W, 3)."""
    assert sample.flat is not None
    dark = FIRST * (tones[0] > 0.5) + SECOND * (tones[1] > 0.5)
    bright = BRIGHT * (tones[2] > 0.5)
    return _drawn(sample, sample.flat * (1 - dark[..., None]), bright)


def soft(sample: Sample, tones: FloatArray) -> U8Array:
    """The same under the soft form."""
    assert sample.flat is not None
    dark = 0.55 * tones[3]
    return _drawn(sample, sample.flat * (1 - dark[..., None]), np.zeros_like(dark))


def _drawn(sample: Sample, colors: FloatArray, bright: FloatArray) -> U8Array:
    assert sample.line is not None
    colors = colors + (255 - colors) * bright[..., None]
    return np.asarray(np.rint(colors * (sample.line[..., None] / 255)), np.uint8)


def _with_arrow(picture: U8Array, degrees: float | None) -> U8Array:
    """An arrow in the corner, from where the light comes."""
    if degrees is None:
        return picture
    picture, turn = picture.copy(), np.deg2rad(degrees)
    middle, reach = 36, 26
    start = (round(middle + reach * np.sin(turn)), round(middle - reach * np.cos(turn)))
    end = (round(middle - reach * np.sin(turn)), round(middle + reach * np.cos(turn)))
    cv2.arrowedLine(picture, start, end, (220, 40, 40), 3, cv2.LINE_AA, tipLength=0.4)
    return picture


def _strip(pictures: Sequence[U8Array]) -> U8Array:
    cells = [cv2.resize(p, (CELL, CELL), interpolation=cv2.INTER_AREA) for p in pictures]
    return np.concatenate([np.asarray(cell, np.uint8) for cell in cells], axis=1)
