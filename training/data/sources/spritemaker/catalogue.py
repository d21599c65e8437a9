"""The parts list of the sprite maker: slots, parts, hairstyles, palettes and rules."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from models.hints.tags import Rgb, parse_color

Split = Literal["train", "val"]
Body = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One layer of the figure. ``order`` 0 is farthest back."""

    name: str
    order: int
    driven_by: str
    color: str | None
    color_index: int
    follows_head: bool


@dataclass(frozen=True, slots=True)
class SlotPart:
    """One item of one slot."""

    slot: str
    item: str
    variant: str | None
    split: Split
    bodies: tuple[str, ...]
    is_excluded: bool
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hairstyle:
    """Front, middle and back of hair that belong together."""

    name: str
    pieces: Mapping[str, str]
    texture: str
    split: Split
    takes_extras: bool


@dataclass(frozen=True)
class Catalogue:
    """Everything ``parts.json`` says."""

    root: Path
    canvas: tuple[int, int]
    slots: tuple[Slot, ...]
    parts: tuple[SlotPart, ...]
    hairstyles: tuple[Hairstyle, ...]
    eye_types: Mapping[str, Sequence[str]]
    hats: Mapping[str, Sequence[str]]
    palettes: Mapping[str, tuple[Rgb, ...]]
    schemes: tuple[tuple[Rgb, ...], ...]
    rules: Mapping[str, Any]

    @cached_property
    def by_slot(self) -> dict[str, tuple[SlotPart, ...]]:
        """Parts of each slot, in file order."""
        found: dict[str, list[SlotPart]] = {slot.name: [] for slot in self.slots}
        for part in self.parts:
            found.setdefault(part.slot, []).append(part)
        return {slot: tuple(parts) for slot, parts in found.items()}

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str | None], SlotPart]:
        return {(part.slot, part.item, part.variant): part for part in self.parts}

    def part(self, slot: str, item: str, variant: str | None = None) -> SlotPart | None:
        """The part of a slot with this item, None if the slot has none of that item."""
        return self._by_key.get((slot, item, variant))

    @cached_property
    def driven(self) -> dict[str, tuple[Slot, ...]]:
        """Slots by the choice that fills them."""
        found: dict[str, list[Slot]] = {}
        for slot in self.slots:
            found.setdefault(slot.driven_by, []).append(slot)
        return {driver: tuple(slots) for driver, slots in found.items()}

    def item_split(self, driver: str, item: str) -> Split:
        """``val`` if any layer of the item is held out."""
        layers = (self.part(slot.name, item) for slot in self.driven.get(driver, ()))
        return "val" if any(part and part.split == "val" for part in layers) else "train"

    def hairstyle_split(self, style: Hairstyle) -> Split:
        """``val`` if the hairstyle or any of its pieces is held out."""
        pieces = (self.part(slot, item) for slot, item in style.pieces.items())
        held = style.split == "val" or any(part and part.split == "val" for part in pieces)
        return "val" if held else "train"


def read_catalogue(folder: Path) -> Catalogue:
    """Read ``parts.json`` of a folder. Raises ValueError naming the file and what is wrong."""
    path = folder / "parts.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _catalogue(folder, content)
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path}: not a usable sprite maker parts list ({error!r})") from error


def _catalogue(folder: Path, content: Mapping[str, Any]) -> Catalogue:
    palettes = {
        name: tuple(parse_color(c["hex"] if isinstance(c, dict) else c) for c in colors)
        for name, colors in content["palettes"].items()
        if name != "outfit_schemes"
    }
    schemes = content["palettes"].get("outfit_schemes", ())
    return Catalogue(
        root=folder / content["root"],
        canvas=(int(content["canvas"][0]), int(content["canvas"][1])),
        slots=tuple(
            Slot(
                name=entry["slot"],
                order=int(entry["order"]),
                driven_by=entry["driven_by"],
                color=entry["colour"],
                color_index=int(entry["colour_index"]),
                follows_head=bool(entry["follows_head"]),
            )
            for entry in sorted(content["slots"], key=lambda entry: entry["order"])
        ),
        parts=tuple(
            SlotPart(
                slot=entry["slot"],
                item=entry["item"],
                variant=entry.get("variant"),
                split=entry["split"],
                bodies=tuple(entry["presents_as"]),
                is_excluded=bool(entry.get("exclude", False)),
                files=dict(entry["files"]),
            )
            for entry in content["parts"]
        ),
        hairstyles=tuple(
            Hairstyle(
                name=entry["name"],
                pieces={
                    slot: entry[slot]
                    for slot in ("hair_back", "hair_middle", "hair_front")
                    if entry.get(slot)
                },
                texture=entry["texture"],
                split=entry["split"],
                takes_extras=bool(entry.get("extra_hair", True)),
            )
            for entry in content["hairstyles"]
        ),
        eye_types=content["eye_types"],
        hats=content["hats"],
        palettes=palettes,
        schemes=tuple(tuple(parse_color(color) for color in scheme) for scheme in schemes),
        rules=content["rules"],
    )
