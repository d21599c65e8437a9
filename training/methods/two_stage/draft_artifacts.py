"""What drafts go wrong in, drawn on good ones: spray, smear and distortion.

Lee & Lee 2020, section 3.5: the colour stage is trained on drafts with such artifacts, so that it
mends them. Spray is as in the authors' code; smear and distortion are named in the paper alone.
All draw from torch's global generator and take (B, 3, H, W) in [-1, 1].
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

SPRAY_CELL = 30
"""Pixels of the draft in a cell of the grid on which spray is drawn."""
LEAST_CELLS = 2
SPRAY_FADING = (0.01, 10.0)
"""Range of λ: the spray's alpha falls as exp(-λ · distance in cells)."""
STROKE_CELLS = 1.0
"""Longest stroke of spray, in cells each way."""
COARSE = 4
"""Cells each way of the noise that distorts."""
TAPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactOptions:
    """How drafts are spoilt.

    share            chance, for each batch, that anything is.
    spray, smear, distortion   chances of each kind then.
    smear_reach      longest smear, as a share of the side.
    distortion_reach   displacement, as a share of the side.
    """

    share: float = 0.6
    spray: float = 1.0
    smear: float = 0.5
    distortion: float = 0.5
    smear_reach: float = 0.1
    distortion_reach: float = 0.02

    def __post_init__(self) -> None:
        for name in ("share", "spray", "smear", "distortion"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a chance, 0 to 1; got {getattr(self, name):g}")


def spoil_drafts(drafts: Tensor, options: ArtifactOptions) -> Tensor:
    """Drafts with artifacts, or as they are."""
    if _chance() >= options.share:
        return drafts
    if _chance() < options.smear:
        drafts = smear(drafts, reach=options.smear_reach)
    if _chance() < options.distortion:
        drafts = distort(drafts, reach=options.distortion_reach)
    if _chance() < options.spray:
        drafts = spray(drafts, cells=max(LEAST_CELLS, drafts.shape[-1] // SPRAY_CELL))
    return drafts


def spray(drafts: Tensor, *, cells: int) -> Tensor:
    """A short random stroke in each draft's dominant colour, fading with the distance from it."""
    count, _, height, width = drafts.shape
    start = torch.rand(count, 1, 1, 2, device=drafts.device) * cells
    way = (torch.rand(count, 1, 1, 2, device=drafts.device) - 0.5) * 2 * STROKE_CELLS
    middle = torch.arange(cells, device=drafts.device) + 0.5
    rows, columns = torch.meshgrid(middle, middle, indexing="ij")
    offset = torch.stack([columns, rows], dim=2) - start
    along = (offset * way).sum(dim=3) / (way**2).sum(dim=3).clamp(min=1e-6)
    gap = (offset - along.clamp(0, 1)[..., None] * way).norm(dim=3)
    low, high = SPRAY_FADING
    fading = low + (high - low) * torch.rand(count, 1, 1, device=drafts.device)
    alpha = functional.interpolate(
        torch.exp(-fading * gap)[:, None], (height, width), mode="bicubic", align_corners=False
    ).clamp(0, 1)
    return drafts + alpha * (dominant_colors(drafts) - drafts)


def dominant_colors(pictures: Tensor) -> Tensor:
    """The mean colour of the fullest of 64 bins that is not white's, (B, 3, 1, 1).

    White paper fills its bin in nearly every drawing; it counts only where there is no other.
    """
    steps = ((pictures.clamp(-1, 1) + 1) * 1.999).long()
    bins = (steps[:, 0] * 16 + steps[:, 1] * 4 + steps[:, 2]).flatten(1)
    counts = functional.one_hot(bins, 64).sum(dim=1)
    counts[:, 63] = counts[:, 63].clamp(max=1)
    inside = (bins == counts.argmax(dim=1, keepdim=True)).to(pictures.dtype)
    total = (pictures.flatten(2) * inside[:, None]).sum(dim=2)
    return (total / inside.sum(dim=1, keepdim=True).clamp(min=1))[..., None, None]


def smear(drafts: Tensor, *, reach: float) -> Tensor:
    """Wipe each draft at one place in one direction: colours are drawn along and mixed."""
    count, device = len(drafts), drafts.device
    middle = torch.rand(count, 1, 1, 2, device=device) * 2 - 1
    way = (torch.rand(count, 1, 1, 2, device=device) * 2 - 1) * 2 * reach
    radius = 0.1 + 0.3 * torch.rand(count, 1, 1, 1, device=device)
    places = _places(drafts)
    weight = torch.exp(-((places - middle) ** 2).sum(dim=3, keepdim=True) / (2 * radius**2))
    taps = [_looked_up(drafts, places - weight * way * tap / (TAPS - 1)) for tap in range(TAPS)]
    return torch.stack(taps).mean(dim=0)


def distort(drafts: Tensor, *, reach: float) -> Tensor:
    """Bend each draft smoothly at random, by about ``reach`` of its side."""
    noise = torch.randn(len(drafts), 2, COARSE, COARSE, device=drafts.device) * 2 * reach
    bend = functional.interpolate(
        noise, drafts.shape[-2:], mode="bicubic", align_corners=False
    ).permute(0, 2, 3, 1)
    return _looked_up(drafts, _places(drafts) + bend)


def _places(drafts: Tensor) -> Tensor:
    """Every pixel's own place as grid_sample counts it, (B, H, W, 2)."""
    height, width = drafts.shape[-2:]
    ys = (torch.arange(height, device=drafts.device) + 0.5) / height * 2 - 1
    xs = (torch.arange(width, device=drafts.device) + 0.5) / width * 2 - 1
    rows, columns = torch.meshgrid(ys, xs, indexing="ij")
    return torch.stack([columns, rows], dim=2).expand(len(drafts), -1, -1, -1)


def _looked_up(drafts: Tensor, places: Tensor) -> Tensor:
    return functional.grid_sample(drafts, places, padding_mode="border", align_corners=False)


def _chance() -> float:
    return float(torch.rand(()))
