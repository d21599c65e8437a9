"""What the animation panel says of a plan, of the time left and of a report."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.animation.cut import Cut, CutLook, FinishedReport, LookOrigin
from app.batch.plan import BatchPlan, held_frames
from app.batch.preflight import estimated_bytes
from app.batch.reporting.faults import FAULTS
from app.batch.reporting.judging import FrameReport
from app.batch.reporting.pops import Pop
from app.panels.batch.pages import Finding, PlanFact
from models.lighting.light import Follows, ShadeStyle
from models.spec import GeneratorSpec

MOST_NAMED = 4
"""Names and problems beyond so many are counted."""


def plan_facts(
    cut: Cut,
    plan: BatchPlan,
    look: CutLook,
    spec: GeneratorSpec,
    *,
    following: GeneratorSpec | None = None,
) -> list[PlanFact]:
    """The lines of the plan, the warnings among them. following: what is used after this batch."""
    facts = [PlanFact(_tr("Frames"), _frames_text(cut)), _key_fact(plan, spec)]
    if plan.keys and plan.unhinted:
        facts.append(PlanFact(_tr("No hints"), _unhinted_text(plan), is_warning=True))
    cuts = [name or _tr("the folder") for name in cut.sequence.cuts]
    if len(cuts) > 1:
        facts.append(PlanFact(_tr("Cuts"), f"{len(cuts)}: {_named(cuts)}"))
    held = len(list(held_frames(plan)))
    if held:
        text = _tr("{count} repeat an earlier drawing and are coloured once")
        facts.append(PlanFact(_tr("Held"), text.format(count=held)))
    if cut.sequence.gaps:
        gaps = _named([str(gap) for gap in cut.sequence.gaps])
        facts.append(PlanFact(_tr("Gaps"), gaps, is_warning=True))
    if cut.notes:
        facts.append(PlanFact(_tr("Notes"), "\n".join(_below(cut, cut.notes)), is_warning=True))
    if cut.sequence.problems:
        reasons = _below(cut, (problem.reason for problem in cut.sequence.problems))
        shown = "\n".join(reasons[:MOST_NAMED])
        more = _more(len(reasons) - MOST_NAMED)
        facts.append(PlanFact(_tr("Unreadable"), f"{shown}{more}", is_warning=True))
    facts += [_tags_fact(look, spec), _palette_fact(look), *_light_facts(look)]
    facts.append(_generator_fact(spec, following))
    facts.append(_disk_fact(cut, plan))
    facts.append(PlanFact(_tr("Results"), str(plan.out)))
    return facts


def _below(cut: Cut, lines: Iterable[str]) -> list[str]:
    """Lines in which files are named below the folders of frames and of results."""
    frames, results = f"{cut.sequence.root}{os.sep}", f"{cut.out}{os.sep}"
    return [line.replace(frames, "").replace(results, "") for line in lines]


def _frames_text(cut: Cut) -> str:
    sizes = [str(size) for size in cut.sequence.sizes]
    return f"{len(cut.sequence.frames)} · {_named(sizes)}"


def _unhinted_text(plan: BatchPlan) -> str:
    """Frames that no key frame's colours reach, by cut and size."""
    text = _tr("{count} of {cut} ({size}): give one of them hints")
    return _named(
        [
            text.format(count=count, cut=cut or _tr("the folder"), size=size)
            for cut, size, count in plan.unhinted
        ]
    )


def _key_fact(plan: BatchPlan, spec: GeneratorSpec) -> PlanFact:
    name = _tr("Key frames")
    if not spec.takes_hints:
        text = _tr("{title} takes no hints; frames are coloured one by one")
        return PlanFact(name, text.format(title=spec.title), is_warning=True)
    if plan.keys:
        text = _tr("{frame} ({count} hints)")
        keys = [
            text.format(frame=plan.frames[key.index].name, count=len(key.hints))
            for key in plan.keys
        ]
        return PlanFact(name, _named(keys))
    if plan.settings.first_is_key:
        return PlanFact(name, _tr("the first frame, coloured by its tags"))
    text = _tr("none yet: double-click a frame and give it hints")
    return PlanFact(name, text, is_warning=True)


def _tags_fact(look: CutLook, spec: GeneratorSpec) -> PlanFact:
    name, tags = _tr("Tags"), [name.replace("_", " ") for name in look.tags.names]
    if not tags:
        return PlanFact(name, _tr("none"))
    listed = ", ".join(tags) + _origin_text(look)
    if spec.takes_tags:
        return PlanFact(name, listed)
    text = _tr("{tags}; {title} takes no tags")
    return PlanFact(name, text.format(tags=listed, title=spec.title), is_warning=True)


def _palette_fact(look: CutLook) -> PlanFact:
    name, count = _tr("Palette"), len(look.palette.allowed)
    if count:
        return PlanFact(
            name, _tr("{count} colours and no other").format(count=count) + _origin_text(look)
        )
    if not look.forgoes:
        return PlanFact(name, _tr("any colour"))
    text = _tr(
        "any colour: the open drawing's lock to {count} does not hold here; lock the palette in a "
        "frame of the cut if it shall"
    )
    return PlanFact(name, text.format(count=look.forgoes))


