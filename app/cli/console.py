"""What the commands say, and where: results on stdout; notes, errors and progress on stderr."""

from collections.abc import Sequence
from typing import TextIO

from models.files.names import printable
from models.files.whole import json_text


class Console:
    """Writes one line a message; progress only to a terminal."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self._shows_progress = err.isatty()
        self._progress_width = 0

    def result(self, line: str) -> None:
        """A line of the answer; characters that are none, in names of files, are replaced."""
        self.clear_progress()
        self._write(self._out, printable(line) + "\n")

    def json(self, content: object) -> None:
        """The whole answer as JSON."""
        self.result(json_text(content, indent=1))

    def error(self, message: str) -> None:
        """Something that was not done, with its reason and remedy, as one line."""
        self.clear_progress()
        self._write(self._err, f"tintline: {one_line(message)}\n")

    def note(self, message: str) -> None:
        """Something the user should know though the work was done."""
        self.clear_progress()
        self._write(self._err, f"tintline: note: {one_line(message)}\n")

    def progress(self, message: str) -> None:
        """What is being done now; the next message takes its place."""
        if self._shows_progress:
            line = one_line(message)
            self._write(self._err, "\r" + line.ljust(self._progress_width))
            self._progress_width = len(line)
            self._err.flush()

    def clear_progress(self) -> None:
        """Take the progress line off the terminal."""
        if self._progress_width:
            self._write(self._err, "\r" + " " * self._progress_width + "\r")
            self._progress_width = 0

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        """Write even where the terminal's encoding lacks a character of a file's name."""
        encoding = getattr(stream, "encoding", None) or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def one_line(text: str) -> str:
    """The text without line breaks and other control characters."""
    return "".join(c if c.isprintable() or c == " " else " " for c in printable(text)).strip()


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines with aligned columns, the last one ragged."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows
    ]
