"""The manual within the program: pages of Markdown and pictures that ship with it."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QImage,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import Appearance

INDEX = "index.md"
COLUMN = 760
"""How wide text is set, in pixels."""
MARGIN = 26
LINK = re.compile(r"\[([^\]]+)\]\(([\w/]+\.md)\)")
CODE = QTextBlockFormat.Property.BlockCodeFence
HEADING_SIZES = {1: 1.7, 2: 1.3, 3: 1.1}
"""How many times as high as the text."""


def read_contents(folder: Path) -> list[tuple[str, Path]]:
    """Title and file of each page, in the order in which the index links them; the index first.

    Raises OSError if the index cannot be read.
    """
    index = folder / INDEX
    pages = {index: "Contents"}
    for title, name in LINK.findall(index.read_text(encoding="utf-8")):
        pages.setdefault(folder / name, title[:1].upper() + title[1:])
    return [(title, path) for path, title in pages.items()]


def anchor_of(heading: str) -> str:
    """What a link to a heading says after ``#``: as repositories and MkDocs spell it."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


class ManualPage(QTextBrowser):
    """One page; pictures are as wide as the column at most, links lead to other pages."""

    def __init__(self, folder: Path, appearance: Appearance) -> None:
        super().__init__()
        self._folder = folder.resolve()
        self._appearance = appearance
        self.setObjectName("manual")
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setOpenLinks(False)
        # One that came and went would change the width, and with it pictures and height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._begin)
        appearance.changed.connect(self.reread)

    def show_page(self, path: Path, anchor: str = "") -> None:
        """Show a page, from a heading on."""
        url = QUrl.fromLocalFile(str(path))
        if anchor:
            url.setFragment(anchor)
        self.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def reread(self) -> None:
        """Set the page anew: for another theme or another width."""
        if self.source().isValid():
            place = self.verticalScrollBar().value()
            self.reload()
            self._arrange()
            self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture no wider than the column; everything else as it is in its file."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value or not found:
            return found
        image = QImage.fromData(found)
        ratio = self.devicePixelRatioF()
        widest = round(self._column() * ratio)
        if image.width() > widest:
            image = image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.reread)

    def _column(self) -> int:
        return max(200, min(COLUMN, self.viewport().width() - 2 * MARGIN))

    def _follow(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        path = Path(target.toLocalFile()).resolve() if target.isLocalFile() else None
        if path is None or path.suffix != ".md" or not path.is_relative_to(self._folder):
            return
        if path.is_file():
            self.show_page(path, target.fragment())

    def _begin(self, source: QUrl) -> None:
        self._arrange()
        if source.fragment():  # Qt goes to the top after this
            QTimer.singleShot(0, self, partial(self.scrollToAnchor, source.fragment()))

    def _arrange(self) -> None:
        """Give headings, text, code and tables their looks."""
        document, theme = self.document(), self._appearance.theme
        document.setDocumentMargin(0)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(max(MARGIN, self.viewport().width() - MARGIN - self._column()))
        frame.setTopMargin(MARGIN - 8)
        frame.setBottomMargin(MARGIN)
        document.rootFrame().setFrameFormat(frame)
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                self._arrange_heading(block, level)
            elif not QTextCursor(block).currentTable():
                self._arrange_text(block, QColor(theme.hover))
            block = block.next()
        for table in document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                self._arrange_table(table)

    def _arrange_heading(self, block: QTextBlock, level: int) -> None:
        cursor = QTextCursor(block)
        layout = block.blockFormat()
        layout.setTopMargin(4 if level == 1 else 22)
        layout.setBottomMargin(8)
        cursor.setBlockFormat(layout)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        look = QTextCharFormat()
        size = QFontInfo(self.font()).pointSizeF()
        look.setFontPointSize(size * HEADING_SIZES.get(level, 1.0))
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setAnchor(True)
        look.setAnchorNames([anchor_of(block.text())])
        cursor.mergeCharFormat(look)

    def _arrange_text(self, block: QTextBlock, ground: QColor) -> None:
        cursor = QTextCursor(block)
        layout = block.blockFormat()
        if layout.hasProperty(CODE):
            layout.setBackground(ground)
            goes_on = block.next().blockFormat().hasProperty(CODE)
            layout.setTopMargin(0)
            layout.setBottomMargin(0 if goes_on else 13)
            cursor.setBlockFormat(layout)
            return
        layout.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.text() == "\ufffc":  # a picture: its line is as high as it is
            layout.setLineHeight(100, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        layout.setBottomMargin(4 if block.textList() else 11)
        layout.setTopMargin(0)
        cursor.setBlockFormat(layout)
        self._tint_code(block, ground)

    def _tint_code(self, block: QTextBlock, ground: QColor) -> None:
        """Words of code within a line stand on a ground of their own."""
        parts = block.begin()
        spans = []
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().fontFixedPitch():
                spans.append((part.position(), part.length()))
            parts += 1
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setFontFamilies(
            [QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()]
        )
        for start, length in spans:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _arrange_table(self, table: QTextTable) -> None:
        theme = self._appearance.theme
        look = table.format()
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(QColor(theme.line))
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setCellPadding(6)
        look.setCellSpacing(0)
        look.setTopMargin(2)
        look.setBottomMargin(14)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(look)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                self._tint_code(cell.firstCursorPosition().block(), QColor(theme.hover))


class Manual(QWidget):
    """A window of its own with the contents, a page and a search through all pages."""

    def __init__(self, folder: Path, appearance: Appearance, parent: QWidget) -> None:
        """folder: that of the index. Raises OSError if the index cannot be read."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self.setObjectName("startPage")  # the ground of a window
        self._pages = read_contents(folder)
        self.page = ManualPage(folder, appearance)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents of the manual"))
        self.contents.setFixedWidth(230)
        self.contents.setSpacing(2)
        for title, path in self._pages:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.contents.addItem(item)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.found = QLabel()
        self.found.setObjectName("muted")
        back = self._button(appearance, "undo", self.tr("Back"), self.page.backward)
        forward = self._button(appearance, "redo", self.tr("Forward"), self.page.forward)
        self.page.backwardAvailable.connect(back.setEnabled)
        self.page.forwardAvailable.connect(forward.setEnabled)
        row = QHBoxLayout()
        for widget in (back, forward, self.search, self.found):
            row.addWidget(widget)
        row.setStretchFactor(self.search, 1)
        columns = QHBoxLayout()
        columns.addWidget(self.contents)
        columns.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addLayout(row)
        layout.addLayout(columns, 1)
        self.contents.currentItemChanged.connect(self._show_item)
        self.page.sourceChanged.connect(self._mark_page)
        self.search.returnPressed.connect(self.find_next)
        for keys, act in (("Ctrl+F", self.search.setFocus), ("Esc", self.close)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
        self.contents.setCurrentRow(0)

    def sizeHint(self) -> QSize:
        """Room for the contents and a column of text."""
        return QSize(1060, 760)

    def find_next(self) -> None:
        """Go to the next place of the words that are looked for, on this page or a later one."""
        words = self.search.text().strip()
        self.found.setText("")
        if not words or self.page.find(words):
            return
        paths = [path for _, path in self._pages]
        here = Path(self.page.source().toLocalFile())
        at = paths.index(here) if here in paths else 0
        for path in [*paths[at + 1 :], *paths[: at + 1]]:
            if words.lower() in path.read_text(encoding="utf-8").lower():
                self.page.show_page(path)
                self.page.moveCursor(QTextCursor.MoveOperation.Start)
                if self.page.find(words):
                    return
        self.found.setText(self.tr("Not found"))

    def _button(self, appearance: Appearance, icon: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setEnabled(False)
        appearance.bind_icon(button.setIcon, icon)
        button.clicked.connect(act)
        return button

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            path = Path(item.data(Qt.ItemDataRole.UserRole))
            if Path(self.page.source().toLocalFile()) != path:
                self.page.show_page(path)

    def _mark_page(self, source: QUrl) -> None:
        """The contents show which page is open."""
        for row, (_, path) in enumerate(self._pages):
            if path == Path(source.toLocalFile()):
                self.contents.setCurrentRow(row)
