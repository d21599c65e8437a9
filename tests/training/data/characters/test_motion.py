"""Sequences: one number for a region over all frames, and motion without jumps."""

import json
from functools import cache
from itertools import pairwise

import cv2
import numpy as np
import pytest
from PIL import Image

from models.hints.parts import Part
from training.__main__ import main
from training.data.characters.figure.design import Motion, choose_design
from training.data.characters.figure.gait import Gait
from training.data.characters.sequences.motion import (
    LID,
    LONGEST_WALK,
    PERIOD,
    PROFILE_PERIOD,
    SequenceKind,
    _Cut,
    _turn,
    _view,
    _way,
    draw_sequence,
)

SIZE = 96
KINDS = list(SequenceKind)


@cache
def cut(kind, seed=3, frames=24):
    return tuple(draw_sequence(kind, seed, frames=frames, size=SIZE))


def overlap(before, after, region):
    """Share of a region that keeps its place, after the two are moved onto each other."""
    a, b = before.regions == region, after.regions == region
    return (a & b).sum() / max((a | b).sum(), 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_region_keeps_its_color_and_label_over_all_frames(kind):
    known = {}
    for frame in cut(kind):
        for region in np.unique(frame.regions):
            inside = frame.regions == region
            looks = {(*map(int, c),) for c in np.unique(frame.flat[inside], axis=0)}
            labels = set(map(int, np.unique(frame.labels[inside])))
            assert len(looks) == len(labels) == 1
            assert known.setdefault(int(region), (looks, labels)) == (looks, labels)
    assert len(known) > 12


@pytest.mark.parametrize("kind", [SequenceKind.TURN, SequenceKind.HAIR_SWING, SequenceKind.WALK])
def test_large_regions_move_little_between_frames(kind):
    moves = []
    for before, after in pairwise(cut(kind)):
        for region in np.intersect1d(before.regions, after.regions)[1:]:
            masks = before.regions == region, after.regions == region
            if min(mask.sum() for mask in masks) > 0.006 * SIZE * SIZE:
                a, b = (np.argwhere(mask).mean(axis=0) for mask in masks)
                moves.append(float(np.hypot(*(a - b))) / SIZE)
    assert len(moves) > 60
    assert max(moves) < 0.12
    assert np.quantile(moves, 0.95) < 0.05


@pytest.mark.parametrize("kind", KINDS)
def test_most_of_the_figure_keeps_its_regions(kind):
    """Twelve frames on, regions of the first frame still make up most of the figure."""
    first, later = cut(kind)[0], cut(kind)[12]
    if kind is SequenceKind.OCCLUSION:
        later = cut(kind)[-1]
    old = set(np.unique(first.regions)) - {0}
    inside = later.figure > 0
    assert np.isin(later.regions[inside], list(old)).mean() > 0.85


def test_the_same_arguments_give_the_same_bytes():
    again = tuple(draw_sequence(SequenceKind.WALK, 3, frames=24, size=SIZE))
    for frame, other in zip(cut(SequenceKind.WALK), again):
        assert frame.color.tobytes() == other.color.tobytes()
        assert frame.regions.tobytes() == other.regions.tobytes()


def test_a_longer_cut_begins_with_the_same_frames():
    long = cut(SequenceKind.TURN, frames=30)
    for frame, other in zip(cut(SequenceKind.TURN), long):
        assert frame.line.tobytes() == other.line.tobytes()
    assert len(long) == 30


def test_frames_are_named_in_order():
    names = [frame.name for frame in cut(SequenceKind.BLINK)]
    assert names == sorted(names)
    assert names[0] == "blink-3-0000"


def test_a_blink_closes_the_eyes_bit_by_bit_and_opens_them():
    seen = [int((frame.labels == Part.EYES).sum()) for frame in cut(SequenceKind.BLINK)]
    assert seen[0] > 0
    assert min(seen) == 0
    closing = seen[7 : 8 + LID.index(1.0) + 1]
    assert closing == sorted(closing, reverse=True)
    assert len(set(closing)) >= 3
    assert seen[-1] > 0.8 * seen[0]


def test_walking_is_a_cycle_and_alternates_the_legs():
    frames = tuple(draw_sequence(SequenceKind.WALK, 5, frames=2 * PERIOD, size=SIZE))
    widths = []
    for frame in frames:
        low = frame.figure[int(SIZE * 0.8) :]
        columns = np.nonzero(low.any(axis=0))[0]
        widths.append(int(np.ptp(columns)))
    middles = [np.nonzero(frame.figure.any(axis=0))[0].mean() for frame in frames]
    assert abs(middles[-1] - middles[0]) > 0.15 * SIZE, "the walker stays in its place"
    assert abs(widths[0] - widths[PERIOD]) <= 2
    strides = np.array(widths, dtype=float) - np.mean(widths)
    spectrum = np.abs(np.fft.rfft(strides))
    assert int(spectrum[1:].argmax()) + 1 == 4, "two strides a cycle"


@pytest.mark.parametrize("seed", [4, 5])  # to the left and to the right
def test_ground_passes_a_long_walk_as_fast_as_the_feet(seed):
    frames, scale = 5 * PERIOD, 20.0
    view = _view(SequenceKind.WALK, seed, "park")
    walk = _Cut(kind=SequenceKind.WALK, seed=seed, frames=frames, size=SIZE, view=view)
    still = choose_design(seed, view, Motion(gait=Gait(kind="walk", phase=0.0)))
    assert _way(frames, still) > LONGEST_WALK + 1
    pans = [walk.pan(index, still, scale) for index in range(frames)]
    figure = [walk.motion(index, still).shift[0] * scale for index in range(frames)]
    over_ground = np.diff([pan.at + x for pan, x in zip(pans, figure)])
    step = still.pose.facing * _way(frames, still) / frames * scale
    assert np.allclose(over_ground, step)
    assert all(0 <= pan.at <= pan.whole for pan in pans)


@pytest.mark.parametrize(("seed", "farthest"), [(1, 42), (2, 80)])
def test_heads_turn_to_three_quarter_view_or_on_to_the_profile(seed, farthest):
    motions = [_turn(index, seed) for index in range(2 * PROFILE_PERIOD + 1)]
    yaws = np.array([abs(motion.yaw) for motion in motions])
    assert yaws[0] < 1
    assert yaws.max() > farthest - 4
    assert (yaws.max() > 80) == (farthest == 80)
    assert np.abs(np.diff(yaws)).max() < 4
    assert yaws[PROFILE_PERIOD] == yaws.max() or farthest < 80


def test_hair_swings_to_both_sides():
    middles = []
    for frame in cut(SequenceKind.HAIR_SWING):
        middles.append(np.argwhere(frame.labels == Part.HAIR)[:, 1].mean())
    middles = np.array(middles) - middles[0]
    assert middles.max() > 0.3
    assert middles.min() < -0.3


@pytest.mark.parametrize("seed", [3, 4, 7, 11])
def test_what_passes_hides_the_character_and_goes(seed):
    frames = cut(SequenceKind.OCCLUSION, seed)
    old = [number for number in np.unique(frames[0].regions) if number]
    shown = [np.isin(frame.regions, old).sum() for frame in frames]
    assert min(shown) < 0.85 * shown[0]
    assert shown[-1] > 0.9 * shown[0]
    kept = np.isin(frames[-1].regions, old)
    assert kept.sum() > 0.9 * np.isin(frames[0].regions, old).sum()


def test_lines_do_not_flicker_where_nothing_moves():
    """Ink of a blink changes at the eyes; elsewhere it only follows the breath."""
    ink = [255 - frame.line.astype(int) for frame in cut(SequenceKind.BLINK)]
    amounts = np.array([plane.sum() for plane in ink], dtype=float)
    steady = amounts[:8]
    assert np.ptp(steady) < 0.02 * steady.mean()


def test_line_weight_is_steady_in_a_turn():
    """Mean ink along the line's middle hardly changes from frame to frame."""
    weights = []
    for frame in cut(SequenceKind.TURN):
        ink = (frame.line < 128).astype(np.uint8)
        thick = cv2.distanceTransform(ink, cv2.DIST_L2, 5)
        weights.append(float(thick[ink > 0].mean()))
    assert np.abs(np.diff(weights)).max() < 0.08 * np.mean(weights)


def test_a_backdrop_stands_still():
    frames = tuple(draw_sequence(SequenceKind.BLINK, 3, frames=3, size=SIZE, backdrop="room"))
    behind = [frame.labels == Part.BACKGROUND for frame in frames]
    both = behind[0] & behind[2]
    assert both.mean() > 0.1
    assert np.array_equal(frames[0].flat[both], frames[2].flat[both])


def test_wrong_arguments_are_refused_with_their_value():
    with pytest.raises(ValueError, match="got 0"):
        draw_sequence(SequenceKind.TURN, 1, frames=0)
    with pytest.raises(ValueError, match="got 8"):
        draw_sequence(SequenceKind.TURN, 1, size=8)
    with pytest.raises(ValueError, match="moon"):
        draw_sequence(SequenceKind.TURN, 1, backdrop="moon")


def test_synth_writes_a_sequence(tmp_path, capsys):
    arguments = ["--sequence", "walk", "--frames", "3", "--size", "64", "--seed", "2"]
    assert main(["synth", *arguments, "-o", str(tmp_path), "--sheet", str(tmp_path / "s.png")]) == 0
    assert "3 frames" in capsys.readouterr().out
    about = json.loads((tmp_path / "walk-2-0001.json").read_text(encoding="utf-8"))
    assert about["name"] == "walk-2-0001"
    with Image.open(tmp_path / "walk-2-0002.regions.png") as regions:
        assert np.asarray(regions).max() > 5


def test_synth_reaches_postures_backdrops_and_pairs(tmp_path):
    chosen = ["--posture", "sitting", "--framing", "full", "--backdrop", "park", "--figures", "2"]
    assert main(["synth", "-n", "1", "--size", "64", *chosen, "-o", str(tmp_path)]) == 0
    assert (tmp_path / "character-0.png").exists()


def test_synth_says_what_does_not_go_together(tmp_path, capsys):
    arguments = ["--sequence", "turn", "--posture", "sitting", "-o", str(tmp_path)]
    assert main(["synth", *arguments]) == 2
    assert "--posture" in capsys.readouterr().err
