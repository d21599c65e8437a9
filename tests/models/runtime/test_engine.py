"""Promises of models.runtime.engine and onnx_generator: choices with reasons, ends in time."""

import subprocess
import sys
import threading

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from models.cancel import Cancelled
from models.device import CPU, DeviceChoice
from models.hints.hints import HintSet, PointHint, TagSelection
from models.runtime import engine
from models.runtime.engine import (
    Graph,
    choose_device,
    is_out_of_memory,
    open_session,
    session_options,
)
from models.runtime.generator import GeneratorError
from models.runtime.library import onnxruntime
from models.runtime.onnx_generator import load_generator
from models.spec import LINE_GRAPH

CUDA = DeviceChoice("cuda", ("CUDAExecutionProvider", *CPU.providers), "an NVIDIA GPU was found")


class ExhaustedGpu:
    """A session whose device has no memory left."""

    def __init__(self, inputs=()):
        self._inputs = inputs

    def get_inputs(self):
        return self._inputs

    def run(self, output_names, input_feed, run_options):
        raise RuntimeError("CUDA error 2: out of memory; Failed to allocate memory for 4096 bytes")


class Endless:
    """A session that runs until it is terminated, as a long graph would."""

    def __init__(self):
        self.started = threading.Event()

    def run(self, output_names, input_feed, run_options):
        self.started.set()
        while not run_options.terminate:
            threading.Event().wait(0.001)
        raise RuntimeError("Exiting due to terminate flag being set to true.")


def open_with_exhausted_gpu(path, device):
    opened = open_session(path, CPU)
    return ExhaustedGpu(opened.get_inputs()) if device.name == "cuda" else opened


def test_cpu_is_chosen_when_asked_for():
    assert choose_device("cpu") == CPU


def test_unknown_device_is_refused_by_name():
    with pytest.raises(ValueError, match="'tpu' is unknown; choose auto, cpu or cuda"):
        choose_device("tpu")


@pytest.fixture
def fresh_probe():
    engine._cuda_problem.cache_clear()
    yield
    engine._cuda_problem.cache_clear()


@pytest.mark.usefixtures("fresh_probe")
def test_without_driver_the_cpu_is_chosen_and_the_reason_says_so(monkeypatch):
    offered = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    monkeypatch.setattr(engine, "_has_nvidia_driver", lambda: False)
    assert choose_device("auto") == DeviceChoice("cpu", CPU.providers, "no NVIDIA driver found")
    assert choose_device("cuda").reason == "cuda was asked for, but no NVIDIA driver found"


@pytest.mark.usefixtures("fresh_probe")
def test_onnxruntime_without_cuda_is_named_as_the_reason(monkeypatch):
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    assert choose_device("auto").reason == "this onnxruntime is built without CUDA"


@pytest.mark.usefixtures("fresh_probe")
def test_cuda_that_cannot_run_anything_is_not_chosen(monkeypatch):
    class CpuOnly:
        def get_providers(self):
            return ["CPUExecutionProvider"]

    offered = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    monkeypatch.setattr(engine, "_has_nvidia_driver", lambda: True)
    monkeypatch.setattr(engine, "load_cuda_libraries", lambda: None)
    monkeypatch.setattr(onnxruntime, "InferenceSession", lambda *_, **__: CpuOnly())
    choice = choose_device("auto")
    assert choice.name == "cpu"
    assert "pip install 'tintline[cuda]'" in choice.reason


def test_probe_graph_computes():
    session = onnxruntime.InferenceSession(
        engine._PROBE, session_options(), providers=["CPUExecutionProvider"]
    )
    (doubled,) = session.run(["y"], {"x": np.array([21], dtype=np.float32)})
    assert doubled == [42]


def test_choosing_a_device_prints_nothing():
    code = "from models.runtime.engine import choose_device; choose_device('auto')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr == ""


def test_sessions_leave_no_spinning_threads():
    options = session_options()
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert options.intra_op_num_threads >= 1


def test_exported_folder_paints(make_generator_folder, two_rooms):
    generator = load_generator(make_generator_folder(), CPU)
    frame = generator.spec.size_rule.frame(two_rooms.size)
    features = generator.read_line(two_rooms, frame)
    hints = HintSet((PointHint(20, 30, (255, 0, 0), 4),))
    painting = generator.paint(features, hints, TagSelection())
    assert painting.rgb.shape == (*frame.content.shape, 3)
    assert painting.rgb[30, 20] == pytest.approx([1, 0, 0])
    assert painting.rgb.max() <= 1
    assert painting.flat is None
    assert painting.device == CPU


def test_gpu_out_of_memory_falls_back_to_the_cpu_and_says_so(
    make_generator_folder, two_rooms, expected_log
):
    expected_log.append("computed on the CPU instead")
    folder = make_generator_folder()
    generator = load_generator(folder, CUDA, make_session=open_with_exhausted_gpu)
    frame = generator.spec.size_rule.frame(two_rooms.size)
    features = generator.read_line(two_rooms, frame)
    painting = generator.paint(features, HintSet(), TagSelection())
    assert painting.device.name == "cpu"
    assert "the GPU is out of memory for" in painting.device.reason
    assert generator.device == CUDA


