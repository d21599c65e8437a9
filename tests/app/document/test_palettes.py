"""Palette files of every kind, made byte by byte as their descriptions say."""

import json
import struct
from base64 import b64encode
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest
from PIL import ImageCms

from app.document.palette import Palette, read_color_names, read_palette, write_palette
from app.document.palettes.files import PALETTE_KINDS, WRITERS
from app.errors import PaletteError
from models.pictures.files import write_png

RED, GREEN, BLUE, SKIN = (255, 0, 0), (0, 128, 0), (51, 102, 204), (240, 200, 160)


@pytest.fixture
def read(tmp_path):
    """Reads a palette with this content, and a name that tells nothing of it by default."""

    def read_content(content: bytes | str, name: str = "mine.dat") -> Palette:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_palette(path)

    return read_content


# Text


def test_gimp_palettes_with_alpha_keep_what_can_be_seen(read):
    palette = read(
        "GIMP Palette\r\nChannels: RGBA\r\nColumns: 2\r\n#\r\n255 0 0 255\tRed\r\n"
        "0 0 0 0\tClear\r\n  0 128   0 128\tGreen leaf\r\n"
    )
    assert palette == Palette((RED, GREEN), name="mine", titles=("Red", "Green leaf"))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig", "utf-16"])
def test_names_are_read_in_any_encoding(read, encoding):
    text = "GIMP Palette\nName: Café\n#\n255 0 0\tpêche\n"
    palette = read(text.encode(encoding), "old.gpl")
    assert (palette.name, palette.titles) == ("Café", ("pêche",))


def test_japanese_names_keep_their_script(read):
    text = "GIMP Palette\nName: 肌\n#\n240 200 160\t肌色\n51 102 204\tスカート\n"
    assert read(text.encode("cp932")).titles == ("肌色", "スカート")


def test_jasc_palettes_with_and_without_alpha(read):
    assert read("JASC-PAL\r\n0100\r\n2\r\n255 0 0\r\n0 128 0\r\n").colors == (RED, GREEN)
    assert read("JASC-PAL\n0100\n3\n255 0 0 255\n9 9 9 0\n0 128 0 255\n").colors == (RED, GREEN)


def test_paint_net_palettes_have_alpha_first(read):
    palette = read(";paint.net Palette File\r\n; remark\r\nFFFF0000\r\n80008000\r\n00FFFFFF\r\n")
    assert palette.colors == (RED, GREEN)


