"""What of a drawing is line, as the command line says it and is told."""

import argparse

from models.regions.drawn_lines import LineKind

AUTO = "auto"


def add_line_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that say what of a drawing is line and whether its paper stays."""
    parser.add_argument(
        "--lines", choices=(AUTO, *LineKind), default=AUTO,
        help="what is line: what is darker than the paper, what is lighter, or all that is on a "
        "transparent sheet; default: find out for each picture",
    )  # fmt: skip
    parser.add_argument(
        "--clean-paper", action="store_true",
        help="take the paper off: the lines alone lie over the colours",
    )  # fmt: skip


def line_kind(arguments: argparse.Namespace) -> LineKind | None:
    """What the lines are; None: to be found out."""
    return None if arguments.lines == AUTO else LineKind(arguments.lines)


def line_note(kind: LineKind) -> str:
    """What the artist should know of lines of this kind; empty for dark ones."""
    return {
        LineKind.DARK: "",
        LineKind.LIGHT: "has light lines on dark paper; they lie over the colours without it",
        LineKind.ALPHA: "is ink on a transparent sheet; the colours under it are written opaque",
    }[kind]
