"""What lies in a folder of frames and in that of their results, and what the artist said of them.

Beside the coloured frames lie the key frames' hints, in the folder ``hints``, the light painted on
frames, in ``light``, and the character's tags, palette and light, as ``card.json``: the same batch
without a window is ``tintline batch FRAMES -o OUT --hints OUT/hints --painted-light OUT/light
--card OUT/card.json``.
"""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from app import places
from app.batch.card import CharacterCard
from app.batch.facts import turn_of
from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import borrowed_hints, find_keys
from app.batch.frames.marks import FrameMarks, marks_paths, read_marks, write_marks
from app.batch.plan import BatchPlan, BatchSettings, generator_digest
from app.batch.preflight import find_obstacles
from app.batch.records import Outcome, ReportFiles, ResultFolder, Status
from app.batch.reporting.judging import FrameReport, ReportSummary, frame_reports
from app.batch.reporting.pops import Pop
from app.batch.reporting.report import write_report
from app.cels.exposure import Exposure, expose
from app.cels.finishing import CelFormat, Finishing, finish, in_the_way
from app.cels.shots import CutPops
from app.cels.timesheet import find_timesheet, read_timesheet
from app.document.color_sets import NO_SETS, ColorSets, sets_to_json
from app.document.document import Document
from app.document.palette import Palette
from app.inputs import HINT_ENDINGS, tell_unnamed
from app.picture_names import NamedFiles
from app.references.files import kept_reference_paths, write_references
from models.device import CPU
from models.files.documents import DocumentError, read_json
from models.files.names import labelled
from models.files.whole import make_folder, write_json
from models.hints.hint_files import HintFileError, hints_from_json, write_hints
from models.hints.hints import HintSet, TagSelection
from models.hints.tags import Vocabulary, format_color
from models.lighting.light import Follows, Light, light_to_json
from models.line_color import LineColor
from models.matching.references import References
from models.spec import GeneratorSpec
from models.tracking.keys import KeyFrame
from models.tracking.turns import AS_IN_KEY

HINTS, LIGHT, REGIONS = "hints", "light", "regions"
MOST_NAMED = 5
CARD = "card.json"
REFERENCES = "references"
HINT_ENDING = ".hints.json"
OUT_ENDING = "_coloured"


class LookOrigin(Enum):
    """Where a cut's tags, palette and light come from."""

    FRAMES = "frames"
    DRAWING = "drawing"
    CARD = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutLook:
    """Tags, palette, light, tidiness, references, colour of the lines, and how the regions of a cut
    are found: the same for each of its frames.

    Pairs of places, barriers and joins are no part of it: they are said of one drawing.

    origin   where they come from, if not from the artist's work on the cut's frames.
    forgoes  colours to which the drawing that lent them is locked, and the cut is not.
    """

    tags: TagSelection = field(default_factory=TagSelection)
    palette: Palette = field(default_factory=Palette)
    light: Light | None = None
    color_sets: ColorSets = NO_SETS
    tidy: float | None = None
    gap: float | None = None
    smallest: float | None = None
    variant: int = 0
    line_color: LineColor | None = None
    references: References = field(default_factory=References)
    origin: LookOrigin = field(default=LookOrigin.FRAMES, compare=False)
    forgoes: int = field(default=0, compare=False)

    @classmethod
    def of(cls, document: Document) -> "CutLook":
        """Those of one of the cut's frames, the light as it was set."""
        return cls(
            tags=document.tags,
            palette=document.palette,
            light=document.light and replace(document.light, turn=AS_IN_KEY),
            color_sets=document.color_sets,
            tidy=document.tidy,
            gap=document.gap,
            smallest=document.smallest,
            variant=document.variant,
            line_color=document.line_color,
            references=document.references.lent(),
        )

    @property
    def lit(self) -> Light | None:
        """The light, with the tones that colours have of their own."""
        return self.light and replace(self.light, own=self.color_sets.tones)

    @classmethod
    def lent_by(cls, document: Document) -> "CutLook":
        """Those of another drawing. Its palette lock stays with it: the cut was never locked."""
        return cls(
            tags=document.tags,
            palette=replace(document.palette, locked=False),
            light=document.light and replace(document.light, turn=AS_IN_KEY),
            color_sets=document.color_sets,
            tidy=document.tidy,
            gap=document.gap,
            smallest=document.smallest,
            variant=document.variant,
            line_color=document.line_color,
            references=document.references.lent(),
            origin=LookOrigin.DRAWING,
            forgoes=len(document.palette.allowed),
        )


