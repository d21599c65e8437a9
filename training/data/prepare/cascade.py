"""Local binary pattern cascades in OpenCV's XML form, evaluated with numpy.

OpenCV moved its own evaluator out of the standard wheels with version 5, so that the files users
have (lbpcascade_animeface.xml) could not be run there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array

_THRESHOLD_SLACK = 1e-5
_BLOCK_ORDER = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))
"""Rows and columns of the eight outer blocks, from the highest bit to the lowest."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels: left and top are inside, the size is positive."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Stump:
    block: tuple[int, int, int, int]
    is_low: NDArray[np.bool_]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Stage:
    threshold: float
    stumps: tuple[_Stump, ...]


@dataclass(frozen=True, slots=True)
class Cascade:
    """Boosted stages of stumps over multi-block LBP features (Liao et al. 2007)."""

    width: int
    height: int
    stages: tuple[_Stage, ...]

    def detect(
        self, grey_u8: U8Array, *, scale: float = 1.2, neighbours: int = 5, minimum: int = 48
    ) -> list[Box]:
        """Find objects in uint8 (H, W) grey, largest first.

        scale       factor between the sizes that are searched.
        neighbours  a find counts if more windows than that agree on it; 0: every window.
        minimum     least side in pixels.
        Every position is searched, where OpenCV leaves out the one after an early rejection.
        """
        if scale <= 1.01:
            raise ValueError(f"scale must be above 1.01; got {scale}")
        height, width = grey_u8.shape
        found: list[Box] = []
        factor = 1.0
        while True:
            window = round(self.width * factor), round(self.height * factor)
            if window[0] > width or window[1] > height:
                break
            if min(window) >= minimum:
                found += self._scan(grey_u8, factor, window)
            factor *= scale
        return group_boxes(found, least=neighbours) if neighbours else found

    def _scan(self, grey_u8: U8Array, factor: float, window: tuple[int, int]) -> list[Box]:
        """Windows of one size that pass every stage."""
        height, width = grey_u8.shape
        size = round(width / factor), round(height / factor)
        if size[0] < self.width or size[1] < self.height:
            return []
        small = cv2.resize(grey_u8, size, interpolation=cv2.INTER_LINEAR_EXACT)
        integral = cv2.integral(small).astype(np.int64)
        step = 1 if factor >= 2 else 2
        rows, columns = np.mgrid[
            0 : size[1] - self.height + 1 : step, 0 : size[0] - self.width + 1 : step
        ].reshape(2, -1)
        for stage in self.stages:
            total = np.zeros(len(rows), dtype=np.float32)
            for stump in stage.stumps:
                codes = _codes(integral, rows, columns, stump.block)
                total += np.where(
                    stump.is_low[codes], np.float32(stump.low), np.float32(stump.high)
                )
            kept = total >= stage.threshold
            rows, columns = rows[kept], columns[kept]
            if not len(rows):
                return []
        return [
            Box(round(column * factor), round(row * factor), *window)
            for row, column in zip(rows.tolist(), columns.tolist())
        ]


def load_cascade(path: Path) -> Cascade:
    """Read an LBP cascade. Raises ValueError naming the file and what it holds instead."""
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise ValueError(f"{path}: not a readable cascade ({error})") from error
    cascade = root.find("cascade")
    kind = None if cascade is None else cascade.findtext("featureType", "").strip()
    if cascade is None or kind != "LBP":
        raise ValueError(
            f"{path}: holds {kind or 'no'} features; supply an LBP cascade in OpenCV's form, "
            "such as lbpcascade_animeface.xml"
        )
    try:
        blocks = [_numbers(entry.findtext("rect"), int) for entry in cascade.findall("features/_")]
        stages = tuple(_read_stage(entry, blocks) for entry in cascade.findall("stages/_"))
        width, height = (int(cascade.findtext(name, "")) for name in ("width", "height"))
    except (ValueError, IndexError, TypeError) as error:
        raise ValueError(f"{path}: not an LBP cascade of stumps ({error})") from error
    if not stages or min(width, height) < 3:
        raise ValueError(f"{path}: a cascade without stages or with a {width}×{height} window")
    return Cascade(width, height, stages)


