"""Every tensor that a generator takes or gives, made here for training and application alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, I64Array, U8Array
from models.cells.cells import CellMap, normalized_ink
from models.cells.pieces import (
    FACT_COUNT,
    RELATION_COUNT,
    Pieces,
    cut_by_hint_set,
    mean_by_piece,
)
from models.geometry import Frame, Size
from models.hints.hints import HintSet, TagSelection, is_dab, rasterize_hints
from models.spec import GeneratorSpec

TOKEN_WIDTH = 9
"""Columns of a hint token: x, y in [0, 1], radius, sRGB in [0, 1], ink, stroke flag, 1."""
BACKGROUND, WHITE_PAPER = "_background", "white_background"
"""How the names of background tags end, and the one that leaves the paper as it is."""


def fit_line(line_u8: U8Array, frame: Frame) -> U8Array:
    """Scale line art to the frame's content and pad it with paper: uint8 (H, W), 0 = ink."""
    content = frame.content
    if line_u8.shape != content.shape:
        shrinks = content.height <= line_u8.shape[0] and content.width <= line_u8.shape[1]
        method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
        line_u8 = np.asarray(
            cv2.resize(line_u8, (content.width, content.height), interpolation=method),
            dtype=np.uint8,
        )
    padded = np.full(frame.padded.shape, 255, dtype=np.uint8)
    padded[: content.height, : content.width] = line_u8
    return padded


def encode_line(line_u8: U8Array, *, normalized: bool) -> FloatArray:
    """Line art of a frame as the ``line`` tensor: float32 (1, 1, H, W), ink 1, paper 0.

    normalized  stretch the contrast (models.cells.cells.normalized_ink), as cell generators expect.
    """
    ink = normalized_ink(line_u8) if normalized else 1 - line_u8.astype(np.float32) / 255
    return np.ascontiguousarray(ink[None, None], dtype=np.float32)


def encode_hints(hints: HintSet, size: Size) -> FloatArray:
    """Hints as the ``hints`` tensor: float32 (1, 4, H, W), sRGB in [-1, 1] and mask."""
    return rasterize_hints(hints, size)[None]


def encode_tags(tags: TagSelection, names: Sequence[str]) -> FloatArray:
    """Chosen tags as the multi-hot ``tags`` tensor: float32 (1, T).

    Tags that the generator does not know are left out: the window shows which.
    """
    chosen = set(tags.names)
    return np.array([[float(name in chosen) for name in names]], dtype=np.float32)


def with_white_paper(tags: TagSelection, names: Sequence[str]) -> TagSelection:
    """The tags, and a white background among them if none is chosen and `names` has it.

    A generator that goes by tags alone tints the paper when nothing is said about it.
    """
    if WHITE_PAPER not in names or any(name.endswith(BACKGROUND) for name in tags.names):
        return tags
    return TagSelection((*tags.names, WHITE_PAPER))


def names_ground(tags: TagSelection) -> bool:
    """Whether a tag asks for another ground than white paper."""
    return any(name.endswith(BACKGROUND) and name != WHITE_PAPER for name in tags.names)


def decode_rgb(rgb_nchw: FloatArray, frame: Frame) -> FloatArray:
    """The ``rgb`` tensor (1, 3, H, W) in [-1, 1] as float32 (h, w, 3) in [0, 1] of the content."""
    return crop_to_content(rgb_nchw * 0.5 + 0.5, frame)


