"""The part that knows Krita: takes pixels from its layers and makes layers of pixels."""

from __future__ import annotations

import tempfile
from pathlib import Path

from krita import DockWidget, Extension, Krita  # noqa: F401 - as Krita's own plug-ins import
from PyQt5.QtCore import QByteArray, QProcess, QSettings
from PyQt5.QtGui import QImage
from PyQt5.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
)

from tintline_krita.exchange import (
    ExchangeError,
    Layer,
    Sent,
    find_program,
    is_opaque,
    prepare,
    take_back,
)

TITLE = "Colour with Tintline"
LINES, HINTS, GROUP = "lines", "hints", "Tintline"
NO_PALETTE = "any colour"


class TintlineExtension(Extension):
    """The command in Tools > Scripts."""

    def __init__(self, parent):
        super().__init__(parent)
        self._running = None

    def setup(self):
        """Nothing is needed before a window is there."""

    def createActions(self, window):
        """Krita asks for the commands of each window."""
        action = window.createAction("tintline_krita", TITLE, "tools/scripts")
        action.triggered.connect(self.ask)

    def ask(self):
        """Ask for program and palette, then colour the active document."""
        document = Krita.instance().activeDocument()
        if document is None:
            return tell("Open a drawing first.")
        dialog = Choices()
        if dialog.exec_() != QDialog.Accepted:
            return None
        try:
            self._running = Run(document, dialog.program(), dialog.palette())
            self._running.start()
        except ExchangeError as error:
            tell(str(error))
        return None


class Choices(QDialog):
    """Which program, which palette; both are remembered."""

    def __init__(self):
        super().__init__()
        self.setWindowTitle(TITLE)
        self._settings = QSettings("Tintline", "krita")
        self._program = QLineEdit(self._settings.value("program", ""))
        self._program.setPlaceholderText("tintline, in the search path")
        self._palette = QComboBox()
        self._palettes = Krita.instance().resources("palette")
        self._palette.addItems([NO_PALETTE, *sorted(self._palettes)])
        self._palette.setCurrentText(self._settings.value("palette", NO_PALETTE))
        buttons = QDialogButtonBox(QDialogButtonBox.Ok | QDialogButtonBox.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow("Palette", self._palette)
        layout.addRow("Program", self._program)
        layout.addRow(buttons)

    def accept(self):
        """Remember what was chosen."""
        self._settings.setValue("program", self._program.text().strip())
        self._settings.setValue("palette", self._palette.currentText())
        super().accept()

    def program(self):
        """The program as it was named; empty for the search path."""
        return self._program.text().strip()

    def palette(self):
        """The colours to use, (r, g, b) each; none for any."""
        resource = self._palettes.get(self._palette.currentText())
        return [] if resource is None else colors_of(resource)


class Run:
    """One colouring: Tintline works in a process of its own, and Krita goes on."""

    def __init__(self, document, program, palette=()):
        """Takes the pixels. Raises ExchangeError if the document does not suit."""
        self._document = document
        self._program = find_program(program)
        self._lines = document.nodeByName(LINES) or document.activeNode()
        self.sent = take_pixels(document, self._lines, palette)
        self._folder = tempfile.TemporaryDirectory(prefix="tintline-")
        self.arguments = prepare(self.sent, Path(self._folder.name))
        self.process = QProcess()
        self._progress = None

    def start(self):
        """Begin; the layers come when it has ended."""
        self._progress = QProgressDialog("Colouring…", "Cancel", 0, 0)
        self._progress.setWindowTitle(TITLE)
        self._progress.canceled.connect(self.process.kill)
        self.process.finished.connect(self._finish)
        self.process.start(self._program, self.arguments)
        self._progress.show()

    def _finish(self, code, _status=None):
        was_cancelled = self._progress.wasCanceled()
        self._progress.close()
        if was_cancelled:
            return
        try:
            self.bring_back(
                code, bytes(self.process.readAllStandardError()).decode("utf-8", "replace")
            )
        except ExchangeError as error:
            tell(str(error))

    def bring_back(self, code, said):
        """Make layers of what came back. Raises ExchangeError with what Tintline said."""
        if code != 0:
            raise ExchangeError(said.strip() or f"Tintline ended with status {code}.")
        place_layers(
            self._document, self._lines, self.sent, take_back(Path(self._folder.name), decode)
        )
        self._folder.cleanup()


def take_pixels(document, lines, palette):
    """The layers of lines and hints as they are sent. Raises ExchangeError."""
    if document.colorModel() != "RGBA" or document.colorDepth() != "U8":
        raise ExchangeError(
            "Tintline takes RGB with 8 bits a channel: Image > Convert Image Color Space."
        )
    if lines is None:
        raise ExchangeError(f"Name the layer of your lines {LINES!r}, or choose it.")
    hints = document.nodeByName(HINTS)
    width, height = document.width(), document.height()

    def pixels(node):
        return bytes(node.projectionPixelData(0, 0, width, height))

    return Sent(
        width=width,
        height=height,
        lines=pixels(lines),
        hints=None if hints is None else pixels(hints),
        palette=tuple(palette),
    )


def place_layers(document, lines, sent, layers: list[Layer]):
    """Put layers into a group right below the lines, in the place of an older one."""
    old = document.nodeByName(GROUP)
    if old is not None:
        old.remove()
    parent = lines.parentNode() or document.rootNode()
    group = document.createGroupLayer(GROUP)
    parent.addChildNode(group, lines)
    # Krita places above, never below: the lines change places with the group.
    parent.removeChildNode(lines)
    parent.addChildNode(lines, group)
    if is_opaque(sent.lines):
        lines.setBlendingMode("multiply")
    below = None
    for layer in layers:
        node = document.createNode(layer.name, "paintlayer")
        node.setPixelData(QByteArray(layer.pixels), 0, 0, sent.width, sent.height)
        node.setBlendingMode(layer.blend)
        node.setOpacity(layer.opacity)
        node.setVisible(layer.is_visible)
        group.addChildNode(node, below)
        below = node
    document.setActiveNode(lines)
    document.refreshProjection()


def decode(png):
    """A PNG's pixels, blue, green, red, alpha."""
    image = QImage.fromData(png).convertToFormat(QImage.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return bytes(bits)


def colors_of(resource):
    """A palette's colours, (r, g, b) each."""
    from krita import Palette  # noqa: PLC0415 - as Krita names it

    palette = Palette(resource)
    # Krita 5.1 calls it so, others entryByIndex.
    entry = getattr(palette, "colorSetEntryByIndex", None) or palette.entryByIndex
    found = []
    for swatch in map(entry, range(palette.numberOfEntries())):
        if swatch.isValid():
            color = swatch.color().colorForCanvas(None)
            found.append((color.red(), color.green(), color.blue()))
    return list(dict.fromkeys(found))


def tell(text):
    """Something that an artist should know."""
    QMessageBox.information(None, TITLE, text)
