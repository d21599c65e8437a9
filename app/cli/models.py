"""``tintline models``: the generators that are installed, and the tags there are."""

import argparse
from collections.abc import Mapping

import resources
from app.cli.console import Console, table
from app.cli.options import add_json_argument
from models.hints.tags import Vocabulary, format_color, load_vocabulary
from models.runtime.catalog import Catalog, CatalogEntry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--tags", action="store_true", help="list the colour tags instead")
    add_json_argument(parser)


def run(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> int:
    """List generators, or tags. Returns 0."""
    if arguments.tags:
        _list_tags(arguments, console, load_vocabulary(resources.TAGS))
        return 0
    entries = catalog.entries(check_digests=True)
    if arguments.json:
        console.json([_entry_to_json(entry) for entry in entries])
        return 0
    group = ""
    for number, entry in enumerate(entries):
        heading = [f"{entry.group}:", ""] if entry.group not in ("", group) else []
        group = entry.group
        for line in (*([""] if number else []), *heading, *_describe(entry)):
            console.result(line)
    return 0


def _list_tags(arguments: argparse.Namespace, console: Console, vocabulary: Vocabulary) -> None:
    if arguments.json:
        console.json(
            [
                {
                    "group": group.id,
                    "title": group.title,
                    "tags": [
                        {"name": tag.name, "color": format_color(tag.color)} for tag in group.tags
                    ],
                }
                for group in vocabulary.groups
            ]
        )
        return
    for group in vocabulary.groups:
        console.result(f"{group.title}:")
        rows = [(f"  {tag.name}", format_color(tag.color)) for tag in group.tags]
        for line in table(rows):
            console.result(line)


def _describe(entry: CatalogEntry) -> list[str]:
    state = "usable" if entry.problem is None else "not usable"
    lines = [f"{entry.name}: {entry.title} ({state})"]
    rows: list[tuple[str, ...]] = []
    if entry.problem is not None:
        rows.append(("  reason", entry.problem))
    if (spec := entry.spec) is not None:
        takes = [
            name for name, does in (("hints", spec.takes_hints), ("tags", spec.takes_tags)) if does
        ]
        if spec.summary:
            rows.append(("  good for", spec.summary))
        rows += [
            ("  takes", " and ".join(takes) or "line art only"),
            ("  sizes", f"{spec.size_rule.describe()}; at best {spec.size_rule.preferred}"),
            ("  parameters", f"{spec.parameters:,} ({spec.precision})"),
            ("  licence", spec.licence),
        ]
        rows += [("  credit", credit) for credit in spec.credits]
        rows += [(f"  {name}", value) for name, value in _figures(spec.training)]
    if entry.folder is not None:
        rows.append(("  folder", str(entry.folder)))
    return [*lines, *table(rows)] if rows else lines


def _figures(record: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    """The plain values of a training record; those of nested ones as outer.inner."""
    figures: list[tuple[str, str]] = []
    for name, value in record.items():
        if isinstance(value, Mapping):
            figures += _figures(value, f"{prefix}{name}.")
        elif isinstance(value, float):
            figures.append((prefix + name, f"{value:.4g}"))
        elif isinstance(value, str | int):
            figures.append((prefix + name, str(value)))
    return figures


def _entry_to_json(entry: CatalogEntry) -> dict[str, object]:
    spec = entry.spec
    described: dict[str, object] = {
        "name": entry.name,
        "title": entry.title,
        "usable": entry.problem is None,
        "problem": entry.problem,
        "folder": str(entry.folder) if entry.folder else None,
    }
    if spec is not None:
        described |= {
            "summary": spec.summary,
            "group": spec.group,
            "rank": spec.rank,
            "method": spec.method,
            "takes_hints": spec.takes_hints,
            "takes_tags": spec.takes_tags,
            "parameters": spec.parameters,
            "precision": spec.precision,
            "preferred_size": spec.size_rule.preferred,
            "licence": spec.licence,
            "credits": list(spec.credits),
            "training": dict(spec.training),
        }
    return described
