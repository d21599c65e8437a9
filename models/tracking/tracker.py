"""Hints of key frames, carried to the other frames of a cut region by region.

Every frame is parted into closed regions, and each region is looked for among the regions of the
key frames: by what optical flow brings from the frame before, by the generator's embeddings, by
area, place, part and neighbours. What hides and comes back is compared with how it looked when
last seen and in its key frame, and is found again. What resembles nothing is listed as new and
gets no hint. Deterministic.

**What depends on what.** A frame is carried from the frame before it, back to the last key frame
at or before it (or, ahead of the first key frame, from that one directly), and it is compared with
the next key frame as well. So a frame depends on the last key before it and the first one after
it, and on nothing beyond: `models.tracking.keys.keys_of` names them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.arrays import FloatArray, IntArray
from models.cancel import IsCancelled, never_cancelled
from models.hints.hints import HintSet, LineArt
from models.tracking.carried_hints import kept_hints, told_hints
from models.tracking.confidence import confidence_of
from models.tracking.described import DrawnRegions, LineReading, draw_regions
from models.tracking.keys import KeyDrawing, keys_of, scale_of, shrunk
from models.tracking.matching import assign, followed, groups_of, shares_of, surest
from models.tracking.sightings import (
    Carried,
    Matches,
    Sighting,
    carry,
    cut_merged,
    match,
    sighted,
)
from models.tracking.tracked import TrackedFrame, TrackedRegion
from models.tracking.turns import AS_IN_KEY, find_turn

HINT_EVIDENCE = 0.5
"""Evidence from which a region gets its key region's colour as a hint."""
FOLLOW_EVIDENCE = 0.2
"""Evidence from which the next frame's region is compared with this one, sure or not."""
SURE_EVIDENCE = 0.8
"""Evidence from which a region's present looks are kept as its last ones."""

LIKENESS_SHARE, MOST_LIKENESS = np.float32(0.5), 8.0
"""What likeness counts beside the tracker's own judge, and how far it reaches at most."""

ReadDrawing = Callable[[LineArt, IsCancelled], LineReading | None]
"""What a generator reads in a drawing; None: nothing. Raises Cancelled and what the reader does."""
Liken = Callable[[DrawnRegions, DrawnRegions, IntArray], FloatArray | None]
"""How much every pair of n regions and m known ones is alike beyond "none of them", (n, m); None
where that cannot be told. Known regions of one colour share a group, int (m,)."""


def unread(_line_art: LineArt, _is_cancelled: IsCancelled) -> None:
    """Read nothing: flow and shape alone tell regions apart."""


def unlikened(_now: DrawnRegions, _key: DrawnRegions, _group: IntArray) -> None:
    """Say nothing of how alike regions are."""


@dataclass(frozen=True, slots=True)
class Side:
    """A key frame, and the drawing nearest to a frame in which its regions were found."""

    key: KeyDrawing
    before: Sighting

    @classmethod
    def of(cls, key: KeyDrawing, neighbour: TrackedFrame | None, index: int) -> "Side":
        """The side of a frame. Raises ValueError if the neighbour follows another key frame."""
        if neighbour is None:
            return cls(key, Sighting.of_key(key.regions))
        if neighbour.follows != key.index:
            raise ValueError(
                f"frame {index} follows key frame {key.index}, but its neighbour, "
                f"{neighbour.index}, follows {neighbour.follows}; carry frames from their key "
                "frame on, one after the other"
            )
        return cls(key, neighbour.sighting)


