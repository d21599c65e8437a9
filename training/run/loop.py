"""The training loop: seed, data, networks, resume, then steps of every player's turn."""

import logging
import math
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from training.data.items.items import Batches, Items, Reuse, Share
from training.data.library import load_sets
from training.methods.batches import Batch
from training.methods.method import Cast, Method
from training.methods.players import Turn
from training.methods.registry import method_of
from training.recipe import Recipe, TrainConfig
from training.run.checkpoint import checkpoints, load_newest, require_same_network, save_checkpoint
from training.run.compilation import require_compiler
from training.run.ema import Average
from training.run.precision import usable
from training.run.processes import SharedClock, launched, process_grid
from training.run.runlog import RunLog
from training.run.warm_start import warm_start

log = logging.getLogger(__name__)


class NotFiniteError(RuntimeError):
    """A loss or its gradient is no number any more; the last checkpoint is still good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FitPlan:
    """Where a training runs.

    recipe         the experiment.
    data           folder under which its sources lie.
    run            folder for checkpoints, metrics and samples.
    cache          folder for composed pictures; None: compose them anew.
    time_limit_s   seconds after which it ends with a checkpoint; 0: no limit.
    warm_start     a generator's folder, a weights file or a checkpoint to start from; a run that
                   has checkpoints of its own goes on from those.
    accelerator, devices, nodes   as Lightning Fabric names them; torchrun's numbers if it runs.
    """

    recipe: Recipe
    data: Path
    run: Path
    cache: Path | None = None
    time_limit_s: float = 0.0
    warm_start: Path | None = None
    accelerator: str = "auto"
    devices: int = 1
    nodes: int = 1

    @property
    def checkpoints(self) -> Path:
        """Folder of the run's checkpoints."""
        return self.run / "checkpoints"


@dataclass(frozen=True, slots=True)
class Player:
    """One turn's objective and optimizer as Fabric drives them."""

    turn: Turn
    objective: Any
    optimizer: Any

    @property
    def prefix(self) -> str:
        """Its losses' prefix in the log."""
        return f"{self.turn.name}."


def fit(plan: FitPlan) -> nn.Module:
    """Train, and return the averaged network.

    Raises NotFiniteError, RecipeError, ValueError, models.networks.features.MissingWeightsError.
    """
    method_of(plan.recipe)  # one that cannot run is refused before processes are launched
    clock = SharedClock(time.monotonic())
    grid = process_grid(devices=plan.devices, nodes=plan.nodes)
    fabric = Fabric(accelerator=plan.accelerator, devices=grid.devices, num_nodes=grid.nodes)
    with launched(fabric):
        return _fit(plan, fabric, clock)


