"""Plane operations that the sources share: flattening, spreading, regions, the held-out split."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from skimage.measure import label

from models.arrays import BoolArray, I32Array, U8Array
from models.hints.parts import UNLABELLED, Part

Split = Literal["train", "val"]

HELD_OUT_SHARE = 0.05
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def is_held_out(design: str, *, share: float = HELD_OUT_SHARE) -> bool:
    """Whether a design belongs to validation: fixed by its name, equal on every machine."""
    digest = blake2b(design.encode(), digest_size=4).digest()
    return int.from_bytes(digest) < share * 2**32


def design_in_split(design: str, split: Split) -> bool:
    """Whether a design is to be yielded in this split."""
    return is_held_out(design) == (split == "val")


def name_seed(*parts: object) -> int:
    """A random seed that depends on names and numbers alone."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest())


def fit_size(width: float, height: float, *, long_side: int) -> tuple[int, int]:
    """Scale (width, height) so that the longer one is long_side; at least one pixel each.

    Raises ValueError if a side is not positive.
    """
    if min(width, height, long_side) <= 0:
        raise ValueError(f"sizes must be positive; got {width}×{height} to fit {long_side}")
    scale = long_side / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def resize_rgba(rgba: U8Array, long_side: int) -> U8Array:
    """Resize uint8 (H, W, 4) with premultiplied alpha, so that no hidden colour leaks in."""
    height, width = rgba.shape[:2]
    size = fit_size(width, height, long_side=long_side)
    if size == (width, height):
        return rgba
    method = cv2.INTER_AREA if size[0] < width else cv2.INTER_CUBIC
    alpha = rgba[..., 3:].astype(np.float32) / 255
    premultiplied = np.concatenate([rgba[..., :3] * alpha, alpha * 255], axis=2)
    resized = np.clip(
        cv2.resize(premultiplied.astype(np.float32), size, interpolation=method), 0, 255
    )
    cover = np.maximum(resized[..., 3:], 1e-3) / 255
    color = np.where(resized[..., 3:] > 0.5, resized[..., :3] / cover, 0)
    return np.clip(np.rint(np.concatenate([color, resized[..., 3:]], 2)), 0, 255).astype(np.uint8)


