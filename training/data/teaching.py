"""Parts of drawings that nobody labelled, told by a teacher that looks at them in colour.

The teacher's patches are coarse; its answer is taken for each area of one colour as a whole, so
that a label ends where the paint does. How sure it is there goes with the labels.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.hints.parts import PART_COUNT, UNLABELLED
from models.networks.weights_file import load_network
from training.data.items.colored_parts import backbone_features
from training.data.sample import Sample

SIDE = 448
"""Pixels at which the teacher looks at a whole picture."""
MARGIN = 0.03
COLORS = 14
"""Colours that a picture is reduced to, whose connected areas get one label each."""
LOOKED_AT = 3000
THIN = 2.5
"""Depth in pixels below which an area is a line, which has no part of its own: no label there."""
LARGEST_AREA = 0.02
"""Share of the picture from which an area counts by the pixel: it may be several parts."""

Teach = Callable[[Sample], Sample]


@dataclass(frozen=True)
class PartsTeacher:
    """Gives a sample labels where it has none, and says how sure they are; it can be pickled.

    head      weights file of a parts teacher, as its recipe exports it.
    backbone  weights file of DINOv2 small.
    Raises models.networks.features.MissingWeightsError naming the file when it is first asked.
    """

    head: Path
    backbone: Path

    def __call__(self, sample: Sample) -> Sample:
        """The sample with labels and trust; labels that it had stay, and are certain."""
        labels, trust = self.tell(sample.color)
        if sample.labels is not None:
            known = sample.labels != UNLABELLED
            labels[known] = sample.labels[known]
            trust[known] = 255
        return replace(sample, labels=labels, trust=trust)

    def tell(self, color: U8Array) -> tuple[U8Array, U8Array]:
        """Labels of a picture (H, W, 3) and how sure they are; uint8 (H, W) each.

        It is never certain: 254 at most, where true labels have 255.
        """
        areas = color_areas(color)
        told = _by_area(self._chances(color), areas)
        trust = np.rint(told.max(axis=0) * 254).astype(np.uint8)
        trust[_is_thin(areas)] = 0
        return told.argmax(axis=0).astype(np.uint8), trust

    @cached_property
    def digest(self) -> str:
        """What names this teacher in caches: it changes with its weights."""
        return hashlib.sha256(self.head.read_bytes()).hexdigest()[:16]

    @cached_property
    def _network(self) -> nn.Module:
        network, _ = load_network(self.head, network="parts_teacher")
        return network

    def _chances(self, color: U8Array) -> FloatArray:
        """Chances of the parts of a picture (H, W, 3), float32 (15, H, W)."""
        height, width = color.shape[:2]
        scale = SIDE * (1 - 2 * MARGIN) / max(height, width)
        matrix = np.array(
            [
                [scale, 0, (SIDE - scale * width) / 2],
                [0, scale, (SIDE - scale * height) / 2],
            ],
            np.float32,
        )
        small = cv2.resize(color, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        view = np.full((SIDE, SIDE, 3), 255, np.uint8)
        top, left = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
        view[top : top + small.shape[0], left : left + small.shape[1]] = small
        half = cv2.resize(view, (SIDE // 2, SIDE // 2), interpolation=cv2.INTER_AREA)
        picture = torch.from_numpy(half.transpose(2, 0, 1)[None].copy()).float() / 255
        features = torch.from_numpy(backbone_features(self.backbone, view[None]))
        with torch.no_grad():
            chances = torch.softmax(self._network(features, picture), dim=1)[0].numpy()
        back = np.array([[0.5, 0, 0], [0, 0.5, 0]], np.float32) @ np.vstack([matrix, [0, 0, 1]])
        planes = [
            cv2.warpAffine(
                np.ascontiguousarray(plane),
                back.astype(np.float32),
                (width, height),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
            for plane in chances
        ]
        return np.stack(planes).astype(np.float32)


def _is_thin(areas: I32Array) -> BoolArray:
    """Where areas (H, W) are lines, bool (H, W): no place of theirs lies deeper than THIN."""
    border = np.zeros(areas.shape, np.uint8)
    border[:, 1:] |= areas[:, 1:] != areas[:, :-1]
    border[1:] |= areas[1:] != areas[:-1]
    depth = cv2.distanceTransform(1 - border, cv2.DIST_L2, 3)
    deepest = np.zeros(int(areas.max()) + 1, np.float32)
    np.maximum.at(deepest, areas.ravel(), depth.ravel())
    return np.asarray(deepest[areas] < THIN, np.bool_)


def _by_area(chances: FloatArray, areas: I32Array) -> FloatArray:
    """Chances (15, H, W) averaged over areas of one colour (H, W); large ones stay."""
    sizes = np.bincount(areas.ravel())
    flat = chances.reshape(PART_COUNT, -1)
    means = np.stack(
        [np.bincount(areas.ravel(), plane, len(sizes)) / np.maximum(sizes, 1) for plane in flat]
    )
    pooled = means[:, areas].astype(np.float32)
    large = sizes[areas] > LARGEST_AREA * areas.size
    # A large area keeps its pixels' differences, half.
    return np.asarray(np.where(large, (pooled + chances) / 2, pooled), np.float32)


def color_areas(color: U8Array) -> I32Array:
    """Number the connected areas of a picture (H, W, 3) reduced to few colours: int32 (H, W)."""
    lab = cv2.cvtColor(cv2.medianBlur(color, 3), cv2.COLOR_RGB2Lab).reshape(-1, 3)
    points = lab.astype(np.float32)
    step = max(1, len(points) // LOOKED_AT)
    cv2.setRNGSeed(1)
    ending = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    looked = np.ascontiguousarray(points[::step])
    start = np.zeros((len(looked), 1), np.int32)
    _, _, centres = cv2.kmeans(looked, COLORS, start, ending, 1, cv2.KMEANS_PP_CENTERS)
    nearest = ((centres**2).sum(axis=1) / 2 - points @ centres.T).argmin(axis=1)
    reduced = nearest.reshape(color.shape[:2]).astype(np.uint8)
    areas = np.zeros(reduced.shape, np.int32)
    first = 0
    for value in range(COLORS):
        count, found = cv2.connectedComponents((reduced == value).astype(np.uint8), connectivity=4)
        areas = np.where(found > 0, found + first, areas)
        first += count
    return areas.astype(np.int32)
