"""Adapter for zips of SVG drawings: icons, mascots and scenes with outlines and flat fills.

Because every fill and stroke of an SVG is known, line art, flat colour and regions are exact.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import numpy as np

from models.arrays import I32Array, U8Array
from models.hints.tags import Rgb
from training.data.sample import Sample
from training.data.sources.planes import (
    Inpaint,
    Split,
    at_most,
    background_labels,
    content_box,
    design_in_split,
    drawn_edge_share,
    flatten,
    hollow_solids,
    is_line_art,
    name_seed,
    painted_mask,
    regions_of,
    solid,
)
from training.data.sources.vector import (
    FILL_INK_VALUE,
    Drawing,
    DrawingError,
    Mode,
    color_value,
    crop_drawing,
    drop_cast_shadows,
    drop_ground,
    read_drawing,
    render,
)

_LOGGER = logging.getLogger(__name__)
MOST_VARIANTS = 3
LEAST_DRAWN_EDGES = 0.6
"""A drawing with fewer outlined colour edges keeps no line: much of it has no outline."""
_WHITE: Rgb = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class DrawingSet:
    """What the adapter knows about one set.

    stroke_scales are the least and greatest factor on the width of dark strokes: icons are
    drawn on a coarse grid, their outlines are far thicker than an inker's.
    footer is the share of the height, from below, that holds captions.
    Fills darker than fill_ink_value are outlines drawn as filled shapes.
    """

    licence: str
    stroke_scales: tuple[float, float] = (0.7, 1.0)
    footer: float = 0.0
    colored_ground_share: float = 0.0
    fill_ink_value: int = FILL_INK_VALUE


SETS: dict[str, DrawingSet] = {
    "streamline_freemojis": DrawingSet("CC BY 4.0", stroke_scales=(0.22, 0.75)),
    "streamline_ultimate_colors": DrawingSet("CC BY 4.0", stroke_scales=(0.12, 0.4)),
    "free_gophers_pack": DrawingSet("CC0 1.0", stroke_scales=(0.35, 1.0)),
    "egonelbre_gophers": DrawingSet("CC0 1.0", stroke_scales=(0.6, 1.0), fill_ink_value=92),
    "zig_mascots": DrawingSet("CC BY 4.0", stroke_scales=(1.0, 1.0)),
    "illlustrations": DrawingSet(
        "MIT", stroke_scales=(0.5, 1.0), footer=0.085, colored_ground_share=0.4
    ),
}


def iter_samples(
    folder: Path, *, split: Split, long_side: int = 320, seed: int = 0
) -> Iterator[Sample]:
    """Yield the drawings of one set's folder, which holds one zip of SVG files.

    Up to three variants (skin tones, numbered takes) of a design are chosen by seed; all of
    them are in the same split. The seed also sets the stroke width of each drawing. Drawings
    that cannot be read are logged and left out.
    Raises ValueError if the folder is none of SETS or holds no readable zip.
    """
    if folder.name not in SETS:
        raise ValueError(f"{folder}: no such set of drawings; known are {', '.join(SETS)}")
    with _open_archive(folder) as archive:
        names = sorted(
            (name for name in archive.namelist() if name.endswith(".svg")), key=design_of
        )
        for design, variants in groupby(names, key=design_of):
            if not design_in_split(f"{folder.name}/{design}", split):
                continue
            for name in at_most(variants, MOST_VARIANTS, seed=name_seed(seed, design)):
                try:
                    yield read_sample(
                        archive.read(name).decode(),
                        name,
                        set_name=folder.name,
                        long_side=long_side,
                        seed=seed,
                    )
                except (DrawingError, UnicodeDecodeError) as error:
                    _LOGGER.warning("%s: %s left out: %s", folder.name, name, error)


def design_of(path: str) -> str:
    """The design that a file is a variant of: its name without numbers and persons' sex."""
    folder, _, stem = path.removesuffix(".svg").rpartition("/")
    if re.fullmatch(r"[\d_-]+", stem):
        return f"{folder}/{stem}"
    words = [word for word in re.split(r"[-_ ]", stem) if not word.isdigit()]
    people = {"man": "person", "woman": "person", "men": "people", "women": "people"}
    people |= {"boy": "child", "girl": "child", "mans": "persons", "womans": "persons"}
    kinds = [people.get(word, word) for word in words]
    return f"{folder}/{'-'.join(word for word, _ in groupby(kinds))}"


