"""Promises about batches on Dask, with workers that are threads of the test."""

import json
import logging
import os
import signal
import socket
import ssl
import subprocess
import sys
from types import SimpleNamespace

import dask
import psutil
import pytest
from distributed import Client, LocalCluster
from distributed.security import Security

from app.batch.cluster import ClusterError, ColoringPlugin, run_on_cluster, run_with_client
from app.batch.records import Journal, Status
from app.batch.runner import BatchRunner, RunState
from models.cores import core_count
from models.runtime.engine import session_options
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import plan_of, write_cut, write_hints
from tests.helpers.places import ROOT


@pytest.fixture
def client():
    """Two workers without processes of their own."""
    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=False,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as opened,
    ):
        yield opened


def _pictures(out) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("*.png")}


def test_workers_give_the_results_of_one_process(client, tmp_path):
    frames = write_cut(tmp_path / "frames", [0, 2, 4, 4, 6, 8])
    hints = write_hints(write_hints(tmp_path / "hints"), "a_0005")
    alone = plan_of(frames, hints, tmp_path / "alone")
    list(BatchRunner(alone).run(WatershedGenerator()))

    plan = plan_of(frames, hints, tmp_path / "out")
    (frames / "a_0006.png").write_bytes(b"damaged since")
    journal = Journal(plan.out / "batch.jsonl")
    plan.out.mkdir()
    runner = BatchRunner(plan, journal=journal)
    outcomes = list(run_with_client(runner, client, load=WatershedGenerator))
    assert sorted(outcome.index for outcome in outcomes) == list(range(6))
    assert [o.label for o in outcomes if o.status is Status.FAILED] == ["a_0006"]
    assert runner.state is RunState.FINISHED
    expected = _pictures(alone.out)
    del expected["a_0006.png"]
    assert _pictures(plan.out) == expected
    told = [json.loads(line) for line in journal.path.read_text(encoding="utf-8").splitlines()]
    assert sorted(line["frame"] for line in told) == [f"a_000{n}" for n in range(1, 7)]

    again = BatchRunner(plan, journal=journal)
    skipped = list(run_with_client(again, client, load=WatershedGenerator))
    assert [o.status for o in skipped].count(Status.SKIPPED) == 5


def test_a_scheduler_that_does_not_answer_is_told(tmp_path, monkeypatch):
    def refuse(address, **options):
        raise OSError(f"Timed out trying to connect to {address}")

    monkeypatch.setattr("app.batch.cluster.Client", refuse)
    runner = BatchRunner(plan_of(write_cut(tmp_path / "frames", [0]), None, tmp_path / "out"))
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers"):
        list(run_on_cluster(runner, address="tcp://127.0.0.1:9"))


def _open_ports() -> set[int]:
    """Ports on which this process and those it started listen."""
    own = psutil.Process()
    found = [
        each for p in (own, *own.children(recursive=True)) for each in p.net_connections("tcp")
    ]
    return {each.laddr.port for each in found if each.status == psutil.CONN_LISTEN}


def _answer(port: int, security: Security | None) -> bytes:
    """What a stranger hears at a port: without TLS, or with credentials of their own."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
            if security is None:
                plain.sendall(b"GET /info/main/workers.html HTTP/1.0\r\n\r\n")
                return plain.recv(1000)
            context = security.get_connection_args("client")["ssl_context"]
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            with context.wrap_socket(plain) as wrapped:
                return wrapped.recv(1000)
    except (ssl.SSLError, ConnectionError):
        return b""


def test_nobody_else_can_use_the_workers_of_a_run(tmp_path):
    before = _open_ports()
    plan = plan_of(write_cut(tmp_path / "frames", [0, 4]), None, tmp_path / "out")
    run = run_on_cluster(BatchRunner(plan), workers=1)
    outcomes = [next(run)]
    ports = _open_ports() - before
    assert len(ports) == 3  # of the scheduler, the worker, and what watches over it
    for port in ports:
        for security in (None, Security.temporary()):
            assert _answer(port, security) == b""
    outcomes += run
    assert [outcome.status for outcome in outcomes] == [Status.DONE] * 2


def test_without_the_means_to_make_credentials_no_cluster_is_started(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "cryptography", None)
    runner = BatchRunner(plan_of(write_cut(tmp_path / "frames", [0]), None, tmp_path / "out"))
    with pytest.raises(ClusterError, match=r"pip install 'tintline\[cluster\]'"):
        next(run_on_cluster(runner))


THREADS = "distributed.nanny.pre-spawn-environ.OMP_NUM_THREADS"
PAGE_FAULTS = """
import resource, sys
import numpy as np
from app.batch.cluster import keep_freed_memory
assert keep_freed_memory() == (sys.platform == "linux")
def fill():
    for _ in range(20):
        np.ones(1 << 22, dtype=np.uint8)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
begun = fill()
print(fill() - begun)
"""


def test_workers_use_freed_memory_again_whatever_dask_sets():
    dask_sets = {"MALLOC_TRIM_THRESHOLD_": "65536"}
    ran = subprocess.run(
        [sys.executable, "-c", PAGE_FAULTS],
        cwd=ROOT,
        env={**os.environ, **dask_sets},
        check=True,
        capture_output=True,
        text=True,
    )
    assert int(ran.stdout) < 2000  # 20 arrays of 4 MiB, each taken anew: 20,000 pages


def test_workers_of_one_machine_share_its_cores(tmp_path, monkeypatch):
    asked = {}

    def start(**options):
        asked.update(options, threads=dask.config.get(THREADS))
        raise RuntimeError("enough is known")

    monkeypatch.setattr("app.batch.cluster.LocalCluster", start)
    monkeypatch.setattr("app.batch.cluster.core_count", lambda: 16)
    runner = BatchRunner(plan_of(write_cut(tmp_path / "frames", [0]), None, tmp_path / "out"))
    for wanted, workers, threads in ((0, 16, 1), (4, 4, 4), (40, 40, 1)):
        with pytest.raises(RuntimeError, match="enough"):
            next(run_on_cluster(runner, workers=wanted))
        assert (asked["n_workers"], asked["threads"]) == (workers, threads)


def test_a_worker_keeps_to_its_share_of_the_cores(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert core_count() == session_options().intra_op_num_threads == 1
    monkeypatch.setenv("OMP_NUM_THREADS", "100000")
    every = core_count()
    monkeypatch.delenv("OMP_NUM_THREADS")
    assert core_count() == every


def test_interrupt_reaches_the_front_process_and_not_its_workers(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("app.batch.cluster.keep_freed_memory", lambda: told.append("memory"))
    monkeypatch.setattr("cv2.setNumThreads", lambda count: None)
    monkeypatch.setattr("signal.signal", lambda number, action: told.append((number, action)))
    plan = plan_of(write_cut(tmp_path / "frames", [0]), None, tmp_path / "out")
    server = SimpleNamespace(stop=lambda: None)
    worker = SimpleNamespace(name="w", http_server=server)
    ColoringPlugin(plan, WatershedGenerator).setup(worker)
    assert told == ["memory"]
    ColoringPlugin(plan, WatershedGenerator, is_own=True).setup(worker)
    assert told[1:] == ["memory", (signal.SIGINT, signal.SIG_IGN)]
