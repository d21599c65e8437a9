"""Figures of many pictures: means by number of hints, source and method; as table and as JSON."""

import dataclasses
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.files.documents import MAX_LONG_BYTES, read_json
from models.files.whole import write_json
from training.evaluation.painters import ORACLE, REFERENCE
from training.metrics.fidelity import Fidelity
from training.metrics.quality import Quality

FORMAT_VERSION = 2
FIGURES = tuple(field.name for kind in (Fidelity, Quality) for field in dataclasses.fields(kind))
LOWER_IS_BETTER = frozenset(
    {
        "mean",
        "median",
        "on_line",
        "off_line",
        "obedience",
        "near_hints",
        "bleeding",
        "background",
        "own_background",
        "feature_distance",
    }
)
LEAST_WAY = 1e-3
"""CIEDE2000 between watershed and oracle below which there is nothing to win."""
Row = dict[str, object]


class ResultError(ValueError):
    """A result file that cannot be read; the message names it and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Figures of one method on one picture with so many hints, laid out by the draw's number."""

    method: str
    source: str
    name: str
    hints: int
    draw: int = 0
    figures: Mapping[str, float]


def known_figures(measured: Iterable[Measured]) -> list[str]:
    """Figures that at least one picture has a number for, in the table's order."""
    known = {
        name for each in measured for name, value in each.figures.items() if not math.isnan(value)
    }
    return [name for name in FIGURES if name in known] + sorted(known - set(FIGURES))


def summarize(measured: Sequence[Measured]) -> list[Row]:
    """Means by number of hints, source (``all``: every picture alike) and method."""
    rows: list[Row] = []
    counts = sorted({each.hints for each in measured}, reverse=True)
    sources = ["all", *dict.fromkeys(each.source for each in measured)]
    methods = list(dict.fromkeys(each.method for each in measured))
    names = known_figures(measured)
    for count in counts:
        for source in sources:
            chosen = [m for m in measured if m.hints == count and source in ("all", m.source)]
            group: list[Row] = []
            for method in methods:
                values = [m.figures for m in chosen if m.method == method]
                means = {
                    name: _mean([value.get(name, np.nan) for value in values]) for name in names
                }
                group.append({"hints": count, "source": source, "method": method, **means})
            _add_progress(group)
            rows += group
    return rows


def _mean(values: Sequence[float]) -> float:
    kept = [value for value in values if not np.isnan(value)]
    return float(np.mean(kept)) if kept else float("nan")


def _add_progress(rows: Sequence[Row]) -> None:
    """How each method's off-line error stands to watershed's, and the way it goes to the oracle."""
    off = {str(row["method"]): float(str(row["off_line"])) for row in rows}
    for row in rows:
        ours, reference = off[str(row["method"])], off.get(REFERENCE, float("nan"))
        row["of_watershed"] = ours / reference
        way = reference - off.get(ORACLE, float("nan"))
        # Without hints there is nothing to choose among, and no way.
        row["way_to_oracle"] = (reference - ours) / way if way > LEAST_WAY else float("nan")


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """The summary as aligned text; "-" where a figure does not apply."""
    columns = [name for name in rows[0] if name not in ("hints", "source", "method")]
    width = max(len(str(row["method"])) for row in rows)
    lines = []
    previous: tuple[object, object] | None = None
    for row in rows:
        group = (row["hints"], row["source"])
        if group != previous:
            lines.append(f"\n{row['hints']} hints, {row['source']}")
            lines.append(" " * width + "".join(f"  {name:>9}" for name in columns))
            previous = group
        values = "".join(
            f"  {number(float(str(row[name]))):>{max(9, len(name))}}" for name in columns
        )
        lines.append(f"{row['method']!s:<{width}}{values}")
    return "\n".join(lines).lstrip("\n")


def number(value: float, *, digits: int = 3) -> str:
    """A figure as text, "-" if there is none."""
    return "-" if math.isnan(value) else f"{value:.{digits}f}"


def plain_table(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows with the same keys as aligned text: names left, numbers right; "none" without any."""
    if not rows:
        return "none"
    texts = [
        {
            key: number(value) if isinstance(value, float) else str(value)
            for key, value in row.items()
        }
        for row in rows
    ]
    widths = {key: max(len(key), *(len(row[key]) for row in texts)) for key in texts[0]}
    right = {key for key in widths if not isinstance(rows[0][key], str)}

    def line(row: Mapping[str, str]) -> str:
        cells = [
            f"{row[key]:>{width}}" if key in right else f"{row[key]:<{width}}"
            for key, width in widths.items()
        ]
        return "  ".join(cells).rstrip()

    return "\n".join([line({key: key for key in widths}), *(line(row) for row in texts)])


def write_result(path: Path, content: Mapping[str, object], measured: Sequence[Measured]) -> None:
    """Write every figure as JSON; a figure that does not apply is null. Raises FileError."""
    pictures = [dataclasses.asdict(each) for each in measured]
    whole = {"format": FORMAT_VERSION, **content, "pictures": pictures}
    write_json(path, _without_nan(whole))


def _without_nan(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_nan(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


@dataclass(frozen=True, slots=True)
class Result:
    """A result file: how it was measured, and every picture's figures."""

    settings: Mapping[str, object]
    measured: tuple[Measured, ...]

    def of_method(self, method: str) -> list[Measured]:
        """One method's pictures."""
        return [each for each in self.measured if each.method == method]

    @property
    def methods(self) -> list[str]:
        """Names of what was measured, in order."""
        return list(dict.fromkeys(each.method for each in self.measured))


def read_result(path: Path) -> Result:
    """Read what write_result wrote. Raises ResultError naming the file and the remedy."""
    try:
        content = read_json(path, max_bytes=MAX_LONG_BYTES).content
        version = content["format"]
        if version != FORMAT_VERSION:
            raise ResultError(
                f"{path}: format {version!r}, this program reads {FORMAT_VERSION}; measure again "
                f"with `tintline-train evaluate --json`"
            )
        measured = tuple(
            Measured(
                method=str(each["method"]),
                source=str(each["source"]),
                name=str(each["name"]),
                hints=int(each["hints"]),
                draw=int(each["draw"]),
                figures={
                    str(name): float("nan") if value is None else float(value)
                    for name, value in each["figures"].items()
                },
            )
            for each in content["pictures"]
        )
        return Result(dict(content["settings"]), measured)
    except ResultError:
        raise
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResultError(
            f"{path}: not a result of `tintline-train evaluate --json` ({error!r}); measure again"
        ) from error
