"""Training recipes as frozen dataclasses, read from TOML; what does not fit is refused by line."""

import dataclasses
import math
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.files.documents import MAX_TOML_BYTES, DocumentError, parse_toml, shown
from models.files.texts import TextFileError, read_text
from models.spec import DEFAULT_RANK


class RecipeError(ValueError):
    """A recipe that cannot be used; the message names file, line, key and remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceConfig:
    """One source of pictures.

    kind    characters, spritemaker, avatars, robots, svg, sprites, storybook, drawings,
            illustrations.
    folder  where it lies, relative to ``--data``; characters need none.
    weight  how often it is drawn, relative to the others.
    count   pictures composed in advance, for the sources that compose them; of illustrations,
            how many are taken at most (0: all).
    """

    kind: str
    folder: str = ""
    weight: float = 1.0
    count: int = 0

    def __post_init__(self) -> None:
        if self.kind not in SOURCE_KINDS:
            raise ValueError(f"kind {self.kind!r} is none of {', '.join(SOURCE_KINDS)}")
        if self.weight <= 0:
            raise ValueError(f"weight must be above 0; got {self.weight}")
        if self.kind in COMPOSED and self.count < 1:
            raise ValueError(f"{self.kind} composes pictures; say how many with count")


COMPOSED = ("characters", "spritemaker", "avatars", "robots")
SOURCE_KINDS = (*COMPOSED, "svg", "sprites", "storybook", "drawings", "illustrations")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataConfig:
    """Pictures and how views of them are drawn.

    sources     where pictures come from.
    long_side   size in pixels at which they are kept.
    side        side of the square views.
    whole_share chance that a view shows the whole picture.
    ink_share   chance of the exact line layer where there is one.
    workers     processes that prepare items; 0: the main one.
    reuse       how often each prepared batch is used, spread over `reuse_window` steps.
    """

    sources: tuple[SourceConfig, ...]
    long_side: int = 320
    side: int = 160
    whole_share: float = 0.55
    ink_share: float = 0.4
    workers: int = 1
    reuse: int = 1
    reuse_window: int = 100

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("name at least one source")
        if self.side % 16 or self.side < 32:
            raise ValueError(f"side must be a multiple of 16, at least 32; got {self.side}")
        for name in ("reuse", "reuse_window", "long_side"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1; got {getattr(self, name)}")
        if self.workers < 0:
            raise ValueError(f"workers must be at least 0; got {self.workers}")
        for name in ("whole_share", "ink_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a chance, 0 to 1; got {getattr(self, name):g}")


SCHEDULES = ("cosine", "constant", "drops")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """The course of a training.

    steps           optimizer steps in all.
    batch           items a step.
    learning_rate   its peak, reached after `warmup` steps, then falling as a half cosine.
    weight_decay    of AdamW, on matrices only.
    clip            largest norm of the gradient.
    ema             decay of the averaged weights, which are what is exported.
    betas           of Adam.
    schedule        cosine: falls to 2 %; constant; drops: a tenth from each share in `drops` on.
    drops           shares of the course, increasing, for the schedule of that name.
    precision       bf16-mixed or 32-true.
    compile         run the objectives through torch.compile.
    seed            of weights and data.
    log_every, checkpoint_every, samples_every   in steps; 0 samples_every: no sample grids.
    """

    steps: int = 10_000
    batch: int = 16
    learning_rate: float = 1e-3
    warmup: int = 300
    weight_decay: float = 0.01
    clip: float = 1.0
    ema: float = 0.998
    betas: tuple[float, ...] = (0.9, 0.999)
    schedule: str = "cosine"
    drops: tuple[float, ...] = ()
    precision: str = "bf16-mixed"
    compile: bool = False
    seed: int = 0
    log_every: int = 50
    checkpoint_every: int = 250
    samples_every: int = 500

    def __post_init__(self) -> None:
        if min(self.steps, self.batch, self.log_every, self.checkpoint_every) < 1:
            least = min(
                ("steps", "batch", "log_every", "checkpoint_every"), key=self.__getattribute__
            )
            raise ValueError(f"{least} must be at least 1; got {getattr(self, least)}")
        if self.precision not in ("bf16-mixed", "32-true"):
            raise ValueError(f"precision {self.precision!r} is neither bf16-mixed nor 32-true")
        if not (self.learning_rate > 0 and math.isfinite(self.learning_rate)):
            raise ValueError(f"learning_rate must be above 0; got {self.learning_rate}")
        for name in ("warmup", "weight_decay", "clip"):
            if not 0 <= getattr(self, name) < math.inf:
                raise ValueError(f"{name} must be at least 0; got {getattr(self, name)}")
        if not 0 <= self.ema < 1:
            raise ValueError(f"ema must lie in [0, 1); got {self.ema}")
        if self.samples_every < 0:
            raise ValueError(f"samples_every must be at least 0; got {self.samples_every}")
        if len(self.betas) != 2 or not all(0 <= beta < 1 for beta in self.betas):
            raise ValueError(f"betas must be two numbers in [0, 1); got {list(self.betas)}")
        if self.schedule not in SCHEDULES:
            raise ValueError(f"schedule {self.schedule!r} is none of {', '.join(SCHEDULES)}")
        falls = list(self.drops)
        if bool(falls) != (self.schedule == "drops"):
            raise ValueError('drops and schedule = "drops" belong together; give both or neither')
        if falls != sorted(falls) or not all(0 < each < 1 for each in falls):
            raise ValueError(f"drops must rise within (0, 1); got {falls}")


_NAME = re.compile(r"\w[\w.-]{0,99}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One complete experiment.

    name     of what it makes, and of the folders of its trainings.
    method   one of training.methods.registry.METHODS.
    form     of the method's network as `tintline-train networks` lists it: paper, lite, ...
    title, licence, credits, summary, rank, group   written into the generator's spec.
    largest  longest side of the drawings that it infers once exported, for generators trained on
             small views; 0: any.
    network  arguments of the network's configuration that differ from the form's.
    options  the method's own: weights of its losses, its phases; a table checked against the
             method's ``Options``.
    """

    name: str
    method: str
    title: str
    licence: str
    data: DataConfig
    train: TrainConfig = field(default_factory=TrainConfig)
    form: str = ""
    credits: tuple[str, ...] = ()
    summary: str = ""
    rank: int = DEFAULT_RANK
    group: str = ""
    largest: int = 0
    network: Mapping[str, Any] = field(default_factory=dict)
    options: Any = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):  # a training's folders are called so
            raise ValueError(
                f"name has up to 100 letters, digits, _ - and dots; got {shown(self.name)}"
            )


