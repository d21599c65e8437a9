"""What goes into the inference thread and what comes out: frozen values."""

from dataclasses import dataclass, field
from enum import Enum

from models.arrays import U8Array
from models.coloring.palette import AS_PAINTED, ColorReport, Recolor
from models.coloring.shade import check_tidy
from models.coloring.trace import TraceAreas
from models.device import DeviceChoice
from models.geometry import Rect
from models.hints.hints import HintSet, LineArt, TagSelection
from models.hints.parts import Part
from models.hints.tags import Rgb
from models.lighting.light import Light
from models.lighting.strokes import LightStroke
from models.matching.references import References
from models.regions.wishes import RegionWishes
from models.requests.references import ReferenceReport


class Stage(Enum):
    """How far a result has come; later stages replace earlier ones of the same request."""

    PREVIEW = "preview"
    FINAL = "final"
    FULL = "full"


class Quality(Enum):
    """The last stage that a request asks for."""

    PREVIEW = "preview"
    FINAL = "final"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorizeRequest:
    """Everything that affects the pixels of a result.

    request_id  increases with every request of a session.
    long_side   long side of the final stage; 0: the generator's own.
    palette     allowed swatches; empty: any colour.
    regions     how regions are wanted, in picture pixels.
    trace       the drawing's areas of shade and highlight, which take the place of the generator's
                shading where trace lines bound them.
    light       where shade and highlights come from; None: the generator's own shading.
    light_strokes  shade and light that the artist painted, with a light.
    tidy        how far the painting is tidied (models.coloring.shade); None: as its generator says.
    variant     which picture of a generator that makes several, from 0.
    recolor     what the flats are shown as in the end; hints, tags and palette know nothing of it.
    references  coloured drawings that tell regions their colours; hints outrank them, and so do
                tags in the parts that they colour, which `tagged` are.
    told        how many of the first hints references told, and not the artist.
    """

    request_id: int
    line_art: LineArt
    hints: HintSet = field(default_factory=HintSet)
    tags: TagSelection = field(default_factory=TagSelection)
    palette: tuple[Rgb, ...] = ()
    regions: RegionWishes = field(default_factory=RegionWishes)
    trace: TraceAreas | None = None
    light: Light | None = None
    light_strokes: tuple[LightStroke, ...] = ()
    tidy: float | None = None
    variant: int = 0
    recolor: Recolor = AS_PAINTED
    references: References = field(default_factory=References)
    tagged: frozenset[Part] = frozenset()
    told: int = 0
    quality: Quality = Quality.FULL
    long_side: int = 0

    def __post_init__(self) -> None:
        if self.variant < 0:
            raise ValueError(f"variants count from 0; got {self.variant}")
        if self.tidy is not None:
            check_tidy(self.tidy)
        if self.trace is not None and self.trace.areas_u8.shape != self.line_art.size.shape:
            height, width = self.trace.areas_u8.shape
            raise ValueError(
                f"trace areas of {width}×{height} do not fit line art of {self.line_art.size}; "
                "read both from one picture"
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColorizeResult:
    """One stage of a request's answer.

    rgba_u8  uint8 (H, W, 4) sRGB, the colour under the lines, at the stage's own size: the
             picture's own size for FULL, smaller before.
    flat_u8, shade_u8, highlight_u8  uint8 (H, W, 3), the same picture taken apart: flat colour,
             a factor to multiply it by, and what is screened over both (models.coloring.shade).
             None where a stage has none.
    region   the picture's pixels that may have changed, in picture coordinates.
    tones_u8 uint8 (H, W) which tone of the request's light each pixel has: 0 lit, 1 shade, 2 its
             second tone, 3 highlight. None without a light.
    parts    uint8 (h, w) models.hints.parts.Part of each place, at a size of its own; None if
    unknown.
    report   what became of hints and palette; None before the last stage.
    told     what references told of regions; None without any.
    device   where it was computed, with the reason in words; after a fall-back not the chosen one.
    """

    request_id: int
    stage: Stage
    rgba_u8: U8Array
    region: Rect
    elapsed_ms: float
    flat_u8: U8Array | None = None
    shade_u8: U8Array | None = None
    highlight_u8: U8Array | None = None
    tones_u8: U8Array | None = None
    parts: U8Array | None = None
    report: ColorReport | None = None
    told: ReferenceReport | None = None
    device: DeviceChoice | None = None
