"""Drawn characters under lights from every side: shade obeys, lines and flats stay."""

from collections.abc import Iterator

import numpy as np
import pytest

from models.hints.parts import Part
from training.data.characters import Framing, ViewChoice, draw_picture
from training.data.characters.drawing.shading import Light, choose_light, side_shadow
from training.data.characters.figure import design
from training.data.sample import Sample
from training.evaluation.light_protocol.measure import far_side

SEEDS = (92, 87)
UNSHADED = (Part.BACKGROUND, Part.EYES, Part.MOUTH, Part.BROWS)


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Draws the bust of a seed under a light of one's choice."""

    def drawn(seed: int, light: Light) -> Sample:
        monkeypatch.setattr(design, "choose_light", lambda _rng: light)
        view = ViewChoice(framing=Framing.BUST, backdrop="none", company=False)
        return draw_picture(seed, width=192, height=192, view=view)

    return drawn


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("degrees", [0.0, 90.0, 45.0])
def test_turning_the_light_moves_the_shade_to_the_other_side(draw, seed, degrees):
    sample, turned = (draw(seed, Light.from_angle(angle)) for angle in (degrees, degrees + 180))
    assert sample.light == pytest.approx(degrees)
    for name in ("first", "soft"):
        planes = (getattr(each.tones, name) / 255 for each in (sample, turned))
        far, near = (far_side(plane, sample.figure, degrees) for plane in planes)
        assert far > near + 0.005


def test_the_chin_shades_the_neck_from_above_only(draw):
    dark = []
    for angle in (0, 180):
        sample = draw(87, Light.from_angle(angle))
        rows, columns = np.nonzero(sample.labels == Part.EYES)
        below, middle = int(rows.max()) + 20, round(columns.mean())
        neck = np.zeros(sample.labels.shape, bool)
        neck[below : below + 50, middle - 12 : middle + 12] = True
        neck &= sample.labels == Part.SKIN
        dark.append((sample.tones.first[neck] > 127).mean())
    assert dark[0] > 2 * dark[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_light_from_behind_leaves_a_rim_on_its_side(draw, seed):
    sample = draw(seed, Light.from_angle(90, behind=True))
    figure = sample.figure > 127
    assert (sample.tones.first[figure] > 127).mean() > 0.6
    rim = (sample.tones.highlight > 127).astype(float)
    assert 0.005 < rim[figure].mean() < 0.3
    assert far_side(rim, sample.figure, 270.0) > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_eyes_mouth_and_ground_stay_free_and_deep_shade_lies_in_shade(draw, seed):
    for light in (Light.from_angle(300, reach=1.6), Light.from_angle(20, behind=True)):
        sample = draw(seed, light)
        free = np.isin(sample.labels, UNSHADED)
        for plane in (sample.tones.first, sample.tones.highlight, sample.tones.soft):
            assert not plane[free].any()
        assert (sample.tones.second <= sample.tones.first).all()


def test_lines_and_flats_are_the_same_under_each_of_a_seeds_lights():
    pictures = [
        draw_picture(7, width=128, height=128, view=ViewChoice(light=light))
        for light in (None, 0, 1)
    ]
    assert len({picture.light for picture in pictures}) == 3
    for other in pictures[1:]:
        assert np.array_equal(other.line, pictures[0].line)
        assert np.array_equal(other.flat, pictures[0].flat)


def test_lights_come_from_all_around_and_most_from_above():
    lights = [choose_light(np.random.default_rng(seed)) for seed in range(600)]
    angles = np.array([light.angle for light in lights if not light.behind])
    assert 0.7 < np.mean((angles < 90) | (angles > 270)) < 0.95
    assert 0.1 < np.mean([light.behind for light in lights]) < 0.25
    assert np.histogram([light.angle for light in lights], 8, (0, 360))[0].min() > 15
    assert all(abs(np.hypot(light.x, light.y) - 1) < 1e-9 for light in lights)


def test_a_shadow_lies_on_the_side_away_from_the_light():
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    disc = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for angle in (0, 90, 180, 270):
        light = Light.from_angle(angle)
        lit = side_shadow(disc, light, 0.2).path.mean(axis=0) - disc.mean(axis=0)
        assert lit @ (light.x, light.y) > 0.15
