"""The contact sheet: every frame of a batch in one HTML file that needs no network.

Small pictures are part of the file. The picture that opens is the frame's own file beside the
sheet; where it was moved away, the small one stands in for it.
"""

import base64
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import BinaryIO
from urllib.parse import quote

import resources
from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from app.batch.reporting.faults import FAULTS
from app.batch.reporting.judging import FrameReport, ReportSummary
from app.batch.thumbnails import encode_thumbnail
from models.files.names import printable
from models.pictures.files import PictureError, read_picture


def write_sheet(
    stream: BinaryIO,
    plan: BatchPlan,
    reports: Iterable[FrameReport],
    summary: ReportSummary,
    *,
    notes: Sequence[str],
) -> None:
    """Write the sheet frame by frame.

    notes  what concerns no frame that was coloured.
    """

    def put(text: str) -> None:
        stream.write(printable(text).encode())

    title = f"{plan.card_name or plan.out.resolve().name} · {summary.frames} frames"
    put('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n')
    put('<meta name="viewport" content="width=device-width">\n')
    put(f"<title>{escape(title)}</title>\n<style>\n{_text('sheet.css')}</style>\n")
    put(f"<style>:root {{ --ratio: {_common_ratio(plan):.4f}; --shown: 1; }}</style>\n")
    put(f"<header><h1>{escape(title)}</h1>\n<p>{escape(_about(plan, summary))}</p>\n<nav>")
    put(_filter("", "all", summary.frames, is_pressed=True))
    flagged = any(summary.faults.values())
    if flagged:
        put(_filter("any", "to look at", None))
    for kind, fault in FAULTS.items():
        if count := summary.faults.get(kind, 0):
            put(_filter(kind, fault.heading, count))
    put("</nav>")
    put('<div class="strip"></div>')
    if notes:
        put('<ul class="notes">' + "".join(f"<li>{escape(note)}" for note in notes) + "</ul>")
    put("</header>\n")
    folder, cut = ResultFolder(plan.out), None
    for report in reports:
        if report.cut != cut:
            put("</div></section>\n" if cut is not None else "")
            cut = report.cut
            heading = f"<h2>{escape(cut)}</h2>" if cut else "<h2></h2>"
            put(f'<section>{heading}<div class="grid">\n')
        put(_card(folder, plan, report))
    put("</div></section>\n" if cut is not None else "")
    put(
        '<dialog aria-label="Frame" tabindex="-1"><div class="open">'
        '<div class="stage"><div class="frame">'
        '<img alt=""><svg></svg></div></div><aside><div>'
        '<button type="button" title="Previous frame">←</button>'
        '<button type="button" title="Next frame">→</button>'
        '<button type="button" title="Close">✕</button></div><h3></h3><p></p><ul></ul>'
        '<a href="#">Open the picture</a></aside></div></dialog>\n'
        "<footer><kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> opens "
        "· <kbd>Esc</kbd> closes · <kbd>F</kbd> shows what wants a look, or all</footer>\n"
    )
    put(f"<script>\n{_text('sheet.js')}</script>\n</html>\n")


def _text(name: str) -> str:
    """A part of the sheet that is the same for every batch."""
    return (resources.SHEET / name).read_text(encoding="utf-8")


def _common_ratio(plan: BatchPlan) -> float:
    """Width by height of most frames, within what small pictures can have."""
    sizes = Counter(plan.frames[index].size for index in plan.selected)
    if not sizes:
        return 1.0
    size = sizes.most_common(1)[0][0]
    return min(2.4, max(0.6, size.width / size.height))


def _about(plan: BatchPlan, summary: ReportSummary) -> str:
    parts = [f"{count} {status}" for status, count in sorted(summary.statuses.items())]
    if summary.flicker is not None:
        parts.append(f"flicker {summary.flicker:.2f} (mean CIEDE2000 of tracked regions)")
    if summary.corrections:
        each = summary.corrections / summary.frames
        parts.append(f"{_corrected(summary.corrections)}, {each:.2f} a frame")
    return " · ".join([*parts, plan.generator])


def _corrected(count: int) -> str:
    return f"{count} {'place' if count == 1 else 'places'} corrected"


def _filter(kind: str, name: str, count: int | None, *, is_pressed: bool = False) -> str:
    pressed = "true" if is_pressed else "false"
    number = "" if count is None else f" {count}"
    return (
        f'<button type="button" data-kind="{kind}" aria-pressed="{pressed}">'
        f"{escape(name)}{number}</button>"
    )


def _card(folder: ResultFolder, plan: BatchPlan, report: FrameReport) -> str:
    size = plan.frames[report.index].size
    facts = {
        "label": report.label,
        "output": quote(os.fsencode(report.output)),
        "about": _facts_line(report),
        "width": size.width,
        "height": size.height,
        "faults": [fault.to_json() for fault in report.faults],
    }
    kinds = " ".join(dict.fromkeys(fault.kind for fault in report.faults))
    state = "failed" if report.status == "failed" else "fault"
    mark = _mark(report)
    lines = "".join(
        f'<span class="{state}">{escape(fault.text)}</span>' for fault in report.faults[:4]
    )
    return (
        f'<button type="button" class="card" data-state="{mark}" data-kinds="{kinds}" '
        f'data-facts="{escape(json.dumps(facts, ensure_ascii=False))}">'
        f"{_picture(folder, plan, report)}<b>{escape(report.label)}</b>"
        f"<span>{escape(_facts_line(report))}</span>{lines}</button>\n"
    )


def _mark(report: FrameReport) -> str:
    """How the strip above the frames marks one."""
    if report.status != "done":
        return report.status
    return "fault" if report.faults else "key" if report.is_key else "fine"


def _facts_line(report: FrameReport) -> str:
    if report.status != "done":
        return report.status
    parts = ["key frame"] if report.is_key else ["held"] if report.is_held else []
    if report.confidence is not None and not report.is_key:
        parts.append(f"confidence {report.confidence:.0%}")
    if report.flicker is not None:
        parts.append(f"flicker {report.flicker:.2f}")
    if report.corrections:
        parts.append(_corrected(report.corrections))
    return " · ".join(parts) or report.status


def _picture(folder: ResultFolder, plan: BatchPlan, report: FrameReport) -> str:
    if report.status != "done":
        return '<div class="none">no picture</div>'
    try:
        content = folder.thumbnail_path(report.label).read_bytes()
    except OSError:
        try:
            content = encode_thumbnail(read_picture(plan.target(report.index)).rgba_u8)
        except PictureError:
            return '<div class="none">no picture</div>'
    code = base64.b64encode(content).decode()
    return f'<img loading="lazy" alt="" src="data:image/webp;base64,{code}">'
