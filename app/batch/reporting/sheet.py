"""The contact sheet: every frame of a batch in one HTML file that needs no network.

Small pictures are part of the file. The picture that opens is the frame's own file beside the
sheet; where it was moved away, the small one stands in for it.
"""

import base64
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote

from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from app.batch.writing import encode_thumbnail
from models.files.names import printable
from models.pictures.files import PictureError, read_picture

if TYPE_CHECKING:
    from app.batch.reporting.report import FrameReport, ReportSummary

_STYLE = """
:root { color-scheme: dark; --back: #1c1d20; --card: #26282c; --text: #e6e6e6; --dim: #9a9da3;
  --line: #34363b; --warn: #f0b04a; --bad: #f0705f; --good: #4f8a63; --focus: #6fb1ff; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text);
  font: 14px/1.45 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 1; padding: 14px 22px 12px; background: var(--back);
  border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 2px; font-size: 19px; font-weight: 600; }
h2 { margin: 26px 22px 8px; font-size: 15px; font-weight: 600; color: var(--dim); }
p { margin: 0; color: var(--dim); }
kbd { padding: 0 5px; border: 1px solid #4a4d54; border-radius: 4px; font: 12px system-ui; }
nav { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 10px; }
nav button { padding: 3px 11px; border: 1px solid #44474d; border-radius: 13px; background: none;
  color: var(--text); font: inherit; cursor: pointer; }
nav button[aria-pressed=true] { background: #3a5f8f; border-color: #3a5f8f; }
.strip { display: flex; gap: 1px; height: 12px; margin-top: 12px; }
.strip button { flex: 1 1 0; min-width: 0; padding: 0; border: 0; background: var(--good);
  cursor: pointer; }
.strip .key { background: var(--focus); } .strip .fault { background: var(--warn); }
.strip .failed { background: var(--bad); } .strip .missing { background: #55585f; }
.strip .cut { margin-left: 6px; } .strip button:hover { filter: brightness(1.35); }
.strip button[hidden] { display: block; opacity: .25; }
ul.notes { margin: 10px 0 0; padding-left: 18px; color: var(--warn); max-height: 8em;
  overflow: auto; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(206px, 1fr)); gap: 12px;
  padding: 0 22px; }
.card { display: flex; flex-direction: column; padding: 0; border: 1px solid transparent;
  border-radius: 7px; background: var(--card); color: inherit; font: inherit; text-align: left;
  cursor: pointer; overflow: hidden; }
.card[hidden] { display: none; }
.card img, .card .none { display: block; width: 100%; aspect-ratio: var(--ratio);
  object-fit: contain; background: #fff; }
.card .none { display: grid; place-items: center; background: #303238; color: var(--dim); }
.card b { padding: 7px 9px 0; font-weight: 600; overflow-wrap: anywhere; }
.card span { padding: 0 9px; font-size: 12px; color: var(--dim); }
.card span.fault { color: var(--warn); }
.card span.failed { color: var(--bad); }
.card span:last-child { padding-bottom: 8px; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
dialog { width: min(96vw, 1500px); height: 94vh; padding: 0; border: 0; border-radius: 9px;
  background: #141517; color: var(--text); }
dialog:focus { outline: none; }
dialog::backdrop { background: rgb(0 0 0 / .7); }
.open { display: grid; grid-template-columns: 1fr 280px; height: 100%; }
.stage { display: grid; place-items: center; min-width: 0; min-height: 0; padding: 14px; }
.frame { position: relative; aspect-ratio: var(--shown);
  width: min(100%, calc((94vh - 28px) * var(--shown))); }
.frame img { display: block; width: 100%; height: 100%; background: #fff; }
.frame.none img { visibility: hidden; } .frame.none { background: #303238; }
.frame svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
aside { padding: 14px 18px 18px; border-left: 1px solid var(--line); overflow: auto; }
aside div { display: flex; gap: 6px; justify-content: flex-end; }
aside div button { min-width: 34px; padding: 3px 9px; border: 1px solid #44474d; border-radius: 7px;
  background: none; color: inherit; font: inherit; cursor: pointer; }
aside h3 { margin: 14px 0 4px; font-size: 17px; overflow-wrap: anywhere; }
aside a[hidden] { display: none; }
aside ul { padding-left: 18px; } aside li { margin-bottom: 6px; color: var(--warn); }
aside a { color: var(--focus); }
footer { padding: 26px 22px; color: var(--dim); }
@media (max-width: 760px) { .open { grid-template-columns: 1fr; grid-template-rows: 1fr auto; } }
"""

