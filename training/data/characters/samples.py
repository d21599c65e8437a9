"""The line art that ships with the application, with hints and tags a user could have made."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.parts import Part
from models.tags import format_color
from training.data.characters import Framing, ViewChoice, draw_picture
from training.data.characters.design import stream
from training.data.characters.postures import STANDING
from training.data.sample import Sample

WIDTH, HEIGHT = 768, 1024
LEAST_DEPTH = 7.0
"""A hint lies at least so many pixels inside its region."""
MOST_HINTS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCharacter:
    """A bundled character: its name, and what draws it."""

    name: str
    seed: int
    framing: Framing
    yaw: float | None = None


CHARACTERS = (
    SampleCharacter(name="hana", seed=92, framing=Framing.BUST),
    SampleCharacter(name="kaito", seed=98, framing=Framing.BUST),
    SampleCharacter(name="mei", seed=87, framing=Framing.BUST),
    SampleCharacter(name="ren", seed=93, framing=Framing.HALF),
    SampleCharacter(name="clara", seed=22, framing=Framing.HALF),
    SampleCharacter(name="nia", seed=81, framing=Framing.BUST),
    SampleCharacter(name="emma", seed=86, framing=Framing.HALF),
    SampleCharacter(name="aoi", seed=112, framing=Framing.FULL),
)


def draw_sample(character: SampleCharacter) -> Sample:
    """The character at the bundled size."""
    view = ViewChoice(
        framing=character.framing,
        yaw=character.yaw,
        posture=STANDING,
        backdrop="none",
        company=False,
    )
    return draw_picture(character.seed, width=WIDTH, height=HEIGHT, view=view)


def write_samples(folder: Path) -> list[Path]:
    """Write NAME.png, NAME.hints.json and NAME.tags.txt of every character; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [path for character in CHARACTERS for path in write_sample(character, folder)]


def write_sample(character: SampleCharacter, folder: Path) -> list[Path]:
    """Write one character's three files. Raises OSError if a file cannot be written."""
    sample = draw_sample(character)
    assert sample.line is not None
    picture = folder / f"{character.name}.png"
    done, encoded = cv2.imencode(".png", sample.line, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if not done:
        raise OSError(f"{picture}: the line art could not be encoded as PNG")
    picture.write_bytes(encoded.tobytes())
    hints = folder / f"{character.name}.hints.json"
    listed = {"version": 1, "hints": choose_hints(sample, character.seed)}
    hints.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    tags = folder / f"{character.name}.tags.txt"
    tags.write_text(",".join(sample.tags) + "\n", encoding="utf-8")
    return [picture, hints, tags]


def choose_hints(sample: Sample, seed: int) -> list[dict[str, object]]:
    """Points and strokes deep inside the larger regions, in their flat colours.

    Entries follow the hint file's format. At most two hints share a part and a colour, and some
    regions get none, as an artist would leave them to the tags.
    """
    assert sample.regions is not None
    assert sample.labels is not None
    assert sample.flat is not None
    assert sample.line is not None
    rng = stream(seed, "hints")
    used: dict[tuple[int, str], int] = {}
    hints: list[dict[str, object]] = []
    ids, areas = np.unique(sample.regions, return_counts=True)
    for region in ids[np.argsort(-areas, kind="stable")]:
        inside = (sample.regions == region) & (sample.line > 235)
        depth = cv2.distanceTransform(np.pad(inside.astype(np.uint8), 1), cv2.DIST_L2, 5)[
            1:-1, 1:-1
        ]
        y, x = np.unravel_index(int(depth.argmax()), depth.shape)
        part = Part(int(sample.labels[y, x]))
        color = format_color(tuple(int(c) for c in sample.flat[y, x]))  # type: ignore[arg-type]
        small = part in (Part.EYES, Part.MOUTH)
        if depth[y, x] < (2.5 if small else LEAST_DEPTH) or part == Part.BROWS:
            continue
        if used.get((int(part), color), 0) >= 2 or (not small and rng.random() < 0.2):
            continue
        used[int(part), color] = used.get((int(part), color), 0) + 1
        hints.append(_hint(depth, (int(x), int(y)), color, small or rng.random() < 0.45))
        if len(hints) == MOST_HINTS:
            break
    return hints


def _hint(depth: NDArray[Any], at: tuple[int, int], color: str, point: bool) -> dict[str, object]:
    """A point, or a stroke that follows the region's depth to both sides of it."""
    x, y = at
    radius = float(np.clip(round(float(depth[y, x]) * 0.3), 1, 5))
    if point:
        return {"kind": "point", "x": x + 0.5, "y": y + 0.5, "color": color, "radius": radius}
    ends = [_walk(depth, at, turn) for turn in (0, 1)]
    points = [[px + 0.5, py + 0.5] for px, py in (*reversed(ends[0]), at, *ends[1])]
    return {"kind": "stroke", "points": points, "color": color, "radius": radius}


def _walk(depth: NDArray[Any], at: tuple[int, int], turn: int) -> list[tuple[int, int]]:
    """Up to four steps from a point along the region's ridge, up or down (``turn`` 0 or 1)."""
    path: list[tuple[int, int]] = []
    x, y = at
    step = 14 if turn else -14
    for _ in range(4):
        row = y + step
        left, right = max(x - 6, 0), min(x + 7, depth.shape[1])
        if not 0 <= row < depth.shape[0] or depth[row, left:right].max() < LEAST_DEPTH:
            break
        column = left + int(depth[row, left:right].argmax())
        if depth[(y + row) // 2, (x + column) // 2] < LEAST_DEPTH:
            break
        x, y = column, row
        path.append((x, y))
    return path
