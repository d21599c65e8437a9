"""Figures of a picture coloured by the application, beside a flood fill and the best choices."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import U8Array
from models.cancel import never_cancelled
from models.cells.cells import map_drawing
from models.encoding import encode_cells
from models.geometry import Size, SizeRule
from models.hints.hints import HintSet, LineArt, hint_owners
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.runtime.generator import Generator
from training.metrics.baselines import darkened_watershed, watershed_fill
from training.metrics.case import Case
from training.metrics.fidelity import CLOSE, LINE_INK, STAIN

FloatArray = NDArray[np.floating]
Color = Callable[[Case, HintSet], U8Array]
"""Colours a case: uint8 (H, W, 3), the colour under the lines at the drawing's own size."""

EVERY = 3
"""Every third pixel of every third row is compared: some 65 thousand of a picture of 768."""
NEAR = 4
"""Pixels around a hint in which its neighbourhood is compared: 9 x 9 around a point."""
GOOD_HINT = 8.0
"""A pixel has a hint of its own colour if some hint differs from the truth by less."""
FILL, PIECE, PIXEL = "watershed", "best hint per piece", "best hint per pixel"
PIECE_SIDE = 384


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeFigures:
    """Figures of one picture, CIEDE2000 over the figure beside the lines.

    off_line     mean difference.
    share_close  share of pixels below a difference of 10.
    hinted       mean where some hint has the true colour, about; unhinted: where none has.
    won, lost    share of pixels that are right where the fill is wrong, and the other way round.
    background   share of truly white background that is coloured.
    obeyed       share of hints whose every pixel off the lines has exactly the hint's colour.
    near         mean difference within NEAR pixels of a hint.
    """

    off_line: float
    share_close: float
    hinted: float
    unhinted: float
    won: float
    lost: float
    background: float
    obeyed: float
    near: float


def application(generator: Generator, *, long_side: int = 0) -> Color:
    """Colour as the application does, to the full-size flats and shade under the lines.

    long_side  of inference; 0: the generator's own.
    """
    colorizer = Colorizer(generator)

    def color(case: Case, hints: HintSet) -> U8Array:
        request = ColorizeRequest(
            request_id=1, line_art=LineArt(case.line_u8), hints=hints, long_side=long_side
        )
        full = colorizer.full_rows(request, is_cancelled=never_cancelled)
        return np.ascontiguousarray(full.rgba_u8[:][..., :3])

    return color


def fills() -> Mapping[str, Color]:
    """Flood fill by watershed on the native line art, plain and with darkened lines."""
    return {
        FILL: lambda case, hints: _bytes(watershed_fill(case.line_u8, hints)),
        "watershed, lines darkened": lambda case, hints: _bytes(
            darkened_watershed(case.line_u8, hints)
        ),
    }