def read_recipe(path: Path) -> Recipe:
    """Read a TOML recipe. Raises RecipeError naming the file, the line and the key."""
    # The methods import torch and know this module.
    from training.methods.registry import METHODS, find_method  # noqa: PLC0415

    try:
        text = read_text(path, max_bytes=MAX_TOML_BYTES)
        content: Any = parse_toml(text, str(path)).content
    except DocumentError as error:
        raise RecipeError(str(error)) from error
    except (OSError, TextFileError) as error:
        raise RecipeError(f"{path}: {error}") from error
    origin = _Origin(path, _lines_of_keys(text))
    options = content.pop("options", {})
    recipe: Recipe = _build(Recipe, content, origin)
    if recipe.method not in METHODS:
        raise RecipeError(
            f"{origin.within('method')}: {recipe.method!r} cannot be trained; "
            f"known: {', '.join(METHODS)}"
        )
    method = find_method(recipe.method)
    recipe = dataclasses.replace(
        recipe, options=_build(method.Options, options, origin.within("options"))
    )
    try:
        method.check(recipe)
    except (TypeError, ValueError) as error:
        raise RecipeError(f"{origin.blamed(str(error))}: {error}") from error
    return recipe


@dataclass(frozen=True, slots=True)
class _Origin:
    """A place in a recipe: keys from the top; the number of a table in an array counts as one."""

    path: Path
    lines: Mapping[tuple[str, ...], int]
    keys: tuple[str, ...] = ()

    def within(self, key: str) -> "_Origin":
        return _Origin(self.path, self.lines, (*self.keys, key))

    def blamed(self, message: str) -> "_Origin":
        """The key within this table that a message names first, else the table itself."""
        found = [
            (place, -len(keys), keys)
            for keys in self.lines
            if keys[: len(self.keys)] == self.keys and len(keys) > len(self.keys)
            for place in [_place_of(".".join(keys[len(self.keys) :]), keys[-1], message)]
            if place is not None
        ]
        return _Origin(self.path, self.lines, min(found)[2]) if found else self

    def __str__(self) -> str:
        dotted = ".".join(key for key in self.keys if not key.isdigit()) or "recipe"
        return f"{self.path}:{self._line()}: {dotted}"

    def _line(self) -> int:
        """The line of the key, or of the nearest table around it that has one."""
        for length in range(len(self.keys), 0, -1):
            if self.keys[:length] in self.lines:
                return self.lines[self.keys[:length]]
        return 1


