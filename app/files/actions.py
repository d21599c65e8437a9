"""Opening, saving and exporting: what is asked, what runs in the background, what is told."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.background import BackgroundWorker
from app.dialogs import Answer, Dialogs
from app.document.document import Document
from app.document.palette import OPENTOONZ_SUFFIX
from app.document.project_file import SUFFIX, Project, lit, new_project, read_project, write_project
from app.errors import TintlineError, describe
from app.export.document_layers import DocumentLayers
from app.export.layered import OPENRASTER, layer_writer
from app.export.on_paper import on_paper
from app.export.paint import write_paint
from app.export.png import write_merged_png
from app.files.recovery import Leftover
from app.files.samples import Sample, read_sample
from app.files.work import FileWork
from app.session import Session
from app.settings import Settings
from models.coloring.trace import read_color_trace
from models.files.names import exists, proposed
from models.files.whole import tidy
from models.hints.tags import Vocabulary
from models.pictures.files import read_picture
from models.pictures.kinds import SUPPORTED_SUFFIXES


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """What reading a file gave. path: of a project, None for a picture."""

    project: Project
    path: Path | None
    notes: tuple[str, ...] = ()


def read_any(path: Path, *, generator: str, is_traced: bool = False, is_lit: bool = True) -> Opened:
    """Read a project or a picture. Raises TintlineError and PictureError, naming the file.

    is_traced  take the picture's colour-trace lines for the borders of shade and highlights.
    is_lit     begin a picture with the usual light, unless trace lines tell of shade.
    """
    tidy(path.absolute().parent)  # of a run that died while it saved there
    if path.suffix.lower() == SUFFIX:
        return Opened(read_project(path), path)
    picture = read_picture(path)
    rgba_u8, trace, notes = picture.rgba_u8, None, picture.notes
    if is_traced:
        traced = read_color_trace(rgba_u8)
        rgba_u8, trace = traced.rgba_u8, traced.areas
        if trace is None:
            said = QCoreApplication.translate(
                "FileActions", "No red, blue or green trace lines were found in it."
            )
            notes = (*notes, said)
    project = new_project(
        rgba_u8,
        path.stem,
        dpi=picture.dpi,
        icc_profile=picture.icc_profile,
        generator=generator,
        trace=trace,
    )
    if trace is None and is_lit:
        project = lit(project)
    return Opened(project, None, notes)


class FileActions(FileWork):
    """The File menu.

    Signals
    recent_changed  the recent files changed.

    Attributes
    conditions  what decides the colours besides the hints, in words: told where one exports.
    finish      ends what is in the making, so that it is written, or asked about.
    """

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
        super().__init__(
            session=session,
            background=background,
            settings=settings,
            dialogs=dialogs,
            parent=parent,
        )
        self._vocabulary = vocabulary
        self.conditions = ""
        self.finish: Callable[[], None] = lambda: None
        self._latest_opening = 0
        self._written: dict[str, Path] = {}  # what this document was exported to, by kind
        session.opened.connect(self._written.clear)

    # Opening

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        if (path := self._choose_open()) is not None:
            self.open_path(path)

    def open_traced_dialog(self) -> None:
        """Ask for an animation drawing and open it, its trace lines read as shade and highlight."""
        if (path := self._choose_open()) is not None:
            self.open_path(path, is_traced=True)

    def _choose_open(self) -> Path | None:
        endings = " ".join(f"*{suffix}" for suffix in (*SUPPORTED_SUFFIXES, SUFFIX))
        filters = ";;".join(
            (
                self.tr("Drawings and projects ({endings})").format(endings=endings),
                self.tr("All files (*)"),
            )
        )
        return self._dialogs.choose_open(self._settings.last_folder, filters)

    def open_path(self, path: Path, *, is_traced: bool = False) -> None:
        """Read a file in the background, then show it, after asking about unsaved changes.

        is_traced  read colour-trace lines; see `read_any`.
        """
        generator = self._settings.generator
        is_lit = self._settings.is_new_lit
        self._open(
            path,
            lambda: read_any(path, generator=generator, is_traced=is_traced, is_lit=is_lit),
        )

    def open_leftover(self, leftover: Leftover, then: Callable[[], None]) -> None:
        """Restore unsaved work of a run that ended badly; `then` is called once it is open."""

        def show(project: Project) -> None:
            self._session.open(project, leftover.project, is_saved=False)
            self.said.emit(self.tr("Restored {name}").format(name=self._session.name))
            then()

        self._background.run(
            self.tr("Restoring {name}…").format(name=leftover.name),
            lambda: read_project(leftover.copy),
            done=show,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def open_sample(self, sample: Sample, then: Callable[[], None] | None = None) -> None:
        """Open a bundled drawing with its hints and tags; `then` is called once it is open."""
        generator = self._settings.generator
        vocabulary = self._vocabulary
        self._open(
            sample.picture,
            lambda: Opened(read_sample(sample, vocabulary, generator=generator), None),
            is_remembered=False,
            then=then,
        )

    def _open(
        self,
        path: Path,
        read: Callable[[], Opened],
        *,
        is_remembered: bool = True,
        then: Callable[[], None] | None = None,
    ) -> None:
        self._latest_opening += 1
        number = self._latest_opening

        def show(opened: Opened) -> None:
            if number == self._latest_opening:
                self.confirm(lambda: self._show(opened, path if is_remembered else None, then))

        def tell(error: Exception) -> None:
            if isinstance(error, FileNotFoundError) or not path.exists():
                self._settings.remove_recent_file(path)
                self.recent_changed.emit()
            self.failed.emit(describe(error))

        name = self.tr("Opening {name}…").format(name=path.name)
        self._background.run(name, read, done=show, failed=tell)

    def _show(self, opened: Opened, path: Path | None, then: Callable[[], None] | None) -> None:
        drawing = path if opened.path is None else None
        self._session.open(opened.project, opened.path, drawing=drawing)
        document, name = opened.project.document, self._session.name
        self.said.emit(self.tr("Opened {name}, {size}").format(name=name, size=document.size))
        if notes := (*opened.notes, *self._unknown_tags(document)):
            self.warned.emit(f"{name}: " + "; ".join(note.rstrip(".") for note in notes))
        if path is not None:
            self._remember(path)
        if then is not None:
            then()

    def _unknown_tags(self, document: Document) -> tuple[str, ...]:
        """A note on tags that this version cannot show; saving keeps them."""
        names = [name for name in document.tags.names if name not in self._vocabulary.by_name]
        text = self.tr("Tags that are unknown here have no effect: {names}.")
        return (text.format(names=", ".join(names)),) if names else ()

    # Unsaved changes

    def confirm(self, then: Callable[[], None]) -> None:
        """Do something that gives up the document, after asking if it has unsaved changes."""
        self.finish()
        document = self._session.document
        if document is None or not self._session.is_dirty:
            then()
            return
        answer = self._dialogs.ask_unsaved(self._session.name)
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
        self.finish()
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

    @property
    def is_layer_per_color(self) -> bool:
        """Whether layered files hold one layer a colour in the place of the flats."""
        return self._settings.is_layer_per_color

    def set_layer_per_color(self, is_by_color: bool) -> None:
        """Choose that, for every export that follows."""
        self._settings.is_layer_per_color = is_by_color

    @property
    def is_on_paper(self) -> bool:
        """Whether layered files hold lines and flats on transparent layers over paper."""
        return self._settings.is_on_paper

    def set_on_paper(self, is_on_paper: bool) -> None:
        """Write lines and flats on transparent layers from now on, or on sheets."""
        self._settings.is_on_paper = is_on_paper

    def export_png(self) -> None:
        """Write the visible layers as one picture."""

        def write(path: Path, layers: DocumentLayers, **facts: Any) -> None:
            size = layers.document.size
            write_merged_png(path, layers.plain(), size, alpha=layers.alpha, **facts)

        self._export(".png", self.tr("PNG picture"), write)

    def export_ora(self) -> None:
        """Write every layer as OpenRaster."""
        self._export(OPENRASTER, self.tr("OpenRaster picture"), self._layered(OPENRASTER))

    def export_psd(self) -> None:
        """Write every layer as PSD, or as PSB where the name says so."""
        self._export(".psd", self.tr("Photoshop picture"), self._layered(".psd"), large=".psb")

    def export_paint(self) -> None:
        """Write flats and ink without antialiasing, with their palette."""

        def write(path: Path, layers: DocumentLayers, **facts: Any) -> None:
            flats = layers.flats()
            if flats is None:
                raise TintlineError(f"{path}: there are no flats yet; colour the drawing first")
            line_art = layers.document.line_art
            alpha = layers.alpha_of(flats)
            write_paint(path, line_art, flats, alpha=alpha, **facts)

        self._export(".png", self.tr("Paint for OpenToonz"), write, beside=OPENTOONZ_SUFFIX)

    def _layered(self, suffix: str) -> Callable[..., None]:
        is_by_color, is_on_paper = self._settings.is_layer_per_color, self._settings.is_on_paper

        def write_layers(path: Path, layers: DocumentLayers, **facts: Any) -> None:
            nodes = layers.grouped(is_by_color=is_by_color)
            if is_on_paper:
                nodes = on_paper(nodes, layers.document.size)
            layer_writer(suffix)(path, nodes, layers.document.size, **facts)

        return write_layers

    def _export(
        self,
        suffix: str,
        kind: str,
        write: Callable[..., None],
        *,
        large: str = "",
        beside: str = "",
    ) -> None:
        """Ask where, and write. beside: the ending of what is written besides."""
        if self._session.document is None:
            return
        self.finish()
        path = self._choose_save(suffix, kind, large, told=self._told(kind), beside=beside)
        if path is None:
            return
        snapshot = self._session.snapshot()
        document = snapshot.document

        def work() -> None:
            layers = DocumentLayers.of(document, snapshot.pixels)
            write(path, layers, dpi=document.dpi, icc_profile=document.icc_profile)

        self._background.run(
            self.tr("Exporting {name}…").format(name=path.name),
            work,
            done=lambda _: self._tell_exported(document, kind, path),
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def _tell_exported(self, document: Document, kind: str, path: Path) -> None:
        now = self._session.document
        if now is not None and now.line_art == document.line_art:
            self._written[kind] = path
        self._tell_written(path)

    def _told(self, kind: str) -> str:
        """A kind of file with everything remembered that changes what is written."""
        told = [kind]
        if kind in (self.tr("OpenRaster picture"), self.tr("Photoshop picture")):
            told += [self.tr("one layer a colour")] if self._settings.is_layer_per_color else []
            told += [self.tr("transparent layers")] if self._settings.is_on_paper else []
        told.append(self.conditions)
        return " · ".join(text for text in told if text)

    def _choose_save(
        self,
        suffix: str,
        kind: str,
        other_suffix: str = "",
        *,
        told: str = "",
        beside: str = "",
    ) -> Path | None:
        document = self._session.document
        if document is None:
            raise TintlineError("no drawing is open; open a line drawing first")
        folder = self._settings.last_folder
        if self._session.project_path is not None:
            folder = self._session.project_path.parent
        proposal = self._written.get(kind) or _unlike_any(folder, self._session.name, suffix)
        suffixes = (suffix, other_suffix) if other_suffix else (suffix,)
        return self._ask_where(
            proposal, told or kind, suffixes, beside=beside, again=self._written.get(kind)
        )

    def _remember(self, path: Path) -> None:
        self._settings.last_folder = path.parent
        self._settings.add_recent_file(path)
        self.recent_changed.emit()


def _unlike_any(folder: Path, stem: str, suffix: str) -> Path:
    """A name for a new file: the drawing itself may lie there under the first that comes to mind.

    Projects keep their name, for they are saved again and again.
    """
    path = folder / proposed(stem, suffix)
    if suffix == SUFFIX or not exists(path):
        return path
    endings = (f"_colour{number}{suffix}" for number in ("", *range(2, 100)))
    paths = (folder / proposed(stem, ending) for ending in endings)
    return next((path for path in paths if not exists(path)), path)
