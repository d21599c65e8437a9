"""Labels of a teacher: whole areas of one colour, certain where the source knows better."""

import dataclasses

import numpy as np
import pytest

from models.hints.parts import PART_COUNT, UNLABELLED, Part
from models.networks.features import MissingWeightsError
from tests.helpers.training.small_set import two_tone_figure
from training.data import library, teaching
from training.data.items.augment import ViewStyle, random_view
from training.data.lines.lineart import thicken
from training.data.teaching import PartsTeacher, color_areas
from training.recipe import DataConfig, SourceConfig


class HeadOfTwo(PartsTeacher):
    """Takes what is right of the middle for hair, what is left of it for skin; unsure between."""

    digest = "two"

    def _chances(self, color):
        height, width = color.shape[:2]
        right = np.clip(np.linspace(-1.5, 2.5, width, dtype=np.float32), 0, 1)
        chances = np.zeros((PART_COUNT, height, width), np.float32)
        chances[Part.HAIR], chances[Part.SKIN] = right, 1 - right
        return chances


TEACHER = HeadOfTwo("head", "backbone")


def half_known(seed):
    """A figure of which nothing is known but where it ends."""
    sample = two_tone_figure(seed)
    labels = np.where(sample.figure > 0, UNLABELLED, Part.BACKGROUND).astype(np.uint8)
    return dataclasses.replace(sample, labels=labels)


def test_areas_are_of_one_colour_and_connected():
    color = np.full((40, 60, 3), 255, np.uint8)
    color[5:15, 5:25] = color[5:15, 35:55] = (200, 40, 40)
    areas = color_areas(color)
    assert len({areas[10, 10], areas[10, 45], areas[30, 30]}) == 3
    assert len(np.unique(areas[6:14, 6:24])) == 1


def test_an_area_gets_one_label_and_what_is_known_stays(monkeypatch):
    monkeypatch.setattr(teaching, "LARGEST_AREA", 0.5)
    sample = half_known(1)
    taught = TEACHER(sample)
    assert (taught.labels[sample.figure == 0] == Part.BACKGROUND).all()
    assert (taught.trust[sample.figure == 0] == 255).all()
    assert set(np.unique(taught.labels)) <= {Part.BACKGROUND, Part.HAIR, Part.SKIN}
    areas = color_areas(sample.color)
    sizes = np.bincount(areas.ravel())
    small = [a for a in np.unique(areas) if 40 < sizes[a] <= teaching.LARGEST_AREA * areas.size]
    inside = [np.unique(taught.labels[(areas == a) & (sample.figure > 0)]) for a in small]
    assert inside
    assert all(len(found) <= 1 for found in inside)


def test_doubt_goes_with_the_labels_into_views():
    taught = TEACHER(half_known(2))
    assert taught.trust.min() < 200
    view = random_view(taught, ViewStyle(side=64, whole_share=1.0), np.random.default_rng(0))
    assert view.trust.shape == view.labels.shape
    assert view.trust.min() < 255


def test_taught_sources_are_kept_with_their_labels(monkeypatch, tmp_path):
    monkeypatch.setattr(library, "iterate", lambda *_: iter([half_known(0), half_known(1)]))
    folder = tmp_path / "data" / "art"
    folder.mkdir(parents=True)
    source = SourceConfig(kind="sprites", folder="art", taught=True)
    first, again = (
        library.load_source(
            source,
            tmp_path / "data",
            split="train",
            long_side=96,
            cache=tmp_path / "cache",
            teach=teacher,
        )
        for teacher in (TEACHER, TEACHER)
    )
    assert [sample.name for sample in first] == ["figure-0", "figure-1"]
    assert (first[1].trust == again[1].trust).all()
    assert (first[1].labels == TEACHER(half_known(1)).labels).all()
    plain = library.load_source(
        source, tmp_path / "data", split="train", long_side=96, cache=tmp_path / "cache"
    )
    assert plain[0].trust is None


def test_a_taught_source_needs_a_teacher():
    with pytest.raises(ValueError, match="teacher and backbone"):
        DataConfig(sources=(SourceConfig(kind="sprites", folder="art", taught=True),))


def test_a_missing_teacher_is_named(tmp_path):
    teacher = PartsTeacher(tmp_path / "nobody.pt", tmp_path / "nothing.npz")
    with pytest.raises(MissingWeightsError, match=r"nothing\.npz|nobody"):
        teacher(half_known(0))


def test_lines_get_no_label_of_their_own():
    sample = half_known(3)
    drawn = thicken(sample.line, 1) < 128
    color = sample.color.copy()
    color[drawn] = (30, 20, 20)
    _, trust = TEACHER.tell(color)
    assert (trust[drawn] == 0).mean() > 0.9
    assert (trust[~drawn & (sample.figure == 0)] > 0).mean() > 0.9
