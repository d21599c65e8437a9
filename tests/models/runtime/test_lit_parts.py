"""Of a scene, what is only likely to be ground gets light like a figure."""

import numpy as np
from PIL import Image

import resources
from models.device import CPU
from models.hints.hints import LineArt
from models.hints.parts import Part
from models.runtime.onnx_generator import load_generator


def test_ground_is_lit_unless_it_is_sure() -> None:
    line = LineArt(np.asarray(Image.open(resources.SAMPLES / "friends.png").convert("L")))
    generator = load_generator(resources.GENERATORS / "tintline", CPU)
    features = generator.read_line(line, generator.spec.size_rule.frame(line.size))
    assert features.parts is not None
    assert features.lit_parts is not None
    ground, unlit = (each == Part.BACKGROUND for each in (features.parts, features.lit_parts))
    assert not (unlit & ~ground).any()
    assert np.array_equal(features.parts[~ground], features.lit_parts[~ground])
    assert unlit.sum() < 0.95 * ground.sum()
    assert unlit.mean() > 0.3
