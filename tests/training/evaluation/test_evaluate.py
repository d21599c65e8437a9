"""Promises of `tintline-train evaluate`: one table for all, nothing left out without a word."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from models.networks.features import SqueezeNetFeatures
from models.runtime.watershed import WatershedGenerator
from tests.helpers.training.small_set import two_tone_figure
from training.__main__ import main
from training.evaluation import evaluate as command
from training.evaluation import painters
from training.metrics.case import Case


class Filler(WatershedGenerator):
    """The watershed fill under another spec; without hints it paints everything grey."""

    def __init__(self, *, takes_hints=True):
        self._spec = replace(
            WatershedGenerator().spec, name="filler", takes_hints=takes_hints, takes_tags=False
        )
        self.hints_given = set()
        self.drawings_read = 0

    @property
    def spec(self):
        return self._spec

    def read_line(self, line, frame, **options):
        self.drawings_read += 1
        return super().read_line(line, frame, **options)

    def paint(self, features, hints, tags, **options):
        self.hints_given.add(len(hints))
        painting = super().paint(features, hints, tags, **options)
        return painting if len(hints) else replace(painting, rgb=0 * painting.rgb + 0.5)


@pytest.fixture
def generators(monkeypatch):
    """Two fillers, one of which takes no hints, in place of exported graphs."""
    made = {"hinted": Filler(), "automatic": Filler(takes_hints=False)}
    monkeypatch.setattr(painters, "load_generator", lambda folder, device: made[folder.name])
    return made


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with a feature network; its pictures are drawn."""
    samples = [two_tone_figure(seed) for seed in range(3)]
    cases = [
        Case(source=source, sample=sample, line_u8=sample.line)
        for sample, source in zip(samples, ("drawn", "drawn", "other"))
    ]
    monkeypatch.setattr(command, "validation_cases", lambda *_args, **_options: iter(cases))
    folder = tmp_path / "data"
    (folder / "weights").mkdir(parents=True)
    network = SqueezeNetFeatures()
    network.randomize(seed=1)
    arrays = {name: value.numpy() for name, value in network.state_dict().items()}
    np.savez(folder / "weights" / "squeezenet1_1_features.npz", **arrays)
    return folder


def run(data, *options):
    return main(["evaluate", "--data", str(data), "--size", "96", *options])


BOTH = ("--generator", "hinted", "--generator", "automatic", "--hints", "8,0")


def test_several_generators_share_a_table_and_the_hintless_one_is_named(data, generators, capsys):
    assert run(data, *BOTH) == 0
    text = capsys.readouterr().out
    assert "automatic takes no hints" in text
    assert "hinted takes no hints" not in text
    assert "feature_distance: unweighted features of SqueezeNet 1.1" in text
    for title in ("8 hints, all", "8 hints, other", "0 hints, drawn"):
        assert title in text
    [row] = [line for line in text.splitlines() if line.startswith("automatic")][:1]
    assert " - " in row  # its obedience
    assert generators["automatic"].hints_given == {0}
    assert generators["hinted"].hints_given == {0, 8}
    assert generators["hinted"].drawings_read == 3  # once a picture, whatever its hints


def test_result_holds_every_picture_and_its_settings(data, generators, tmp_path):
    assert run(data, *BOTH, "--json", str(tmp_path / "r.json")) == 0
    content = json.loads((tmp_path / "r.json").read_text())
    assert content["settings"]["size"] == 96
    assert "SqueezeNet" in content["settings"]["feature_distance"]
    assert len(content["pictures"]) == 3 * 2 * 6  # cases, numbers of hints, methods
    assert any("takes no hints" in note for note in content["notes"])


def test_fid_names_its_network_and_its_number_of_pictures(data, generators, capsys):
    network = data / "weights" / "squeezenet1_1_features.npz"
    options = ("--fid", "--fid-runs", "1", "--fid-features", f"squeezenet={network}")
    assert run(data, "--generator", "hinted", "--hints", "8", *options) == 0
    text = capsys.readouterr().out
    assert "features: SqueezeNet 1.1 (squeezenet1_1_features.npz), pooled" in text
    assert "not the features of the literature" in text
    assert "FID of 3 pictures is biased" in text


def test_two_results_are_compared_without_any_data(data, generators, tmp_path, capsys):
    paths = [str(tmp_path / f"{name}.json") for name in generators]
    for name, path in zip(generators, paths):
        assert run(data, "--generator", name, "--hints", "8", "--json", path) == 0
    capsys.readouterr()
    assert main(["evaluate", "--compare", *paths]) == 0
    text = capsys.readouterr().out
    assert "8 hints, all, 3 pictures" in text
    assert "too few pictures" in text
    assert main(["evaluate", "--compare", paths[0], f"{paths[1]}:watershed"]) == 0


def test_generator_is_compared_with_a_baseline_measured_beside_it(data, generators, capsys):
    assert run(data, "--hints", "8", "--compare", "nearest hint", "hinted") == 0
    assert "hinted minus nearest hint, paired by picture" in capsys.readouterr().out


def test_results_measured_otherwise_are_not_compared(data, generators, tmp_path, capsys):
    path = str(tmp_path / "r.json")
    assert run(data, "--generator", "hinted", "--hints", "8", "--json", path) == 0
    options = ("--hints", "8", "--distance-features", "none")
    assert run(data, *options, "--compare", path, "automatic") == 2
    assert "was measured with feature_distance" in capsys.readouterr().err
    assert main(["evaluate", "--compare", path, f"{path}:missing"]) == 2
    assert "not missing" in capsys.readouterr().err


def test_each_generator_gets_a_contact_sheet(data, generators, tmp_path):
    assert run(data, *BOTH, "--sheet", str(tmp_path / "sheet.png")) == 0
    for name in generators:
        with Image.open(tmp_path / f"sheet-{name}.png") as sheet:
            assert sheet.width > 4 * 200


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--hints", "many"], "--hints 'many': write numbers"),
        (["--size", "8"], "--size 8: at least 32"),
        (["--draws", "0"], "--draws 0: at least 1"),
        (["--sequences", "-1"], "--sequences -1: at least 0"),
        (["--sheet", "sheet.png"], "--sheet shows a generator's pictures"),
        (["--generator", "a/hinted", "--generator", "b/hinted"], "two generators are called"),
    ],
)
def test_wrong_usage_says_what_to_write(options, complaint, data, generators, capsys):
    assert run(data, *options) == 2
    assert complaint in capsys.readouterr().err


def test_data_must_be_named_and_exist(tmp_path, capsys):
    assert main(["evaluate"]) == 2
    assert "--data" in capsys.readouterr().err
    assert main(["evaluate", "--data", str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_damaged_result_fails_by_name(tmp_path, capsys):
    path = tmp_path / "damaged.json"
    path.write_text("{")
    assert main(["evaluate", "--compare", str(path), str(path)]) == 1
    assert "damaged.json: not a result" in capsys.readouterr().err


def test_missing_result_is_named(tmp_path, capsys):
    path = tmp_path / "missing.json"
    assert main(["evaluate", "--compare", str(path), f"{path}:watershed"]) == 1
    assert "missing.json: not a result" in capsys.readouterr().err