class Comparison:
    """One case with its hints: what is true, and what the fill makes of it."""

    def __init__(self, case: Case, hints: HintSet) -> None:
        self.case, self.hints = case, hints
        on_line = (255 - case.line_u8.astype(np.int32)) > LINE_INK
        inside = case.sample.figure > 127
        self._beside = (inside & ~on_line)[::EVERY, ::EVERY]
        white = ~inside & ~on_line & (case.sample.color.min(axis=2) >= 250)
        self._white = cv2.erode(white.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        self._on_line = on_line
        self._truth = rgb2lab(case.sample.color[::EVERY, ::EVERY][self._beside] / 255.0)
        owned = hint_owners(hints, Size(*on_line.shape)) > 0
        near = cv2.dilate(owned.astype(np.uint8), np.ones((2 * NEAR + 1, 2 * NEAR + 1), np.uint8))
        self._near = near[::EVERY, ::EVERY][self._beside] > 0
        self._by_hint = self._hint_differences()
        self._fill_right = self._differences(_bytes(watershed_fill(case.line_u8, hints))) < CLOSE

    def figures(self, picture_u8: U8Array) -> NativeFigures:
        """The figures of a picture, uint8 (H, W, 3)."""
        difference = self._differences(picture_u8)
        right = difference < CLOSE
        hinted = self._best_hint() < GOOD_HINT
        return NativeFigures(
            off_line=_mean(difference),
            share_close=_mean(right),
            hinted=_mean(difference[hinted]),
            unhinted=_mean(difference[~hinted]),
            won=_mean(right & ~self._fill_right),
            lost=_mean(~right & self._fill_right),
            background=self._background(picture_u8),
            obeyed=self._obeyed(picture_u8),
            near=_mean(difference[self._near]),
        )

    def oracles(self) -> dict[str, dict[str, float]]:
        """What the best hint for every pixel, and for every piece, would give."""
        if not len(self.hints):
            return {}
        by_piece = self._by_hint[np.arange(len(self._truth)), self._best_of_pieces()]
        return {
            PIECE: {"off_line": _mean(by_piece), "share_close": _mean(by_piece < CLOSE)},
            PIXEL: {
                "off_line": _mean(self._best_hint()),
                "share_close": _mean(self._best_hint() < CLOSE),
            },
        }

    def _differences(self, picture_u8: U8Array) -> FloatArray:
        ours = rgb2lab(picture_u8[::EVERY, ::EVERY][self._beside] / 255.0)
        return np.asarray(deltaE_ciede2000(self._truth, ours))

    def _hint_differences(self) -> FloatArray:
        """Difference of every compared pixel from every hint's colour, (pixels, hints)."""
        labs = rgb2lab(np.array(self.hints.colors(), dtype=np.float64).reshape(-1, 1, 3) / 255)
        return (
            np.stack(
                [
                    deltaE_ciede2000(self._truth, np.broadcast_to(lab, self._truth.shape))
                    for lab in labs
                ],
                axis=1,
            )
            if len(self.hints)
            else np.zeros((len(self._truth), 0))
        )

    def _best_hint(self) -> FloatArray:
        if not len(self.hints):
            return np.full(len(self._truth), np.inf)
        return np.asarray(self._by_hint.min(axis=1))

    def _best_of_pieces(self) -> NDArray[np.intp]:
        """For every compared pixel the hint that is best for its whole piece."""
        size = Size(*self.case.line_u8.shape)
        frame = SizeRule().frame(size, long_side=PIECE_SIDE)
        content = (frame.content.width, frame.content.height)
        small = cv2.resize(self.case.line_u8, content, interpolation=cv2.INTER_AREA)
        scaled = self.hints.scaled(frame.scale_x, frame.scale_y)
        labels = encode_cells(map_drawing(np.asarray(small, np.uint8)), scaled).pieces.labels
        native = cv2.resize(
            labels.astype(np.float32), (size.width, size.height), interpolation=cv2.INTER_NEAREST
        ).astype(np.int32)[::EVERY, ::EVERY][self._beside]
        count = int(labels.max()) + 1
        costs = [np.bincount(native, column, count) for column in self._by_hint.T]
        return np.asarray(np.stack(costs, axis=1).argmin(axis=1)[native])

    def _background(self, picture_u8: U8Array) -> float:
        if not self._white.any():
            return float("nan")
        away = rgb2lab(picture_u8[self._white][::EVERY] / 255.0) - np.array([100.0, 0, 0])
        return float((np.sqrt((away**2).sum(axis=1)) > STAIN).mean())

    def _obeyed(self, picture_u8: U8Array) -> float:
        if not len(self.hints):
            return float("nan")
        owner = hint_owners(self.hints, Size(*self._on_line.shape))
        owner[self._on_line] = 0
        colors = np.array([(0, 0, 0), *(hint.color for hint in self.hints)], dtype=np.uint8)
        wrong = (picture_u8 != colors[owner]).any(axis=2) & (owner > 0)
        seen = np.unique(owner[owner > 0])
        return 1 - len(np.unique(owner[wrong])) / max(1, len(seen))


def as_dict(figures: NativeFigures) -> dict[str, float]:
    """The figures by name."""
    return dataclasses.asdict(figures)


def _mean(values: NDArray[np.generic]) -> float:
    return float(values.mean()) if values.size else float("nan")


def _bytes(picture: NDArray[np.float32]) -> U8Array:
    return np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)
