"""`tintline-train prepare FOLDER -o SHARDS`: a folder of illustrations as shards for training.

Each shard is a function of its plan alone and appears whole, so that a run that was stopped, or
killed, goes on with the first shard that is missing and ends with the same bytes.
"""

import argparse
import contextlib
import json
import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

from models.files.documents import read_json
from models.files.partial import clear_parts
from models.files.whole import write_bytes, write_whole
from training.command_line import UsageError
from training.data.prepare.cascade import Cascade, load_cascade
from training.data.prepare.filters import FILTER_NAMES, NEEDING_TAGS, FilterRules
from training.data.prepare.index import Index, read_index
from training.data.prepare.planning import (
    Dropped,
    Plan,
    Planned,
    PrepareOptions,
    ShardPlan,
    Skipped,
    make_plan,
)
from training.data.prepare.preparation import Prepared, prepare_picture
from training.data.prepare.shards import ShardSample, digest_of, write_shard
from training.data.prepare.splits import SPLIT_KEYS
from training.data.progress import Progress
from training.data.tagging import load_tag_reader

STATE_FILE = "prepare.json"
REPORT_FILE = "report.json"
DROPPED_FILE = "dropped.tsv"
REPORT_SUFFIX = ".report.json"
_MOST_NAMED = 40

Outcome = Prepared | Skipped | Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareJob:
    """What is to be prepared, where to, and how.

    metadata  files that describe the pictures; none: those in the folder.
    renamed   a table of renamed tags that goes before ours.
    cascade   an LBP cascade for faces, needed if the options ask for one.
    workers   processes that read pictures; 1: this one.
    """

    folder: Path
    output: Path
    options: PrepareOptions
    metadata: tuple[Path, ...] = ()
    renamed: Path | None = None
    cascade: Path | None = None
    workers: int = 1

    def __post_init__(self) -> None:
        if (self.cascade is not None) != (self.options.faces == "cascade"):
            raise ValueError("faces are found by a cascade if, and only if, its file is named")
        if self.workers < 1:
            raise ValueError(f"workers must be at least 1; got {self.workers}")
        if self.output.resolve().is_relative_to(self.folder.resolve()):
            raise ValueError(
                f"{self.output}: lies inside the folder of illustrations; write elsewhere"
            )
        if self.output.exists() and not self.output.is_dir():
            raise ValueError(f"{self.output}: is a file; name a folder for the shards")


def prepare(job: PrepareJob, progress: Progress) -> dict[str, Any]:
    """Write all shards that are missing; returns the content of report.json.

    Raises ValueError, naming the file, for folders and files that cannot be used, and for an
    output folder that was begun with other pictures or options.
    """
    cascade = None if job.cascade is None else load_cascade(job.cascade)
    index = read_index(job.folder, metadata=job.metadata)
    if not index.entries:
        raise ValueError(f"{job.folder}: holds no picture; name a folder of illustrations")
    progress.begin("reading headers", len(index.entries))
    plan = make_plan(
        index,
        load_tag_reader(job.renamed),
        job.options,
        cascade_digest="" if job.cascade is None else digest_of(job.cascade),
        on_picture=progress.advance,
    )
    progress.close()
    _open_output(job.output, plan)
    total = sum(len(shard.pictures) for shard in plan.shards)
    reports: dict[str, dict[str, Any]] = {}
    for shard in plan.shards:
        if (known := read_shard_report(job.output, shard.name)) is not None:
            reports[shard.name] = known
    done = sum(len(shard.pictures) for shard in plan.shards if shard.name in reports)
    progress.begin("preparing", total, done=done)
    with _workers(job, cascade) as run:
        for shard in plan.shards:
            if shard.name not in reports:
                reports[shard.name] = _write(job.output, shard, run(shard.pictures), progress)
    progress.close()
    report = _summary(index, plan, reports)
    _write_json(job.output / REPORT_FILE, report)
    return report


def read_shard_report(output: Path, name: str) -> dict[str, Any] | None:
    """What was written of a finished shard; None if it is missing or not of its size."""
    try:
        report = read_json(output / f"{name}{REPORT_SUFFIX}").content
        size = (output / f"{name}.tar").stat().st_size if report["samples"] else 0
    except (OSError, ValueError, KeyError):
        return None
    return report if size == report["size"] else None


def _open_output(output: Path, plan: Plan) -> None:
    """Begin the output folder, or make sure that it was begun for the same plan."""
    output.mkdir(parents=True, exist_ok=True)
    state = output / STATE_FILE
    if state.exists():
        try:
            known = read_json(state).field("fingerprint").text()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{state}: damaged ({error!r}); choose an empty folder") from error
        if known != plan.fingerprint:
            raise ValueError(
                f"{output}: was begun with other pictures, tags or options; "
                "choose an empty folder, or delete this one's files to begin again"
            )
    elif found := sorted(path.name for path in output.glob("*.tar")):
        raise ValueError(f"{output}: holds shards of something else ({found[0]}); choose another")
    clear_parts(output)
    rows = (
        f"{each.path}\t{each.objection.filter}\t{each.objection.reason}\n".encode(
            "utf-8", "surrogateescape"
        )
        for each in plan.dropped
    )
    write_whole(output / DROPPED_FILE, lambda stream: stream.writelines(rows))
    if not state.exists():
        _write_json(state, {"version": 1, "fingerprint": plan.fingerprint})


