"""The line art that ships with the application, with hints and tags a user could have made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from models.color import pack_colors, unpack_colors
from models.files.whole import write_bytes, write_json
from models.hints.parts import Part
from models.hints.tags import format_color
from models.regions.regions import find_regions
from training.data.characters import Framing, ViewChoice, draw_picture
from training.data.characters.figure.design import stream
from training.data.characters.figure.postures import STANDING
from training.data.sample import Sample

WIDTH, HEIGHT = 768, 1024
LEAST_DEPTH = 7.0
"""A stroke lies at least so many pixels inside its region, and"""
SMALL_DEPTH = 3.0
"""a point so many."""
MOST_HINTS = 32
MOST_REGIONS = 80
EVEN_SHARE = 0.2
"""Share of a region from which a further colour gets a hint of its own, and"""
LARGE_SHARE = 0.006
"""share of the picture from which it does where a region is mostly the ground."""


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
    """Write one character's three files. Raises FileError if a file cannot be written."""
    sample = draw_sample(character)
    assert sample.line is not None
    picture = folder / f"{character.name}.png"
    _, encoded = cv2.imencode(".png", sample.line, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    write_bytes(picture, encoded.tobytes())
    hints = folder / f"{character.name}.hints.json"
    listed = {"version": 1, "hints": choose_hints(sample, character.seed)}
    write_json(hints, listed)
    tags = folder / f"{character.name}.tags.txt"
    write_bytes(tags, f"{','.join(sample.tags)}\n".encode())
    return [picture, hints, tags]


def choose_hints(sample: Sample, seed: int) -> list[dict[str, object]]:
    """Points and strokes where someone who knows the result would dab, as a hint file lists them.

    The lines decide: each closed region of the line art gets the flat colour that fills most of
    it, deep inside. A further colour of a region gets a hint if it is large, or the figure runs
    into the ground there; what little else a region holds (the white of an open eye) goes
    without. Large regions come before small ones, and those whose part and colour were hinted
    elsewhere wait: to most of them the generator carries the colour.
    """
    rng = stream(seed, "hints")
    used: Counter[tuple[int, int]] = Counter()
    hints: list[dict[str, object]] = []
    places = list(_places(sample))
    while places and len(hints) < MOST_HINTS:
        place = max(places, key=lambda each: each.pixels / (1 + used[each.part, each.color]) ** 2)
        places = [each for each in places if each is not place]
        used[place.part, place.color] += 1
        y, x = np.unravel_index(int(place.depth.argmax()), place.depth.shape)
        ((red, green, blue),) = unpack_colors(np.array([place.color], dtype=np.int32)).tolist()
        point = place.depth[y, x] < LEAST_DEPTH or rng.random() < 0.45
        color = format_color((red, green, blue))
        hints.append(_hint(place.depth, (int(x), int(y)), color, bool(point)))
    return hints


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """One colour in one closed region: its pixels, its depth in there (H, W), part and 0xRRGGBB."""

    pixels: int
    depth: NDArray[Any]
    part: int
    color: int


def _places(sample: Sample) -> Iterator[_Place]:
    """Where hints are worth while, region by region."""
    assert sample.labels is not None
    assert sample.flat is not None
    assert sample.line is not None
    regions, packed = find_regions(sample.line).labels, pack_colors(sample.flat)
    paper = sample.line > 235
    for region in np.argsort(-np.bincount(regions.ravel()), kind="stable")[:MOST_REGIONS].tolist():
        inside = (regions == region) & paper
        colors, counts = np.unique(packed[inside], return_counts=True)
        order = np.argsort(-counts, kind="stable")
        for index in order[:4].tolist():
            pixels = int(counts[index])
            own = inside & (packed == colors[index])
            part = int(np.bincount(sample.labels[own]).argmax())
            if index == order[0]:
                least = LARGE_SHARE * packed.size if part == Part.BACKGROUND else packed.size
            elif pixels < min(EVEN_SHARE * counts.sum(), least):
                break
            padded = np.pad(own.astype(np.uint8), 1)
            depth = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[1:-1, 1:-1]
            if depth.max() >= SMALL_DEPTH:
                yield _Place(pixels, depth, part, int(colors[index]))


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
