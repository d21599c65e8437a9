"""One request's answer in three stages: preview, final, full size."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from models.arrays import BoolArray, U8Array
from models.cancel import IsCancelled, check_cancelled
from models.coloring.compose import (
    FullColor,
    LaidRows,
    SmallColor,
    compose_packed,
    laid_on,
    leave_bare,
    prepare_color,
)
from models.coloring.flats import snap_hints
from models.coloring.full.changes import Made
from models.coloring.full.painted import PaintedPicture, lay_whole
from models.coloring.full.picture import compose_full
from models.coloring.line_guide import LineGuide
from models.coloring.painting import Painting
from models.coloring.palette import AS_PAINTED, ColorReport
from models.coloring.region_color import RegionGuide
from models.coloring.shade import decompose
from models.coloring.tidied import tidy_frame
from models.device import DeviceChoice
from models.encoding import DRAFT_ONLY, fit_line, names_ground
from models.geometry import Frame, Rect
from models.hints.following import scaled_hints
from models.memory import held_bytes
from models.reading.reader import DrawingReader
from models.regions.sampled import label_strips
from models.requests.asking import ReferenceTeller
from models.requests.lighting import Lighting, LitDrawing, NativeLight, SurfaceArray
from models.requests.paintings import Paintings
from models.requests.references import ReferenceReport
from models.requests.request import ColorizeRequest, ColorizeResult, Quality, Stage
from models.rows import PackedRows
from models.runtime.generator import Generator
from models.runtime.light_graph import LightGraph

PREVIEW_LONG_SIDE = 256
PREVIEW_SHARE = 0.5
"""Of the final frame's pixels, what a preview's may be at most: of a larger one the final picture
is there as soon, and is the preview too."""
KEPT_BYTES = 256 << 20
"""Of a picture up to which it is kept for the next request: mostly three to six bytes a pixel."""
QUICK_PIXELS = 2_000_000
"""Pixels of a picture up to which a light needs no coarse stage first."""


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A small colour, how it was made and where."""

    color: SmallColor
    guide: LineGuide
    painting: Painting
    line_u8: U8Array
    device: DeviceChoice


@dataclass(frozen=True, slots=True, eq=False)
class _Facts:
    """What is told beside the pixels of a result."""

    parts: U8Array | None
    device: DeviceChoice
    report: ColorReport | None = None
    told: ReferenceReport | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What of the latest full picture stays when nothing but its light or its colours change.

    request   that was answered, without its light and its colours.
    picture   as it was painted.
    lit       with a light: the drawing as light sees it, and the surface of each pixel, uint16 or
              int32 (H, W); None without one.
    bare      bool (H, W) where the artist wants no colour; None for nowhere.
    made      what it was made of, so that the next picture's changes alone are composed.
    """

    request: ColorizeRequest
    picture: PaintedPicture
    facts: _Facts
    lit: tuple[LitDrawing, SurfaceArray] | None = None
    bare: BoolArray | None = None
    made: Made | None = None

    def before(self, request: ColorizeRequest) -> Made | None:
        """What another request's picture may take tiles from."""
        return None if self.request.trace != request.trace else self.made

    def answers(self, request: ColorizeRequest) -> bool:
        """Whether another request differs from the answered one in nothing else."""
        has_light = request.light is not None
        return has_light is (self.lit is not None) and self.request == _painted(request)


