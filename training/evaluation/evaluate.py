"""`tintline-train evaluate`: how good generators are, beside baselines, on pictures never seen."""

import argparse
import dataclasses
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import resources
from models.hints.tags import load_vocabulary
from models.networks.features import MissingWeightsError
from models.runtime.generator import Generator
from training.command_line import UsageError, add_json, add_measured, parse_counts
from training.data.progress import Progress
from training.evaluation.character_sequences import measure_sequences
from training.evaluation.comparison import compare, difference_table
from training.evaluation.evaluation import evaluate
from training.evaluation.painters import BASELINES, CONTRACT, generator_painter, load_named
from training.evaluation.set_protocol import RUNS, SHORT_SIDE, measure_sets
from training.evaluation.sheet import contact_sheet
from training.evaluation.summary import (
    Measured,
    Row,
    plain_table,
    read_result,
    summarize,
    table,
    write_result,
)
from training.evaluation.validation import validation_cases
from training.metrics.case import Case
from training.metrics.frechet import bias_warning, choose_set_features
from training.metrics.perceptual import PictureDistance, choose_distance
from training.metrics.tags import (
    TagScore,
    bust_samples,
    score_tag_changes,
    score_tags,
    score_truth,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_measured(parser, needs_data=False)
    add_json(parser)
    add = parser.add_argument
    add("--hints", default="28,8", help="numbers of hints (default: 28,8)")
    add("--size", type=int, default=256, help="long side in pixels (default: 256)")
    add("--draws", type=int, default=1, help="hint layouts a picture (default: 1)")
    add("--characters", type=int, default=0, help="drawn characters besides; these need no data")
    add("--with-tags", action="store_true", help="give each picture's own colour tags too")
    add(
        "--contract", action="store_true", help="measure each generator under the hint contract too"
    )
    add("--distance-features", default="auto", help="auto, lpips, none or NETWORK=FILE")
    add("--fid", action="store_true", help="FID without hints and C-FID with 28 hints")
    add("--fid-features", default="auto", help="auto, inception=FILE or NETWORK=FILE")
    add("--fid-runs", type=int, default=RUNS, help=f"runs averaged (default: {RUNS})")
    add("--fid-size", type=int, default=SHORT_SIDE, help=f"short side (default: {SHORT_SIDE})")
    add("--tags", type=int, default=0, help="characters for tag hit rates and tag changes")
    add("--sequences", type=int, default=0, help="drawn characters in poses, for steadiness")
    add(
        "--compare",
        nargs=2,
        metavar=("A", "B"),
        help="paired differences of two generators, methods or results: FILE.json[:METHOD]",
    )
    add("--sheet", type=Path, help="contact sheet (PNG or WebP); one each of several generators")


@dataclass(slots=True)
class Report:
    """What a run found: printed as it comes, and kept for the result file."""

    content: dict[str, object]
    measured: list[Measured] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def show(self, name: str, title: str, rows: Sequence[Row]) -> None:
        """Print rows as a table and keep them."""
        self.content[name] = list(rows)
        if rows:
            print(f"\n{title}\n{plain_table(rows)}")

    def note(self, text: str) -> None:
        """Print and keep a remark: something left out, or how to read a figure."""
        self.notes.append(text)
        print(f"note: {text}")


def _check(options: argparse.Namespace) -> None:
    options.counts = parse_counts("--hints", options.hints)
    for name, least in (
        ("size", 32),
        ("draws", 1),
        ("limit", 0),
        ("fid_runs", 1),
        ("fid_size", 32),
        ("tags", 0),
        ("sequences", 0),
        ("characters", 0),
    ):
        value = getattr(options, name)
        if value < least:
            raise UsageError(f"--{name.replace('_', '-')} {value}: at least {least}")
    if options.data is None and not _only_results(options):
        if not options.characters:
            raise UsageError("name the folder of development data with --data, or --characters")
        options.data = Path()
    if options.sheet and not options.generator and not options.compare:
        raise UsageError("--sheet shows a generator's pictures; name one with --generator")
    if options.data is not None and not options.data.is_dir():
        raise UsageError(f"--data {options.data}: no such folder")


def _only_results(options: argparse.Namespace) -> bool:
    """Whether two result files are compared and nothing is to be measured."""
    named = options.compare or []
    return bool(named) and not options.generator and all(_is_result(name) for name in named)


def _is_result(name: str) -> bool:
    return ".json" in name


def _result_path(name: str) -> tuple[Path, str]:
    """File and method of FILE.json[:METHOD]."""
    stem, ending, method = name.rpartition(".json")
    return Path(stem + ending), method.removeprefix(":")


def run(options: argparse.Namespace) -> int:
    """Measure or compare; returns the exit status."""
    _check(options)
    report = Report({})
    if options.data is not None and not _only_results(options):
        _measure(options, report)
    if options.compare:
        _compare(options, report)
    if options.json:
        report.content["notes"] = report.notes
        write_result(options.json, report.content, report.measured)
    return 0


def _measure(options: argparse.Namespace, report: Report) -> None:
    generators = _load(options)
    hintless = [name for name, each in generators.items() if not each.spec.takes_hints]
    distance = _distance(options, report)
    found = validation_cases(options.data, long_side=options.size, characters=options.characters)
    cases = list(_limited(found, options.limit))
    if not cases:
        raise UsageError(
            f"--data {options.data}: no validation pictures in it; name development data, a folder "
            f"that holds your pictures under illustrations/, or measure with --characters 24"
        )
    painters = dict(BASELINES)
    for name, generator in generators.items():
        painters[name] = generator_painter(generator, options.size, with_tags=options.with_tags)
        if options.contract and generator.spec.takes_hints:
            painters[name + CONTRACT] = generator_painter(
                generator, options.size, with_tags=options.with_tags, with_contract=True
            )
        _note_inputs(name, generator, options, report)
    report.measured = evaluate(
        _counted(cases, "measuring", len(cases)),
        painters,
        options.counts,
        options.draws,
        distance=distance,
        hintless=hintless,
    )
    rows = summarize(report.measured)
    report.content |= {"settings": _settings(options, distance), "summary": rows}
    print(f"{len(cases)} pictures, long side {options.size}, CIEDE2000")
    if distance:
        print(f"feature_distance: {distance.name}")
    print(table(rows))
    _measure_tags(options, generators, report)
    if options.sequences:
        figures = [
            dataclasses.asdict(each) for each in measure_sequences(generators, options.sequences)
        ]
        report.show("sequences", "Steadiness over poses, mean CIEDE2000", figures)
    if options.fid:
        _measure_fid(options, generators, report, pictures=len(cases))
    if options.sheet:
        for name in generators:
            path = options.sheet
            if len(generators) > 1:
                path = path.with_stem(f"{path.stem}-{name}")
            count = options.counts[0]
            contact_sheet(path, cases, painters, report.measured, method=name, count=count)


def _load(options: argparse.Namespace) -> dict[str, Generator]:
    compared = [
        each
        for each in options.compare or []
        if not _is_result(each) and each not in BASELINES and not each.endswith(CONTRACT)
    ]
    return load_named([*options.generator, *compared])


def _distance(options: argparse.Namespace, report: Report) -> PictureDistance | None:
    if options.distance_features == "none":
        report.note("feature_distance left out (--distance-features none)")
        return None
    try:
        return choose_distance(options.distance_features, options.data)
    except MissingWeightsError as error:
        if options.distance_features != "auto":
            raise
        report.note(f"feature_distance left out: {error}")
        return None


def _note_inputs(
    name: str, generator: Generator, options: argparse.Namespace, report: Report
) -> None:
    spec = generator.spec
    if not spec.takes_hints:
        given = "the picture's own tags" if spec.takes_tags else "the line art alone"
        left_out = "obedience and hint contract" if options.contract else "obedience"
        report.note(f"{name} takes no hints: it gets {given} in every row; {left_out} left out")
    if not spec.takes_tags and (options.tags or options.with_tags):
        report.note(f"{name} takes no tags: tag figures left out")


def _settings(options: argparse.Namespace, distance: PictureDistance | None) -> dict[str, object]:
    return {
        "size": options.size,
        "hints": options.counts,
        "draws": options.draws,
        "limit": options.limit,
        "characters": options.characters,
        "with_tags": options.with_tags,
        "feature_distance": distance.name if distance else None,
    }


def _measure_tags(
    options: argparse.Namespace, generators: Mapping[str, Generator], report: Report
) -> None:
    taking = {name: each for name, each in generators.items() if each.spec.takes_tags}
    if not options.tags or not taking:
        return
    vocabulary = load_vocabulary(resources.TAGS)
    samples = list(bust_samples(options.data, options.tags))
    rates = _tag_rates("the pictures themselves", score_truth(samples, vocabulary))
    changes: list[Row] = []
    for name, generator in taking.items():
        rates += _tag_rates(name, score_tags(generator, samples, vocabulary))
        for group, change in score_tag_changes(generator, samples, vocabulary).items():
            changes.append({"method": name, "group": group, **dataclasses.asdict(change)})
    report.show("tags", "Tags alone, hit rates", rates)
    report.show("tag_changes", "One tag changed, mean CIEDE2000 of the change", changes)


def _tag_rates(method: str, scores: Mapping[str, TagScore]) -> list[Row]:
    return [
        {
            "method": method,
            "group": group,
            **dataclasses.asdict(score),
            "rate": score.rate,
            "lit_rate": score.lit_rate,
            "shown_rate": score.shown_rate,
        }
        for group, score in scores.items()
    ]


def _measure_fid(
    options: argparse.Namespace,
    generators: Mapping[str, Generator],
    report: Report,
    *,
    pictures: int,
) -> None:
    features = choose_set_features(options.fid_features, options.data)
    side = options.fid_size
    cases = validation_cases(
        options.data, long_side=side, by_short_side=True, characters=options.characters
    )
    figures = measure_sets(
        _counted(_limited(cases, options.limit), "painting for FID", pictures),
        generators={
            name: generator_painter(each, 0, with_tags=options.with_tags)
            for name, each in generators.items()
        },
        baselines=BASELINES,
        features=features,
        runs=options.fid_runs,
    )
    rows: list[Row] = [dataclasses.asdict(each) for each in figures]
    report.content["fid_features"] = features.name
    title = f"FID and C-FID, short side {side}, {options.fid_runs} runs, features: {features.name}"
    report.show("fid", title, rows)
    if not features.published:
        report.note("these are not the features of the literature: compare within this table only")
    if warning := bias_warning(min(each.pictures for each in figures)):
        report.note(warning)


def _compare(options: argparse.Namespace, report: Report) -> None:
    names = tuple(options.compare)
    sides, settings = zip(*(_side(name, report) for name in names))
    for key in ("size", "with_tags", "feature_distance"):
        if settings[0].get(key) != settings[1].get(key):
            raise UsageError(
                f"{names[0]} was measured with {key} {settings[0].get(key)!r}, {names[1]} with "
                f"{settings[1].get(key)!r}; measure both alike"
            )
    differences = compare(*sides, names=names)
    report.content["differences"] = [dataclasses.asdict(each) for each in differences]
    print("\n" + difference_table(differences, names))


def _side(name: str, report: Report) -> tuple[list[Measured], Mapping[str, object]]:
    """One side of a comparison: a result file's method, or a method measured just now."""
    if not _is_result(name):
        measured = [each for each in report.measured if each.method == Path(name).name]
        if not measured:
            raise UsageError(f"{name}: neither measured here nor a result file")
        settings = report.content["settings"]
        assert isinstance(settings, dict)
        return measured, settings
    path, method = _result_path(name)
    result = read_result(path)
    own = [each for each in result.methods if each not in BASELINES]
    if not method and len(own) != 1:
        raise UsageError(f"{path} holds {', '.join(result.methods)}; write {path}:METHOD")
    if method and method not in result.methods:
        raise UsageError(f"{path} holds {', '.join(result.methods)}, not {method}")
    return result.of_method(method or own[0]), result.settings


def _limited(cases: Iterable[Case], limit: int) -> Iterator[Case]:
    """At most so many cases of each source; all if 0."""
    seen: dict[str, int] = {}
    for case in cases:
        seen[case.source] = seen.get(case.source, 0) + 1
        if not limit or seen[case.source] <= limit:
            yield case


def _counted(cases: Iterable[Case], title: str, total: int) -> Iterator[Case]:
    """The cases, counted on stderr."""
    progress = Progress(sys.stderr)
    progress.begin(title, total)
    for case in cases:
        yield case
        progress.advance()
    progress.close()
