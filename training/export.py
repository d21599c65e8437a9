"""Export torch modules to ONNX graphs, and whole generators to their folders.

One exporter and one opset for everything: ``torch.onnx.export(dynamo=True)`` at ``OPSET``.
Every graph is run by onnxruntime on the CPU and compared with torch before it is put in place;
a graph that differs is never written.
"""

import inspect
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.geometry import SizeRule
from models.networks.generator import Generator
from models.spec import LINE_GRAPH, PAINT_GRAPH, GeneratorSpec, file_digest, write_spec

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


class ExportError(RuntimeError):
    """A graph that does not compute what torch computes, or cannot be exported."""


SPEC_FIELDS = ("name", "title", "method", "arguments", "tags", "licence", "credits", "training")
"""What ``export_generator`` cannot know by itself and takes for the spec."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: file, bytes, and the largest difference of each output from torch."""

    path: Path
    bytes: int
    differences: Mapping[str, float]

    @property
    def largest_difference(self) -> float:
        """Largest entry of ``differences``."""
        return max(self.differences.values())


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
    was_training = module.training
    module.eval()
    try:
        model = _to_onnx(
            module,
            arguments=tuple(example_inputs[name] for name in input_names),
            input_names=input_names,
            output_names=output_names,
            dynamic_axes=dynamic_axes,
        )
        _strip_traces(model)
        if precision == "fp16":
            _store_weights_as_half(model)
        onnx.checker.check_model(model)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as scratch:
            draft = Path(scratch) / path.name
            onnx.save_model(model, str(draft))
            differences = _compare(
                draft,
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
            draft.replace(path)
    finally:
        module.train(was_training)
    return ExportReport(path=path, bytes=path.stat().st_size, differences=differences)


def load_session(path: Path, *, threads: int = 0) -> onnxruntime.InferenceSession:
    """Open a graph for the CPU; ``threads`` 0 leaves the number to onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def difference(actual: NDArray[np.float32], expected: NDArray[np.float32]) -> float:
    """Largest absolute difference, relative to the largest magnitude expected if that exceeds 1.

    For pictures in [-1, 1] this is the absolute difference; features may be larger.
    NaN anywhere, or another shape, counts as infinite.
    """
    if actual.shape != expected.shape or not np.isfinite(actual).all():
        return float("inf")
    if expected.size == 0:
        return 0.0
    scale = max(1.0, float(np.abs(expected).max()))
    return float(np.abs(actual.astype(np.float64) - expected).max()) / scale


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
    return model


def _name_axes(model: onnx.ModelProto, dynamic_axes: DynamicAxes) -> None:
    """Give the varying axes of the inputs their names (``height``) for whoever reads the file."""
    for value in model.graph.input:
        for axis, name in dynamic_axes.get(value.name, {}).items():
            value.type.tensor_type.shape.dim[axis].dim_param = name


def _strip_traces(model: onnx.ModelProto) -> None:
    """Remove the exporter's records of source files and lines: they name local folders."""
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    for part in (
        model.graph.node,
        model.graph.value_info,
        model.graph.input,
        model.graph.output,
        model.graph.initializer,
    ):
        for item in part:
            item.doc_string = ""
            del item.metadata_props[:]
    for function in model.functions:
        del function.metadata_props[:]
        for node in function.node:
            node.doc_string = ""
            del node.metadata_props[:]


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
        half_name = f"{tensor.name}.half"
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
    path: Path,
    *,
    module: nn.Module,
    cases: Sequence[Mapping[str, Tensor]],
    input_names: Sequence[str],
    output_names: Sequence[str],
) -> dict[str, float]:
    """Largest difference of each output over all cases."""
    session = load_session(path)
    largest = dict.fromkeys(output_names, 0.0)
    for case in cases:
        arguments = [case[name] for name in input_names]
        with torch.no_grad():
            returned = module(*arguments)
        expected = (returned,) if isinstance(returned, Tensor) else tuple(returned)
        if len(expected) != len(output_names):
            raise ValueError(
                f"{path.name}: {len(output_names)} output names, {len(expected)} given"
            )
        feeds = {name: tensor.numpy() for name, tensor in zip(input_names, arguments)}
        actual = session.run(list(output_names), feeds)
        for name, ours, theirs in zip(output_names, actual, expected):
            largest[name] = max(largest[name], difference(np.asarray(ours), theirs.numpy()))
    return largest


