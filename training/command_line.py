"""The tree of `tintline-train`: its commands, and the options that several of them share."""

import argparse
import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.durations import parse_duration


class UsageError(ValueError):
    """Something asked for that cannot be: exit status 2."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the tree; what it names is imported when it is asked for.

    summary    one line for the list of commands.
    module     where ``run(options)`` is, which returns the exit status; and, unless `arguments`
               names another place, ``add_arguments(parser)``.
    arguments  MODULE:FUNCTION that declares the options, where `module` is slow to import.
    """

    summary: str
    module: str
    arguments: str = ""

    def declare(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""
        _named(self.arguments or f"{self.module}:add_arguments")(parser)

    def run(self, options: argparse.Namespace) -> int:
        """Carry it out and return the exit status. Raises UsageError."""
        return int(_named(f"{self.module}:run")(options))


def command_tree(
    prog: str, summary: str, commands: Mapping[str, Command]
) -> argparse.ArgumentParser:
    """A parser of commands; the options that it gives have ``command``, the chosen one's name."""
    tree = argparse.ArgumentParser(prog=prog, description=summary)
    choice = tree.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_CommandParser
    )
    for name, command in commands.items():
        choice.add_parser(
            name, help=command.summary, description=command.summary, declare=command.declare
        )
    return tree


class _CommandParser(argparse.ArgumentParser):
    """Has its options declared when it is chosen."""

    def __init__(
        self, *, declare: Callable[[argparse.ArgumentParser], None], **others: Any
    ) -> None:
        super().__init__(**others)
        self._declare = declare

    def parse_known_args(self, *arguments: Any, **others: Any) -> Any:
        """The options of the arguments, and what is none of them."""
        self._declare(self)
        return super().parse_known_args(*arguments, **others)


def _named(place: str) -> Callable[[Any], Any]:
    module, function = place.split(":")
    found: Callable[[Any], Any] = getattr(importlib.import_module(module), function)
    return found


def add_recipe(parser: argparse.ArgumentParser, *, many: bool = False) -> None:
    """What is trained."""
    if many:
        parser.add_argument("recipes", nargs="+", help="TOML files, or names of bundled recipes")
    else:
        parser.add_argument("recipe", help="a TOML file, or the name of a bundled recipe")


def add_training(parser: argparse.ArgumentParser, *, run: str) -> None:
    """Where a training lies, how long it may take and what it runs on; `run` says the folder."""
    add = parser.add_argument
    add("--data", type=Path, default=Path("data"), help="folder of the sources")
    add("--run", type=Path, help=run)
    add("--cache", type=Path, help="keep composed pictures here between runs")
    add("--time-limit", type=parse_duration, default=0.0, metavar="TIME",
        help="end each training by then, with a checkpoint: 90s, 25m, 2h")  # fmt: skip
    add("--accelerator", default="auto", choices=["auto", "cpu", "cuda"])


def add_measured(
    parser: argparse.ArgumentParser,
    *,
    needs_data: bool = True,
    generator: str = "installed name, or a generator's folder",
) -> None:
    """Which generators are measured, on what; `generator` says how one is named."""
    add = parser.add_argument
    add("--data", type=Path, required=needs_data, help="folder of development data")
    add("--generator", action="append", default=[], help=generator)
    add("--limit", type=int, default=0, help="pictures a source; 0: all")


def parse_counts(option: str, text: str) -> list[int]:
    """The numbers of an option, at least one, between commas. Raises UsageError."""
    counts = text.split(",")
    if not all(each.strip().isdecimal() for each in counts):
        raise UsageError(f"{option} {text!r}: write numbers, for example 28,8")
    return [int(each) for each in counts]


def add_half(parser: argparse.ArgumentParser) -> None:
    """Which part of the held-out drawings is looked at."""
    parser.add_argument(
        "--half", default="", choices=["", "choose", "judge"],
        help="every other picture, or the others: choose on one half, judge once on the other",
    )  # fmt: skip


def add_json(parser: argparse.ArgumentParser) -> None:
    """Where figures go besides the screen."""
    parser.add_argument("--json", type=Path, help="write every figure to this file too")


def add_seed(parser: argparse.ArgumentParser) -> None:
    """Where drawn pictures begin."""
    parser.add_argument("--seed", type=int, default=0, help="seed of the first (default: 0)")
