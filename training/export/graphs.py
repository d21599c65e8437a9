"""Export torch modules to ONNX graphs. Whole generators: training.export.generator.

One exporter and one opset for everything: ``torch.onnx.export(dynamo=True)`` at ``OPSET``.
Every graph is run by onnxruntime on the CPU and compared with torch before it is put in place;
a graph that differs is never written.
"""

import inspect
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.files.whole import make_folder, write_bytes
from models.runtime.library import onnxruntime

Precision = Literal["fp32", "fp16"]
DynamicAxes = Mapping[str, Mapping[int, str]]

OPSET = 18
"""The oldest opset that the exporter writes without conversion; every onnxruntime since 1.14
reads it."""

TOLERANCES: dict[Precision, float] = {"fp32": 1e-3, "fp16": 2e-2}
"""Largest difference accepted between onnxruntime and torch, see ``difference``. Weights rounded
to half precision keep 11 significant bits, which adds up to some 1e-2 over a hundred layers."""

MIN_HALF_ELEMENTS = 256
"""Smaller weights (biases, norms, constants) stay in single precision: they save nothing."""

_RECORDS = ("doc_string", "metadata_props")


class ExportError(RuntimeError):
    """A graph that does not compute what torch computes, or cannot be exported."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: file, bytes, and the largest difference of each output from torch."""

    path: Path
    bytes: int
    differences: Mapping[str, float]


def export_graph(
    module: nn.Module,
    *,
    example_inputs: Mapping[str, Tensor],
    input_names: Sequence[str],
    output_names: Sequence[str],
    dynamic_axes: DynamicAxes,
    path: Path,
    precision: Precision = "fp32",
    tolerance: float | None = None,
    check_inputs: Sequence[Mapping[str, Tensor]] = (),
) -> ExportReport:
    """Write ``module`` as one ONNX file, if onnxruntime computes the same.

    The module is called with the tensors of ``example_inputs`` in the order of ``input_names``
    and returns a tensor or a tuple of tensors, one for each of ``output_names``.
    ``dynamic_axes`` names the axes of inputs that may vary: ``{"line": {2: "height"}}``; how
    sizes depend on each other is found by the exporter. Use example sizes that differ from each
    other and from 1. ``check_inputs`` are further inputs to compare, usually of another size.

    ``fp16`` stores weights as float16 followed by a Cast: inputs, outputs and arithmetic stay
    float32, the file is half as large, and onnxruntime folds the casts when it loads.

    The file appears at ``path`` only after the comparison. Raises ExportError naming the output
    and its difference if one exceeds ``tolerance`` (default: ``TOLERANCES[precision]``).
    """
    limit = TOLERANCES[precision] if tolerance is None else tolerance
    unknown = [name for name in dynamic_axes if name not in input_names]
    if unknown:
        raise ValueError(f"dynamic_axes names no input: {', '.join(unknown)}")
    with evaluating(module):
        model = _to_onnx(
            module,
            arguments=tuple(example_inputs[name] for name in input_names),
            input_names=input_names,
            output_names=output_names,
            dynamic_axes=dynamic_axes,
        )
        strip_traces(model)
        if precision == "fp16":
            _store_weights_as_half(model)
        onnx.checker.check_model(model)
        content = model.SerializeToString()
        differences = _compare(
            content,
            module=module,
            cases=[example_inputs, *check_inputs],
            input_names=input_names,
            output_names=output_names,
        )
        for name, value in differences.items():
            if not value <= limit:
                raise ExportError(
                    f"{path.name}: output {name!r} differs from torch by {value:.2g}, more "
                    f"than {limit:.2g}; nothing was written. Check the weights for extreme "
                    f"values, or export with precision fp32"
                )
        make_folder(path.parent)
        write_bytes(path, content)
    return ExportReport(path=path, bytes=path.stat().st_size, differences=differences)


