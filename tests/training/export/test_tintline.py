"""Our own method, trained and exported once: it paints, and another training goes on from it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch
from torch import nn

from models.device import CPU
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.runtime.catalog import Catalog
from models.spec import read_spec
from tests.helpers.training.small_set import two_tone_figure
from tests.helpers.training.tiny_training import drawn_sets, plan
from training.methods.tintline import method as tintline
from training.run import loop
from training.run.export import export_run
from training.run.loop import FitPlan, fit
from training.run.warm_start import warm_start

STEPS = 10


class Exported(NamedTuple):
    plan: FitPlan
    network: nn.Module
    folder: Path
    said: str


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """A network after some steps, and its folder in half precision. The exporter takes seconds."""
    run = tmp_path_factory.mktemp("run")
    trained = plan(run, STEPS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "load_sets", drawn_sets)
        network = fit(trained)
    folder = run / "generators" / "tiny"
    return Exported(trained, network, folder, export_run(trained.recipe, run=run, folder=folder))


def test_export_is_a_generator_that_obeys(exported: Exported) -> None:
    assert "parameters" in exported.said
    spec = read_spec(exported.folder)
    assert spec.training["steps"] == STEPS
    catalog = Catalog([exported.folder.parent])
    assert "tiny" in [entry.name for entry in catalog.usable()]
    generator = catalog.load("tiny", CPU)
    sample = two_tone_figure(9)
    assert sample.line is not None
    line = LineArt(sample.line)
    features = generator.read_line(line, spec.size_rule.frame(line.size))
    hints = HintSet((PointHint(48, 80, (10, 200, 90), 2),))
    painting = generator.paint(features, hints, TagSelection(("blue_hair",)))
    assert painting.flat is not None
    assert np.allclose(painting.flat[80, 48] * 255, (10, 200, 90), atol=0.5)


def test_training_goes_on_from_the_export_with_a_network_that_says_the_same(
    exported: Exported,
) -> None:
    recipe, trained = exported.plan.recipe, exported.network
    method = tintline.TintlineMethod(recipe)
    cast, build = method.cast(), method.build_item
    batch = method.collate(
        [build(two_tone_figure(index), np.random.default_rng(index), 0) for index in range(4)]
    )
    said = warm_start(cast.network, exported.folder, run=lambda: cast.turns[0].objective(batch))
    assert str(exported.folder) in said
    with torch.no_grad():
        expected = trained.eval().encoder(batch["line"])  # type: ignore[operator]
        actual = cast.network.eval().encoder(batch["line"])
        by_batch = trained.train().encoder(batch["line"])  # type: ignore[operator]
        training = cast.network.train().encoder(batch["line"])
    for theirs, ours in zip((*expected, *by_batch), (*actual, *training), strict=True):
        assert torch.allclose(theirs, ours, atol=0.02, rtol=0.02)
