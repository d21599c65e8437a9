"""A frame whose regions were found among those of key frames."""

from dataclasses import dataclass, field

import numpy as np

from models.arrays import I32Array, U8Array
from models.geometry import Size
from models.hints.hints import HintSet
from models.hints.tags import Rgb
from models.tracking.sightings import Sighting
from models.tracking.turns import Turn

MOST_WEIGHT = 0.02
"""Share of the picture beyond which a region counts no more for the frame's confidence: the ground
is found again in every frame, and says nothing of the figure."""


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
    turn     how the figure is turned against that one; None where it is not sure.
    """

    index: int
    size: Size
    regions: tuple[TrackedRegion, ...]
    labels: I32Array
    hints: HintSet
    keys: tuple[int, ...]
    follows: int
    turn: Turn | None
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