def load_session(graph: Path | bytes, *, threads: int = 0) -> onnxruntime.InferenceSession:
    """Open a graph for the CPU, from a file or as it would be one.

    ``threads`` 0 leaves the number to onnxruntime.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    content = graph if isinstance(graph, bytes) else str(graph)
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def difference(
    actual: NDArray[np.float32], expected: NDArray[np.float32], *, share: float = 1.0
) -> float:
    """Largest absolute difference, relative to the largest magnitude expected if that exceeds 1.

    share  the difference that this share of all values does not exceed; 1: the largest.

    For pictures in [-1, 1] this is the absolute difference; features may be larger.
    NaN anywhere, or another shape, counts as infinite.
    """
    if actual.shape != expected.shape or not np.isfinite(actual).all():
        return float("inf")
    if expected.size == 0:
        return 0.0
    scale = max(1.0, float(np.abs(expected).max()))
    return float(np.quantile(np.abs(actual.astype(np.float64) - expected), share)) / scale


@contextmanager
def evaluating(module: nn.Module) -> Iterator[None]:
    """Evaluation mode; afterwards every part is again in the mode that it was in."""
    modes = [(part, part.training) for part in module.modules()]
    module.eval()
    try:
        yield
    finally:
        for part, mode in modes:
            part.training = mode


def _to_onnx(
    module: nn.Module,
    *,
    arguments: tuple[Tensor, ...],
    input_names: Sequence[str],
    output_names: Sequence[str],
    dynamic_axes: DynamicAxes,
) -> onnx.ModelProto:
    """Run the exporter and return the graph with its weights inside."""
    shapes: tuple[object, ...] = tuple(
        dict.fromkeys(dynamic_axes.get(name, {}), torch.export.Dim.DYNAMIC) or None
        for name in input_names
    )
    if any(
        parameter.kind is inspect.Parameter.VAR_POSITIONAL
        for parameter in inspect.signature(module.forward).parameters.values()
    ):
        shapes = (shapes,)  # the exporter sees ``*inputs`` as one tuple
    with warnings.catch_warnings(), torch.no_grad():
        # The exporter warns about its own parts (deprecations, names of inferred axes).
        warnings.simplefilter("ignore")
        program = torch.export.export(module, arguments, dynamic_shapes=shapes, strict=False)
        exported = torch.onnx.export(
            program,
            input_names=list(input_names),
            output_names=list(output_names),
            opset_version=OPSET,
            dynamo=True,
            verbose=False,
        )
    if exported is None:
        raise ExportError(f"{type(module).__name__}: torch.onnx.export returned no graph")
    model = exported.model_proto
    _name_axes(model, dynamic_axes)
    _name_transposed(model, module)
    return model


TRANSPOSED = ".T"
"""Added to the name of a weight that a graph holds transposed."""
HALF = ".half"
"""Added to the name of a weight that a graph holds in half precision."""


def _name_transposed(model: onnx.ModelProto, module: nn.Module) -> None:
    """Give a linear layer's weight its name back, so that a training can start from the graph.

    The exporter stores it transposed under a number.
    """
    weights = {
        name: weight.detach().numpy().T
        for name, weight in module.named_parameters()
        if weight.ndim == 2
    }
    for constant in model.graph.initializer:
        if len(constant.dims) != 2 or constant.name in weights:
            continue
        values = numpy_helper.to_array(constant)
        for name, weight in weights.items():
            if weight.shape == values.shape and np.array_equal(weight, values):
                _rename(model, constant.name, name + TRANSPOSED)
                del weights[name]
                break


def _rename(model: onnx.ModelProto, old: str, new: str) -> None:
    for constant in model.graph.initializer:
        if constant.name == old:
            constant.name = new
    for node in model.graph.node:
        for place, name in enumerate(node.input):
            if name == old:
                node.input[place] = new


def _name_axes(model: onnx.ModelProto, dynamic_axes: DynamicAxes) -> None:
    """Give the varying axes of the inputs their names (``height``) for whoever reads the file."""
    for value in model.graph.input:
        for axis, name in dynamic_axes.get(value.name, {}).items():
            value.type.tensor_type.shape.dim[axis].dim_param = name


def strip_traces(message: Any) -> None:
    """Remove the exporter's records of source files and lines: they name local folders.

    message  an onnx.ModelProto or any message within one; the bodies of loops and branches are
             gone through too.
    """
    for field, value in message.ListFields():
        if field.name in _RECORDS:
            message.ClearField(field.name)
        elif field.message_type is not None:
            for part in value if isinstance(value, Sequence) else (value,):
                strip_traces(part)


def _store_weights_as_half(model: onnx.ModelProto) -> None:
    """Turn large float32 initializers into float16 ones with a Cast to float32 behind them."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(tensor)
        if values.size < MIN_HALF_ELEMENTS or np.abs(values).max() > np.finfo(np.float16).max:
            continue
        half_name = tensor.name + HALF
        half = numpy_helper.from_array(values.astype(np.float16), half_name)
        casts.append(
            helper.make_node(
                "Cast",
                [half_name],
                [tensor.name],
                name=f"{tensor.name}.cast",
                to=TensorProto.FLOAT,
            )
        )
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend([*casts, *nodes])


def _compare(
    graph: bytes,
    *,
    module: nn.Module,
    cases: Sequence[Mapping[str, Tensor]],
    input_names: Sequence[str],
    output_names: Sequence[str],
) -> dict[str, float]:
    """Largest difference of each output over all cases."""
    session = load_session(graph)
    largest = dict.fromkeys(output_names, 0.0)
    for case in cases:
        arguments = [case[name] for name in input_names]
        with torch.no_grad():
            returned = module(*arguments)
        expected = (returned,) if isinstance(returned, Tensor) else tuple(returned)
        if len(expected) != len(output_names):
            raise ValueError(
                f"{type(module).__name__}: {len(output_names)} output names, {len(expected)} given"
            )
        feeds = {name: tensor.numpy() for name, tensor in zip(input_names, arguments)}
        actual = session.run(list(output_names), feeds)
        for name, ours, theirs in zip(output_names, actual, expected):
            largest[name] = max(largest[name], difference(np.asarray(ours), theirs.numpy()))
    return largest
