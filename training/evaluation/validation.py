"""Validation pictures: what no training saw, with line art and hints drawn the same every time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from models.arrays import U8Array
from training.data.library import iterate
from training.data.lines.lineart import XDoG
from training.data.sample import Sample
from training.metrics.case import Case
from training.recipe import SourceConfig

MARGIN = 0.06
"""Empty paper kept around a figure, as a share of its longer side."""

UNSEEN_ART: tuple[SourceConfig, ...] = (
    SourceConfig(kind="sprites", folder="renpy"),
    SourceConfig(kind="sprites", folder="drawings/gdquest_vn"),
    SourceConfig(kind="storybook", folder="drawings/african_storybook"),
    SourceConfig(kind="sprites", folder="duelyst"),
    SourceConfig(kind="spritemaker", folder="spritemaker", count=28),
    SourceConfig(kind="illustrations", folder="illustrations"),
)
"""Sources whose validation split lies under --data: development data, and a user's collection."""


def validation_cases(
    data: Path, *, long_side: int, by_short_side: bool = False, characters: int = 0
) -> Iterator[Case]:
    """Every validation picture under the data folder, cropped to its figure.

    Scaled to a long side of `long_side` pixels, or with ``by_short_side`` to such a short side.
    Line art is the source's exact ink where it has it, else XDoG with sigma 0.4 as in AlacGAN.
    Sources whose folder is missing are left out.

    characters  so many drawn characters of held-out seeds besides, which need no data.
    """
    drawn = [SourceConfig(kind="characters", count=characters)] if characters else []
    for source in (*UNSEEN_ART, *drawn):
        folder = data / source.folder
        if source.folder and not folder.is_dir():
            continue
        for sample in iterate(source, folder, "val", 2 * long_side):
            fitted, own = fit_to_side(sample, long_side, by_short_side=by_short_side)
            line = fitted.line
            if line is None:
                line = XDoG(sigma=0.4).extract(fitted.color)
            name = Path(source.folder).name or source.kind
            yield Case(source=name, sample=fitted, line_u8=line, own=own)


def fit_to_side(
    sample: Sample, side: int, *, by_short_side: bool = False
) -> tuple[Sample, U8Array | None]:
    """Crop to the figure with a margin and scale to the wanted long or short side.

    Also returns where the picture is its own and not margin.
    """
    rows, columns = np.nonzero(sample.figure > 127)
    if len(rows) == 0:
        return sample, None
    margin = round(MARGIN * max(np.ptp(rows), np.ptp(columns)))
    top, bottom = int(rows.min()) - margin, int(rows.max()) + 1 + margin
    left, right = int(columns.min()) - margin, int(columns.max()) + 1 + margin
    choose = min if by_short_side else max
    scale = side / choose(bottom - top, right - left)
    width, height = round((right - left) * scale), round((bottom - top) * scale)

    def cut(plane: U8Array, empty: int, method: int) -> U8Array:
        grow = ((margin, margin), (margin, margin)) + ((0, 0),) * (plane.ndim - 2)
        padded = np.pad(plane, grow, constant_values=empty)
        window = padded[top + margin : bottom + margin, left + margin : right + margin]
        return np.asarray(cv2.resize(window, (width, height), interpolation=method), np.uint8)

    smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    fitted = replace(
        sample,
        color=cut(sample.color, 255, smooth),
        figure=cut(sample.figure, 0, cv2.INTER_NEAREST),
        line=None if sample.line is None else cut(sample.line, 255, smooth),
        labels=None if sample.labels is None else cut(sample.labels, 0, cv2.INTER_NEAREST),
        trust=None if sample.trust is None else cut(sample.trust, 255, cv2.INTER_NEAREST),
        flat=None,
        shade=None,
        tones=None,
        regions=None,
    )
    return fitted, cut(np.full(sample.figure.shape, 255, np.uint8), 0, cv2.INTER_NEAREST)
