"""Simulated hints as each published method draws them, one function a method.

Every function takes the coloured picture, uint8 (H, W, 3), and a random generator, and yields a
real HintSet in the picture's pixels, so that training sees what the canvas makes. Methods that
think in a grid of cells get one round dab a cell: drawn at the grid's size
(``hints.scaled(side / W, side / H)``) it covers exactly that cell.
"""

from functools import cache
from typing import Literal

import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray
from PIL import Image

from models.arrays import BoolArray, U8Array
from models.hints.hints import AreaHint, Hint, HintSet, PointHint
from models.hints.spans import Spans, spans_of_mask
from models.hints.tags import Rgb

ALACGAN_GRID = 128
ALACGAN_SPREAD = 0.005
TWO_STAGE_GRID = 128
CSA_CHANCE = 0.125
YE_GRID = 64


def grid_hints(cells: BoolArray, rgb_u8: U8Array, *, width: int, height: int) -> HintSet:
    """One dab for each marked cell of a grid laid over a picture of this size.

    cells   bool (R, C), rows from the top.
    rgb_u8  uint8 (R, C, 3) the colour of each cell.
    """
    rows, columns = cells.shape
    step_x, step_y = width / columns, height / rows
    radius = max(0.5, min(step_x, step_y) / 2)
    return HintSet(
        tuple(
            PointHint(
                (column + 0.5) * step_x, (row + 0.5) * step_y, _color(rgb_u8[row, column]), radius
            )
            for row, column in np.argwhere(cells).tolist()
        )
    )


def alacgan_hints(
    rgb_u8: U8Array, rng: Rng, *, grid: int = ALACGAN_GRID, spread: float = ALACGAN_SPREAD
) -> HintSet:
    """AlacGAN's random cells, 65 of 128 × 128 on average, in slightly misplaced colours.

    X ~ N(1, spread) truncated to [0, 1], spread 0.005 in the paper; a cell is hinted where
    u ~ U(0, 1) reaches X. A smaller grid needs a larger spread for as many hints. Colours come
    from the picture cropped again at random (``recropped``). Ci et al. 2018, section 3.4.
    """
    cells = rng.random((grid, grid)) >= draw_threshold(rng, spread=spread)
    height, width = rgb_u8.shape[:2]
    return grid_hints(cells, recropped(rgb_u8, rng, side=grid), width=width, height=height)


def draw_threshold(rng: Rng, *, spread: float = ALACGAN_SPREAD) -> float:
    """N(1, spread) truncated to [0, 1], drawn by rejection."""
    while True:
        value = 1 - abs(float(rng.normal(0, spread)))
        if value >= 0:
            return value


def recropped(rgb_u8: U8Array, rng: Rng, *, side: int) -> U8Array:
    """A crop of 90 to 100 % of the area, aspect 7:8 to 8:7 of the picture's, as side × side.

    Bicubic. Read at the cells of the uncropped picture its colours lie a little beside their place,
    as an artist's hints do.
    """
    height, width = rgb_u8.shape[:2]
    crop_width, crop_height = width, height
    for _ in range(10):
        area = float(rng.uniform(0.9, 1.0))
        aspect = float(np.exp(rng.uniform(np.log(7 / 8), np.log(8 / 7))))
        tried_width = round(width * (area * aspect) ** 0.5)
        tried_height = round(height * (area / aspect) ** 0.5)
        if 1 <= tried_width <= width and 1 <= tried_height <= height:
            crop_width, crop_height = tried_width, tried_height
            break
    left = int(rng.integers(width - crop_width + 1))
    top = int(rng.integers(height - crop_height + 1))
    return _shrunk(rgb_u8[top : top + crop_height, left : left + crop_width], side)


def two_stage_draft_hints(
    rgb_u8: U8Array,
    rng: Rng,
    *,
    rule: Literal["code", "paper"] = "code",
    grid: int = TWO_STAGE_GRID,
) -> HintSet:
    """The draft stage's uniform random cells of 128 × 128 (or `grid`), all different.

    rule  "code": none with 24 %, U{1..5} with 16 %, else U{a..b} with a ~ U{5..32} and
          b ~ U{42..65}; "paper": U{0..128}. Lee & Lee 2020, section 4.1.
    """
    count = int(rng.integers(0, 129)) if rule == "paper" else two_stage_draft_count(rng)
    return two_stage_hints(rgb_u8, count, rng, grid=grid)


