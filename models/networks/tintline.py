"""Colour by correspondence: our own generator.

The network reads line art alone and gives embeddings, part logits and a shading guess; all of that
is computed once a drawing. Painting is a choice: every piece of the line art (models.regions)
chooses among the hint samples, and among one colour for each part (its tag's, else a default), by
similarity of embeddings and by what lies between them. Colours are copied, never predicted.

Related: pointers that copy colours (Vondrick et al., ECCV 2018), segments of line art as tokens
(Casey et al., ICCV 2021), segment features pooled over superpixels (Dai et al., CVPR 2024).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.parts import PART_COUNT, Part
from models.regions import FACT_COUNT, RELATION_COUNT
from models.tags import Vocabulary

TOKEN_WIDTH = 9
"""Columns of a hint token: x, y in [0, 1], radius, sRGB in [0, 1], cell's ink, stroke flag, 1."""
COST_SCALE = 100.0
"""Colour difference (DIN99o) that counts as 1. Costs do not saturate below it: with a limit of 30
black on white was as wrong as any other error, and the choices measured 5 % worse."""
PIXEL_SHARE = 0.6
"""Weight of a pixel's own part logits against its piece's, where a part's colour is taken."""
OUTER_GROUPS = ("jacket",)
"""Tag groups that cover others of the same part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TintlineConfig:
    """Sizes of the network.

    widths    channels at 1/2, 1/4, 1/8 and 1/16 of the picture.
    blocks    residual blocks at each of these levels, on the way down.
    finest    channels of the last map, at 1/2.
    embedding channels of the embedding made from it.
    tokens    width of the piece and hint tokens.
    rounds    rounds of attention between pieces and hints.
    heads     attention heads.
    detail    channels of the shading stage.
    """

    widths: tuple[int, int, int, int] = (24, 48, 112, 208)
    blocks: tuple[int, int, int, int] = (0, 1, 2, 4)
    finest: int = 40
    embedding: int = 48
    tokens: int = 96
    rounds: int = 2
    heads: int = 4
    detail: int = 20


class _Residual(nn.Module):
    """Two 3×3 convolutions with batch normalization, which folds away at export."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
        )

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.body(x))