def crop_to_content(planes_nchw: FloatArray, frame: Frame) -> FloatArray:
    """(1, C, H, W) in [0, 1] as float32 (h, w, C) of the frame's content."""
    content = frame.content
    cropped = np.clip(planes_nchw[0, :, : content.height, : content.width], 0, 1)
    merged = cv2.merge(list(cropped)).reshape(*content.shape, len(cropped))
    return np.asarray(merged, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class CellInputs:
    """What a generator that chooses by cell takes besides the line's features.

    pieces     cells cut by the hints (models.cells.cells.Pieces).
    tokens     float32 (N, TOKEN_WIDTH): x, y as shares of the padded sides, radius as share of the
               longer side times 32, sRGB in [0, 1], ink under the sample, 1 for a stroke, 1.
    sources    int32 (N,) index of each token's hint.
    """

    pieces: Pieces
    tokens: FloatArray
    sources: NDArray[np.int32]


def encode_cells(cells: CellMap, hints: HintSet) -> CellInputs:
    """Cut the cells by the hints and describe the hints as tokens.

    hints  in the pixels of the (padded) frame whose cells these are. Of very many the generator
           sees some (models.cells.pieces.leading_hints).
    """
    height, width = cells.labels.shape
    cut = cut_by_hint_set(cells, hints)
    placement, listed = cut.placement, [hints.hints[index] for index in cut.seen]
    columns, rows = placement.positions.astype(np.int32).T
    colors = [listed[source].color for source in placement.source]
    strokes = [not is_dab(listed[source]) for source in placement.source]
    tokens = np.ones((len(placement.source), TOKEN_WIDTH), dtype=np.float32)
    tokens[:, 0] = placement.positions[:, 0] / width
    tokens[:, 1] = placement.positions[:, 1] / height
    tokens[:, 2] = np.minimum(placement.radius / max(height, width) * 32, 2)
    tokens[:, 3:6] = np.array(colors, dtype=np.float32).reshape(-1, 3) / 255
    tokens[:, 6] = cells.ink[rows, columns]
    tokens[:, 7] = strokes
    return CellInputs(cut.pieces, tokens, cut.seen[placement.source])


def half_size_labels(labels: NDArray[np.int32]) -> I64Array:
    """Piece labels (H, W) at half size, twice per pixel: int64 (2, H/2, W/2)."""
    return np.stack([labels[::2, ::2], labels[1::2, 1::2]]).astype(np.int64)


def cell_tensors(inputs: CellInputs) -> dict[str, NDArray[np.float32] | I64Array]:
    """The tensors ``cells``, ``cell_facts``, ``hint_tokens`` and ``relations`` of one picture.

    Without hints one empty token stands in, whose last column is 0.
    """
    pieces = inputs.pieces
    tokens, relations = inputs.tokens, pieces.relations
    if len(tokens) == 0:
        tokens = np.zeros((1, TOKEN_WIDTH), dtype=np.float32)
        relations = np.zeros((len(pieces.parent), 1, RELATION_COUNT), dtype=np.float32)
    return {
        "cells": pieces.labels[None, None].astype(np.int64),
        "cell_facts": pieces.facts[None].reshape(1, -1, FACT_COUNT),
        "hint_tokens": tokens[None],
        "relations": relations[None],
    }


POOLED_FEATURE = "feature_pooled"
"""Feature (1, h * w, C) at half the frame's size of which a generator wants means and values."""
PIECE_MEANS, HINT_VALUES = "piece_means", "hint_values"
"""Inputs (1, P, C) and (1, N, C): that feature's mean over each piece, and under each hint sample.

A graph that sums over pieces by itself takes ten times as long over it.
"""
DRAFT_ONLY = "draft_only"
"""Input (1,) of generators that paint a draft first: above 0, the picture is the draft."""
KNOWN_INPUTS = frozenset(
    {
        "hints",
        "tags",
        "cells",
        "cell_facts",
        "hint_tokens",
        "relations",
        DRAFT_ONLY,
        PIECE_MEANS,
        HINT_VALUES,
    }
)
"""Inputs of ``paint.onnx`` that `paint_inputs` can make."""


def _pooled_tensors(rows: FloatArray, inputs: CellInputs, size: Size) -> dict[str, FloatArray]:
    """PIECE_MEANS and HINT_VALUES of a feature (h * w, C) of a frame of `size`.

    Without hints the empty token has zeros.
    """
    pieces, tokens = inputs.pieces, inputs.tokens
    values = np.zeros((max(1, len(tokens)), rows.shape[1]), dtype=np.float32)
    if len(tokens):
        height, width = size.height // 2, size.width // 2
        across, down = (
            (tokens[:, :2] * np.array([width, height], dtype=np.float32)).astype(np.int64).T
        )
        places = np.minimum(down, height - 1) * width + np.minimum(across, width - 1)
        values[:] = rows[places]
    means = mean_by_piece(rows, half_size_labels(pieces.labels), len(pieces.parent))
    return {PIECE_MEANS: means[None], HINT_VALUES: values[None]}


def paint_inputs(
    spec: GeneratorSpec,
    *,
    hints: HintSet,
    tags: TagSelection,
    size: Size,
    cells: CellMap | None,
    features: Mapping[str, FloatArray] | None = None,
    draft: bool = False,
) -> Mapping[str, NDArray[np.float32] | I64Array]:
    """Every input of ``paint.onnx`` besides the features, as its spec lists them.

    hints  in frame pixels; size  the padded frame; cells  of the frame's line art, needed where
    the spec lists ``cells``; features  by name, needed where it lists PIECE_MEANS; draft  whether
    a generator that paints a draft first stops there.
    Raises ValueError for an input that this program does not know.
    """
    known: dict[str, NDArray[np.float32] | I64Array] = {}
    if "hints" in spec.inputs:
        known["hints"] = encode_hints(hints, size)
    if "tags" in spec.inputs:
        chosen = tags if spec.takes_hints else with_white_paper(tags, spec.tags)
        known["tags"] = encode_tags(chosen, spec.tags)
    if "cells" in spec.inputs:
        if cells is None:
            raise ValueError(f"{spec.name} chooses by cell; its cell map is missing")
        inputs = encode_cells(cells, hints)
        known.update(cell_tensors(inputs))
        if PIECE_MEANS in spec.inputs:
            if features is None or POOLED_FEATURE not in features:
                raise ValueError(f"{spec.name} goes by {POOLED_FEATURE}; its line graph gives none")
            known.update(_pooled_tensors(features[POOLED_FEATURE][0], inputs, size))
    if DRAFT_ONLY in spec.inputs:
        known[DRAFT_ONLY] = np.array([draft], dtype=np.float32)
    unknown = [name for name in spec.inputs if name not in known]
    if unknown:
        raise ValueError(f"{spec.name} takes {', '.join(unknown)}; this program does not know it")
    return {name: known[name] for name in spec.inputs}
