"""Generators of strangers that lie: each is refused with its reason, and the next one is used."""

import onnx
import pytest
from onnx import TensorProto, helper

from models.device import CPU
from models.geometry import Size
from models.hints.hints import HintSet, PointHint, TagSelection
from models.runtime.catalog import Catalog
from models.runtime.generator import GeneratorError
from models.runtime.graph_file import MAX_GRAPH_BYTES, find_problem
from models.runtime.onnx_generator import load_generator
from models.spec import LINE_GRAPH, PAINT_GRAPH

HINTS = HintSet((PointHint(20.0, 20.0, (200, 30, 40), 4.0),))


def _write_paint(folder, *nodes, kind=TensorProto.FLOAT, inputs=("feature_ink", "hints")):
    """kind  of the picture's numbers; None: a list of pictures."""
    planes = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in inputs]
    picture = helper.make_tensor_type_proto(kind or TensorProto.FLOAT, None)
    if kind is None:
        picture = helper.make_sequence_type_proto(picture)
    graph = helper.make_graph(
        list(nodes), "paint", planes, [helper.make_value_info("rgb", picture)]
    )
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), folder / PAINT_GRAPH)


def _as_it_is(source):
    return helper.make_node("Identity", [source], ["rgb"])


@pytest.mark.parametrize(
    ("nodes", "kind", "said"),
    [
        ([_as_it_is("feature_ink")], TensorProto.FLOAT, r"gives rgb in shape \(1, 1, \d+, \d+\)"),
        ([_as_it_is("hints")], TensorProto.FLOAT, r"in shape \(1, 4, \d+, \d+\), not \(1, 3, "),
        (
            [helper.make_node("Shape", ["hints"], ["rgb"])],
            TensorProto.INT64,
            "gives rgb as int64, not as floating-point",
        ),
        (
            [helper.make_node("SequenceConstruct", ["hints"], ["rgb"])],
            None,
            "gives rgb as list, not as floating-point",
        ),
        (
            [
                helper.make_node("Slice", ["hints", "a", "b", "c"], ["three"]),
                helper.make_node("Sub", ["three", "three"], ["zero"]),
                helper.make_node("Div", ["zero", "zero"], ["rgb"]),
            ],
            TensorProto.FLOAT,
            "gives rgb with numbers that are not finite",
        ),
    ],
)
def test_a_picture_that_is_none_is_refused(make_generator_folder, two_rooms, nodes, kind, said):
    folder = make_generator_folder()
    bounds = [
        helper.make_node("Constant", [], [name], value_ints=[value])
        for name, value in (("a", 0), ("b", 3), ("c", 1))
    ]
    _write_paint(folder, *bounds, *nodes, kind=kind)
    generator = load_generator(folder, CPU)
    frame = generator.spec.size_rule.frame(two_rooms.size)
    features = generator.read_line(two_rooms, frame)
    with pytest.raises(GeneratorError, match=said) as caught:
        generator.paint(features, HINTS, TagSelection())
    assert str(caught.value).startswith(str(folder / PAINT_GRAPH))


def test_a_graph_of_other_inputs_is_refused(make_generator_folder, two_rooms):
    folder = make_generator_folder()
    _write_paint(folder, _as_it_is("depth"), inputs=("depth",))
    generator = load_generator(folder, CPU)
    features = generator.read_line(two_rooms, generator.spec.size_rule.frame(Size(96, 160)))
    with pytest.raises(GeneratorError, match=r"paint\.onnx failed on the CPU"):
        generator.paint(features, HINTS, TagSelection())


def test_a_graph_too_large_to_read_is_listed_so_without_reading_it(make_generator_folder):
    folder = make_generator_folder()
    with (folder / LINE_GRAPH).open("r+b") as stream:
        stream.truncate(MAX_GRAPH_BYTES + 1)
    entry, _ = Catalog([folder.parent]).entries()
    assert "line.onnx: 1,073,741,825 bytes are more than 1,073,741,824" in (entry.problem or "")
    assert find_problem(folder / LINE_GRAPH) is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x08",
        b"\x3a\xff\xff\xff\xff\x7f",  # a graph of 32 GiB
        b"\x08" + b"\xff" * 20,
        b"\x0b" * 9,
        b"\x08\x08" * 400_000,
    ],
)
def test_a_damaged_graph_is_told_in_bounded_time(tmp_path, content):
    path = tmp_path / LINE_GRAPH
    path.write_bytes(content)
    assert find_problem(path) is not None


def test_a_whole_graph_is_no_problem(make_generator_folder):
    folder = make_generator_folder()
    assert [find_problem(folder / name) for name in (LINE_GRAPH, PAINT_GRAPH)] == [None, None]
