"""What a generator paints, at the size at which it infers."""

from dataclasses import dataclass

from models.arrays import FloatArray, U8Array
from models.device import DeviceChoice


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A generator's picture, cropped to the frame's content (h, w).

    rgb      float32 (h, w, 3) in [0, 1], sRGB; lines may be drawn in it.
    flat     float32 (h, w, 3) in [0, 1]: flat colour without lines or shading; None if not given.
    shade    float32 (h, w, 3) in [0, 1]: rgb is about flat * shade; None if not given.
    parts    uint8 (h, w) models.hints.parts.Part of each pixel as the lines tell; None if not
    given.
    owner    float32 (k, h, w): share of each hint or tag in each pixel; None if not given.
    device   where it was computed; differs from the generator's own after a fall-back, and its
             reason then says why.
    """

    rgb: FloatArray
    flat: FloatArray | None = None
    shade: FloatArray | None = None
    owner: FloatArray | None = None
    parts: U8Array | None = None
    device: DeviceChoice | None = None
