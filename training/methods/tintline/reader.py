"""Learn to read line art: the parts of what is drawn, and which places have one colour.

Read top to bottom: the loss, one step. The encoder is trained alone, without hints or choices,
which makes a view some ten times cheaper; the choice is taught on what it reads afterwards
(``tintline_chooser``). Parts are the true ones where they are known, else a teacher's, which saw
the picture in colour (training.data.teaching).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import UNLABELLED, Part
from models.networks.tintline.network import Tintline
from models.networks.tintline.parts import coarse_map
from training.data.items.augment import ViewStyle
from training.data.items.read_parts import ReadPartItems
from training.methods.batches import Arrays, Batch, colored_parts, stack
from training.methods.method import BuildItem, Cast
from training.methods.players import Turn
from training.methods.tintline.method import PART_WEIGHTS, SMALLER_VIEW, TintlineMethod

WITHIN = {
    Part.HAIR: (Part.BROWS, Part.HAT, Part.ORNAMENT),
    Part.SKIN: (Part.EYES, Part.MOUTH, Part.BROWS, Part.GLASSES, Part.ORNAMENT),
    Part.TOP: (Part.BOTTOM, Part.DRESS, Part.ORNAMENT, Part.OTHER),
}
"""What a teacher, whose patches are coarse, takes for the part around it, or for any garment.