def _write(
    output: Path, shard: ShardPlan, outcomes: Iterable[Outcome], progress: Progress
) -> dict[str, Any]:
    """Write one shard and then its report, which says that it is finished."""
    skipped: list[Skipped] = []
    dropped: list[Dropped] = []
    notes: list[tuple[str, str]] = []
    faces = 0

    def samples() -> Iterator[ShardSample]:
        nonlocal faces
        for outcome in outcomes:
            if isinstance(outcome, Prepared):
                yield from outcome.samples
                faces += len(outcome.samples) - 1
                notes.extend((outcome.path, note) for note in outcome.notes)
            else:
                (skipped if isinstance(outcome, Skipped) else dropped).append(outcome)  # type: ignore[arg-type]
            progress.advance()

    path = output / f"{shard.name}.tar"
    facts = write_shard(path, samples())
    if not facts.samples:
        path.unlink()  # readers of shards take an empty one for a mistake
    report = {
        "samples": facts.samples,
        "faces": faces,
        "size": facts.size if facts.samples else 0,
        "digest": facts.digest,
        "skipped": [asdict(each) for each in skipped],
        "dropped": [asdict(each) for each in dropped],
        "notes": [list(note) for note in notes],
    }
    _write_json(output / f"{shard.name}{REPORT_SUFFIX}", report)
    return report


