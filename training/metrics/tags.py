"""Do tags alone colour the right parts, and does one tag change its part and little else?

Measured on characters of held-out parts.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from skimage.color import deltaE_ciede2000, rgb2lab

from models.arrays import BoolArray, FloatArray
from models.coloring.painting import Painting
from models.hints.hints import HintSet, LineArt, TagSelection
from models.hints.parts import Part
from models.hints.tags import Rgb, Tag, Vocabulary
from models.runtime.generator import Generator, LineFeatures
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.data.sources.spritemaker.spritemaker import SpritemakerParts
from training.metrics.pictures import shown_color, to_floats, to_size

LONG_SIDE = 384
LEAST_PIXELS = 12
"""Parts that show fewer pixels than this are not counted."""
GROUPS = {
    "hair": (Part.HAIR,),
    "eyes": (Part.EYES,),
    "clothes": (Part.TOP, Part.BOTTOM, Part.DRESS),
}
CLOTHES = ("shirt", "jacket", "dress", "skirt", "pants")
LEAST_CHANGE = 20.0
"""CIEDE2000 between a tag's colour and that of the tag that replaces it, at least."""


@dataclass(frozen=True, slots=True)
class TagScore:
    """Pictures whose part took the class of its tag, of all that show the part.

    hits        by the part's mean colour.
    lit_hits    by the median of its lit half: shading darkens the mean of a shaded picture, and of
                the pictures themselves no more than three quarters of the hair hit by it.
    shown_hits  by the part's mean colour in the colour layer that the application makes of the
                picture, from which the generator's own, often blurred, lines are gone; None for
                pictures that no generator painted.
    """

    hits: int
    lit_hits: int
    shown_hits: int | None
    total: int

    @property
    def rate(self) -> float:
        """Share of hits; NaN if nothing was counted."""
        return self.hits / self.total if self.total else float("nan")

    @property
    def lit_rate(self) -> float:
        """Share of lit hits; NaN if nothing was counted."""
        return self.lit_hits / self.total if self.total else float("nan")

    @property
    def shown_rate(self) -> float:
        """Share of shown hits; NaN if nothing was counted or shown."""
        shown = self.shown_hits
        return float("nan") if shown is None or not self.total else shown / self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChange:
    """What replacing one tag by another of its group does; differences are mean CIEDE2000.

    inside     change of the tag's part beside its lines.
    elsewhere  change of the figure outside the part: 0 if the tag touches nothing else.
    background change of the paper around the figure.
    hits       share of changed parts that took the class of the new tag.
    changes    how many tags were changed; the others are NaN without any.
    """

    inside: float
    elsewhere: float
    background: float
    hits: float
    changes: int


def bust_samples(data: Path, count: int) -> Iterator[Sample]:
    """`count` busts of held-out parts, with exact lines, part labels and tags."""
    parts = SpritemakerParts(data / "spritemaker")
    for seed in range(VAL_SEEDS, VAL_SEEDS + count):
        yield parts.compose(seed, split="val", long_side=LONG_SIDE, crop="bust")


def score_tags(
    generator: Generator, samples: Iterable[Sample], vocabulary: Vocabulary
) -> dict[str, TagScore]:
    """Hit rates by group on pictures coloured by their tags without any hint.

    A part hits if the colour of its pixels beside the lines is nearest, among its group's tag
    colours in CIELAB, to the colour of the tag that was given. A generator's flat colours are
    measured if it has some, else its picture. Raises ValueError for a sample without exact lines
    or labels.
    """
    return _score(_painted_by_tags(generator, samples), vocabulary)


def score_truth(samples: Iterable[Sample], vocabulary: Vocabulary) -> dict[str, TagScore]:
    """Hit rates of the pictures themselves, shaded as they are: what a faithful copy would have."""
    found = _score(((each, to_floats(each.color), None) for each in samples), vocabulary)
    return {group: dataclasses.replace(score, shown_hits=None) for group, score in found.items()}


def _painted_by_tags(
    generator: Generator, samples: Iterable[Sample]
) -> Iterator[tuple[Sample, FloatArray, FloatArray]]:
    """Samples with their flat colours, or pictures, and what the application makes of them."""
    for sample in samples:
        features = _read(generator, sample)
        painting = generator.paint(features, HintSet(), TagSelection(sample.tags))
        assert sample.line is not None
        shown = shown_color(painting, sample.line, features.frame, tidy=generator.spec.tidy)
        yield sample, to_size(_flat(painting), sample.line.shape), shown


def _score(
    painted: Iterable[tuple[Sample, FloatArray, FloatArray | None]], vocabulary: Vocabulary
) -> dict[str, TagScore]:
    scores = {group: [0, 0, 0, 0] for group in GROUPS}
    for sample, flat, shown in painted:
        for group, tag, where in _counted_tags(sample, vocabulary):
            score = scores[group]
            score[0] += _is_nearest(flat[where].mean(axis=0), tag, vocabulary)
            score[1] += _is_nearest(_lit_color(flat[where]), tag, vocabulary)
            if shown is not None:
                score[2] += _is_nearest(shown[where].mean(axis=0), tag, vocabulary)
            score[3] += 1
    return {group: TagScore(*numbers) for group, numbers in scores.items()}


