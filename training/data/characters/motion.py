"""The same character over the frames of a cut, with the identity of every region kept.

At 24 frames a second: a walk cycle takes 24 frames, a turn of the head 24, a blink 7.
"""

from collections.abc import Callable, Iterator
from enum import Enum

import numpy as np

from training.data.characters.design import Framing, Motion, ViewChoice, choose_design
from training.data.characters.gait import Gait
from training.data.characters.picture import render
from training.data.characters.regions import RegionBook
from training.data.sample import Sample

MOST_FRAMES = 960
PERIOD = 24
"""Frames of a walk cycle, of a turn to one side, of a swing of the hair."""
LID = (0.35, 0.75, 1.0, 1.0, 0.7, 0.4, 0.15)
"""How far the lids are closed in the frames of a blink."""
FIRST_BLINK, NEXT_BLINK = 8, 26


class SequenceKind(Enum):
    """What moves in a sequence."""

    TURN = "turn"
    WALK = "walk"
    BLINK = "blink"
    HAIR_SWING = "hair_swing"


def draw_sequence(
    kind: SequenceKind, seed: int, *, frames: int = 24, size: int = 512
) -> Iterator[Sample]:
    """Draw ``frames`` pictures of the character of a seed, on squares of ``size`` pixels.

    Sample.regions names the same region by the same number in every frame, and gives no number
    to two regions; Sample.flat has the region's one colour. 0 is the empty ground. Frames are
    named KIND-SEED-0000 and on. Raises ValueError for frames outside 1 to 960 or size below 32.
    """
    if not 1 <= frames <= MOST_FRAMES:
        raise ValueError(f"a sequence has 1 to {MOST_FRAMES} frames; got {frames}")
    if size < 32:
        raise ValueError(f"a frame needs 32 pixels or more each way; got {size}")
    return _draw(kind, seed, frames, size)


def _draw(kind: SequenceKind, seed: int, frames: int, size: int) -> Iterator[Sample]:
    view = _view(kind, seed)
    book: RegionBook | None = None
    for index in range(frames):
        motion = MOTIONS[kind](index, seed)
        design = choose_design(seed, view, motion)
        book = book or RegionBook(design.look.background)
        name = f"{kind.value}-{seed}-{index:04d}"
        yield render(design, width=size, height=size, motion=motion, book=book, name=name)


def _view(kind: SequenceKind, seed: int) -> ViewChoice:
    """Framing and first view of a sequence."""
    side = 1 if seed % 2 else -1
    framings = (Framing.BUST, Framing.HALF, Framing.HEAD)
    framing = framings[seed % 3]
    if kind is SequenceKind.WALK:
        return ViewChoice(framing=Framing.FULL, yaw=side * 32.0)
    if kind is SequenceKind.TURN:
        return ViewChoice(framing=framing, yaw=side * 0.01)
    return ViewChoice(framing=framing)


def _turn(index: int, seed: int) -> Motion:
    side = 1 if seed % 2 else -1
    phase = np.pi * index / PERIOD
    yaw = 39.9 * (0.5 - 0.5 * np.cos(phase))
    late = np.pi * max(index - 3, 0) / PERIOD
    sway = -0.16 * side * np.sin(late) * np.sign(np.cos(0.0))
    return Motion(yaw=float(side * yaw), sway=float(sway * side))


def _walk(index: int, seed: int) -> Motion:
    phase = index / PERIOD
    sway = 0.05 * float(np.sin(4 * np.pi * phase - 1.0))
    return Motion(gait=Gait(kind="walk", phase=phase % 1.0), sway=sway)


def _blink(index: int, seed: int) -> Motion:
    since = (index - FIRST_BLINK) % NEXT_BLINK if index >= FIRST_BLINK else -1
    lid = LID[since] if 0 <= since < len(LID) else 0.0
    breath = float(np.sin(2 * np.pi * index / 48))
    return Motion(blink=lid, sway=0.01 * breath, shift=(0.0, 0.006 * breath))


def _swing(index: int, seed: int) -> Motion:
    phase = 2 * np.pi * index / PERIOD
    return Motion(sway=0.26 * float(np.sin(phase)), roll=-2.0 * float(np.sin(phase + 0.5)))


MOTIONS: dict[SequenceKind, Callable[[int, int], Motion]] = {
    SequenceKind.TURN: _turn,
    SequenceKind.WALK: _walk,
    SequenceKind.BLINK: _blink,
    SequenceKind.HAIR_SWING: _swing,
}
