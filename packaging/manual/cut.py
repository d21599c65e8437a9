"""The animation panel's pictures in README and manual: a drawn cut, half coloured, or played.

    python packaging/manual/cut.py OUT.webp [--seed 30028] [--frames 16] [--done 9] [--play]

A character that turns is drawn, its first frame gets hints, *Colour all* is pressed, and the real
window is taken as it is when so many frames are done. With --play the cut is played on the canvas,
with two frames before and one after shining through.
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
from pictures import shot
from PIL import Image

import resources
from app.document.edits import SetHints
from models.hints.hint_files import hints_from_json
from models.hints.hints import HintSet
from models.pictures.files import write_png
from models.runtime.catalog import Catalog
from training.data.characters.sequences.motion import SequenceKind, draw_sequence

SIZE = 1200, 800
HINTS = 32
PLAYBACK, REPORT = 1, 2
"""Pages of the panel."""
MIDDLE, SLOW = 4, 2
"""The frame that is seen of a cut that is played, and frames a second until it is."""


def main() -> int:
    """Draw, colour, take the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=30028)
    parser.add_argument("--kind", choices=[each.value for each in SequenceKind], default="turn")
    parser.add_argument("--frames", type=int, default=16)
    parser.add_argument("--done", type=int, default=9)
    parser.add_argument("--play", action="store_true", help="on the canvas, with an onion skin")
    arguments = parser.parse_args()
    catalog = Catalog((resources.GENERATORS,))
    with tempfile.TemporaryDirectory(prefix="tintline-cut-") as place:
        folder = Path(place) / "yuki"
        kind = SequenceKind(arguments.kind)
        hints = draw(folder, kind, arguments.seed, arguments.frames)
        with hand_on_window(Path(place), catalog) as hand:
            colour(hand, folder, hints, arguments.done)
            picture = play(hand) if arguments.play else shot(hand.window)
            hand.window.animation.stop()
            hand.settle()
    picture.save(arguments.out, quality=72, method=6)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e3:.0f} KB")
    return 0


def draw(folder: Path, kind: SequenceKind, seed: int, frames: int) -> HintSet:
    """Draw the frames into a folder; the hints of the first."""
    folder.mkdir()
    hints = HintSet()
    for number, sample in enumerate(draw_sequence(kind, seed, frames=frames, size=640)):
        assert sample.line is not None
        assert sample.flat is not None
        assert sample.labels is not None
        write_png(folder / f"yuki_{number + 1:04d}.png", sample.line[..., None].repeat(3, axis=2))
        if number == 0:
            listed = {"version": 1, "hints": choose(sample.line, sample.flat, sample.labels, HINTS)}
            hints = hints_from_json(listed, "the first frame")
    return hints


def colour(hand: Hand, folder: Path, hints: HintSet, done: int) -> None:
    """Colour frames until so many are done."""
    window = hand.window
    hand.open_cut(folder, SIZE)
    window.animation.open_frame(0)
    hand.wait(lambda: hand.parts.session.document is not None)
    hand.settle()
    hand.parts.session.apply(SetHints(hints))
    hand.settle()
    window.animation.start()
    window.batch_panel.tabs.setCurrentIndex(PLAYBACK)
    out = folder.with_name(f"{folder.name}_coloured")
    hand.wait(lambda: len(list(out.glob("*.png"))) >= done)
    hand.wait(lambda: not hand.parts.frames.is_busy)  # its thumbnails


def play(hand: Hand) -> Image.Image:
    """The cut on the canvas, in the middle of what is done."""
    panel = hand.window.batch_panel
    hand.wait(lambda: panel.tabs.currentIndex() == REPORT)  # which comes to the front at the end
    hand.wait(lambda: not hand.parts.frames.is_busy)
    hand.settle()
    panel.tabs.setCurrentIndex(PLAYBACK)
    panel.onion_button.before.setValue(2)
    panel.onion_button.after.setValue(1)
    panel.onion_button.setChecked(True)
    panel.player.canvas_button.setChecked(True)
    panel.player.fps.setValue(SLOW)
    panel.player.playback.play()
    hand.wait(lambda: panel.player.playback.position >= MIDDLE)
    seen = shot(hand.window)
    panel.player.playback.stop()
    hand.settle()
    return seen


if __name__ == "__main__":
    raise SystemExit(main())
