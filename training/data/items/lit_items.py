"""Items of a training of light: line art, flats in any colours, the light, and what it does."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.cells.cells import normalized_ink
from models.color import pack_colors
from training.data.items.augment import ViewStyle, random_view
from training.data.items.picture_items import Arrays, DrawLines, degraded_mix
from training.data.sample import Sample

WHITE = 0xFFFFFF
WHITE_KEPT = 0.7
"""Chance that paper, whites of eyes and white garments stay white when colours are redrawn."""
THICKER = ((2, 2), (3, 3))
"""Sizes of the pens that lines are drawn over with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatsMix:
    """Chances of what becomes of the flats of a view, so that their colours tell nothing.

    redrawn  every colour becomes a random one.
    merged   some of these become the same.
    blank    everything is white; what is left of one stays as it is.
    """

    redrawn: float = 0.7
    merged: float = 0.3
    blank: float = 0.06

    def __post_init__(self) -> None:
        if min(self.redrawn, self.merged, self.blank) < 0 or self.redrawn + self.blank > 1:
            raise ValueError("chances are 0 or more, redrawn and blank together at most 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class LitItems:
    """Makes items from samples whose flats and tones are known; a ``build`` of Items.

    view      how views are drawn; square.
    lines     draws the line art of a view.
    flats     what becomes of its flats.
    unknown   chance that a light that is known is not told.
    thicker   chance that lines are drawn over with a wider pen, more or less firmly.
    amount_noise   standard deviation of the logarithm of the told amount of shade.

    An item holds line (1, S, S) float32, ink 1, normalized as the application does; flats
    (3, S, S) uint8; light (4,) float32: sine and cosine of the direction (clockwise, 0 from
    above), whether it is known, share of the whole figure in shade; tones (4, S, S) uint8 as
    training.data.tones has them, known (4,) float32: which of them are; figure (S, S) uint8, 255
    where there is one.
    """

    view: ViewStyle
    lines: DrawLines = field(default=degraded_mix)
    flats: FlatsMix = field(default_factory=FlatsMix)
    unknown: float = 0.15
    thicker: float = 0.4
    amount_noise: float = 0.12

    def __post_init__(self) -> None:
        if self.view.recolor_share or self.view.jitter:
            raise ValueError(
                "recolor_share and jitter change a picture behind its flats; set them to none, and "
                "flats.redrawn instead"
            )

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item; the same for the same generator state. The sample has flats and tones."""
        view = random_view(sample, self.view, rng)
        assert sample.tones is not None
        assert view.tones is not None
        assert view.flat is not None
        line_u8 = self.lines(view, rng)
        if rng.random() < self.thicker:
            line_u8 = _drawn_over(line_u8, rng)
        amount = share_in_shade(sample) * float(np.exp(rng.normal(0, self.amount_noise)))
        told = None if rng.random() < self.unknown else view.light
        return {
            "line": normalized_ink(line_u8)[None],
            "flats": _planes(redraw_flats(view.flat, self.flats, rng)),
            "light": encode_light(told, amount),
            "tones": _planes(view.tones.stacked()),
            "known": np.array(view.tones.known, np.float32),
            "figure": view.figure,
        }


def encode_light(degrees: float | None, amount: float) -> FloatArray:
    """A light as the network takes it, float32 (4,); None: of unknown direction.

    degrees  clockwise, 0 from above; amount is the share of the figure that lies in shade.
    """
    amount = min(max(amount, 0.0), 1.0)
    if degrees is None:
        return np.array([0, 0, 0, amount], np.float32)
    turn = np.deg2rad(degrees)
    return np.array([np.sin(turn), np.cos(turn), 1, amount], np.float32)


def share_in_shade(sample: Sample) -> float:
    """How much of a sample's figure lies in shade, 0 to 1. Its tones are known."""
    assert sample.tones is not None
    drawn = float(np.count_nonzero(sample.figure))
    return float(sample.tones.first.sum(dtype=np.float64)) / 255 / max(drawn, 1.0)


def redraw_flats(flat: U8Array, mix: FlatsMix, rng: Rng) -> U8Array:
    """Flats uint8 (H, W, 3) in other colours: equal pixels stay equal."""
    kind = rng.random()
    if kind < mix.blank:
        return np.full_like(flat, 255)
    if kind >= mix.blank + mix.redrawn:
        return flat
    colors, place = np.unique(pack_colors(flat).ravel(), return_inverse=True)
    new = rng.integers(0, 256, (len(colors), 3)).astype(np.uint8)
    pale = rng.random(len(colors)) < 0.4
    new[pale] = 255 - new[pale] // 4
    if rng.random() < mix.merged:
        new = new[rng.integers(0, len(colors), len(colors))]
    if rng.random() < WHITE_KEPT:
        new[colors == WHITE] = 255
    return np.asarray(new[place].reshape(flat.shape), np.uint8)


def _drawn_over(line_u8: U8Array, rng: Rng) -> U8Array:
    """Lines of a wider pen, whose second stroke is of any firmness."""
    pen = np.ones(THICKER[int(rng.integers(len(THICKER)))], np.uint8)
    wide = cv2.erode(line_u8, pen)
    firm = float(rng.uniform(0.3, 1.0))
    return np.asarray(cv2.addWeighted(wide, firm, line_u8, 1 - firm, 0), np.uint8)


def _planes(picture: NDArray[np.uint8]) -> U8Array:
    return np.ascontiguousarray(picture.transpose(2, 0, 1))
