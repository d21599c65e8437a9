"""How far a hint reaches in the tintline generator: the first hints stay in their parts.

Hints outrank parts in what was learned, since trainings show hints of nearly every colour of a
picture. With the first hints of a drawing that is wrong: a blue stroke on the hair says nothing of
the face. So as long as little has been said, each hint speaks for pieces of its own part alone; the
others keep their part's colour, a tag's or the usual one. Nothing here is learned.
"""

from torch import Tensor
from torch.nn import functional

from models.hints.parts import PART_COUNT, Part

FEW = 3
"""Statements, each a colour given to a part, up to which hints stay in their parts."""
ALIKE = 0.3
"""Chance from which two pieces are taken to be of one part: product of their part shares."""
CROSSED = 0.25
"""Ink on the best path from a hint to a piece of the ground from which it lies behind a line."""
BARRIER, IN_PIECE = 5, 10
"""Columns of the relations that are read (models.cells.pieces)."""
BEYOND = 1e4
"""What a hint's logit loses where it does not reach."""


def kept_to_parts(logits: Tensor, shares: Tensor, relations: Tensor, tokens: Tensor) -> Tensor:
    """Logits (B, P, N + 15) of hints and parts' colours, lowered where a hint does not reach.

    shares     (B, P, 15) chance of each part in each piece.
    relations  (B, P, N, RELATION_COUNT); tokens  (B, N, TOKEN_WIDTH).
    A hint always has the pieces in which it lies.
    """
    inside = relations[..., IN_PIECE]
    at_hints = inside.transpose(1, 2) @ shares
    alike = shares @ at_hints.transpose(1, 2)
    is_ground = shares.argmax(dim=2, keepdim=True) == Part.BACKGROUND
    reached = (alike >= ALIKE) & ~(is_ground & (relations[..., BARRIER] > CROSSED))
    few = (statement_count(tokens, at_hints.argmax(dim=2)) <= FEW).view(-1, 1, 1)
    beyond = (few & ~reached & (inside < 1)).to(logits.dtype) * BEYOND
    return logits - functional.pad(beyond, (0, PART_COUNT))


def statement_count(tokens: Tensor, parts: Tensor) -> Tensor:
    """How many different things hints say: (B,). A stroke through ten strands of hair says one.

    tokens  (B, N, TOKEN_WIDTH); parts  int64 (B, N) the part in which each lies.
    """
    colors, is_hint = tokens[..., 3:6], tokens[..., -1]
    apart = (colors.unsqueeze(1) - colors.unsqueeze(2)).abs().sum(dim=3)
    same = (apart < 1e-3) & (parts.unsqueeze(1) == parts.unsqueeze(2))
    # Each of k hints that say the same counts one k-th.
    sharing = (same.to(tokens.dtype) * is_hint.unsqueeze(1)).sum(dim=2)
    return (is_hint / sharing.clamp(min=1)).sum(dim=1).round()
