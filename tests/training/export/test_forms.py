"""Every laptop form of the published methods, exported and run as the application runs it."""

import numpy as np
import pytest
import torch

from models.device import CPU
from models.encoding import encode_hints, encode_line, encode_tags, fit_line
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, TagSelection
from models.networks.arguments import arguments_of
from models.networks.registry import GENERATORS, NETWORKS
from models.runtime.onnx_generator import load_generator
from training.export.generator import export_generator
from training.run.random_weights import randomize_generator

LITE_FORMS = [name for name in NETWORKS if name.endswith("/lite")]
TOLERANCE = 1e-3
"""Of pictures in [-1, 1]."""


def test_every_published_method_has_a_laptop_form():
    assert {name.split("/")[0] for name in LITE_FORMS} == set(GENERATORS) - {"tintline"}


def build_seeded(form):
    """The form with random weights that let every input through to the picture."""
    torch.manual_seed(5)
    generator = form.build(form.config)
    randomize_generator(generator, seed=5)
    return generator.eval()


def draw_line_art():
    """84×60 pixels with two circles of ink."""
    rows, columns = np.mgrid[:60, :84]
    away = np.hypot(rows - 30, columns - 40)
    line_u8 = np.full((60, 84), 255, dtype=np.uint8)
    line_u8[(np.abs(away - 25) < 1.5) | (np.abs(away - 10) < 1.5)] = 0
    return LineArt(line_u8)


@pytest.mark.parametrize("name", LITE_FORMS)
def test_exported_form_paints_in_the_application_as_torch_does(name, tmp_path):
    form = NETWORKS[name]
    network = build_seeded(form)
    tag_names = tuple(f"tag_{index}" for index in range(network.tag_count))
    fields = {
        "name": form.network,
        "title": name,
        "method": form.network,
        "arguments": arguments_of(form.config),
        "tags": tag_names,
        "licence": "CC0-1.0",
    }
    spec = export_generator(network, spec_fields=fields, folder=tmp_path / form.network)
    assert spec.inputs == form.inputs[1:]

    line, tags = draw_line_art(), TagSelection(tag_names[:9:4])
    frame = spec.size_rule.frame(line.size)
    hints = HintSet(
        (
            PointHint(40.0, 30.0, (200, 40, 40), 3.0),
            StrokeHint(((10.0, 8.0), (30.0, 8.0)), (40, 60, 200), 2.5),
        )
    ).scaled(frame.scale_x, frame.scale_y)
    generator = load_generator(tmp_path / form.network, CPU)
    features = generator.read_line(line, frame)
    painted = generator.paint(features, hints, tags).rgb

    line_nchw = torch.from_numpy(encode_line(fit_line(line.pixels, frame), normalized=False))
    given = {
        "hints": torch.from_numpy(encode_hints(hints, frame.padded)),
        "tags": torch.from_numpy(encode_tags(tags, tag_names)),
        "draft_only": torch.zeros(1),
    }
    with torch.no_grad():
        expected = network.paint(
            *network.encode_line(line_nchw), *(given[part] for part in spec.inputs)
        )[0]
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
