"""Light as the application lays it, over flats that are known."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.arrays import FloatArray, I32Array, U8Array
from models.cells.cells import normalized_ink
from models.coloring.compose import LaidRows
from models.device import CPU
from models.geometry import Size
from models.lighting.form import LitForm, read_form
from models.lighting.light import Light
from models.lighting.lit_share import told_maps
from models.lighting.maps import ToneMaps
from models.lighting.relight import Relighter
from models.runtime.light_graph import LIGHT_GRAPH, LightGraph


def light_path(folder: Path) -> Path:
    """The graph of an exported light. Raises ValueError if there is none in the folder."""
    path = folder / LIGHT_GRAPH
    if not path.is_file():
        raise ValueError(f"{path}: no such file; export a light there first")
    return path


def open_light(folder: Path) -> LightGraph:
    """An exported light as the application runs it. Raises ValueError if there is none."""
    return LightGraph(light_path(folder), CPU)


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """One picture to be lit, at the size at which it is told of.

    line_u8  uint8 (h, w), 0 = ink; flat_u8  uint8 (h, w, 3).
    """

    line_u8: U8Array
    flat_u8: U8Array
    form: LitForm

    @classmethod
    def of(
        cls,
        line_u8: U8Array,
        flat_u8: U8Array,
        *,
        regions: I32Array | None = None,
        parts: U8Array | None = None,
    ) -> "Lit":
        """Look at a picture. regions  int32 (h, w); parts  uint8 (h, w) of Part; None: unknown."""
        form = read_form(flat_u8, regions, parts, normalized_ink(line_u8))
        return cls(line_u8, flat_u8, form)

    def tones(self, light: Light, graph: LightGraph | None) -> ToneMaps:
        """Where its tones lie under a light; without a graph by geometry alone."""
        told = None if graph is None else graph.maps(self.line_u8, self.flat_u8, light)
        return told_maps(self.form, light, told)

    def under(self, light: Light, graph: LightGraph | None) -> LaidRows:
        """The picture under a light; without a graph by geometry alone."""
        height, width = self.line_u8.shape
        relighter = Relighter(self.form, self.tones(light, graph), light, Size(height, width))
        return relighter.rows(slice(0, height), self.form.surfaces.index, self.flat_u8)


def shown(laid: LaidRows) -> FloatArray:
    """What is seen of it without lines, float32 (h, w, 3) in [0, 1]."""
    return np.asarray(laid.rgba_u8[..., :3], np.float32) / np.float32(255)
