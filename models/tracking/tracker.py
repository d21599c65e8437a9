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

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from models.arrays import FloatArray, IntArray
from models.cancel import IsCancelled, never_cancelled
from models.hints.hints import HintSet, LineArt
from models.tracking.carried_hints import kept_hints, told_hints
from models.tracking.confidence import confidence_of
from models.tracking.described import DrawnRegions, LineReading, draw_regions
from models.tracking.keys import KeyDrawing, keys_of, nearness, scale_of, shrunk
from models.tracking.matching import assign, groups_of, shares_of
from models.tracking.sightings import Sighting, carry, cut_merged, match, sighted
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
        is_cancelled: IsCancelled = never_cancelled,
    ) -> TrackedFrame:
        """Find a frame's regions among those of its key frames.

        index     the frame's place in the cut.
        previous  the frame tracked before, which is the neighbour towards the key frame that both
                  follow; None: the frame is compared with that key frame directly, which is less
                  sure the farther away it is.
        Raises ValueError if the frame's size is not the key frames', or if `previous` follows
        another key frame; Cancelled, and what the reader raises.
        """
        if frame.size != self._size:
            raise ValueError(
                f"frame {index} has {frame.size}, the key frames of its cut {self._size}; track "
                "it as a cut of its own"
            )
        if index in self._keys and frame == self._keys[index].line_art:
            return self._own(self._keys[index])
        keys = [self._keys[key] for key in keys_of(index, self._keys)]
        leading = keys[0]
        if previous is not None and previous.follows != leading.index:
            raise ValueError(
                f"frame {index} follows key frame {leading.index}, but the one before it, "
                f"{previous.index}, follows {previous.follows}; carry frames from their key frame "
                "on, one after the other"
            )
        before = Sighting.of_key(leading.regions) if previous is None else previous.sighting
        return self._carry(frame, index, keys, before, is_cancelled)

    def _carry(
        self,
        frame: LineArt,
        index: int,
        keys: list[KeyDrawing],
        before: Sighting,
        is_cancelled: IsCancelled,
    ) -> TrackedFrame:
        reading = self._read(frame, is_cancelled)
        leading = keys[0]
        closed = draw_regions(shrunk(frame), reading)
        carried = carry(before, closed)
        regions = cut_merged(closed, carried, before, colors=leading.colors, reading=reading)
        matches = match(regions, leading.regions, before, carried, group=groups_of(leading.colors))
        own = matches.scores + self._likeness(regions, leading)
        scores, colors = [own], [leading.colors]
        if len(keys) > 1:
            near = nearness(index, [key.index for key in keys])
            other = Sighting.of_key(keys[1].regions)
            compared = match(
                regions, keys[1].regions, other, carry(other, regions),
                group=groups_of(keys[1].colors),
            )  # fmt: skip
            beside = compared.scores + self._likeness(regions, keys[1])
            scores = [own + np.log(near[0]), beside + np.log(near[1])]
            colors.append(keys[1].colors)
        group = groups_of(np.concatenate(colors))
        chosen = assign(shares_of(np.concatenate(scores, axis=1)), group)
        known = chosen.known.copy()
        beyond = known >= leading.regions.count
        if beyond.any():
            share = shares_of(own)
            best = np.argmax(share, axis=1)
            likely = share[np.arange(regions.count), best] >= FOLLOW_EVIDENCE
            known[beyond] = np.where(likely, best, -1)[beyond]
        known[chosen.evidence < FOLLOW_EVIDENCE] = -1
        sighting = sighted(
            regions, before, matches,
            known=known, confidence=chosen.evidence, sure=SURE_EVIDENCE,
        )  # fmt: skip
        tracked = self._tracked(
            frame, index, keys, sighting,
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
            still=matches.still, scale=self._scale,
        )  # fmt: skip
        return replace(tracked, hints=HintSet((*tracked.hints, *kept)))

    def _likeness(self, regions: DrawnRegions, key: KeyDrawing) -> FloatArray:
        """What likeness adds to the scores of every pair, (n, m) or one 0."""
        alike = self._liken(regions, key.regions, groups_of(key.colors))
        if alike is None:
            return np.zeros((1, 1), dtype=np.float32)
        clipped = np.clip(alike, -MOST_LIKENESS, MOST_LIKENESS)
        # Which one a region is, not whether it is any: strangers pass in front of figures.
        return LIKENESS_SHARE * (clipped - clipped.max(axis=1, keepdims=True))

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
