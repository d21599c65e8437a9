"""Kills every writer of files at random moments and fills its disk; prints what that leaves.

    python packaging/checks/crash_safety.py --kills 100 --fills 40

A writer writes one of two contents over and over. It is killed (SIGKILL), or may write no more than
so many bytes (RLIMIT_FSIZE, by which the system itself refuses the rest). Afterwards its file must
read as one of the two, and once another writer has been in the folder nothing else may lie there.
Needs POSIX, and `pip install -e '.[train]'`. Exit status 1 if anything was torn or left.
"""

import argparse
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from psd_tools import PSDImage

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.animation.cut import CutLook, write_card  # noqa: E402
from app.batch.records import FrameRecord, Journal, Outcome, ResultFolder, Status  # noqa: E402
from app.document.palette import Palette, read_palette, write_palette  # noqa: E402
from app.document.project_file import new_project, read_project, write_project  # noqa: E402
from app.errors import TintlineError  # noqa: E402
from app.export.layers import ExportLayer  # noqa: E402
from app.export.ora import write_ora  # noqa: E402
from app.export.paint import write_paint  # noqa: E402
from app.export.psd import write_psd  # noqa: E402
from models.files import whole as whole_files  # noqa: E402
from models.files.partial import PATTERN  # noqa: E402
from models.files.whole import FileError, append_line, make_folder, whole_folder, write_bytes  # noqa: E402
from models.geometry import Size  # noqa: E402
from models.hints.hint_files import read_hints_json, write_hints  # noqa: E402
from models.hints.hints import HintSet, LineArt, PointHint  # noqa: E402
from models.pictures.files import read_picture, write_png  # noqa: E402

cv2.setNumThreads(0)  # a forked child cannot wait for threads of its parent
SIDE = 192
HINTS = 400
TIMES = 3.0
"""A writer is killed before it can have written its file so often."""
REFUSALS = (FileError, TintlineError, OSError, RuntimeError)
"""What a writer raises where the disk is full."""


@dataclass(frozen=True, slots=True)
class Writer:
    """write: content 0 or 1 to a path; read: raises, or tells which of the two is there."""

    write: Callable[[Path, int], object]
    read: Callable[[Path], object]
    name: str = "out"


