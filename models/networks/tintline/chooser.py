"""The part of the tintline generator that chooses: pieces of line art among hints and parts."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.cells.pieces import FACT_COUNT, RELATION_COUNT
from models.encoding import TOKEN_WIDTH
from models.hints.parts import PART_COUNT
from models.networks.tintline.encoder import Attention, TintlineConfig


class _Round(nn.Module):
    """Pieces look at each other and at the hints, hints look at the pieces; then both think."""

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        width, heads = config.tokens, config.heads
        self.piece_norm = nn.LayerNorm(width)
        self.hint_norm = nn.LayerNorm(width)
        self.among = Attention(width, heads)
        self.to_hints = Attention(width, heads)
        self.to_pieces = Attention(width, heads)
        self.bias = nn.Linear(RELATION_COUNT, 2 * heads)
        self.piece_mlp = _mlp(width)
        self.hint_mlp = _mlp(width)

    def forward(
        self, pieces: Tensor, hints: Tensor, relations: Tensor, masks: tuple[Tensor, Tensor]
    ) -> tuple[Tensor, Tensor]:
        piece_bias, hint_bias = masks
        bias = self.bias(relations).permute(0, 3, 1, 2)
        forward_bias, backward_bias = bias.chunk(2, dim=1)
        p, h = self.piece_norm(pieces), self.hint_norm(hints)
        pieces = (
            pieces + self.among(p, p, piece_bias) + self.to_hints(p, h, forward_bias + hint_bias)
        )
        hints = hints + self.to_pieces(h, p, backward_bias.transpose(2, 3) + piece_bias)
        return pieces + self.piece_mlp(pieces), hints + self.hint_mlp(hints)


def _mlp(width: int) -> nn.Sequential:
    return nn.Sequential(
        nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
    )


class _Agreement(nn.Module):
    """What it says for a hint that its own piece and the asking one are of the same part.

    Part probabilities (B, P, 15), which piece holds which hint (B, P, N) and relations
    (B, P, N, RELATION_COUNT) to a term for each pair (B, P, N); nothing before it is trained.
    """

    WIDTH = 24

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(RELATION_COUNT + 4, self.WIDTH)
        self.second = nn.Linear(self.WIDTH, self.WIDTH)
        self.out = nn.Linear(self.WIDTH, 1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, parts: Tensor, inside: Tensor, relations: Tensor) -> Tensor:
        at_hints = inside.transpose(1, 2) @ parts
        alike = parts @ at_hints.transpose(1, 2)
        # How sure both are of their part: two that know nothing agree by chance.
        sure_piece = parts.amax(dim=2).unsqueeze(2).expand_as(alike)
        sure_hint = at_hints.amax(dim=2).unsqueeze(1).expand_as(alike)
        seen = torch.stack([alike, torch.log(alike + 1e-3), sure_piece, sure_hint], dim=3)
        hidden = functional.gelu(self.first(torch.cat([relations, seen], dim=3)))
        term: Tensor = self.out(functional.gelu(self.second(hidden))).squeeze(3)
        return term


class Chooser(nn.Module):
    """Scores of every piece for every hint sample and for every part's colour.

    Inputs: embedding (B, E, h, w), part logits (B, 15, h, w), piece labels at half size
    (B, 2, h, w) int64, facts (B, P, FACT_COUNT), tokens (B, N, TOKEN_WIDTH), relations
    (B, P, N, RELATION_COUNT), part colours (B, 15, 4): sRGB in [0, 1] and 1 where a tag gave it.
    Returns logits (B, P, N + 15), the pieces' mean log part probabilities (B, P, 15) and their
    mean embeddings (B, P, E).
    """

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        width, embedding = config.tokens, config.embedding
        self.pieces_in = nn.Linear(embedding + PART_COUNT + FACT_COUNT, width)
        self.hints_in = nn.Linear(embedding + PART_COUNT + TOKEN_WIDTH, width)
        self.own_piece = nn.Linear(width, width)
        self.rounds = nn.ModuleList(_Round(config) for _ in range(config.rounds))
        self.pair_heads = 8
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.pair = nn.Sequential(
            nn.Linear(RELATION_COUNT + self.pair_heads, 32), nn.GELU(), nn.Linear(32, 1)
        )
        self.agreement = _Agreement()
        self.prior = nn.Linear(RELATION_COUNT, 1, bias=False)
        with torch.no_grad():
            self.prior.weight.zero_()
            self.prior.weight[0, 0] = 4.0
            self.prior.weight[0, 1] = -4.0
        self.part_gate = nn.Linear(width, 1)
        self.tag_bonus = nn.Parameter(torch.tensor(3.0))
        self.default_malus = nn.Parameter(torch.tensor(-2.0))

    def pool(self, planes: Tensor, labels: Tensor, count: int) -> Tensor:
        """Mean of (B, C, h, w) over pieces, given labels (B, 2, h, w): (B, count, C)."""
        batch, channels = planes.shape[:2]
        flat = planes.flatten(2).transpose(1, 2)
        values = torch.cat([flat, torch.ones_like(flat[..., :1])], dim=2)
        values = torch.cat([values, values], dim=1)
        index = labels.flatten(1).unsqueeze(2).expand(-1, -1, channels + 1)
        total = torch.zeros(batch, count, channels + 1, device=planes.device, dtype=values.dtype)
        total = total.scatter_add(1, index, values)
        return total[..., :channels] / total[..., channels:].clamp(min=1)

    def forward(
        self,
        planes: tuple[Tensor, Tensor],
        labels: Tensor,
        *,
        facts: Tensor,
        tokens: Tensor,
        relations: Tensor,
        part_colors: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        embedding, part_logits = planes
        both = torch.cat([embedding, torch.log_softmax(part_logits, dim=1)], dim=1)
        pooled = self.pool(both, labels, facts.shape[1])
        logits = self.decide(
            pooled,
            self.at(both, tokens),
            facts=facts,
            tokens=tokens,
            relations=relations,
            part_colors=part_colors,
        )
        return logits, pooled[..., -PART_COUNT:], pooled[..., :-PART_COUNT]

    def decide(
        self,
        pooled: Tensor,
        at_hint: Tensor,
        *,
        facts: Tensor,
        tokens: Tensor,
        relations: Tensor,
        part_colors: Tensor,
    ) -> Tensor:
        """Logits (B, P, N + 15) from what is known of each piece and of each hint's place.

        pooled (B, P, E + 15) and at_hint (B, N, E + 15): embeddings and log part probabilities.
        """
        piece_parts = pooled[..., -PART_COUNT:]
        pieces = self.pieces_in(torch.cat([pooled, facts], dim=2))
        hints = self.hints_in(torch.cat([at_hint, tokens], dim=2))
        inside = relations[..., -1]
        hints = hints + self.own_piece(inside.transpose(1, 2) @ pieces)
        no_piece = (facts[..., 2] <= 0).to(pieces.dtype) * -1e4
        no_hint = (1 - tokens[..., -1]) * -1e4
        masks = (no_piece[:, None, None, :], no_hint[:, None, None, :])
        for block in self.rounds:
            pieces, hints = block(pieces, hints, relations, masks)
        logits = self._hint_logits(pieces, hints, relations) + no_hint[:, None, :]
        part_shares = torch.softmax(piece_parts, dim=2)
        logits = logits + self.agreement(part_shares, inside, relations)
        # Which part a piece is comes from the labels alone: a colour that happens to fit must not
        # teach it.
        part_scores = torch.log_softmax(piece_parts.detach(), dim=2) + self.part_gate(pieces)
        tagged = part_colors[..., 3].unsqueeze(1)
        part_scores = part_scores + tagged * self.tag_bonus + (1 - tagged) * self.default_malus
        return torch.cat([logits, part_scores], dim=2)

    def at(self, planes: Tensor, tokens: Tensor) -> Tensor:
        """Values of (B, C, h, w) under each token: (B, N, C)."""
        height, width = planes.shape[2:]
        # Token positions are shares of the padded picture's sides.
        x = (tokens[..., 0] * width).long().clamp(0, width - 1)
        y = (tokens[..., 1] * height).long().clamp(0, height - 1)
        index = (y * width + x).unsqueeze(1).expand(-1, planes.shape[1], -1)
        return planes.flatten(2).gather(2, index).transpose(1, 2)

    def _hint_logits(self, pieces: Tensor, hints: Tensor, relations: Tensor) -> Tensor:
        q = self.query(pieces).unflatten(2, (self.pair_heads, -1)).transpose(1, 2)
        k = self.key(hints).unflatten(2, (self.pair_heads, -1)).transpose(1, 2)
        similarity = (q @ k.transpose(2, 3) * (q.shape[-1] ** -0.5)).permute(0, 2, 3, 1)
        pair = self.pair(torch.cat([relations, similarity], dim=3)).squeeze(3)
        own = relations[..., -1] * 50.0
        return pair + similarity.mean(dim=3) + self.prior(relations).squeeze(3) + own
