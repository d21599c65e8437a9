"""What every generator offers besides training: a line half and a paint half for export."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.geometry import SizeRule
from models.networks.arguments import arguments_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorConfig(ABC):
    """What a generator's configuration says of how it is used, besides its own fields."""

    @property
    @abstractmethod
    def conditions(self) -> tuple[str, ...]:
        """Names of the paint half's inputs besides the features, as models.encoding makes them."""

    @property
    @abstractmethod
    def size_rule(self) -> SizeRule:
        """Which sizes both halves accept, and at which one a drawing is inferred."""

    @property
    def takes_hints(self) -> bool:
        """Whether hints change the picture."""
        return "hints" in self.conditions or "hint_tokens" in self.conditions

    @property
    def takes_tags(self) -> bool:
        """Whether tags change the picture."""
        return "tags" in self.conditions


class Graph(nn.Module):
    """One half of a generator as a module: called with the tensors of ``input_names`` in order.

    Returns a tuple of tensors, one for each of ``output_names``.
    """

    def __init__(
        self,
        generator: "Generator",
        compute: Callable[..., tuple[Tensor, ...]],
        *,
        input_names: tuple[str, ...],
        output_names: tuple[str, ...],
    ) -> None:
        super().__init__()
        self.generator = generator
        self.compute = compute
        self.input_names = input_names
        self.output_names = output_names
        self.training = generator.training

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Run this half."""
        return self.compute(*inputs)


class Generator(nn.Module, ABC):
    """A network that colours line art, split at what depends on hints and tags.

    ``encode_line`` and ``paint`` speak the tensors of the application (see models.encoding) and
    convert to the method's own ranges and sizes inside; ``forward`` is each method's training
    interface and takes its published inputs.
    """

    config: GeneratorConfig
    feature_names: tuple[str, ...]
    paint_outputs: tuple[str, ...] = ("rgb",)
    training_only: tuple[str, ...] = ()
    """First words of the names of weights that serve training alone, as ``generator.guide.``."""
    fixed_parts: tuple[str, ...] = ()
    """First words of the names of weights that are trained beforehand, as ``cit.``."""
    may_begin_anew: tuple[str, ...] = ()
    """First words of the names of weights that graphs may lack, because they are older or because
    the exporter gives a constant no name: a training that starts from such graphs begins with them
    as its recipe makes them."""
    paints_by_choice: bool = False
    """Whether the picture hangs on choices between near equals, which a rounding may turn."""

    @property
    def size_rule(self) -> SizeRule:
        """Which sizes both halves accept."""
        return self.config.size_rule

    @property
    def takes_hints(self) -> bool:
        """Whether hints change the picture."""
        return self.config.takes_hints

    @property
    def takes_tags(self) -> bool:
        """Whether tags change the picture."""
        return self.config.takes_tags

    @property
    def condition_names(self) -> tuple[str, ...]:
        """Names of the paint half's inputs besides the features."""
        return self.config.conditions

    @property
    def arguments(self) -> dict[str, object]:
        """The configuration as GeneratorSpec keeps it."""
        return arguments_of(self.config)

    def fitted_weights(self, weights: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
        """Weights by name of the same network, of another size or depth, brought to this one's."""
        return weights

    @property
    def tag_count(self) -> int:
        """Length of the ``tags`` tensor, 0 for a generator that takes none."""
        return 0

    @abstractmethod
    def encode_line(self, line: Tensor) -> tuple[Tensor, ...]:
        """All that follows from the line art alone.

        line (B, 1, H, W), ink 1 and paper 0. Returns one tensor for each of ``feature_names``.
        """

    @abstractmethod
    def paint(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Colour from features and conditions.

        Takes the features, then one tensor for each of ``condition_names``: ``hints`` (B, 4, H, W),
        sRGB in [-1, 1], exactly 0 where unhinted, then the mask; ``tags`` (B, T); cells and hint
        tokens as models.encoding.cell_tensors makes them. Returns one tensor for each of
        ``paint_outputs``; the first is ``rgb`` (B, 3, H, W) in [-1, 1].
        """

    @property
    def inference_parameters(self) -> int:
        """Number of weights in line and paint half together."""
        return self._count_without(self.training_only)

    @property
    def trained_parameters(self) -> int:
        """Number of weights as the papers count: without networks trained beforehand."""
        return self._count_without(self.fixed_parts)

    def _count_without(self, prefixes: tuple[str, ...]) -> int:
        return sum(
            weight.numel()
            for name, weight in self.named_parameters()
            if not name.startswith(prefixes)
        )

    def line_graph(self) -> Graph:
        """The line half, for export."""
        return Graph(self, self.encode_line, input_names=("line",), output_names=self.feature_names)

    def paint_graph(self) -> Graph:
        """The paint half, for export."""
        return Graph(
            self,
            self.paint,
            input_names=(*self.feature_names, *self.condition_names),
            output_names=self.paint_outputs,
        )


def count_parameters(module: nn.Module) -> int:
    """Number of weights, trainable or not; buffers do not count."""
    return sum(weight.numel() for weight in module.parameters())


def pool_hints(hints: Tensor, cell: int) -> Tensor:
    """Shrink hints by ``cell``: a cell is hinted if any of its pixels is, with their mean colour.

    hints (B, 4, H, W) as ``Generator.paint`` takes them; returns (B, 4, H/cell, W/cell) in the
    same convention. Unhinted pixels never enter a mean, so that no hint fades or is lost.
    """
    color, mask = hints[:, :3], hints[:, 3:]
    share = functional.avg_pool2d(mask, cell)
    mean = functional.avg_pool2d(color * mask, cell) / share.clamp(min=1.0 / (cell * cell))
    return torch.cat([mean, (share > 0).to(hints.dtype)], dim=1)
