"""The tags panel: colour tags by group, with search and the chosen ones on top."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.color_edits import part_colors, recolor_part
from app.document.document import Document
from app.document.edits import SetTags, ToggleTag
from app.document.layer import LayerKind
from app.panels.swatches.live_color import LiveColorDialog, ask_live
from app.panels.widgets.flow_layout import FlowLayout
from app.panels.widgets.swatch import Swatch, TagChip
from app.session import Session
from models.hints.hints import TagSelection
from models.hints.parts import Part
from models.hints.tags import Rgb, Tag, TagGroup, Vocabulary, format_color

OPEN_AT_FIRST = ("hair", "eyes", "skin")


def tag_label(tag: Tag, *, is_alone: bool = False) -> str:
    """A tag in words: "light brown hair" alone, "light brown" within its group."""
    words = tag.name.split("_")
    if not is_alone and len(words) > 1:
        words = words[:-1]
    return QCoreApplication.translate("Tags", " ".join(words))


def _in_sentence(title: str) -> str:
    """A group's title as it stands within a sentence: in English it begins small there."""
    words = QCoreApplication.translate("Tags", title)
    return words.lower() if words == title else words


class TagGroupBox(QWidget):
    """One group of tags that exclude each other, foldable."""

    def __init__(self, group: TagGroup, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._was_open = is_open
        self.header = QToolButton()
        self.header.setText(QCoreApplication.translate("Tags", group.title))
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setCheckable(True)
        self.header.setAutoRaise(True)
        self.header.setStyleSheet(
            "QToolButton, QToolButton:checked { border: none; background: transparent;"
            " font-weight: 600; padding: 3px 0; }"
            " QToolButton:focus { text-decoration: underline; }"
        )
        self._choice = QLabel()
        self._choice.setObjectName("muted")
        top = QHBoxLayout()
        self.seen = Swatch(side=18)
        self.seen.hide()
        top.addWidget(self.header)
        top.addStretch(1)
        top.addWidget(self._choice)
        top.addWidget(self.seen)
        self._body = QWidget()
        self._body.setObjectName("panel")
        flow = FlowLayout(self._body, spacing=5)
        self.chips: dict[str, TagChip] = {}
        for tag in group.tags:
            chip = TagChip(tag_label(tag), tag.color)
            chip.setToolTip(tag_label(tag, is_alone=True))
            chip.setAccessibleName(tag_label(tag, is_alone=True))
            self.chips[tag.name] = chip
            flow.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self._body)
        self.header.toggled.connect(self._fold)
        self.header.setChecked(is_open)
        self._fold(is_open)

    def show_choice(self, selection: TagSelection) -> None:
        """Check the chosen chips."""
        chosen = [tag for tag in self.group.tags if tag.name in selection.names]
        for name, chip in self.chips.items():
            chip.setChecked(name in selection.names)
        self._choice.setText(", ".join(tag_label(tag) for tag in chosen))

    def set_usable(self, is_usable: bool) -> None:
        """Let tags be chosen or not; the part's own colour can be changed all the same."""
        for widget in (self.header, self._body, self._choice):
            widget.setEnabled(is_usable)

    def show_seen(self, color: Rgb | None) -> None:
        """Show the colour that the part has in the picture; None: it is not there."""
        self.seen.setVisible(color is not None)
        if color != self.seen.color:
            self.seen.set_color(color)
        if color is not None:
            text = QCoreApplication.translate("Tags", "Another colour for {part}, now {color}")
            part = _in_sentence(self.group.title)
            text = text.format(part=part, color=format_color(color))
            self.seen.setToolTip(text)
            self.seen.setAccessibleName(text)

    def offer(self, known: Collection[str] | None, title: str) -> None:
        """Grey the chips of tags that a generator does not know, and say so; None: all known."""
        for tag in self.group.tags:
            chip = self.chips[tag.name]
            is_known = known is None or tag.name in known
            label = tag_label(tag, is_alone=True)
            why = QCoreApplication.translate("Tags", "{tag}: {title} has not learned this tag")
            chip.setEnabled(is_known)
            chip.setToolTip(label if is_known else why.format(tag=label, title=title))

    def filter(self, found: Collection[str] | None) -> None:
        """Show the tags that were found, unfolded; None: all, as folded before."""
        for name, chip in self.chips.items():
            chip.setVisible(found is None or name in found)
        if found is None:
            self._fold(self.header.isChecked())
            self.setVisible(True)
        else:
            has_any = not self.chips.keys().isdisjoint(found)
            self._body.setVisible(has_any)
            self.setVisible(has_any)

    def _fold(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.header.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)


