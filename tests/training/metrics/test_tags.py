"""Promises of the tag figures, on a generator whose behaviour is known."""

import dataclasses

import cv2
import numpy as np
import pytest

import resources
from models.coloring.painting import Painting
from models.geometry import SizeRule
from models.hints.hints import HintSet
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from models.runtime.generator import LineFeatures
from models.spec import GeneratorSpec
from tests.helpers.training.small_set import two_tone_figure
from training.metrics.tags import score_tag_changes, score_tags, score_truth

VOCABULARY = load_vocabulary(resources.TAGS)
SAMPLES = [two_tone_figure(seed) for seed in range(3)]


class Oracle:
    """Paints the hair in its tag's colour, and `spill` of the tag's colour everywhere else.

    blur  of the lines that it paints, standard deviation in pixels; 0: it paints none.
    spots  share of light in every second column.
    """

    def __init__(self, *, spill=0.0, deaf=False, blur=0.0, spots=1.0):
        self.spill, self.deaf, self.blur, self.spots = spill, deaf, blur, spots
        self.labels = {sample.line.tobytes(): sample.labels for sample in SAMPLES}
        self.spec = GeneratorSpec(
            name="oracle",
            title="Oracle",
            method="tag2pix",
            takes_hints=False,
            takes_tags=True,
            tags=VOCABULARY.names,
            size_rule=SizeRule(),
            features=(),
            inputs=("tags",),
            outputs=("rgb",),
            parameters=0,
            precision="fp32",
            licence="CC0-1.0",
        )

    def read_line(self, line, frame):
        labels = self.labels[line.pixels.tobytes()]
        return LineFeatures(
            line_digest=line.digest, frame=frame, line_u8=line.pixels, tensors={"labels": labels}
        )

    def paint(self, features, hints, tags):
        assert hints == HintSet()
        labels = features.tensors["labels"]
        [name] = tags.names
        color = np.array(VOCABULARY.by_name[name].color, dtype=np.float32) / 255
        if self.deaf:
            color[:] = 0.5
        rgb = np.full((*labels.shape, 3), 0.5, dtype=np.float32)
        rgb += self.spill * (color - rgb)
        rgb[labels == int(Part.HAIR)] = color
        rgb[:, ::2] *= self.spots
        if self.blur:
            rgb *= cv2.GaussianBlur(features.line_u8, (0, 0), self.blur)[..., None] / np.float32(
                255
            )
        return Painting(rgb=rgb)


def test_painter_that_follows_its_tags_hits_and_one_that_does_not_misses():
    assert score_tags(Oracle(), SAMPLES, VOCABULARY)["hair"].rate == 1
    deaf = score_tags(Oracle(deaf=True), SAMPLES, VOCABULARY)
    assert (deaf["hair"].hits, deaf["hair"].total) == (0, 3)
    assert np.isnan(deaf["eyes"].rate)
    assert np.isnan(deaf["eyes"].shown_rate)


def test_lines_that_a_generator_blurs_darken_its_picture_but_not_what_is_shown():
    white = [dataclasses.replace(sample, tags=("white_hair",)) for sample in SAMPLES]
    blurred = score_tags(Oracle(blur=2.0), white, VOCABULARY)["hair"]
    assert blurred.rate < 1
    assert blurred.shown_rate == 1


def test_what_is_shown_is_tidied_as_its_generator_says():
    """Dark enough spots make another tag's colour of the hair's mean, until light is taken out."""
    white = [dataclasses.replace(sample, tags=("white_hair",)) for sample in SAMPLES]
    spotted, tidied = Oracle(spots=0.3), Oracle(spots=0.3)
    tidied.spec = dataclasses.replace(tidied.spec, tidy=1.0)
    assert score_tags(spotted, white, VOCABULARY)["hair"].shown_rate < 1
    assert score_tags(tidied, white, VOCABULARY)["hair"].shown_rate == 1


def test_shaded_picture_hits_by_its_lit_half():
    shaded = []
    for sample in SAMPLES:
        [name] = sample.tags
        picture = sample.color.copy()
        picture[sample.labels == int(Part.HAIR)] = VOCABULARY.by_name[name].color
        rows, columns = np.nonzero(sample.labels == int(Part.HAIR))
        dark = rows > np.quantile(rows, 0.55)
        picture[rows[dark], columns[dark]] = 0
        shaded.append(dataclasses.replace(sample, color=picture))
    score = score_truth(shaded, VOCABULARY)["hair"]
    assert score.lit_rate == 1
    assert score.rate < 1
    assert np.isnan(score.shown_rate)


def test_changed_tag_changes_its_part_alone():
    found = score_tag_changes(Oracle(), SAMPLES, VOCABULARY)["hair"]
    assert found.changes == 3
    assert found.inside > 15
    assert found.elsewhere == 0
    assert found.background == 0
    assert found.hits == 1


def test_spilling_tag_is_seen_elsewhere_and_on_the_paper():
    found = score_tag_changes(Oracle(spill=0.3), SAMPLES, VOCABULARY)["hair"]
    assert found.elsewhere > 3
    assert found.background > 3


def test_deaf_painter_changes_nothing():
    found = score_tag_changes(Oracle(deaf=True), SAMPLES, VOCABULARY)["hair"]
    assert (found.inside, found.elsewhere, found.hits) == (0, 0, 0)
    assert score_tag_changes(Oracle(), [], VOCABULARY)["hair"].changes == 0


def test_same_tags_are_exchanged_every_time():
    generator = Oracle(spill=0.5)
    first, again = (score_tag_changes(generator, SAMPLES, VOCABULARY)["hair"] for _ in range(2))
    assert first == again


def test_picture_without_lines_is_refused_by_name():
    plain = two_tone_figure(9)
    object.__setattr__(plain, "line", None)
    with pytest.raises(ValueError, match="figure-9: no exact lines or labels"):
        score_tags(Oracle(), [plain], VOCABULARY)
