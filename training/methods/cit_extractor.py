"""Tag2Pix's CIT extractor: a tagger of line art whose features the generator looks through.

Kim et al. 2019, section 4.1: SE-ResNeXt-50 on one channel, trained on shape tags (CIT, colour
invariant tags) before the generator. The authors' training of it is not published: here it is the
binary cross-entropy of each tag, over the tags of which it is known whether they hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn

import resources
from models.networks.tag2pix import CitConfig, CitExtractor
from models.networks.weights_file import WeightsNote, write_network
from models.tags import load_vocabulary
from training.config import Recipe
from training.data.picture_items import PictureItems
from training.data.shape_facts import Shapes, shape_names
from training.data.tagging import read_tag_list
from training.export import Precision
from training.methods.forms import configured
from training.methods.method import Batch, BuildItem, Method, Turn
from training.methods.planes import unit
from training.methods.tag_losses import known_cross_entropy, share_right, tones_changed
from training.methods.views import ViewOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class CitOptions:
    """What the extractor learns.

    tag_list  file of shape tags, such as the paper's 370; "": those that this package knows.
    jitter    lines' brightness and contrast change by up to this share.
    views     views and their line art.
    """

    tag_list: str = ""
    jitter: float = 0.2
    views: ViewOptions = field(default_factory=ViewOptions)

    def __post_init__(self) -> None:
        if not 0 <= self.jitter < 1:
            raise ValueError(f"jitter is a share, from 0 to below 1; got {self.jitter:g}")


class CitObjective(nn.Module):
    """Cross-entropy of the known tags of line art in [0, 1]."""

    def __init__(self, network: CitExtractor, *, jitter: float, half: bool) -> None:
        super().__init__()
        self.network = network
        self.jitter = jitter
        self.in_bfloat16 = half

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """``total``; ``right``: share of the known tags that it tells right."""
        line = tones_changed(unit(batch["line"]), jitter=self.jitter)
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            logits = self.network.logits(line)
        true, known = batch["shapes_true"], batch["shapes_known"]
        total = known_cross_entropy(logits, true, known)
        return {"right": share_right(logits.detach(), true, known), "total": total}


class CitExtractorMethod(Method):
    """Trains the CIT extractor."""

    Options = CitOptions

    def __init__(self, network: CitExtractor, *, jitter: float, half: bool) -> None:
        self.network = network
        self.turns = (
            Turn(name="tagger", objective=CitObjective(network, jitter=jitter, half=half)),
        )

    @classmethod
    def check(cls, recipe: Recipe) -> None:
        """Form, list and extractors must fit."""
        _config(recipe)
        _options(recipe).views.draw_lines()

    @classmethod
    def create(cls, recipe: Recipe) -> "CitExtractorMethod":
        """The extractor, its classifier as long as the list of tags."""
        half = recipe.train.precision == "bf16-mixed"
        return cls(CitExtractor(_config(recipe)), jitter=_options(recipe).jitter, half=half)

    def item_builder(self, recipe: Recipe) -> BuildItem:
        """Views with their line art and what is known of their shapes."""
        options = _options(recipe)
        return PictureItems(
            view=options.views.style(recipe.data),
            lines=options.views.draw_lines(),
            shapes=shapes_of(options.tag_list),
        )

    @classmethod
    def export(
        cls,
        recipe: Recipe,
        *,
        weights: Mapping[str, Tensor],
        folder: Path,
        precision: Precision,
        training: Mapping[str, object],
    ) -> str:
        """Write the whole extractor's weights with a note; matrices in fp16."""
        note = WeightsNote(
            network=f"tag2pix/{recipe.form}",
            config=_config(recipe),
            tags=shape_names(shapes_of(_options(recipe).tag_list)),
            licence=recipe.licence,
            credits=recipe.credits,
            training={"recipe": recipe.name, **training},
        )
        path = write_network(folder, weights, note)
        return f"{path}: CIT extractor of {len(note.tags)} shape tags, {recipe.form}"


def shapes_of(tag_list: str) -> Shapes:
    """The shapes of a list's file; "": the application's vocabulary and what labels tell.

    Raises ValueError naming the file.
    """
    return read_tag_list(Path(tag_list)) if tag_list else load_vocabulary(resources.TAGS)


def _config(recipe: Recipe) -> CitConfig:
    config = configured("tag2pix", recipe.form, recipe.network)
    if not isinstance(config, CitConfig):
        raise ValueError(
            f"form {recipe.form!r} is no CIT extractor; choose cit-extractor or cit-extractor-lite"
        )
    return replace(config, tag_count=len(shape_names(shapes_of(_options(recipe).tag_list))))


def _options(recipe: Recipe) -> CitOptions:
    options = recipe.options or CitOptions()
    assert isinstance(options, CitOptions)
    return options
