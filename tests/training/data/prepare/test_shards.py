"""Shards are whole, the same byte for byte, and of WebDataset's form."""

import hashlib
import io
import tarfile

import pytest

from models.files.whole import FileError
from training.data.prepare.shards import KEY, ShardSample, digest_of, read_shard, write_shard

SAMPLES = (
    ShardSample("aa01", {"png": b"picture", "json": b"{}", "figure.png": b"alpha"}),
    ShardSample("aa01-face", {"png": b"face" * 5000, "json": b"{}"}),
    ShardSample("bb02", {"json": b"[1]"}),
)


def test_what_is_written_is_read(tmp_path):
    facts = write_shard(tmp_path / "train-000000.tar", SAMPLES)
    assert facts.samples == 3
    found = list(read_shard(tmp_path / "train-000000.tar"))
    assert found == [{KEY: sample.key, **sample.files} for sample in SAMPLES]


def test_the_facts_are_those_of_the_file(tmp_path):
    path = tmp_path / "train-000000.tar"
    facts = write_shard(path, SAMPLES)
    content = path.read_bytes()
    assert facts.size == len(content)
    assert facts.digest == hashlib.sha256(content).hexdigest() == digest_of(path)


def test_equal_samples_give_equal_bytes(tmp_path):
    first = write_shard(tmp_path / "first.tar", SAMPLES)
    turned = [ShardSample(s.key, dict(reversed(s.files.items()))) for s in SAMPLES]
    assert write_shard(tmp_path / "second.tar", iter(turned)) == first


def test_members_say_nothing_of_the_machine(tmp_path):
    write_shard(tmp_path / "a.tar", SAMPLES)
    with tarfile.open(tmp_path / "a.tar") as tar:
        members = tar.getmembers()
    assert [member.name for member in members[:3]] == ["aa01.figure.png", "aa01.json", "aa01.png"]
    facts = {(m.mtime, m.uid, m.gid, m.uname, m.gname, m.mode) for m in members}
    assert facts == {(0, 0, 0, "", "", 0o644)}


def test_a_failure_leaves_neither_shard_nor_rest(tmp_path):
    def failing():
        yield SAMPLES[0]
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        write_shard(tmp_path / "a.tar", failing())
    assert list(tmp_path.iterdir()) == []


def test_unwritable_place_is_named(tmp_path):
    with pytest.raises(FileError, match="does not exist"):
        write_shard(tmp_path / "none" / "a.tar", SAMPLES)


@pytest.mark.parametrize("key", ["", "a.b", "a/b", "a\\b"])
def test_keys_that_readers_would_cut_are_refused(key):
    with pytest.raises(ValueError, match="without dots and slashes"):
        ShardSample(key, {"json": b""})


def test_a_shard_cut_short_is_named(tmp_path):
    path = tmp_path / "a.tar"
    write_shard(path, SAMPLES)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(ValueError, match=r"a\.tar: a damaged shard"):
        list(read_shard(path))
    path.write_bytes(b"no tar at all" * 100)
    with pytest.raises(ValueError, match=r"a\.tar: a damaged shard"):
        list(read_shard(path))


def test_shards_of_other_tools_are_read(tmp_path):
    path = tmp_path / "other.tar"
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as tar:
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        tar.addfile(folder)
        for name in ("x.json", "x.png", "y.json"):
            member = tarfile.TarInfo(name)
            member.size = 2
            tar.addfile(member, io.BytesIO(b"{}"))
    assert [sample[KEY] for sample in read_shard(path)] == ["x", "y"]
