"""Hints carried from key frames: what is found again, what is new, and what depends on what."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from models.hints.hints import HintSet, LineArt, PointHint
from models.tracking.keys import KeyDrawing, KeyFrame, keys_of
from models.tracking.matching import Assignment, assign, followed, surest
from models.tracking.tracker import Tracker

SIDE = 160
GROUND = (250, 250, 250)
RED, GREEN, BLUE = (200, 30, 40), (20, 160, 60), (30, 60, 200)
DISC, BOX, STRIP = (50, 50), (70, 110), (125, 80)
"""Middles of the three shapes of the drawing."""
HINTS = HintSet(
    (
        PointHint(5.5, 5.5, GROUND),
        PointHint(*DISC, RED),
        PointHint(*BOX, GREEN),
        PointHint(*STRIP, BLUE),
    )
)


def draw(*, shift=(0, 0), without=(), more=()):
    """A disc, a box and a strip, moved by a shift; `more` are circles (x, y, radius)."""
    picture = np.full((SIDE, SIDE), 255, dtype=np.uint8)
    dx, dy = shift
    if "disc" not in without:
        cv2.circle(picture, (DISC[0] + dx, DISC[1] + dy), 25, 0, 2)
    if "box" not in without:
        cv2.rectangle(picture, (45 + dx, 95 + dy), (95 + dx, 125 + dy), 0, 2)
    if "strip" not in without:
        cv2.rectangle(picture, (115 + dx, 40 + dy), (135 + dx, 120 + dy), 0, 2)
    for x, y, radius in more:
        cv2.circle(picture, (x, y), radius, 0, 2)
    return LineArt(picture)


def key(line_art, hints=HINTS, index=0, **more):
    return KeyDrawing.of(KeyFrame(index=index, hints=hints), line_art, **more)


def color_at(tracked, x, y):
    """The colour told for the region at a place; None where it is new."""
    return tracked.regions[tracked.labels[y, x]].color


def carry_all(tracker, frames):
    tracked = []
    for index, frame in enumerate(frames):
        before = tracked[-1] if tracked else None
        tracked.append(tracker.carry(frame, index=index, previous=before))
    return tracked


@pytest.fixture
def tracker():
    return Tracker([key(draw())])


def test_same_drawing_has_every_region_right(tracker):
    first = tracker.carry(draw(), index=0)
    again = tracker.carry(draw(), index=1, previous=first)
    for tracked in (first, again):
        assert not tracked.new_regions
        assert color_at(tracked, *DISC) == RED
        assert color_at(tracked, *BOX) == GREEN
        assert color_at(tracked, *STRIP) == BLUE
        assert color_at(tracked, 5, 5) == GROUND
    assert [region.key_region for region in again.regions] == [
        region.key_region for region in first.regions
    ]
    assert again.confidence > 0.8


def test_every_told_region_gets_a_hint_of_its_exact_color_inside_it(tracker):
    tracked = tracker.carry(draw(shift=(4, 3)), index=1)
    inside = {
        tracked.labels[int(hint.points[0][1]), int(hint.points[0][0])] for hint in tracked.hints
    }
    assert len(inside) == len(tracked.regions) == 4
    for hint in tracked.hints:
        x, y = hint.points[0]
        assert color_at(tracked, int(x), int(y)) == hint.color


def test_drawing_that_moves_steadily_keeps_its_colors(tracker):
    frames = [draw(shift=(2 * step, step)) for step in range(9)]
    last = carry_all(tracker, frames)[-1]
    assert color_at(last, DISC[0] + 16, DISC[1] + 8) == RED
    assert color_at(last, BOX[0] + 16, BOX[1] + 8) == GREEN
    assert color_at(last, STRIP[0] + 16, STRIP[1] + 8) == BLUE
    assert color_at(last, 2, 2) == GROUND


def test_region_that_vanished_is_found_again(tracker):
    gone = draw(without=("disc",))
    frames = [draw(), draw(), gone, gone, gone, draw(), draw()]
    tracked = carry_all(tracker, frames)
    assert color_at(tracked[3], *DISC) == GROUND
    assert color_at(tracked[5], *DISC) == RED
    assert color_at(tracked[6], *DISC) == RED


def test_new_region_is_reported_and_not_guessed(tracker):
    frames = [draw(), draw(more=[(100, 140, 12)])]
    tracked = carry_all(tracker, frames)[-1]
    assert color_at(tracked, 100, 140) is None
    new = [region for region in tracked.new_regions if abs(region.x - 100) < 6]
    assert len(new) == 1
    assert new[0].key is None
    assert not any(hint for hint in tracked.hints if abs(hint.points[0][1] - 140) < 8
                   and abs(hint.points[0][0] - 100) < 8)  # fmt: skip


def test_region_that_a_gap_joins_to_its_surroundings_keeps_its_color(tracker):
    picture = draw().pixels.copy()
    picture[108:120, 90:100] = 255
    tracked = tracker.carry(LineArt(picture), index=1)
    assert color_at(tracked, *BOX) == GREEN
    assert color_at(tracked, 105, 140) == GROUND


def test_the_same_frames_give_the_same_answer(tracker):
    frames = [draw(shift=(3 * step, 0)) for step in range(4)]
    once = carry_all(tracker, frames)
    other = Tracker([key(draw())])
    again = carry_all(other, frames)
    for one, two in zip(once, again, strict=True):
        assert one.regions == two.regions
        assert one.hints == two.hints


def test_second_key_frame_tells_what_the_first_does_not_show():
    bubble = (100, 140, 12)
    second = draw(more=[bubble])
    ochre = (190, 140, 30)
    tracker = Tracker([key(draw()), key(second, HINTS.add(PointHint(100, 140, ochre)), 4)])
    frames = [draw(), draw(), draw(), second, second, second]
    tracked = carry_all(tracker, frames[:4])
    assert tracked[3].keys == (0, 4)
    assert color_at(tracked[3], 100, 140) == ochre
    assert color_at(tracked[3], *DISC) == RED
    at_key = tracker.carry(second, index=4)
    after = tracker.carry(second, index=5, previous=at_key)
    assert after.keys == (4,)
    assert color_at(after, 100, 140) == ochre


def test_what_the_next_key_shows_is_followed_back_from_it():
    """A disc that only the last frame's hints know, and that moves by its own size in the cut."""
    ochre = (190, 140, 30)
    frames = [draw(more=[(100 + 7 * step, 140 - 2 * step, 9)]) for step in range(6)]
    last = HINTS.add(PointHint(135, 130, ochre))
    keys = [key(draw()), key(frames[5], last, 5)]
    behind, following = Tracker(keys[1:]), None
    for index in range(4, 0, -1):
        following = behind.carry(frames[index], index=index, previous=following)
        assert color_at(following, 100 + 7 * index, 140 - 2 * index) == ochre
        tracked = Tracker(keys).carry(frames[index - 1], index=index, following=following)
        assert color_at(tracked, 100 + 7 * (index - 1), 140 - 2 * (index - 1)) == ochre
        assert color_at(tracked, *DISC) == RED
    with pytest.raises(ValueError, match="follows key frame 5"):
        Tracker(keys).carry(frames[1], index=1, following=Tracker(keys).carry(draw(), index=0))


