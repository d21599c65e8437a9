"""Holds the maps that carry tags' colours through Tag2Pix to the parts that the tags mean.

The pixel loss alone finds the parts slowly: in 100 000 views hair took its tag's hue, mixed with
those of all other tags. Where labels tell the parts, they are told to the maps themselves, as the
guide decoder tells the first stage what the picture is.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.tags import OUTER_GROUPS, Vocabulary
from models.networks.tag2pix.network import Tag2PixPainting
from training.methods.carried_colors import COLORS
from training.methods.tag2pix.start import FINE_SLOT, SLOTS, tag_colors


class TagMaps(nn.Module):
    """What the carried maps of a batch should be, and how far they are from it.

    Of the carried maps (training.methods.tag2pix.start), each slot's should be its tag's colour
    where the slot's parts are and 0 elsewhere; of several tags their mean, but a jacket's colour
    hides the shirt's below it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.colors: Tensor
        colors = tag_colors(vocabulary).unflatten(0, (len(SLOTS), 3))
        self.register_buffer("colors", colors, persistent=False)
        outer = torch.tensor([tag.group in OUTER_GROUPS for tag in vocabulary.by_name.values()])
        weights = colors.abs().amax(dim=1).gt(0).float() * torch.where(outer, 100.0, 1.0)
        self.weights: Tensor
        self.register_buffer("weights", weights, persistent=False)
        slots = torch.full((256,), len(SLOTS))
        for slot, parts in enumerate(SLOTS):
            slots[[int(part) for part in parts]] = slot
        self.slots: Tensor
        self.register_buffer("slots", slots, persistent=False)

    def error(self, painted: Tag2PixPainting, tags: Tensor, parts: Tensor) -> Tensor:
        """Mean absolute error of the carried maps, those of tagged slots, and of their sum.

        tags (B, N); parts (B, H, W) labels. Inside and outside of a slot count by the root of
        their areas: eyes must not drown in the face.
        """
        shares = tags.float()[:, None] * self.weights
        total = shares.sum(dim=2)
        colors = torch.einsum("bst,sct->bsc", shares, self.colors) / total.clamp(min=1)[..., None]
        wanted = torch.stack([colors, -colors], dim=3).clamp(min=0).flatten(2, 3)
        tagged = (total > 0).float()
        coarse = painted.maps[:, : COLORS * len(SLOTS)].unflatten(1, (len(SLOTS), COLORS))
        fine = painted.fine_maps[:, None, COLORS : 2 * COLORS]
        of_slots = self._off(coarse, wanted, parts)
        only = slice(FINE_SLOT, FINE_SLOT + 1)
        of_eyes = self._off(fine, wanted[:, only], parts, only)
        error = (of_slots * tagged).sum() + (of_eyes * tagged[:, only]).sum()
        error = error / (tagged.sum() + tagged[:, only].sum()).clamp(min=1)
        return error + self._off_sum(painted.fine_maps[:, :COLORS], wanted, tagged, parts)

    def _off(
        self, maps: Tensor, wanted: Tensor, parts: Tensor, slots: slice = slice(None)
    ) -> Tensor:
        """Weighted mean error (B, S) of maps (B, S, 6, h, w) that should be (B, S, 6) in parts."""
        inside = self._inside(parts, (maps.shape[3], maps.shape[4]))[:, slots, None]
        share = inside.mean(dim=(3, 4), keepdim=True).clamp(min=1e-4)
        weights = inside / share.sqrt() + (1 - inside) / (1 - share).clamp(min=1e-4).sqrt()
        weights = weights / weights.mean(dim=(3, 4), keepdim=True)
        off = (maps.float() - wanted[..., None, None] * inside).abs() * weights
        return off.mean(dim=(2, 3, 4))

    def _off_sum(self, maps: Tensor, wanted: Tensor, tagged: Tensor, parts: Tensor) -> Tensor:
        """Mean error of the sum of all slots (B, 6, h, w) where tagged parts are, all alike."""
        inside = self._inside(parts, (maps.shape[2], maps.shape[3])) * tagged[..., None, None]
        share = inside.mean(dim=(2, 3), keepdim=True).clamp(min=1e-4)
        weights = (inside / share.sqrt()).sum(dim=1)
        colors = torch.einsum("bsc,bshw->bchw", wanted, inside)
        off = (maps.float() - colors).abs().mean(dim=1) * weights
        return off.sum() / weights.sum().clamp(min=1e-4)

    def _inside(self, parts: Tensor, size: tuple[int, int]) -> Tensor:
        """Share of each place that is of each slot's parts: (B, slots, h, w)."""
        slot = self.slots[parts.long()]
        each = functional.one_hot(slot, len(SLOTS) + 1)[..., : len(SLOTS)]
        return functional.adaptive_avg_pool2d(each.permute(0, 3, 1, 2).float(), size)