@dataclass(frozen=True, slots=True)
class Colored:
    """What is known of a frame's coloured picture: what it was made of, and how sure it is.

    painted  the same without what colours are shown as.
    """

    fingerprint: str
    confidence: float | None = None
    painted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A folder of frames as it was found.

    coloured    pictures that are there already, by their frame's index.
    card        as the folder of results keeps it; None if it keeps none.
    marks       what was drawn on single frames, by their index.
    free_bytes  on the disk of results.
    sheet       the drawings of the cut's timesheet, if it has one: they alone are coloured.
    notes       what is worth saying of what was found.
    """

    sequence: FrameSequence
    out: Path
    keys: tuple[KeyFrame, ...]
    colored: Mapping[int, Colored]
    card: CutLook | None
    free_bytes: int | None
    sheet: Exposure | None = None
    marks: Mapping[int, FrameMarks] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def finishing(self) -> Finishing:
        """What is written of the cut besides its coloured drawings: with a sheet, all there is."""
        if self.sheet is None:
            return Finishing()
        return Finishing(cels=CelFormat.PNG, planes=True, sheet=self.sheet)


def default_out(frames: Path) -> Path:
    """Where results go if nobody says otherwise: beside the folder of frames."""
    name = frames.stem if frames.is_file() else frames.name
    return frames.with_name(name + OUT_ENDING)


def look_through(
    frames: Path,
    out: Path,
    vocabulary: Vocabulary,
    *,
    tell: Callable[[int, Path], None] | None = None,
) -> Cut:
    """Read what there is. `tell` as FrameSequence.scan. Raises PictureError, PlanError."""
    folder = ResultFolder(out)
    sequence = FrameSequence.scan(frames, exclude=(out,), known=folder.read_facts(), tell=tell)
    hints = out / HINTS
    drawn = {"light": out / LIGHT, "regions": out / REGIONS}
    card = None
    if (out / CARD).is_file():
        read = CharacterCard.read(out / CARD, vocabulary)
        titles = tuple(read.names.get(color, "") for color in read.palette)
        palette = Palette(read.palette, locked=bool(read.palette), titles=titles)
        card = CutLook(
            tags=read.tags,
            palette=palette,
            light=read.light,
            color_sets=read.color_sets,
            tidy=read.tidy,
            gap=read.gap,
            smallest=read.smallest,
            variant=read.variant,
            line_color=read.line_color,
            references=read.references,
            origin=LookOrigin.CARD,
        )
    colored = {}
    for index, frame in enumerate(sequence.frames):
        record = folder.read_record(frame.label)
        if record is not None and labelled(out, frame.label, ".png").is_file():
            colored[index] = Colored(
                record.fingerprint, confidence_of(record.facts), record.painted
            )
    keys = find_keys(sequence, hints if hints.is_dir() else None)
    notes = [*sequence.notes, *borrowed_hints(sequence, keys)]
    beside = NamedFiles(hints)
    if sequence.frames and not keys and beside.named(HINT_ENDINGS):
        first = sequence.frames[0].name
        notes.append(tell_unnamed(hints, beside, "these frames", first))
    sheet = _exposed(frames, sequence, notes)
    return Cut(
        sequence=sequence,
        out=out,
        keys=keys,
        colored=colored,
        card=card,
        free_bytes=_free_bytes(out),
        sheet=sheet,
        marks=read_marks(
            sequence.frames, **{name: path for name, path in drawn.items() if path.is_dir()}
        ),
        notes=tuple(notes),
    )


def _exposed(frames: Path, sequence: FrameSequence, notes: list[str]) -> Exposure | None:
    """The drawings of the cut's timesheet; None without one. Raises TimesheetError."""
    path = find_timesheet(frames)
    if path is None or not sequence.frames:
        return None
    sheet = expose(read_timesheet(path), sequence.frames)
    notes.append(
        f"{path.name}: {sheet.sheet.frames} frames of {len(sheet.sheet.layers)} layers show "
        f"{len(sheet.used)} drawings"
    )
    if sheet.missing:
        named = ", ".join(f"{layer} {cel}" for layer, cel in sheet.missing[:MOST_NAMED])
        notes.append(f"{path.name}: shows {named}, which nobody drew")
    return sheet if sheet.used else None


