"""The hints of each frame of a plan: its own, or those that the tracker carries to it.

What was read of the key frames on both sides and the latest tracked frames are kept, so that
frames in order cost one step each. A frame out of order is reached step by step from its key. From
the next key frame hints are carried back before the first frame asks for them, and what was found
on that way is kept packed.
"""

import logging
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from app.batch.plan import BatchPlan
from models.arrays import U8Array
from models.cancel import Cancelled, IsCancelled, check_cancelled, never_cancelled
from models.hints.hints import HintSet, LineArt
from models.matching.matcher import likeness
from models.reading.reader import DrawingReader
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracked import TrackedFrame
from models.tracking.tracker import Tracker
from models.tracking.turns import AS_IN_KEY, Turn

log = logging.getLogger(__name__)

PaintFlats = Callable[[int, LineArt, IsCancelled], U8Array]
"""The flat colours of a key frame, uint8 (H, W, 3), by its index and its drawing."""

KEPT_FRAMES = 3


def packed(tracked: TrackedFrame | None) -> bytes:
    """A tracked frame in little memory."""
    return zlib.compress(pickle.dumps(tracked), 1)


def unpacked(kept: bytes) -> TrackedFrame | None:
    """What `packed` packed."""
    found: TrackedFrame | None = pickle.loads(zlib.decompress(kept))
    return found


@dataclass(frozen=True, slots=True)
class FrameHints:
    """Hints of a frame.

    tracked  how they came there, None at key frames without tracking.
    turn     how the figure is turned against the first key frame of the cut, if its light turns
             with it; None where that is not sure.
    """

    hints: HintSet
    tracked: TrackedFrame | None = None
    turn: Turn | None = AS_IN_KEY


