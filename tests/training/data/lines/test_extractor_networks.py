"""Promises of the extractors that are networks: bundled weights, own weights, sketchKeras."""

from pathlib import Path

import numpy as np
import pytest
import torch

import resources
from models.networks.features import MissingWeightsError
from models.networks.sketchkeras import (
    SketchKeras,
    extract_lines,
    finish,
    load_sketchkeras,
    prepare,
)
from models.networks.two_stage.line_detector import load_line_detector
from models.networks.weights_file import note_path, read_note, write_network
from tests.helpers.training.extractor_pictures import face
from training.data.lines.extractors import (
    EXTRACTORS,
    ExtractorError,
    ExtractorMix,
    learned_extractors,
    sketchkeras_extractors,
)


@pytest.mark.parametrize("damage", ["no file", "no note", "cut off", "not weights"])
def test_damaged_bundled_weights_are_named_with_the_remedy(damage, tmp_path, monkeypatch):
    weights = tmp_path / "weights.pt"
    content = resources.LINE_DETECTION.read_bytes()
    if damage != "no note":
        note_path(weights).write_bytes(note_path(resources.LINE_DETECTION).read_bytes())
    if damage != "no file":
        cut = {"cut off": content[: len(content) // 2], "not weights": b"no tensors"}
        weights.write_bytes(cut.get(damage, content))
    monkeypatch.setattr(resources, "LINE_DETECTION", weights)
    with pytest.raises(ExtractorError, match=r"learned: .* install it again.*weights\.(pt|json)"):
        EXTRACTORS["learned"].extract(face(48), np.random.default_rng(0))


def test_weights_of_ones_own_take_the_place_of_the_bundled_ones(tmp_path):
    network = load_line_detector(resources.LINE_DETECTION)
    torch.nn.init.zeros_(network.out.weight)  # finds mid-grey everywhere
    note = read_note(resources.LINE_DETECTION)
    weights = write_network(tmp_path, network.state_dict(), note)
    known = {**EXTRACTORS, **learned_extractors(weights)}
    mix = ExtractorMix(chances=(("learned", 1.0),))
    grey = mix.extract(face(48), np.random.default_rng(0), known=known)
    assert set(np.unique(grey)) <= {127, 128}
    own = mix.extract(face(48), np.random.default_rng(0))
    assert own.min() < 90


def test_bundled_note_tells_licence_credits_and_samples_and_no_place_of_this_machine():
    note = read_note(resources.LINE_DETECTION)
    assert note.licence == "Apache-2.0"
    assert note.credits
    assert note.training["samples"] == 32432
    text = note_path(resources.LINE_DETECTION).read_text(encoding="utf-8")
    assert str(Path(resources.__file__).parents[1]) not in text


def test_sketchkeras_has_the_published_parameter_count_and_refuses_to_run_without_weights():
    network = SketchKeras()
    assert sum(weight.numel() for weight in network.parameters()) == 18_637_601
    assert network(torch.zeros(3, 1, 32, 48)).shape == (3, 1, 32, 48)
    with pytest.raises(MissingWeightsError, match="sketchKeras has no weights, and none come"):
        extract_lines(network, face().color)


def test_sketchkeras_weights_that_do_not_fit_are_named(tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, first=np.zeros(3, dtype=np.float32))
    with pytest.raises(MissingWeightsError, match="1 arrays, sketchKeras needs 104"):
        sketchkeras_extractors(path)
    with pytest.raises(MissingWeightsError, match=r"missing\.pt: cannot be read as weights"):
        load_sketchkeras(tmp_path / "missing.pt")


def test_sketchkeras_reads_detail_in_the_corner_of_an_empty_canvas():
    canvas, (height, width) = prepare(np.ascontiguousarray(face().color[:40]))
    assert canvas.shape == (3, 1, 512, 512)
    assert (height, width) == (256, 512)
    assert not canvas[:, :, height:].any()
    assert canvas.max() == pytest.approx(1)
    flat, _ = prepare(np.full((30, 20, 3), 90, dtype=np.uint8))
    assert np.abs(flat).max() < 1e-5


def test_sketchkeras_finish_takes_the_strongest_channel_and_cuts_the_weak():
    strength = np.zeros((3, 1, 4), dtype=np.float32)
    strength[1, 0] = [0.05, 0.15, 0.5, 1.5]
    assert finish(strength, "plain")[0].tolist() == [242, 216, 127, 0]
    assert finish(strength, "enhanced")[0].tolist() == [255, 216, 127, 0]
    assert finish(strength, "pured")[0].tolist() == [255, 255, 127, 0]
    darker = 255 ** (1 - 1.4) * 127.5**1.4
    assert finish(strength, "tag2pix")[0, 2] == int(darker)
