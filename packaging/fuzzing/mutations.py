"""Valid files made wrong: bytes turned, cut and spliced; values of documents put out of bounds."""

import copy
import io
import json
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import Any

Mutation = Callable[[Sequence[bytes], random.Random], bytes]
"""One wrong file, made of valid ones of its kind."""

_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 1 << 20, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
LONG_LINE = 1 << 16
"""A line is not made longer than 300 times this: the peak would be of making the file."""
_PNG = b"\x89PNG\r\n\x1a\n"
_LEAVES: tuple[Any, ...] = (
    None, True, False, 0, -1, 3, 0.5, -2.5, 1e9, 1e308, -1e308, 10**18, 10**400, float("inf"),
    float("nan"), "", "a", "#fff", "#12345", "\0", "\ud800", "x" * 5000, "../../x", "é\u202e\n",
    [], {}, [[]], [0] * 40, {"a": 1}, "1", [1, 2], [[1, 2], [3, 4]],
)  # fmt: skip
_TOKENS = (
    "1e999", "nan", "-inf", "9" * 400, "9" * 5000, "[" * 200, "{a={b={c=1}}}", '"x"', "true",
    "1979-05-27", "-1", "0", "''", "[]", "[[a]]", ".".join("a" * 300), '"\\ud800"', "=", '"""',
)  # fmt: skip


def mutate_bytes(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """A few bytes, lengths or stretches of a file changed, or two files joined."""
    content = bytearray(rng.choice(seeds))
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        _change(content, seeds, rng)
    return bytes(content)


def _change(content: bytearray, seeds: Sequence[bytes], rng: random.Random) -> None:
    if not content:
        content += b"0"
    # Most of what is decided stands in the first bytes.
    end = len(content) if rng.random() < 0.5 else min(len(content), 160)
    at = rng.randrange(end)
    kind = rng.randrange(9)
    if kind <= 1:
        content[at] ^= 1 << rng.randrange(8)
    elif kind == 2:
        content[at] = rng.randrange(256)
    elif kind <= 4:
        size = rng.choice((1, 2, 4, 8))
        number = rng.choice(_NUMBERS) if rng.random() < 0.7 else rng.randrange(1 << 16)
        order = rng.choice(("big", "little"))
        content[at : at + size] = (number & ((1 << 8 * size) - 1)).to_bytes(size, order)  # type: ignore[arg-type]
    elif kind == 5:
        del content[at:]
    elif kind == 6:
        del content[at : at + rng.randrange(1, 64)]
    elif kind == 7:
        stretch = bytes(content[at : at + rng.randrange(1, 64)])
        content[at:at] = stretch * rng.choice((1, 2, 50))
    else:
        other = rng.choice(seeds)
        content[at:] = other[rng.randrange(len(other) + 1) :]


def mutate_png(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """As `mutate_bytes`, mostly with the checksums made right again, so that more is looked at."""
    content = mutate_bytes(seeds, rng)
    return with_checksums(content) if rng.random() < 0.8 else content


def with_checksums(content: bytes) -> bytes:
    """A PNG whose chunks carry the checksums of what they hold."""
    if not content.startswith(_PNG):
        return content
    made, place = bytearray(_PNG), len(_PNG)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        if place + 12 + length > len(content):
            break
        body = content[place + 4 : place + 8 + length]
        made += content[place : place + 4] + body + struct.pack(">I", zlib.crc32(body))
        place += 12 + length
    return bytes(made) + content[place:]


def mutate_json(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """Values, names and shape of a document changed, now and then its text as well."""
    content = json.loads(rng.choice(seeds))
    holder = {"": content}
    for _ in range(rng.choice((1, 1, 2, 4))):
        _change_value(holder, seeds, rng)
    text = json.dumps(holder[""])
    if rng.random() < 0.05:
        text = _repeat_name(text, rng)
    if rng.random() < 0.01:
        text = text.replace(":", ":" + rng.choice(("[", '{"a":')) * 50_000, 1)
    encoded = text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16")))
    return mutate_bytes([encoded], rng) if rng.random() < 0.15 else encoded


def _change_value(holder: dict[str, Any], seeds: Sequence[bytes], rng: random.Random) -> None:
    places = list(_places(holder))
    container, key = rng.choice(places)
    kind = rng.randrange(8)
    if kind <= 3:
        container[key] = copy.deepcopy(rng.choice(_LEAVES))
    elif kind == 4 and container is not holder:
        del container[key]
    elif kind == 5:
        value = container[key]
        for _ in range(rng.choice((1, 3, 70))):
            value = [value] if rng.random() < 0.5 else {"a": value}
        container[key] = value
    elif kind == 6 and isinstance(container, dict):
        container[rng.choice(("a", "", "\0", "version", "x" * 300))] = container[key]
    elif kind == 7:
        other = {"": json.loads(rng.choice(seeds))}
        source, name = rng.choice(list(_places(other)))
        container[key] = source[name]


def _places(container: Any) -> Any:
    """Every container below one, with each of its keys."""
    items = container.items() if isinstance(container, dict) else enumerate(container)
    for key, value in list(items):
        yield container, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _repeat_name(text: str, rng: random.Random) -> str:
    names = list(re.finditer(r'"(\w+)":', text))
    if not names:
        return text
    name = rng.choice(names)
    return f"{text[: name.start()]}{name[0]} 1, {text[name.start() :]}"


def mutate_text(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """Words and lines of a text changed, dropped, doubled and moved."""
    lines = rng.choice(seeds).decode().split("\n")
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = rng.randrange(len(lines))
        kind = rng.randrange(6)
        if kind <= 2:
            pieces = re.split(r"(\s+|[=,\[\]])", lines[at])
            pieces[rng.randrange(len(pieces))] = rng.choice(_TOKENS)
            lines[at] = "".join(pieces)
        elif kind == 3:
            lines.insert(at, rng.choice(lines))
        elif kind == 4 and len(lines) > 1:
            del lines[at]
        elif len(lines[at]) < LONG_LINE:
            lines[at] = lines[at] * rng.choice((2, 300))
    encoded = "\n".join(lines).encode("utf-8", "surrogatepass")
    return mutate_bytes([encoded], rng) if rng.random() < 0.2 else encoded


def mutate_archive(seeds: Sequence[bytes], rng: random.Random) -> bytes:
    """A zip with one of its members made wrong, or with wrong bytes of its own."""
    if rng.random() < 0.3:
        return mutate_bytes(seeds, rng)
    with zipfile.ZipFile(io.BytesIO(rng.choice(seeds))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in rng.sample(list(members), min(len(members), rng.choice((1, 1, 2)))):
        if rng.random() < 0.1:
            members[rng.choice(("x.png", "layers/9.png", "profile.icc"))] = members.pop(name)
        elif name.endswith(".json") and members[name][:1] in (b"{", b"["):
            members[name] = mutate_json([members[name]], rng)
        else:
            members[name] = mutate_png([members[name]], rng)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", rng.choice((0, 8))) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def smaller(content: bytes, still_fails: Callable[[bytes], bool]) -> bytes:
    """A shorter file that fails in the same way, found by leaving out stretch after stretch."""
    length = len(content) // 2
    while length:
        at = 0
        while at < len(content):
            shorter = content[:at] + content[at + length :]
            if still_fails(shorter):
                content = shorter
            else:
                at += length
        length //= 2
    return content