def score_tag_changes(
    generator: Generator, samples: Iterable[Sample], vocabulary: Vocabulary
) -> dict[str, TagChange]:
    """Change one tag of each group in turn, all others kept, and see what else changes.

    Without hints. The new tag is drawn from those of its group at least LEAST_CHANGE away, the
    same one every time. Raises as score_tags.
    """
    found: dict[str, list[tuple[float, float, float, bool]]] = {group: [] for group in GROUPS}
    for index, sample in enumerate(samples):
        rng = np.random.default_rng((VAL_SEEDS, index))
        features = _read(generator, sample)
        before = rgb2lab(_paint(generator, features, sample, sample.tags)[0])
        figure = sample.figure > 127
        for group, tag, where in _counted_tags(sample, vocabulary):
            new = _other_tag(tag, vocabulary, rng, known=generator.spec.tags)
            if new is None:
                continue
            names = tuple(new.name if name == tag.name else name for name in sample.tags)
            picture, flat = _paint(generator, features, sample, names)
            change = deltaE_ciede2000(before, rgb2lab(picture))
            outside = figure & (sample.labels != int(tag.part))
            found[group].append(
                (
                    float(change[where].mean()),
                    _mean(change, outside),
                    _mean(change, ~figure),
                    _is_nearest(flat[where].mean(axis=0), new, vocabulary),
                )
            )
    return {group: _tag_change(each) for group, each in found.items()}


def _tag_change(each: list[tuple[float, float, float, bool]]) -> TagChange:
    if not each:
        nan = float("nan")
        return TagChange(inside=nan, elsewhere=nan, background=nan, hits=nan, changes=0)
    inside, elsewhere, background, hits = np.array(each, dtype=np.float64).T
    return TagChange(
        inside=float(inside.mean()),
        elsewhere=float(np.nanmean(elsewhere)) if not np.isnan(elsewhere).all() else float("nan"),
        background=float(np.nanmean(background))
        if not np.isnan(background).all()
        else float("nan"),
        hits=float(hits.mean()),
        changes=len(each),
    )


def _mean(values: NDArray[np.floating], where: BoolArray) -> float:
    return float(values[where].mean()) if where.any() else float("nan")


def _read(generator: Generator, sample: Sample) -> LineFeatures:
    if sample.line is None or sample.labels is None:
        raise ValueError(f"{sample.name}: no exact lines or labels to measure tags with")
    line = LineArt(sample.line)
    frame = generator.spec.size_rule.frame(line.size, long_side=LONG_SIDE)
    return generator.read_line(line, frame)


def _paint(
    generator: Generator, features: LineFeatures, sample: Sample, tags: tuple[str, ...]
) -> tuple[FloatArray, FloatArray]:
    """The picture and its flat colours (the picture again if there are none), (H, W, 3)."""
    painting = generator.paint(features, HintSet(), TagSelection(tags))
    shape = sample.color.shape[:2]
    return to_size(painting.rgb, shape), to_size(_flat(painting), shape)


def _flat(painting: Painting) -> FloatArray:
    return painting.rgb if painting.flat is None else painting.flat


def _counted_tags(sample: Sample, vocabulary: Vocabulary) -> Iterator[tuple[str, Tag, BoolArray]]:
    """Tags whose part is seen: their group, the tag, and the part's pixels beside the lines."""
    assert sample.line is not None
    for name in sample.tags:
        tag = vocabulary.by_name[name]
        group = "clothes" if tag.group in CLOTHES else tag.group
        if group not in GROUPS or (group == "clothes" and _shares_part(sample.tags, name)):
            continue
        where = (sample.labels == int(tag.part)) & (sample.line > 191)
        if where.sum() >= LEAST_PIXELS:
            yield group, tag, where


def _is_nearest(mean: FloatArray, tag: Tag, vocabulary: Vocabulary) -> bool:
    color: Rgb = tuple(np.round(mean * 255).astype(int).tolist())
    return vocabulary.nearest(tag.group, color).name == tag.name


def _lit_color(pixels: FloatArray) -> FloatArray:
    """Median of the lighter half of (N, 3)."""
    lightness = pixels.sum(axis=1)
    lit: FloatArray = np.median(pixels[lightness >= np.median(lightness)], axis=0)
    return lit


def _other_tag(
    tag: Tag, vocabulary: Vocabulary, rng: np.random.Generator, *, known: tuple[str, ...]
) -> Tag | None:
    group = next(group for group in vocabulary.groups if group.id == tag.group)
    labs = {each: rgb2lab(np.array(each.color) / 255) for each in group.tags if each.name in known}
    if tag not in labs:
        return None
    far = [each for each in labs if deltaE_ciede2000(labs[each], labs[tag]) >= LEAST_CHANGE]
    return far[int(rng.integers(len(far)))] if far else None


def _shares_part(tags: tuple[str, ...], name: str) -> bool:
    """Whether another clothes tag colours the same part: a shirt below a jacket."""
    kind = name.rsplit("_", 1)[-1]
    return kind == "shirt" and any(tag.endswith("_jacket") for tag in tags)
