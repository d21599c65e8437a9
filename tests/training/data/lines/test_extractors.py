"""Promises of the line extractors: levels and widths as published, golden pictures, same bytes."""

import dataclasses
from functools import cache

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.training.extractor_pictures import face
from tests.helpers.training.line_measures import measure_widths, score_centre_lines
from training.data.characters import draw_character
from training.data.lines.degrade import (
    DEGRADATIONS,
    DegradationMix,
    brighten,
    change_thickness,
    compress_jpeg,
    equalize,
    lighten_randomly,
)
from training.data.lines.extractor_sheet import main as draw_sheet
from training.data.lines.extractors import (
    EXTRACTORS,
    TWO_STAGE_MIX,
    ExtractorError,
    ExtractorMix,
    dilate_abs_sub,
)
from training.data.lines.simplification import (
    Simplification,
    centre_line,
    find_ink,
    simplify_lines,
)
from training.data.lines.xdog_forms import (
    SIGMAS,
    alacgan_xdog,
    manga_colorization_xdog,
    paintstorch2_xdog,
    tag2pix_xdog,
    two_stage_xdog,
)
from training.data.sample import Sample

# Blurs and resampling differ in their last bits between processors and library versions, which
# moves single pixels over a threshold.
GOLDEN_MEAN, GOLDEN_OUTLIERS = 1.0, 0.01
FEW = settings(max_examples=12, derandomize=True, database=None)


def without_ink():
    return dataclasses.replace(face(), line=None, name="painting")


@pytest.mark.parametrize("name", EXTRACTORS)
def test_extractor_draws_its_golden_picture(name, matches_golden):
    lines = EXTRACTORS[name].extract(face(), np.random.default_rng(3))
    matches_golden(
        f"extractors/{name}", lines, mean_tolerance=GOLDEN_MEAN, outlier_share=GOLDEN_OUTLIERS
    )


@pytest.mark.parametrize("name", EXTRACTORS)
def test_extractor_gives_same_bytes_for_same_seed_and_leaves_its_sample_alone(name):
    sample = face(48)
    before = sample.color.tobytes(), sample.line.tobytes()
    first, second = (EXTRACTORS[name].extract(sample, np.random.default_rng(8)) for _ in range(2))
    assert first.tobytes() == second.tobytes()
    assert first.dtype == np.uint8
    assert first.shape == sample.color.shape[:2]
    assert before == (sample.color.tobytes(), sample.line.tobytes())


@pytest.mark.parametrize("name", [name for name in EXTRACTORS if name != "greyscale"])
def test_extractor_finds_the_ink_of_the_drawing(name):
    lines = EXTRACTORS[name].extract(face(), np.random.default_rng(1))
    ink = face().line < 128
    far = cv2.dilate(ink.astype(np.uint8), np.ones((7, 7), np.uint8)) == 0
    assert lines[ink].mean() < lines[far].mean() - 25
    assert np.median(lines[far]) >= 250


@pytest.mark.parametrize(
    "name", [name for name in EXTRACTORS if name not in ("greyscale", "true_ink")]
)
def test_empty_paper_has_no_lines(name):
    blank = np.full((40, 56, 3), 255, dtype=np.uint8)
    figure = np.zeros((40, 56), dtype=np.uint8)
    sample = Sample(color=blank, figure=figure, name="blank", source="test", licence="none")
    assert EXTRACTORS[name].extract(sample, np.random.default_rng(0)).min() >= 254


@given(rows=st.integers(2, 40), columns=st.integers(2, 40), seed=st.integers(0, 2**32 - 1))
@FEW
def test_every_extractor_takes_any_picture(rows, columns, seed):
    rng = np.random.default_rng(seed)
    color = rng.integers(0, 256, (rows, columns, 3), dtype=np.uint8)
    figure = np.full((rows, columns), 255, dtype=np.uint8)
    sample = Sample(color=color, figure=figure, name="noise", source="test", licence="none")
    for extractor in EXTRACTORS.values():
        if extractor.can_take(sample) and extractor.name != "xdog_tag2pix":
            assert extractor.extract(sample, rng).shape == (rows, columns)
    assert tag2pix_xdog(color, rng, work_side=None).shape == (rows, columns)


@pytest.mark.parametrize("sigma", SIGMAS)
def test_alacgan_lines_are_black_and_white_and_keep_solid_blacks(sigma):
    lines = alacgan_xdog(face().color, sigma=sigma)
    assert set(np.unique(lines)) == {0, 255}
    black = (face().color.max(axis=2) == 0) & (face().line > 250)
    assert black.any()
    assert (lines[black] == 0).all()


def test_wider_sigma_draws_wider_lines():
    ink = [int((alacgan_xdog(face().color, sigma=sigma) == 0).sum()) for sigma in SIGMAS]
    assert ink[0] < ink[-1]
    assert sorted(ink) == ink


