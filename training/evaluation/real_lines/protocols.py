"""Unpaired FID on real line art, as the papers measure it: without hints, by tags, by fixed hints.

The painted drawings are one set, coloured illustrations the other: nothing says what a drawing
should have looked like, only what pictures look like.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.random import Generator as Rng

from models.arrays import U8Array
from models.encoding import BACKGROUND, WHITE_PAPER
from models.hints.hints import HintSet
from models.hints.tags import Vocabulary
from training.data.hints.recipe_hints import PatchHints
from training.evaluation.painters import Painter
from training.evaluation.real_lines.drawings import to_short_side
from training.evaluation.set_protocol import random_crops
from training.metrics.case import Case
from training.metrics.frechet import (
    Features,
    SetFeatures,
    frechet_distance,
    kernel_distance,
    stack,
)
from training.metrics.pictures import to_floats

Protocol = Literal["none", "tags", "hints"]
ALWAYS_NAMED = ("hair", "eyes")
"""Groups of which every drawing is given a tag; of any other, every second one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesFigure:
    """How far a method's pictures of real line art lie from illustrations as a set.

    protocol  none: nothing is given (Ci et al. 2018). tags: random colour tags on a white
              background (Kim et al. 2019, 5.3). hints: the same hints for every method, laid and
              coloured as Yuan & Simo-Serra 2021 train with them.
    distance  Fréchet distance, kernel KID, of so many painted drawings and illustrations.
    """

    protocol: Protocol
    method: str
    distance: float
    kernel: float
    drawings: int
    pictures: int


def measure_real_lines(
    cases: Sequence[Case],
    pictures: Sequence[U8Array],
    *,
    protocol: Protocol,
    painters: Mapping[str, Painter],
    features: SetFeatures,
    vocabulary: Vocabulary,
) -> list[LinesFigure]:
    """One row a painter, and one for the bare line art.

    cases     as training.evaluation.real_lines.drawings.line_cases gives them; two random squares
              of each are painted, or where tags name its parts the whole of it.
    pictures  uint8 (H, W, 3), of the same short side; cut alike.
    """
    cut = (lambda case: [case]) if protocol == "tags" else (lambda case: random_crops(case, 0))
    truth = [
        features.extract(to_floats(square.sample.color))
        for number, picture in enumerate(pictures)
        for square in cut(_picture_case(number, picture, cases[0]))
    ]
    painted: dict[str, list[Features]] = {name: [] for name in ("line art as it is", *painters)}
    for case in cases:
        for number, square in enumerate(cut(case)):
            given, hints = condition(square, number, protocol, pictures, vocabulary)
            lines = to_floats(np.repeat(square.line_u8[..., None], 3, axis=2))
            painted["line art as it is"].append(features.extract(lines))
            for name, paint in painters.items():
                painted[name].append(features.extract(paint(given, hints)))
    return [
        LinesFigure(
            protocol=protocol,
            method=name,
            distance=frechet_distance(stack(truth), stack(made)),
            kernel=kernel_distance(stack(truth), stack(made)),
            drawings=len(cases),
            pictures=len(pictures),
        )
        for name, made in painted.items()
    ]


def condition(
    case: Case,
    number: int,
    protocol: Protocol,
    pictures: Sequence[U8Array],
    vocabulary: Vocabulary,
) -> tuple[Case, HintSet]:
    """The case with the tags, and the hints, that every method is given; the same in every run."""
    key = f"{case.sample.name}/{number}/{protocol}".encode()
    rng = np.random.default_rng(int.from_bytes(hashlib.sha256(key).digest()[:8], "big"))
    if protocol == "tags":
        sample = replace(case.sample, tags=random_tags(vocabulary, rng))
        return replace(case, sample=sample), HintSet()
    if protocol == "hints":
        return case, fixed_hints(case, pictures[int(rng.integers(len(pictures)))], rng)
    return case, HintSet()


def random_tags(vocabulary: Vocabulary, rng: Rng) -> tuple[str, ...]:
    """A random colour of hair and of eyes, of half of the other groups, and a white background."""
    names = []
    for group in vocabulary.groups:
        listed = [tag.name for tag in group.tags if not tag.name.endswith(BACKGROUND)]
        if listed and (group.id in ALWAYS_NAMED or rng.random() < 0.5):
            names.append(listed[int(rng.integers(len(listed)))])
    return (*names, WHITE_PAPER)


def fixed_hints(case: Case, picture_u8: U8Array, rng: Rng) -> HintSet:
    """CSA's patches in the colours of an illustration that is laid under the drawing."""
    height, width = case.line_u8.shape
    under = to_short_side(picture_u8, max(height, width))[:height, :width]
    return PatchHints()(replace(case.sample, color=under), case.line_u8, rng)


def _picture_case(number: int, picture_u8: U8Array, like: Case) -> Case:
    """A picture as a case, so that it is cut as drawings are."""
    shape = picture_u8.shape[:2]
    sample = replace(
        like.sample,
        color=picture_u8,
        figure=np.full(shape, 255, np.uint8),
        name=f"illustration {number}",
    )
    return replace(like, sample=sample, line_u8=np.full(shape, 255, np.uint8))


def with_painted(
    cases: Iterable[Case], painters: Mapping[str, Painter]
) -> Iterable[tuple[Case, dict[str, U8Array]]]:
    """Every case with what each painter makes of it and of its tags, uint8 (H, W, 3)."""
    for case in cases:
        made = {name: paint(case, HintSet()) for name, paint in painters.items()}
        yield (
            case,
            {
                name: np.round(np.clip(each, 0, 1) * 255).astype(np.uint8)
                for name, each in made.items()
            },
        )
