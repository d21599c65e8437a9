"""Which frames of a batch want a look, and why.

Frames are judged by what their records hold, one after the other, so that thousands of them need
no more memory than one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import skimage

from app.batch.plan import BatchPlan
from app.batch.records import FrameRecord, Outcome, ResultFolder, Status
from app.batch.reporting.faults import FAULTS, Fault
from app.batch.reporting.pops import Pop

FLICKER_LIMIT = 1.0
"""Mean CIEDE2000 from frame to frame above which a frame is listed."""
CONFIDENCE_LIMIT = 0.95
"""Confidence of a frame, the share of it that is right, below which it is listed."""


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
    corrections: int = 0
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
            "corrections": self.corrections,
            "flicker": None if self.flicker is None else round(self.flicker, 3),
            "confidence": self.confidence,
            "regions": self.facts.get("regions"),
            "hints": self.facts.get("hints"),
            "faults": [fault.to_json() for fault in self.faults],
        }


def frame_reports(
    plan: BatchPlan, outcomes: Mapping[int, Outcome] | None = None, pops: Sequence[Pop] = ()
) -> Iterator[FrameReport]:
    """Judge the selected frames in order by what is kept of them.

    outcomes  of this run; what failed in it is listed with its reason.
    pops      that were found in the cut.
    """
    folder = ResultFolder(plan.out)
    corrected = folder.read_corrections()
    outcomes = outcomes or {}
    cut, before = "", None
    for index in plan.selected:
        frame = plan.frames[index]
        record = folder.read_record(frame.label) if plan.target(index).exists() else None
        if record is not None and record.fingerprint != plan.fingerprint(index):
            record = None
        if frame.cut != cut:
            cut, before = frame.cut, None
        popped = [pop for pop in pops if pop.drawing == index]
        report = _judge(plan, index, record, before, outcome=outcomes.get(index), pops=popped)
        yield replace(report, corrections=corrected.get(frame.label, 0))
        before = record


def _judge(
    plan: BatchPlan,
    index: int,
    record: FrameRecord | None,
    before: FrameRecord | None,
    *,
    outcome: Outcome | None,
    pops: Sequence[Pop],
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
        faults = [Fault("missing", FAULTS["missing"].heading, 1)]
    else:
        faults = [*_pop_faults(pops), *_faults_of(facts, flicker)]
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


def _pop_faults(pops: Sequence[Pop]) -> Iterator[Fault]:
    for pop in pops:
        yield Fault("pops", pop.text, pop.spot.pixels, (pop.spot.to_json(),))


def _faults_of(facts: Mapping[str, Any], flicker: float | None) -> Iterator[Fault]:
    for kind in ("unfilled", "left_open", "new_regions", "islands", "low_confidence"):
        found = facts.get(kind)
        if not isinstance(found, dict):
            continue
        if count := int(found.get("count", 0)):
            text = f"{count} {FAULTS[kind].counted[count > 1]}"
            yield Fault(kind, text, count, tuple(found.get("spots", ())))
    if off := int(facts.get("off_palette", 0)):
        yield Fault("off_palette", f"{off} off-palette pixels", off)
    visible, obeyed = int(facts.get("hints_visible", 0)), int(facts.get("hints_obeyed", 0))
    if obeyed < visible:
        text = f"{visible - obeyed} of {visible} hints not obeyed"
        yield Fault("hints_disobeyed", text, visible - obeyed)
    if flicker is not None and flicker > FLICKER_LIMIT:
        yield Fault("flicker", f"flicker {flicker:.1f} (CIEDE2000)", flicker)
    if (turned := facts.get("turned")) is not None and not turned["sure"]:
        yield Fault("unturned", "how the figure turned is not sure: its light did not", 1)
    confidence = facts.get("confidence")
    has_low = isinstance(facts.get("low_confidence"), dict) and facts["low_confidence"]["count"]
    if isinstance(confidence, float) and confidence < CONFIDENCE_LIMIT and not has_low:
        yield Fault("low_confidence", f"confidence {confidence:.0%}", 1 - confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """The report in numbers: frames by status, frames with each kind of fault, flicker, and places
    corrected by hand."""

    statuses: Mapping[str, int]
    faults: Mapping[str, int]
    flicker: float | None
    frames: int
    corrections: int = 0

    def to_json(self) -> dict[str, object]:
        """As the report's JSON lists it."""
        return {
            "frames": self.frames,
            "statuses": dict(self.statuses),
            "faults": dict(self.faults),
            "flicker": None if self.flicker is None else round(self.flicker, 3),
            "corrections": self.corrections,
            "corrections_a_frame": round(self.corrections / max(self.frames, 1), 3),
        }


def summarize(reports: Iterable[FrameReport]) -> ReportSummary:
    """Count what was found."""
    statuses: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    total, pairs, corrections = 0.0, 0, 0
    for report in reports:
        corrections += report.corrections
        statuses[report.status] += 1
        faults.update({fault.kind for fault in report.faults})
        if report.flicker is not None:
            total, pairs = total + report.flicker, pairs + 1
    return ReportSummary(
        statuses=statuses,
        faults=faults,
        flicker=total / pairs if pairs else None,
        frames=sum(statuses.values()),
        corrections=corrections,
    )


def measure_flicker(
    before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]
) -> float | None:
    """Mean CIEDE2000 between a region's colour in a frame and in the next, weighted by area.

    before, after  rows of app.batch.facts.RegionMean.to_json. None where no region is in both.
    """
    known = {(row[0], row[1]): row for row in before}
    pairs = [(known[row[0], row[1]], row) for row in after if (row[0], row[1]) in known]
    if not pairs:
        return None
    old = np.array([[one[3:6] for one, _ in pairs]], dtype=np.uint8)
    new = np.array([[other[3:6] for _, other in pairs]], dtype=np.uint8)
    weights = np.array([(one[2] + other[2]) / 2 for one, other in pairs])
    away = skimage.color.deltaE_ciede2000(skimage.color.rgb2lab(old), skimage.color.rgb2lab(new))[0]
    return float((away * weights).sum() / max(float(weights.sum()), 1e-9))
