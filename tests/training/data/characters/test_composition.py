"""Colouring of drawn characters: shadow colours, rounded form, highlights, ink."""

import numpy as np

from training.data.characters.drawing.composition import compose, form_shade, inked, shadow_colors
from training.data.characters.drawing.shading import Light

NEUTRAL = (1.0, 1.0, 1.0)


def saturation(colors):
    colors = colors.astype(float)
    return 1 - colors.min(axis=1) / np.maximum(colors.max(axis=1), 1)


def test_shadow_is_more_saturated_and_not_brighter():
    colors = np.array([[253, 228, 213], [120, 160, 220], [90, 140, 80]], np.uint8)
    deep = shadow_colors(colors, NEUTRAL)
    assert np.all(saturation(deep) > saturation(colors))
    weights = np.array([0.299, 0.587, 0.114])
    assert np.all(deep @ weights <= colors @ weights + 1)


def test_grey_stays_grey_in_neutral_shadow():
    greys = np.array([[250, 250, 250], [90, 90, 90], [0, 0, 0]], np.uint8)
    assert np.ptp(shadow_colors(greys, NEUTRAL).astype(int), axis=1).max() <= 1


def test_tint_leans_the_shadow():
    white = np.array([[240, 240, 240]], np.uint8)
    red, _, blue = shadow_colors(white, (0.9, 1.0, 1.1))[0]
    assert blue > red


def test_form_is_darker_on_the_side_away_from_the_light():
    mask = np.zeros((96, 96), np.uint8)
    mask[20:76, 20:76] = 255
    shade = form_shade(mask, Light(0.8, -0.6), radius=16, strength=0.3)
    assert shade.shape == mask.shape
    assert shade[48, 70] > shade[48, 26] + 10
    assert shade[24, 48] > shade[72, 48]
    assert shade.min() >= round(255 * 0.7) - 1


def test_full_light_without_marks_leaves_the_flat_colors():
    flat = np.random.default_rng(1).integers(0, 256, (8, 9, 3), dtype=np.uint8)
    lit, none = np.full((8, 9), 255, np.uint8), np.zeros((8, 9), np.uint8)
    picture = compose(flat, shadow=flat // 2, shade=lit, blush=none, glow=none)
    assert np.array_equal(picture, flat)


def test_full_glow_is_white_and_half_glow_lies_between():
    flat = np.full((4, 4, 3), 100, np.uint8)
    lit, none = np.full((4, 4), 255, np.uint8), np.zeros((4, 4), np.uint8)
    glow = np.full((4, 4), 128, np.uint8)
    half = compose(flat, shadow=flat, shade=lit, blush=none, glow=glow)
    full = compose(flat, shadow=flat, shade=lit, blush=none, glow=lit)
    assert np.all(full == 255)
    assert np.all(np.abs(half.astype(int) - 178) <= 1)


def test_ink_is_dark_on_every_color_and_covers_as_the_line_says():
    flat = np.array([[[255, 255, 255], [253, 228, 213], [240, 60, 60], [20, 20, 30]]], np.uint8)
    drawn = inked(flat, flat, np.zeros((1, 4), np.uint8), (20, 16, 22), 0.6)
    assert drawn.max(axis=2).max() < 160
    assert drawn[0, 0].max() < 60
    untouched = inked(flat, flat, np.full((1, 4), 255, np.uint8), (20, 16, 22), 0.6)
    assert np.array_equal(untouched, flat)
