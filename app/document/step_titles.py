"""What the history calls a step: by which tool, in which colour, on which part."""

from dataclasses import dataclass, replace

from app.document.color_edits import PART_WORDS, FillRegion, ReplaceColor
from app.document.document import Document
from app.document.edits import (
    AddHint,
    ClearHints,
    Edit,
    EraseHints,
    MoveHint,
    SetGenerator,
    SetHints,
    SetLayerOpacity,
    SetLayerVisible,
    SetLineColor,
    SetPalette,
    SetTags,
    ToggleTag,
)
from app.document.layer import OWN_KINDS
from app.document.light_edits import AddLightStroke, SetLight
from app.document.mark_edits import ClearMarks, EraseMarks, MarkKind
from app.document.painting.grouping import MoveLayer
from app.document.swatch_edits import AddSwatches, ChangeColor, TakePalette
from app.languages.said import Said, said
from models.hints.hints import Hint, Keep, PointHint, StrokeHint
from models.hints.parts import Part
from models.hints.tags import Rgb, format_color
from models.lighting.light import PRESETS, Follows, Light, ShadeStyle
from models.lighting.strokes import LightKind

STYLES = {
    ShadeStyle.CEL: said("Cel shade"),
    ShadeStyle.TWO_TONE: said("Two-tone shade"),
    ShadeStyle.SOFT: said("Soft shade"),
}
FOLLOWED = {
    Follows.CAMERA: said("Light follows the camera"),
    Follows.FIGURE: said("Light follows the figure"),
}
LIGHTS = {
    "day": said("Light of day"),
    "dusk": said("Light of dusk"),
    "lamp": said("Light of lamp"),
    "rim": said("Light of rim"),
}
PAINTED = {
    LightKind.SHADE: said("Paint shade"),
    LightKind.LIGHT: said("Paint light"),
    LightKind.LIT: said("Take shade away"),
}


ERASED = {
    MarkKind.LIGHT: (said("Erase 1 stroke of light"), said("Erase {count} strokes of light")),
    MarkKind.BARRIER: (said("Erase 1 barrier"), said("Erase {count} barriers")),
    MarkKind.JOIN: (said("Erase 1 join"), said("Erase {count} joins")),
}
CLEARED = {
    MarkKind.LIGHT: (said("Clear 1 stroke of light"), said("Clear {count} strokes of light")),
    MarkKind.BARRIER: (said("Clear 1 barrier"), said("Clear {count} barriers")),
    MarkKind.JOIN: (said("Clear 1 join"), said("Clear {count} joins")),
}
LOCKED = (said("Lock palette to 1 colour"), said("Lock palette to {count} colours"))
CHANGED_AND_LOCKED = (
    said("Change palette, locked to 1 colour"),
    said("Change palette, locked to {count} colours"),
)


LAYERS = {
    "colour": said("colour layer"),
    "flats": said("flats"),
    "shade": said("shade"),
    "highlight": said("highlight"),
    "line": said("line art"),
    "hints": said("hints"),
}
"""The layers of every document, by their ids; the artist's own have names."""


@dataclass(frozen=True, slots=True)
class StepTitle:
    """A step in words, and the colour that it was about, if it was about one."""

    text: str
    color: Rgb | None = None


def describe_step(
    edit: Edit, before: Document, after: Document, part: Part | None = None
) -> StepTitle:
    """Name the step from one document to another. part: what lies under a new hint, if known."""
    match edit:
        case AddHint(hint, tool):
            return _hint_title(tool or _tool_of(hint), hint, part)
        case FillRegion(hints):
            return _filled(hints[0], before, after)
        case ChangeColor(key, color):
            name = after.palette.title(key) if key in after.palette.colors else format_color(key)
            return StepTitle(
                said("Swatch {name} to {color}", name=name, color=format_color(color)), color
            )
        case ReplaceColor(old, new):
            return StepTitle(
                said("Replace {old} by {new}", old=format_color(old), new=format_color(new)), new
            )
        case MoveHint(index):
            return _hint_title(said("Move hint"), before.shown_hints.hints[index], None)
        case EraseHints() | ClearHints():
            return _erased(before, after)
        case SetHints(hints):
            return StepTitle(
                said("Import 1 hint")
                if len(hints) == 1
                else said("Import {count} hints", count=len(hints))
            )
        case ToggleTag(name):
            is_new = name in after.tags.names
            return StepTitle(said("Tag {tag}" if is_new else "Drop tag {tag}", tag=_words(name)))
        case SetLayerVisible(layer_id, visible):
            name = _layer_words(after, layer_id)
            return StepTitle(said("Show {layer}" if visible else "Hide {layer}", layer=name))
        case SetLayerOpacity(layer_id):
            return StepTitle(said("Opacity of {layer}", layer=_layer_words(after, layer_id)))
        case MoveLayer(layer_id):
            return StepTitle(said("Move {layer}", layer=_layer_words(after, layer_id)))
        case SetTags(tags):
            listed = ", ".join(_words(name) for name in tags.names)
            return StepTitle(said("Set tags {tags}", tags=listed) if listed else said("Clear tags"))
        case SetPalette() | AddSwatches() | TakePalette():
            return _palette_title(before, after)
        case SetGenerator(name):
            return StepTitle(
                said("Generator {name}", name=name) if name else said("Best generator")
            )
        case SetLineColor(color):
            return StepTitle(edit.title, None if color is None else color.color)
        case SetLight():
            return _light_title(before.light, after.light)
        case AddLightStroke(stroke):
            return StepTitle(PAINTED[stroke.kind])
        case EraseMarks(kind) | ClearMarks(kind):
            return StepTitle(_unmarked(kind, before, after))
        case _:
            return StepTitle(edit.title)


