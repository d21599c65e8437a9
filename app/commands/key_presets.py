"""Keys as other programs have them, for the same functions; where they lack one, ours.

Each table holds what differs from our own. A command whose key another one takes there has a key of
its own in the table, or none. Krita's are those of its manual and its list of actions, Clip Studio
Paint's those of its user guide's list of shortcuts, OpenToonz' those of its command table.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

Keys = Mapping[str, Sequence[str]]
"""Keys in Qt's notation by command; an empty sequence: none."""

_KRITA: Keys = {
    "tool_picker": ("P",),
    "tool_point": ("Shift+P",),
    "tool_move": ("T",),
    "redo": ("Ctrl+Shift+Z",),
    "save_as": ("Ctrl+Shift+S",),
    "actual_size": ("1", "Ctrl+0"),
    "fit": ("2",),
    "zoom_in": ("+", "Ctrl++"),
    "zoom_out": ("-", "Ctrl+-"),
    "full_screen": ("Ctrl+Shift+F",),
    "hold_rotate": ("Shift+Space",),
    "play": ("Ctrl+Space",),
}
_CLIP_STUDIO: Keys = {
    "tool_brush": ("B", "P"),
    "tool_point": ("Shift+P",),
    "tool_fill": ("G",),
    "leaks": ("Shift+G",),
    "tool_move": ("K",),
    "keep": ("Shift+K",),
    "redo": ("Ctrl+Y",),
    "save_as": ("Shift+Alt+S",),
    "actual_size": ("Ctrl+Alt+0",),
    "rotate_left": ("-",),
    "rotate_right": ("^",),
    "preferences": ("Ctrl+K",),
    "hold_rotate": ("R", "Shift+Space"),
    "play": ("Ctrl+Space",),
}
_OPENTOONZ: Keys = {
    "tool_picker": ("K", "R"),
    "keep": ("Shift+K",),
    "tool_point": ("Shift+P",),
    "redo": ("Ctrl+Y",),
    "actual_size": ("N",),
    "next_left": ("Alt+N",),
    "last_left": ("Alt+Shift+N",),
    "fit": ("Alt+9",),
    "rotate_reset": ("Alt+0",),
    "zoom_in": ("+", "Ctrl++"),
    "zoom_out": ("-", "Ctrl+-"),
    "brush_larger": ("I",),
    "brush_smaller": ("U",),
    "leave_bare": ("Shift+U",),
    "play": ("P",),
    "frame_before": (",", "Shift+,"),
    "frame_after": (".", "Shift+."),
    "preferences": ("Ctrl+U",),
    "canvas_only": ("`",),
    "full_screen": ("Ctrl+`",),
    "hold_rotate": ("Ctrl+Space",),
}
PRESETS: Mapping[str, tuple[str, Keys]] = MappingProxyType(
    {
        "": ("Tintline", {}),
        "krita": ("Krita", _KRITA),
        "clip_studio": ("Clip Studio Paint", _CLIP_STUDIO),
        "opentoonz": ("OpenToonz", _OPENTOONZ),
    }
)
"""Title and keys of each, by identifier; the first is our own."""
