"""A request's light over its flats, and what of that stays when only the light changes."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, I32Array, U8Array
from models.cancel import IsCancelled
from models.coloring.compose import LaidRows, LayRows, SmallColor, leave_bare
from models.coloring.line_guide import LineGuide
from models.coloring.palette import Recolor
from models.coloring.trace import TraceAreas
from models.geometry import Size
from models.lighting.form import LitForm, read_form
from models.lighting.light import Light
from models.lighting.lit_share import told_maps
from models.lighting.maps import ToneMaps
from models.lighting.relight import Relighter, lay_levels
from models.lighting.strokes import LightStrokes, scale_strokes
from models.regions.sampled import LabelRows
from models.requests.request import ColorizeRequest
from models.runtime.light_graph import LightGraph

SurfaceArray = NDArray[np.uint16] | I32Array
"""The surface of each pixel, (H, W)."""


@dataclass(frozen=True, slots=True, eq=False)
class LitDrawing:
    """A small colour as light sees it.

    line_u8  uint8 (h, w), the drawing at the small size; form  what its flats tell of its form.
    labels   int32 (H, W) the drawing's regions at native size, None if they are not known.
    bare     bool (h, w) where the artist wants no colour; None for nowhere.
    """

    line_u8: U8Array
    flat_u8: U8Array
    form: LitForm
    labels: LabelRows | None
    bare: BoolArray | None


@dataclass(frozen=True, slots=True, eq=False)
class NativeLight:
    """What lays a light over the native rows of a drawing."""

    drawing: LitDrawing
    relighter: Relighter

    def surfaces(self, size: Size) -> SurfaceArray:
        """To note the surfaces of a picture's pixels in, as numbers that hold them all."""
        most = self.drawing.form.surfaces.count
        if most < 1 << 16:
            return np.empty(size.shape, dtype=np.uint16)
        return np.empty(size.shape, dtype=np.int32)

    def layer(self, surfaces: SurfaceArray | None = None) -> LayRows:
        """Lays it over flats, and notes the surfaces of their pixels: (H, W)."""

        def lay(rows: slice, flat_u8: U8Array) -> LaidRows:
            found = self._found(rows, flat_u8)
            if surfaces is not None:
                surfaces[rows] = found
            return self.relighter.rows(rows, found, flat_u8)

        return lay

    def _found(self, rows: slice, flat_u8: U8Array) -> I32Array:
        """The surfaces of some native rows, int32 (rows, W); flat_u8  uint8 (rows, W, 3)."""
        known = self.drawing.labels
        labels = np.zeros(flat_u8.shape[:2], dtype=np.int32) if known is None else known[rows]
        return self.drawing.form.surfaces.at(labels, flat_u8)


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """What of a full answer lights the first stages of the next: uint8 (h, w) levels, and what
    they are of."""

    levels_u8: U8Array
    request: ColorizeRequest

    def serves(self, request: ColorizeRequest) -> bool:
        """Whether another request is of the same drawing under the same light."""
        return all(
            getattr(request, name) == getattr(self.request, name)
            for name in ("line_art", "light", "light_strokes", "trace")
        )


class Lighting:
    """Lays lights over drawings, by a trained light or by geometry. For one thread."""

    def __init__(self, graph: LightGraph | None = None) -> None:
        self._graph = graph
        self._latest: tuple[SmallColor, LitDrawing] | None = None
        self._told: tuple[LitDrawing, Light, ToneMaps] | None = None
        self._answer: _Answer | None = None

    def read(
        self, color: SmallColor, guide: LineGuide, line_u8: U8Array, parts: U8Array | None
    ) -> LitDrawing:
        """Look at a small colour; the latest one is not looked at twice.

        line_u8  uint8 (h, w), the drawing at the small size; parts  uint8 (h, w), None if unknown.
        """
        if self._latest is None or self._latest[0] is not color:
            regions = None if color.regions is None else color.regions.guide
            sampled = None if regions is None else regions.sampled.labels
            form = read_form(color.flat_u8, sampled, parts, guide.ink)
            labels = None if regions is None else regions.labels
            self._latest = color, LitDrawing(line_u8, color.flat_u8, form, labels, color.bare)
        return self._latest[1]

    def small(
        self, drawing: LitDrawing, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> LaidRows:
        """All of the picture at the small size."""
        size = Size(*drawing.line_u8.shape)
        trace, picture = request.trace, request.line_art.size
        if trace is not None:
            areas = cv2.resize(trace.areas_u8, size.shape[::-1], interpolation=cv2.INTER_NEAREST)
            trace = TraceAreas(np.asarray(areas, dtype=np.uint8))
        strokes = scale_strokes(
            request.light_strokes, size.width / picture.width, size.height / picture.height
        )
        relighter = self._relighter(
            drawing, request.light, size,
            trace=trace, strokes=strokes, recolor=request.recolor, is_cancelled=is_cancelled,
        )  # fmt: skip
        surfaces = drawing.form.surfaces.index
        laid = relighter.rows(slice(0, size.height), surfaces, drawing.flat_u8)
        return leave_bare(laid, drawing.bare)

    def keep(self, request: ColorizeRequest, light: NativeLight) -> None:
        """Remember a full answer, all of whose rows were asked for."""
        self._answer = _Answer(light.relighter.sketch_u8, request)

    def sketch(self, flat_u8: U8Array, request: ColorizeRequest) -> LaidRows | None:
        """New flats, uint8 (h, w, 3), in the tones of the answer before, in a fraction of the time.

        None if that was another drawing's, or under another light.
        """
        answer = self._answer
        if answer is None or request.light is None or not answer.serves(request):
            return None
        size = flat_u8.shape[1::-1]
        levels = cv2.resize(answer.levels_u8, size, interpolation=cv2.INTER_NEAREST)
        return lay_levels(
            np.asarray(levels, dtype=np.uint8), flat_u8, request.light, request.recolor
        )

    def native(
        self, drawing: LitDrawing, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> NativeLight:
        """What lays a request's light over a drawing's native rows."""
        relighter = self._relighter(
            drawing,
            request.light,
            request.line_art.size,
            trace=request.trace,
            strokes=request.light_strokes,
            recolor=request.recolor,
            is_cancelled=is_cancelled,
        )
        return NativeLight(drawing, relighter)

    def _relighter(
        self,
        drawing: LitDrawing,
        light: Light | None,
        size: Size,
        *,
        trace: TraceAreas | None,
        strokes: LightStrokes,
        recolor: Recolor,
        is_cancelled: IsCancelled,
    ) -> Relighter:
        assert light is not None
        maps = self._maps(drawing, light, is_cancelled)
        return Relighter(
            drawing.form, maps, light, size, trace=trace, strokes=strokes, recolor=recolor
        )

    def _maps(self, drawing: LitDrawing, light: Light, is_cancelled: IsCancelled) -> ToneMaps:
        """What is told of a drawing under a light; the latest answer serves every stage."""
        light = replace(light, own=())  # what chosen colours become moves no shade
        if self._told is None or self._told[0] is not drawing or self._told[1] != light:
            told = None
            if self._graph is not None:
                told = self._graph.maps(
                    drawing.line_u8, drawing.flat_u8, light, is_cancelled=is_cancelled
                )
            self._told = drawing, light, told_maps(drawing.form, light, told)
        return self._told[2]
