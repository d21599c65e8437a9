"""The manual's pictures of the window with a sample, taken of the real window.

    python packaging/manual/pictures.py OUT [NAME ...]

Each is a function of this file, and written as OUT/NAME.webp.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from offscreen import PLAIN, Hand, hand_on_window

# isort: split
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import resources
from app.document.color_sets import ColorSet, ColorSets, Look
from app.document.edits import SetGenerator, SetHints, SetLayerVisible, SetLineColor, SetTidy
from app.document.light_edits import SetLight
from app.document.swatch_edits import AddSwatches, ChangeColor, SetColorSets
from app.files.samples import find_samples
from models.files.whole import make_folder
from models.hints.hints import HintSet, Point
from models.hints.tags import Rgb, parse_color
from models.lighting.light import PRESETS, Light, ShadeStyle
from models.line_color import LineColor
from models.runtime.catalog import Catalog

Strokes = tuple[tuple[tuple[int, int], ...], ...]
QUALITY = 76
SHINE = tuple(
    ((x, y - 30), (x + (x - 760) // 16, y + high // 2 - 30), (x + (x - 760) // 7, y + high - 30))
    for x, y, high in (
        (640, 566, 60), (668, 544, 96), (698, 530, 70), (728, 522, 104), (760, 520, 76),
        (792, 520, 100), (822, 526, 70), (852, 538, 90), (880, 556, 56),
    )
)  # fmt: skip
"""Strokes on the hair of a drawing, in its pixels."""
BLUSH = ((600, 826), (640, 820)), ((904, 786), (940, 780))
"""The same on its cheeks."""
TILED_IN = 12
"""Frames of the screen in which all tiles of several pictures are drawn, and some to spare."""
MARGIN = 14
"""White between the parts of a strip, in pixels."""
NIGHT = 0.34, 0.4, 0.72
"""What moonlight leaves of each channel."""
SIX = "elin", "hana", "kaito", "kit", "mira", "otto"
SMALL = "alacgan_lite", "two_stage_lite", "csa_lite", "sgru_lite", "tag2pix_lite"
GLOWING = ("#ffe9a8",)
"""What shines by itself at night."""


def shot(widget: QWidget) -> Image.Image:
    """A picture of a widget as it is."""
    QApplication.processEvents()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = image.width(), image.height()
    return Image.frombytes(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


def open_sample(hand: Hand, name: str, size: tuple[int, int]) -> None:
    """Open a sample in a window of a size, all of it in view."""
    hand.dress()
    hand.window.resize(*size)
    (sample,) = (each for each in find_samples(resources.SAMPLES) if each.picture.stem == name)
    hand.window.files.open_sample(sample)
    hand.wait(lambda: hand.parts.session.name == name)
    show_hints(hand, is_shown=False)
    hand.settle()
    hand.window.canvas.fit()
    hand.settle()


def show_hints(hand: Hand, *, is_shown: bool) -> None:
    """Show or hide the hints' layer."""
    hand.parts.session.apply(SetLayerVisible("hints", is_shown))


def front(hand: Hand, *docks: str) -> None:
    """Bring panels to the front."""
    for name in docks:
        hand.window._docks.docks[name].raise_()
    hand.settle()


def open_close(hand: Hand) -> None:
    """A sample with the colour and tag panels in front, seen close at its head."""
    open_sample(hand, "hana", (1280, 800))
    front(hand, "colour", "tags")
    hand.window.canvas.zoom_by(1.7)
    hand.window.canvas.pan(0, 150)
    hand.settle()


def rest(hand: Hand, point: Point | None = None) -> None:
    """Put the pointer over an image point, or beside the drawing."""
    spot = QPoint(8, 8) if point is None else hand.at(point)
    QTest.mouseMove(hand.window.canvas, spot)
    hand.settle()


def draw_tiles(hand: Hand) -> None:
    """Let a picture show its tiles, turn by turn."""
    for _ in range(TILED_IN):
        hand.settle()
        hand.window.grab()


