"""Measured figures: medians, spread, the ratio to a reference of the same run; earlier runs."""

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from app.errors import UsageError
from models.files.documents import DocumentError, Value, read_json
from models.files.whole import FileError

FORMAT = 1
"""Version of the JSON that `answer` makes and `read_answer` reads."""
MS, FRAMES, MIB = "ms", "frames/s", "MiB"
_UNITS = (MS, FRAMES, MIB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing that was measured.

    name       what; generator  of which, empty if of none.
    side       long side of the drawing in pixels, 0 if there is none.
    unit       MS, FRAMES or MIB.
    values     one of each round, in the unit.
    ratios     of milliseconds each value by the reference that was timed around it, else nothing.
    """

    name: str
    generator: str = ""
    side: int = 0
    unit: str = MS
    values: tuple[float, ...]
    ratios: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.unit not in _UNITS:
            raise ValueError(f"unit {self.unit!r} is unknown; a figure has {', '.join(_UNITS)}")
        if not self.values or not all(map(isfinite, (*self.values, *self.ratios))):
            raise ValueError(f"{self.name}: a figure has one finite value or more")

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from the other figures of a run."""
        return self.name, self.generator, self.side

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def ratio(self) -> float | None:
        """The middle of its ratios, None if it has none."""
        return statistics.median(self.ratios) if self.ratios else None

    def change_from(self, before: "Figure") -> float:
        """This by an earlier one: by their ratios where both have them, which two machines, or one
        that is busier than before, share; else by their medians."""
        if self.ratio is not None and before.ratio:
            return self.ratio / before.ratio
        return self.median / before.median if before.median else 1.0


class Reference:
    """A fixed piece of work that everything is timed beside, of the kind that colouring is.

    A product of matrices and a walk through memory; it never changes, so that ratios of two runs
    can be compared though the machine, or what else it does, differs.
    """

    def __init__(self) -> None:
        self._matrix = np.linspace(-1, 1, 512 * 512, dtype=np.float32).reshape(512, 512)
        self._plane = np.linspace(0, 1, 1024 * 1024, dtype=np.float32).reshape(1024, 1024)
        self.values: list[float] = []
        self.measure()
        self.values.clear()

    def measure(self) -> float:
        """Do the work; milliseconds, which are kept too."""
        started = time.perf_counter()
        product = self._matrix
        for _ in range(4):
            product = product @ self._matrix
            product /= np.abs(product).max() + 1
        for _ in range(4):
            cv2.GaussianBlur(self._plane, (5, 5), 1.0)
            np.sort(self._plane[::16], axis=None)
        self.values.append((time.perf_counter() - started) * 1e3)
        return self.values[-1]


Earlier = Mapping[tuple[str, str, int], Figure]
"""Figures of another run by what they are."""


def figure_rows(figures: Sequence[Figure], before: Earlier | None) -> list[tuple[str, ...]]:
    """Rows of a table, a heading first; with earlier figures, their medians and the change."""
    compared = ("before", "change") if before is not None else ()
    rows = [("what", "generator", "side", "median", "from – to", "unit", "ratio", *compared)]
    for figure in figures:
        row = [
            figure.name,
            figure.generator,
            str(figure.side) if figure.side else "",
            _number(figure.median),
            f"{_number(min(figure.values))} – {_number(max(figure.values))}",
            figure.unit,
            "" if figure.ratio is None else f"{figure.ratio:.2f}",
        ]
        if before is not None:
            earlier = before.get(figure.key)
            row += ["", ""] if earlier is None else _comparison(figure, earlier)
        rows.append(tuple(row))
    return rows


def _number(value: float) -> str:
    return f"{value:.1f}" if abs(value) < 100 else f"{value:.0f}"


def _comparison(figure: Figure, earlier: Figure) -> list[str]:
    return [_number(earlier.median), f"× {figure.change_from(earlier):.2f}"]


def answer(
    figures: Sequence[Figure], reference: Reference, *, machine: Mapping[str, object]
) -> dict[str, Any]:
    """Everything as JSON; `read_answer` reads it back."""
    return {
        "format": FORMAT,
        "machine": dict(machine),
        "reference_ms": _summary(reference.values or [reference.measure()]),
        "figures": [
            {
                "name": figure.name,
                "generator": figure.generator,
                "side": figure.side,
                "unit": figure.unit,
                **_summary(figure.values),
                "values": [round(value, 3) for value in figure.values],
                "ratio": figure.ratio and round(figure.ratio, 4),
                "ratios": [round(ratio, 4) for ratio in figure.ratios],
            }
            for figure in figures
        ],
    }


def _summary(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 3),
        "least": round(min(values), 3),
        "most": round(max(values), 3),
    }


def read_answer(path: Path) -> dict[tuple[str, str, int], Figure]:
    """The figures of an earlier run by what they are. Raises UsageError naming the file."""
    try:
        content = read_json(path)
        found = content.field("format").whole()
        if found != FORMAT:
            raise content.error(f"format {found} is not {FORMAT}, of which this program's are")
        figures = [_figure(entry) for entry in content.field("figures").items()]
    except (DocumentError, FileError) as error:
        remedy = "give a file that `tintline bench --json` wrote"
        raise UsageError(f"--compare {error}; {remedy}") from error
    return {figure.key: figure for figure in figures}


def _figure(entry: Value) -> Figure:
    values, ratios = (
        tuple(item.number() for item in entry.field(name).items()) for name in ("values", "ratios")
    )
    if not values:
        raise entry.field("values").wrong("one number or more")
    unit = entry.field("unit").text()
    if unit not in _UNITS:
        raise entry.field("unit").wrong(" or ".join(_UNITS))
    return Figure(
        name=entry.field("name").text(),
        generator=entry.field("generator").text(),
        side=entry.field("side").whole(),
        unit=unit,
        values=values,
        ratios=ratios,
    )
