"""Tiny generators as real ONNX graphs, and drawings, for the runtime's tests."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from models.geometry import SizeRule
from models.hints.hints import LineArt
from models.spec import LINE_GRAPH, PAINT_GRAPH, GeneratorSpec, file_digest, write_spec


def _plane(name, channels):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, "H", "W"])


def _save(nodes, inputs, outputs, path, constants=()):
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, constants)
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _write_graphs(folder):
    """Line: the ink itself. Paint: hints on paper that is darker where there is ink."""
    _save(
        [helper.make_node("Identity", ["line"], ["feature_ink"])],
        [_plane("line", 1)],
        [_plane("feature_ink", 1)],
        folder / LINE_GRAPH,
    )
    one = numpy_helper.from_array(np.ones(1, np.float32), "one")
    two = numpy_helper.from_array(np.full(1, 2, np.float32), "two")
    parts = numpy_helper.from_array(np.array([3, 1], np.int64), "parts")
    nodes = [
        helper.make_node("Split", ["hints", "parts"], ["color", "mask"], axis=1),
        helper.make_node("Sub", ["one", "mask"], ["free"]),
        helper.make_node("Mul", ["feature_ink", "two"], ["dark"]),
        helper.make_node("Sub", ["one", "dark"], ["paper"]),
        helper.make_node("Mul", ["free", "paper"], ["rest"]),
        helper.make_node("Add", ["color", "rest"], ["rgb"]),
    ]
    _save(
        nodes,
        [_plane("feature_ink", 1), _plane("hints", 4)],
        [_plane("rgb", 3)],
        folder / PAINT_GRAPH,
        (one, two, parts),
    )


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


@pytest.fixture
def make_generator_folder(tmp_path):
    """A function that writes a usable generator's folder below tmp_path / "generators"."""

    def make(folder_name="tiny", **changes) -> Path:
        folder = tmp_path / "generators" / folder_name
        folder.mkdir(parents=True)
        _write_graphs(folder)
        digests = {name: file_digest(folder / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
        spec = replace(SPEC, **{"name": folder_name, "digests": digests, **changes})
        write_spec(spec, folder)
        return folder

    return make


@pytest.fixture
def two_rooms():
    """A frame of ink with a wall in the middle: two closed regions, 96 × 160 pixels."""
    pixels = np.full((96, 160), 255, dtype=np.uint8)
    cv2.rectangle(pixels, (8, 8), (151, 87), 0, 3)
    cv2.line(pixels, (80, 8), (80, 87), 0, 3)
    return LineArt(pixels)
