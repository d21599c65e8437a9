"""Where panels get their icons."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QIcon


class IconBinder(Protocol):
    """Gives icons that follow the theme; the window's `Appearance` is one."""

    def bind_icon(self, setter: Callable[[QIcon], object], name: str) -> None:
        """Give an icon to a setter now and at every change of theme."""
