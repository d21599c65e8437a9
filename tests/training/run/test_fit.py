"""A whole small training: it runs, learns, resumes, survives a damaged checkpoint."""

import dataclasses
import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

import resources
from models.hints.tags import load_vocabulary
from tests.helpers.places import ROOT
from tests.helpers.training.method_trials import same_state
from tests.helpers.training.tiny_training import drawn_sets, plan
from training.methods.tintline import method as tintline
from training.recipe import TrainConfig
from training.run import loop
from training.run.checkpoint import checkpoints, load_newest, save_checkpoint
from training.run.export import export_run
from training.run.loop import NotFiniteError, fit, schedule, take_turn
from training.run.warm_start import warm_start


@pytest.fixture(autouse=True)
def _drawn_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "load_sets", drawn_sets)


def test_training_runs_logs_and_resumes(tmp_path: Path) -> None:
    fit(plan(tmp_path, 20))
    lines = (tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    metrics = [json.loads(line) for line in lines]
    assert [line["step"] for line in metrics] == [5, 10, 15, 20]
    assert all(math.isfinite(line["total"]) for line in metrics)
    assert metrics[-1]["total"] < metrics[0]["total"]
    assert len(checkpoints(tmp_path / "checkpoints")) == 3

    fit(plan(tmp_path, 25))
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    assert state["step"] == 25


def test_damaged_newest_checkpoint_gives_way_to_the_one_before(
    tmp_path: Path, expected_log: list[str]
) -> None:
    for step in (5, 10):
        save_checkpoint(tmp_path, step, {"step": step, "weights": torch.ones(300)})
    newest = checkpoints(tmp_path)[-1]
    newest.write_bytes(newest.read_bytes()[:200])
    expected_log.append(newest.name)
    state = load_newest(tmp_path)
    assert state is not None
    assert state["step"] == 5


def test_no_checkpoint_means_a_fresh_start(tmp_path: Path) -> None:
    assert load_newest(tmp_path / "nothing") is None
    with pytest.raises(ValueError, match="train first"):
        export_run(
            plan(tmp_path, 1).recipe, run=tmp_path, folder=tmp_path / "out", precision="fp16"
        )


def test_infinite_loss_stops_with_the_last_good_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit(plan(tmp_path, 5))
    monkeypatch.setattr(
        tintline,
        "losses",
        lambda network, *_: {"total": sum(p.sum() for p in network.parameters()) * math.nan},
    )
    with pytest.raises(NotFiniteError, match=r"step 5: the loss .*step-00000005\.pt is good"):
        fit(plan(tmp_path, 8))
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    assert state["step"] == 5


@pytest.mark.parametrize("clip", [0.0, 1.0])
def test_infinite_gradient_of_a_finite_loss_never_reaches_a_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clip: float
) -> None:
    def losses(network: torch.nn.Module, *_: object) -> dict[str, torch.Tensor]:
        # The root is 0 where its derivative is infinite.
        return {"total": sum((p - p.detach()).sum().abs().sqrt() for p in network.parameters())}

    monkeypatch.setattr(tintline, "losses", losses)
    with pytest.raises(NotFiniteError, match=r"step 0: .*gradient's norm.*no checkpoint yet"):
        fit(plan(tmp_path, 5, clip=clip))
    assert checkpoints(tmp_path / "checkpoints") == []


