"""What people reported as coming out wrong, each case once from its files to what is seen of it.

The command line runs in this process, and the window where the case is one of the window.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from PIL import Image

from app.cli.command import run_command
from models.pictures.files import read_picture, write_png
from tests.helpers import reported_inputs as inputs
from tests.helpers.drawn_papers import HEIGHT, WIDTH, inked, on_nothing
from tests.helpers.idle import is_idle
from tests.helpers.places import ROOT
from tests.helpers.psd_writer import RGB, Layer, psd_bytes
from tests.helpers.reported_inputs import AROUND, BELOW, BODY, SPOTS, plain
from tests.helpers.tiff_writer import tiff_bytes, tiff_page
from tests.helpers.watched_run import run_watched

WALK = ("walk_0001.png", "walk_0002.png")
MIN_IS_WHITE, MIN_IS_BLACK, TRUE_COLOR = 0, 1, 2


class Ran(NamedTuple):
    """What a command ended with and said: results, and notes and errors."""

    status: int
    said: str
    told: str


class Desk:
    """A folder with the hints, the command line, and the window for those that ask for it."""

    def __init__(self, folder: Path, request: pytest.FixtureRequest) -> None:
        self.folder = folder
        self._request = request
        self._said = request.getfixturevalue("capsys")
        self.hints = folder / "hints.json"
        self.hints.write_text(inputs.hints_text())

    def fixture(self, name: str) -> Any:
        return self._request.getfixturevalue(name)

    def file(self, name: str, content: bytes) -> Path:
        """A file with this content."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def drawing(self, name: str = "drawing.png", pixels: np.ndarray | None = None) -> Path:
        """The drawing, or any pixels, in a file."""
        write_png(self.folder / name, plain() if pixels is None else pixels)
        return self.folder / name

    def hints_for(self, stem: str) -> Path:
        """A folder with the hints, named as a frame."""
        folder = self.folder / "hints of keys"
        folder.mkdir()
        (folder / f"{stem}.json").write_text(inputs.hints_text())
        return folder

    def run(self, command: str, *arguments: object, generator: str = "watershed") -> Ran:
        """Carry out a command in this process."""
        texts = [command, *map(str, arguments), "--generator", generator]
        status = run_command(texts)
        return Ran(status, *self._said.readouterr())

    def colored(self, source: Path, *options: object, generator: str = "watershed") -> np.ndarray:
        """A drawing coloured with the hints: uint8 (H, W, 4)."""
        out = self.folder / "out.png"
        if "--hints" not in options:
            options = ("--hints", self.hints, *options)
        ran = self.run("colorize", source, "-o", out, "--overwrite", *options, generator=generator)
        assert ran.status == 0, ran.told
        return read_picture(out).rgba_u8

    def batched(self, frames: Path, out: Path, *options: object) -> tuple[Ran, list[dict]]:
        """Frames coloured as one, and what the report says of each."""
        ran = self.run("batch", frames, "-o", out, *options)
        assert ran.status == 0, ran.told
        return ran, json.loads((out / "report.json").read_text(encoding="utf-8"))["frames"]


def _is_right(rgba_u8: np.ndarray, spots: Iterable[tuple[int, int]] = (*SPOTS, BELOW)) -> None:
    """Fails unless the picture is opaque and every area has its hint's colour."""
    assert rgba_u8[..., 3].min() == 255
    wanted = {**SPOTS, BELOW: AROUND}
    seen = {(x, y): tuple(rgba_u8[y, x, :3].tolist()) for x, y in spots}
    assert seen == {spot: wanted[spot] for spot in spots}


def alpha_all_zero(desk):
    bare = np.dstack([plain()] * 3 + [np.zeros((HEIGHT, WIDTH), np.uint8)])
    _is_right(desk.colored(desk.file("none.tga", inputs.tga(bare, alpha_bits=0))))
    path = desk.file("eight.tga", inputs.tga(bare, alpha_bits=8))
    ran = desk.run("colorize", path, "-o", desk.folder / "eight.png")
    assert ran.status == 0
    assert "its alpha is 0 everywhere" in ran.told


def color_trace(desk):
    for name, quality in (("trace.png", None), ("trace.jpg", 92)):
        Image.fromarray(inputs.traced()).save(desk.folder / name, quality=quality)
        rgba_u8 = desk.colored(desk.folder / name, "--colour-trace")
        ink = plain() < 64
        assert rgba_u8[ink, :3].max() < 100
        body = rgba_u8[154:222, 114:206, :3].astype(int)
        assert np.abs(body - BODY).max() <= 12


