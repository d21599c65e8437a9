"""The window says what reading a picture had to decide, and names what it does not read."""

import numpy as np
import pytest
from PIL import Image


@pytest.mark.parametrize(
    ("alpha", "words"),
    [(0, "cat: is wholly transparent, though colours lie under it"), (255, None)],
)
def test_a_sheet_on_which_nothing_is_seen_is_told(window, qtbot, picture_file, alpha, words):
    image = Image.open(picture_file).convert("RGBA")
    image.putalpha(alpha)
    image.save(picture_file)
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    if words is None:
        assert window.banner_text == ""
    else:
        qtbot.waitUntil(lambda: words in window.banner_text)


def test_a_kind_that_is_not_read_is_named(window, qtbot, tmp_path):
    path = tmp_path / "cat.gif"
    Image.fromarray(np.eye(9, dtype=np.uint8)).save(path)
    window.files.open_path(path)
    qtbot.waitUntil(lambda: "is GIF, which is not read here" in window.banner_text)
    assert "export it as PNG" in window.banner_text
