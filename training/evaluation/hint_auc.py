"""`tintline-train hint-auc`: what more hints give, in the protocol of Madono et al., by files.

The drawings lie on the disk as an artist's would, `tintline colorize` colours them, and what it
wrote is scored: the whole application, from file to file. Hints, figures and areas are those of
the package `hintauc` ("Hint-AUC: Deterministic Region-based Hint Generation for Line Art
Colorization Evaluation", 2026) with its geodesic paths, which no chance decides.
"""

import argparse
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from models.arrays import U8Array
from models.files.whole import write_json
from models.pictures.files import write_png
from training.command_line import add_half, add_json, add_measured
from training.evaluation.native_validation import LINE_KINDS, native_cases
from training.metrics.case import Case

METRICS = ("psnr", "ssim", "mse")
SIDE = 512
FEW = 0.10
"""The share of regions up to which an artist's patience goes: the area up to here stands apart."""
BASELINE = "watershed"
PACKAGE = "hintauc"
"""The user's to install, without what it asks for: it pins an older astropy, for paths that are not
used here, and a second build of OpenCV."""


class ColorizeError(RuntimeError):
    """The application did not colour a drawing; its own words."""


def run(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    try:
        hintauc = importlib.import_module(PACKAGE)
    except ImportError as error:
        raise ValueError(
            "the package hintauc is missing; install it without what it asks for, which is there "
            "already: pip install --no-deps hintauc"
        ) from error
    cases = list(native_cases(
        options.data, options.lines, long_side=options.side, limit=options.limit, half=options.half
    ))  # fmt: skip
    if not cases:
        raise ValueError(f"no drawings under {options.data}")
    with tempfile.TemporaryDirectory(prefix="tintline-hint-auc-") as name:
        folder = options.keep or Path(name)
        result = measure(hintauc, cases, [BASELINE, *options.generator], folder)
    print(table(result))
    if options.json:
        write_json(options.json, result)
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.description = __doc__
    add_measured(parser, generator="name of an installed one, see `tintline models`")
    add_half(parser)
    add_json(parser)
    add = parser.add_argument
    add("--lines", default="clean", choices=LINE_KINDS, help="kind of line art (clean)")
    add("--side", type=int, default=SIDE, help=f"long side of the drawings ({SIDE})")
    add("--keep", type=Path, help="folder in which drawings, hints and pictures are left")


def measure(
    hintauc: ModuleType | Any, cases: Sequence[Case], generators: Sequence[str], folder: Path
) -> dict[str, Any]:
    """Curves and areas of each generator, with the record of the protocol.

    folder  where drawings, hints and results are written, a folder for each ratio.
    Returns {"curves": {generator: {ratio: {metric: mean}}}, "areas": ..., "areas_few": ...,
    "protocol": ..., "pictures": count}. Raises ColorizeError.
    """
    ratios = hintauc.DEFAULT_ALPHAS
    truths = _write_drawings(hintauc, cases, ratios, folder)
    evaluator = hintauc.Evaluator(metrics=METRICS)
    curves: dict[str, dict[float, dict[str, float]]] = {}
    for generator in generators:
        curve = {}
        for ratio in ratios:
            out = folder / "coloured" / generator / hintauc.alpha_dir_name(ratio)
            hints = folder / "hints" / hintauc.alpha_dir_name(ratio) if ratio else None
            colorize(folder / "drawings", hints, out, generator)
            scores = [evaluator(out / name, truth[..., :3]) for name, truth in truths.items()]
            curve[float(ratio)] = {
                metric: float(np.mean([each[metric] for each in scores])) for metric in METRICS
            }
        curves[generator] = curve
    return {
        "curves": curves,
        "areas": {name: hintauc.hint_auc_table(curve) for name, curve in curves.items()},
        "areas_few": {name: areas_up_to(hintauc, curve) for name, curve in curves.items()},
        "pictures": len(truths),
        "protocol": hintauc.protocol_record(
            evaluator, ratios, "scribble", hintauc.DEFAULT_HINT_SIZE, "geodesic", "medoid",
            tie_break="stable",
        ),
    }  # fmt: skip


def areas_up_to(
    hintauc: ModuleType | Any, curve: Mapping[float, Mapping[str, float]], most: float = FEW
) -> dict[str, float]:
    """Mean of each metric over the ratios from 0 to `most`, by trapezes."""
    ratios = [ratio for ratio in sorted(curve) if ratio <= most]
    return {
        metric: hintauc.trapz(ratios, [curve[ratio][metric] for ratio in ratios]) / most
        for metric in METRICS
    }


def _write_drawings(
    hintauc: ModuleType | Any, cases: Iterable[Case], ratios: Sequence[float], folder: Path
) -> dict[str, U8Array]:
    """Write line art, and hints of each ratio but 0; returns the true pictures by file name."""
    truths = {}
    for index, case in enumerate(cases):
        truth = case.sample.color
        name = f"{index:03d}.png"
        truths[name] = truth
        height, width = case.line_u8.shape
        _write(folder / "drawings" / name, case.line_u8)
        hints = hintauc.generate_hints(truth[..., ::-1], path_method="geodesic")
        for ratio in ratios:
            if not ratio:
                continue
            bgr, mask = hintauc.hint_inputs(hints, ratio, "scribble", height, width)
            rgba = np.dstack([bgr[..., ::-1], mask])
            _write(folder / "hints" / hintauc.alpha_dir_name(ratio) / name, rgba)
    return truths


def _write(path: Path, picture_u8: U8Array) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_png(path, np.ascontiguousarray(picture_u8))


def colorize(drawings: Path, hints: Path | None, out: Path, generator: str) -> None:
    """Colour a folder of drawings by the command line. Raises ColorizeError with its words."""
    files = sorted(drawings.glob("*.png"))
    given = ["--hints", str(hints)] if hints else []
    out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "app", "colorize", *map(str, files), "-o", str(out), *given,
               "--generator", generator, "--light", "none", "--overwrite"]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise ColorizeError(ran.stderr.strip() or f"tintline ended with {ran.returncode}")


def table(result: Mapping[str, Any]) -> str:
    """The curve of PSNR and its areas, a line for each generator."""
    curves: Mapping[str, Mapping[float, Mapping[str, float]]] = result["curves"]
    ratios = sorted(next(iter(curves.values())))
    heads = [f"{100 * ratio:g} %" for ratio in ratios]
    lines = [
        f"Hint-AUC, {result['pictures']} pictures, PSNR in dB by share of regions hinted",
        f"{'':<22}" + "".join(f"{head:>8}" for head in [*heads, "area", "to 10 %"]),
    ]
    for name, curve in curves.items():
        values = [curve[ratio]["psnr"] for ratio in ratios]
        values += [result["areas"][name]["psnr"], result["areas_few"][name]["psnr"]]
        lines.append(f"{name:<22}" + "".join(f"{value:8.2f}" for value in values))
    for metric in METRICS[1:]:
        areas = (f"{name} {result['areas'][name][metric]:.4f}" for name in curves)
        lines.append(f"area of {metric}: " + ", ".join(areas))
    for name, curve in curves.items():
        steps = pairwise(zip(ratios, heads))
        falls = [
            f"{head} to {next_head}"
            for (ratio, head), (next_ratio, next_head) in steps
            if curve[next_ratio]["psnr"] <= curve[ratio]["psnr"]
        ]
        lines.append(f"{name}: " + (f"falls from {', '.join(falls)}" if falls else "rises always"))
    return "\n".join(lines)
