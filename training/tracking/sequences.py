"""Drawn sequences whose first frame an artist would have coloured, and how it is followed.

A key frame gets one hint in every region and, as an artist corrects a picture, more where it is
still wrong: a line may part one region in two.
"""

import argparse
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from scipy.ndimage import distance_transform_edt

import resources
from models.arrays import BoolArray, I32Array, U8Array
from models.cancel import never_cancelled
from models.device import CPU
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.reading.reader import DrawingReader
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.runtime.onnx_generator import load_generator
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracked import TrackedFrame
from models.tracking.tracker import Liken, ReadDrawing, Tracker
from training.data.sample import Sample
from training.metrics.sequences import LEAST_PIXELS

PAPER = 191
"""Grey level above which a pixel shows no line, and its colour counts."""
LEAST_HINTED = 12
"""Pixels of a region below which nobody hints it."""
ROUNDS = 3
"""How often a key frame is corrected."""


def add_sequences(
    parser: argparse.ArgumentParser, *, characters: str, default: int, frames: int
) -> None:
    """Which sequences are drawn; `characters` says what the figures are for."""
    add = parser.add_argument
    add("--characters", type=int, default=default, help=characters)
    add("--kinds", default="walk,occlusion,hair_swing,turn,blink", help="what moves, by commas")
    add("--frames", type=int, default=frames, help="of each sequence")
    add("--size", type=int, default=384, help="of each frame, in pixels")


def planes(sample: Sample) -> tuple[U8Array, I32Array, U8Array]:
    """Line art, regions and flat colours of a drawn sample. Raises ValueError if it lacks one."""
    if sample.line is None or sample.regions is None or sample.flat is None:
        raise ValueError(f"{sample.name}: lines, regions and flats are needed")
    return sample.line, sample.regions, sample.flat


class Painter:
    """The application's pictures for hints, by a bundled generator."""

    def __init__(self, name: str) -> None:
        generator = load_generator(resources.GENERATORS / name, CPU)
        self.reader = DrawingReader(generator)
        self._colorizer = Colorizer(generator, reader=self.reader)

    def paint(
        self, line: U8Array, hints: HintSet, tags: TagSelection, palette: Sequence[tuple[int, ...]]
    ) -> tuple[U8Array, U8Array]:
        """Flats and shaded colours, uint8 (H, W, 3) each, locked to a palette."""
        swatches = tuple((color[0], color[1], color[2]) for color in palette)
        request = ColorizeRequest(
            request_id=0, line_art=LineArt(line), hints=hints, tags=tags, palette=swatches
        )
        full = self._colorizer.full_rows(request, is_cancelled=never_cancelled)
        whole = slice(0, line.shape[0])
        return full.flat_u8[whole], full.rgba_u8[whole][..., :3]

    def key_drawing(self, sample: Sample, index: int = 0) -> KeyDrawing:
        """A sample hinted and corrected, as the tracker compares others with it."""
        hints, flat_u8 = finish_key(self, sample, ROUNDS)
        line_art = LineArt(planes(sample)[0])
        reading = self.reader.reading(line_art, never_cancelled)
        key = KeyFrame(index=index, hints=hints)
        return KeyDrawing.of(key, line_art, flat_u8=flat_u8, reading=reading)


def follow(
    keys: Sequence[KeyDrawing], lines: Sequence[LineArt], read: ReadDrawing, liken: Liken
) -> list[TrackedFrame]:
    """Track a whole cut, each frame from both of its neighbours, as a batch does."""
    ahead: dict[int, TrackedFrame] = {}
    for before, key in pairwise(keys):
        behind, following = Tracker([key], read, liken), None
        for index in range(key.index - 1, before.index, -1):
            following = behind.carry(lines[index], index=index, previous=following)
            ahead[index - 1] = following
    tracker, given = Tracker(keys, read, liken), {key.index for key in keys}
    found: list[TrackedFrame] = []
    for index, line in enumerate(lines):
        previous = found[-1] if found and index not in given else None
        found.append(
            tracker.carry(line, index=index, previous=previous, following=ahead.get(index))
        )
    return found


def finish_key(painter: Painter, sample: Sample, rounds: int) -> tuple[HintSet, U8Array]:
    """The hints of a key frame that is corrected so often, and its flats, uint8 (H, W, 3)."""
    hints = hints_of_truth(sample)
    line, tags = planes(sample)[0], TagSelection(sample.tags)
    for _ in range(rounds):
        wrong = corrections(sample, painter.paint(line, hints, tags, hints.colors())[0])
        if not wrong:
            break
        hints = HintSet((*hints, *wrong))
    return hints, painter.paint(line, hints, tags, hints.colors())[0]


def hints_of_truth(sample: Sample) -> HintSet:
    """One hint in every region of a drawing, the ground too, at its deepest place."""
    line, regions, flat = planes(sample)
    areas = [(regions == number) & (line > PAPER) for number in np.unique(regions)]
    return HintSet(tuple(hint_in(area, flat) for area in areas if area.sum() >= LEAST_HINTED))


def hint_in(area: BoolArray, flat: U8Array) -> PointHint:
    """A hint at the deepest place of an area, bool (H, W), in the colour that it has there."""
    depth = distance_transform_edt(np.pad(area, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(depth.argmax()), depth.shape)
    red, green, blue = (int(channel) for channel in flat[row, column])
    radius = min(2.0, max(0.5, float(depth[row, column]) - 1))
    return PointHint(float(column) + 0.5, float(row) + 0.5, (red, green, blue), radius)


def corrections(sample: Sample, flat_u8: U8Array) -> list[PointHint]:
    """A hint in every connected area of a region that its picture, (H, W, 3), shows wrongly."""
    line, regions, flat = planes(sample)
    wrong = (flat_u8 != flat).any(axis=2) & (line > PAPER)
    hints = []
    for number in np.unique(regions[wrong]):
        mask = (wrong & (regions == number)).view(np.uint8)
        count, labels = cv2.connectedComponents(mask, connectivity=4)
        areas = [labels == label for label in range(1, count)]
        hints += [hint_in(area, flat) for area in areas if area.sum() >= LEAST_PIXELS]
    return hints
