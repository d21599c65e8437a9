"""The tree of `tintline-train`: every command is there, and none imports what another needs."""

import importlib
import subprocess
import sys

import pytest

from training.__main__ import COMMANDS, main

WITHOUT_TORCH = """
import sys
from training.__main__ import main
for arguments in (["--help"], ["fit", "--help"], ["study", "--help"], ["synth", "--help"]):
    try:
        main(arguments)
    except SystemExit as ended:
        assert not ended.code
assert "torch" not in sys.modules
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_command_says_what_it_takes_and_can_be_run(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    assert capsys.readouterr().out.startswith(f"usage: tintline-train {name} ")
    assert callable(importlib.import_module(COMMANDS[name].module).run)


def test_help_needs_no_torch() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_TORCH], check=True, stdout=subprocess.DEVNULL)


def test_without_a_command_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)
