"""The smallest generator there is: exported in a second where any generator will do."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.networks.generator import Generator, GeneratorConfig

FIELDS = {"name": "toy", "title": "Toy", "method": "toy", "arguments": {}, "licence": "CC0-1.0"}
"""What its spec says besides what follows from the generator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyConfig(GeneratorConfig):
    """Hints it takes always, and so many tags."""

    tags: int = 0
    size_rule = SizeRule(multiple_of=16, minimum=32, preferred=64)

    @property
    def conditions(self) -> tuple[str, ...]:
        return ("hints", "tags") if self.tags else ("hints",)


class ToyGenerator(Generator):
    """A convolution with a group norm for the lines, another one for the hints."""

    feature_names = ("feature_half",)

    def __init__(self, **config: int) -> None:
        super().__init__()
        torch.manual_seed(2)
        self.config = ToyConfig(**config)
        self.down = nn.Conv2d(1, 16, 4, stride=2, padding=1, bias=False)
        self.down_norm = nn.GroupNorm(2, 16)
        self.mix = nn.Conv2d(4, 16, 5, padding=2)
        self.mix_norm = nn.GroupNorm(2, 16)
        self.out = nn.Conv2d(32, 3, 3, padding=1)

    @property
    def tag_count(self) -> int:
        return self.config.tags

    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        return (functional.relu(self.down_norm(self.down(line))),)

    def paint(self, half: Tensor, hints: Tensor, *_tags: Tensor) -> tuple[Tensor, ...]:
        lines = functional.interpolate(half, scale_factor=2.0)
        colors = functional.relu(self.mix_norm(self.mix(hints)))
        return (torch.tanh(self.out(torch.cat([lines, colors], dim=1))),)