_SCRIPT = """
const cards = [...document.querySelectorAll('.card')];
const filters = [...document.querySelectorAll('nav button')];
const strip = document.querySelector('.strip'), marks = new Map();
const dialog = document.querySelector('dialog');
const shown = () => cards.filter(card => !card.hidden);
let kind = '';
function filter(wanted) {
  kind = wanted;
  for (const card of cards) {
    const kinds = card.dataset.kinds.split(' ').filter(Boolean);
    card.hidden = kind === 'any' ? !kinds.length : kind !== '' && !kinds.includes(kind);
    marks.get(card).hidden = card.hidden;
  }
  for (const button of filters) button.ariaPressed = String(button.dataset.kind === kind);
  for (const part of document.querySelectorAll('section'))
    part.hidden = !part.querySelector('.card:not([hidden])');
  const first = shown()[0]; if (first) first.focus();
}
function fill(card) {
  const facts = JSON.parse(card.dataset.facts), small = card.querySelector('img');
  const picture = dialog.querySelector('img'), rings = dialog.querySelector('svg');
  const frame = dialog.querySelector('.frame'), link = dialog.querySelector('a');
  frame.style.setProperty('--shown', facts.width / facts.height);
  frame.classList.toggle('none', !small); link.hidden = !small;
  picture.onerror = () => { picture.onerror = null; if (small) picture.src = small.src; };
  picture.alt = facts.label;
  if (small) picture.src = facts.output; else picture.removeAttribute('src');
  dialog.querySelector('h3').textContent = facts.label;
  dialog.querySelector('p').textContent = facts.about;
  link.href = facts.output;
  const list = dialog.querySelector('ul'); list.replaceChildren();
  rings.replaceChildren(); rings.setAttribute('viewBox', `0 0 ${facts.width} ${facts.height}`);
  const least = Math.max(facts.width, facts.height) / 70;
  for (const fault of facts.faults) {
    const line = document.createElement('li'); line.textContent = fault.text; list.append(line);
    for (const [x, y, pixels] of fault.spots) {
      const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      ring.setAttribute('cx', x); ring.setAttribute('cy', y);
      ring.setAttribute('r', Math.max(least, Math.sqrt(pixels / Math.PI) * 1.3));
      ring.setAttribute('fill', 'none'); ring.setAttribute('stroke', '#ff3b6b');
      ring.setAttribute('stroke-width', least / 5); rings.append(ring);
    }
  }
  dialog.dataset.index = cards.indexOf(card);
}
function open(card) { fill(card); if (!dialog.open) { dialog.showModal(); dialog.focus(); } }
function step(by) {
  const list = shown(); if (!list.length) return;
  const from = dialog.open ? cards[dialog.dataset.index] : document.activeElement;
  const at = list.indexOf(from);
  const to = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  if (dialog.open) fill(to); else to.focus();
}
function across() {
  const list = shown(), top = list.length ? list[0].offsetTop : 0;
  return Math.max(1, list.filter(card => card.offsetTop === top).length);
}
for (const card of cards) {
  card.onclick = () => open(card);
  const mark = document.createElement('button'), first = card === card.parentNode.firstElementChild;
  mark.type = 'button'; mark.tabIndex = -1; mark.title = card.querySelector('b').textContent;
  mark.className = card.dataset.state + (first && strip.childElementCount ? ' cut' : '');
  mark.onclick = () => open(card); strip.append(mark); marks.set(card, mark);
}
const [back, on, close] = dialog.querySelectorAll('aside div button');
back.onclick = () => step(-1); on.onclick = () => step(1); close.onclick = () => dialog.close();
for (const button of filters) button.onclick = () => filter(button.dataset.kind);
dialog.addEventListener('close', () => { const card = cards[dialog.dataset.index]; card.focus(); });
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: dialog.open ? 1 : across(),
    ArrowUp: dialog.open ? -1 : -across(), Home: -1e9, End: 1e9 };
  if (event.key in moves) { step(moves[event.key]); event.preventDefault(); }
  else if (event.key === 'f') { if (dialog.open) dialog.close(); filter(kind ? '' : 'any'); }
});
"""


