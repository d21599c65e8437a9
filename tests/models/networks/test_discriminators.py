"""Shapes of what discriminators, colour stages and line detection make on their way."""

import pytest
import torch

from models.networks.alacgan.critic import AlacGanCritic, AlacGanCriticConfig
from models.networks.draft_discriminator import DraftDiscriminator, DraftDiscriminatorConfig
from models.networks.generator import count_parameters
from models.networks.tag2pix.discriminator import Tag2PixDiscriminator, Tag2PixDiscriminatorConfig
from models.networks.tag2pix.network import CitConfig, CitExtractor
from models.networks.two_stage.network import (
    LineDetectionConfig,
    LineDetectionModel,
    StageConfig,
    StageUNet,
)


def test_tag2pix_discriminator_has_the_published_stages_and_heads(output_shapes):
    expected = {
        "stage1": (32, 255, 255),
        "stages.0": (64, 128, 128),
        "stages.1": (128, 64, 64),
        "stages.2": (256, 32, 32),
        "stages.3": (512, 16, 16),
        "tail.0": (512, 16, 16),
        "tail.2": (512, 16, 16),
        "cit_head": (370,),
        "cvt_head": (115,),
        "real_head": (1,),
    }
    with torch.device("meta"):
        network = Tag2PixDiscriminator(Tag2PixDiscriminatorConfig())
        assert output_shapes(network, list(expected), torch.zeros(1, 3, 512, 512)) == expected
        answers = network(torch.zeros(1, 3, 256, 256))  # it takes any size
    assert [answer.shape[1] for answer in answers] == [370, 115, 1]
    assert count_parameters(network) == 4_515_558
    assert network.stage1[2].padding == (0, 0)
    assert len(network.tail) == 3
    assert [len(stage) for stage in network.stages] == [4] * 4
    grouped = [part for name, part in network.named_modules() if name.endswith("grouped")]
    assert {part.groups for part in grouped} == {16}


def test_tag2pix_discriminator_answers_with_probabilities():
    torch.manual_seed(0)
    config = Tag2PixDiscriminatorConfig(cit_count=3, cvt_count=2, width=16, cardinality=4)
    network = Tag2PixDiscriminator(config).eval()
    picture = torch.rand(2, 3, 64, 64)
    with torch.no_grad():
        for answer, logits in zip(network(picture), network.logits(picture), strict=True):
            assert 0 < float(answer.min()) <= float(answer.max()) < 1
            torch.testing.assert_close(answer, torch.sigmoid(logits))


def test_cit_stages_have_the_shapes_of_se_resnext_50(output_shapes):
    expected = {
        "stem": (64, 256, 256),
        "pool": (64, 128, 128),
        "stages.0": (256, 128, 128),
        "stages.1": (512, 64, 64),
        "stages.2": (1024, 32, 32),
        "stages.3": (2048, 16, 16),
    }
    with torch.device("meta"):
        extractor = CitExtractor(CitConfig())
        assert output_shapes(extractor, list(expected), torch.zeros(1, 1, 512, 512)) == expected
    assert [len(stage) for stage in extractor.stages] == [3, 4, 6, 3]


def test_alacgan_critic_halves_as_published(output_shapes):
    expected = {
        "picture_stages.0": (64, 128, 128),
        "picture_stages.1": (128, 128, 128),
        "picture_stages.2": (128, 64, 64),
        "picture_stages.3": (256, 64, 64),
        "picture_stages.4": (256, 32, 32),
        "joint_stages.0": (512, 16, 16),
        "joint_stages.1": (512, 8, 8),
        "joint_stages.2": (512, 4, 4),
        "last_block": (512, 4, 4),
    }
    with torch.device("meta"):
        critic = AlacGanCritic(AlacGanCriticConfig())
        inputs = torch.zeros(1, 3, 512, 512), torch.zeros(1, 512, 32, 32)
        assert output_shapes(critic, list(expected), *inputs) == expected
    biased = [name for name, _ in critic.named_parameters() if name.endswith("bias")]
    assert biased == ["score.bias"]


@pytest.mark.parametrize("blocks", [False, True])
def test_draft_discriminator_halves_four_times(blocks):
    with torch.device("meta"):
        network = DraftDiscriminator(DraftDiscriminatorConfig(blocks=blocks))
        x, sizes = torch.zeros(1, 3, 128, 128), []
        for layer in network.features:
            x = layer(x)
            sizes.append((x.shape[1], x.shape[2]))
    assert list(dict.fromkeys(sizes)) == [(32, 64), (64, 32), (128, 16), (256, 8)]


@pytest.mark.parametrize(("levels", "deepest"), [(4, (512, 32, 32)), (3, (256, 64, 64))])
def test_color_stage_keeps_full_size_and_stops_where_published(output_shapes, levels, deepest):
    expected = {"e.0": (32, 512, 512), f"e.{2 * levels}": deepest, "d1": (32, 512, 512)}
    for index in range(levels):
        side = 512 >> (levels - 1 - index)
        expected[f"up.{index}"] = (16 << (levels - index), side, side)
    with torch.device("meta"):
        stage = StageUNet(StageConfig(levels=levels), inputs=4)
        assert output_shapes(stage, list(expected), torch.zeros(1, 4, 512, 512)) == expected


def test_line_detection_goes_down_and_up_again(output_shapes):
    encoder = [(32, 128)]
    for width, side in ((64, 64), (128, 32), (256, 16), (512, 8)):
        encoder += [(width, side)] * 2
    decoder = []
    for width, side in ((512, 16), (256, 32), (128, 64), (64, 128)):
        decoder += [(width, side), (width // 2, side)]
    expected = {f"encoder.{n}": (c, s, s) for n, (c, s) in enumerate(encoder)}
    expected |= {f"decoder.{n}": (c, s, s) for n, (c, s) in enumerate(decoder)}
    with torch.device("meta"):
        model = LineDetectionModel(LineDetectionConfig())
        assert output_shapes(model, list(expected), torch.zeros(1, 3, 128, 128)) == expected
