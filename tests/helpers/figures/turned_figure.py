"""A figure of eight flat pieces, drawn under any turn, for tests of what follows it."""

import json

import cv2
import numpy as np

SIDE = 256
PIECES = (
    ((110, 70), (26, 26), (250, 220, 200)),
    ((104, 40), (30, 12), (150, 60, 40)),
    ((112, 135), (30, 38), (60, 90, 200)),
    ((66, 120), (13, 26), (250, 220, 200)),
    ((160, 128), (15, 30), (250, 220, 200)),
    ((190, 176), (22, 20), (200, 160, 40)),
    ((98, 200), (12, 28), (70, 70, 80)),
    ((134, 204), (13, 30), (70, 70, 80)),
)
"""Middle, half axes and colour of each."""


def matrix_of(degrees: float = 0.0, *, mirrored: bool = False) -> np.ndarray:
    """Mirrored left to right first, then turned clockwise about the middle, float64 (2, 2)."""
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turn @ np.diag([-1.0 if mirrored else 1.0, 1.0])


def drawn(
    degrees: float = 0.0, *, mirrored: bool = False, bend: float = 0.0
) -> tuple[np.ndarray, np.ndarray]:
    """Line art uint8 (256, 256), 0 = ink, and flats uint8 (256, 256, 3).

    bend  pixels by which both legs have stepped apart.
    """
    matrix = matrix_of(degrees, mirrored=mirrored)
    line_u8 = np.full((SIDE, SIDE), 255, np.uint8)
    flat_u8 = np.full((SIDE, SIDE, 3), 255, np.uint8)
    for number, (middle, axes, color) in enumerate(PIECES):
        step = {6: -bend, 7: bend}.get(number, 0.0)
        at = matrix @ (np.array([middle[0] + step, middle[1]]) - SIDE / 2) + SIDE / 2
        around = np.linspace(0, 2 * np.pi, 72, endpoint=False)
        outline = matrix @ np.stack([axes[0] * np.cos(around), axes[1] * np.sin(around)])
        points = np.round(outline.T + at).astype(np.int32)
        cv2.fillPoly(flat_u8, [points], color)
        cv2.fillPoly(line_u8, [points], 255)
        cv2.polylines(line_u8, [points], True, 0, 2)
    return line_u8, flat_u8


def places() -> np.ndarray:
    """A place in each piece, float64 (8, 2) x, y, in the figure as it stands."""
    return np.array([middle for middle, _, _ in PIECES], dtype=np.float64)


def hint_file(degrees: float = 0.0) -> str:
    """Hints of the figure so turned, a point in each piece and one on paper, as JSON."""
    at = (places() - SIDE / 2) @ matrix_of(degrees).T + SIDE / 2
    spots = [(3.5, 3.5, (255, 255, 255))]
    spots += [(x, y, color) for (x, y), (_, _, color) in zip(at.tolist(), PIECES, strict=True)]
    hints = [
        {"kind": "point", "x": x, "y": y, "color": "#{:02x}{:02x}{:02x}".format(*color)}
        for x, y, color in spots
    ]
    return json.dumps({"version": 1, "hints": hints})
