"""Regions of a 4000×6000 page: time and peak memory, of finding them all.

    taskset -c 0,1 python packaging/benchmarks/region_speed.py [--width N] [--height N] [--runs N]

Runs in a process of its own, on whatever cores it is given. Beside the time on the clock stands
the processor time, which other programs on the machine lengthen less. Ends with status 1 if the
fastest whole run passes the limit of time or the process that of memory.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cv2
from big_picture import draw_page, peak_mib

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.regions.regions import find_regions  # noqa: E402

TIME_LIMIT_S = 3.0
MEMORY_LIMIT_MIB = 1536


def timed(work: Callable[[], object], runs: int) -> dict[str, float]:
    """Least seconds on the clock, and least seconds of processor time, of several runs."""
    clock, processor = [], []
    for _ in range(runs):
        began, worked = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - worked)
    return {"seconds": min(clock), "processor_seconds": min(processor)}


def measure(width: int, height: int, runs: int) -> dict[str, object]:
    """Time of the whole page, and the process's peak memory."""
    import resource  # noqa: PLC0415 - the peak is this process's own

    line_u8 = draw_page(width, height)
    before_mib = peak_mib(resource.RUSAGE_SELF)
    whole = timed(lambda: find_regions(line_u8), runs)
    peak = peak_mib(resource.RUSAGE_SELF)
    regions = find_regions(line_u8)
    return {
        "page": f"{width}×{height}",
        "regions": regions.count,
        "threads": cv2.getNumThreads(),
        "whole": {name: round(seconds, 2) for name, seconds in whole.items()},
        "peak_mib_before": round(before_mib),
        "peak_mib": round(peak),
    }


def main() -> int:
    """Print what was measured as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=4000)
    parser.add_argument("--height", type=int, default=6000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        print(json.dumps(measure(arguments.width, arguments.height, arguments.runs)))
        return 0
    ran = subprocess.run(
        [sys.executable, __file__, "--inside", *sys.argv[1:]],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    slow = found["whole"]["seconds"] > TIME_LIMIT_S
    return int(slow or found["peak_mib"] > MEMORY_LIMIT_MIB)


if __name__ == "__main__":
    raise SystemExit(main())
