"""What moves is found by the lines of the drawing, however they are drawn."""

import cv2
import numpy as np
import pytest

from models.tracking.flow import line_flow


def test_faint_and_soft_lines_are_followed_as_black_ones_are():
    shape = (120, 160)
    frames = []
    for across in (0, 9):
        line = np.full(shape, 255, dtype=np.uint8)
        cv2.circle(line, (60 + across, 60), 30, 0, 2)
        cv2.line(line, (60 + across, 30), (60 + across, 90), 0, 2)
        frames.append(line)
    soft = [
        np.asarray(255 - 0.3 * (255 - cv2.GaussianBlur(line, (0, 0), 1.0)), dtype=np.uint8)
        for line in frames
    ]
    assert min(line.min() for line in soft) > 127
    black, faint = (line_flow(after, before) for before, after in (frames, soft))
    inside = np.s_[50:70, 55:80]
    assert black[inside][..., 0].mean() == pytest.approx(-9, abs=1)
    assert faint[inside][..., 0].mean() == pytest.approx(-9, abs=1)
