"""Drawings as a generator reads them: each once, however many ask."""

from models.cancel import IsCancelled
from models.geometry import Frame
from models.hints.hints import LineArt
from models.memory import RecentlyUsed
from models.runtime.generator import Generator, LineFeatures
from models.tracking.described import LineReading, crop_features, reading_of

FEATURE_BYTES = 384 << 20
EMBEDDING, PARTS = "feature_embedding", "feature_parts"


class LineReader:
    """What a generator knows of drawings before any hint. Used by one thread at a time.

    It is kept by (line art digest, frame) within a bound on its bytes, for whoever colours a
    drawing and whoever tracks it; the latest stays even if it alone is above the bound.
    """

    def __init__(self, generator: Generator, *, limit_bytes: int = FEATURE_BYTES) -> None:
        self.generator = generator
        self._features: RecentlyUsed[LineFeatures] = RecentlyUsed(limit_bytes)

    def features(self, line: LineArt, frame: Frame, *, is_cancelled: IsCancelled) -> LineFeatures:
        """What `paint` takes. Raises Cancelled and GeneratorError."""
        return self._features.get(
            (line.digest, frame),
            lambda: self.generator.read_line(line, frame, is_cancelled=is_cancelled),
        )

    def reading(self, line: LineArt, is_cancelled: IsCancelled) -> LineReading | None:
        """What tracking takes; None of a generator that tells nothing of regions. Raises as above.

        It is read at the size at which the generator colours, unless another is asked for there.
        """
        spec = self.generator.spec
        if not {EMBEDDING, PARTS} <= set(spec.features):
            return None
        frame = spec.size_rule.frame(line.size)
        features = self.features(line, frame, is_cancelled=is_cancelled)
        planes = (crop_features(features.tensors[name], frame) for name in (EMBEDDING, PARTS))
        return reading_of(*planes)
