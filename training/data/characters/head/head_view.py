"""How a head is seen: from the front, in three-quarter view, in profile, and all between."""

from dataclasses import dataclass

import numpy as np

from training.data.characters.drawing.geometry import Pair, Points, as_points, resample, smooth

FRONT = (
    (-0.395, -0.12),
    (-0.40, 0.08),
    (-0.378, 0.23),
    (-0.289, 0.372),
    (-0.158, 0.475),
    (-0.05, 0.532),
    (0.0, 0.54),
    (0.05, 0.532),
    (0.1, 0.51),
    (0.158, 0.475),
    (0.227, 0.427),
    (0.289, 0.372),
    (0.347, 0.29),
    (0.388, 0.18),
    (0.40, 0.08),
    (0.40, -0.02),
    (0.395, -0.12),
)
THREE_QUARTER = (
    (-0.36, -0.10),
    (-0.345, 0.10),
    (-0.318, 0.25),
    (-0.207, 0.387),
    (-0.06, 0.491),
    (0.06, 0.543),
    (0.105, 0.546),
    (0.15, 0.53),
    (0.20, 0.492),
    (0.24, 0.445),
    (0.283, 0.38),
    (0.318, 0.305),
    (0.341, 0.22),
    (0.338, 0.135),
    (0.326, 0.06),
    (0.345, -0.03),
    (0.352, -0.12),
)
JAW = (
    (-0.17, -0.12),
    (-0.165, 0.08),
    (-0.135, 0.25),
    (-0.06, 0.355),
    (0.06, 0.44),
    (0.17, 0.512),
    (0.245, 0.545),
)
PROFILE = (
    (0.245, 0.545),
    (0.288, 0.532),
    (0.310, 0.495),
    (0.303, 0.458),
    (0.326, 0.434),
    (0.316, 0.412),
    (0.340, 0.388),
    (0.338, 0.350),
    (0.362, 0.312),
    (0.425, 0.272),
    (0.402, 0.222),
    (0.362, 0.135),
    (0.352, 0.06),
    (0.372, -0.02),
    (0.380, -0.12),
)
"""Face contours from the near temple along the jaw to the far temple: yaw 0, yaw 40, and (jaw,
then from the chin over mouth, nose and brow) yaw 90 degrees."""
QUARTER_YAW = 40.0
"""Yaw in degrees of the three-quarter view."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """How the head is seen: ``yaw`` in degrees to the right (0 to 90), ``nod`` in units down.

    A head that looks to the left is drawn mirrored.
    """

    yaw: float
    nod: float = 0.0

    @property
    def share(self) -> float:
        """0 from the front, 1 from three-quarter view on."""
        return min(self.yaw / QUARTER_YAW, 1.0)

    @property
    def turn(self) -> float:
        """0 up to three-quarter view, 1 in profile."""
        return float(np.clip((self.yaw - QUARTER_YAW) / (90.0 - QUARTER_YAW), 0.0, 1.0))

    @property
    def is_side(self) -> bool:
        """Is the head nearer to a profile than to a three-quarter view?"""
        return self.turn > 0.5

    def mid(self, quarter: float, profile: float) -> float:
        """A value of the three-quarter view on its way to that of the profile."""
        return quarter + (profile - quarter) * self.turn

    def at(self, x: float, y: float, depth: float) -> Pair:
        """A point of the front view, ``depth`` before the head's axis, as seen.

        Towards the profile what lies on the far side (x > 0) gathers at the front edge.
        """
        angle = np.deg2rad(min(self.yaw, QUARTER_YAW))
        seen = x * np.cos(angle) + depth * np.sin(angle)
        round_off = np.sqrt(max(1 - (x / 0.45) ** 2, 0.0)) - 1
        side = 0.36 if x > 0 and depth > 0.1 else 1.45 * depth + 0.36 * round_off
        return self.mid(float(seen), float(side)), y + self.nod * depth * 4

    def over(self, points: Points, bulge: float) -> Points:
        """Points of the front view lying on a rounded surface whose middle is ``bulge`` deep."""
        angle = np.deg2rad(min(self.yaw, QUARTER_YAW))
        depth = bulge * np.sqrt(np.clip(1 - (points[:, 0] / 0.52) ** 2, 0, 1))
        x = points[:, 0] * np.cos(angle) + depth * np.sin(angle)
        if self.turn > 0:
            share = np.clip(points[:, 0] / 0.46, -1.15, 1.15)
            side = 0.36 + 0.15 * bulge + np.where(share < 0, 0.33, 0.05) * share
            x = x + (side - x) * self.turn
        return np.stack([x, points[:, 1] + self.nod * depth * 3], axis=1)


def face_edge(view: HeadView, width: float, jaw: float) -> Points:
    """The outline of a face from the near temple over the chin to the far temple."""
    share = view.share
    points = as_points(FRONT) * (1 - share) + as_points(THREE_QUARTER) * share
    middle = 0.105 * share
    low = np.clip((points[:, 1] - 0.05) / 0.45, 0, 1)
    x = middle + (points[:, 0] - middle) * width * (1 + (jaw - 1) * low)
    edge = smooth(np.stack([x, points[:, 1]], axis=1), steps=5)
    if view.turn == 0:
        return edge
    chin = 30
    side = np.concatenate(
        [
            resample(smooth(JAW), chin + 1)[:-1],
            resample(smooth(PROFILE), len(edge) - chin),
        ]
    )
    return edge + (side - edge) * view.turn
