"""What every generator can do: read a drawing once, then paint it as often as hints change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from models.arrays import U8Array
from models.cancel import IsCancelled, never_cancelled
from models.cells.cells import CellMap
from models.coloring.painting import Painting
from models.device import DeviceChoice
from models.geometry import Frame
from models.hints.hints import HintSet, LineArt, TagSelection
from models.memory import held_bytes
from models.spec import GeneratorSpec


class GeneratorError(RuntimeError):
    """A generator that cannot be loaded or run; the message says why and what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class LineFeatures:
    """What a generator knows of a drawing before any hint. Opaque except to its generator.

    line_digest  the drawing's content digest.
    frame        the scale at which it was read.
    line_u8      uint8 (h, w), the drawing at the frame's content size, 0 = ink.
    tensors      name -> array; the meaning is the generator's own.
    cells        the padded frame's cells, for generators that choose by cell.
    parts        uint8 (h, w) models.hints.parts.Part of each pixel; None where it names none.
    lit_parts    the same for light: ground only where that is sure.
    device       where it was computed; None where no device matters.
    """

    line_digest: str
    frame: Frame
    line_u8: U8Array
    tensors: Mapping[str, Any] = field(default_factory=dict)
    cells: CellMap | None = None
    parts: U8Array | None = None
    lit_parts: U8Array | None = None
    device: DeviceChoice | None = None

    @property
    def nbytes(self) -> int:
        """Memory kept alive by the arrays, in bytes."""
        return held_bytes(self)


class Generator(Protocol):
    """Paints line art. Used by one thread at a time."""

    @property
    def spec(self) -> GeneratorSpec:
        """What it takes and gives."""
        ...

    @property
    def device(self) -> DeviceChoice:
        """Where it runs."""
        ...

    def read_line(
        self, line: LineArt, frame: Frame, *, is_cancelled: IsCancelled = never_cancelled
    ) -> LineFeatures:
        """Everything that depends on the drawing alone.

        Raises Cancelled, and GeneratorError if the graph cannot be run.
        """
        ...

    def paint(
        self,
        features: LineFeatures,
        hints: HintSet,
        tags: TagSelection,
        *,
        draft: bool = False,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Painting:
        """The picture for these hints (in frame pixels) and tags.

        draft  stop at the draft, if the generator paints one first (see its spec's inputs).

        Raises Cancelled, and GeneratorError if the graph cannot be run.
        """
        ...
