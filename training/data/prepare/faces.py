"""Face crops: found by a cascade that the user supplies, or estimated from skin and figure.

With a cascade the recipe is Tag2Pix's (METHODS.md 2.6): an LBP anime face cascade on grey with
equalized histogram, and only pictures with exactly one find. Without one, the face is estimated
as the uppermost large patch of skin; an estimate is marked as such, so that it can be left out.
"""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array
from training.data.prepare.cascade import Box, Cascade

LEAST_SIDE = 128
DETECT_SCALE = 1.2
DETECT_NEIGHBOURS = 5
DETECT_MINIMUM = 48
_SHIFT = -0.1
_ENLARGE = 1.2

FACE_TAGS = frozenset({
    "1girl", "1boy", "bangs", "blush", "smile", "open_mouth", "closed_mouth", "closed_eyes",
    "one_eye_closed", "glasses", "animal_ears", "freckles", "fang", "tears", "eyepatch", "mole",
    "twintails", "ponytail", "braid", "ahoge", "profile", "from_side", "facial_mark", "tongue",
    "makeup", "lipstick", "sidelocks", "hair_ornament", "hairband", "hair_ribbon", "hair_bow",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """A square crop around a face, inside its picture, and how it was found."""

    box: Box
    origin: Literal["cascade", "estimate"]


def detect_face(rgb_u8: U8Array, cascade: Cascade) -> Face | None:
    """The one face of uint8 (H, W, 3); None if the cascade finds none or several."""
    grey = cv2.equalizeHist(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY)).astype(np.uint8)
    found = cascade.detect(
        grey, scale=DETECT_SCALE, neighbours=DETECT_NEIGHBOURS, minimum=DETECT_MINIMUM
    )
    if len(found) != 1:
        return None
    box = crop_box(found[0], rgb_u8.shape[:2])
    return Face(box, "cascade") if box.width >= LEAST_SIDE else None


def crop_box(found: Box, shape: tuple[int, int]) -> Box:
    """The square around a find: its larger side, shifted by -10 %, enlarged to 120 %.

    shape  (H, W) of the picture; the square is moved, and if need be made smaller, to lie in it.
    """
    height, width = shape
    larger = max(found.width, found.height)
    side = min(round(larger * _ENLARGE), height, width)
    left = round(found.left + _SHIFT * larger)
    top = round(found.top + _SHIFT * larger)
    return Box(min(max(0, left), width - side), min(max(0, top), height - side), side, side)


def estimate_face(rgb_u8: U8Array, figure: U8Array) -> Face | None:
    """Where the face probably is in uint8 (H, W, 3) with one upright figure; None if unclear.

    figure  uint8 (H, W), 255 inside the figure.
    """
    skin = skin_mask(rgb_u8, figure)
    inside = figure > 0
    rows = np.flatnonzero(inside.any(axis=1))
    if not rows.size or not skin.any():
        return None
    height, width = skin.shape
    # Close over eyes, mouth and thin locks of hair; cut thin bridges such as the neck's sides.
    reach = max(1, round(0.012 * max(height, width)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    closed = cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    _, numbered, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    areas = stats[1:, cv2.CC_STAT_AREA]
    large = np.flatnonzero(areas >= max(0.25 * areas.max(), 0.002 * height * width)) + 1
    if not large.size:
        return None
    first = min(large.tolist(), key=lambda index: int(stats[index, cv2.CC_STAT_TOP]))
    patch = numbered == first
    top = int(stats[first, cv2.CC_STAT_TOP])
    if top > rows[0] + 0.6 * (rows[-1] - rows[0]):
        return None
    box = _head_square(patch, top=top, crown=int(rows[0]))
    return Face(box, "estimate") if box.width >= LEAST_SIDE else None


def skin_mask(rgb_u8: U8Array, figure: U8Array) -> NDArray[np.bool_]:
    """Pixels (H, W) of the figure whose colour is one of skin, from pale to dark."""
    lab = cv2.cvtColor(rgb_u8.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)
    lightness, a, b = lab[..., 0], lab[..., 1], lab[..., 2]
    hue = np.degrees(np.arctan2(b, a))
    chroma = np.hypot(a, b)
    likely = (hue > 25) & (hue < 82) & (lightness > 30) & (chroma > 6) & (chroma < 48)
    return likely & (figure > 0)


def _head_square(patch: NDArray[np.bool_], *, top: int, crown: int) -> Box:
    """A square over a patch that starts with a face: the face's width sets its size."""
    height, width = patch.shape
    columns = np.flatnonzero(patch.any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    for _ in range(3):  # shoulders below the chin widen the patch: look at its upper part only
        part = patch[top : top + round(1.05 * (right - left)), left:right]
        found = np.flatnonzero(part.any(axis=0))
        left, right = left + int(found[0]), left + int(found[-1]) + 1
    face = right - left
    side = min(round(1.9 * face), height, width)
    middle = (left + right) / 2
    start = max(crown - round(0.05 * face), top - round(0.75 * face))
    return Box(
        min(max(0, round(middle - side / 2)), width - side),
        min(max(0, start), height - side),
        side,
        side,
    )
