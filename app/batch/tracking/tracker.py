"""Hints of key frames, carried to the other frames of a cut region by region.

Every frame is parted into closed regions, and each region is looked for among the regions of the
key frames: by what optical flow brings from the frame before, by the generator's embeddings, by
area, place, part and neighbours. What hides and comes back is compared with how it looked when
last seen and in its key frame, and is found again. What resembles nothing is listed as new and
gets no hint. Deterministic.

**What depends on what.** A frame is carried from the frame before it, back to the last key frame
at or before it (or, ahead of the first key frame, from that one directly), and it is compared with
the next key frame as well. So a frame depends on the last key before it and the first one after
it, and on nothing beyond: `Tracker.keys_of` names them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from app.batch.tracking.kept_hints import kept_hints
from app.batch.tracking.key_reach import keys_of, nearness
from models.arrays import FloatArray, I32Array, IntArray, U8Array
from models.cancel import IsCancelled, never_cancelled
from models.colour import pack_colors
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.hints.tags import Rgb
from models.runtime.colorizer import Colorizer
from models.runtime.generator import Generator
from models.runtime.request import ColorizeRequest
from models.tracking.confidence import confidence_of
from models.tracking.cuts import colors_of_hints, cut_by_color
from models.tracking.described import (
    DrawnRegions,
    LineReading,
    crop_features,
    draw_regions,
    reading_of,
    recut,
)
from models.tracking.matching import assign, groups_of, shares_of
from models.tracking.sightings import Sighting, carry, cut_merged, match, sighted

TRACKING_SIDE = 1024
"""Longer side at which the regions of larger drawings are compared."""
HINT_EVIDENCE = 0.5
"""Evidence from which a region gets its key region's colour as a hint."""
FOLLOW_EVIDENCE = 0.2
"""Evidence from which the next frame's region is compared with this one, sure or not."""
SURE_EVIDENCE = 0.8
"""Evidence from which a region's present looks are kept as its last ones."""
MOST_WEIGHT = 0.02
"""Share of the picture beyond which a region counts no more for the frame's confidence: the ground
is found again in every frame, and says nothing of the figure."""
HINT_RADIUS = 2.0
"""Radius of a carried hint in picture pixels, where its region has room for it."""
MIN_RADIUS = 0.5
MOST_HINTS = 12
"""Hints in a region that shares a closed region with one of another colour."""
EMBEDDING, PARTS = "feature_embedding", "feature_parts"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeyFrame:
    """A frame that an artist coloured.

    hints   in the drawing's pixels; tags hold for the whole cut.
    flat_u8 uint8 (H, W, 3) the flat colours it was painted in, which count in regions without a
            hint; None: what the tracker's generator gives them.
    Raises ValueError if the flats are not of the drawing's size.
    """

    line_art: LineArt
    hints: HintSet = field(default_factory=HintSet)
    tags: TagSelection = field(default_factory=TagSelection)
    flat_u8: U8Array | None = None

    def __post_init__(self) -> None:
        size = self.line_art.size
        if self.flat_u8 is not None and self.flat_u8.shape != (*size.shape, 3):
            raise ValueError(
                f"a key frame of {size} needs flats of its size; got {self.flat_u8.shape}: paint "
                "the frame again"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedRegion:
    """One region of a frame.

    region      its label in TrackedFrame.labels.
    key         index of the key frame whose region it is, and key_region that one's label in the
                key frame's own TrackedFrame; both None for a new region.
    color       what the key frame's region is coloured; None for a new region, and where the key
                frame has no colour.
    confidence  0 to 1 that the colour is right, as measured: see models.tracking.confidence.
    x, y        its most interior place, in picture pixels; pixels its area in the picture.
    """

    region: int
    key: int | None
    key_region: int | None
    color: Rgb | None
    confidence: float
    x: float
    y: float
    pixels: int

    @property
    def is_new(self) -> bool:
        """Whether it resembles no region of a key frame enough."""
        return self.key is None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrackedFrame:
    """A frame with its regions found among those of the key frames.

    index    the frame's index in its cut; size the drawing's.
    regions  one for each label. labels int32 (h, w), 0 to n - 1, at the size of tracking, which is
             the drawing's own unless that is larger than TRACKING_SIDE.
    hints    a point hint in every region with a colour and enough confidence, in picture pixels,
             small regions last; several in regions that no line parts from another colour. The
             artist's own, at key frames and in what has kept its shape, come last, and so cover
             the others.
    keys     indices of the key frames that it depends on; follows  the one it is carried from.
    """

    index: int
    size: Size
    regions: tuple[TrackedRegion, ...]
    labels: I32Array
    hints: HintSet
    keys: tuple[int, ...]
    follows: int
    sighting: Sighting = field(repr=False)

    @property
    def new_regions(self) -> tuple[TrackedRegion, ...]:
        """Regions that no key frame tells a colour for, the largest first."""
        found = [region for region in self.regions if region.is_new]
        return tuple(sorted(found, key=lambda region: (-region.pixels, region.region)))

    @property
    def confidence(self) -> float:
        """Share of what is seen that is right, 0 to 1: the mean of the regions' confidence.

        They are weighted by their pixels, up to MOST_WEIGHT of the picture.
        """
        most = max(1, round(MOST_WEIGHT * sum(region.pixels for region in self.regions)))
        weights = [min(region.pixels, most) for region in self.regions]
        told = zip(weights, self.regions, strict=True)
        return sum(weight * region.confidence for weight, region in told) / max(sum(weights), 1)

    def colors(self) -> U8Array:
        """What is known of the picture's colours: uint8 (h, w, 4), alpha 0 where nothing is."""
        table = np.zeros((len(self.regions), 4), dtype=np.uint8)
        for region in self.regions:
            if region.color is not None:
                table[region.region] = (*region.color, 255)
        return table[self.labels]


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A key frame as it is matched: its regions, and int32 (m,) their colours, -1 unknown."""

    index: int
    frame: KeyFrame
    regions: DrawnRegions
    colors: I32Array


class Tracker:
    """Carries the hints of key frames to other frames of their cut.

    Used by one thread at a time; carrying changes nothing in it.
    """

    def __init__(
        self,
        keys: Mapping[int, KeyFrame],
        generator: Generator | None = None,
        *,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> None:
        """Read the key frames.

        keys       by their index in the cut.
        generator  the one whose line embeddings tell regions apart; None, and one that gives none,
                   leave it to flow and shape.
        Raises ValueError without a key frame or if their sizes differ, GeneratorError, Cancelled.
        """
        if not keys:
            raise ValueError("tracking needs a key frame; give one frame of the cut hints")
        sizes = {frame.line_art.size for frame in keys.values()}
        if len(sizes) > 1:
            listed = ", ".join(str(size) for size in sorted(sizes))
            raise ValueError(f"key frames of one cut have one size; got {listed}: part the cut")
        self._generator = generator
        self._size = next(iter(sizes))
        self._scale = min(1.0, TRACKING_SIDE / self._size.long_side)
        self._keys = {
            index: self._read_key(index, keys[index], is_cancelled) for index in sorted(keys)
        }

    def keys_of(self, index: int) -> tuple[int, ...]:
        """The key frames that a frame depends on: itself, or the last before and the next after."""
        return keys_of(index, self._keys)

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
                  follow (`chain`); None: the frame is compared with that key frame directly,
                  which is less sure the farther away it is.
        Raises ValueError if the frame's size is not the key frames', or if `previous` follows
        another key frame; GeneratorError and Cancelled.
        """
        if frame.size != self._size:
            raise ValueError(
                f"frame {index} has {frame.size}, the key frames of its cut {self._size}; track "
                "it as a cut of its own"
            )
        if index in self._keys and frame == self._keys[index].frame.line_art:
            return self._own(self._keys[index])
        keys = [self._keys[key] for key in self.keys_of(index)]
        leading = keys[0]
        if previous is not None and previous.follows != leading.index:
            raise ValueError(
                f"frame {index} follows key frame {leading.index}, but the one before it, "
                f"{previous.index}, follows {previous.follows}; carry them in the order of chain()"
            )
        before = Sighting.of_key(leading.regions) if previous is None else previous.sighting
        return self._carry(frame, index, keys, before, is_cancelled)

    def chain(self, index: int) -> range:
        """The frames to be carried one after the other before this one, the key frame first."""
        leading = self.keys_of(index)[0]
        return range(leading, index, 1 if leading <= index else -1)

    def _carry(
        self,
        frame: LineArt,
        index: int,
        keys: list[_Key],
        before: Sighting,
        is_cancelled: IsCancelled,
    ) -> TrackedFrame:
        small, reading = self._read(frame, is_cancelled)
        leading = keys[0]
        closed = draw_regions(small, reading)
        carried = carry(before, closed)
        regions = cut_merged(closed, carried, before, colors=leading.colors, reading=reading)
        matches = match(regions, leading.regions, before, carried, group=groups_of(leading.colors))
        scores, colors = [matches.scores], [leading.colors]
        if len(keys) > 1:
            near = nearness(index, [key.index for key in keys])
            other = Sighting.of_key(keys[1].regions)
            compared = match(
                regions, keys[1].regions, other, carry(other, regions),
                group=groups_of(keys[1].colors),
            )  # fmt: skip
            scores = [matches.scores + np.log(near[0]), compared.scores + np.log(near[1])]
            colors.append(keys[1].colors)
        group = groups_of(np.concatenate(colors))
        chosen = assign(shares_of(np.concatenate(scores, axis=1)), group)
        known = chosen.known.copy()
        beyond = known >= leading.regions.count
        if beyond.any():
            share = shares_of(matches.scores)
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

    def _tracked(
        self,
        frame: LineArt,
        index: int,
        keys: list[_Key],
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
            hints=self._hints(regions, sighting.regions),
            keys=tuple(key.index for key in keys),
            follows=keys[0].index,
            sighting=sighting,
        )

    def _region(
        self,
        drawn: DrawnRegions,
        region: int,
        found: tuple[_Key, int] | None,
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

    def _hints(self, regions: list[TrackedRegion], drawn: DrawnRegions) -> HintSet:
        """A hint in every region that is told a colour; several where colours have to part."""
        told = [
            region
            for region in sorted(regions, key=lambda region: (-region.pixels, region.region))
            if region.color is not None
        ]
        beside: dict[int, set[Rgb | None]] = {}
        for region in regions:
            parent = int(drawn.parent[region.region])
            beside.setdefault(parent, set()).add(region.color)
        hints = []
        for region in told:
            assert region.color is not None
            limit = MOST_HINTS if len(beside[int(drawn.parent[region.region])]) > 1 else 1
            for x, y in drawn.interior_spots(region.region, limit) / self._scale:
                room = float(drawn.depth[region.region]) / self._scale - 1
                radius = min(HINT_RADIUS, max(MIN_RADIUS, room))
                hints.append(PointHint(float(x), float(y), region.color, radius))
        return HintSet(tuple(hints))

    def _own(self, key: _Key) -> TrackedFrame:
        """The key frame itself, the artist's own hints on top."""
        sighting = Sighting.of_key(key.regions)
        count = key.regions.count
        tracked = self._tracked(
            key.frame.line_art, key.index, [key], sighting,
            known=np.arange(count), confidence=np.ones(count, dtype=np.float32),
        )  # fmt: skip
        return replace(tracked, hints=HintSet((*tracked.hints, *key.frame.hints)))

    def _read_key(self, index: int, frame: KeyFrame, is_cancelled: IsCancelled) -> _Key:
        small, reading = self._read(frame.line_art, is_cancelled)
        closed = draw_regions(small, reading)
        flat_u8 = self._paint(frame, is_cancelled) if frame.flat_u8 is None else frame.flat_u8
        painted = None
        if flat_u8 is not None:
            painted = pack_colors(_resized(flat_u8, small.shape, cv2.INTER_NEAREST))
        hints = frame.hints.scaled(self._scale, self._scale)
        labels, colors = cut_by_color(closed, colors_of_hints(closed, hints, painted))
        regions = recut(closed, labels, reading) if len(colors) > closed.count else closed
        return _Key(index, frame, regions, colors)

    def _paint(self, frame: KeyFrame, is_cancelled: IsCancelled) -> U8Array | None:
        """The flats of a key frame, uint8 (H, W, 3), in the generator's reading of its hints."""
        if self._generator is None or not len(frame.hints):
            return None
        request = ColorizeRequest(
            request_id=0, line_art=frame.line_art, hints=frame.hints, tags=frame.tags
        )
        results = Colorizer(self._generator).run(request, is_cancelled=is_cancelled)
        return list(results)[-1].flat_u8

    def _read(self, line: LineArt, is_cancelled: IsCancelled) -> tuple[U8Array, LineReading | None]:
        """The drawing at the size of tracking, and what the generator reads in it."""
        shape = (
            max(1, round(self._size.height * self._scale)),
            max(1, round(self._size.width * self._scale)),
        )
        small = _resized(line.pixels, shape, cv2.INTER_AREA)
        if self._generator is None:
            return small, None
        if not {EMBEDDING, PARTS} <= set(self._generator.spec.features):
            return small, None
        frame = self._generator.spec.size_rule.frame(line.size)
        features = self._generator.read_line(line, frame, is_cancelled=is_cancelled)
        planes = [crop_features(features.tensors[name], frame) for name in (EMBEDDING, PARTS)]
        return small, reading_of(*planes)


def _resized(plane: U8Array, shape: tuple[int, int], interpolation: int) -> U8Array:
    if plane.shape[:2] == shape:
        return plane
    return np.asarray(cv2.resize(plane, shape[::-1], interpolation=interpolation), dtype=np.uint8)
