"""Promises of AlacGAN: published counts, shapes, and what becomes of strokes."""

import pytest
import torch

from models.networks.alacgan.critic import AlacGanCritic, AlacGanCriticConfig
from models.networks.alacgan.local_features import LocalFeatures
from models.networks.alacgan.network import (
    AlacGan,
    AlacGanConfig,
    AlacGanGenerator,
    strokes_to_cells,
)
from models.networks.blocks import ResNeXtBlock
from models.networks.features import MissingWeightsError
from models.networks.generator import count_parameters

SMALL = AlacGanConfig(
    width=16, local_width=8, dilations=((1,), (1, 2), (2,), (1,)), cardinality=(8, 8, 8, 8)
)


@pytest.fixture
def small():
    torch.manual_seed(2)
    generator = AlacGan(SMALL).eval()
    generator.local_features.randomize(seed=2)
    return generator


def test_networks_have_published_parameter_counts():
    with torch.device("meta"):
        assert count_parameters(AlacGanGenerator(AlacGanConfig())) == 21_936_003
        assert count_parameters(AlacGanCritic(AlacGanCriticConfig())) == 10_612_033
        assert count_parameters(LocalFeatures()) == 4_500_864


def test_every_intermediate_has_the_published_shape_at_512(output_shapes):
    expected = {
        "hint": (64, 128, 128),
        "x0": (32, 512, 512),
        "x1": (64, 256, 256),
        "x2": (128, 128, 128),
        "x3": (256, 64, 64),
        "x4": (512, 32, 32),
        "t4": (256, 64, 64),
        "t3": (128, 128, 128),
        "t2": (64, 256, 256),
        "t1": (32, 512, 512),
        "out": (3, 512, 512),
    }
    with torch.device("meta"):
        generator = AlacGanGenerator(AlacGanConfig())
        inputs = (
            torch.zeros(1, 1, 512, 512),
            torch.zeros(1, 4, 128, 128),
            torch.zeros(1, 512, 32, 32),
        )
        assert output_shapes(generator, list(expected), *inputs) == expected


@pytest.mark.parametrize(
    ("stage", "parameters"),
    [
        ("hint", 12_608),
        ("x0", 320),
        ("x1", 32_832),
        ("x2", 131_200),
        ("x3", 786_688),
        ("x4", 2_097_664),
        ("t4", 15_050_240),
        ("t3", 2_921_216),
        ("t2", 730_496),
        ("t1", 171_008),
        ("out", 1_731),
    ],
)
def test_every_stage_has_its_published_count(stage, parameters):
    with torch.device("meta"):
        generator = AlacGanGenerator(AlacGanConfig())
    assert count_parameters(generator.get_submodule(stage)) == parameters


def test_sub_networks_have_the_published_depths_and_dilations():
    with torch.device("meta"):
        generator = AlacGanGenerator(AlacGanConfig())
    stages = [generator.t4, generator.t3, generator.t2, generator.t1]
    dilations = [[block.grouped.dilation[0] for block in stage.blocks] for stage in stages]
    assert dilations == [
        [1] * 20,
        [1, 1, 2, 2, 4, 4, 2, 1],
        [1, 1, 2, 2, 4, 4, 2, 1],
        [1, 2, 4, 2, 1],
    ]
    assert [stage.blocks[0].grouped.groups for stage in stages] == [32, 32, 32, 16]


def test_critic_maps_have_the_published_shapes(output_shapes):
    expected = {
        "stem": (64, 256, 256),
        "picture_stages": (256, 32, 32),
        "join": (512, 32, 32),
        "joint_stages": (512, 4, 4),
        "pool": (512, 1, 1),
        "score": (1,),
    }
    with torch.device("meta"):
        critic = AlacGanCritic(AlacGanCriticConfig())
        assert critic.join[0].in_channels == 768
        inputs = torch.zeros(1, 3, 512, 512), torch.zeros(1, 512, 32, 32)
        assert output_shapes(critic, list(expected), *inputs) == expected


def test_local_features_have_the_published_shape():
    network = LocalFeatures().to("meta")
    network.randomize(seed=0)
    assert network(torch.zeros(1, 1, 512, 512, device="meta")).shape == (1, 512, 32, 32)
    assert network(torch.zeros(1, 1, 64, 208, device="meta")).shape == (1, 512, 4, 13)


