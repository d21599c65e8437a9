"""Every published method, exported once: it paints in the application as torch does, and a
training can go on from it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch

from models.device import CPU
from models.encoding import encode_hints, encode_line, encode_tags, fit_line
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, TagSelection
from models.networks.generator import Generator
from models.networks.registry import GENERATORS, NETWORKS, find_form
from models.runtime.onnx_generator import load_generator
from models.spec import GeneratorSpec, file_digest, read_spec
from tests.helpers.training.small_generators import (
    SMALL_GENERATORS,
    build_small,
    fields_of,
    paint_noise,
    train_a_little,
)
from training.export.generator import export_generator
from training.run.random_weights import draw_random_inputs
from training.run.warm_start import warm_start

TOLERANCE = 1e-3
"""Of pictures in [-1, 1]."""


class Exported(NamedTuple):
    method: str
    generator: Generator
    folder: Path
    spec: GeneratorSpec


@pytest.fixture(scope="module", params=SMALL_GENERATORS)
def exported(request, tmp_path_factory):
    """A generator and its folder. The exporter takes seconds for each."""
    method = request.param
    generator = train_a_little(build_small(method))
    folder = tmp_path_factory.mktemp("generators") / method
    spec = export_generator(generator, spec_fields=fields_of(method), folder=folder)
    return Exported(method, generator.eval(), folder, spec)


def test_every_published_method_is_exported_and_has_a_laptop_form():
    laptop_forms = {name.split("/")[0] for name in NETWORKS if name.endswith("/lite")}
    assert set(SMALL_GENERATORS) == laptop_forms == set(GENERATORS) - {"tintline"}


def test_folder_holds_both_graphs_and_a_spec_that_builds_the_generator_again(exported):
    folder, spec = exported.folder, exported.spec
    names = ["line.onnx", "paint.onnx", "spec.json"]
    assert sorted(entry.name for entry in folder.iterdir()) == names
    assert [entry.name for entry in folder.parent.iterdir()] == [exported.method]
    assert read_spec(folder) == spec
    assert all(spec.digests[name] == file_digest(folder / name) for name in names[:2])
    assert spec.inputs == exported.generator.condition_names
    form = find_form(spec.method)
    rebuilt = form.build(form.configured(spec.arguments))
    assert rebuilt.inference_parameters == spec.parameters


def draw_line_art():
    """84×60 pixels with two circles of ink."""
    rows, columns = np.mgrid[:60, :84]
    away = np.hypot(rows - 30, columns - 40)
    line_u8 = np.full((60, 84), 255, dtype=np.uint8)
    line_u8[(np.abs(away - 25) < 1.5) | (np.abs(away - 10) < 1.5)] = 0
    return LineArt(line_u8)


def test_folder_paints_in_the_application_as_torch_does(exported):
    network, spec = exported.generator, exported.spec
    line, tags = draw_line_art(), TagSelection(spec.tags[::3])
    frame = spec.size_rule.frame(line.size)
    hints = HintSet(
        (
            PointHint(40.0, 30.0, (200, 40, 40), 3.0),
            StrokeHint(((10.0, 8.0), (30.0, 8.0)), (40, 60, 200), 2.5),
        )
    ).scaled(frame.scale_x, frame.scale_y)
    generator = load_generator(exported.folder, CPU)
    features = generator.read_line(line, frame)
    painted = generator.paint(features, hints, tags).rgb

    line_nchw = torch.from_numpy(encode_line(fit_line(line.pixels, frame), normalized=False))
    given = {
        "hints": torch.from_numpy(encode_hints(hints, frame.padded)),
        "tags": torch.from_numpy(encode_tags(tags, spec.tags)),
        "draft_only": torch.zeros(1),
    }
    with torch.no_grad():
        conditions = [given[name] for name in spec.inputs]
        expected = network.paint(*network.encode_line(line_nchw), *conditions)[0]
    height, width = frame.content.shape
    expected_hwc = expected[0, :, :height, :width].permute(1, 2, 0).numpy().clip(-1, 1)
    assert painted.shape == (height, width, 3)
    assert np.ptp(painted) > 0.01
    assert np.abs(2 * painted - 1 - expected_hwc).max() < TOLERANCE

    if "draft_only" in spec.inputs:
        draft = generator.paint(features, hints, tags, draft=True).rgb
        # Four pixels a side of the enlarged draft are one.
        blocks = draft[: height // 4 * 4, : width // 4 * 4]
        assert np.array_equal(blocks[::4, ::4], blocks[3::4, 3::4])
        assert not np.array_equal(draft, painted)
    other = generator.paint(features, HintSet(), TagSelection()).rgb
    assert np.abs(other - painted).max() > TOLERANCE  # what it was told is in the picture


def test_training_goes_on_from_the_folder_with_a_generator_that_paints_the_same(exported):
    other = build_small(exported.method)
    inputs = draw_random_inputs(other, seed=3)
    conditions = [inputs[name] for name in other.condition_names]
    said = warm_start(
        other,
        exported.folder,
        run=lambda: other.paint(*other.encode_line(inputs["line"]), *conditions),
    )
    assert str(exported.folder) in said
    # Tag2Pix's guide decoder and what CSA's picture features are scaled by are not exported.
    assert ("begin anew" in said) is (exported.method in ("tag2pix", "csa"))
    assert other.training
    torch.testing.assert_close(
        paint_noise(other), paint_noise(exported.generator), atol=0.02, rtol=0.02
    )
