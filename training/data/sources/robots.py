"""Adapter for the Robohash parts: random robots, aliens, heads and cats layered on a canvas."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import cv2
import numpy as np

from models.arrays import U8Array
from training.data.sample import Sample
from training.data.sources.planes import (
    Split,
    background_labels,
    content_box,
    design_in_split,
    flatten,
    hollow_solids,
    is_line_art,
    name_seed,
    resize_rgba,
    solid,
)
from training.data.sources.sprites import decode_rgba

_LOGGER = logging.getLogger(__name__)
_MARGIN_SHARE = 0.04
_HUE_SHIFTED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class RobotSet:
    """Licence of a set, the layer whose part is the design, and how dark its outlines are.

    HSV value up to ink_value[0] is full ink, from ink_value[1] on paper; None where outlines are
    as light as some fills, so that line art cannot be told by darkness.
    """

    licence: str
    design_layer: str
    ink_value: tuple[float, float] | None


SETS: dict[str, RobotSet] = {
    "set1": RobotSet("CC BY 3.0 or 4.0", "02Face", (80.0, 125.0)),
    "set2": RobotSet("CC BY 3.0", "03Faces", (70.0, 105.0)),
    "set3": RobotSet("CC BY 3.0", "01BaseFace", None),
    "set4": RobotSet("CC BY 4.0", "00body", None),
}

Layers = Mapping[str, list[str]]
"""File names by layer name, in drawing order."""


def iter_samples(
    folder: Path, *, split: Split, count: int, long_side: int = 320, seed: int = 0
) -> Iterator[Sample]:
    """Yield ``count`` random combinations of the parts in the folder's zips.

    The design is the part that shapes the head (the body for cats); 5 percent of the designs
    are validation. Half of the pictures have their hues rotated.
    Raises ValueError if the folder holds none of the sets or a part is damaged.
    """
    with _Parts(folder) as parts:
        choices = [
            (name, color, designs)
            for name, colors in parts.layers.items()
            for color, layers in colors.items()
            if (designs := _designs_in_split(name, layers, split=split))
        ]
        if not choices:
            return
        for index in range(count):
            random = np.random.default_rng(name_seed("robohash", seed, split, index))
            name, color, designs = choices[int(random.integers(len(choices)))]
            layers = parts.layers[name][color]
            picked = _pick_parts(
                layers, design_layer=SETS[name].design_layer, designs=designs, random=random
            )
            rgba = compose([parts.read(name, file) for file in picked])
            if random.random() < _HUE_SHIFTED_SHARE:
                rgba = rotate_hue(rgba, degrees=float(random.uniform(20, 340)))
            yield _robot_sample(
                rgba,
                set_name=name,
                name=f"robohash/{name}-{seed}-{index}",
                long_side=long_side,
            )


class _Parts:
    """The zips of a folder, opened together, with decoded parts kept for the next use."""

    def __init__(self, folder: Path) -> None:
        """Open every known zip. Raises ValueError if there is none or one is damaged."""
        self._archives: dict[str, ZipFile] = {}
        self._decoded: dict[tuple[str, str], U8Array] = {}
        self.layers: dict[str, dict[str, Layers]] = {}
        for name in SETS:
            path = folder / f"{name}.zip"
            if not path.exists():
                continue
            try:
                self._archives[name] = ZipFile(path)
            except BadZipFile as error:
                self.close()
                raise ValueError(f"{path}: not a readable zip ({error}); fetch it again") from error
            self.layers[name] = _read_layers(self._archives[name])
        if not self._archives:
            raise ValueError(f"{folder}: holds none of {', '.join(f'{name}.zip' for name in SETS)}")

    def __enter__(self) -> "_Parts":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the zips."""
        for archive in self._archives.values():
            archive.close()

    def read(self, name: str, file: str) -> U8Array:
        """One part as uint8 (H, W, 4). Raises ValueError if it is damaged."""
        key = (name, file)
        if key not in self._decoded:
            encoded = np.frombuffer(self._archives[name].read(file), np.uint8)
            self._decoded[key] = decode_rgba(encoded, file)
        return self._decoded[key]


