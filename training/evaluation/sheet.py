"""Contact sheets: what a method made of pictures, best, median and worst by its own error."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from models.arrays import U8Array
from models.hints.hints import HintSet
from models.pictures.files import write_image
from training.evaluation.painters import REFERENCE, Painter
from training.evaluation.summary import Measured
from training.metrics.case import Case

GAP = 6
CELL = 200
CAPTION = 18
"""Height of the line of text over each row."""


def contact_sheet(
    path: Path,
    cases: Sequence[Case],
    painters: Mapping[str, Painter],
    measured: Sequence[Measured],
    *,
    method: str,
    count: int,
) -> None:
    """Write rows of line art with hints, watershed, the method's picture and the truth.

    For every source the best, the median and the worst picture by the method's off-line error
    with `count` hints, in this order and with that error; nothing is chosen by hand.
    """
    rows = []
    for source in dict.fromkeys(case.source for case in cases):
        by_name = {case.sample.name: case for case in cases if case.source == source}
        for rank, name, error in ranked(measured, method=method, source=source, count=count):
            case = by_name[name]
            hints = case.hints(count)
            pictures = [
                _with_hints(case.line_u8, hints),
                _to_u8(painters[REFERENCE](case, hints)),
                _to_u8(painters[method](case, hints)),
                case.sample.color,
            ]
            caption = (
                f"{source}, {rank}: off line {error:.1f}   (line, {REFERENCE}, {method}, truth)"
            )
            strip = np.concatenate([_cell(picture) for picture in pictures], axis=1)
            rows.append(np.concatenate([_caption(caption, strip.shape[1]), strip]))
    half = -(-len(rows) // 2)
    columns = [np.concatenate(part) for part in (rows[:half], rows[half:]) if part]
    height = max(len(column) for column in columns)
    sheet = np.concatenate(
        [np.pad(c, ((0, height - len(c)), (0, GAP), (0, 0)), constant_values=128) for c in columns],
        axis=1,
    )
    write_image(path, Image.fromarray(sheet))


def ranked(
    measured: Sequence[Measured], *, method: str, source: str, count: int
) -> list[tuple[str, str, float]]:
    """Best, median and worst of a source: rank, name and off-line error of the first layout."""
    errors = {
        each.name: each.figures["off_line"]
        for each in measured
        if (each.method, each.source, each.hints, each.draw) == (method, source, count, 0)
    }
    names = sorted(errors, key=lambda name: errors[name])
    picks = {"best": names[0], "median": names[len(names) // 2], "worst": names[-1]}
    unique = {name: rank for rank, name in reversed(picks.items())}
    return [(rank, name, errors[name]) for rank, name in picks.items() if unique[name] == rank]


def _caption(text: str, width: int) -> U8Array:
    image = Image.new("RGB", (width, CAPTION), (128, 128, 128))
    font = ImageFont.load_default(13)
    ImageDraw.Draw(image).text((4, 1), text, fill=(255, 255, 255), font=font)
    return np.asarray(image)


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
