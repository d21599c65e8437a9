"""What a batch keeps beside its pictures, so that it can stop anywhere and go on.

In the folder ``.tintline`` of the results lies one record a frame. It is written before the
picture takes its name and holds the digest of every file of the frame: whatever moment a batch was
killed at, a frame is done exactly if its files are those of its record. In ``batch.jsonl`` every
run says in a line what became of each frame.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from app.batch.facts import read_facts
from app.batch.file_facts import FileFacts
from models.files.documents import DocumentError, Value, parse_json, read_json
from models.files.names import labelled
from models.files.partial import PATTERN, clear_parts
from models.files.whole import append_line, json_text, make_folder, write_json

KEPT_FOLDER = ".tintline"
PART_JOURNALS = "batch*.jsonl"
FACTS_FILE, CORRECTIONS_FILE = ".files.json", ".corrections.json"
"""They begin with a dot as no frame does, whose records lie beside them."""
MOST_CORRECTIONS = 1 << 20
RECORD_VERSION = 1
_LONGEST_LINE = 1 << 20
"""Characters of a line of the journal that are read at once."""


class RunState(Enum):
    """Whether a runner hands out tasks, and why not.

    blocked   no frame can be written; `go_on` tries again.
    """

    RUNNING = "running"
    PAUSED = "paused"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    FINISHED = "finished"


class Status(Enum):
    """What became of a frame in a run."""

    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one frame.

    painted  the fingerprint without what colours are shown as.
    why      a sentence; empty for frames that were coloured.
    elapsed_s  seconds from reading to writing; 0 for frames that were not coloured.
    blocks   no other frame can be written either: the disk is full.
    first    index of the frame that was coloured in its place; its own unless it is held.
    worker   what coloured it, where there are several.
    """

    index: int
    label: str
    status: Status
    fingerprint: str = ""
    painted: str = ""
    why: str = ""
    elapsed_s: float = 0.0
    blocks: bool = False
    first: int = -1
    worker: str = ""

    def to_json(self) -> dict[str, object]:
        """A line of the journal."""
        line: dict[str, object] = {"frame": self.label, "status": self.status.value}
        if self.fingerprint:
            line["fingerprint"] = self.fingerprint
        if self.why:
            line["why"] = self.why
        if self.elapsed_s:
            line["seconds"] = round(self.elapsed_s, 3)
        if self.worker:
            line["worker"] = self.worker
        return line


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRecord:
    """What is kept of a coloured frame.

    painted  the fingerprint without what colours are shown as; "" of older records.
    files    sha256 of each file by its suffix; `replaced` of those that they took the place of.
    facts    what was measured, for the report.
    """

    label: str
    fingerprint: str
    files: Mapping[str, str]
    replaced: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, object] = field(default_factory=dict)
    painted: str = ""

    def to_json(self) -> dict[str, object]:
        """As it is written."""
        return {
            "version": RECORD_VERSION,
            "frame": self.label,
            "fingerprint": self.fingerprint,
            "painted": self.painted,
            "files": dict(self.files),
            "replaced": dict(self.replaced),
            "facts": dict(self.facts),
        }

    @classmethod
    def from_json(cls, record: Value) -> "FrameRecord":
        """What was kept. Raises DocumentError if it is no such thing."""
        version = record.field("version")
        if version.content != RECORD_VERSION:
            raise version.wrong(f"version {RECORD_VERSION}")
        files, replaced = (
            {suffix: digest.text() for suffix, digest in record.field(name).fields().items()}
            for name in ("files", "replaced")
        )
        return cls(
            label=record.field("frame").file_name(),
            fingerprint=record.field("fingerprint").text(),
            files=files,
            replaced=replaced,
            facts=read_facts(record.field("facts")),
            painted=painted.text() if (painted := record.get("painted")) else "",
        )


