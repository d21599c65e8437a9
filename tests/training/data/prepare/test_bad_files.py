"""Bad files are named with their reason, and the rest is prepared."""

import json
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.helpers.training.collection import draw_figure, post
from training.__main__ import main
from training.data.prepare.shards import read_shard

SMALL = ["--long-side", "64", "--least-side", "64", "--val-share", "0"]


def png_header(width, height):
    """A PNG that claims a size and has no pixels."""

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


def make_bad_files(folder):
    """One file of each kind with tags that pass every filter."""
    folder.mkdir()
    pictures = [draw_figure(seed) for seed in range(10)]
    images = [Image.fromarray(picture) for picture, _, _ in pictures]
    images[0].save(folder / "good.png")
    images[1].save(folder / "truncated.png")
    whole = (folder / "truncated.png").read_bytes()
    (folder / "truncated.png").write_bytes(whole[: len(whole) // 2])
    images[2].save(folder / "truncated.jpg")
    whole = (folder / "truncated.jpg").read_bytes()
    (folder / "truncated.jpg").write_bytes(whole[: len(whole) // 2])
    images[3].save(folder / "jpeg.png", format="JPEG")
    (folder / "text.png").write_text("not a picture")
    (folder / "empty.png").write_bytes(b"")
    (folder / "huge.png").write_bytes(png_header(30_000, 30_000))
    (folder / "long.png").write_bytes(png_header(30_000, 20))
    images[4].convert("CMYK").save(folder / "cmyk.jpg")
    images[5].save(folder / "animated.gif", save_all=True, append_images=[images[6]])
    images[5].save(folder / "animated.webp", save_all=True, append_images=[images[6]])
    images[6].save(folder / "gif.png", format="GIF")
    images[0].save(folder / "twin.png")
    images[7].convert("L").save(folder / "grey.png")
    (folder / "folder.png").mkdir()
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    posts = [
        post(number, *pictures[0][1:], artist="someone", file_name=name)
        for number, name in enumerate(names)
    ]
    (folder / "posts.jsonl").write_text("\n".join(map(json.dumps, posts)))
    return folder


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Exit status, report and samples of a run over bad files."""
    base = tmp_path_factory.mktemp("bad")
    folder = make_bad_files(base / "pictures")
    status = main(["prepare", str(folder), "-o", str(base / "shards"), *SMALL])
    report = json.loads((base / "shards" / "report.json").read_text())
    samples = list(read_shard(base / "shards" / "train-000000.tar"))
    return status, report, samples


def test_good_and_readable_pictures_are_prepared(prepared):
    _, report, samples = prepared
    found = {json.loads(sample["json"])["path"] for sample in samples}
    assert found == {"good.png", "animated.webp"}
    assert report["pictures"] == {"train": 2}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("truncated.png", "damaged or cut short"),
        ("truncated.jpg", "damaged or cut short"),
        ("text.png", "not a picture"),
        ("empty.png", "0 bytes"),
        ("huge.png", "30000×30000 is more than"),
        ("long.png", "30000×20 is more than"),
        ("animated.gif", "is GIF"),
        ("gif.png", "is GIF"),
        ("cmyk.jpg", "convert it to RGB"),
        ("jpeg.png", "is JPEG inside, though named .png; rename it to .jpg"),
        ("twin.png", "the same file as good.png"),
    ],
)
def test_a_bad_file_is_named_with_its_reason(prepared, name, reason):
    status, report, _ = prepared
    reasons = {each["path"]: each["reason"] for each in report["skipped"]}
    assert status == 1
    assert len(reasons) == 11
    assert reason in reasons[name]


def test_oddities_of_used_files_are_noted(prepared):
    notes = dict(prepared[1]["notes"])
    assert "only the first is used" in notes["animated.webp"]


def test_a_picture_without_color_is_dropped_though_its_tags_pass(prepared):
    _, report, _ = prepared
    assert report["filters"]["dropped"]["grey"] == 1
    assert "grey.png" not in {each["path"] for each in report["skipped"]}


def test_failures_are_printed(tmp_path, capsys):
    folder = tmp_path / "pictures"
    folder.mkdir()
    picture, hair, eyes = draw_figure(0)
    Image.fromarray(picture).save(folder / "0000.png")
    (folder / "0001.png").write_bytes(b"")
    posts = [post(number, hair, eyes, artist="a") for number in range(2)]
    (folder / "posts.jsonl").write_text("\n".join([*map(json.dumps, posts), "{"]))
    assert main(["prepare", str(folder), "-o", str(tmp_path / "s"), *SMALL]) == 1
    said = capsys.readouterr().err
    assert "skipped 0001.png: the file is empty (0 bytes)" in said
    assert "posts.jsonl: line 3: not JSON" in said


def test_profiles_are_converted_to_srgb(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    picture, hair, eyes = draw_figure(0)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(picture).save(folder / "0000.png", icc_profile=lab)
    (folder / "posts.jsonl").write_text(json.dumps(post(0, hair, eyes, artist="a")))
    assert (
        main(
            [
                "prepare",
                str(folder),
                "-o",
                str(tmp_path / "s"),
                "--long-side",
                "96",
                "--off",
                "size",
            ]
        )
        == 0
    )
    (sample,) = read_shard(tmp_path / "s" / "train-000000.tar")
    (tmp_path / "stored.png").write_bytes(sample["png"])
    with Image.open(tmp_path / "stored.png") as stored:
        assert stored.info.get("icc_profile") is None
        assert np.abs(np.array(stored).astype(int) - picture).max() <= 1
