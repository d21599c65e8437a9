"""Proof that nothing is sent: a sample is coloured in a process that is watched.

Its home folder is empty, every socket that Python opens is noted, and on Linux, where the system
allows it, the process has a network of its own without a way out, whose counters tell what any
library tried to send.
"""

import ctypes
import json
import os
import runpy
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

TIMEOUT_S = 120
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
_SOCKETS = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
)
_CHILD = "import sys; from app.cli.proof import color_watched; color_watched(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class SampleRun:
    """What the colouring of a sample did.

    sockets   calls of Python that reach for a network, each with its address.
    attempts  packets and connections that any library tried; None where that cannot be counted.
    files     left in the home folder, relative to it.
    problem   why the run could not be watched; empty if it was.
    """

    sockets: tuple[str, ...] = ()
    attempts: int | None = None
    files: tuple[str, ...] = ()
    problem: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether nothing was sent and nothing left behind."""
        return not (self.sockets or self.attempts or self.files)


def watch_sample_run() -> SampleRun:
    """Colour a bundled sample in a process of its own and tell what it opened."""
    with tempfile.TemporaryDirectory(prefix="tintline-proof-") as folder:
        home = Path(folder, "home")
        home.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        own = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
        try:
            ran = subprocess.run(
                [sys.executable, "-c", _CHILD, folder],
                env=kept | own,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=TIMEOUT_S,
                check=True,
            )
            seen = SampleRun(**json.loads(ran.stdout.splitlines()[-1]))
        except subprocess.CalledProcessError as error:
            said = [line for line in error.stderr.splitlines() if line.strip()]
            return SampleRun(problem=said[-1] if said else f"status {error.returncode}")
        except (OSError, subprocess.TimeoutExpired, ValueError, IndexError, TypeError) as error:
            return SampleRun(problem=str(error))
        left = [path.relative_to(home) for path in home.rglob("*") if not path.is_dir()]
        return SampleRun(
            tuple(seen.sockets), seen.attempts, tuple(sorted(path.as_posix() for path in left))
        )


def color_watched(folder: str) -> None:
    """In the watched process: colour a sample into the folder and print a SampleRun as JSON."""
    is_alone = _leave_network()
    sockets: list[str] = []

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _SOCKETS:
            sockets.append(
                f"{event} {arguments[-1] if event != 'socket.getaddrinfo' else arguments}"
            )

    sys.addaudithook(note)
    import resources  # noqa: PLC0415 - after the hook, as all that is watched

    samples, out = resources.SAMPLES, Path(folder, "coloured.png")
    options = ("--hints", str(samples), "--device", "cpu", "-o", str(out))
    sys.argv = ["tintline", "colorize", str(samples / "hana.png"), *options]
    try:
        runpy.run_module("app", run_name="__main__")
    except SystemExit as ended:
        if ended.code:
            raise
    attempts = _attempts() if is_alone else None
    print(json.dumps(asdict(SampleRun(tuple(sockets), attempts))))


def _leave_network() -> bool:
    """Move this process, before it has threads, into a network without a way out, if allowed."""
    if sys.platform != "linux":
        return False
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    return unshare is not None and unshare(_NEW_USER_AND_NETWORK) == 0


def _attempts() -> int:
    """What this process' own network has seen go out, or fail to."""
    total = 0
    lines = [line.split() for line in Path("/proc/self/net/snmp").read_text().splitlines()]
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        counted = dict(zip(names, values, strict=True))
        total += sum(int(counted.get(name, 0)) for name in ("OutRequests", "OutNoRoutes"))
    six = dict(line.split() for line in Path("/proc/self/net/snmp6").read_text().splitlines())
    return total + sum(int(six.get(name, 0)) for name in ("Ip6OutRequests", "Ip6OutNoRoutes"))
