"""Where shadows and highlights lie, from the light's direction."""

from dataclasses import dataclass

import numpy as np

from training.data.characters.drawing.geometry import Points
from training.data.characters.drawing.marks import Tone


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

    The lit part is the path moved towards the light's side by about ``depth``; by how much
    swings along the shape, so that the terminator does not simply repeat the outline.
    """
    swing = 1.0 + 0.4 * np.sin(path[:, 1] * (7.0 + 3.0 * light.y) + path[:, 0] * 4.0)
    toward = np.array([light.side * (0.35 + 0.65 * abs(light.x)), -0.22])
    return Tone(path + depth * swing[:, None] * toward, level, outside=True)
