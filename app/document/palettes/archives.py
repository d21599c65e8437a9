"""Palettes that are archives: Procreate's (.swatches) and Krita's (.kpl); and RIFF's (.pal)."""

import colorsys
import json
import struct
import zlib
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from lzma import LZMAError
from xml.parsers import expat
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from PIL import Image, ImageCms

from app.document.palettes.swatches import Swatches, rgb_bytes, rgb_of_cmyk, rgb_of_hsb, rgb_of_lab
from app.document.palettes.texts import parse_xml
from models.files.documents import Value, parse_json
from models.files.texts import MAX_BYTES, decode_text
from models.hints.tags import Rgb

_PROCREATE, _KRITA = "Swatches.json", "colorset.xml"
_KRITA_COLUMNS = 16
_KRITA_TYPE = "krita/x-colorset"
_STAMP = (1980, 1, 1, 0, 0, 0)
"""So that one palette gives one file."""


def has_procreate(content: bytes) -> bool:
    """Whether bytes are an archive that holds Procreate's swatches."""
    return _PROCREATE in _members(content)


def has_krita(content: bytes) -> bool:
    """Whether bytes are an archive that holds Krita's swatches."""
    return _KRITA in _members(content)


def _members(content: bytes) -> list[str]:
    if not content.startswith(b"PK"):
        return []
    try:
        with ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except (BadZipFile, RuntimeError, ValueError, OSError):
        return []


def _read_member(content: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(name) as member:
            inside = member.read(MAX_BYTES + 1)
    except (BadZipFile, RuntimeError, OSError, EOFError, zlib.error, LZMAError) as error:
        raise ValueError(f"{name} in it cannot be read ({error})") from error
    if len(inside) > MAX_BYTES:
        raise ValueError(f"{name} in it is larger than {MAX_BYTES:,} bytes")
    return decode_text(inside)


def read_procreate(content: bytes) -> Swatches:
    """All palettes of a file, one behind the other; each colour out of its own profile."""
    whole = parse_json(_read_member(content, _PROCREATE), _PROCREATE)
    palettes = whole.items() if isinstance(whole.content, list) else [whole]
    entries: list[tuple[Rgb, str]] = []
    names = []
    for palette in palettes:
        names.append(title.text() if (title := palette.get("name")) else "")
        profiles = palette.get("colorProfiles")
        to_srgb = _conversions(profiles.items() if profiles else [])
        for swatch in palette.field("swatches").items():
            if swatch.content is None:  # an empty place
                continue
            hue, saturation, brightness = (
                swatch.field(key).number(0, 1) for key in ("hue", "saturation", "brightness")
            )
            profile = swatch.get("colorProfile")
            convert = to_srgb.get(profile.text() if profile else "", lambda color: color)
            title = swatch.get("name")
            color = convert(rgb_of_hsb(hue, saturation, brightness))
            entries.append((color, title.text() if title else ""))
    return Swatches(tuple(entries), names[0] if names else "")


def _conversions(profiles: list[Value]) -> Mapping[str, Callable[[Rgb], Rgb]]:
    """Conversions into sRGB by the profiles' digests; those without usable data are sRGB's."""
    found = {}
    for profile in profiles:
        digest, data = profile.get("hash"), profile.get("iccData")
        if digest is not None and data is not None:
            with suppress(ImageCms.PyCMSError, OSError, ValueError):
                found[digest.text()] = _conversion(b64decode(data.text()))
    return found


def _conversion(profile: bytes) -> Callable[[Rgb], Rgb]:
    """From a colour profile to sRGB. Raises PyCMSError, OSError, ValueError."""
    own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(own, srgb, "RGB", "RGB")

    def convert(color: Rgb) -> Rgb:
        pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), color), transform)
        assert pixel is not None
        red, green, blue = pixel.tobytes()
        return red, green, blue

    return convert


