"""``tintline colorize``: pictures, each by itself, from files or folders."""

import argparse
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import resources
from app.cli.console import Console
from app.cli.generators import load_colorizer, note_unused
from app.cli.light_options import add_light_arguments, chosen_light
from app.cli.obedience import hint_difference
from app.cli.options import (
    add_color_arguments,
    add_generator_arguments,
    add_json_argument,
    add_layer_argument,
    add_line_arguments,
    add_painting_arguments,
    add_reference_argument,
    allowed_colors,
    chosen_references,
    chosen_sets,
    files_of_references,
    line_kind,
    region_wishes,
    with_tones,
)
from app.errors import TintlineError, UsageError
from app.export.coloring import layers_of
from app.export.layered import layer_writer
from app.export.on_paper import on_paper
from app.export.paint import write_paint
from app.export.png import color_alpha, colored_rows, kept_alpha
from app.inputs import (
    Job,
    Problem,
    count_outside,
    join_tags,
    parse_tags,
    plan_jobs,
    read_hints,
    read_tags,
)
from app.references.files import tagged_parts
from app.references.words import told_json, told_notes
from models.cancel import never_cancelled
from models.coloring.compose import FullColor
from models.coloring.palette import AS_PAINTED, ColorReport, Recolor
from models.coloring.trace import read_color_trace
from models.device import DeviceChoice
from models.files.whole import FileError, make_folder
from models.geometry import Size
from models.hints.hints import HintSet, TagSelection
from models.hints.tags import Rgb, Vocabulary, load_vocabulary
from models.lighting.light import Light
from models.line_color import LineColor
from models.matching.references import References
from models.pictures.files import Picture, read_picture, write_png
from models.regions.drawn_lines import DrawnLines, LineKind, read_lines
from models.regions.wishes import RegionWishes
from models.requests.colorizer import Colorizer
from models.requests.references import ReferenceReport
from models.requests.request import ColorizeRequest
from models.rows import PackedRows, with_alpha
from models.runtime.catalog import Catalog
from models.runtime.generator import GeneratorError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options, a contract."""
    parser.add_argument(
        "inputs", metavar="INPUT", nargs="+", type=Path, help="a line drawing, or a folder of them"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", required=True,
        help="the PNG to write for one input, else the folder",
    )  # fmt: skip
    add_generator_arguments(parser)
    add_line_arguments(parser)
    parser.add_argument(
        "--hints", metavar="FILE|FOLDER", type=Path,
        help="JSON or PNG hints; in a folder they carry their picture's stem: STEM.hints.json, "
        "STEM.json or STEM.png, and STEM.tags.txt holds tags",
    )  # fmt: skip
    add_color_arguments(parser)
    add_reference_argument(parser)
    add_light_arguments(parser, "315, and none with --palette or --colour-trace")
    add_painting_arguments(parser)
    add_layer_argument(parser)
    parser.add_argument(
        "--layer-per-colour", dest="layer_per_color", action="store_true",
        help="with --layers: one layer a flat colour, named as in --palette",
    )  # fmt: skip
    parser.add_argument(
        "--transparent-layers", action="store_true",
        help="with --layers: lines and flats on transparent layers over one of white paper; the "
        "picture is the same",
    )  # fmt: skip
    parser.add_argument(
        "--paint", action="store_true",
        help="write flats and ink without antialiasing, and their palette for OpenToonz (.tpl)",
    )  # fmt: skip
    parser.add_argument(
        "--flats", action="store_true", help="write the flat colours beside each picture too"
    )
    parser.add_argument(
        "--colour-trace", dest="color_trace", action="store_true",
        help="red and green guide lines bound shade, blue ones highlights; then they vanish",
    )  # fmt: skip
    parser.add_argument("--overwrite", action="store_true", help="replace files that exist")
    add_json_argument(parser)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command line decided for every picture."""

    tags: TagSelection
    palette: tuple[Rgb, ...]
    vocabulary: Vocabulary
    long_side: int
    lines: LineKind | None = None
    clean_paper: bool = False
    line_color: LineColor | None = None
    regions: RegionWishes = field(default_factory=RegionWishes)
    is_traced: bool = False
    names: Mapping[Rgb, str] = field(default_factory=dict)
    is_by_color: bool = False
    is_on_paper: bool = False
    light: Light | None = None
    recolor: Recolor = AS_PAINTED
    tidy: float | None = None
    variant: int = 0
    references: References = field(default_factory=References)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One coloured picture."""

    job: Job
    size: Size
    elapsed_ms: float
    has_palette: bool
    lines: LineKind
    report: ColorReport
    told: ReferenceReport
    hint_difference: float
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """As the command's JSON lists it."""
        layers, flats = self.job.layers_target, self.job.flats_target
        paint = self.job.paint_target
        return {
            "input": str(self.job.source),
            "output": str(self.job.target),
            "layers": str(layers) if layers else None,
            "flats": str(flats) if flats else None,
            "paint": str(paint) if paint else None,
            "width": self.size.width,
            "height": self.size.height,
            "milliseconds": round(self.elapsed_ms, 1),
            "lines": self.lines.value,
            "hints": {
                "visible": self.report.hints_visible,
                "obeyed": self.report.hints_obeyed,
                "mean_ciede2000": round(self.hint_difference, 3),
            },
            "regions": self.report.regions,
            "palette": self.report.palette_json() if self.has_palette else None,
            "references": told_json(self.told),
            "notes": list(self.notes),
        }


