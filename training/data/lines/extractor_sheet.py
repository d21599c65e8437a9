"""A contact sheet of every extractor: one row a picture, one column an extractor."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np

from models.arrays import U8Array
from models.networks.features import MissingWeightsError
from models.pictures.files import PictureError, read_picture, write_png
from training.data.characters import draw_character
from training.data.lines.extractors import EXTRACTORS, Extractor, sketchkeras_extractors
from training.data.sample import Sample

CELL = 256
GAP = 4
CAPTION = 18
GROUND = 128
FONT, FONT_SIZE = cv2.FONT_HERSHEY_SIMPLEX, 0.45


def main(arguments: Sequence[str]) -> int:
    """Write the sheet; returns 0, or 1 if a picture could not be read (the others are drawn)."""
    parser = argparse.ArgumentParser(
        prog="python -m training.data.lines.extractors",
        description="Draw every line extractor on the same pictures, as one contact sheet.",
    )
    parser.add_argument("out", type=Path, metavar="OUT.png")
    parser.add_argument("pictures", type=Path, nargs="*", metavar="PICTURE")
    parser.add_argument("--characters", type=int, default=0, metavar="N",
                        help="also draw N characters of our own, which have true ink")  # fmt: skip
    parser.add_argument("--cell", type=int, default=CELL, help="longer side in pixels")
    parser.add_argument("--columns", type=int, default=0, metavar="N",
                        help="go on below after N extractors (0: never)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, help="of the random extractors")
    parser.add_argument("--sketchkeras", type=Path, help="weights: adds the four sketchKeras forms")
    options = parser.parse_intermixed_args(arguments)
    if options.columns < 0:
        parser.error(f"--columns is 0 or more; got {options.columns}")
    if not options.pictures and options.characters < 1:
        parser.error("name at least one picture, or ask for --characters")
    extractors: dict[str, Extractor] = dict(EXTRACTORS)
    problems = []
    try:
        if options.sketchkeras is not None:
            extractors |= sketchkeras_extractors(options.sketchkeras)
    except MissingWeightsError as error:
        problems.append(str(error))
    samples = [draw_character(seed, size=options.cell) for seed in range(1, options.characters + 1)]
    for path in options.pictures:
        try:
            samples.append(read_sample(path, options.cell))
        except (PictureError, OSError) as error:
            problems.append(str(error))
    if samples:
        sheet = draw_sheet(
            samples, extractors, cell=options.cell, seed=options.seed, columns=options.columns
        )
        alpha = np.full((*sheet.shape[:2], 1), 255, dtype=np.uint8)
        write_png(options.out, np.concatenate([sheet, alpha], axis=2), icc_profile=None, dpi=None)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems or not samples else 0


def read_sample(path: Path, side: int) -> Sample:
    """A picture file flattened onto white, its longer side at most `side` pixels."""
    rgba = read_picture(path).rgba_u8
    share = rgba[..., 3:].astype(np.float32) / 255
    color = np.round(rgba[..., :3] * share + 255 * (1 - share)).astype(np.uint8)
    factor = side / max(color.shape[:2])
    if factor < 1:
        size = (max(1, round(color.shape[1] * factor)), max(1, round(color.shape[0] * factor)))
        color = np.asarray(cv2.resize(color, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    figure = np.full(color.shape[:2], 255, dtype=np.uint8)
    return Sample(color=color, figure=figure, name=path.name, source="file", licence="unknown")


def draw_sheet(
    samples: Sequence[Sample],
    extractors: Mapping[str, Extractor],
    *,
    cell: int,
    seed: int,
    columns: int = 0,
) -> U8Array:
    """The pictures in the first column, then each extractor's lines; uint8 (H, W, 3).

    A cell stays empty where an extractor needs an ink layer that the picture lacks. After
    ``columns`` extractors the rest follow below, beside the pictures again; 0: all in one row.
    """
    columns = columns or len(extractors)
    names = list(extractors)
    blocks = [names[start : start + columns] for start in range(0, len(names), columns)]
    rows = []
    for block in blocks:
        shown = ["picture", *block, *[""] * (columns - len(block))]
        rows.append(_captions(shown, cell))
        for sample in samples:
            lines = [_lines(extractors.get(name), sample, cell, seed) for name in shown[1:]]
            rows.append(np.concatenate([_cell(sample.color, cell), *lines], axis=1))
    return np.concatenate(rows)


def _lines(extractor: Extractor | None, sample: Sample, cell: int, seed: int) -> U8Array:
    if extractor is None or not extractor.can_take(sample):
        return np.full((cell + GAP, cell + GAP, 3), GROUND, dtype=np.uint8)
    lines = extractor.extract(sample, np.random.default_rng(seed))
    return _cell(np.repeat(lines[..., None], 3, axis=2), cell)


def _captions(names: Sequence[str], cell: int) -> U8Array:
    strip = np.full((CAPTION, len(names) * (cell + GAP), 3), 255, dtype=np.uint8)
    for index, name in enumerate(names):
        (wide, _), _ = cv2.getTextSize(name, FONT, FONT_SIZE, 1)
        size = FONT_SIZE * min(1.0, (cell - 4) / max(wide, 1))
        start = (index * (cell + GAP) + 4, CAPTION - 5)
        cv2.putText(strip, name, start, FONT, size, (0, 0, 0), 1, cv2.LINE_AA)
    return strip


def _cell(rgb_u8: U8Array, cell: int) -> U8Array:
    frame = np.full((cell + GAP, cell + GAP, 3), GROUND, dtype=np.uint8)
    height, width = rgb_u8.shape[:2]
    top, left = (cell - height) // 2, (cell - width) // 2
    frame[top : top + height, left : left + width] = rgb_u8
    return frame
