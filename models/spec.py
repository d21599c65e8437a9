"""A generator's description of itself, stored beside its two graphs as ``spec.json``."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from models.files.documents import DocumentError, Value, read_json, shown
from models.files.whole import write_json
from models.geometry import SizeRule

FORMAT_VERSION = 1
LINE_GRAPH = "line.onnx"
PAINT_GRAPH = "paint.onnx"
SPEC_FILE = "spec.json"
GENERATOR_FILES = (LINE_GRAPH, PAINT_GRAPH, SPEC_FILE)
"""All that a generator's folder holds."""
DEFAULT_RANK = 100
"""A generator that says nothing of its rank comes after the best and before what is below that."""
RENEW = "export the generator again"
_FARTHEST_RANK = 1_000_000
_LONGEST_TITLE = 200
MOST_VARIANTS = 9
"""Pictures that a generator makes of one drawing at most."""


class SpecError(ValueError):
    """A generator folder that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorSpec:
    """What a generator takes and gives, and where it comes from.

    name, title      identifier (its folder) and the name shown.
    summary          what it is good for, in a sentence; empty if nobody wrote one.
    rank             place among all generators: the smallest comes first, and the first one that
                     can be used colours wherever none is asked for.
    tidy             how far its paintings are tidied where nobody says (models.coloring.shade).
    group            heading that it is listed under; empty for none.
    method           tintline, tag2pix, alacgan, two_stage, csa or sgru.
    arguments        the network's configuration, as its dataclass took it.
    takes_hints, takes_tags   whether these change the picture.
    size_rule        which sizes the graphs accept.
    tags             names in the order of the multi-hot ``tags`` tensor.
    features         names of line.onnx's outputs, which paint.onnx takes back.
    inputs, outputs  names of paint.onnx's other inputs and of its outputs.
    parameters       count of line and paint graph together.
    precision        fp32 or fp16, of the stored weights.
    licence, credits licence of the weights; credit lines of the data they were trained on.
    training         free record: recipe, samples seen, hours, figures.
    digests          sha256 of each graph file.
    """

    name: str
    title: str
    method: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    takes_hints: bool
    takes_tags: bool
    size_rule: SizeRule
    summary: str = ""
    rank: int = DEFAULT_RANK
    group: str = ""
    tidy: float = 0.0
    tags: tuple[str, ...] = ()
    features: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    parameters: int
    precision: str
    licence: str
    credits: tuple[str, ...] = ()
    training: Mapping[str, object] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.takes_tags and not self.tags:
            raise SpecError(f"{self.name}: takes tags but lists none")
        if self.precision not in ("fp32", "fp16"):
            raise SpecError(f"{self.name}: precision {self.precision!r} is neither fp32 nor fp16")
        if "rgb" not in self.outputs:
            raise SpecError(f"{self.name}: outputs {self.outputs} lack rgb")

    @property
    def variants(self) -> int:
        """How many pictures it makes of one drawing, for the artist to choose from."""
        count = self.arguments.get("images", 1) if "variants" in self.outputs else 1
        return count if isinstance(count, int) and 1 <= count <= MOST_VARIANTS else 1

    def to_json(self) -> dict[str, object]:
        """The content of ``spec.json``."""
        return {"format_version": FORMAT_VERSION, **asdict(self)}

    @classmethod
    def from_json(cls, document: Value) -> "GeneratorSpec":
        """Read the content of ``spec.json``. Raises SpecError naming file, place and value."""
        try:
            version = document.get("format_version")
            if version is None or version.content != FORMAT_VERSION:
                found = None if version is None else version.content
                is_newer = isinstance(found, int) and found > FORMAT_VERSION
                remedy = "update Tintline" if is_newer else RENEW
                raise document.error(f"format {shown(found)}, this program reads 1; {remedy}")
            unknown = sorted(set(document.names) - {"format_version", *_READERS})
            if unknown:
                raise document.error(f"unknown fields {', '.join(map(shown, unknown[:3]))}")
            values = {each.name: _read_field(document, each) for each in fields(cls)}
            return cls(**values)
        except DocumentError as error:
            raise SpecError(f"{error}; {RENEW}") from error
        except SpecError as error:
            raise SpecError(f"{document.origin}: {error}; {RENEW}") from error


def _read_field(document: Value, field_: Field[Any]) -> Any:
    value = document.get(field_.name)
    if value is not None:
        return _READERS[field_.name](value)
    if field_.default is not MISSING:
        return field_.default
    if field_.default_factory is not MISSING:
        return field_.default_factory()
    raise document.error(f"{field_.name!r} is missing")


def _title(value: Value) -> str:
    """A text of one line that fits a list."""
    text = value.text()
    if not text or len(text) > _LONGEST_TITLE or not text.isprintable():
        raise value.wrong(f"a line of text, at most {_LONGEST_TITLE} letters long")
    return text


def _object(value: Value) -> dict[str, object]:
    return {name: value.content[name] for name in value.names}


def _digests(value: Value) -> dict[str, str]:
    return {name: digest.text() for name, digest in value.fields().items()}


def _size_rule(value: Value) -> SizeRule:
    try:
        return SizeRule(**{name: side.whole() for name, side in value.fields().items()})
    except DocumentError:
        raise
    except (TypeError, ValueError) as error:
        raise value.error(str(error)) from error


_READERS: Mapping[str, Callable[[Value], object]] = {
    **dict.fromkeys(("name", "title", "method", "precision"), _title),
    **dict.fromkeys(("summary", "group", "licence"), Value.text),
    **dict.fromkeys(("takes_hints", "takes_tags"), Value.flag),
    **dict.fromkeys(("tags", "features", "inputs", "outputs", "credits"), Value.texts),
    **dict.fromkeys(("arguments", "training"), _object),
    "size_rule": _size_rule,
    "parameters": Value.whole,
    "tidy": lambda value: value.number(0, 1),
    "rank": lambda value: value.whole(-_FARTHEST_RANK, _FARTHEST_RANK),
    "digests": _digests,
}


def read_spec(folder: Path) -> GeneratorSpec:
    """Read a generator folder's spec. Raises SpecError naming the file."""
    path = folder / SPEC_FILE
    if not path.is_file():
        raise SpecError(f"{path}: missing; {RENEW}")
    try:
        document = read_json(path)
    except DocumentError as error:
        raise SpecError(f"{error}; {RENEW}") from error
    return GeneratorSpec.from_json(document)


def write_spec(spec: GeneratorSpec, folder: Path) -> None:
    """Write ``spec.json`` into a generator's folder. Raises FileError."""
    write_json(folder / SPEC_FILE, spec.to_json())


def file_digest(path: Path) -> str:
    """sha256 of a file as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