def read_sample(text: str, path: str, *, set_name: str, long_side: int, seed: int) -> Sample:
    """Render one SVG with all planes. Raises DrawingError if it cannot be used."""
    known = SETS[set_name]
    random = np.random.default_rng(name_seed(seed, set_name, path))
    drawing, ground = drop_ground(drop_cast_shadows(read_drawing(text)))
    drawing = _trim(drawing, footer=known.footer, margin=float(random.uniform(0.02, 0.08)))
    scale = float(np.exp(random.uniform(*np.log(known.stroke_scales))))
    if ground is None or color_value(ground) < 140 or random.random() > known.colored_ground_share:
        ground = _WHITE
    rgba = render(drawing, long_side=long_side, stroke_scale=scale)
    color, figure = flatten(rgba, ground), solid(rgba)
    if ground != _WHITE:
        figure = np.full_like(figure, 255)
    line = _draw_line(drawing, known, long_side=long_side, stroke_scale=scale)
    planes: _ExactPlanes | None = None
    if is_line_art(line, color=color, figure=solid(rgba)):
        crisp = render(drawing, long_side=long_side, stroke_scale=scale, crisp=True)
        planes = _exact_planes(
            line,
            color=color,
            crisp=None if drawing.has_gradients else flatten(crisp, ground),
            figure=figure,
            ground=ground,
        )
    return Sample(
        color=color,
        figure=figure,
        line=planes.line if planes else None,
        flat=planes.flat if planes else None,
        labels=background_labels(figure),
        regions=planes.regions if planes else None,
        name=f"{set_name}/{path.removesuffix('.svg')}",
        source=set_name,
        licence=known.licence,
    )


@dataclass(frozen=True, slots=True)
class _ExactPlanes:
    """Planes of a drawing whose outlines are complete; regions None where fills are gradients."""

    line: U8Array
    flat: U8Array
    regions: I32Array | None


def _draw_line(
    drawing: Drawing, known: DrawingSet, *, long_side: int, stroke_scale: float
) -> U8Array:
    """The line plane, large solid blacks left as outlines."""
    ink = render(
        drawing,
        long_side=long_side,
        stroke_scale=stroke_scale,
        mode=Mode.LINE,
        fill_ink_value=known.fill_ink_value,
    )
    return hollow_solids(
        ink[..., 0], thickest=0.06 * long_side, outline=max(1.5, 0.006 * long_side)
    )


def _exact_planes(
    line: U8Array,
    *,
    color: U8Array,
    crisp: U8Array | None,
    figure: U8Array,
    ground: Rgb,
) -> _ExactPlanes | None:
    """Flat and regions under the line; None if too many colour edges have no outline.

    crisp is the colour picture without antialiasing.
    """
    inpaint = Inpaint.plan(painted_mask(line, figure), figure)
    flat = inpaint.apply(color, ground)
    if drawn_edge_share(line, flat) < LEAST_DRAWN_EDGES:
        return None
    regions = None if crisp is None else regions_of(inpaint.apply(crisp, ground), figure)
    return _ExactPlanes(line, flat, regions)


def _trim(drawing: Drawing, *, footer: float, margin: float) -> Drawing:
    """Crop to what is drawn above the footer, with a margin in shares of the longer side."""
    preview = render(drawing, long_side=192)
    inside = preview[..., 3] >= 32
    height, width = inside.shape
    if footer:
        inside[round((1 - footer) * height) :] = False
    box = content_box(inside, margin=0)
    if box is None:
        raise DrawingError("nothing is drawn")
    rows, columns = box
    extra = margin * max(rows.stop - rows.start, columns.stop - columns.start)
    bottom = min(rows.stop + extra, (1 - footer) * height) if footer else rows.stop + extra
    left, top = columns.start - extra, rows.start - extra
    right = columns.stop + extra
    return crop_drawing(
        drawing,
        left=left / width,
        top=top / height,
        width=(right - left) / width,
        height=(bottom - top) / height,
    )


def _open_archive(folder: Path) -> ZipFile:
    archives = sorted(folder.glob("*.zip"))
    if len(archives) != 1:
        raise ValueError(f"{folder}: needs exactly one zip of SVG files; found {len(archives)}")
    try:
        return ZipFile(archives[0])
    except BadZipFile as error:
        raise ValueError(f"{archives[0]}: not a readable zip ({error}); fetch it again") from error
