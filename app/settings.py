"""What is remembered between runs: typed access to one QSettings."""

import json
import logging
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import get_args, overload

from PySide6.QtCore import QByteArray, QSettings

from models.device import DeviceWish
from models.files.whole import set_aside
from models.hints.tags import Rgb, format_color, parse_color

log = logging.getLogger(__name__)

MAX_BYTES = 1 << 20
"""Of the file; what is remembered takes some ten thousand."""
MAX_RECENT_FILES = 10
MAX_RECENT_COLORS = 16

_FILES = "recent/files"
_COLORS = "recent/colors"
_SECOND = "recent/second_color"
_FOLDER = "recent/folder"
_DEVICE = "inference/device"
_GEOMETRY = "window/geometry"
_STATE = "window/state"


class _Flag:
    """A yes or no that is remembered."""

    def __init__(self, key: str, default: bool) -> None:
        self._key, self._default = key, default

    def __get__(self, owner: "Settings", _: type | None = None) -> bool:
        text = str(owner.store.value(self._key, self._default)).lower()
        return text not in ("false", "0") if self._default else text in ("true", "1")

    def __set__(self, owner: "Settings", value: bool) -> None:
        owner.store.setValue(self._key, value)


class _Number:
    """A whole number within bounds that is remembered."""

    def __init__(self, key: str, default: int, *, least: int, most: int) -> None:
        self._key, self._default, self.least, self.most = key, default, least, most

    @overload
    def __get__(self, owner: None, _: type | None = None) -> "_Number": ...
    @overload
    def __get__(self, owner: "Settings", _: type | None = None) -> int: ...
    def __get__(self, owner: "Settings | None", _: type | None = None) -> "int | _Number":
        """The number; of the class itself, where the bounds are."""
        if owner is None:
            return self
        with suppress(ValueError):
            number = int(str(owner.store.value(self._key, self._default)))
            return min(self.most, max(self.least, number))
        return self._default

    def __set__(self, owner: "Settings", value: int) -> None:
        owner.store.setValue(self._key, value)


class _Text:
    """A text that is remembered; one that is not among the known is empty."""

    def __init__(self, key: str, known: Collection[str] = ()) -> None:
        self._key, self._known = key, known

    def __get__(self, owner: "Settings", _: type | None = None) -> str:
        text = str(owner.store.value(self._key, ""))
        return text if not self._known or text in self._known else ""

    def __set__(self, owner: "Settings", value: str) -> None:
        owner.store.setValue(self._key, value)


