"""Views of one drawn character: what a model sheet shows, and what is coloured from it.

The design of a seed stays; framing, turn, pose, face, hair's swing and light lines differ, and now
and then the clothes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import scipy

from models.arrays import BoolArray, FloatArray, I32Array, U8Array
from models.cancel import never_cancelled
from models.color import pack_colors
from models.files.whole import make_folder, write_whole
from models.hints.hints import LineArt
from models.matching.looks import RegionLooks
from models.matching.matcher import KnownFigure
from models.matching.sheets import Reference, figures_of
from models.reading.reader import DrawingReader
from models.tracking.described import DrawnRegions, draw_regions
from training.data.characters import draw_design
from training.data.characters.figure.design import (
    Design,
    Framing,
    Motion,
    ViewChoice,
    choose_design,
    stream,
)
from training.data.characters.figure.gait import Gait
from training.data.characters.figure.postures import POSTURE_NAMES
from training.data.lines.degrade import change_thickness, paper_texture
from training.data.lines.extractors import pencil_lines
from training.data.lines.lineart import lighten, open_gaps
from training.data.sample import Sample

SIDES = (400, 512, 640)
PLAIN_SIDE = 512
OTHER_CLOTHES = 0.08
"""Share of views in clothes of another seed."""
FOUND_SHARE = 0.25
"""Share of references that are shaded pictures; of the others flats and lines are known."""
GROUNDS = ("none", "none", "none", "hills", "room")
LINES: Mapping[str, float] = {"ink": 0.5, "soft": 0.15, "thin": 0.15, "pencil": 0.1, "gaps": 0.1}
"""Kinds of lines, and how often a view is drawn in each."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Regions of a drawing, n of them, and what they truly are.

    color  int32 (n,) 0xRRGGBB that most of each has, -1 where nothing tells.
    pure   float32 (n,) share of it that has; pixels  float32 (n,) its paper.
    ground bool (n,): most of it is empty ground.
    """

    looks: RegionLooks
    color: I32Array
    pure: FloatArray
    pixels: FloatArray
    ground: BoolArray

    @classmethod
    def of(cls, regions: DrawnRegions, flat_u8: U8Array, numbers: I32Array) -> "Shown":
        """Regions beside flats, uint8 (H, W, 3), and numbers of drawn regions, int32 (H, W)."""
        counted = regions.paper
        color, pure = _most(regions, pack_colors(flat_u8), counted)
        ground = np.bincount(regions.labels[counted], numbers[counted] == 0, regions.count)
        return cls(RegionLooks.of(regions), color, pure, regions.area, ground > regions.area / 2)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One drawing of a character: as others color it, and as others are colored by it."""

    asked: Shown
    known: Shown


def draw_view(seed: int, number: int, *, size: int | None = None, is_plain: bool = False) -> Sample:
    """The view of a number of the character of a seed; the same arguments give the same bytes.

    is_plain  before empty ground, in the character's own clothes.
    Every second character is seen from the front in view 0, as sheets begin.
    """
    rng = stream(seed, f"sheet view {number}")
    choice = _choose_view(rng, front=number == 0)
    motion = Motion(
        roll=float(rng.normal(0, 3)),
        nod=float(rng.normal(0, 0.02)),
        sway=float(rng.normal(0, 0.12)),
        blink=float(rng.choice([0, 0, 0, 0.5, 1])),
        gait=_gait(rng, choice),
    )
    design = _vary(choose_design(seed, choice, motion), rng)
    if rng.random() < OTHER_CLOTHES and not is_plain:
        design = replace(design, outfit=choose_design(seed + 7919, choice, motion).outfit)
    backdrop = "none" if is_plain else choice.backdrop or "none"
    side = size or int(rng.choice(SIDES))
    return draw_design(
        design, size=side, motion=motion, backdrop=backdrop, name=f"view-{seed}-{number}"
    )


def _choose_view(rng: np.random.Generator, *, front: bool) -> ViewChoice:
    framing = list(Framing)[int(rng.choice(4, p=[0.15, 0.3, 0.25, 0.3]))]
    yaw = float(rng.uniform(-42, 42)) if rng.random() < 0.85 else float(rng.choice([-86, 86]))
    if front and rng.random() < 0.5:
        framing, yaw = Framing.FULL, 0.01
    posture = str(rng.choice(POSTURE_NAMES)) if rng.random() < 0.6 else "standing"
    ground = "none" if front else str(rng.choice(GROUNDS))
    return ViewChoice(framing=framing, yaw=yaw, posture=posture, backdrop=ground, company=False)


def _gait(rng: np.random.Generator, choice: ViewChoice) -> Gait | None:
    if choice.framing is not Framing.FULL or rng.random() < 0.6:
        return None
    return Gait(kind=str(rng.choice(["walk", "run"])), phase=float(rng.random()))


def _vary(design: Design, rng: np.random.Generator) -> Design:
    """Another expression and line width."""
    face = replace(design.face, open_share=float(rng.uniform(0.2, 1.0)))
    width = float(design.look.line_px * rng.uniform(0.8, 1.25))
    return replace(design, face=face, look=replace(design.look, line_px=width))


