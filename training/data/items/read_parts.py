"""Items for learning to read line art: its parts, and which places have one colour."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator as Rng

from models.cells.cells import normalized_ink
from models.hints.parts import UNLABELLED
from training.data.items.augment import ViewStyle, random_view
from training.data.items.correspondence import din99_u8
from training.data.items.picture_items import Arrays, shrunk, shrunk_plane
from training.data.lines.lineart import degrade_lines, draw_lines
from training.data.sample import Sample

PAPER = 200
"""Line art lighter than this shows a surface's colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPartItems:
    """Makes items from samples; an instance is what training.data.items.items calls ``build``.

    view       how views are drawn; square.
    ink_share  chance of a sample's exact line layer.
    enlarged   lines are drawn at so many times the view's side and shrunk, as the application
               shrinks drawings.
    places     how many places of a view are compared by their colours.

    An item holds line (1, S, S) float32, ink 1, normalized as the application does; parts
    (S/2, S/2) uint8, UNLABELLED where unknown, trust (S/2, S/2) uint8; places (N,) int64 into
    the flattened half size, their colors (N, 3) float32 in DIN99o.
    """

    view: ViewStyle
    ink_share: float = 0.35
    enlarged: int = 2
    places: int = 96

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item; the same for the same generator state."""
        side = self.view.side
        view = random_view(sample, replace(self.view, side=side * self.enlarged), rng)
        line_u8 = degrade_lines(draw_lines(view, rng, ink_share=self.ink_share), rng)
        if self.enlarged > 1:
            line_u8, view = shrunk_plane(line_u8, side), shrunk(view, side)
        half = (side // 2, side // 2)
        parts = np.full(half, UNLABELLED, np.uint8)
        trust = np.full(half, 255, np.uint8)
        if view.labels is not None:
            parts = view.labels[::2, ::2]
        if view.trust is not None:
            trust = view.trust[::2, ::2]
        clear = np.minimum(line_u8[::2, ::2], line_u8[1::2, 1::2]) >= PAPER
        weight = (clear * np.where(view.figure[::2, ::2] > 127, 1.0, 0.15)).ravel() + 1e-6
        places = rng.choice(weight.size, self.places, p=weight / weight.sum())
        return {
            "line": normalized_ink(line_u8)[None],
            "parts": np.ascontiguousarray(parts),
            "trust": np.ascontiguousarray(trust),
            "places": places.astype(np.int64),
            "colors": din99_u8(view.color[::2, ::2].reshape(-1, 3)[places]),
        }
