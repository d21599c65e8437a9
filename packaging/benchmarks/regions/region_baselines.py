"""What other ways to part line art find: plain flood fill, and OpenCV's watershed.

Both are helped as far as they can be: ink goes to the nearest region and specks are dropped as
ours are, and the watershed's markers are set by the gap that is to be closed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from models.arrays import I32Array, U8Array

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from models.geometry import Size  # noqa: E402
from models.regions.nearest import nearest_regions  # noqa: E402
from models.regions.regions import RegionSettings, find_regions  # noqa: E402
from training.regions.openings import flooded_regions  # noqa: E402

Finder = Callable[[U8Array, float], I32Array]
"""Line art uint8 (H, W), 0 = ink, and the gap to close in pixels -> labels int32 (H, W)."""


BUCKET_LEVEL = 128
"""Grey level at which a bucket stops: half ink."""


def by_tintline(line_u8: U8Array, gap: float) -> I32Array:
    """Regions as the application finds them."""
    return find_regions(line_u8, RegionSettings(gap=gap)).labels


def by_flood_fill(line_u8: U8Array, gap: float) -> I32Array:
    """Regions as a paint bucket without gap closing fills them, whatever the gap."""
    del gap
    return flooded_regions(line_u8, BUCKET_LEVEL)


def by_watershed(line_u8: U8Array, gap: float) -> I32Array:
    """Regions as OpenCV's watershed floods them, from paper farther from ink than half the gap."""
    _, paper = cv2.threshold(line_u8, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    depth = cv2.distanceTransform(paper, cv2.DIST_L2, cv2.DIST_MASK_5)
    seeds = (depth > max(gap / 2, 1.0)).astype(np.uint8)
    _, markers = cv2.connectedComponents(seeds, connectivity=4)
    flooded = cv2.watershed(cv2.cvtColor(line_u8, cv2.COLOR_GRAY2BGR), markers.copy())
    return nearest_regions(np.maximum(flooded, 0).astype(np.int32))


FINDERS: dict[str, Finder] = {
    "tintline": by_tintline,
    "flood fill": by_flood_fill,
    "cv2.watershed": by_watershed,
}


def default_gap(line_u8: U8Array) -> float:
    """The gap that is closed unless another is asked for, in pixels."""
    gap = RegionSettings().for_size(Size(*line_u8.shape)).gap
    assert gap is not None
    return gap
