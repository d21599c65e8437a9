"""Promises of models.networks.sgru.network: counts, shapes of every level, and where hints join."""

from dataclasses import replace

import pytest
import torch

from models.networks.draft_discriminator import DraftDiscriminator
from models.networks.generator import count_parameters
from models.networks.sgru.network import SGRU_DISCRIMINATOR, Sgru, SgruConfig, Swish

SMALL = SgruConfig(widths=(8, 8, 12, 12, 16), decoder_widths=(16, 12, 12, 8, 8), tail_width=8)


@pytest.mark.parametrize(
    ("images", "hints", "parameters"),
    [(9, False, 47_827_558), (1, True, 47_826_382), (1, False, 47_825_230)],
)
def test_generator_has_published_parameter_count(images, hints, parameters):
    with torch.device("meta"):
        assert count_parameters(Sgru(SgruConfig(images=images, hints=hints))) == parameters


def test_every_level_has_the_published_shape_at_256(output_shapes):
    expected = {
        "encoder.0.refine": (96, 256, 256),
        "encoder.1.refine": (192, 128, 128),
        "encoder.2.enter": (288, 64, 64),
        "encoder.2.refine": (288, 64, 64),
        "encoder.3.refine": (384, 32, 32),
        "encoder.4.refine": (480, 16, 16),
        "encoder.0.swish": (1, 128, 128),
        "encoder.0.skip_swish": (96, 256, 256),
        "encoder.4.skip_swish": (480, 16, 16),
        "decoder.0": (1504, 16, 16),
        "decoder.1": (1344, 32, 32),
        "decoder.2": (1056, 64, 64),
        "decoder.3": (768, 128, 128),
        "decoder.4": (480, 256, 256),
        "decoder.0.refine": (512, 8, 8),
        "decoder.4.refine": (192, 128, 128),
        "tail.2": (96, 256, 256),
        "tail": (3, 256, 256),
    }
    joined = []
    with torch.device("meta"):
        generator = Sgru(SgruConfig())
        for level in generator.encoder:
            level.register_forward_hook(
                lambda _module, _inputs, output: joined.append(output[0].shape[1])
            )
        inputs = torch.zeros(1, 1, 256, 256), torch.zeros(1, 4, 64, 64)
        assert output_shapes(generator, list(expected), *inputs) == expected
    assert joined == [97, 384, 576, 768, 960]
    assert generator.encoder[2].enter[0].in_channels == 384 + 4


def test_nine_image_tail_gives_nine_pictures_and_shows_the_first():
    torch.manual_seed(8)
    generator = Sgru(replace(SMALL, images=9, hints=False)).eval()
    with torch.no_grad():
        features = generator.line_graph()(torch.rand(1, 1, 64, 96))
        rgb, variants = generator.paint_graph()(*features)
    assert variants.shape == (1, 27, 64, 96)
    assert torch.equal(rgb, variants[:, :3])
    assert generator.paint_graph().output_names == ("rgb", "variants")
    assert generator.condition_names == ()


@pytest.mark.parametrize("norm", ["layer", "none"])
def test_two_halves_equal_the_whole_on_a_grey_line(norm):
    torch.manual_seed(8)
    generator = Sgru(replace(SMALL, norm=norm)).eval()
    line = (torch.rand(1, 1, 64, 96) > 0.8).float()
    hints = torch.zeros(1, 4, 64, 96)
    hints[0, :, 8:12, 4:8] = torch.tensor([0.5, -1.0, 0.25, 1.0])[:, None, None]
    cells = torch.zeros(1, 4, 16, 24)
    cells[0, :, 2, 1] = torch.tensor([0.5, -1.0, 0.25, 1.0])
    with torch.no_grad():
        (painted,) = generator.paint_graph()(*generator.line_graph()(line), hints)
        whole = generator(255 * (1 - line), cells)
    torch.testing.assert_close(painted, whole.clamp(-1, 1), rtol=1e-4, atol=1e-4)


def test_hints_leave_the_first_two_levels_alone():
    generator = Sgru(SMALL)
    assert generator.feature_names == ("feature_skip1", "feature_skip2", "feature_deep")
    assert Sgru(replace(SMALL, hints=False)).feature_names[-2:] == (
        "feature_skip5",
        "feature_deep",
    )


def test_hints_change_the_picture():
    torch.manual_seed(8)
    generator = Sgru(SMALL).eval()
    hints = torch.zeros(1, 4, 64, 64)
    with torch.no_grad():
        features = generator.encode_line(torch.zeros(1, 1, 64, 64))
        (plain,) = generator.paint(*features, hints)
        hints[0, :, 16:32, 16:32] = 1
        (hinted,) = generator.paint(*features, hints)
    assert (plain - hinted).abs().max() > 1e-4


def test_swish_gates_its_input_by_a_normalized_convolution():
    torch.manual_seed(0)
    swish = Swish(6, norm="layer")
    x = torch.randn(2, 6, 8, 8)
    with torch.no_grad():
        convolved = swish.gate[0](x)
        mean = convolved.mean(dim=(1, 2, 3), keepdim=True)
        variance = convolved.var(dim=(1, 2, 3), keepdim=True, unbiased=False)
        expected = x * torch.sigmoid((convolved - mean) / (variance + 1e-5).sqrt())
        torch.testing.assert_close(swish(x), expected, rtol=1e-4, atol=1e-5)


def test_missing_hints_are_named():
    with pytest.raises(ValueError, match="this SGRU takes hints"):
        Sgru(SMALL)(torch.zeros(1, 1, 64, 64))


def test_discriminator_takes_256_pictures():
    with torch.device("meta"):
        discriminator = DraftDiscriminator(SGRU_DISCRIMINATOR)
        assert discriminator(torch.zeros(1, 3, 256, 256)).shape == (1, 1)
