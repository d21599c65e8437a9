"""Hints drawn and placed as batched tensor operations, on whatever device they lie.

The meaning of a hint stays that of ``models.hints.hints``: dabs are drawn exactly as
``rasterize_hints`` draws them, strokes as rows of dabs a quarter of a pixel apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

import numpy as np
import torch
from torch import Tensor

from models.geometry import Size
from models.hints.hints import Hint, HintSet, PointHint

DAB_SPACING = 0.25
ON_LINE_INK = 64
"""As in training.data.hints.simulated: a pixel this much darker than paper counts as line."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HintBatch:
    """Dabs of B pictures, padded to N each; tensors on one device.

    xy      float64 (B, N, 2) centres in pixels from the top left corner.
    radius  float64 (B, N).
    owner   int64 (B, N): 1 + place in the order of hints, 0 for padding; larger covers smaller.
    color   float32 (B, M + 1, 3) sRGB in [-1, 1] of each owner; row 0 is 0.
    largest  an upper limit of the radii, in pixels.
    """

    xy: Tensor
    radius: Tensor
    owner: Tensor
    color: Tensor
    largest: float

    def __post_init__(self) -> None:
        batch, count = self.owner.shape
        if self.xy.shape != (batch, count, 2) or self.radius.shape != (batch, count):
            raise ValueError(
                f"dabs need (B, N, 2) centres and (B, N) radii; got {tuple(self.xy.shape)} and "
                f"{tuple(self.radius.shape)} for owners {tuple(self.owner.shape)}"
            )


def pack_hints(hint_sets: Sequence[HintSet], *, device: torch.device) -> HintBatch:
    """Hint sets of a batch as tensors; strokes become rows of dabs."""
    rows = [
        [(*point, max(hint.radius, 0.5), index)
         for index, hint in enumerate(hints, start=1) for point in _dabs(hint)]
        for hints in hint_sets
    ]  # fmt: skip
    count = max((len(row) for row in rows), default=0)
    dabs = np.zeros((len(rows), count, 4))
    table = np.zeros((len(rows), max((len(h) for h in hint_sets), default=0) + 1, 3), np.float32)
    for index, (row, hints) in enumerate(zip(rows, hint_sets)):
        if row:
            dabs[index, : len(row)] = row
            table[index, 1 : len(hints) + 1] = np.array([h.color for h in hints]) / 127.5 - 1
    packed = torch.from_numpy(dabs).to(device)
    return HintBatch(
        xy=packed[..., :2],
        radius=packed[..., 2],
        owner=packed[..., 3].long(),
        color=torch.from_numpy(table).to(device),
        largest=float(dabs[..., 2].max(initial=0.5)),
    )


def _dabs(hint: Hint) -> list[tuple[float, float]]:
    if isinstance(hint, PointHint) or len(hint.points) == 1:
        return [hint.points[0]]
    dabs = [hint.points[0]]
    for (x0, y0), (x1, y1) in pairwise(hint.points):
        steps = max(1, ceil(hypot(x1 - x0, y1 - y0) / DAB_SPACING))
        dabs += [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps)
                 for i in range(1, steps + 1)]  # fmt: skip
    return dabs


def draw_hints(batch: HintBatch, size: Size) -> Tensor:
    """Hints as the ``hints`` tensor: float32 (B, 4, H, W), sRGB in [-1, 1] × mask, then mask.

    Equal to ``rasterize_hints`` for points of radius 8 or less; larger ones and strokes, which
    OpenCV draws there, differ in pixels of their rim.
    """
    place = batch.xy.device
    pictures = len(batch.owner)
    reach = ceil(batch.largest) + 1
    around = torch.arange(-reach, reach + 1, device=place)
    home = batch.xy.floor().long()
    columns = home[..., 0, None, None] + around[None, None, None, :]
    rows = home[..., 1, None, None] + around[None, None, :, None]
    x, y = batch.xy[..., 0, None, None], batch.xy[..., 1, None, None]
    away = (columns + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2
    covered = away <= batch.radius[..., None, None] ** 2
    covered |= (around[None, None, None, :] == 0) & (around[None, None, :, None] == 0)
    covered &= (columns >= 0) & (columns < size.width) & (rows >= 0) & (rows < size.height)
    covered &= batch.owner[..., None, None] > 0
    spare = size.height * size.width
    index = torch.where(covered, rows * size.width + columns, spare)
    owner = torch.zeros(pictures, spare + 1, dtype=torch.int64, device=place)
    values = batch.owner[..., None, None].expand_as(index)
    owner.scatter_reduce_(1, index.flatten(1), values.flatten(1), "amax")
    owner = owner[:, :-1]
    color = batch.color.gather(1, owner[..., None].expand(-1, -1, 3))
    drawn = torch.cat([color, (owner > 0)[..., None].float()], dim=2)
    return drawn.view(pictures, size.height, size.width, 4).permute(0, 3, 1, 2).contiguous()


def place_points(
    rgb_u8: Tensor,
    line_u8: Tensor,
    generator: torch.Generator,
    *,
    counts: Tensor,
    most: int,
    radius: float = 0.5,
) -> HintBatch:
    """Points in a picture's true colours, uniform over what is no line.

    rgb_u8 uint8 (B, 3, H, W); line_u8 uint8 (B, 1, H, W); counts int64 (B,), at most `most`, of
    hints in each picture. As the "uniform" layout of ``hints.simulate_hints``, from another random
    stream and without strokes. A picture that is all line may be hinted anywhere.
    """
    batch, _, _, width = rgb_u8.shape
    free = (line_u8 > 255 - ON_LINE_INK).flatten(1).float()
    everywhere = (free.sum(1, keepdim=True) == 0).float()
    index = torch.multinomial(free + everywhere, most, replacement=True, generator=generator)
    order = torch.arange(1, most + 1, device=rgb_u8.device)
    owner = torch.where(order <= counts[:, None], order, 0)
    color = rgb_u8.flatten(2).gather(2, index[:, None].expand(-1, 3, -1)).float() / 127.5 - 1
    table = torch.zeros(batch, most + 1, 3, device=rgb_u8.device)
    table[:, 1:] = color.transpose(1, 2)
    xy = torch.stack([index % width, index // width], dim=2).double() + 0.5
    return HintBatch(
        xy=xy,
        radius=torch.full(index.shape, radius, dtype=torch.float64, device=rgb_u8.device),
        owner=owner,
        color=table,
        largest=radius,
    )
