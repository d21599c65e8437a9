"""Part images of the sprite maker, read into planes that composite fast.

A published part is up to five images on one canvas: ``base`` (its alpha is the fill, its grey
drawing the line art), ``multiply`` (shading and outline in one image), ``highlight``,
``underlay`` and ``overlay``. Here they become a few 8-bit planes cropped to their content, in
which outline, shading and fill are told apart.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.arrays import U8Array
from models.geometry import Rect

FloatPlane = NDArray[np.floating]

FILL: Final = 1
SCLERA: Final = 2
CATCH_LIGHT: Final = 3
TEETH: Final = 4
TONGUE: Final = 5
THROAT: Final = 6
LENS: Final = 7
"""Codes of a layer's areas; 0 leaves the area behind it visible."""

_LUMA_BGR = np.array([0.114, 0.587, 0.299], np.float32)
_OUTLINE_BLUE, _SHADING_BLUE = 0x0B / 255, 0x7E / 255
_LEAST_ALPHA = 6 / 255
_SQUARE = np.ones((2, 2), np.uint8)
_CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)


@dataclass(frozen=True, slots=True)
class PartLayer:
    """One part image, cropped. All planes are uint8 (h, w) and lie at ``box`` of the canvas.

    cover   alpha with which the part hides lines and shading behind it.
    ink     line art times cover.
    shading share of shading colour times cover; None if the part has none.
    light   highlight times its alpha; None if the part has none.
    area    codes of the flat areas (FILL, SCLERA, ...), 0 where the part has none.
    decal   uint8 (h, w, 4) RGB premultiplied and alpha, drawn as it is; None if none.
    colours flat colour of each area that brings its own.
    """

    box: Rect
    cover: U8Array
    ink: U8Array
    shading: U8Array | None
    light: U8Array | None
    area: U8Array
    decal: U8Array | None
    colors: tuple[tuple[int, tuple[int, int, int]], ...] = ()

    @property
    def nbytes(self) -> int:
        """Memory of the planes, in bytes."""
        planes = (self.cover, self.ink, self.shading, self.light, self.area, self.decal)
        return sum(plane.nbytes for plane in planes if plane is not None)


class LayerCache:
    """Part layers by their files, the least recently used dropped above ``limit_bytes``."""

    def __init__(self, root: Path, *, limit_bytes: int) -> None:
        self._root = root
        self._limit_bytes = limit_bytes
        self._layers: OrderedDict[tuple[str, ...], PartLayer | None] = OrderedDict()
        self._held_bytes = 0

    @property
    def held_bytes(self) -> int:
        """Memory of the layers held now, in bytes."""
        return self._held_bytes

    def layer(
        self, slot: str, files: Mapping[str, str], *, has_ink: bool = True
    ) -> PartLayer | None:
        """The planes of a part; None if its images are empty. Raises OSError as read_layer."""
        key = (slot, *files.values())
        if key in self._layers:
            self._layers.move_to_end(key)
            return self._layers[key]
        made = read_layer(self._root, slot, files, has_ink=has_ink)
        self._layers[key] = made
        self._held_bytes += made.nbytes if made else 0
        while self._held_bytes > self._limit_bytes and len(self._layers) > 1:
            _, dropped = self._layers.popitem(last=False)
            self._held_bytes -= dropped.nbytes if dropped else 0
        return made


