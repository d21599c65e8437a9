"""Views of the published methods: crops, colours drawn anew, hints by cell and patch, players."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

import resources
from models.hints.hints import StrokeHint
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from tests.helpers.training.small_set import two_tone_figure
from training.data.hints.recipe_hints import CellHints, PatchHints
from training.data.items.augment import ViewStyle, random_view
from training.data.items.picture_items import PictureItems
from training.data.items.recolor import redraw_colors
from training.data.items.redraw_tags import TagRedraw
from training.data.sample import Sample
from training.data.tagging import TagList, own_color_tags
from training.methods.players import Handed, looked_through
from training.methods.views import ViewOptions
from training.recipe import DataConfig, SourceConfig

DATA = DataConfig(sources=(SourceConfig(kind="characters", count=1),), side=64)


def test_largest_square_is_the_picture_as_it_is_or_mirrored():
    sample = two_tone_figure(2)
    style = ViewStyle(side=96, square_share=1.0, turn_share=0, recolor_share=0, background_share=0)
    view = random_view(sample, style, np.random.default_rng(0)).color
    assert np.array_equal(view, sample.color) or np.array_equal(view, sample.color[:, ::-1])


def test_new_colors_leave_ink_dark_and_come_from_the_generator_alone():
    sample = two_tone_figure(4)
    assert sample.line is not None
    first = redraw_colors(sample, np.random.default_rng(1))
    again = redraw_colors(sample, np.random.default_rng(1))
    other = redraw_colors(sample, np.random.default_rng(2))
    assert np.array_equal(first.color, again.color)
    assert not np.array_equal(first.color, other.color)
    assert first.color[sample.line < 128].mean() < 60
    inside = sample.labels == 1
    assert np.abs(first.color[inside].astype(int) - sample.color[inside]).mean() > 10
    assert first.tags == ()


def test_cell_hints_fill_single_cells_of_the_small_tensor():
    sample = two_tone_figure(1)
    items = PictureItems(
        view=ViewStyle(side=64, recolor_share=0),
        hints=CellHints(rule="ye", cell=4, spread=0.3),
        hint_cell=4,
    )
    item = items(sample, np.random.default_rng(0), 0)
    mask = item["hints"][3]
    assert mask.shape == (16, 16)
    assert 0 < mask.sum() < 256
    assert set(np.unique(mask)) == {0.0, 1.0}
    assert not item["hints"][:3, mask == 0].any()


def test_paired_views_differ_in_the_parts_of_their_tags_alone():
    vocabulary = load_vocabulary(resources.TAGS)
    items = PictureItems(
        view=ViewStyle(side=64, recolor_share=0),
        colors=own_color_tags(),
        tags_redrawn=TagRedraw(vocabulary, share=1.0),
        paired=True,
    )
    differed = 0
    for seed in range(12):
        item = items(two_tone_figure(3), np.random.default_rng(seed), 0)
        off = np.abs(item["rgb"].astype(int) - item["rgb_other"]).max(axis=0)
        assert off[item["parts"] != int(Part.HAIR)].max() <= 4
        if np.array_equal(item["tags"], item["tags_other"]):
            assert off.max() == 0
        else:
            assert off[item["parts"] == int(Part.HAIR)].max() > 20
            differed += 1
    assert 0 < differed < 12


def test_spread_sets_the_share_of_hinted_cells():
    rng = np.random.default_rng(3)
    sample = two_tone_figure(1)
    counts = [
        len(CellHints(rule="alacgan", cell=4, spread=0.05)(sample, sample.color[..., 0], rng))
        for _ in range(200)
    ]
    assert np.mean(counts) / 24**2 == pytest.approx(0.8 * 0.05, rel=0.25)


def test_item_builder_of_a_recipe_can_be_sent_to_a_worker():
    views = ViewOptions(lines={"pencil": 0.5, "true_ink": 0.5}, wear={"lightening": 1.0})
    items = PictureItems(
        view=views.style(DATA), lines=views.draw_lines(), hints=PatchHints(artist_share=0.5)
    )
    sample = two_tone_figure(5)
    ours = items(sample, np.random.default_rng(7), 0)
    theirs = pickle.loads(pickle.dumps(items))(sample, np.random.default_rng(7), 0)
    for name, plane in ours.items():
        assert np.array_equal(plane, theirs[name])


def test_views_that_cannot_be_drawn_are_refused_with_the_remedy():
    with pytest.raises(ValueError, match="turn_share is a chance, 0 to 1; got 2"):
        ViewOptions(turn_share=2.0)
    with pytest.raises(ValueError, match="wear belongs to lines"):
        ViewOptions(wear={"jpeg": 0.5})
    with pytest.raises(ValueError, match="sketchkeras_weights"):
        ViewOptions(lines={"sketchkeras_enhanced": 1.0}).draw_lines()


def test_network_that_is_looked_through_gathers_no_gradient_but_passes_it_on():
    network = nn.Linear(2, 1)
    x = torch.ones(1, 2, requires_grad=True)
    with looked_through(network):
        y = network(x).sum()
    y.backward()
    assert network.weight.grad is None
    assert x.grad is not None
    assert all(weight.requires_grad for weight in network.parameters())


def test_painting_is_handed_over_once_and_without_history():
    handed = Handed()
    handed.give(torch.ones(1, requires_grad=True) * 2)
    assert not handed.take().requires_grad
    with pytest.raises(RuntimeError, match="it had none"):
        handed.take()


def test_spread_can_be_drawn_for_each_view():
    rng = np.random.default_rng(3)
    sample = two_tone_figure(1)
    hints = CellHints(rule="ye", cell=4, spread=0.01, most=3.0)
    shares = np.array([len(hints(sample, sample.color[..., 0], rng)) / 24**2 for _ in range(200)])
    assert 0.2 < np.mean(shares < 0.05) < 0.6
    assert 0.1 < np.mean(shares > 0.4) < 0.5


def framed(height: int, width: int) -> Sample:
    """A grey picture without a white pixel; red and green rise along its rows and columns."""
    rows, columns = np.mgrid[:height, :width]
    color = np.stack([20 + rows, 20 + columns, np.full_like(rows, 90)], axis=2).astype(np.uint8)
    return Sample(
        color=color,
        figure=np.full((height, width), 255, np.uint8),
        shapes=("hat",),
        name="framed",
        source="test",
        licence="test",
    )


@pytest.mark.parametrize(("height", "width"), [(96, 96), (96, 72), (72, 96)])
def test_resized_crop_shows_nine_tenths_or_more_and_no_white_corner(height: int, width: int):
    style = ViewStyle(
        side=64,
        crop="resized",
        turn_share=1.0,
        turn_degrees=10.0,
        recolor_share=0,
        background_share=0,
    )
    sample = framed(height, width)
    for seed in range(20):
        view = random_view(sample, style, np.random.default_rng(seed))
        assert view.color[..., :2].max() < 130
        assert view.shapes == ("hat",)
    whole = replace(style, turn_share=0.0)
    for seed in range(20):
        view = random_view(sample, whole, np.random.default_rng(seed)).color.astype(int)
        if height == width:  # of at least 0.9 of the area, one pixel for the resampling
            down, across = (np.ptp(view[..., channel]) / 95 for channel in (0, 1))
            assert 0.87 < down * across <= 1
            assert 0.9 < across / down < 1.1


def test_native_crop_keeps_pixels_as_they_are_and_moves_about():
    style = ViewStyle(side=48, crop="native", turn_share=0, recolor_share=0, background_share=0)
    sample = framed(96, 80)
    tops = set()
    for seed in range(12):
        view = random_view(sample, style, np.random.default_rng(seed)).color.astype(int)
        assert np.ptp(view[..., 0]) == np.ptp(view[..., 1]) == 47
        tops.add(int(view[0, 0, 0]))
    assert len(tops) > 6


def test_whole_picture_is_stretched_to_the_view():
    style = ViewStyle(side=48, crop="whole", turn_share=0, recolor_share=0, background_share=0)
    view = random_view(framed(96, 64), style, np.random.default_rng(1)).color.astype(int)
    assert np.ptp(view[..., 0]) == pytest.approx(95, abs=3)
    assert np.ptp(view[..., 1]) == pytest.approx(63, abs=3)


def test_tags_that_a_collection_leaves_out_do_not_hold():
    listing = TagList(title="four", tags=("blue_hair", None, "blush", "red_skirt"), aliases={})
    sample = replace(
        framed(64, 64), tags=("blue_hair",), named=("blue_hair", "blush"), source="illustrations"
    )
    style = ViewStyle(side=64, recolor_share=0, background_share=0)
    item = PictureItems(view=style, colors=listing)(sample, np.random.default_rng(0), 0)
    assert item["tags_true"].tolist() == item["tags"].tolist() == [1, 0, 1, 0]
    assert item["tags_known"].tolist() == [1, 0, 1, 1]
    ours = PictureItems(view=style, colors=own_color_tags())
    item = ours(sample, np.random.default_rng(0), 0)
    assert item["tags_true"].sum() == 1
    assert item["tags_known"].all()
    recolored = replace(style, recolor_share=1.0)
    item = replace(ours, view=recolored)(sample, np.random.default_rng(0), 0)
    assert not item["tags_known"].any()
    drawn = replace(sample, named=(), absent=("red_hair",))
    item = ours(drawn, np.random.default_rng(0), 0)
    assert item["tags_known"].sum() == 2


def test_hints_of_an_artist_fill_whole_cells_and_run_along_strokes():
    sample = two_tone_figure(1)
    hints = CellHints(rule="ye", cell=4, spread=0.01, artist_share=1.0)
    items = PictureItems(view=ViewStyle(side=64, recolor_share=0), hints=hints, hint_cell=4)
    masks = [items(sample, np.random.default_rng(seed), 0)["hints"][3] for seed in range(12)]
    drawn = [
        hints(sample, np.full((96, 96), 255, np.uint8), np.random.default_rng(seed))
        for seed in range(12)
    ]
    assert any(isinstance(each, StrokeHint) for found in drawn for each in found)
    assert all(each.radius >= 2 for found in drawn for each in found)
    assert sum(bool(mask.any()) for mask in masks) > 9