def test_paintstorch2_reads_the_mean_of_the_channels():
    # Pure red and a blue that is as dark in the mean, but darker in luma.
    picture = np.zeros((24, 48, 3), dtype=np.uint8)
    picture[:, :24, 0] = 200
    picture[:, 24:, 2] = 200
    assert (paintstorch2_xdog(picture) == 255).all()
    assert (alacgan_xdog(picture, sigma=0.3) == 0).any()


def test_tag2pix_levels_are_0_and_254_at_the_pictures_own_size():
    picture = np.maximum(face().color, 8)
    lines = tag2pix_xdog(picture, np.random.default_rng(5), work_side=None)
    assert set(np.unique(lines)) == {0, 254}


def test_two_stage_lines_are_grey_of_about_127_on_white():
    lines = two_stage_xdog(np.maximum(face().color, 8), sigma=0.4)
    values, counts = np.unique(lines, return_counts=True)
    common = values[np.argsort(-counts)][:2]
    assert set(common) == {255, 127}
    inked = lines[lines < 250]
    assert 120 <= np.median(inked) <= 140


def test_manga_colorization_lines_are_smooth_and_refuse_huge_pictures():
    lines = manga_colorization_xdog(face().color)
    assert len(np.unique(lines)) > 20
    with pytest.raises(ValueError, match="shrink it to 1170 pixels first"):
        manga_colorization_xdog(np.zeros((2, 1300, 3), dtype=np.uint8))


def test_dilate_abs_sub_is_exact_on_a_dark_pixel():
    picture = np.full((11, 11, 3), 200, dtype=np.uint8)
    picture[5, 5] = 50
    expected = np.full((11, 11), 255, dtype=np.uint8)
    expected[5, 5] = 105
    for side in (4, 5):
        assert (dilate_abs_sub(picture, side=side) == expected).all()


def test_mix_draws_in_its_proportions():
    rng = np.random.default_rng(2)
    mix = ExtractorMix(chances=(("xdog_alacgan_04", 0.1), ("pencil", 0.5), ("simplified", 0.4)))
    drawn = [mix.choose(face(), rng, known=EXTRACTORS).name for _ in range(2000)]
    for name, chance in mix.chances:
        assert abs(drawn.count(name) / 2000 - chance) < 3.5 * (chance * (1 - chance) / 2000) ** 0.5


def test_mix_leaves_out_true_ink_where_there_is_none():
    mix = ExtractorMix(chances=(("true_ink", 0.9), ("pencil", 0.1)))
    assert mix.choose(without_ink(), np.random.default_rng(0), known=EXTRACTORS).name == "pencil"
    only = ExtractorMix(chances=(("true_ink", 1.0),))
    with pytest.raises(ExtractorError, match="painting: no extractor of the mix can take it"):
        only.extract(without_ink(), np.random.default_rng(0))
    with pytest.raises(ExtractorError, match="painting: its source has no ink layer"):
        EXTRACTORS["true_ink"].extract(without_ink(), np.random.default_rng(0))


def test_mix_without_weights_says_what_to_do():
    with pytest.raises(ExtractorError, match="sketchkeras_enhanced needs weights"):
        ExtractorMix(chances=(("sketchkeras_enhanced", 1.0),)).extract(
            face(), np.random.default_rng(0)
        )
    with pytest.raises(ExtractorError, match="unknown extractor 'etching'; known: xdog_alacgan"):
        ExtractorMix(chances=(("etching", 1.0),)).extract(face(), np.random.default_rng(0))


@pytest.mark.parametrize("chances", [(), (("pencil", 0.5),), (("pencil", 0.5), ("pencil", 0.5))])
def test_mix_refuses_wrong_chances(chances):
    with pytest.raises(ValueError, match="a mix"):
        ExtractorMix(chances=chances)


def test_mix_of_the_two_stage_paper_is_half_dilation_half_xdog():
    chances = dict(TWO_STAGE_MIX.chances)
    assert chances["dilate_abs_sub_4"] == chances["dilate_abs_sub_5"]
    assert chances["xdog_two_stage"] == pytest.approx(0.5, abs=1e-4)
    assert chances["greyscale"] == 1e-4


def uneven_strokes(seed, side=160):
    """Curves of a width that wavers between 1 and 6 pixels, and their centre lines."""
    rng = np.random.default_rng(seed)
    line = np.full((side * 4, side * 4), 255, dtype=np.uint8)
    centre = np.full((side, side), 255, dtype=np.uint8)
    turns = np.linspace(0, 1, 200)
    for row in range(4):
        y = side * (0.15 + 0.23 * row) + 8 * np.sin(turns * 6 + rng.uniform(0, 6))
        x = side * (0.08 + 0.84 * turns)
        width = 3.5 + 2.3 * np.sin(turns * rng.uniform(8, 14) + rng.uniform(0, 6))
        for px, py, wide in zip(x, y, width):
            cv2.circle(line, (round(px * 4), round(py * 4)), max(2, round(wide * 2)), 0, -1)
        points = np.round(np.stack([x, y], axis=1)).astype(np.int32)
        cv2.polylines(centre, [points], False, 0, 1)
    sketch = cv2.resize(line, (side, side), interpolation=cv2.INTER_AREA)
    noisy = sketch + rng.normal(0, 6, sketch.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8), centre_line(centre == 0)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_simplification_evens_the_width_and_keeps_the_centre_line(seed):
    sketch, centre = uneven_strokes(seed)
    before = measure_widths(sketch)
    redrawn = simplify_lines(sketch, Simplification(width=2.0))
    after = measure_widths(redrawn)
    assert before.width_deviation > 0.3
    assert after.width_deviation < 0.12
    assert after.width == pytest.approx(2.0, abs=0.3)
    assert score_centre_lines(centre_line(find_ink(redrawn)), centre, tolerance=1.5) > 0.95


