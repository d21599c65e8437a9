"""How many places of a cut an artist corrects: a walk of a drawn character, hinted in one frame.

    python packaging/checks/cut_corrections.py [--characters 2] [--lines ink] [--frames 24]

The first frame gets a hint in every region, and is corrected until it is right. Then come the
others in turn: each is coloured from what is carried to it, and every connected area that is still
wrong gets one click in its true colour, until the picture is right or three times. A frame that
was corrected becomes a key frame, as in the application, so that the frames behind it follow it.
Prints the clicks of each frame, and of a frame with 100 regions on the average; areas that the
first frame shows nowhere count apart, since no tracking could know them.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.arrays import BoolArray, U8Array  # noqa: E402
from models.cancel import never_cancelled  # noqa: E402
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection  # noqa: E402
from models.matching.matcher import likeness  # noqa: E402
from models.tracking.keys import KeyDrawing, KeyFrame  # noqa: E402
from models.tracking.tracker import Tracker  # noqa: E402
from training.data.characters.sequences.motion import SequenceKind, draw_sequence  # noqa: E402
from training.data.sample import Sample  # noqa: E402
from training.data.seeds import VAL_SEEDS  # noqa: E402
from training.tracking.calibrate import LINES  # noqa: E402
from training.tracking.sequences import (  # noqa: E402
    ROUNDS,
    Painter,
    corrections,
    finish_key,
    planes,
)


@dataclass(frozen=True, slots=True)
class Clicks:
    """What was corrected in one frame: known of what the first frame shows, and new of the rest.

    regions  closed regions of the frame.
    """

    known: int
    new: int
    regions: int


def correct_cut(painter: Painter, samples: Sequence[Sample]) -> list[Clicks]:
    """Correct all frames of a cut but the first."""
    hints, flat_u8 = finish_key(painter, samples[0], ROUNDS)
    palette, tags = hints.colors(), TagSelection(samples[0].tags)
    shown = np.unique(planes(samples[0])[1])
    tracker, before, found = _tracker(painter, samples[0], 0, hints, flat_u8), None, []
    for index, sample in enumerate(samples[1:], start=1):
        line = planes(sample)[0]
        carried = tracker.carry(LineArt(line), index=index, previous=before)
        given, clicks = carried.hints, []
        flat_u8 = painter.paint(line, given, tags, palette)[0]
        for _ in range(ROUNDS):
            wrong = corrections(sample, flat_u8)
            if not wrong:
                break
            clicks += wrong
            given = HintSet((*given, *wrong))
            palette = tuple(dict.fromkeys((*palette, *given.colors())))
            flat_u8 = painter.paint(line, given, tags, palette)[0]
        known = sum(_is_shown(each, sample, shown) for each in clicks)
        found.append(Clicks(known, len(clicks) - known, len(carried.regions)))
        before = carried
        if clicks:
            tracker, before = _tracker(painter, sample, index, given, flat_u8), None
    return found


def _tracker(
    painter: Painter, sample: Sample, index: int, hints: HintSet, flat_u8: U8Array
) -> Tracker:
    """What carries a key frame's colours on."""
    line = LineArt(planes(sample)[0])
    read = painter.reader.reading
    key = KeyDrawing.of(
        KeyFrame(index=index, hints=hints), line, flat_u8=flat_u8,
        reading=read(line, never_cancelled),
    )  # fmt: skip
    return Tracker([key], read, likeness)


def _is_shown(click: PointHint, sample: Sample, shown: BoolArray) -> bool:
    column, row = (int(value) for value in click.points[0])
    return bool(np.isin(planes(sample)[1][row, column], shown))


def main() -> None:
    """Draw, colour, correct, count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=2)
    parser.add_argument("--first-seed", type=int, default=VAL_SEEDS)
    parser.add_argument("--frames", type=int, default=24)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--lines", default="ink", choices=list(LINES))
    options = parser.parse_args()
    painter = Painter("tintline")
    every: list[Clicks] = []
    for seed in range(options.first_seed, options.first_seed + options.characters):
        drawn = draw_sequence(SequenceKind.WALK, seed, frames=options.frames, size=options.size)
        rng = np.random.default_rng(seed)
        samples = [
            replace(each, line=np.ascontiguousarray(LINES[options.lines](each, rng)))
            for each in drawn
        ]
        found = correct_cut(painter, samples)
        every += found
        print(f"{seed}: {' '.join(f'{each.known}+{each.new}' for each in found)}", flush=True)
    known, new, regions = (
        float(np.mean([getattr(each, name) for each in every]))
        for name in ("known", "new", "regions")
    )
    print(
        f"{known:.2f} corrections a frame of what the first shows, {new:.2f} of what it does not, "
        f"{regions:.0f} regions: {100 * known / regions:.2f} and {100 * new / regions:.2f} "
        "of 100 regions"
    )


if __name__ == "__main__":
    main()
