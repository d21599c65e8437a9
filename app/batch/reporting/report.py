"""The quality report of a batch: which frames want a look, as JSON and as a contact sheet."""

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from app.batch.frames.frames import FrameSequence
from app.batch.plan import BatchPlan
from app.batch.records import Outcome, ReportFiles, ResultFolder
from app.batch.reporting.judging import ReportSummary, frame_reports, summarize
from app.batch.reporting.pops import Pop
from app.batch.reporting.sheet import write_sheet
from app.inputs import Problem
from models.files.whole import json_text, write_whole

REPORT_VERSION = 1


def write_report(
    plan: BatchPlan,
    sequence: FrameSequence,
    *,
    outcomes: Mapping[int, Outcome] | None = None,
    part: str = "",
    pops: Sequence[Pop] = (),
) -> tuple[ReportFiles, ReportSummary]:
    """Write report.json and the contact sheet, report.html, into the folder of results.

    part  of the batch that this report is about, as `--frames` named it; becomes part of the names.
    pops  that were found in the cut.
    Raises FileError.
    """
    files = ResultFolder(plan.out).report_files(part)
    summary = summarize(frame_reports(plan, outcomes, pops))
    head = {
        "version": REPORT_VERSION,
        "generator": plan.generator,
        "card": plan.card_name or None,
        "summary": summary.to_json(),
        "gaps": [{"cut": gap.cut, "first": gap.first, "last": gap.last} for gap in sequence.gaps],
        "unreadable": [_problem_json(problem) for problem in sequence.problems],
        "notes": list(sequence.notes),
        "pops": [{"frame": plan.frames[pop.drawing].label, **pop.to_json()} for pop in pops],
    }

    def write(stream: BinaryIO) -> None:
        text = json_text(head, indent=1)
        stream.write(text[: text.rindex("}")].rstrip().encode() + b',\n "frames": [')
        for count, report in enumerate(frame_reports(plan, outcomes, pops)):
            line = json_text(report.to_json())
            stream.write((",\n  " if count else "\n  ").encode() + line.encode())
        stream.write(b"\n ]\n}\n")

    write_whole(files.json, write)
    reasons = (problem.reason for problem in sequence.problems)
    notes = [*map(str, sequence.gaps), *sequence.notes, *reasons]
    write_whole(
        files.sheet,
        lambda stream: write_sheet(
            stream, plan, frame_reports(plan, outcomes, pops), summary, notes=notes
        ),
    )
    return files, summary


def _problem_json(problem: Problem) -> dict[str, str]:
    return {"source": str(problem.source), "why": problem.reason}
