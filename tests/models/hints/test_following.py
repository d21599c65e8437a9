"""A stroke more is all that work on hints costs, whatever was hinted before."""

from models.hints.following import MadeOnce, scaled_hints
from models.hints.hints import HintSet, PointHint, StrokeHint

RED, BLUE = (200, 30, 30), (20, 40, 220)


def test_of_hints_that_follow_known_ones_these_alone_are_made():
    made = []

    def make(hint):
        made.append(hint.x)
        return hint.x

    once = MadeOnce(make)
    dabs = [PointHint(float(x), 5.0, RED, 2.0) for x in range(6)]
    assert once.of(HintSet()) == ()
    assert once.of(HintSet(tuple(dabs[:3]))) == (0, 1, 2)
    assert once.of(HintSet(tuple(dabs[:5]))) == (0, 1, 2, 3, 4)
    assert once.of(HintSet(tuple(dabs[:3]))) == (0, 1, 2)  # taken back
    assert made == [0, 1, 2, 3, 4]
    assert once.of(HintSet((dabs[5], *dabs[:3]))) == (5, 0, 1, 2)
    assert once.of(HintSet(tuple(dabs))) == (0, 1, 2, 3, 4, 5)
    assert made == [0, 1, 2, 3, 4, 5, 0, 1, 2, 5]


def test_a_hint_that_is_moved_about_is_made_alone():
    made = []
    once = MadeOnce(lambda hint: made.append(hint.x))
    dabs = HintSet(tuple(PointHint(float(x), 5.0, RED, 2.0) for x in range(3)))
    once.of(dabs)
    for x in range(10, 20):
        once.of(dabs.add(PointHint(float(x), 9.0, RED, 2.0)))
    assert made == [0, 1, 2, *range(10, 20)]


def test_scaled_hints_are_those_of_the_set():
    hints = [PointHint(3, 4, RED, 2), StrokeHint(((2, 12), (30, 25)), BLUE, 2)]
    for count in (1, 2, 0):
        for scale in ((0.5, 0.25), (1.5, 1.5)):
            asked = HintSet(tuple(hints[:count]))
            assert scaled_hints(asked, *scale) == asked.scaled(*scale)
