"""Files made to do harm, opened in the window: each is told, and the work goes on."""

import json
import struct
import zlib

import pytest

from tests.helpers.idle import settle

GOOD = {"version": 1, "hints": [{"kind": "point", "x": 9, "y": 9, "color": "#f0c8a0"}]}


def _thin_png() -> bytes:
    head = struct.pack(">IIBBBBB", 1, 199_999_999, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


HOSTILE = {
    "deep.json": (b"[" * 100_000, "nested deeper"),
    "far.json": (json.dumps(GOOD).replace("9", "1e999").encode(), "hints[0].x: a number that is"),
    "long.hex": (b"#" + b"f" * 100_000, "long.hex"),
    "thin.png": (_thin_png(), "longer than the limit of 300000 a side"),
    "none.tintline": (b"PK\x03\x04" + bytes(100), "not a Tintline project, or damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_and_the_next_one_read(drawn, tmp_path, qtbot, name):
    content, said = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    before = drawn.parts.session.document
    open_any(drawn, tmp_path / name)
    qtbot.waitUntil(lambda: said in drawn.banner_text)
    assert name in drawn.banner_text
    assert drawn.parts.session.document is before
    open_any(drawn, tmp_path / "good.json")
    qtbot.waitUntil(lambda: len(drawn.parts.session.document.hints) == 1)
    settle(drawn, qtbot)


def open_any(window, path):
    """As the drop of a file does."""
    if window.color_files.takes(path):
        window.color_files.read(path)
    else:
        window.files.open_path(path)
