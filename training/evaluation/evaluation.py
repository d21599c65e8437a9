"""Every figure of every painter on every case."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence

from models.arrays import FloatArray
from models.hints.hints import HintSet
from training.evaluation.painters import Painter
from training.evaluation.summary import Measured
from training.metrics.case import Case
from training.metrics.fidelity import measure
from training.metrics.perceptual import PictureDistance
from training.metrics.quality import measure_quality


def evaluate(
    cases: Iterable[Case],
    painters: Mapping[str, Painter],
    counts: Sequence[int],
    draws: int,
    *,
    distance: PictureDistance | None = None,
    hintless: Collection[str] = (),
) -> list[Measured]:
    """Measure every painter on every case with every number of hints.

    distance  measures the feature distance, which is left out without one.
    hintless  painters that take no hints: painted once a case, their obedience left out.
    """
    measured = []
    for case in cases:
        unhinted: dict[str, FloatArray] = {}
        for count in counts:
            for draw in range(draws if count else 1):
                hints = case.hints(count, draw)
                for method, painter in painters.items():
                    given = HintSet() if method in hintless else hints
                    if method in hintless and method not in unhinted:
                        unhinted[method] = painter(case, given)
                    picture = unhinted[method] if method in hintless else painter(case, given)
                    figures = picture_figures(case, picture, given, distance)
                    measured.append(
                        Measured(
                            method=method,
                            source=case.source,
                            name=case.sample.name,
                            hints=count,
                            draw=draw,
                            figures=figures,
                        )
                    )
    return measured


def picture_figures(
    case: Case, picture: FloatArray, hints: HintSet, distance: PictureDistance | None
) -> dict[str, float]:
    """Every figure of one coloured case by name."""
    truth, figure = case.sample.color, case.sample.figure
    fidelity = measure(
        picture, truth, figure=figure, line_u8=case.line_u8, hints=hints, own=case.own
    )
    quality = measure_quality(picture, truth, figure=figure, distance=distance)
    return dataclasses.asdict(fidelity) | dataclasses.asdict(quality)
