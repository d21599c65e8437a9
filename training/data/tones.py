"""What a light does to a picture, tone by tone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import cv2
import numpy as np

from models.arrays import U8Array
from models.hints.parts import Part

UNSHADED = (Part.BACKGROUND, Part.EYES, Part.MOUTH, Part.BROWS)
"""What keeps its colour whatever the light."""
TONE_NAMES = ("first", "second", "highlight", "soft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """How much of each pixel lies in each tone, uint8 (H, W), 255 = all of it; None: unknown.

    first      in shade, be it light or deep.
    second     in deep shade.
    highlight  in a highlight.
    soft       how far the form turns away from the light, wherever a shadow's edge is drawn.
    """

    first: U8Array
    second: U8Array | None = None
    highlight: U8Array | None = None
    soft: U8Array | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            plane = getattr(self, field.name)
            if plane is not None and (plane.shape != self.first.shape or plane.dtype != np.uint8):
                raise ValueError(f"tone {field.name} must be uint8 {self.first.shape}")

    @property
    def known(self) -> tuple[bool, ...]:
        """Which of the four tones are known, in the order of TONE_NAMES."""
        return tuple(getattr(self, name) is not None for name in TONE_NAMES)

    def changed(self, change: Callable[[U8Array], U8Array]) -> "Tones":
        """Every known plane put through the same function."""
        planes = ((name, getattr(self, name)) for name in TONE_NAMES)
        return Tones(**{name: change(plane) for name, plane in planes if plane is not None})

    def stacked(self) -> U8Array:
        """All four planes, uint8 (H, W, 4); an unknown one is 0."""
        empty = np.zeros_like(self.first)
        planes = [getattr(self, name) for name in TONE_NAMES]
        return np.asarray(cv2.merge([empty if p is None else p for p in planes]), np.uint8)


def unstacked(planes: U8Array, known: Sequence[bool]) -> Tones:
    """The tones of planes uint8 (H, W, 4), of which some are known. The first one must be."""
    split = zip(TONE_NAMES, cv2.split(planes), known)
    return Tones(
        **{name: np.asarray(plane, np.uint8) for name, plane, is_known in split if is_known}
    )
