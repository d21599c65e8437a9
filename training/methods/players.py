"""The players of a step, and how they keep out of each other's way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from torch import Tensor, nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One player's update in each step: forward, backward, clip, optimizer step.

    name        of the player: generator, discriminator, ...; unique within the method.
    objective   called with a batch; returns scalars, the one to minimize under ``total``. Its
                registered parameters are exactly those of the player that it trains: networks
                that it only looks through are held out of ``nn.Module``'s sight (``Unseen``).
    own_batch   takes a batch of its own instead of the one before it in the same step.
    rate        learning rate relative to the recipe's.
    """

    name: str
    objective: nn.Module
    own_batch: bool = False
    rate: float = 1.0


class Unseen:
    """Holds a network for an objective that must not train, move or save it.

    nn.Module registers every module that is assigned to it; DDP would then wait for gradients of
    the opponent's weights.
    """

    def __init__(self, network: nn.Module) -> None:
        self._network = (network,)

    def __call__(self) -> nn.Module:
        """The network."""
        return self._network[0]


def frozen(network: nn.Module) -> nn.Module:
    """The network in evaluation mode, its weights without gradients; gradients pass through it."""
    return network.eval().requires_grad_(False)


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
