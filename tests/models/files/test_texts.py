"""Texts are read in whatever encoding a program wrote them."""

import codecs

import pytest

from models.files.texts import TextFileError, decode_text, open_text, read_text

TEXT = '{"name": "花 é 🎨"}\n'
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "gb18030": b"\x84\x31\x95\x33",
}


@pytest.mark.parametrize("encoding", MARKS)
def test_any_byte_order_mark_is_taken(encoding, tmp_path):
    path = tmp_path / "text.json"
    path.write_bytes(MARKS[encoding] + TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_text(path) == TEXT
    with open_text(path) as stream:
        assert list(stream) == [TEXT]


@pytest.mark.parametrize("text", [TEXT, "1\n2\n3\n", "a", "#aabbcc\n#112233", "肌色\n髪\n"])
@pytest.mark.parametrize("encoding", [each for each in MARKS if each.startswith("utf")])
def test_encoding_is_found_without_a_mark(encoding, text):
    assert decode_text(text.encode(encoding)) == text


def test_two_marks_and_old_line_breaks_are_no_text():
    assert decode_text(codecs.BOM_UTF8 * 2 + b"a\rb\r\nc\n\rd") == "a\nb\nc\n\nd"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"caf\xe9", r"not UTF-8 text \(byte 4\)"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "not UTF-16 text"),
        (codecs.BOM_UTF8 + b"a\0b", "not a text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\xd8", "not a text"),
    ],
)
def test_what_is_no_text_is_refused(content, reason):
    with pytest.raises(TextFileError, match=reason):
        decode_text(content)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("pêche", "latin-1"),
        ("Café à l’été", "cp1252"),
        ("Grün, weiß", "latin-1"),
        ("肌色", "cp932"),
        ("スカート", "cp932"),
        ("臙脂 えんじ", "cp932"),
        ("Haar 髪", "cp932"),
    ],
)
def test_names_in_old_encodings_keep_their_script(name, encoding):
    text = f"GIMP Palette\n#\n51 102 204\t{name}\n"
    assert decode_text(text.encode(encoding), is_lenient=True) == text


def test_lenient_texts_with_a_mark_stay_strict():
    with pytest.raises(TextFileError, match="UTF-16"):
        decode_text(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", is_lenient=True)


def test_files_are_bounded(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"#" * 2048)
    assert len(read_text(path)) == 2048
    assert len(read_text(path, max_bytes=2048)) == 2048
    with pytest.raises(TextFileError, match="larger than 2,047 bytes"):
        read_text(path, max_bytes=2047)
    assert len(read_text(path, max_bytes=None)) == 2048