Where it says skin there may be an eye: told as one, it is no mistake.
"""
CERTAIN = 255
"""Trust of a label that is no teacher's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """Weights of the parts of the loss, and what is trained.

    parts     cross-entropy of the encoder's part logits.
    affinity  do two places of one picture have the same colour, from their embeddings alone.
    names     cross-entropy of the reader of parts, which looks at two sizes (models.networks.
              tintline.parts); it never teaches the encoder. 0: it is left as it is.
    encoder   the encoder is trained; false: the reader of parts alone.
    small     how much heavier small parts (PART_WEIGHTS) are than in the generator's own training.
    doubted, sure   chances, as a teacher told them, at which a label counts nothing and whole.
    enlarged, places, whole views   see training.data.items.read_parts.ReadPartItems.
    """

    parts: float = 1.0
    affinity: float = 0.5
    names: float = 0.0
    encoder: bool = True
    small: float = 1.0
    doubted: float = 0.35
    sure: float = 0.85
    enlarged: int = 2
    places: int = 96

    def __post_init__(self) -> None:
        if not 0 <= self.doubted < self.sure <= 1:
            raise ValueError(
                f"doubted and sure are chances, the first below the second; got "
                f"{self.doubted:g} and {self.sure:g}"
            )
        if not self.encoder and not self.names:
            raise ValueError("nothing is trained; set encoder to true, or names above 0")


class Objective(nn.Module):
    """The network with its loss, as one module whose forward takes a batch."""

    def __init__(self, network: Tintline, options: ReaderOptions, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self.options = options
        self.in_bfloat16 = half
        network.requires_grad_(False)
        if options.encoder:
            network.encoder.requires_grad_(True)
        if options.names:
            network.part_reader.requires_grad_(True)
        self.train(self.training)

    def train(self, mode: bool = True) -> "Objective":
        """As of any module; an encoder that is not trained keeps its statistics, too."""
        super().train(mode)
        if not self.options.encoder:
            self.network.encoder.eval()
        return self

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Every part of the loss, ``right``: the share of the figure told right, ``total``."""
        options, network = self.options, self.network
        line = batch["line"].contiguous(memory_format=torch.channels_last)
        with torch.autocast(line.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            with torch.set_grad_enabled(options.encoder and torch.is_grad_enabled()):
                finest = network.encoder.finest(line)
                embedding, parts, _ = network.encoder.outputs(finest)
            result: dict[str, Tensor] = {}
            if options.names:
                with torch.no_grad():
                    coarse = coarse_map(network.encoder, line, round(SMALLER_VIEW * line.shape[3]))
                names = network.part_reader(finest.detach(), coarse.detach())
        if options.encoder:
            result["parts"] = part_loss(parts.float(), batch, options)
            result["affinity"] = place_affinity(embedding.float(), batch)
        if options.names:
            result["names"] = part_loss(names.float(), batch, options)
        total = sum(getattr(options, name) * value for name, value in result.items())
        assert isinstance(total, Tensor)
        told = (names if options.names else parts).detach()
        return {**result, "right": share_right(told, batch), "total": total}


def part_loss(logits: Tensor, batch: Batch, options: ReaderOptions) -> Tensor:
    """Cross-entropy of part logits (B, 15, h, w), each label as heavy as it is sure.

    A teacher's label stands for all that it may be (WITHIN), a true one for itself. Weights of
    parts decide what is learned first, not how often a part is told: logits are adjusted by them
    (Menon et al., ICLR 2021), so that what is learned are plain chances.
    """
    labels, trust = batch["parts"].long(), batch["trust"].float() / CERTAIN
    of_part = torch.ones(256, device=logits.device)
    for part, factor in PART_WEIGHTS.items():
        of_part[int(part)] = factor * options.small if factor > 1 else factor
    of_part[UNLABELLED] = 0
    sure = ((trust - options.doubted) / (options.sure - options.doubted)).clamp(0, 1)
    weight = of_part[labels] * sure
    known = torch.where(labels == UNLABELLED, 0, labels)
    adjusted = logits + of_part[: logits.shape[1], None, None].log()
    chances = torch.log_softmax(adjusted, dim=1)
    told = chances.gather(1, known[:, None])[:, 0]
    meant = torch.stack([chances[:, list(may_be(part))].logsumexp(1) for part in Part], dim=1)
    taught = meant.gather(1, known[:, None])[:, 0]
    surprise = -torch.where(trust < 1, taught, told)
    return (surprise * weight).sum() / weight.sum().clamp(min=1)


def may_be(part: Part) -> tuple[Part, ...]:
    """What a place may be of which a teacher says `part`."""
    return (part, *WITHIN.get(part, ()))


def place_affinity(embedding: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy over pairs of places (B, N): same colour or not."""
    index = batch["places"][:, None].expand(-1, embedding.shape[1], -1)
    unit = functional.normalize(embedding.flatten(2).gather(2, index).transpose(1, 2), dim=2)
    logits = unit @ unit.transpose(1, 2) * 8 - 4
    gap = torch.cdist(batch["colors"], batch["colors"])
    same = torch.exp(-((gap / 8) ** 2))
    return functional.binary_cross_entropy_with_logits(logits, same)


def share_right(logits: Tensor, batch: Batch) -> Tensor:
    """Share of the figure's labelled pixels whose part is told right."""
    labels = batch["parts"].long()
    figure = (labels != UNLABELLED) & (labels != Part.BACKGROUND)
    return ((logits.argmax(dim=1) == labels) & figure).sum() / figure.sum().clamp(min=1)


class ReaderMethod(TintlineMethod):
    """Training of what reads the lines."""

    Options = ReaderOptions  # type: ignore[assignment]
    options: ReaderOptions  # type: ignore[assignment]

    @property
    def line_file(self) -> None:
        """None: the line graph is what is trained."""
        return None

    def cast(self) -> Cast:
        """The network; all but what reads the lines stays as it was made."""
        network = self.generator()
        objective = Objective(network, self.options, half=self.in_bfloat16)
        network.encoder.to(memory_format=torch.channels_last)
        return Cast(network=network, turns=(Turn(name="reader", objective=objective),))

    def item_builder(self) -> BuildItem:
        """Views with their lines and parts."""
        data, options = self.recipe.data, self.options
        return ReadPartItems(
            view=ViewStyle(side=data.side, whole_share=data.whole_share),
            ink_share=data.ink_share,
            enlarged=options.enlarged,
            places=options.places,
        )

    def collate(self, items: Sequence[Arrays]) -> Batch:
        """Items as they are."""
        return stack(items)

    def show(self, network: nn.Module, batch: Batch) -> Mapping[str, Tensor]:
        """Line art, the parts told, and those known."""
        assert isinstance(network, Tintline)
        line = batch["line"][:6]
        _, parts, _ = network.eval().encoder(line)
        return {
            "line": 1 - line.expand(-1, 3, -1, -1),
            "painted": colored_parts(parts.argmax(dim=1)),
            "truth": colored_parts(batch["parts"][:6]),
        }
