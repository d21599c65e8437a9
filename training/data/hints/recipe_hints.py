"""Hints of the published methods as a recipe asks for them; instances go to worker processes."""

from dataclasses import dataclass, replace
from typing import Literal

from numpy.random import Generator as Rng

from models.arrays import U8Array
from models.hints.hints import AreaHint, HintSet
from training.data.hints.paper_hints import (
    alacgan_hints,
    csa_hints,
    two_stage_color_hints,
    two_stage_draft_hints,
    two_stage_hints,
    ye_hints,
)
from training.data.hints.simulated import HintStyle, Layout, simulate_hints
from training.data.sample import Sample

DENSE = (0.01, 0.4)
"""Least and largest share of hinted cells where hints are dense."""
LAYOUTS: tuple[Layout, ...] = ("segments", "uniform", "areas")
MOST_DABS = 40
"""Of an artist in one view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellHints:
    """Random cells of a grid, as AlacGAN and Ye et al. draw them.

    rule    alacgan: colours slightly misplaced; ye: exact.
    cell    side of a cell in pixels.
    spread  of the threshold; some 0.8 of it is the mean share of hinted cells.
    most    if above spread: it is drawn for each view between the two, evenly by its logarithm.
            Views full of hints show what hints mean long before sparse ones do.
    artist_share  chance of an artist's dabs and strokes instead.
    """

    rule: Literal["alacgan", "ye"]
    cell: int = 4
    spread: float = 0.005
    most: float = 0.0
    artist_share: float = 0.0

    def __call__(self, view: Sample, line_u8: U8Array, rng: Rng) -> HintSet:
        """Hints of a square view."""
        if self.artist_share and rng.random() < self.artist_share:
            return artist_hints(view, line_u8, rng, cell=self.cell)
        grid = view.figure.shape[0] // self.cell
        spread = self.spread
        if self.most > spread:
            spread *= (self.most / spread) ** float(rng.random())
        if self.rule == "ye":
            return ye_hints(view.color, rng, grid=grid, spread=spread)
        return alacgan_hints(view.color, rng, grid=grid, spread=spread)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageHints:
    """Uniform random cells, as the two-stage generator's drafts and colour stage draw them.

    rule  code or paper: how many for a draft; colour: for the colour stage.
    cell  side of a cell in pixels.
    dense_share  chance of many more: a share of all cells from DENSE, evenly by its logarithm.
    artist_share  chance of an artist's dabs and strokes instead.
    """

    rule: Literal["code", "paper", "colour"]
    cell: int = 4
    dense_share: float = 0.0
    artist_share: float = 0.0

    def __call__(self, view: Sample, line_u8: U8Array, rng: Rng) -> HintSet:
        """Hints of a square view."""
        if self.artist_share and rng.random() < self.artist_share:
            return artist_hints(view, line_u8, rng, cell=self.cell)
        grid = view.figure.shape[0] // self.cell
        if self.dense_share and rng.random() < self.dense_share:
            least, most = DENSE
            share = least * (most / least) ** float(rng.random())
            return two_stage_hints(view.color, round(share * grid * grid), rng, grid=grid)
        if self.rule == "colour":
            return two_stage_color_hints(view.color, rng, grid=grid)
        return two_stage_draft_hints(view.color, rng, rule=self.rule, grid=grid)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchHints:
    """Patches of any size near the middle, as CSA draws them, or an artist's dabs and strokes.

    convention   see training.data.hints.paper_hints.csa_hints.
    artist_share chance of dabs and strokes all over the view instead.
    """

    convention: Literal["paper", "richzhang"] = "paper"
    artist_share: float = 0.0

    def __call__(self, view: Sample, line_u8: U8Array, rng: Rng) -> HintSet:
        """Hints of a view."""
        if rng.random() >= self.artist_share:
            return csa_hints(view.color, rng, convention=self.convention)
        return artist_hints(view, line_u8, rng)


def artist_hints(view: Sample, line_u8: U8Array, rng: Rng, *, cell: int = 1) -> HintSet:
    """Dabs and strokes as an artist might set them, none narrower than a cell."""
    style = HintStyle(
        layout=LAYOUTS[int(rng.integers(len(LAYOUTS)))],
        count=int(rng.integers(MOST_DABS + 1)),
        max_radius=4.0,
        stroke_share=0.3,
    )
    hints = simulate_hints(view.color, line_u8, style, rng)
    if cell == 1:
        return hints
    wide = (
        each if isinstance(each, AreaHint) else replace(each, radius=max(each.radius, cell / 2))
        for each in hints
    )
    return HintSet(tuple(wide))
