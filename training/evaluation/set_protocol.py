"""FID without hints and C-FID with 28 hints, as the papers measure them."""

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from models.hints.hints import HintSet
from training.evaluation.painters import ORACLE, Painter
from training.metrics.case import Case
from training.metrics.frechet import (
    Features,
    SetFeatures,
    frechet_distance,
    kernel_distance,
    stack,
)
from training.metrics.pictures import to_floats

SHORT_SIDE = 512
CROPS = 2
"""Random square crops of a picture, of its short side, in each run of FID."""
RUNS = 3
C_FID_HINTS = 28
UNCOLORED = "line art as it is"
OTHER_CROPS = "the truth, cropped anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFigure:
    """How far a method's pictures lie from the true ones as a set.

    protocol    "FID": no hints, CROPS random crops a picture (Ci et al. 2018). "C-FID": whole
                pictures with 28 single-pixel hints in seven segments (Lee & Lee 2020, 4.2).
    distance    Fréchet distance, mean of the runs; spread is its standard deviation over them.
    kernel      KID, mean of the runs.
    pictures    pictures in each of the two sets.
    """

    protocol: Literal["FID", "C-FID"]
    method: str
    distance: float
    spread: float
    kernel: float
    pictures: int


def measure_sets(
    cases: Iterable[Case],
    *,
    generators: Mapping[str, Painter],
    baselines: Mapping[str, Painter],
    features: SetFeatures,
    runs: int = RUNS,
) -> list[SetFigure]:
    """Both protocols for every generator; C-FID for the baselines too, which need hints.

    cases   at a short side of SHORT_SIDE, as the papers resize them. Read once, in order.
    Beside the generators FID shows the bare line art, and the truth against other crops of itself:
    what a perfect colouring would get with so few pictures (its KID lies below 0, since both sets
    show the same pictures).
    """
    true_crops: dict[int, list[Features]] = defaultdict(list)
    crops: dict[str, dict[int, list[Features]]] = defaultdict(lambda: defaultdict(list))
    truth: list[Features] = []
    hinted: dict[str, dict[int, list[Features]]] = defaultdict(lambda: defaultdict(list))
    painters = {**{name: p for name, p in baselines.items() if name != ORACLE}, **generators}
    for case in cases:
        for run in range(runs + 1):
            for crop in random_crops(case, run):
                true_crops[run].append(features.extract(to_floats(crop.sample.color)))
                if run == runs:  # only to compare the truth with
                    continue
                line = np.repeat(crop.line_u8[..., None], 3, axis=2)
                crops[UNCOLORED][run].append(features.extract(to_floats(line)))
                for name, paint in generators.items():
                    crops[name][run].append(features.extract(paint(crop, HintSet())))
        truth.append(features.extract(to_floats(case.sample.color)))
        for run in range(runs):
            hints = case.hints(C_FID_HINTS, run)
            for name, paint in painters.items():
                hinted[name][run].append(features.extract(paint(case, hints)))
    crops[OTHER_CROPS] = {run: true_crops[run + 1] for run in range(runs)}
    return [
        *(_figure("FID", name, true_crops, of_runs) for name, of_runs in crops.items()),
        *(
            _figure("C-FID", name, dict.fromkeys(range(runs), truth), of_runs)
            for name, of_runs in hinted.items()
        ),
    ]


def _figure(
    protocol: Literal["FID", "C-FID"],
    method: str,
    truth: Mapping[int, list[Features]],
    made: Mapping[int, list[Features]],
) -> SetFigure:
    pairs = [(stack(truth[run]), stack(made[run])) for run in made]
    distances = [frechet_distance(*pair) for pair in pairs]
    return SetFigure(
        protocol=protocol,
        method=method,
        distance=float(np.mean(distances)),
        spread=float(np.std(distances)),
        kernel=float(np.mean([kernel_distance(*pair) for pair in pairs])),
        pictures=len(pairs[0][1]),
    )


def random_crops(case: Case, run: int) -> list[Case]:
    """CROPS squares of the picture's short side at random places, the same for the same run."""
    key = f"{case.source}/{case.sample.name}/{run}".encode()
    rng = np.random.default_rng(int.from_bytes(hashlib.sha256(key).digest()[:8], "big"))
    return [crop_case(case, rng) for _ in range(CROPS)]


def crop_case(case: Case, rng: np.random.Generator) -> Case:
    """One square of the short side at a random place."""
    height, width = case.line_u8.shape
    side = min(height, width)
    top, left = int(rng.integers(height - side + 1)), int(rng.integers(width - side + 1))
    rows, columns = slice(top, top + side), slice(left, left + side)
    planes: dict[str, Any] = {
        name: None if plane is None else np.ascontiguousarray(plane[rows, columns])
        for name in ("color", "figure", "line", "flat", "shade", "labels", "regions")
        for plane in [getattr(case.sample, name)]
    }
    return dataclasses.replace(
        case,
        sample=dataclasses.replace(case.sample, **planes, tones=None),
        line_u8=np.ascontiguousarray(case.line_u8[rows, columns]),
    )
