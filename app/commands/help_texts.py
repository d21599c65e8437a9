"""Longer texts of the Help menu."""

from collections.abc import Callable
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


def controls_text(keys: Callable[[str], str]) -> str:
    """What pen, mouse and keys do on the canvas. keys: those of a command, in words."""

    def of(*commands: str) -> str:
        return "  ".join(text for text in map(keys, commands) if text)

    def tools(*names: str) -> str:
        return of(*(f"tool_{name}" for name in names))

    rows = (
        (_tr("Left button, pen"), _tr("draw with the current tool")),
        (_tr("Right button"), _tr("pick a colour")),
        (_tr("Middle button, or hold {keys}").format(keys=of("hold_pan")), _tr("move the picture")),
        (_tr("Hold {keys} and drag").format(keys=of("hold_rotate")), _tr("turn the picture")),
        (_tr("Alt or Ctrl held"), _tr("pick a colour")),
        (_tr("Wheel"), _tr("zoom at the pointer, with Ctrl in finer steps")),
        (_tr("Shift and wheel"), _tr("rotate")),
        (of("rotate_left", "rotate_right", "rotate_reset"), _tr("rotate; stand upright again")),
        (_tr("Two fingers, pinch"), _tr("move, zoom and rotate, on touchpad and screen")),
        (of("brush_smaller", "brush_larger"), _tr("smaller and larger brush")),
        (tools("point", "brush", "fill", "lasso"), _tr("point, brush, fill, enclose and fill")),
        (tools("barrier", "join"), _tr("barrier, join regions")),
        (of("keep", "leave_bare"), _tr("keep regions as they are, leave them uncoloured")),
        (_tr("Second press with fill"), _tr("this piece of the region alone")),
        (of("next_left", "fill_left"), _tr("to the next region without a colour, fill it")),
        (tools("shadow", "eraser", "move"), _tr("shadow brush, eraser, move a hint")),
        (tools("picker", "pan"), _tr("pick a colour, move the picture")),
        (tools("brush", "eraser", "fill"), _tr("on a paint layer: paint, erase, fill")),
        (of("layer_add"), _tr("one more paint layer")),
        (tools("select"), _tr("select a region, a colour or by a loop; Shift adds")),
        (of("cut", "copy", "paste"), _tr("paint or hints; Enter places a pasted picture")),
        (of("select_none"), _tr("select nothing: paint goes everywhere again")),
        (_tr("Shift and point or brush"), _tr("colour this region alone")),
        (_tr("Shift and fill"), _tr("replace the colour under the pen everywhere")),
        (_tr("Swatch dragged to the picture"), _tr("a point of its colour")),
        (of("regions"), _tr("show every region in a colour of its own")),
        (of("frame_before", "frame_after", "play"), _tr("frame before and after, play the cut")),
        (of("next_doubt"), _tr("next doubtful region of the cut")),
        (of("next_pop"), _tr("next colour pop of the cut")),
        (of("show_hints"), _tr("hide the hints and show them again")),
        (of("canvas_only", "full_screen"), _tr("canvas only, full screen")),
        (_tr("Hold {keys}").format(keys=of("hold_before")), _tr("see the drawing alone")),
        (of("swap_colors"), _tr("swap both colours")),
        (of("preferences"), _tr("preferences, where keys are changed")),
        (_tr("Esc while drawing"), _tr("give the stroke up")),
    )
    cells = "".join(
        "<tr style='white-space: nowrap'>"
        f"<td style='padding: 2px 18px 2px 0'><b>{pressed}</b></td><td>{use}</td></tr>"
        for pressed, use in rows
        if pressed
    )
    return f"<table>{cells}</table>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
