"""The graph that knows where shade lies: ``light.onnx``, the same for every generator."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from math import cos, radians, sin
from pathlib import Path

import cv2
import numpy as np

from models.arrays import FloatArray, U8Array
from models.cancel import IsCancelled, never_cancelled
from models.device import DeviceChoice
from models.encoding import encode_line
from models.geometry import Size
from models.lighting.light import Light
from models.lighting.maps import ToneMaps, maps_from_shares
from models.lighting.turned import Turned
from models.runtime.engine import Graph, MakeSession, open_session
from models.runtime.generator import GeneratorError
from models.spec import file_digest
from models.tracking.turns import AS_IN_KEY

LIGHT_GRAPH = "light.onnx"
MULTIPLE_OF = 16
"""What both sides of its inputs are multiples of."""
TONES = 4
LONG_SIDE = 320
"""Pixels of the pictures that it learned from: larger ones are shown to it as small as these."""
SHADED_BEFORE, SHADED_BEHIND = 0.25, 0.8
"""Share of a figure that lies in shade under a light from above, and from behind."""


class LightGraph:
    """``light.onnx`` on a device."""

    def __init__(
        self, path: Path, device: DeviceChoice, *, make_session: MakeSession = open_session
    ) -> None:
        self._graph = Graph(path, device, make_session=make_session)

    @cached_property
    def digest(self) -> str:
        """The file's sha256. Raises GeneratorError."""
        path = self._graph.path
        try:
            return file_digest(path)
        except OSError as error:
            raise GeneratorError(f"{path}: cannot be read ({error.strerror})") from error

    def maps(
        self,
        line_u8: U8Array,
        flat_u8: U8Array,
        light: Light,
        *,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> ToneMaps:
        """The tones of a small picture under a light; a turned figure is shown as it stood.

        line_u8  uint8 (h, w), 0 = ink; flat_u8  uint8 (h, w, 3). Raises GeneratorError, Cancelled.
        """
        if light.turn:
            laid = Turned.back(light.turn, line_u8.shape)
            stood = laid.picture(line_u8, is_blended=True), laid.picture(flat_u8, is_blended=False)
            as_set = replace(light, turn=AS_IN_KEY)
            return laid.maps(self.maps(*stood, as_set, is_cancelled=is_cancelled))
        size = Size(*line_u8.shape)
        if size.long_side > LONG_SIDE:
            asked = size.scaled_to(LONG_SIDE).shape[::-1]
            line_u8 = np.asarray(cv2.resize(line_u8, asked, interpolation=cv2.INTER_AREA))
            flat_u8 = np.asarray(cv2.resize(flat_u8, asked, interpolation=cv2.INTER_NEAREST))
        shares = self._shares(line_u8, flat_u8, light, is_cancelled)
        if shares.shape[1:] != size.shape:
            planes = [cv2.resize(plane, size.shape[::-1]) for plane in shares]
            shares = np.stack(planes).astype(np.float32)
        return maps_from_shares(shares)

    def _shares(
        self, line_u8: U8Array, flat_u8: U8Array, light: Light, is_cancelled: IsCancelled
    ) -> FloatArray:
        """Chances of the tones, float32 (4, h, w)."""
        height, width = line_u8.shape
        below, beside = -height % MULTIPLE_OF, -width % MULTIPLE_OF
        line = np.pad(line_u8, ((0, below), (0, beside)), constant_values=255)
        flats = np.pad(flat_u8, ((0, below), (0, beside), (0, 0)), mode="edge")
        feeds = {
            "line": encode_line(line, normalized=True),
            "flats": (flats.transpose(2, 0, 1)[None] / np.float32(255)).astype(np.float32),
            "light": encode_light(light),
        }
        outputs, _ = self._graph.run(feeds, ["tones"], is_cancelled=is_cancelled)
        shares = outputs["tones"]
        if shares.shape != (1, TONES, *line.shape) or not np.isfinite(shares).all():
            raise GeneratorError(
                f"{self._graph.path}: gives tones of {shares.shape}, or numbers that are not "
                "finite; install it again"
            )
        return shares[0, :, :height, :width]


def encode_light(light: Light) -> FloatArray:
    """A light as the ``light`` tensor, float32 (1, 4): sine and cosine of its angle, 1 as it is
    known, and the share of the figure that lies in shade."""
    angle = radians(light.angle_deg)
    shaded = SHADED_BEFORE + (SHADED_BEHIND - SHADED_BEFORE) * light.behind
    return np.array([[sin(angle), cos(angle), 1, shaded]], dtype=np.float32)


def find_light(
    folders: Sequence[Path], device: DeviceChoice, *, make_session: MakeSession = open_session
) -> LightGraph | None:
    """The first ``light.onnx`` in some folders or in folders within them; None if there is none.

    It is opened when it is first needed.
    """
    for folder in folders:
        inner = sorted(folder.iterdir()) if folder.is_dir() else []
        for place in (folder, *inner):
            if (path := place / LIGHT_GRAPH).is_file():
                return LightGraph(path, device, make_session=make_session)
    return None


def light_digest(graph: LightGraph | None) -> str:
    """What knows where shade lies: a trained light's digest, "" for geometry.

    Raises GeneratorError if its file cannot be read.
    """
    return "" if graph is None else graph.digest
