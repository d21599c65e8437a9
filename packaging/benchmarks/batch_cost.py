"""Cost of a frame and memory of batches of 10, 100 and 1000 frames: both should be flat.

    python packaging/benchmarks/batch_cost.py [--counts 10 100 1000] [--width 480] [--height 270]
        [--generator watershed]

Each batch is a process of its own, of which processor seconds a frame and peak resident memory are
printed, and how both are in its second half beside its first.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from batch_sequence import ROOT, write_sequence

_CHILD = """
import resource, sys, time
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/packaging/benchmarks"]
from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.batch.plan import BatchPlan, BatchSettings, generator_digest
from app.batch.records import Journal
from app.batch.reporting.report import write_report
from app.batch.runner import BatchRunner
from app.places import generator_folders
from models.hints.hints import TagSelection
from models.runtime.catalog import Catalog
from models.runtime.engine import choose_device
frames, out = Path(sys.argv[2]), Path(sys.argv[3])
out.mkdir()
generator = Catalog(generator_folders()).load(sys.argv[4], choose_device("cpu"))
begun = time.process_time()
sequence = FrameSequence.scan(frames)
scan = time.process_time() - begun
plan = BatchPlan(
    frames=sequence.frames, keys=find_keys(sequence, frames.parent / "hints"),
    selected=tuple(range(len(sequence.frames))), tags=TagSelection(), palette=(),
    generator=generator.spec.name, generator_digest=generator_digest(generator.spec),
    settings=BatchSettings(), out=out)
def resident():
    with open("/proc/self/statm") as stream:
        return int(stream.read().split()[1]) * resource.getpagesize() / 2**20
runner = BatchRunner(plan, journal=Journal(out / "batch.jsonl"))
total, marks, started = len(sequence.frames), [], time.process_time()
marked = (min(5, total // 4), total // 2, total)
for count, outcome in enumerate(runner.run(generator), start=1):
    assert outcome.status.value == "done", outcome
    if count in marked:
        marks.append((count, time.process_time() - started, resident()))
begun = time.process_time()
write_report(plan, sequence, outcomes=runner.outcomes)
report = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
print(scan, report, peak, *[value for mark in marks for value in mark])
"""


def main() -> int:
    """Measure each count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--width", type=int, default=480)
    parser.add_argument("--height", type=int, default=270)
    parser.add_argument("--generator", default="watershed")
    arguments = parser.parse_args()
    for count in arguments.counts:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            frames = write_sequence(folder, count, width=arguments.width, height=arguments.height)
            child = [sys.executable, "-c", _CHILD, str(ROOT), str(frames), str(folder / "out")]
            ran = subprocess.run(
                [*child, arguments.generator], cwd=ROOT, check=True, capture_output=True, text=True
            )
        scan, report, peak, *marks = map(float, ran.stdout.split()[-12:])
        (few, early, small), (half, middle, _), (last, end, large) = zip(*[iter(marks)] * 3)
        first = (middle - early) / (half - few)
        second = (end - middle) / (last - half)
        print(
            f"{count} frames: {end / count * 1e3:.0f} ms of CPU a frame (first half "
            f"{first * 1e3:.0f}, second {second * 1e3:.0f}), looking {scan / count * 1e3:.1f}, "
            f"report {report / count * 1e3:.1f}; memory {small:.0f} MiB after {few:.0f} frames, "
            f"{large:.0f} at the end, peak {peak:.0f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
