"""The palette panel: the document's swatches, what they are shown as, and the palette lock."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.color_sets import ColorSets
from app.document.document import Document
from app.document.edits import SetPalette
from app.document.layer import LayerKind
from app.document.palette import MAX_COLORS, Palette
from app.document.swatch_edits import (
    AddSwatches,
    ChangeColor,
    ChangeTones,
    MergeColors,
    SetColorSets,
)
from app.errors import PaletteError
from app.export.color_layers import colors_by_area
from app.languages.said import said
from app.panels.swatches.live_color import LiveColorDialog, ask_live
from app.panels.swatches.sets_row import SetsRow
from app.panels.swatches.swatch_list import CELL, SWATCH_ROLE, ShownSwatch, SwatchList
from app.panels.swatches.swatch_menu import SwatchCommands, fill_menu
from app.panels.widgets.icons import IconBinder
from app.session import Session
from models.hints.tags import Rgb
from models.lighting.light import OwnTones

LEAST_SHARE = 1e-4
"""Of the picture that a colour covers which is collected: what is smaller is an edge or a speck."""


class PalettePanel(QWidget):
    """Shows and changes the palette of the session's document.

    Signals
    color_chosen  sRGB bytes of a swatch, for the brush.
    open_asked    read a palette file.
    save_asked    write one.
    """

    color_chosen = Signal(object)
    open_asked = Signal()
    save_asked = Signal()

    def __init__(self, session: Session, icons: IconBinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: tuple[Palette, ColorSets] | None = None
        self._color: Rgb = (0, 0, 0)
        self._has_hints = False
        self.lock = QToolButton()
        self.lock.setText(self.tr("Lock palette"))
        self.lock.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lock.setCheckable(True)
        icons.bind_icon(self.lock.setIcon, "lock")
        self.lock.clicked.connect(self.set_locked)
        self.add = self._button(icons, "add", self.tr("Add the brush's colour"), self.add_color)
        self.collect = self._button(
            icons,
            "collect",
            self.tr("Add the colours of the picture and of all hints"),
            self.collect_colors,
        )
        self.open = self._button(
            icons, "open", self.tr("Open a palette: GIMP, Adobe, Procreate, #rrggbb lines…"),
            self.open_asked.emit,
        )  # fmt: skip
        self.save = self._button(
            icons, "save", self.tr("Save as a GIMP palette"), self.save_asked.emit
        )
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.lock)
        row.addStretch(1)
        for button in (self.add, self.collect, self.open, self.save):
            row.addWidget(button)
        self.sets = SetsRow(icons)
        self.sets.chosen.connect(self.show_set)
        self.sets.renamed.connect(self._rename_set)
        self.sets.added.connect(self.add_set)
        self.sets.removed.connect(self._remove_set)
        self.list = SwatchList()
        self.list.removed.connect(self.remove_current)
        self.list.edited.connect(self.change)
        self.list.merged.connect(self.merge)
        self.list.setAccessibleName(self.tr("Swatches"))
        self.list.setMinimumHeight(2 * CELL)
        self.list.itemClicked.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._empty = QLabel(
            self.tr(
                "No swatches yet. Add the brush's colour, collect those of the hints, or drop a "
                "palette file on the window."
            )
        )
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.sets)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        session.document_changed.connect(self._show_document)
        session.pixels_changed.connect(self._offer_collecting)
        self._show(Palette(), ColorSets())
        self.setEnabled(session.document is not None)

    def _button(
        self, icons: IconBinder, icon: str, text: str, handler: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        icons.bind_icon(button.setIcon, icon)
        button.clicked.connect(lambda _=False: handler())
        return button

    # What is done to the palette

    @property
    def palette_shown(self) -> Palette:
        """The document's palette as it is shown, by keys."""
        return self._shown[0] if self._shown else Palette()

    def set_brush_color(self, color: Rgb) -> None:
        """The brush's colour, which `add_color` adds and the list marks."""
        self._color = color
        self.list.mark(color)

    def add_color(self) -> None:
        """Add the brush's colour."""
        self._session.apply(AddSwatches((self._color,)))

    def collect_colors(self) -> None:
        """Add the colour of every hint, and every flat colour of the picture, the largest first."""
        document, flats_u8 = self._session.document, self._session.pixels_of(LayerKind.FLATS)
        if document is None:
            return
        colors = list(document.shown_hints.colors())
        if flats_u8 is not None:
            least = LEAST_SHARE * document.size.height * document.size.width
            colors += [color for color, area in colors_by_area(flats_u8) if area >= least]
        self._session.apply(AddSwatches(tuple(dict.fromkeys(colors))))

    def remove_current(self) -> None:
        """Remove the swatch that was clicked or reached by keys last."""
        if (swatch := self.list.current) is not None:
            self._remove(swatch)

    def _remove(self, swatch: ShownSwatch) -> None:
        palette = self.palette_shown.remove(swatch.key)
        self._apply(replace(palette, locked=palette.locked and bool(palette.colors)))

    def clear(self) -> None:
        """Remove every swatch; any colour is allowed again."""
        self._apply(Palette())

    def set_locked(self, is_locked: bool) -> None:
        """Allow no other colours, or any."""
        self._apply(replace(self.palette_shown, locked=is_locked))

    def _apply(self, palette: Palette) -> None:
        self._session.apply(SetPalette(palette))

    # What is done to colours

    def change(self, swatch: ShownSwatch) -> LiveColorDialog:
        """Ask for another colour of a swatch; everything that has it follows at once."""
        return ask_live(
            self._session,
            self.tr("Colour of the swatch"),
            swatch.color,
            lambda color: self._session.apply(ChangeColor(swatch.key, color)),
            self,
        )

    def change_tone(self, swatch: ShownSwatch, tone: str) -> LiveColorDialog:
        """Ask for what a swatch becomes in one of its tones, by the tone's name in OwnTones."""

        def give(color: Rgb) -> None:
            tones = replace(swatch.tones, **{tone: color})
            self._session.apply(ChangeTones(swatch.key, tones))

        own: Rgb | None = getattr(swatch.tones, tone)
        title = self.tr("Tone of the swatch")
        return ask_live(self._session, title, own or swatch.color, give, self)

    def replace_by_brush(self, swatch: ShownSwatch) -> None:
        """Give a swatch the brush's colour; where another swatch has it, both are one."""
        same = [each for each in self._swatches() if each.color == self._color]
        if same:
            self.merge(swatch.key, same[0].key)
        else:
            self._session.apply(ChangeColor(swatch.key, self._color))
            self._session.seal()

    def merge(self, key: Rgb, into: Rgb) -> None:
        """Make one swatch of two: what has the first has the second's colour from now on."""
        self._session.apply(MergeColors(key, into))

    def _give_tones(self, swatch: ShownSwatch, tones: OwnTones) -> None:
        self._session.apply(ChangeTones(swatch.key, tones))
        self._session.seal()

    # Colour sets

    def show_set(self, name: str) -> None:
        """Show the colours of another scene."""
        self._change_sets(lambda sets: sets.activated(name), said("Colour set {name}", name=name))

    def step_set(self, by: int) -> None:
        """Show the next colour set, or the one before."""
        sets = self._shown[1] if self._shown else ColorSets()
        self.show_set(sets.names[(sets.names.index(sets.active) + by) % len(sets.names)])

    def add_set(self) -> None:
        """One more set, which begins as the one that is shown; its name can be typed at once."""
        sets = self._shown[1] if self._shown else ColorSets()
        numbers = range(2, len(sets.names) + 3)
        names = (self.tr("set {number}").format(number=number) for number in numbers)
        name = next(each for each in names if each not in sets.names)
        self._change_sets(lambda sets: sets.added(name), said("Add colour set {name}", name=name))
        self.sets.ask_name()

    def _rename_set(self, name: str) -> None:
        title = said("Name colour set {name}", name=name)
        self._change_sets(lambda sets: sets.renamed(name), title)

    def _remove_set(self) -> None:
        sets = self._shown[1] if self._shown else ColorSets()
        title = said("Remove colour set {name}", name=sets.active)
        self._change_sets(lambda sets: sets.removed(), title)

    def _change_sets(self, changed: Callable[[ColorSets], ColorSets], title: str) -> None:
        document = self._session.document
        if document is None:
            return
        try:
            self._session.apply(SetColorSets(changed(document.color_sets), title))
        except PaletteError as error:
            self._session.report(str(error))

    # Showing it

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        if (document.palette, document.color_sets) != self._shown:
            self._show(document.palette, document.color_sets)
        self._has_hints = bool(document.hints.hints)
        self._offer_collecting()

    def _offer_collecting(self) -> None:
        has_flats = self._session.pixels_of(LayerKind.FLATS) is not None
        self.collect.setEnabled(self._has_hints or has_flats)

    def _show(self, palette: Palette, sets: ColorSets) -> None:
        self._shown = palette, sets
        swatches = self._swatches()
        self.list.show_swatches(swatches)
        self.sets.show_sets(sets)
        has_colors = bool(swatches)
        self._empty.setVisible(not has_colors)
        self.list.setVisible(has_colors)
        self.save.setEnabled(has_colors)
        self.add.setEnabled(len(palette.colors) < MAX_COLORS)
        self.lock.setEnabled(has_colors)
        self.lock.setChecked(palette.locked)
        self.lock.setToolTip(
            self.tr("Colour with these swatches alone; a colour between them takes the nearest")
            if has_colors
            else self.tr("Add swatches first: then colouring can be held to them")
        )
        self.list.mark(self._color)

    def _swatches(self) -> list[ShownSwatch]:
        if self._shown is None:
            return []
        palette, sets = self._shown
        return [
            ShownSwatch(key, sets.shown(key), title, sets.look(key).tones)
            for key, title in zip(palette.colors, palette.titles, strict=True)
        ]

    def _choose(self, item: QListWidgetItem) -> None:
        self._paint_with(item.data(SWATCH_ROLE))

    def _paint_with(self, swatch: ShownSwatch) -> None:
        self.color_chosen.emit(swatch.color)
        self.list.mark(self._color)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.make_menu(self.list.itemAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def make_menu(self, item: QListWidgetItem | None) -> QMenu:
        """What can be done with a swatch, and with all of them."""
        menu = QMenu(self)
        if item is not None:
            self.list.setCurrentItem(item)
            swatch: ShownSwatch = item.data(SWATCH_ROLE)
            others = [each for each in self._swatches() if each.key != swatch.key]
            commands = SwatchCommands(
                paint=self._paint_with,
                change=self.change,
                exchange=self.replace_by_brush,
                merge=lambda one, into: self.merge(one.key, into.key),
                give=self._give_tones,
                ask=self.change_tone,
                remove=self._remove,
            )
            fill_menu(menu, swatch, others, self._color, commands)
        menu.addAction(self.tr("Remove all swatches")).triggered.connect(self.clear)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Paint the swatches again in a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.list.viewport().update()
