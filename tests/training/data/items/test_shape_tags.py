"""Shape tags: what a drawn character shows, kept through views and the cache."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import resources
from models.hints.tags import load_vocabulary
from tests.helpers.training.small_set import two_tone_figure
from training.data.characters import Framing, ViewChoice, draw_character
from training.data.items.augment import ViewStyle, jitter_colors, random_view
from training.data.library import load_source
from training.data.sample import Sample
from training.recipe import SourceConfig

SHAPES = set(load_vocabulary(resources.TAGS).shape_tags)


def labelled() -> Sample:
    """A figure with one shape tag that holds and one that does not."""
    return replace(two_tone_figure(1), shapes=("short_hair",), shapes_absent=("hat",))


def test_characters_name_shapes_of_the_vocabulary_and_never_both_ways() -> None:
    for seed in range(12):
        sample = draw_character(seed, size=64)
        assert sample.shapes
        assert set(sample.shapes) | set(sample.shapes_absent) <= SHAPES
        assert not set(sample.shapes) & set(sample.shapes_absent)


def test_framing_decides_what_a_character_shows() -> None:
    for seed in range(6):
        head = draw_character(seed, size=64, view=ViewChoice(framing=Framing.HEAD))
        full = draw_character(seed, size=64, view=ViewChoice(framing=Framing.FULL))
        assert {"full_body", "skirt", "pants", "boots"} <= set(head.shapes_absent)
        assert "full_body" in full.shapes
        assert "sitting" in (*full.shapes, *full.shapes_absent)


def test_whole_view_keeps_shapes_and_a_crop_drops_what_it_may_not_show() -> None:
    whole = ViewStyle(side=64, whole_share=1.0, recolor_share=1.0)
    view = random_view(labelled(), whole, np.random.default_rng(1))
    assert (view.shapes, view.shapes_absent) == (("short_hair",), ("hat",))
    crop = ViewStyle(side=64, whole_share=0.0, turn_share=0.0)
    view = random_view(labelled(), crop, np.random.default_rng(1))
    assert (view.shapes, view.shapes_absent) == ((), ())


def test_cache_gives_shapes_back(tmp_path: Path) -> None:
    source = SourceConfig(kind="characters", count=2)
    loaded = [
        load_source(source, tmp_path, split="train", long_side=64, cache=tmp_path) for _ in range(2)
    ]
    assert [s.shapes for s in loaded[0]] == [s.shapes for s in loaded[1]]
    assert [s.shapes_absent for s in loaded[0]] == [s.shapes_absent for s in loaded[1]]


def test_upended_view_turns_all_planes_together() -> None:
    sample = two_tone_figure(2, side=64)
    plain = ViewStyle(side=64, whole_share=0.0, turn_share=0.0, recolor_share=0.0)
    plain = replace(plain, square_share=1.0, background_share=0.0)
    upright = random_view(sample, plain, np.random.default_rng(3))
    upended = random_view(sample, replace(plain, upend_share=1.0), np.random.default_rng(3))
    assert np.array_equal(upended.figure, upright.figure[::-1])
    assert np.array_equal(upended.color, upright.color[::-1])


def test_jitter_changes_colors_within_its_shares() -> None:
    grey = np.full((4, 4, 3), 90, dtype=np.uint8)
    red = np.zeros((4, 4, 3), dtype=np.uint8)
    red[..., 0] = 200
    rng = np.random.default_rng(0)
    assert np.array_equal(jitter_colors(grey, (0.1, 0.1, 0.1), rng), grey)
    turned = jitter_colors(red, (0.0, 0.0, 0.03), rng).astype(int)
    # Three percent of the circle is 10.8 degrees: at most 18 % of the way to the next hue.
    assert 0 < turned[0, 0, 1:].max() <= 0.18 * 200 + 1
    with pytest.raises(ValueError, match=r"three shares.*0\.1"):
        ViewStyle(jitter=(0.1,))
