"""Both themes can be read: contrast as WCAG 2.1 asks of text, 4.5 to 1."""

import pytest
from PySide6.QtGui import QColor

import resources
from app.theme import read_theme

TEXTS = [
    ("text", "window"), ("text", "panel"), ("text", "base"), ("text", "hover"),
    ("text", "accent_soft"), ("text", "error_soft"), ("text", "info_soft"),
    ("muted", "window"), ("muted", "panel"), ("muted", "base"),
    ("accent_text", "accent"), ("warning", "panel"), ("error", "base"),
]  # fmt: skip


def luminance(color):
    channels = [getattr(QColor(color), name)() for name in ("redF", "greenF", "blueF")]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize(("front", "back"), TEXTS)
def test_text_stands_out_from_what_it_lies_on(name, front, back):
    colors = read_theme(resources.ROOT / "themes", name).colors
    light, dark = sorted((luminance(colors[front]), luminance(colors[back])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
