"""Training samples of the tintline generator: cells, hint tokens, and which colours are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.random import Generator as Rng
from numpy.typing import NDArray
from torch import Tensor

import resources
from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.cells.cells import CellMap, map_drawing
from models.encoding import cell_tensors, encode_cells, encode_line, encode_tags, half_size_labels
from models.hints.hints import HintSet, TagSelection
from models.hints.parts import UNLABELLED, Part
from models.hints.tags import load_vocabulary
from training.data.hints.simulated import HintStyle, Layout, simulate_hints
from training.data.hints.strokes import artist_strokes
from training.data.items.augment import ViewStyle, random_view
from training.data.items.line_features import at_places, feature_maps, pooled_over
from training.data.items.picture_items import shrunk, shrunk_plane
from training.data.lines.lineart import degrade_lines, draw_lines
from training.data.sample import Sample

Arrays = dict[str, NDArray[np.generic]]
MOST_STROKES = 16
"""An artist's strokes on a drawing, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintMix:
    """How hints are drawn in training.

    most           largest number of hints.
    none_share     chance of no hint at all.
    tag_share      chance that a picture's colour tags are given, each kept with `tag_kept`.
    artist_share   chance of an artist's strokes through whole parts in place of scattered dabs.
    """

    most: int = 64
    none_share: float = 0.1
    tag_share: float = 0.4
    tag_kept: float = 0.7
    artist_share: float = 0.0

    def hints(self, view: Sample, line_u8: U8Array, rng: Rng) -> HintSet:
        """Hints in the true colours of a view with line art uint8 (H, W), 0 = ink."""
        if self.artist_share and rng.random() < self.artist_share:
            count = int(np.exp(rng.uniform(0, np.log(MOST_STROKES + 1))))
            return artist_strokes(view.color, view.figure, line_u8, count=count, rng=rng)
        return simulate_hints(view.color, line_u8, self.draw(rng), rng)

    def draw(self, rng: Rng) -> HintStyle:
        """A style for one picture: where, how many, how large."""
        layouts: tuple[Layout, ...] = ("segments", "uniform", "areas")
        layout = layouts[int(rng.choice(3, p=[0.5, 0.2, 0.3]))]
        count = 0
        if rng.random() >= self.none_share:
            # Half around the usual two dozen, half anything from 1 to the most.
            count = (
                int(rng.integers(12, 41))
                if rng.random() < 0.5
                else (int(np.exp(rng.uniform(0, np.log(self.most + 1)))))
            )
        return HintStyle(
            layout=layout,
            count=min(count, self.most),
            max_radius=float(rng.choice([0.5, 2.0, 4.0])),
            stroke_share=float(rng.choice([0.0, 0.3])),
            noise=float(rng.choice([0.0, 3.0])),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrespondenceStyle:
    """Everything random about a training sample.

    enlarged    lines are drawn at so many times the view's side and shrunk, as the application
                shrinks drawings.
    kept_share  chance that only some parts of a labelled figure get hints, and that the others have
                their parts' own colours: a hint is to stay in its part.
    """

    view: ViewStyle = field(default_factory=ViewStyle)
    hints: HintMix = field(default_factory=HintMix)
    ink_share: float = 0.4
    enlarged: int = 1
    kept_share: float = 0.0

    def drawn_view(self) -> ViewStyle:
        """The views at the size at which their lines are drawn."""
        return replace(self.view, side=self.view.side * self.enlarged)


def build_item(
    sample: Sample, style: CorrespondenceStyle, tag_names: Sequence[str], rng: Rng
) -> Arrays:
    """One training item from one sample.

    line (1, H, W), half_labels (2, H/2, W/2), labels (H, W), cell_facts (P, F), hint_tokens
    (N, W), relations (P, N, R), tags (T), target (P, 3) mean colour of each piece in DIN99o beside
    the lines, spread (P,) its variance, weight (P,), parts (H/2, W/2), rgb (3, H, W) in [0, 1].
    """
    drawing = draw(sample, style, rng)
    choice, labels, view = _choice(drawing, style, tag_names, rng)
    parts = np.full(labels.shape, UNLABELLED, np.uint8) if view.labels is None else view.labels
    return {
        **choice,
        "line": encode_line(drawing.line_u8, normalized=True)[0],
        "half_labels": half_size_labels(labels),
        "labels": labels,
        "parts": parts[::2, ::2].astype(np.int64),
        "rgb": view.color.transpose(2, 0, 1),
    }


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A view of a sample with its line art uint8 (H, W), 0 = ink, and the cells of that."""

    view: Sample
    line_u8: U8Array
    cells: CellMap


def draw(sample: Sample, style: CorrespondenceStyle, rng: Rng) -> Drawing:
    """A random view, its lines in a random style, and their cells: what costs most of an item."""
    view = random_view(sample, style.drawn_view(), rng)
    line_u8 = degrade_lines(draw_lines(view, rng, ink_share=style.ink_share), rng)
    if style.enlarged > 1:
        line_u8 = shrunk_plane(line_u8, style.view.side)
        view = shrunk(view, style.view.side)
    return Drawing(view, line_u8, map_drawing(line_u8))


def _choice(
    drawing: Drawing, style: CorrespondenceStyle, tag_names: Sequence[str], rng: Rng
) -> tuple[Arrays, I32Array, Sample]:
    """What the choice among random hints takes, the pieces they cut, and the view's colours."""
    view, own = drawing.view, None
    if view.labels is not None and rng.random() < style.kept_share:
        view, own = with_own_colors(view, rng)
    hints = style.hints.hints(view, drawing.line_u8, rng)
    if own is not None:
        hints = _outside(hints, own)
    inputs = encode_cells(drawing.cells, hints)
    tensors = cell_tensors(inputs)
    labels = inputs.pieces.labels
    target, spread, weight = piece_colors(view, drawing.line_u8, labels)
    chosen: tuple[str, ...] = ()
    if view.tags and rng.random() < style.hints.tag_share:
        chosen = tuple(tag for tag in view.tags if rng.random() < style.hints.tag_kept)
    choice: Arrays = {
        "cell_facts": tensors["cell_facts"][0],
        "hint_tokens": tensors["hint_tokens"][0],
        "relations": tensors["relations"][0],
        "tags": encode_tags(TagSelection(chosen), tag_names)[0],
        "target": target,
        "spread": spread,
        "weight": weight,
    }
    return choice, labels, view


def with_own_colors(view: Sample, rng: Rng) -> tuple[Sample, BoolArray]:
    """Some of a labelled view's parts in their default colours, and bool (H, W) where those are.

    Nothing changes where fewer than two parts are known.
    """
    assert view.labels is not None
    present = np.unique(view.labels)
    present = present[(present != UNLABELLED) & (present != int(Part.BACKGROUND))]
    own = np.zeros(view.labels.shape, dtype=np.bool_)
    if len(present) < 2:
        return view, own
    hinted = rng.permutation(present)[: int(rng.integers(1, len(present)))]
    defaults = load_vocabulary(resources.TAGS).defaults
    color = view.color.copy()
    for part in present:
        if part not in hinted:
            where = view.labels == part
            color[where] = defaults[Part(int(part))]
            own |= where
    kept = tuple(tag for tag in view.tags if tag.endswith("_background"))
    return replace(view, color=color, flat=None, tags=kept), own


def _outside(hints: HintSet, own: BoolArray) -> HintSet:
    """The hints that lie outside of where nothing is to be said."""
    return HintSet(
        tuple(hint for hint in hints if not own[int(hint.points[0][1]), int(hint.points[0][0])])
    )


def din99_u8(rgb_u8: NDArray[np.uint8]) -> FloatArray:
    """sRGB bytes (..., 3) to DIN99o, as models.networks.tintline.network.din99."""
    scaled = rgb_u8.astype(np.float32).reshape(1, -1, 3) / 255
    lab = cv2.cvtColor(scaled, cv2.COLOR_RGB2Lab)[0]
    cos26, sin26 = 0.898794, 0.438371
    e = lab[:, 1] * cos26 + lab[:, 2] * sin26
    g = 0.83 * (lab[:, 2] * cos26 - lab[:, 1] * sin26)
    chroma = np.sqrt(e * e + g * g + 1e-8)
    squeezed = np.log1p(0.075 * chroma) / 0.0435
    lightness = 303.67 * np.log1p(0.0039 * np.maximum(lab[:, 0], 0))
    points = np.stack([lightness, squeezed * e / chroma, squeezed * g / chroma], axis=1)
    return points.reshape(rgb_u8.shape).astype(np.float32)


def piece_colors(
    view: Sample, line_u8: NDArray[np.uint8], labels: NDArray[np.int32]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Mean colour (P, 3) in DIN99o, its variance (P,) and the weight (P,) of each piece.

    Pixels under lines count little; empty paper counts a fourth.
    """
    points = din99_u8(view.color).reshape(-1, 3)
    count = int(labels.max()) + 1
    flat = labels.ravel()
    beside = np.where(line_u8.ravel() > 191, 1.0, 0.02)
    total = np.bincount(flat, beside, count)
    sums = [np.bincount(flat, beside * points[:, axis], count) for axis in range(3)]
    mean = np.stack(sums, axis=1) / total[:, None]
    square = np.bincount(flat, beside * (points**2).sum(axis=1), count) / total
    spread = np.maximum(square - (mean**2).sum(axis=1), 0)
    figure = np.where(view.figure.ravel() > 127, 1.0, 0.25)
    weight = np.bincount(flat, beside * figure, count)
    return mean.astype(np.float32), spread.astype(np.float32), weight.astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrespondenceItems:
    """Makes training items; an instance is what training.data.items.items calls ``build``."""

    style: CorrespondenceStyle
    tag_names: tuple[str, ...]

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item, see ``build_item``."""
        return build_item(sample, self.style, self.tag_names, rng)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItems:
    """Makes items for training the choice alone, on what a finished line graph says.

    features  the folder of the generator whose line graph is asked.
    layouts   hint layouts for each drawing: drawing and reading it cost four fifths of an item.

    An item holds `layouts` choices, stacked and padded as by `collate`, and besides `pooled`
    (K, P, E + 30) and `at_hint` (K, N, E + 30): the features of their pieces and hints.
    """

    style: CorrespondenceStyle
    tag_names: tuple[str, ...]
    features: Path
    layouts: int = 1

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item; the same for the same generator state."""
        drawing = draw(sample, self.style, rng)
        maps = feature_maps(self.features, encode_line(drawing.line_u8, normalized=True))
        choices = []
        for _ in range(self.layouts):
            choice, labels, _ = _choice(drawing, self.style, self.tag_names, rng)
            tokens = choice["hint_tokens"].astype(np.float32)
            pooled = pooled_over(maps, half_size_labels(labels), len(choice["target"]))
            choices.append({**choice, "pooled": pooled, "at_hint": at_places(maps, tokens)})
        return {name: tensor.numpy() for name, tensor in collate(choices).items()}


def collate_choices(items: Sequence[Arrays]) -> Mapping[str, Tensor]:
    """The choices of many items as one batch."""
    count = len(items[0]["target"])
    return collate(
        [{name: array[k] for name, array in item.items()} for item in items for k in range(count)]
    )


def collate(items: Sequence[Arrays]) -> Mapping[str, Tensor]:
    """Stack items, padding pieces and hint tokens with empty ones.

    Lengths are rounded up, because every new shape costs kernels their preparation.
    """
    pieces = _rounded(max(len(item["cell_facts"]) for item in items), 96)
    tokens = _rounded(max(len(item["hint_tokens"]) for item in items), 24)
    lengths = {
        "cell_facts": (pieces,),
        "target": (pieces,),
        "spread": (pieces,),
        "weight": (pieces,),
        "hint_tokens": (tokens,),
        "pooled": (pieces,),
        "at_hint": (tokens,),
        "relations": (pieces, tokens),
    }
    batch = {}
    for name in items[0]:
        arrays = [item[name] for item in items]
        if name in lengths:
            arrays = [_padded(array, lengths[name]) for array in arrays]
        batch[name] = torch.from_numpy(np.stack(arrays))
    return batch


def _rounded(length: int, step: int) -> int:
    return -(-length // step) * step


def _padded(array: NDArray[np.generic], lengths: tuple[int, ...]) -> NDArray[np.generic]:
    grow = [(0, length - side) for length, side in zip(lengths, array.shape)]
    return np.pad(array, grow + [(0, 0)] * (array.ndim - len(grow)))
