"""What is figure and what is ground in a picture without alpha, on whatever flat colour."""

import cv2
import numpy as np

from models.arrays import U8Array

GROUND_TOLERANCE = 14
"""Largest difference of a channel from the ground's colour: JPEG leaves a flat one uneven."""
LEAST_GROUND_SHARE = 0.02
LEAST_BORDER_SHARE = 0.35


def ground_figure(color: U8Array) -> U8Array:
    """Figure plane of uint8 (H, W, 3): 0 on flat ground connected to the border, else 255.

    The ground's colour is the most frequent one along the border. A picture whose border is
    mostly something else, or that hardly shows ground, is figure everywhere.
    """
    height, width = color.shape[:2]
    everywhere = np.full((height, width), 255, np.uint8)
    border = np.concatenate([color[0], color[-1], color[:, 0], color[:, -1]])
    coarse = (border >> 3).astype(np.int32) @ np.array([4096, 64, 1], np.int32)
    values, counts = np.unique(coarse, return_counts=True)
    ground = np.median(border[coarse == values[counts.argmax()]], axis=0).astype(np.int16)
    far = np.abs(border.astype(np.int16) - ground).max(axis=1)
    if float((far <= GROUND_TOLERANCE).mean()) < LEAST_BORDER_SHARE:
        return everywhere
    near = np.abs(color.astype(np.int16) - ground).max(axis=2) <= GROUND_TOLERANCE
    ringed = np.pad(near.astype(np.uint8), 1, constant_values=1)
    _, numbered = cv2.connectedComponents(ringed, connectivity=4)
    outside = numbered[1:-1, 1:-1] == numbered[0, 0]
    if float(outside.mean()) < LEAST_GROUND_SHARE:
        return everywhere
    return np.where(outside, 0, 255).astype(np.uint8)
