"""Tones as layers: together with the flats they are the picture, edges apart."""

import numpy as np
import pytest

from models.coloring.shade import decompose
from models.lighting.layers import DEEP, HIGHLIGHT, SHADE, read_tones, tone_layer
from models.lighting.light import Light, ShadeStyle
from models.lighting.tints import tone_colors

FLATS = np.array([[(250, 220, 200), (40, 60, 200)], [(255, 255, 255), (0, 0, 0)]], dtype=np.uint8)
LIGHT = Light(300, ShadeStyle.TWO_TONE, 0.8, 0.7)


def laid(tone):
    """The flats with every layer over them, where all pixels have one tone."""
    tones = np.full(FLATS.shape[:2], tone, dtype=np.uint8)
    picture = FLATS.astype(float)
    for each in (SHADE, DEEP, HIGHLIGHT):
        layer = tone_layer(FLATS, tones, each, LIGHT)
        share = layer[..., 3:] / 255
        over = layer[..., :3].astype(float)
        mixed = 255 - (255 - picture) * (255 - over) / 255
        mixed = mixed if each == HIGHLIGHT else np.round(picture * over / 255)
        picture = share * mixed + (1 - share) * picture
    return picture


@pytest.mark.parametrize("tone", [0, SHADE, DEEP, HIGHLIGHT])
def test_layers_over_flats_are_the_colours_of_tones(tone):
    colors = tone_colors(FLATS.reshape(-1, 3), LIGHT)
    wanted = [FLATS.reshape(-1, 3), colors.shade, colors.deep, colors.highlight][tone]
    assert np.abs(laid(tone) - wanted.reshape(FLATS.shape)).max() <= 2


def test_a_layer_is_opaque_where_its_tone_is():
    tones = np.array([[0, SHADE], [DEEP, HIGHLIGHT]], dtype=np.uint8)
    alphas = [tone_layer(FLATS, tones, tone, LIGHT)[..., 3] > 0 for tone in (1, 2, 3)]
    assert [alpha.ravel().tolist() for alpha in alphas] == [
        [False, True, True, False],
        [False, False, True, False],
        [False, False, False, True],
    ]


@pytest.mark.parametrize("tone", [0, SHADE, DEEP, HIGHLIGHT])
def test_tones_are_read_back_from_what_lies_over_flats(tone):
    flats = FLATS[:, :1].repeat(3, axis=1)
    colors = tone_colors(flats.reshape(-1, 3), LIGHT)
    made = [flats, colors.shade, colors.deep, colors.highlight][tone].reshape(flats.shape)
    tones, told = read_tones(flats, *decompose(made, flats), LIGHT)
    assert told == 1
    has_light = (flats < 255).any(axis=2) if tone == HIGHLIGHT else np.ones(flats.shape[:2], bool)
    assert (tones[has_light] == tone).all()


def test_another_shade_is_no_tone_of_the_light():
    shade = np.full(FLATS.shape, 90, dtype=np.uint8)
    assert read_tones(FLATS, shade, np.zeros_like(shade), LIGHT)[1] < 0.5
