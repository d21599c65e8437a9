"""Palettes that are text: GIMP, JASC, Paint.NET, lists of #rrggbb, JSON and XML."""

import json
import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from app.document.color_sets import sets_from_json, sets_to_json
from app.document.palettes.remarks import SetRemarks, head_remarks, set_remarks
from app.document.palettes.swatches import NO_NAMES, Swatches
from models.files.documents import Value, parse_json
from models.hints.tags import Rgb, format_color, parse_color

Entries = Iterator[tuple[Rgb, str]]
_REMARKS = (";", "//")
_TITLES = ("name", "NAME", "draw:name", "title")
_COLORS = ("draw:color", "RGB", "rgb", "color", "hex")


def read_gimp(text: str) -> Swatches:
    """GIMP's palettes; of those with ``Channels: RGBA`` what is wholly transparent is left out.

    Remarks as `write_gimp` writes them hold colour sets and groups of tones.
    """
    name, channels = "", 3
    entries: list[tuple[Rgb, str]] = []
    remarks = SetRemarks()
    for number, line in _lines(text)[1:]:
        if line.startswith("#"):
            remarks.read(line, entries[-1][0] if entries else None)
            continue
        key, _, value = line.partition(":")
        if key == "Name":
            name = value.strip()
        elif key == "Channels":
            channels = len(value.strip())
        elif key != "Columns":
            entries += _numbers(line, number, channels)
    return Swatches(tuple(entries), name, remarks.sets())


def read_jasc(text: str) -> Swatches:
    """Paint Shop Pro's palettes: a head of three lines, then three numbers a line, or four."""
    entries: list[tuple[Rgb, str]] = []
    for number, line in _lines(text)[3:]:
        fields = line.split()
        entries += _numbers(line, number, 4 if len(fields) > 3 and fields[3].isdecimal() else 3)
    return Swatches(tuple(entries))


def _numbers(line: str, number: int, channels: int) -> Entries:
    """The colour of a line, if it is not wholly transparent. Raises ValueError."""
    fields = line.split(maxsplit=channels)
    values = fields[:channels]
    if len(values) < channels or not all(each.isdecimal() and int(each) < 256 for each in values):
        count = {3: "three", 4: "four"}.get(channels, str(channels))
        raise ValueError(
            f"line {number}: {line!r} is not a colour; expected {count} numbers 0 to 255"
        )
    red, green, blue, *alpha = map(int, values)
    if alpha != [0]:
        yield (red, green, blue), _title(fields[channels:])


def read_hex(text: str) -> Swatches:
    """A colour a line as #rrggbb, rgb, eight digits or three numbers, what follows is the name.

    Several may stand in a line with commas between. Eight digits are ``#rrggbbaa``, but
    ``aarrggbb`` where Paint.NET wrote them, or all begin as opaque ones do, or no # is there.
    """
    found = list(_hex_words(text))
    is_argb = text.casefold().startswith(";paint.net") or _begin_with_alpha(
        [word for _, word, _ in found]
    )
    entries = []
    for number, word, title in found:
        try:
            color, alpha = _parse_hex(word, is_argb=is_argb)
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
        if alpha:
            entries.append((color, title))
    return Swatches(tuple(entries))