def _summary(index: Index, plan: Plan, reports: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Everything that was done and left, in the order of the shards' names."""
    pictures: Counter[str] = Counter()
    faces: Counter[str] = Counter()
    filters = asdict(plan.filters)
    for name, report in reports.items():
        part = name.split("-")[0]
        faces[part] += report["faces"]
        pictures[part] += report["samples"] - report["faces"]
        for each in report["dropped"]:
            for counts in (filters["dropped"], filters["objected"]):
                counts[each["objection"]["filter"]] += 1
            filters["kept"] -= 1
    skipped = [asdict(each) for each in plan.skipped]
    skipped += [each for name in sorted(reports) for each in reports[name]["skipped"]]
    return {
        "pictures": dict(pictures),
        "faces": dict(faces),
        "shards": {
            name: {key: report[key] for key in ("samples", "size", "digest")}
            for name, report in sorted(reports.items())
            if report["samples"]
        },
        "filters": filters,
        "skipped": sorted(skipped, key=lambda each: each["path"]),
        "notes": sorted(note for report in reports.values() for note in report["notes"]),
        "metadata_problems": [asdict(each) for each in index.problems],
        "unmatched_records": index.unmatched,
    }


class _Runner:
    """Prepares pictures in order, here or in processes of its own."""

    def __init__(
        self, job: PrepareJob, cascade: Cascade | None, pool: ProcessPoolExecutor | None
    ) -> None:
        self._job = job
        self._cascade = cascade
        self._pool = pool

    def __call__(self, pictures: Sequence[Planned]) -> Iterable[Outcome]:
        if self._pool is not None:
            return self._pool.map(_prepare_in_worker, pictures, chunksize=4)
        job = self._job
        return (
            prepare_picture(job.folder, each, job.options, cascade=self._cascade)
            for each in pictures
        )


@contextlib.contextmanager
def _workers(job: PrepareJob, cascade: Cascade | None) -> Iterator[_Runner]:
    if job.workers == 1:
        yield _Runner(job, cascade, None)
        return
    with ProcessPoolExecutor(
        job.workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(job.folder, job.options, cascade),
    ) as pool:
        try:
            yield _Runner(job, cascade, pool)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_worker_job: tuple[Path, PrepareOptions, Cascade | None]


def _start_worker(folder: Path, options: PrepareOptions, cascade: Cascade | None) -> None:
    global _worker_job  # noqa: PLW0603 - the one value that a worker process is started with
    _worker_job = (folder, options, cascade)
    parent = multiprocessing.parent_process()
    if parent is not None:  # a killed parent cannot stop its workers: they watch it
        watch = threading.Thread(
            target=lambda: (multiprocessing.connection.wait([parent.sentinel]), os._exit(1)),
            name="parent watch",
            daemon=True,
        )
        watch.start()


def _prepare_in_worker(planned: Planned) -> Outcome:
    folder, options, cascade = _worker_job
    return prepare_picture(folder, planned, options, cascade=cascade)


def _write_json(path: Path, content: object) -> None:
    encoded = json.dumps(content, indent=1, sort_keys=True).encode() + b"\n"
    write_bytes(path, encoded)


def run(options: argparse.Namespace) -> int:
    """Prepare; returns the exit status: 0 done, 1 some pictures could not be read."""
    try:
        job = _job(options)
    except ValueError as error:
        raise UsageError(str(error)) from error
    progress = Progress(sys.stderr)
    try:
        report = prepare(job, progress)
    except BrokenProcessPool as error:
        raise ValueError(str(error)) from error
    except KeyboardInterrupt:
        progress.close()
        print("tintline-train prepare: stopped; the same command goes on here", file=sys.stderr)
        return 130
    finally:
        progress.close()
    print_report(report, job.output, out=sys.stdout, err=sys.stderr)
    return 1 if report["skipped"] else 0


def print_report(report: dict[str, Any], output: Path, *, out: TextIO, err: TextIO) -> None:
    """Say what was written, what the filters dropped and which files could not be used."""
    filters = report["filters"]
    out.write(f"{filters['looked_at']} pictures looked at, {filters['kept']} kept\n")
    for name in FILTER_NAMES:
        if filters["objected"][name]:
            dropped, objected = filters["dropped"][name], filters["objected"][name]
            out.write(f"  {name:<12}{dropped:>8} dropped{objected:>8} objected to\n")
    for part, count in report["pictures"].items():
        faces = f", {report['faces'][part]} faces" if report["faces"].get(part) else ""
        out.write(f"{part}: {count} pictures{faces}\n")
    out.write(f"{len(report['shards'])} shards in {output}\n")
    if not report["shards"]:
        err.write(
            f"note: no picture was kept; {output / DROPPED_FILE} says why each was left out, and "
            f"--off switches filters off\n"
        )
    if report["pictures"].get("train") and not report["pictures"].get("val"):
        err.write("note: no validation pictures; name more artists, or another --split-by\n")
    failures = [(each["path"], each["reason"]) for each in report["skipped"]]
    failures += [(each["path"], each["reason"]) for each in report["metadata_problems"]]
    for path, reason in failures[:_MOST_NAMED]:
        err.write(_printable(f"skipped {path}: {reason}") + "\n")
    if len(failures) > _MOST_NAMED:
        err.write(f"... and {len(failures) - _MOST_NAMED} more, in {output / REPORT_FILE}\n")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.description = (
        "Filter a folder of illustrations with tags and pack it into tar shards. "
        "A run that was stopped goes on when it is started again."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="SHARDS")
    parser.add_argument(
        "--metadata",
        type=Path,
        action="append",
        default=[],
        help="JSON lines, JSON, CSV or TSV, or a folder of them (those in FOLDER); repeatable",
    )
    parser.add_argument("--renamed", type=Path, help="JSON table of further renamed tags")
    parser.add_argument("--long-side", type=int, default=768, metavar="PIXELS")
    parser.add_argument("--square", action="store_true", help="mirror pictures to squares")
    parser.add_argument("--format", choices=("png", "jpg"), default="png")
    parser.add_argument(
        "--faces",
        default="none",
        metavar="none|estimate|CASCADE.xml",
        help="add face crops: estimated, or found by an LBP cascade that you supply",
    )
    parser.add_argument("--split-by", choices=SPLIT_KEYS, default="artist")
    parser.add_argument("--val-share", type=float, default=0.05)
    parser.add_argument("--shard-size", type=int, default=256, metavar="PICTURES")
    parser.add_argument(
        "--off",
        default="",
        metavar="FILTERS",
        help="filters not to apply, between commas; all, or tags for those that a picture without "
        f"tags does not pass: {', '.join(FILTER_NAMES)}",
    )
    parser.add_argument("--least-side", type=int, default=512, metavar="PIXELS")
    parser.add_argument("--workers", type=int, default=1, help="processes that read pictures")


def _job(options: argparse.Namespace) -> PrepareJob:
    off = {name.strip() for name in options.off.split(",") if name.strip()}
    if "tags" in off:
        off = off - {"tags"} | NEEDING_TAGS
    has_cascade = options.faces not in ("none", "estimate")
    if not 0 <= options.val_share < 1:
        raise ValueError(f"--val-share must lie in [0, 1); got {options.val_share}")
    return PrepareJob(
        folder=options.folder,
        output=options.output,
        options=PrepareOptions(
            long_side=options.long_side,
            is_square=options.square,
            encoding=options.format,
            faces="cascade" if has_cascade else options.faces,
            split_key=options.split_by,
            val_share=options.val_share,
            shard_size=options.shard_size,
            rules=FilterRules(
                off=frozenset(FILTER_NAMES if "all" in off else off),
                least_long_side=options.least_side,
            ),
        ),
        metadata=tuple(options.metadata),
        renamed=options.renamed,
        cascade=Path(options.faces) if has_cascade else None,
        workers=options.workers,
    )
