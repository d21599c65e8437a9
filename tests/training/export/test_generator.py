"""Promises of training.export.generator: a folder that paints as torch does, or none."""

import numpy as np
import onnx
import pytest
import torch

import resources
from models.files.whole import FileError
from models.networks.features import MissingWeightsError
from models.networks.registry import find_form
from models.networks.tintline.encoder import TintlineConfig
from models.spec import read_spec
from tests.helpers.training.small_generators import SMALL_GENERATORS, fields_of
from tests.helpers.training.toy_generator import FIELDS, ToyGenerator
from training.export.generator import export_generator
from training.export.graphs import ExportError

SMALL_CHOICE = TintlineConfig(
    widths=(8, 8, 16, 16), blocks=(0, 1, 1, 2), finest=8, tokens=16, rounds=1, detail=8
)


def test_half_precision_generator_replaces_the_old_folder_whole(tmp_path):
    folder = tmp_path / "toy"
    folder.mkdir()
    (folder / "spec.json").write_text("from before")
    spec = export_generator(ToyGenerator(), spec_fields=FIELDS, folder=folder, precision="fp16")
    assert spec.precision == "fp16"
    assert read_spec(folder) == spec
    assert [entry.name for entry in tmp_path.iterdir()] == ["toy"]
    weights = onnx.load(folder / "paint.onnx").graph.initializer
    large = [entry for entry in weights if np.prod(entry.dims) >= 256]
    assert {entry.data_type for entry in large} == {onnx.TensorProto.FLOAT16}


def test_failing_generator_export_leaves_the_last_good_folder(tmp_path):
    folder = tmp_path / "toy"
    folder.mkdir()
    (folder / "spec.json").write_text("the last good one")
    generator = ToyGenerator()
    with torch.no_grad():
        generator.out.weight.fill_(float("nan"))
    with pytest.raises(ExportError, match="differs from torch"):
        export_generator(generator, spec_fields=FIELDS, folder=folder)
    assert (folder / "spec.json").read_text() == "the last good one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["toy"]
    assert generator.training


def test_folder_of_something_else_is_not_replaced(tmp_path):
    (tmp_path / "drawing.png").write_bytes(b"drawn")
    with pytest.raises(FileError, match=r"holds drawing\.png, .*name another"):
        export_generator(ToyGenerator(), spec_fields=FIELDS, folder=tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["drawing.png"]


def test_tags_must_match_the_network(tmp_path):
    fields = {**FIELDS, "tags": ("blue_hair",)}
    with pytest.raises(ValueError, match="takes 7 tags, 1 are named"):
        export_generator(ToyGenerator(tags=7), spec_fields=fields, folder=tmp_path / "x")


def test_unknown_spec_fields_are_named(tmp_path):
    fields = {**FIELDS, "colour": "blue"}
    with pytest.raises(ValueError, match="no spec fields colour; give name, title"):
        export_generator(ToyGenerator(), spec_fields=fields, folder=tmp_path / "x")


def test_generator_without_feature_weights_is_not_exported(tmp_path):
    generator = find_form("alacgan").build(SMALL_GENERATORS["alacgan"])
    with pytest.raises(MissingWeightsError, match="has no weights"):
        export_generator(generator, spec_fields=fields_of("alacgan"), folder=tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_generator_of_small_views_says_up_to_which_size_it_infers(tmp_path):
    folder = tmp_path / "toy"
    export_generator(ToyGenerator(), spec_fields=FIELDS, folder=folder, largest=96)
    rule = read_spec(folder).size_rule
    assert (rule.largest, rule.preferred, rule.multiple_of) == (96, 96, 16)


@pytest.mark.usefixtures("quick_exports")
def test_finished_line_graph_is_taken_as_it_is(tmp_path):
    """As a choice is exported that was trained on the features of a finished generator."""
    line_file = resources.GENERATORS / "tintline" / "line.onnx"
    torch.manual_seed(9)
    generator = find_form("tintline").build(SMALL_CHOICE)
    fields = {**fields_of("sgru"), "arguments": generator.arguments, "tags": ("blue_hair",)}
    spec = export_generator(
        generator,
        spec_fields=fields,
        folder=tmp_path / "x",
        precision="fp16",
        line_file=line_file,
    )
    assert (tmp_path / "x" / "line.onnx").read_bytes() == line_file.read_bytes()
    assert spec.size_rule.preferred == read_spec(line_file.parent).size_rule.preferred
    assert spec.parameters == sum(weight.numel() for weight in generator.parameters())
    assert set(spec.arguments) == {"widths", "blocks", "finest", "tokens", "rounds", "detail"}