def _fit(plan: FitPlan, fabric: Fabric, clock: SharedClock) -> nn.Module:
    recipe = usable(plan.recipe, fabric.device)
    train = recipe.train
    method = method_of(recipe)
    fabric.seed_everything(train.seed, verbose=False)
    cast = method.cast()
    state = load_newest(plan.checkpoints)
    if state is not None:
        require_same_network(state, recipe, run=plan.run)
    players = set_up(fabric, cast, train)
    for network in cast.companions.values():
        network.to(fabric.device)
    require_writable(plan.run)
    step = 0 if state is None else int(state["step"])
    draws = _draws(cast)
    batches = _batches(plan, method, fabric, draws=draws, first=step * draws)
    if state is None and plan.warm_start is not None:
        _start_from(plan.warm_start, cast, batches, fabric)
    average = Average(cast.network, train.ema)
    if state is not None:
        _restore(state, players, average, run=plan.run)
    items = train.batch * fabric.world_size
    runlog = RunLog(plan.run, items=items) if fabric.is_global_zero else None
    first_step, first_share = step, step / train.steps
    limited = plan.time_limit_s > 0
    spent = clock.spent_s(fabric, shared=limited)
    if runlog:
        limit_s = max(plan.time_limit_s - spent, 1e-3) if limited else 0.0
        runlog.begin(step, train.steps, limit_s=limit_s)
    try:
        while step < train.steps:
            # A time limit shortens the course: the rate falls to its end by then.
            timed = spent / plan.time_limit_s if plan.time_limit_s else 0.0
            progress = max(step / train.steps, first_share + (1 - first_share) * timed)
            rate = train.learning_rate * schedule(step, progress, train)
            method.at_step(step, progress)
            # Every step has a seed of its own, so that a resumed run draws the same noise.
            torch.manual_seed(train.seed + 1_000_003 * step + 7919 * fabric.global_rank)
            waited_s = 0.0
            batch: Batch | None = None
            for player in players:
                if batch is None or player.turn.own_batch:
                    asked = time.monotonic()
                    batch = to_device(next(batches), fabric.device)
                    waited_s += time.monotonic() - asked
                try:
                    losses = take_turn(fabric, player, batch, rate=rate, clip=train.clip)
                except NotFiniteError as error:
                    raise NotFiniteError(
                        f"step {step}: {error}; {_what_is_left(plan)}; lower learning_rate, set "
                        f"clip or use 32-true"
                    ) from error
                if runlog:
                    runlog.add(losses, prefix=player.prefix if len(players) > 1 else "")
            step += 1
            average.update(cast.network, step)
            spent = clock.spent_s(fabric, shared=limited)
            over = limited and spent > plan.time_limit_s
            if runlog:
                runlog.end_step(waited_s)
                if step % train.log_every == 0:
                    left_s = spent / (step - first_step) * (train.steps - step)
                    if plan.time_limit_s:
                        left_s = min(left_s, plan.time_limit_s - spent)
                    runlog.write(step, rate=rate, left_s=left_s)
                if train.samples_every and step % train.samples_every == 0 and batch is not None:
                    with torch.no_grad():
                        runlog.show(step, method.show(average.network, batch))
                if step % train.checkpoint_every == 0 or step == train.steps or over:
                    save_checkpoint(plan.checkpoints, step, _state(recipe, step, players, average))
            if over:
                break
    finally:
        if runlog:
            runlog.close()
    if step < train.steps:
        log.info("time limit reached at step %d", step)
    return average.network


def take_turn(
    fabric: Fabric, player: Player, batch: Batch, *, rate: float, clip: float
) -> Mapping[str, Tensor]:
    """One player's forward, backward and optimizer step.

    rate  learning rate; clip: largest norm of the gradient, 0: any.
    Raises NotFiniteError, before any weight is changed, if loss or gradient is no number. In
    several processes all see the same gradient and stop together.
    """
    for group in player.optimizer.param_groups:
        group["lr"] = rate * player.turn.rate
    losses: Mapping[str, Tensor] = player.objective(batch)
    fabric.backward(losses["total"])
    weights = [each for each in player.objective.parameters() if each.grad is not None]
    norm = nn.utils.clip_grad_norm_(weights, clip or math.inf)
    total = losses["total"].detach()
    if not bool(torch.isfinite(total) & torch.isfinite(norm)):
        player.optimizer.zero_grad()
        raise NotFiniteError(
            f"the loss of the {player.turn.name} is {float(total):g}, its gradient's norm "
            f"{float(norm):g}"
        )
    player.optimizer.step()
    player.optimizer.zero_grad()
    return losses


def require_writable(run: Path) -> None:
    """Raise OSError, before anything is drawn or trained, if the run's folder takes no files."""
    try:
        run.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=run):
            pass
    except OSError as error:
        raise OSError(
            f"{run}: nothing can be written there ({error}); name another folder with --run"
        ) from error


def _what_is_left(plan: FitPlan) -> str:
    """What a training that has to stop leaves behind."""
    kept = checkpoints(plan.checkpoints)
    return f"the checkpoint {kept[-1]} is good" if kept else "there was no checkpoint yet"


