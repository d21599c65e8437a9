"""Tags drawn anew: the part takes the new tag's colour, all else and the ink stay."""

from dataclasses import replace

import numpy as np
import pytest
from skimage.color import rgb2lab

import resources
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from tests.helpers.training.small_set import two_tone_figure
from training.data.items.redraw_tags import TagRedraw

VOCABULARY = load_vocabulary(resources.TAGS)
REDRAW = TagRedraw(VOCABULARY, share=1.0)


@pytest.fixture
def sample():
    drawn = two_tone_figure(3)
    assert drawn.tags == ("blue_hair",)
    return replace(drawn, absent=("red_hair", "pink_hair"))


def test_part_takes_the_color_of_its_new_tag(sample):
    hair = (sample.labels == int(Part.HAIR)) & (sample.line > 200)
    seen = set()
    for seed in range(30):
        redrawn = REDRAW(sample, np.random.default_rng(seed))
        color = np.median(redrawn.color[hair], axis=0).astype(int)
        (tag,) = redrawn.tags
        assert VOCABULARY.nearest("hair", tuple(color.tolist())).name == tag
        assert tag not in redrawn.absent
        assert "blue_hair" in redrawn.absent
        seen.add(tag)
    assert "blue_hair" not in seen
    assert len(seen) > 8


def test_other_parts_and_ink_stay(sample):
    redrawn = REDRAW(sample, np.random.default_rng(1))
    ink = sample.line < 40
    elsewhere = sample.labels != int(Part.HAIR)
    # OpenCV's 8-bit CIELAB is not exact both ways.
    difference = np.abs(redrawn.color.astype(int) - sample.color)
    assert difference[elsewhere | ink].max() <= 4
    assert np.array_equal(redrawn.line, sample.line)
    assert redrawn.flat is None


def test_shading_stays(sample):
    shaded = sample.color.copy()
    rows = np.linspace(0.75, 1.0, len(shaded))[:, None, None]
    shaded = (shaded * rows).astype(np.uint8)
    redrawn = REDRAW(replace(sample, color=shaded), np.random.default_rng(2))
    hair = (sample.labels == int(Part.HAIR)) & (sample.line > 200)
    before, after = shaded.mean(axis=2)[hair], redrawn.color.mean(axis=2)[hair]
    assert np.corrcoef(before, after)[0, 1] > 0.9


def test_a_tag_can_name_the_mean_of_a_shaded_part(sample):
    light = np.where(np.arange(sample.color.shape[1]) < sample.color.shape[1] // 2, 0.4, 1.0)
    shaded = replace(sample, color=(sample.color * light[:, None]).astype(np.uint8))
    hair = (sample.labels == int(Part.HAIR)) & (sample.line > 230)
    off = {}
    for names_mean in (False, True):
        redraw = TagRedraw(VOCABULARY, share=1.0, names_mean=names_mean)
        distances = []
        for seed in range(20):
            redrawn = redraw(shaded, np.random.default_rng(seed))
            tag = np.array(VOCABULARY.by_name[redrawn.tags[0]].color) / 255
            mean = rgb2lab(redrawn.color[hair] / 255).mean(axis=0)
            distances.append(np.linalg.norm(mean - rgb2lab(tag)))
        off[names_mean] = np.mean(distances)
    assert off[True] < 9  # the spread about a tag's colour is 6
    assert off[False] > 2 * off[True]


def test_part_of_two_tags_and_samples_without_labels_stay(sample):
    two = replace(sample, tags=("white_shirt", "red_jacket"))
    assert REDRAW(two, np.random.default_rng(0)) is two
    bare = replace(sample, labels=None)
    assert REDRAW(bare, np.random.default_rng(0)) is bare
    never = TagRedraw(VOCABULARY, share=0.0)
    assert never(sample, np.random.default_rng(0)) is sample
    kept = TagRedraw(VOCABULARY, share=1.0, kept_groups=("hair",))
    assert kept(sample, np.random.default_rng(0)) is sample
