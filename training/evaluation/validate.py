"""`tintline-train validate`: what the user gets, on held-out drawings at native size."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np

from models.files.whole import write_json
from models.hints.hints import HintSet
from training.command_line import UsageError, add_half, add_json, add_measured, parse_counts
from training.data.hints.strokes import artist_strokes
from training.evaluation.native_sheet import native_sheet
from training.evaluation.native_validation import (
    LINE_KINDS,
    NATIVE_SIDE,
    LineKind,
    native_cases,
)
from training.evaluation.painters import load_named
from training.metrics.case import Case
from training.metrics.native import (
    FILL,
    PIECE,
    PIXEL,
    Color,
    Comparison,
    application,
    as_dict,
    fills,
)

COLUMNS = (
    "off_line", "hinted", "unhinted", "share_close", "won", "lost", "background", "obeyed", "near",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Figures of one method on one picture with one kind of lines and hints."""

    lines: str
    hints: str
    source: str
    name: str
    method: str
    figures: dict[str, float]


def run(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    kinds = options.lines.split(",")
    if unknown := [kind for kind in kinds if kind not in LINE_KINDS]:
        raise UsageError(f"--lines {unknown[0]!r} is none of {', '.join(LINE_KINDS)}")
    points = parse_counts("--hints", options.hints) if options.hints else []
    strokes = parse_counts("--strokes", options.strokes) if options.strokes else []
    generators = load_named(options.generator)
    painted = {name: application(each, long_side=options.size) for name, each in generators.items()}
    methods = {**fills(), **painted}
    found: list[Found] = []
    for kind in kinds:
        assert kind in get_args(LineKind)
        cases = native_cases(
            options.data, kind, long_side=options.side, limit=options.limit, half=options.half
        )
        kept = []
        for case in cases:
            given = {f"{count} points": case.hints(count) for count in points}
            planes = case.sample.color, case.sample.figure, case.line_u8
            given |= {f"{n} strokes": artist_strokes(*planes, count=n) for n in strokes}
            found += _measure(case, kind, methods, given)
            kept.append(case)
        if options.sheets:
            first = f"{points[0]} points"
            for name, color in painted.items():
                errors = {
                    each.name: each.figures["off_line"]
                    for each in found
                    if (each.method, each.lines, each.hints) == (name, kind, first)
                }
                path = options.sheets / f"{name}-{kind}.webp"
                native_sheet(path, kept, color, errors, count=points[0])
        print(table([each for each in found if each.lines == kind], kind))
    if options.json:
        write_json(options.json, [
            {**each.figures, "lines": each.lines, "hints": each.hints,
             "source": each.source, "name": each.name, "method": each.method}
            for each in found
        ])  # fmt: skip
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_measured(parser)
    add_half(parser)
    add_json(parser)
    add = parser.add_argument
    add("--lines", default="clean", help=f"kinds of line art: {', '.join(LINE_KINDS)} (clean)")
    add("--hints", default="28,8", help="numbers of point hints (28,8)")
    add("--strokes", default="", help="numbers of an artist's first strokes: 1,2,4,8,16")
    add("--side", type=int, default=NATIVE_SIDE, help="long side of the drawings (768)")
    add("--size", type=int, default=0, help="long side of inference; 0: the generator's own")
    add("--sheets", type=Path, help="folder for contact sheets: best, median and worst")


def _measure(
    case: Case, kind: str, methods: Mapping[str, Color], given: Mapping[str, HintSet]
) -> list[Found]:
    found = []
    for label, hints in given.items():
        comparison = Comparison(case, hints)
        rows = {
            name: as_dict(comparison.figures(color(case, hints))) for name, color in methods.items()
        }
        rows |= comparison.oracles()
        found += [
            Found(
                lines=kind,
                hints=label,
                source=case.source,
                name=case.sample.name,
                method=name,
                figures=figures,
            )
            for name, figures in rows.items()
        ]
    return found


def table(found: Sequence[Found], kind: str) -> str:
    """Means over pictures, ratios to the fill of means and of medians, then every source."""
    lines = [f"\n{kind} lines, {len({each.name for each in found})} pictures, CIEDE2000"]
    for hints in dict.fromkeys(each.hints for each in found):
        here = [each for each in found if each.hints == hints]
        lines.append(
            f"\n{hints:<26}{'mean':>7}{'median':>8}{'/fill':>7}{'/fill':>7}"
            + "".join(f"{name:>12}" for name in COLUMNS[1:])
        )
        fill = _column(here, FILL, "off_line")
        for method in dict.fromkeys(each.method for each in here):
            errors = _column(here, method, "off_line")
            mean, median = np.nanmean(errors), np.nanmedian(errors)
            ratios = mean / np.nanmean(fill), median / np.nanmedian(fill)
            rest = [
                np.nanmean(values) if np.isfinite(values := _column(here, method, name)).any()
                else np.nan
                for name in COLUMNS[1:]
            ]  # fmt: skip
            lines.append(
                f"{method:<26}"
                + f"{mean:7.2f}{median:8.2f}{ratios[0]:7.2f}{ratios[1]:7.2f}"
                + "".join(f"{value:12.3f}" for value in rest)
            )
        for source in dict.fromkeys(each.source for each in here):
            ratios_by = {
                method: np.nanmean(_column(here, method, "off_line", source))
                / np.nanmean(_column(here, FILL, "off_line", source))
                for method in dict.fromkeys(each.method for each in here)
                if method not in (FILL, PIECE, PIXEL)
            }
            lines.append(
                f"  {source:<22}"
                + "  ".join(f"{method} {value:.2f}" for method, value in ratios_by.items())
            )
    return "\n".join(lines)


def _column(found: Sequence[Found], method: str, figure: str, source: str = "") -> np.ndarray:
    return np.array(
        [
            each.figures.get(figure, np.nan)
            for each in found
            if each.method == method and source in ("", each.source)
        ]
    )
