"""Colour by correspondence: our own generator.

The network reads line art alone and gives embeddings, part logits and a shading guess; all of that
is computed once a drawing. Painting is a choice: every piece of the line art (models.cells.cells)
chooses among the hint samples, and among one colour for each part (its tag's, else a default), by
similarity of embeddings and by what lies between them. Colours are copied, never predicted.

Related: pointers that copy colours (Vondrick et al., ECCV 2018), segments of line art as tokens
(Casey et al., ICCV 2021), segment features pooled over superpixels (Dai et al., CVPR 2024).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.hints.parts import PART_COUNT, Part
from models.hints.tags import OUTER_GROUPS, Vocabulary
from models.networks.arguments import arguments_of
from models.networks.generator import Generator
from models.networks.tintline.chooser import Chooser
from models.networks.tintline.encoder import LineEncoder, TintlineConfig, double
from models.networks.tintline.parts import PartReader, beyond_lines, coarse_map, told_parts
from models.networks.tintline.reach import Reach, kept_within

COST_SCALE = 100.0
"""Colour difference (DIN99o) that counts as 1. Costs do not saturate below it: with a limit of 30
black on white was as wrong as any other error, and the choices measured 5 % worse."""
PIXEL_SHARE = 0.3
"""Weight of a pixel's own part logits against its piece's, where a part's colour is taken."""
LENDERS = {
    Part.TOP: (Part.DRESS,),
    Part.BOTTOM: (Part.DRESS,),
    Part.DRESS: (Part.TOP, Part.BOTTOM),
}
"""Garments that give an untagged one their tag's colour, first come first: cut off at the waist, a
dress cannot be told from a shirt."""


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
        x = torch.cat([ink, flat, double(features)], dim=1)
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
    """Multi-hot tags (B, T) to one colour for each part: (B, 15, 4), sRGB and 1 where tagged.

    A garment without a tag takes a tagged one's colour (LENDERS), other parts their default.
    """

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
        self.register_load_state_dict_pre_hook(_keep_table)

    def forward(self, tags: Tensor) -> Tensor:
        weights = tags.unsqueeze(2) * self.shares
        total = weights.sum(dim=1)
        mixed = weights.transpose(1, 2) @ self.colors / total.clamp(min=1e-6).unsqueeze(2)
        tagged = (total > 0).to(tags.dtype).unsqueeze(2)
        mixed, tagged = _lend(mixed, tagged)
        colors = mixed * tagged + self.defaults * (1 - tagged)
        return torch.cat([colors, tagged], dim=2)


def _keep_table(module: nn.Module, state: dict[str, Tensor], prefix: str, *_others: object) -> None:
    """Loaded weights keep the vocabulary's table: a colour changed since they were saved holds."""
    state.update({f"{prefix}{name}": tensor for name, tensor in module.named_buffers()})


def _lend(mixed: Tensor, tagged: Tensor) -> tuple[Tensor, Tensor]:
    """Colours (B, 15, 3) and tagged (B, 15, 1), where untagged garments have borrowed."""
    colors, known = list(mixed.unbind(1)), list(tagged.unbind(1))
    for part, lenders in LENDERS.items():
        for lender in lenders:
            lent = (1 - known[part]) * tagged[:, lender]
            colors[part] = colors[part] * (1 - lent) + mixed[:, lender] * lent
            known[part] = known[part] + lent
    return torch.stack(colors, dim=1), torch.stack(known, dim=1)


BLANK_TABLE = TagTable(
    colors=((255, 255, 255),),
    parts=(0,),
    weights=(1.0,),
    defaults=((255, 255, 255),) * PART_COUNT,
)
"""Of a vocabulary of one tag: no trained weight depends on the table."""


