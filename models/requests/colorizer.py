"""One request's answer in three stages: preview, final, full size."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from models.cancel import IsCancelled, check_cancelled
from models.coloring.compose import (
    FullColor,
    SmallColor,
    compose_full,
    compose_packed,
    prepare_color,
)
from models.coloring.flats import snap_hints
from models.coloring.line_guide import LineGuide
from models.coloring.painting import Painting
from models.coloring.shade import decompose
from models.device import DeviceChoice
from models.encoding import DRAFT_ONLY
from models.geometry import Frame, Rect
from models.reading.reader import DrawingReader
from models.requests.request import ColorizeRequest, ColorizeResult, Quality, Stage
from models.rows import PackedRows
from models.runtime.generator import Generator

PREVIEW_LONG_SIDE = 256


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A small colour, how it was made and where."""

    color: SmallColor
    guide: LineGuide
    painting: Painting
    device: DeviceChoice


class Colorizer:
    """Answers requests with one generator. Used by one thread at a time.

    A drawing's regions are found for the first full picture; later requests have them from their
    preview on.

    reader  reads drawings with the same generator, and may be shared; None: one of its own.
    """

    def __init__(
        self,
        generator: Generator,
        *,
        reader: DrawingReader | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.generator = generator
        self._reader = reader or DrawingReader(generator)
        self._clock = clock

    def run(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> Iterator[ColorizeResult]:
        """Yield the stages up to the request's quality, each as soon as it is ready.

        The colours of hints outside the palette move to their nearest swatches first, so that the
        palette holds and the hints are obeyed. Elapsed times count from the beginning of the
        request. Raises Cancelled between and within stages, and GeneratorError.
        """
        start = self._clock()
        rule = self.generator.spec.size_rule
        size = request.line_art.size
        preview_frame = rule.frame(size, long_side=PREVIEW_LONG_SIDE)
        # A generator of one size has no smaller frame to preview at, but may paint a draft.
        final_frame = rule.frame(size, long_side=request.long_side)
        draft = final_frame == preview_frame and DRAFT_ONLY in self.generator.spec.inputs
        drawn = self._draw(request, preview_frame, is_cancelled, draft=draft)
        yield self._small_result(request, Stage.PREVIEW, drawn, start)
        if request.quality is Quality.PREVIEW:
            return
        if draft or final_frame != preview_frame:
            drawn = self._draw(request, final_frame, is_cancelled)
        yield self._small_result(request, Stage.FINAL, drawn, start)
        if request.quality is Quality.FINAL:
            return
        check_cancelled(is_cancelled)
        full = compose_full(
            self._by_region(request, drawn, is_cancelled),
            drawn.guide,
            request.line_art.pixels,
            hints=snap_hints(request.hints, request.palette),
            is_cancelled=is_cancelled,
        )
        yield ColorizeResult(
            request_id=request.request_id,
            stage=Stage.FULL,
            rgba_u8=full.rgba_u8,
            region=Rect.of(size),
            elapsed_ms=(self._clock() - start) * 1000,
            flat_u8=full.flat_u8,
            shade_u8=full.shade_u8,
            highlight_u8=full.highlight_u8,
            parts=drawn.painting.parts,
            report=full.report,
            device=drawn.device,
        )

    def full_rows(
        self, request: ColorizeRequest, *, is_cancelled: IsCancelled
    ) -> FullColor[PackedRows]:
        """The last stage of `run` alone, the same pixels in a fraction of the memory.

        For whoever writes them to a file. Raises Cancelled and GeneratorError.
        """
        frame = self.generator.spec.size_rule.frame(
            request.line_art.size, long_side=request.long_side
        )
        drawn = self._draw(request, frame, is_cancelled)
        check_cancelled(is_cancelled)
        return compose_packed(
            self._by_region(request, drawn, is_cancelled),
            drawn.guide,
            request.line_art.pixels,
            hints=snap_hints(request.hints, request.palette),
            is_cancelled=is_cancelled,
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
        guide = self._reader.guide(line, frame)
        regions = None
        if self._reader.knows_regions(line):
            regions = self._reader.regions(line, frame, is_cancelled=is_cancelled)
        hints = snap_hints(request.hints, request.palette).scaled(frame.scale_x, frame.scale_y)
        painting = self.generator.paint(
            features, hints, request.tags, draft=draft, is_cancelled=is_cancelled
        )
        check_cancelled(is_cancelled)
        color = prepare_color(
            painting,
            guide,
            hints=request.hints,
            palette=request.palette,
            regions=regions,
            trace=request.trace,
        )
        return _Drawn(color, guide, painting, painting.device or self.generator.device)

    def _by_region(
        self, request: ColorizeRequest, drawn: _Drawn, is_cancelled: IsCancelled
    ) -> SmallColor:
        """The small colour with its regions known; they are found now if they were not before."""
        if drawn.color.regions is not None:
            return drawn.color
        regions = self._reader.regions(
            request.line_art, drawn.guide.frame, is_cancelled=is_cancelled
        )
        return prepare_color(
            drawn.painting,
            drawn.guide,
            hints=request.hints,
            palette=request.palette,
            regions=regions,
            trace=request.trace,
        )

    def _small_result(
        self, request: ColorizeRequest, stage: Stage, drawn: _Drawn, start: float
    ) -> ColorizeResult:
        size = request.line_art.size
        rgb = drawn.color.rgb_u8()
        opaque = np.full((*rgb.shape[:2], 1), 255, dtype=np.uint8)
        shade, highlight = decompose(rgb, drawn.color.flat_u8)
        return ColorizeResult(
            request_id=request.request_id,
            stage=stage,
            rgba_u8=np.concatenate([rgb, opaque], axis=2),
            region=Rect.of(size),
            elapsed_ms=(self._clock() - start) * 1000,
            flat_u8=drawn.color.flat_u8,
            shade_u8=shade,
            highlight_u8=highlight,
            parts=drawn.painting.parts,
            device=drawn.device,
        )
