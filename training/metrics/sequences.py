"""How steady colours are over the frames of a sequence; region identities are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import FloatArray, I32Array

LEAST_PIXELS = 24
"""A region with fewer pixels in a frame is not counted in that frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steadiness:
    """Colours of regions over a sequence; differences are CIEDE2000.

    flicker      difference of a region's mean colour between a frame and the next, mean over all
                 regions and pairs of frames, regions weighted by their pixels in the pair.
    consistency  root mean square difference between a region's mean colour in each frame and its
                 mean colour over the frames (its standard deviation), mean over the regions.
    worst        the same of the least steady region.
    regions      how many regions were seen in two frames or more. Without any, the others are NaN.
    """

    flicker: float
    consistency: float
    worst: float
    regions: int


def measure_steadiness(frames: Sequence[FloatArray], regions: Sequence[I32Array]) -> Steadiness:
    """Steadiness of frames, float32 (H, W, 3) in [0, 1], by region.

    regions  int32 (H, W) for each frame: the same number means the same region in every frame;
             0 is left out (background, or lines).
    Raises ValueError if their numbers or sizes differ.
    """
    if len(frames) != len(regions):
        raise ValueError(f"{len(frames)} frames but {len(regions)} region maps; give one for each")
    seen = [_region_colors(*pair) for pair in zip(frames, regions)]
    deviations = _deviations(seen)
    return Steadiness(
        flicker=_flicker(seen),
        consistency=float(np.mean(deviations)) if deviations else float("nan"),
        worst=max(deviations, default=float("nan")),
        regions=len(deviations),
    )


Colors = dict[int, tuple[NDArray[np.float64], int]]
"""Region -> mean CIELAB colour and number of pixels."""


def _region_colors(frame: FloatArray, regions: I32Array) -> Colors:
    if frame.shape[:2] != regions.shape:
        raise ValueError(f"frame {frame.shape[:2]} and region map {regions.shape} differ in size")
    numbers, index = np.unique(regions, return_inverse=True)
    index = index.ravel()
    lab = rgb2lab(frame).reshape(-1, 3)
    counts = np.bincount(index)
    sums = np.stack([np.bincount(index, lab[:, channel]) for channel in range(3)], axis=1)
    return {
        int(number): (total / count, int(count))
        for number, total, count in zip(numbers, sums, counts)
        if number != 0 and count >= LEAST_PIXELS
    }


def _flicker(seen: Sequence[Colors]) -> float:
    total = weight = 0.0
    for before, after in pairwise(seen):
        for number in before.keys() & after.keys():
            (old, old_count), (new, new_count) = before[number], after[number]
            pixels = (old_count + new_count) / 2
            total += pixels * float(deltaE_ciede2000(old, new))
            weight += pixels
    return total / weight if weight else float("nan")


def _deviations(seen: Sequence[Colors]) -> list[float]:
    deviations = []
    for number in sorted(set().union(*seen)):
        colors = np.array([frame[number][0] for frame in seen if number in frame])
        if len(colors) > 1:
            centre = np.broadcast_to(colors.mean(axis=0), colors.shape)
            deviations.append(float(np.sqrt((deltaE_ciede2000(centre, colors) ** 2).mean())))
    return deviations
