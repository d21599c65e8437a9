"""`tintline-train evaluate`: how good generators are, beside baselines, on pictures never seen."""

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import resources
from models.conditioning import HintSet, LineArt, TagSelection
from models.runtime.engine import choose_device
from models.runtime.generator import Generator
from models.runtime.onnx_generator import load_generator
from models.tags import load_vocabulary
from training.metrics.baselines import (
    best_hint_per_cell,
    darkened_watershed,
    nearest_hint,
    watershed_fill,
)
from training.metrics.fidelity import Fidelity, measure
from training.metrics.sheet import contact_sheet
from training.metrics.tags import TagScore, score_tags
from training.validation import Case, validation_cases

FloatArray = NDArray[np.float32]
Painter = Callable[[Case, HintSet], FloatArray]

BASELINES: Mapping[str, Painter] = {
    "nearest hint": lambda case, hints: nearest_hint(case.line_u8, hints),
    "watershed": lambda case, hints: watershed_fill(case.line_u8, hints),
    "watershed, lines darkened": lambda case, hints: darkened_watershed(case.line_u8, hints),
    "best hint per cell": lambda case, hints: best_hint_per_cell(
        case.line_u8, hints, case.sample.colour
    ),
}
REFERENCE, ORACLE = "watershed", "best hint per cell"
FIGURES = tuple(field.name for field in dataclasses.fields(Fidelity))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Figures of one method on one picture with so many hints."""

    method: str
    source: str
    name: str
    hints: int
    fidelity: Fidelity


def generator_painter(generator: Generator, long_side: int) -> Painter:
    """Paint with a generator at a long side, as the application's final stage does."""

    def paint(case: Case, hints: HintSet) -> FloatArray:
        line = LineArt(case.line_u8)
        frame = generator.spec.size_rule.frame(line.size, long_side=long_side)
        features = generator.read_line(line, frame)
        scaled = hints.scaled(frame.scale_x, frame.scale_y)
        painting = generator.paint(features, scaled, TagSelection())
        return _to_size(painting.rgb, case.line_u8.shape)

    return paint


def _to_size(rgb: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    import cv2  # noqa: PLC0415 - one call

    if rgb.shape[:2] == shape:
        return rgb
    height, width = shape
    return np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_LINEAR))


def evaluate(
    cases: Sequence[Case], painters: Mapping[str, Painter], counts: Sequence[int], draws: int
) -> list[Measured]:
    """Measure every painter on every case with every number of hints."""
    measured = []
    for case in cases:
        for count in counts:
            for draw in range(draws if count else 1):
                hints = case.hints(count, draw)
                for method, painter in painters.items():
                    fidelity = measure(
                        painter(case, hints),
                        case.sample.colour,
                        figure=case.sample.figure,
                        line_u8=case.line_u8,
                        hints=hints,
                    )
                    measured.append(
                        Measured(
                            method=method,
                            source=case.source,
                            name=case.sample.name,
                            hints=count,
                            fidelity=fidelity,
                        )
                    )
    return measured


def summarize(measured: Sequence[Measured]) -> list[dict[str, object]]:
    """Means by number of hints, source (``all``: every picture alike) and method."""
    rows: list[dict[str, object]] = []
    counts = sorted({each.hints for each in measured}, reverse=True)
    sources = ["all", *dict.fromkeys(each.source for each in measured)]
    methods = list(dict.fromkeys(each.method for each in measured))
    for count in counts:
        for source in sources:
            chosen = [m for m in measured if m.hints == count and source in ("all", m.source)]
            for method in methods:
                values = [m.fidelity for m in chosen if m.method == method]
                means = {
                    name: _mean([float(getattr(value, name)) for value in values])
                    for name in FIGURES
                }
                rows.append({"hints": count, "source": source, "method": method, **means})
            _add_progress(rows[-len(methods) :])
    return rows


def _mean(values: Sequence[float]) -> float:
    kept = [value for value in values if not np.isnan(value)]
    return float(np.mean(kept)) if kept else float("nan")