def _tool_of(hint: Hint) -> str:
    if isinstance(hint, PointHint):
        return said("Point")
    return said("Brush") if isinstance(hint, StrokeHint) else said("Area")


def _layer_words(document: Document, layer_id: str) -> str:
    layer = document.layer(layer_id)
    is_own = layer.kind in OWN_KINDS
    return layer.name if is_own else LAYERS.get(layer_id, said("layer"))


def _hint_title(tool: str, hint: Hint, part: Part | None) -> StepTitle:
    name = "" if part is None else PART_WORDS[part]
    color = format_color(hint.color)
    if not name:
        return StepTitle(said("{tool} {color}", tool=tool, color=color), hint.color)
    text = said("{tool} {color} on {part}", tool=tool, color=color, part=name)
    return StepTitle(text, hint.color)


def _filled(hint: Hint, before: Document, after: Document) -> StepTitle:
    new = set(after.hints).difference(before.hints)
    if hint.keep is not None:
        is_one = len(new) <= 1
        if hint.keep is Keep.UNCOLORED:
            return StepTitle(
                said("Leave region uncoloured") if is_one else said("Leave regions uncoloured")
            )
        return StepTitle(
            said("Keep region as it is") if is_one else said("Keep regions as they are")
        )
    count = len(new)
    if count > 1:
        return StepTitle(said("Fill {count} regions", count=count), hint.color)
    return _hint_title(said("Fill"), hint, None)


def _erased(before: Document, after: Document) -> StepTitle:
    kept = set(after.shown_hints)
    gone = [hint for hint in before.shown_hints if hint not in kept]
    if len(gone) == 1:
        return _hint_title(said("Erase hint"), gone[0], None)
    if after.hints.hints:
        return StepTitle(said("Erase {count} hints", count=len(gone)))
    return StepTitle(said("Clear {count} hints", count=len(gone)))


def _palette_title(before: Document, after: Document) -> StepTitle:
    old, new = before.shown_palette, after.shown_palette
    if old.locked != new.locked and old.colors == new.colors:
        return StepTitle(_locked(len(new.colors)) if new.locked else said("Unlock palette"))
    added = [color for color in new.colors if color not in old.colors]
    removed = [color for color in old.colors if color not in new.colors]
    if len(added) == 1 and not removed:
        return StepTitle(said("Add {color} to palette", color=format_color(added[0])), added[0])
    if len(removed) == 1 and not added:
        return StepTitle(
            said("Take {color} out of palette", color=format_color(removed[0])), removed[0]
        )
    if new.locked:
        return StepTitle(_locked(len(new.colors), is_changed=True))
    return StepTitle(said("Change palette"))


def _locked(count: int, *, is_changed: bool = False) -> Said:
    one, many = CHANGED_AND_LOCKED if is_changed else LOCKED
    return one if count == 1 else said(many, count=count)


def _light_title(before: Light | None, after: Light | None) -> StepTitle:
    """What of the light changed: all of it, or the one thing that a dial turned."""
    if before is None or after is None:
        return StepTitle(said("Light off") if after is None else said("Light on"))
    if after.follows is not before.follows:
        return StepTitle(FOLLOWED[after.follows])
    for name, preset in PRESETS.items():
        if after == replace(preset, follows=after.follows, turn=after.turn):
            return StepTitle(LIGHTS[name])
    if after.angle_deg != before.angle_deg:
        return StepTitle(said("Light from {angle}°", angle=f"{after.angle_deg:.0f}"))
    if after.style is not before.style:
        return StepTitle(STYLES[after.style])
    if after.strength != before.strength:
        return StepTitle(said("Shade {share}", share=f"{after.strength:.0%}"))
    if after.highlights != before.highlights:
        return StepTitle(said("Highlights {share}", share=f"{after.highlights:.0%}"))
    if after.tint != before.tint:
        return StepTitle(said("Tint of shade {color}", color=_tint(after.tint)), after.tint)
    return StepTitle(said("Tint of highlights {color}", color=_tint(after.glow)), after.glow)


def _tint(color: Rgb | None) -> str:
    return said("derived") if color is None else format_color(color)


def _unmarked(kind: MarkKind, before: Document, after: Document) -> Said:
    count = len(kind.of(before)) - len(kind.of(after))
    one, many = (ERASED if kind.of(after) else CLEARED)[kind]
    return one if count == 1 else said(many, count=count)


def _words(name: str) -> str:
    return name.replace("_", " ")
