"""A tiny cut for tests of batches: a ball moves to the right in a box; hints for one frame."""

import json
from pathlib import Path

import cv2
import numpy as np

from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.batch.plan import BatchPlan, BatchSettings, generator_digest
from models.hints.hints import TagSelection
from models.pictures.files import write_png
from models.runtime.watershed import WATERSHED_SPEC

BALL, BOX, AROUND = (200, 40, 40), (40, 90, 200), (250, 240, 220)
HEIGHT, WIDTH = 72, 96


def frame_u8(step: int, *, height: int = HEIGHT, width: int = WIDTH) -> np.ndarray:
    """A drawing, uint8 (H, W): the ball is `step` pixels to the right."""
    line_u8 = np.full((height, width), 255, np.uint8)
    cv2.rectangle(line_u8, (8, 8), (width - 9, height - 9), 0, 2)
    cv2.circle(line_u8, (28 + step, height // 2), 14, 0, 2)
    return line_u8


def hints_json(color: tuple[int, int, int] = BALL) -> str:
    """Hints for the drawing at step 0."""
    spots = ((28, HEIGHT // 2, color), (70, 20, BOX), (3, 3, AROUND))
    hints = [
        {"kind": "point", "x": x, "y": y, "color": "#{:02x}{:02x}{:02x}".format(*rgb)}
        for x, y, rgb in spots
    ]
    return json.dumps({"version": 1, "hints": hints})


def write_cut(folder: Path, steps: list[int], *, name: str = "a_{:04d}.png") -> Path:
    """Write a drawing a step, numbered from 1."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, step in enumerate(steps, start=1):
        write_png(folder / name.format(number), frame_u8(step))
    return folder


def write_hints(folder: Path, frame: str = "a_0001", color: tuple[int, int, int] = BALL) -> Path:
    """Write the hints of a frame."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{frame}.json").write_text(hints_json(color), encoding="utf-8")
    return folder


def plan_of(frames: Path, hints: Path | None, out: Path, **changes) -> BatchPlan:
    """A plan with the built-in fill; `changes` are fields of BatchSettings."""
    sequence = FrameSequence.scan(frames, exclude=(out,))
    return BatchPlan(
        frames=sequence.frames,
        keys=find_keys(sequence, hints),
        selected=tuple(range(len(sequence.frames))),
        tags=TagSelection(),
        palette=(),
        generator=WATERSHED_SPEC.name,
        generator_digest=generator_digest(WATERSHED_SPEC),
        settings=BatchSettings(**changes),
        out=out,
    )
