"""Looking through another player's network without training it."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn


@contextmanager
def looked_through(network: nn.Module) -> Iterator[nn.Module]:
    """The network, whose weights gather no gradient from what is computed inside.

    Gradients still pass through it to its inputs. Without this, one player's backward pass would
    leave gradients that the other player's next step takes for its own.
    """
    trained = [weight for weight in network.parameters() if weight.requires_grad]
    for weight in trained:
        weight.requires_grad_(False)
    try:
        yield network
    finally:
        for weight in trained:
            weight.requires_grad_(True)
