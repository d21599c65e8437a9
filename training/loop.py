"""The training loop: seed, data, network, resume, two trial batches, then steps."""

import json
import logging
import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.utils.data import DataLoader

import resources
from models.networks.tintline_encoder import TintlineConfig
from models.tags import load_vocabulary
from training.checkpoint import load_newest, save_checkpoint
from training.config import DataConfig, Recipe, TrainConfig
from training.data.augment import ViewStyle
from training.data.correspondence import CorrespondenceDataset, CorrespondenceStyle, collate
from training.data.library import load_sets
from training.ema import Average
from training.methods import tintline

log = logging.getLogger(__name__)

Batch = Mapping[str, Tensor]


class NotFiniteError(RuntimeError):
    """The loss is no number any more; the last checkpoint is still good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FitPlan:
    """Where a training runs.

    recipe         the experiment.
    data           folder under which its sources lie.
    run            folder for checkpoints and metrics.
    cache          folder for composed pictures; None: compose them anew.
    time_limit_s   seconds after which it ends with a checkpoint; 0: no limit.
    accelerator, devices, nodes   as Lightning Fabric names them.
    """

    recipe: Recipe
    data: Path
    run: Path
    cache: Path | None = None
    time_limit_s: float = 0.0
    accelerator: str = "auto"
    devices: int = 1
    nodes: int = 1


def fit(plan: FitPlan) -> nn.Module:
    """Train, and return the averaged network. Raises NotFiniteError, ValueError."""
    started = time.monotonic()
    recipe, train = plan.recipe, plan.recipe.train
    fabric = Fabric(
        accelerator=plan.accelerator,
        devices=plan.devices,
        num_nodes=plan.nodes,
    )
    fabric.launch()
    fabric.seed_everything(train.seed, verbose=False)
    vocabulary = load_vocabulary(resources.TAGS)
    network = tintline.build(TintlineConfig(**recipe.network), vocabulary)
    network.to(memory_format=torch.channels_last)
    # Fabric's own mixed precision would round the inputs too, positions and colours included.
    objective = tintline.Objective(
        network,
        tintline.TintlineLoss(**recipe.loss),
        half=train.precision == "bf16-mixed",
    )
    average = Average(network, train.ema)
    optimizer = torch.optim.AdamW(_decayed(network, train.weight_decay), lr=train.learning_rate)
    state = load_newest(plan.run / "checkpoints")
    step = 0
    if state is not None:
        step = int(state["step"])
        network.load_state_dict(state["network"])
        average.network.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        log.info("resumed at step %d", step)
    average.network.to(fabric.device)
    module, wrapped = fabric.setup(objective, optimizer)
    batches = reused(
        _batches(plan, vocabulary.names, seed=train.seed + 7919 * step + fabric.global_rank),
        recipe.data,
        train.seed + step,
    )
    metrics = _MetricsFile(plan.run / "metrics.jsonl")
    resumed_at, first = step, step / train.steps
    while step < train.steps:
        # A time limit shortens the course: the rate falls to its end by then.
        timed = (time.monotonic() - started) / plan.time_limit_s if plan.time_limit_s else 0.0
        progress = max(step / train.steps, first + (1 - first) * timed)
        for group in wrapped.param_groups:
            group["lr"] = train.learning_rate * schedule(step, progress, train)
        waited = time.monotonic()
        batch = _to_device(next(batches), fabric.device)
        waited = time.monotonic() - waited
        network.train()
        parts = module(batch)
        if not bool(torch.isfinite(parts["total"])):
            raise NotFiniteError(f"step {step}: the loss is {float(parts['total'].detach())}")
        fabric.backward(parts["total"])
        fabric.clip_gradients(module, wrapped, max_norm=train.clip)
        wrapped.step()
        wrapped.zero_grad()
        step += 1
        average.update(network, step)
        metrics.add(step, parts, waited)
        over = plan.time_limit_s > 0 and time.monotonic() - started > plan.time_limit_s
        if step % train.log_every == 0:
            spent = time.monotonic() - started
            left = spent / (step - resumed_at) * (train.steps - step)
            if plan.time_limit_s:
                left = min(left, plan.time_limit_s - spent)
            metrics.write(train.batch * fabric.world_size, started, left)
        if step % train.checkpoint_every == 0 or step == train.steps or over:
            _save(fabric, plan, step, (network, average, optimizer))
        if over:
            log.info("time limit reached at step %d", step)
            break
    return average.network


def schedule(step: int, progress: float, train: TrainConfig) -> float:
    """Share of the peak learning rate: linear warm-up, then half a cosine down to 2 %.

    progress  share of the training that is done, by steps or by time.
    """
    fall = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
    return min(1.0, (step + 1) / max(1, train.warmup)) * fall


def reused(batches: Iterator[Batch], config: DataConfig, seed: int) -> Iterator[Batch]:
    """Each batch `reuse` times, spread over a window of steps, in a seeded order.

    Preparing an item can cost more than a step with it; a second look at it much later is worth
    nearly as much as a new one.
    """
    if config.reuse == 1:
        yield from batches
        return
    rng = np.random.default_rng(seed)
    window: list[Batch] = []
    while True:
        if len(window) < config.reuse_window or rng.random() < 1 / config.reuse:
            batch = next(batches)
            if len(window) >= config.reuse_window:
                window[int(rng.integers(len(window)))] = batch
            else:
                window.append(batch)
            yield batch
        else:
            yield window[int(rng.integers(len(window)))]


def _batches(plan: FitPlan, tag_names: tuple[str, ...], *, seed: int) -> Iterator[Batch]:
    config = plan.recipe.data
    style = CorrespondenceStyle(
        view=ViewStyle(side=config.side, whole_share=config.whole_share),
        ink_share=config.ink_share,
    )
    sets = load_sets(config, plan.data, cache=plan.cache)
    dataset = CorrespondenceDataset(sets, style, tag_names, seed=seed)
    loader: DataLoader[Any] = DataLoader(
        dataset,
        batch_size=plan.recipe.train.batch,
        num_workers=config.workers,
        collate_fn=collate,
        prefetch_factor=4 if config.workers else None,
    )
    yield from loader


def _decayed(network: nn.Module, decay: float) -> list[dict[str, Any]]:
    matrices = [p for p in network.parameters() if p.ndim >= 2]
    others = [p for p in network.parameters() if p.ndim < 2]
    return [
        {"params": matrices, "weight_decay": decay},
        {"params": others, "weight_decay": 0.0},
    ]


def _to_device(batch: Batch, device: torch.device) -> Batch:
    return {name: tensor.to(device, non_blocking=True) for name, tensor in batch.items()}


def _save(
    fabric: Fabric,
    plan: FitPlan,
    step: int,
    trained: tuple[nn.Module, Average, torch.optim.Optimizer],
) -> None:
    if fabric.global_rank != 0:
        return
    network, average, optimizer = trained
    save_checkpoint(
        plan.run / "checkpoints",
        step,
        {
            "step": step,
            "method": plan.recipe.method,
            "arguments": dict(plan.recipe.network),
            "network": network.state_dict(),
            "average": average.network.state_dict(),
            "optimizer": optimizer.state_dict(),
        },
    )


class _MetricsFile:
    """Means of the loss since the last line, appended to ``metrics.jsonl`` and logged."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._sums: dict[str, float] = {}
        self._count = 0
        self._waited = 0.0
        self._since = time.monotonic()
        self._step = 0

    def add(self, step: int, parts: Mapping[str, Tensor], waited: float) -> None:
        for name, value in parts.items():
            self._sums[name] = self._sums.get(name, 0.0) + float(value.detach())
        self._count += 1
        self._waited += waited
        self._step = step

    def write(self, batch: int, started: float, left_s: float) -> None:
        now = time.monotonic()
        spent = now - self._since
        line: dict[str, float] = {name: v / self._count for name, v in self._sums.items()}
        line["step"] = self._step
        line["samples_per_s"] = self._count * batch / spent
        line["data_wait"] = self._waited / spent
        line["minutes"] = (now - started) / 60
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")
        shown = "  ".join(f"{name} {line[name]:.3f}" for name in self._sums)
        log.info(
            "step %d  %s  %.1f samples/s  wait %.0f %%  %.0f min left",
            self._step,
            shown,
            line["samples_per_s"],
            100 * line["data_wait"],
            left_s / 60,
        )
        self._sums, self._count, self._waited, self._since = {}, 0, 0.0, now
