"""The quality report of a batch: which frames want a look, and why, as JSON and as a contact sheet.

Frames are judged by what their records hold, one after the other, so that thousands of them need
no more memory than one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchPlan
from app.batch.records import FrameRecord, Outcome, ResultFolder, Status
from app.batch.reporting.measure import measure_flicker
from app.batch.reporting.sheet import write_sheet
from app.inputs import Problem
from models.files.whole import json_text, write_whole

REPORT_VERSION = 1
FLICKER_LIMIT = 1.0
"""Mean CIEDE2000 from frame to frame above which a frame is listed."""
CONFIDENCE_LIMIT = 0.95
"""Confidence of a frame, the share of it that is right, below which it is listed."""

FAULTS = {
    "failed": "could not be coloured",
    "missing": "not coloured yet",
    "unfilled": "unfilled regions",
    "off_palette": "off-palette pixels",
    "flicker": "flicker",
    "islands": "islands of another colour",
    "low_confidence": "low confidence",
    "new_regions": "new regions without a hint",
    "no_hints": "no hints",
    "hints_disobeyed": "hints not obeyed",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about a frame that wants a look.

    kind    one of FAULTS; text says it in words; amount how much of it there is.
    spots   where: x, y, pixels (and confidence), in picture pixels.
    """

    kind: str
    text: str
    amount: float
    spots: tuple[Sequence[float], ...] = ()

    def to_json(self) -> dict[str, object]:
        """As the report lists it."""
        return {
            "kind": self.kind,
            "text": self.text,
            "amount": round(self.amount, 3),
            "spots": [list(spot) for spot in self.spots],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameReport:
    """One frame as the report lists it."""

    index: int
    label: str
    cut: str
    number: int | None
    output: str
    status: str
    faults: tuple[Fault, ...]
    flicker: float | None = None
    confidence: float | None = None
    is_key: bool = False
    is_held: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """As the report's JSON lists it."""
        return {
            "frame": self.label,
            "cut": self.cut,
            "number": self.number,
            "output": self.output,
            "status": self.status,
            "key": self.is_key,
            "held": self.is_held,
            "flicker": None if self.flicker is None else round(self.flicker, 3),
            "confidence": self.confidence,
            "regions": self.facts.get("regions"),
            "hints": self.facts.get("hints"),
            "faults": [fault.to_json() for fault in self.faults],
        }


def frame_reports(
    plan: BatchPlan, outcomes: Mapping[int, Outcome] | None = None
) -> Iterator[FrameReport]:
    """Judge the selected frames in order by what is kept of them.

    outcomes  of this run; what failed in it is listed with its reason.
    """
    folder = ResultFolder(plan.out)
    outcomes = outcomes or {}
    cut, before = "", None
    for index in plan.selected:
        frame = plan.frames[index]
        record = folder.read_record(frame.label) if plan.target(index).exists() else None
        if record is not None and record.fingerprint != plan.fingerprint(index):
            record = None
        if frame.cut != cut:
            cut, before = frame.cut, None
        yield _judge(plan, index, record, before, outcomes.get(index))
        before = record


def _judge(
    plan: BatchPlan,
    index: int,
    record: FrameRecord | None,
    before: FrameRecord | None,
    outcome: Outcome | None,
) -> FrameReport:
    frame = plan.frames[index]
    facts: Mapping[str, Any] = record.facts if record else {}
    flicker = None
    if before is not None and record is not None:
        means = [part.facts.get("means") for part in (before, record)]
        if isinstance(means[0], list) and isinstance(means[1], list):
            with suppress(IndexError, TypeError, ValueError):
                flicker = measure_flicker(means[0], means[1])
    failed = outcome is not None and outcome.status is Status.FAILED
    if failed and outcome is not None:
        faults = [Fault("failed", outcome.why, 1)]
    elif record is None:
        faults = [Fault("missing", FAULTS["missing"], 1)]
    else:
        faults = [*_faults_of(facts, flicker)]
        if plan.keys and not facts.get("hints"):
            faults.append(Fault("no_hints", "no key frame's hints reach it", 1))
    confidence = facts.get("confidence")
    return FrameReport(
        index=index,
        label=frame.label,
        cut=frame.cut,
        number=frame.number,
        output=plan.target(index).relative_to(plan.out).as_posix(),
        status="failed" if failed else "done" if record else "missing",
        faults=tuple(faults),
        flicker=flicker,
        confidence=confidence if isinstance(confidence, float | int) else None,
        is_key=bool(facts.get("is_key")),
        is_held=bool(facts.get("held")),
        facts=facts,
    )


def _faults_of(facts: Mapping[str, Any], flicker: float | None) -> Iterator[Fault]:
    for kind in ("unfilled", "new_regions", "islands", "low_confidence"):
        found = facts.get(kind)
        if not isinstance(found, dict):
            continue
        if count := int(found.get("count", 0)):
            text = f"{count} {_noun(kind, count)}"
            yield Fault(kind, text, count, tuple(found.get("spots", ())))
    if off := int(facts.get("off_palette", 0)):
        yield Fault("off_palette", f"{off} off-palette pixels", off)
    visible, obeyed = int(facts.get("hints_visible", 0)), int(facts.get("hints_obeyed", 0))
    if obeyed < visible:
        text = f"{visible - obeyed} of {visible} hints not obeyed"
        yield Fault("hints_disobeyed", text, visible - obeyed)
    if flicker is not None and flicker > FLICKER_LIMIT:
        yield Fault("flicker", f"flicker {flicker:.1f} (CIEDE2000)", flicker)
    confidence = facts.get("confidence")
    has_low = isinstance(facts.get("low_confidence"), dict) and facts["low_confidence"]["count"]
    if isinstance(confidence, float) and confidence < CONFIDENCE_LIMIT and not has_low:
        yield Fault("low_confidence", f"confidence {confidence:.0%}", 1 - confidence)


_NOUNS = {
    "unfilled": ("unfilled region", "unfilled regions"),
    "new_regions": ("new region without a hint", "new regions without a hint"),
    "islands": ("island of another colour", "islands of another colour"),
    "low_confidence": ("region of low confidence", "regions of low confidence"),
}


def _noun(kind: str, count: int) -> str:
    return _NOUNS[kind][count > 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """The report in numbers: frames by status, frames with each kind of fault, and flicker."""

    statuses: Mapping[str, int]
    faults: Mapping[str, int]
    flicker: float | None
    frames: int

    def to_json(self) -> dict[str, object]:
        """As the report's JSON lists it."""
        return {
            "frames": self.frames,
            "statuses": dict(self.statuses),
            "faults": dict(self.faults),
            "flicker": None if self.flicker is None else round(self.flicker, 3),
        }


def summarize(reports: Iterable[FrameReport]) -> ReportSummary:
    """Count what was found."""
    statuses: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    total, pairs = 0.0, 0
    for report in reports:
        statuses[report.status] += 1
        faults.update({fault.kind for fault in report.faults})
        if report.flicker is not None:
            total, pairs = total + report.flicker, pairs + 1
    return ReportSummary(
        statuses=statuses,
        faults=faults,
        flicker=total / pairs if pairs else None,
        frames=sum(statuses.values()),
    )


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The two files of a report."""

    json: Path
    sheet: Path

    @classmethod
    def of(cls, out: Path, part: str = "") -> "ReportFiles":
        """Those in a folder of results; `part` as of write_report."""
        stem = f"report-{part}" if part else "report"
        return cls(out / f"{stem}.json", out / f"{stem}.html")


def write_report(
    plan: BatchPlan,
    sequence: FrameSequence,
    *,
    outcomes: Mapping[int, Outcome] | None = None,
    part: str = "",
) -> tuple[ReportFiles, ReportSummary]:
    """Write report.json and the contact sheet, report.html, into the folder of results.

    part  of the batch that this report is about, as `--frames` named it; becomes part of the names.
    Raises FileError.
    """
    files = ReportFiles.of(plan.out, part)
    summary = summarize(frame_reports(plan, outcomes))
    head = {
        "version": REPORT_VERSION,
        "generator": plan.generator,
        "card": plan.card_name or None,
        "summary": summary.to_json(),
        "gaps": [{"cut": gap.cut, "first": gap.first, "last": gap.last} for gap in sequence.gaps],
        "unreadable": [_problem_json(problem) for problem in sequence.problems],
        "notes": list(sequence.notes),
    }

    def write(stream: BinaryIO) -> None:
        text = json_text(head, indent=1)
        stream.write(text[: text.rindex("}")].rstrip().encode() + b',\n "frames": [')
        for count, report in enumerate(frame_reports(plan, outcomes)):
            line = json_text(report.to_json())
            stream.write((",\n  " if count else "\n  ").encode() + line.encode())
        stream.write(b"\n ]\n}\n")

    write_whole(files.json, write)
    reasons = (problem.reason for problem in sequence.problems)
    notes = [*map(str, sequence.gaps), *sequence.notes, *reasons]
    write_whole(
        files.sheet,
        lambda stream: write_sheet(
            stream, plan, frame_reports(plan, outcomes), summary, notes=notes, names=FAULTS
        ),
    )
    return files, summary


def _problem_json(problem: Problem) -> dict[str, str]:
    return {"source": str(problem.source), "why": problem.reason}