class Colorizer:
    """Answers requests with one generator. Used by one thread at a time.

    A drawing's regions are found for the first full picture; later requests have them from their
    preview on.

    reader  reads drawings with the same generator, and may be shared; None: one of its own.
    light   knows where shade lies; None: by geometry.
    """

    def __init__(
        self,
        generator: Generator,
        *,
        reader: DrawingReader | None = None,
        light: LightGraph | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.generator = generator
        self._reader = reader or DrawingReader(generator)
        self._lighting = Lighting(light)
        self._references = ReferenceTeller(self._reader)
        self._paintings = Paintings(generator)
        self._kept: _Kept | None = None
        self._clock = clock

    def run(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> Iterator[ColorizeResult]:
        """Yield the stages up to the request's quality, each as soon as it is ready.

        The colours of hints outside the palette move to their nearest swatches first, so that the
        palette holds and the hints are obeyed. Elapsed times count from the beginning of the
        request. Where nothing but the light or what colours are shown as differs from the latest
        full picture, nothing is inferred: the full stage alone comes, after the final one if the
        picture is large and lit. Raises Cancelled between and
        within stages, and GeneratorError.
        """
        start = self._clock()
        request, told = self._references.answer(request, is_cancelled=is_cancelled)
        kept = self._kept
        if kept is not None and kept.request.line_art != request.line_art:
            kept = self._kept = None
        if kept is not None and kept.answers(request):
            yield from self._lay_again(request, kept, start, is_cancelled)
            return
        rule = self.generator.spec.size_rule
        size = request.line_art.size
        preview_frame = rule.frame(size, long_side=PREVIEW_LONG_SIDE)
        final_frame = rule.frame(size, long_side=request.long_side)
        if preview_frame.padded.pixels > PREVIEW_SHARE * final_frame.padded.pixels:
            preview_frame = final_frame
        # Where there is no smaller frame to preview at, a generator may paint a draft.
        draft = final_frame == preview_frame and DRAFT_ONLY in self.generator.spec.inputs
        drawn = self._draw(request, preview_frame, is_cancelled, draft=draft)
        laid = self._lay_small(request, Stage.PREVIEW, drawn, is_cancelled)
        yield self._small_result(request, Stage.PREVIEW, drawn, laid, start)
        if request.quality is Quality.PREVIEW:
            return
        if draft or final_frame != preview_frame:
            drawn = self._draw(request, final_frame, is_cancelled)
            laid = self._lay_small(request, Stage.FINAL, drawn, is_cancelled)
        elif request.light is not None:
            laid = self._lay_small(request, Stage.FINAL, drawn, is_cancelled)
        yield self._small_result(request, Stage.FINAL, drawn, laid, start)
        if request.quality is Quality.FINAL:
            return
        check_cancelled(is_cancelled)
        color = self._by_region(request, drawn, is_cancelled)
        light = self._light(request, drawn, color, is_cancelled)
        surfaces = None if light is None else light.surfaces(size)
        full = compose_full(
            color,
            drawn.guide,
            request.line_art.pixels,
            hints=snap_hints(request.hints, request.palette),
            lay=None if light is None else light.layer(surfaces),
            before=None if kept is None else kept.before(request),
            is_cancelled=is_cancelled,
        )
        facts = _Facts(drawn.painting.parts, drawn.device, full.report, told)
        if light is not None:
            self._lighting.keep(request, light)
        laid = full.laid
        bare = laid.rgba_u8[..., 3] == 0 if request.hints.bare() else None
        if held_bytes(full.painted, surfaces) <= KEPT_BYTES:
            lit = None if light is None or surfaces is None else (light.drawing, surfaces)
            self._kept = _Kept(_painted(request), full.painted, facts, lit, bare, full.made)
        if light is None:
            laid = leave_bare(laid_on(request.recolor, laid), bare)
        yield self._result(request, Stage.FULL, laid, facts=facts, start=start)

    def full_rows(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> FullColor[PackedRows]:
        """The last stage of `run` alone, the same pixels in a fraction of the memory.

        For whoever writes them to a file. Raises Cancelled and GeneratorError.
        """
        request, _ = self._references.answer(request, is_cancelled=is_cancelled)
        frame = self.generator.spec.size_rule.frame(
            request.line_art.size, long_side=request.long_side
        )
        drawn = self._draw(request, frame, is_cancelled)
        check_cancelled(is_cancelled)
        color = self._by_region(request, drawn, is_cancelled)
        light = self._light(request, drawn, color, is_cancelled)
        return compose_packed(
            color,
            drawn.guide,
            request.line_art.pixels,
            hints=snap_hints(request.hints, request.palette),
            lay=None if light is None else light.layer(),
            recolor=request.recolor,
            is_cancelled=is_cancelled,
        )

    def told(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> ReferenceReport | None:
        """What references tell of a request's regions; None without any.

        Raises Cancelled and GeneratorError.
        """
        return self._references.answer(request, is_cancelled=is_cancelled)[1]

    def _light(
        self, request: ColorizeRequest, drawn: _Drawn, color: SmallColor, is_cancelled: IsCancelled
    ) -> NativeLight | None:
        """A request's light over the native rows of a small colour; None: it has none."""
        if request.light is None:
            return None
        return self._lighting.native(self._read(drawn, color), request, is_cancelled=is_cancelled)

    def _read(self, drawn: _Drawn, color: SmallColor) -> LitDrawing:
        """The drawing as light sees it, in a small colour."""
        return self._lighting.read(color, drawn.guide, drawn.line_u8, drawn.painting.lit_parts)

    def _lay_again(
        self, request: ColorizeRequest, kept: _Kept, start: float, is_cancelled: IsCancelled
    ) -> Iterator[ColorizeResult]:
        """The answer to a request for which nothing is to be painted."""
        is_full = request.quality is Quality.FULL
        if kept.lit and (not is_full or request.line_art.size.pixels > QUICK_PIXELS):
            stage = Stage.PREVIEW if request.quality is Quality.PREVIEW else Stage.FINAL
            laid = self._lighting.small(kept.lit[0], request, is_cancelled=is_cancelled)
            yield self._result(request, stage, laid, facts=kept.facts, start=start)
            if not is_full:
                return
        check_cancelled(is_cancelled)
        light = None
        if kept.lit is not None:
            light = self._lighting.native(kept.lit[0], request, is_cancelled=is_cancelled)
        lay = _lay_unlit(request, kept) if light is None else _lay_lit(light, kept)

        def lay_unless_cancelled(rows: slice) -> LaidRows:
            check_cancelled(is_cancelled)
            return lay(rows)

        shape = kept.picture.shape
        laid = lay_whole(lay_unless_cancelled, shape, label_strips(shape), lit=light is not None)
        if light is not None:
            self._lighting.keep(request, light)
        laid = leave_bare(laid, kept.bare)
        yield self._result(request, Stage.FULL, laid, facts=kept.facts, start=start)

    def _result(
        self,
        request: ColorizeRequest,
        stage: Stage,
        laid: LaidRows,
        *,
        facts: _Facts,
        start: float,
    ) -> ColorizeResult:
        return ColorizeResult(
            request_id=request.request_id,
            stage=stage,
            rgba_u8=laid.rgba_u8,
            region=Rect.of(request.line_art.size),
            elapsed_ms=(self._clock() - start) * 1000,
            flat_u8=laid.flat_u8,
            shade_u8=laid.shade_u8,
            highlight_u8=laid.highlight_u8,
            tones_u8=laid.tones_u8,
            parts=facts.parts,
            report=facts.report if stage is Stage.FULL else None,
            told=facts.told if stage is Stage.FULL else None,
            device=facts.device,
        )

    def _draw(
        self,
        request: ColorizeRequest,
        frame: Frame,
        is_cancelled: IsCancelled,
        *,
        draft: bool = False,
    ) -> _Drawn:
        """Infer the picture at a frame and take it apart into flats and detail."""
        check_cancelled(is_cancelled)
        line = request.line_art
        features = self._reader.features(line, frame, is_cancelled=is_cancelled)
        check_cancelled(is_cancelled)
        hints = snap_hints(request.hints, request.palette)
        hints = scaled_hints(hints, frame.scale_x, frame.scale_y)
        painting = self._paintings.paint(
            features, hints.told(), request.tags, draft=draft, is_cancelled=is_cancelled
        ).chosen(request.variant)
        check_cancelled(is_cancelled)
        line_u8 = features.line_u8
        if self._tidy(request) and painting.flat is None:
            frame = tidy_frame(frame)
            painting = painting.resized(frame.content)
            line_u8 = fit_line(line.pixels, frame)
        guide = self._reader.guide(line, frame)
        regions = None
        if self._reader.knows_regions(line, request.regions):
            regions = self._reader.regions(
                line, frame, wishes=request.regions, is_cancelled=is_cancelled
            )
        color = self._prepared(request, painting, guide, regions)
        device = painting.device or self.generator.device
        return _Drawn(color, guide, painting, line_u8, device)

    def _by_region(
        self, request: ColorizeRequest, drawn: _Drawn, is_cancelled: IsCancelled
    ) -> SmallColor:
        """The small colour with its regions known; they are found now if they were not before."""
        if drawn.color.regions is not None:
            return drawn.color
        regions = self._reader.regions(
            request.line_art,
            drawn.guide.frame,
            wishes=request.regions,
            is_cancelled=is_cancelled,
        )
        return self._prepared(request, drawn.painting, drawn.guide, regions)

    def _prepared(
        self,
        request: ColorizeRequest,
        painting: Painting,
        guide: LineGuide,
        regions: RegionGuide | None,
    ) -> SmallColor:
        return prepare_color(
            painting,
            guide,
            hints=request.hints,
            told_hints=request.told,
            palette=request.palette,
            regions=regions,
            trace=request.trace,
            tidy=self._tidy(request),
            keeps_ground=names_ground(request.tags),
        )

    def _tidy(self, request: ColorizeRequest) -> float:
        """How far a request's painting is tidied."""
        return self.generator.spec.tidy if request.tidy is None else request.tidy

    def _lay_small(
        self, request: ColorizeRequest, stage: Stage, drawn: _Drawn, is_cancelled: IsCancelled
    ) -> LaidRows:
        """What lies over the flats of a small stage.

        Before the last stage that is the light of the answer before, if it is the same, since
        asking anew costs more than a preview; a preview that follows none is flat.
        """
        color = drawn.color
        if request.light is None:
            return laid_on(request.recolor, _plain(color.rgb_u8(), color.flat_u8))
        if stage.value != request.quality.value:
            known = self._lighting.sketch(color.flat_u8, request)
            if known is not None:
                return known
            if stage is Stage.PREVIEW:
                return laid_on(request.recolor, _plain(color.flat_u8, color.flat_u8))
        return self._lighting.small(self._read(drawn, color), request, is_cancelled=is_cancelled)

    def _small_result(
        self, request: ColorizeRequest, stage: Stage, drawn: _Drawn, laid: LaidRows, start: float
    ) -> ColorizeResult:
        facts = _Facts(drawn.painting.parts, drawn.device)
        laid = leave_bare(laid, drawn.color.bare)
        return self._result(request, stage, laid, facts=facts, start=start)


def _plain(rgb_u8: U8Array, flat_u8: U8Array) -> LaidRows:
    """A picture as colour and what lies over its flats, without a light; uint8 (h, w, 3) each."""
    rgba_u8 = np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
    return LaidRows(rgba_u8, flat_u8, *decompose(rgb_u8, flat_u8))


def _lay_lit(light: NativeLight, kept: _Kept) -> Callable[[slice], LaidRows]:
    """What lays a light over rows of kept flats."""
    assert kept.lit is not None
    surfaces = kept.lit[1]
    return lambda rows: light.relighter.rows(
        rows, surfaces[rows].astype(np.int32), kept.picture.flats(rows)
    )


def _lay_unlit(request: ColorizeRequest, kept: _Kept) -> Callable[[slice], LaidRows]:
    """What lays the generator's own shading over rows of kept flats."""
    return lambda rows: laid_on(request.recolor, kept.picture.laid(rows))


def _painted(request: ColorizeRequest) -> ColorizeRequest:
    """What of a request decides what is painted."""
    plain = replace(request, light=None, light_strokes=(), recolor=AS_PAINTED)
    return replace(plain, request_id=0, quality=Quality.FULL)