class HintCarrier:
    """Finds the hints of a plan's frames. Used by one thread at a time.

    paint_flats  asked once for every key frame between whose neighbours hints are carried.
    """

    def __init__(self, plan: BatchPlan, reader: DrawingReader, paint_flats: PaintFlats) -> None:
        self._plan = plan
        self._reader = reader
        self._paint_flats = paint_flats
        self._tracker: tuple[tuple[int, ...], Tracker] | None = None
        self._keys: OrderedDict[int, KeyDrawing] = OrderedDict()
        self._frames: OrderedDict[int, TrackedFrame] = OrderedDict()
        self._back: tuple[int, dict[int, bytes]] = (-1, {})
        self._turns: dict[int, Turn | None] = {}

    def keep(self, index: int, tracked: TrackedFrame) -> None:
        """Use a frame that was tracked elsewhere."""
        self._frames[index] = tracked
        self._frames.move_to_end(index)
        while len(self._frames) > KEPT_FRAMES:
            self._frames.popitem(last=False)

    def hints_of(self, index: int, line_art: LineArt, *, is_cancelled: IsCancelled) -> FrameHints:
        """The hints of a frame that is the first of its drawing.

        Raises Cancelled between frames, PictureError where a drawing on the way to it cannot be
        read, ValueError, GeneratorError.
        """
        left, right = self._plan.keys_around(index)
        key = self._plan.key_at(index)
        if (left is None and right is None) or (key and not self._plan.settings.carries_hints):
            is_set_here = not self._plan.turns_light or self._plan.first_key(index) == index
            hints = key.hints if key else HintSet()
            return FrameHints(hints, turn=AS_IN_KEY if is_set_here else None)
        tracked = self._track(index, line_art, is_cancelled)
        turn = self._turn_of(index, tracked, is_cancelled) if self._plan.turns_light else AS_IN_KEY
        return FrameHints(key.hints if key else tracked.hints, tracked, turn)

    def _turn_of(self, index: int, tracked: TrackedFrame, is_cancelled: IsCancelled) -> Turn | None:
        """How the figure of a tracked frame is turned against the first key frame's.

        A later key frame of which that is not sure begins anew: what follows turns against it.
        """
        if self._plan.key_at(index) is not None:
            return self._turn_of_key(index, is_cancelled)
        if tracked.turn is None:
            return None
        return (self._turn_of_key(tracked.follows, is_cancelled) or AS_IN_KEY).then(tracked.turn)

    def _turn_of_key(self, index: int, is_cancelled: IsCancelled) -> Turn | None:
        """The same of a key frame, whose figure is followed from the key frame before."""
        if index == self._plan.first_key(index):
            return AS_IN_KEY
        if index not in self._turns:
            before = self._plan.drawing_before(index)
            assert before is not None
            seen = self._track(before, None, is_cancelled)
            leading = self._key(seen.follows, None, is_cancelled)
            try:
                found = Tracker([leading], self._reader.reading, likeness).carry(
                    self._line_art(index), index=index, previous=seen, is_cancelled=is_cancelled
                )
            except Cancelled:
                raise
            except Exception:
                log.exception("key frame %s cannot be tracked", self._plan.frames[index].label)
                self._turns[index] = None
            else:
                of_key = self._turn_of_key(seen.follows, is_cancelled) or AS_IN_KEY
                self._turns[index] = found.turn and of_key.then(found.turn)
        return self._turns[index]

    def _track(
        self, index: int, line_art: LineArt | None, is_cancelled: IsCancelled
    ) -> TrackedFrame:
        """Where the regions of the key frames are in a frame. Raises as `hints_of`."""
        waiting = []
        step: int | None = index
        while step is not None and step not in self._frames:
            waiting.append(step)
            step = self._plan.previous(step)
        for each in reversed(waiting):
            check_cancelled(is_cancelled)
            before = self._plan.previous(each)
            previous = None if before is None else self._frames[before]
            following = self._followed_back(each, is_cancelled)
            tracked = self.step(
                each,
                previous,
                following,
                line_art=line_art if each == index else None,
                passes_over=each != index,
                is_cancelled=is_cancelled,
            )
            self.keep(each, tracked)
        return self._frames[index]

    def step(
        self,
        index: int,
        previous: TrackedFrame | None,
        following: TrackedFrame | None,
        *,
        line_art: LineArt | None = None,
        passes_over: bool = False,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> TrackedFrame:
        """Track a frame from the one before and, carried back, from the one after.

        passes_over  where that fails, answer with the one before: a frame that cannot be tracked
                     does not stop those behind it. One that cannot be read does.
        Raises PictureError, ValueError, GeneratorError, Cancelled.
        """
        line_art = line_art or self._line_art(index)
        tracker = self._tracker_for(index, line_art, is_cancelled)
        if self._plan.keys_around(index)[0] is None:
            previous, following = following, None  # ahead of the first key frame
        try:
            return tracker.carry(
                line_art,
                index=index,
                previous=previous,
                following=following,
                is_cancelled=is_cancelled,
            )
        except Cancelled:
            raise
        except Exception:
            if not passes_over or previous is None:
                raise
            log.exception("frame %s cannot be tracked", self._plan.frames[index].label)
            return previous

    def _followed_back(self, index: int, is_cancelled: IsCancelled) -> TrackedFrame | None:
        """The drawing after a frame as the next key frame's regions are followed back to it."""
        waiting: list[int] = []
        step = self._plan.following(index)
        right = self._plan.keys_around(index)[1]
        if step is None or right is None:
            return None
        if self._back[0] != right.index:
            self._back = right.index, {}
        kept = self._back[1]
        while step is not None and step not in kept:
            waiting.append(step)
            step = self._plan.following(step)
        last = None if step is None else unpacked(kept[step])
        for each in reversed(waiting):
            check_cancelled(is_cancelled)
            last = self.step_back(each, last, is_cancelled=is_cancelled)
            kept[each] = packed(last)
        return last

    def step_back(
        self,
        index: int,
        following: TrackedFrame | None,
        *,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> TrackedFrame | None:
        """Follow the next key frame's regions from the drawing after a frame to that one.

        What cannot be read or tracked is passed over: the answer is the drawing after, None for
        the key frame itself. Raises Cancelled.
        """
        right = self._plan.keys_around(index)[1]
        assert right is not None
        key = self._key(right.index, None, is_cancelled)
        try:
            return Tracker([key], self._reader.reading, likeness).carry(
                self._line_art(index), index=index, previous=following, is_cancelled=is_cancelled
            )
        except Cancelled:
            raise
        except Exception:
            log.exception("frame %s cannot be tracked back", self._plan.frames[index].label)
            return following

    def _line_art(self, index: int) -> LineArt:
        lines = self._plan.read_lines(self._plan.frames[index].read())
        return self._plan.bounded(index, lines.line_art)

    def _tracker_for(self, index: int, line_art: LineArt, is_cancelled: IsCancelled) -> Tracker:
        """What carries hints to a frame, whose drawing is known already."""
        around = tuple(sorted({key.index for key in self._plan.keys_around(index) if key}))
        if self._tracker is None or self._tracker[0] != around:
            keys = [
                self._key(key, line_art if key == index else None, is_cancelled) for key in around
            ]
            self._tracker = around, Tracker(keys, self._reader.reading, likeness)
        return self._tracker[1]

    def _key(self, index: int, line_art: LineArt | None, is_cancelled: IsCancelled) -> KeyDrawing:
        if index not in self._keys:
            line_art = line_art or self._line_art(index)
            self._keys[index] = KeyDrawing.of(
                self._plan.key_at(index) or KeyFrame(index=index),
                line_art,
                flat_u8=self._paint_flats(index, line_art, is_cancelled),
                reading=self._reader.reading(line_art, is_cancelled),
            )
        self._keys.move_to_end(index)
        while len(self._keys) > 2:
            self._keys.popitem(last=False)
        return self._keys[index]
