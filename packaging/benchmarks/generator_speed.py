"""How long each published generator takes in torch and in onnxruntime, as ratios of one run.

    python packaging/benchmarks/generator_speed.py [--forms NAME...] [--lite] [--repeats N]
                                                   [--largest M] [--threads N] [--json]

Each form is built with seeded random weights, exported in fp32 to a temporary folder and run at
its own size, a square of its preferred side. Where onnxruntime and torch differ by more than 1e-3
the export fails, and the program ends with status 1. One row holds:

    eager       torch as it is: line and paint half together, seconds
    compiled    torch.compile of both halves, as share of eager
    onnx        both graphs in onnxruntime with the application's options, as share of eager
    paint       paint.onnx alone, what one more stroke costs, as share of eager
    to first    eager, as share of the first row's eager
    apart       largest difference of onnxruntime's picture from torch's

The ways take turns, and each figure is the median of its repeats. Absolute times differ from
machine to machine and with what else runs: compare within one run.
"""

import argparse
import json
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.networks.arguments import arguments_of  # noqa: E402
from models.networks.forms import NetworkForm  # noqa: E402
from models.networks.generator import Generator  # noqa: E402
from models.networks.registry import NETWORKS, find_form  # noqa: E402
from models.runtime.engine import session_options  # noqa: E402
from models.runtime.library import onnxruntime  # noqa: E402
from models.spec import LINE_GRAPH, PAINT_GRAPH  # noqa: E402
from training.export.generator import export_generator  # noqa: E402
from training.export.graphs import ExportError, difference  # noqa: E402
from training.run.random_weights import draw_random_inputs, randomize_generator  # noqa: E402

SEED = 7
PAPER_FORMS = tuple(name for name in NETWORKS if name.endswith("/paper"))
LITE_FORMS = tuple(name for name in NETWORKS if name.endswith("/lite"))

Run = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Medians in seconds; ``compiled_s`` is None where torch.compile does not work.

    difference  of the exported picture from torch's, in [-1, 1].
    """

    form: str
    parameters: int
    side: int
    eager_s: float
    compiled_s: float | None
    onnx_line_s: float
    onnx_paint_s: float
    difference: float
    export_s: float
    note: str = ""

    @property
    def onnx_s(self) -> float:
        """Both graphs."""
        return self.onnx_line_s + self.onnx_paint_s


def build_seeded(form: NetworkForm) -> Generator:
    """The form with random weights, on purpose also in the networks that are trained beforehand."""
    torch.manual_seed(SEED)
    generator = form.build(form.config)
    if not isinstance(generator, Generator):
        raise SystemExit(f"{form.name} is no generator; give one of {', '.join(PAPER_FORMS)}")
    randomize_generator(generator, seed=SEED)
    return generator.eval().requires_grad_(False)


def export(generator: Generator, form: NetworkForm, folder: Path) -> None:
    """Write the generator's folder."""
    fields = {
        "name": form.network,
        "title": form.name,
        "method": form.network,
        "arguments": arguments_of(form.config),
        "tags": tuple(f"tag_{index}" for index in range(generator.tag_count)),
        "licence": "CC0-1.0",
    }
    export_generator(generator, spec_fields=fields, folder=folder)