def piece(hand: Hand, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """What the canvas shows between two image points."""
    first, last = hand.at((left, top)), hand.at((right, bottom))
    return shot(hand.window.canvas).crop((first.x(), first.y(), last.x(), last.y()))


def strip(pieces: list[Image.Image]) -> Image.Image:
    """Pictures beside each other on white."""
    width = sum(each.width for each in pieces) + MARGIN * (len(pieces) - 1)
    whole = Image.new("RGB", (width, max(each.height for each in pieces)), "white")
    left = 0
    for each in pieces:
        whole.paste(each, (left, 0))
        left += each.width + MARGIN
    return whole


def sheet(rows: list[list[Image.Image]]) -> Image.Image:
    """Rows of pictures below each other on white."""
    strips = [strip(row) for row in rows]
    height = sum(each.height for each in strips) + MARGIN * (len(strips) - 1)
    whole = Image.new("RGB", (strips[0].width, height), "white")
    top = 0
    for each in strips:
        whole.paste(each, (0, top))
        top += each.height + MARGIN
    return whole


def scaled(picture: Image.Image, width: int) -> Image.Image:
    """A picture scaled to a width."""
    height = round(width * picture.height / picture.width)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def swatches(hand: Hand) -> tuple[Rgb, ...]:
    """Take the hints' colours into the palette."""
    colors = tuple(dict.fromkeys(hint.color for hint in hand.document.hints))
    hand.parts.session.apply(AddSwatches(colors))
    return colors


def by_night(colors: tuple[Rgb, ...]) -> ColorSets:
    """The usual set, and one for the night, which is shown."""
    glowing = {parse_color(each) for each in GLOWING}
    looks = {
        color: Look(tuple(round(c * s) for c, s in zip(color, NIGHT, strict=True)))  # type: ignore[arg-type]
        for color in colors
        if color not in glowing
    }
    return ColorSets((ColorSet(), ColorSet("night", looks)), active="night")


def window(hand: Hand) -> Image.Image:
    """A sample with its hints, palette and light."""
    open_sample(hand, "kaito", (1200, 750))
    swatches(hand)
    show_hints(hand, is_shown=True)
    front(hand, "palette", "light")
    rest(hand)
    hand.wait(lambda: not hand.window.layers_panel._thumbnail_timer.isActive())
    return shot(hand.window)


def light_window(hand: Hand) -> Image.Image:
    """The sun on its ring, and the panel."""
    open_sample(hand, "elin", (1200, 750))
    front(hand, "colour", "light")
    rest(hand)
    return shot(hand.window)


def light_presets(hand: Hand) -> Image.Image:
    """None, the four scenes, and day in two tones and soft."""
    open_sample(hand, "elin", (1500, 1100))
    front(hand, "tags")
    styles = ShadeStyle.TWO_TONE, ShadeStyle.SOFT
    lights = [None, *PRESETS.values(), *(replace(PRESETS["day"], style=each) for each in styles)]
    return strip([lit(hand, light, (420, 320, 1140, 1280), 186) for light in lights])


def light_characters(hand: Hand) -> Image.Image:
    """Six samples under the lights day, lamp and rim."""
    columns = []
    for name in SIX:
        open_sample(hand, name, (1500, 1100))
        front(hand, "tags")
        whole = 0, 0, 1536, 2048
        columns.append([lit(hand, PRESETS[each], whole, 240) for each in ("day", "lamp", "rim")])
    return sheet([list(row) for row in zip(*columns, strict=True)])


def lit(
    hand: Hand, light: Light | None, frame: tuple[float, float, float, float], width: int
) -> Image.Image:
    """A piece of the picture under a light, scaled to a width."""
    hand.parts.session.apply(SetLight(light))
    hand.settle()
    return scaled(piece(hand, *frame), width)


def colours_sets(hand: Hand) -> Image.Image:
    """The palette by night."""
    open_sample(hand, "kaito", (1280, 800))
    hand.parts.session.apply(SetColorSets(by_night(swatches(hand)), "night"))
    front(hand, "palette", "tags")
    rest(hand)
    return shot(hand.window)


def colours_strip(hand: Hand) -> Image.Image:
    """By day, by night, and by day with another colour for the coat."""
    open_sample(hand, "kaito", (1500, 1100))
    front(hand, "tags")
    session, frame = hand.parts.session, (200.0, 40.0, 1536.0, 1980.0)
    colors = swatches(hand)
    hand.settle()
    pieces = [piece(hand, *frame)]
    session.apply(SetColorSets(by_night(colors), "night"))
    hand.settle()
    pieces.append(piece(hand, *frame))
    session.apply(SetColorSets(ColorSets(), "usual"))
    session.apply(ChangeColor(parse_color("#f2c23e"), parse_color("#4f9a6a")))
    hand.settle()
    pieces.append(piece(hand, *frame))
    return strip([scaled(each, 412) for each in pieces])


def painting_lines(hand: Hand) -> Image.Image:
    """Lines as they are drawn, in one brown, and in a tone of the colour beside each."""
    open_sample(hand, "hana", (1500, 1500))
    front(hand, "tags")
    pieces = []
    for color in (None, LineColor.parse("#6b4226"), LineColor()):
        hand.parts.session.apply(SetLineColor(color))
        hand.settle()
        pieces.append(scaled(piece(hand, 430, 480, 1090, 1180), 410))
    return strip(pieces)


def painting_layers(hand: Hand) -> Image.Image:
    """Blush on a soft layer under the lines, a shine on one above them."""
    open_close(hand)
    work = hand.window.layers_panel.work
    for layer, color, radius, hardness, strokes in (
        ("colour", "#f08a90", 46.0, 0.0, BLUSH),
        ("line", "#b98263", 8.0, 0.8, SHINE),
    ):
        work.choose(layer)
        work.add()
        brush_on(hand, color, radius, strokes, hardness=hardness)
    rest(hand)
    return shot(hand.window)


def brush_on(
    hand: Hand, color: str, radius: float, strokes: Strokes, *, hardness: float = 0.8
) -> None:
    """Paint strokes on the chosen layer. radius  in image pixels."""
    canvas = hand.window.canvas
    hand.window.commands["tool_brush"].trigger()
    canvas.set_brush(
        replace(canvas.brush, color=parse_color(color), radius=radius, hardness=hardness)
    )
    for stroke in strokes:
        hand.drag(*((float(x), float(y)) for x, y in stroke))


def painting_select(hand: Hand) -> Image.Image:
    """A coat is selected, and stripes end where it ends."""
    open_sample(hand, "kaito", (1280, 800))
    front(hand, "colour", "tags")
    canvas, work = hand.window.canvas, hand.window.layers_panel.work
    canvas.zoom_by(2.0)
    canvas.pan(120, -170)
    hand.settle()
    work.choose("colour")
    work.add()
    hand.window.commands["tool_select"].trigger()
    for number, spot in enumerate(
        ((560.0, 1500.0), (760.0, 1330.0), (730.0, 1500.0), (840.0, 1190.0))
    ):
        hand.drag(spot, modifier=Qt.KeyboardModifier.ShiftModifier if number else PLAIN)
        hand.settle()
    hand.window.commands["tool_brush"].trigger()
    canvas.set_brush(replace(canvas.brush, color=parse_color("#d2604f"), radius=13.0, hardness=1.0))
    for left in range(420, 960, 64):
        hand.drag((left + 60.0, 1160.0), (left + 0.0, 1640.0))
    hand.window.commands["tool_select"].trigger()
    rest(hand)
    return shot(hand.window)


def seeing_compare(hand: Hand) -> Image.Image:
    """The drawing at the left of the divider."""
    open_sample(hand, "friends", (1366, 768))
    front(hand, "colour", "tags")
    commands = hand.window.commands
    hand.window.canvas.zoom_by(1.5)
    commands["compare"].setChecked(True)
    commands["mini_map"].setChecked(True)
    rest(hand)
    shown = shot(hand.window)
    commands["compare"].setChecked(False)
    commands["mini_map"].setChecked(False)
    return shown


def seeing_snapshots(hand: Hand) -> Image.Image:
    """One of each generator, side by side."""
    open_sample(hand, "elin", (1200, 760))
    hand.window.commands["each_generator"].trigger()
    hand.settle()
    hand.window.commands["side_by_side"].setChecked(True)
    draw_tiles(hand)
    return shot(hand.window)


def blue_over_kit(hand: Hand, tool: str, *, shows_hints: bool) -> None:
    """A sample open, and a tool in hand with blue."""
    open_sample(hand, "kit", (1280, 800))
    show_hints(hand, is_shown=shows_hints)
    front(hand, "colour", "tags")
    hand.window.commands[tool].trigger()
    hand.window._brush.choose_color(parse_color("#5a8fe0"))


def regions_fill(hand: Hand) -> Image.Image:
    """One region filled, and the one under the pen tinted."""
    blue_over_kit(hand, "tool_fill", shows_hints=True)
    hand.drag((760.0, 500.0))
    rest(hand, (1240.0, 1240.0))
    return shot(hand.window)


def regions_keep(hand: Hand) -> Image.Image:
    """A face and a pullover that stay, a wall without colour, and the bar at the foot."""
    open_sample(hand, "hana", (1280, 860))
    hand.parts.session.apply(SetHints(HintSet()))
    show_hints(hand, is_shown=True)
    front(hand, "colour", "tags")
    for command, spots in (
        ("keep", ((770.0, 800.0), (600.0, 1120.0), (1060.0, 1120.0))),
        ("leave_bare", ((120.0, 760.0),)),
    ):
        hand.window.commands[command].trigger()
        for spot in spots:
            hand.drag(spot)
            hand.settle()
    rest(hand)
    return shot(hand.window)


def tidy_sheet(hand: Hand) -> Image.Image:
    """Five generators by two drawings: lines, their own picture, and three times tidied."""
    rows: list[list[Image.Image]] = [[] for _ in SMALL]
    for name in ("elin", "kaito"):
        open_sample(hand, name, (1100, 800))
        front(hand, "tags")
        hand.parts.session.apply(SetLight(None))
        drawing = Image.open(resources.SAMPLES / f"{name}.png").convert("RGB")
        for row, generator in zip(rows, SMALL, strict=True):
            hand.parts.session.apply(SetGenerator(generator))
            row.append(scaled(drawing, 130))
            for tidy in (0.0, 0.5, 0.9, 1.0):
                hand.parts.session.apply(SetTidy(tidy))
                hand.settle()
                row.append(scaled(piece(hand, 0, 0, 1536, 2048), 130))
    return sheet(rows)


Picture = Callable[[Hand], Image.Image]
PICTURES: tuple[Picture, ...] = (
    window,
    light_window,
    light_presets,
    colours_sets,
    colours_strip,
    light_characters,
    painting_layers,
    painting_lines,
    painting_select,
    regions_fill,
    regions_keep,
    seeing_compare,
    seeing_snapshots,
    tidy_sheet,
)


def main(pictures: tuple[Picture, ...], description: str) -> int:
    """Take those that are asked for."""
    by_name = {each.__name__: each for each in pictures}
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"default: {', '.join(by_name)}")
    options = parser.parse_args()
    make_folder(options.out)
    for name in options.names or by_name:
        with (
            tempfile.TemporaryDirectory(prefix="tintline-pictures-") as place,
            hand_on_window(
                Path(place), Catalog((resources.GENERATORS,)), samples=resources.SAMPLES
            ) as hand,
        ):
            by_name[name](hand).save(options.out / f"{name}.webp", quality=QUALITY, method=6)
        print(f"{name}: {(options.out / f'{name}.webp').stat().st_size / 1e3:.0f} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(PICTURES, __doc__))
