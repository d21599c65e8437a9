"""Random painted blobs: what a hand leaves on a hint layer, as pictures with alpha."""

import cv2
import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.arrays import U8Array

COLORS = ((200, 40, 40), (40, 60, 200), (240, 200, 160), (30, 160, 60), (250, 250, 250))


@st.composite
def painted(draw: st.DrawFn, *, most: int = 6) -> U8Array:
    """A picture of some blobs, loops and dots, hard to the pixel: uint8 (H, W, 4)."""
    height, width = draw(st.integers(12, 70)), draw(st.integers(12, 70))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    rgba_u8 = np.zeros((height, width, 4), dtype=np.uint8)
    for _ in range(draw(st.integers(1, most))):
        color = (*COLORS[rng.integers(len(COLORS))], 255)
        places = [tuple(rng.integers(0, (width, height)).tolist()) for _ in range(4)]
        kind = draw(st.sampled_from(["dot", "loop", "arms", "blob"]))
        if kind == "dot":
            rgba_u8[places[0][1], places[0][0]] = color
        elif kind == "loop":
            axes = tuple(rng.integers(3, 20, 2).tolist())
            cv2.ellipse(rgba_u8, places[0], axes, 30, 0, 300, color, int(rng.integers(3, 6)))
        elif kind == "arms":
            cv2.polylines(rgba_u8, [np.array(places)], False, color, int(rng.integers(3, 6)))
        else:
            cv2.fillPoly(rgba_u8, [np.array(places)], color)
    rgba_u8[0, 0] = 0
    return rgba_u8


def seen_through(owner: NDArray[np.int32], colors: list[tuple[int, int, int]]) -> U8Array:
    """The picture that hints show: uint8 (H, W, 4) of an owner map and the hints' colours."""
    return np.array([(0, 0, 0, 0), *((*color, 255) for color in colors)], dtype=np.uint8)[owner]
