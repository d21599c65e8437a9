"""The network of models.matching.network in torch, as it is fitted."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from models.arrays import FloatArray
from models.matching.network import BLOCKS, HEADS, Comparison

WIDTH = 96
PAIR_WIDTH = 32
NONE_WIDTH = 32


@dataclass(frozen=True, slots=True, eq=False)
class Tensors:
    """A comparison's arrays as tensors; fields as of models.matching.network.Comparison."""

    now: Tensor
    known: Tensor
    pairs: Tensor
    now_beside: Tensor
    key_beside: Tensor
    same: Tensor

    @classmethod
    def of(cls, comparison: Comparison) -> "Tensors":
        """Share the arrays' memory."""
        names = ("now", "known", "pairs", "now_beside", "key_beside", "same")
        return cls(*(torch.from_numpy(getattr(comparison, name)) for name in names))


class Layer(nn.Module):
    """A linear layer whose weight is (in, out), as the application multiplies."""

    def __init__(self, enters: int, leaves: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(enters, leaves).uniform_(-1, 1) * enters**-0.5)
        self.bias = nn.Parameter(torch.zeros(leaves))

    def forward(self, values: Tensor) -> Tensor:
        """Values (..., in) to (..., out)."""
        return values @ self.weight + self.bias


class Attention(nn.Module):
    """Tokens with what others tell them."""

    def __init__(self) -> None:
        super().__init__()
        self.normal = nn.LayerNorm(WIDTH)
        self.query, self.key, self.value, self.out = (Layer(WIDTH, WIDTH) for _ in range(4))

    def forward(self, asks: Tensor, tells: Tensor, bias: Tensor) -> Tensor:
        """Tokens (n, D) and (m, D) and a bias (n, m, HEADS) to tokens (n, D)."""
        told = self.normal(tells)
        query, key, value = (
            plane.unflatten(1, (HEADS, -1)).transpose(0, 1)
            for plane in (self.query(self.normal(asks)), self.key(told), self.value(told))
        )
        found = query @ key.transpose(1, 2) / (WIDTH / HEADS) ** 0.5
        shares = torch.softmax(found + bias.permute(2, 0, 1), dim=2)
        message: Tensor = self.out((shares @ value).transpose(0, 1).flatten(1))
        return asks + message


class Forward(nn.Module):
    """What a token thinks by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.normal = nn.LayerNorm(WIDTH)
        self.wide, self.narrow = Layer(WIDTH, 2 * WIDTH), Layer(2 * WIDTH, WIDTH)

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens (n, D) to tokens (n, D)."""
        thought: Tensor = self.narrow(torch.relu(self.wide(self.normal(tokens))))
        return tokens + thought


class Block(nn.Module):
    """Regions look at their own drawing, at the other one, and think."""

    def __init__(self) -> None:
        super().__init__()
        self.beside = nn.Parameter(torch.zeros(2, HEADS))
        self.own, self.cross, self.forth = Attention(), Attention(), Forward()

    def forward(
        self, now: Tensor, known: Tensor, own: tuple[Tensor, Tensor], bias: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Tokens of both drawings; own (n, n, 2), (m, m, 2) and bias (n, m, HEADS)."""
        now = self.own(now, now, own[0] @ self.beside)
        known = self.own(known, known, own[1] @ self.beside)
        now, known = self.cross(now, known, bias), self.cross(known, now, bias.transpose(0, 1))
        return self.forth(now), self.forth(known)


class MatchingNetwork(nn.Module):
    """As models.matching.network.scores computes; names of weights are the same."""

    token_mean: Tensor
    token_deviation: Tensor
    pair_mean: Tensor
    pair_deviation: Tensor

    def __init__(self, tokens: FloatArray, pairs: FloatArray) -> None:
        """Weights before any fitting; rows of tokens and of pairs, some of what is met."""
        super().__init__()
        for name, rows in (("token", tokens), ("pair", pairs)):
            self.register_buffer(f"{name}_mean", torch.from_numpy(rows.mean(axis=0)))
            deviation = torch.from_numpy(rows.std(axis=0)).clamp(min=0.02)
            self.register_buffer(f"{name}_deviation", deviation)
        self.enter = Layer(tokens.shape[1], WIDTH)
        self.side_now = nn.Parameter(torch.zeros(WIDTH))
        self.side_known = nn.Parameter(torch.zeros(WIDTH))
        self.pair_wide = Layer(pairs.shape[1], PAIR_WIDTH)
        self.pair_narrow = Layer(PAIR_WIDTH, BLOCKS * HEADS + 1)
        self.blocks = nn.ModuleList([Block() for _ in range(BLOCKS)])
        self.leave_normal, self.leave = nn.LayerNorm(WIDTH), Layer(WIDTH, WIDTH)
        self.none_wide, self.none_narrow = Layer(WIDTH, NONE_WIDTH), Layer(NONE_WIDTH, 1)

    def forward(self, given: Tensors, drop: float = 0.0) -> Tensor:
        """Scores above "none", (n, m); with `drop`, tokens lose that share of their numbers."""
        now = self._enter(given.now, drop) + self.side_now
        known = self._enter(given.known, drop) + self.side_known
        pairs = (given.pairs - self.pair_mean) / self.pair_deviation
        pairs = self.pair_narrow(torch.relu(self.pair_wide(pairs)))
        own = (
            torch.stack([given.now_beside, torch.zeros_like(given.now_beside)], dim=2),
            torch.stack([given.key_beside, given.same], dim=2),
        )
        for number, block in enumerate(self.blocks):
            bias = pairs[..., number * HEADS : (number + 1) * HEADS]
            now, known = block(now, known, own, bias)
        now, known = self.leave_normal(now), self.leave_normal(known)
        found = self.leave(now) @ self.leave(known).T / WIDTH**0.5 + pairs[..., -1]
        scores: Tensor = found - self.none_narrow(torch.relu(self.none_wide(now)))
        return scores

    def _enter(self, tokens: Tensor, drop: float) -> Tensor:
        normal = (tokens - self.token_mean) / self.token_deviation
        entered: Tensor = self.enter(nn.functional.dropout(normal, drop, self.training))
        return entered

    def weights(self) -> dict[str, FloatArray]:
        """As models.matching.network.read_weights gives them, but float16."""
        return {name: value.numpy().astype("float16") for name, value in self.state_dict().items()}