@dataclass(slots=True)
class Tally:
    """What became of one writer's files."""

    kills: int = 0
    torn: int = 0
    parts: int = 0
    left: int = 0
    fills: int = 0
    refused: int = 0
    harmed: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was torn, left or harmed."""
        return not (self.torn or self.left or self.harmed)


def _picture(content: int) -> np.ndarray:
    """uint8 (H, W, 4) that does not pack well."""
    rgba_u8 = np.random.default_rng(content).integers(0, 256, (SIDE, SIDE, 4)).astype(np.uint8)
    rgba_u8[..., 3] = 255
    return rgba_u8


PICTURES = [_picture(content) for content in (0, 1)]
SIZE = Size(SIDE, SIDE)
LINES = LineArt(np.full((SIDE, SIDE), 255, dtype=np.uint8))
DOTS = [
    HintSet(tuple(PointHint(n % SIDE, n // SIDE, (content, 9, 9)) for n in range(HINTS)))
    for content in (0, 1)
]
RECORDS = [
    FrameRecord(label="a", fingerprint=str(c), files={f".{n}": str(c) * 64 for n in range(300)})
    for c in (0, 1)
]


def _layers(content: int) -> list[ExportLayer]:
    return [ExportLayer(name="Colour", rgba_u8=PICTURES[content])]


def _is_picture(path: Path) -> int:
    found = read_picture(path).rgba_u8
    return next(c for c in (0, 1) if np.array_equal(found, PICTURES[c]))


def _opens(path: Path) -> object:
    """Layered files: every byte is asked for."""
    if path.suffix == ".ora":
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
        return None
    return PSDImage.open(path).topil()


def _is_record(path: Path) -> None:
    assert ResultFolder(path.parent.parent).read_record("a") in RECORDS


def _write_record(path: Path, content: int) -> None:
    ResultFolder(path.parent.parent).write_record(RECORDS[content])


def _write_paint(path: Path, content: int) -> None:
    flats = np.full((SIDE, SIDE, 3), (content, 90, 9), dtype=np.uint8)
    write_paint(path, LINES, flats)


def _is_paint(path: Path) -> None:
    read_picture(path)
    assert path.with_suffix(".tpl").read_text().endswith("</palette>\n")


def _write_journal(path: Path, content: int) -> None:
    outcome = Outcome(index=0, label="a" * 3000, status=Status.DONE, fingerprint=str(content))
    Journal(path).add(outcome)


def _is_journal(path: Path) -> None:
    """A line may be cut short by what stopped it; those after it are whole."""
    append_line(path, '{"last": 1}')
    assert list(Journal(path).lines())[-1] == {"last": 1}


def _write_folder(path: Path, content: int) -> None:
    with whole_folder(path, names=("line.onnx", "paint.onnx")) as draft:
        for name in ("line.onnx", "paint.onnx"):
            write_bytes(draft / name, PICTURES[content].tobytes())


def _is_folder(path: Path) -> None:
    if not path.exists():  # killed between two names: the next one brings it back
        with whole_folder(path, names=("line.onnx", "paint.onnx")) as draft:
            for each in path.iterdir():
                write_bytes(draft / each.name, each.read_bytes())
    contents = [(path / name).read_bytes() for name in ("line.onnx", "paint.onnx")]
    assert contents[0] == contents[1] in [picture.tobytes() for picture in PICTURES]


def application_writers() -> dict[str, Writer]:
    """Everything that the application writes."""
    projects = [new_project(picture, "girl") for picture in PICTURES]
    looks = [CutLook(palette=Palette(((c, 2, 3),), locked=True)) for c in (0, 1)]
    palettes = [Palette(tuple((c, n, 7) for n in range(250))) for c in (0, 1)]
    return {
        "Save hints": Writer(lambda p, c: write_hints(DOTS[c], p), read_hints_json, "a.hints.json"),
        "Save palette": Writer(lambda p, c: write_palette(palettes[c], p), read_palette, "a.gpl"),
        "Save project": Writer(
            lambda p, c: write_project(p, projects[c]), read_project, "a.tintline"
        ),
        "recovery copy": Writer(
            lambda p, c: write_project(p, projects[c], is_private=True), read_project, "a.tintline"
        ),
        "picture": Writer(lambda p, c: write_png(p, PICTURES[c]), _is_picture, "a.png"),
        "OpenRaster": Writer(lambda p, c: write_ora(p, _layers(c), SIZE), _opens, "a.ora"),
        "PSD": Writer(lambda p, c: write_psd(p, _layers(c), SIZE), _opens, "a.psd"),
        "PSB": Writer(lambda p, c: write_psd(p, _layers(c), SIZE), _opens, "a.psb"),
        "paint and palette": Writer(_write_paint, _is_paint, "a.png"),
        "batch record": Writer(_write_record, _is_record, ".tintline/a.json"),
        "batch journal": Writer(_write_journal, _is_journal, "batch.jsonl"),
        "card": Writer(
            lambda p, c: write_card(p.parent, "a", looks[c]),
            lambda p: json.loads(p.read_text(encoding="utf-8"))["palette"],
            "card.json",
        ),
        "generator folder": Writer(_write_folder, _is_folder, "generator"),
    }


def training_writers() -> dict[str, Writer]:
    """What training writes besides."""
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)
    from training.data.prepare.shards import ShardSample, read_shard, write_shard  # noqa: PLC0415
    from training.evaluation.summary import write_result  # noqa: PLC0415
    from training.run.checkpoint import load_newest, save_checkpoint  # noqa: PLC0415

    states = [{"step": c, "average": {"w": torch.full((64, 900), float(c))}} for c in (0, 1)]
    shards = [[ShardSample("a", {"png": PICTURES[c].tobytes()})] for c in (0, 1)]
    results = [{"settings": {"n": [c] * 9000}} for c in (0, 1)]

    def is_checkpoint(path: Path) -> None:
        state = load_newest(path.parent)
        assert state is not None
        assert float(state["average"]["w"].mean()) == state["step"]

    return {
        "checkpoint": Writer(
            lambda p, c: save_checkpoint(p.parent, 1, states[c]), is_checkpoint, "step-00000001.pt"
        ),
        "shard": Writer(
            lambda p, c: write_shard(p, shards[c]), lambda p: list(read_shard(p)), "a.tar"
        ),
        "figures": Writer(
            lambda p, c: write_result(p, results[c], []),
            lambda p: json.loads(p.read_text(encoding="utf-8")),
            "a.json",
        ),
    }


def _in_child(work: Callable[[], None]) -> int:
    """Run something in a process of its own; returns its id."""
    child = os.fork()
    if child:
        return child
    whole_files._tidied.clear()  # as in a process that has just begun
    try:
        work()
    except BaseException:  # its status tells
        os._exit(1)
    os._exit(0)


def _write_for_ever(writer: Writer, path: Path) -> None:
    content = 0
    while True:
        writer.write(path, content)
        content = 1 - content


def _write_little(writer: Writer, path: Path, room: int) -> None:
    """Exit 0 if the file was written, 2 if that was refused as it should be."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        writer.write(path, 1)
    except REFUSALS:
        os._exit(2)


