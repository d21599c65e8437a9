"""The flat colours that a soft painting stands for: of its pieces, and of the hints.

A soft network mixes the colours of neighbouring hints, and its light with its hues. What darkens a
piece of the drawing is shade, so the piece's own colour is that of its lit half. With hints a piece
takes the colour of one of them: of the one that the painting is nearest to there, unless the lines
between them speak for another. How much each counts was chosen on drawings that no training saw.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.arrays import BoolArray, FloatArray, I32Array
from models.cells.pieces import cut_by_hint_set
from models.coloring.corrections.ground import is_no_paper
from models.coloring.flats import srgb_to_oklab
from models.coloring.line_guide import LineGuide
from models.coloring.shade import LUMA, cleaned_share
from models.geometry import Frame
from models.hints.hints import HintSet

LIKENESS, FARTHEST = 40.0, 0.2
"""What an OKLab distance of 1 between painting and hint counts against it, and the largest one."""
BASIN = 3.0
"""What it counts for a hint that the piece lies in its basin, the paper nearest to it by lines."""
BARRIER, PATH, DISTANCE = 20.0, 10.0, 10.0
"""What counts against it: the ink that must be crossed, the ink on the way, how far it is, each
beyond the least of all hints (models.cells.pieces.Pieces.relations)."""
HOME = 50.0
"""What it counts that the hint lies in this very piece: more than all else."""
STRANGE, WALL = 0.08, 0.8
"""A piece keeps its own colour if the hint that it would take is so far from that in OKLab, and so
much ink lies on every way to it: no hint speaks of it then."""
UNSURE = 1e-3
"""Weight of pixels that a line touches, for pieces that hold no others."""
TIDY_SIDE = 320
"""Long side at which a painting is tidied at least: lines say more there than at 128 pixels."""


def tidy_frame(frame: Frame) -> Frame:
    """The frame at which a painting that was made at another one is tidied.

    Its content is not padded; it is no larger than the picture, and no smaller than the painting.
    """
    wanted = min(TIDY_SIDE, frame.picture.long_side)
    if frame.content.long_side >= wanted:
        return frame
    content = frame.picture.scaled_to(wanted)
    return Frame(frame.picture, content, content)


@dataclass(frozen=True, slots=True, eq=False)
class TidyFlats:
    """Flat colours of a soft painting, float32 (h, w, 3) in [0, 1] each.

    own     what its light lies over: the colour of each piece's lit half.
    told    the same, as far as it is tidied in the colours of hints.
    spoken  bool (h, w) cells of which a hint of a colour speaks: they are no bare paper.
    """

    own: FloatArray
    told: FloatArray
    spoken: BoolArray


def tidied_flats(rgb: FloatArray, guide: LineGuide, hints: HintSet, *, tidy: float) -> TidyFlats:
    """Take the flat colours out of a painting, float32 (h, w, 3) in [0, 1].

    hints  in small pixels, of the colours in which they are going to be shown.
    """
    cells = guide.cells
    cut = cut_by_hint_set(cells, hints)
    labels, count = cut.pieces.labels, len(cut.pieces.parent)
    under = guide.under_lines(rgb)
    weight = np.where(guide.sure, 1.0, UNSURE)
    tones = lit_tones(under, labels, weight, count)
    own = tones[labels]
    if len(cut.seen) == 0:
        return TidyFlats(own, own, np.zeros(labels.shape, dtype=bool))
    seen = [hints.hints[index].color for index in cut.seen]
    samples = np.array(seen, dtype=np.float32)[cut.placement.source] / np.float32(255)
    told = _told(_means(under, labels, weight, count), tones, samples, cut.pieces.relations)
    moved = np.asarray(tones + cleaned_share(tidy) * (told - tones), dtype=np.float32)
    is_colored = np.array([is_no_paper(color) for color in seen])[cut.placement.source]
    spoken = np.zeros(cells.count, dtype=bool)
    spoken[cut.placement.cell[is_colored]] = True
    return TidyFlats(own, moved[labels], spoken[cells.labels])


def _told(
    painted: FloatArray, tones: FloatArray, samples: FloatArray, relations: FloatArray
) -> FloatArray:
    """The colour that each piece takes: float32 (P, 3), a hint's or its own.

    painted  (P, 3) the painting's mean in each piece, tones its own colour; samples  (N, 3) of the
    hints; relations  (P, N, RELATION_COUNT).
    """
    apart = srgb_to_oklab(painted)[:, None] - srgb_to_oklab(samples)[None]
    unlike = np.linalg.norm(apart, axis=2)
    score = BASIN * relations[..., 0] + HOME * relations[..., 10]
    score -= DISTANCE * relations[..., 2] + PATH * relations[..., 4] + BARRIER * relations[..., 6]
    best = (score - LIKENESS * np.minimum(unlike, FARTHEST)).argmax(axis=1)
    each = np.arange(len(best))
    keeps = (unlike[each, best] > STRANGE) & (relations[each, best, 5] > WALL)
    keeps &= relations[each, best, 10] == 0
    return np.where(keeps[:, None], tones, samples[best])


def lit_tones(
    rgb: FloatArray, labels: I32Array, weight: NDArray[np.float64], count: int
) -> FloatArray:
    """The mean colour of the lighter half of each label: float32 (count, 3).

    rgb  (h, w, 3); labels  int32 (h, w), 0 to count - 1; weight  (h, w), above 0.
    """
    pixels, place = rgb.reshape(-1, 3), labels.ravel()
    order = np.lexsort((pixels @ LUMA, place))
    own, of = weight.ravel()[order], place[order]
    total = np.bincount(of, own, count)
    darker = np.cumsum(own) - (np.cumsum(total) - total)[of]
    lit = np.zeros(len(order))
    lit[order] = np.where(darker > total[of] / 2, own, 0)
    return _means(rgb, labels, lit.reshape(labels.shape), count)


def _means(
    rgb: FloatArray, labels: I32Array, weight: NDArray[np.float64], count: int
) -> FloatArray:
    """The weighted mean colour of each label: float32 (count, 3)."""
    pixels, place, own = rgb.reshape(-1, 3), labels.ravel(), weight.ravel()
    total = np.maximum(np.bincount(place, own, count), 1e-9)
    sums = [np.bincount(place, own * pixels[:, channel], count) for channel in range(3)]
    return np.asarray(np.stack(sums, axis=1) / total[:, None], dtype=np.float32)