def test_the_surer_key_frame_tells_and_another_answer_is_doubt():
    group = np.array([0, 1, 0, 1])
    here = np.array([[0.9, 0.05], [0.9, 0.05], [0.2, 0.1]], np.float32)
    there = np.array([[0.6, 0.1], [0.1, 0.8], [0.1, 0.7]], np.float32)
    found = surest([here, there], group)
    assert found[0] == pytest.approx([0.9, 0.05, 0, 0])  # both say so
    assert found[1, 0] == pytest.approx(0.9 * 0.2 / (0.9 * 0.2 + 0.8 * 0.1))
    assert found[2, 2:] == pytest.approx(there[2])  # the other hardly says anything
    assert assign(found, group).known.tolist() == [0, 0, 3]
    np.testing.assert_array_equal(surest([here], group[:2]), here)


def test_a_region_told_by_the_next_key_is_followed_as_one_of_its_color():
    group = np.array([0, 1, 1, 1, 2])  # three regions of the first key, two of the next
    own = np.array([[0.5, 0.3, 0.1], [0.5, 0.3, 0.1], [0.1, 0.1, 0.6]], np.float32)
    chosen = Assignment(np.array([3, 4, 2]), np.array([0.9, 0.9, 0.1], np.float32))
    assert followed(chosen, own, group, least=0.2).tolist() == [1, -1, -1]


