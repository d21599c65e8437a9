"""onnxruntime: which device runs the graphs, sessions on it, and runs that can be cancelled."""

import contextlib
import ctypes
import io
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from models.cancel import Cancelled, IsCancelled, never_cancelled
from models.cores import core_count
from models.device import CPU, DeviceChoice, DeviceWish
from models.runtime.generator import GeneratorError
from models.runtime.graph_file import find_problem
from models.runtime.library import onnxruntime

Tensor = NDArray[Any]

CUDA_PROVIDER = "CUDAExecutionProvider"
WATCH_INTERVAL_S = 0.005
RUN_LIMIT_S = 300.0
"""Longest run of a graph; slow machines take a tenth of it for the largest frames."""
_ERRORS, _FATAL = 3, 4
_TERMINATED = "terminate flag"
_OUT_OF_MEMORY = ("out of memory", "failed to allocate memory", "alloc_failed", "bad_alloc")

_logger = logging.getLogger(__name__)
# onnxruntime warns about every machine without a GPU; the choice of device says so in words.
onnxruntime.set_default_logger_severity(_ERRORS)

_PROBE = bytes.fromhex(
    "08083a350a0e0a01780a017812017922034164641201705a0f0a0178120a0a08080112040a020801620f0a017912"
    "0a0a08080112040a02080142040a00100d"
)
"""An ONNX graph that adds x of shape (1,) to itself: the smallest proof that a device computes."""


class Session(Protocol):
    """The part of an onnxruntime session that is used here."""

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, Tensor], run_options: Any
    ) -> Sequence[Tensor]:
        """Compute the named outputs."""
        ...

    def get_inputs(self) -> Sequence[Any]:
        """What it takes, each with its `name`."""
        ...


MakeSession = Callable[[Path, DeviceChoice], Session]


def choose_device(wanted: DeviceWish = "auto") -> DeviceChoice:
    """The device that will run generators, with the reason in words.

    wanted  cpu; cuda or auto: an NVIDIA GPU where a graph really runs on one, else the CPU, and
            the reason says what was missing.
    Raises ValueError for any other word.
    """
    if wanted not in ("auto", "cpu", "cuda"):
        raise ValueError(f"device {wanted!r} is unknown; choose auto, cpu or cuda")
    if wanted == "cpu":
        return CPU
    problem = _cuda_problem()
    if problem is None:
        return DeviceChoice("cuda", (CUDA_PROVIDER, *CPU.providers), "an NVIDIA GPU was found")
    reason = problem if wanted == "auto" else f"cuda was asked for, but {problem}"
    return DeviceChoice("cpu", CPU.providers, reason)


@cache
def _cuda_problem() -> str | None:
    """Why graphs cannot run on an NVIDIA GPU here; None if they can. Asked once a process."""
    if CUDA_PROVIDER not in onnxruntime.get_available_providers():
        return "this onnxruntime is built without CUDA"
    if not _has_nvidia_driver():
        return "no NVIDIA driver found"
    try:
        load_cuda_libraries()
        with _silenced_onnxruntime():
            session = onnxruntime.InferenceSession(
                _PROBE, session_options(), providers=[CUDA_PROVIDER, *CPU.providers]
            )
            if CUDA_PROVIDER not in session.get_providers():
                return "the CUDA or cuDNN libraries are missing; pip install 'tintline[cuda]'"
            session.run(["y"], {"x": np.ones(1, dtype=np.float32)})
    except Exception as error:
        return f"a first run on the NVIDIA GPU failed ({_first_line(error)})"
    return None


def _has_nvidia_driver() -> bool:
    """Whether the driver's own library is there."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


@cache
def load_cuda_libraries() -> None:
    """Load CUDA and cuDNN from their wheels once, where this onnxruntime knows how."""
    preload = getattr(onnxruntime, "preload_dlls", None)
    if preload is None:
        return
    # It prints to standard output what it does not find, which belongs to command lines.
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        preload()
    for line in said.getvalue().splitlines():
        _logger.debug("onnxruntime.preload_dlls: %s", line)


@contextlib.contextmanager
def _silenced_onnxruntime() -> Iterator[None]:
    onnxruntime.set_default_logger_severity(_FATAL)
    try:
        yield
    finally:
        onnxruntime.set_default_logger_severity(_ERRORS)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def session_options() -> onnxruntime.SessionOptions:
    """All cores, without spinning threads that would starve the window, and quiet."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = core_count()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = _FATAL
    return options


