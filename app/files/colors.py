"""Palette and hint files: what is asked, what is read in the background, and what becomes of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.document.color_sets import ColorSets
from app.document.document import Document
from app.document.edits import SetHints
from app.document.palette import Palette, read_palette, read_sets, write_palette
from app.document.palettes.files import GIMP_SUFFIX, PALETTE_SUFFIXES, WRITERS
from app.document.swatch_edits import TakePalette
from app.errors import PaletteError, describe
from app.files.work import FileWork
from app.inputs import count_outside, read_hints
from models.files.names import proposed
from models.hints.hint_files import HintFileError, read_hints_json, write_hints
from models.hints.hints import HintSet
from models.pictures.kinds import SUPPORTED_SUFFIXES

HINTS_SUFFIX = ".json"
T = TypeVar("T")


class ColorFiles(FileWork):
    """Reads and writes what belongs to a drawing besides its picture. Needs an open drawing."""

    @staticmethod
    def takes(path: Path) -> bool:
        """Whether a dropped file is a palette or hints, by its ending; JSON may be either."""
        return path.suffix.lower() in PALETTE_SUFFIXES

    def read(self, path: Path) -> None:
        """Take a palette or hints, as the file's ending says, or what stands in it."""
        if path.suffix.lower() == HINTS_SUFFIX:
            self._read(path, lambda _: _read_json(path), partial(self._take, path))
        else:
            self.read_palette(path)

    # Palettes

    def open_palette_dialog(self) -> None:
        """Ask for a palette file and take its swatches."""
        endings = " ".join(f"*{suffix}" for suffix in PALETTE_SUFFIXES)
        filters = self.tr("Palettes ({endings});;All files (*)").format(endings=endings)
        if (path := self._dialogs.choose_open(self._settings.last_folder, filters)) is not None:
            self.read_palette(path)

    def read_palette(self, path: Path) -> None:
        """Put a palette file's swatches in the place of the document's; whether locked stays."""
        self._read(path, lambda _: _read_swatches(path), partial(self._take, path))

    def _take(self, path: Path, content: "_Swatches | HintSet", document: Document) -> None:
        if isinstance(content, HintSet):
            self._take_hints(path, content, document)
            return
        palette, sets = content
        self._session.apply(TakePalette(replace(palette, locked=document.palette.locked), sets))
        text = self.tr("Palette {name}: {count} swatches")
        if sets is not None and len(sets.sets) > 1:
            text = self.tr("Palette {name}: {count} swatches in {sets} colour sets")
        count, several = len(palette.colors), len(sets.sets) if sets is not None else 1
        self.said.emit(text.format(name=path.name, count=count, sets=several))

    def save_palette_dialog(self) -> None:
        """Ask where, and write the swatches as the ending says: as a GIMP palette without one."""
        document = self._session.document
        if document is None:
            return
        name = document.palette.name or self._session.name
        suffixes = (GIMP_SUFFIX, *(suffix for suffix in WRITERS if suffix != GIMP_SUFFIX))
        proposal = self._settings.last_folder / proposed(name, GIMP_SUFFIX)
        path = self._ask_where(proposal, self.tr("Palettes"), suffixes)
        if path is not None:
            self._write(path, lambda: _save(document, path))

    # Hints

    def open_hints_dialog(self) -> None:
        """Ask for a hint file and take its hints."""
        endings = " ".join(f"*{suffix}" for suffix in (HINTS_SUFFIX, *SUPPORTED_SUFFIXES))
        filters = self.tr("Hints ({endings});;All files (*)").format(endings=endings)
        if (path := self._dialogs.choose_open(self._settings.last_folder, filters)) is not None:
            self.read_hints(path)

    def read_hints(self, path: Path) -> None:
        """Put a file's hints in the place of the document's: JSON, or a picture with alpha."""
        read = partial(read_hints, path)
        self._read(path, lambda document: read(document.size), partial(self._take_hints, path))

    def _take_hints(self, path: Path, hints: HintSet, document: Document) -> None:
        self._session.apply(SetHints(hints))
        self.said.emit(self.tr("{count} hints of {name}").format(count=len(hints), name=path.name))
        if outside := count_outside(hints, document.size):
            text = self.tr("{name}: {outside} of {count} hints lie outside of the drawing")
            self.warned.emit(text.format(name=path.name, outside=outside, count=len(hints)))

    def save_hints_dialog(self) -> None:
        """Ask where, and write the hints as JSON, for the command line and for other drawings."""
        document = self._session.document
        if document is None:
            return
        name = proposed(self._session.name, f".hints{HINTS_SUFFIX}")
        proposal = self._settings.last_folder / name
        path = self._ask_where(proposal, self.tr("Hints"), (HINTS_SUFFIX,))
        if path is not None:
            self._write(path, lambda: write_hints(document.shown_hints, path))

    # Both

    def _read(
        self, path: Path, read: Callable[[Document], T], take: Callable[[T, Document], None]
    ) -> None:
        document = self._session.document
        if document is None:
            self.failed.emit(self.tr("{path}: open a line drawing first").format(path=path.name))
            return

        def done(content: T) -> None:
            now = self._session.document
            if now is not None and now.line_art == document.line_art:
                self._settings.last_folder = path.parent
                if path.suffix.lower() in SUPPORTED_SUFFIXES:  # hints are saved as they were read
                    self._session.read_files.add(path)
                take(content, now)

        self._background.run(
            self.tr("Reading {name}…").format(name=path.name),
            lambda: read(document),
            done=done,
            failed=lambda error: self.failed.emit(describe(error)),
        )

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        self._background.run(
            self.tr("Saving {name}…").format(name=path.name),
            write,
            done=lambda _: self._tell_written(path),
            failed=lambda error: self.failed.emit(describe(error)),
        )


_Swatches = tuple[Palette, ColorSets | None]


def _read_swatches(path: Path) -> _Swatches:
    """A palette and its colour sets. Raises PaletteError."""
    return read_palette(path), read_sets(path)


def _save(document: Document, path: Path) -> None:
    """Write the swatches as they are shown, with what other sets make of them.

    Raises PaletteError.
    """
    sets = document.color_sets.seen(document.palette.colors)
    write_palette(document.shown_palette, path, sets)


def _read_json(path: Path) -> _Swatches | HintSet:
    """Hints, or a palette where the file has no hints. Raises HintFileError, PaletteError."""
    try:
        return read_hints_json(path)
    except HintFileError:
        with suppress(PaletteError):
            return _read_swatches(path)
        raise