def _place_of(dotted: str, key: str, message: str) -> int | None:
    """Where a message names a key as a word of its own."""
    for name in (dotted, key):
        found = re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", message)
        if found and not key.isdigit():
            return found.start()
    return None


def _lines_of_keys(text: str) -> dict[tuple[str, ...], int]:
    """The line of every table header and key; tables of an array are numbered from 0."""
    found: dict[tuple[str, ...], int] = {}
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*(\[\[?)([^\[\]]+)\]", line)
        key = re.match(r"\s*([\w.\"-]+)\s*=", line)
        if header:
            table = tuple(part.strip(' \t"') for part in header[2].split("."))
            found.setdefault(table, number)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
                found[table] = number
        elif key:
            found.setdefault((*table, *(part.strip(' "') for part in key[1].split("."))), number)
    return found


def _build(kind: Any, content: object, origin: _Origin) -> Any:
    if not isinstance(content, dict):
        raise RecipeError(f"{origin}: expected a table, got {shown(content)}")
    hints = typing.get_type_hints(kind)
    names = {each.name for each in dataclasses.fields(kind)}
    for key in content:
        if key not in names:
            known = ", ".join(sorted(names))
            raise RecipeError(f"{origin.within(key)}: unknown key; known here: {known}")
    missing = [
        each.name
        for each in dataclasses.fields(kind)
        if each.name not in content
        and each.default is dataclasses.MISSING
        and each.default_factory is dataclasses.MISSING
    ]
    if missing:
        raise RecipeError(f"{origin}: {', '.join(missing)} must be given")
    values = {key: _read(hints[key], value, origin.within(key)) for key, value in content.items()}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        raise RecipeError(f"{origin.blamed(str(error))}: {error}") from error


def _read(kind: Any, value: object, origin: _Origin) -> Any:
    if dataclasses.is_dataclass(kind):
        return _build(kind, value, origin)
    base = typing.get_origin(kind)
    if base is tuple:
        if not isinstance(value, list):
            raise RecipeError(f"{origin}: expected a list, got {shown(value)}")
        item = typing.get_args(kind)[0]
        return tuple(_read(item, each, origin.within(str(n))) for n, each in enumerate(value))
    if base is typing.Literal:
        if value not in typing.get_args(kind):
            known = ", ".join(map(repr, typing.get_args(kind)))
            raise RecipeError(f"{origin}: {shown(value)} is none of {known}")
        return value
    if base is not None and isinstance(base, type) and issubclass(base, Mapping):
        if not isinstance(value, dict):
            raise RecipeError(f"{origin}: expected a table, got {shown(value)}")
        item = typing.get_args(kind)[1]
        values = {
            key: each if item is Any else _read(item, each, origin.within(key))
            for key, each in value.items()
        }
        return types.MappingProxyType(values)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise RecipeError(f"{origin}: expected {kind.__name__}, got {shown(value)}")
    return value
