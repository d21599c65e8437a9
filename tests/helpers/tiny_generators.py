"""Tiny generators as real ONNX graphs, written node by node."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from models.geometry import SizeRule
from models.spec import LINE_GRAPH, PAINT_GRAPH, GeneratorSpec, file_digest, write_spec

SPEC = GeneratorSpec(
    name="tiny",
    title="Tiny",
    method="test",
    takes_hints=True,
    takes_tags=False,
    size_rule=SizeRule(multiple_of=16, minimum=64, preferred=128),
    features=("feature_ink",),
    inputs=("hints",),
    outputs=("rgb",),
    parameters=0,
    precision="fp32",
    licence="Apache-2.0",
)


def write_generator(folder: Path, *, paper: float = 1.0, **changes) -> None:
    """Write a usable generator into a new folder, which names it; `changes` are fields of its spec.

    Its picture is paper of a grey in [-1, 1] with the ink on it. One that takes hints shows them
    where they are, one that takes tags instead is the redder the more of its tags are chosen. One
    that makes several pictures takes neither, and each is darker than the one before by 25 levels.
    """
    spec = replace(SPEC, **{"name": folder.name, **changes})
    folder.mkdir(parents=True)
    line = [helper.make_node("Identity", ["line"], ["feature_ink"])]
    _save(line, [_plane("line", 1)], [_plane("feature_ink", 1)], folder / LINE_GRAPH)
    if spec.variants > 1:
        _paint_variants(folder / PAINT_GRAPH, paper, spec.variants)
    elif spec.takes_hints:
        _paint_hints(folder / PAINT_GRAPH, paper)
    else:
        _paint_tags(folder / PAINT_GRAPH, paper, len(spec.tags))
    digests = {name: file_digest(folder / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
    write_spec(spec if "digests" in changes else replace(spec, digests=digests), folder)


def _plane(name, channels):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, "H", "W"])


def _save(nodes, inputs, outputs, path, constants=()):
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, constants)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _number(name, value):
    return numpy_helper.from_array(np.full(1, value, np.float32), name)


INKED_PAPER = [
    helper.make_node("Mul", ["feature_ink", "two"], ["dark"]),
    helper.make_node("Sub", ["level", "dark"], ["paper"]),
]


def _paint_hints(path, paper):
    parts = numpy_helper.from_array(np.array([3, 1], np.int64), "parts")
    nodes = [
        *INKED_PAPER,
        helper.make_node("Split", ["hints", "parts"], ["color", "mask"], axis=1),
        helper.make_node("Sub", ["one", "mask"], ["free"]),
        helper.make_node("Mul", ["free", "paper"], ["rest"]),
        helper.make_node("Add", ["color", "rest"], ["rgb"]),
    ]
    inputs = [_plane("feature_ink", 1), _plane("hints", 4)]
    numbers = (_number("level", paper), _number("one", 1), _number("two", 2), parts)
    _save(nodes, inputs, [_plane("rgb", 3)], path, numbers)


def _paint_variants(path, paper, count):
    names = ["paper", *(f"paper_{number}" for number in range(1, count))]
    nodes = [*INKED_PAPER, helper.make_node("Concat", ["paper"] * 3, ["rgb"], axis=1)]
    nodes += [
        helper.make_node("Sub", [before, "step"], [after]) for before, after in pairwise(names)
    ]
    planes = [name for name in names for _ in range(3)]
    nodes.append(helper.make_node("Concat", planes, ["variants"], axis=1))
    outputs = [_plane("rgb", 3), _plane("variants", 3 * count)]
    numbers = (_number("level", paper), _number("two", 2), _number("step", 25 / 127.5))
    _save(nodes, [_plane("feature_ink", 1)], outputs, path, numbers)


def _paint_tags(path, paper, count):
    axes = numpy_helper.from_array(np.array([2, 3], np.int64), "axes")
    nodes = [
        *INKED_PAPER,
        helper.make_node("ReduceMean", ["tags"], ["share"], axes=[1]),
        helper.make_node("Unsqueeze", ["share", "axes"], ["less"]),
        helper.make_node("Sub", ["paper", "less"], ["other"]),
        helper.make_node("Concat", ["paper", "other", "other"], ["rgb"], axis=1),
    ]
    tags = helper.make_tensor_value_info("tags", TensorProto.FLOAT, [1, count])
    numbers = (_number("level", paper), _number("two", 2), axes)
    _save(nodes, [_plane("feature_ink", 1), tags], [_plane("rgb", 3)], path, numbers)