class TagsPanel(QWidget):
    """Chooses the document's tags."""

    def __init__(
        self, session: Session, vocabulary: Vocabulary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._vocabulary = vocabulary
        self._shown: TagSelection | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search tags"))
        self.search.setAccessibleName(self.tr("Search tags"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._notice = QLabel()
        self._notice.setObjectName("notice")
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._chosen = QWidget()
        self._chosen.setObjectName("panel")
        self._chosen_flow = FlowLayout(self._chosen, spacing=5)
        self._nothing = QLabel(self.tr("No tag has this name."))
        self._nothing.setObjectName("muted")
        self._nothing.hide()
        self.groups = [
            TagGroupBox(group, is_open=group.id in OPEN_AT_FIRST) for group in vocabulary.groups
        ]
        self._list = QWidget()
        self._list.setObjectName("panel")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(12, 8, 8, 12)
        column.setSpacing(8)
        column.addWidget(self._notice)
        column.addWidget(self._chosen)
        column.addWidget(self._nothing)
        for box in self.groups:
            column.addWidget(box)
            box.seen.clicked.connect(lambda _=False, part=box.group.part: self.recolor(part))
            for name, chip in box.chips.items():
                chip.clicked.connect(lambda _=False, chosen=name: self.toggle(chosen))
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("panel")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        rule = QFrame()
        rule.setObjectName("rule")
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 0)
        top.setSpacing(8)
        top.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addSpacing(8)
        layout.addWidget(rule)
        layout.addWidget(self._scroll, 1)
        self._chosen.hide()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._show_seen)
        session.pixels_changed.connect(self._look_soon)
        session.document_changed.connect(self._show_document)
        self.setEnabled(session.document is not None)

    def _look_soon(self) -> None:
        self._look.start()

    def toggle(self, name: str) -> None:
        """Choose a tag in place of its group's others, or drop it."""
        self._session.apply(ToggleTag(name, self._vocabulary))
        if self._session.document is not None:
            self._show_selection(self._session.document.tags)

    def recolor(self, part: Part) -> LiveColorDialog | None:
        """Ask for another colour of a part as it is seen; the picture follows at once."""
        session, document = self._session, self._session.document
        flats_u8, parts_u8 = session.pixels_of(LayerKind.FLATS), session.parts
        if document is None or flats_u8 is None or parts_u8 is None:
            return None
        seen = part_colors(flats_u8, parts_u8)
        if part not in seen:
            return None
        edit = recolor_part(document, flats_u8, parts_u8, part, seen[part])
        title = self.tr("Colour of the part")
        return ask_live(session, title, seen[part], lambda to: session.apply(edit(to)), self)

    def _show_seen(self) -> None:
        flats_u8, parts_u8 = self._session.pixels_of(LayerKind.FLATS), self._session.parts
        seen: dict[Part, Rgb] = {}
        if flats_u8 is not None and parts_u8 is not None:
            seen = part_colors(flats_u8, parts_u8)
        for box in self.groups:
            box.show_seen(seen.get(box.group.part))

    def clear(self) -> None:
        """Drop every tag."""
        self._session.apply(SetTags(TagSelection()))

    def set_unavailable(self, reason: str) -> None:
        """Grey the tags and say why; empty: they can be used."""
        self._notice.setText(reason)
        self._notice.setVisible(bool(reason))
        for box in self.groups:
            box.set_usable(not reason)

    def offer(self, known: Collection[str] | None, title: str) -> None:
        """Grey the tags that a generator does not know, each with the reason as its tooltip.

        known  the generator's tags; None if it knows all or takes none. title  of the generator.
        """
        for box in self.groups:
            box.offer(known, title)

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        if document.tags != self._shown:
            self._show_selection(document.tags)

    def _show_selection(self, selection: TagSelection) -> None:
        self._shown = selection
        for box in self.groups:
            box.show_choice(selection)
        while (item := self._chosen_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        known = self._vocabulary.by_name
        for name in selection.names:
            if name in known:
                chip = TagChip(
                    tag_label(known[name], is_alone=True), known[name].color, is_removable=True
                )
                chip.setToolTip(self.tr("Remove this tag"))
                chip.setAccessibleName(self.tr("Remove {tag}").format(tag=chip.text()))
                chip.clicked.connect(lambda _=False, chosen=name: self.toggle(chosen))
                self._chosen_flow.addWidget(chip)
        self._chosen.setVisible(bool(selection.names))

    def _filter(self, text: str) -> None:
        found = self._vocabulary.words.search(text) if text.strip() else None
        for box in self.groups:
            box.filter(found)
        self._nothing.setVisible(found == ())
