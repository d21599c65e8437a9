"""Our own method: learn which places of a drawing share a colour, then choose among the hints.

Read top to bottom: the network, the loss, one step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

import resources
from models.hints.parts import PART_COUNT, UNLABELLED, Part
from models.hints.tags import Vocabulary, load_vocabulary
from models.networks.tintline.encoder import TintlineConfig
from models.networks.tintline.network import COST_SCALE, TagTable, Tintline, din99
from models.networks.tintline.parts import coarse_map
from models.networks.tintline.reach import IN_PIECE, joined
from models.spec import LINE_GRAPH
from training.data.items.augment import ViewStyle
from training.data.items.correspondence import (
    ChoiceItems,
    CorrespondenceItems,
    CorrespondenceStyle,
    HintMix,
    collate,
    collate_choices,
)
from training.methods.batches import Arrays, Batch
from training.methods.generator_method import GeneratorMethod
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class TintlineOptions:
    """Weights of the parts of the loss.

    choice    expected colour error of the pieces' choices.
    sharpen   cross-entropy against the tokens whose colour is right.
    parts     cross-entropy of the part segmentation.
    names     the same of the reader of parts, which learns beside the others, not with them.
    affinity  do two pieces of one picture have the same colour, from their embeddings alone.
    picture   absolute error of the shaded picture.
    reach     cross-entropy of which pieces are of one thing with a hint's; with the choice alone.
    features  a generator's folder: the choice alone is trained, on what that generator's line
              graph says; "": everything.
    layouts   hint layouts for each drawing, where the choice alone is trained.
    enlarged, kept_share   see training.data.items.correspondence.CorrespondenceStyle.
    artist_share           see HintMix there.
    """

    choice: float = 10.0
    sharpen: float = 0.3
    parts: float = 0.5
    names: float = 1.0
    affinity: float = 0.5
    picture: float = 2.0
    features: str = ""
    layouts: int = 1
    enlarged: int = 1
    kept_share: float = 0.0
    artist_share: float = 0.0
    reach: float = 1.0


SMALLER_VIEW = 0.65
"""Side of the reader's second view as a share of the first: that of a drawing of 320 pixels."""
SAME_THING, OTHER_THING = 5.0, 15.0
"""Colour differences (DIN99o) up to which two pieces are of one thing, and from which not."""
RIGHT = 1.5
"""Colour difference (DIN99o) by which a token is e times less right than the best one."""
PART_WEIGHTS = {
    Part.BACKGROUND: 0.5,
    Part.EYES: 4.0,
    Part.MOUTH: 4.0,
    Part.BROWS: 3.0,
    Part.GLASSES: 2.0,
    Part.ORNAMENT: 2.0,
}


def build(config: TintlineConfig, vocabulary: Vocabulary) -> Tintline:
    """The network with the tag table of a vocabulary."""
    return Tintline(config, TagTable.from_vocabulary(vocabulary))


