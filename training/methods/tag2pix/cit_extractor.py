"""Tag2Pix's CIT extractor: a tagger of line art whose features the generator looks through.

Kim et al. 2019, section 4.1: SE-ResNeXt-50 on one channel, trained on shape tags (CIT, colour
invariant tags) before the generator. The authors' training of it is not published: here it is the
binary cross-entropy of each tag, over the tags of which it is known whether they hold. Where the
parts of a figure are known, its features can be asked to tell them as well: what a colour tag
paints is a part, and a generator behind such features need not find the parts by itself.
"""

from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

import resources
from models.hints.parts import PART_COUNT, UNLABELLED
from models.hints.tags import load_vocabulary
from models.networks.tag2pix.network import CitConfig, CitExtractor
from training.data.items.picture_items import PictureItems
from training.data.items.shape_facts import Shapes, shape_names
from training.data.tagging import find_tag_list
from training.methods.batches import Batch, unit
from training.methods.companion_method import CompanionMethod
from training.methods.losses import known_cross_entropy, share_right
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn
from training.methods.tag2pix.tones import tones_changed
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class CitOptions:
    """What the extractor learns.

    tag_list  file of shape tags, such as the paper's 370; "": those that this package knows.
    jitter    lines' brightness and contrast change by up to this share.
    parts_weight  of the cross-entropy of the parts that a linear reader finds in the features;
              0: not asked for, as published.
    views     views and their line art.
    """

    tag_list: str = ""
    jitter: float = 0.2
    parts_weight: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if not 0 <= self.jitter < 1:
            raise ValueError(f"jitter is a share, from 0 to below 1; got {self.jitter:g}")
        if self.parts_weight < 0:
            raise ValueError(f"parts_weight is 0 or more; got {self.parts_weight:g}")


class CitObjective(nn.Module):
    """Cross-entropy of the known tags and, if asked for, of the parts in the features."""

    def __init__(self, network: CitExtractor, options: CitOptions, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.options = options
        self.in_bfloat16 = half
        channels = network.config.feature_channels
        self.part_reader = nn.Conv2d(channels, PART_COUNT, 1) if options.parts_weight else None

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``tags``, ``right``: share of the known tags told right, ``parts``, and ``total``."""
        line = tones_changed(unit(batch["line"]), jitter=self.options.jitter)
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            features = self.network.features(line)
            logits = self.network.classify(features)
        true, known = batch["shapes_true"], batch["shapes_known"]
        tags = known_cross_entropy(logits, true, known)
        losses = {"right": share_right(logits.detach(), true, known), "tags": tags}
        total = tags
        if self.part_reader is not None:
            losses["parts"] = parts_cross_entropy(
                self.part_reader(features.float()), batch["parts"]
            )
            total = total + self.options.parts_weight * losses["parts"]
        return {**losses, "total": total}


def parts_cross_entropy(logits: Tensor, parts: Tensor) -> Tensor:
    """Cross-entropy of the shares of each part in the cells that the logits divide a picture into.

    logits (B, P, h, w), parts (B, H, W) of models.hints.parts.Part or UNLABELLED. Rare parts weigh
    more, by the root of how rare they are in the batch; cells without any label do not count.
    """
    labelled = parts != UNLABELLED
    one_hot = functional.one_hot(torch.where(labelled, parts, 0).long(), PART_COUNT)
    shares = (one_hot * labelled[..., None]).permute(0, 3, 1, 2).float()
    shares = functional.adaptive_avg_pool2d(shares, (logits.shape[2], logits.shape[3]))
    weights = shares.sum(dim=(0, 2, 3)).clamp(min=1.0).rsqrt()[None, :, None, None]
    loss = -(functional.log_softmax(logits, dim=1) * shares * weights).sum()
    return loss / (shares * weights).sum().clamp(min=1e-6)


class CitExtractorMethod(CompanionMethod):
    """Training of the CIT extractor, its classifier as long as the list of tags."""

    Options = CitOptions
    Configuration = CitConfig
    family = "tag2pix"
    makes = "CIT extractor"
    options: CitOptions
    configuration: CitConfig

    def configure(self) -> CitConfig:
        """The extractor's, for the tags of the list."""
        config = super().configure()
        assert isinstance(config, CitConfig)
        return replace(config, tag_count=len(self.tags))

    def cast(self) -> Cast:
        """The extractor alone."""
        network = CitExtractor(self.configuration)
        objective = CitObjective(network, self.options, half=self.in_bfloat16)
        return Cast(network=network, turns=(Turn(name="tagger", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with their line art and what is known of their shapes."""
        views = self.options.views
        return PictureItems(
            view=views.style(self.recipe.data),
            lines=views.draw_lines(),
            shapes=shapes_of(self.options.tag_list),
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """The shape tags of the list."""
        return shape_names(shapes_of(self.options.tag_list))


def shapes_of(tag_list: str) -> Shapes:
    """The shapes of a list's file; "": the application's vocabulary and what labels tell.

    Raises ValueError naming the file.
    """
    return find_tag_list(tag_list) if tag_list else load_vocabulary(resources.TAGS)
