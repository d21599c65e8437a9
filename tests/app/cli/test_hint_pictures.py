"""Hint pictures and very many hints through ``tintline colorize`` and ``batch``, built-in fill."""

import json

import cv2
import numpy as np
import pytest

from app.batch.frames.frames import FrameSequence
from app.batch.frames.keys import find_keys
from app.cli.command import run_command
from models.geometry import Size
from models.hints.hints import hint_owners
from models.pictures.files import read_picture, write_png
from tests.helpers.blobs import seen_through
from tests.helpers.cuts import BALL, BOX, HEIGHT, WIDTH, frame_u8, write_cut

RED, PALE = (220, 60, 60), (200, 230, 255)

pytestmark = pytest.mark.usefixtures("no_generators")


def test_loop_around_a_figure_colors_what_lies_under_it(tmp_path):
    line_u8 = np.full((200, 200), 255, np.uint8)
    cv2.ellipse(line_u8, (100, 100), (50, 60), 0, 0, 360, 0, 2)
    hints = np.zeros((200, 200, 4), np.uint8)
    arms = np.array([(30, 25), (30, 175), (170, 175), (170, 25)])
    cv2.polylines(hints, [arms], False, (*PALE, 255), 8)
    hints[97:103, 97:103] = (*RED, 255)
    write_png(tmp_path / "line.png", line_u8)
    write_png(tmp_path / "hints.png", hints)
    files = [str(tmp_path / name) for name in ("line.png", "hints.png", "out.png")]
    options = ["--hints", files[1], "-o", files[2], "--light", "none"]
    assert run_command(["colorize", files[0], *options]) == 0
    rgb_u8 = read_picture(tmp_path / "out.png").rgba_u8[..., :3]
    inside = np.zeros((200, 200), np.uint8)
    cv2.ellipse(inside, (100, 100), (46, 56), 0, 0, 360, 1, -1)
    outside = np.ones((200, 200), np.uint8)
    cv2.ellipse(outside, (100, 100), (54, 64), 0, 0, 360, 0, -1)
    assert (rgb_u8[inside > 0] == RED).all()
    assert (rgb_u8[outside > 0] == PALE).all()


def test_hint_picture_of_a_key_frame_is_read_to_the_pixel(tmp_path):
    painted = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    cv2.polylines(painted, [np.array([(12, 60), (12, 12), (80, 12)])], False, (*BOX, 255), 3)
    painted[34:38, 26:30] = (*BALL, 255)
    frames = write_cut(tmp_path / "frames", [0, 2])
    folder = tmp_path / "hints"
    folder.mkdir()
    write_png(folder / "a_0001.png", painted)
    (key,) = find_keys(FrameSequence.scan(frames), folder)
    owner = hint_owners(key.hints, Size(HEIGHT, WIDTH))
    assert np.array_equal(seen_through(owner, [hint.color for hint in key.hints]), painted)
    out = tmp_path / "out"
    options = ["--hints", str(folder), "-o", str(out), "--overwrite"]
    assert run_command(["batch", str(frames), *options]) == 0
    rgb_u8 = read_picture(out / "a_0001.png").rgba_u8[..., :3]
    on_paper = (painted[..., 3] > 0) & (frame_u8(0) == 255)
    assert (rgb_u8[on_paper] == painted[on_paper][:, :3]).all()


def test_five_thousand_hints_are_all_obeyed(tmp_path, capsys):
    rng = np.random.default_rng(2)
    line_u8 = np.full((240, 320), 255, np.uint8)
    for column in range(40, 320, 40):
        cv2.line(line_u8, (column, 0), (column, 239), 0, 2)
    write_png(tmp_path / "line.png", line_u8)
    spots = rng.permutation(240 * 320)[:5000]
    colors = [f"#{value:06x}" for value in rng.integers(0, 1 << 24, 12).tolist()]
    hints = [
        {"kind": "point", "x": int(spot % 320) + 0.5, "y": int(spot // 320) + 0.5, "radius": 0.5}
        | {"color": colors[index % 12]}
        for index, spot in enumerate(spots)
    ]
    (tmp_path / "hints.json").write_text(json.dumps({"version": 1, "hints": hints}))
    arguments = ["colorize", "line.png", "--hints", "hints.json", "-o", "out.png"]
    arguments = [str(tmp_path / each) if "." in each else each for each in arguments]
    assert run_command([*arguments, "--json"]) == 0
    (picture,) = json.loads(capsys.readouterr().out)["pictures"]
    assert picture["hints"]["obeyed"] == picture["hints"]["visible"] == 5000
