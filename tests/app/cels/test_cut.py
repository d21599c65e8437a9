"""A cut of three cels with a timesheet, from one command to the finished folder."""

import json

import cv2
import numpy as np
import pytest
from PIL import Image

from app.cels.planes import take_apart
from app.cli import batch
from app.cli.command import run_command
from tests.helpers.figures.cel_cut import (
    BLUE,
    GREEN,
    RED,
    SIDE,
    XDTS,
    cel,
    table,
    track,
    write_cel_cut,
    write_sheet,
)

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def cut(tmp_path):
    """The cut's folder, its hints and its sheet."""
    frames, hints = tmp_path / "cut012", tmp_path / "hints"
    return frames, hints, write_cel_cut(frames, hints)


def colored(cut, out, *options):
    frames, hints, sheet = cut
    arguments = ["batch", frames, "-o", out, "--hints", hints, "--sheet", sheet, *options]
    return run_command([str(each) for each in arguments])


def rgb_at(path, x, y):
    with Image.open(path) as picture:
        return picture.convert("RGB").getpixel((x, y))


def test_a_sheet_makes_the_frames_of_the_cut_with_holds_and_the_latest_take(cut, tmp_path, capsys):
    out = tmp_path / "out"
    assert colored(cut, out, "--json") == 0
    said = capsys.readouterr()
    assert "C 7, which nobody drew" in said.err
    assert json.loads(said.out)["finished"] == 6
    frames = sorted(path.name for path in (out / "cut").iterdir())
    assert frames == [f"{number:04d}.png" for number in range(1, 7)]
    first = out / "cut" / "0001.png"
    assert rgb_at(first, 20, 20) == RED
    assert rgb_at(first, 40, 40) == (255, 255, 255)
    assert rgb_at(first, 20, 50) == GREEN
    assert rgb_at(out / "cut" / "0002.png", 40, 40) == BLUE
    assert rgb_at(out / "cut" / "0003.png", 28, 20) == GREEN  # the retake of A 2
    assert first.read_bytes() != (out / "cut" / "0002.png").read_bytes()
    held = [(out / "cut" / f"{number:04d}.png").read_bytes() for number in (3, 4)]
    assert held[0] == held[1]
    assert rgb_at(out / "cut" / "0006.png", 20, 50) == (255, 255, 255)
    # What the sheet does not show is not coloured.
    assert not (out / "A" / "0002.png").exists()
    assert not (out / "C" / "0009.png").exists()


def test_planes_keep_line_and_color_apart_in_tga_and_in_pages(cut, tmp_path, capsys):
    out = tmp_path / "out"
    assert colored(cut, out, "--cels", "tga", "--planes") == 0
    with Image.open(out / "colour" / "B" / "0001.tga") as picture:
        color = np.array(picture)
    assert tuple(color[40, 40]) == (*BLUE, 255)
    assert tuple(color[40, 31]) == (*BLUE, 255)  # under the line, too
    assert color[5, 5, 3] == 0
    with Image.open(out / "line" / "B" / "0001.tga") as picture:
        line = np.array(picture)
    assert line[40, 40, 3] == 0
    assert tuple(line[40, 30]) == (0, 0, 0, 255)
    with Image.open(out / "cels" / "B" / "0001.tga") as picture:
        whole = np.array(picture)
    assert tuple(whole[40, 40]) == (*BLUE, 255)
    assert tuple(whole[40, 30]) == (0, 0, 0, 255)
    assert whole[5, 5, 3] == 0
    assert colored(cut, out, "--cels", "tiff") == 0
    with Image.open(out / "cels" / "A.tif") as pages:
        assert pages.n_frames == 1
        assert pages.size == (SIDE, SIDE)


def test_a_drawing_of_another_size_that_the_sheet_does_not_show_is_no_measure(cut, tmp_path):
    frames, _, _ = cut
    Image.fromarray(np.full((20, 30), 255, dtype=np.uint8)).save(frames / "0000.png")
    out = tmp_path / "out"
    assert colored(cut, out) == 0
    assert rgb_at(out / "cut" / "0001.png", 20, 20) == RED


def test_watching_goes_on_while_the_sheet_is_half_written(cut, tmp_path, monkeypatch, capsys):
    whole = cut[2].read_text(encoding="utf-8")

    def changes(files, next_path):
        cut[2].write_text(whole[:80], encoding="utf-8")
        yield (cut[2],)
        cut[2].write_text(whole, encoding="utf-8")
        yield (cut[2],)
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "settled_changes", changes)
    assert colored(cut, tmp_path / "out", "--watch") == 0
    said = capsys.readouterr().err
    assert "cut012.xdts: damaged" in said
    assert "watching ended" in said


def test_a_sheet_that_shows_nothing_of_the_folder_is_refused(cut, tmp_path, capsys):
    frames, hints, sheet = cut
    content = {"timeTables": [table(track(0, f0="1"), names=("Z",), duration=2)], "version": 5}
    odd = write_sheet(tmp_path / "odd.xdts", XDTS, content)
    assert colored((frames, hints, odd), tmp_path / "out") == 2
    assert "layer A lies in a folder A" in capsys.readouterr().err
    assert colored((frames, hints, sheet), tmp_path / "out", "--frames", "1-2") == 2
    assert "leave out --frames" in capsys.readouterr().err


def test_soft_lines_part_into_ink_and_color_that_give_the_picture_again():
    line = cv2.GaussianBlur(cel((32, 32), 16), (0, 0), 1.2)
    line_u8 = np.asarray(line, dtype=np.uint8)
    flat = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    cv2.circle(flat, (32, 32), 16, RED, cv2.FILLED)
    drawing = np.dstack([line_u8] * 3 + [np.full_like(line_u8, 255)])
    rgb = np.round(flat * (line_u8[..., None] / 255)).astype(np.uint8)
    planes = take_apart(np.dstack([rgb, drawing[..., 3]]), drawing, line_u8)
    alpha = planes.line[..., 3:] / 255
    again = planes.color[..., :3] * (1 - alpha) + planes.line[..., :3] * alpha
    inside = cv2.erode(planes.color[..., 3], np.ones((3, 3), dtype=np.uint8)) > 0
    assert line_u8[inside].min() < 100
    assert np.abs(again - rgb)[inside].max() <= 8
    assert np.abs(planes.color[inside][:, :3].astype(int) - RED).max() <= 1


def test_nobody_elses_file_is_lost_where_the_cut_is_finished(cut, tmp_path, capsys):
    out = tmp_path / "out"
    assert colored(cut, out, "--cels", "png") == 0
    assert colored(cut, out, "--cels", "png") == 0  # what it wrote itself it may write again
    painted, strange = out / "cels" / "A" / "0001.png", out / "line" / "B" / "0001.png"
    strange.parent.mkdir(parents=True)
    for path in (painted, strange):
        path.write_bytes(b"the artist's own")
    capsys.readouterr()
    assert colored(cut, out, "--cels", "png", "--planes") == 2
    assert f"{painted} and 1 more: not written by this batch" in capsys.readouterr().err
    assert painted.read_bytes() == strange.read_bytes() == b"the artist's own"
    assert colored(cut, out, "--cels", "png", "--planes", "--overwrite") == 0
    assert rgb_at(painted, 20, 20) == RED