def open_graph(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session with the application's options on the CPU."""
    options = session_options()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def compile_halves(
    line: nn.Module, paint: nn.Module, run: Callable[..., object]
) -> tuple[Run | None, str]:
    """Both halves compiled and run once; or None, and why not."""
    try:
        fast_line, fast_paint = torch.compile(line), torch.compile(paint)
        run(fast_line, fast_paint)
    except Exception as error:  # whatever keeps a compiler from working here
        said = str(error).strip().splitlines() or [""]
        return None, f"torch.compile: {type(error).__name__} {said[0][:120]}"
    return (lambda: run(fast_line, fast_paint)), ""


def take_turns(ways: Mapping[str, Run], repeats: int) -> dict[str, float]:
    """Median seconds of each way after one run to warm up; the ways take turns."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(repeats + 1):
        for name, run in ways.items():
            started = time.perf_counter()
            run()
            if turn > 0:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def measure(form: NetworkForm, options: argparse.Namespace) -> Timing:
    """Export one form, compare it, and time it every way."""
    generator = build_seeded(form)
    side = generator.size_rule.fixed or generator.size_rule.preferred
    inputs = draw_random_inputs(generator, seed=SEED, side=side)
    conditions = [inputs[name] for name in generator.condition_names]

    def run_halves(line: Callable[..., Any], paint: Callable[..., Any]) -> Tensor:
        with torch.no_grad():
            return paint(*line(inputs["line"]), *conditions)[0]

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / form.network
        started = time.perf_counter()
        export(generator, form, folder)
        export_s = time.perf_counter() - started
        graphs = [open_graph(folder / name, options.threads) for name in (LINE_GRAPH, PAINT_GRAPH)]
    line_feeds = {"line": inputs["line"].numpy()}
    features = dict(zip(generator.feature_names, graphs[0].run(None, line_feeds)))
    paint_feeds = features | {name: inputs[name].numpy() for name in generator.condition_names}
    halves = generator.line_graph(), generator.paint_graph()
    expected = run_halves(*halves).numpy()
    ways: dict[str, Run] = {
        "eager": lambda: run_halves(*halves),
        "line": lambda: graphs[0].run(None, line_feeds),
        "paint": lambda: graphs[1].run(["rgb"], paint_feeds),
    }
    note = "torch.compile left out"
    if not options.no_compile:
        compiled, note = compile_halves(*halves, run_halves)
        ways |= {"compiled": compiled} if compiled is not None else {}
    painted = np.asarray(graphs[1].run(["rgb"], paint_feeds)[0])
    medians = take_turns(ways, options.repeats)
    return Timing(
        form=form.name,
        parameters=generator.inference_parameters,
        side=side,
        eager_s=medians["eager"],
        compiled_s=medians.get("compiled"),
        onnx_line_s=medians["line"],
        onnx_paint_s=medians["paint"],
        difference=difference(painted, expected),
        export_s=export_s,
        note=note,
    )


HEADER = (
    f"{'form':<20}{'M':>8}{'side':>6}{'eager s':>9}{'compiled':>10}{'onnx':>7}{'paint':>7}"
    f"{'to first':>10}{'apart':>9}"
)


def describe(timing: Timing, first: Timing) -> str:
    """One row of the table."""
    eager = timing.eager_s
    compiled = "-" if timing.compiled_s is None else f"{timing.compiled_s / eager:.2f}"
    row = (
        f"{timing.form:<20}{timing.parameters / 1e6:>8.2f}{timing.side:>6}{eager:>9.3f}"
        f"{compiled:>10}{timing.onnx_s / eager:>7.2f}{timing.onnx_paint_s / eager:>7.2f}"
        f"{eager / first.eager_s:>10.2f}{timing.difference:>9.1e}"
    )
    return f"{row}  {timing.note}".rstrip()


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--forms", nargs="+", metavar="NAME", help="default: the paper forms")
    parser.add_argument("--lite", action="store_true", help="the laptop forms as well")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument(
        "--largest", type=float, metavar="M", help="leave out forms of more million parameters"
    )
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--no-compile", action="store_true", help="leave torch.compile out")
    parser.add_argument("--json", action="store_true", help="one JSON object at the end")
    options = parser.parse_args(arguments)
    if options.repeats < 1:
        parser.error(f"--repeats is {options.repeats}; give 1 or more")
    options.threads = options.threads or torch.get_num_threads()
    return options


def main() -> int:
    """Print one row for each form as soon as it is measured."""
    options = read_options()
    torch.set_num_threads(options.threads)
    names = [*(options.forms or PAPER_FORMS), *(LITE_FORMS if options.lite else ())]
    forms = [find_form(name) for name in dict.fromkeys(names)]
    machine = {
        "processor": platform.processor() or platform.machine(),
        "threads": options.threads,
        "torch": torch.__version__,
        "onnxruntime": onnxruntime.__version__,
    }
    print(", ".join(f"{name} {value}" for name, value in machine.items()))
    print(HEADER)
    timings: list[Timing] = []
    failed = 0
    for form in forms:
        millions = form.count_parameters() / 1e6
        if options.largest is not None and millions > options.largest:
            print(f"{form.name:<20}{millions:>8.2f}  left out: more than {options.largest:g} M")
            continue
        try:
            timings.append(measure(form, options))
        except ExportError as error:
            print(f"{form.name:<20}{millions:>8.2f}  {error}", flush=True)
            failed += 1
            continue
        print(describe(timings[-1], timings[0]), flush=True)
        torch.compiler.reset()
    if options.json:
        print(json.dumps({**machine, "forms": [asdict(timing) for timing in timings]}))
    return min(1, failed)


if __name__ == "__main__":
    sys.exit(main())
