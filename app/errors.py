"""The application's errors, and the hook that turns a forgotten one into a message and a log."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)

NO_WINDOW_REMEDY = (
    "run it on a desktop, and install the libraries that Qt names (on Debian: libegl1 "
    "libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3); the command line works without: "
    "tintline --help"
)


class TintlineError(Exception):
    """Something the user can be told; the message names the thing, the value and the remedy."""


class UsageError(TintlineError):
    """A command line that cannot be carried out at all: exit status 2."""


class LayerError(TintlineError):
    """A layer that does not exist, or pixels that do not fit it."""


class PaletteError(TintlineError):
    """A palette file that cannot be used."""


class ProjectError(TintlineError):
    """A project file that cannot be read or written."""


class PlanError(TintlineError):
    """A batch that cannot be planned; the message names the thing and the remedy."""


def describe(error: BaseException) -> str:
    """One line for the user: the message, with the kind of error where it is not our own."""
    message = " ".join(str(error).split())
    is_own = type(error).__module__.split(".")[0] in ("app", "models")
    if message and (is_own or isinstance(error, ValueError)):
        return message
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def no_window(reason: str) -> str:
    """What to say where the window cannot be opened, and what to do about it."""
    return f"the window cannot be opened: {reason}; {NO_WINDOW_REMEDY}"


def install_excepthook(report: Callable[[str], None]) -> Callable[[], None]:
    """Log every uncaught exception and give its line to `report`; returns the undoing function.

    KeyboardInterrupt keeps its usual handling.
    """
    previous = sys.excepthook

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            previous(kind, error, traceback)
            return
        log.critical("uncaught exception", exc_info=(kind, error, traceback))
        report(describe(error))

    def restore() -> None:
        sys.excepthook = previous

    sys.excepthook = hook
    return restore
