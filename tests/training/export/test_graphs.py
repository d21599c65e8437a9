"""Promises of training.export.graphs: what is written runs in onnxruntime and equals torch."""

import numpy as np
import onnx
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.export.graphs import (
    OPSET,
    ExportError,
    difference,
    export_graph,
    load_session,
    strip_traces,
)


class Halver(nn.Module):
    """A convolution at half size and the input's mean, both with weights worth halving."""

    def __init__(self) -> None:
        super().__init__()
        self.down = nn.Conv2d(1, 32, 4, stride=2, padding=1)
        self.mix = nn.Conv2d(32, 32, 3, padding=1)

    def forward(self, line: Tensor) -> tuple[Tensor, Tensor]:
        half = functional.leaky_relu(self.down(line), 0.2)
        return torch.tanh(self.mix(half)), line.mean(dim=(2, 3))


class Unfaithful(nn.Module):
    """Computes one thing when traced and another when run."""

    def forward(self, line: Tensor) -> Tensor:
        return line * 2 if torch.compiler.is_exporting() else line * 3


def build_halver() -> Halver:
    torch.manual_seed(3)
    return Halver()


def export_halver(module, path, **options):
    return export_graph(
        module,
        example_inputs={"line": torch.rand(1, 1, 32, 48)},
        input_names=["line"],
        output_names=["feature_half", "feature_mean"],
        dynamic_axes={"line": {2: "height", 3: "width"}},
        path=path,
        **options,
    )


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A network that is training, and the report of its export. The exporter takes a second."""
    halver = build_halver().train()
    path = tmp_path_factory.mktemp("graphs") / "line.onnx"
    return halver, export_halver(halver, path, check_inputs=[{"line": torch.rand(1, 1, 20, 64)}])


def test_exported_graph_equals_torch_at_sizes_it_was_not_traced_with(exported):
    halver, report = exported
    assert max(report.differences.values()) < 1e-5
    line = torch.rand(1, 1, 36, 18)
    half, mean = load_session(report.path, threads=1).run(None, {"line": line.numpy()})
    expected_half, expected_mean = halver(line)
    assert difference(half, expected_half.detach().numpy()) < 1e-5
    assert difference(mean, expected_mean.numpy()) < 1e-5


def test_export_leaves_the_module_in_its_mode(exported):
    halver, _ = exported
    assert halver.training


def test_graph_declares_opset_and_named_axes(exported):
    model = onnx.load(exported[1].path)
    assert [entry.version for entry in model.opset_import if entry.domain == ""] == [OPSET]
    axes = model.graph.input[0].type.tensor_type.shape.dim
    assert [axis.dim_param or axis.dim_value for axis in axes] == [1, 1, "height", "width"]


def test_exported_file_holds_no_local_paths(exported):
    path = exported[1].path
    content = path.read_bytes()
    assert str(path.parent).encode() not in content
    assert b".py" not in content


def test_half_precision_halves_the_file_and_keeps_float32_interfaces(exported, tmp_path):
    half = export_halver(exported[0], tmp_path / "half.onnx", precision="fp16")
    assert half.bytes < 0.65 * exported[1].bytes
    assert 0 < max(half.differences.values()) < 2e-2
    session = load_session(tmp_path / "half.onnx", threads=1)
    types = {entry.type for entry in [*session.get_inputs(), *session.get_outputs()]}
    assert types == {"tensor(float)"}


def test_weights_too_large_for_half_precision_stay_single(tmp_path):
    path, halver = tmp_path / "line.onnx", build_halver()
    with torch.no_grad():
        halver.mix.weight *= 1e7
    export_halver(halver, path, precision="fp16", tolerance=2.0)
    stored = {entry.name: entry.data_type for entry in onnx.load(path).graph.initializer}
    assert stored["mix.weight"] == onnx.TensorProto.FLOAT
    assert stored["down.weight.half"] == onnx.TensorProto.FLOAT16


def test_graph_that_differs_from_torch_is_never_written(tmp_path):
    path = tmp_path / "line.onnx"
    path.write_bytes(b"the last good one")
    with pytest.raises(ExportError, match=r"line\.onnx: output 'rgb' differs from torch by"):
        export_graph(
            Unfaithful(),
            example_inputs={"line": torch.ones(1, 1, 4, 6)},
            input_names=["line"],
            output_names=["rgb"],
            dynamic_axes={},
            path=path,
        )
    assert path.read_bytes() == b"the last good one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["line.onnx"]


def test_dynamic_axis_of_an_unknown_input_is_refused(tmp_path):
    with pytest.raises(ValueError, match="dynamic_axes names no input: hints"):
        export_graph(
            build_halver(),
            example_inputs={"line": torch.rand(1, 1, 8, 8)},
            input_names=["line"],
            output_names=["feature_half", "feature_mean"],
            dynamic_axes={"hints": {2: "height"}},
            path=tmp_path / "line.onnx",
        )


def test_difference_is_relative_to_large_magnitudes_and_infinite_for_nan():
    large = np.array([200.0, -100.0], dtype=np.float32)
    assert difference(large + 0.2, large) == pytest.approx(0.001, rel=1e-3)
    assert difference(np.array([np.nan], dtype=np.float32), np.zeros(1, np.float32)) == np.inf
    assert difference(np.zeros(2, np.float32), np.zeros(3, np.float32)) == np.inf


def test_traces_are_stripped_from_branches_within_branches_too():
    value = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])
    given = onnx.helper.make_tensor_value_info("b", onnx.TensorProto.BOOL, [])
    trace = 'File "/elsewhere/models/generator.py", line 36, in forward'

    def branch(depth):
        if depth:
            node = onnx.helper.make_node(
                "If", ["b"], ["y"], then_branch=branch(depth - 1), else_branch=branch(0)
            )
        else:
            node = onnx.helper.make_node("Constant", [], ["y"], value_floats=[1.0])
        node.doc_string = trace
        node.metadata_props.add(key="pkg.torch.onnx.stack_trace", value=trace)
        return onnx.helper.make_graph([node], "body", [], [value], doc_string=trace)

    graph = branch(3)
    graph.input.append(given)
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", OPSET)])
    assert model.SerializeToString().count(b"elsewhere") > 15
    strip_traces(model)
    assert b"elsewhere" not in model.SerializeToString()
    assert b"stack_trace" not in model.SerializeToString()
    onnx.checker.check_model(model)
