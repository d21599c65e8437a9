"""The generators that are installed, and why any of them cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.runtime.device import DeviceChoice
from models.runtime.generator import Generator
from models.spec import GeneratorSpec


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One generator, usable or not.

    folder   None for the built-in watershed fill.
    spec     None if it could not be read.
    problem  why it cannot be used and what to do; None if it can.
    """

    name: str
    title: str
    folder: Path | None
    spec: GeneratorSpec | None
    problem: str | None = None


class Catalog:
    """Generators below some folders, best first, always ending with the watershed fill.

    folders  each a generator itself or a folder of generators; earlier ones win a name.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def entries(self) -> tuple[CatalogEntry, ...]:
        """Everything found, usable or not. Never raises for a bad folder."""
        raise NotImplementedError

    def usable(self) -> tuple[CatalogEntry, ...]:
        """The entries without a problem; never empty."""
        return tuple(entry for entry in self.entries() if entry.problem is None)

    def load(self, name: str, device: DeviceChoice) -> Generator:
        """A ready generator. Raises GeneratorError naming what is wrong or installed."""
        raise NotImplementedError
