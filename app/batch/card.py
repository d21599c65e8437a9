"""A character's card: what all frames of a cut have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.document.color_sets import NO_SETS, ColorSets, sets_from_json
from app.errors import PaletteError, PlanError
from app.references.files import ReferenceFileError, read_reference, read_references
from models.files.documents import DocumentError, Value, read_json, shown
from models.hints.hints import TagSelection
from models.hints.tags import Rgb, Vocabulary, parse_color
from models.lighting.light import Light, LightError, light_from_json
from models.line_color import LineColor
from models.matching.references import References, UnusableReferenceError
from models.regions.regions import WIDEST_GAP
from models.regions.wishes import WIDEST_SMALLEST


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterCard:
    """What a character looks like: its name, its tags, the colours it may have, and its light.

    color_sets  what its colours are shown as, in each scene.
    tidy        how far its paintings are tidied; None: as the generator says.
    gap         widest gap in its lines that is closed, and
    smallest    side of its smallest region, in pixels; None: by the size of its drawings.
    variant     which picture of a generator that makes several, from 0.
    line_color  what colour its lines take; None: as they are drawn.
    references  coloured drawings of it.
    """

    name: str = ""
    tags: TagSelection = field(default_factory=TagSelection)
    palette: tuple[Rgb, ...] = ()
    names: Mapping[Rgb, str] = field(default_factory=dict)
    light: Light | None = None
    color_sets: ColorSets = NO_SETS
    tidy: float | None = None
    gap: float | None = None
    smallest: float | None = None
    variant: int = 0
    line_color: LineColor | None = None
    references: References = field(default_factory=References)

    @classmethod
    def read(cls, path: Path, vocabulary: Vocabulary) -> "CharacterCard":
        """Read ``{"name": "Hana", "tags": ["blue_hair"], "palette": {"skin": "#f0c8a0"}}``.

        The palette may be a list of colours; a light and colour sets are as a project has them; a
        reference is the name of a coloured drawing or of a folder of them, from where the card
        lies, or {"file": ..., "layer": "A"} for one layer of cels, or a list of such. Raises
        PlanError.
        """
        if not path.exists():
            raise PlanError(f"{path}: no such character card; check the name")
        try:
            return cls._from(read_json(path), vocabulary, path.parent)
        except (
            DocumentError,
            LightError,
            PaletteError,
            ReferenceFileError,
            UnusableReferenceError,
        ) as error:
            raise PlanError(f"no usable character card: {error}") from error

    @classmethod
    def _from(cls, card: Value, vocabulary: Vocabulary, folder: Path) -> "CharacterCard":
        plain = ("name", "tags", "palette", "light", "color_sets", "tidy", "reference")
        fields = (*plain, "gap", "smallest", "variant", "line_color")
        if unknown := sorted(set(card.names) - set(fields)):
            first = ", ".join(map(shown, unknown[:3]))
            raise card.error(f"unknown {first}; a card has {', '.join(fields)}")
        name, tags, palette, light, sets, tidy, reference = map(card.get, plain)
        gap, smallest, variant, line_color = map(card.get, fields[len(plain) :])
        chosen = [t.parsed(vocabulary.canonical) for t in tags.items() if t.content] if tags else []
        names: dict[Rgb, str] = {}
        colors: list[Rgb] = []
        if palette is not None and isinstance(palette.content, dict):
            names = {color.parsed(parse_color): title for title, color in palette.fields().items()}
        elif palette is not None:
            colors = [color.parsed(parse_color) for color in palette.items()]
        return cls(
            name=name.text() if name else "",
            tags=TagSelection(tuple(chosen)),
            palette=tuple(dict.fromkeys(names or colors)),
            names=names,
            light=light_from_json(light.content, f"{card.origin}: light") if light else None,
            color_sets=sets_from_json(sets) if sets else NO_SETS,
            tidy=tidy.number(0, 1) if tidy else None,
            gap=gap.number(0, WIDEST_GAP) if gap else None,
            smallest=smallest.number(0, WIDEST_SMALLEST) if smallest else None,
            variant=variant.whole() if variant else 0,
            line_color=line_color.parsed(LineColor.parse) if line_color else None,
            references=_read_named(reference, folder) if reference else References(),
        )


def _read_named(value: Value, folder: Path) -> References:
    """The references that a card names. Raises ReferenceFileError, DocumentError, ValueError."""
    found = References()
    for entry in value.items() if isinstance(value.content, list) else [value]:
        if isinstance(entry.content, dict):
            path, layer = folder / entry.field("file").text(), entry.field("layer").text()
            found = found.with_pictures((read_reference(path, layer),))
        else:
            found = found.with_pictures(read_references(folder / entry.text()).pictures)
    return found
