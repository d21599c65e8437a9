"""The part of the tintline generator that tells parts of a figure, whatever the drawing's size.

What is hair and what is a jacket shows in the whole figure, and the encoder has seen figures in
small views only: of drawings twice as large it took a third of the clothes for something else.
Eyes and mouths, on the other hand, vanish in a small view. So the drawing is read twice, at its own
size and at the trained one, there mirrored too, and parts are told from both.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import PART_COUNT, Part
from models.networks.tintline.encoder import LineEncoder, TintlineConfig

READ_SIDE = 208
"""Longer side at which a drawing's parts are read, besides its own size."""
DARK = 0.35
"""Ink above this is a line."""
PAPER_BONUS = 6.0
"""Added to the background's logit where no line lies on some side of a place, all the way."""
SMALL_PARTS = (Part.EYES, Part.MOUTH, Part.BROWS, Part.GLASSES, Part.ORNAMENT)
"""Parts that vanish in a small view."""
STRIDE = 16
"""The encoder's sides are multiples of it."""


class PartReader(nn.Module):
    """Part logits (B, 15, H/2, W/2) from the last maps of a drawing read at two sizes.

    6.1 K parameters. Takes two maps (B, finest, H/2, W/2): of the drawing's own size, and of the
    trained size brought to it.
    """

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        self.hidden = nn.Conv2d(2 * config.finest, config.reader, 1)
        self.out = nn.Conv2d(config.reader, PART_COUNT, 1)

    def forward(self, fine: Tensor, coarse: Tensor) -> Tensor:
        hidden = functional.relu(self.hidden(torch.cat([fine, coarse], dim=1)))
        logits: Tensor = self.out(hidden)
        return logits


def told_parts(seen: Tensor, read: Tensor) -> Tensor:
    """Log probabilities of parts (B, 15, h, w) from what two judges say of each place.

    seen  logits of the encoder itself, which saw the drawing at the trained size: what a surface is
          it tells better. read  those of the reader, who alone tells SMALL_PARTS.
    Surfaces share what the reader leaves to them by the mean of both.
    """
    small = torch.zeros(PART_COUNT, device=read.device, dtype=read.dtype)
    small[list(SMALL_PARTS)] = 1
    small = small.view(1, PART_COUNT, 1, 1)
    read = torch.log_softmax(read, dim=1)
    mean = torch.log_softmax((read + torch.log_softmax(seen, dim=1)) / 2, dim=1)
    surfaces = mean + _left(read, small) - _left(mean, small)
    return read * small + surfaces * (1 - small)


def _left(logs: Tensor, small: Tensor) -> Tensor:
    """Log of what is left beside small parts: (B, 1, h, w)."""
    return torch.log((1 - (torch.exp(logs) * small).sum(dim=1, keepdim=True)).clamp(min=1e-4))


def coarse_map(encoder: LineEncoder, line: Tensor, side: int = READ_SIDE) -> Tensor:
    """The encoder's last map of a drawing read with its longer side at `side` pixels, about.

    line (B, 1, H, W), H and W multiples of 16. Returns (B, finest, H/2, W/2): the mean of the map
    and the mirrored drawing's.
    """
    batch = line.shape[0]
    height, width = line.shape[2], line.shape[3]
    longer = _larger(height, width)
    small = resample(line, _side(height, longer, side), _side(width, longer, side))
    maps = encoder.finest(torch.cat([small, small.flip(3)]))
    mean = (maps[:batch] + maps[batch:].flip(3)) / 2
    return resample(mean, height // 2, width // 2)


def _side(own: int, longer: int, side: int) -> int:
    """`own` scaled by side / longer to the nearest multiple of STRIDE, at least one."""
    return _larger(1, (2 * own * side + STRIDE * longer) // (2 * STRIDE * longer)) * STRIDE


def _larger(first: int, second: int) -> int:
    """The larger one, also while a graph is exported and sides are symbols."""
    larger: int = torch.sym_max(first, second)  # type: ignore[assignment]
    return larger


def resample(planes: Tensor, height: int, width: int) -> Tensor:
    """Scale (B, C, H, W) linearly, averaging where it shrinks, as two products of matrices.

    The same as an antialiased bilinear resize, which not every provider of onnxruntime has.
    """
    rows = _weights(planes.shape[2], height, planes)
    columns = _weights(planes.shape[3], width, planes)
    return rows @ planes @ columns.transpose(0, 1)


def _weights(old: int, new: int, like: Tensor) -> Tensor:
    """(new, old) weights of the triangle filter, rows adding up to 1."""
    centres = (torch.arange(new, device=like.device) + 0.5) * (old / new)
    offsets = torch.arange(old, device=like.device) + 0.5 - centres.unsqueeze(1)
    weights = (1 - offsets.abs() * (new / _larger(old, new))).clamp(min=0)
    return (weights / weights.sum(dim=1, keepdim=True)).to(like.dtype)


def beyond_lines(line: Tensor) -> Tensor:
    """What to add to part logits (B, 15, H/2, W/2) beyond the box around all lines: it is paper.

    line (B, 1, H, W). Below a bust that is cut off, the encoder imagines the rest of the figure.
    """
    dark = (functional.max_pool2d(line, 2) > DARK).to(line.dtype)
    rows, columns = dark.amax(dim=3, keepdim=True), dark.amax(dim=2, keepdim=True)
    inside = _between(rows, 2) * _between(columns, 3)
    is_paper = torch.arange(PART_COUNT, device=line.device) == Part.BACKGROUND
    return (1 - inside) * PAPER_BONUS * is_paper.to(line.dtype).view(1, PART_COUNT, 1, 1)


def _between(marked: Tensor, axis: int) -> Tensor:
    """1 from the first to the last 1 along an axis, 0 elsewhere; 1 throughout without any."""
    before = marked.cumsum(dim=axis)
    total = marked.sum(dim=axis, keepdim=True)
    between = ((before > 0) & (before - marked < total)) | (total == 0)
    return between.to(marked.dtype)
