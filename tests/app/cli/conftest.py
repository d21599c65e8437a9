"""A drawing on the disk."""

import json

import pytest

from models.pictures.files import write_png
from tests.app.cli.girl import girl_hints, line_art


@pytest.fixture
def girl(tmp_path):
    """A drawing with hints beside it."""
    path = tmp_path / "girl.png"
    write_png(path, line_art(), dpi=(300.0, 300.0))
    (tmp_path / "girl.hints.json").write_text(json.dumps(girl_hints()), encoding="utf-8")
    return path
