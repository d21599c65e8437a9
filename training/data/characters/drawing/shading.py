"""Where shadows and highlights lie, from the light's direction."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.data.characters.drawing.geometry import Points
from training.data.characters.drawing.marks import Tone

BEHIND_SHARE = 0.16
"""Share of the lights that come from behind, and"""
LOW_SHARE = 0.15
"""of the others that come from below."""


@dataclass(frozen=True, slots=True)
class Light:
    """Direction to the light in the picture: x to the right, y down; unit length.

    reach   how far shadows lie from what casts them: below 1 with the light near the viewer, above
            1 where it grazes the figure.
    behind  whether it shines from behind, so that only a rim is lit.
    glint   the side on which eyes have their catch light, which is drawn in ink: 1 or -1.
    """

    x: float
    y: float
    reach: float = 1.0
    behind: bool = False
    glint: int = 1

    @classmethod
    def from_angle(cls, degrees: float, *, reach: float = 1.0, behind: bool = False) -> "Light":
        """The light of a direction: clockwise, 0 from above, 90 from the right."""
        turn = np.deg2rad(degrees)
        x, y = float(np.sin(turn)), float(-np.cos(turn))
        return cls(x, y, reach, behind, glint=1 if x > 0 else -1)

    @property
    def angle(self) -> float:
        """The direction in degrees from 0 to 360: clockwise, 0 from above, 90 from the right."""
        return float(np.rad2deg(np.arctan2(self.x, -self.y)) % 360)

    @property
    def side(self) -> int:
        """1 if the light comes from the right, else -1."""
        return 1 if self.x > 0 else -1

    @property
    def away(self) -> NDArray[np.float64]:
        """Where shadows fall: away from the light, as long as they reach."""
        return np.array([-self.x, -self.y]) * self.reach

    def mirrored(self) -> "Light":
        """The same light in a mirrored drawing."""
        return replace(self, x=-self.x, glint=-self.glint)


def choose_light(rng: np.random.Generator) -> Light:
    """From anywhere above, sometimes from below or behind, near the viewer or grazing."""
    rng.random()  # keeps the glint of a figure
    glint = 1 if rng.random() < 0.5 else -1
    low, behind = rng.random(2) < (LOW_SHARE, BEHIND_SHARE)
    angle = float(rng.uniform(-180, 180) if behind else rng.uniform(-90, 90) + 180 * low)
    reach = float(np.exp(rng.normal(0.05, 0.3)))
    return replace(Light.from_angle(angle, reach=reach, behind=bool(behind)), glint=glint)


def side_shadow(path: Points, light: Light, depth: float, *, level: int = 1) -> Tone:
    """The crescent of a shape turned away from the light.

    The lit part is the path moved towards the light by about ``depth``; by how much swings along
    the shape, so that the terminator does not simply repeat the outline.
    """
    swing = 1.0 + 0.4 * np.sin(path[:, 1] * (7.0 + 3.0 * light.y) + path[:, 0] * 4.0)
    return Tone(path - depth * swing[:, None] * light.away, level, outside=True)
