"""The animation panel's picture in README and manual: a drawn cut, half coloured.

    python packaging/manual/cut.py OUT.webp [--seed 30028] [--frames 16] [--done 9]

A character that turns is drawn, its first frame gets hints, *Colour all* is pressed, and the real
window is taken as it is when so many frames are done.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "samples"))

from dabs import choose
from offscreen import Hand, hand_on_window

# isort: split
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import resources
from app.document.edits import SetHints
from models.hints.hint_files import hints_from_json
from models.hints.hints import HintSet
from models.pictures.files import write_png
from models.runtime.catalog import Catalog
from training.data.characters.sequences.motion import SequenceKind, draw_sequence

SIZE = 1200, 800
HINTS = 32


def main() -> int:
    """Draw, colour, take the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=30028)
    parser.add_argument("--frames", type=int, default=16)
    parser.add_argument("--done", type=int, default=9)
    arguments = parser.parse_args()
    catalog = Catalog((resources.GENERATORS,))
    with tempfile.TemporaryDirectory(prefix="tintline-cut-") as place:
        folder = Path(place) / "yuki"
        hints = draw(folder, arguments.seed, arguments.frames)
        with hand_on_window(Path(place), catalog) as hand:
            picture = colour(hand, folder, hints, arguments.done)
            hand.window.animation.stop()
            hand.settle()
    picture.save(arguments.out, quality=72, method=6)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e3:.0f} KB")
    return 0


def draw(folder: Path, seed: int, frames: int) -> HintSet:
    """Draw the frames into a folder; the hints of the first."""
    folder.mkdir()
    hints = HintSet()
    for number, sample in enumerate(
        draw_sequence(SequenceKind.TURN, seed, frames=frames, size=640)
    ):
        assert sample.line is not None
        assert sample.flat is not None
        assert sample.labels is not None
        write_png(folder / f"yuki_{number + 1:04d}.png", sample.line[..., None].repeat(3, axis=2))
        if number == 0:
            listed = {"version": 1, "hints": choose(sample.line, sample.flat, sample.labels, HINTS)}
            hints = hints_from_json(listed, "the first frame")
    return hints


def colour(hand: Hand, folder: Path, hints: HintSet, done: int) -> Image.Image:
    """Colour frames until so many are done; the window then."""
    window = hand.window
    hand.open_cut(folder, SIZE)
    window.animation.open_frame(0)
    hand.wait(lambda: hand.parts.session.document is not None)
    hand.settle()
    hand.parts.session.apply(SetHints(hints))
    hand.settle()
    window.animation.start()
    window.batch_panel.tabs.setCurrentIndex(1)
    out = folder.with_name(f"{folder.name}_coloured")
    hand.wait(lambda: len(list(out.glob("*.png"))) >= done)
    hand.wait(lambda: not hand.parts.frames.is_busy)  # its thumbnails
    QApplication.processEvents()
    shot = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = shot.width(), shot.height()
    rows = bytes(shot.constBits())
    return Image.frombytes("RGB", size, rows, "raw", "RGB", shot.bytesPerLine())


if __name__ == "__main__":
    raise SystemExit(main())
