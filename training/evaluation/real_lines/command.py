"""`tintline-train evaluate-lines`: generators on line art that artists drew, of unknown colours."""

import argparse
import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import resources
from models.encoding import WHITE_PAPER
from models.files.whole import write_json
from models.hints.tags import load_vocabulary
from training.command_line import UsageError, add_json, add_measured
from training.evaluation.painters import Painter, generator_painter, load_named
from training.evaluation.real_lines.drawings import illustrations, line_cases
from training.evaluation.real_lines.protocols import (
    Protocol,
    condition,
    measure_real_lines,
    with_painted,
)
from training.evaluation.real_lines.rating import RATINGS, read_preference, write_sheets
from training.evaluation.summary import Row, plain_table
from training.metrics.case import Case
from training.metrics.frechet import bias_warning, choose_set_features

PROTOCOLS: tuple[Protocol, ...] = ("none", "tags", "hints")
SHORT_SIDE = 512


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_measured(parser, needs_data=False)
    add_json(parser)
    add = parser.add_argument
    add("--lines", type=Path, help="shards with line art that `prepare` made, or a folder of it")
    add("--pictures", type=Path, help="coloured illustrations: shards or a folder")
    add("--protocol", action="append", choices=PROTOCOLS, default=[],
        help="none: nothing is given; tags: random ones, white background; hints: the same for "
        "all (default: none)")  # fmt: skip
    add("--size", type=int, default=SHORT_SIDE, help=f"short side (default: {SHORT_SIDE})")
    add("--fid-features", default="auto", help="auto, inception=FILE or NETWORK=FILE")
    add("--rate", type=Path, metavar="FOLDER",
        help="write blind sheets of two generators there, for people to rate")  # fmt: skip
    add("--rated", type=Path, action="append", default=[], metavar=RATINGS,
        help="filled forms of the folder that --rate names: say who was preferred")  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Measure, write sheets or read ratings; returns the exit status."""
    if options.rated:
        return _read(options)
    if options.lines is None or not options.lines.is_dir():
        raise UsageError("name a folder of line art with --lines")
    if not options.generator:
        raise UsageError("name at least one generator with --generator")
    if options.size < 64 or options.limit < 0:
        raise UsageError("--size is at least 64 and --limit at least 0")
    cases = list(line_cases(options.lines, side=options.size))[: options.limit or None]
    if len(cases) < 2:
        raise UsageError(f"{options.lines}: {len(cases)} drawings; two or more are needed")
    vocabulary = load_vocabulary(resources.TAGS)
    painters = {
        name: generator_painter(each, 0, with_tags=True)
        for name, each in load_named(options.generator).items()
    }
    if options.rate:
        given = [
            condition(case, 0, "tags", (), vocabulary)[0]
            if "tags" in options.protocol
            else replace(case, sample=replace(case.sample, tags=(WHITE_PAPER,)))
            for case in cases
        ]
        if len(painters) != 2:
            raise UsageError("--rate compares two generators; name two with --generator")
        count = write_sheets(options.rate, with_painted(given, painters), list(painters))
        print(f"{count} sheets in {options.rate}; hand out all but key.json")
    if options.pictures:
        _measure(options, cases, painters)
    elif not options.rate:
        raise UsageError("name coloured illustrations with --pictures, or a folder with --rate")
    return 0


def _measure(
    options: argparse.Namespace, cases: Sequence[Case], painters: Mapping[str, Painter]
) -> None:
    pictures = list(illustrations(options.pictures, side=options.size, limit=options.limit))
    if len(pictures) < 2:
        raise UsageError(f"{options.pictures}: {len(pictures)} pictures; two or more are needed")
    features = choose_set_features(options.fid_features, options.data or Path())
    rows: list[Row] = []
    protocols: list[Protocol] = options.protocol or ["none"]
    for protocol in protocols:
        figures = measure_real_lines(
            cases,
            pictures,
            protocol=protocol,
            painters=painters,
            features=features,
            vocabulary=load_vocabulary(resources.TAGS),
        )
        rows += [dataclasses.asdict(each) for each in figures]
    print(f"unpaired, short side {options.size}, features: {features.name}")
    print(plain_table(rows))
    if warning := bias_warning(min(len(cases), len(pictures))):
        print(f"note: {warning}")
    if options.json:
        write_json(options.json, {"features": features.name, "figures": rows})


def _read(options: argparse.Namespace) -> int:
    if options.rate is None:
        raise UsageError("name the folder of the sheets with --rate")
    found = read_preference(options.rate, options.rated)
    print(f"{found.first} {found.first_wins}, {found.second} {found.second_wins}, "
          f"neither {found.ties}; by chance: {found.chance:.3f}")  # fmt: skip
    if options.json:
        write_json(options.json, dataclasses.asdict(found))
    return 0