def open_session(path: Path, device: DeviceChoice) -> Session:
    """A session of one graph file. Raises GeneratorError naming the file."""
    if device.name == "cuda":
        load_cuda_libraries()
    if problem := find_problem(path):
        raise GeneratorError(f"{path}: {problem}")
    try:
        return onnxruntime.InferenceSession(
            str(path), session_options(), providers=list(device.providers)
        )
    except Exception as error:
        raise GeneratorError(
            f"{path}: onnxruntime {onnxruntime.__version__} cannot load it "
            f"({_first_line(error)}); export or download the generator again"
        ) from error


class Graph:
    """One graph on a device, with the CPU as way out when the GPU fails during a run.

    Sessions are opened when first needed; the next run tries the GPU again.
    """

    def __init__(
        self, path: Path, device: DeviceChoice, *, make_session: MakeSession = open_session
    ) -> None:
        self.path = path
        self.device = device
        self._make_session = make_session
        self._sessions: dict[str, Session] = {}

    def open(self) -> Session:
        """The session on the chosen device. Raises GeneratorError."""
        return self._session(self.device)

    def inputs(self) -> frozenset[str]:
        """The names of what it takes: a graph may leave out what it has no use for."""
        return frozenset(each.name for each in self.open().get_inputs())

    def run(
        self,
        feeds: Mapping[str, Tensor],
        output_names: Sequence[str],
        *,
        is_cancelled: IsCancelled = never_cancelled,
        limit_s: float = RUN_LIMIT_S,
    ) -> tuple[dict[str, Tensor], DeviceChoice]:
        """Compute outputs by name, and say where.

        Raises Cancelled soon after `is_cancelled` turns true, and GeneratorError; also once it has
        taken `limit_s` on a device.
        """
        device = self.device
        try:
            return self._run_on(device, feeds, output_names, is_cancelled, limit_s), device
        except GeneratorError as error:
            if device.name == "cpu":
                raise
            fallback = DeviceChoice("cpu", CPU.providers, f"{error}; computed on the CPU instead")
            _logger.warning("%s", fallback.reason)
        return self._run_on(fallback, feeds, output_names, is_cancelled, limit_s), fallback

    def _session(self, device: DeviceChoice) -> Session:
        if device.name not in self._sessions:
            self._sessions[device.name] = self._make_session(self.path, device)
        return self._sessions[device.name]

    def _run_on(
        self,
        device: DeviceChoice,
        feeds: Mapping[str, Tensor],
        output_names: Sequence[str],
        is_cancelled: IsCancelled,
        limit_s: float,
    ) -> dict[str, Tensor]:
        session = self._session(device)
        options = onnxruntime.RunOptions()
        options.log_severity_level = _FATAL
        end = time.monotonic() + limit_s
        with watch_cancellation(lambda: is_cancelled() or time.monotonic() > end, options):
            try:
                values = session.run(list(output_names), dict(feeds), options)
            except Exception as error:
                if options.terminate or _TERMINATED in str(error):
                    if not is_cancelled() and time.monotonic() > end:
                        raise GeneratorError(
                            f"{self.path}: stopped after {limit_s:.0f} s; choose a smaller size or "
                            "another generator"
                        ) from error
                    raise Cancelled from error
                raise GeneratorError(self._explain(error, device)) from error
        return dict(zip(output_names, values, strict=True))

    def _explain(self, error: Exception, device: DeviceChoice) -> str:
        where = "the GPU" if device.name == "cuda" else "the CPU"
        if is_out_of_memory(error):
            remedy = "" if device.name == "cuda" else "; choose a smaller size or close programs"
            return f"{where} is out of memory for {self.path.name}{remedy}"
        return f"{self.path} failed on {where} ({_first_line(error)})"


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of onnxruntime, CUDA or Python means that memory ran out."""
    said = str(error).lower()
    return isinstance(error, MemoryError) or any(phrase in said for phrase in _OUT_OF_MEMORY)


@contextlib.contextmanager
def watch_cancellation(
    is_cancelled: IsCancelled, options: onnxruntime.RunOptions
) -> Iterator[None]:
    """Terminate the run that uses `options` once it is cancelled.

    A run cannot ask by itself, so a thread asks every few milliseconds; it has ended when the
    block is left. Raises Cancelled at once if it is cancelled already.
    """
    if is_cancelled():
        raise Cancelled
    done = threading.Event()

    def watch() -> None:
        while not done.wait(WATCH_INTERVAL_S):
            if is_cancelled():
                options.terminate = True
                return

    watcher = threading.Thread(target=watch, name="tintline-cancellation")
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
