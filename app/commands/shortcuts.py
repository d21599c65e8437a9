"""Which keys do what: ours, another program's, and the user's; no key means two things."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.commands.actions import ActionSpec, keys_of
from app.commands.key_presets import PRESETS
from app.languages.spoken import bare
from app.settings import Settings

HELD = (
    ("hold_pan", "Move the picture, held", "Space"),
    ("hold_rotate", "Turn the picture, held", "R"),
    ("hold_before", "Show the drawing without colours, held", "Q"),
)
"""Identifier, title and keys of what lasts for as long as a key is held on the canvas."""
_PRESET, _OWN = "preset", "own"


@dataclass(frozen=True, slots=True)
class KeyUse:
    """What a key does: the command's identifier, its title, and the menu that it stands in."""

    id: str
    title: str
    menu: str


class Shortcuts(QObject):
    """Gives the window's commands their keys, and remembers what the user changed.

    A key that is set takes it from whoever had it.

    Signals
    changed  some command has other keys now.
    """

    changed = Signal()

    def __init__(
        self,
        table: Sequence[ActionSpec],
        actions: Mapping[str, QAction],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._usual: dict[str, tuple[QKeySequence, ...]] = {
            **{spec.id: tuple(keys_of(spec)) for spec in table},
            **{name: (QKeySequence(keys),) for name, _, keys in HELD},
        }
        self.uses = (
            *(KeyUse(name, _tr(title), "canvas") for name, title, _ in HELD),
            *(KeyUse(spec.id, plain(spec.text), spec.menu) for spec in table),
        )
        kept = settings.shortcuts
        self._preset = str(kept.get(_PRESET, ""))
        if self._preset not in PRESETS:
            self._preset = ""
        self._own = _read_own(kept.get(_OWN), self._usual)
        self._keys: dict[str, tuple[QKeySequence, ...]] = {}
        self._work_out()

    @property
    def preset(self) -> str:
        """Whose keys they are besides the user's own; an identifier of PRESETS."""
        return self._preset

    @property
    def own_count(self) -> int:
        """How many commands have keys of the user's own."""
        return len(self._own)

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """The keys of a command, or of what is held; empty for none, and for an unknown one."""
        return self._keys.get(name, ())

    def text(self, name: str) -> str:
        """The keys in the platform's words, for reading."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(key.toString(native) for key in self.keys(name))

    def is_own(self, name: str) -> bool:
        """Whether the user set or took away the keys of a command."""
        return name in self._own

    def use_of(self, key: QKeySequence) -> KeyUse | None:
        """What a key does now; None if nothing."""
        for use in self.uses:
            if key in self._keys[use.id]:
                return use
        return None

    def set_keys(self, name: str, keys: Iterable[QKeySequence]) -> None:
        """Give a command these keys and no others, taking them from whoever has them."""
        wanted = tuple(dict.fromkeys(key for key in keys if not key.isEmpty()))
        for other, had in self._keys.items():
            if other != name and set(had) & set(wanted):
                self._own[other] = tuple(key for key in had if key not in wanted)
        self._own[name] = wanted
        self._keep()

    def reset(self, name: str) -> None:
        """Give a command the keys of the preset again, but none that another was given."""
        if self._own.pop(name, None) is not None:
            self._keep()

    def reset_all(self) -> None:
        """Forget every key of the user's own."""
        self._own.clear()
        self._keep()

    def choose_preset(self, preset: str) -> None:
        """Begin with another program's keys; the user's own stay."""
        if preset != self._preset:
            self._preset = preset
            self._keep()

    def _keep(self) -> None:
        own = {name: [key.toString() for key in keys] for name, keys in self._own.items()}
        self._settings.shortcuts = {_PRESET: self._preset, _OWN: own}
        self._work_out()
        self.changed.emit()

    def _work_out(self) -> None:
        """The usual keys, over them the preset's, over them the user's own; each key once."""
        _, table = PRESETS[self._preset]
        preset = {name: tuple(map(QKeySequence, keys)) for name, keys in table.items()}
        taken: set[QKeySequence] = set()
        found: dict[str, tuple[QKeySequence, ...]] = {}
        for level in (self._own, preset, self._usual):
            for name, keys in level.items():
                if name in self._usual and name not in found:
                    found[name] = tuple(key for key in keys if key not in taken)
                    taken.update(found[name])
        self._keys = found
        for name, action in self._actions.items():
            action.setShortcuts(found.get(name, ()))


def plain(text: str) -> str:
    """A menu's text without its mnemonic and dots, translated."""
    return bare(QCoreApplication.translate("Actions", text)).rstrip("…")


def _read_own(kept: object, known: Mapping[str, object]) -> dict[str, tuple[QKeySequence, ...]]:
    """What was remembered, as far as it is of commands and keys that there are."""
    if not isinstance(kept, dict):
        return {}
    return {
        name: tuple(QKeySequence(key) for key in keys if isinstance(key, str) and key)
        for name, keys in kept.items()
        if name in known and isinstance(keys, list)
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)