@pytest.mark.parametrize(
    ("text", "colors"),
    [
        ("ff0000\n008000\n", (RED, GREEN)),
        ("#f00\n#008000ff leaf\n", (RED, GREEN)),
        ("#ff0000ff\n#00800080\n", (RED, GREEN)),
        ("FFFF0000\nFF008000\n", (RED, GREEN)),
        ("#FFFF0000\n#FF008000\n", (RED, GREEN)),
        ("ff0000ff\n008000ff\n", (RED, GREEN)),
        ("0xff0000\n0x008000", (RED, GREEN)),
        ("ff0000,008000, 3366cc", (RED, GREEN, BLUE)),
        ("255 0 0 Red\n0,128,0\n", (RED, GREEN)),
        ("// remark\n\n#ff0000 decade\n#008000\n", (RED, GREEN)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16"])
def test_lists_of_colors_in_three_six_and_eight_digits(read, text, colors, encoding):
    assert read(text.encode(encoding)).colors == colors


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        (["#ff0000", "008000"], ("", "")),
        ({"name": "Two", "colors": ["ff0000", "008000"]}, ("", "")),
        ({"red": "#f00", "leaf": "#008000"}, ("red", "leaf")),
        ({"name": "x", "tags": [], "palette": {"red": "#f00", "leaf": "#008000"}}, ("red", "leaf")),
        ([{"name": "red", "hex": "#f00"}, {"name": "leaf", "color": "#008000"}], ("red", "leaf")),
    ],
)
def test_json_lists_and_objects(read, content, titles):
    palette = read(json.dumps(content))
    assert (palette.colors, palette.titles) == ((RED, GREEN), titles)


def test_xml_of_libreoffice_and_scribus(read):
    office = (
        '<?xml version="1.0" encoding="UTF-8"?><office:color-table xmlns:office="o" xmlns:draw="d">'
        '<draw:color draw:name="赤" draw:color="#ff0000"/>'
        '<draw:color draw:name="leaf" draw:color="#008000"/></office:color-table>'
    )
    assert read(office).titles == ("赤", "leaf")
    scribus = '<SCRIBUSCOLORS Name="two"><COLOR NAME="red" RGB="#ff0000"/></SCRIBUSCOLORS>'
    assert read(scribus).colors == (RED,)


# Adobe

ACO_COLORS = [
    (struct.pack(">5H", 0, 65535, 0, 0, 0), RED),
    (struct.pack(">5H", 1, round(65535 / 3), 65535, 32896, 0), GREEN),
    (struct.pack(">5H", 2, 0, 65535, 65535, 65535), (0, 255, 255)),
    (struct.pack(">HHhhH", 7, 5429, 8081, 6989, 0), RED),
    (struct.pack(">5H", 8, 10000, 0, 0, 0), (255, 255, 255)),
    (struct.pack(">5H", 8, 5000, 0, 0, 0), (128, 128, 128)),
    (struct.pack(">5H", 9, 0, 10000, 0, 0), (255, 0, 255)),
]


@pytest.mark.parametrize(("entry", "color"), ACO_COLORS)
def test_photoshop_colors_of_every_model(read, entry, color):
    (found,) = read(struct.pack(">HH", 1, 1) + entry).colors
    assert found == pytest.approx(color, abs=2)


def test_photoshop_names_stand_in_the_second_part(read):
    one = struct.pack(">HH5H", 1, 1, 0, 65535, 0, 0, 0)
    name = "肌\0".encode("utf-16-be")
    two = struct.pack(">HH5HI", 2, 1, 0, 65535, 0, 0, 0, 2) + name
    assert read(one + two).titles == ("肌",)
    assert read(two).titles == ("肌",)
    assert read(one).titles == ("",)


def test_colors_of_books_are_left_out(read):
    pantone = struct.pack(">5H", 3, 1, 2, 3, 4)
    red = struct.pack(">5H", 0, 65535, 0, 0, 0)
    assert read(struct.pack(">HH", 1, 2) + pantone + red).colors == (RED,)
    with pytest.raises(PaletteError, match="Pantone"):
        read(struct.pack(">HH", 1, 1) + pantone)


def _ase_block(kind: int, name: str = "", rest: bytes = b"") -> bytes:
    text = f"{name}\0".encode("utf-16-be")
    content = struct.pack(">H", len(text) // 2) + text + rest if kind != 0xC002 else b""
    return struct.pack(">HI", kind, len(content)) + content


def test_swatch_exchange_with_groups_and_every_model(read):
    blocks = [
        _ase_block(0xC001, "Hana"),
        _ase_block(1, "red", b"RGB " + struct.pack(">3fH", 1, 0, 0, 0)),
        _ase_block(1, "cyan", b"CMYK" + struct.pack(">4fH", 1, 0, 0, 0, 2)),
        _ase_block(0xC002),
        _ase_block(1, "lab", b"LAB " + struct.pack(">3fH", 0.2957, 68.30, -112.03, 1)),
        _ase_block(1, "灰", b"Gray" + struct.pack(">fH", 0.5, 2)),
    ]
    palette = read(b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks))
    assert (palette.name, palette.titles) == ("Hana", ("red", "cyan", "lab", "灰"))
    wanted = [RED, (0, 255, 255), (0, 0, 255), (128, 128, 128)]
    assert np.abs(np.array(palette.colors) - wanted).max() <= 2


def test_color_tables_with_and_without_their_count(read):
    table = bytes([*RED, *GREEN, *BLUE]).ljust(768, b"\0")
    assert read(table).colors == (RED, GREEN, BLUE)
    assert read(table + struct.pack(">HH", 2, 0xFFFF)).colors == (RED, GREEN)
    assert read(table + struct.pack(">HH", 3, 1)).colors == (RED, BLUE)
    whole = bytes(channel for grey in range(256) for channel in (grey, 0, 255 - grey))
    assert len(read(whole).colors) == 256


# Archives


def _zip(**files: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return packed.getvalue()


def _swatch(hue: float, saturation: float, brightness: float, **more) -> dict:
    return {"hue": hue, "saturation": saturation, "brightness": brightness, "alpha": 1, **more}


def test_procreate_swatches_with_empty_places(read):
    swatches = [_swatch(0, 1, 1, colorSpace=0), None, _swatch(1 / 3, 1, 128 / 255)]
    palette = read(_zip(Swatches__json=json.dumps([{"name": "Hana", "swatches": swatches}])))
    assert palette == Palette((RED, GREEN), name="Hana")


def test_procreate_colors_come_out_of_their_own_profiles(read):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profiles = [
        {"hash": "same", "iccData": b64encode(srgb).decode(), "iccName": "sRGB IEC61966-2.1"},
        {"hash": "broken", "iccData": "AAAA"},
    ]
    swatches = [
        _swatch(0, 1, 1, colorProfile="same"),
        _swatch(1 / 3, 1, 128 / 255, colorProfile="broken"),
    ]
    content = {"name": "new", "swatches": swatches, "colorProfiles": profiles}
    assert read(_zip(Swatches__json=json.dumps([content]))).colors == (RED, GREEN)


def test_krita_palettes_of_several_models(read):
    xml = (
        '<ColorSet name="Hana" columns="16"><ColorSetEntry name="red" bitdepth="U8">'
        '<RGB r="1" g="0" b="0" space="sRGB"/><Position row="0" column="0"/></ColorSetEntry>'
        '<Group name="more"><ColorSetEntry name="葉"><sRGB r="0" g="0.50196" b="0"/>'
        '</ColorSetEntry><ColorSetEntry name="none"><Gray g="0.5"/></ColorSetEntry></Group>'
        "</ColorSet>"
    )
    palette = read(_zip(mimetype="krita/x-colorset", colorset__xml=xml))
    grey = (128, 128, 128)
    assert palette == Palette((RED, GREEN, grey), name="Hana", titles=("red", "葉", ""))


def test_windows_palettes(read):
    entries = b"".join(bytes([*color, 0]) for color in (RED, GREEN))
    data = struct.pack("<4sIHH", b"data", 4 + len(entries), 0x300, 2) + entries
    assert read(struct.pack("<4sI4s", b"RIFF", 4 + len(data), b"PAL ") + data).colors == (
        RED,
        GREEN,
    )


# Pictures


def test_a_picture_of_few_colors_is_a_palette(tmp_path):
    pixels = np.array([[RED, GREEN, RED], [BLUE, GREEN, SKIN]], np.uint8)
    write_png(tmp_path / "few.png", pixels)
    assert read_palette(tmp_path / "few.png").colors == (RED, GREEN, BLUE, SKIN)
    many = np.zeros((20, 20, 3), np.uint8)
    many[..., 0], many[..., 1] = np.mgrid[:20, :20]
    write_png(tmp_path / "many.png", many)
    with pytest.raises(PaletteError, match=r"many\.png: has 400 colours; .* at most 256"):
        read_palette(tmp_path / "many.png")


# All kinds


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_written_is_read_back(tmp_path, suffix):
    palette = Palette((SKIN, BLUE, RED, (1, 2, 3)), titles=("肌色", "", 'a "b" <c> & d', "é"))
    path = tmp_path / f"Hana{suffix}"
    write_palette(palette, path)
    again = read_palette(path)
    assert (again.colors, again.name) == (palette.colors, "Hana")
    if suffix not in (".pal", ".hex", ".act", ".txt"):
        assert again.titles == palette.titles
        assert read_color_names(path)[SKIN] == "肌色"
    once = path.read_bytes()
    write_palette(palette, path)
    assert path.read_bytes() == once


def test_other_files_are_named_with_all_kinds_that_are_read(read):
    for content in (b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04 and no zip", "reddish\n", bytes(700)):
        with pytest.raises(PaletteError, match=r"mine\.dat: is no palette of a kind") as raised:
            read(content)
        assert all(kind.suffix in str(raised.value) for kind in PALETTE_KINDS)


def test_damaged_palettes_of_every_kind_are_refused_or_read_in_part(tmp_path, read):
    palette = Palette((SKIN, BLUE, RED), titles=("skin", "", "red"))
    read_in_part = 0
    for suffix in WRITERS:
        write_palette(palette, tmp_path / f"whole{suffix}")
        whole = (tmp_path / f"whole{suffix}").read_bytes()
        for end in range(0, len(whole), 7):
            with suppress(PaletteError):
                found = read(whole[:end])
                read_in_part += 1
                if suffix in (".aco", ".ase", ".act", ".swatches", ".kpl"):
                    assert set(found.colors) <= {*palette.colors}
    assert read_in_part > 5


def test_entities_are_refused(read):
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a><COLOR RGB="#ff0000" NAME="&b;"/></a>'
    with pytest.raises(PaletteError, match="entities"):
        read(bomb)
