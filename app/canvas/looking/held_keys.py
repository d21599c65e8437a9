"""Keys that do something for as long as they are held."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Held(StrEnum):
    """What a held key does."""

    PAN = "pan"
    ROTATE = "rotate"
    PICK = "pick"
    BEFORE = "before"


_PICK_KEYS = (Qt.Key.Key_Alt, Qt.Key.Key_Control)
"""Some window managers keep Alt and a click for moving windows."""
_MODIFIERS = Qt.KeyboardModifier.KeypadModifier.value
"""Tells where a key lies, not which one it is."""


class HeldKeys:
    """Tells key events apart. Modifiers count at the beginning, the key alone at the end."""

    def __init__(self) -> None:
        self._of: dict[int, Held] = {Qt.Key.Key_Space.value: Held.PAN}
        self._down: dict[int, Held] = {}

    def set_keys(self, keys: Mapping[Held, Iterable[QKeySequence]]) -> None:
        """Which key, with its modifiers, does what; those for picking are always the same."""
        self._of = {
            sequence[0].toCombined(): held  # type: ignore[index]
            for held, sequences in keys.items()
            for sequence in sequences
            if not sequence.isEmpty()
        }

    def press(self, event: QKeyEvent) -> Held | None:
        """What a key begins, or goes on with; None if it is no such key."""
        if event.key() in _PICK_KEYS:
            held: Held | None = Held.PICK
        else:
            held = self._of.get(event.keyCombination().toCombined() & ~_MODIFIERS)
            held = held or self._down.get(event.key())
        if held is not None:
            self._down[event.key()] = held
        return held

    def release(self, event: QKeyEvent) -> Held | None:
        """What ends with a key; None if nothing does, or another key still holds it."""
        held = self._down.pop(event.key(), None)
        return None if held in self._down.values() else held

    def forget(self) -> None:
        """The keyboard went elsewhere: no key counts as held."""
        self._down.clear()
