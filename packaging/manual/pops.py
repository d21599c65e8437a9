"""The manual's picture of colour pops: a cut with a timesheet, played by it, and what pops in it.

    python packaging/manual/pops.py OUT.webp [--seed 30028] [--drawings 5]

A character that turns is drawn as the cels of layer A, which a timesheet holds two frames each.
What most of one drawing is coloured is another colour than its neighbours have. *Colour all* is
pressed in the real window, then *C* until the pop is shown, and the window is taken with the report
beside the frames.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from offscreen import Hand, hand_on_window

# isort: split
import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

import resources
from app.animation.cut import HINTS, default_out
from models.hints.hint_files import write_hints
from models.hints.hints import HintSet
from models.pictures.files import write_png
from models.runtime.catalog import Catalog
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.sample import Sample
from training.tracking.sequences import ROUNDS, Painter, finish_key, planes

SIZE = 1200, 800
SIDE, HELD = 512, 2
POPPED = 2
"""The drawing, from 0, whose colour is another."""
POP = (196, 92, 120)


def main() -> int:
    """Draw, colour, take the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=30028)
    parser.add_argument("--drawings", type=int, default=5)
    arguments = parser.parse_args()
    catalog = Catalog((resources.GENERATORS,))
    with tempfile.TemporaryDirectory(prefix="tintline-pops-") as place:
        folder = Path(place) / "cut012"
        draw(folder, arguments.seed, arguments.drawings)
        with hand_on_window(Path(place), catalog) as hand:
            picture = colour(hand, folder)
    picture.save(arguments.out, quality=72, method=6)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e3:.0f} KB")
    return 0


def draw(folder: Path, seed: int, drawings: int) -> None:
    """Write cels, the hints of those about the pop, and the timesheet beside the folder."""
    (folder / "A").mkdir(parents=True)
    hints_of = default_out(folder) / HINTS / "A"
    hints_of.mkdir(parents=True)
    painter = Painter("tintline")
    for number, sample in enumerate(
        draw_sequence(SequenceKind.TURN, seed, frames=drawings, size=SIDE)
    ):
        assert sample.line is not None
        name = f"{number + 1:04d}"
        write_png(folder / "A" / f"{name}.png", sample.line[..., None].repeat(3, axis=2))
        if abs(number - POPPED) <= 1:
            hints = finish_key(painter, sample, ROUNDS)[0]  # corrected until it is right
            if number == POPPED:
                hints = _popped(hints, sample)
            write_hints(hints, hints_of / f"{name}.hints.json")
    cels = [
        {"frame": HELD * number, "data": [{"id": 0, "values": [str(number + 1)]}]}
        for number in range(drawings)
    ]
    table = {
        "name": "cut012",
        "duration": HELD * drawings,
        "fields": [{"fieldId": 0, "tracks": [{"trackNo": 0, "frames": cels}]}],
        "timeTableHeaders": [{"fieldId": 0, "names": ["A"]}],
    }
    content = json.dumps({"timeTables": [table], "version": 5})
    sheet = folder.with_suffix(".xdts")
    sheet.write_text(f"exchangeDigitalTimeSheet Save Data\n{content}", encoding="utf-8")


def _popped(hints: HintSet, sample: Sample) -> HintSet:
    """The hints with the colour that most of the figure has made another."""
    _, regions, flat = planes(sample)
    colors, number = np.unique(flat[regions > 0], axis=0, return_counts=True)
    common = tuple(colors[number.argmax()].tolist())
    return HintSet(
        tuple(replace(hint, color=POP) if hint.color == common else hint for hint in hints)
    )


def colour(hand: Hand, folder: Path) -> Image.Image:
    """Colour the cut, go to its pop; the window then."""
    window = hand.window
    hand.open_cut(folder, SIZE)
    window.animation.start()
    out = default_out(folder)
    hand.wait((out / "report.json").exists)
    hand.wait(lambda: bool(window.batch_panel.report_page.findings))
    window.batch_panel.tabs.setCurrentWidget(window.batch_panel.report_page)
    for _ in window.batch_panel.report_page.findings:
        hand.key(Qt.Key.Key_C)
        hand.settle()
        if window.animation.frame_canvas.row == POPPED:
            break
    hand.wait(lambda: not hand.parts.frames.is_busy)  # its thumbnails
    until = time.monotonic() + 5
    hand.wait(lambda: time.monotonic() > until)  # the live picture begins a moment later
    hand.settle()
    shot = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = shot.width(), shot.height()
    return Image.frombytes("RGB", size, bytes(shot.constBits()), "raw", "RGB", shot.bytesPerLine())


if __name__ == "__main__":
    raise SystemExit(main())
