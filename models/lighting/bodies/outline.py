"""The outline of a figure, and the rim that a light from behind leaves along it."""

from dataclasses import dataclass

import cv2
import numpy as np

from models.arrays import FloatArray, U8Array
from models.lighting.casters import SHARPNESS
from models.lighting.light import Light

RIM_WIDTH = 0.014
"""Width of a rim, as a share of the longer side, where the light stands straight behind."""
RIM_AROUND = 0.65
"""How far the rim reaches around, away from the light: the cosine at which it ends, negated."""
RIM_SHARE = 0.01
"""Share of the picture below which what stands by itself has no rim: lettering, and specks."""
CUT_SHARE = 0.2
"""Length, as a share of the longer side, from which on an outline straight across or down is where
a frame or the paper cuts a figure off, and not its own."""
CUT_GAP = 3
"""Small pixels over which such a cut may be interrupted."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What of a figure decides where its rim lies, whatever the light.

    within  uint8 (h, w) 1 on the figure; depth  float32 (h, w) pixels to its outline.
    facing  float32 (h, w, 2) which way the figure turns in the picture, as unit vectors.
    cuts    uint8 (h, w) 1 where something cuts it off.
    """

    within: U8Array
    depth: FloatArray
    facing: FloatArray
    cuts: U8Array

    @classmethod
    def of(cls, normals: FloatArray) -> "Outline":
        """The outline of a figure by its normals, float32 (h, w, 3)."""
        within = _without_specks((normals[..., 2] > 0).astype(np.uint8))
        depth = np.asarray(cv2.distanceTransform(within, cv2.DIST_L2, 5), dtype=np.float32)
        flat = normals[..., :2]
        flat = flat / np.maximum(np.linalg.norm(flat, axis=2, keepdims=True), 1e-3)
        return cls(within, depth, flat, _cuts(within))

    def rim(self, light: Light) -> FloatArray:
        """How sure a pixel lies on the rim, float32 (h, w)."""
        toward = self.facing @ np.array(light.toward, dtype=np.float32)
        most = RIM_WIDTH * max(self.within.shape) * light.behind
        width = most * np.clip(toward + RIM_AROUND, 0, 1)
        sure = np.clip(width - self.depth, -SHARPNESS, SHARPNESS)
        side = 1 + 2 * int(np.ceil(most * (1 + RIM_AROUND)))
        cut = cv2.dilate(self.cuts, np.ones((side, side), dtype=np.uint8))
        on_rim = (self.within > 0) & (cut == 0)
        return np.where(on_rim, sure, np.float32(-SHARPNESS)).astype(np.float32)


def _without_specks(within: U8Array) -> U8Array:
    """A mask, uint8 (h, w), without its small pieces."""
    count, label, stats, _ = cv2.connectedComponentsWithStats(within, connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= RIM_SHARE * within.size
    return np.asarray(within * np.append(False, kept[1:count])[label], dtype=np.uint8)


def _cuts(within: U8Array) -> U8Array:
    """Where a mask, uint8 (h, w), ends along a straight line across or down the picture."""
    found = np.zeros_like(within)
    length = max(2, round(CUT_SHARE * max(within.shape)))
    for turned, into in ((within, found), (within.T, found.T)):
        around = np.pad(turned, ((1, 1), (0, 0)), mode="edge")
        for ends in (turned > around[2:], turned > around[:-2]):
            run = cv2.morphologyEx(
                ends.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, CUT_GAP), dtype=np.uint8)
            )
            cut = cv2.morphologyEx(run, cv2.MORPH_OPEN, np.ones((1, length), dtype=np.uint8))
            np.maximum(into, cut, out=into)
    return found
