"""The order of a training's items: item n is the same in every run, however often it resumes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.random import Generator as Rng
from numpy.typing import NDArray
from torch.utils.data import DataLoader, Dataset, Sampler

from training.data.sample import Sample

Arrays = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSet:
    """Samples of one kind and how often they are drawn."""

    samples: Sequence[Sample]
    weight: float


class Items(Dataset[Arrays]):
    """Item n of a training: a picture, and everything random about it, follow from seed and n.

    build  makes an item from a picture, a generator and the step that the item is for.
    batch  items a step, over all processes.
    Raises ValueError without any picture.
    """

    def __init__(
        self,
        sets: Sequence[SampleSet],
        build: Callable[[Sample, Rng, int], Arrays],
        *,
        seed: int,
        batch: int,
    ) -> None:
        self._sets = [each for each in sets if len(each.samples)]
        if not self._sets:
            raise ValueError("no training pictures; name at least one source that has some")
        weights = np.array([each.weight for each in self._sets], dtype=np.float64)
        self._shares = weights / weights.sum()
        self._build = build
        self._seed = seed
        self._batch = batch

    def __getitem__(self, index: int) -> Arrays:
        """Item `index`, from 0, without end."""
        cv2.setNumThreads(1)
        rng = np.random.default_rng([self._seed, index])
        samples = self._sets[int(rng.choice(len(self._sets), p=self._shares))].samples
        sample = samples[int(rng.integers(len(samples)))]
        return self._build(sample, rng, index // self._batch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Each prepared batch serves `times` steps, spread over a window of `window` batches.

    Preparing an item can cost more than a step with it; a second look at it much later is worth
    nearly as much as a new one.
    """

    times: int = 1
    window: int = 100


@dataclass(frozen=True, slots=True)
class Draw:
    """Which batch comes next, and which one will not come again (None: all may)."""

    batch: int
    dropped: int | None


def batch_order(reuse: Reuse, seed: int) -> Iterator[Draw]:
    """Numbers of the batches in the order of use; new ones count up from 0."""
    new = 0
    rng = np.random.default_rng([seed, 0x6F72])
    window: list[int] = []
    while True:
        if reuse.times == 1:
            yield Draw(new, new)
            new += 1
        elif len(window) < reuse.window or rng.random() < 1 / reuse.times:
            dropped = None
            if len(window) < reuse.window:
                window.append(new)
            else:
                place = int(rng.integers(len(window)))
                dropped, window[place] = window[place], new
            yield Draw(new, dropped)
            new += 1
        else:
            yield Draw(window[int(rng.integers(len(window)))], None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Which part of each batch this process takes: `size` items for each of `ranks` processes."""

    size: int
    rank: int = 0
    ranks: int = 1

    def items(self, batch: int) -> list[int]:
        """Numbers of the items of a batch that fall to this process."""
        first = (batch * self.ranks + self.rank) * self.size
        return list(range(first, first + self.size))


class Batches(Iterator[Any]):
    """Batches from draw `first` on, prepared ahead by `workers` processes.

    A resumed training asks for the batches that an unbroken one would have used; those of its
    window that were prepared before the break are made again when their turn comes.
    """

    def __init__(
        self,
        items: Items,
        collate: Callable[[Sequence[Arrays]], Any],
        *,
        share: Share,
        reuse: Reuse,
        seed: int,
        first: int = 0,
        workers: int = 0,
    ) -> None:
        self._items, self._collate, self._share = items, collate, share
        self._order = batch_order(reuse, seed)
        new = 0
        for _ in range(first):
            new = max(new, next(self._order).batch + 1)
        self._next_new = new
        self._kept: dict[int, Any] = {}
        cv2.setNumThreads(1)  # a forked worker would wait for ever for threads left behind
        self._loader = iter(
            DataLoader(
                items,
                batch_sampler=_Onwards(share, new),
                num_workers=workers,
                collate_fn=collate,
                prefetch_factor=4 if workers else None,
            )
        )
        self._keeps = reuse.times > 1

    def first(self, count: int) -> Iterator[Any]:
        """Batches 0 to count - 1, made aside: the order goes on as if they had not been asked."""
        for number in range(count):
            yield self._made(number)

    def _made(self, number: int) -> Any:
        return self._collate([self._items[n] for n in self._share.items(number)])

    def __next__(self) -> Any:
        """The next batch."""
        draw = next(self._order)
        if draw.dropped is not None:
            self._kept.pop(draw.dropped, None)
        if draw.batch == self._next_new:
            batch = next(self._loader)
            self._next_new += 1
        elif draw.batch in self._kept:
            return self._kept[draw.batch]
        else:
            batch = self._made(draw.batch)
        if self._keeps:
            self._kept[draw.batch] = batch
        return batch


class _Onwards(Sampler[list[int]]):
    """Item numbers of batch after batch, from a given one."""

    def __init__(self, share: Share, first: int) -> None:
        self._share = share
        self._first = first

    def __iter__(self) -> Iterator[list[int]]:
        batch = self._first
        while True:
            yield self._share.items(batch)
            batch += 1
