"""The generators that are installed, and why any of them cannot be used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.device import DeviceChoice
from models.encoding import KNOWN_INPUTS
from models.runtime.generator import Generator, GeneratorError
from models.runtime.graph_file import MAX_GRAPH_BYTES
from models.runtime.watershed import WATERSHED, WATERSHED_SPEC, WatershedGenerator
from models.spec import (
    DEFAULT_RANK,
    LINE_GRAPH,
    PAINT_GRAPH,
    SPEC_FILE,
    GeneratorSpec,
    SpecError,
    file_digest,
    read_spec,
)

if TYPE_CHECKING:
    from models.runtime.engine import MakeSession

_GRAPHS = (LINE_GRAPH, PAINT_GRAPH)
_ONNX_FIRST_BYTE = 0x08
"""Every ONNX file begins with its ir_version, field 1 of the protocol buffer."""
_RENEW = "download or export the generator again"


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

    @property
    def rank(self) -> int:
        """Its place among all, as in the spec."""
        return self.spec.rank if self.spec is not None else DEFAULT_RANK

    @property
    def group(self) -> str:
        """The heading that it is listed under; empty for none."""
        return self.spec.group if self.spec is not None else ""


_FALLBACK = CatalogEntry(WATERSHED, WATERSHED_SPEC.title, None, WATERSHED_SPEC)


class Catalog:
    """Generators below some folders, by rank, always ending with the watershed fill.

    The one order of everything that lists generators or chooses one. Of equal rank, those of
    earlier folders come first, within a folder by name.

    make_session  opens a graph; None: models.runtime.engine.open_session.
    folders  each a generator itself or a folder of generators; earlier ones win a name.
    """

    def __init__(
        self, folders: Sequence[Path], *, make_session: "MakeSession | None" = None
    ) -> None:
        self._folders = tuple(folders)
        self._make_session = make_session
        self._digests: dict[tuple[Path, int, int], str] = {}
        self._failures: dict[tuple[Path, tuple[tuple[int, int], ...]], str] = {}

    def entries(self, *, check_digests: bool = False) -> tuple[CatalogEntry, ...]:
        """Everything found, usable or not. Never raises for a bad folder.

        check_digests  read every graph file whole; otherwise a file is read when its generator is
                       first loaded, and what was found then is remembered while it is unchanged.
        """
        listed: list[CatalogEntry] = []
        names: dict[str, Path | None] = {WATERSHED: None}
        for folder in self._generator_folders():
            entry = self._inspect(folder, read_whole=check_digests)
            if entry.problem is None and entry.name in names:
                other = names[entry.name] or "the program itself"
                problem = f"{folder}: {entry.name!r} is already taken by {other}; rename this one"
                entry = replace(entry, problem=problem)
            elif entry.problem is None:
                names[entry.name] = folder
            listed.append(entry)
        return (*sorted(listed, key=lambda entry: entry.rank), _FALLBACK)

    def usable(self) -> tuple[CatalogEntry, ...]:
        """The entries without a problem, the best first; never empty."""
        return tuple(entry for entry in self.entries() if entry.problem is None)

    def load(self, name: str, device: DeviceChoice) -> Generator:
        """A ready generator whose files match their digests.

        Raises GeneratorError naming what is wrong with it, or what is installed instead.
        """
        found = [entry for entry in self.entries() if entry.name == name]
        if not found:
            installed = ", ".join(entry.name for entry in self.usable())
            raise GeneratorError(f"no generator is named {name!r}; installed: {installed}")
        # A usable one wins over a damaged one of the same name.
        entry = min(found, key=lambda candidate: candidate.problem is not None)
        if entry.folder is None:
            return WatershedGenerator()
        problem = entry.problem or self._digest_problem(entry.folder, entry.spec, read_whole=True)
        if problem is not None:
            raise GeneratorError(problem)
        # What runs graphs is slow to load, and a list of generators needs none of it.
        from models.runtime.engine import open_session  # noqa: PLC0415
        from models.runtime.onnx_generator import load_generator  # noqa: PLC0415

        make_session = self._make_session or open_session
        try:
            return load_generator(entry.folder, device, make_session=make_session)
        except GeneratorError as error:
            self._failures[self._state(entry.folder)] = str(error)
            raise

    def _generator_folders(self) -> Iterator[Path]:
        """Folders that claim to be generators, each once, in order of name within each root."""
        seen: set[Path] = set()
        for root in self._folders:
            try:
                children = sorted(root.iterdir()) if root.is_dir() else []
            except OSError:
                continue
            candidates = [root] if _looks_like_generator(root) else children
            for folder in candidates:
                if _looks_like_generator(folder) and folder not in seen:
                    seen.add(folder)
                    yield folder

    def _inspect(self, folder: Path, *, read_whole: bool) -> CatalogEntry:
        unnamed = CatalogEntry(folder.name, folder.name, folder, None)
        try:
            spec = read_spec(folder)
            problem = _spec_problem(spec, folder) or _files_problem(folder)
        except (SpecError, OSError) as error:
            return replace(unnamed, problem=str(error))
        problem = problem or self._failures.get(self._state(folder))
        problem = problem or self._digest_problem(folder, spec, read_whole=read_whole)
        return CatalogEntry(spec.name, spec.title, folder, spec, problem)

    def _state(self, folder: Path) -> tuple[Path, tuple[tuple[int, int], ...]]:
        """What changes when any of the folder's files does."""
        stats = [(folder / name).stat() for name in (*_GRAPHS, SPEC_FILE)]
        return folder, tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)

    def _digest_problem(
        self, folder: Path, spec: GeneratorSpec | None, *, read_whole: bool
    ) -> str | None:
        expected = spec.digests if spec is not None else {}
        for name in _GRAPHS:
            path = folder / name
            try:
                found = self._digest(path, read_whole=read_whole)
            except OSError as error:
                return f"{path}: cannot be read ({error.strerror}); check its permissions"
            if found is not None and found != expected[name]:
                return (
                    f"{path}: damaged or foreign, its sha256 begins with {found[:12]} and the "
                    f"spec lists {str(expected[name])[:12]}; {_RENEW}"
                )
        return None

    def _digest(self, path: Path, *, read_whole: bool) -> str | None:
        """A file's sha256 if it is known already or may be read whole."""
        stat = path.stat()
        key = (path, stat.st_mtime_ns, stat.st_size)
        if key not in self._digests and read_whole:
            self._digests[key] = file_digest(path)
        return self._digests.get(key)


