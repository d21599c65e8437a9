"""Feature networks trained by ourselves: as multi-label taggers of drawings.

AlacGAN's local features are the first six convolutions of a tagger (Illustration2Vec; Ci et al.
2018, section 3.1), here of one that reads line art and knows tags without colour. The picture
features, for content losses where no ImageNet weights can be had, are those of a tagger that sees
coloured pictures and knows colour tags too. The tagging head is dropped at export.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional

import resources
from models.hints.parts import PART_COUNT, UNLABELLED
from models.hints.tags import load_vocabulary
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.picture_features import PictureFeatures
from training.data.items.picture_items import PictureItems
from training.data.items.shape_facts import shape_names
from training.data.tagging import own_color_tags
from training.methods.batches import Batch, signed
from training.methods.companion_method import CompanionMethod
from training.methods.losses import known_cross_entropy, share_right
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn
from training.methods.views import ViewOptions

FORMS = ("local-features", "local-features-lite", "picture-features")
FIRST_LAYER = 1 / 64
"""Share of Kaiming's spread for weights that see levels of 0 to 255 instead of about 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFeaturesOptions:
    """What the tagger learns.

    parts  weight of the part of each place (cross-entropy) beside the tags; 0: none.
    views  views and their line art.
    """

    parts: float = 0.0
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if self.parts < 0:
            raise ValueError(f"parts must be at least 0; got {self.parts}")


class Tagger(nn.Module):
    """A feature network with two heads: tags of the view, and the part of each place.

    x line art (B, 1, H, W) or a picture (B, 3, H, W) in [-1, 1] -> tag logits (B, T) and part
    logits (B, PART_COUNT, H/16, W/16).
    """

    def __init__(self, features: LocalFeatures | PictureFeatures, tag_count: int) -> None:
        super().__init__()
        self.features = features
        channels = features.channels
        self.deepen = nn.Sequential(
            nn.Conv2d(channels, channels, 3, stride=2, padding=1), nn.ReLU()
        )
        self.tags = nn.Linear(2 * channels, tag_count)
        self.parts = nn.Conv2d(channels, PART_COUNT, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Tag logits and part logits."""
        if isinstance(self.features, PictureFeatures):
            maps = self.features.unscaled(x)
            if self.training:
                self.features.measure_scales(maps, share=0.02)
            local = maps[-1]
        else:
            local = self.features(x)
        deep = self.deepen(local)
        pooled = torch.cat([deep.mean(dim=(2, 3)), deep.amax(dim=(2, 3))], dim=1)
        return self.tags(pooled), self.parts(local)


def part_loss(logits: Tensor, labels_u8: Tensor) -> Tensor:
    """Cross-entropy of the part at the middle of each place; 0 without any label."""
    step = labels_u8.shape[-1] // logits.shape[-1]
    labels = labels_u8[:, step // 2 :: step, step // 2 :: step].long()
    if not bool((labels != UNLABELLED).any()):
        return logits.sum() * 0
    return functional.cross_entropy(logits.float(), labels, ignore_index=UNLABELLED)


class TaggerObjective(nn.Module):
    """The tagger with its losses."""

    def __init__(self, network: Tagger, options: LocalFeaturesOptions, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.options = options
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``tags``, ``parts``, ``total``; ``right``: share of known tags it tells right."""
        true, known = targets(self.network, batch)
        shown = seen_by(self.network, batch)
        with torch.autocast(shown.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            logits, parts = self.network(shown)
        losses = {"tags": known_cross_entropy(logits, true, known)}
        total = losses["tags"]
        if self.options.parts:
            losses["parts"] = part_loss(parts, batch["parts"])
            total = total + self.options.parts * losses["parts"]
        losses["right"] = share_right(logits.detach(), true, known)
        return {**losses, "total": total}


def seen_by(network: Tagger, batch: Batch) -> Tensor:
    """What the tagger looks at, in [-1, 1]."""
    name = "rgb" if isinstance(network.features, PictureFeatures) else "line"
    return signed(batch[name])


def targets(network: Tagger, batch: Batch) -> tuple[Tensor, Tensor]:
    """Tags that hold and tags that are known; only who sees colours learns colour tags."""
    true, known = batch["shapes_true"], batch["shapes_known"]
    if isinstance(network.features, PictureFeatures):
        true = torch.cat([true, batch["tags_true"]], dim=1)
        known = torch.cat([known, batch["tags_known"]], dim=1)
    return true, known


class LocalFeaturesMethod(CompanionMethod):
    """Trains a feature network as a tagger, whose heads are dropped at export."""

    Options = LocalFeaturesOptions
    Configuration = int
    family = "alacgan"
    makes = "feature network"
    options: LocalFeaturesOptions
    configuration: int

    def cast(self) -> Cast:
        """Features and heads, random at first on purpose."""
        features = self.form.build(self.configuration)
        assert isinstance(features, LocalFeatures | PictureFeatures)
        features.randomize(seed=self.recipe.train.seed)
        if isinstance(features, LocalFeatures):
            with torch.no_grad():
                next(features.parameters()).mul_(FIRST_LAYER)
        tagger = Tagger(features, len(self.tags))
        objective = TaggerObjective(tagger, self.options, half=self.in_bfloat16)
        return Cast(network=tagger, turns=(Turn(name="tagger", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with line art, true colours and what is known of them."""
        views, vocabulary = self.options.views, load_vocabulary(resources.TAGS)
        return PictureItems(
            view=views.style(self.recipe.data),
            lines=views.draw_lines(),
            colors=own_color_tags(),
            shapes=vocabulary,
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """Facts without colour, then colour tags if it sees colours."""
        return tag_names(self.form.form)

    def kept(self, weights: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
        """The features', without the heads."""
        prefix = "features."
        return {
            name.removeprefix(prefix): tensor
            for name, tensor in weights.items()
            if name.startswith(prefix)
        }


def tag_names(form: str) -> tuple[str, ...]:
    """Order of the tagger's answers: facts without colour, then colour tags if it sees colours."""
    vocabulary = load_vocabulary(resources.TAGS)
    color_tags = vocabulary.names if form == "picture-features" else ()
    return (*shape_names(vocabulary), *color_tags)
