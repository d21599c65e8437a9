"""What ships tells nothing of the machines that made it."""

import re
import tomllib
import zipfile
import zlib

import pytest
from PIL import Image

from tests.helpers.places import ROOT

FOLDERS = (
    b"/home/", b"/Users/", b"/root/", b"/tmp/", b"/opt/", b"/mnt/", b"/srv/", b"/var/", b"/usr/",
    b"/private/", b"/build/", b":\\Users\\", b":\\Program", b":\\Windows", b":\\Temp\\",
)  # fmt: skip
TRACES = (b'", line ', b"Traceback (most", b"site-packages", b"dist-packages")


def shipped_files():
    """Every file that is installed, programs aside."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for package, patterns in project["tool"]["setuptools"]["package-data"].items():
        for pattern in patterns:
            yield from (ROOT / package).glob(pattern)


def contents(path):
    """The file's bytes, and those of whatever is packed in it."""
    whole = path.read_bytes()
    yield whole
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            pressed = [each for each in packed.infolist() if each.compress_type]
            yield from (packed.read(each) for each in pressed)
    elif path.suffix in {".png", ".webp"}:
        with Image.open(path) as picture:
            picture.load()
            yield repr(picture.info).encode()
    elif whole[:2] == b"\x1f\x8b":
        yield zlib.decompress(whole, wbits=31)


FILES = sorted(
    path for path in set(shipped_files()) if path.is_file() and "__pycache__" not in path.parts
)


def test_everything_that_ships_is_looked_at():
    suffixes = {path.suffix for path in FILES}
    assert {".onnx", ".pt", ".json", ".npz", ".png", ".webp", ".svg", ".toml"} <= suffixes
    assert len([path for path in FILES if path.suffix == ".onnx"]) >= 12


def told_by(content):
    """What a file's bytes tell of folders and programs, each with what follows it."""
    for word in (*FOLDERS, *TRACES):
        place = content.find(word)
        while place >= 0:
            after = content[place + len(word) : place + len(word) + 2]
            # Pixels and weights spell a folder by chance, and seldom a name after it.
            if word in TRACES or re.fullmatch(rb"[\w.-]{2}", after):
                yield content[max(0, place - 40) : place + 80]
            place = content.find(word, place + 1)


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda p: p.name)
def test_no_folder_or_stack_trace_of_another_machine_is_in_it(folder):
    own = [path for path in FILES if path.parent == folder]
    found = [
        f"{path.name}: {text!r}"
        for path in own
        for part in contents(path)
        for text in told_by(part)
    ]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        b'\x12QFile "models/networks/generator.py", line 36, in forward',
        b"\x00/home/anna/tintline/models",
        b"C:\\Users\\anna\\tintline",
        b"Traceback (most recent call last):",
    ],
)
def test_what_would_tell_is_recognized(text):
    assert list(told_by(text))