def write_sheet(
    stream: BinaryIO,
    plan: BatchPlan,
    reports: Iterable["FrameReport"],
    summary: "ReportSummary",
    *,
    notes: Sequence[str],
    names: Mapping[str, str],
) -> None:
    """Write the sheet frame by frame.

    notes  what concerns no frame that was coloured; names  what each kind of fault is called.
    """

    def put(text: str) -> None:
        stream.write(printable(text).encode())

    title = f"{plan.card_name or plan.out.resolve().name} · {summary.frames} frames"
    put('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n')
    put('<meta name="viewport" content="width=device-width">\n')
    put(f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n")
    put(f"<style>:root {{ --ratio: {_common_ratio(plan):.4f}; --shown: 1; }}</style>\n")
    put(f"<header><h1>{escape(title)}</h1>\n<p>{escape(_about(plan, summary))}</p>\n<nav>")
    put(_filter("", "all", summary.frames, is_pressed=True))
    flagged = any(summary.faults.values())
    if flagged:
        put(_filter("any", "to look at", None))
    for kind, name in names.items():
        if count := summary.faults.get(kind, 0):
            put(_filter(kind, name, count))
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
    put(f"<script>{_SCRIPT}</script>\n</html>\n")


def _common_ratio(plan: BatchPlan) -> float:
    """Width by height of most frames, within what small pictures can have."""
    sizes = Counter(plan.frames[index].size for index in plan.selected)
    if not sizes:
        return 1.0
    size = sizes.most_common(1)[0][0]
    return min(2.4, max(0.6, size.width / size.height))


def _about(plan: BatchPlan, summary: "ReportSummary") -> str:
    parts = [f"{count} {status}" for status, count in sorted(summary.statuses.items())]
    if summary.flicker is not None:
        parts.append(f"flicker {summary.flicker:.2f} (mean CIEDE2000 of tracked regions)")
    return " · ".join([*parts, plan.generator])


def _filter(kind: str, name: str, count: int | None, *, is_pressed: bool = False) -> str:
    pressed = "true" if is_pressed else "false"
    number = "" if count is None else f" {count}"
    return (
        f'<button type="button" data-kind="{kind}" aria-pressed="{pressed}">'
        f"{escape(name)}{number}</button>"
    )


def _card(folder: ResultFolder, plan: BatchPlan, report: "FrameReport") -> str:
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


def _mark(report: "FrameReport") -> str:
    """How the strip above the frames marks one."""
    if report.status != "done":
        return report.status
    return "fault" if report.faults else "key" if report.is_key else "fine"


def _facts_line(report: "FrameReport") -> str:
    if report.status != "done":
        return report.status
    parts = ["key frame"] if report.is_key else ["held"] if report.is_held else []
    if report.confidence is not None and not report.is_key:
        parts.append(f"confidence {report.confidence:.0%}")
    if report.flicker is not None:
        parts.append(f"flicker {report.flicker:.2f}")
    return " · ".join(parts) or report.status


def _picture(folder: ResultFolder, plan: BatchPlan, report: "FrameReport") -> str:
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
