"""Items of the published methods: line art, colour, hints and tags as the application has them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.geometry import Size
from models.hints.hints import HintSet, rasterize_hints
from training.data.items.augment import ViewStyle, random_view
from training.data.items.recolor import redraw_colors
from training.data.items.redraw_tags import TagRedraw
from training.data.items.shape_facts import Shapes, shape_facts
from training.data.lines.lineart import degrade_lines, draw_lines
from training.data.sample import Sample
from training.data.tagging import TagList

Arrays = dict[str, NDArray[np.generic]]
DrawLines = Callable[[Sample, Rng], U8Array]
DrawHints = Callable[[Sample, U8Array, Rng], HintSet]
"""Hints for a view, given its picture and its line art uint8 (H, W)."""
PAIR_SHARE = 0.5
"""Chance of each tag to differ between two colourings of a view."""
NO_FACTS = np.zeros(0, dtype=np.float32)


def degraded_mix(sample: Sample, rng: Rng) -> U8Array:
    """Lines in a random style with what hands, pens and scanners do to them."""
    return degrade_lines(draw_lines(sample, rng), rng)


def no_hints(_sample: Sample, _line_u8: U8Array, _rng: Rng) -> HintSet:
    """No hint at all."""
    return HintSet(())


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureItems:
    """Makes items from pictures; an instance is what training.data.items.items calls ``build``.

    view       how views are drawn; square.
    lines      draws the line art of a view.
    hints      draws its hints.
    colors     order of the multi-hot colour tags; None if the method takes none.
    tag_kept   chance that a tag of the picture is given.
    hint_cell  side of the cells of the hints' tensor: 4 for hints at a quarter of the size.
    redraw_share  chance that the colours are drawn anew, behind the lines' back.
    tags_redrawn  how tags are drawn anew with their parts' colours; none: not at all.
    paired     each view comes in two colourings: some of its tags drawn anew once more.
    shapes     which shape facts are asked for (training.data.items.shape_facts); None: no facts.

    An item holds line (1, S, S) uint8, 0 = ink; rgb (3, S, S) uint8; hints (4, S/cell, S/cell)
    float32 as models.hints.hints.rasterize_hints draws them; redrawn, 1 if the colours are new;
    parts (S, S) uint8 labels (UNLABELLED where
    unknown); tags (T,) float32 given tags; tags_true and tags_known (T,) float32: which hold, and
    of which that is known; shapes_true and shapes_known (N,) likewise. If paired, rgb_other and
    tags_other are the second colouring.
    """

    view: ViewStyle
    lines: DrawLines = field(default=degraded_mix)
    hints: DrawHints = field(default=no_hints)
    colors: TagList | None = None
    tag_kept: float = 1.0
    hint_cell: int = 1
    redraw_share: float = 0.0
    tags_redrawn: TagRedraw | None = None
    paired: bool = False
    shapes: Shapes | None = None

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item; the same for the same generator state."""
        view = random_view(sample, self.view, rng)
        if self.tags_redrawn is not None:
            view = self.tags_redrawn(view, rng)
        line_u8 = self.lines(view, rng)
        facts = shape_facts(view, self.shapes) if self.shapes else (NO_FACTS, NO_FACTS)
        redrawn = self.redraw_share > 0 and rng.random() < self.redraw_share
        if redrawn:
            view = redraw_colors(view, rng)
        side = self.view.side
        cells = side // self.hint_cell
        hints = self.hints(view, line_u8, rng)
        parts = np.full((side, side), 255, np.uint8) if view.labels is None else view.labels
        true, known = self._tags(view)
        kept = (rng.random(len(true)) < self.tag_kept).astype(np.float32)
        return {
            **self._other_coloring(view, kept, rng),
            "line": line_u8[None],
            "rgb": _planes(view.color),
            "hints": rasterize_hints(
                hints.scaled(1 / self.hint_cell, 1 / self.hint_cell), Size(cells, cells)
            ),
            "redrawn": np.array(redrawn, dtype=np.float32),
            "parts": parts,
            "tags": true * kept,
            "tags_true": true,
            "tags_known": known,
            "shapes_true": facts[0],
            "shapes_known": facts[1],
        }

    def _tags(self, view: Sample) -> tuple[FloatArray, FloatArray]:
        """Which colour tags hold, and of which that is known; float32 (T,) each.

        A collection's tags name whatever a picture shows: all that they leave out is known not to
        hold, as the published trainings take it.
        """
        if self.colors is None:
            return NO_FACTS, NO_FACTS
        if view.named:
            named = self.colors.encode(view.named if self.colors.is_foreign else view.tags)
            return named, np.array([tag is not None for tag in self.colors.tags], np.float32)
        true = self.colors.encode(view.tags)
        return true, np.maximum(true, self.colors.encode(view.absent))

    def _other_coloring(self, view: Sample, kept: NDArray[np.float32], rng: Rng) -> Arrays:
        if not self.paired or self.tags_redrawn is None:
            return {}
        other = replace(self.tags_redrawn, share=PAIR_SHARE)(view, rng)
        return {
            "rgb_other": _planes(other.color),
            "tags_other": self._tags(other)[0] * kept,
        }


def _planes(color: U8Array) -> U8Array:
    return np.ascontiguousarray(color.transpose(2, 0, 1))


def shrunk(sample: Sample, side: int) -> Sample:
    """A view at another square size, all planes together, for methods with a small stage."""

    def area(plane: U8Array) -> U8Array:
        return shrunk_plane(plane, side)

    def nearest(plane: U8Array) -> U8Array:
        return np.asarray(
            cv2.resize(plane, (side, side), interpolation=cv2.INTER_NEAREST), np.uint8
        )

    return replace(
        sample,
        color=area(sample.color),
        figure=nearest(sample.figure),
        line=None if sample.line is None else area(sample.line),
        flat=None if sample.flat is None else nearest(sample.flat),
        shade=None if sample.shade is None else area(sample.shade),
        tones=sample.tones and sample.tones.changed(area),
        labels=None if sample.labels is None else nearest(sample.labels),
        trust=None if sample.trust is None else nearest(sample.trust),
        regions=None,
    )


def shrunk_plane(plane: U8Array, side: int) -> U8Array:
    """One plane at another square size, averaged."""
    return np.asarray(cv2.resize(plane, (side, side), interpolation=cv2.INTER_AREA), np.uint8)
