"""Random weights as tame as trained ones: for measuring and comparing generators without training.

Freshly initialized, a deep network without normalization lets signals grow or fade by orders of
magnitude: rounding errors grow with them, and hints leave no trace in the picture.
"""

import torch
from torch import Tensor, nn

from models.encoding import DRAFT_ONLY
from models.networks.features import FeatureNetwork
from models.networks.generator import Generator
from training.export.graphs import evaluating

LAYERS = (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)
SMALLEST_SPREAD = 1e-6
HINT_SHARE = 0.2


def randomize_generator(generator: Generator, *, seed: int) -> None:
    """Scale every layer so that its output has unit variance on a random drawing.

    Feature networks get random weights on purpose; the other weights are those that the generator
    was built with, so build it behind ``torch.manual_seed``. One pass through both halves, each
    layer scaled as it is reached. After Mishkin & Matas, "All you need is a good init", ICLR 2016.
    """
    for part in generator.modules():
        if isinstance(part, FeatureNetwork):
            part.randomize(seed=seed)
    layers = [part for part in generator.modules() if isinstance(part, LAYERS)]
    hooks = [layer.register_forward_hook(_scale_to_unit_variance) for layer in layers]
    try:
        with evaluating(generator), torch.no_grad():
            inputs = draw_random_inputs(generator, seed=seed)
            features = generator.encode_line(inputs["line"])
            generator.paint(*features, *(inputs[name] for name in generator.condition_names))
    finally:
        for hook in hooks:
            hook.remove()


def draw_random_inputs(generator: Generator, *, seed: int, side: int = 0) -> dict[str, Tensor]:
    """``line``, ``hints``, ``tags`` and ``draft_only`` of a square of noise.

    side  0: the smallest that the generator takes.
    """
    rule = generator.size_rule
    smallest = -(-rule.minimum // rule.multiple_of) * rule.multiple_of
    side = side or rule.fixed or smallest
    random = torch.Generator().manual_seed(seed)
    line = (torch.rand(1, 1, side, side, generator=random) > 0.9).float()
    cells = side // 16
    mask = (torch.rand(1, 1, cells, cells, generator=random) < HINT_SHARE).float()
    color = (torch.rand(1, 3, cells, cells, generator=random) * 2 - 1) * mask
    hints = torch.cat([color, mask], dim=1).repeat_interleave(side // cells, dim=2)
    tags = torch.zeros(1, max(1, generator.tag_count))
    tags[0, ::7] = 1
    return {
        "line": line,
        "hints": hints.repeat_interleave(side // cells, dim=3),
        "tags": tags,
        DRAFT_ONLY: torch.zeros(1),
    }


def _scale_to_unit_variance(
    layer: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor
) -> Tensor:
    """Divide a layer's weights, and what it just gave, by the spread of its output."""
    spread = output.std() if output.numel() > 1 else torch.ones(())
    if not bool(torch.isfinite(spread)) or float(spread) < SMALLEST_SPREAD:
        return output
    for weight in layer.parameters():
        weight.div_(spread)
    return output / spread
