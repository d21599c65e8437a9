"""Two Dask workers, one killed in mid-run, beside one process: results, time, and throughput.

    python packaging/benchmarks/batch_cluster.py [--frames 60] [--width 1920] [--height 1080]
        [--workers 2] [--generator watershed]

Three runs of one sequence: one process, workers, and workers of which one is killed (SIGKILL)
after a third of the frames. Ends with status 1 where a frame is missing, was coloured twice, or
differs from that of one process.
"""

import argparse
import os
import signal
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from batch_sequence import (
    batch_command,
    journal_lines,
    picture_digests,
    start,
    wait_for,
    write_sequence,
)


def worker_processes(root: int) -> list[int]:
    """Process ids of a run's workers: what its nannies spawned."""
    found = []
    for process in psutil.Process(root).children(recursive=True):
        if "spawn_main" in " ".join(process.cmdline()):
            found.append(process.pid)
    return found


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of a run from its start to its end, and from the first told frame to the last.

    processor_s, frames_processor_s  processor seconds of all its processes in the same times,
                                     which other programs hardly change; without what a killed
                                     worker had used, the latter means nothing.
    """

    whole_s: float
    frames_s: float
    processor_s: float
    frames_processor_s: float


def processor_seconds(root: int) -> float:
    """What a run's living processes have used."""
    used = 0.0
    for process in (parent := psutil.Process(root), *parent.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            used += sum(process.cpu_times()[:2])
    return used


def run(command: list[str], *, kill_after: int = 0) -> tuple[Times, int]:
    """Run to the end; returns how long it took and how many workers were killed."""
    begun = time.perf_counter()
    process = start(command)
    assert process.stdout is not None
    first, last, told, killed = 0.0, 0.0, 0, 0
    used: list[float] = []
    for line in process.stdout:
        if " -> " not in line:
            continue
        told += 1
        last = time.perf_counter()
        first = first or last
        used.append(processor_seconds(process.pid))
        if told == kill_after:
            os.kill(worker_processes(process.pid)[0], signal.SIGKILL)
            killed += 1
    processor_s = wait_for(process)
    whole_s = time.perf_counter() - begun
    return Times(whole_s, last - first, processor_s, used[-1] - used[0]), killed


def main() -> int:
    """Run and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--width", type=int, default=1920)
    parser.add_argument("--height", type=int, default=1080)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--generator", default="watershed")
    arguments = parser.parse_args()
    count, workers = arguments.frames, str(arguments.workers)
    good, alone = True, 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        frames = write_sequence(folder, count, width=arguments.width, height=arguments.height)
        expected: dict[str, str] = {}
        cluster = ("--cluster", "--workers", workers)
        for name, more, kill_after in (
            ("one process", (), 0),
            (f"{workers} workers", cluster, 0),
            (f"{workers} workers, one killed", cluster, max(1, count // 3)),
        ):
            out = folder / name.replace(" ", "_").replace(",", "")
            command = batch_command(frames, out, arguments.generator, *more)
            times, killed = run(command, kill_after=kill_after)
            found = picture_digests(out)
            expected = expected or found
            lines = journal_lines(out)
            done = Counter(str(line["frame"]) for line in lines if line["status"] == "done")
            is_good = found == expected and len(done) == count and set(done.values()) == {1}
            good &= is_good and killed == (kill_after > 0)
            rate = (count - 1) / times.frames_s if times.frames_s else float("nan")
            alone = alone or rate
            frame_s = times.frames_processor_s / max(1, count - 1)
            steady = "" if killed else f" ({frame_s:.2f} from the first to the last)"
            print(
                f"{name}: {rate:.2f} frames a second from the first to the last "
                f"({rate / alone:.2f} times one process), {count / times.whole_s:.2f} with start "
                f"and report; {times.processor_s / count:.2f} s of CPU a frame{steady}; "
                f"{len(found)} pictures, "
                f"{'same digests, each done once' if is_good else 'NOT the same'}",
                flush=True,
            )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