def test_generator_without_local_features_weights_refuses_to_paint():
    with pytest.raises(MissingWeightsError, match=r"local features network .* has no weights"):
        AlacGan(SMALL)(torch.zeros(1, 1, 64, 64), torch.zeros(1, 4, 16, 16))


def test_weights_of_a_checkpoint_count_as_loaded(small):
    restored = AlacGan(SMALL).eval()
    restored.load_state_dict(small.state_dict())
    line, hints = torch.rand(1, 1, 64, 80), torch.zeros(1, 4, 64, 80)
    with torch.no_grad():
        ours = restored.paint(*restored.encode_line(line), hints)[0]
        theirs = small.paint(*small.encode_line(line), hints)[0]
    torch.testing.assert_close(ours, theirs)


def test_two_halves_equal_the_whole_on_signed_line(small):
    line = torch.rand(1, 1, 64, 80)
    hints = torch.zeros(1, 4, 64, 80)
    hints[:, :, 8:12, 16:20] = torch.tensor([0.5, -0.5, 0.25, 1.0])[:, None, None]
    cells = torch.zeros(1, 4, 16, 20)
    cells[:, :, 2, 4] = torch.tensor([0.5, -0.5, 0.25, 1.0])
    with torch.no_grad():
        (painted,) = small.paint_graph()(*small.line_graph()(line), hints)
        whole = small(1 - 2 * line, cells)
    assert painted.shape == (1, 3, 64, 80)
    torch.testing.assert_close(painted, whole)


def test_local_features_network_is_frozen(small):
    small.train()
    small(torch.rand(1, 1, 64, 64), torch.zeros(1, 4, 16, 16)).mean().backward()
    assert all(weight.grad is None for weight in small.local_features.parameters())
    assert small.generator.x0[0].weight.grad is not None


def test_strokes_keep_half_their_cells_in_a_checkerboard():
    hints = torch.zeros(1, 4, 32, 32)
    hints[:, 3] = 1
    hints[:, 0] = -0.75
    cells = strokes_to_cells(hints)
    rows, columns = torch.meshgrid(torch.arange(8), torch.arange(8), indexing="ij")
    assert torch.equal(cells[0, 3] == 1, (rows + columns) % 2 == 0)
    assert torch.equal(cells[0, 0], -0.75 * cells[0, 3])


def test_dark_stroke_keeps_its_color_beside_unhinted_pixels():
    hints = torch.zeros(1, 4, 16, 16)
    hints[0, :, 1, 1] = torch.tensor([-0.9, -0.8, -0.7, 1.0])
    cells = strokes_to_cells(hints)
    torch.testing.assert_close(cells[0, :, 0, 0], torch.tensor([-0.9, -0.8, -0.7, 1.0]))
    assert cells[0, 3].sum() == 1


@pytest.mark.parametrize(("row", "column"), [(0, 0), (0, 1), (3, 2)])
def test_dab_of_a_single_cell_is_never_lost(row, column):
    hints = torch.zeros(1, 4, 16, 16)
    hints[0, :, 4 * row, 4 * column] = 1
    cells = strokes_to_cells(hints)
    assert cells[0, 3, row, column] == 1
    assert cells[0, 3].sum() == 1


def test_without_hints_every_channel_is_exactly_zero():
    assert not strokes_to_cells(torch.zeros(1, 4, 32, 48)).any()


def test_dilated_groups_have_the_same_gradients_in_bfloat16_on_a_cpu():
    torch.manual_seed(0)
    block = ResNeXtBlock(24, cardinality=4, dilation=2).to(memory_format=torch.channels_last)
    for _ in range(10):
        x = torch.randn(4, 24, 32, 32).contiguous(memory_format=torch.channels_last)
        gradients = []
        for half in (False, True):
            block.zero_grad()
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                block(x).float().square().mean().backward()
            assert block.grouped.weight.grad is not None
            gradients.append(block.grouped.weight.grad.clone())
        assert torch.allclose(*gradients, atol=0.05 * float(gradients[0].abs().max()))
