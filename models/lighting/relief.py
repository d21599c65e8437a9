"""How bodies turn: heights inflated from their outlines, and the normals of these.

Every body is blown up like a balloon held at its outline: the solution of Poisson's equation, whose
root is a half circle across anything long, and an ellipsoid over anything round. So the normals lie
in the picture at the outline and face the camera in the middle, as those that Johnston
interpolates from outlines ("Lumo", 2002) do. The figure as a whole is a body too.
"""

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import scipy

from models.arrays import FloatArray, I32Array
from models.lighting.bodies.outline import Outline
from models.lighting.bodies.surfaces import NO_BODY, Bodies

STEPS = (10, 16, 30, 60)
"""Relaxations at the full size, at half of it, and so on."""
SMOOTH, FIGURE_SMOOTH = 0.008, 0.018
"""Pixels over which normals are smoothed within a body, as shares of the longer side."""
LEAST_HEIGHT = 0.7
"""Height, in pixels, below which a normal is not tipped further."""


@dataclass(frozen=True, eq=False)
class Relief:
    """Unit normals of one picture, float32 (h, w, 3): x right, y down, z toward the camera.

    bodies  each body by itself; figure  all of them as one. 0 on the ground.
    """

    bodies: FloatArray
    figure: FloatArray

    @cached_property
    def outline(self) -> Outline:
        """The figure's, made when a light first stands behind it."""
        return Outline.of(self.figure)


def make_relief(bodies: Bodies) -> Relief:
    """The normals of a picture's bodies."""
    side = max(bodies.index.shape)
    figure = np.where(bodies.index >= 0, 0, NO_BODY).astype(np.int32)
    return Relief(
        _normals(bodies.index, bodies.count, SMOOTH * side),
        _normals(figure, 1, FIGURE_SMOOTH * side),
    )


def inflate(index: I32Array) -> FloatArray:
    """The root of a quarter of Poisson's solution within each body, float32 (h, w), 0 outside.

    index  int32 (h, w). By relaxation from coarse to fine.
    """
    swelling: FloatArray | None = None
    for level in reversed(range(len(STEPS))):
        step = 1 << level
        coarse = index[step // 2 :: step, step // 2 :: step]
        if coarse.size == 0:
            continue
        height, width = coarse.shape
        if swelling is None:
            swelling = np.zeros(coarse.shape, dtype=np.float32)
        else:
            # A grid twice as fine measures areas four times as large.
            swelling = np.asarray(
                4 * cv2.resize(swelling, (width, height), interpolation=cv2.INTER_LINEAR),
                dtype=np.float32,
            )
        swelling = _relaxed(swelling, coarse, STEPS[level])
    assert swelling is not None
    return np.sqrt(2 * swelling)


def _relaxed(swelling: FloatArray, index: I32Array, steps: int) -> FloatArray:
    inside = index >= 0
    down = ((index[1:] == index[:-1]) & inside[1:]).astype(np.float32)
    right = ((index[:, 1:] == index[:, :-1]) & inside[:, 1:]).astype(np.float32)
    quarter = np.where(inside, np.float32(0.25), np.float32(0))
    for _ in range(steps):
        around = np.ones_like(swelling)
        around[:-1] += swelling[1:] * down
        around[1:] += swelling[:-1] * down
        around[:, :-1] += swelling[:, 1:] * right
        around[:, 1:] += swelling[:, :-1] * right
        # What the picture cuts off goes on beyond it.
        for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
            around[edge] += swelling[edge]
        swelling = around * quarter
    return swelling


def _normals(index: I32Array, count: int, smooth: float) -> FloatArray:
    """Unit normals, float32 (h, w, 3), of inflated bodies, smoothed within each."""
    height = inflate(index)
    swelling = np.square(height) / 2
    padded = np.pad(swelling, 1, mode="edge")
    around = np.pad(index, 1, mode="edge")
    rows, columns = index.shape

    def beside(dy: int, dx: int) -> FloatArray:
        place = slice(1 + dy, 1 + dy + rows), slice(1 + dx, 1 + dx + columns)
        return padded[place] * (around[place] == index)

    steep = 1 / np.maximum(height, LEAST_HEIGHT)
    steep *= 0.5
    normals = np.empty((rows, columns, 3), dtype=np.float32)
    normals[..., 0] = (beside(0, -1) - beside(0, 1)) * steep
    normals[..., 1] = (beside(-1, 0) - beside(1, 0)) * steep
    normals[..., 2] = 1
    normals *= (index >= 0)[..., None]
    unit = _unit(normals)
    return smooth_within(unit, index, count, smooth)


def _unit(vectors: FloatArray) -> FloatArray:
    """Vectors (h, w, 3) at unit length; 0 stays 0."""
    x, y, z = cv2.split(vectors)
    length = np.sqrt(x * x + y * y + z * z)
    return np.asarray(vectors / np.maximum(length, 1e-6)[..., None], dtype=np.float32)


def smooth_within(planes: FloatArray, index: I32Array, count: int, sigma: float) -> FloatArray:
    """Planes, float32 (h, w, 3), blurred within each body as if there were nothing beside it.

    0 outside of bodies.
    """
    result = np.zeros_like(planes)
    for body, box in body_boxes(index, count):
        own = (index[box] == body).astype(np.float32)
        blurred, weight = (
            cv2.GaussianBlur(plane, (0, 0), sigma, borderType=cv2.BORDER_CONSTANT)
            for plane in (planes[box] * own[..., None], own)
        )
        result[box] += blurred * (own / np.maximum(weight, 1e-6))[..., None]
    return result


def body_boxes(
    index: I32Array, count: int, margin: int = 0
) -> list[tuple[int, tuple[slice, slice]]]:
    """Each body that has pixels, with the rows and columns around them, so much wider."""
    boxes = scipy.ndimage.find_objects(index + 1, count)
    return [
        (
            body,
            (
                slice(max(0, box[0].start - margin), box[0].stop + margin),
                slice(max(0, box[1].start - margin), box[1].stop + margin),
            ),
        )
        for body, box in enumerate(boxes)
        if box is not None
    ]
