"""Tags drawn anew: a part takes the colour of another tag of its group, and the sample that tag.

A few thousand characters with fixed colours are learned by heart; with tags that change from view
to view they are the only way to know a part's colour. Shading stays, and ink stays ink.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.random import Generator as Rng

from models.arrays import FloatArray
from models.hints.tags import Tag, Vocabulary
from training.data.items.recolor import lab_from_rgb, rgb_from_lab
from training.data.sample import Sample

SPREAD = np.array([4, 3, 3], dtype=np.float32)
"""Standard deviation of a new colour about its tag's, in CIELAB."""
NEAREST_SHARE = 0.4
"""Share of a part's pixels, those most like the old tag, whose median is the part's own colour."""
REACH = 45.0
"""CIELAB distance from that colour over which a pixel follows it less and less: lights, whites."""
LIKENESS = np.array([0.5, 1, 1], dtype=np.float32)
"""Differences in lightness count half: light and shadow are of one surface."""
LEAST_PIXELS = 6
BESIDE_INK = 0.8
"""From this share of paper on a pixel shows its part's colour."""
MEAN_STEPS = 3
"""Moves until the mean is the tag's: colours that leave sRGB are clipped and fall short."""


@dataclass(frozen=True, slots=True)
class TagRedraw:
    """Replaces tags of a sample by others of their groups, and recolours their parts.

    share  chance of each tag to be replaced. Tags whose part another tag of the sample colours too
           stay, and so does all without labels.
    names_mean  whether a tag names the mean of its part, with lights and shadows, and not the
           colour that most of it has.
    kept_groups  groups whose tags stay.
    """

    vocabulary: Vocabulary
    share: float
    names_mean: bool = False
    kept_groups: tuple[str, ...] = ()

    def __call__(self, sample: Sample, rng: Rng) -> Sample:
        """The sample with new tags."""
        known = self.vocabulary.by_name
        tags = [known[name] for name in sample.tags if name in known]
        if sample.labels is None or not tags:
            return sample
        lab = lab_from_rgb(sample.color)
        paper = _paper(sample, lab)
        replaced: dict[str, str] = {}
        for tag in _alone_on_their_parts(tags):
            if rng.random() >= self.share or tag.group in self.kept_groups:
                continue
            new, where = self._other(tag, rng), sample.labels == int(tag.part)
            if new is None or np.count_nonzero(where) < LEAST_PIXELS:
                continue
            target = _lab_of(new) + rng.normal(0, 1, 3).astype(np.float32) * SPREAD
            lab[where] = _moved(lab[where], paper[where], old=_lab_of(tag), target=target)
            if self.names_mean:
                lab[where] = _with_mean(lab[where], paper[where], target)
            replaced[tag.name] = new.name
        if not replaced:
            return sample
        absent = [name for name in sample.absent if name not in replaced.values()]
        return replace(
            sample,
            color=rgb_from_lab(lab),
            flat=None,
            tags=tuple(replaced.get(name, name) for name in sample.tags),
            absent=(*absent, *replaced),
            named=(),
        )

    def _other(self, tag: Tag, rng: Rng) -> Tag | None:
        group = next(each for each in self.vocabulary.groups if each.id == tag.group)
        others = [each for each in group.tags if each.name != tag.name]
        return others[int(rng.integers(len(others)))] if others else None


def _alone_on_their_parts(tags: Iterable[Tag]) -> list[Tag]:
    listed = list(tags)
    parts = [tag.part for tag in listed]
    return [tag for tag in listed if parts.count(tag.part) == 1 and tag.group != "background"]


def _paper(sample: Sample, lab: FloatArray) -> FloatArray:
    """How little ink each pixel has, 0 to 1, by the exact line art or else by lightness."""
    if sample.line is not None:
        return np.clip((sample.line.astype(np.float32) / 255 - 0.2) / 0.6, 0, 1)
    return np.clip((lab[..., 0] - 15) / 23, 0, 1)


def _moved(
    lab: FloatArray, paper: FloatArray, *, old: FloatArray, target: FloatArray
) -> FloatArray:
    """Pixels of one part, (N, 3), moved by what leads from their own colour to the target."""
    own = _own_color(lab, paper, old)
    distance = np.linalg.norm((lab - own) * LIKENESS, axis=1)
    follows = np.exp(-((distance / REACH) ** 2)) * paper
    return np.asarray(lab + follows[:, None] * (target - own), dtype=np.float32)


def _with_mean(lab: FloatArray, paper: FloatArray, target: FloatArray) -> FloatArray:
    """Pixels of one part, (N, 3), moved alike until their mean beside the ink is the target."""
    for _ in range(MEAN_STEPS):
        shift = target - _drawn(lab, paper).mean(axis=0)
        lab = lab_from_rgb(rgb_from_lab((lab + paper[:, None] * shift)[None]))[0]
    return lab


def _own_color(lab: FloatArray, paper: FloatArray, tag: FloatArray) -> FloatArray:
    """The colour of a part's pixels that the tag means: the median of those most like it."""
    drawn = _drawn(lab, paper)
    order = np.argsort(((drawn - tag) ** 2).sum(axis=1))
    return np.asarray(
        np.median(drawn[order[: max(1, int(len(order) * NEAREST_SHARE))]], axis=0), np.float32
    )


def _drawn(lab: FloatArray, paper: FloatArray) -> FloatArray:
    """The pixels beside the ink; all where they are too few."""
    beside = paper > BESIDE_INK
    return lab[beside] if np.count_nonzero(beside) >= LEAST_PIXELS else lab


def _lab_of(tag: Tag) -> FloatArray:
    rgb = np.array([[tag.color]], dtype=np.float32) / 255
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)[0, 0], dtype=np.float32)
