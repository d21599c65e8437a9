"""One picture that is coloured to be measured."""

import hashlib
from dataclasses import dataclass

import numpy as np

from models.arrays import U8Array
from models.hints.hints import HintSet
from training.data.hints.simulated import HintStyle, simulate_hints
from training.data.sample import Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One picture to colour: the sample, its line art and where it comes from.

    own  uint8 (H, W), 255 where the picture is the artist's, 0 on a margin that validation added;
         None without a margin.
    """

    source: str
    sample: Sample
    line_u8: U8Array
    own: U8Array | None = None

    def hints(self, count: int, draw: int = 0) -> HintSet:
        """`count` single-pixel hints in the C-FID layout, the same for the same `draw`."""
        key = f"{self.source}/{self.sample.name}/{count}/{draw}".encode()
        seed = int.from_bytes(hashlib.sha256(key).digest()[:8], "big")
        rng = np.random.default_rng(seed)
        style = HintStyle(layout="segments", count=count)
        return simulate_hints(self.sample.color, self.line_u8, style, rng)