def test_correcting_one_frame_changes_only_frames_that_depend_on_it():
    frames = [draw(shift=(step, 0)) for step in range(7)]
    recolored = HintSet(
        tuple(replace(hint, color=(9, 9, 9)) if hint.color == RED else hint for hint in HINTS)
    )
    keys = [key(frames[0]), key(frames[3], recolored.moved(3, 0), 3)]
    before, after = (
        _colored([*keys, key(frames[5], last.moved(5, 0), 5)], frames)
        for last in (HINTS, recolored)
    )
    changed = [index for index in range(7) if before[index] != after[index]]
    assert changed
    assert all(5 in keys_of(index, (0, 3, 5)) for index in changed)


def _colored(keys, frames):
    """What each frame is told, every one carried on step by step from the key that it follows."""
    tracker, told = Tracker(keys), []
    for index, frame in enumerate(frames):
        previous = None
        leading = keys_of(index, [key.index for key in keys])[0]
        for step in range(leading, index, 1 if leading <= index else -1):
            previous = tracker.carry(frames[step], index=step, previous=previous)
        told.append(tracker.carry(frame, index=index, previous=previous).hints)
    return told


def test_frame_depends_on_the_keys_around_it():
    keys = (4, 10)
    assert keys_of(4, keys) == (4,)
    assert keys_of(7, keys) == (4, 10)
    assert keys_of(12, keys) == (10,)
    assert keys_of(1, keys) == (4,)


def test_frames_ahead_of_the_first_key_are_carried_backwards():
    frames = [draw(shift=(4 * step, 0)) for step in range(5)]
    told = _colored([key(frames[4], HINTS.moved(16, 0), 4)], frames)
    assert {hint.color for hint in told[0]} == {GROUND, RED, GREEN, BLUE}


def test_impossible_frames_are_refused_by_name(tracker):
    small = LineArt(np.full((40, 40), 255, dtype=np.uint8))
    with pytest.raises(ValueError, match="frame 3 has 40×40"):
        tracker.carry(small, index=3)
    with pytest.raises(ValueError, match="needs a key frame"):
        Tracker([])
    with pytest.raises(ValueError, match="have one size"):
        Tracker([key(small), key(draw(), index=1)])
    with pytest.raises(ValueError, match="needs flats of its size"):
        key(draw(), flat_u8=np.zeros((4, 4, 3), dtype=np.uint8))
    two = Tracker([key(draw()), key(draw(), index=2)])
    with pytest.raises(ValueError, match="follows key frame 2"):
        two.carry(draw(), index=3, previous=two.carry(draw(), index=1))


def test_blank_frames_are_tracked_without_complaint(tracker):
    blank = LineArt(np.full((SIDE, SIDE), 255, dtype=np.uint8))
    tracked = carry_all(tracker, [draw(), blank, draw()])
    assert len(tracked[1].regions) == 1
    assert color_at(tracked[2], *DISC) == RED


def test_likeness_says_which_one_a_region_is_and_not_whether_it_is_any():
    line, flat = np.full((80, 120), 255, np.uint8), np.full((80, 120, 3), 255, np.uint8)
    for left, color in ((20, (200, 0, 0)), (70, (0, 0, 200))):
        cv2.rectangle(flat, (left, 20), (left + 30, 60), color, cv2.FILLED)
        cv2.rectangle(line, (left, 20), (left + 30, 60), 0, 2)
    key = KeyDrawing.of(KeyFrame(index=0, hints=HintSet()), LineArt(line), flat_u8=flat)
    moved = LineArt(np.roll(line, 1, axis=1))

    def confidences(liken):
        tracked = Tracker([key], liken=liken).carry(moved, index=1)
        return [region.confidence for region in tracked.regions]

    alone = confidences(lambda _now, _key, _group: None)
    even = confidences(lambda now, known, _group: np.full((now.count, known.count), 5.0))
    assert even == pytest.approx(alone)

    def another(now, known, _group):
        """As if each were any but the one whose place it has."""
        apart = np.abs(now.centre[:, None] - known.centre[None]).sum(axis=2)
        return np.where(apart < 0.05, -60.0, 60.0)

    assert max(confidences(another)) < min(alone)
