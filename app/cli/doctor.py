"""``tintline doctor``: what works on this machine, and what to do about what does not."""

import argparse
import importlib.metadata
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np

from app.cli.console import Console, table
from app.cli.options import add_json_argument
from app.cli.proof import SampleRun, watch_sample_run
from app.errors import NO_WINDOW_REMEDY
from app.places import settings_folder
from models.arrays import U8Array
from models.device import DeviceChoice
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.runtime.catalog import Catalog, CatalogEntry
from models.runtime.engine import choose_device
from models.runtime.generator import GeneratorError

PACKAGES = (
    "tintline", "PySide6-Essentials", "onnxruntime-gpu", "onnxruntime", "numpy",
    "opencv-python-headless", "scikit-image", "pillow", "psd-tools", "platformdirs",
)  # fmt: skip
QT_TIMEOUT_S = 60
_QT_PROBE = (
    "from PySide6.QtGui import QGuiApplication; "
    "application = QGuiApplication([]); print(application.platformName())"
)


class State(StrEnum):
    """How a check ended: as it should, with something missing that is not needed, or badly."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; the detail holds the remedy where there is something to do."""

    name: str
    state: State
    detail: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_json_argument(parser)


def run(
    arguments: argparse.Namespace,
    console: Console,
    catalog: Catalog,
    *,
    folder: Callable[[], Path] = settings_folder,
    watch: Callable[[], SampleRun] = watch_sample_run,
) -> int:
    """Look at everything. Returns 0, or 1 if a check failed."""
    device = choose_device("auto")
    checks = [*_versions(), Check("device", State.OK, f"{device.name}: {device.reason}")]
    for entry in catalog.entries(check_digests=True):
        console.progress(f"trying {entry.name}")
        checks.append(_try_generator(entry, catalog, device))
    checks += [_try_folder(folder()), _try_qt()]
    console.progress("colouring a sample to see what it sends")
    checks.append(_judge_silence(watch()))
    if arguments.json:
        console.json([asdict(check) for check in checks])
    else:
        for line in table([(check.state, check.name, check.detail) for check in checks]):
            console.result(line)
    return 1 if any(check.state is State.FAILED for check in checks) else 0


def _versions() -> list[Check]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    checks = [
        Check("system", State.OK, system),
        Check("Python", State.OK, f"{platform.python_version()} ({sys.executable})"),
    ]
    for package in PACKAGES:
        try:
            checks.append(Check(package, State.OK, importlib.metadata.version(package)))
        except importlib.metadata.PackageNotFoundError:
            if package == "tintline":
                detail = "runs from its source folder, not installed; pip install . to install it"
                checks.append(Check(package, State.WARNING, detail))
            elif not package.startswith("onnxruntime"):  # one of its two packages is enough
                detail = f"missing; pip install {package}"
                checks.append(Check(package, State.FAILED, detail))
    return checks


def _try_generator(entry: CatalogEntry, catalog: Catalog, device: DeviceChoice) -> Check:
    """Load it and let it paint a tiny drawing."""
    name = f"generator {entry.name}"
    if entry.problem is not None:
        return Check(name, State.FAILED, entry.problem)
    line_art = LineArt(_draw_rings())
    hint = PointHint(24.0, 32.0, (200, 80, 60))
    try:
        generator = catalog.load(entry.name, device)
        frame = generator.spec.size_rule.frame(line_art.size)
        hints = HintSet((hint,)).scaled(frame.scale_x, frame.scale_y)
        painting = generator.paint(generator.read_line(line_art, frame), hints, TagSelection())
    except (GeneratorError, ValueError) as error:
        return Check(name, State.FAILED, str(error))
    used = painting.device or generator.device
    return Check(name, State.OK, f"loads and paints on {used.name}")


def _try_folder(folder: Path) -> Check:
    name = "settings folder"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        detail = f"{folder}: {error.strerror}; nothing will be remembered; make it writable"
        return Check(name, State.WARNING, detail)
    return Check(name, State.OK, str(folder))


def _judge_silence(run: SampleRun) -> Check:
    """Whether colouring a sample sent or left anything."""
    name = "nothing is sent"
    if run.problem:
        return Check(name, State.WARNING, f"a sample could not be watched ({run.problem})")
    if run.attempts is None:
        how = "as far as Python sees; a network of its own is not to be had on this system"
    else:
        how = "in a network of its own, where nothing tried to leave"
    if run.is_silent:
        detail = f"telemetry off; a sample was coloured: 0 sockets, 0 files left at home, {how}"
        return Check(name, State.OK, detail)
    seen = [*run.sockets, *(f"~/{path}" for path in run.files)]
    if run.attempts:
        seen.append(f"{run.attempts} attempts to send")
    detail = f"colouring a sample opened {', '.join(seen)}; please report it"
    return Check(name, State.FAILED, detail)


def _try_qt() -> Check:
    """Start Qt in a process of its own: without a display Qt ends the process that asks."""
    name = "window (Qt)"
    environment = dict(os.environ)
    environment.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)  # OpenCV's, if anything set it
    try:
        probe = subprocess.run(
            [sys.executable, "-c", _QT_PROBE],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=QT_TIMEOUT_S,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Check(name, State.WARNING, f"did not start ({error}); {NO_WINDOW_REMEDY}")
    if probe.returncode == 0:
        return Check(name, State.OK, f"platform {probe.stdout.strip()}")
    said = next((line for line in probe.stderr.splitlines() if line.strip()), "no message")
    return Check(name, State.WARNING, f"cannot open ({said.strip()}); {NO_WINDOW_REMEDY}")


def _draw_rings() -> U8Array:
    """A tiny drawing of closed cells: uint8 (64, 48), 0 = ink."""
    line_u8 = np.full((64, 48), 255, dtype=np.uint8)
    for radius in (8, 16, 22):
        cv2.circle(line_u8, (24, 32), radius, 0, 1, cv2.LINE_AA)
    return line_u8