def _light_facts(look: CutLook) -> list[PlanFact]:
    light = look.light
    if light is None:
        return []
    text = _tr("from {angle}°, {style}") + _origin_text(look)
    styles = {
        ShadeStyle.CEL: _tr("cel"),
        ShadeStyle.TWO_TONE: _tr("two tones"),
        ShadeStyle.SOFT: _tr("soft"),
    }
    told = text.format(angle=f"{light.angle_deg:.0f}", style=styles[light.style])
    if light.follows is Follows.FIGURE:
        told += _tr(", turns with the figure")
    return [PlanFact(_tr("Light"), told)]


def _origin_text(look: CutLook) -> str:
    """What to add to a look that the artist did not choose in the cut's own frames."""
    if look.origin is LookOrigin.DRAWING:
        return " " + _tr("(from the drawing that was open)")
    return " " + _tr("(kept with the results)") if look.origin is LookOrigin.CARD else ""


def _generator_fact(spec: GeneratorSpec, following: GeneratorSpec | None) -> PlanFact:
    name = _tr("Generator")
    if following is None:
        return PlanFact(name, spec.title)
    text = _tr("{title} until this run is over, then {other}")
    return PlanFact(name, text.format(title=spec.title, other=following.title), is_warning=True)


def _disk_fact(cut: Cut, plan: BatchPlan) -> PlanFact:
    missing = [index for index in plan.selected if index not in cut.colored]
    needed = estimated_bytes(plan, missing)
    text = _tr("about {needed} needed").format(needed=size_text(needed))
    if cut.free_bytes is None:
        return PlanFact(_tr("Disk"), text)
    text += ", " + _tr("{free} free").format(free=size_text(cut.free_bytes))
    return PlanFact(_tr("Disk"), text, is_warning=needed > cut.free_bytes)


def size_text(count: int) -> str:
    """Bytes in words, rounded."""
    value, units = count / 1000, ["kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value /= 1000
        units.pop(0)
    unit = units[0]
    return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"


def left_text(seconds: float | None) -> str:
    """Time left in words, empty if it is not known."""
    if seconds is None:
        return ""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _tr("{hours} h {minutes:02d} min left").format(hours=hours, minutes=minutes)
    if minutes:
        return _tr("{minutes} min {seconds:02d} s left").format(minutes=minutes, seconds=rest)
    return _tr("{seconds} s left").format(seconds=rest)


def report_text(report: FinishedReport) -> str:
    """The report in a line."""
    summary = report.summary
    parts = []
    if not report.frames:
        parts.append(_tr("Nothing to look at in {count} frames").format(count=summary.frames))
    else:
        text = _tr("{count} of {total} frames want a look")
        parts.append(text.format(count=len(report.frames), total=summary.frames))
    if summary.flicker is not None:
        parts.append(_tr("flicker {value:.2f}").format(value=summary.flicker))
    return " · ".join(parts)


def corrections_text(counts: Mapping[str, int]) -> str:
    """How much was corrected by hand, in a line; empty for nothing. counts: by frame."""
    if not counts:
        return ""
    places = sum(counts.values())
    text = _tr("Corrected by hand: 1 place in 1 frame")
    if places > 1:
        text = _tr("Corrected by hand: {places} places in 1 frame")
    if len(counts) > 1:
        text = _tr("Corrected by hand: {places} places in {frames} frames")
    return text.format(places=places, frames=len(counts))


def findings(frames: Iterable[FrameReport], pops: Sequence[Pop] = ()) -> list[Finding]:
    """What the report lists, a line for each place of each kind in each frame.

    pops  of the cut, which are faults of their frames in the same order.
    """
    return list(_findings(frames, pops))


def _findings(frames: Iterable[FrameReport], pops: Sequence[Pop]) -> Iterator[Finding]:
    for frame in frames:
        popped = (pop for pop in pops if pop.drawing == frame.index)
        for fault in frame.faults:
            pop = next(popped) if fault.kind == "pops" else None
            for number, spot in enumerate(fault.spots or (None,), start=1):
                count = len(fault.spots)
                place = _tr("place {number} of {count}").format(number=number, count=count)
                yield Finding(
                    row=frame.index,
                    frame=frame.label,
                    kind=_tr(FAULTS[fault.kind].title),
                    text=f"{fault.text} · {place}" if count > 1 else fault.text,
                    spot=(float(spot[0]), float(spot[1])) if spot else None,
                    side=float(spot[2]) ** 0.5 if spot and len(spot) > 2 else 0.0,
                    shown=None if pop is None else (pop.first, pop.last),
                )


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + _more(len(names) - MOST_NAMED)


def _more(count: int) -> str:
    return " " + _tr("and {count} more").format(count=count) if count > 0 else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Animation", text)
