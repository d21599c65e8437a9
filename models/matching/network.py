"""Which known region each region of a drawing is, by a small network of attention.

Regions of both drawings are tokens. In every block those of a drawing look at each other, the more
where they touch, and at those of the other drawing, the more the liker a pair is. In the end each
pair has a score, and every region one for "none of them". Colours are never seen, only which known
regions share one: so a colour is copied and cannot be remembered. After The Animation Transformer
(Casey et al. 2021) and SuperGlue (Sarlin et al. 2020). Weights were fitted by `tintline-train
fit-matching` on views of drawn characters that no benchmark uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import scipy

from models.arrays import FloatArray, IntArray
from models.matching.looks import RegionLooks, pair_features

WEIGHTS_FILE = Path(__file__).with_name("matching.npz")
BLOCKS = 3
HEADS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """n regions of a drawing and m known ones, as the network takes them.

    now, known            float32 (n, F), (m, F) tokens.
    pairs                 float32 (n, m, P) as of `pair_features`.
    now_beside, key_beside  float32 (n, n), (m, m) share of a region's border along each other.
    same                  float32 (m, m) 1 where two known regions share a colour.
    """

    now: FloatArray
    known: FloatArray
    pairs: FloatArray
    now_beside: FloatArray
    key_beside: FloatArray
    same: FloatArray

    @classmethod
    def of(cls, now: RegionLooks, known: RegionLooks, group: IntArray) -> "Comparison":
        """Compare; group int (m,): known regions of one colour share a group."""
        return cls(
            now=now.tokens(),
            known=known.tokens(),
            pairs=pair_features(now, known),
            now_beside=_dense(now.beside),
            key_beside=_dense(known.beside),
            same=(group[:, None] == group[None]).astype(np.float32),
        )


def scores(comparison: Comparison, weights: Mapping[str, FloatArray]) -> FloatArray:
    """How much every pair scores above "none of them", float32 (n, m)."""
    now, known = (
        _enter(comparison.now, weights) + weights["side_now"],
        _enter(comparison.known, weights) + weights["side_known"],
    )
    pairs = (comparison.pairs - weights["pair_mean"]) / weights["pair_deviation"]
    pairs = np.maximum(_layer(pairs, weights, "pair_wide"), 0)
    pairs = _layer(pairs, weights, "pair_narrow")
    # What a drawing's own attention adds to: neighbours, and regions of one colour.
    nothing = np.zeros_like(comparison.now_beside)
    now_own = np.stack([comparison.now_beside, nothing], axis=2)
    key_own = np.stack([comparison.key_beside, comparison.same], axis=2)
    for number in range(BLOCKS):
        name = f"blocks.{number}"
        beside = weights[f"{name}.beside"]
        now = _attend(now, now, now_own @ beside, weights, f"{name}.own")
        known = _attend(known, known, key_own @ beside, weights, f"{name}.own")
        bias = pairs[..., number * HEADS : (number + 1) * HEADS]
        now, known = (
            _attend(now, known, bias, weights, f"{name}.cross"),
            _attend(known, now, bias.transpose(1, 0, 2), weights, f"{name}.cross"),
        )
        now, known = (_forward(token, weights, f"{name}.forth") for token in (now, known))
    now, known = (_normal(token, weights, "leave_normal") for token in (now, known))
    alike = _layer(now, weights, "leave") @ _layer(known, weights, "leave").T
    found = alike / np.float32(np.sqrt(now.shape[1])) + pairs[..., -1]
    none = _layer(np.maximum(_layer(now, weights, "none_wide"), 0), weights, "none_narrow")
    return np.asarray(found - none, dtype=np.float32)


def _enter(tokens: FloatArray, weights: Mapping[str, FloatArray]) -> FloatArray:
    return _layer((tokens - weights["token_mean"]) / weights["token_deviation"], weights, "enter")


def _dense(matrix: "scipy.sparse.spmatrix") -> FloatArray:
    return np.asarray(matrix.todense(), dtype=np.float32)


def _layer(values: FloatArray, weights: Mapping[str, FloatArray], name: str) -> FloatArray:
    return values @ weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _normal(values: FloatArray, weights: Mapping[str, FloatArray], name: str) -> FloatArray:
    centred = values - values.mean(axis=-1, keepdims=True)
    size = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5)
    return centred / size * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _forward(values: FloatArray, weights: Mapping[str, FloatArray], name: str) -> FloatArray:
    wide = _layer(_normal(values, weights, f"{name}.normal"), weights, f"{name}.wide")
    return values + _layer(np.maximum(wide, 0), weights, f"{name}.narrow")


def _attend(
    asks: FloatArray, tells: FloatArray, bias: FloatArray, weights: Mapping[str, FloatArray],
    name: str,
) -> FloatArray:  # fmt: skip
    """Tokens (n, D) with what those of (m, D) tell them; bias (n, m, HEADS)."""
    count, width = asks.shape
    query = _layer(_normal(asks, weights, f"{name}.normal"), weights, f"{name}.query")
    told = _normal(tells, weights, f"{name}.normal")
    key, value = (_layer(told, weights, f"{name}.{part}") for part in ("key", "value"))
    heads = [
        plane.reshape(len(plane), HEADS, -1).transpose(1, 0, 2) for plane in (query, key, value)
    ]
    found = heads[0] @ heads[1].transpose(0, 2, 1) / np.float32(np.sqrt(width / HEADS))
    found = found + bias.transpose(2, 0, 1)
    found = np.exp(found - found.max(axis=2, keepdims=True))
    shares = found / found.sum(axis=2, keepdims=True)
    message = (shares @ heads[2]).transpose(1, 0, 2).reshape(count, width)
    return asks + _layer(message, weights, f"{name}.out")


@cache
def read_weights(path: Path = WEIGHTS_FILE) -> Mapping[str, FloatArray]:
    """The fitted weights."""
    with np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
