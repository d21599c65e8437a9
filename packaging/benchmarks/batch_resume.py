"""Kills a batch (SIGKILL) several times, resumes it, and compares it with an unbroken run.

    python packaging/benchmarks/batch_resume.py [--frames 300] [--width 1920] [--height 1080]
        [--kills 3] [--generator watershed]

Prints whether every frame was coloured once, none was half-written at any time, and all digests
equal those of the unbroken run. Ends with status 1 where one of these does not hold.
"""

import argparse
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

from batch_sequence import (
    batch_command,
    finish,
    journal_lines,
    picture_digests,
    start,
    write_sequence,
)
from PIL import Image


def count_broken(out: Path) -> int:
    """How many pictures do not decode to their end."""
    broken = 0
    for path in out.glob("*.png"):
        try:
            with Image.open(path) as image:
                image.load()
        except (OSError, SyntaxError):
            broken += 1
    return broken


def kill_after(command: list[str], pictures: int) -> int:
    """Kill a run once it told of so many frames; returns how many it told of."""
    process = start(command)
    assert process.stdout is not None
    told = 0
    for _ in range(pictures):
        if not process.stdout.readline():
            break
        told += 1
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait()
    return told


def main() -> int:
    """Run and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--width", type=int, default=1920)
    parser.add_argument("--height", type=int, default=1080)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--generator", default="watershed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        frames = write_sequence(
            folder, arguments.frames, width=arguments.width, height=arguments.height, held=10
        )
        whole, out = folder / "whole", folder / "out"
        started = time.perf_counter()
        processor_s = finish(batch_command(frames, whole, arguments.generator))
        took_s = time.perf_counter() - started
        print(f"unbroken: {arguments.frames} frames in {took_s:.0f} s ({processor_s:.0f} s of CPU)")
        command = batch_command(frames, out, arguments.generator)
        expected, broken = picture_digests(whole), 0
        for kill in range(1, arguments.kills + 1):
            told = kill_after(command, arguments.frames // (arguments.kills + 1))
            present = picture_digests(out)
            broken += count_broken(out)
            strange = sum(expected.get(name) != digest for name, digest in present.items())
            print(f"kill {kill}: told of {told}, {len(present)} pictures there, {strange} differ")
        finish(command)
        done = Counter(
            str(line["frame"]) for line in journal_lines(out) if line["status"] == "done"
        )
        once = len(done) == arguments.frames and set(done.values()) == {1}
        same = picture_digests(out) == expected and len(expected) == arguments.frames
        print(f"every frame once: {once}; half-written pictures: {broken}; same digests: {same}")
        return 0 if once and same and not broken else 1


if __name__ == "__main__":
    raise SystemExit(main())