def confidence_of(facts: Mapping[str, object]) -> float | None:
    """How sure the carried hints of a frame are, as its record keeps it."""
    confidence = facts.get("confidence")
    return float(confidence) if isinstance(confidence, float | int) else None


def plan_of(cut: Cut, look: CutLook, spec: GeneratorSpec) -> BatchPlan:
    """What colouring all frames of a cut by one generator means."""
    from models.runtime.light_graph import find_light, light_digest  # noqa: PLC0415 - onnxruntime

    takes_tags = spec.takes_tags and bool(look.tags.names)
    return BatchPlan(
        frames=cut.sequence.frames,
        keys=cut.keys if spec.takes_hints else (),
        selected=cut.sheet.used if cut.sheet else tuple(range(len(cut.sequence.frames))),
        tags=look.tags,
        palette=look.color_sets.allowed(look.palette.allowed),
        generator=spec.name,
        generator_digest=generator_digest(spec),
        light_digest=light_digest(find_light(places.light_folders(), CPU)) if look.light else "",
        settings=BatchSettings(
            carries_hints=spec.takes_hints,
            first_is_key=spec.takes_hints and takes_tags,
            light=look.lit,
            tidy=look.tidy,
            gap=look.gap,
            smallest=look.smallest,
            variant=look.variant,
            line_color=look.line_color,
        ),
        recolor=look.color_sets.recolor,
        references=look.references,
        marks=cut.marks,
        out=cut.out,
    )


def prepare(plan: BatchPlan, cut: Cut, look: CutLook) -> list[str]:
    """Why the plan cannot be carried out, a sentence each; keeps what was read and chosen."""
    labels = (frame.label for frame in plan.frames)
    kept = [
        plan.out / CARD,
        *kept_reference_paths(plan.out / REFERENCES, look.references),
        *cut.finishing.targets(plan),
    ]
    for label in labels:
        kept += [_hints_path(plan.out, label)]
        kept += marks_paths(plan.out / LIGHT, plan.out / REGIONS, label)
    obstacles = find_obstacles(plan, cut.sequence.files, also_written=kept)
    obstacles = obstacles or in_the_way(plan, cut.finishing)
    if not obstacles:
        folder = ResultFolder(plan.out)
        folder.write_facts(cut.sequence.facts)
        folder.clear_parts()
        if look != (cut.card or CutLook()):
            write_card(plan.out, cut.sequence.root.name, look)
    return obstacles


def carried_hints(plan: BatchPlan, index: int) -> HintSet:
    """The hints that coloured a frame, if it was coloured by this plan; else none."""
    key = plan.key_at(index)
    if key is not None and len(key.hints):
        return key.hints
    record = ResultFolder(plan.out).read_record(plan.frames[index].label)
    if record is None:
        return HintSet()
    try:
        return hints_from_json(record.facts.get("carried"), plan.frames[index].label)
    except HintFileError:
        return HintSet()