def read_layer(
    root: Path, slot: str, files: Mapping[str, str], *, has_ink: bool = True
) -> PartLayer | None:
    """Read a part's images into planes; None if all of them are empty.

    has_ink is False for marks that leave no line (freckles, burns, moles).
    Raises OSError naming the file that cannot be read.
    """
    images = {role: _read_bgra(root / name) for role, name in files.items()}
    visible = np.maximum.reduce([image[..., 3] for image in images.values()])
    box = Rect.around(visible > _LEAST_ALPHA * 255)
    if box.is_empty:
        return None
    cut = {role: image[box.slices].astype(np.float32) / 255 for role, image in images.items()}
    empty = np.zeros((*box.shape, 4), np.float32)
    if slot == "mouth":
        return _mouth_layer(box, cut.get("base", empty))
    if slot == "eyes" and "overlay" in cut:
        return _eye_layer(box, cut.get("base", empty), cut["overlay"])
    base = cut.get("base", empty)
    cover = base[..., 3]
    ink = np.clip((0.62 - base[..., :3] @ _LUMA_BGR) / 0.42, 0, 1) * cover * has_ink
    filled = ink > 0.35 if slot == "eyebrows" else cover >= 0.5
    area = np.where(filled, FILL, 0)
    colors: tuple[tuple[int, tuple[int, int, int]], ...] = ()
    underlay, decal = cut.get("underlay"), None
    if underlay is not None:
        dense = underlay[..., 3] >= 0.6
        if slot == "eyewear" and dense.sum() > 0.5 * (underlay[..., 3] > 0.05).sum():
            area = np.where(dense & (area == 0), LENS, area)
            colors = ((LENS, _mean_rgb(underlay, dense)),)
            cover = np.maximum(cover, np.where(dense, underlay[..., 3], 0))
        else:
            decal = _premultiplied_rgb(underlay)
    shading = _shading(cut["multiply"]) * base[..., 3] if "multiply" in cut else None
    light = None
    if "highlight" in cut:
        light = (cut["highlight"][..., :3] @ _LUMA_BGR) * cut["highlight"][..., 3] * cover
    return PartLayer(
        box=box,
        cover=_bytes(cover),
        ink=_bytes(ink),
        shading=_bytes(shading) if shading is not None and shading.any() else None,
        light=_bytes(light) if light is not None and light.any() else None,
        area=area.astype(np.uint8),
        decal=decal,
        colors=colors,
    )


def _mouth_layer(box: Rect, base: FloatPlane) -> PartLayer:
    """A mouth has colours of its own: tell teeth, tongue and throat from its outline."""
    alpha, color = base[..., 3], base[..., :3]
    value = color @ _LUMA_BGR
    ink = np.clip((0.32 - value) / 0.2, 0, 1)
    inside = (alpha >= 0.5) & (ink < 0.5)
    redness = color[..., 2] - color[..., 0]
    kinds = {
        TEETH: inside & (redness < 0.15) & (value > 0.55),
        TONGUE: inside & (redness >= 0.15) & (value >= 0.45),
        THROAT: inside & (redness >= 0.15) & (value < 0.45),
    }
    area: U8Array = np.zeros(alpha.shape, np.uint8)
    colors = []
    for kind, pixels in kinds.items():
        area[pixels] = kind
        if pixels.any():
            colors.append((kind, _mean_rgb(base, pixels)))
    grown = np.asarray(cv2.dilate(area, np.ones((3, 3), np.uint8)), np.uint8)
    area = np.where((area == 0) & (alpha >= 0.5), grown, area)
    return PartLayer(
        box=box,
        cover=_bytes(alpha),
        ink=_bytes(ink * alpha),
        shading=None,
        light=None,
        area=area,
        decal=None,
        colors=tuple(colors),
    )


