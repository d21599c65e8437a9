"""Promises of models.networks.csa.network: the pix2pixHD oracle, shapes, and where hints act."""

from dataclasses import replace

import pytest
import torch
from torch.nn import functional

from models.networks.csa.discriminators import PatchDiscriminators, PatchDiscriminatorsConfig
from models.networks.csa.network import Csa, CsaBlock, CsaConfig, CsaGenerator
from models.networks.features import MissingWeightsError
from models.networks.generator import count_parameters

SMALL = CsaConfig(width=8, blocks=2, hint_network="squeezenet_fire5")


def small(**changes):
    torch.manual_seed(6)
    generator = Csa(replace(SMALL, **changes)).eval()
    if generator.hint_network is not None:
        generator.hint_network.randomize(seed=6)
    return generator


def hinted(color):
    hints = torch.zeros(1, 4, 64, 64)
    hints[0, :3, 24:40, 24:40] = torch.tensor(color)[:, None, None]
    hints[0, 3, 24:40, 24:40] = 1
    return hints


def test_trunk_in_pix2pixhd_form_has_the_published_count():
    with torch.device("meta"):
        trunk = CsaGenerator(CsaConfig(inputs=4, skips=False, attention=False))
        assert count_parameters(trunk) == 163_569_987
        assert count_parameters(CsaBlock(1024, CsaConfig(attention=False))) == 18_876_416
        assert count_parameters(CsaGenerator(CsaConfig())) == 337_376_579


def test_discriminators_have_published_count_and_maps():
    with torch.device("meta"):
        discriminators = PatchDiscriminators(PatchDiscriminatorsConfig())
        maps = discriminators(torch.zeros(1, 4, 512, 512))
    assert count_parameters(discriminators) == 8_297_283
    assert [scale[-1].shape[2:] for scale in maps] == [(67, 67), (35, 35), (19, 19)]
    assert [map_.shape[1] for map_ in maps[0]] == [64, 128, 256, 512, 1]


def test_discriminator_pyramid_leaves_the_border_out():
    torch.manual_seed(0)
    discriminators = PatchDiscriminators(PatchDiscriminatorsConfig(width=8, scales=2))
    seen = []
    discriminators.scales[1].register_forward_pre_hook(lambda _module, inputs: seen.append(inputs))
    discriminators(torch.ones(1, 4, 32, 32))
    assert torch.equal(seen[0][0], torch.ones(1, 4, 16, 16))


def test_every_intermediate_has_its_shape_at_512(output_shapes):
    expected = {
        "enter": (64, 512, 512),
        "down.0": (128, 256, 256),
        "down.1": (256, 128, 128),
        "down.2": (512, 64, 64),
        "down.3": (1024, 32, 32),
        "hint_convolutions.0": (256, 32, 32),
        **{f"blocks.{index}": (1024, 32, 32) for index in range(8)},
        "blocks.0.attend": (1024, 32, 32),
        "up.0": (512, 64, 64),
        "up.1": (256, 128, 128),
        "up.2": (128, 256, 256),
        "up.3": (64, 512, 512),
        "out": (3, 512, 512),
    }
    with torch.device("meta"):
        trunk = CsaGenerator(CsaConfig())
        inputs = torch.zeros(1, 5, 512, 512), torch.zeros(1, 512, 64, 64)
        assert output_shapes(trunk, list(expected), *inputs) == expected
        assert trunk.out[0].in_channels == 128
        assert trunk.enter[0].in_channels == 5


def test_block_adds_the_attended_residual_to_its_input():
    torch.manual_seed(0)
    config = CsaConfig(width=2)
    block = CsaBlock(32, config)
    x, hints = torch.randn(1, 32, 8, 8), torch.randn(1, config.hint_channels, 8, 8)
    with torch.no_grad():
        residual = block.residual(x)
        attention = block.attend(torch.cat([residual, hints], dim=1))
        torch.testing.assert_close(block(x, hints), x + residual * attention)
    assert attention.shape == x.shape
    assert 0 <= float(attention.min()) <= float(attention.max()) <= 1


def test_inner_skip_is_the_literal_resnet_block():
    torch.manual_seed(0)
    config = CsaConfig(width=2, inner_skip=True)
    block = CsaBlock(32, config)
    x, hints = torch.randn(1, 32, 8, 8), torch.randn(1, config.hint_channels, 8, 8)
    with torch.no_grad():
        refined = x + block.residual(x)
        attention = block.attend(torch.cat([refined, hints], dim=1))
        torch.testing.assert_close(block(x, hints), x + refined * attention)


@pytest.mark.parametrize(("per_block", "sets"), [(False, 1), (True, 2)])
def test_hint_convolutions_are_shared_or_per_block(per_block, sets):
    generator = small(per_block_hints=per_block)
    assert len(generator.generator.hint_convolutions) == sets
    with torch.no_grad():
        picture = generator(torch.zeros(1, 1, 64, 96), torch.zeros(1, 4, 64, 96))
    assert picture.shape == (1, 3, 64, 96)


@pytest.mark.parametrize("attention", [True, False])
def test_hints_change_the_picture(attention):
    generator = small(attention=attention)
    line = torch.rand(1, 1, 64, 64)
    with torch.no_grad():
        features = generator.line_graph()(line)
        red = generator.paint_graph()(*features, hinted([1.0, -1.0, -1.0]))[0]
        blue = generator.paint_graph()(*features, hinted([-1.0, -1.0, 1.0]))[0]
    assert (red - blue).abs().max() > 1e-4


def test_two_halves_equal_the_whole_on_signed_line():
    generator = small()
    line, hints = torch.rand(1, 1, 64, 64), hinted([0.5, 0.0, -0.5])
    with torch.no_grad():
        (painted,) = generator.paint(*generator.encode_line(line), hints)
        torch.testing.assert_close(painted, generator(1 - 2 * line, hints))


def test_generator_without_hint_network_weights_refuses_to_paint():
    generator = Csa(replace(SMALL))
    with pytest.raises(MissingWeightsError, match=r"SqueezeNet 1\.1 has no weights"):
        generator(torch.zeros(1, 1, 64, 64), torch.zeros(1, 4, 64, 64))


def test_borders_are_reflected():
    torch.manual_seed(0)
    trunk = CsaGenerator(replace(SMALL, attention=False))
    first = trunk.enter[0]
    x = torch.randn(1, 5, 64, 64)
    with torch.no_grad():
        padded = functional.pad(x, (3, 3, 3, 3), mode="reflect")
        expected = functional.conv2d(padded, first.weight, first.bias)
        torch.testing.assert_close(first(x), expected)
