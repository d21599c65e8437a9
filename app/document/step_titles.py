"""What the history calls a step: by which tool, in which colour, on which part."""

from dataclasses import dataclass, replace

from app.document.color_edits import FillRegion, ReplaceColor
from app.document.document import Document
from app.document.edits import (
    AddHint,
    ClearHints,
    Edit,
    EraseHints,
    MoveHint,
    SetGenerator,
    SetHints,
    SetPalette,
    SetTags,
    ToggleTag,
)
from app.document.light_edits import AddLightStroke, SetLight
from app.document.mark_edits import ClearMarks, EraseMarks, MarkKind
from app.document.swatch_edits import AddSwatches, ChangeColor, TakePalette
from models.hints.hints import Hint, Keep, PointHint, StrokeHint
from models.hints.parts import Part
from models.hints.tags import Rgb, format_color
from models.lighting.light import PRESETS, Light, ShadeStyle
from models.lighting.strokes import LightKind

PART_NAMES = {
    Part.BACKGROUND: "background",
    Part.OTHER: "",
    Part.TOP: "top",
    Part.BOTTOM: "skirt or trousers",
    Part.GLASSES: "glasses",
    Part.ORNAMENT: "ornament",
}
"""Where they differ from the part's own."""
STYLES = {ShadeStyle.CEL: "Cel", ShadeStyle.TWO_TONE: "Two-tone", ShadeStyle.SOFT: "Soft"}
MARK_NAMES = {
    MarkKind.LIGHT: ("stroke of light", "strokes of light"),
    MarkKind.BARRIER: ("barrier", "barriers"),
    MarkKind.JOIN: ("join", "joins"),
}
PAINTED = {
    LightKind.SHADE: "Paint shade",
    LightKind.LIGHT: "Paint light",
    LightKind.LIT: "Take shade away",
}


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
            return StepTitle(f"Swatch {name} to {format_color(color)}", color)
        case ReplaceColor(old, new):
            return StepTitle(f"Replace {format_color(old)} by {format_color(new)}", new)
        case MoveHint(index):
            return _hint_title("Move hint", before.shown_hints.hints[index], None)
        case EraseHints() | ClearHints():
            return _erased(before, after)
        case SetHints(hints):
            return StepTitle(f"Import {_counted(len(hints), 'hint')}")
        case ToggleTag(name):
            verb = "Tag" if name in after.tags.names else "Drop tag"
            return StepTitle(f"{verb} {_words(name)}")
        case SetTags(tags):
            listed = ", ".join(_words(name) for name in tags.names)
            return StepTitle(f"Set tags {listed}" if listed else "Clear tags")
        case SetPalette() | AddSwatches() | TakePalette():
            return _palette_title(before, after)
        case SetGenerator(name):
            return StepTitle(f"Generator {name}" if name else "Best generator")
        case SetLight():
            return _light_title(before.light, after.light)
        case AddLightStroke(stroke):
            return StepTitle(PAINTED[stroke.kind])
        case EraseMarks(kind) | ClearMarks(kind):
            verb = "Erase" if kind.of(after) else "Clear"
            gone = len(kind.of(before)) - len(kind.of(after))
            one, many = MARK_NAMES[kind]
            return StepTitle(f"{verb} {gone} {one if gone == 1 else many}")
        case _:
            return StepTitle(edit.title)


def _tool_of(hint: Hint) -> str:
    if isinstance(hint, PointHint):
        return "Point"
    return "Brush" if isinstance(hint, StrokeHint) else "Area"


def _hint_title(tool: str, hint: Hint, part: Part | None) -> StepTitle:
    name = "" if part is None else PART_NAMES.get(part, part.name.lower())
    place = f" on {name}" if name else ""
    return StepTitle(f"{tool} {format_color(hint.color)}{place}", hint.color)


def _filled(hint: Hint, before: Document, after: Document) -> StepTitle:
    new = set(after.hints).difference(before.hints)
    if hint.keep is not None:
        noun = "region" if len(new) <= 1 else "regions"
        verb = "Leave" if hint.keep is Keep.UNCOLORED else "Keep"
        return StepTitle(f"{verb} {noun} {hint.keep}")
    count = len(new)
    if count > 1:
        return StepTitle(f"Fill {_counted(count, 'region')}", hint.color)
    return _hint_title("Fill", hint, None)


def _erased(before: Document, after: Document) -> StepTitle:
    kept = set(after.shown_hints)
    gone = [hint for hint in before.shown_hints if hint not in kept]
    if len(gone) == 1:
        return _hint_title("Erase hint", gone[0], None)
    verb = "Erase" if after.hints.hints else "Clear"
    return StepTitle(f"{verb} {_counted(len(gone), 'hint')}")


def _palette_title(before: Document, after: Document) -> StepTitle:
    old, new = before.shown_palette, after.shown_palette
    if old.locked != new.locked and old.colors == new.colors:
        count = _counted(len(new.colors), "colour")
        return StepTitle(f"Lock palette to {count}" if new.locked else "Unlock palette")
    added = [color for color in new.colors if color not in old.colors]
    removed = [color for color in old.colors if color not in new.colors]
    if len(added) == 1 and not removed:
        return StepTitle(f"Add {format_color(added[0])} to palette", added[0])
    if len(removed) == 1 and not added:
        return StepTitle(f"Take {format_color(removed[0])} out of palette", removed[0])
    lock = f", locked to {_counted(len(new.colors), 'colour')}" if new.locked else ""
    return StepTitle(f"Change palette{lock}")


def _light_title(before: Light | None, after: Light | None) -> StepTitle:
    """What of the light changed: all of it, or the one thing that a dial turned."""
    if before is None or after is None:
        return StepTitle("Light off" if after is None else "Light on")
    if after.follows is not before.follows:
        return StepTitle(f"Light follows the {after.follows.value}")
    for name, preset in PRESETS.items():
        if after == replace(preset, follows=after.follows, turn=after.turn):
            return StepTitle(f"Light of {name}")
    if after.angle_deg != before.angle_deg:
        return StepTitle(f"Light from {after.angle_deg:.0f}°")
    if after.style is not before.style:
        return StepTitle(f"{STYLES[after.style]} shade")
    if after.strength != before.strength:
        return StepTitle(f"Shade {after.strength:.0%}")
    if after.highlights != before.highlights:
        return StepTitle(f"Highlights {after.highlights:.0%}")
    if after.tint != before.tint:
        return StepTitle(f"Tint of shade {_tint(after.tint)}", after.tint)
    return StepTitle(f"Tint of highlights {_tint(after.glow)}", after.glow)


def _tint(color: Rgb | None) -> str:
    return "derived" if color is None else format_color(color)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _words(name: str) -> str:
    return name.replace("_", " ")
