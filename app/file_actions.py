"""Opening, saving and exporting: what is asked, what runs in the background, what is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from app.background import BackgroundWorker
from app.dialogs import Answer, Dialogs
from app.document.layer import LayerKind
from app.document.project_file import SUFFIX, Project, new_project, read_project, write_project
from app.errors import TintlineError, describe
from app.export.layers import ExportLayer
from app.export.ora import write_ora
from app.export.png import write_merged_png
from app.export.psd import write_psd
from app.samples import Sample, read_sample
from app.session import Session, Snapshot
from app.settings import Settings
from models.conditioning import HintSet, hint_owners
from models.geometry import Size
from models.picture_files import SUPPORTED_SUFFIXES, read_picture
from models.tags import Vocabulary

U8Array = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """What reading a file gave. path: of a project, None for a picture."""

    project: Project
    path: Path | None
    notes: tuple[str, ...] = ()


def read_any(path: Path, *, generator: str) -> Opened:
    """Read a project or a picture. Raises TintlineError and PictureError, naming the file."""
    if path.suffix.lower() == SUFFIX:
        return Opened(read_project(path), path)
    picture = read_picture(path)
    project = new_project(
        picture.rgba_u8,
        path.stem,
        dpi=picture.dpi,
        icc_profile=picture.icc_profile,
        generator=generator,
    )
    return Opened(project, None, picture.notes)


def export_layers(snapshot: Snapshot, *, with_hints: bool) -> tuple[ExportLayer, ...]:
    """The layers that have pixels, bottom to top.

    with_hints  add the hints, drawn as they are but hidden: they belong to no finished picture.
    """
    layers = []
    for layer in snapshot.document.layers:
        rgba_u8 = snapshot.pixels.get(layer.id)
        is_hints = layer.kind is LayerKind.HINTS
        if is_hints:
            hints = snapshot.document.hints
            rgba_u8 = hints_rgba(hints, snapshot.document.size) if with_hints and hints else None
        if rgba_u8 is None:
            continue
        layers.append(
            ExportLayer(
                name=layer.name,
                rgba_u8=rgba_u8,
                blend=layer.blend,
                opacity=layer.opacity,
                visible=layer.visible and not is_hints,
            )
        )
    return tuple(layers)


def hints_rgba(hints: HintSet, size: Size) -> U8Array:
    """Hints as uint8 RGBA (H, W, 4), transparent where there is none."""
    colors = [(0, 0, 0, 0), *((*hint.color, 255) for hint in hints)]
    return np.array(colors, dtype=np.uint8)[hint_owners(hints, size)]


class FileActions(QObject):
    """The File menu. Reads and writes on the background thread; nothing is replaced on failure.

    Signals
    said     something that went well, for the status bar.
    warned   something that needs attention, for the banner.
    failed   one line that names file, value and remedy.
    recent_changed  the recent files changed.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(str)
    recent_changed = Signal()

    def __init__(
        self,
        *,
        session: Session,
        background: BackgroundWorker,
        settings: Settings,
        dialogs: Dialogs,
        vocabulary: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._settings = settings
        self._dialogs = dialogs
        self._vocabulary = vocabulary
        self._latest_opening = 0

    # Opening

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        endings = " ".join(f"*{suffix}" for suffix in (*SUPPORTED_SUFFIXES, SUFFIX))
        filters = ";;".join(
            (
                self.tr("Drawings and projects ({endings})").format(endings=endings),
                self.tr("All files (*)"),
            )
        )
        path = self._dialogs.choose_open(self._settings.last_folder, filters)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Read a file in the background, then show it, after asking about unsaved changes."""
        generator = self._settings.generator
        self._open(path, lambda: read_any(path, generator=generator))

    def open_sample(self, sample: Sample) -> None:
        """Open a bundled drawing with its hints and tags."""
        generator = self._settings.generator
        vocabulary = self._vocabulary
        self._open(
            sample.picture,
            lambda: Opened(read_sample(sample, vocabulary, generator=generator), None),
            is_remembered=False,
        )

    def _open(self, path: Path, read: Callable[[], Opened], *, is_remembered: bool = True) -> None:
        self._latest_opening += 1
        number = self._latest_opening

        def show(opened: Opened) -> None:
            if number == self._latest_opening:
                self.confirm(lambda: self._show(opened, path if is_remembered else None))

        def tell(error: Exception) -> None:
            if isinstance(error, FileNotFoundError) or not path.exists():
                self._settings.remove_recent_file(path)
                self.recent_changed.emit()
            self.failed.emit(describe(error))

        name = self.tr("Opening {name}…").format(name=path.name)
        self._background.run(name, read, done=show, failed=tell)

    def _show(self, opened: Opened, path: Path | None) -> None:
        self._session.open(opened.project, opened.path)
        document = opened.project.document
        self.said.emit(
            self.tr("Opened {name}, {size}").format(name=document.name, size=document.size)
        )
        if opened.notes:
            self.warned.emit(f"{document.name}: " + " ".join(opened.notes))
        if path is not None:
            self._remember(path)

    # Unsaved changes

    def confirm(self, then: Callable[[], None]) -> None:
        """Do something that gives up the document, after asking if it has unsaved changes."""
        document = self._session.document
        if document is None or not self._session.is_dirty:
            then()
            return
        answer = self._dialogs.ask_unsaved(document.name)
        if answer is Answer.SAVE:
            self.save(then=then)
        elif answer is Answer.DISCARD:
            then()

    # Saving

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save the project where it was, or ask where; `then` is called once it is on disk."""
        path = self._session.project_path
        if path is None:
            self.save_as(then)
        else:
            self._write_project(path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save the project."""
        path = self._choose_save(SUFFIX, self.tr("Tintline project"))
        if path is not None:
            self._write_project(path, then)

    def _write_project(self, path: Path, then: Callable[[], None] | None) -> None:
        snapshot = self._session.snapshot()
        project = Project(document=snapshot.document, pixels=snapshot.pixels)

        def done(_: object) -> None:
            document = self._session.document
            if document is not None and document.line_art == snapshot.document.line_art:
                self._session.project_path = path
                self._session.mark_saved(snapshot.revision)
            self._tell_written(path)
            self._remember(path)
            if then is not None:
                then()

        self._background.run(
            self.tr("Saving {name}…").format(name=path.name),
            lambda: write_project(path, project),
            done=done,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    # Exporting

    def export_png(self) -> None:
        """Write the visible layers as one picture."""
        self._export(".png", self.tr("PNG picture"), write_merged_png)

    def export_ora(self) -> None:
        """Write every layer as OpenRaster."""
        self._export(".ora", self.tr("OpenRaster picture"), write_ora, with_hints=True)

    def export_psd(self) -> None:
        """Write every layer as PSD."""
        self._export(".psd", self.tr("Photoshop picture"), write_psd, with_hints=True)

    def _export(
        self, suffix: str, kind: str, write: Callable[..., None], *, with_hints: bool = False
    ) -> None:
        if self._session.document is None:
            return
        path = self._choose_save(suffix, kind)
        if path is None:
            return
        snapshot = self._session.snapshot()
        document = snapshot.document

        def work() -> None:
            layers = export_layers(snapshot, with_hints=with_hints)
            facts: Mapping[str, object] = {
                "dpi": document.dpi, "icc_profile": document.icc_profile
            }  # fmt: skip
            write(path, layers, document.size, **facts)

        self._background.run(
            self.tr("Exporting {name}…").format(name=path.name),
            work,
            done=lambda _: self._tell_written(path),
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def _choose_save(self, suffix: str, kind: str) -> Path | None:
        document = self._session.document
        if document is None:
            raise TintlineError("no drawing is open; open a line drawing first")
        folder = self._settings.last_folder
        if self._session.project_path is not None:
            folder = self._session.project_path.parent
        path = self._dialogs.choose_save(folder / f"{document.name}{suffix}", f"{kind} (*{suffix})")
        if path is not None and path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        return path

    def _tell_written(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {path}").format(path=path))
        self._settings.last_folder = path.parent

    def _remember(self, path: Path) -> None:
        self._settings.last_folder = path.parent
        self._settings.add_recent_file(path)
        self.recent_changed.emit()