class Found(Enum):
    """What lies where a frame's files will be."""

    NOTHING = "nothing"
    DONE = "done"
    OUTDATED = "outdated"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The two files of a report."""

    json: Path
    sheet: Path


class ResultFolder:
    """A batch's folder of results and what is kept in it. Nothing is held in memory."""

    def __init__(self, out: Path) -> None:
        self.out = out

    @property
    def kept(self) -> Path:
        """The folder of records."""
        return self.out / KEPT_FOLDER

    def journal_path(self, part: str = "") -> Path:
        """Where the journal of a part of the sequence lies, "" for all of it."""
        return self.out / (f"batch-{part}.jsonl" if part else "batch.jsonl")

    def report_files(self, part: str = "") -> ReportFiles:
        """Where the report of a part of the sequence lies, "" for all of it."""
        stem = f"report-{part}" if part else "report"
        return ReportFiles(self.out / f"{stem}.json", self.out / f"{stem}.html")

    @property
    def facts_path(self) -> Path:
        """Where what was found out about the frames' files is kept."""
        return self.kept / FACTS_FILE

    def record_path(self, label: str) -> Path:
        """Where a frame's record lies."""
        return labelled(self.kept, label, ".json")

    def thumbnail_path(self, label: str) -> Path:
        """Where a frame's small picture lies."""
        return labelled(self.kept, label, ".webp")

    def paint_path(self, label: str) -> Path:
        """Where lies what a frame was painted as, before its colours were shown as others."""
        return labelled(self.kept, label, ".npz")

    def read_corrections(self) -> dict[str, int]:
        """How many places of each frame were corrected by hand, by its label; none where that was
        not kept."""
        try:
            fields = read_json(self.kept / CORRECTIONS_FILE).fields()
            return {label: each.whole(0, MOST_CORRECTIONS) for label, each in fields.items()}
        except DocumentError:
            return {}

    def write_corrections(self, counts: Mapping[str, int]) -> None:
        """Keep them. Raises FileError."""
        write_json(self.kept / CORRECTIONS_FILE, dict(counts))

    def read_record(self, label: str) -> FrameRecord | None:
        """A frame's record, None if there is none that can be used."""
        try:
            return FrameRecord.from_json(read_json(self.record_path(label)))
        except DocumentError:
            return None

    def write_record(self, record: FrameRecord) -> None:
        """Write a record whole. Raises FileError."""
        path = self.record_path(record.label)
        make_folder(path.parent)
        write_json(path, record.to_json(), indent=None)

    def look(self, label: str, targets: tuple[Path, ...], fingerprint: str) -> Found:
        """Whether a frame is done, was done otherwise, or is not this batch's at all."""
        present = {path.suffix: path for path in targets if path.exists()}
        if not present:
            return Found.NOTHING
        record = self.read_record(label)
        if record is None:
            return Found.FOREIGN
        digests = {suffix: digest_of(path) for suffix, path in present.items()}
        is_whole = len(present) == len(targets)
        if is_whole and all(record.files.get(s) == digest for s, digest in digests.items()):
            return Found.DONE if record.fingerprint == fingerprint else Found.OUTDATED
        ours = all(
            digest in (record.files.get(s), record.replaced.get(s)) for s, digest in digests.items()
        )
        return Found.OUTDATED if ours else Found.FOREIGN

    def read_facts(self) -> dict[str, FileFacts]:
        """What earlier looks through the frames found."""
        try:
            entries = read_json(self.facts_path).fields()
        except DocumentError:
            return {}
        known = {}
        for key, entry in entries.items():
            with suppress(DocumentError):
                known[key] = FileFacts.from_json(entry)
        return known

    def write_facts(self, facts: Mapping[str, FileFacts]) -> None:
        """Keep what a look through the frames found. Raises FileError."""
        make_folder(self.kept)
        lines = {key: each.to_json() for key, each in facts.items()}
        write_json(self.facts_path, lines, indent=None)

    def clear_parts(self) -> int:
        """Delete half-written files that no living run owns; returns how many."""
        folders = {path.parent for path in self.out.rglob(PATTERN)}
        return sum(clear_parts(folder) for folder in sorted(folders))


class Journal:
    """``batch.jsonl``: a line for every frame of every run, in the order they came.

    Each line is written at once, so that a killed run loses none that it told.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, outcome: Outcome) -> None:
        """Append a line. Raises FileError."""
        append_line(self.path, json_text(outcome.to_json()))

    def done(self) -> set[tuple[str, str]]:
        """Label and fingerprint of every frame that some run told to be done.

        Runs of parts of the sequence tell it in journals of their own beside this one.
        """
        return {
            (str(line.get("frame")), str(line.get("fingerprint")))
            for path in sorted({self.path, *self.path.parent.glob(PART_JOURNALS)})
            for line in Journal(path).lines()
            if line.get("status") == Status.DONE.value
        }

    def lines(self) -> Iterator[dict[str, object]]:
        """Every whole line; one that was cut short, or is none of a journal, is left out."""
        try:
            with self.path.open(encoding="utf-8", errors="replace") as stream:
                while text := stream.readline(_LONGEST_LINE):
                    with suppress(DocumentError):
                        content = parse_json(text, str(self.path)).content
                        if isinstance(content, dict):
                            yield content
        except FileNotFoundError:
            return


def digest_of(path: Path) -> str:
    """sha256 of a file, empty if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
