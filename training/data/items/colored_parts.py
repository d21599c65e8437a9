"""Items of the parts teacher: coloured views, what a frozen backbone sees in them, their parts."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.random import Generator as Rng

from models.arrays import FloatArray, U8Array
from models.hints.parts import UNLABELLED, Part
from models.networks.parts_teacher.backbone import DinoV2, load_dinov2
from training.data.items.augment import ViewStyle, random_view
from training.data.items.picture_items import Arrays
from training.data.items.recolor import redraw_colors
from training.data.sample import Sample

LIGHT_ENOUGH = 90
"""Of the brightest channel: what is darker is a line, and stays when a part is made white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColoredPartItems:
    """Makes items from samples whose parts are known, at least in places; a ``build`` of Items.

    view          how views are drawn; square.
    backbone      weights file of DINOv2 small.
    redraw_share  chance that every colour of a view is drawn anew.
    white_share   chance that a part of it turns white, or nearly: skin, as often as not.

    An item holds features (384, S/14, S/14) float16; picture (3, S/2, S/2) uint8; parts
    (S/2, S/2) uint8, UNLABELLED where unknown.
    """

    view: ViewStyle
    backbone: Path
    redraw_share: float = 0.35
    white_share: float = 0.15

    def __call__(self, sample: Sample, rng: Rng, _step: int) -> Arrays:
        """One item; the same for the same generator state."""
        view = random_view(sample, self.view, rng)
        if rng.random() < self.redraw_share:
            view = redraw_colors(view, rng)
        if rng.random() < self.white_share:
            view = _whitened(view, rng)
        half = self.view.side // 2
        parts = np.full((half, half), UNLABELLED, np.uint8)
        if view.labels is not None:
            parts = view.labels[::2, ::2]
        small = cv2.resize(view.color, (half, half), interpolation=cv2.INTER_AREA)
        return {
            "features": backbone_features(self.backbone, view.color[None])[0].astype(np.float16),
            "picture": np.ascontiguousarray(small.transpose(2, 0, 1)),
            "parts": np.ascontiguousarray(parts),
        }


def backbone_features(weights: Path, colors_u8: U8Array) -> FloatArray:
    """What the backbone sees of pictures (B, S, S, 3): float32 (B, 384, S/14, S/14)."""
    network = _backbone(weights)
    rgb = torch.from_numpy(np.ascontiguousarray(colors_u8.transpose(0, 3, 1, 2))).float() / 255
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        return network(rgb).float().numpy()


def _whitened(view: Sample, rng: Rng) -> Sample:
    """A view of which one part is white or nearly; what is dark in it stays."""
    if view.labels is None:
        return view
    shown = [int(p) for p in np.unique(view.labels) if p not in (UNLABELLED, Part.BACKGROUND)]
    if not shown:
        return view
    part = int(Part.SKIN) if Part.SKIN in shown and rng.random() < 0.5 else int(rng.choice(shown))
    light = (view.labels == part) & (view.color.max(axis=2) >= LIGHT_ENOUGH)
    left = float(rng.uniform(0, 0.3))
    color = view.color.copy()
    color[light] = (255 - (255 - color[light].astype(np.float32)) * left).astype(np.uint8)
    return replace(view, color=color, flat=None, tags=(), absent=())


@cache
def _backbone(weights: Path) -> DinoV2:
    return load_dinov2(weights)