def run(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> int:
    """Colour every input. Returns 0, or 1 if some failed. Raises UsageError."""
    vocabulary = load_vocabulary(resources.TAGS)
    palette, names = allowed_colors(arguments)
    sets = chosen_sets(arguments)
    # A palette allows no shade, and trace lines say where it lies.
    usual = None if palette or arguments.color_trace else Light()
    choices = Choices(
        tags=parse_tags(arguments.tags, vocabulary),
        palette=palette,
        vocabulary=vocabulary,
        long_side=arguments.size,
        names={sets.shown(color): name for color, name in names.items()},
        is_by_color=arguments.layer_per_color,
        is_on_paper=arguments.transparent_layers,
        lines=line_kind(arguments),
        clean_paper=arguments.clean_paper,
        line_color=arguments.line_color,
        regions=region_wishes(arguments),
        is_traced=arguments.color_trace,
        light=with_tones(chosen_light(arguments, usual), sets),
        recolor=sets.recolor,
        tidy=arguments.tidy,
        variant=arguments.variant,
        references=chosen_references(arguments),
    )
    for option, is_given in (
        ("--layer-per-colour", arguments.layer_per_color),
        ("--transparent-layers", arguments.transparent_layers),
    ):
        if is_given and not arguments.layers:
            raise UsageError(f"{option}: needs a layered file; add --layers ora or psd")
    planned = plan_jobs(
        arguments.inputs,
        arguments.out,
        hints=arguments.hints,
        layers_suffix=f".{arguments.layers}" if arguments.layers else None,
        wants_flats=arguments.flats,
        wants_paint=arguments.paint,
        overwrite=arguments.overwrite,
        also_read=[
            *([arguments.palette] if arguments.palette else ()),
            *files_of_references(arguments),
        ],
    )
    jobs, problems = planned.jobs, planned.problems
    for problem in problems:
        console.error(problem.reason)
    for note in planned.notes:
        console.note(note)
    done: list[Done] = []
    generator_name, device = "", None
    if jobs:
        colorizer = load_colorizer(arguments, console, catalog)
        generator_name, device = colorizer.generator.spec.name, colorizer.generator.device
        has_hints = any(job.hints_file for job in jobs)
        note_unused(
            colorizer.generator.spec, console, hints=has_hints, tags=bool(choices.tags.names)
        )
        finished, failed = _colorize_all(jobs, colorizer, choices, console, quiet=arguments.json)
        done += finished
        problems += failed
    if arguments.json:
        console.json(_summary(generator_name, device, done, problems, planned.notes))
    return 1 if problems else 0


def _colorize_all(
    jobs: list[Job], colorizer: Colorizer, choices: Choices, console: Console, *, quiet: bool
) -> tuple[list[Done], list[Problem]]:
    done, problems = [], []
    for number, job in enumerate(jobs, start=1):
        console.progress(f"[{number}/{len(jobs)}] {job.source.name}")
        try:
            one = _colorize_one(job, colorizer, choices, number)
        except (FileError, TintlineError, GeneratorError, ValueError, MemoryError) as error:
            reason = _reason(job, error)
            console.error(reason)
            problems.append(Problem(job.source, reason))
            continue
        done.append(one)
        for note in one.notes:
            console.note(f"{job.source}: {note}")
        if not quiet:
            console.result(_line(one, colorizer.generator.device, colorizer.generator.spec.name))
    console.clear_progress()
    return done, problems


def _reason(job: Job, error: Exception) -> str:
    if isinstance(error, MemoryError):
        return f"{job.source}: not enough memory; colour it smaller or close other programs"
    message = str(error) or type(error).__name__
    return message if str(job.source) in message else f"{job.source}: {message}"


def _line(one: Done, device: DeviceChoice, generator: str) -> str:
    report = one.report
    facts = [f"{one.size}", f"{one.elapsed_ms:.0f} ms on {device.name} ({generator})"]
    if report.hints_visible:
        facts.append(f"hints obeyed {report.hints_obeyed}/{report.hints_visible}")
    if one.has_palette:
        facts.append(f"off-palette pixels {report.off_before} -> {report.off_after}")
    if report.ambiguous:
        count = len(report.ambiguous)
        facts.append(f"{count} {'regions' if count > 1 else 'region'} between two swatches")
    return f"{one.job.source} -> {one.job.target}  {', '.join(facts)}"


def _colorize_one(job: Job, colorizer: Colorizer, choices: Choices, number: int) -> Done:
    """Colour one picture and write its files. Raises what concerns this picture only."""
    picture = read_picture(job.source)
    notes = list(picture.notes)
    trace = None
    if choices.is_traced:
        traced = read_color_trace(picture.rgba_u8)
        picture, trace = replace(picture, rgba_u8=traced.rgba_u8), traced.areas
        found = ", ".join(color.name.lower() for color in traced.colors) or "no coloured"
        notes.append(f"{found} trace lines found")
    hints = read_hints(job.hints_file, picture.size) if job.hints_file else HintSet()
    if job.hints_file and not len(hints):
        notes.append(f"{job.hints_file} holds no hints")
    if outside := count_outside(hints, picture.size):
        notes.append(f"{outside} of {len(hints)} hints lie outside its {picture.size} pixels")
    tags = choices.tags
    if job.tags_file:
        own = read_tags(job.tags_file, choices.vocabulary)
        tags = join_tags(tags, own, choices.vocabulary)
    started = time.perf_counter()
    lines = read_lines(
        picture.rgba_u8,
        choices.lines,
        clean_paper=choices.clean_paper,
        color=choices.line_color,
    )
    request = ColorizeRequest(
        request_id=number,
        line_art=lines.line_art,
        hints=hints,
        tags=tags,
        palette=choices.palette,
        long_side=choices.long_side,
        regions=choices.regions,
        trace=trace,
        light=choices.light,
        recolor=choices.recolor,
        tidy=choices.tidy,
        variant=choices.variant,
        references=choices.references,
        tagged=tagged_parts(tags),
    )
    result = colorizer.full_rows(request, is_cancelled=never_cancelled)
    elapsed_ms = (time.perf_counter() - started) * 1e3
    told = colorizer.told(request, is_cancelled=never_cancelled) or ReferenceReport()
    notes += told_notes(told)
    if note := _line_note(lines.kind):
        notes.append(note)
    seen = choices.recolor.hints(hints)
    difference = hint_difference(result.flat_u8 if choices.light else result.rgba_u8, seen)
    make_folder(job.target.parent)
    _write(job, picture, request, result, lines=lines, choices=choices)
    return Done(
        job=job,
        size=picture.size,
        elapsed_ms=elapsed_ms,
        has_palette=bool(choices.palette),
        lines=lines.kind,
        report=result.report or ColorReport(),
        told=told,
        hint_difference=difference,
        notes=tuple(notes),
    )


def _line_note(kind: LineKind) -> str:
    """What the artist should know of lines of this kind; empty for dark ones."""
    return {
        LineKind.DARK: "",
        LineKind.LIGHT: "has light lines on dark paper; they lie over the colours without it",
        LineKind.ALPHA: "is ink on a transparent sheet; the colours under it are written opaque",
    }[kind]


def _write(
    job: Job,
    picture: Picture,
    request: ColorizeRequest,
    result: FullColor[PackedRows],
    *,
    lines: DrawnLines,
    choices: Choices,
) -> None:
    """Write the extra files first, so that a picture that exists is complete."""
    facts: dict[str, Any] = {"icc_profile": picture.icc_profile, "dpi": picture.dpi}
    flat = result.flat_u8
    alpha = color_alpha(kept_alpha(picture, lines), result.rgba_u8, request.hints)
    if job.flats_target is not None:
        pixels = flat if alpha is None else with_alpha(flat, alpha)
        write_png(job.flats_target, pixels, **facts)
    if job.paint_target is not None:
        write_paint(
            job.paint_target, request.line_art, flat, alpha=alpha, names=choices.names, **facts
        )
    if job.layers_target is not None:
        layers = layers_of(
            picture,
            result,
            choices.recolor.hints(request.hints),
            lines=lines,
            is_by_color=choices.is_by_color,
            names=choices.names,
            light=choices.light,
        )
        if choices.is_on_paper:
            layers = on_paper(layers, picture.size)
        write = layer_writer(job.layers_target.suffix)
        write(job.layers_target, layers, picture.size, **facts)
    write_png(job.target, colored_rows(picture, result.rgba_u8, lines, flat), **facts)


def _summary(
    generator: str,
    device: DeviceChoice | None,
    done: list[Done],
    problems: list[Problem],
    notes: list[str],
) -> dict[str, object]:
    chosen = {"name": device.name, "reason": device.reason} if device else None
    return {
        "version": 1,
        "generator": generator or None,
        "device": chosen,
        "pictures": [one.to_json() for one in done],
        "failed": [{"input": str(p.source), "reason": p.reason} for p in problems],
        "notes": notes,
    }