def write_procreate(swatches: Swatches) -> bytes:
    """One palette; Procreate shows its first 30 colours, and no names."""
    colors = []
    for color, title in swatches.entries:
        hue, saturation, brightness = colorsys.rgb_to_hsv(*(channel / 255 for channel in color))
        one = {"hue": hue, "saturation": saturation, "brightness": brightness}
        colors.append({**one, "alpha": 1, "colorSpace": 0, **({"name": title} if title else {})})
    content = [{"name": swatches.name, "swatches": colors}]
    return _archive({_PROCREATE: json.dumps(content, ensure_ascii=False)})


def read_krita(content: bytes) -> Swatches:
    """Colours of all groups in the order of the file."""
    entries: list[tuple[Rgb, str]] = []
    titles, names = [""], [""]

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "ColorSet":
            names[0] = attributes.get("name", "")
        elif element == "ColorSetEntry":
            titles[0] = attributes.get("name", "")
        elif element in _KRITA_MODELS:
            keys, color = _KRITA_MODELS[element]
            values = [float(attributes[key]) for key in keys]
            entries.append((color(*values), "" if titles[0] == "none" else titles[0]))

    parse_xml(expat.ParserCreate(), start, _read_member(content, _KRITA))
    return Swatches(tuple(entries), names[0])


_KRITA_MODELS: Mapping[str, tuple[tuple[str, ...], Callable[..., Rgb]]] = {
    "RGB": (("r", "g", "b"), rgb_bytes),
    "sRGB": (("r", "g", "b"), rgb_bytes),
    "CMYK": (("c", "m", "y", "k"), rgb_of_cmyk),
    "Lab": (("L", "a", "b"), rgb_of_lab),
    "Gray": (("g",), lambda grey: rgb_bytes(grey, grey, grey)),
}
"""Names of values, and colour, by element."""


def write_krita(swatches: Swatches) -> bytes:
    """One group of colours in sRGB."""
    rows = -(-len(swatches.entries) // _KRITA_COLUMNS)
    lines = [
        f'<ColorSet version="2.0" name={quoteattr(swatches.name)} comment="" '
        f'columns="{_KRITA_COLUMNS}" rows="{rows}" readonly="false">'
    ]
    for index, (color, title) in enumerate(swatches.entries):
        row, column = divmod(index, _KRITA_COLUMNS)
        red, green, blue = (channel / 255 for channel in color)
        lines.append(
            f'<ColorSetEntry name={quoteattr(title)} id="{index}" bitdepth="U8" spot="false">'
            f'<sRGB r="{red:.6f}" g="{green:.6f}" b="{blue:.6f}"/>'
            f'<Position row="{row}" column="{column}"/></ColorSetEntry>'
        )
    profiles = "<Profiles/>"
    files = {_KRITA: "\n".join([*lines, "</ColorSet>", ""]), "profiles.xml": profiles}
    return _archive(files, kind=_KRITA_TYPE)


def _archive(files: Mapping[str, str], *, kind: str = "") -> bytes:
    """A zip of texts; its `kind` stands first, readable without unpacking."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        if kind:
            archive.writestr(ZipInfo("mimetype", _STAMP), kind, ZIP_STORED)
        for name, text in files.items():
            archive.writestr(ZipInfo(name, _STAMP), text.encode(), ZIP_DEFLATED)
    return packed.getvalue()


def is_riff(content: bytes) -> bool:
    """Whether bytes are a palette of Windows."""
    return content[:4] == b"RIFF" and content[8:12] == b"PAL "


def read_riff(content: bytes) -> Swatches:
    """Windows' palettes: entries of red, green, blue and a flag."""
    place = content.find(b"data", 12)
    if place < 0:
        raise ValueError("is cut short")
    (count,) = struct.unpack_from("<H", content, place + 10)
    colors = (struct.unpack_from("3B", content, place + 12 + 4 * index) for index in range(count))
    return Swatches(tuple(((red, green, blue), "") for red, green, blue in colors))
