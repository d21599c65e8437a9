"""Exports of whole generators without the exporter's seconds."""

import pytest
import torch
from onnx import TensorProto, helper

from models.files.whole import make_folder, write_bytes
from training.export import generator
from training.export.graphs import OPSET, load_session


@pytest.fixture
def quick_exports(monkeypatch):
    """Folders are written as ever, but each graph in them gives its first input back.

    What a line graph that was written so would give is asked of its network.

    That graphs compute what torch computes is tested in tests/training/export.
    """

    networks = {}

    class Asked:
        def __init__(self, network):
            self.network = network

        def run(self, _names, inputs):
            with torch.no_grad():
                return [each.numpy() for each in self.network(torch.from_numpy(inputs["line"]))]

    def session(path):
        return Asked(networks[path]) if path in networks else load_session(path)

    def write(graph, *, input_names, output_names, path, **_options):
        if input_names == ("line",):
            networks[path] = graph
        values = {
            name: helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            for name in (*input_names, *output_names)
        }
        nodes = [helper.make_node("Identity", input_names[:1], [name]) for name in output_names]
        drawn = helper.make_graph(
            nodes,
            path.stem,
            [values[name] for name in input_names],
            [values[name] for name in output_names],
        )
        opset = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(drawn, opset_imports=opset, ir_version=8)
        make_folder(path.parent)
        write_bytes(path, model.SerializeToString())

    monkeypatch.setattr(generator, "load_session", session)
    monkeypatch.setattr(generator, "export_graph", write)
    monkeypatch.setattr(generator, "_compare_halves", lambda *_args, **_named: None)
