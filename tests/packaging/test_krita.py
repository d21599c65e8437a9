"""The plug-in for Krita: what it sends, what it makes of the answer, its zip. Krita is faked."""

import configparser
import importlib
import io
import subprocess
import sys
import zipfile
from types import ModuleType
from unittest.mock import MagicMock
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from app.cli.command import run_command
from tests.helpers.places import ROOT

PLUGIN = ROOT / "packaging/krita"
RED, CLEAR = (30, 20, 200, 255), (0, 0, 0, 0)  # blue, green, red, alpha


class FakeNode:
    """A layer of Krita's, with what the plug-in asks of it; children stand bottom to top."""

    def __init__(self, name, kind="paintlayer", pixels=b""):
        self._name, self.kind, self.pixels = name, kind, pixels
        self.parent, self.children = None, []
        self.blend, self.opacity, self.is_visible = "normal", 255, True

    def name(self):
        return self._name

    def parentNode(self):
        return self.parent

    def projectionPixelData(self, x, y, width, height):
        assert (x, y, 4 * width * height) == (0, 0, len(self.pixels))
        return self.pixels

    def setPixelData(self, pixels, x, y, width, height):
        assert (x, y, 4 * width * height) == (0, 0, len(pixels))
        self.pixels = bytes(pixels)

    def setBlendingMode(self, blend):
        self.blend = blend

    def setOpacity(self, opacity):
        self.opacity = opacity

    def setVisible(self, is_visible):
        self.is_visible = is_visible

    def addChildNode(self, child, above):
        place = len(self.children) if above is None else self.children.index(above) + 1
        self.children.insert(place, child)
        child.parent = self

    def removeChildNode(self, child):
        self.children.remove(child)

    def remove(self):
        self.parent.removeChildNode(self)


class FakeDocument:
    """A document of Krita's."""

    def __init__(self, width, height, *nodes):
        self.size, self.root, self.active = (width, height), FakeNode("root"), None
        for node in nodes:
            self.root.addChildNode(node, None)

    def width(self):
        return self.size[0]

    def height(self):
        return self.size[1]

    def colorModel(self):
        return "RGBA"

    def colorDepth(self):
        return "U8"

    def rootNode(self):
        return self.root

    def activeNode(self):
        return self.active

    def setActiveNode(self, node):
        self.active = node

    def nodeByName(self, name):
        return next((node for node in self.root.children if node.name() == name), None)

    def createNode(self, name, kind):
        return FakeNode(name, kind)

    def createGroupLayer(self, name):
        return FakeNode(name, "grouplayer")

    def refreshProjection(self):
        """Krita paints what is new."""


@pytest.fixture
def plugin(monkeypatch):
    """The plug-in's modules, beside a Krita and a Qt that are none."""
    krita = ModuleType("krita")
    krita.DockWidget = krita.Extension = object
    krita.Krita = MagicMock()
    del krita.Krita  # so that the package is not taken for one within Krita
    monkeypatch.setitem(sys.modules, "krita", krita)
    monkeypatch.syspath_prepend(str(PLUGIN))
    package = importlib.import_module("tintline_krita")
    krita.Krita = MagicMock()
    core, gui, widgets = MagicMock(), MagicMock(), MagicMock()
    core.QByteArray = bytes
    widgets.QDialog = object
    for name, module in (("QtCore", core), ("QtGui", gui), ("QtWidgets", widgets)):
        monkeypatch.setitem(sys.modules, f"PyQt5.{name}", module)
    monkeypatch.setitem(sys.modules, "PyQt5", MagicMock())
    package.extension = importlib.import_module("tintline_krita.extension")
    yield package
    for name in [name for name in sys.modules if name.startswith("tintline_krita")]:
        del sys.modules[name]


def decode(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))[..., [2, 1, 0, 3]].tobytes()


def sheet(width=64, height=64):
    """Paper with a square of ink, and the hints: one dab of red within it."""
    lines = np.full((height, width, 4), 255, np.uint8)
    lines[8:56, 8:11, :3] = lines[8:56, 53:56, :3] = 0
    lines[8:11, 8:56, :3] = lines[53:56, 8:56, :3] = 0
    hints = np.zeros((height, width, 4), np.uint8)
    hints[28:36, 28:36] = RED
    return lines.tobytes(), hints.tobytes()


