"""What is timed: everything an artist waits for, each beside the reference."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from app import places
from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchPlan, BatchSettings, generator_digest
from app.batch.runner import BatchRunner
from app.cli.benching.figures import FRAMES, MIB, Figure, Reference
from app.errors import TintlineError
from app.files.samples import find_samples
from models.arrays import U8Array
from models.cancel import never_cancelled
from models.coloring.region_color import find_drawing_regions
from models.hints.hint_files import read_hints_json
from models.hints.hints import HintSet, LineArt, StrokeHint, TagSelection
from models.lighting.light import PRESETS
from models.pictures.files import read_picture, write_png
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, Quality, Stage
from models.runtime.generator import Generator
from models.runtime.light_graph import find_light

LoadGenerator = Callable[[str], Generator]
"""Loads a generator by its catalogue name. Raises GeneratorError."""
BATCH_FRAMES = 3
GIVEN_HINTS = 32
"""Hints that a drawing has before the strokes that are timed: of its own, evenly picked."""
REST_S = 0.1
"""Before each piece of work: until then the threads of the reference's product look for more."""
STAGES = {
    Stage.PREVIEW: "stroke to preview",
    Stage.FINAL: "stroke to final",
    Stage.FULL: "stroke to full size",
}


class Drawing:
    """A bundled drawing enlarged or shrunk to a long side, with hints of its own."""

    def __init__(self, side: int, samples: Path) -> None:
        found = find_samples(samples)
        if not found:
            raise TintlineError(f"{samples}: no sample drawings; install Tintline again")
        line_u8 = read_picture(found[0].picture).rgba_u8[..., 0]
        scale = side / max(line_u8.shape)
        size = [max(1, round(length * scale)) for length in line_u8.shape[::-1]]
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        self.side = side
        self.line_art = LineArt(np.asarray(cv2.resize(line_u8, size, interpolation=method)))
        hints = HintSet() if found[0].hints is None else read_hints_json(found[0].hints)
        step = max(1, len(hints) // GIVEN_HINTS)
        few = HintSet(hints.hints[::step][:GIVEN_HINTS])
        self._hints = few.scaled(scale, scale)
        self._random = np.random.default_rng(7)

    @property
    def hints(self) -> HintSet:
        """Those that it has so far."""
        return self._hints

    def add_stroke(self) -> HintSet:
        """The hints and one short stroke more, somewhere, in some colour."""
        height, width = self.line_art.size.shape
        x, y = self._random.uniform(0.1, 0.9, 2) * (width, height)
        angle, reach = self._random.uniform(0, 2 * np.pi), self.side / 40
        red, green, blue = (int(level) for level in self._random.integers(0, 256, 3))
        ends = (x, y), (x + reach * np.cos(angle), y + reach * np.sin(angle))
        points = tuple((float(across), float(down)) for across, down in ends)
        stroke = StrokeHint(points, (red, green, blue), self.side / 200)
        self._hints = HintSet((*self._hints.hints, stroke))
        return self._hints


Subject = tuple[str, int]
"""What a figure is of: a generator, "" for none, and a long side."""


class Stopwatch:
    """Times pieces of work, each between two runs of the reference."""

    def __init__(self, reference: Reference, rounds: int) -> None:
        self._reference = reference
        self._rounds = rounds

    def figure(self, name: str, work: Callable[[int], object], *, of: Subject) -> Figure:
        """Milliseconds of some work, which is told its round."""

        def steps(number: int) -> dict[str, float]:
            started = time.perf_counter()
            work(number)
            return {name: (time.perf_counter() - started) * 1e3}

        (found,) = self.figures(steps, of=of)
        return found

    def figures(self, work: Callable[[int], dict[str, float]], *, of: Subject) -> list[Figure]:
        """Milliseconds that some work tells by itself, by name; it is told its round."""
        taken: dict[str, list[float]] = {}
        ratios: dict[str, list[float]] = {}
        before = self._reference.measure()
        for number in range(self._rounds):
            time.sleep(REST_S)
            found = work(number)
            after = self._reference.measure()
            for name, value in found.items():
                taken.setdefault(name, []).append(value)
                ratios.setdefault(name, []).append(value / ((before + after) / 2))
            before = after
        return [
            Figure(
                name=name,
                generator=of[0],
                side=of[1],
                values=tuple(values),
                ratios=tuple(ratios[name]),
            )
            for name, values in taken.items()
        ]


def measure_generator(
    watch: Stopwatch, load: LoadGenerator, name: str, drawing: Drawing
) -> Iterator[Figure]:
    """What of the work a generator decides, of one drawing. Raises GeneratorError."""
    generator = load(name)
    own = name, drawing.side
    line_art, frame = drawing.line_art, generator.spec.size_rule.frame(drawing.line_art.size)
    yield watch.figure("line features", lambda _: generator.read_line(line_art, frame), of=own)
    features = generator.read_line(line_art, frame)

    def paint(_: int) -> None:
        hints = drawing.add_stroke().scaled(frame.scale_x, frame.scale_y)
        generator.paint(features, hints, TagSelection())

    yield watch.figure("paint", paint, of=own)
    colorizer = Colorizer(generator, light=find_light(places.light_folders(), generator.device))

    def open_drawing(_: int) -> None:
        fresh = Colorizer(generator)
        _answer(fresh, ColorizeRequest(request_id=1, line_art=line_art, hints=drawing.hints))

    yield watch.figure("first open", open_drawing, of=own)
    for number in range(2):  # what is kept of the drawing is made by then
        request = ColorizeRequest(request_id=number, line_art=line_art, hints=drawing.add_stroke())
        _answer(colorizer, request)

    def stroke(number: int) -> dict[str, float]:
        hints = drawing.add_stroke()
        request = ColorizeRequest(request_id=2 + number, line_art=line_art, hints=hints)
        return {STAGES[stage]: taken for stage, taken in _answer(colorizer, request).items()}

    yield from watch.figures(stroke, of=own)
    light = PRESETS["day"]
    hints = drawing.hints

    def turn(number: int) -> dict[str, float]:
        turned = replace(light, angle_deg=light.angle_deg + 7.0 * (number + 1))
        request = ColorizeRequest(request_id=99, line_art=line_art, hints=hints, light=turned)
        return {"turn of the light": _answer(colorizer, request)[Stage.FULL]}

    turn(-1)
    yield from watch.figures(turn, of=own)

    def switch(_: int) -> None:
        request = ColorizeRequest(
            request_id=1, line_art=line_art, hints=hints, quality=Quality.FINAL
        )
        _answer(Colorizer(load(name)), request)

    yield watch.figure("generator switch", switch, of=own)


def measure_drawing(watch: Stopwatch, drawing: Drawing) -> Iterator[Figure]:
    """What no generator has to do with, of one drawing."""
    pixels = drawing.line_art.pixels
    yield watch.figure(
        "first region click", lambda _: find_drawing_regions(pixels), of=("", drawing.side)
    )


def measure_batch(
    watch: Stopwatch, load: LoadGenerator, name: str, drawing: Drawing
) -> Iterator[Figure]:
    """Frames a second of a batch, from files to files. Raises GeneratorError."""
    generator = load(name)
    with tempfile.TemporaryDirectory(prefix="tintline-bench-") as temporary:
        folder = Path(temporary)
        frames = folder / "frames"
        frames.mkdir()
        for index in range(BATCH_FRAMES):
            picture = _opaque(np.roll(drawing.line_art.pixels, 3 * index, axis=1))
            write_png(frames / f"bench_{index + 1:04}.png", picture)
        sequence = FrameSequence.scan(frames)

        def run(_: int) -> None:
            plan = bare_plan(sequence, generator, folder / "out")
            plan.out.mkdir()
            for outcome in BatchRunner(plan).run(generator):
                if outcome.status.value != "done":
                    raise TintlineError(f"the batch failed: {outcome.why}")
            shutil.rmtree(plan.out)

        timed = watch.figure("batch", run, of=(name, drawing.side))
        rates = [BATCH_FRAMES / value * 1e3 for value in timed.values]
    yield Figure(
        name="batch",
        generator=name,
        side=drawing.side,
        unit=FRAMES,
        values=tuple(rates),
    )


def bare_plan(sequence: FrameSequence, generator: Generator, out: Path) -> BatchPlan:
    """A batch of all frames of a sequence, without hints, tags and palette."""
    return BatchPlan(
        frames=sequence.frames,
        keys=(),
        selected=tuple(range(len(sequence.frames))),
        tags=TagSelection(),
        palette=(),
        generator=generator.spec.name,
        generator_digest=generator_digest(generator.spec),
        settings=BatchSettings(),
        out=out,
    )


def _opaque(line_u8: U8Array) -> U8Array:
    return np.asarray(cv2.cvtColor(line_u8, cv2.COLOR_GRAY2RGBA), dtype=np.uint8)


def peak_memory(side: int) -> Figure | None:
    """The most memory that this process has held, None where the system does not tell.

    side  of the largest drawing so far.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    return Figure(name="peak memory", side=side, unit=MIB, values=(peak,))


def _answer(colorizer: Colorizer, request: ColorizeRequest) -> dict[Stage, float]:
    """Milliseconds until each stage."""
    started = time.perf_counter()
    times = {}
    for result in colorizer.run(request, is_cancelled=never_cancelled):
        times[result.stage] = (time.perf_counter() - started) * 1e3
    return times
