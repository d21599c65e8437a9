"""Promises of models.networks.tag2pix.network: published counts, shapes and behaviour."""

from dataclasses import replace

import pytest
import torch

from models.networks.generator import count_parameters
from models.networks.tag2pix.decoders import DECODER_BLOCK_KINDS
from models.networks.tag2pix.network import (
    ABLATIONS,
    CitConfig,
    CitExtractor,
    Tag2Pix,
    Tag2PixConfig,
    Tag2PixGenerator,
)

SMALL = Tag2PixConfig(
    size=256,
    cvt_count=7,
    width=8,
    depths=(2, 1, 1, 1),
    cardinality=8,
    cit_extractor=CitConfig(width=16, depths=(1, 1, 1, 1), cardinality=8),
)


def count(config):
    with torch.device("meta"):
        return count_parameters(Tag2PixGenerator(config))


@pytest.mark.parametrize(
    ("size", "norm", "parameters"),
    [
        (256, True, 15_809_398),
        (256, False, 15_749_622),
        (512, False, 18_600_438),
        (512, True, 18_660_214),
    ],
)
def test_generator_has_published_parameter_count(size, norm, parameters):
    assert count(Tag2PixConfig(size=size, norm=norm)) == parameters


@pytest.mark.parametrize(
    ("block", "parameters", "millions"),
    [
        ("resnext", 13_849_974, 13.85),
        ("se", 15_716_278, 15.71),
        ("concat_front", 16_029_046, 16.03),
        ("concat_all", 17_365_238, 17.37),
        ("adain", 16_512_630, 16.51),
        ("secat", 15_809_398, 15.81),
    ],
)
def test_decoder_blocks_have_the_counts_of_table_3(block, parameters, millions):
    counted = count(Tag2PixConfig(size=256, norm=True, block=block))
    assert counted == parameters
    assert abs(counted / 1e6 - millions) < 0.01


def test_cit_extractor_has_published_counts():
    with torch.device("meta"):
        assert count_parameters(CitExtractor(CitConfig())) == 26_262_754
        assert count_parameters(CitExtractor(CitConfig(), features_only=True)) == 1_564_784


def test_every_intermediate_has_the_published_shape_at_512(output_shapes):
    expected = {
        "enc1": (16, 512, 512),
        "enc2": (32, 256, 256),
        "enc3": (64, 128, 128),
        "enc4": (128, 64, 64),
        "enc5": (256, 32, 32),
        "cit_adapter": (256, 32, 32),
        "cvt_spatial": (64, 32, 32),
        "cvt_vector": (64,),
        "dec1": (256, 64, 64),
        "dec2": (128, 128, 128),
        "dec3": (64, 256, 256),
        "dec4": (32, 512, 512),
        "out": (3, 512, 512),
        "guide": (3, 512, 512),
    }
    with torch.device("meta"):
        generator = Tag2PixGenerator(Tag2PixConfig())
        inputs = torch.zeros(1, 1, 512, 512), torch.zeros(1, 512, 64, 64), torch.zeros(1, 115)
        assert output_shapes(generator, list(expected), *inputs) == expected
        assert generator.dec1.blocks[0].reduce.in_channels == 576
        assert [len(getattr(generator, f"dec{level}").blocks) for level in range(1, 5)] == [
            12,
            8,
            5,
            5,
        ]


@pytest.mark.parametrize(("size", "side"), [(512, 64), (256, 32)])
def test_cit_features_have_the_published_shape(size, side):
    with torch.device("meta"):
        extractor = CitExtractor(CitConfig())
        assert extractor.features(torch.zeros(1, 1, size, size)).shape == (1, 512, side, side)
        assert extractor(torch.zeros(1, 1, size, size)).shape == (1, 370)


@pytest.mark.parametrize(
    ("name", "cit", "guide", "block", "two_step"),
    [
        ("N1", False, False, "se", False),
        ("N2", True, False, "se", False),
        ("N3", True, True, "se", False),
        ("N4", True, True, "secat", False),
        ("N5", True, True, "secat", True),
        ("N6", False, True, "secat", True),
        ("N7", True, False, "secat", True),
        ("N8", True, True, "se", True),
    ],
)
def test_ablations_are_the_supplement_rows(name, cit, guide, block, two_step):
    ablation = ABLATIONS[name]
    config = ablation.config
    assert (config.cit, config.guide, config.block) == (cit, guide, block)
    assert ablation.two_step is two_step
    small = {name: getattr(SMALL, name) for name in ("width", "depths", "cardinality")}
    config = replace(config, cit_extractor=SMALL.cit_extractor, **small)
    with torch.device("meta"):
        painted = Tag2Pix(config)(torch.zeros(2, 1, 256, 256), torch.zeros(2, 115))
    assert painted.picture.shape == (2, 3, 256, 256)
    assert painted.maps.shape == (2, 8 * config.width, 64, 64)
    assert (painted.guide is not None) is guide


@pytest.mark.parametrize("block", DECODER_BLOCK_KINDS)
def test_tags_change_the_picture_with_every_block(block):
    torch.manual_seed(1)
    generator = Tag2Pix(replace(SMALL, block=block)).eval()
    line = torch.rand(1, 1, 256, 256)
    with torch.no_grad():
        features = generator.encode_line(line)
        (plain,) = generator.paint(*features, torch.zeros(1, 7))
        (tagged,) = generator.paint(*features, torch.eye(7)[:1])
    assert plain.abs().max() <= 1
    assert (plain - tagged).abs().max() > 1e-4


def test_two_halves_equal_the_whole_on_inverted_line():
    torch.manual_seed(1)
    generator = Tag2Pix(SMALL).eval()
    line, tags = torch.rand(1, 1, 256, 256), torch.eye(7)[2:3]
    with torch.no_grad():
        (painted,) = generator.paint_graph()(*generator.line_graph()(line), tags)
        whole = generator(1 - line, tags).picture
    torch.testing.assert_close(painted, whole)


def test_cit_extractor_stays_frozen_in_evaluation_mode():
    generator = Tag2Pix(SMALL).train()
    assert generator.generator.training
    assert not generator.cit.training
    assert not any(weight.requires_grad for weight in generator.cit.parameters())


def test_guide_decoder_stays_out_of_the_inference_count():
    with torch.device("meta"):
        generator = Tag2Pix(Tag2PixConfig())
    assert generator.inference_parameters == 18_600_438 + 1_564_784 - 388_163


def test_missing_cit_features_are_named():
    generator = Tag2PixGenerator(SMALL)
    with pytest.raises(ValueError, match="needs CIT features"):
        generator(torch.zeros(1, 1, 256, 256), None, torch.zeros(1, 7))