def flatten(rgba: U8Array, ground: tuple[int, int, int] = (255, 255, 255)) -> U8Array:
    """Composite uint8 (H, W, 4) on one colour; returns uint8 (H, W, 3)."""
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = rgba[..., :3] * alpha + np.array(ground, np.uint16) * (255 - alpha)
    return ((mixed + 127) // 255).astype(np.uint8)


def solid(rgba: U8Array, *, least_alpha: int = 32) -> U8Array:
    """Figure plane of an image with alpha: 255 where alpha is at least least_alpha."""
    return np.where(rgba[..., 3] >= least_alpha, 255, 0).astype(np.uint8)


def luma(color: U8Array) -> NDArray[np.float32]:
    """Rec. 601 luma of uint8 (H, W, 3), float32 (H, W) in [0, 255]."""
    return color.astype(np.float32) @ _LUMA


def spread(plane: U8Array, known: BoolArray) -> U8Array:
    """Give every pixel outside ``known`` the value of the nearest known pixel.

    plane is (H, W) or (H, W, C); it is returned as it is if nothing or everything is known.
    """
    if known.all() or not known.any():
        return plane
    rows, columns = distance_transform_edt(~known, return_distances=False, return_indices=True)
    return plane[rows, columns]


def painted_mask(line: U8Array, figure: U8Array) -> BoolArray:
    """Pixels inside the figure that show a fill: clear of ink and of its antialiased rim."""
    inside = figure > 0
    clear = inside & (cv2.erode(line, np.ones((3, 3), np.uint8)) > 128) & (line > 250)
    return clear if clear.any() else inside & (line > 250)


@dataclass(frozen=True, slots=True)
class Inpaint:
    """Where each pixel of a figure takes its fill from: itself, or the nearest painted pixel."""

    rows: I32Array
    columns: I32Array
    inside: BoolArray

    @classmethod
    def plan(cls, painted: BoolArray, figure: U8Array) -> "Inpaint":
        """Look up the nearest painted pixel of each pixel; all keep theirs if none is."""
        known = painted if painted.any() else np.ones_like(painted)
        rows, columns = distance_transform_edt(~known, return_distances=False, return_indices=True)
        return cls(rows, columns, figure > 0)

    def apply(self, color: U8Array, ground: tuple[int, int, int]) -> U8Array:
        """Fill the figure's ink with its nearest fill; outside the figure lies ground."""
        filled = color[self.rows, self.columns]
        filled[~self.inside] = ground
        return filled


def regions_of(flat: U8Array, figure: U8Array, *, least_area: int = 10) -> I32Array:
    """Number the connected areas of equal colour inside the figure, from 1; 0 outside.

    flat is uint8 (H, W, 3) without antialiasing. Areas under least_area pixels join the
    nearest larger one.
    """
    code = flat.astype(np.int32) @ np.array([65536, 256, 1], np.int32) + 1
    inside = figure > 0
    numbered = label(np.where(inside, code, 0), background=0, connectivity=1).astype(np.int32)
    areas = np.bincount(numbered.ravel())
    small = inside & (areas < least_area)[numbered]
    if small.any() and (inside & ~small).any():
        numbered = spread_within(numbered, known=inside & ~small, inside=inside)
        areas = np.bincount(numbered.ravel(), minlength=areas.size)
    present = areas > 0
    present[0] = False
    order = np.where(present, np.cumsum(present), 0).astype(np.int32)
    return order[numbered]


def spread_within(plane: I32Array, *, known: BoolArray, inside: BoolArray) -> I32Array:
    """Spread known values over the inside; the outside becomes 0."""
    rows, columns = distance_transform_edt(~known, return_distances=False, return_indices=True)
    return np.where(inside, plane[rows, columns], 0).astype(np.int32)


def background_labels(figure: U8Array) -> U8Array:
    """Labels of a picture whose parts are unknown: BACKGROUND off the figure, else UNLABELLED."""
    return np.where(figure == 0, np.uint8(Part.BACKGROUND), np.uint8(UNLABELLED)).astype(np.uint8)


def content_box(inside: BoolArray, *, margin: int) -> tuple[slice, slice] | None:
    """Rows and columns that hold every inside pixel and a margin; None if there is none."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if rows.size == 0:
        return None
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def hollow_solids(line: U8Array, *, thickest: float, outline: float) -> U8Array:
    """Turn solid black areas of a line plane into outlined ones, as an inker leaves them.

    Strokes up to ``thickest`` pixels wide stay; of wider areas only a rim of ``outline``
    pixels stays ink.
    """
    ink = (line < 128).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 5)
    core = depth > thickest / 2
    if not core.any():
        return line
    reach = cv2.distanceTransform((~core).astype(np.uint8), cv2.DIST_L2, 5)
    thick = (reach <= thickest / 2) & (ink > 0)
    paper = np.clip((depth - outline) * 255, 0, 255).astype(np.uint8)
    return np.where(thick, np.maximum(line, paper), line)


def is_line_art(line: U8Array, *, color: U8Array, figure: U8Array) -> bool:
    """Whether a derived line plane is usable as the line art of the colour picture.

    True if ink covers 1 to 35 percent, its core lies on dark pixels, and at least half of
    the figure's silhouette is drawn by it.
    """
    core = line < 64
    share = float((line < 128).mean())
    if not 0.01 <= share <= 0.35 or not core.any():
        return False
    if float((luma(color)[core] < 120).mean()) < 0.9:
        return False
    return silhouette_share(line, figure) >= 0.5


def silhouette_share(line: U8Array, figure: U8Array) -> float:
    """Share of the figure's edge within 1 percent of the long side of ink; 1 without an edge."""
    inside = (figure > 0).astype(np.uint8)
    edge = (inside > 0) & (cv2.erode(inside, np.ones((3, 3), np.uint8), borderValue=1) == 0)
    if not edge.any():
        return 1.0
    distance = cv2.distanceTransform((line >= 128).astype(np.uint8), cv2.DIST_L2, 5)
    return float((distance[edge] <= max(2.0, 0.01 * max(line.shape))).mean())


def drawn_edge_share(line: U8Array, flat: U8Array, *, least_contrast: float = 70.0) -> float:
    """Share of the strong colour edges of flat that lie within 1.25 percent of ink.

    Weaker edges (sRGB distance under least_contrast) may be shading; 1 if hardly an edge is
    strong.
    """
    colors = flat.astype(np.float32)
    edges = np.zeros(line.shape, bool)
    edges[1:] |= np.linalg.norm(np.diff(colors, axis=0), axis=2) > least_contrast
    edges[:, 1:] |= np.linalg.norm(np.diff(colors, axis=1), axis=2) > least_contrast
    if edges.mean() < 0.001:
        return 1.0
    distance = cv2.distanceTransform((line >= 128).astype(np.uint8), cv2.DIST_L2, 5)
    return float((distance[edges] <= max(2.0, 0.0125 * max(line.shape))).mean())


def at_most(names: Iterable[str], count: int, *, seed: int) -> list[str]:
    """A random choice of up to ``count`` names, in sorted order, equal for equal seeds."""
    ordered = sorted(names)
    if len(ordered) <= count:
        return ordered
    picked = np.random.default_rng(seed).choice(len(ordered), size=count, replace=False)
    return [ordered[index] for index in sorted(picked)]
