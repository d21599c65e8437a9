"""A generator's description of itself, stored beside its two graphs as ``spec.json``."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from models.geometry import SizeRule

FORMAT_VERSION = 1
LINE_GRAPH = "line.onnx"
PAINT_GRAPH = "paint.onnx"
SPEC_FILE = "spec.json"
DEFAULT_RANK = 100
"""A generator that says nothing of its rank comes after the best and before what is below that."""


class SpecError(ValueError):
    """A generator folder that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorSpec:
    """What a generator takes and gives, and where it comes from.

    name, title      identifier (its folder) and the name shown.
    summary          what it is good for, in a sentence; empty if nobody wrote one.
    rank             place among all generators: the smallest comes first, and the first one that
                     can be used colours wherever none is asked for.
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
        if isinstance(self.rank, bool) or not isinstance(self.rank, int):
            raise SpecError(f"{self.name}: rank {self.rank!r} is not a whole number")
        for name in ("summary", "group"):
            if not isinstance(getattr(self, name), str):
                raise SpecError(f"{self.name}: {name} {getattr(self, name)!r} is not a text")
        if "rgb" not in self.outputs:
            raise SpecError(f"{self.name}: outputs {self.outputs} lack rgb")

    def to_json(self) -> dict[str, object]:
        """The content of ``spec.json``."""
        return {"format_version": FORMAT_VERSION, **asdict(self)}

    @classmethod
    def from_json(cls, content: object, origin: str) -> "GeneratorSpec":
        """Read the content of ``spec.json``. Raises SpecError naming `origin`."""
        if not isinstance(content, dict):
            raise SpecError(f"{origin}: expected a JSON object")
        fields = dict(content)
        version = fields.pop("format_version", None)
        if version != FORMAT_VERSION:
            newer = isinstance(version, int) and version > FORMAT_VERSION
            remedy = "update Tintline" if newer else "export the generator again"
            raise SpecError(f"{origin}: format {version!r}, this program reads 1; {remedy}")
        unknown = sorted(set(fields) - set(cls.__dataclass_fields__))
        if unknown:
            raise SpecError(f"{origin}: unknown fields {', '.join(unknown)}")
        try:
            fields["size_rule"] = SizeRule(**fields["size_rule"])
            for name in ("tags", "features", "inputs", "outputs", "credits"):
                fields[name] = tuple(fields.get(name, ()))
            return cls(**fields)
        except (KeyError, TypeError, ValueError) as error:
            raise SpecError(f"{origin}: {error}; export the generator again") from error


def read_spec(folder: Path) -> GeneratorSpec:
    """Read a generator folder's spec. Raises SpecError naming the file."""
    path = folder / SPEC_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SpecError(f"{path}: cannot be read ({error})") from error
    return GeneratorSpec.from_json(content, str(path))


def write_spec(spec: GeneratorSpec, folder: Path) -> None:
    """Write ``spec.json`` into a generator's folder."""
    text = json.dumps(spec.to_json(), indent=1, ensure_ascii=False) + "\n"
    (folder / SPEC_FILE).write_text(text, encoding="utf-8")


def file_digest(path: Path) -> str:
    """sha256 of a file as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