def two_stage_draft_count(rng: Rng) -> int:
    """How many hints the draft stage's authors draw: 0 to 65."""
    kind = rng.random()
    if kind < 0.24:
        return 0
    if kind < 0.40:
        return int(rng.integers(1, 6))
    low, high = int(rng.integers(5, 33)), int(rng.integers(42, 66))
    return int(rng.integers(low, high + 1))


def two_stage_color_hints(rgb_u8: U8Array, rng: Rng, *, grid: int = TWO_STAGE_GRID) -> HintSet:
    """The colour stage's U{28..128} random cells of 128 × 128 (or `grid`), all different."""
    return two_stage_hints(rgb_u8, int(rng.integers(28, 129)), rng, grid=grid)


def csa_hints(
    rgb_u8: U8Array, rng: Rng, *, convention: Literal["paper", "richzhang"] = "paper"
) -> HintSet:
    """CSA's patches at full resolution: as many as a geometric law says, near the middle.

    Patches are added until u ~ U(0, 1) reaches 1 - p with p = 0.125: none with chance p, seven on
    average. Square as published, in the mean colour of what they cover; they lie in the picture.

    convention  "paper": the centre is normal about the middle with σ = H/4, W/4, sides U{1..8};
                "richzhang" (richzhang/colorization-pytorch): the corner is normal about
                (H-s+1)/2 with σ = (H-s+1)/4, sides U{1..9}. That program also shifts the mask by
                -0.5, which is its network's encoding and no property of a hint.
    Yuan & Simo-Serra 2021.
    """
    height, width = rgb_u8.shape[:2]
    most = min(8 if convention == "paper" else 9, height, width)
    hints: list[Hint] = []
    while rng.random() < 1 - CSA_CHANCE:
        side = int(rng.integers(1, most + 1))
        top = _patch_start(height, side, rng, convention)
        left = _patch_start(width, side, rng, convention)
        color = _color(rgb_u8[top : top + side, left : left + side].reshape(-1, 3).mean(axis=0))
        hints.append(AreaHint(left, top, _square(side), color))
    return HintSet(tuple(hints))


@cache
def _square(side: int) -> Spans:
    """A square patch's pixels."""
    return spans_of_mask(np.ones((side, side), dtype=np.bool_))[2]


def _patch_start(extent: int, side: int, rng: Rng, convention: str) -> int:
    if convention == "paper":
        start = rng.normal(extent / 2, extent / 4) - side / 2
    else:
        start = rng.normal((extent - side + 1) / 2, (extent - side + 1) / 4)
    return int(np.clip(np.floor(start), 0, extent - side))


def ye_hints(
    rgb_u8: U8Array,
    rng: Rng,
    *,
    threshold: float | None = None,
    grid: int = YE_GRID,
    spread: float = ALACGAN_SPREAD,
) -> HintSet:
    """Ye et al.'s cells of 64 × 64 where a uniform random matrix passes a threshold.

    threshold  in [0, 1]; the paper names none, None draws it as AlacGAN does, with this spread.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise ValueError(f"the threshold is 0 to 1; got {threshold:g}")
    limit = draw_threshold(rng, spread=spread) if threshold is None else threshold
    cells = rng.random((grid, grid)) > limit
    height, width = rgb_u8.shape[:2]
    return grid_hints(cells, _shrunk(rgb_u8, grid), width=width, height=height)


def two_stage_hints(rgb_u8: U8Array, count: int, rng: Rng, *, grid: int) -> HintSet:
    """`count` uniform random cells of a grid, all different."""
    cells = np.zeros(grid * grid, dtype=np.bool_)
    cells[rng.choice(grid * grid, size=count, replace=False)] = True
    height, width = rgb_u8.shape[:2]
    return grid_hints(cells.reshape(grid, grid), _shrunk(rgb_u8, grid), width=width, height=height)


def _shrunk(rgb_u8: U8Array, side: int) -> U8Array:
    """The picture as side × side, bicubic with the support widened to what shrinks."""
    if rgb_u8.shape[:2] == (side, side):
        return rgb_u8
    picture = Image.fromarray(np.ascontiguousarray(rgb_u8))
    return np.asarray(picture.resize((side, side), Image.Resampling.BICUBIC), dtype=np.uint8)


def _color(values: NDArray[np.generic]) -> Rgb:
    red, green, blue = np.clip(np.round(values.astype(np.float64)), 0, 255).astype(int).tolist()
    return red, green, blue