def _check(writer: Writer, path: Path) -> str:
    """Why the file is neither of the two contents, "" if it is."""
    try:
        writer.read(path)
    except Exception as error:  # whatever a reader makes of a torn file
        return f"{type(error).__name__}: {error}"
    return ""


def _others(path: Path) -> list[str]:
    known = {path.name, path.with_suffix(".tpl").name}
    return sorted(each.name for each in path.parent.iterdir() if each.name not in known)


def kill(writer: Writer, path: Path, tally: Tally, rng: random.Random) -> None:
    """Begin with a whole file, kill whoever writes it anew, look, and look again after another."""
    began = time.monotonic()
    writer.write(path, 0)
    longest_s = TIMES * (time.monotonic() - began)
    child = _in_child(partial(_write_for_ever, writer, path))
    time.sleep(rng.uniform(0, longest_s))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    tally.kills += 1
    tally.parts += len(list(path.parent.glob(PATTERN)))
    if why := _check(writer, path):
        tally.torn += 1
        tally.notes.append(why)
    child = _in_child(lambda: writer.write(path, 1) and None)
    os.waitpid(child, 0)
    tally.left += len(_others(path))


def fill(writer: Writer, path: Path, tally: Tally, rng: random.Random) -> None:
    """Begin with a whole file, and let it be written anew with too little room for it."""
    writer.write(path, 0)
    largest = max(each.stat().st_size for each in (path, *path.rglob("*")) if each.is_file())
    room = rng.randrange(largest)
    child = _in_child(partial(_write_little, writer, path, room))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    tally.fills += 1
    tally.refused += status == 2
    why = _check(writer, path) or (f"left {_others(path)}" if _others(path) else "")
    if why or status == 1:
        tally.harmed += 1
        tally.notes.append(f"{room} bytes: {why or 'another error'}")


def try_out(
    writers: Mapping[str, Writer], *, kills: int, fills: int, seed: int = 1
) -> dict[str, Tally]:
    """Kill every writer and fill its disk, so often."""
    found = {}
    for name, writer in writers.items():
        tally, rng = Tally(), random.Random(seed)
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "here" / writer.name
            make_folder(path.parent)
            print(name, file=sys.stderr, flush=True)
            for _ in range(kills):
                kill(writer, path, tally, rng)
            for _ in range(fills):
                fill(writer, path, tally, rng)
        found[name] = tally
    return found


def table(found: Mapping[str, Tally]) -> str:
    """A row a writer, as Markdown."""
    head = "| writer | kills | half-written | torn | left after the next start |"
    rows = [f"{head} full disks | refused | harmed |", "| --- |" + " ---: |" * 7]
    for name, each in found.items():
        cells = (each.kills, each.parts, each.torn, each.left)
        cells += (each.fills, each.refused, each.harmed)
        rows.append(f"| {name} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join(rows)


def main() -> int:
    """Print the table; 1 if it shows a fault."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=100, help="of each writer (100)")
    parser.add_argument("--fills", type=int, default=40, help="full disks of each writer (40)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="writers whose names hold this, or |that")
    arguments = parser.parse_args()
    wanted = arguments.only.split("|")
    writers = application_writers()
    if not arguments.only or not any(w in name for w in wanted for name in writers):
        writers |= training_writers()
    chosen = {name: each for name, each in writers.items() if any(w in name for w in wanted)}
    found = try_out(chosen, kills=arguments.kills, fills=arguments.fills, seed=arguments.seed)
    print(table(found))
    for name, tally in found.items():
        for note in tally.notes[:3]:
            print(f"{name}: {note}")
    return 0 if all(tally.is_clean for tally in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
