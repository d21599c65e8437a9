"""What is remembered between runs: typed access to one QSettings."""

import json
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import get_args

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
_FOLDER = "recent/folder"
_DEVICE = "inference/device"
_LIVE = "inference/live"
_GENERATOR = "inference/generator"
_BY_COLOR = "export/layer_per_colour"
_ON_PAPER = "export/transparent_layers"
_THEME = "window/theme"
_ANIMATION = "animation/panel"
_GEOMETRY = "window/geometry"
_STATE = "window/state"


class Settings:
    """Reads never fail: what is missing, or was damaged by hand, is its default."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

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
        self._store.setValue(_FILES, list(texts)[:MAX_RECENT_FILES])

    def remove_recent_file(self, path: Path) -> None:
        """Forget a file, as when it is gone."""
        kept = [text for text in self._texts(_FILES) if Path(text) != path.absolute()]
        self._store.setValue(_FILES, kept)

    @property
    def recent_colors(self) -> tuple[Rgb, ...]:
        """Colours painted with last, the newest first."""
        return tuple(_parse_colors(self._texts(_COLORS)[:MAX_RECENT_COLORS]))

    def add_recent_color(self, color: Rgb) -> None:
        """Put a colour first."""
        colors = dict.fromkeys([color, *self.recent_colors])
        texts = [format_color(recent) for recent in colors]
        self._store.setValue(_COLORS, texts[:MAX_RECENT_COLORS])

    @property
    def last_folder(self) -> Path:
        """Where the file dialogs begin; the home folder if it is gone."""
        folder = Path(str(self._store.value(_FOLDER, "")))
        with suppress(OSError):  # no file system has such a name
            return folder if folder.is_absolute() and folder.is_dir() else Path.home()
        return Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue(_FOLDER, str(folder.absolute()))

    @property
    def device(self) -> DeviceWish:
        """The processor asked for."""
        wish = str(self._store.value(_DEVICE, "auto"))
        return next((known for known in get_args(DeviceWish) if known == wish), "auto")

    @device.setter
    def device(self, wish: DeviceWish) -> None:
        self._store.setValue(_DEVICE, wish)

    @property
    def is_live(self) -> bool:
        """Whether changes are coloured by themselves."""
        return str(self._store.value(_LIVE, True)).lower() not in ("false", "0")

    @is_live.setter
    def is_live(self, is_live: bool) -> None:
        self._store.setValue(_LIVE, is_live)

    @property
    def generator(self) -> str:
        """Catalogue name of the generator for new documents; empty for the best one."""
        return str(self._store.value(_GENERATOR, ""))

    @generator.setter
    def generator(self, name: str) -> None:
        self._store.setValue(_GENERATOR, name)

    @property
    def is_layer_per_color(self) -> bool:
        """Whether layered files hold one layer a colour in the place of the flats."""
        return str(self._store.value(_BY_COLOR, False)).lower() in ("true", "1")

    @is_layer_per_color.setter
    def is_layer_per_color(self, is_by_color: bool) -> None:
        self._store.setValue(_BY_COLOR, is_by_color)

    @property
    def is_on_paper(self) -> bool:
        """Whether layered files hold lines and flats on transparent layers over paper."""
        return str(self._store.value(_ON_PAPER, False)).lower() in ("true", "1")

    @is_on_paper.setter
    def is_on_paper(self, is_on_paper: bool) -> None:
        self._store.setValue(_ON_PAPER, is_on_paper)

    @property
    def theme(self) -> str:
        """Dark or light; empty: as the system."""
        name = str(self._store.value(_THEME, ""))
        return name if name in ("dark", "light") else ""

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue(_THEME, name)

    @property
    def animation(self) -> Mapping[str, object]:
        """How the animation panel was left, by names of its own."""
        with suppress(ValueError, RecursionError):
            kept = json.loads(str(self._store.value(_ANIMATION, "{}")))
            return kept if isinstance(kept, dict) else {}
        return {}

    @animation.setter
    def animation(self, kept: Mapping[str, object]) -> None:
        self._store.setValue(_ANIMATION, json.dumps(dict(kept)))

    @property
    def window_geometry(self) -> QByteArray:
        """What QWidget.restoreGeometry takes; empty if never saved."""
        return self._bytes(_GEOMETRY)

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue(_GEOMETRY, geometry)

    @property
    def window_state(self) -> QByteArray:
        """What QMainWindow.restoreState takes; empty if never saved."""
        return self._bytes(_STATE)

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self._store.setValue(_STATE, state)

    def _texts(self, key: str) -> list[str]:
        value = self._store.value(key, [])
        if isinstance(value, str):  # an ini file gives a list of one back as its one text
            return [value] if value else []
        return [str(text) for text in value] if isinstance(value, Sequence) else []

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, None)
        return value if isinstance(value, QByteArray) else QByteArray()


def _parse_colors(texts: Sequence[str]) -> list[Rgb]:
    colors = []
    for text in texts:
        try:
            colors.append(parse_color(text))
        except ValueError:
            continue
    return colors
