"""How steady shade is while a figure walks, and turns: light that follows camera or figure."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from models.arrays import FloatArray, I32Array, U8Array
from models.hints.hints import LineArt
from models.hints.parts import Part
from models.lighting.light import Light
from models.runtime.light_graph import LightGraph
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracked import TrackedFrame
from models.tracking.tracker import Tracker
from models.tracking.turns import AS_IN_KEY, Turn
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.progress import Progress
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.evaluation.light_protocol.applied import Lit, shown
from training.evaluation.summary import Row
from training.metrics.pictures import to_floats
from training.metrics.sequences import measure_steadiness

FRAMES = 10
SIDE = 384
TURNED = (0.0, 8.0)
"""Degrees by which every frame is turned farther, as the camera sees it."""
LINE = 191
"""Grey level up to which a pixel shows line, and counts for no region."""


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """Planes of one drawn frame, all (h, w) or (h, w, 3)."""

    line_u8: U8Array
    flat_u8: U8Array
    color_u8: U8Array
    parts: U8Array
    regions: I32Array

    def counted(self) -> I32Array:
        """Regions where no line is, 0 elsewhere."""
        return np.where(self.line_u8 > LINE, self.regions, 0).astype(np.int32)


def measure_walks(lights: Mapping[str, LightGraph | None], count: int) -> list[Row]:
    """Drawn walks of characters that no training drew, lit in their true flats.

    ``flicker`` is the difference of a region's mean colour from frame to frame, CIEDE2000, regions
    weighted by their pixels; of the truth it is that of its own shade. ``unsure`` is how many
    frames have a turn that is not sure, ``off`` by how many degrees the others' is off. Turned
    walks tell, beside that, what a camera's light changes as a figure turns under it.
    """
    flicker: dict[tuple[str, float], list[float]] = {}
    off: dict[float, list[float | None]] = {}
    progress = Progress(sys.stderr)
    progress.begin("walks", count * len(TURNED))
    for seed in range(VAL_SEEDS, VAL_SEEDS + count):
        samples = list(draw_sequence(SequenceKind.WALK, seed, frames=FRAMES, size=SIDE))
        for step in TURNED:
            frames = [_turned(sample, step * place) for place, sample in enumerate(samples)]
            turns = _follow(frames)
            errors = off.setdefault(step, [])
            errors += [
                None if turn is None else abs(Turn(turn.degrees - step * place).degrees)
                for place, turn in enumerate(turns)
            ]
            lit = [
                Lit.of(frame.line_u8, frame.flat_u8, regions=frame.regions, parts=frame.parts)
                for frame in frames
            ]
            seen = {"truth": [to_floats(frame.color_u8) for frame in frames]}
            for name, graph in lights.items():
                for follows, turned in (("camera", [None] * FRAMES), ("figure", turns)):
                    seen[f"{name}, {follows}"] = [
                        shown(one.under(replace(Light(), turn=turn or AS_IN_KEY), graph))
                        for one, turn in zip(lit, turned, strict=True)
                    ]
            regions = [frame.counted() for frame in frames]
            for method, pictures in seen.items():
                told = measure_steadiness(pictures, regions).flicker
                flicker.setdefault((method, step), []).append(told)
            progress.advance()
    progress.close()
    return [_row(method, step, found, off[step]) for (method, step), found in flicker.items()]


def _row(method: str, step: float, flicker: Sequence[float], off: Sequence[float | None]) -> Row:
    sure = [degrees for degrees in off if degrees is not None]
    told = method.endswith("figure")
    return {
        "method": method,
        "turned": step,
        "flicker": float(np.mean(flicker)),
        "unsure": len(off) - len(sure) if told else "",
        "off": float(np.mean(sure)) if sure and told else "",
    }


def _follow(frames: Sequence[_Frame]) -> list[Turn | None]:
    """How the figure is turned in each frame against the first, which has its colours."""
    first = frames[0]
    key = KeyDrawing.of(KeyFrame(index=0), LineArt(first.line_u8), flat_u8=first.flat_u8)
    tracker = Tracker([key])
    turns: list[Turn | None] = []
    before: TrackedFrame | None = None
    for index, frame in enumerate(frames):
        before = tracker.carry(LineArt(frame.line_u8), index=index, previous=before)
        turns.append(before.turn)
    return turns


def _turned(sample: Sample, degrees: float) -> _Frame:
    """A sample turned clockwise about its middle, on white."""
    assert sample.line is not None
    assert sample.flat is not None
    assert sample.labels is not None
    assert sample.regions is not None
    height, width = sample.line.shape
    move = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)

    def laid(plane: FloatArray | U8Array, empty: int, kind: int) -> FloatArray:
        moved = cv2.warpAffine(
            plane, move, (width, height), flags=kind, borderValue=(empty, empty, empty)
        )
        return np.asarray(moved)

    near, smooth = cv2.INTER_NEAREST, cv2.INTER_LINEAR
    return _Frame(
        laid(sample.line, 255, smooth).astype(np.uint8),
        laid(sample.flat, 255, near).astype(np.uint8),
        laid(sample.color, 255, smooth).astype(np.uint8),
        laid(sample.labels, int(Part.BACKGROUND), near).astype(np.uint8),
        laid(sample.regions.astype(np.float32), 0, near).astype(np.int32),
    )