def line_of(sample: Sample, rng: np.random.Generator) -> U8Array:
    """A sample's line art in one of several kinds of lines, uint8 (H, W), 0 = ink."""
    assert sample.line is not None
    kind = str(rng.choice(list(LINES), p=list(LINES.values())))
    if kind == "soft":
        blurred = np.asarray(cv2.GaussianBlur(sample.line, (0, 0), 1.0), dtype=np.uint8)
        return np.ascontiguousarray(paper_texture(lighten(blurred, 0.65), rng, depth=16))
    if kind == "thin":
        return np.ascontiguousarray(change_thickness(sample.line, -0.5))
    if kind == "pencil":
        return np.ascontiguousarray(pencil_lines(sample.color, sigma=2.0, darkness=1.5))
    if kind == "gaps":
        return np.ascontiguousarray(open_gaps(sample.line, rng, count=8, radius=(1.0, 2.5)))
    return sample.line


def read_views(reader: DrawingReader, seed: int, count: int, cache: Path) -> list[View]:
    """The views of a character from 0 on, each kept in a folder once it was read."""
    views = []
    for number in range(count):
        kept = cache / f"{seed}-{number}.npz"
        if not kept.exists():
            arrays = _packed(read_view(reader, seed, number))
            make_folder(cache)
            write_whole(kept, partial(np.savez_compressed, **arrays))
        with np.load(kept) as stored:
            views.append(_unpacked(dict(stored)))
    return views


def read_view(reader: DrawingReader, seed: int, number: int) -> View:
    """Draw a view and look at it both ways.

    Every second character is plain and drawn in ink, as on sheets; others are in lines of any kind.
    """
    is_plain = seed % 2 == 0
    sample = draw_view(seed, number, size=PLAIN_SIDE if is_plain else None, is_plain=is_plain)
    assert sample.line is not None
    assert sample.flat is not None
    assert sample.regions is not None
    rng = np.random.default_rng([seed, number])
    line_u8 = sample.line if is_plain else line_of(sample, rng)
    asked = draw_regions(line_u8, reader.reading(LineArt(line_u8), never_cancelled))
    reference = Reference(sample.flat, line_u8=sample.line)
    if not is_plain and rng.random() < FOUND_SHARE:
        reference = Reference(sample.color)
    known = [
        Shown.of(each.regions, sample.flat[place], sample.regions[place])
        for each in known_of(reader, reference)
        for place in [each.figure.place.slices]
    ]
    return View(Shown.of(asked, sample.flat, sample.regions), joined(known))


def known_of(reader: DrawingReader, reference: Reference, number: int = 0) -> list[KnownFigure]:
    """The figures of the reference of a number as they are compared."""
    found = []
    for figure in figures_of(reference):
        reading = reader.reading(figure.line, never_cancelled)
        if reading is None:
            raise ValueError(f"{reader.generator.spec.title} tells nothing of regions")
        found.append(KnownFigure.of(figure, reading, number))
    return found


def joined(shown: Sequence[Shown]) -> Shown:
    """The regions of several drawings, one after the other."""
    looks = [each.looks for each in shown]
    return Shown(
        RegionLooks(
            np.concatenate([each.embedding for each in looks]),
            np.concatenate([each.parts for each in looks]),
            np.concatenate([each.geometry for each in looks]),
            scipy.sparse.block_diag([each.beside for each in looks], format="csr"),
        ),
        np.concatenate([each.color for each in shown]),
        np.concatenate([each.pure for each in shown]),
        np.concatenate([each.pixels for each in shown]),
        np.concatenate([each.ground for each in shown]),
    )


FIELDS = ("color", "pure", "pixels", "ground")


def _packed(view: View) -> dict[str, Any]:
    arrays: dict[str, Any] = {}
    for side in ("asked", "known"):
        shown: Shown = getattr(view, side)
        arrays |= {f"{side}.{name}": getattr(shown, name) for name in FIELDS}
        looks = shown.looks
        arrays[f"{side}.embedding"] = looks.embedding.astype(np.float16)
        arrays[f"{side}.parts"] = looks.parts.astype(np.float16)
        arrays[f"{side}.geometry"] = looks.geometry
        beside = looks.beside.tocoo()
        arrays[f"{side}.beside"] = np.stack([beside.row, beside.col, beside.data])
    return arrays


def _unpacked(arrays: Mapping[str, Any]) -> View:
    sides = []
    for side in ("asked", "known"):
        color, pure, pixels, ground = (arrays[f"{side}.{name}"] for name in FIELDS)
        row, column, share = arrays[f"{side}.beside"]
        places = (row.astype(np.int32), column.astype(np.int32))
        beside = scipy.sparse.csr_matrix(
            (share.astype(np.float32), places), shape=(len(color), len(color))
        )
        embedding, parts = (
            arrays[f"{side}.{name}"].astype(np.float32) for name in ("embedding", "parts")
        )
        looks = RegionLooks(embedding, parts, arrays[f"{side}.geometry"], beside)
        sides.append(Shown(looks, color, pure, pixels, ground))
    return View(*sides)


def _most(
    regions: DrawnRegions, packed: I32Array, counted: BoolArray
) -> tuple[I32Array, FloatArray]:
    """The colour that most of each region has, and the share of it that has that."""
    values, index = np.unique(packed, return_inverse=True)
    index = index.reshape(packed.shape)
    pairs = regions.labels[counted].astype(np.int64) * len(values) + index[counted]
    found, number = np.unique(pairs, return_counts=True)
    region, value = np.divmod(found, len(values))
    order = np.lexsort((number, region))
    last = np.searchsorted(region[order], np.arange(regions.count), side="right") - 1
    good = (last >= 0) & (region[order][last] == np.arange(regions.count))
    color = np.where(good, values[value[order][last]], -1).astype(np.int32)
    share = np.where(good, number[order][last] / np.maximum(regions.area, 1), 0)
    return color, share.astype(np.float32)
