"""Dense optical flow between two line drawings, and what it carries along.

Paper between lines has nothing that a flow could hold on to. So it is worked out on a soft halo
around the lines, which fades with the distance to the nearest ink: measured on sequences of drawn
characters it carries regions over three frames better than blurred lines do (85 to 90 % of a
walking figure's pixels against 81 to 87 %), and DIS flow (Kroeger et al., ECCV 2016) better than
Farnebäck's (2003) at half the time. Deterministic.
"""

import cv2
import numpy as np

from models.arrays import FloatArray, I32Array, U8Array
from models.regions.ink import find_ink, measure_ink

HALO_SHARE = 0.02
"""Distance from the ink at which its halo has faded to 1/e, as a share of the longer side."""
FLOW_SIDE = 512
"""Longer side at which the flow of larger drawings is worked out."""
LEAST_SIDE = 16
"""Drawings with a shorter side below this are taken to stand still."""


def line_halo(line_u8: U8Array) -> U8Array:
    """A halo around the lines of a drawing, uint8 (H, W), 0 = ink: 255 on ink, fading with the
    distance to it. What is ink the drawing's own lines say, however faint they are."""
    paper = 1 - find_ink(line_u8, measure_ink(line_u8))
    if paper.all():
        return np.zeros_like(line_u8)
    distance = cv2.distanceTransform(paper, cv2.DIST_L2, cv2.DIST_MASK_5)
    reach = max(1.0, HALO_SHARE * max(line_u8.shape))
    return np.round(np.exp(-distance / reach) * 255).astype(np.uint8)


def line_flow(after_u8: U8Array, before_u8: U8Array) -> FloatArray:
    """Where each pixel of a drawing came from: float32 (H, W, 2), across and down in pixels.

    after_u8, before_u8  uint8 (H, W), 0 = ink, of one size. The pixel at (x, y) of `after` was at
    (x + flow[y, x, 0], y + flow[y, x, 1]) of `before`. Raises ValueError if their sizes differ.
    """
    if after_u8.shape != before_u8.shape:
        raise ValueError(
            f"flow needs two drawings of one size; got {after_u8.shape} and {before_u8.shape}"
        )
    height, width = after_u8.shape
    still: FloatArray = np.zeros((height, width, 2), dtype=np.float32)
    if min(height, width) < LEAST_SIDE:
        return still
    factor = min(1.0, FLOW_SIDE / max(height, width))
    size = (max(LEAST_SIDE, round(width * factor)), max(LEAST_SIDE, round(height * factor)))
    halos = [_shrunk(line_halo(line), size) for line in (after_u8, before_u8)]
    if np.array_equal(halos[0], halos[1]):
        return still
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    start: FloatArray = np.zeros((size[1], size[0], 2), dtype=np.float32)
    flow = np.asarray(finder.calc(halos[0], halos[1], start), dtype=np.float32)
    if size != (width, height):
        flow = np.asarray(cv2.resize(flow, (width, height)), dtype=np.float32)
        flow *= np.array([width / size[0], height / size[1]], dtype=np.float32)
    return flow


def _shrunk(plane_u8: U8Array, size: tuple[int, int]) -> U8Array:
    if plane_u8.shape[::-1] == size:
        return plane_u8
    return np.asarray(cv2.resize(plane_u8, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def carry_labels(labels: I32Array, flow: FloatArray) -> I32Array:
    """The labels, int32 (H, W), that a flow brings to each pixel: int32 (H, W), -1 from outside."""
    height, width = labels.shape
    x = np.rint(np.arange(width, dtype=np.float32)[None] + flow[..., 0]).astype(np.int32)
    y = np.rint(np.arange(height, dtype=np.float32)[:, None] + flow[..., 1]).astype(np.int32)
    outside = (x < 0) | (y < 0) | (x >= width) | (y >= height)
    carried = labels[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
    return np.where(outside, np.int32(-1), carried)


def carry_points(points: FloatArray, flow: FloatArray) -> FloatArray:
    """Points (N, 2) x, y of the drawing before, as they lie in the one after: float32 (N, 2).

    flow  from the drawing after back to the one before, as `line_flow` gives it: it is turned
    around by three steps of a fixed-point iteration.
    """
    height, width = flow.shape[:2]
    moved = points.astype(np.float32).copy()
    for _ in range(3):
        column = np.clip(moved[:, 0].astype(np.intp), 0, width - 1)
        row = np.clip(moved[:, 1].astype(np.intp), 0, height - 1)
        moved = (points - flow[row, column]).astype(np.float32)
    return moved
