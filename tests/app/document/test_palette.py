"""Palettes, and the files they are read from."""

import pytest

from app.document.palette import MAX_COLORS, Palette, read_palette, write_palette
from app.errors import PaletteError

RED, GREEN = (255, 0, 0), (0, 128, 0)

GIMP = """GIMP Palette
Name: Two of them
Columns: 4
# a remark
255   0   0\tRed
  0 128   0\tGreen leaf
"""


@pytest.fixture
def file(tmp_path):
    def write(content, name="mine.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_gimp_palette_is_read_with_its_names(file):
    assert read_palette(file(GIMP, "two.gpl")) == Palette(
        (RED, GREEN), name="Two of them", titles=("Red", "Green leaf")
    )


def test_swatches_keep_their_names_when_others_come_and_go(file, tmp_path):
    palette = read_palette(file(GIMP, "two.gpl")).add((0, 0, 255)).remove(RED)
    assert (palette.title(GREEN), palette.title((0, 0, 255))) == ("Green leaf", "#0000ff")
    write_palette(palette, tmp_path / "again.gpl")
    again = read_palette(tmp_path / "again.gpl")
    assert (again.colors, again.titles) == (palette.colors, ("Green leaf", ""))


def test_plain_list_is_read_and_named_as_its_file(file):
    text = "; swatches\n#ff0000\n\n// more\n008000 leaves\n#ff0000\n"
    assert read_palette(file(text)) == Palette((RED, GREEN), name="mine", titles=("", "leaves"))


def test_byte_order_mark_and_windows_line_ends_are_taken(file):
    assert read_palette(file(b"\xef\xbb\xbf#ff0000\r\n#008000\r\n")).colors == (RED, GREEN)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("#ff0000\nreddish\n", "line 2: 'reddish' is not a colour"),
        ("GIMP Palette\n255 0\n", "line 2: '255 0' is not a colour"),
        ("GIMP Palette\n300 0 0 Red\n", "line 2: '300 0 0 Red' is not a colour"),
        ("GIMP Palette\nName: none\n", "holds no colour"),
        ("", "holds no colour"),
        (b"\xff\xfe\x00\x01", "is no palette of a kind that is read"),
        ("\n".join(f"#{n:06x}" for n in range(MAX_COLORS + 1)), "at most 1024 colours"),
    ],
)
def test_unusable_file_is_named_with_its_reason(file, content, reason):
    path = file(content)
    with pytest.raises(PaletteError, match=reason) as raised:
        read_palette(path)
    assert str(raised.value).startswith(str(path))


def test_missing_file_is_named(tmp_path):
    with pytest.raises(PaletteError, match=r"gone\.gpl: there is no such palette"):
        read_palette(tmp_path / "gone.gpl")


def test_swatches_are_distinct_and_keep_their_order():
    palette = Palette((RED,)).add(GREEN).add(RED)
    assert palette.colors == (RED, GREEN)
    assert palette.remove(RED).colors == (GREEN,)


def test_only_a_locked_palette_restricts_the_generator():
    assert Palette((RED,)).allowed == ()
    assert Palette((RED,), locked=True).allowed == (RED,)


@pytest.mark.parametrize("color", [(256, 0, 0), (-1, 0, 0), (1, 2)])
def test_swatch_that_is_no_color_is_refused(color):
    with pytest.raises(PaletteError, match="three bytes"):
        Palette((color,))
