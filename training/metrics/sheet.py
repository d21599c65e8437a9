"""Contact sheets: what a method made of pictures, best, median and worst by its own error."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.conditioning import HintSet
from training.validation import Case

U8Array = NDArray[np.uint8]
GAP = 6
CELL = 200


def contact_sheet(
    path: Path,
    cases: Sequence[Case],
    painters: Mapping[str, Callable[[Case, HintSet], NDArray[np.float32]]],
    measured: Sequence[Any],
    *,
    method: str,
    count: int,
) -> None:
    """Write rows of line art with hints, watershed, the method's picture and the truth.

    For every source the best, the median and the worst picture by the method's off-line error
    with `count` hints, in this order; nothing is chosen by hand.
    """
    chosen: list[Case] = []
    for source in dict.fromkeys(case.source for case in cases):
        errors = {
            each.name: each.fidelity.off_line
            for each in measured
            if (each.method, each.source, each.hints) == (method, source, count)
        }
        ranked = sorted(errors, key=lambda name: errors[name])
        picked = dict.fromkeys([ranked[0], ranked[len(ranked) // 2], ranked[-1]])
        by_name = {case.sample.name: case for case in cases if case.source == source}
        chosen += [by_name[name] for name in picked]
    rows = []
    for case in chosen:
        hints = case.hints(count)
        pictures = [
            _with_hints(case.line_u8, hints),
            _to_u8(painters["watershed"](case, hints)),
            _to_u8(painters[method](case, hints)),
            case.sample.colour,
        ]
        rows.append(np.concatenate([_cell(picture) for picture in pictures], axis=1))
    half = -(-len(rows) // 2)
    columns = [np.concatenate(part) for part in (rows[:half], rows[half:]) if part]
    height = max(len(column) for column in columns)
    sheet = np.concatenate(
        [np.pad(c, ((0, height - len(c)), (0, GAP), (0, 0)), constant_values=128) for c in columns],
        axis=1,
    )
    Image.fromarray(sheet).save(path)


def _to_u8(picture: NDArray[np.float32]) -> U8Array:
    return np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)


def _with_hints(line_u8: U8Array, hints: HintSet) -> U8Array:
    """Line art with each hint as a dot of its colour."""
    picture = np.repeat(line_u8[..., None], 3, axis=2)
    for hint in hints:
        x, y = hint.points[0]
        centre = (int(x), int(y))
        cv2.circle(picture, centre, 4, (40, 40, 40), -1, cv2.LINE_AA)
        cv2.circle(picture, centre, 3, hint.color, -1, cv2.LINE_AA)
    return picture


def _cell(picture: U8Array) -> U8Array:
    scale = (CELL - GAP) / max(picture.shape[:2])
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    cell = np.full((CELL, CELL, 3), 128, dtype=np.uint8)
    top, left = (CELL - small.shape[0]) // 2, (CELL - small.shape[1]) // 2
    cell[top : top + small.shape[0], left : left + small.shape[1]] = small
    return cell
