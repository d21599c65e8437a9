"""A turned figure's pictures in the pose in which its light was set, and back."""

from dataclasses import dataclass, fields, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import FloatArray, U8Array
from models.lighting.bodies.surfaces import NO_BODY, Bodies
from models.lighting.maps import MOST_LOGIT, ToneMaps
from models.tracking.turns import Turn

PAPER = 255


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """How pictures of one size are laid so that a figure stands as it did before a turn.

    shape  (height, width) that the others have, in which nothing of these is cut off.
    """

    size: tuple[int, int]
    shape: tuple[int, int]
    move: FloatArray

    @classmethod
    def back(cls, turn: Turn, size: tuple[int, int]) -> "Turned":
        """Undo a turn of pictures of size (height, width)."""
        height, width = size
        angle = np.deg2rad(turn.degrees)
        cos, sin = np.cos(angle), np.sin(angle)
        # Turned back first, then mirrored.
        flip = -1.0 if turn.mirrored else 1.0
        matrix = np.array([[flip * cos, flip * sin], [-sin, cos]])
        reach = np.abs(matrix) @ [width, height]
        across, down = (int(np.ceil(side - 1e-6)) for side in reach)
        middle = np.array([width - 1, height - 1]) / 2
        shift = np.array([across - 1, down - 1]) / 2 - matrix @ middle
        move = np.column_stack([matrix, shift]).astype(np.float32)
        return cls(size, (down, across), move)

    def picture(self, plane_u8: U8Array, *, is_blended: bool) -> U8Array:
        """A picture, uint8 (h, w) or (h, w, 3), on white; blended where its values may be."""
        laid = cv2.warpAffine(
            plane_u8, self.move, self.shape[::-1],
            flags=cv2.INTER_LINEAR if is_blended else cv2.INTER_NEAREST,
            borderValue=(PAPER,) * 3,
        )  # fmt: skip
        return np.asarray(laid, dtype=np.uint8)

    def bodies(self, bodies: Bodies) -> Bodies:
        """The bodies of a picture in that pose; around them is no body."""

        def laid(plane: NDArray[np.generic], empty: float) -> FloatArray:
            moved = cv2.warpAffine(
                plane.astype(np.float32), self.move, self.shape[::-1],
                flags=cv2.INTER_NEAREST, borderValue=(empty,),
            )  # fmt: skip
            return np.asarray(moved, dtype=np.float32)

        index = laid(bodies.index, NO_BODY).astype(np.int32)
        return replace(
            bodies,
            index=index, open=laid(bodies.open, 0) > 0, ragged=laid(bodies.ragged, 0) > 0,
        )  # fmt: skip

    def maps(self, maps: ToneMaps) -> ToneMaps:
        """Tones told in that pose, in the pictures' own."""
        empty = {"soft": 0.0}
        return ToneMaps(
            **{
                field.name: self._returned(
                    getattr(maps, field.name), empty.get(field.name, -MOST_LOGIT)
                )
                for field in fields(ToneMaps)
            }
        )

    def _returned(self, plane: FloatArray, empty: float) -> FloatArray:
        laid = cv2.warpAffine(
            plane, self.move, self.size[::-1],
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderValue=(empty,),
        )  # fmt: skip
        return np.asarray(laid, dtype=np.float32)