def _down(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


def _fuse(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
        _Residual(outputs),
    )


class _Attention(nn.Module):
    """Multi-head attention with an additive bias (B, heads, queries, keys) and a key mask."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)

    def forward(self, queries: Tensor, keys: Tensor, bias: Tensor) -> Tensor:
        q, k, v = (
            self._split(self.query(queries)),
            self._split(self.key(keys)),
            self._split(self.value(keys)),
        )
        scores = q @ k.transpose(2, 3) * (q.shape[-1] ** -0.5) + bias
        mixed = torch.softmax(scores, dim=3) @ v
        return self.out(mixed.transpose(1, 2).flatten(2))


class _MapAttention(nn.Module):
    """Self-attention over the coarsest map, so that a hand can know of the face."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.attention = _Attention(width, heads)
        self.place = nn.Conv2d(width, width, 3, padding=1, groups=width)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.place(x)
        tokens = x.flatten(2).transpose(1, 2)
        normed = self.norm(tokens)
        tokens = tokens + self.attention(normed, normed, torch.zeros(1, device=x.device))
        return tokens.transpose(1, 2).unflatten(2, x.shape[2:])


class LineEncoder(nn.Module):
    """Line art (B, 1, H, W), ink 1, to embeddings, part logits and shading at half size.

    Returns (B, E, H/2, W/2), (B, 15, H/2, W/2), (B, 4, H/2, W/2): the last are shading features.
    H and W are multiples of 16.
    """

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        w2, w4, w8, w16 = config.widths
        b2, b4, b8, b16 = config.blocks
        self.stem = nn.Sequential(
            nn.Conv2d(4, w2, 3, padding=1, bias=False),
            nn.BatchNorm2d(w2),
            nn.ReLU(inplace=True),
            *(_Residual(w2) for _ in range(b2)),
        )
        self.down4 = nn.Sequential(_down(w2, w4), *(_Residual(w4) for _ in range(b4)))
        self.down8 = nn.Sequential(_down(w4, w8), *(_Residual(w8) for _ in range(b8)))
        half = b16 // 2
        self.down16 = nn.Sequential(
            _down(w8, w16),
            *(_Residual(w16) for _ in range(half)),
            _MapAttention(w16, config.heads),
            *(_Residual(w16) for _ in range(b16 - half)),
            _MapAttention(w16, config.heads),
        )
        self.up8 = _fuse(w16 + w8, w8)
        self.up4 = _fuse(w8 + w4, w4)
        finest = config.finest
        self.up2 = nn.Sequential(
            nn.Conv2d(w4 + w2, finest, 1, bias=False),
            nn.BatchNorm2d(finest),
            nn.ReLU(inplace=True),
            nn.Conv2d(finest, finest, 3, padding=1, bias=False),
            nn.BatchNorm2d(finest),
            nn.ReLU(inplace=True),
        )
        self.embed = nn.Conv2d(finest, config.embedding, 1)
        self.parts = nn.Conv2d(finest, PART_COUNT, 1)
        self.shading = nn.Conv2d(finest, 4, 1)

    def forward(self, line: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x2 = self.stem(functional.pixel_unshuffle(line, 2))
        x4 = self.down4(x2)
        x8 = self.down8(x4)
        x16 = self.down16(x8)
        y8 = self.up8(torch.cat([_double(x16), x8], 1))
        y4 = self.up4(torch.cat([_double(y8), x4], 1))
        y2 = self.up2(torch.cat([_double(y4), x2], 1))
        return self.embed(y2), self.parts(y2), self.shading(y2)


def _double(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2, mode="nearest")


class _Round(nn.Module):
    """Pieces look at each other and at the hints, hints look at the pieces; then both think."""

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        width, heads = config.tokens, config.heads
        self.piece_norm = nn.LayerNorm(width)
        self.hint_norm = nn.LayerNorm(width)
        self.among = _Attention(width, heads)
        self.to_hints = _Attention(width, heads)
        self.to_pieces = _Attention(width, heads)
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
        piece_parts = pooled[..., -PART_COUNT:]
        pieces = self.pieces_in(torch.cat([pooled, facts], dim=2))
        at_hint = self._at(both, tokens)
        hints = self.hints_in(torch.cat([at_hint, tokens], dim=2))
        inside = relations[..., -1]
        hints = hints + self.own_piece(inside.transpose(1, 2) @ pieces)
        no_piece = (facts[..., 2] <= 0).to(pieces.dtype) * -1e4
        no_hint = (1 - tokens[..., -1]) * -1e4
        masks = (no_piece[:, None, None, :], no_hint[:, None, None, :])
        for block in self.rounds:
            pieces, hints = block(pieces, hints, relations, masks)
        logits = self._hint_logits(pieces, hints, relations) + no_hint[:, None, :]
        # Which part a piece is comes from the labels alone: a colour that happens to fit must not
        # teach it.
        part_scores = torch.log_softmax(piece_parts.detach(), dim=2) + self.part_gate(pieces)
        tagged = part_colors[..., 3].unsqueeze(1)
        part_scores = part_scores + tagged * self.tag_bonus + (1 - tagged) * self.default_malus
        return torch.cat([logits, part_scores], dim=2), piece_parts, pooled[..., :-PART_COUNT]

    def _at(self, planes: Tensor, tokens: Tensor) -> Tensor:
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


class Shader(nn.Module):
    """Shading factor from ink, flat colour and the encoder's shading features.

    ink (B, 1, H, W), flat (B, 3, H, W) in [0, 1], features (B, 4, H/2, W/2) to (B, 3, H, W) in
    (0, 1]: about 1 on lit paper, dark on lines.
    """

    def __init__(self, config: TintlineConfig) -> None:
        super().__init__()
        width = config.detail
        self.first = nn.Conv2d(8, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        self.last = nn.Conv2d(width, 3, 1)
        nn.init.zeros_(self.last.weight)
        assert self.last.bias is not None
        nn.init.constant_(self.last.bias, 3.0)

    def forward(self, ink: Tensor, flat: Tensor, features: Tensor) -> Tensor:
        x = torch.cat([ink, flat, _double(features)], dim=1)
        x = functional.relu(self.first(x))
        x = functional.relu(self.second(x))
        # Ink darkens by itself; the network corrects it.
        return torch.sigmoid(self.last(x) - 3.0 * ink)


def din99(rgb: Tensor) -> Tensor:
    """sRGB in [0, 1] (..., 3) to DIN99o, in which Euclidean distance is near CIEDE2000.

    After DIN 6176 in the form of Cui et al. (2002).
    """
    linear = torch.where(
        rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055).clamp(min=1e-6) ** 2.4
    )
    matrix = torch.tensor(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ],
        device=rgb.device,
        dtype=rgb.dtype,
    )
    white = torch.tensor([0.95047, 1.0, 1.08883], device=rgb.device, dtype=rgb.dtype)
    xyz = linear @ matrix.T / white
    f = torch.where(xyz > 0.008856, xyz.clamp(min=1e-6) ** (1 / 3), 7.787 * xyz + 16 / 116)
    lightness = 116 * f[..., 1] - 16
    a, b = 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])
    cos26, sin26 = 0.898794, 0.438371
    e, g = a * cos26 + b * sin26, 0.83 * (b * cos26 - a * sin26)
    # 26 degrees are turned back at the end; a rotation leaves distances as they are.
    # Not "+ 1e-8": onnxruntime drops so small a term, and grey becomes 0 / 0.
    chroma = torch.sqrt((e * e + g * g).clamp(min=1e-6))
    squeezed = torch.log(1 + 0.075 * chroma) / 0.0435
    l99 = 303.67 * torch.log(1 + 0.0039 * lightness.clamp(min=0))
    return torch.stack([l99, squeezed * e / chroma, squeezed * g / chroma], dim=-1)


