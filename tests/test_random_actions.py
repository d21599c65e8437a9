"""A few random actions in the real window, saved and replayed; the programs do thousands."""

import subprocess
import sys

import pytest

from tests.helpers.places import ROOT

CHECKS = ROOT / "packaging" / "checks"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
@pytest.mark.parametrize(("program", "actions"), [("region_actions", 12), ("window_actions", 24)])
def test_random_actions_are_saved_and_replayed(program, actions):
    command = [sys.executable, CHECKS / f"{program}.py", "--actions", str(actions), "--seed", "5"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "replayed the same" in ran.stdout
