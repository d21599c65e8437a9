"""How much of a form stays lit, as artists keep it: most of a face below a hat, and of any form.

A network that doubts tells whole forms as lying in shade, all the more the less a picture is like
those that it learned from. No light before a figure leaves a form without a lit side, so the more a
form lies in shade beyond what is usual, the more geometry decides where; the surest places are
taken then, up to the most.
"""

import numpy as np

from models.arrays import FloatArray, IntArray
from models.lighting.form import LitForm
from models.lighting.light import Light
from models.lighting.maps import ToneMaps, steadied
from models.lighting.prior import prior_maps

MOST_SHADED, MOST_DEEP = 0.5, 0.2
"""Share of a form that lies in shade at most, and in its second tone, under a light before it: nine
of ten faces, tops and trousers of 150 drawn characters have no more."""
BOUND_BEHIND = 0.5
"""Depth of a light behind the figure up to which these shares grow to all of it."""
LEAST = 1e-3
"""Of soft shade, and of what lies beyond it: certainty is finite."""


def told_maps(form: LitForm, light: Light, told: ToneMaps | None) -> ToneMaps:
    """The tones of a form under a light: what a network told, None for geometry alone, steadied by
    geometry, and each body kept lit."""
    prior = prior_maps(form, light)
    maps = prior if told is None else steadied(told, prior, light.behind)
    return _kept_lit(maps, prior, form.places, light.behind)


def _kept_lit(
    maps: ToneMaps, prior: ToneMaps, places: tuple[IntArray, ...], behind: float
) -> ToneMaps:
    """Maps with no more of each body in shade than is usual. places  flat indices of each body."""
    bound = max(0.0, 1 - behind / BOUND_BEHIND)
    if bound == 0:
        return maps
    most_shaded, most_deep = (1 - bound * (1 - most) for most in (MOST_SHADED, MOST_DEEP))
    shade = _bounded(maps.shade, prior.shade, places, most_shaded)
    deep = _bounded(maps.deep, prior.deep, places, most_deep)
    before = _odds(maps.soft)
    after = _bounded(before, _odds(prior.soft), places, most_shaded)
    soft = np.where(after == before, maps.soft, 1 / (1 + np.exp(-after))).astype(np.float32)
    return ToneMaps(shade, np.minimum(deep, shade), maps.highlight, soft)


def _bounded(
    odds: FloatArray, prior: FloatArray, places: tuple[IntArray, ...], most: float
) -> FloatArray:
    """Log-odds that are above 0 in no more than such a share of each body."""
    result = odds.copy()
    flat, own = result.reshape(-1), prior.reshape(-1)
    for where in places:
        values = flat[where]
        excess = (np.count_nonzero(values > 0) / len(values) - most) / (1 - most)
        if excess > 0:
            weight = np.float32(excess)
            values = (1 - weight) * values + weight * own[where]
            rank = int((1 - most) * (len(values) - 1))
            flat[where] = values - max(np.float32(0), np.partition(values, rank)[rank])
    return result


def _odds(shares: FloatArray) -> FloatArray:
    """Log-odds of shares 0 to 1."""
    sure = np.clip(shares, np.float32(LEAST), np.float32(1 - LEAST))
    return np.asarray(np.log(sure / (1 - sure)), dtype=np.float32)
