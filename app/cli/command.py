"""The command line: ``tintline [FILE]`` opens the window, the commands work without it."""

import argparse
import importlib
import importlib.metadata
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from app.cli.console import Console
from app.errors import UsageError, no_window

if TYPE_CHECKING:
    from models.runtime.catalog import Catalog

DONE, SOME_FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130

COMMANDS = {
    "colorize": "colour line drawings",
    "batch": "colour a sequence of frames",
    "models": "list generators and tags",
    "doctor": "see what works on this machine",
    "bench": "measure how fast it is here",
}


class Tool(Protocol):
    """A command's module."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describe the command's options."""
        ...

    def run(self, arguments: argparse.Namespace, console: Console, catalog: "Catalog") -> int:
        """Carry it out and return the exit status. Raises UsageError."""
        ...


def run_command(arguments: Sequence[str]) -> int:
    """Carry out a command line (without the program's name) and return its exit status.

    0: all done. 1: some inputs failed, each named on stderr. 2: wrong usage.
    """
    console = Console(sys.stdout, sys.stderr)
    try:
        if arguments and arguments[0] in COMMANDS:
            return _run_tool(arguments[0], arguments[1:], console)
        return _open_window(arguments, console)
    except UsageError as error:
        console.error(str(error))
        return WRONG_USAGE
    except OSError as error:  # of a name that no file can have, say
        if isinstance(error, BrokenPipeError):
            # The reader of our output left, as `head` does; nothing more can be said to it.
            sys.stdout = None  # type: ignore[assignment]
            return SOME_FAILED
        place = f"{error.filename}: " if error.filename else ""
        console.error(f"{place}{error.strerror or error}; check the name and the folder")
        return WRONG_USAGE
    except KeyboardInterrupt:
        console.error("interrupted; what was written is whole")
        return INTERRUPTED
    except SystemExit as exit_request:  # argparse has said what is wrong, or shown the help
        return exit_request.code if isinstance(exit_request.code, int) else WRONG_USAGE


class _OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line; the usage is a --help away."""

    def error(self, message: str) -> NoReturn:
        """Exit with status 2."""
        self.exit(WRONG_USAGE, f"tintline: {message}; see `{self.prog} --help`\n")


def _run_tool(command: str, arguments: Sequence[str], console: Console) -> int:
    """A command without window, given the generators of this machine."""
    from app.places import generator_folders  # noqa: PLC0415
    from models.runtime.catalog import Catalog  # noqa: PLC0415

    tool: Tool = importlib.import_module(f"app.cli.{command}")  # each needs other slow packages
    parser = _OneLineParser(prog=f"tintline {command}", description=COMMANDS[command])
    tool.add_arguments(parser)
    return tool.run(parser.parse_args(arguments), console, Catalog(generator_folders()))


def _open_window(arguments: Sequence[str], console: Console) -> int:
    commands = "\n".join(f"  tintline {name:10} {what}" for name, what in COMMANDS.items())
    parser = _OneLineParser(
        prog="tintline",
        description="Colour line art: hints and tags in, layers out. Opens the window.",
        epilog=f"commands, each with its own --help:\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="a drawing to open")
    parser.add_argument("--version", action="version", version=f"tintline {version()}")
    file = parser.parse_args(arguments).file
    if file is not None and not file.exists():
        known = ", ".join(COMMANDS)
        raise UsageError(f"{file}: neither a file nor a command; commands are {known}")
    try:
        from app import main  # noqa: PLC0415 - the only command that needs Qt
    except ImportError as error:
        if (error.name or "").split(".")[0] in ("app", "models", "resources"):
            raise  # our own fault, which no library mends
        raise UsageError(no_window(str(error))) from error
    return main.run(file)


def version() -> str:
    """The installed version; a source folder that is not installed says so."""
    try:
        return importlib.metadata.version("tintline")
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"
