"""A picture that line extractors are tried on."""

from functools import cache

import cv2
import numpy as np

from training.data.sample import Sample


@cache
def face(side=80):
    """A face of a few flat, one shaded and one black area, with its exact ink."""
    large = 4 * side
    rgb = np.full((large, large, 3), (225, 235, 250), dtype=np.uint8)
    line = np.full((large, large), 255, dtype=np.uint8)

    def at(x, y):
        return round(x * large), round(y * large)

    def ellipse(x, y, wide, tall, color):
        axes = at(wide, tall)
        cv2.ellipse(rgb, at(x, y), axes, 0, 0, 360, color, -1)
        for plane, ink in ((rgb, (30, 25, 40)), (line, 0)):
            cv2.ellipse(plane, at(x, y), axes, 0, 0, 360, ink, 7)

    ellipse(0.5, 0.48, 0.38, 0.42, (90, 60, 140))
    ellipse(0.5, 0.55, 0.28, 0.33, (250, 215, 190))
    shade = np.linspace(1.0, 0.75, large)[:, None, None]
    rgb = np.ascontiguousarray((rgb * shade).astype(np.uint8))
    ellipse(0.39, 0.52, 0.06, 0.08, (60, 140, 90))
    ellipse(0.61, 0.52, 0.06, 0.08, (0, 0, 0))
    for plane, ink in ((rgb, (120, 30, 40)), (line, 0)):
        cv2.line(plane, at(0.42, 0.74), at(0.58, 0.76), ink, 5)
    size = (side, side)
    color = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    ink = cv2.resize(line, size, interpolation=cv2.INTER_AREA)
    figure = np.full(ink.shape, 255, dtype=np.uint8)
    return Sample(
        color=color, figure=figure, line=ink, name="face", source="test", licence="Apache-2.0"
    )
