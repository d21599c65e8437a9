"""``tintline batch``: a sequence of frames, coloured as one; stops anywhere and goes on."""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import resources
from app import places
from app.batch.card import CharacterCard
from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.batch.frames.marks import read_marks
from app.batch.frames.selected import select_frames
from app.batch.plan import BatchPlan, BatchSettings, generator_digest
from app.batch.preflight import find_obstacles, read_for
from app.batch.records import Journal, Outcome, ResultFolder
from app.batch.reporting.report import write_report
from app.batch.runner import BatchRunner, RunState
from app.batch.watch import SettledFiles, settled_changes, watched_folders, watching
from app.cels.finishing import in_the_way
from app.cels.shots import CutPops
from app.cli.batch_words import (
    Batch,
    answer_json,
    closing_line,
    tell_findings,
    tell_outcome,
    tell_rest,
)
from app.cli.cels import add_cel_arguments, chosen_finishing, finish_batch
from app.cli.console import Console
from app.cli.generators import load_colorizer, note_unused
from app.cli.light_options import add_light_arguments, chosen_light
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
    with_tones,
)
from app.errors import PlanError, TintlineError, UsageError
from app.inputs import (
    join_tags,
    parse_tags,
    tell_unnamed,
)
from app.picture_names import NamedFiles
from models.files.whole import FileError
from models.hints.tags import load_vocabulary
from models.runtime.catalog import Catalog
from models.runtime.generator import Generator, GeneratorError
from models.runtime.light_graph import find_light, light_digest

EMBEDDED = "embedded"
"""The cluster that is started where no address is given."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options, a contract."""
    parser.add_argument(
        "frames", metavar="FRAMES", type=Path,
        help="a folder of frames, with cuts in folders of their own or told by name; or a TIFF of "
        "several pages",
    )  # fmt: skip
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, required=True, help="the folder")
    add_generator_arguments(parser)
    add_line_arguments(parser)
    parser.add_argument(
        "--hints", metavar="FOLDER", type=Path,
        help="key frames' hints, named as their frames; other frames get them by region",
    )  # fmt: skip
    add_color_arguments(parser)
    add_reference_argument(parser)
    add_light_arguments(parser, is_of_cuts=True)
    add_painting_arguments(parser)
    parser.add_argument(
        "--painted-light", metavar="FOLDER", type=Path,
        help="strokes of light that were painted on frames in the window, named as their frames",
    )  # fmt: skip
    parser.add_argument(
        "--bounds", metavar="FOLDER", type=Path,
        help="barriers and joins that were drawn on frames in the window, named as their frames",
    )  # fmt: skip
    parser.add_argument(
        "--card", metavar="FILE", type=Path,
        help='a character: {"name": ..., "tags": [...], "palette": {"skin": "#f0c8a0"}, '
        '"light": {"angle": 315, "style": "cel", "strength": 0.6, "highlights": 0.5}}',
    )  # fmt: skip
    parser.add_argument(
        "--frames", metavar="A-B", dest="numbers", default="",
        help="colour only the frames of these numbers, as 1-24 or 1-24,49-72",
    )  # fmt: skip
    add_layer_argument(parser)
    add_cel_arguments(parser)
    parser.add_argument(
        "--overwrite", action="store_true",
        help="colour every frame again, and replace files of other origin; without it, what is "
        "done is left alone and the batch goes on where it was",
    )  # fmt: skip
    parser.add_argument(
        "--watch", action="store_true", help="stay, and colour frames as they appear or change"
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", nargs="?", const=EMBEDDED,
        help="run on Dask: workers on this machine, or the scheduler at this address, as "
        "tcp://10.0.0.5:8786; every worker needs the same folders",
    )  # fmt: skip
    parser.add_argument(
        "--workers", metavar="N", type=int, default=0,
        help="with --cluster and no address: how many workers; default: one for each core",
    )  # fmt: skip
    add_json_argument(parser)