def group_boxes(boxes: Sequence[Box], *, least: int, tolerance: float = 0.2) -> list[Box]:
    """Mean boxes of groups that more than `least` similar boxes form, largest first.

    Two boxes are similar if no side differs by more than tolerance / 2 of the sum of the smaller
    width and height; similarity chains. A group inside a stronger one is dropped.
    """
    if not boxes:
        return []
    corners = np.array([(b.left, b.top, b.width, b.height) for b in boxes], dtype=np.float64)
    edges = np.stack(
        [
            corners[:, 0],
            corners[:, 1],
            corners[:, 0] + corners[:, 2],
            corners[:, 1] + corners[:, 3],
        ],
        axis=1,
    )
    groups: list[tuple[int, Box]] = []
    left = np.arange(len(boxes))
    while len(left):
        members, left = _grow_group(edges, corners, left, tolerance)
        if len(members) > least:
            mean = corners[members].mean(axis=0)
            groups.append((len(members), Box(*(round(value) for value in mean.tolist()))))
    kept = [box for count, box in groups if not _is_inside_stronger(box, count, groups)]
    return sorted(kept, key=lambda box: (-box.width * box.height, box.top, box.left))


def _grow_group(
    edges: NDArray[np.float64],
    corners: NDArray[np.float64],
    left: NDArray[np.intp],
    tolerance: float,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Split indices into those that chain to the first, and the others."""
    is_member = np.zeros(len(left), dtype=bool)
    is_member[0] = True
    waiting = [0]
    while waiting:
        index = left[waiting.pop()]
        smaller = np.minimum(corners[index, 2:], corners[left, 2:]).sum(axis=1)
        close = (np.abs(edges[left] - edges[index]) <= tolerance * 0.5 * smaller[:, None]).all(1)
        fresh = np.flatnonzero(close & ~is_member)
        is_member[fresh] = True
        waiting += fresh.tolist()
    return left[is_member], left[~is_member]


def _is_inside_stronger(box: Box, count: int, groups: Sequence[tuple[int, Box]]) -> bool:
    for other_count, other in groups:
        if other is box or other_count <= max(3, count):
            continue
        dx, dy = round(other.width * 0.2), round(other.height * 0.2)
        if (
            box.left >= other.left - dx
            and box.top >= other.top - dy
            and box.left + box.width <= other.left + other.width + dx
            and box.top + box.height <= other.top + other.height + dy
        ):
            return True
    return False


def _codes(
    integral: NDArray[np.int64],
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    block: tuple[int, int, int, int],
) -> NDArray[np.uint8]:
    """LBP code of a 3×3 grid of blocks at each window position, from an integral image."""
    left, top, width, height = block
    stride = integral.shape[1]
    flat = integral.ravel()
    start = (rows + top) * stride + columns + left
    points = np.stack(
        [flat[start + i * height * stride + j * width] for i in range(4) for j in range(4)]
    ).reshape(4, 4, -1)
    sums = points[1:, 1:] - points[:-1, 1:] - points[1:, :-1] + points[:-1, :-1]
    code = np.zeros(len(rows), dtype=np.uint8)
    for bit, (row, column) in zip(range(7, -1, -1), _BLOCK_ORDER):
        code |= (sums[row, column] >= sums[1, 1]).astype(np.uint8) << np.uint8(bit)
    return code


def _read_stage(entry: ElementTree.Element, blocks: Sequence[tuple[int, ...]]) -> _Stage:
    stumps = []
    for weak in entry.findall("weakClassifiers/_"):
        node = _numbers(weak.findtext("internalNodes"), int)
        leaves = _numbers(weak.findtext("leafValues"), float)
        if len(node) != 11 or len(leaves) != 2:
            raise ValueError(f"a tree of {len(leaves)} leaves; only stumps can be read")
        words = np.array(node[3:], dtype=np.int64).astype(np.uint32)
        is_low = ((words[:, None] >> np.arange(32, dtype=np.uint32)) & 1).astype(bool).ravel()
        x, y, width, height = blocks[node[2]]
        stumps.append(_Stump((x, y, width, height), is_low, leaves[0], leaves[1]))
    threshold = float(entry.findtext("stageThreshold", "")) - _THRESHOLD_SLACK
    return _Stage(threshold, tuple(stumps))


def _numbers(text: str | None, kind: type) -> tuple:  # type: ignore[type-arg]
    return tuple(kind(word) for word in (text or "").split())
