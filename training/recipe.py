"""Training recipes as frozen dataclasses, read from TOML; what does not fit is refused by line."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from models.files.documents import MAX_TOML_BYTES, DocumentError, parse_toml, shown
from models.files.texts import TextFileError, read_text
from models.spec import DEFAULT_RANK
from training.recipe_file import Origin, RecipeError, structure

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceConfig:
    """One source of pictures.

    kind    characters, spritemaker, avatars, robots, svg, sprites, storybook, drawings,
            illustrations.
    folder  where it lies, relative to ``--data``; characters need none.
    weight  how often it is drawn, relative to the others.
    count   pictures composed in advance, for the sources that compose them; of illustrations,
            how many are taken at most (0: all).
    tagged  of a folder of illustrations, whether those without tags are left out, and those whose
            tags tell of no single figure before a simple ground; false for methods without tags.
    taught  parts that nobody labelled are told by the recipe's teacher ([data] teacher).
    lights  of characters, under how many lights each of the `count` is drawn; 0: its own one.
    """

    kind: str
    folder: str = ""
    weight: float = 1.0
    count: int = 0
    tagged: bool = True
    taught: bool = False
    lights: int = 0

    def __post_init__(self) -> None:
        if self.kind not in SOURCE_KINDS:
            raise ValueError(f"kind {self.kind!r} is none of {', '.join(SOURCE_KINDS)}")
        if self.weight <= 0:
            raise ValueError(f"weight must be above 0; got {self.weight}")
        if self.lights < 0 or (self.lights and self.kind != "characters"):
            raise ValueError(f"lights is 0 or more, and for characters alone; got {self.lights}")
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
    teacher     weights file of a parts teacher, for the sources that are taught.
    backbone    weights file of DINOv2 small, through which it looks.
    lit         pictures come as flats and lines, with what the light does beside them.
    """

    sources: tuple[SourceConfig, ...]
    long_side: int = 320
    side: int = 160
    whole_share: float = 0.55
    ink_share: float = 0.4
    workers: int = 1
    reuse: int = 1
    reuse_window: int = 100
    teacher: str = ""
    backbone: str = ""
    lit: bool = False

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("name at least one source")
        if any(source.taught for source in self.sources) and not (self.teacher and self.backbone):
            raise ValueError("teacher and backbone: sources are taught; name both files")
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
    tidy     how far the generator's paintings are tidied where nobody says, 0 to 1.
    largest  longest side of the drawings that it infers once exported, for generators trained on
             small views; 0: any.
    network  arguments of the network's configuration that differ from the form's.
    options  the method's own: weights of its losses, its phases; read by its method.
    origin   where it was read, for messages.
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
    tidy: float = 0.0
    largest: int = 0
    network: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    origin: Origin = field(default=Origin("recipe"), repr=False, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.tidy <= 1:
            raise ValueError(f"tidy is a share, 0 to 1; got {self.tidy:g}")
        if not _NAME.fullmatch(self.name):  # a training's folders are called so
            raise ValueError(
                f"name has up to 100 letters, digits, _ - and dots; got {shown(self.name)}"
            )


def read_recipe(path: Path) -> Recipe:
    """Read a TOML recipe; whether its method knows its options is for the method to say.

    Raises RecipeError naming the file, the line and the key.
    """
    try:
        text = read_text(path, max_bytes=MAX_TOML_BYTES)
        content = parse_toml(text, str(path)).content
    except DocumentError as error:
        raise RecipeError(str(error)) from error
    except (OSError, TextFileError) as error:
        raise RecipeError(f"{path}: {error}") from error
    origin = Origin(str(path), text)
    return replace(structure(Recipe, content, origin), origin=origin)


def read_options(recipe: Recipe, kind: type[T]) -> T:
    """A recipe's options as its method's frozen dataclass. Raises RecipeError at the wrong one."""
    return structure(kind, recipe.options, recipe.origin, ("options",))
