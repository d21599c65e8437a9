"""Try the plug-in in a real Krita, without a screen; run by kritarunner, see other_programs.py.

Opens a drawing, paints its hints on a layer, has Tintline colour it, reads Krita's palettes, and
saves the picture, the layers as JSON and the document. Paths come by the environment.
"""

import json
import os
from pathlib import Path

from krita import Krita
from PyQt5.QtCore import QByteArray
from PyQt5.QtGui import QImage
from tintline_krita.extension import HINTS, LINES, Run, colors_of


def main(*_):
    """Once through."""
    drawing, hints, out = (Path(os.environ[f"TRIAL_{name}"]) for name in ("LINES", "HINTS", "OUT"))
    krita = Krita.instance()
    krita.setBatchmode(True)
    document = krita.openDocument(str(drawing))
    document.setBatchmode(True)
    document.setColorSpace("RGBA", "U8", "sRGB-elle-V2-srgbtrc.icc")  # a drawing may be grey
    document.waitForDone()
    lines = document.rootNode().childNodes()[0]
    lines.setName(LINES)
    image = QImage(str(hints)).convertToFormat(QImage.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    layer = document.createNode(HINTS, "paintlayer")
    layer.setPixelData(QByteArray(bytes(bits)), 0, 0, image.width(), image.height())
    document.rootNode().addChildNode(layer, lines)
    document.refreshProjection()
    run = Run(document, os.environ["TRIAL_PROGRAM"])
    run.process.start(run._program, run.arguments)
    run.process.waitForFinished(120_000)
    run.bring_back(run.process.exitCode(), bytes(run.process.readAllStandardError()).decode())
    layer.setVisible(False)
    document.nodeByName("Tintline").setCollapsed(False)
    document.refreshProjection()
    document.waitForDone()

    def described(node):
        told = {"name": node.name(), "type": node.type(), "blend": node.blendingMode()}
        return {**told, "children": [described(child) for child in node.childNodes()]}

    told = [described(node) for node in document.rootNode().childNodes()]
    palettes = krita.resources("palette")
    if not all(colors_of(resource) for resource in palettes.values()):
        raise SystemExit("a palette has no colours")
    (out / "layers.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    document.saveAs(str(out / "krita.kra"))
    size = document.width(), document.height()
    pixels = bytes(document.pixelData(0, 0, *size))
    QImage(pixels, *size, QImage.Format_ARGB32).save(str(out / "krita.png"))
    document.close()