def color_costs(colors: Tensor) -> Tensor:
    """How wrong it is to take colour j where i is right, (B, T, 3) sRGB to (B, T, T) in [0, 1]."""
    points = din99(colors)
    square = ((points.unsqueeze(1) - points.unsqueeze(2)) ** 2).sum(dim=3)
    return (torch.sqrt(square.clamp(min=1e-6)) / COST_SCALE).clamp(max=1)


def least_expected_cost(logits: Tensor, colors: Tensor) -> Tensor:
    """The token whose colour is least wrong in expectation, (B, P, T) to (B, P) int64.

    Hints of one colour add up, so that two halves of a vote do not lose to a third of another.
    """
    return (torch.softmax(logits, dim=2) @ color_costs(colors)).argmin(dim=2)


@dataclass(frozen=True, slots=True)
class TagTable:
    """What each tag means to the network, in the order of the multi-hot input.

    colors    sRGB bytes of each tag.
    parts     the part each tag colours.
    weights   weight among the tags of one part: a jacket's colour outweighs the shirt's below it.
    defaults  sRGB bytes of each part without hint or tag.
    """

    colors: tuple[tuple[int, int, int], ...]
    parts: tuple[int, ...]
    weights: tuple[float, ...]
    defaults: tuple[tuple[int, int, int], ...]

    @classmethod
    def from_vocabulary(cls, vocabulary: Vocabulary) -> "TagTable":
        """The table of a vocabulary, in its own order."""
        tags = tuple(vocabulary.by_name.values())
        return cls(
            colors=tuple(tag.color for tag in tags),
            parts=tuple(int(tag.part) for tag in tags),
            weights=tuple(100.0 if tag.group in OUTER_GROUPS else 1.0 for tag in tags),
            defaults=tuple(vocabulary.defaults[part] for part in Part),
        )


class PartColors(nn.Module):
    """Multi-hot tags (B, T) to one colour for each part: (B, 15, 4), sRGB and 1 where tagged."""

    def __init__(self, table: TagTable) -> None:
        super().__init__()
        shares = torch.zeros(len(table.parts), PART_COUNT)
        for index, (part, weight) in enumerate(zip(table.parts, table.weights, strict=True)):
            shares[index, part] = weight
        self.shares: Tensor
        self.colors: Tensor
        self.defaults: Tensor
        self.register_buffer("shares", shares)
        self.register_buffer("colors", torch.tensor(table.colors, dtype=torch.float32) / 255)
        self.register_buffer("defaults", torch.tensor(table.defaults, dtype=torch.float32) / 255)

    def forward(self, tags: Tensor) -> Tensor:
        weights = tags.unsqueeze(2) * self.shares
        total = weights.sum(dim=1)
        mixed = weights.transpose(1, 2) @ self.colors / total.clamp(min=1e-6).unsqueeze(2)
        tagged = (total > 0).to(tags.dtype).unsqueeze(2)
        colors = mixed * tagged + self.defaults * (1 - tagged)
        return torch.cat([colors, tagged], dim=2)