def compose(parts: list[U8Array]) -> U8Array:
    """Draw RGBA parts over one another, the first lowest, on the largest one's canvas."""
    height = max(part.shape[0] for part in parts)
    width = max(part.shape[1] for part in parts)
    color = np.zeros((height, width, 3), np.float32)
    cover = np.zeros((height, width, 1), np.float32)
    for part in parts:
        fitted = (
            part
            if part.shape[:2] == (height, width)
            else _stretch(part, width=width, height=height)
        )
        alpha = fitted[..., 3:].astype(np.float32) / 255
        color = fitted[..., :3] * alpha + color * (1 - alpha)
        cover = alpha + cover * (1 - alpha)
    straight = color / np.maximum(cover, 1e-4)
    return np.rint(np.concatenate([np.clip(straight, 0, 255), cover * 255], 2)).astype(np.uint8)


def rotate_hue(rgba: U8Array, *, degrees: float) -> U8Array:
    """Turn the hue of every pixel; alpha, saturation and value stay."""
    hsv = cv2.cvtColor(np.ascontiguousarray(rgba[..., :3]), cv2.COLOR_RGB2HSV_FULL)
    hsv[..., 0] = hsv[..., 0] + np.uint8(round(degrees / 360 * 256) % 256)
    turned = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB_FULL)
    return np.dstack([turned, rgba[..., 3]]).astype(np.uint8)


def dark_ink(color: U8Array, ink_value: tuple[float, float]) -> U8Array:
    """Line plane from darkness: full ink up to the first value, paper from the second on.

    The value is that of HSV, so that a deep red or blue fill is no ink.
    """
    full, paper = ink_value
    scaled = (color.max(axis=2).astype(np.float32) - full) / (paper - full)
    return np.rint(np.clip(scaled, 0, 1) * 255).astype(np.uint8)


def _stretch(part: U8Array, *, width: int, height: int) -> U8Array:
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def _robot_sample(rgba: U8Array, *, set_name: str, name: str, long_side: int) -> Sample:
    known = SETS[set_name]
    margin = round(_MARGIN_SHARE * max(rgba.shape[:2]))
    box = content_box(rgba[..., 3] >= 32, margin=margin)
    resized = resize_rgba(rgba if box is None else rgba[box], long_side)
    color, figure = flatten(resized), solid(resized)
    line: U8Array | None = None
    if known.ink_value is not None:
        line = hollow_solids(
            dark_ink(color, known.ink_value), thickest=0.05 * long_side, outline=2.0
        )
        if not is_line_art(line, color=color, figure=figure):
            _LOGGER.debug("%s: its dark pixels are no line art", name)
            line = None
    return Sample(
        color=color,
        figure=figure,
        line=line,
        labels=background_labels(figure),
        name=name,
        source=f"robohash_{set_name}",
        licence=known.licence,
    )


def _read_layers(archive: ZipFile) -> dict[str, Layers]:
    """Layers of an archive by colour variant (``""`` where a set has none), in drawing order.

    Folders are named ``NNN__MMLayer`` and drawn in the order of what follows the underscores.
    """
    colors: dict[str, dict[str, list[str]]] = {}
    for file in sorted(archive.namelist()):
        steps = file.split("/")
        if len(steps) < 3 or "__" not in steps[-2]:
            continue
        layer = steps[-2].partition("__")[2]
        colors.setdefault("/".join(steps[1:-2]), {}).setdefault(layer, []).append(file)
    return {
        color: {layer: layers[layer] for layer in sorted(layers)}
        for color, layers in colors.items()
    }


def _designs_in_split(set_name: str, layers: Layers, *, split: Split) -> list[str]:
    """Files of the design layer in this split; recolours of one shape share a name."""
    files = layers.get(SETS[set_name].design_layer, [])
    return [file for file in files if design_in_split(f"{set_name}/{_shape_of(file)}", split)]


def _shape_of(file: str) -> str:
    """A part's own name without its folder, its number in the list and its set's colour."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0].partition("__")[2]
    for color in ("blue_", "white_"):
        stem = stem.removeprefix(color)
    return stem


def _pick_parts(
    layers: Layers, *, design_layer: str, designs: list[str], random: np.random.Generator
) -> list[str]:
    """One random file of each layer, in drawing order; the design layer's from designs."""
    picked = []
    for layer, files in layers.items():
        choices = designs if layer == design_layer else files
        picked.append(choices[int(random.integers(len(choices)))])
    return picked
