"""One request's answer in three stages: preview, final, full size."""

from collections.abc import Iterator

from models.runtime.generator import Cancelled, Generator, IsCancelled
from models.runtime.request import ColorizeRequest, ColorizeResult

__all__ = ["Cancelled", "Colorizer"]

PREVIEW_LONG_SIDE = 256


class Colorizer:
    """Answers requests with one generator. Used by one thread at a time.

    Line features and encodings are kept by (line art digest, frame) within a memory bound.
    """

    def __init__(self, generator: Generator, *, cache_bytes: int = 512 << 20) -> None:
        self.generator = generator
        self._cache_bytes = cache_bytes

    def run(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> Iterator[ColorizeResult]:
        """Yield the stages up to the request's quality, each as soon as it is ready.

        Raises Cancelled between and within stages, and GeneratorError.
        """
        raise NotImplementedError