def light_of(plan: BatchPlan, index: int, look: CutLook) -> Light | None:
    """The light on a frame: turned with its figure as when it was coloured, if it follows it."""
    if look.light is None or look.light.follows is Follows.CAMERA:
        return look.light
    record = ResultFolder(plan.out).read_record(plan.frames[index].label)
    return replace(look.light, turn=turn_of(record.facts if record else {}))


def _hints_path(out: Path, label: str) -> Path:
    return labelled(out / HINTS, label, HINT_ENDING)


def write_key(plan: BatchPlan, index: int, hints: HintSet) -> None:
    """Keep the hints of a key frame; without hints it is none any more. Raises FileError."""
    path = _hints_path(plan.out, plan.frames[index].label)
    if not len(hints):
        path.unlink(missing_ok=True)
        return
    make_folder(path.parent)
    write_hints(hints, path)


def keep_marks(plan: BatchPlan, index: int, marks: FrameMarks) -> None:
    """Keep what was drawn on a frame besides its hints. Raises FileError."""
    write_marks(plan.out / LIGHT, plan.out / REGIONS, plan.frames[index].label, marks)


def write_card(out: Path, name: str, look: CutLook) -> None:
    """Keep what a cut looks like, under its card's name. Raises FileError."""
    make_folder(out)
    with suppress(DocumentError):
        name = str(read_json(out / CARD).field("name").content)
    palette = look.palette
    colors = [format_color(color) for color in palette.allowed]
    titles = palette.titles[: len(colors)]
    has_names = bool(colors) and all(titles) and len(set(titles)) == len(titles)
    named = dict(zip(titles, colors)) if has_names else colors
    lit: dict[str, object] = {} if look.light is None else {"light": light_to_json(look.light)}
    if look.color_sets != NO_SETS:
        lit["color_sets"] = sets_to_json(look.color_sets)
    told = {"tidy": look.tidy, "gap": look.gap, "smallest": look.smallest}
    lit |= {name: value for name, value in told.items() if value is not None}
    lit |= {"variant": look.variant} if look.variant else {}
    lit |= {"line_color": str(look.line_color)} if look.line_color else {}
    tags = list(look.tags.names)
    names = write_references(out / REFERENCES, look.references)
    files = [f"{REFERENCES}/{name}" for name in names]
    layers = [picture.layer for picture in look.references.pictures]
    named_files = [
        {"file": file, "layer": layer} if layer else file for file, layer in zip(files, layers)
    ]
    shown = {"reference": named_files} if names else {}
    write_json(out / CARD, {"name": name, "tags": tags, "palette": named, **lit, **shown})


@dataclass(frozen=True, slots=True)
class FinishedReport:
    """A report that was written, with what it says of each frame, and the cut's colour pops."""

    files: ReportFiles
    summary: ReportSummary
    frames: tuple[FrameReport, ...]
    pops: tuple[Pop, ...] = ()


def make_report(plan: BatchPlan, cut: Cut, failed: Mapping[int, str]) -> FinishedReport:
    """Write the report of all frames, and the cut by its sheet. failed: reasons by index.

    Raises FileError, PictureError.
    """
    every = cut.sheet.used if cut.sheet else tuple(range(len(plan.frames)))
    whole = replace(plan, selected=every)
    finish(whole, cut.finishing)
    outcomes = {
        index: Outcome(index=index, label=plan.frames[index].label, status=Status.FAILED, why=why)
        for index, why in failed.items()
    }
    pops = tuple(CutPops(whole).find(cut.sheet))
    files, summary = write_report(whole, cut.sequence, outcomes=outcomes, pops=pops)
    wanted = tuple(report for report in frame_reports(whole, outcomes, pops) if report.faults)
    return FinishedReport(files, summary, wanted, pops)


def _free_bytes(out: Path) -> int | None:
    place = next(folder for folder in (out, *out.parents) if folder.is_dir())
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None
