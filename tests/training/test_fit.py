"""A whole small training: it runs, learns, resumes, survives a damaged checkpoint, exports."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch

import resources
from models.conditioning import HintSet, LineArt, PointHint, TagSelection
from models.runtime.catalog import Catalog
from models.runtime.engine import choose_device
from models.spec import read_spec
from models.tags import load_vocabulary
from tests.training.small_set import two_tone_figure
from training import loop
from training.checkpoint import checkpoints, load_newest, save_checkpoint
from training.config import DataConfig, Recipe, SourceConfig, TrainConfig
from training.data.correspondence import SampleSet
from training.export_tintline import export_run
from training.loop import FitPlan, NotFiniteError, fit, schedule

SMALL = {
    "widths": [8, 8, 16, 16],
    "blocks": [0, 1, 1, 2],
    "finest": 8,
    "embedding": 8,
    "tokens": 16,
    "rounds": 1,
    "detail": 8,
}


@pytest.fixture(autouse=True)
def _drawn_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    sets = [SampleSet(samples=[two_tone_figure(index) for index in range(4)], weight=1.0)]
    monkeypatch.setattr(loop, "load_sets", lambda *_args, **_keywords: sets)
    torch.set_num_threads(1)


def plan(run: Path, steps: int, **changes: object) -> FitPlan:
    """A training of a tiny network on drawn figures."""
    recipe = Recipe(
        name="tiny",
        method="tintline",
        title="Tiny",
        licence="Apache-2.0",
        network=SMALL,
        data=DataConfig(
            sources=(SourceConfig(kind="characters", count=1),), side=64, workers=0, reuse=2
        ),
        train=TrainConfig(
            steps=steps,
            batch=4,
            warmup=3,
            log_every=5,
            checkpoint_every=5,
            precision="32-true",
            **changes,  # type: ignore[arg-type]
        ),
    )
    return FitPlan(recipe=recipe, data=run, run=run, accelerator="cpu")


def test_training_runs_logs_resumes_and_exports(tmp_path: Path) -> None:
    fit(plan(tmp_path, 20))
    lines = (tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    metrics = [json.loads(line) for line in lines]
    assert [line["step"] for line in metrics] == [5, 10, 15, 20]
    assert all(math.isfinite(line["total"]) for line in metrics)
    assert metrics[-1]["total"] < metrics[0]["total"]
    assert len(checkpoints(tmp_path / "checkpoints")) == 3

    more = plan(tmp_path, 25)
    fit(more)
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    assert state["step"] == 25

    folder = tmp_path / "generators" / "tiny"
    spec = export_run(more.recipe, run=tmp_path, folder=folder, precision="fp16")
    assert read_spec(folder) == spec
    catalog = Catalog([tmp_path / "generators"])
    assert "tiny" in [entry.name for entry in catalog.usable()]
    generator = catalog.load("tiny", choose_device("cpu"))
    sample = two_tone_figure(9)
    assert sample.line is not None
    line = LineArt(sample.line)
    features = generator.read_line(line, spec.size_rule.frame(line.size))
    hints = HintSet((PointHint(48, 80, (10, 200, 90), 2),))
    painting = generator.paint(features, hints, TagSelection(("blue_hair",)))
    assert painting.flat is not None
    assert np.allclose(painting.flat[80, 48] * 255, (10, 200, 90), atol=0.5)


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
        loop.tintline,
        "losses",
        lambda network, *_: {"total": sum(p.sum() for p in network.parameters()) * math.nan},
    )
    with pytest.raises(NotFiniteError, match="step 5"):
        fit(plan(tmp_path, 8))
    state = load_newest(tmp_path / "checkpoints")
    assert state is not None
    assert state["step"] == 5


def test_rate_warms_up_and_falls_to_its_end() -> None:
    train = TrainConfig(warmup=10)
    assert schedule(0, 0.0, train) == pytest.approx(0.1)
    assert schedule(50, 0.0, train) == pytest.approx(1.0)
    assert schedule(9000, 1.0, train) == pytest.approx(0.02)


def test_vocabulary_of_the_network_is_the_applications() -> None:
    assert len(load_vocabulary(resources.TAGS).names) == 180
