"""Promises of the command line as a whole: statuses, streams, and what is imported for what."""

import io
import json
import subprocess
import sys

import pytest

from app.cli import command as cli
from app.cli import doctor as cli_doctor
from app.cli import proof as cli_proof
from app.cli.command import run_command
from app.cli.console import Console, one_line, table
from app.cli.doctor import State
from app.cli.proof import SampleRun, watch_sample_run
from models.hints.tags import load_vocabulary
from models.runtime.catalog import Catalog
from resources import TAGS
from tests.helpers.places import ROOT


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_for_terminals_only():
    quiet, terminal = io.StringIO(), _Terminal()
    Console(io.StringIO(), quiet).progress("half")
    console = Console(io.StringIO(), terminal)
    console.progress("[1/2] a long name")
    console.progress("[2/2] b")
    console.error("failed")
    assert quiet.getvalue() == ""
    assert terminal.getvalue().endswith("\rtintline: failed\n")


def test_messages_stay_on_one_line():
    err = io.StringIO()
    Console(io.StringIO(), err).error("a\nb\x1b[31m\tc")
    assert err.getvalue().count("\n") == 1
    assert "\x1b" not in err.getvalue()
    assert one_line(" x\r\ny ") == "x  y"


def test_names_beyond_the_terminals_encoding_do_not_fail():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    Console(stream, io.StringIO()).result("線")
    assert raw.getvalue() == b"\\u7dda\n"


def test_tables_align_their_columns():
    assert table([("a", "b"), ("long", "c")]) == ["a     b", "long  c"]


def test_unknown_word_is_wrong_usage(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run_command(["colourise"]) == 2
    assert "neither a file nor a command" in capsys.readouterr().err


def test_help_lists_every_command(capsys):
    assert run_command(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"tintline {command}" in said for command in cli.COMMANDS)


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_every_command_has_help(command, capsys):
    assert run_command([command, "--help"]) == 0
    assert f"tintline {command}" in capsys.readouterr().out
    assert run_command([command, "--nonsense"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_version_is_told(capsys):
    assert run_command(["--version"]) == 0
    assert capsys.readouterr().out.startswith("tintline ")


def test_interruption_is_told_without_a_traceback(capsys, monkeypatch):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run_tool", interrupt)
    assert run_command(["models"]) == cli.INTERRUPTED
    assert "interrupted" in capsys.readouterr().err


def test_commands_run_without_torch_and_without_qt():
    code = (
        "import sys; from app.cli.command import run_command; status = run_command(['models']); "
        "assert not [m for m in sys.modules if m.split('.')[0] in ('torch', 'PySide6')]; "
        "raise SystemExit(status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_module_is_the_program():
    ran = subprocess.run(
        [sys.executable, "-m", "app", "models", "--tags"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0
    assert "blue_hair" in ran.stdout


@pytest.mark.usefixtures("no_generators")
def test_models_always_lists_the_fallback(capsys):
    assert run_command(["models"]) == 0
    assert "Watershed fill (no generator) (usable)" in capsys.readouterr().out
    assert run_command(["models", "--json"]) == 0
    (only,) = json.loads(capsys.readouterr().out)
    assert (only["name"], only["usable"], only["problem"]) == ("watershed", True, None)


def test_models_explains_an_unusable_generator(capsys, tmp_path, monkeypatch):
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "spec.json").write_text("{")
    monkeypatch.setattr("app.places.generator_folders", lambda: (tmp_path,))
    assert run_command(["models"]) == 0
    said = capsys.readouterr().out
    assert "broken: broken (not usable)" in said
    assert "spec.json" in said
    assert run_command(["colorize", str(tmp_path), "-o", "x", "--generator", "broken"]) == 1


def test_models_lists_every_tag_with_its_color(capsys):
    assert run_command(["models", "--tags", "--json"]) == 0
    groups = json.loads(capsys.readouterr().out)
    names = [tag["name"] for group in groups for tag in group["tags"]]
    assert tuple(names) == load_vocabulary(TAGS).names
    assert all(tag["color"].startswith("#") for group in groups for tag in group["tags"])


def _doctor(capsys, folder, catalog=None, watch=SampleRun):
    arguments = cli_doctor.argparse.Namespace(json=True)
    console = Console(sys.stdout, sys.stderr)
    status = cli_doctor.run(
        arguments, console, catalog or Catalog(()), folder=lambda: folder, watch=watch
    )
    return status, {check["name"]: check for check in json.loads(capsys.readouterr().out)}


def test_doctor_finds_a_sound_installation(capsys, tmp_path):
    status, checks = _doctor(capsys, tmp_path / "settings")
    assert status == 0
    for name in ("Python", "numpy", "device", "generator watershed", "settings folder"):
        assert checks[name]["state"] == State.OK
    assert checks["window (Qt)"]["detail"] == "platform offscreen"


def test_doctor_proves_that_nothing_is_sent(capsys, tmp_path):
    status, checks = _doctor(capsys, tmp_path, watch=watch_sample_run)
    assert status == 0
    assert checks["nothing is sent"]["state"] == State.OK
    assert "0 sockets, 0 files" in checks["nothing is sent"]["detail"]


SENDING = """
import pathlib, socket, sys, app.cli.command
def send(arguments):
    socket.socket(type=socket.SOCK_DGRAM).connect_ex(("192.0.2.1", 9))
    (pathlib.Path.home() / "deviceid").touch()
app.cli.command.run_command = send
from app.cli.proof import color_watched
color_watched(sys.argv[1])
"""


def test_doctor_names_what_was_sent_and_left(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(cli_proof, "_CHILD", SENDING)
    status, checks = _doctor(capsys, tmp_path, watch=watch_sample_run)
    assert status == 1
    check = checks["nothing is sent"]
    assert check["state"] == State.FAILED
    assert "connect ('192.0.2.1', 9)" in check["detail"]
    assert "~/deviceid" in check["detail"]


def test_doctor_says_that_a_sample_cannot_be_watched(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(cli_proof, "_CHILD", "raise SystemExit('out of order')")
    status, checks = _doctor(capsys, tmp_path, watch=watch_sample_run)
    assert status == 0
    assert checks["nothing is sent"]["state"] == State.WARNING
    assert "out of order" in checks["nothing is sent"]["detail"]


def test_doctor_fails_for_a_generator_that_cannot_be_used(capsys, tmp_path):
    folder = tmp_path / "generators" / "broken"
    folder.mkdir(parents=True)
    (folder / "spec.json").write_text("{}")
    status, checks = _doctor(capsys, tmp_path / "settings", Catalog((folder.parent,)))
    assert status == 1
    assert checks["generator broken"]["state"] == State.FAILED


def test_doctor_says_that_settings_cannot_be_kept(capsys, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    status, checks = _doctor(capsys, blocked / "settings")
    assert status == 0
    assert checks["settings folder"]["state"] == State.WARNING
    assert "make it writable" in checks["settings folder"]["detail"]


def test_doctor_survives_a_machine_without_display(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    status, checks = _doctor(capsys, tmp_path)
    assert status == 0
    assert checks["window (Qt)"]["state"] == State.WARNING
    assert "command line works" in checks["window (Qt)"]["detail"]
