"""What a generator paints, at the size at which it infers."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from models.arrays import FloatArray, U8Array
from models.device import DeviceChoice
from models.geometry import Size


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A generator's picture, cropped to the frame's content (h, w).

    rgb      float32 (h, w, 3) in [0, 1], sRGB; lines may be drawn in it.
    flat     float32 (h, w, 3) in [0, 1]: flat colour without lines or shading; None if not given.
    shade    float32 (h, w, 3) in [0, 1]: rgb is about flat * shade; None if not given.
    parts    uint8 (h, w) models.hints.parts.Part of each pixel as the lines tell; None if not
    given. lit_parts  the same for light: ground only where that is sure.
    variants float32 (n, h, w, 3) all the pictures of a generator that makes several, `rgb` the
             first of them; None if there is no other.
    owner    float32 (k, h, w): share of each hint or tag in each pixel; None if not given.
    device   where it was computed; differs from the generator's own after a fall-back, and its
             reason then says why.
    """

    rgb: FloatArray
    flat: FloatArray | None = None
    shade: FloatArray | None = None
    owner: FloatArray | None = None
    parts: U8Array | None = None
    lit_parts: U8Array | None = None
    device: DeviceChoice | None = None
    variants: FloatArray | None = None

    def chosen(self, variant: int) -> "Painting":
        """The painting with one of its pictures, from 0, in the place of the first.

        The last one where there are not so many, and itself where there is no other.
        """
        if self.variants is None:
            return self
        return replace(self, rgb=self.variants[min(variant, len(self.variants) - 1)])

    def resized(self, size: Size) -> "Painting":
        """The picture alone at another size, linear interpolation; itself if it has that size."""
        if self.rgb.shape[:2] == size.shape:
            return self
        rgb = cv2.resize(self.rgb, (size.width, size.height), interpolation=cv2.INTER_LINEAR)
        return Painting(np.asarray(rgb, dtype=np.float32), device=self.device)
