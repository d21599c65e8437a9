"""Which frames of a sequence were asked for, by their numbers."""

import re
from collections.abc import Sequence

from app.batch.frames.frames import FrameSequence
from app.errors import PlanError
from app.inputs import Problem


def select_frames(sequence: FrameSequence, text: str) -> tuple[int, ...]:
    """Indices of the frames numbered A-B, "" for all: ``12-40``, ``-3``, ``-3--1,49-72``.

    Frames without numbers count from 1 in their cut. Raises PlanError.
    """
    if not text:
        return tuple(range(len(sequence.frames)))
    spans = _spans(text)
    numbers = _numbers(sequence)
    chosen = [i for i, number in enumerate(numbers) if any(number in span for span in spans)]
    if not chosen:
        raise PlanError(
            f"frames {text}: none of them is there; numbers run from {min(numbers, default=0)} "
            f"to {max(numbers, default=0)}"
        )
    return tuple(chosen)


def problems_among(sequence: FrameSequence, text: str) -> tuple[Problem, ...]:
    """Files that cannot be read and may be of the frames numbered A-B. Raises PlanError."""
    if not text:
        return sequence.problems
    spans = _spans(text)
    of_pages = {frame.source for frame in sequence.frames if frame.page is not None}
    found = []
    for problem in sequence.problems:
        number = None if problem.source in of_pages else sequence.numbers.get(problem.source)
        if number is None or any(number in span for span in spans):
            found.append(problem)
    return tuple(found)


def _spans(text: str) -> list[range]:
    """What ``1-24,49-72`` names. Raises PlanError."""
    spans = []
    for part in text.split(","):
        match = re.fullmatch(r"\s*(-?\d+)\s*(?:-\s*(-?\d+)\s*)?", part)
        if match is None:
            raise PlanError(f"frames {text!r}: expected numbers as 1-24 or 7 or 1-24,49-72")
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            raise PlanError(f"frames {part.strip()}: ends before it begins; write {last}-{first}")
        spans.append(range(first, last + 1))
    return spans


def _numbers(sequence: FrameSequence) -> Sequence[int]:
    numbers = [0] * len(sequence.frames)
    for indices in sequence.cuts.values():
        for place, index in enumerate(indices, start=1):
            number = sequence.frames[index].number
            numbers[index] = place if number is None else number
    return numbers
