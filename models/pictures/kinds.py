"""Kinds of picture: those that are read, with their suffixes, and those that are not, by name.

A picture of a kind that is not read is named as what it is wherever it is met, so that nobody
takes it for damaged, or wonders where it went.
"""

from pathlib import Path

SUFFIXES_OF = {
    "PNG": (".png", ".apng"),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".jif"),
    "WEBP": (".webp",),
    "TIFF": (".tif", ".tiff"),
    "TGA": (".tga", ".vda", ".icb", ".vst"),
    "BMP": (".bmp", ".dib"),
    "PSD": (".psd", ".psb"),
}
"""The suffixes under which each format that is read goes, in small letters."""
SUPPORTED_SUFFIXES = tuple(suffix for suffixes in SUFFIXES_OF.values() for suffix in suffixes)
FORMAT_NAMES = "PNG, JPEG, WebP, TIFF, TGA, BMP or PSD"

_FOREIGN = {
    "GIF": (".gif",),
    "SVG": (".svg", ".svgz"),
    "HEIF": (".heic", ".heif", ".hif"),
    "AVIF": (".avif", ".avifs"),
    "JPEG XL": (".jxl",),
    "JPEG 2000": (".jp2", ".j2k", ".jpf", ".jpx", ".j2c"),
    "OpenEXR": (".exr",),
    "Radiance HDR": (".hdr",),
    "DPX": (".dpx",),
    "Cineon": (".cin",),
    "SGI": (".sgi", ".rgb", ".rgba"),
    "PCX": (".pcx",),
    "Netpbm": (".ppm", ".pgm", ".pbm", ".pnm", ".pam"),
    "QOI": (".qoi",),
    "DDS": (".dds",),
    "icon": (".ico", ".cur", ".icns"),
    "Krita": (".kra",),
    "OpenRaster": (".ora",),
    "GIMP": (".xcf",),
    "Clip Studio Paint": (".clip", ".lip"),
    "PaintTool SAI": (".sai", ".sai2"),
    "MediBang Paint": (".mdp",),
    "Procreate": (".procreate",),
    "Affinity": (".afphoto", ".afdesign"),
    "Paint.NET": (".pdn",),
    "OpenToonz": (".tlv", ".pli"),
    "PDF": (".pdf",),
    "PostScript": (".ps", ".eps"),
    "Illustrator": (".ai",),
    "camera raw": (".dng", ".cr2", ".cr3", ".nef", ".arw"),
}  # fmt: skip
_STARTS = {
    b"GIF8": "GIF",
    b"<svg": "SVG",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\x76\x2f\x31\x01": "OpenEXR",
    b"#?RADIANCE": "Radiance HDR",
    b"SDPX": "DPX",
    b"XPDS": "DPX",
    b"qoif": "QOI",
    b"DDS ": "DDS",
    b"gimp xcf": "GIMP",
    b"CSFCHUNK": "Clip Studio Paint",
    b"mdipack": "MediBang Paint",
    b"%PDF": "PDF",
    b"%!PS": "PostScript",
    b"\0\0\x01\0": "icon",
}
_KNOWN_STARTS = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"BM": "BMP"}
_BRANDS = {
    b"heic": "HEIF", b"heix": "HEIF", b"hevc": "HEIF", b"mif1": "HEIF", b"msf1": "HEIF",
    b"avif": "AVIF", b"avis": "AVIF",
}  # fmt: skip
_MIMES = {b"image/openraster": "OpenRaster", b"application/x-krita": "Krita"}
_NAME_OF = {suffix: name for name, suffixes in _FOREIGN.items() for suffix in suffixes}
HEAD_BYTES = 128
"""How much of a file's beginning `foreign_kind` wants."""


def known_format(head: bytes) -> str | None:
    """Which of PNG, JPEG, WebP and BMP a file's beginning promises."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    return next((name for start, name in _KNOWN_STARTS.items() if head.startswith(start)), None)


def is_supported_name(path: Path) -> bool:
    """Whether a file is called like a picture that is read."""
    return path.suffix.lower() in SUPPORTED_SUFFIXES


def foreign_name(path: Path) -> str | None:
    """What a file is by its suffix, if that is a picture of a kind that is not read."""
    return _NAME_OF.get(path.suffix.lower())


def foreign_kind(head: bytes, path: Path) -> str | None:
    """What a file is by its beginning or, failing that, its suffix; None if it is none of those."""
    for start, name in _STARTS.items():
        if head.startswith(start):
            return name
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], foreign_name(path))
    if head.startswith(b"PK\x03\x04"):
        for mime, name in _MIMES.items():
            if mime in head:
                return name
    if b"<svg" in head:
        return "SVG"
    return foreign_name(path)