def _add_progress(rows: Sequence[dict[str, object]]) -> None:
    """How each method's off-line error stands to watershed's, and the way it goes to the oracle."""
    off = {str(row["method"]): float(str(row["off_line"])) for row in rows}
    for row in rows:
        ours, reference = off[str(row["method"])], off[REFERENCE]
        row["of_watershed"] = ours / reference
        row["way_to_oracle"] = (reference - ours) / max(reference - off[ORACLE], 1e-9)


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """The summary as aligned text."""
    columns = [*FIGURES, "of_watershed", "way_to_oracle"]
    width = max(len(str(row["method"])) for row in rows)
    lines = []
    previous: tuple[object, object] | None = None
    for row in rows:
        group = (row["hints"], row["source"])
        if group != previous:
            lines.append(f"\n{row['hints']} hints, {row['source']}")
            lines.append(" " * width + "".join(f"{name:>14}" for name in columns))
            previous = group
        values = "".join(f"{float(str(row[name])):14.3f}" for name in columns)
        lines.append(f"{row['method']!s:<{width}}{values}")
    return "\n".join(lines).lstrip("\n")


def tag_table(scores: Mapping[str, TagScore]) -> str:
    """Tag hit rates as text, one line a group."""
    return "\n".join(
        f"{group:<10} {score.hits:4d} of {score.total:4d}  {score.rate:6.1%}"
        for group, score in scores.items()
    )


def build_parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(prog="tintline-train evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of development data")
    parser.add_argument(
        "--generator", action="append", default=[], help="installed name, or a generator's folder"
    )
    parser.add_argument("--hints", default="28,8", help="numbers of hints (default: 28,8)")
    parser.add_argument("--size", type=int, default=256, help="long side in pixels (default: 256)")
    parser.add_argument("--draws", type=int, default=1, help="hint layouts a picture (default: 1)")
    parser.add_argument("--limit", type=int, default=0, help="pictures a source; 0: all")
    parser.add_argument("--tags", type=int, default=0, help="characters for the tag hit rate")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--sheet", type=Path, help="write a contact sheet (PNG or WebP)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    options = build_parser().parse_args(arguments)
    try:
        counts = [int(part) for part in options.hints.split(",")]
    except ValueError:
        print(f"--hints {options.hints!r}: write numbers, for example 28,8", file=sys.stderr)
        return 2
    if not options.data.is_dir():
        print(f"--data {options.data}: no such folder", file=sys.stderr)
        return 2
    generators = {}
    for name in options.generator:
        folder = resources.GENERATORS / name
        generators[name] = load_generator(
            folder if folder.is_dir() else Path(name), choose_device("auto")
        )
    cases = _limited(list(validation_cases(options.data, long_side=options.size)), options.limit)
    painters = dict(BASELINES)
    for name, generator in generators.items():
        painters[Path(name).name] = generator_painter(generator, options.size)
    measured = evaluate(cases, painters, counts, options.draws)
    rows = summarize(measured)
    print(f"{len(cases)} pictures, long side {options.size}, CIEDE2000")
    print(table(rows))
    scores = {}
    if options.tags:
        vocabulary = load_vocabulary(resources.TAGS)
        for name, generator in generators.items():
            scores[name] = score_tags(generator, options.data, vocabulary, options.tags)
            print(f"\nTags alone, {name}\n{tag_table(scores[name])}")
    if options.json:
        pictures = [dataclasses.asdict(each) for each in measured]
        tags = {n: {g: s.rate for g, s in groups.items()} for n, groups in scores.items()}
        content = {"summary": rows, "tags": tags, "pictures": pictures}
        options.json.write_text(json.dumps(content, indent=1), encoding="utf-8")
    if options.sheet and generators:
        last = Path(options.generator[-1]).name
        contact_sheet(options.sheet, cases, painters, measured, method=last, count=counts[0])
    return 0


def _limited(cases: list[Case], limit: int) -> list[Case]:
    if not limit:
        return cases
    seen: dict[str, int] = {}
    kept = []
    for case in cases:
        seen[case.source] = seen.get(case.source, 0) + 1
        if seen[case.source] <= limit:
            kept.append(case)
    return kept
