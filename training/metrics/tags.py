"""Do tags alone colour the right parts? Measured on characters of held-out parts."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.conditioning import HintSet, LineArt, TagSelection
from models.parts import Part
from models.runtime.generator import Generator
from models.tags import Rgb, Vocabulary
from training.data.library import VAL_SEEDS
from training.data.sources.spritemaker import SpritemakerParts

LONG_SIDE = 384
LEAST_PIXELS = 12
"""Parts that show fewer pixels than this are not counted."""
GROUPS = {
    "hair": (Part.HAIR,),
    "eyes": (Part.EYES,),
    "clothes": (Part.TOP, Part.BOTTOM, Part.DRESS),
}
CLOTHES = ("shirt", "jacket", "dress", "skirt", "pants")


@dataclass(frozen=True, slots=True)
class TagScore:
    """Pictures whose part took the class of its tag, of all that show the part."""

    hits: int
    total: int

    @property
    def rate(self) -> float:
        """Share of hits; NaN if nothing was counted."""
        return self.hits / self.total if self.total else float("nan")


def score_tags(
    generator: Generator, data: Path, vocabulary: Vocabulary, count: int
) -> dict[str, TagScore]:
    """Hit rates by group on `count` bust pictures, coloured by their tags without any hint.

    A part hits if the mean colour of its pixels beside the lines is nearest, among its group's tag
    colours in CIELAB, to the colour of the tag that was given.
    """
    parts = SpritemakerParts(data / "spritemaker")
    scores = {group: [0, 0] for group in GROUPS}
    for seed in range(VAL_SEEDS, VAL_SEEDS + count):
        sample = parts.compose(seed, split="val", long_side=LONG_SIDE, crop="bust")
        if sample.line is None or sample.labels is None:
            raise ValueError(f"{sample.name}: no exact lines or labels to measure tags with")
        line = LineArt(sample.line)
        frame = generator.spec.size_rule.frame(line.size, long_side=LONG_SIDE)
        features = generator.read_line(line, frame)
        painting = generator.paint(features, HintSet(), TagSelection(sample.tags))
        flat = painting.flat if painting.flat is not None else painting.rgb
        for name in sample.tags:
            tag = vocabulary.by_name[name]
            group = "clothes" if tag.group in CLOTHES else tag.group
            if group not in scores or (group == "clothes" and _shares_part(sample.tags, name)):
                continue
            where = (sample.labels == int(tag.part)) & (sample.line > 191)
            if where.sum() < LEAST_PIXELS:
                continue
            color: Rgb = tuple(np.round(flat[where].mean(axis=0) * 255).astype(int).tolist())
            scores[group][1] += 1
            scores[group][0] += vocabulary.nearest(tag.group, color).name == name
    return {group: TagScore(*numbers) for group, numbers in scores.items()}


def _shares_part(tags: tuple[str, ...], name: str) -> bool:
    """Whether another clothes tag colours the same part: a shirt below a jacket."""
    kind = name.rsplit("_", 1)[-1]
    return kind == "shirt" and any(tag.endswith("_jacket") for tag in tags)