def test_checkpoint_of_another_network_is_refused_and_left_alone(tmp_path: Path) -> None:
    fit(plan(tmp_path, 2))
    wider = plan(tmp_path, 4)
    network = {**wider.recipe.network, "finest": 16}
    wider = dataclasses.replace(wider, recipe=dataclasses.replace(wider.recipe, network=network))
    before = [path.read_bytes() for path in checkpoints(tmp_path / "checkpoints")]
    with pytest.raises(ValueError, match=r"was trained as tintline with .*another folder"):
        fit(wider)
    with pytest.raises(ValueError, match="give the recipe of this run"):
        export_run(wider.recipe, run=tmp_path, folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert [path.read_bytes() for path in checkpoints(tmp_path / "checkpoints")] == before


def test_checkpoint_of_other_players_is_refused(tmp_path: Path) -> None:
    fit(plan(tmp_path, 2))
    path = checkpoints(tmp_path / "checkpoints")[-1]
    state = torch.load(path, weights_only=True)
    state["players"] = {}
    torch.save(state, path)
    with pytest.raises(ValueError, match="checkpoint does not fit the recipe"):
        fit(plan(tmp_path, 4))


def test_folder_that_takes_no_files_is_told_before_training(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(OSError, match=r"file: nothing can be written there .*--run"):
        fit(plan(blocked, 2))


@pytest.mark.parametrize("error", [OSError(28, "No space left"), RuntimeError("file write failed")])
def test_full_disk_leaves_the_last_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    save_checkpoint(tmp_path, 5, {"step": 5})

    def fail(_state: object, stream: object) -> None:
        stream.write(b"half of it")  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(torch, "save", fail)
    with pytest.raises(OSError, match=r"step-00000010\.pt: cannot be written .*make room"):
        save_checkpoint(tmp_path, 10, {"step": 10})
    assert [path.name for path in tmp_path.iterdir()] == ["step-00000005.pt"]


def test_resumed_run_ends_with_the_weights_of_an_unbroken_one(tmp_path: Path) -> None:
    fit(plan(tmp_path / "whole", 10, ema=0.9))
    fit(plan(tmp_path / "broken", 10, ema=0.9, schedule="constant"))
    for path in checkpoints(tmp_path / "broken" / "checkpoints")[1:]:
        path.unlink()
    (tmp_path / "broken").rename(tmp_path / "resumed")
    fit(plan(tmp_path / "resumed", 10, ema=0.9, schedule="constant"))
    fit(plan(tmp_path / "constant", 10, ema=0.9, schedule="constant"))
    resumed, whole, falling = (
        load_newest(tmp_path / name / "checkpoints") for name in ("resumed", "constant", "whole")
    )
    assert resumed is not None
    assert whole is not None
    assert falling is not None
    assert resumed["step"] == whole["step"] == 10
    for kind in ("average", "players", "optimizers"):
        assert same_state(resumed[kind], whole[kind])
    assert not same_state(falling["average"], whole["average"])


def test_warm_start_from_a_checkpoint_begins_at_step_0(tmp_path: Path) -> None:
    fit(plan(tmp_path / "first", 5))
    newest = checkpoints(tmp_path / "first" / "checkpoints")[-1]
    again = dataclasses.replace(plan(tmp_path / "second", 5), warm_start=newest)
    fit(again)
    lines = (tmp_path / "second" / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["step"] for line in lines] == [5]


def test_warm_start_from_another_form_names_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "other.pt"
    torch.save({"encoder.stem.0.weight": torch.zeros(3)}, path)
    cast = tintline.TintlineMethod(plan(tmp_path, 1).recipe).cast()
    with pytest.raises(ValueError, match=r"other\.pt: \d+ of \d+ weights are missing"):
        warm_start(cast.network, path, run=lambda: None)
    path.write_bytes(b"no weights")
    with pytest.raises(ValueError, match=r"other\.pt: not readable"):
        warm_start(cast.network, path, run=lambda: None)


def test_run_leaves_sample_grids_and_a_tensorboard(tmp_path: Path) -> None:
    fit(plan(tmp_path, 4, samples_every=2))
    grids = sorted(path.name for path in (tmp_path / "samples").iterdir())
    assert grids == ["step-00000002.png", "step-00000004.png"]
    assert list((tmp_path / "tensorboard").iterdir())


def test_killed_training_resumes_from_a_whole_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The script checkpoints at every step, and slowly: the kill hits one in the making.
    script = ROOT / "tests" / "helpers" / "training" / "killed_training.py"
    command = [sys.executable, str(script), str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as stream:
        for line in stream:
            if line.startswith("saving") and int(line.split()[1]) % 3 == 2:
                break
    process.kill()
    process.wait()
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    before = state["step"]
    assert before >= 1

    rates = []

    def note_rate(*arguments: Any, rate: float, **named: Any) -> Any:
        rates.append(rate)
        return take_turn(*arguments, rate=rate, **named)

    monkeypatch.setattr(loop, "take_turn", note_rate)
    fit(plan(tmp_path, before + 2))
    assert len(rates) == 2  # none of the steps before
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    assert state["step"] == before + 2


def test_rate_warms_up_and_falls_to_its_end() -> None:
    train = TrainConfig(warmup=10)
    assert schedule(0, 0.0, train) == pytest.approx(0.1)
    assert schedule(50, 0.0, train) == pytest.approx(1.0)
    assert schedule(9000, 1.0, train) == pytest.approx(0.02)
    drops = TrainConfig(warmup=1, schedule="drops", drops=(0.5, 0.9))
    assert [schedule(5, share, drops) for share in (0.4, 0.5, 0.95)] == pytest.approx(
        [1, 0.1, 0.01]
    )
    assert schedule(5, 0.9, TrainConfig(warmup=1, schedule="constant")) == 1


def test_vocabulary_of_the_network_is_the_applications() -> None:
    assert len(load_vocabulary(resources.TAGS).names) == 180