class _Kept:
    """Values by names of whoever remembers them, as JSON has them."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __get__(self, owner: "Settings", _: type | None = None) -> Mapping[str, object]:
        with suppress(ValueError, RecursionError):
            kept = json.loads(str(owner.store.value(self._key, "{}")))
            return kept if isinstance(kept, dict) else {}
        return {}

    def __set__(self, owner: "Settings", kept: Mapping[str, object]) -> None:
        owner.store.setValue(self._key, json.dumps(dict(kept)))


class Settings:
    """Reads never fail: what is missing, or was damaged by hand, is its default.

    Attributes
    is_live                whether changes are coloured by themselves.
    generator              catalogue name of the generator for new documents; empty: the best one.
    is_layer_per_color     whether layered files hold one layer a colour in the place of the flats.
    is_on_paper            whether they hold lines and flats on transparent layers over paper.
    is_new_lit             whether drawings that are opened for the first time begin with a light.
    shows_map              whether the mini map is shown where it is of use.
    shows_pixel_grid       whether lines part pixels that are seen closely.
    color_numbers          which numbers name a colour: hsv, rgb or oklch; empty: hsv.
    is_pressed_size        whether the pen's pressure changes the size of strokes.
    theme                  dark or light; empty: as the system.
    language               a code of app.languages.spoken; empty: as the system.
    surround               what lies around the picture, as #rrggbb; empty: as the theme has it.
    keep_after_s           seconds after which unsaved work is copied.
    undo_steps             how many steps can be taken back.
    threads                processor cores that colouring may use; 0: all of them.
    memory_mb              mebibytes for what is kept of drawings that were read.
    animation, pen, shortcuts, workspaces  how each was left, by names of its own.
    """

    is_live = _Flag("inference/live", default=True)
    generator = _Text("inference/generator")
    is_layer_per_color = _Flag("export/layer_per_colour", default=False)
    is_on_paper = _Flag("export/transparent_layers", default=False)
    is_new_lit = _Flag("files/new_lit", default=True)
    shows_map = _Flag("view/mini_map", default=True)
    shows_pixel_grid = _Flag("view/pixel_grid", default=True)
    color_numbers = _Text("colour/numbers", ("hsv", "rgb", "oklch"))
    is_pressed_size = _Flag("pen/size", default=True)
    theme = _Text("window/theme", ("dark", "light"))
    language = _Text("window/language")
    surround = _Text("window/surround")
    keep_after_s = _Number("files/keep_after_s", 45, least=5, most=600)
    undo_steps = _Number("files/undo_steps", 200, least=10, most=2000)
    threads = _Number("inference/threads", 0, least=0, most=256)
    memory_mb = _Number("inference/memory_mb", 960, least=128, most=16384)
    animation = _Kept("animation/panel")
    pen = _Kept("pen/pen")
    shortcuts = _Kept("keys/shortcuts")
    workspaces = _Kept("window/workspaces")

    def __init__(self, store: QSettings) -> None:
        self.store = store

    @classmethod
    def kept_in(cls, path: Path) -> "Settings":
        """What an INI file remembers; one too large to be settings is set aside, not read."""
        with suppress(OSError):
            if (size := path.stat().st_size) > MAX_BYTES:
                log.info("%s: %d bytes are no settings; the file is set aside", path, size)
                set_aside(path)
        return cls(QSettings(str(path), QSettings.Format.IniFormat))

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Files opened or saved last, the newest first."""
        return tuple(Path(text) for text in self._texts(_FILES)[:MAX_RECENT_FILES])

    def add_recent_file(self, path: Path) -> None:
        """Put a file first."""
        texts = dict.fromkeys([str(path.absolute()), *self._texts(_FILES)])
        self.store.setValue(_FILES, list(texts)[:MAX_RECENT_FILES])

    def remove_recent_file(self, path: Path) -> None:
        """Forget a file, as when it is gone."""
        kept = [text for text in self._texts(_FILES) if Path(text) != path.absolute()]
        self.store.setValue(_FILES, kept)

    @property
    def recent_colors(self) -> tuple[Rgb, ...]:
        """Colours painted with last, the newest first."""
        return tuple(_parse_colors(self._texts(_COLORS)[:MAX_RECENT_COLORS]))

    def forget_recent_colors(self) -> None:
        """Begin without any."""
        self.store.remove(_COLORS)

    def add_recent_color(self, color: Rgb) -> None:
        """Put a colour first."""
        colors = dict.fromkeys([color, *self.recent_colors])
        texts = [format_color(recent) for recent in colors]
        self.store.setValue(_COLORS, texts[:MAX_RECENT_COLORS])

    @property
    def second_color(self) -> Rgb:
        """The colour that is not painted with; white at first."""
        found = _parse_colors([str(self.store.value(_SECOND, ""))])
        return found[0] if found else (255, 255, 255)

    @second_color.setter
    def second_color(self, color: Rgb) -> None:
        self.store.setValue(_SECOND, format_color(color))

    @property
    def last_folder(self) -> Path:
        """Where the file dialogs begin; the home folder if it is gone."""
        folder = Path(str(self.store.value(_FOLDER, "")))
        with suppress(OSError):  # no file system has such a name
            return folder if folder.is_absolute() and folder.is_dir() else Path.home()
        return Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self.store.setValue(_FOLDER, str(folder.absolute()))

    @property
    def device(self) -> DeviceWish:
        """The processor asked for."""
        wish = str(self.store.value(_DEVICE, "auto"))
        return next((known for known in get_args(DeviceWish) if known == wish), "auto")

    @device.setter
    def device(self, wish: DeviceWish) -> None:
        self.store.setValue(_DEVICE, wish)

    @property
    def window_geometry(self) -> QByteArray:
        """What QWidget.restoreGeometry takes; empty if never saved."""
        return self._bytes(_GEOMETRY)

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self.store.setValue(_GEOMETRY, geometry)

    @property
    def window_state(self) -> QByteArray:
        """What QMainWindow.restoreState takes; empty if never saved."""
        return self._bytes(_STATE)

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self.store.setValue(_STATE, state)

    def _texts(self, key: str) -> list[str]:
        value = self.store.value(key, [])
        if isinstance(value, str):  # an ini file gives a list of one back as its one text
            return [value] if value else []
        return [str(text) for text in value] if isinstance(value, Sequence) else []

    def _bytes(self, key: str) -> QByteArray:
        value = self.store.value(key, None)
        return value if isinstance(value, QByteArray) else QByteArray()


def _parse_colors(texts: Sequence[str]) -> list[Rgb]:
    colors = []
    for text in texts:
        try:
            colors.append(parse_color(text))
        except ValueError:
            continue
    return colors
