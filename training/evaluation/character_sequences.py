"""Sequences of our drawn characters in several poses: do their regions keep their colours?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt, maximum_filter, minimum_filter

from models.arrays import FloatArray, I32Array
from models.color import pack_colors
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.hints.parts import Part
from models.runtime.generator import Generator
from training.data.characters import draw_character
from training.data.characters.figure.design import Motion
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.metrics.pictures import to_floats, to_size
from training.metrics.sequences import LEAST_PIXELS, Steadiness, measure_steadiness

SIDE = 384
FRAMES = 6
TRUTH = "the truth (shading alone)"
LEAST_DEPTH = 2.0
"""A region gets a hint where it is at least so deep, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFigure:
    """Steadiness of a method over the sequences, mean of the characters.

    given  "tags": the first frame's colour tags for every frame and no hints; "hints": one hint in
           every region of every frame, at its deepest point, in the character's colour;
           "nothing": for generators that take neither.
    """

    method: str
    given: str
    flicker: float
    consistency: float
    worst: float
    regions: float
    characters: int


def motion_of_frame(frame: int, frames: int) -> Motion:
    """The head turns from one side to the other and back while the hair sways."""
    turn = float(np.sin(2 * np.pi * frame / frames))
    return Motion(yaw=14 * turn, roll=4 * turn, sway=0.2 * turn, nod=0.05 * turn)


def draw_sequence(seed: int, *, frames: int = FRAMES, side: int = SIDE) -> list[Sample]:
    """A character in several poses, with all planes."""
    return [
        draw_character(seed, size=side, motion=motion_of_frame(frame, frames))
        for frame in range(frames)
    ]


def region_identities(samples: Sequence[Sample]) -> list[I32Array]:
    """Regions by part and flat colour, the same number in every frame; 0 on lines and background.

    Pixels beside another region are left out, where an edge blends two colours. Raises ValueError
    if a sample has no parts, flat colours or lines.
    """
    keys = []
    for sample in samples:
        if sample.labels is None or sample.flat is None or sample.line is None:
            raise ValueError(f"{sample.name}: parts, flat colours and lines are needed")
        key = sample.labels.astype(np.int64) << 24 | pack_colors(sample.flat).astype(np.int64)
        inner = minimum_filter(key, 3) == maximum_filter(key, 3)
        counted = inner & (sample.labels != int(Part.BACKGROUND)) & (sample.line > 191)
        keys.append(np.where(counted, key, -1))
    known = np.unique(np.concatenate([key.ravel() for key in keys]))
    offset = 0 if known[0] == -1 else 1
    return [(np.searchsorted(known, key) + offset).astype(np.int32) for key in keys]


def region_hints(sample: Sample, regions: I32Array) -> HintSet:
    """A hint at every region's deepest point, in its flat colour."""
    assert sample.flat is not None
    hints = []
    for number in np.unique(regions[regions > 0]):
        where = regions == number
        if where.sum() < LEAST_PIXELS:
            continue
        depth = distance_transform_edt(np.pad(where, 1))[1:-1, 1:-1]
        row, column = np.unravel_index(int(depth.argmax()), depth.shape)
        if depth[row, column] < LEAST_DEPTH:
            continue
        red, green, blue = sample.flat[row, column].tolist()
        hints.append(PointHint(column + 0.5, row + 0.5, (red, green, blue), 1.0))
    return HintSet(tuple(hints))


def measure_sequences(
    generators: dict[str, Generator], count: int, *, frames: int = FRAMES, side: int = SIDE
) -> list[SequenceFigure]:
    """Steadiness of each generator on `count` characters that no training draws."""
    found: dict[tuple[str, str], list[Steadiness]] = {}
    for seed in range(VAL_SEEDS, VAL_SEEDS + count):
        samples = draw_sequence(seed, frames=frames, side=side)
        regions = region_identities(samples)
        tags = TagSelection(samples[0].tags)
        truth = [to_floats(sample.color) for sample in samples]
        found.setdefault((TRUTH, "-"), []).append(measure_steadiness(truth, regions))
        hints = [region_hints(*pair) for pair in zip(samples, regions)]
        for name, generator in generators.items():
            ways = []
            if generator.spec.takes_tags:
                ways.append(("tags", [HintSet()] * len(samples), tags))
            if generator.spec.takes_hints:
                ways.append(("hints", hints, TagSelection()))
            if not ways:
                ways.append(("nothing", [HintSet()] * len(samples), TagSelection()))
            for given, frame_hints, frame_tags in ways:
                painted = [
                    _paint(generator, sample, each, frame_tags)
                    for sample, each in zip(samples, frame_hints)
                ]
                steadiness = measure_steadiness(painted, regions)
                found.setdefault((name, given), []).append(steadiness)
    return [_mean_figure(method, given, each) for (method, given), each in found.items()]


def _paint(generator: Generator, sample: Sample, hints: HintSet, tags: TagSelection) -> FloatArray:
    assert sample.line is not None
    line = LineArt(sample.line)
    frame = generator.spec.size_rule.frame(line.size)
    features = generator.read_line(line, frame)
    painting = generator.paint(features, hints.scaled(frame.scale_x, frame.scale_y), tags)
    return to_size(painting.rgb, sample.line.shape)


def _mean_figure(method: str, given: str, each: Sequence[Steadiness]) -> SequenceFigure:
    return SequenceFigure(
        method=method,
        given=given,
        flicker=float(np.nanmean([one.flicker for one in each])),
        consistency=float(np.nanmean([one.consistency for one in each])),
        worst=float(np.nanmax([one.worst for one in each])),
        regions=float(np.mean([one.regions for one in each])),
        characters=len(each),
    )