def run(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> int:
    """Colour the frames. Returns 0, or 1 if some failed. Raises UsageError."""
    if arguments.workers and arguments.cluster != EMBEDDED:
        raise UsageError(
            f"--workers {arguments.workers}: counts the workers that --cluster starts here; leave "
            "it out, or give --cluster without an address"
        )
    if arguments.watch and arguments.cluster:
        raise UsageError("--watch: runs on this machine; leave out --cluster")
    generator = load_colorizer(arguments, console, catalog).generator
    try:
        if arguments.watch:
            return _watch(arguments, console, generator)
        batch = _begin(arguments, console, generator)
        return _run_once(arguments, console, generator, batch)
    except (TintlineError, FileError, GeneratorError) as error:
        raise UsageError(str(error)) from error


def _begin(arguments: argparse.Namespace, console: Console, generator: Generator) -> Batch:
    """Plan, look for what would make it fail, and say what was found. Raises as `plan_batch`."""
    batch = plan_batch(arguments, console, generator)
    if obstacles := _obstacles(arguments, batch):
        raise UsageError("; ".join(obstacles))
    folder = ResultFolder(batch.plan.out)
    folder.write_facts(batch.sequence.facts)
    folder.clear_parts()
    tell_findings(batch, console)
    return batch


def _obstacles(arguments: argparse.Namespace, batch: Batch) -> list[str]:
    """What would make it fail, a sentence each."""
    written = batch.finishing.targets(batch.plan)
    found = find_obstacles(batch.plan, batch.read, part=batch.part, also_written=written)
    if found or arguments.overwrite:
        return found
    return in_the_way(batch.plan, batch.finishing)


def plan_batch(
    arguments: argparse.Namespace,
    console: Console,
    generator: Generator,
    *,
    leave_out: tuple[Path, ...] = (),
) -> Batch:
    """Look through the frames and plan. Raises PlanError, PictureError, UsageError.

    leave_out  files that are still being written.
    """
    vocabulary = load_vocabulary(resources.TAGS)
    card = CharacterCard.read(arguments.card, vocabulary) if arguments.card else CharacterCard()
    own_tags = parse_tags(arguments.tags, vocabulary)
    tags = join_tags(card.tags, own_tags, vocabulary) if own_tags.names else card.tags
    palette, names = allowed_colors(arguments) if arguments.palette else (card.palette, card.names)
    sets = chosen_sets(arguments, card.color_sets)
    if arguments.out.exists() and not arguments.out.is_dir():
        raise UsageError(f"-o {arguments.out}: is a file; frames need a folder")
    given = (arguments.hints, arguments.painted_light, arguments.bounds)
    others = (arguments.out, *given, *leave_out)
    exclude = [path for path in others if path is not None]
    sequence = FrameSequence.scan(
        arguments.frames,
        exclude=exclude,
        known=ResultFolder(arguments.out).read_facts(),
        tell=lambda count, path: console.progress(f"looking at frame {count + 1}: {path.name}"),
    )
    console.clear_progress()
    if not sequence.frames and not arguments.watch:
        reasons = "; ".join(problem.reason for problem in sequence.problems)
        reasons = reasons or f"{arguments.frames}: holds no picture"
        raise PlanError("; ".join((reasons, *sequence.notes)))
    spec = generator.spec
    keys = find_keys(sequence, arguments.hints)
    if arguments.hints and not keys and sequence.frames:
        first, beside = sequence.frames[0].name, NamedFiles(arguments.hints)
        console.note(f"--hints {tell_unnamed(arguments.hints, beside, 'these frames', first)}")
    if arguments.card and card == CharacterCard(name=card.name):
        console.note(
            f"--card {arguments.card}: names neither tags nor colours, a light nor a reference"
        )
    note_unused(spec, console, hints=bool(keys), tags=bool(tags.names))
    finishing = chosen_finishing(arguments, sequence, console)
    selected = select_frames(sequence, arguments.numbers) if sequence.frames else ()
    plan = BatchPlan(
        frames=sequence.frames,
        keys=keys if spec.takes_hints else (),
        selected=finishing.sheet.used if finishing.sheet else selected,
        tags=tags,
        palette=sets.allowed(palette),
        color_names=names,
        card_name=card.name,
        generator=spec.name,
        generator_digest=generator_digest(spec),
        light_digest=light_digest(find_light(places.light_folders(), generator.device)),
        settings=BatchSettings(
            long_side=arguments.size,
            layers=f".{arguments.layers}" if arguments.layers else "",
            carries_hints=spec.takes_hints,
            first_is_key=spec.takes_hints and bool(tags.names) and spec.takes_tags,
            lines=line_kind(arguments),
            clean_paper=arguments.clean_paper,
            line_color=arguments.line_color or card.line_color,
            gap=card.gap if arguments.gap is None else arguments.gap,
            smallest=card.smallest if arguments.smallest is None else arguments.smallest,
            light=with_tones(chosen_light(arguments, card.light), sets),
            tidy=card.tidy if arguments.tidy is None else arguments.tidy,
            variant=arguments.variant or card.variant,
        ),
        references=chosen_references(arguments) or card.references,
        recolor=sets.recolor,
        marks=read_marks(sequence.frames, light=arguments.painted_light, regions=arguments.bounds),
        out=arguments.out,
    )
    references = files_of_references(arguments)
    given = (arguments.card, arguments.palette, arguments.sheet, *references)
    named = (path for path in given if path is not None)
    read = (*named, *read_for(sequence, keys, arguments.hints))
    return Batch(
        plan=plan,
        sequence=sequence,
        read=read,
        numbers=arguments.numbers,
        finishing=finishing,
    )


def _run_once(
    arguments: argparse.Namespace, console: Console, generator: Generator, batch: Batch
) -> int:
    runner = _runner(arguments, batch)
    started = time.monotonic()
    try:
        for outcome in _outcomes(arguments, runner, generator, console):
            tell_outcome(outcome, runner, console, is_quiet=arguments.json)
        pops = CutPops(batch.plan).find(batch.finishing.sheet)
        files, summary = write_report(
            batch.plan, batch.sequence, outcomes=runner.outcomes, part=batch.part, pops=pops
        )
        finished = finish_batch(
            batch.plan, batch.finishing, console, overwrites=arguments.overwrite
        )
    except FileError as error:  # the journal, or the report of a batch that filled the disk
        console.error(str(error))
        tell_rest(runner, console)
        return 1
    except KeyboardInterrupt:
        tell_rest(runner, console)
        raise
    finally:
        console.clear_progress()
    if runner.state is RunState.BLOCKED:
        tell_rest(runner, console)
    answer = answer_json(batch, runner, files, summary, time.monotonic() - started)
    answer["finished"] = finished
    if arguments.json:
        console.json(answer)
    else:
        console.result(closing_line(batch, runner, files, summary))
    complete = runner.state is RunState.FINISHED and not runner.progress.failed
    return 0 if complete and not batch.problems else 1


def _runner(arguments: argparse.Namespace, batch: Batch) -> BatchRunner:
    journal = Journal(ResultFolder(batch.plan.out).journal_path(batch.part))
    return BatchRunner(batch.plan, overwrites=arguments.overwrite, journal=journal)


def _outcomes(
    arguments: argparse.Namespace, runner: BatchRunner, generator: Generator, console: Console
) -> Iterator[Outcome]:
    if not arguments.cluster:
        yield from runner.run(generator)
        return
    try:
        from app.batch.cluster import run_on_cluster  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise UsageError(
            f"--cluster: {error.name} is not installed; pip install 'tintline[cluster]'"
        ) from error
    address = None if arguments.cluster == EMBEDDED else arguments.cluster
    device = generator.device.name
    yield from run_on_cluster(
        runner, address=address, workers=arguments.workers, device=device, note=console.note
    )


def _watch(arguments: argparse.Namespace, console: Console, generator: Generator) -> int:
    """Colour, then wait for changes, until interrupted. Raises as `plan_batch`."""
    for place in (arguments.frames, arguments.hints):
        if place is not None and not place.exists():
            raise UsageError(f"--watch: {place}: no such folder; make it, or check the name")
    folders, files = watched_folders(arguments.frames, arguments.hints), SettledFiles()
    status = 0
    # Watching begins first: a frame that comes while the others are looked through is seen.
    with watching(folders, exclude=(arguments.out,)) as next_path:
        batch = _begin(arguments, console, generator)
        if batch.plan.frames:
            status = _run_once(arguments, console, generator, batch)
        arguments.overwrite = False
        console.note(f"watching {', '.join(map(str, folders))}; Ctrl+C ends it")
        try:
            for _ in settled_changes(files, next_path):
                status = _run_again(arguments, console, generator, files.unsettled)
        except KeyboardInterrupt:
            console.note("watching ended")
    return status


def _run_again(
    arguments: argparse.Namespace,
    console: Console,
    generator: Generator,
    unsettled: tuple[Path, ...],
) -> int:
    try:
        batch = plan_batch(arguments, console, generator, leave_out=unsettled)
    except (TintlineError, FileError) as error:
        console.error(str(error))
        return 1
    for problem in batch.problems:
        console.error(problem.reason)
    if obstacles := _obstacles(arguments, batch):
        console.error("; ".join(obstacles))
        return 1
    ResultFolder(batch.plan.out).write_facts(batch.sequence.facts)
    return _run_once(arguments, console, generator, batch)
