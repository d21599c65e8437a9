"""How far a hint reaches in the tintline generator: the first hints stay in their parts.

Hints outrank parts in what was learned, since trainings show hints of nearly every colour of a
picture. With the first hints of a drawing that is wrong: a blue stroke on the hair says nothing of
the face. So as long as little has been said, each hint speaks alone for the pieces that are of one
thing with its own; the others keep their part's colour, a tag's or the usual one.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import PART_COUNT, Part

FEW = 3
"""Statements, each a colour given to a part, up to which hints stay with what they lie in."""
SURE = 1.25
"""Log odds from which a piece is taken to be of one thing with a hint."""
WHOLE = (int(Part.HAIR), int(Part.SKIN))
"""Parts that are of one colour all over a figure; garments and grounds may be several."""
ALIKE = 0.6
"""Chance of being of the same of these parts from which a piece is of one thing with a hint's."""
BETWEEN = (1, 3, 5, 7, 8)
"""Columns of the relations that do not depend on other hints: distance, ink along the cheapest path
and the least on any, whether they share a cell, ink on the straight line (models.cells.pieces)."""
IN_PIECE = 10
"""The column that says which piece holds which hint."""
X, Y, SIZE, BORDER = 0, 1, 2, 5
"""Columns of a piece's facts."""
CERTAIN = 20.0
"""Log odds of a hint's own piece."""
BEYOND = 1e4
"""What a hint's logit loses where it does not reach."""


class Reach(nn.Module):
    """Log odds that a piece is of one thing with the one in which a hint lies: 1.8 K parameters.

    Takes pooled (B, P, E + 30), mean embeddings and two readings of log part probabilities of the
    pieces, facts (B, P, FACT_COUNT) and relations (B, P, N, RELATION_COUNT); gives (B, P, N).
    """

    WIDTH = 32
    SEEN = len(BETWEEN) + 16

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(self.SEEN, self.WIDTH)
        self.second = nn.Linear(self.WIDTH, self.WIDTH)
        self.out = nn.Linear(self.WIDTH, 1)

    def forward(self, pooled: Tensor, facts: Tensor, relations: Tensor) -> Tensor:
        hidden = functional.gelu(self.first(pairs_seen(pooled, facts, relations)))
        odds: Tensor = self.out(functional.gelu(self.second(hidden))).squeeze(3)
        return odds


def pairs_seen(pooled: Tensor, facts: Tensor, relations: Tensor) -> Tensor:
    """What tells whether a piece is of one thing with a hint's: (B, P, N, Reach.SEEN)."""
    embedding = functional.normalize(pooled[..., : -2 * PART_COUNT], dim=2)
    parts = torch.softmax(pooled[..., -2 * PART_COUNT : -PART_COUNT], dim=2)
    names = torch.softmax(pooled[..., -PART_COUNT:], dim=2)
    inside = relations[..., IN_PIECE].transpose(1, 2)
    shape = inside.transpose(1, 2)

    def alike(of_pieces: Tensor) -> Tensor:
        return of_pieces @ (inside @ of_pieces).transpose(1, 2)

    def both(of_pieces: Tensor) -> tuple[Tensor, Tensor]:
        at_hints = inside @ of_pieces.unsqueeze(2)
        return of_pieces.unsqueeze(2).expand_as(shape), at_hints.transpose(1, 2).expand_as(shape)

    parts_alike, names_alike = alike(parts), alike(names)
    sizes, columns, rows = both(facts[..., SIZE]), both(facts[..., X]), both(facts[..., Y])
    aside = columns[0] - columns[1]
    seen = [
        parts_alike,
        torch.log(parts_alike + 1e-3) / 4,
        names_alike,
        torch.log(names_alike + 1e-3) / 4,
        alike(embedding),
        *both(names.amax(dim=2)),
        *both(names[..., int(Part.BACKGROUND)]),
        *sizes,
        sizes[0] - sizes[1],
        aside,
        aside.abs(),
        rows[0] - rows[1],
        both(facts[..., BORDER])[0],
    ]
    return torch.cat([relations[..., list(BETWEEN)], torch.stack(seen, dim=3)], dim=3)


def said_alike(tokens: Tensor) -> Tensor:
    """1 where two hints give the same colour, (B, N, N); tokens (B, N, TOKEN_WIDTH)."""
    colors, is_hint = tokens[..., 3:6], tokens[..., -1]
    apart = (colors.unsqueeze(1) - colors.unsqueeze(2)).abs().sum(dim=3)
    return (apart < 1e-3).to(tokens.dtype) * is_hint.unsqueeze(1)


def joined(odds: Tensor, relations: Tensor, tokens: Tensor) -> Tensor:
    """Log odds (B, P, N) that any hint of the same colour reaches a piece, or lies in it."""
    odds = odds + relations[..., IN_PIECE] * CERTAIN
    chances = torch.exp(odds.clamp(max=CERTAIN)) @ said_alike(tokens).transpose(1, 2)
    return torch.log(chances + 1e-6)


def kept_within(
    logits: Tensor, odds: Tensor, relations: Tensor, shares: Tensor, tokens: Tensor
) -> Tensor:
    """Logits (B, P, N + 15) of hints and parts' colours, lowered where a hint does not reach.

    odds  (B, P, N) of Reach; relations (B, P, N, RELATION_COUNT); shares (B, P, 15) chance of each
    part in each piece; tokens (B, N, TOKEN_WIDTH). A hint always has the pieces in which it lies.
    """
    inside = relations[..., IN_PIECE]
    at_hints = inside.transpose(1, 2) @ shares
    alike = shares[..., WHOLE] @ at_hints[..., WHOLE].transpose(1, 2)
    reached = (joined(odds, relations, tokens) >= SURE) | (alike >= ALIKE)
    parts = at_hints.argmax(dim=2)
    few = (statement_count(tokens, parts) <= FEW).view(-1, 1, 1)
    beyond = (few & ~reached).to(logits.dtype) * BEYOND
    return logits - functional.pad(beyond, (0, PART_COUNT))


def statement_count(tokens: Tensor, parts: Tensor) -> Tensor:
    """How many different things hints say: (B,). A stroke through ten strands of hair says one.

    tokens  (B, N, TOKEN_WIDTH); parts  int64 (B, N) the part in which each lies.
    """
    is_hint = tokens[..., -1]
    same = said_alike(tokens) * (parts.unsqueeze(1) == parts.unsqueeze(2))
    # Each of k hints that say the same counts one k-th.
    return (is_hint / same.sum(dim=2).clamp(min=1)).sum(dim=1).round()
