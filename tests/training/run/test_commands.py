"""`tintline-train fit`, `overfit` and `study` from the command line, on a tiny recipe's file."""

import itertools
import json
import logging
import types
from pathlib import Path

import pytest

from models.networks.weights_file import load_network, read_note
from tests.helpers.training.method_trials import draw_pictures, picture_features_file
from tests.helpers.training.small_set import two_tone_figure
from training.__main__ import main
from training.run import loop, overfit, processes, study
from training.run.checkpoint import load_newest

TINY = """
name = "{name}"
method = "{method}"
form = "{form}"
title = "Lines of {name}"
licence = "Apache-2.0"

[network]
{network}

[options.views]
lines = {{ true_ink = 1.0 }}

[data]
side = 64
workers = 0

[[data.sources]]
kind = "characters"
count = 4

[train]
steps = {steps}
batch = 4
learning_rate = 5e-3
warmup = 1
log_every = 1
checkpoint_every = 1000
samples_every = 0
precision = "32-true"
"""


@pytest.fixture(autouse=True)
def _drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    draw_pictures(monkeypatch)
    monkeypatch.setattr(logging.getLogger("training"), "level", logging.INFO)
    monkeypatch.chdir(tmp_path)


def line_recipe(folder: Path, name: str, *, steps: int = 10) -> Path:
    """A file with a recipe of a tiny line detection model."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    text = TINY.format(
        name=name,
        method="line_detection",
        form="line-detection-lite",
        network="width = 4\nlevels = 1",
        steps=steps,
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_time_limit_ends_with_the_rate_down_a_checkpoint_and_an_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = itertools.count()  # every look at the clock takes one
    clock = types.SimpleNamespace(monotonic=lambda: float(next(seconds)))
    for module in (loop, processes):
        monkeypatch.setattr(module, "time", clock)
    recipe, run = line_recipe(tmp_path, "limited", steps=100_000), tmp_path / "run"
    arguments = ["--run", str(run), "--time-limit", "40s", "--accelerator", "cpu"]
    assert main(["fit", str(recipe), *arguments]) == 0
    state = load_newest(run / "checkpoints")
    assert state is not None
    assert state["step"] == 14  # three looks a step
    rates = [
        json.loads(line)["learning_rate"]
        for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.1 * rates[0]
    weights = run / "export" / "limited" / "weights.pt"
    load_network(weights, network="two_stage/line-detection")
    assert read_note(weights).training["steps"] == 14
    assert str(weights) in capsys.readouterr().out


def test_overfit_tabulates_what_learned_and_names_what_could_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        overfit.characters, "draw_character", lambda seed, *, size: two_tone_figure(seed, size)
    )
    monkeypatch.setattr(overfit, "BOUND", 0.95)
    good, written = line_recipe(tmp_path, "good"), tmp_path / "out.json"
    arguments = ["--steps", "40", "--json", str(written)]
    assert main(["overfit", str(good), *arguments]) == 0
    table = capsys.readouterr().out.splitlines()
    (entry,) = json.loads(written.read_text(encoding="utf-8"))
    assert (entry["recipe"], entry["measured"], entry["steps"]) == ("good", "picture", 40)
    assert entry["after"] < 0.95 * entry["before"]
    assert len(table) == 1
    assert table[0].startswith("good ")
    assert f"{entry['before']:.4f} -> {entry['after']:.4f}" in table[0]

    # The draft needs a file that is not here; the recipe after it is measured all the same.
    text = TINY.format(
        name="lost",
        method="two_stage_draft",
        form="draft-lite",
        network="width = 4\nlevels = 2\nblocks = 1\ncardinality = 2\n\n[options]\n"
        'line_detection = "nowhere/weights.pt"\ncontent_weight = 0.0',
        steps=1,
    )
    (tmp_path / "lost.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(overfit, "BOUND", 0.0)
    arguments = ["--steps", "1", "--json", str(written)]
    assert main(["overfit", "lost.toml", "nowhere.toml", str(good), *arguments]) == 1
    said = capsys.readouterr()
    assert "nowhere/weights.json: no usable note" in said.err
    assert "nowhere.toml" in said.err
    assert "bound 0.0" in said.out
    assert [each["recipe"] for each in json.loads(written.read_text(encoding="utf-8"))] == ["good"]


def test_study_trains_once_and_tabulates_every_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = [two_tone_figure(index) for index in range(8, 12)]
    monkeypatch.setattr(study, "load_source", lambda *_args, **_keywords: figures)
    folder, written = tmp_path / "pair", tmp_path / "table.json"
    for name, steps in (("first", 2), ("second", 4)):
        line_recipe(folder, name, steps=steps)
    features = f"picture_features={picture_features_file(tmp_path)}"
    arguments = ["study", str(folder), "--pictures", "4", "--accelerator", "cpu"]
    arguments += ["--run", str(tmp_path / "runs"), "--fid-features", features]
    assert main([*arguments, "--json", str(written)]) == 0
    table = capsys.readouterr().out
    record = json.loads(written.read_text(encoding="utf-8"))
    assert record["pictures"] == 4
    assert record["features"] in table
    assert [(each["name"], each["steps"]) for each in record["entries"]] == [
        ("first", 2),
        ("second", 4),
    ]
    for entry in record["entries"]:
        assert f"Lines of {entry['name']}" in table
        assert f"{entry['error']:.4f}" in table
        assert (tmp_path / "runs" / entry["name"] / "held_out.png").is_file()
    assert "is biased upwards" in table

    monkeypatch.setattr(study, "fit", lambda _plan: pytest.fail("trained again"))
    assert main(arguments) == 0
    assert capsys.readouterr().out == table


def test_study_refuses_what_it_cannot_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["study", "nowhere"]) == 1
    assert "nowhere: no folder with recipes" in capsys.readouterr().err
    assert main(["study", "nowhere", "--pictures", "1"]) == 2
    assert "--pictures must be at least 2" in capsys.readouterr().err
    monkeypatch.setattr(
        study,
        "load_source",
        lambda *_args, **_keywords: [two_tone_figure(index) for index in (1, 2)],
    )
    folder = tmp_path / "taggers"
    folder.mkdir()
    text = TINY.format(
        name="tagger",
        method="cit_extractor",
        form="cit-extractor-lite",
        network="width = 8\ndepths = [1, 1, 1, 1]\ncardinality = 4",
        steps=1,
    )
    (folder / "tagger.toml").write_text(text, encoding="utf-8")
    features = f"picture_features={picture_features_file(tmp_path)}"
    arguments = ["--pictures", "2", "--accelerator", "cpu", "--fid-features", features]
    assert main(["study", str(folder), *arguments]) == 1
    assert "tagger: cit_extractor paints nothing to compare" in capsys.readouterr().err