class Tintline(nn.Module):
    """Colour by correspondence, as one network for training; split in two graphs for export."""

    def __init__(self, config: TintlineConfig, table: TagTable) -> None:
        super().__init__()
        self.config = config
        self.table = table
        self.encoder = LineEncoder(config)
        self.part_colors = PartColors(table)
        self.chooser = Chooser(config)
        self.shader = Shader(config)


class LineGraph(nn.Module):
    """``line.onnx``: line (1, 1, H, W) to embedding, part logits, shading features and the line."""

    NAMES = ("feature_embedding", "feature_parts", "feature_shading", "feature_line")

    def __init__(self, network: Tintline) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, line: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return (*self.encoder(line), line * 1.0)


class PaintGraph(nn.Module):
    """``paint.onnx``: features, pieces, hints and tags to the picture.

    Besides the features: cells (1, 1, H, W) int64, cell_facts (1, P, FACT_COUNT), hint_tokens
    (1, N, TOKEN_WIDTH), relations (1, P, N, RELATION_COUNT), tags (1, T). Returns rgb in [-1, 1],
    flat and shade in [0, 1], each (1, 3, H, W), and owner (1, P, N + 15): each piece's shares of
    the hint samples and of the parts' colours.
    """

    INPUTS = ("cells", "cell_facts", "hint_tokens", "relations", "tags")
    OUTPUTS = ("rgb", "flat", "shade", "owner")

    def __init__(self, network: Tintline) -> None:
        super().__init__()
        self.part_colors = network.part_colors
        self.chooser = network.chooser
        self.shader = network.shader

    def forward(  # noqa: PLR0917 - a graph's inputs, by position as the exporter wants them
        self,
        embedding: Tensor,
        parts: Tensor,
        shading: Tensor,
        line: Tensor,
        cells: Tensor,
        facts: Tensor,
        tokens: Tensor,
        relations: Tensor,
        tags: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        labels = torch.cat([cells[:, :, ::2, ::2], cells[:, :, 1::2, 1::2]], dim=1)
        part_colors = self.part_colors(tags)
        logits, piece_parts, _ = self.chooser(
            (embedding, parts),
            labels,
            facts=facts,
            tokens=tokens,
            relations=relations,
            part_colors=part_colors,
        )
        colors = torch.cat([tokens[..., 3:6], part_colors[..., :3]], dim=1)
        choice = least_expected_cost(logits, colors)
        flat = self._flat(choice, colors, cells=cells, parts=parts, piece_parts=piece_parts)
        shade = self.shader(line, flat, shading)
        return flat * shade * 2 - 1, flat, shade, torch.softmax(logits, dim=2)

    def _flat(
        self,
        choice: Tensor,
        colors: Tensor,
        *,
        cells: Tensor,
        parts: Tensor,
        piece_parts: Tensor,
    ) -> Tensor:
        """Each pixel's flat colour; where a piece takes its part's colour, by the pixel's part."""
        height, width = cells.shape[2:]
        index = cells.flatten(1)
        hint_count = colors.shape[1] - PART_COUNT
        chosen = colors.gather(1, choice.unsqueeze(2).expand(-1, -1, 3))
        by_piece = chosen.gather(1, index.unsqueeze(2).expand(-1, -1, 3))
        takes_part = (choice >= hint_count).gather(1, index)
        of_piece = torch.log_softmax(piece_parts, dim=2).gather(
            1, index.unsqueeze(2).expand(-1, -1, PART_COUNT)
        )
        of_pixel = torch.log_softmax(_double(parts), dim=1).flatten(2).transpose(1, 2)
        part = (of_piece * (1 - PIXEL_SHARE) + of_pixel * PIXEL_SHARE).argmax(dim=2)
        by_part = colors[:, hint_count:].gather(1, part.unsqueeze(2).expand(-1, -1, 3))
        flat = torch.where(takes_part.unsqueeze(2), by_part, by_piece)
        return flat.transpose(1, 2).unflatten(2, (height, width))
