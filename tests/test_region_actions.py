"""A few random actions of the region tools, replayed; the program does thousands."""

import subprocess
import sys

import pytest

from tests.helpers.places import ROOT

PROGRAM = ROOT / "packaging" / "checks" / "region_actions.py"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_actions_of_region_tools_are_saved_and_replayed():
    command = [sys.executable, PROGRAM, "--actions", "12", "--seed", "5"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "replayed the same" in ran.stdout