def _eye_layer(box: Rect, base: FloatPlane, overlay: FloatPlane) -> PartLayer:
    """An eye: the iris is what the overlay (lashes, white, pupil, catch light) leaves visible.

    FILL is the disc of iris and pupil: the hull of the visible iris and its catch lights.
    """
    over, value = overlay[..., 3], overlay[..., :3] @ _LUMA_BGR
    ink = np.clip((0.62 - value) / 0.42, 0, 1) * over
    iris = (base[..., 3] * (1 - over) > 0.5) & (base[..., 3] > 0.8)
    bright = ((over > 0.5) & (value > 0.6)).astype(np.uint8)
    disc: U8Array = np.zeros(over.shape, np.uint8)
    catch = np.zeros(over.shape, bool)
    count, parts, stats, centres = cv2.connectedComponentsWithStats(bright, connectivity=4)
    for eye in _eyes(iris):
        xs, ys = np.nonzero(eye)[1], np.nonzero(eye)[0]
        points = [np.stack([xs, ys], axis=1)]
        for light in range(1, count):
            x, y = centres[light]
            near = abs(x - xs.mean()) < 6 and -9 < y - ys.mean() < 4
            if near and stats[light, cv2.CC_STAT_AREA] <= 12:
                catch |= parts == light
                points.append(np.argwhere(parts == light)[:, ::-1])
        hull = cv2.convexHull(np.concatenate(points).astype(np.int32))
        cv2.fillConvexPoly(disc, hull, 1)
    disc = np.asarray(cv2.dilate(disc, _CROSS), np.uint8)
    sclera = (bright > 0) & ~catch
    area = np.where(disc > 0, FILL, 0)
    area = np.where(sclera, SCLERA, area)
    area = np.where(catch, CATCH_LIGHT, area)
    shading = np.where(sclera, np.clip((0.93 - value) * 1.2, 0, 0.35), 0)
    return PartLayer(
        box=box,
        cover=_bytes(np.maximum(over, base[..., 3])),
        ink=_bytes(ink),
        shading=_bytes(shading),
        light=None,
        area=area.astype(np.uint8),
        decal=None,
        colors=((SCLERA, (252, 249, 246)), (CATCH_LIGHT, (255, 255, 255))),
    )


def _eyes(iris: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    """Visible iris pixels of each eye; an eye's pixels may fall apart around its pupil."""
    near = cv2.dilate(iris.astype(np.uint8), np.ones((5, 5), np.uint8))
    count, parts = cv2.connectedComponents(near)
    eyes = [iris & (parts == number) for number in range(1, count)]
    return [eye for eye in eyes if eye.sum() >= 3]


def _shading(multiply: FloatPlane) -> FloatPlane:
    """Share of shading colour in a multiply image, without its outline, float32 (h, w).

    Both inks lie in one image: with outline o over shading s its alpha is o + (1 - o) s and its
    premultiplied blue o b0 + (1 - o) s b1. Antialiased outline leaves specks, which are
    opened away. Under a solid outline the shading is spread from beside it.
    """
    alpha = multiply[..., 3]
    beneath = (multiply[..., 0] * alpha - _OUTLINE_BLUE * alpha) / (_SHADING_BLUE - _OUTLINE_BLUE)
    beneath = np.clip(beneath, 0, 1)
    outline = np.clip(alpha - beneath, 0, 1)
    clear = (outline < 0.12).astype(np.float32)
    raw = np.clip(beneath / np.maximum(1 - outline, 0.05), 0, 0.6) * clear
    thinned = cv2.erode(raw.astype(np.float32), _SQUARE, anchor=(0, 0))
    opened = cv2.dilate(thinned, _SQUARE, anchor=(1, 1))
    known = np.asarray(opened, np.float32) * clear
    weight = cv2.blur(clear, (9, 9), borderType=cv2.BORDER_CONSTANT)
    nearby = cv2.blur(known, (9, 9), borderType=cv2.BORDER_CONSTANT) / np.maximum(weight, 1e-3)
    return np.where(clear > 0, known, np.where(weight > 0.01, nearby, 0)).astype(np.float32)


def _read_bgra(path: Path) -> U8Array:
    image = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if image is None or image.ndim != 3 or image.shape[2] != 4:
        raise OSError(f"{path} is not a readable RGBA image; fetch the part images again")
    return np.asarray(image, np.uint8)


def _mean_rgb(bgra: FloatPlane, pixels: NDArray[np.bool_]) -> tuple[int, int, int]:
    blue, green, red = np.median(bgra[pixels][:, :3], axis=0) * 255
    return round(float(red)), round(float(green)), round(float(blue))


def _premultiplied_rgb(bgra: FloatPlane) -> U8Array:
    alpha = bgra[..., 3:]
    return _bytes(np.concatenate([bgra[..., 2::-1] * alpha, alpha], axis=2))


def _bytes(plane: NDArray[np.floating]) -> U8Array:
    return np.rint(np.clip(plane, 0, 1) * 255).astype(np.uint8)