def frame_number_suffix(desk):
    frames = inputs.frames(desk.folder / "frames", ("walk_0001_v2.png", "walk_0002_v2.png"))
    out = desk.folder / "out"
    _, listed = desk.batched(frames, out, "--hints", desk.hints_for("walk_0001_v2"))
    assert [(each["cut"], each["number"]) for each in listed] == [("walk", 1), ("walk", 2)]
    _is_right(read_picture(out / "walk_0002_v2.png").rgba_u8)


def hint_json_bom(desk):
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        desk.hints.write_text(inputs.hints_text(), encoding=encoding)
        _is_right(desk.colored(desk.drawing()))


def hint_loop(desk):
    line_u8, hint_u8, inside = inputs.loop()
    hints = desk.drawing("loop.png", hint_u8)
    options = ("--hints", hints, "--light", "none")
    rgb_u8 = desk.colored(desk.drawing(pixels=line_u8), *options)[..., :3]
    assert (rgb_u8[inside & (line_u8 == 255)] == BODY).all()
    assert (rgb_u8[~inside & (line_u8 == 255)] == AROUND).all()


def hints_folder_without_match(desk):
    hints, out = desk.hints_for("darwing"), desk.folder / "out.png"
    ran = desk.run("colorize", desk.drawing(), "-o", out, "--hints", hints)
    assert ran.status == 0
    assert "holds no hints of drawing.png" in ran.told
    assert "darwing.json" in ran.told


def jfif_folder(desk):
    def write(path, line_u8):
        Image.fromarray(line_u8).save(path, format="JPEG", quality=95)

    frames = inputs.frames(desk.folder / "in", [f"walk_{n:04d}.jfif" for n in (1, 2, 3)], write)
    Image.fromarray(plain()).save(frames / "walk_0004.gif")
    out, single = desk.folder / "out", desk.folder / "single"
    ran, listed = desk.batched(frames, out, "--hints", desk.hints_for("walk_0001"))
    assert [each["number"] for each in listed] == [1, 2, 3]
    _is_right(read_picture(out / "walk_0003.png").rgba_u8)
    assert "walk_0004.gif: GIF files are not read" in ran.told
    ran = desk.run("colorize", frames, "-o", single)
    assert ran.status == 0
    assert len(list(single.iterdir())) == 3
    assert "walk_0004.gif: GIF files are not read" in ran.told


def jpeg_white_patch(desk):
    line_u8, hints = inputs.open_figure()
    Image.fromarray(line_u8).save(desk.folder / "figure.jpg", quality=40)
    desk.hints.write_text(inputs.hints_text((*spot, hints[spot], 3) for spot in hints))
    rgb_u8 = desk.colored(desk.folder / "figure.jpg", generator="tintline")[..., :3]
    assert {spot: tuple(rgb_u8[spot[::-1]].tolist()) for spot in hints} == hints
    below = rgb_u8[448:, 220:420].astype(int)
    assert np.abs(below - AROUND).max() <= 8


def light_ink_transparent(desk):
    ink = (110, 190, 255)
    rgba_u8 = desk.colored(desk.drawing(pixels=on_nothing(ink)))
    _is_right(rgba_u8)
    assert (rgba_u8[plain() == 0, :3] == ink).all()


def long_name(desk):
    path = desk.drawing("線" * 82 + ".png")
    window, dialogs = _opened(desk, path)
    for command, ending in (("export_png", ".png"), ("save", ".tintline")):
        proposal = _saved(desk, window, dialogs, command)
        assert proposal.startswith("線" * 70)
        assert proposal.endswith(ending)
        assert len(proposal.encode()) <= 255
    assert read_picture(path).size.shape == (HEIGHT, WIDTH)


def many_hints(desk):
    many = desk.folder / "many.json"
    many.write_text(inputs.many_hints(5000))
    _is_right(desk.colored(desk.drawing(), "--hints", many, generator="tintline"))


def negative_numbers(desk):
    names = ["shot.-002", "shot.-001", "shot.0000", "shot.0001", "shot.0002"]
    frames = inputs.frames(desk.folder / "frames", [f"{name}.png" for name in names])
    out = desk.folder / "out"
    _, listed = desk.batched(frames, out, "--hints", desk.hints_for("shot.-002"))
    assert [(each["frame"], each["number"]) for each in listed] == list(zip(names, range(-2, 3)))
    journal = (out / "batch.jsonl").read_text().splitlines()
    assert [json.loads(line)["frame"] for line in journal] == names
    _is_right(read_picture(out / "shot.0002.png").rgba_u8)


