"""``tintline bench``: how long everything takes here that an artist waits for."""

import argparse
import os
import platform
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import resources
from app.cli.benching.figures import Figure, Reference, answer, figure_rows, read_answer
from app.cli.benching.plot import draw_plot
from app.cli.benching.tasks import (
    Drawing,
    LoadGenerator,
    Stopwatch,
    measure_batch,
    measure_drawing,
    measure_generator,
    peak_memory,
)
from app.cli.console import Console, table
from app.cli.options import add_device_argument, add_json_argument
from app.errors import TintlineError, UsageError
from models.cores import core_count
from models.device import DeviceChoice
from models.files.whole import FileError, write_bytes
from models.runtime.catalog import Catalog
from models.runtime.engine import choose_device
from models.runtime.generator import GeneratorError

USUAL_SIDE = 1024
ALL_SIDES = (512, 1024, 2048, 4096)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "--generator", metavar="NAME", action="append",
        help="measure this one, and others named so; default: the best one",
    )  # fmt: skip
    add_device_argument(parser)
    parser.add_argument(
        "--side", metavar="N", type=_count, action="append",
        help=f"long side of the drawing, and others named so; default: {USUAL_SIDE}",
    )  # fmt: skip
    parser.add_argument(
        "--all", action="store_true",
        help=f"every generator, and sides of {', '.join(map(str, ALL_SIDES))}; takes many minutes",
    )  # fmt: skip
    parser.add_argument("--rounds", metavar="N", type=_count, default=3, help="repetitions (3)")
    add_json_argument(parser)
    parser.add_argument("--plot", metavar="FILE", type=Path, help="draw the figures into an SVG")
    parser.add_argument(
        "--compare", metavar="FILE", type=Path,
        help="tell the change from an earlier run, a file that --json wrote",
    )  # fmt: skip


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 20_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 20000")
    return int(text)


def run(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> int:
    """Measure what was asked for. Returns 0, or 1 if something failed. Raises UsageError."""
    before = None if arguments.compare is None else read_answer(arguments.compare)
    device = choose_device(arguments.device)
    reference = Reference()
    figures: list[Figure] = []
    has_failed = False
    names, sides = _generators(arguments, catalog), _sides(arguments)
    watch = Stopwatch(reference, arguments.rounds)
    for what, measured in _work(watch, partial(catalog.load, device=device), names, sides):
        console.progress(f"measuring {what}")
        try:
            figures.extend(measured)
        except (GeneratorError, TintlineError, ValueError) as error:
            console.error(str(error))
            has_failed = True
    machine = _machine(device)
    if arguments.json:
        console.json(answer(figures, reference, machine=machine))
    else:
        console.result("; ".join(f"{name}: {fact}" for name, fact in machine.items()))
        for line in table(figure_rows(figures, before)):
            console.result(line)
    if arguments.plot is not None:
        try:
            write_bytes(arguments.plot, draw_plot(figures, _title(machine)).encode())
        except FileError as error:
            console.error(f"--plot {error}")
            has_failed = True
    return 1 if has_failed else 0


def _generators(arguments: argparse.Namespace, catalog: Catalog) -> list[str]:
    usable = [entry.name for entry in catalog.usable()]
    wanted = arguments.generator or (usable if arguments.all else usable[:1])
    for name in wanted:
        if name not in usable:
            raise UsageError(f"--generator {name}: not usable here; usable: {', '.join(usable)}")
    return list(dict.fromkeys(wanted))


def _sides(arguments: argparse.Namespace) -> list[int]:
    usual = ALL_SIDES if arguments.all else (USUAL_SIDE,)
    return sorted(set(arguments.side or usual))


def _work(
    watch: Stopwatch, load: LoadGenerator, names: list[str], sides: list[int]
) -> Iterator[tuple[str, Iterator[Figure]]]:
    """Each part of the work, named; smaller drawings first, so that memory can be told of each."""
    for side in sides:
        drawing = Drawing(side, resources.SAMPLES)
        yield f"regions of {side} pixels", measure_drawing(watch, drawing)
        for name in names:
            yield f"{name} at {side} pixels", measure_generator(watch, load, name, drawing)
        yield f"a batch of {side} pixels", measure_batch(watch, load, names[0], drawing)
        yield "memory", (figure for figure in (peak_memory(side),) if figure is not None)


def _machine(device: DeviceChoice) -> dict[str, object]:
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cores": core_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0,
        "device": device.name,
        "reason": device.reason,
    }


def _title(machine: dict[str, object]) -> str:
    return f"Tintline on {machine['cores']} cores, {machine['system']}, {machine['device']}"
