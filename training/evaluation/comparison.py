"""Paired differences of two methods on the same pictures, with bootstrap intervals."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.evaluation.summary import LOWER_IS_BETTER, Measured, known_figures

RESAMPLES = 4999
CONFIDENCE = 0.95
SEED = 2020
LEAST_PICTURES = 6
"""With fewer, a bootstrap interval is much too narrow to call one side better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One figure of B minus that of A, over pictures that both have.

    low, high  percentile bootstrap interval of the mean (CONFIDENCE), pictures drawn anew; NaN with
               fewer than two pictures.
    verdict    which is better if the interval leaves 0 out, else "no difference shown"; "too few
               pictures" below LEAST_PICTURES.
    """

    figure: str
    hints: int
    source: str
    pictures: int
    first: float
    second: float
    mean: float
    low: float
    high: float
    verdict: str


def paired_interval(differences: Sequence[float]) -> tuple[float, float]:
    """Percentile bootstrap interval of the mean difference; the same numbers every time."""
    values = np.asarray(differences, dtype=np.float64)
    if len(values) < 2:
        return float("nan"), float("nan")
    rng = np.random.default_rng(SEED)
    means = values[rng.integers(len(values), size=(RESAMPLES, len(values)))].mean(axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(means, (tail, 1 - tail))
    return float(low), float(high)


def compare(
    first: Sequence[Measured], second: Sequence[Measured], *, names: tuple[str, str]
) -> list[Difference]:
    """Every figure's paired difference, by number of hints and source (``all``: every picture).

    Hint layouts of one picture are averaged first, so that a picture counts once. Raises
    ValueError if the two have no picture in common.
    """
    ours, theirs = _by_picture(first), _by_picture(second)
    common = [key for key in ours if key in theirs]
    if not common:
        raise ValueError(
            f"{names[0]} and {names[1]} share no picture with the same number of hints; measure "
            f"both with the same --data, --size and --hints"
        )
    differences = []
    for count in sorted({key[0] for key in common}, reverse=True):
        at_count = [key for key in common if key[0] == count]
        for source in ["all", *dict.fromkeys(key[1] for key in at_count)]:
            keys = [key for key in at_count if source in ("all", key[1])]
            for figure in known_figures([*first, *second]):
                pairs = np.array(
                    [(ours[k].get(figure, np.nan), theirs[k].get(figure, np.nan)) for k in keys]
                )
                pairs = pairs[~np.isnan(pairs).any(axis=1)]
                if len(pairs):
                    differences.append(_difference(figure, count, source, pairs, names))
    return differences


def _by_picture(measured: Sequence[Measured]) -> Mapping[tuple[int, str, str], dict[str, float]]:
    values: dict[tuple[int, str, str], dict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for each in measured:
        for figure, value in each.figures.items():
            if not np.isnan(value):
                values[each.hints, each.source, each.name][figure].append(value)
    return {
        key: {figure: float(np.mean(found)) for figure, found in figures.items()}
        for key, figures in values.items()
    }


def _difference(
    figure: str, count: int, source: str, pairs: np.ndarray, names: tuple[str, str]
) -> Difference:
    away = pairs[:, 1] - pairs[:, 0]
    low, high = paired_interval(away.tolist())
    verdict = "no difference shown"
    if len(pairs) < LEAST_PICTURES:
        verdict = "too few pictures"
    elif low > 0 or high < 0:
        if figure == "sharpness":  # best at 1: neither direction is better by itself
            verdict = f"{names[1]} is {'higher' if low > 0 else 'lower'}"
        else:
            verdict = f"{names[1 if (high < 0) == (figure in LOWER_IS_BETTER) else 0]} is better"
    return Difference(
        figure=figure,
        hints=count,
        source=source,
        pictures=len(pairs),
        first=float(pairs[:, 0].mean()),
        second=float(pairs[:, 1].mean()),
        mean=float(away.mean()),
        low=low,
        high=high,
        verdict=verdict,
    )


def difference_table(differences: Sequence[Difference], names: tuple[str, str]) -> str:
    """The differences as aligned text, one line a figure."""
    lines = [f"{names[1]} minus {names[0]}, paired by picture, {CONFIDENCE:.0%} bootstrap interval"]
    group: tuple[int, str] | None = None
    for each in differences:
        if (each.hints, each.source) != group:
            group = (each.hints, each.source)
            lines.append(f"\n{each.hints} hints, {each.source}, {each.pictures} pictures")
        lines.append(
            f"{each.figure:<18}{each.first:10.3f}{each.second:10.3f}{each.mean:+10.3f}"
            f"  [{each.low:+.3f}, {each.high:+.3f}]  {each.verdict}"
        )
    return "\n".join(lines)
