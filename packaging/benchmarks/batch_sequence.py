"""Draws the sequence that the benchmarks of batches colour, and runs the command line on it."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.files.whole import write_json  # noqa: E402
from models.pictures.files import write_png  # noqa: E402

SKIN, HAIR, SHIRT, EYE, PAPER = "#f0c8a0", "#503020", "#3060c0", "#30a0dc", "#faf5eb"


def draw_figure(frame: int, width: int, height: int) -> NDArray[np.uint8]:
    """A head with hair, eyes and a shirt that sways from frame to frame: uint8 (H, W), 0 = ink."""
    line_u8 = np.full((height, width), 255, np.uint8)
    unit = height / 1080
    sway = 60 * unit * np.sin(frame / 11) + 0.25 * unit * frame % (80 * unit)
    middle = width / 2 + sway

    def at(x: float, y: float) -> tuple[int, int]:
        return round(middle + x * unit), round(y * unit)

    thick = max(1, round(4 * unit))
    body = np.array([at(-250, 1100), at(-200, 800), at(-60, 740), at(60, 740), at(200, 800),
                     at(250, 1100)])  # fmt: skip
    cv2.polylines(line_u8, [body], False, 0, thick, cv2.LINE_AA)
    size = (round(300 * unit), round(320 * unit))
    cv2.ellipse(line_u8, at(0, 420), size, 0, 0, 360, 0, thick, cv2.LINE_AA)
    face = (round(200 * unit), round(230 * unit))
    cv2.ellipse(line_u8, at(0, 480), face, 0, 0, 360, 0, thick, cv2.LINE_AA)
    lid = abs(np.sin(frame / 17))
    for side in (-85, 85):
        eye = (round(38 * unit), max(2, round((12 + 30 * lid) * unit)))
        cv2.ellipse(line_u8, at(side, 470), eye, 0, 0, 360, 0, thick, cv2.LINE_AA)
    cv2.ellipse(line_u8, at(0, 600), (round(50 * unit), round(18 * unit)), 0, 0, 180, 0, thick)
    return line_u8


def write_sequence(folder: Path, count: int, *, width: int, height: int, held: int = 0) -> Path:
    """Write `count` frames and, beside them, the hints of the first.

    held  each so many-th frame shows the drawing of the one before; 0: none does.
    Returns the folder of frames.
    """
    frames, hints = folder / "frames", folder / "hints"
    for made in (frames, hints):
        made.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        shown = number - 1 if held and number % held == 0 else number
        path = frames / f"walk_{number:04d}.png"
        if not path.exists():
            write_png(path, draw_figure(shown, width, height))
    unit, middle = height / 1080, width / 2 + 60 * height / 1080 * np.sin(1 / 11)
    places = (
        (0, 560, SKIN), (-230, 300, HAIR), (0, 950, SHIRT), (-85, 470, EYE), (85, 470, EYE),
        (-600, 200, PAPER),
    )  # fmt: skip
    points = [
        {"kind": "point", "x": middle + x * unit, "y": y * unit, "color": color, "radius": 3}
        for x, y, color in places
    ]
    write_json(hints / "walk_0001.json", {"version": 1, "hints": points})
    return frames


def batch_command(frames: Path, out: Path, generator: str, *more: str) -> list[str]:
    """The command line that colours the sequence."""
    return [
        sys.executable, "-m", "app", "batch", str(frames), "-o", str(out), "--hints",
        str(frames.parent / "hints"), "--generator", generator, "--device", "cpu", *more,
    ]  # fmt: skip


def start(command: list[str]) -> subprocess.Popen[str]:
    """Start it with its answer readable line by line."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    )  # fmt: skip


def finish(command: list[str]) -> float:
    """Run it to its end; returns its processor seconds."""
    process = start(command)
    assert process.stdout is not None
    process.stdout.read()
    return wait_for(process)


def wait_for(process: subprocess.Popen[str]) -> float:
    """Wait for a batch that was read to its end; returns processor seconds, with its workers'."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"the batch ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def picture_digests(out: Path) -> dict[str, str]:
    """sha256 of every coloured picture by its name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*.png")}


def journal_lines(out: Path) -> list[dict[str, object]]:
    """What became of each frame in each run."""
    text = (out / "batch.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
