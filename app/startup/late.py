"""Libraries that are loaded when they are first used, and not when they are imported.

OpenCV, SciPy and scikit-image make up most of what a window would read from the disk before it
shows; it needs none of them to show. Until one is used, a module of its name stands in for it.
"""

import importlib
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import Lock, Thread
from types import ModuleType

_loading = Lock()


class LateModule(ModuleType):
    """Stands in for a library; the first question for something of it loads it.

    around  called with what loads it, in place of it.
    """

    def __init__(self, name: str, around: Callable[[Callable[[], None]], None]) -> None:
        super().__init__(name)
        self.__dict__["_around"] = around
        self.__dict__["_is_found"] = False

    def __getattr__(self, name: str) -> object:
        is_of_any_module = name.startswith("__") and name not in ("__path__", "__version__")
        if is_of_any_module or not self.__dict__["_is_found"]:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} yet")
        return getattr(load(self.__name__), name)


def load(name: str) -> ModuleType:
    """The library itself, loaded now if it was not before. May be called from any thread."""
    # The lock is held for a moment: whoever comes second waits for Python's own lock of the module.
    with _loading:
        stands_in = sys.modules.get(name)
        if isinstance(stands_in, LateModule):
            del sys.modules[name]
            _finder.loaded.add(name)
    around = stands_in.__dict__["_around"] if isinstance(stands_in, LateModule) else _plainly
    around(lambda: importlib.import_module(name))
    return sys.modules[name]


def _plainly(work: Callable[[], object]) -> None:
    work()


class _Finder(MetaPathFinder, Loader):
    """Finds the libraries that are late, as long as they are."""

    def __init__(self) -> None:
        self.late: dict[str, Callable[[Callable[[], None]], None]] = {}
        self.loaded: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A stand-in for a library that is asked for the first time."""
        if name not in self.late or name in self.loaded:
            return None
        return ModuleSpec(name, self)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The stand-in."""
        return LateModule(spec.name, self.late[spec.name])

    def exec_module(self, module: ModuleType) -> None:
        """Nothing: it stays empty. From now on, whoever asks it gets an answer."""
        module.__dict__["_is_found"] = True


_finder = _Finder()


def make_late(
    names: Sequence[str], around: Callable[[Callable[[], None]], None] = _plainly
) -> None:
    """Let libraries be loaded when they are first used; those that are loaded already stay so.

    around  called with what loads one, in place of it.
    """
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)
    _finder.late.update({name: around for name in names if name not in sys.modules})


def late_names() -> list[str]:
    """The libraries for which something stands in now."""
    return [name for name, module in list(sys.modules.items()) if isinstance(module, LateModule)]


class WarmUp(Thread):
    """Loads what is late, and some modules besides, so that their first use need not wait."""

    def __init__(self, modules: Sequence[str]) -> None:
        super().__init__(name="tintline-warm-up")
        self._modules = tuple(modules)
        self._is_stopped = False

    def run(self) -> None:
        """One after another; what cannot be loaded tells so where it is used."""
        for name in (*late_names(), *self._modules):
            if self._is_stopped:
                return
            with suppress(ImportError):
                load(name)

    def stop(self) -> None:
        """Load nothing further, and wait for what is being loaded."""
        self._is_stopped = True
        if self.ident is not None:
            self.join()