def no_display(desk):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ran = subprocess.run(
        [sys.executable, "-m", "app", str(desk.drawing())],
        cwd=ROOT, env={key: os.environ[key] for key in os.environ if key not in hidden},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 2, ran.stderr
    (line,) = (line for line in ran.stderr.splitlines() if line.startswith("tintline: "))
    assert "there is no display" in line
    assert "the command line works without" in line


def old_results_as_frames(desk):
    frames = inputs.frames(desk.folder / "frames", WALK)
    hints = desk.hints_for("walk_0001")
    desk.batched(frames, frames / "v1", "--hints", hints)
    ran, listed = desk.batched(frames, frames / "v2", "--hints", hints)
    assert [(each["cut"], each["frame"]) for each in listed] == [
        ("walk", "walk_0001"), ("walk", "walk_0002"),
    ]  # fmt: skip
    assert "v1/: results of an earlier run, left out" in ran.told


def ort_telemetry(desk):
    out = desk.folder / "out.png"
    command = ["colorize", str(desk.drawing()), "-o", str(out), "--generator", "tintline"]
    seen = run_watched([sys.executable, "-m", "app", *command], desk.folder / "watched")
    assert out.exists()
    assert (seen.sent, seen.files) == ((), ())


def overwrites_drawings(desk):
    mixed, layered = desk.folder / "mixed", desk.folder / "psd"
    desk.file("mixed/hana.png", desk.drawing().read_bytes())
    Image.fromarray(plain()).save(mixed / "hana.jpg")
    for name in ("w_0001.psd", "w_0002.psd"):
        desk.file(f"psd/{name}", psd_bytes(np.stack([plain()] * 3), RGB))
    before = {path: path.read_bytes() for path in (*mixed.iterdir(), *layered.iterdir())}
    ran = desk.run("batch", layered, "-o", layered, "--layers", "psd", "--overwrite")
    assert ran.status != 0
    assert "w_0001.psd: is the drawing itself" in ran.told
    ran = desk.run("colorize", mixed, "-o", mixed, "--overwrite")
    assert ran.status == 1
    assert "hana.png: is read by this run" in ran.told
    left = [path for path in (*mixed.rglob("*"), *layered.rglob("*")) if path.is_file()]
    assert {path: path.read_bytes() for path in left} == before


def palettes(desk):
    drawing = desk.drawing()
    for name, content in inputs.palettes().items():
        options = ("--palette", desk.file(name, content), "--flats")
        _is_right(desk.colored(drawing, *options))
        flats = read_picture(desk.folder / "out.flats.png").rgba_u8[..., :3].reshape(-1, 3)
        assert set(map(tuple, np.unique(flats, axis=0).tolist())) == set(SPOTS.values())
    other = desk.file("colours.clut", b"\x00\x01\x02\xff")
    ran = desk.run("colorize", drawing, "-o", desk.folder / "no.png", "--palette", other)
    assert ran.status == 2
    assert all(kind in ran.told for kind in ("GIMP", "Adobe", "Paint.NET", "JASC"))


def psd_black_merged(desk):
    drawn = np.dstack([plain()] * 3 + [np.full((HEIGHT, WIDTH), 255, np.uint8)])
    black = np.zeros((3, HEIGHT, WIDTH), np.uint8)
    path = desk.file("a.psd", psd_bytes(black, RGB, layers=[Layer(rgba_u8=drawn)]))
    _is_right(desk.colored(path))


def psd_saved_selection(desk):
    selection = np.zeros((HEIGHT, WIDTH), np.uint8)
    selection[60:100, 60:200] = 255
    _is_right(
        desk.colored(desk.file("a.psd", psd_bytes(np.stack([plain()] * 3 + [selection]), RGB)))
    )


def shift_jis_names(desk):
    if sys.platform != "linux":
        pytest.skip("names are text here")
    name = os.fsdecode("線画".encode("shift_jis"))
    labels = [f"{name}{number:02d}" for number in (1, 2, 3)]
    frames = inputs.frames(desk.folder / "frames", [f"{label}.png" for label in labels])
    hints, out, single = desk.hints_for(labels[0]), desk.folder / "out", desk.folder / "single"
    _, listed = desk.batched(frames, out, "--hints", hints)
    assert [each["frame"] for each in listed] == labels
    _is_right(read_picture(out / f"{labels[2]}.png").rgba_u8)
    ran = desk.run("colorize", frames, "-o", single, "--hints", hints, "--paint")
    assert ran.status == 0, ran.told
    _is_right(read_picture(single / f"{labels[0]}.png").rgba_u8)
    assert len(list(single.glob("*.tpl"))) == 3
    window, dialogs = _opened(desk, frames / f"{labels[0]}.png")
    window.color_files.read_hints(hints / f"{labels[0]}.json")
    _wait(desk, lambda: len(window.parts.session.document.hints) == len(SPOTS))
    for command in ("save", "export_hints"):
        _saved(desk, window, dialogs, command)


def soft_hint_png(desk):
    hard = desk.drawing("hard.png", inputs.dabs(is_soft=False))
    soft = desk.drawing("soft.png", inputs.dabs(is_soft=True))
    wanted = desk.colored(desk.drawing(), "--hints", hard)
    _is_right(wanted)
    out = desk.folder / "soft" / "out.png"
    ran = desk.run("colorize", desk.drawing(), "-o", out, "--hints", soft)
    assert f"hints obeyed {len(SPOTS)}/{len(SPOTS)}" in ran.said
    assert np.abs(read_picture(out).rgba_u8.astype(int) - wanted).max() <= 24


def tiff_called_damaged(desk):
    deep = plain()[..., None].astype(np.uint16) * 257
    grey_alpha = tiff_page(np.dstack([deep, np.full_like(deep, 65535)]), MIN_IS_BLACK, extra=(2,))
    light = np.repeat(plain()[..., None].astype(np.float32) / 255, 3, axis=2)
    for page in (grey_alpha, tiff_page(light, TRUE_COLOR)):
        _is_right(desk.colored(desk.file("a.tif", tiff_bytes(page))))


def tiff_thumbnail_page(desk):
    def write(path, line_u8):
        rgb_u8 = np.dstack([line_u8] * 3)
        small = tiff_page(rgb_u8[::4, ::4].copy(), TRUE_COLOR, tags={254: 1})
        path.write_bytes(tiff_bytes(tiff_page(rgb_u8, TRUE_COLOR), small))

    frames = inputs.frames(desk.folder / "in", ("walk_0001.tif", "walk_0002.tif"), write)
    out = desk.folder / "out"
    _, listed = desk.batched(frames, out, "--hints", desk.hints_for("walk_0001"))
    assert [(each["cut"], each["output"]) for each in listed] == [("walk", name) for name in WALK]
    assert sorted(path.name for path in out.glob("*.png")) == list(WALK)
    _is_right(read_picture(out / WALK[1]).rgba_u8)


def tiff16_min_is_white(desk):
    ink = (255 - plain())[..., None].astype(np.uint16) * 257
    there = desk.colored(desk.file("black.tif", tiff_bytes(tiff_page(65535 - ink, MIN_IS_BLACK))))
    here = desk.colored(desk.file("white.tif", tiff_bytes(tiff_page(ink, MIN_IS_WHITE))))
    assert np.array_equal(here, there)
    _is_right(here)


def uneven_paper(desk):
    around = inputs.background()
    for sheet in inputs.uneven_papers().values():
        rgb_u8 = desk.colored(desk.drawing(pixels=sheet), "--flats")[..., :3]
        flats = read_picture(desk.folder / "out.flats.png").rgba_u8[..., :3]
        assert (flats[around] == AROUND).all()
        shaded = np.array(AROUND) * (sheet[..., :3] / 255)
        assert np.abs(rgb_u8 - shaded)[around].max() <= 4


def white_on_black(desk):
    rgba_u8 = desk.colored(desk.drawing(pixels=inked(0, 255)))
    _is_right(rgba_u8)
    assert (rgba_u8[plain() == 0, :3] == 255).all()


def _opened(desk, path):
    """A window with a drawing open, and its dialogs."""
    window = desk.fixture("window")
    window.files.open_path(path)
    _wait(desk, lambda: window.parts.session.document is not None and is_idle(window))
    return window, desk.fixture("dialogs")


def _saved(desk, window, dialogs, command):
    """Save under the name that the dialog proposes, and return it."""
    dialogs.asked, dialogs.saved = [], None
    window.commands[command].trigger()
    (proposal,) = dialogs.asked
    saved = desk.folder / proposal
    dialogs.saved = saved
    window.commands[command].trigger()
    _wait(desk, lambda: saved.is_file() and is_idle(window))
    assert window.banner_text == ""
    return proposal


def _wait(desk, condition):
    desk.fixture("qtbot").waitUntil(condition)


CASES = (
    alpha_all_zero, color_trace, frame_number_suffix, hint_json_bom, hint_loop,
    hints_folder_without_match, jfif_folder, jpeg_white_patch, light_ink_transparent, long_name,
    many_hints, negative_numbers, no_display, old_results_as_frames, ort_telemetry,
    overwrites_drawings, palettes, psd_black_merged, psd_saved_selection, shift_jis_names,
    soft_hint_png, tiff_called_damaged, tiff_thumbnail_page, tiff16_min_is_white, uneven_paper,
    white_on_black,
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__.replace("_", "-"))
def test_case(case, tmp_path, request):
    case(Desk(tmp_path, request))
