"""Which hint covers each pixel: by rows the same as in the whole picture, and kept."""

import numpy as np

from models.geometry import Size
from models.hints import owners
from models.hints.hints import AreaHint, HintSet, PointHint, StrokeHint, hint_owners
from models.hints.owners import hinted_in_rows, owners_in_rows, owners_of
from models.hints.spans import spans_of_mask
from models.memory import held_bytes

RED, GREEN, BLUE = (200, 30, 30), (40, 160, 70), (20, 40, 220)


def test_owners_of_rows_are_those_of_the_picture():
    hints = HintSet((PointHint(5, 5, RED, 4), StrokeHint(((2, 12), (30, 25)), BLUE, 2)))
    assert owners_in_rows(hints, slice(60, 80), 40) is None
    parts = [owners_in_rows(hints, rows, 40) for rows in (slice(0, 11), slice(11, 40))]
    whole = owners_in_rows(hints, slice(0, 40), 40)
    assert np.array_equal(np.concatenate(parts), whole)
    assert set(np.unique(whole)) == {0, 1, 2}


def test_hints_of_rows_are_those_of_the_whole_picture():
    rng = np.random.default_rng(5)
    spots = rng.uniform(-10, 100, (300, 2)).tolist()
    radii = rng.uniform(0.3, 20, 300).tolist()
    dabs = [PointHint(x, y, RED, radius) for (x, y), radius in zip(spots, radii, strict=True)]
    mask = rng.random((30, 30)) < 0.3
    left, top, spans = spans_of_mask(mask)
    dabs[150] = AreaHint(left + 20, top + 25, spans, BLUE)
    hints = HintSet((*dabs, StrokeHint(((5, 5), (80, 60)), GREEN, 2)))
    whole = hint_owners(hints, Size(90, 90))
    for rows in (slice(0, 7), slice(7, 50), slice(50, 90)):
        # Rounding of shifted positions may move a rim by a pixel.
        differs = owners_in_rows(hints, rows, 90) != whole[rows]
        assert differs.mean() < 0.002


def test_a_hint_more_draws_its_own_rows_alone(monkeypatch):
    drawn = []

    def watch(hints, size):
        drawn.append(len(hints))
        return hint_owners(hints, size)

    monkeypatch.setattr(owners, "hint_owners", watch)
    upper, lower = PointHint(9, 9.25, RED, 4), PointHint(20, 70, GREEN, 3)
    strips = [slice(0, 40), slice(40, 80)]
    before = [hinted_in_rows(HintSet((upper, lower)), rows, 50) for rows in strips]
    assert drawn == [1, 1]
    new = PointHint(30, 60, BLUE, 5)
    after = [hinted_in_rows(HintSet((new, upper, lower)), rows, 50) for rows in strips]
    assert drawn == [1, 1, 2]
    assert np.array_equal(before[0].place, after[0].place)
    assert set(before[0].owner) == {1}
    assert set(after[0].owner) == {2}
    assert set(after[1].owner) == {1, 3}


def test_rows_are_told_of_any_hints_after_any_others():
    rng = np.random.default_rng(8)
    dabs = [
        StrokeHint(((x, y), (x + 20, y + 9)), RED, radius)
        for x, y, radius in zip(*(rng.uniform(1, 50, (3, 12)) * [[1], [1], [0.2]]).tolist())
    ]
    rows = slice(10, 45)
    for count in (3, 4, 12, 2, 12, 1):
        hints = HintSet(tuple(dabs[:count]))
        moved = hints.moved(0, -rows.start)
        expected = hint_owners(moved, Size(rows.stop - rows.start, 60))
        assert np.array_equal(owners_in_rows(hints, rows, 60), expected)


def test_rows_that_hints_come_to_cover_stay_within_their_bound(monkeypatch):
    monkeypatch.setattr(owners._kept, "_limit_bytes", 60_000)
    strips = [slice(top, top + 20) for top in range(0, 200, 20)]
    line = StrokeHint(((50, 0), (50, 200)), RED, 1)
    for hints in (HintSet((line,)), HintSet((line, StrokeHint(((40, 0), (40, 200)), BLUE, 60)))):
        for rows in strips:
            owners_in_rows(hints, rows, 100)
    assert held_bytes(*(latest.made() for latest in owners._kept._kept.values())) <= 60_000


def test_a_whole_picture_is_told_of_any_hints_after_any_others():
    size = Size(50, 70)
    rng = np.random.default_rng(8)
    spots = rng.uniform(0, 60, (12, 2)).tolist()
    dabs = [PointHint(x, y, RED, 1.0 + n % 5 * 2.2) for n, (x, y) in enumerate(spots)]
    dabs[3] = StrokeHint(((5, 5), (60, 40)), GREEN, 2)
    for chosen in (dabs[:4], dabs[:5], dabs[:12], dabs[:11], dabs[2:9], [], dabs[:1]):
        hints = HintSet(tuple(chosen))
        assert np.array_equal(owners_of(hints, size), hint_owners(hints, size))
        assert np.array_equal(owners_of(hints, Size(30, 30)), hint_owners(hints, Size(30, 30)))


def test_a_hint_more_is_drawn_alone(monkeypatch):
    known = []

    def watch(hints, size, *, before=None, known_=known, **options):
        known_.append(options.get("known", 0))
        return hint_owners(hints, size, before=before, **options)

    monkeypatch.setattr(owners, "hint_owners", watch)
    dabs = [PointHint(5.5 * n, 9, RED, 3) for n in range(6)]
    for count in (4, 5, 5, 6, 2):
        owners_of(HintSet(tuple(dabs[:count])), Size(31, 41))
    assert known == [0, 4, 5, 0]


def test_a_hint_that_is_moved_or_taken_back_is_drawn_alone(monkeypatch):
    added = []

    def watch(hints, size, *, known=0, **options):
        added.append(len(hints) - known)
        return hint_owners(hints, size, known=known, **options)

    monkeypatch.setattr(owners, "hint_owners", watch)
    dabs = HintSet(tuple(PointHint(5.5 * n, 9, RED, 3) for n in range(6)))
    moved = [dabs.add(PointHint(x, 9.5, BLUE, 3)) for x in (40, 42, 44)]
    for hints in (dabs, *moved, dabs, moved[0]):
        found = owners_of(hints, Size(33, 43)), owners_in_rows(hints, slice(0, 33), 43)
        for owner in found:
            assert np.array_equal(owner, hint_owners(hints, Size(33, 43)))
    assert added == [6, 6, *[1] * 8]
