"""How sure it is, at a small size, which tone a pixel has: what a prior or a network tells."""

from dataclasses import dataclass, fields

import numpy as np

from models.arrays import FloatArray

MOST_LOGIT = 8.0
"""Certainty beyond which nothing is told apart."""
PRIOR_WEIGHT = 0.3
"""Of what geometry tells beside a network: both together are right more often than either."""


@dataclass(frozen=True, slots=True, eq=False)
class ToneMaps:
    """Tones of one picture under one light, float32 (h, w) each.

    shade      log-odds of the first shade tone or the second.
    deep       log-odds of the second alone.
    highlight  log-odds of a highlight.
    soft       how dark soft form shading is, 0 to 1.
    """

    shade: FloatArray
    deep: FloatArray
    highlight: FloatArray
    soft: FloatArray

    def __post_init__(self) -> None:
        shapes = {getattr(self, field.name).shape for field in fields(self)}
        if len(shapes) != 1 or len(next(iter(shapes))) != 2:
            raise ValueError(f"tone maps are four planes (h, w) of one size; got {shapes}")


def maps_from_shares(shares: FloatArray) -> ToneMaps:
    """Maps from probabilities, float32 (4, h, w): shade, its second tone, highlight, soft shade."""
    least = 1 / (1 + np.exp(MOST_LOGIT))
    sure = np.clip(shares[:3], least, 1 - least)
    odds = np.log(sure / (1 - sure)).astype(np.float32)
    return ToneMaps(odds[0], odds[1], odds[2], np.clip(shares[3], 0, 1))


WEIGHT_BEHIND = 1.0
"""Of the same where a light stands straight behind: there geometry alone says that all is dark but
rims, since a network that doubts leaves patches."""
BEHIND_LOSS = 2 * MOST_LOGIT
"""What a network's own highlights lose there: they would lie in the middle of what is dark."""


def steadied(told: ToneMaps, prior: ToneMaps, behind: float) -> ToneMaps:
    """What a network told, steadied by geometry; highlights are the network's own, and rims both's.

    behind  how far the light stands behind the figure, 0 to 1: only then geometry tells rims.
    """
    weight = np.float32(PRIOR_WEIGHT + (WEIGHT_BEHIND - PRIOR_WEIGHT) * behind)
    shade = np.float32(1 - behind) * told.shade + weight * prior.shade
    deep = told.deep + np.float32(PRIOR_WEIGHT) * prior.deep
    share = weight / (1 + weight)
    soft = (1 - share) * told.soft + share * prior.soft
    highlight = told.highlight
    if behind > 0:
        own = told.highlight - np.float32(BEHIND_LOSS * behind)
        highlight = np.maximum(own, prior.highlight)
        shade = np.where(prior.highlight > 0, np.minimum(shade, -prior.highlight), shade)
        soft[prior.highlight > 0] = 0
    return ToneMaps(shade, np.minimum(deep, shade), highlight, soft)
