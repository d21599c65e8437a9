"""A drawn character from line art to layered PSD, in the real window: actions and seconds.

    python packaging/benchmarks/regions/flats_of_character.py [--seed N] [--actions 15]

The character's own flats are the truth, and its palette is a file, as a studio keeps it. One way
opens the palette, locks the generator to it, and drags swatches on the drawing: the first one of a
colour speaks for all that is like its place, later ones with Shift for their region alone. Another
one has no palette: of the generator's colouring one colour after the other is replaced. The last
one fills region by region, and stops where as much of the figure is right. Everything is done by
events of mouse and keys. Every press, drag, key and colour that is entered is an action, opening
and writing files, too; its time runs until the window has nothing left to do. A region is right if
most of its pixels have its true colour to within --tolerance (CIEDE2000).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from offscreen import PLAIN, Hand, hand_on_window

# isort: split
import skimage
from psd_tools import PSDImage
from PySide6.QtCore import Qt

import resources
from app.panels.swatches.swatch_list import SWATCH_ROLE
from models.arrays import I32Array, U8Array
from models.color import pack_colors, unpack_colors
from models.files.whole import write_bytes
from models.hints.hints import Point
from models.hints.tags import Rgb
from models.pictures.files import write_png
from models.runtime.catalog import Catalog
from training.data.characters import draw_character

SIZE = 1024
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEAST_PIXELS = 60
"""Of a region that counts."""


@dataclass(frozen=True, slots=True)
class Character:
    """A drawing and its truth: line and flat uint8, shapes int32 (H, W)."""

    line_u8: U8Array
    flat_u8: U8Array

    @classmethod
    def drawn(cls, seed: int) -> "Character":
        """One of our own."""
        drawn = draw_character(seed, size=SIZE)
        assert drawn.line is not None
        assert drawn.flat is not None
        return cls(drawn.line, drawn.flat)


class Artist:
    """Works on one character in one window, and counts."""

    def __init__(self, hand: Hand, character: Character, folder: Path, tolerance: float) -> None:
        self._hand, self._character, self._folder = hand, character, folder
        self._tolerance = tolerance
        self.actions = 0
        self.seconds = self.busy = 0.0
        self._color: Rgb | None = None
        self.dropped: set[Rgb] = set()

    def open(self) -> None:
        """From the file to regions that are known; the regions that count are told apart."""
        hand = self._hand
        rgb = np.repeat(self._character.line_u8[..., None], 3, axis=2)
        hand.answers.path = self._folder / "character.png"
        write_png(hand.answers.path, rgb)
        self._command("open")
        hand.settle()
        hand.window.regions.want()
        hand.settle()
        found = hand.window.regions.regions
        assert found is not None
        self.labels: I32Array = np.asarray(found.labels[0 : self._character.line_u8.shape[0]])
        paper = self._counted = self._character.line_u8 > 200
        self.truth: dict[int, Rgb] = {}
        self.seen: dict[int, Rgb] = {}
        self.places: dict[int, Point] = {}
        areas = np.bincount(self.labels[paper], minlength=found.count)
        self.areas: list[int] = areas.tolist()
        self._ground = int(self.labels[0, 0])
        for region in np.flatnonzero(areas >= LEAST_PIXELS).tolist():
            inside = (self.labels == region) & paper
            colors, counts = np.unique(self._character.flat_u8[inside], axis=0, return_counts=True)
            red, green, blue = colors[counts.argmax()].tolist()
            self.truth[region] = red, green, blue
            room = np.pad(inside.astype(np.uint8), 1)
            depth = cv2.distanceTransform(room, cv2.DIST_L2, 5)[1:-1, 1:-1]
            y, x = np.unravel_index(int(depth.argmax()), depth.shape)
            self.places[region] = float(x) + 0.5, float(y) + 0.5

    def wrong(self) -> list[int]:
        """Regions that have not their colour, the largest first; `seen` is what each shows."""
        pixels = self._hand.parts.session.pixels
        layer = None if pixels is None else pixels.get("flats")
        assert layer is not None
        packed = pack_colors(np.ascontiguousarray(layer[..., :3]))[self._counted]
        keys, counts = np.unique(
            self.labels[self._counted].astype(np.int64) << 24 | packed, return_counts=True
        )
        order = np.lexsort((counts, keys >> 24))
        leading = dict(zip((keys[order] >> 24).tolist(), (keys[order] & 0xFFFFFF).tolist()))
        shown = unpack_colors(np.array([leading[r] for r in self.truth], dtype=np.int32))
        self.seen = {region: tuple(color) for region, color in zip(self.truth, shown.tolist())}
        asked = np.array(list(self.truth.values()), dtype=np.float64) / 255
        apart = skimage.color.deltaE_ciede2000(
            skimage.color.rgb2lab(asked[None]), skimage.color.rgb2lab(shown[None] / 255)
        )[0]
        bad = [region for region, far in zip(self.truth, apart) if far > self._tolerance]
        return sorted(bad, key=lambda region: -self.areas[region])

    def share_right(self) -> float:
        """Share of the figure, all but its ground, that has its colour."""
        wrong = sum(self.areas[region] for region in self.wrong() if region != self._ground)
        return 1 - wrong / sum(self.areas[r] for r in self.truth if r != self._ground)

    def choose(self, color: Rgb) -> None:
        """Enter a colour, unless it is the brush's."""
        if color == self._color:
            return
        entry = self._hand.window.color_panel.hex_entry
        with self._timed():
            entry.setFocus()
            entry.setText("#{:02x}{:02x}{:02x}".format(*color))
            entry.returnPressed.emit()
            entry.editingFinished.emit()
        self._color = color

    def open_palette(self) -> None:
        """The character's colours, and no others for the generator."""
        colors = [self.truth[r] for r in sorted(self.truth, key=lambda r: -self.areas[r])]
        lines = ["GIMP Palette", *("{} {} {}".format(*color) for color in dict.fromkeys(colors))]
        path = self._folder / "character.gpl"
        write_bytes(path, "\n".join(lines).encode())
        self._hand.answers.path = path
        self._command("palette_open")
        with self._timed():
            self._hand.click(self._hand.window.palette_panel.lock)
            self._hand.settle()

    def drop(self, region: int) -> None:
        """Drag the swatch of a region's colour on it."""
        color, swatches = self.truth[region], self._hand.window.palette_panel.list
        items = [swatches.item(row) for row in range(swatches.count())]
        (item,) = [each for each in items if each.data(SWATCH_ROLE).color == color]
        with self._timed():
            content = swatches.mimeData([item])
            modifier = SHIFT if color in self.dropped else PLAIN
            self._hand.drop(content, self.places[region], modifier)
            self._hand.settle()
        self.dropped.add(color)

    def tool(self, key: Qt.Key) -> None:
        """Choose a tool by its key."""
        with self._timed():
            self._hand.key(key)

    def press(self, region: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press in the middle of a region, and wait for the picture."""
        with self._timed():
            self._hand.drag(self.places[region], modifier=modifier)
            self._hand.settle()

    def write(self) -> Path:
        """A layered PSD."""
        path = self._folder / "character.psd"
        self._hand.answers.path = path
        self._command("export_psd")
        return path

    def _command(self, name: str) -> None:
        with self._timed():
            self._hand.window.commands[name].trigger()
            self._hand.settle()
            self._hand.wait(lambda: "flats" in (self._hand.parts.session.pixels or ()))
            self._hand.settle()

    @contextmanager
    def _timed(self) -> Iterator[None]:
        """One action: its time is counted, on the clock and of the processor."""
        wall, busy = time.perf_counter(), time.process_time()
        yield
        self.actions += 1
        self.seconds += time.perf_counter() - wall
        self.busy += time.process_time() - busy


def by_palette(artist: Artist, most: int) -> None:
    """The largest wrong region gets its colour by a swatch, again and again; the last action is
    for the file."""
    artist.open_palette()
    while artist.actions + 1 < most and (wrong := artist.wrong()):
        artist.drop(wrong[0])


def by_generator(artist: Artist, most: int) -> None:
    """The generator first; then one of its colours after another is replaced everywhere, where
    most of the figure is wrong, and what has a colour of its own is filled."""
    artist.tool(Qt.Key.Key_F)
    while artist.actions + 3 <= most and (wrong := artist.wrong()):
        region = wrong[0]
        artist.choose(artist.truth[region])
        alike = [each for each in artist.truth if artist.seen[each] == artist.seen[region]]
        fitting = sum(artist.areas[r] for r in alike if artist.truth[r] == artist.truth[region])
        is_worth = fitting > 0.5 * sum(artist.areas[r] for r in alike)
        artist.press(region, modifier=SHIFT if is_worth else PLAIN)


def by_fill(artist: Artist, share: float) -> None:
    """Region after region, the largest first, all of a colour one after another, until as much of
    the figure is right."""
    artist.tool(Qt.Key.Key_F)
    for color in dict.fromkeys(artist.truth[region] for region in artist.wrong()):
        artist.choose(color)
        for region in [each for each in artist.wrong() if artist.truth[each] == color]:
            if artist.share_right() >= share:
                return
            artist.press(region)


def main() -> int:
    """All ways, a row each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=9012)
    parser.add_argument("--actions", type=int, default=15)
    parser.add_argument("--tolerance", type=float, default=3.0)
    arguments = parser.parse_args()
    character = Character.drawn(arguments.seed)
    print("| way | regions | right | of the figure | actions | seconds | of processor | layers |")
    print("| --- " * 8 + "|")
    share = 0.0
    generators = Catalog([resources.GENERATORS])
    ways = {"palette": generators, "generator": generators, "fill alone": Catalog([])}
    for way, catalog in ways.items():
        with tempfile.TemporaryDirectory() as place, hand_on_window(Path(place), catalog) as hand:
            artist = Artist(hand, character, Path(place), arguments.tolerance)
            artist.open()
            if way == "fill alone":
                by_fill(artist, share)
            else:
                color = by_palette if way == "palette" else by_generator
                color(artist, arguments.actions)
                share = max(share, artist.share_right())
            layers = len(list(PSDImage.open(artist.write()).descendants()))
            right = len(artist.truth) - len(artist.wrong())
            print(
                f"| {way} | {len(artist.truth)} | {right} | {artist.share_right():.1%} | "
                f"{artist.actions} | {artist.seconds:.1f} | {artist.busy:.1f} | {layers} |",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
