"""Promises of training.export.generator: a folder that paints as torch does, or none."""

import numpy as np
import onnx
import pytest
import torch

from models.files.whole import FileError
from models.networks.alacgan.network import AlacGanConfig
from models.networks.arguments import arguments_of
from models.networks.csa.network import CsaConfig
from models.networks.features import FeatureNetwork, MissingWeightsError
from models.networks.registry import GENERATORS, build_generator
from models.networks.sgru.network import SgruConfig
from models.networks.tag2pix.network import CitConfig, Tag2PixConfig
from models.networks.two_stage.network import StageConfig, TwoStageConfig
from models.spec import file_digest, read_spec
from training.export.generator import export_generator
from training.export.graphs import ExportError, difference, load_session

TAG_NAMES = tuple(f"tag_{index}" for index in range(7))
SMALL_STAGE = StageConfig(width=8, levels=2, blocks=1, cardinality=4)
SMALL_GENERATORS = {
    "tag2pix": Tag2PixConfig(
        size=256,
        cvt_count=7,
        norm=True,
        width=8,
        depths=(1, 1, 1, 1),
        cardinality=8,
        cit_extractor=CitConfig(width=16, depths=(1, 1, 1, 1), cardinality=8),
    ),
    "alacgan": AlacGanConfig(
        width=8, local_width=8, dilations=((1,), (2,), (2,), (1,)), cardinality=(4, 4, 4, 2)
    ),
    "two_stage": TwoStageConfig(draft=SMALL_STAGE, colour=SMALL_STAGE, size=64),
    "csa": CsaConfig(width=4, blocks=1, hint_network="squeezenet_fire5"),
    "sgru": SgruConfig(widths=(4, 4, 4, 4, 8), decoder_widths=(8, 4, 4, 4, 4), tail_width=4),
}


def build_small(method):
    torch.manual_seed(9)
    generator = GENERATORS[method][1](SMALL_GENERATORS[method])
    for part in generator.modules():
        if isinstance(part, FeatureNetwork):
            part.randomize(seed=9)
    return generator


def fields_of(method):
    return {
        "name": f"{method}-small",
        "title": f"Small {method}",
        "method": method,
        "arguments": arguments_of(SMALL_GENERATORS[method]),
        "tags": TAG_NAMES if method == "tag2pix" else (),
        "licence": "CC0-1.0",
    }


@pytest.mark.parametrize("method", list(SMALL_GENERATORS))
def test_generator_folder_paints_as_torch_does_at_any_allowed_size(method, tmp_path):
    generator = build_small(method)
    folder = tmp_path / "generators" / method
    spec = export_generator(generator, spec_fields=fields_of(method), folder=folder)
    assert sorted(entry.name for entry in folder.iterdir()) == [
        "line.onnx",
        "paint.onnx",
        "spec.json",
    ]
    assert [entry.name for entry in folder.parent.iterdir()] == [method]
    assert read_spec(folder) == spec
    assert spec.digests["line.onnx"] == file_digest(folder / "line.onnx")
    rebuilt = build_generator(spec.method, spec.arguments)
    assert rebuilt.inference_parameters == spec.parameters

    side = spec.size_rule.fixed
    height, width = (side, side) if side else (64, 160)
    line = (torch.rand(1, 1, height, width) > 0.9).float()
    hints = torch.zeros(1, 4, height, width)
    hints[0, :, 10:20, 30:40] = torch.tensor([0.3, -0.9, 0.6, 1.0])[:, None, None]
    given = {"hints": hints, "tags": torch.ones(1, len(spec.tags)), "draft_only": torch.zeros(1)}
    conditions = [given[name] for name in spec.inputs]
    features = load_session(folder / "line.onnx", threads=1).run(None, {"line": line.numpy()})
    feeds = dict(zip(spec.features, features)) | {n: given[n].numpy() for n in spec.inputs}
    outputs = load_session(folder / "paint.onnx", threads=1).run(list(spec.outputs), feeds)
    generator.eval()
    with torch.no_grad():
        expected = generator.paint(*generator.encode_line(line), *conditions)
    for ours, theirs in zip(outputs, expected):
        assert difference(ours, theirs.numpy()) < 1e-3
    assert outputs[0].shape == (1, 3, height, width)


def test_half_precision_generator_replaces_the_old_folder_whole(tmp_path):
    folder = tmp_path / "two_stage"
    folder.mkdir()
    (folder / "spec.json").write_text("from before")
    spec = export_generator(
        build_small("two_stage"),
        spec_fields=fields_of("two_stage"),
        folder=folder,
        precision="fp16",
    )
    assert spec.precision == "fp16"
    assert read_spec(folder) == spec
    assert [entry.name for entry in tmp_path.iterdir()] == ["two_stage"]
    weights = onnx.load(folder / "paint.onnx").graph.initializer
    large = [entry for entry in weights if np.prod(entry.dims) >= 256]
    assert {entry.data_type for entry in large} == {onnx.TensorProto.FLOAT16}


def test_failing_generator_export_leaves_the_last_good_folder(tmp_path):
    folder = tmp_path / "two_stage"
    folder.mkdir()
    (folder / "spec.json").write_text("the last good one")
    generator = build_small("two_stage")
    with torch.no_grad():
        generator.colour.out.weight.fill_(float("nan"))
    with pytest.raises(ExportError, match="differs from torch"):
        export_generator(generator, spec_fields=fields_of("two_stage"), folder=folder)
    assert (folder / "spec.json").read_text() == "the last good one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["two_stage"]
    assert generator.training


def test_folder_of_something_else_is_not_replaced(tmp_path):
    (tmp_path / "drawing.png").write_bytes(b"drawn")
    with pytest.raises(FileError, match=r"holds drawing\.png, .*name another"):
        export_generator(build_small("sgru"), spec_fields=fields_of("sgru"), folder=tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["drawing.png"]


def test_tags_must_match_the_network(tmp_path):
    fields = {**fields_of("tag2pix"), "tags": ("blue_hair",)}
    with pytest.raises(ValueError, match="takes 7 tags, 1 are named"):
        export_generator(build_small("tag2pix"), spec_fields=fields, folder=tmp_path / "x")


def test_unknown_spec_fields_are_named(tmp_path):
    fields = {**fields_of("sgru"), "colour": "blue"}
    with pytest.raises(ValueError, match="no spec fields colour; give name, title"):
        export_generator(build_small("sgru"), spec_fields=fields, folder=tmp_path / "x")


def test_generator_without_feature_weights_is_not_exported(tmp_path):
    generator = GENERATORS["alacgan"][1](SMALL_GENERATORS["alacgan"])
    with pytest.raises(MissingWeightsError, match="has no weights"):
        export_generator(generator, spec_fields=fields_of("alacgan"), folder=tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_generator_of_small_views_says_up_to_which_size_it_infers(tmp_path):
    folder = tmp_path / "alacgan"
    export_generator(
        build_small("alacgan"), spec_fields=fields_of("alacgan"), folder=folder, largest=96
    )
    rule = read_spec(folder).size_rule
    assert (rule.largest, rule.preferred, rule.multiple_of) == (96, 96, 16)
