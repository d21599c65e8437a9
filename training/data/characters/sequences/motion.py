"""The same character over the frames of a cut, with the identity of every region kept.

At 24 frames a second: a cycle of walking takes 24 frames, a turn of the head 24, a blink 7.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from training.data.characters.drawing.rasterizer import Placement
from training.data.characters.drawing.regions import RegionBook
from training.data.characters.figure.design import (
    Design,
    Framing,
    Motion,
    ViewChoice,
    choose_design,
)
from training.data.characters.figure.gait import Gait
from training.data.characters.picture import STILL, render_scene
from training.data.characters.scene.backdrop import BACKDROPS
from training.data.characters.scene.scene import Pan, Scene, placements
from training.data.characters.sequences.passing import passing_at, stride_length
from training.data.sample import Sample

MOST_FRAMES = 960
PERIOD = 24
"""Frames of a walk cycle, of a turn to one side, of a swing of the hair."""
LID = (0.35, 0.75, 1.0, 1.0, 0.7, 0.4, 0.15)
"""How far the lids are closed in the frames of a blink."""
FIRST_BLINK, NEXT_BLINK = 8, 26
SWINGING_BACKS = ("long", "ponytail", "wavy", "twintails", "long_spread", "hime")
"""Hair that is seen to swing; a character with other hair gets one of these for it."""
FARTHEST_YAW = 39.9
PROFILE_YAW, PROFILE_PERIOD = 86.0, 40
"""How far every third head turns, and in how many frames."""
LONGEST_WALK = 3.6
"""Head heights that a walking figure moves across the picture; for more the camera goes along."""


class SequenceKind(Enum):
    """What moves in a sequence.

    turn        the head turns from the front to a three-quarter view and back, the trunk with it;
                every third goes on to the profile.
    walk        the figure walks across the picture.
    blink       the eyes close and open, the figure breathes.
    hair_swing  the hair swings, the head leans against it.
    occlusion   another figure or a thing passes in front and hides the character for a while.
    """

    TURN = "turn"
    WALK = "walk"
    BLINK = "blink"
    HAIR_SWING = "hair_swing"
    OCCLUSION = "occlusion"


def draw_sequence(
    kind: SequenceKind,
    seed: int,
    *,
    frames: int = 24,
    size: int = 512,
    backdrop: str = "none",
) -> Iterator[Sample]:
    """Draw ``frames`` pictures of the character of a seed, on squares of ``size`` pixels.

    Sample.regions names the same region by the same number in every frame, and gives no number
    to two regions; Sample.flat has the region's one colour. 0 is the empty ground. ``backdrop`` is
    one of training.data.characters.scene.backdrop.BACKDROPS and stands still, but for long walks,
    where it passes as fast as the feet do. Frames are named KIND-SEED-0000 and on. The same
    arguments give the same bytes; a frame but for walks and occlusions does not depend on how many
    there are. Raises ValueError for frames outside 1 to 960, for a size below 32, and for an
    unknown backdrop.
    """
    if not 1 <= frames <= MOST_FRAMES:
        raise ValueError(f"a sequence has 1 to {MOST_FRAMES} frames; got {frames}")
    if size < 32:
        raise ValueError(f"a frame needs 32 pixels or more each way; got {size}")
    if backdrop not in ("none", *BACKDROPS):
        raise ValueError(f"no backdrop {backdrop!r}; there are none, {', '.join(BACKDROPS)}")
    view = _view(kind, seed, backdrop)
    return _Cut(kind=kind, seed=seed, frames=frames, size=size, view=view).draw()


def _view(kind: SequenceKind, seed: int, backdrop: str) -> ViewChoice:
    """Framing and first view of a sequence."""
    side = 1 if seed % 2 else -1
    framing = (Framing.BUST, Framing.HALF, Framing.BUST, Framing.HEAD)[seed % 4]
    yaw: float | None = None
    if kind is SequenceKind.WALK:
        framing, yaw = Framing.FULL, side * 32.0
    elif kind is SequenceKind.TURN:
        yaw = side * 0.01
    elif kind is SequenceKind.OCCLUSION and framing is Framing.HEAD:
        framing = Framing.FULL
    elif kind in (SequenceKind.BLINK, SequenceKind.HAIR_SWING):
        # From the front or in three-quarter view, where eyes close and hair swings across.
        yaw = side * (0.01 if seed % 3 else 24.0)
    return ViewChoice(framing=framing, yaw=yaw, backdrop=backdrop, company=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """One sequence to be drawn."""

    kind: SequenceKind
    seed: int
    frames: int
    size: int
    view: ViewChoice

    def draw(self) -> Iterator[Sample]:
        """The frames; the camera stands still but for long walks."""
        still = self._design(Motion(gait=_gait(0) if self.kind is SequenceKind.WALK else None))
        book = RegionBook(still.look.background)
        backdrop = self.view.backdrop or "none"
        size = self.size
        fixed = placements(Scene(designs=(still,)), Motion(), size, size)[0]
        for index in range(self.frames):
            motion = self.motion(index, still)
            design = self._design(motion)
            if self.kind is SequenceKind.WALK:
                placed = placements(Scene(designs=(design,)), motion, size, size)[0]
            else:
                placed = _moved(fixed, motion)
            passing = None
            if self.kind is SequenceKind.OCCLUSION:
                passing = passing_at(
                    index, main=still, placed=fixed, frames=self.frames, width=size, height=size
                )
            yield render_scene(
                Scene(designs=(design,), backdrop=backdrop),
                width=size,
                height=size,
                motion=motion,
                book=book,
                name=f"{self.kind.value}-{self.seed}-{index:04d}",
                placed=[placed],
                passing=passing,
                pan=self.pan(index, still, fixed.scale),
            )

    def pan(self, index: int, still: Design, scale: float) -> Pan:
        """How far the camera has gone along with a walk."""
        if self.kind is not SequenceKind.WALK:
            return STILL
        whole = max(_way(self.frames, still) - LONGEST_WALK, 0.0) * scale
        share = (index + 0.5) / self.frames
        return Pan(whole=whole, at=whole * (share if still.pose.facing > 0 else 1 - share))

    def _design(self, motion: Motion) -> Design:
        """The character at a moment: with eyes that can blink, or hair that can swing."""
        design = choose_design(self.seed, self.view, motion)
        if self.kind is SequenceKind.HAIR_SWING and design.hair.back not in SWINGING_BACKS:
            back = SWINGING_BACKS[self.seed % len(SWINGING_BACKS)]
            return replace(design, hair=replace(design.hair, back=back))
        if self.kind is not SequenceKind.BLINK or motion.blink > 0.8:
            return design
        return replace(design, eyes=replace(design.eyes, closed="no", wink=False))

    def motion(self, index: int, still: Design) -> Motion:
        """How the character moves at a frame, away from how it stands still."""
        if self.kind is SequenceKind.TURN:
            return _turn(index, self.seed)
        if self.kind is SequenceKind.WALK:
            return _walk(index, self.frames, still)
        if self.kind is SequenceKind.HAIR_SWING:
            return _swing(index)
        return _blink(index)


def _moved(placed: Placement, motion: Motion) -> Placement:
    x, y = placed.shift
    dx, dy = motion.shift
    return Placement(placed.scale, (x + dx * placed.scale, y + dy * placed.scale))


def _turn(index: int, seed: int) -> Motion:
    """Eased to the side and back; the hair comes late."""
    side = 1 if seed % 2 else -1
    farthest, period = (PROFILE_YAW, PROFILE_PERIOD) if seed % 3 == 2 else (FARTHEST_YAW, PERIOD)
    yaw = farthest * (0.5 - 0.5 * np.cos(np.pi * index / period))
    late = 0.1 * np.sin(np.pi * max(index - 3, 0) / period)
    dip = 0.012 * np.sin(np.pi * index / period) ** 2
    return Motion(yaw=float(side * yaw), sway=float(-late), nod=float(dip))


def _gait(index: int) -> Gait:
    return Gait(kind="walk", phase=index / PERIOD % 1.0)


def _walk(index: int, frames: int, still: Design) -> Motion:
    sway = 0.05 * float(np.sin(4 * np.pi * index / PERIOD - 1.0))
    along = min(_way(frames, still), LONGEST_WALK) * ((index + 0.5) / frames - 0.5)
    return Motion(gait=_gait(index), sway=sway, shift=(still.pose.facing * along, 0.0))


def _way(frames: int, still: Design) -> float:
    """Head heights that a figure walks in so many frames."""
    return stride_length("walk", still.build.leg_length) * frames / PERIOD


def _blink(index: int) -> Motion:
    since = (index - FIRST_BLINK) % NEXT_BLINK if index >= FIRST_BLINK else -1
    lid = LID[since] if 0 <= since < len(LID) else 0.0
    breath = float(np.sin(2 * np.pi * index / (2 * PERIOD)))
    return Motion(blink=lid, sway=0.01 * breath, shift=(0.0, 0.006 * breath))


def _swing(index: int) -> Motion:
    phase = 2 * np.pi * index / PERIOD
    return Motion(sway=0.4 * float(np.sin(phase)), roll=-2.0 * float(np.sin(phase + 0.5)))
