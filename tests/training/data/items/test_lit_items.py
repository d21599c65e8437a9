"""Items of a training of light: the light turns with its picture, colours tell nothing."""

import numpy as np
import pytest

from tests.helpers.training.small_set import lit_figure
from training.data import library
from training.data.items.augment import ViewStyle, random_view, turned_light
from training.data.items.lit_items import FlatsMix, LitItems, encode_light, redraw_flats
from training.data.sample import Sample
from training.data.tones import Tones
from training.evaluation.light_protocol.measure import far_side
from training.recipe import SourceConfig

STYLE = ViewStyle(
    side=96,
    whole_share=1.0,
    turn_share=1.0,
    turn_degrees=60,
    recolor_share=0.0,
    upend_share=0.5,
)


@pytest.mark.parametrize(
    ("matrix", "turned"),
    [
        ([[-1, 0, 9], [0, 1, 0]], 330.0),
        ([[1, 0, 0], [0, -1, 9]], 150.0),
        ([[0, -2, 0], [2, 0, 0]], 120.0),
    ],
    ids=["mirrored", "upended", "turned clockwise and enlarged"],
)
def test_a_light_turns_with_its_picture(matrix, turned):
    assert turned_light(30.0, np.array(matrix, float)) == pytest.approx(turned)


@pytest.mark.parametrize("seed", range(12))
def test_the_far_half_of_any_view_is_the_shaded_one(seed):
    sample = lit_figure(seed, light=seed * 30.0)
    view = random_view(sample, STYLE, np.random.default_rng(seed))
    assert far_side(view.tones.first > 127, view.figure, view.light) > 0.8


def test_an_unknown_light_stays_unknown():
    sample = lit_figure(1)
    rng = np.random.default_rng(0)
    unknown = Sample(**{f: getattr(sample, f) for f in sample.__slots__} | {"light": None})
    assert random_view(unknown, STYLE, rng).light is None
    assert encode_light(None, 0.3).tolist() == pytest.approx([0, 0, 0, 0.3])
    assert encode_light(90, 2.0).tolist() == pytest.approx([1, 0, 1, 1])


def test_an_item_has_what_the_network_takes():
    items = LitItems(view=STYLE, unknown=0.0)
    item = items(lit_figure(3), np.random.default_rng(5), 0)
    again = items(lit_figure(3), np.random.default_rng(5), 0)
    assert {name: plane.shape for name, plane in item.items()} == {
        "line": (1, 96, 96),
        "flats": (3, 96, 96),
        "light": (4,),
        "tones": (4, 96, 96),
        "known": (4,),
        "figure": (96, 96),
    }
    assert all(np.array_equal(item[name], again[name]) for name in item)
    assert item["line"].max() > 0.5
    assert item["light"][2] == 1


def test_views_that_lose_their_flats_are_refused():
    with pytest.raises(ValueError, match=r"set them to none, and flats\.redrawn instead"):
        LitItems(view=ViewStyle(recolor_share=0.2))


def test_redrawn_flats_keep_their_areas_and_lose_their_colors():
    flat = lit_figure(2).flat
    mix = FlatsMix(redrawn=1.0, merged=0.0, blank=0.0)
    new = redraw_flats(flat, mix, np.random.default_rng(1))
    pairs = np.unique(np.concatenate([flat, new], axis=2).reshape(-1, 6), axis=0)
    assert len(pairs) == len(np.unique(flat.reshape(-1, 3), axis=0))
    assert (new != flat).any(axis=2).mean() > 0.2
    blank = redraw_flats(flat, FlatsMix(redrawn=0, blank=1), np.random.default_rng(1))
    assert (blank == 255).all()


def test_a_lit_source_keeps_flats_tones_and_light_and_hides_its_shade(tmp_path):
    source = SourceConfig(kind="characters", count=1, lights=2)
    for _ in range(2):  # drawn, then read from the cache
        first, second = library.load_source(
            source, tmp_path, split="train", long_side=64, cache=tmp_path, lit=True
        )
        assert first.light != second.light
        assert np.array_equal(first.color, second.color)
        assert first.tones.known == (True, True, True, True)
        assert not np.array_equal(first.tones.first, second.tones.first)
        paper = first.line == 255
        assert np.array_equal(first.color[paper], first.flat[paper])


def test_lights_are_for_characters_alone():
    with pytest.raises(ValueError, match="lights is 0 or more, and for characters alone; got 2"):
        SourceConfig(kind="spritemaker", folder="x", count=1, lights=2)


def test_tones_of_unequal_size_are_refused():
    plane = np.zeros((4, 5), np.uint8)
    with pytest.raises(ValueError, match="tone soft must be uint8"):
        Tones(first=plane, soft=plane[:3])
