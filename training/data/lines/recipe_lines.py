"""Line art as a recipe asks for it: extractors by name with their chances, weights by file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from numpy.random import Generator as Rng

from models.arrays import U8Array
from training.data.lines.degrade import DegradationMix, equalize, lighten_randomly
from training.data.lines.extractors import (
    EXTRACTORS,
    Extractor,
    ExtractorMix,
    learned_extractors,
    sketchkeras_extractors,
)
from training.data.sample import Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeLines:
    """Draws the line art of a view; an instance can be sent to worker processes.

    mix      extractors and their chances.
    wear     degradations and their chances.
    learned  weights file of a line detection model, for the extractor ``learned``; "": the one
             that comes with this package.
    sketchkeras  weights file of sketchKeras, for its extractors; "": none.
    """

    mix: ExtractorMix
    wear: DegradationMix = field(default_factory=DegradationMix)
    learned: str = ""
    sketchkeras: str = ""

    def check(self) -> None:
        """Raise ValueError naming an extractor that is not there, with the remedy."""
        given = {"sketchkeras": self.sketchkeras}
        for name, _ in self.mix.chances:
            stem = name.split("_")[0]
            if name in EXTRACTORS:
                continue
            if stem not in given:
                known = ", ".join((*EXTRACTORS, "sketchkeras_enhanced"))
                raise ValueError(f"lines: unknown extractor {name!r}; known: {known}")
            if not given[stem]:
                raise ValueError(
                    f"lines: {name} needs weights; name their file under {stem}_weights in "
                    f"[options], or give its chance to another extractor"
                )

    def __call__(self, sample: Sample, rng: Rng) -> U8Array:
        """Line art of a sample, uint8 (H, W), 0 = ink."""
        known = _known(self.learned, self.sketchkeras)
        return self.wear.apply(self.mix.extract(sample, rng, known=known), rng)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaintLines:
    """Lines as the two-stage draft sees them: some equalized, all but the darkest made fainter.

    draw            draws them.
    equalize_share  chance of histogram equalization.
    lighten         by 1 - λ(1 - x), λ ~ U(0.7, 1).
    """

    draw: Callable[[Sample, Rng], U8Array]
    equalize_share: float
    lighten: bool

    def __call__(self, sample: Sample, rng: Rng) -> U8Array:
        """Line art of a sample, uint8 (H, W), 0 = ink."""
        line_u8 = self.draw(sample, rng)
        if rng.random() < self.equalize_share:
            line_u8 = equalize(line_u8)
        return lighten_randomly(line_u8, rng) if self.lighten else line_u8


def recipe_lines(
    chances: Mapping[str, float],
    *,
    wear: DegradationMix | None = None,
    learned: str = "",
    sketchkeras: str = "",
) -> RecipeLines:
    """RecipeLines from a recipe's table. Raises ValueError for what does not fit."""
    lines = RecipeLines(
        mix=ExtractorMix(chances=tuple((name, float(share)) for name, share in chances.items())),
        wear=wear or DegradationMix(),
        learned=learned,
        sketchkeras=sketchkeras,
    )
    lines.check()
    return lines


@cache
def _known(learned: str, sketchkeras: str) -> Mapping[str, Extractor]:
    """Every extractor, the networks loaded once in each process."""
    known = dict(EXTRACTORS)
    if learned:
        known |= learned_extractors(Path(learned))
    if sketchkeras:
        known |= sketchkeras_extractors(Path(sketchkeras))
    return known
