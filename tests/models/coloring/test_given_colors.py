"""The nearest of a region's colours, however many are compared together."""

import numpy as np
import pytest

from models.color import pack_colors
from models.coloring import given_colors
from models.coloring.flats import srgb_to_oklab
from models.coloring.given_colors import nearest_of_region
from models.coloring.region_pairs import RegionPairs


@pytest.mark.parametrize("at_once", [1, 7, 1 << 17])
def test_nearest_color_of_each_region_is_found_and_the_first_wins_a_tie(at_once, monkeypatch):
    monkeypatch.setattr(given_colors, "COMPARED_AT_ONCE", at_once)
    random = np.random.default_rng(5)
    region = np.sort(np.append(random.integers(0, 9, 30), range(9))).astype(np.int32)
    colors = random.integers(0, 3, (len(region), 3)).astype(np.uint8) * 100  # some are alike
    asked_region = random.integers(0, 9, 60).astype(np.int32)
    asked = random.integers(0, 256, (60, 3)).astype(np.uint8)
    found = nearest_of_region(RegionPairs.of(asked_region, pack_colors(asked)), region, colors)
    for number, place, color in zip(asked_region, found, asked, strict=True):
        own = np.flatnonzero(region == number)
        gaps = ((srgb_to_oklab(colors[own] / 255) - srgb_to_oklab(color / 255)) ** 2).sum(axis=1)
        assert place == own[np.argmin(gaps)]
