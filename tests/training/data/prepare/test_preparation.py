"""Folders of illustrations become shards, the same ones whether or not a run was killed."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.places import ROOT
from tests.helpers.training.collection import draw_figure, make_collection, post
from training.__main__ import main as tintline_train
from training.data.library import load_source
from training.data.prepare.command import read_shard_report
from training.data.prepare.preparation import prepare_picture
from training.data.prepare.shards import KEY, digest_of, read_shard
from training.data.sources import illustrations
from training.data.sources.illustrations import iter_samples
from training.recipe import SourceConfig

SMALL = ["--long-side", "64", "--least-side", "64", "--shard-size", "8", "--val-share", "0.2"]
KILLED = """
import os, sys
from training.__main__ import main
from training.data.prepare import command as prepare

done, original = 0, prepare.prepare_picture

def prepare_picture(*arguments, **options):
    global done
    done += 1
    if done > {limit}:
        os.kill(os.getpid(), 9)
    return original(*arguments, **options)

prepare.prepare_picture = prepare_picture
sys.exit(main(["prepare", *sys.argv[1:]]))
"""


def main(arguments):
    return tintline_train(["prepare", *arguments])


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """60 pictures of 12 artists."""
    return make_collection(tmp_path_factory.mktemp("collection") / "pictures", count=60)


@pytest.fixture(scope="module")
def shards(collection, tmp_path_factory):
    """Shards of an unbroken run."""
    output = tmp_path_factory.mktemp("shards") / "whole"
    assert main([str(collection), "-o", str(output), *SMALL]) == 0
    return output


def digests(output):
    return {path.name: digest_of(path) for path in sorted(output.glob("*.tar"))}


def about(sample):
    return json.loads(sample["json"])


def all_samples(output, part="*"):
    return [s for path in sorted(output.glob(f"{part}-*.tar")) for s in read_shard(path)]


def test_killed_at_half_and_resumed_gives_the_same_shards(collection, shards, tmp_path):
    output = tmp_path / "resumed"
    arguments = [str(collection), "-o", str(output), *SMALL]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(limit=30), *arguments],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert killed.returncode not in (0, 1, 2)
    finished = digests(output)
    assert len(finished) == 3
    assert list(output.glob(".tintline-*.part"))
    times = {name: (output / name).stat().st_mtime_ns for name in finished}
    assert main(arguments) == 0
    assert digests(output) == digests(shards)
    assert {name: (output / name).stat().st_mtime_ns for name in finished} == times
    assert not list(output.glob(".tintline-*.part"))
    reports = [(each / "report.json").read_bytes() for each in (output, shards)]
    assert reports[0] == reports[1]


def test_a_finished_run_writes_nothing_again(collection, shards):
    times = {path.name: path.stat().st_mtime_ns for path in shards.glob("*.tar")}
    assert main([str(collection), "-o", str(shards), *SMALL]) == 0
    assert {path.name: path.stat().st_mtime_ns for path in shards.glob("*.tar")} == times


def test_a_damaged_shard_is_written_again(collection, shards, tmp_path):
    output = tmp_path / "shards"
    assert main([str(collection), "-o", str(output), *SMALL]) == 0
    (output / "train-000001.tar").write_bytes(b"cut")
    (output / "train-000002.report.json").write_text("{")
    assert main([str(collection), "-o", str(output), *SMALL]) == 0
    assert digests(output) == digests(shards)


def test_worker_processes_give_the_same_bytes(collection, shards, tmp_path):
    output = tmp_path / "shards"
    assert main([str(collection), "-o", str(output), *SMALL, "--workers", "2"]) == 0
    assert digests(output) == digests(shards)


def test_other_options_or_pictures_are_refused_in_a_begun_folder(tmp_path, capsys):
    collection = make_collection(tmp_path / "pictures", count=4)
    output = tmp_path / "shards"
    assert main([str(collection), "-o", str(output), *SMALL]) == 0
    before = digests(output)
    assert main([str(collection), "-o", str(output), *SMALL, "--square"]) == 1
    assert "was begun with other pictures, tags or options" in capsys.readouterr().err
    (collection / "0001.txt").write_text("smile, green_background")
    assert main([str(collection), "-o", str(output), *SMALL]) == 1
    assert digests(output) == before


def test_a_folder_with_foreign_shards_is_left_alone(collection, tmp_path, capsys):
    (tmp_path / "other-0.tar").write_bytes(b"")
    assert main([str(collection), "-o", str(tmp_path), *SMALL]) == 1
    assert "holds shards of something else (other-0.tar)" in capsys.readouterr().err
    assert [path.name for path in tmp_path.glob("*.tar")] == ["other-0.tar"]


def test_every_picture_is_in_one_shard_with_its_tags(shards):
    samples = all_samples(shards)
    assert len({sample[KEY] for sample in samples}) == len(samples) == 60
    assert {about(sample)["path"] for sample in samples} == {f"{i:04}.png" for i in range(60)}
    for sample in samples:
        facts = about(sample)
        hair = [tag for tag in facts["colours"] if tag.endswith("_hair")]
        assert len(hair) == 1
        assert hair[0] in facts["tags"]
        assert hair[0] not in facts["absent"]
        assert "simple_background" in facts["tags"]
        assert facts["licence"] == "CC0 1.0"


def test_artists_are_not_in_both_splits(shards):
    artists = {
        part: {name for sample in all_samples(shards, part) for name in about(sample)["artists"]}
        for part in ("train", "val")
    }
    assert artists["train"]
    assert artists["val"]
    assert not artists["train"] & artists["val"]


def test_the_report_accounts_for_every_picture(shards):
    report = json.loads((shards / "report.json").read_text())
    assert sum(report["pictures"].values()) == report["filters"]["kept"] == 60
    assert {f"{name}.tar": facts["digest"] for name, facts in report["shards"].items()} == (
        digests(shards)
    )
    assert read_shard_report(shards, "train-000000")["samples"] == 8


def test_filters_are_reported_and_can_be_turned_off(tmp_path, capsys):
    folder = make_collection(tmp_path / "pictures", count=4)
    (folder / "0001.txt").write_text("blue_hair, comic")
    (folder / "0002.txt").write_text("2girls")
    plain = [str(folder), "-o", str(tmp_path / "shards"), *SMALL]
    assert main(plain) == 0
    said = capsys.readouterr().out
    assert "4 pictures looked at, 2 kept" in said
    assert "text               1 dropped       1 objected to" in said
    assert "hair               0 dropped       1 objected to" in said
    rows = (tmp_path / "shards" / "dropped.tsv").read_text().splitlines()
    assert [row.split("\t")[:2] for row in rows] == [["0001.png", "text"], ["0002.png", "figure"]]
    assert main([*plain[:2], str(tmp_path / "all"), *SMALL, "--off", "all"]) == 0
    assert "4 pictures looked at, 4 kept" in capsys.readouterr().out


def test_greyscale_pictures_on_white_become_line_art(tmp_path):
    folder = make_collection(tmp_path / "pictures", count=2)
    Image.fromarray(draw_figure(9)[0]).convert("L").save(folder / "sketch.png")
    (folder / "sketch.txt").write_text("sketch, white_background, 1girl")
    assert main([str(folder), "-o", str(tmp_path / "shards"), *SMALL]) == 0
    lines = all_samples(tmp_path / "shards", "lines")
    assert [about(sample)["path"] for sample in lines] == ["sketch.png"]


def test_squares_say_where_the_picture_lies(tmp_path):
    folder = make_collection(tmp_path / "pictures", count=1)
    picture, _, _ = draw_figure(0)
    Image.fromarray(picture[:80]).save(folder / "0000.png")
    arguments = [str(folder), "-o", str(tmp_path / "s"), *SMALL, "--square", "--format", "jpg"]
    assert main(arguments) == 0
    (sample,) = all_samples(tmp_path / "s")
    assert about(sample)["content"] == [11, 0, 53, 64]
    assert sample["jpg"][:2] == b"\xff\xd8"


def test_letterbox_bars_are_cut_off(tmp_path):
    folder = make_collection(tmp_path / "pictures", count=1)
    picture, _, _ = draw_figure(0)
    Image.fromarray(np.pad(picture[:76], ((10, 10), (0, 0), (0, 0)))).save(folder / "0000.png")
    assert main([str(folder), "-o", str(tmp_path / "s"), *SMALL]) == 0
    (sample,) = all_samples(tmp_path / "s")
    assert about(sample)["content"] == [0, 0, 51, 64]


def test_estimated_faces_keep_only_tags_of_faces(tmp_path):
    folder = make_collection(tmp_path / "pictures", count=2, size=300)
    options = ["--long-side", "400", "--least-side", "64", "--faces", "estimate"]
    assert main([str(folder), "-o", str(tmp_path / "s"), *options]) == 0
    faces = [sample for sample in all_samples(tmp_path / "s") if "face" in sample[KEY]]
    assert len(faces) == 2
    for face in faces:
        facts = about(face)
        assert facts["origin"] == "estimate"
        assert "upper_body" not in facts["tags"]
        assert {"1girl", "smile"} < set(facts["tags"])
        assert {tag.rsplit("_", 1)[1] for tag in facts["colours"]} == {"hair", "eyes"}
        assert "figure.png" in face


def test_training_reads_shards_and_folders_alike(collection, shards):
    from_shards = list(iter_samples(shards, split="train", long_side=48))
    assert all(sample.color.shape == (48, 48, 3) for sample in from_shards)
    assert all(0 < (sample.figure > 0).mean() < 1 for sample in from_shards)
    assert all(sample.tags and sample.absent for sample in from_shards)
    assert len({sample.name for sample in from_shards}) == len(from_shards)
    source = SourceConfig(kind="illustrations", folder=shards.name, count=5)
    taken = load_source(source, shards.parent, split="train", long_side=48, cache=None)
    assert [sample.name for sample in taken] == [sample.name for sample in from_shards[:5]]


def test_a_folder_is_read_without_shards(tmp_path):
    folder = make_collection(tmp_path / "pictures", count=6, size=520, artists=3)
    splits = {
        split: [sample.name for sample in iter_samples(folder, split=split, long_side=40)]
        for split in ("train", "val")
    }
    assert len(splits["train"]) == 4
    assert len(splits["val"]) == 2


def test_pictures_without_tags_are_taken_where_none_are_needed(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(3):
        Image.fromarray(draw_figure(number, size=520)[0]).save(folder / f"{number}.png")
    options = ["--long-side", "64", "--val-share", "0"]
    assert main([str(folder), "-o", str(tmp_path / "none"), *options]) == 0
    assert main([str(folder), "-o", str(tmp_path / "s"), *options, "--off", "tags"]) == 0
    assert not list((tmp_path / "none").glob("*.tar"))
    assert not list(iter_samples(folder, split="train"))
    for place in (tmp_path / "s", folder):
        samples = list(iter_samples(place, split="train", long_side=64, tagged=False))
        assert len(samples) == 3
        for sample in samples:  # nothing is known of them, neither what is there nor what is not
            assert sample.tags == sample.absent == sample.shapes == sample.shapes_absent == ()


def test_pictures_of_a_folder_are_decoded_when_they_are_drawn(tmp_path, monkeypatch):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(40):
        Image.fromarray(draw_figure(number, size=520)[0]).save(folder / f"{number}.png")
    read = []

    def counted(*arguments, **others):
        read.append(arguments)
        return prepare_picture(*arguments, **others)

    monkeypatch.setattr(illustrations, "prepare_picture", counted)
    source = SourceConfig(kind="illustrations", folder="pictures", tagged=False)
    found = load_source(source, tmp_path, split="train", long_side=48, cache=None)
    assert len(found) > 20
    assert not read
    first = found[3]
    assert len(read) == 1
    assert sum(1 for _ in found) == len(found)
    assert first.color.shape == (48, 48, 3)
    # A file that is damaged meanwhile is passed over, and said so only if none is left.
    (folder / Path(first.name).name).write_bytes(b"no picture")
    assert found[3].name == found[4].name
    for path in folder.iterdir():
        path.write_bytes(b"no picture")
    with pytest.raises(ValueError, match="none of its pictures can be read"):
        found[3]


def test_alpha_gives_the_figure(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    picture, hair, eyes = draw_figure(3)
    rgba = np.dstack([picture, np.where((picture == 255).all(axis=2), 0, 255)]).astype(np.uint8)
    Image.fromarray(rgba).save(folder / "0000.png")
    (folder / "all.jsonl").write_text(json.dumps(post(0, hair, eyes, artist="a")))
    assert main([str(folder), "-o", str(tmp_path / "s"), *SMALL]) == 0
    (sample,) = iter_samples(tmp_path / "s", split="train", long_side=64)
    assert sample.figure[0, 0] == 0
    assert sample.figure[24, 32] == 255
    assert (sample.color[0, 0] == 255).all()


def test_wrong_usage_is_told(tmp_path, capsys):
    assert tintline_train(["prepare", str(tmp_path / "none"), "-o", str(tmp_path / "s")]) == 1
    assert "none: no such folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main([str(tmp_path / "empty"), "-o", str(tmp_path / "s")]) == 1
    assert "holds no picture" in capsys.readouterr().err
    for wrong in (["--off", "colour"], ["--val-share", "1"], ["--workers", "0"]):
        assert main([str(tmp_path / "empty"), "-o", str(tmp_path / "s"), *wrong]) == 2
    assert main([str(tmp_path), "-o", str(tmp_path / "s")]) == 2
    assert "lies inside the folder" in capsys.readouterr().err


def test_a_file_is_no_place_for_shards(tmp_path, capsys):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "file").touch()
    assert main([str(tmp_path / "pictures"), "-o", str(tmp_path / "file")]) == 2
    assert "is a file; name a folder for the shards" in capsys.readouterr().err


def test_filters_that_leave_nothing_say_where_to_look(tmp_path, capsys):
    collection = make_collection(tmp_path / "pictures", count=2)
    arguments = [str(collection), "-o", str(tmp_path / "shards"), "--least-side", "4000"]
    assert main(arguments) == 0
    assert "no picture was kept" in capsys.readouterr().err
    assert (tmp_path / "shards" / "dropped.tsv").read_text().count("under 4000 pixels") == 2
