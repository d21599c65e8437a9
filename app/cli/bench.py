"""``tintline bench``: how long each generator takes here, step by step."""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import cv2
import numpy as np

from app.cli.console import Console, table
from app.cli.options import add_device_argument, add_json_argument
from app.errors import UsageError
from models.arrays import U8Array
from models.cancel import never_cancelled
from models.device import DeviceChoice
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, TagSelection
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, Stage
from models.runtime.catalog import Catalog, CatalogEntry
from models.runtime.engine import choose_device
from models.runtime.generator import GeneratorError


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Milliseconds, medians over the rounds.

    line     everything that depends on the drawing alone, at the generator's size.
    paint    one answer to changed hints, at the generator's size.
    preview, final, full  until each stage of a changed request is there, lines known.
    """

    generator: str
    device: str
    line: float
    paint: float
    preview: float
    final: float
    full: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--generator", metavar="NAME", help="only this one")
    add_device_argument(parser)
    parser.add_argument(
        "--side", metavar="N", type=_count, default=1024, help="long side of the drawing (1024)"
    )
    parser.add_argument("--rounds", metavar="N", type=_count, default=3, help="repetitions (3)")
    add_json_argument(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 20_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 20000")
    return int(text)


def run(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> int:
    """Measure every usable generator. Returns 0, or 1 if one failed. Raises UsageError."""
    device = choose_device(arguments.device)
    entries = [entry for entry in catalog.usable() if arguments.generator in (None, entry.name)]
    if not entries:
        usable = ", ".join(entry.name for entry in catalog.usable())
        raise UsageError(f"--generator {arguments.generator}: not usable here; usable: {usable}")
    line_art = LineArt(draw_rosette(arguments.side))
    timings, has_failed = [], False
    for entry in entries:
        console.progress(f"measuring {entry.name}")
        try:
            timings.append(_measure(entry, catalog, device, line_art, rounds=arguments.rounds))
        except (GeneratorError, ValueError) as error:
            console.error(str(error))
            has_failed = True
    if arguments.json:
        console.json(
            {
                "device": {"name": device.name, "reason": device.reason},
                "drawing": list(line_art.pixels.shape[::-1]),
                "milliseconds": [asdict(timing) for timing in timings],
            }
        )
    else:
        console.result(f"{line_art.size} on {device.name} ({device.reason}); milliseconds")
        for line in table([_HEADING, *(_row(timing) for timing in timings)]):
            console.result(line)
    return 1 if has_failed else 0


_HEADING = ("generator", "device", "line", "paint", "preview", "final", "full")


def _row(timing: Timing) -> tuple[str, ...]:
    figures = (timing.line, timing.paint, timing.preview, timing.final, timing.full)
    return timing.generator, timing.device, *(f"{figure:.0f}" for figure in figures)


def draw_rosette(side: int) -> U8Array:
    """A drawing of many closed cells: uint8 (side, side * 3 // 4), 0 = ink."""
    width = max(1, side * 3 // 4)
    line_u8 = np.full((side, width), 255, dtype=np.uint8)
    thickness = max(1, side // 400)
    centre = (width // 2, side // 2)
    for ring in range(1, 9):
        axes = (max(1, width * ring // 18), max(1, side * ring // 18))
        for turn in range(0, 180, 45):
            cv2.ellipse(line_u8, centre, axes, turn, 0, 360, 0, thickness, cv2.LINE_AA)
    return line_u8


def _hints(line_art: LineArt, count: int) -> HintSet:
    """Points and strokes spread over the drawing, always the same."""
    height, width = line_art.size.shape
    random = np.random.default_rng(7)
    hints: list[PointHint | StrokeHint] = []
    for index in range(count):
        x, y = float(random.uniform(0, width)), float(random.uniform(0, height))
        red, green, blue = (int(level) for level in random.integers(0, 256, 3))
        if index % 2:
            hints.append(PointHint(x, y, (red, green, blue), 4.0))
        else:
            hints.append(StrokeHint(((x, y), (x + 20.0, y + 9.0)), (red, green, blue), 4.0))
    return HintSet(tuple(hints))


def _measure(
    entry: CatalogEntry, catalog: Catalog, device: DeviceChoice, line_art: LineArt, *, rounds: int
) -> Timing:
    generator = catalog.load(entry.name, device)
    frame = generator.spec.size_rule.frame(line_art.size)
    hints = _hints(line_art, 24)
    features = generator.read_line(line_art, frame)
    scaled = hints.scaled(frame.scale_x, frame.scale_y)
    painting = generator.paint(features, scaled, TagSelection())
    stages = [_stage_times(Colorizer(generator), line_art, hints) for _ in range(rounds)]

    def stage(wanted: Stage) -> float:
        return statistics.median(times[wanted] for times in stages)

    return Timing(
        generator=entry.name,
        device=(painting.device or generator.device).name,
        line=_median_ms(lambda: generator.read_line(line_art, frame), rounds),
        paint=_median_ms(lambda: generator.paint(features, scaled, TagSelection()), rounds),
        preview=stage(Stage.PREVIEW),
        final=stage(Stage.FINAL),
        full=stage(Stage.FULL),
    )


def _median_ms(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1e3)
    return statistics.median(times)


def _stage_times(colorizer: Colorizer, line_art: LineArt, hints: HintSet) -> dict[Stage, float]:
    """Milliseconds until each stage of a second request, when the lines are known."""
    first = ColorizeRequest(request_id=1, line_art=line_art, hints=HintSet(hints.hints[:-1]))
    for _ in colorizer.run(first, is_cancelled=never_cancelled):
        pass
    second = ColorizeRequest(request_id=2, line_art=line_art, hints=hints)
    started = time.perf_counter()
    times = {}
    for result in colorizer.run(second, is_cancelled=never_cancelled):
        times[result.stage] = (time.perf_counter() - started) * 1e3
    return times
