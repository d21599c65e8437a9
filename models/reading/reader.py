"""Everything that follows from a drawing alone, for one generator: each found once and kept.

Whatever hints are given, a drawing has the same features, guide and regions. Who colours it and who
tracks it ask here.
"""

from typing import Self

from models.cancel import IsCancelled, check_cancelled
from models.coloring.line_guide import LineGuide, make_guide
from models.coloring.region_color import (
    USUAL,
    DrawingRegions,
    RegionGuide,
    find_drawing_regions,
    make_region_guide,
)
from models.geometry import Frame
from models.hints.hints import LineArt
from models.memory import RecentlyUsed
from models.regions.wishes import RegionWishes
from models.runtime.generator import Generator, LineFeatures
from models.tracking.described import LineReading, crop_features, reading_of

FEATURE_BYTES = 384 << 20
GUIDE_BYTES = 192 << 20
"""Of guides of either kind."""
REGION_BYTES = 192 << 20
USUAL_BYTES = FEATURE_BYTES + 2 * GUIDE_BYTES + REGION_BYTES
EMBEDDING, PARTS = "feature_embedding", "feature_parts"


class DrawingReader:
    """Reads drawings with a generator. Used by one thread at a time.

    Features and guides are kept by (line art digest, frame) within bounds on their bytes, and so
    are a drawing's regions by its digest and what is wanted of them; the latest stays even if it
    alone is above.
    """

    def __init__(
        self,
        generator: Generator,
        *,
        feature_bytes: int = FEATURE_BYTES,
        guide_bytes: int = GUIDE_BYTES,
        region_bytes: int = REGION_BYTES,
    ) -> None:
        self.generator = generator
        self._features: RecentlyUsed[LineFeatures] = RecentlyUsed(feature_bytes)
        self._guides: RecentlyUsed[LineGuide] = RecentlyUsed(guide_bytes)
        self._regions: RecentlyUsed[DrawingRegions] = RecentlyUsed(region_bytes)
        self._region_guides: RecentlyUsed[RegionGuide] = RecentlyUsed(guide_bytes)

    @classmethod
    def within(cls, generator: Generator, most_bytes: int) -> Self:
        """One that keeps so much altogether, shared out as usual."""
        share = most_bytes / USUAL_BYTES
        return cls(
            generator,
            feature_bytes=int(FEATURE_BYTES * share),
            guide_bytes=int(GUIDE_BYTES * share),
            region_bytes=int(REGION_BYTES * share),
        )

    def features(self, line: LineArt, frame: Frame, *, is_cancelled: IsCancelled) -> LineFeatures:
        """What the generator paints from. Raises Cancelled and GeneratorError."""
        return self._features.get(
            (line.digest, frame),
            lambda: self.generator.read_line(line, frame, is_cancelled=is_cancelled),
        )

    def reading(self, line: LineArt, is_cancelled: IsCancelled) -> LineReading | None:
        """What tracking goes by; None of a generator that tells nothing of regions. Raises so too.

        It is read at the size at which the generator colours, unless another is asked for there.
        """
        spec = self.generator.spec
        if not {EMBEDDING, PARTS} <= set(spec.features):
            return None
        frame = spec.size_rule.frame(line.size)
        features = self.features(line, frame, is_cancelled=is_cancelled)
        planes = (crop_features(features.tensors[name], frame) for name in (EMBEDDING, PARTS))
        return reading_of(*planes)

    def guide(self, line: LineArt, frame: Frame) -> LineGuide:
        """Which small pixels lie on lines, and from where the colour under the lines comes."""
        return self._guides.get((line.digest, frame), lambda: make_guide(line.pixels, frame))

    def knows_regions(self, line: LineArt, wishes: RegionWishes = USUAL) -> bool:
        """Whether the regions of a drawing were found already, which takes a while."""
        return (line.digest, wishes) in self._regions

    def regions(
        self,
        line: LineArt,
        frame: Frame,
        *,
        wishes: RegionWishes = USUAL,
        is_cancelled: IsCancelled,
    ) -> RegionGuide:
        """A drawing's regions, beside their view at a frame's size. Raises Cancelled."""
        found = self._regions.get(
            (line.digest, wishes), lambda: find_drawing_regions(line.pixels, wishes)
        )
        guide = self._region_guides.get(
            (line.digest, wishes, frame), lambda: make_region_guide(found, frame)
        )
        check_cancelled(is_cancelled)
        return guide
