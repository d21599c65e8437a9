"""The generator that a command line asks for."""

import argparse

from app import places
from app.cli.console import Console
from app.errors import UsageError
from models.device import DeviceChoice
from models.requests.colorizer import Colorizer
from models.runtime.catalog import Catalog
from models.runtime.engine import choose_device
from models.runtime.generator import Generator, GeneratorError
from models.runtime.light_graph import find_light
from models.spec import GeneratorSpec


def load_colorizer(arguments: argparse.Namespace, console: Console, catalog: Catalog) -> Colorizer:
    """The generator asked for, or the best one, on the device asked for. Raises UsageError."""
    device = choose_device(arguments.device)
    if arguments.device == "cuda" and device.name != "cuda":
        console.note(f"running on the CPU: {device.reason}")
    wanted = arguments.generator
    if wanted is None:
        return _colorizer(_load_best(console, catalog, device))
    known = dict.fromkeys(entry.name for entry in catalog.entries())
    if wanted not in known:
        raise UsageError(f"--generator {wanted}: unknown; installed: {', '.join(known)}")
    try:
        return _colorizer(catalog.load(wanted, device))
    except GeneratorError as error:
        raise UsageError(f"--generator {wanted}: {error}") from error


def _colorizer(generator: Generator) -> Colorizer:
    return Colorizer(generator, light=find_light(places.light_folders(), generator.device))


def _load_best(console: Console, catalog: Catalog, device: DeviceChoice) -> Generator:
    """The first of the catalogue that loads, and a note on what should have come before it."""
    *better, fallback = catalog.entries()
    problems = [] if better else ["no generator is installed"]
    for entry in better:
        try:
            if entry.problem is not None:
                raise GeneratorError(entry.problem)
            generator = catalog.load(entry.name, device)
        except GeneratorError as error:
            problems.append(f"{entry.name} cannot be used ({error})")
            continue
        break
    else:
        generator = catalog.load(fallback.name, device)
    if problems:
        console.note(f"{'; '.join(problems)}; using {generator.spec.title}")
    return generator


def note_unused(spec: GeneratorSpec, console: Console, *, hints: bool, tags: bool) -> None:
    """Say what the generator will not look at, of what it is given."""
    if hints and not spec.takes_hints:
        console.note(f"{spec.title} takes no hints; they are ignored")
    if tags and not spec.takes_tags:
        console.note(f"{spec.title} takes no tags; they are ignored")