def _hex_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Number of the line, colour and name."""
    for number, line in _lines(text):
        if line.startswith(_REMARKS):
            continue
        values = re.split(r"[,\s]+", line, maxsplit=3)
        parts = [part.strip() for part in line.split(",") if part.strip()]
        if len(values) > 2 and all(each.isdecimal() and int(each) < 256 for each in values[:3]):
            yield number, "#{:02x}{:02x}{:02x}".format(*map(int, values[:3])), _title(values[3:])
        elif len(parts) > 1 and all(map(is_hex, parts)):
            yield from ((number, part, "") for part in parts)
        else:
            first, *rest = line.split(maxsplit=1)
            yield number, first.rstrip(","), _title(rest)


def _begin_with_alpha(words: Iterable[str]) -> bool:
    """Whether colours of eight digits among these are aarrggbb, by what all have in common."""
    long = [word.casefold() for word in words if len(word.removeprefix("#")) == 8]
    digits = [word.removeprefix("#") for word in long]
    first, last = (all(each[at : at + 2] == "ff" for each in digits) for at in (0, 6))
    return first if first != last else not any(word.startswith("#") for word in long)


def is_hex(word: str) -> bool:
    """Whether a word is a colour as `read_hex` reads them."""
    try:
        _parse_hex(word, is_argb=False)
    except ValueError:
        return False
    return True


def may_be_hex(text: str) -> bool:
    """Whether a text begins with a colour, remarks aside; also if there is nothing else in it."""
    lines = (line for _, line in _lines(text) if not line.startswith(_REMARKS))
    return is_hex(re.split(r"[,\s]", next(lines, "#000"), maxsplit=1)[0])


def _parse_hex(word: str, *, is_argb: bool) -> tuple[Rgb, int]:
    digits = word.removeprefix("0x").removeprefix("0X").removeprefix("#")
    if len(digits) != 8:
        return parse_color(digits if word.startswith(("0x", "0X")) else word), 255
    alpha, color = (digits[:2], digits[2:]) if is_argb else (digits[6:], digits[:6])
    try:
        return parse_color(color), int(alpha, 16)
    except ValueError as error:
        raise ValueError(f"{word!r} is not a colour; write it as #rrggbb") from error


def read_json(text: str) -> Swatches:
    """A list of colours, an object of colours by name, or either as ``colors`` or ``palette``.

    A colour may be an object with its name; ``color_sets`` are as a project has them. Raises
    DocumentError, a ValueError.
    """
    whole = parse_json(text, "")
    name, sets = "", None
    if isinstance(whole.content, dict) and (told := whole.get("color_sets")) is not None:
        sets = sets_from_json(told)
    for key in ("colors", "palette", "swatches"):
        if isinstance(whole.content, dict) and isinstance(whole.content.get(key), dict | list):
            title = whole.get("name")
            name, whole = title.text() if title else "", whole.field(key)
            break
    if isinstance(whole.content, dict) and whole.content:
        named = whole.fields()
        return Swatches(
            tuple((each.parsed(parse_color), key) for key, each in named.items()), name, sets
        )
    return Swatches(tuple(_json_entry(each) for each in whole.items()), name, sets)


def _json_entry(entry: Value) -> tuple[Rgb, str]:
    if not isinstance(entry.content, dict):
        return entry.parsed(parse_color), ""
    keys = (key for key in ("hex", "color", "colour", "value") if key in entry.content)
    title = entry.get("name")
    return entry.field(next(keys, "color")).parsed(parse_color), title.text() if title else ""


def read_xml(text: str) -> Swatches:
    """LibreOffice's (.soc) and Scribus' lists: elements that have a colour, and perhaps a name."""
    entries: list[tuple[Rgb, str]] = []
    parser = expat.ParserCreate()

    def start(_element: str, attributes: dict[str, str]) -> None:
        color = next((attributes[key] for key in _COLORS if key in attributes), None)
        if color is not None:
            title = next((attributes[key] for key in _TITLES if key in attributes), "")
            entries.append((parse_color(color), title))

    parse_xml(parser, start, text)
    return Swatches(tuple(entries))


def parse_xml(parser: expat.XMLParserType, start: object, text: str) -> None:
    """Go through a document, telling where elements begin. Raises ValueError."""

    def refuse(*_facts: object) -> None:
        raise ValueError("declares entities, which no palette does")

    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EntityDeclHandler = refuse
    body = text.split("?>", 1)[1] if text.startswith("<?xml") else text  # is no longer its encoding
    try:
        parser.Parse(body.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise ValueError(f"not XML ({error})") from error


def write_gimp(swatches: Swatches) -> bytes:
    """As GIMP, Krita and Inkscape read it; colour sets and groups of tones are remarks in it."""
    rows = []
    for (red, green, blue), title in swatches.entries:
        rows.append(f"{red:3d} {green:3d} {blue:3d}\t{title or NO_NAMES[1]}")
        rows += set_remarks(swatches.sets, (red, green, blue))
    head = [
        "GIMP Palette",
        f"Name: {swatches.name}",
        "Columns: 0",
        "#",
        *head_remarks(swatches.sets),
    ]
    return "\n".join([*head, *rows, ""]).encode()


def write_jasc(swatches: Swatches) -> bytes:
    """As Paint Shop Pro and Aseprite read it; without names."""
    rows = [f"{r} {g} {b}" for (r, g, b), _ in swatches.entries]
    return "\r\n".join(["JASC-PAL", "0100", str(len(rows)), *rows, ""]).encode()


def write_paint_net(swatches: Swatches) -> bytes:
    """As Paint.NET reads it, which takes the first 96 colours; names are remarks."""
    rows: list[str] = []
    for color, title in swatches.entries:
        rows += [f"; {title}"] if title else []
        rows.append(f"FF{format_color(color)[1:].upper()}")
    head = [";paint.net Palette File", f";Palette Name: {swatches.name}"]
    return "\r\n".join([*head, *rows, ""]).encode("utf-8")


def write_hex(swatches: Swatches) -> bytes:
    """Six digits a line, as Lospec has them; without names."""
    return "".join(f"{format_color(color)[1:]}\n" for color, _ in swatches.entries).encode()


def write_json(swatches: Swatches) -> bytes:
    """A list of colours, each with its name if it has one."""
    entries = [
        {"name": title, "color": format_color(color)} if title else format_color(color)
        for color, title in swatches.entries
    ]
    content: dict[str, object] = {"name": swatches.name, "colors": entries}
    if swatches.sets is not None:
        content["color_sets"] = sets_to_json(swatches.sets)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _lines(text: str) -> list[tuple[int, str]]:
    """Lines that are not blank, with their numbers from 1."""
    lines = ((number, line.strip()) for number, line in enumerate(text.split("\n"), start=1))
    return [(number, line) for number, line in lines if line]


def _title(rest: list[str]) -> str:
    title = " ".join(" ".join(rest).split())
    return "" if title in NO_NAMES else title