class Tintline(Generator):
    """Colour by correspondence. 4,997,714 parameters.

    Features: the embedding; part logits at the trained size, as evidence for choosing; the reader's
    part logits, which name the part where a part's colour is taken; shading features; the line.
    And what follows from these: rows of the embedding and of both kinds of log part probabilities,
    of which pieces and hints get means and values; what each place says of its part.
    """

    config: TintlineConfig
    feature_names = (
        "feature_embedding",
        "feature_parts",
        "feature_names",
        "feature_shading",
        "feature_line",
        "feature_pooled",
        "feature_places",
    )
    paint_outputs = ("rgb", "flat", "shade", "owner")
    may_begin_anew: tuple[str, ...] = ("chooser.agreement.", "reach.")
    paints_by_choice = True

    def __init__(self, config: TintlineConfig, table: TagTable = BLANK_TABLE) -> None:
        super().__init__()
        self.config = config
        self.table = table
        self.encoder = LineEncoder(config)
        self.part_reader = PartReader(config)
        self.part_colors = PartColors(table)
        self.chooser = Chooser(config)
        self.reach = Reach()
        self.shader = Shader(config)

    @property
    def tag_count(self) -> int:
        """Number of tags in the table."""
        return len(self.table.parts)

    @property
    def arguments(self) -> dict[str, object]:
        """What the configuration says otherwise than the default one."""
        usual = arguments_of(TintlineConfig())
        return {name: value for name, value in super().arguments.items() if value != usual[name]}

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """What painting needs of the line, ink 1, its contrast stretched."""
        finest = self.encoder.finest(line)
        coarse = coarse_map(self.encoder, line)
        embedding, _, shading = self.encoder.outputs(finest)
        parts = self.encoder.parts(coarse)
        names = told_parts(parts, self.part_reader(finest, coarse)) + beyond_lines(line)
        named = torch.log_softmax(names, dim=1)
        pooled = torch.cat([embedding, torch.log_softmax(parts, dim=1), named], dim=1)
        smooth = functional.avg_pool2d(torch.softmax(names, dim=1), 5, 1, 2)
        places = torch.log(smooth + 1e-4) * PIXEL_SHARE
        return embedding, parts, names, shading, line * 1.0, _rows(pooled), _rows(places)

    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Features, pieces, hints and tags to the picture.

        Besides the features: cells (1, 1, H, W) int64, cell_facts (1, P, FACT_COUNT), hint_tokens
        (1, N, TOKEN_WIDTH), relations (1, P, N, RELATION_COUNT), piece_means (1, P, E + 30) and
        hint_values (1, N, E + 30) of feature_pooled, tags (1, T). Returns rgb in [-1, 1], flat and
        shade in [0, 1], each (1, 3, H, W), and owner (1, P, N + 15): each piece's shares of the
        hint samples and of the parts' colours.
        """
        _, _, _, shading, line, _, places = inputs[:7]
        cells, facts, tokens, relations, piece_means, hint_values, tags = inputs[7:]
        part_colors = self.part_colors(tags)
        logits = self.chooser.decide(
            piece_means[..., :-PART_COUNT],
            hint_values[..., :-PART_COUNT],
            facts=facts,
            tokens=tokens,
            relations=relations,
            part_colors=part_colors,
        )
        of_piece = piece_means[..., -PART_COUNT:]
        odds = self.reach(piece_means, facts, relations)
        logits = kept_within(logits, odds, relations, torch.softmax(of_piece, dim=2), tokens)
        colors = torch.cat([tokens[..., 3:6], part_colors[..., :3]], dim=1)
        choice = least_expected_cost(logits, colors)
        flat = self._flat(choice, colors, cells=cells, places=places, piece_parts=of_piece)
        shade = self.shader(line, flat, shading)
        return flat * shade * 2 - 1, flat, shade, torch.softmax(logits, dim=2)

    def _flat(
        self,
        choice: Tensor,
        colors: Tensor,
        *,
        cells: Tensor,
        places: Tensor,
        piece_parts: Tensor,
    ) -> Tensor:
        """Each pixel's flat colour; where a piece takes its part's colour, by the pixel's part.

        places (B, h * w, 15) of four pixels each, so everything goes by these.
        """
        height, width = cells.shape[2] // 2, cells.shape[3] // 2
        hint_count = colors.shape[1] - PART_COUNT
        index = cells.unflatten(3, (width, 2)).unflatten(2, (height, 2)).transpose(3, 4)
        index = index.flatten(1)
        by_piece = _at_rows(_at_rows(colors, choice), index)
        takes_part = _at_rows((choice >= hint_count).unsqueeze(2), index)
        of_piece = torch.log_softmax(piece_parts, dim=2) * (1 - PIXEL_SHARE)
        of_pixel = _at_rows(of_piece, index).unflatten(1, (-1, 4)) + places.unsqueeze(2)
        by_part = _at_rows(colors[:, hint_count:], of_pixel.argmax(dim=3).flatten(1))
        flat = torch.where(takes_part, by_part, by_piece)
        blocks = flat.unflatten(1, (height, width, 2, 2)).permute(0, 5, 1, 3, 2, 4)
        return blocks.flatten(4, 5).flatten(2, 3)


def _rows(planes: Tensor) -> Tensor:
    """(B, C, h, w) as (B, h * w, C)."""
    return planes.flatten(2).transpose(1, 2).contiguous()


def _at_rows(table: Tensor, index: Tensor) -> Tensor:
    """Rows (B, N, C) of tables (B, M, C) at (B, N), copied whole, which is many times as fast."""
    begins = torch.arange(table.shape[0], device=index.device).unsqueeze(1) * table.shape[1]
    rows = table.flatten(0, 1).index_select(0, (index + begins).flatten())
    return rows.unflatten(0, (table.shape[0], -1))
