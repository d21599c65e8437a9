"""``light.onnx``: what it is given, and what is made of its answer."""

from hashlib import sha256

import numpy as np
import pytest

from models.device import CPU
from models.lighting.light import Light
from models.runtime.generator import GeneratorError
from models.runtime.light_graph import LightGraph, encode_light, find_light
from models.tracking.turns import Turn

LINE = np.full((50, 70), 255, dtype=np.uint8)
FLAT = np.full((50, 70, 3), 51, dtype=np.uint8)


class Answering:
    """A session with one answer, noting what it was given."""

    def __init__(self, tones):
        self.tones = tones

    def run(self, names, feeds, options):
        self.names, self.feeds = names, feeds
        return [self.tones]


def graph_of(session):
    return LightGraph("light.onnx", CPU, make_session=lambda path, device: session)


def test_inputs_are_padded_and_the_answer_is_cut():
    session = Answering(np.full((1, 4, 64, 80), 0.5, dtype=np.float32))
    maps = graph_of(session).maps(LINE, FLAT, Light(90))
    assert session.names == ["tones"]
    assert session.feeds["line"].shape == (1, 1, 64, 80)
    assert session.feeds["flats"].shape == (1, 3, 64, 80)
    assert session.feeds["flats"] == pytest.approx(0.2)
    assert session.feeds["light"][0, :3] == pytest.approx([1, 0, 1], abs=1e-6)
    assert all(plane.dtype == np.float32 for plane in session.feeds.values())
    assert maps.shade.shape == (50, 70)
    assert maps.shade == pytest.approx(0, abs=1e-6)


def test_a_turned_figure_is_shown_as_it_stood_and_its_tones_are_turned_back():
    tones = np.full((1, 4, 80, 64), 0.1, dtype=np.float32)
    tones[0, 0, 10:20, 5:15] = 0.9
    session = Answering(tones)
    line = LINE.copy()
    line[5:10, 40:50] = 0
    maps = graph_of(session).maps(line, FLAT, Light(90, turn=Turn(90)))
    shown = session.feeds["line"][0, 0, :70, :50]
    assert session.feeds["light"][0, :3] == pytest.approx([1, 0, 1], abs=1e-6)
    assert shown[20:30, 5:10].min() > 0.9  # what lies at the right of a turn by 90 was above
    assert shown.sum() == pytest.approx(50, rel=0.05)
    dark = np.argwhere(maps.shade > 0)
    assert (dark.min(axis=0), dark.max(axis=0)) == (
        pytest.approx([5, 50], abs=1),
        pytest.approx([14, 59], abs=1),
    )


def test_more_lies_in_shade_where_the_light_is_behind():
    above, beside, below = (encode_light(Light(angle))[0, 3] for angle in (0, 90, 180))
    assert above == pytest.approx(beside)
    assert below > 2 * above


@pytest.mark.parametrize(
    "tones",
    [np.zeros((1, 3, 64, 80), np.float32), np.full((1, 4, 64, 80), np.nan, dtype=np.float32)],
)
def test_an_answer_that_is_none_is_told(tones):
    with pytest.raises(GeneratorError, match=r"light.onnx: gives tones"):
        graph_of(Answering(tones)).maps(LINE, FLAT, Light())


def test_the_first_light_of_the_folders_is_taken(tmp_path):
    for name in ("mine/own", "bundled/tintline"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "light.onnx").write_bytes(name.encode())
    folders = [tmp_path / name for name in ("nowhere", "mine", "bundled")]
    found = find_light(folders, CPU)
    assert found is not None
    assert found.digest == sha256(b"mine/own").hexdigest()
    assert find_light(folders[:1], CPU) is None


def test_a_larger_picture_is_shown_as_small_as_those_it_learned_from():
    tones = np.zeros((1, 4, 160, 320), dtype=np.float32)
    tones[..., 160:] = 1
    session = Answering(tones)
    line, flat = np.full((320, 640), 255, np.uint8), np.full((320, 640, 3), 51, np.uint8)
    maps = graph_of(session).maps(line, flat, Light())
    assert session.feeds["line"].shape == (1, 1, 160, 320)
    assert maps.shade.shape == (320, 640)
    assert (maps.shade[:, :300] < 0).all()
    assert (maps.shade[:, 340:] > 0).all()
