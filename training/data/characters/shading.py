"""Where shadows and highlights lie, from the light's direction."""

from dataclasses import dataclass

import numpy as np

from training.data.characters.drawing import Tone
from training.data.characters.geometry import Points


@dataclass(frozen=True, slots=True)
class Light:
    """Direction to the light in the picture: x to the right, y down; unit length."""

    x: float
    y: float

    @property
    def side(self) -> int:
        """1 if the light comes from the right, else -1."""
        return 1 if self.x > 0 else -1

    def mirrored(self) -> "Light":
        """The same light in a mirrored drawing."""
        return Light(-self.x, self.y)


def choose_light(rng: np.random.Generator) -> Light:
    """From above, left or right, sometimes almost frontal."""
    angle = np.deg2rad(rng.uniform(20, 70)) * (1 if rng.random() < 0.5 else -1)
    return Light(float(np.sin(angle)), float(-np.cos(angle)))


def side_shadow(path: Points, light: Light, depth: float, *, level: int = 1) -> Tone:
    """The crescent of a shape turned away from the light.

    The lit part is the path moved towards the light by ``depth`` and slightly grown on its lit
    side, so that the terminator does not simply repeat the outline.
    """
    center = (path.min(axis=0) + path.max(axis=0)) / 2
    toward = np.array([light.x, light.y * 0.6])
    toward = toward / np.hypot(*toward)
    reach = (path - center) @ toward
    span = max(float(np.abs(reach).max()), 1e-6)
    grow = np.where(reach > 0, 1.0, 1.0 - 0.15 * np.abs(reach) / span)
    across = (path - center) @ np.array([-toward[1], toward[0]])
    wave = 0.18 * depth * np.sin(across / max(depth, 1e-6) * 0.9)
    lit = center + (path - center) * grow[:, None] + toward * (depth + wave)[:, None]
    lit = np.where(reach[:, None] > 0, lit + toward * span, lit)
    return Tone(lit, level, outside=True)