def export_generator(
    generator: Generator,
    *,
    spec_fields: Mapping[str, Any],
    folder: Path,
    precision: Precision = "fp32",
    tolerance: float | None = None,
) -> GeneratorSpec:
    """Write a generator's folder: ``line.onnx``, ``paint.onnx`` and ``spec.json``.

    ``spec_fields`` gives some or all of ``SPEC_FIELDS``; the rest follows from the generator. Both
    graphs are compared with torch one by one, and then together on a drawing of another size
    where the size is free. The folder, or the new one in place of an old, appears only after
    that. Raises ExportError, or SpecError or ValueError for fields that do not fit.
    """
    if unknown := sorted(set(spec_fields) - set(SPEC_FIELDS)):
        raise ValueError(f"no spec fields {', '.join(unknown)}; give {', '.join(SPEC_FIELDS)}")
    tags = tuple(spec_fields.get("tags", ()))
    if len(tags) != generator.tag_count:
        raise ValueError(
            f"{folder.name}: the generator takes {generator.tag_count} tags, {len(tags)} are named"
        )
    spec = GeneratorSpec(
        **{**spec_fields, "tags": tags, "credits": tuple(spec_fields.get("credits", ()))},
        takes_hints=generator.takes_hints,
        takes_tags=generator.takes_tags,
        size_rule=generator.size_rule,
        features=generator.feature_names,
        inputs=generator.condition_names,
        outputs=generator.paint_outputs,
        parameters=generator.inference_parameters,
        precision=precision,
    )
    folder.parent.mkdir(parents=True, exist_ok=True)
    was_training = generator.training
    generator.eval()
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as scratch:
            draft = Path(scratch) / folder.name
            draft.mkdir()
            _export_halves(generator, folder=draft, precision=precision, tolerance=tolerance)
            digests = {name: file_digest(draft / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
            write_spec(replace(spec, digests=digests), draft)
            if folder.exists():
                folder.replace(Path(scratch) / "previous")
            draft.replace(folder)
    finally:
        generator.train(was_training)
    return replace(spec, digests=digests)


def _export_halves(
    generator: Generator, *, folder: Path, precision: Precision, tolerance: float | None
) -> None:
    """Write both graphs, then compare them in a row with the generator on another drawing."""
    shape, other_shape = _example_shapes(generator.size_rule)
    line_graph, paint_graph = generator.line_graph(), generator.paint_graph()
    example = _draw_example(generator, shape)
    axes = {} if generator.size_rule.fixed else {2: "height", 3: "width"}
    export_graph(
        line_graph,
        example_inputs={"line": example["line"]},
        input_names=line_graph.input_names,
        output_names=line_graph.output_names,
        dynamic_axes={"line": axes},
        path=folder / LINE_GRAPH,
        precision=precision,
        tolerance=tolerance,
    )
    with torch.no_grad():
        features = dict(zip(generator.feature_names, line_graph(example["line"])))
    inputs = {**features, **{name: example[name] for name in generator.condition_names}}
    export_graph(
        paint_graph,
        example_inputs=inputs,
        input_names=paint_graph.input_names,
        output_names=paint_graph.output_names,
        dynamic_axes={
            name: {axis: f"{name}_{side}" for axis, side in axes.items()}
            for name, tensor in inputs.items()
            if tensor.dim() == 4
        },
        path=folder / PAINT_GRAPH,
        precision=precision,
        tolerance=tolerance,
    )
    _compare_halves(
        generator,
        folder=folder,
        example=_draw_example(generator, other_shape),
        tolerance=TOLERANCES[precision] if tolerance is None else tolerance,
    )


def _compare_halves(
    generator: Generator, *, folder: Path, example: Mapping[str, Tensor], tolerance: float
) -> None:
    """Run line and paint graph in a row, as the application does, and compare the pictures."""
    conditions = [example[name] for name in generator.condition_names]
    with torch.no_grad():
        expected = generator.paint(*generator.encode_line(example["line"]), *conditions)
    line_session = load_session(folder / LINE_GRAPH)
    features = line_session.run(None, {"line": example["line"].numpy()})
    feeds = dict(zip(generator.feature_names, features))
    feeds |= {name: example[name].numpy() for name in generator.condition_names}
    outputs = load_session(folder / PAINT_GRAPH).run(list(generator.paint_outputs), feeds)
    for name, ours, theirs in zip(generator.paint_outputs, outputs, expected):
        value = difference(np.asarray(ours), theirs.numpy())
        if not value <= tolerance:
            raise ExportError(
                f"{folder.name}: {name!r} of both graphs in a row differs from torch by "
                f"{value:.2g}, more than {tolerance:.2g}; nothing was written"
            )


def _example_shapes(rule: SizeRule) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two sizes that the rule accepts, sides different where they may be."""
    if rule.fixed:
        return (rule.fixed, rule.fixed), (rule.fixed, rule.fixed)
    step = rule.multiple_of
    base = -(-rule.minimum // step) * step
    return (base + 2 * step, base), (base, base + 3 * step)


def _draw_example(generator: Generator, shape: tuple[int, int]) -> dict[str, Tensor]:
    """A drawing with a few lines, dabs of colour and tags: the tensors of both graphs."""
    height, width = shape
    rows = torch.linspace(-1, 1, height)[:, None].expand(height, width)
    columns = torch.linspace(-1, 1, width)[None, :].expand(height, width)
    radius = (rows**2 + columns**2).sqrt()
    ink = ((radius - 0.7).abs() < 0.03) | ((rows - 0.4 * columns).abs() < 0.02)
    hints = torch.zeros(1, 4, height, width)
    for index, (top, left) in enumerate(((0.2, 0.3), (0.5, 0.5), (0.7, 0.2), (0.05, 0.9))):
        y, x = int(top * height), int(left * width)
        colour = torch.tensor([0.8 - 0.5 * index, -0.6 + 0.3 * index, 0.1, 1.0])
        hints[0, :, y : y + 5, x : x + 5] = colour[:, None, None]
    tags = torch.zeros(1, max(1, generator.tag_count))
    tags[0, ::3] = 1
    return {"line": ink.float()[None, None], "hints": hints, "tags": tags}
