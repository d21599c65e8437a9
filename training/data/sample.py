"""The one format in which every source hands a picture to training."""

from dataclasses import dataclass

import numpy as np

from models.arrays import I32Array, U8Array
from training.data.tones import Tones

PLANES = ("figure", "line", "flat", "shade", "labels", "trust", "regions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One coloured picture with everything its source knows about it.

    All arrays share height H and width W, rows from the top, channels RGB.

    colour   uint8 (H, W, 3) sRGB, flattened onto the background (white if the source has none).
    figure   uint8 (H, W), 255 inside the drawn figure or scene, 0 on empty paper.
    line     uint8 (H, W) exact line art, 0 = ink, 255 = paper; None: extract it from colour.
    flat     uint8 (H, W, 3) colour without shading and without line; None if unknown.
    shade    uint8 (H, W), 255 = fully lit: colour is about flat * shade / 255; None if unknown.
    tones    what the light does, tone by tone, and nothing to eyes, teeth and background; None if
             unknown.
    light    where the light comes from, in degrees clockwise: 0 from above, 90 from the right;
             None if unknown.
    labels   uint8 (H, W) of models.hints.parts.Part, UNLABELLED (255) where unknown; None if
             unknown. The label is the part of the surface, also under a line. EYES is the iris and
             pupil; the white of an eye is OTHER.
    trust    uint8 (H, W), how sure the labels are: 255 is certain; None: all of them are.
    regions  int32 (H, W) identity of each flat-coloured area (0 = background); None if unknown.
    tags     colour tags that hold, in the application's vocabulary (``blue_hair``).
    absent   colour tags known not to hold.
    shapes   tags without colour that hold (``long_hair``), of the whole picture.
    shapes_absent  such tags known not to hold.
    named    every tag, of colour and shape, as its collection writes it; () where a collection has
             none, or where they no longer hold. What it leaves out does not hold.
    name     unique within the source; source and licence as in the credits.
    """

    color: U8Array
    figure: U8Array
    line: U8Array | None = None
    flat: U8Array | None = None
    shade: U8Array | None = None
    tones: Tones | None = None
    light: float | None = None
    labels: U8Array | None = None
    trust: U8Array | None = None
    regions: I32Array | None = None
    tags: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    shapes_absent: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    name: str
    source: str
    licence: str

    def __post_init__(self) -> None:
        size = self.color.shape[:2]
        if self.color.shape != (*size, 3) or self.color.dtype != np.uint8:
            raise ValueError(f"{self.name}: colour must be uint8 (H, W, 3), got {self.color.shape}")
        planes = {name: getattr(self, name) for name in PLANES}
        if self.tones is not None:
            planes["tones"] = self.tones.first
        for field, plane in planes.items():
            if plane is not None and plane.shape[:2] != size:
                raise ValueError(f"{self.name}: {field} is {plane.shape[:2]}, colour is {size}")
