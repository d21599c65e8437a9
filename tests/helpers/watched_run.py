"""Programs run in a fresh home, and what they did towards the network and left in that home."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from tests.helpers.places import ROOT

LOCAL = ("AF_UNIX", "AF_NETLINK", 'inet_addr("127.', '"::1"')
"""What an address of this machine shows in a traced call."""
CALLS = "connect,bind,sendto,sendmsg,sendmmsg,listen"
TIMEOUT_S = 120
HOOK = """
import json, os, sys
def _note(event, arguments):
    if event.split(".")[0] in ("socket", "urllib", "http", "smtplib", "ftplib"):
        with open(os.environ["WATCH_LOG"], "a") as log:
            log.write(json.dumps([event, repr(arguments[-2:])]) + "\\n")
sys.addaudithook(_note)
"""
"""Loaded by every Python that starts in the run, as sitecustomize."""


@dataclass(frozen=True)
class Watched:
    """Its output, calls that reach beyond this machine, and files in its home, relative to it."""

    output: str
    sent: tuple[str, ...]
    files: tuple[str, ...]


@cache
def native_watch() -> str:
    """How calls of native code are seen here: by strace, by a network without interfaces, not."""
    for name, option in (("strace", "-f"), ("unshare", "-rn")):
        if shutil.which(name):
            tried = subprocess.run([name, option, "true"], capture_output=True, check=False)
            if tried.returncode == 0:
                return name
    return ""


def run_watched(command: list[str], folder: Path) -> Watched:
    """Run a command in `folder` to its end. Fails the test if it fails."""
    home, hooks, log = folder / "home", folder / "hooks", folder / "python.log"
    trace = folder / "native.log"
    for place in (home / "run", hooks):
        place.mkdir(parents=True)
    (hooks / "sitecustomize.py").write_text(HOOK)
    log.touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    kept.pop("ORT_DISABLE_TELEMETRY", None)
    environment = kept | {
        "HOME": str(home), "USERPROFILE": str(home), "WATCH_LOG": str(log),
        "XDG_RUNTIME_DIR": str(home / "run"), "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(hooks), str(ROOT)]),
    }  # fmt: skip
    how = native_watch()
    if how == "strace":
        command = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(trace), *command]
    elif how == "unshare":
        # Its counters begin at nothing, and count what found no way out.
        count = 'code=$?; cat /proc/net/snmp /proc/net/snmp6 > "$0"; exit $code'
        command = ["unshare", "-rn", "sh", "-c", f'"$@"; {count}', str(trace), *command]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    sent = [" ".join(json.loads(line)) for line in log.read_text().splitlines()]
    if how:
        read = _traced if how == "strace" else _counted
        sent += read(trace.read_text(errors="replace"))
    files = sorted(
        path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir()
    )
    return Watched(ran.stdout, tuple(_beyond(sent)), tuple(files))


def _beyond(events: list[str]) -> list[str]:
    """Those that are not certainly of this machine alone."""
    own = re.compile(r"socket\.(__new__|bind)|127\.0\.0\.1|'::1'|localhost")
    return [event for event in events if not own.search(event)]


def _traced(text: str) -> list[str]:
    calls = [line.split(maxsplit=1)[1] for line in text.splitlines() if "(" in line]
    return [call for call in calls if "AF_INET" in call and not any(each in call for each in LOCAL)]


def _counted(text: str) -> list[str]:
    counters: dict[str, int] = {}
    rows = [line.split() for line in text.splitlines()]
    for names, values in pairwise(rows):
        if names[0].endswith(":") and names[0] == values[0]:
            counters |= {names[0] + name: int(value) for name, value in zip(names[1:], values[1:])}
    counters |= {row[0]: int(row[1]) for row in rows if len(row) == 2 and row[1].isdigit()}
    out = ("Ip:OutNoRoutes", "Ip:OutRequests", "Ip6OutNoRoutes", "Ip6OutRequests")
    return [f"{name} {counters[name]}" for name in out if counters.get(name)]
