"""How much of an artist's own shade a light tells: real drawings, which are shaded already."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product
from pathlib import Path

import cv2
import numpy as np
import skimage

import resources
from models.arrays import BoolArray, FloatArray, U8Array
from models.cancel import never_cancelled
from models.device import CPU
from models.hints.hints import LineArt
from models.lighting.light import PRESETS, Light, ShadeStyle
from models.lighting.relight import lay_levels
from models.reading.reader import DrawingReader
from models.runtime.light_graph import LightGraph
from models.runtime.onnx_generator import load_generator
from training.data.library import iterate
from training.data.lines.coherent import thin_lines
from training.data.progress import Progress
from training.data.sample import Sample
from training.evaluation.light_protocol.applied import Lit
from training.evaluation.light_protocol.derived import derive_flats
from training.evaluation.summary import Row
from training.recipe import SourceConfig

SIDE = 320
SETS = (
    ("drawings", "drawings/bookdash_inked"),
    ("drawings", "drawings/mikanixonable_cc0"),
    ("sprites", "drawings/gdquest_vn"),
    ("sprites", "duelyst"),
    ("sprites", "renpy"),
    ("storybook", "drawings/african_storybook"),
    ("spritemaker", "spritemaker"),
)
"""Collections of drawings with an artist's shade, by kind and folder; the last one has flats."""
ANGLES = tuple(np.arange(0.0, 360.0, 45.0).tolist())
USUAL = Light()
STRENGTHS = (0.2, 0.4, USUAL.strength, 1.0)
"""Of shade, among which the best is taken beside none."""
HIGHLIGHTS = (0.0, USUAL.highlights)
TINTS = (None, *(light.tint for light in PRESETS.values()))
"""Of shade: the derived one and those of the lights that come with the application."""
COMPARED = 3000
"""Pixels of a drawing that are compared at most, evenly chosen."""
INK = 160
"""Grey level up to which a pixel is line, and is not compared."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Off-line errors of one drawing with flats of one kind, mean CIEDE2000."""

    flats: float
    usual: float
    fitted: float


def measure_drawings(data: Path, graph: LightGraph | None, count: int) -> list[Row]:
    """Held-out drawings of each set that lies in the folder, `count` of each at most.

    ``flats`` is the off-line error, mean CIEDE2000, of flats, which but for spritemaker are told
    from the picture itself (training.evaluation.light_protocol.derived); ``usual`` how much lower
    it is, in percent, with the light's shade as it is set by itself, from the best of eight sides;
    ``fitted`` the same as an artist sets it: with the best style, strength of shade and of
    highlights and tint among a few that are stated above, or no light, so never worse than flats.
    """
    reader = DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))
    progress = Progress(sys.stderr)
    sets = [each for each in SETS if (data / each[1]).is_dir()]
    progress.begin("drawings", len(sets) * count)
    rows: list[Row] = []
    for kind, folder in sets:
        found: dict[str, list[_Found]] = {}
        for sample in _drawings(kind, data / folder, count):
            _measure(sample, reader, graph, found)
            progress.advance()
        rows += [_row(Path(folder).name, flats, each) for flats, each in found.items()]
    progress.close()
    return rows


def _drawings(kind: str, folder: Path, count: int) -> Iterator[Sample]:
    source = SourceConfig(kind=kind, folder=folder.name, count=count)
    return islice(iterate(source, folder, "val", SIDE), count)


def _measure(
    sample: Sample,
    reader: DrawingReader,
    graph: LightGraph | None,
    found: dict[str, list[_Found]],
) -> None:
    """Add what is found of a drawing by the kind of its flats."""
    line_u8 = sample.line
    if line_u8 is None:
        line_u8 = thin_lines(sample.color, np.random.default_rng(0))
    regions = sample.regions
    if sample.flat is not None:
        kinds = {"true": sample.flat}
    else:
        derived = derive_flats(sample.color, line_u8, sample.figure)
        regions = derived.regions
        kinds = {"common": derived.common, "brightest": derived.brightest}
    parts = _parts(reader, line_u8)
    near = cv2.erode((line_u8 > INK).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    where = near & (sample.figure > 127)
    if not where.any():
        return
    for kind, flats in kinds.items():
        lit = Lit.of(line_u8, flats, regions=regions, parts=parts)
        found.setdefault(kind, []).append(_best(lit, sample.color, where, graph))


def _parts(reader: DrawingReader, line_u8: U8Array) -> U8Array | None:
    """The part of each pixel as the bundled generator reads it, uint8 (h, w)."""
    reading = reader.reading(LineArt(line_u8), never_cancelled)
    if reading is None:
        return None
    planes = [cv2.resize(plane, line_u8.shape[::-1]) for plane in reading.parts]
    return np.asarray(np.stack(planes).argmax(axis=0), np.uint8)


def _best(lit: Lit, color_u8: U8Array, where: BoolArray, graph: LightGraph | None) -> _Found:
    places = np.flatnonzero(where)
    places = places[:: max(1, len(places) // COMPARED)]
    true = skimage.color.rgb2lab(color_u8.reshape(-1, 3)[places][None])

    def error(shown_u8: U8Array) -> float:
        seen = skimage.color.rgb2lab(shown_u8[None, :, :3])
        return float(skimage.color.deltaE_ciede2000(seen, true).mean())

    seen_u8 = lit.flat_u8.reshape(-1, 3)[places][None]
    flats = error(seen_u8[0])
    usual, fitted = np.inf, flats
    for angle, style in product(ANGLES, ShadeStyle):
        laid = lit.under(replace(USUAL, angle_deg=angle, style=style), graph)
        if style is USUAL.style:
            usual = min(usual, error(laid.rgba_u8.reshape(-1, 4)[places]))
        assert laid.levels_u8 is not None
        levels_u8 = laid.levels_u8.ravel()[places][None]
        for strength, highlights, tint in product(STRENGTHS, HIGHLIGHTS, TINTS):
            light = replace(USUAL, strength=strength, highlights=highlights, tint=tint)
            fitted = min(fitted, error(lay_levels(levels_u8, seen_u8, light).rgba_u8[0]))
    return _Found(flats, usual, fitted)


def _row(folder: str, kind: str, each: list[_Found]) -> Row:
    flats: FloatArray = np.array([one.flats for one in each], np.float32)

    def lower(errors: list[float]) -> float:
        return float(100 * (1 - np.sum(errors) / max(float(flats.sum()), 1e-9)))

    return {
        "set": folder,
        "flats are": kind,
        "drawings": len(each),
        "flats": float(flats.mean()),
        "usual": lower([one.usual for one in each]),
        "fitted": lower([one.fitted for one in each]),
    }
