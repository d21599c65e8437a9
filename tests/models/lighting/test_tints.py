"""Colours of shade and highlights."""

import numpy as np
import pytest

from models.coloring.flats import oklab_to_srgb, srgb_to_oklab
from models.lighting.light import Light
from models.lighting.tints import tone_colors

FLATS = np.array(
    [(255, 255, 255), (250, 220, 200), (40, 60, 200), (20, 20, 20), (0, 0, 0), (230, 40, 60)],
    dtype=np.uint8,
)


def test_oklab_goes_back_to_srgb():
    colors = np.random.default_rng(2).random((50, 3))
    assert oklab_to_srgb(srgb_to_oklab(colors)) == pytest.approx(colors, abs=1e-6)


def test_shade_multiplies_and_a_highlight_screens():
    tones = tone_colors(FLATS, Light(strength=0.8, highlights=0.7))
    assert (tones.shade <= FLATS).all()
    assert (tones.deep <= tones.shade.astype(int) + 1).all()
    assert (tones.highlight >= FLATS).all()


def test_shade_of_white_is_tinted_and_not_black():
    shade = tone_colors(FLATS[:1], Light(strength=0.6)).shade[0].astype(int)
    assert shade.min() > 120
    assert shade[2] > shade[0] > shade[1] - 30
    warm = tone_colors(FLATS[:1], Light(strength=0.6, tint=(200, 120, 40))).shade[0].astype(int)
    assert warm[0] > warm[2]


def test_skin_stays_warm():
    shade = tone_colors(FLATS[1:2], Light(strength=0.6)).shade[0].astype(int)
    assert shade[0] > shade[1] > shade[2] - 12
    assert shade[0] - shade[2] > 15


def test_strength_is_how_dark_shade_is():
    weak, strong = (tone_colors(FLATS, Light(strength=value)).shade for value in (0.2, 0.9))
    assert weak[:3].mean() > strong[:3].mean() + 30
    assert np.array_equal(tone_colors(FLATS, Light(strength=0, highlights=0)).highlight, FLATS)
    none = tone_colors(FLATS, Light(strength=0)).shade.astype(int)
    assert np.abs(none - FLATS).max() <= 1
