"""`tintline-train reach`: what one stroke changes in its own part, and what beyond it."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import BoolArray, U8Array
from models.cancel import never_cancelled
from models.files.whole import make_folder, write_json
from models.hints.hints import HintSet, LineArt, StrokeHint
from models.hints.parts import UNLABELLED, Part
from models.pictures.files import write_image
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from training.command_line import add_half, add_json, add_measured
from training.data.hints.strokes import colored_areas, stroke_through
from training.evaluation.native_sheet import captioned, picture_row
from training.evaluation.native_validation import HELD_OUT, native_cases
from training.evaluation.painters import load_named
from training.metrics.case import Case
from training.metrics.fidelity import CLOSE, LINE_INK
from training.metrics.native import EVERY
from training.recipe import SourceConfig

DRAWINGS = 24
"""A third of them drawn characters, a third of layered art, both labelled; a third real ones."""
STROKES = {"hair": (60, 90, 200), "top": (70, 150, 80), "tie": (200, 40, 50)}
"""Colours of the strokes: no part's own."""
PARTS = {
    "hair": (Part.HAIR,),
    "top": (Part.TOP, Part.DRESS),
    "tie": (Part.ORNAMENT, Part.HAT, Part.LEGWEAR, Part.BOTTOM),
}
"""Where they lie: the first of these parts that the figure shows."""
OTHER_COLOR = 20.0
"""CIEDE2000 from which a place of an unlabelled drawing is surely of another part."""
LEAST_PIXELS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Stroked:
    """One stroke, where it ought to be seen and where it must not: bool (H, W) each."""

    name: str
    stroke: StrokeHint
    own: BoolArray
    other: BoolArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one stroke did, beside the lines of a figure.

    elsewhere  mean CIEDE2000 between the pictures with it and without, beyond its part.
    changed    share of what lies beyond its part that changed by more than CLOSE.
    taken      share of its part that has its colour, within CLOSE.
    """

    source: str
    name: str
    stroke: str
    elsewhere: float
    changed: float
    taken: float


def run(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    found: dict[str, list[Reach]] = {}
    for name, generator in load_named(options.generator).items():
        colorizer = Colorizer(generator)
        figures, strips = [], []
        for case in reach_cases(options.data, limit=options.limit or DRAWINGS, half=options.half):
            plain, _ = colored(colorizer, case, HintSet(), options.size)
            shown, told = [plain], []
            for given in strokes_of(case):
                picture, flat = colored(colorizer, case, HintSet((given.stroke,)), options.size)
                figures.append(
                    reach_of(case, given, plain_u8=plain, picture_u8=picture, flat_u8=flat)
                )
                shown.append(picture)
                told.append(f"{given.name} {figures[-1].elsewhere:.1f}")
            if options.sheets:
                shown += [case.sample.color] * (1 + len(STROKES) - len(shown))
                strips.append(
                    captioned(f"{case.source}: {', '.join(told)}", picture_row(case, shown))
                )
        print(table(name, figures))
        found[name] = figures
        if options.sheets:
            make_folder(options.sheets)
            path = options.sheets / f"reach-{name}.webp"
            write_image(path, Image.fromarray(np.concatenate(strips)))
    if options.json:
        write_json(options.json, {name: [asdict(e) for e in each] for name, each in found.items()})
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_measured(parser)
    add_half(parser)
    add_json(parser)
    add = parser.add_argument
    add("--size", type=int, default=0, help="long side of inference; 0: the generator's own")
    add("--sheets", type=Path, help="folder for a sheet: no stroke, then one on each part")


def reach_cases(data: Path, *, limit: int = DRAWINGS, half: str = "") -> Iterator[Case]:
    """Held-out drawings: `limit` in all, drawn characters, layered art and real ones by turns."""
    third = -(-limit // 3)
    layered, *real = HELD_OUT
    drawn = SourceConfig(kind="characters", count=2 * third if half else third)
    for sources, each in (((drawn,), third), ((layered,), third), (tuple(real), 2)):
        cases = native_cases(data, "clean", limit=each, half=half, sources=sources)
        yield from islice(cases, third)


def strokes_of(case: Case) -> list[Stroked]:
    """One stroke on each of three parts; by labels, or of the three leading colours without."""
    beside = (case.sample.figure > 127) & (case.line_u8 > 255 - LINE_INK)
    labels = case.sample.labels
    if labels is None or (labels[beside] == UNLABELLED).all():
        areas = colored_areas(case.sample.color, case.sample.figure, case.line_u8)
        lab = rgb2lab(case.sample.color / 255.0)
        found = []
        for area, (name, color) in zip(areas, STROKES.items(), strict=False):
            away = deltaE_ciede2000(lab, rgb2lab(np.array(area.color).reshape(1, 1, 3) / 255.0))
            stroke = stroke_through(area.where, color)
            found.append(
                Stroked(f"area of {name}", stroke, area.where, beside & (away >= OTHER_COLOR))
            )
        return found
    found = []
    for name, color in STROKES.items():
        for part in PARTS[name]:
            own = beside & (labels == part)
            if own.sum() >= LEAST_PIXELS:
                other = beside & (labels != part)
                found.append(Stroked(name, stroke_through(own, color), own, other))
                break
    return found


def reach_of(
    case: Case, given: Stroked, *, plain_u8: U8Array, picture_u8: U8Array, flat_u8: U8Array
) -> Reach:
    """What the stroke changed: pictures uint8 (H, W, 3) without it and with it, and its flats."""
    before, after, flat = (
        rgb2lab(each[::EVERY, ::EVERY] / 255.0) for each in (plain_u8, picture_u8, flat_u8)
    )
    color = rgb2lab(np.array(given.stroke.color).reshape(1, 1, 3) / 255.0)
    moved = deltaE_ciede2000(before, after)[given.other[::EVERY, ::EVERY]]
    away = deltaE_ciede2000(flat, np.broadcast_to(color, flat.shape))[given.own[::EVERY, ::EVERY]]
    return Reach(
        source=case.source,
        name=case.sample.name,
        stroke=given.name,
        elsewhere=float(moved.mean()),
        changed=float((moved > CLOSE).mean()),
        taken=float((away < CLOSE).mean()),
    )


def table(name: str, found: Sequence[Reach]) -> str:
    """Means over strokes: of all, by stroke and by source."""
    lines = [
        f"\n{name:<34}{'strokes':>8}{'elsewhere':>11}{'at most 2':>11}{'changed':>9}{'taken':>7}"
    ]
    groups = {"all": list(found)}
    for each in found:
        groups.setdefault(each.stroke, []).append(each)
        groups.setdefault(each.source, []).append(each)
    for title, here in groups.items():
        elsewhere = np.array([each.elsewhere for each in here])
        changed, taken = (
            np.mean([getattr(e, field) for e in here]) for field in ("changed", "taken")
        )
        lines.append(
            f"{title:<34}{len(here):8}{elsewhere.mean():11.2f}{(elsewhere <= 2).mean():11.2f}"
            f"{changed:9.3f}{taken:7.3f}"
        )
    return "\n".join(lines)


def colored(
    colorizer: Colorizer, case: Case, hints: HintSet, long_side: int = 0
) -> tuple[U8Array, U8Array]:
    """A case's colour and flats at its own size, uint8 (H, W, 3) each."""
    request = ColorizeRequest(
        request_id=1, line_art=LineArt(case.line_u8), hints=hints, long_side=long_side
    )
    full = colorizer.full_rows(request, is_cancelled=never_cancelled)
    return np.ascontiguousarray(full.rgba_u8[:][..., :3]), full.flat_u8[:]
