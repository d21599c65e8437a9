"""A newcomer comes from the start page to a PSD of an own drawing."""

import subprocess
import sys

from tests.helpers.places import ROOT

PROGRAM = ROOT / "packaging" / "checks" / "newcomer.py"


def test_newcomer_takes_a_psd_home(tmp_path):
    ran = subprocess.run(
        [sys.executable, PROGRAM, tmp_path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (tmp_path / "my_cat.psd").is_file()
    # Each step of the tour and of the way home, and the drawing.
    assert len(list(tmp_path.glob("*_*.png"))) == 14
