"""A few kills and full disks for every writer of the application; the program does hundreds."""

import subprocess
import sys

import pytest

from tests.helpers.places import ROOT

PROGRAM = ROOT / "packaging" / "checks" / "crash_safety.py"
CHEAP = ("hints", "record", "journal", "folder", "palette")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


def test_writers_survive_being_killed_and_full_disks():
    command = [sys.executable, PROGRAM, "--kills", "3", "--fills", "3", "--only"]
    ran = subprocess.run([*command, "|".join(CHEAP)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    rows = [line.split(" | ") for line in ran.stdout.splitlines()[2:]]
    assert {"| Save hints", "| batch record", "| generator folder"} <= {row[0] for row in rows}
    assert all(row[1] == row[5] == "3" for row in rows)
