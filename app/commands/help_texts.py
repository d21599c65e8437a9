"""Longer texts of the Help menu."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication


def about_text() -> str:
    """Name, version and licence."""
    try:
        number = version("tintline")
    except PackageNotFoundError:
        number = _tr("not installed")
    return _tr(
        "<h3>Tintline {number}</h3>"
        "<p>Interactive colouring of line art: colour hints and tags in, layers out.</p>"
        "<p>Apache License 2.0</p>"
    ).format(number=number)


def controls_text() -> str:
    """What pen, mouse and keys do on the canvas."""
    rows = (
        (_tr("Left button, pen"), _tr("draw with the current tool")),
        (_tr("Right button"), _tr("pick a colour")),
        (_tr("Middle button, or Space held"), _tr("move the picture")),
        (_tr("Alt or Ctrl held"), _tr("pick a colour")),
        (_tr("Wheel"), _tr("zoom at the pointer, with Ctrl in finer steps")),
        (_tr("Shift and wheel, 4 and 6"), _tr("rotate; 5 stands upright again")),
        (_tr("Two fingers, pinch"), _tr("move, zoom and rotate on a touchpad")),
        ("[ ]", _tr("smaller and larger brush")),
        ("P B F L W J", _tr("point, brush, fill, enclose and fill, barrier, join regions")),
        ("K U", _tr("keep regions as they are, leave them uncoloured")),
        (_tr("Second press with fill"), _tr("this piece of the region alone")),
        ("N, Shift+F", _tr("to the next region without a colour, fill it and go on")),
        ("S E V I H", _tr("shadow brush, eraser, move, picker, hand")),
        (_tr("B E F on a paint layer"), _tr("paint, erase paint, fill; Ctrl+Shift+N adds one")),
        (_tr("Shift and point or brush"), _tr("colour this region alone")),
        (_tr("Shift and fill"), _tr("replace the colour under the pen everywhere")),
        (_tr("Swatch dragged to the picture"), _tr("a point of its colour")),
        (_tr("Ctrl+R"), _tr("show every region in a colour of its own")),
        (", .", _tr("frame before and after; Shift+Space plays the cut on the canvas")),
        ("D", _tr("next doubtful region of the cut")),
        ("O", _tr("hide the hints and show them again")),
        (_tr("Esc while drawing"), _tr("give the stroke up")),
    )
    cells = "".join(
        "<tr style='white-space: nowrap'>"
        f"<td style='padding: 2px 18px 2px 0'><b>{keys}</b></td><td>{use}</td></tr>"
        for keys, use in rows
    )
    return f"<table>{cells}</table>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