class Objective(nn.Module):
    """The network with its loss, as one module whose forward takes a batch: what DDP wraps."""

    def __init__(self, network: Tintline, weights: TintlineOptions, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.weights = weights
        self.in_bfloat16 = half
        if weights.features:
            network.requires_grad_(False)
            network.chooser.requires_grad_(True)
            network.reach.requires_grad_(True)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Every part of the loss, and ``total``; the encoder in bfloat16 if `half`."""
        with torch.autocast(batch["tags"].device.type, torch.bfloat16, enabled=self.in_bfloat16):
            return losses(self.network, batch, self.weights)


def losses(network: Tintline, batch: Batch, weights: TintlineOptions) -> dict[str, Tensor]:
    """Every part of the loss and their weighted sum under ``total``."""
    if weights.features:
        return _choice_alone(network, batch, weights)
    finest = network.encoder.finest(batch["line"])
    embedding, parts, shading = network.encoder.outputs(finest)
    names = network.part_reader(finest.detach(), _smaller_map(network, batch["line"]))
    with torch.autocast(parts.device.type, enabled=False):
        features = (embedding.float(), parts.float(), shading.float())
        result = _losses(network, batch, features)
        result["names"] = _part_loss(names.float(), batch["parts"])
        total = sum(getattr(weights, name) * value for name, value in result.items())
    assert isinstance(total, Tensor)
    return {**result, "total": total}


def _choice_alone(network: Tintline, batch: Batch, weights: TintlineOptions) -> dict[str, Tensor]:
    """The parts of the loss that the choice has to do with, on the features of the items."""
    tokens = batch["hint_tokens"]
    with torch.autocast(tokens.device.type, enabled=False):
        part_colors = network.part_colors(batch["tags"])
        logits = network.chooser.decide(
            batch["pooled"][..., :-PART_COUNT],
            batch["at_hint"][..., :-PART_COUNT],
            facts=batch["cell_facts"],
            tokens=tokens,
            relations=batch["relations"],
            part_colors=part_colors,
        )
        colors = torch.cat([tokens[..., 3:6], part_colors[..., :3]], dim=1)
        costs = piece_costs(batch, colors)
        choice, sharpen = _choice_losses(logits, costs, batch, tokens[..., -1])
        odds = network.reach(batch["pooled"], batch["cell_facts"], batch["relations"])
        reach = _reach_loss(joined(odds, batch["relations"], tokens), batch)
    result = {"choice": choice, "sharpen": sharpen, "reach": reach}
    total = sum(getattr(weights, name) * value for name, value in result.items())
    assert isinstance(total, Tensor)
    return {**result, "total": total}


def _reach_loss(odds: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy of log odds (B, P, N): has a piece the colour of the hint's own piece?

    What is of it and what is not weigh the same for every hint. Pieces that might be either, or are
    of several colours, do not count.
    """
    inside = batch["relations"][..., IN_PIECE]
    at_hints = inside.transpose(1, 2) @ batch["target"]
    apart = torch.cdist(batch["target"], at_hints)
    single = (batch["spread"] < OTHER_THING**2).to(odds.dtype)
    weight = (batch["weight"] * single).unsqueeze(2) * (1 - inside)
    own = weight * (apart < SAME_THING)
    other = weight * (apart > OTHER_THING)
    counts = (own.sum(dim=1) > 0) & (other.sum(dim=1) > 0) & (inside.sum(dim=1) > 0)
    missed = (own * functional.softplus(-odds)).sum(dim=1) / own.sum(dim=1).clamp(min=1)
    overrun = (other * functional.softplus(odds)).sum(dim=1) / other.sum(dim=1).clamp(min=1)
    return ((missed + overrun) * counts).sum() / counts.sum().clamp(min=1)


@torch.no_grad()
def _smaller_map(network: Tintline, line: Tensor) -> Tensor:
    """What the reader of parts sees of a view besides the view's own map."""
    return coarse_map(network.encoder, line, round(SMALLER_VIEW * line.shape[3]))


def _losses(
    network: Tintline,
    batch: Batch,
    features: tuple[Tensor, Tensor, Tensor],
) -> dict[str, Tensor]:
    embedding, parts, shading = features
    part_colors = network.part_colors(batch["tags"])
    facts, tokens = batch["cell_facts"], batch["hint_tokens"]
    logits, _, pooled = network.chooser(
        (embedding, parts),
        batch["half_labels"],
        facts=facts,
        tokens=tokens,
        relations=batch["relations"],
        part_colors=part_colors,
    )
    colors = torch.cat([tokens[..., 3:6], part_colors[..., :3]], dim=1)
    costs = piece_costs(batch, colors)
    choice, sharpen = _choice_losses(logits, costs, batch, tokens[..., -1])
    return {
        "choice": choice,
        "sharpen": sharpen,
        "parts": _part_loss(parts, batch["parts"]),
        "affinity": _affinity_loss(pooled, batch),
        "picture": _picture_loss(network, batch, (costs, colors, shading)),
    }


def piece_costs(batch: Batch, colors: Tensor) -> Tensor:
    """How wrong each token's colour is for each piece: (B, P, T) in [0, 1]."""
    points = din99(colors)
    square = ((batch["target"].unsqueeze(2) - points.unsqueeze(1)) ** 2).sum(dim=3)
    square = square + batch["spread"].unsqueeze(2)
    return (torch.sqrt(square + 1e-6) / COST_SCALE).clamp(max=1)


def _choice_losses(
    logits: Tensor, costs: Tensor, batch: Batch, is_hint: Tensor
) -> tuple[Tensor, Tensor]:
    # A piece with a hint in it takes that hint: nothing to learn.
    free = 1 - batch["relations"][..., -1].amax(dim=2)
    weight = batch["weight"] * free
    # Without any hint the choice is the part's alone, and that is taught by the labels.
    hinted = (is_hint.sum(dim=1, keepdim=True) > 0).to(weight.dtype)
    weight = weight * (0.1 + 0.9 * hinted)
    weight = weight / weight.sum().clamp(min=1)
    chances = torch.softmax(logits, dim=2)
    choice = ((chances * costs).sum(dim=2) * weight).sum()
    wrong = costs.detach() * (COST_SCALE / RIGHT) + _absent(is_hint).unsqueeze(1) * 1e4
    wanted = torch.softmax(-wrong, dim=2)
    surprise = -(wanted * torch.log_softmax(logits, dim=2).clamp(min=-30)).sum(dim=2)
    return choice, (surprise * weight).sum()


def _absent(is_hint: Tensor) -> Tensor:
    """1 for tokens that fill up the batch, 0 for hints and parts: (B, T)."""
    return torch.cat([1 - is_hint, torch.zeros_like(is_hint[:, :1]).expand(-1, PART_COUNT)], 1)


def _laid_out(colors: Tensor, choice: Tensor, labels: Tensor) -> Tensor:
    """The colours (B, T, 3) that pieces (B, P) chose, over the picture: (B, 3, H, W)."""
    by_piece = colors.gather(1, choice.unsqueeze(2).expand(-1, -1, 3))
    index = labels.flatten(1).long().unsqueeze(2).expand(-1, -1, 3)
    return by_piece.gather(1, index).transpose(1, 2).unflatten(2, labels.shape[1:])


def _part_loss(parts: Tensor, labels: Tensor) -> Tensor:
    weights = torch.ones(PART_COUNT, device=parts.device)
    for part, weight in PART_WEIGHTS.items():
        weights[int(part)] = weight
    if not bool((labels != UNLABELLED).any()):
        return parts.sum() * 0
    return functional.cross_entropy(parts, labels, weight=weights, ignore_index=UNLABELLED)


def _affinity_loss(pooled: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy over pairs of pieces: same colour or not."""
    unit = functional.normalize(pooled, dim=2)
    logits = unit @ unit.transpose(1, 2) * 8 - 4
    gap = torch.cdist(batch["target"], batch["target"])
    same = torch.exp(-((gap / 8) ** 2))
    weight = torch.sqrt(batch["weight"])
    weight = weight / weight.sum(dim=1, keepdim=True).clamp(min=1)
    pair_weight = weight.unsqueeze(1) * weight.unsqueeze(2)
    loss = functional.binary_cross_entropy_with_logits(logits, same, reduction="none")
    return (loss * pair_weight).sum() / len(pooled)


def _picture_loss(network: Tintline, batch: Batch, chosen: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    """Error of the shaded picture where the best choice is about right.

    A fourth of the batch is enough for the small shading stage, which runs at full size.
    """
    some = slice(0, -(-len(batch["line"]) // 4))
    batch = {name: tensor[some] for name, tensor in batch.items()}
    costs, colors, shading = (tensor[some] for tensor in chosen)
    best, choice = costs.min(dim=2)
    index = batch["labels"].flatten(1).long()
    flat = _laid_out(colors, choice, batch["labels"])
    trusted = (best < 9 / COST_SCALE).gather(1, index).unflatten(1, batch["labels"].shape[1:])
    picture = flat * network.shader(batch["line"], flat, shading)
    error = (picture - batch["rgb"].float() / 255).abs().mean(dim=1)
    return (error * trusted).sum() / trusted.sum().clamp(min=1)


class TintlineMethod(GeneratorMethod[Tintline]):
    """Training of the generator tintline."""

    Options = TintlineOptions
    Configuration = TintlineConfig
    family = "tintline"
    tag_names = load_vocabulary(resources.TAGS).names
    options: TintlineOptions
    configuration: TintlineConfig

    def generator(self) -> Tintline:
        """The network with the application's tag table."""
        return build(self.configuration, load_vocabulary(resources.TAGS))

    def cast(self) -> Cast:
        """The network alone."""
        network = self.generator()
        if self.line_file is not None:  # what reads the lines is not trained
            network.may_begin_anew = (*Tintline.may_begin_anew, "encoder.", "part_reader.")
        objective = Objective(network, self.options, half=self.in_bfloat16)
        return Cast(network=network, turns=(Turn(name="generator", objective=objective),))

    @property
    def line_file(self) -> Path | None:
        """The line graph on whose features the choice is trained; None: everything is trained."""
        features = self.options.features
        return Path(features) / LINE_GRAPH if features else None

    def item_builder(self) -> BuildItem:
        """Cells, hint tokens and which colours are right."""
        data, options = self.recipe.data, self.options
        style = CorrespondenceStyle(
            view=ViewStyle(side=data.side, whole_share=data.whole_share),
            ink_share=data.ink_share,
            enlarged=options.enlarged,
            kept_share=options.kept_share,
            hints=HintMix(artist_share=options.artist_share),
        )
        if not options.features:
            return CorrespondenceItems(style=style, tag_names=self.tag_names)
        return ChoiceItems(
            style=style,
            tag_names=self.tag_names,
            features=Path(options.features),
            layouts=options.layouts,
        )

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """Pad pieces and tokens."""
        return collate_choices(items) if "pooled" in items[0] else collate(items)

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, what the network paints, what the best choice would paint, and the truth."""
        assert isinstance(network, Tintline)
        if "line" not in batch:
            return {}
        shown = {name: tensor[:6] for name, tensor in batch.items()}
        embedding, parts, shading = network.eval().encoder(shown["line"])
        part_colors = network.part_colors(shown["tags"])
        tokens = shown["hint_tokens"]
        logits, _, _ = network.chooser(
            (embedding, parts),
            shown["half_labels"],
            facts=shown["cell_facts"],
            tokens=tokens,
            relations=shown["relations"],
            part_colors=part_colors,
        )
        colors = torch.cat([tokens[..., 3:6], part_colors[..., :3]], dim=1)
        wrong = piece_costs(shown, colors) + _absent(tokens[..., -1]).unsqueeze(1) * 1e4

        def painted(choice: Tensor) -> Tensor:
            flat = _laid_out(colors, choice, shown["labels"])
            return flat * network.shader(shown["line"], flat, shading)

        return {
            "line": 1 - shown["line"].expand(-1, 3, -1, -1),
            "painted": painted(logits.argmax(dim=2)),
            "best": painted(wrong.argmin(dim=2)),
            "truth": shown["rgb"].float() / 255,
        }