def test_pixels_are_sent_as_they_are(plugin, tmp_path):
    pixels = bytes(np.random.default_rng(1).integers(0, 256, (5, 7, 4), dtype=np.uint8))
    plugin.exchange.write_png(tmp_path / "sent.png", pixels, 7, 5)
    assert decode((tmp_path / "sent.png").read_bytes()) == pixels


def test_what_is_blank_or_not_chosen_is_not_sent(plugin, tmp_path):
    lines, hints = sheet()
    sent = plugin.exchange.Sent(64, 64, lines, bytes(len(hints)))
    arguments = plugin.exchange.prepare(sent, tmp_path)
    assert "--hints" not in arguments
    assert "--palette" not in arguments
    with pytest.raises(ValueError, match="64×63"):
        plugin.exchange.Sent(64, 63, lines)


def test_program_that_is_missing_is_named(plugin, tmp_path):
    missing = str(tmp_path / "tintline")
    with pytest.raises(plugin.exchange.ExchangeError, match="was not found"):
        plugin.exchange.find_program(missing)
    with pytest.raises(plugin.exchange.ExchangeError, match="no layers"):
        plugin.exchange.take_back(tmp_path, decode)


def test_colors_come_back_as_layers_under_the_lines(plugin, tmp_path, capsys):
    lines, hints = sheet()
    below, drawn = FakeNode("paper"), FakeNode("lines", pixels=lines)
    document = FakeDocument(64, 64, below, drawn, FakeNode("hints", pixels=hints))
    sent = plugin.extension.take_pixels(document, drawn, [(200, 20, 30), (255, 255, 255)])
    arguments = plugin.exchange.prepare(sent, tmp_path)
    for _ in range(2):  # the second time in the place of the first
        assert run_command(arguments) == 0
        layers = plugin.exchange.take_back(tmp_path, decode)
        plugin.extension.place_layers(document, drawn, sent, layers)
    capsys.readouterr()
    assert [node.name() for node in document.root.children] == [
        "paper", "Tintline", "lines", "hints",
    ]  # fmt: skip
    group = document.nodeByName("Tintline")
    assert [node.blend for node in group.children][:2] == ["normal", "multiply"]
    assert group.children[0].name() == "Flats"
    assert drawn.blend == "multiply"  # paper would hide the colours
    assert document.active is drawn
    flats = np.frombuffer(group.children[0].pixels, np.uint8).reshape(64, 64, 4)
    assert tuple(flats[40, 20]) == RED
    allowed = {RED[:3], (255, 255, 255)}
    assert {tuple(color) for color in flats[..., :3].reshape(-1, 3).tolist()} <= allowed


def test_other_color_spaces_are_named(plugin):
    document = FakeDocument(64, 64)
    document.colorDepth = lambda: "U16"
    with pytest.raises(plugin.exchange.ExchangeError, match="8 bits"):
        plugin.extension.take_pixels(document, FakeNode("lines"), [])


def test_zip_holds_what_krita_looks_for(tmp_path):
    path = tmp_path / "plugin.zip"
    subprocess.run([sys.executable, PLUGIN / "build.py", path], check=True, capture_output=True)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        (desktop,) = [name for name in names if name.endswith(".desktop")]
        entry = configparser.ConfigParser()
        entry.read_string(archive.read(desktop).decode())
        library = entry["Desktop Entry"]["X-KDE-Library"]
        assert f"{library}/" in names
        assert f"{library}/__init__.py" in names
        (action,) = ElementTree.fromstring(archive.read(f"{library}.action")).iter("Action")
    text = (PLUGIN / library / "extension.py").read_text("utf-8")
    assert f'createAction("{action.get("name")}"' in text


@pytest.mark.parametrize("name", ["colorSetEntryByIndex", "entryByIndex"])
def test_palettes_are_read_whatever_krita_calls_their_entries(plugin, name):
    def swatch(red, green, blue, *, is_there=True):
        color = MagicMock()
        color.red.return_value, color.green.return_value = red, green
        color.blue.return_value = blue
        entry = MagicMock()
        entry.isValid.return_value = is_there
        entry.color.return_value.colorForCanvas.return_value = color
        return entry

    swatches = [swatch(1, 2, 3), swatch(0, 0, 0, is_there=False), swatch(9, 8, 7), swatch(1, 2, 3)]
    palette = MagicMock(spec=["numberOfEntries", name])
    palette.numberOfEntries.return_value = len(swatches)
    getattr(palette, name).side_effect = swatches.__getitem__
    sys.modules["krita"].Palette = lambda _: palette
    assert plugin.extension.colors_of(object()) == [(1, 2, 3), (9, 8, 7)]