def _looks_like_generator(folder: Path) -> bool:
    try:
        return folder.is_dir() and any((folder / name).exists() for name in (SPEC_FILE, *_GRAPHS))
    except OSError:
        return False


def _spec_problem(spec: GeneratorSpec, folder: Path) -> str | None:
    """Why this program cannot use a generator that describes itself so."""
    path = folder / SPEC_FILE
    unknown = sorted(set(spec.inputs) - KNOWN_INPUTS)
    if unknown:
        return f"{path}: takes {', '.join(unknown)}, unknown to this program; update Tintline"
    if not spec.features:
        return f"{path}: lists no features of {LINE_GRAPH}; {_RENEW}"
    missing = [name for name in _GRAPHS if name not in spec.digests]
    if missing:
        return f"{path}: lists no sha256 of {' and '.join(missing)}; {_RENEW}"
    return None


def _files_problem(folder: Path) -> str | None:
    """Why the graph files cannot be what they should be, judged without reading them whole."""
    for name in _GRAPHS:
        path = folder / name
        if not path.is_file():
            return f"{path}: missing; {_RENEW}"
        with path.open("rb") as stream:
            head = stream.read(1)
        if not head:
            return f"{path}: empty; {_RENEW}"
        if head[0] != _ONNX_FIRST_BYTE:
            return f"{path}: not an ONNX graph; {_RENEW}"
        if (size := path.stat().st_size) > MAX_GRAPH_BYTES:
            return f"{path}: {size:,} bytes are more than {MAX_GRAPH_BYTES:,}; {_RENEW}"
    return None