def schedule(step: int, progress: float, train: TrainConfig) -> float:
    """Share of the peak learning rate after a linear warm-up.

    progress  share of the training that is done, by steps or by time.
    """
    warm = min(1.0, (step + 1) / max(1, train.warmup))
    if train.schedule == "constant":
        return warm
    if train.schedule == "drops":
        return warm * 0.1 ** sum(progress >= share for share in train.drops)
    return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))


def to_device(batch: Batch, device: torch.device) -> Batch:
    """The batch on a device."""
    return {name: tensor.to(device, non_blocking=True) for name, tensor in batch.items()}


def set_up(fabric: Fabric, cast: Cast, train: TrainConfig) -> list[Player]:
    """Objectives and optimizers of a training's turns, on its device.

    Raises ValueError if they shall be compiled and cannot be.
    """
    if train.compile:
        require_compiler(fabric.device)
    players = []
    for turn in cast.turns:
        objective = turn.objective.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        if train.compile:
            objective.compile()
        optimizer = torch.optim.AdamW(
            _decayed(objective, train.weight_decay),
            lr=train.learning_rate * turn.rate,
            betas=(train.betas[0], train.betas[1]),
        )
        players.append(Player(turn, *fabric.setup(objective, optimizer)))
    return players


def _decayed(objective: nn.Module, decay: float) -> list[dict[str, Any]]:
    trained = [p for p in objective.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim >= 2], "weight_decay": decay},
        {"params": [p for p in trained if p.ndim < 2], "weight_decay": 0.0},
    ]


def _draws(cast: Cast) -> int:
    """How many batches a step uses."""
    return 1 + sum(turn.own_batch for turn in cast.turns[1:])


def _batches(plan: FitPlan, method: Method, fabric: Fabric, *, draws: int, first: int) -> Batches:
    config, train = plan.recipe.data, plan.recipe.train
    share = Share(size=train.batch, rank=fabric.global_rank, ranks=fabric.world_size)
    items = Items(
        load_sets(config, plan.data, cache=plan.cache),
        method.build_item,
        seed=train.seed,
        batch=train.batch * fabric.world_size * draws,
    )
    return Batches(
        items,
        method.collate,
        share=share,
        reuse=Reuse(times=config.reuse, window=config.reuse_window),
        seed=train.seed,
        first=first,
        workers=config.workers,
    )


def _state(recipe: Recipe, step: int, players: list[Player], average: Average) -> dict[str, Any]:
    return {
        "step": step,
        "method": recipe.method,
        "form": recipe.form,
        "arguments": dict(recipe.network),
        "average": average.network.state_dict(),
        "players": {each.turn.name: each.objective.state_dict() for each in players},
        "optimizers": {each.turn.name: each.optimizer.state_dict() for each in players},
    }


def _start_from(path: Path, cast: Cast, batches: Batches, fabric: Fabric) -> None:
    """Load another training's weights; batch norms are measured on the first two batches."""

    def run() -> None:
        for batch in batches.first(2):
            for turn in cast.turns:  # all in order: one may judge what another painted
                turn.objective(to_device(batch, fabric.device))

    log.info("%s", warm_start(cast.network, path, run=run))
    if fabric.world_size > 1:  # each process has measured batches of its own
        for tensor in cast.network.state_dict().values():
            torch.distributed.broadcast(tensor, src=0)


def _restore(
    state: Mapping[str, Any], players: list[Player], average: Average, *, run: Path
) -> None:
    """Load a checkpoint into what it was saved from. Raises ValueError if it does not fit."""
    try:
        for player in players:
            player.objective.load_state_dict(state["players"][player.turn.name])
            player.optimizer.load_state_dict(state["optimizers"][player.turn.name])
        average.network.load_state_dict(state["average"])
    except (KeyError, RuntimeError, ValueError) as error:
        raise ValueError(
            f"{run}: its checkpoint does not fit the recipe ({str(error)[:200]}); go on with the "
            f"recipe that it was trained with, or name another folder with --run"
        ) from error
    log.info("resumed at step %d", state["step"])
