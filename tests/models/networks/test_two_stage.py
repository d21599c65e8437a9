"""Promises of models.networks.two_stage.network: published counts, shapes, draft and line."""

import numpy as np
import pytest
import torch
from PIL import Image

from models.networks.draft_discriminator import DraftDiscriminator, DraftDiscriminatorConfig
from models.networks.generator import count_parameters, pool_hints
from models.networks.two_stage.network import (
    BicubicShrink,
    LineDetectionConfig,
    LineDetectionModel,
    StageConfig,
    StageUNet,
    TwoStage,
    TwoStageConfig,
    enlarge_draft,
)

SMALL_STAGE = StageConfig(width=8, levels=2, blocks=1, cardinality=4)
SMALL = TwoStageConfig(draft=SMALL_STAGE, colour=SMALL_STAGE, size=64)


@pytest.mark.parametrize(
    ("config", "inputs", "parameters"),
    [
        (StageConfig(), 5, 22_191_264),
        (StageConfig(), 4, 22_190_976),
        (StageConfig(levels=3), 4, 5_491_584),
    ],
)
def test_stages_have_published_parameter_counts(config, inputs, parameters):
    with torch.device("meta"):
        assert count_parameters(StageUNet(config, inputs=inputs)) == parameters


def test_training_networks_have_published_parameter_counts():
    with torch.device("meta"):
        assert count_parameters(LineDetectionModel(LineDetectionConfig())) == 13_063_936
        plain = DraftDiscriminator(DraftDiscriminatorConfig())
        with_blocks = DraftDiscriminator(DraftDiscriminatorConfig(blocks=True))
    assert count_parameters(plain) == 899_584
    assert count_parameters(with_blocks) == 1_033_984


def test_every_draft_intermediate_has_the_published_shape(output_shapes):
    expected = {
        "e.0": (32, 128, 128),
        "e.1": (64, 64, 64),
        "e.2": (64, 64, 64),
        "e.3": (128, 32, 32),
        "e.4": (128, 32, 32),
        "e.5": (256, 16, 16),
        "e.6": (256, 16, 16),
        "e.7": (512, 8, 8),
        "e.8": (512, 8, 8),
        "up.0": (256, 16, 16),
        "up.1": (128, 32, 32),
        "up.2": (64, 64, 64),
        "up.3": (32, 128, 128),
        "d1": (32, 128, 128),
        "out": (3, 128, 128),
    }
    with torch.device("meta"):
        draft = StageUNet(StageConfig(), inputs=5)
        assert output_shapes(draft, list(expected), torch.zeros(1, 5, 128, 128)) == expected
    widths = [stage.enter.in_channels for stage in draft.up]
    assert widths == [1024, 512, 256, 128]


@pytest.fixture(scope="module")
def published_draft():
    """The draft stage as published, without weights."""
    with torch.device("meta"):
        return StageUNet(StageConfig(), inputs=5)


@pytest.mark.parametrize(
    ("layer", "parameters"),
    [
        ("e.0", 1_440),
        ("e.1", 32_768),
        ("e.2", 36_864),
        ("e.3", 131_072),
        ("e.4", 147_456),
        ("e.5", 524_288),
        ("e.6", 589_824),
        ("e.7", 2_097_152),
        ("e.8", 2_359_296),
        ("up.0", 12_242_944),
        ("up.1", 3_060_736),
        ("up.2", 765_184),
        ("up.3", 191_296),
        ("d1", 9_216),
        ("out", 1_728),
    ],
)
def test_every_draft_layer_has_its_published_count(published_draft, layer, parameters):
    assert count_parameters(published_draft.get_submodule(layer)) == parameters


def test_figure_color_stage_stops_at_256_channels():
    with torch.device("meta"):
        color = StageUNet(StageConfig(levels=3), inputs=4)
        assert color(torch.zeros(1, 4, 512, 512)).shape == (1, 3, 512, 512)
    assert [stage.enter.out_channels for stage in color.up] == [256, 128, 64]


def test_line_detection_and_discriminator_have_the_published_shapes(output_shapes):
    with torch.device("meta"):
        model = LineDetectionModel(LineDetectionConfig())
        shapes = output_shapes(model, ["encoder", "decoder", "out"], torch.zeros(1, 3, 128, 128))
        discriminator = DraftDiscriminator(DraftDiscriminatorConfig())
        assert discriminator(torch.zeros(2, 3, 128, 128)).shape == (2, 1)
    assert shapes == {"encoder": (512, 8, 8), "decoder": (32, 128, 128), "out": (1, 128, 128)}
    assert discriminator.score.in_features == 16_384


def test_no_convolution_of_the_stages_has_a_bias():
    with torch.device("meta"):
        names = [name for name, _ in TwoStage(TwoStageConfig()).named_parameters()]
    assert not [name for name in names if name.endswith("bias")]


def test_picture_and_draft_come_out_at_their_sizes():
    torch.manual_seed(5)
    generator = TwoStage(SMALL).eval()
    hints = torch.zeros(1, 4, 64, 64)
    hints[:, :, 20:24, 8:12] = torch.tensor([1.0, -1.0, 0.0, 1.0])[:, None, None]
    with torch.no_grad():
        features = generator.line_graph()(torch.rand(1, 1, 64, 64))
        picture, draft = generator.paint_graph()(*features, hints, torch.zeros(1))
        preview, _ = generator.paint_graph()(*features, hints, torch.ones(1))
        without, _ = generator.paint(*features, torch.zeros_like(hints))
    assert picture.shape == (1, 3, 64, 64)
    assert draft.shape == (1, 3, 16, 16)
    assert torch.equal(preview, enlarge_draft(draft))
    assert (picture - without).abs().max() > 1e-4


def test_picture_follows_from_the_draft_enlarged_by_nearest_neighbour():
    torch.manual_seed(5)
    generator = TwoStage(SMALL).eval()
    line = torch.rand(1, 1, 64, 64) * 2 - 1
    with torch.no_grad():
        small = generator.shrink(line)
        picture, draft = generator(line, small, torch.zeros(1, 4, 16, 16))
        blocks = draft.repeat_interleave(4, dim=2).repeat_interleave(4, dim=3)
        assert torch.equal(enlarge_draft(draft), blocks)
        expected = generator.colour(torch.cat([line, blocks], dim=1))
    torch.testing.assert_close(picture, expected)


def test_shrinking_equals_pillow_bicubic():
    pixels = np.random.default_rng(0).integers(0, 256, (48, 64), dtype=np.uint8)
    expected = np.asarray(Image.fromarray(pixels).resize((16, 12), Image.Resampling.BICUBIC))
    signed = torch.from_numpy(pixels / 127.5 - 1).float()[None, None]
    actual = (BicubicShrink(4)(signed)[0, 0].numpy() + 1) * 127.5
    np.testing.assert_allclose(actual, expected, atol=1.01)


def test_hints_keep_their_color_when_shrunk():
    hints = torch.zeros(1, 4, 8, 8)
    hints[0, :, 5, 2] = torch.tensor([0.4, -0.6, 1.0, 1.0])
    pooled = pool_hints(hints, 4)
    expected = torch.zeros(1, 4, 2, 2)
    expected[0, :, 1, 0] = torch.tensor([0.4, -0.6, 1.0, 1.0])
    torch.testing.assert_close(pooled, expected)
