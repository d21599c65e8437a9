"""What the players of a step owe each other: not to train the other, not to paint twice."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import Tensor, nn


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


class Handed:
    """A painting that one player's turn hands to the next in the same step.

    The network that made it has moved on by one update then; pix2pixHD judges like this too.
    """

    def __init__(self) -> None:
        self._painting: Tensor | None = None

    def give(self, painting: Tensor) -> None:
        """Keep a painting, without its history, for the next turn."""
        self._painting = painting.detach()

    def take(self) -> Tensor:
        """The painting, once. Raises RuntimeError if the turn before gave none."""
        painting, self._painting = self._painting, None
        if painting is None:
            raise RuntimeError("the generator has its turn before the discriminator; it had none")
        return painting