def test_next_request_tries_the_gpu_again(make_generator_folder, expected_log):
    expected_log.append("the GPU is out of memory")
    tried = []

    def open_and_note(path, device):
        session = open_with_exhausted_gpu(path, device)

        class Noted:
            def run(self, *arguments):
                tried.append(device.name)
                return session.run(*arguments)

        return Noted()

    path = make_generator_folder() / LINE_GRAPH
    graph = Graph(path, CUDA, make_session=open_and_note)
    line = {"line": np.zeros((1, 1, 8, 8), np.float32)}
    for _ in range(2):
        graph.run(line, ["feature_ink"])
    assert tried == ["cuda", "cpu"] * 2


def test_cpu_out_of_memory_is_an_error_with_a_remedy(tmp_path):
    graph = Graph(tmp_path / "paint.onnx", CPU, make_session=lambda *_: ExhaustedGpu())
    with pytest.raises(GeneratorError, match="choose a smaller size or close programs"):
        graph.run({}, ["rgb"])


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (RuntimeError("std::bad_alloc"), True),
        (RuntimeError("CUBLAS_STATUS_ALLOC_FAILED"), True),
        (RuntimeError("Got invalid dimensions for input: line"), False),
    ],
)
def test_out_of_memory_is_recognized(error, expected):
    assert is_out_of_memory(error) is expected


def test_wrong_input_is_an_error_naming_the_graph(make_generator_folder):
    path = make_generator_folder() / LINE_GRAPH
    with pytest.raises(GeneratorError, match=r"line\.onnx failed on the CPU"):
        Graph(path, CPU).run({"line": np.zeros((1, 2, 8, 8), np.float32)}, ["feature_ink"])


def test_cancelling_ends_a_run_and_leaves_no_thread(tmp_path):
    session = Endless()
    graph = Graph(tmp_path / "line.onnx", CPU, make_session=lambda *_: session)
    before = set(threading.enumerate())
    with pytest.raises(Cancelled):
        graph.run({}, ["feature"], is_cancelled=session.started.is_set)
    assert set(threading.enumerate()) == before


def test_cancelled_before_the_start_runs_nothing(tmp_path):
    session = Endless()
    graph = Graph(tmp_path / "line.onnx", CPU, make_session=lambda *_: session)
    with pytest.raises(Cancelled):
        graph.run({}, ["feature"], is_cancelled=lambda: True)
    assert not session.started.is_set()


def test_uncancelled_run_leaves_no_thread(make_generator_folder):
    before = set(threading.enumerate())
    graph = Graph(make_generator_folder() / LINE_GRAPH, CPU)
    line = np.zeros((1, 1, 8, 8), np.float32)
    values, device = graph.run({"line": line}, ["feature_ink"], is_cancelled=lambda: False)
    assert values["feature_ink"].shape == line.shape
    assert device == CPU
    assert set(threading.enumerate()) == before


def test_onnxruntime_itself_stops_in_the_middle_of_a_graph(tmp_path):
    path = tmp_path / "line.onnx"
    onnx.save(_counting_graph(), path)
    asked = []

    def is_cancelled():
        asked.append(True)
        return len(asked) > 1

    feeds = {"line": np.ones((64, 64), np.float32), "rounds": np.array(10_000_000, np.int64)}
    with pytest.raises(Cancelled):
        Graph(path, CPU, make_session=_open_unchecked).run(
            feeds, ["feature"], is_cancelled=is_cancelled
        )


def test_a_graph_that_takes_too_long_is_stopped_and_told(tmp_path):
    path = tmp_path / "line.onnx"
    onnx.save(_counting_graph(), path)
    feeds = {"line": np.ones((64, 64), np.float32), "rounds": np.array(10_000_000, np.int64)}
    with pytest.raises(GeneratorError, match=r"line\.onnx: stopped after 0 s; choose a smaller"):
        Graph(path, CPU, make_session=_open_unchecked).run(feeds, ["feature"], limit_s=0.2)


def test_a_graph_that_may_never_end_is_not_opened(tmp_path):
    path = tmp_path / "line.onnx"
    onnx.save(_counting_graph(), path)
    with pytest.raises(GeneratorError, match=r"line\.onnx: holds a Loop, which may never end"):
        open_session(path, CPU)
    within = helper.make_graph(
        [helper.make_node("If", ["b"], ["y"], then_branch=_counting_graph().graph)],
        "outer", [], [],
    )  # fmt: skip
    onnx.save(helper.make_model(within), path)
    with pytest.raises(GeneratorError, match="holds a Loop"):
        open_session(path, CPU)


def _open_unchecked(path, device):
    return onnxruntime.InferenceSession(path, session_options(), providers=list(device.providers))


def _counting_graph():
    """A graph that multiplies a matrix with itself `rounds` times."""
    matrix = [64, 64]
    info = helper.make_tensor_value_info
    body = helper.make_graph(
        [
            helper.make_node("MatMul", ["state", "state"], ["square"]),
            helper.make_node("Tanh", ["square"], ["next"]),
            helper.make_node("Identity", ["go"], ["go_on"]),
        ],
        "body",
        [
            info("round", TensorProto.INT64, []),
            info("go", TensorProto.BOOL, []),
            info("state", TensorProto.FLOAT, matrix),
        ],
        [info("go_on", TensorProto.BOOL, []), info("next", TensorProto.FLOAT, matrix)],
    )
    loop = helper.make_node("Loop", ["rounds", "", "line"], ["feature"], body=body)
    graph = helper.make_graph(
        [loop],
        "counting",
        [info("line", TensorProto.FLOAT, matrix), info("rounds", TensorProto.INT64, [])],
        [info("feature", TensorProto.FLOAT, matrix)],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
