"""Validation as the application sees it: held-out art at native size, lines as artists draw them.

Every method colours the drawing through the application's own way, from the drawing to the picture
of its size; nothing is measured at the size at which a network happens to work.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from models.arrays import U8Array
from training.data.library import iterate
from training.data.lines.coherent import CoherentLines, coherent_lines
from training.data.lines.degrade import jitter_positions
from training.data.lines.lineart import open_gaps
from training.data.sample import Sample
from training.evaluation.validation import fit_to_side
from training.metrics.case import Case
from training.recipe import SourceConfig

LineKind = Literal["clean", "soft", "inked", "sketchy"]
LINE_KINDS: tuple[LineKind, ...] = ("clean", "soft", "inked", "sketchy")
NATIVE_SIDE = 768
HELD_OUT = (
    SourceConfig(kind="spritemaker", folder="spritemaker", count=24),
    SourceConfig(kind="sprites", folder="renpy"),
    SourceConfig(kind="sprites", folder="drawings/gdquest_vn"),
    SourceConfig(kind="storybook", folder="drawings/african_storybook"),
    SourceConfig(kind="drawings", folder="drawings/mikanixonable_cc0"),
    SourceConfig(kind="drawings", folder="drawings/pepper_runner"),
    SourceConfig(kind="drawings", folder="drawings/bookdash_inked"),
)
"""Sources whose validation split no training draws from."""
CLEAN = CoherentLines(sigma=1.0, contrast=0.05, contour=0.2, pressure=0.25)
SOFT = CoherentLines(
    sigma=1.8, smooth=2.5, contrast=0.1, contour=0.25, hardness=1.1, darkness=0.75, pressure=0.5
)


def native_cases(
    data: Path,
    kind: LineKind,
    *,
    long_side: int = NATIVE_SIDE,
    limit: int = 0,
    half: str = "",
    sources: Sequence[SourceConfig] = HELD_OUT,
) -> Iterator[Case]:
    """Held-out pictures with lines of a kind, cropped to the figure, their long side `long_side`.

    limit  pictures a source, evenly spread; 0: all.
    half   "choose": every other picture, for choosing among designs; "judge": the others; "": all.
    Line art of the kind "inked" is the source's own; pictures without are left out there. Sources
    whose folder is missing are left out.
    """
    for source in sources:
        folder = data / source.folder
        if not folder.is_dir():
            continue
        samples = list(iterate(source, folder, "val", long_side))
        if half:
            samples = samples[0 if half == "choose" else 1 :: 2]
        if limit:
            step = max(1, len(samples) // limit)
            samples = samples[::step][:limit]
        for sample in samples:
            fitted, own = fit_to_side(sample, long_side)
            line_u8 = drawn_lines(fitted, kind)
            if line_u8 is not None:
                yield Case(
                    source=Path(source.folder).name or source.kind,
                    sample=fitted,
                    line_u8=line_u8,
                    own=own,
                )


def drawn_lines(sample: Sample, kind: LineKind) -> U8Array | None:
    """Lines of a kind, uint8 (H, W), the same every time; None where there are none."""
    rng = np.random.default_rng(_seed(sample.name, kind))
    if kind == "inked":
        return sample.line
    if kind == "soft":
        return coherent_lines(sample.color, SOFT, rng)
    clean = coherent_lines(sample.color, CLEAN, rng)
    return clean if kind == "clean" else _sketched(clean, rng)


def _sketched(clean_u8: U8Array, rng: np.random.Generator) -> U8Array:
    """Two unsteady passes of a pencil, with gaps where the pen was lifted."""
    passes = [jitter_positions(clean_u8, rng, reach=2.0, grain=40) for _ in range(2)]
    passes = [open_gaps(each, rng, count=60, radius=(2.0, 5.0)) for each in passes]
    return np.minimum(*(255 - ((255 - each) * 0.7).astype(np.uint8) for each in passes))


def _seed(*names: str) -> int:
    return int.from_bytes(hashlib.sha256("/".join(names).encode()).digest()[:8], "big")