class Tracker:
    """Carries the hints of key frames to other frames of their cut.

    Used by one thread at a time; carrying changes nothing in it.
    """

    def __init__(
        self,
        keys: Iterable[KeyDrawing],
        read: ReadDrawing = unread,
        liken: Liken = unlikened,
    ) -> None:
        """Track by these key frames; `read` as the keys were read.

        liken  has a say beside the tracker's own judge, as references are compared.

        Raises ValueError without a key frame or if their sizes differ.
        """
        self._keys = {key.index: key for key in sorted(keys, key=lambda key: key.index)}
        if not self._keys:
            raise ValueError("tracking needs a key frame; give one frame of the cut hints")
        sizes = {key.line_art.size for key in self._keys.values()}
        if len(sizes) > 1:
            listed = ", ".join(str(size) for size in sorted(sizes))
            raise ValueError(f"key frames of one cut have one size; got {listed}: part the cut")
        self._size = next(iter(sizes))
        self._scale = scale_of(self._size)
        self._read = read
        self._liken = liken

    def carry(
        self,
        frame: LineArt,
        *,
        index: int,
        previous: TrackedFrame | None = None,
        following: TrackedFrame | None = None,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> TrackedFrame:
        """Find a frame's regions among those of its key frames.

        index      the frame's place in the cut.
        previous   the frame tracked before, which is the neighbour towards the key frame that both
                   follow; None: the frame is compared with that key frame directly, which is less
                   sure the farther away it is.
        following  the same towards the other key frame: the next frame, tracked from there back by
                   a tracker of that key frame alone.
        Raises ValueError if the frame's size is not the key frames', or if a neighbour follows
        another key frame; Cancelled, and what the reader raises.
        """
        if frame.size != self._size:
            raise ValueError(
                f"frame {index} has {frame.size}, the key frames of its cut {self._size}; track "
                "it as a cut of its own"
            )
        if index in self._keys and frame == self._keys[index].line_art:
            return self._own(self._keys[index])
        keys = keys_of(index, self._keys)
        sides = [
            Side.of(self._keys[key], neighbour, index)
            for key, neighbour in zip(keys, (previous, following), strict=False)
        ]
        return self._carry(frame, index, sides, is_cancelled)

    def _carry(
        self, frame: LineArt, index: int, sides: Sequence[Side], is_cancelled: IsCancelled
    ) -> TrackedFrame:
        reading = self._read(frame, is_cancelled)
        regions = draw_regions(shrunk(frame), reading)
        brought = []
        for side in sides:
            brought.append(carry(side.before, regions))
            regions = cut_merged(
                regions, brought[-1], side.before, colors=side.key.colors, reading=reading
            )
        matches = [
            self._match(regions, side, each) for side, each in zip(sides, brought, strict=True)
        ]
        group = groups_of(np.concatenate([side.key.colors for side in sides]))
        chosen = assign(surest([shares_of(each.scores) for each in matches], group), group)
        leading, own = sides[0].key, matches[0]
        sighting = sighted(
            regions, sides[0].before, own,
            known=followed(chosen, shares_of(own.scores), group, least=FOLLOW_EVIDENCE),
            confidence=chosen.evidence, sure=SURE_EVIDENCE,
        )  # fmt: skip
        tracked = self._tracked(
            frame, index, [side.key for side in sides], sighting,
            known=np.where(chosen.evidence >= HINT_EVIDENCE, chosen.known, -1),
            confidence=confidence_of(chosen.evidence, regions.area),
        )  # fmt: skip
        found = {
            region.region: region.key_region
            for region in tracked.regions
            if region.key == leading.index and region.key_region is not None
        }
        kept = kept_hints(
            leading.frame.hints, key=leading.regions, now=regions, taken_for=found,
            still=own.still, scale=self._scale,
        )  # fmt: skip
        return replace(tracked, hints=HintSet((*tracked.hints, *kept)))

    def _match(self, regions: DrawnRegions, side: Side, carried: Carried) -> Matches:
        """What the tracker's own judge says of one side's key frame, and likeness beside it."""
        known, group = side.key.regions, groups_of(side.key.colors)
        found = match(regions, known, side.before, carried, group=group)
        alike = self._liken(regions, known, group)
        if alike is None:
            return found
        clipped = np.clip(alike, -MOST_LIKENESS, MOST_LIKENESS)
        # Which one a region is, not whether it is any: strangers pass in front of figures.
        behind = LIKENESS_SHARE * (clipped - clipped.max(axis=1, keepdims=True))
        return replace(found, scores=found.scores + behind)

    def _tracked(
        self,
        frame: LineArt,
        index: int,
        keys: list[KeyDrawing],
        sighting: Sighting,
        *,
        known: IntArray,
        confidence: FloatArray,
    ) -> TrackedFrame:
        """A frame whose n regions are the known ones, int (n,), -1 for none, and how surely."""
        owners = [(key, number) for key in keys for number in range(key.regions.count)]
        regions = [
            self._region(sighting.regions, region, None if own < 0 else owners[own], share)
            for region, (own, share) in enumerate(
                zip(known.tolist(), confidence.tolist(), strict=True)
            )
        ]
        return TrackedFrame(
            index=index,
            size=frame.size,
            regions=tuple(regions),
            labels=sighting.regions.labels,
            hints=told_hints(regions, sighting.regions, scale=self._scale),
            keys=tuple(key.index for key in keys),
            follows=keys[0].index,
            turn=find_turn(sighting.regions, keys[0].regions, sighting.known, sighting.confidence),
            sighting=sighting,
        )

    def _region(
        self,
        drawn: DrawnRegions,
        region: int,
        found: tuple[KeyDrawing, int] | None,
        confidence: float,
    ) -> TrackedRegion:
        packed = -1 if found is None else int(found[0].colors[found[1]])
        return TrackedRegion(
            region=region,
            key=None if found is None else found[0].index,
            key_region=None if found is None else found[1],
            color=None if packed < 0 else (packed >> 16, packed >> 8 & 255, packed & 255),
            confidence=confidence,
            x=float(drawn.spot[region, 0] / self._scale),
            y=float(drawn.spot[region, 1] / self._scale),
            pixels=max(1, round(float(drawn.area[region]) / self._scale**2)),
        )

    def _own(self, key: KeyDrawing) -> TrackedFrame:
        """The key frame itself, the artist's own hints on top."""
        sighting = Sighting.of_key(key.regions)
        count = key.regions.count
        tracked = self._tracked(
            key.line_art, key.index, [key], sighting,
            known=np.arange(count), confidence=np.ones(count, dtype=np.float32),
        )  # fmt: skip
        hints = HintSet((*tracked.hints, *key.frame.hints))
        return replace(tracked, hints=hints, turn=AS_IN_KEY)