def test_simplification_keeps_the_lines_of_drawn_characters():
    sample = draw_character(4, size=192)
    redrawn = simplify_lines(sample.line, Simplification(width=1.8))
    true = centre_line(find_ink(sample.line))
    assert score_centre_lines(centre_line(find_ink(redrawn)), true, tolerance=1.5) > 0.93
    assert (
        measure_widths(redrawn).width_deviation < 0.8 * measure_widths(sample.line).width_deviation
    )


def test_simplification_keeps_solid_areas_and_drops_specks():
    page = np.full((80, 80), 255, dtype=np.uint8)
    cv2.circle(page, (25, 40), 14, 0, -1)
    page[60:62, 60:62] = 0
    redrawn = simplify_lines(page)
    assert (redrawn[32:48, 18:32] == 0).all()
    assert redrawn[50:, 50:].min() == 255


@cache
def small_lines():
    return face().line


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_degradation_is_seeded_and_leaves_its_input_alone(name):
    before = small_lines().tobytes()
    first, second = (DEGRADATIONS[name](small_lines(), np.random.default_rng(6)) for _ in range(2))
    assert first.dtype == np.uint8
    assert first.tobytes() == second.tobytes()
    assert first.shape == small_lines().shape
    assert small_lines().tobytes() == before
    assert first.tobytes() != before


@given(seed=st.integers(0, 2**32 - 1))
@FEW
def test_lightening_stays_in_its_range_and_keeps_paper(seed):
    faint = lighten_randomly(small_lines(), np.random.default_rng(seed))
    assert faint[small_lines() == 255].min() == 255
    assert 0 <= faint.min() <= round(0.3 * 255)


@given(level=st.integers(0, 255), factor=st.floats(1, 7))
@FEW
def test_brightening_multiplies_and_clips_at_white(level, factor):
    line = np.full((2, 2), level, dtype=np.uint8)
    assert (brighten(line, factor) == min(255, round(level * factor))).all()


def test_equalization_spreads_levels_and_jpeg_stays_close():
    grey = np.linspace(100, 140, 64 * 64).reshape(64, 64).astype(np.uint8)
    assert equalize(grey).min() == 0
    assert equalize(grey).max() == 255
    stored = compress_jpeg(small_lines(), 90)
    assert np.abs(stored.astype(int) - small_lines()).mean() < 4
    with pytest.raises(ValueError, match="JPEG quality is 1 to 100; got 0"):
        compress_jpeg(small_lines(), 0)


def test_thickness_changes_by_fractions_of_a_pixel():
    ink = [int((255 - change_thickness(small_lines(), by).astype(int)).sum())
           for by in (-1, -0.5, 0, 0.5, 1, 1.5)]  # fmt: skip
    assert ink == sorted(ink)
    assert len(set(ink)) == len(ink)


def test_degradation_mix_applies_what_it_names():
    assert (DegradationMix().apply(small_lines(), np.random.default_rng(0)) == small_lines()).all()
    sure = DegradationMix(chances={"equalization": 1.0})
    same = sure.apply(small_lines(), np.random.default_rng(0)) == equalize(small_lines())
    assert same.all()
    with pytest.raises(ValueError, match="unknown degradation 'burning'; known: thickness"):
        DegradationMix(chances={"burning": 0.5})


def test_sheet_draws_every_picture_and_names_the_bad_one(tmp_path, capsys):
    good, bad, out = tmp_path / "good.png", tmp_path / "bad.png", tmp_path / "sheet.png"
    good.write_bytes(cv2.imencode(".png", face().color)[1].tobytes())
    bad.write_bytes(b"")
    status = draw_sheet([str(out), str(good), str(bad), "--cell", "48"])
    assert status == 1
    assert "bad.png" in capsys.readouterr().err
    sheet = cv2.imread(str(out))
    assert sheet.shape[1] == (len(EXTRACTORS) + 1) * 52
    assert draw_sheet([str(out), str(good), "--cell", "48", "--columns", "5"]) == 0
    broken = cv2.imread(str(out))
    assert broken.shape == (-(-len(EXTRACTORS) // 5) * sheet.shape[0], 6 * 52, 3)
