"""Colours shown as others: the same pixels row by row and in one, and back again exactly."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from models.coloring.palette import AS_PAINTED, Recolor
from models.hints.hints import HintSet, LineArt, PointHint
from models.lighting.light import Light, OwnTones
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.runtime.watershed import WatershedGenerator

WRITTEN = ("rgba_u8", "flat_u8", "shade_u8", "highlight_u8")
RED, PAPER, GREEN, DARK = (200, 30, 30), (255, 255, 255), (30, 160, 60), (9, 60, 20)


def never():
    return False


def ask(**options):
    pixels = np.full((200, 200), 255, dtype=np.uint8)
    cv2.circle(pixels, (100, 100), 66, 0, 3, cv2.LINE_AA)
    hints = HintSet((PointHint(100, 100, RED, 4), PointHint(5, 5, PAPER, 3)))
    return ColorizeRequest(request_id=1, line_art=LineArt(pixels), hints=hints, **options)


@pytest.mark.parametrize("light", [None, Light(300, own=((GREEN, OwnTones(shade=DARK)),))])
def test_rows_and_the_whole_are_shown_alike_and_as_they_were_without(light):
    colorizer, recolor = Colorizer(WatershedGenerator()), Recolor(((RED, GREEN),))
    plain = list(colorizer.run(ask(light=light), is_cancelled=never))[-1]
    shown = list(colorizer.run(ask(light=light, recolor=recolor), is_cancelled=never))[-1]
    packed = colorizer.full_rows(ask(light=light, recolor=recolor), is_cancelled=never)
    for name in ("rgba_u8", "flat_u8", "shade_u8", "highlight_u8"):
        assert np.array_equal(getattr(packed, name)[0:200], getattr(shown, name)), name
    assert np.array_equal(shown.flat_u8, recolor.pixels(plain.flat_u8))
    if light is not None:  # exactly the tone that was chosen
        assert (shown.rgba_u8[..., :3] == DARK).all(axis=2).any()
    again = list(colorizer.run(ask(light=light), is_cancelled=never))[-1]
    assert np.array_equal(again.rgba_u8, plain.rgba_u8)


@pytest.mark.parametrize("light", [None, Light(300)])
def test_who_takes_an_answer_may_write_to_it(light):
    colorizer = Colorizer(WatershedGenerator())
    answers = []
    for _ in range(3):  # nothing is painted from the second on
        *_, last = colorizer.run(ask(light=light), is_cancelled=never)
        answers.append({name: getattr(last, name).copy() for name in WRITTEN})
        for name in WRITTEN if answers[1:] else WRITTEN[:1]:
            getattr(last, name)[:] = 7
    for name in WRITTEN:
        for answer in answers[1:]:
            assert np.array_equal(answer[name], answers[0][name]), name


def test_colors_of_one_key_are_told_once():
    assert Recolor(((RED, RED),)) == AS_PAINTED
    flats = np.array([[RED, PAPER], [GREEN, RED]], dtype=np.uint8)
    assert Recolor(((RED, GREEN), (GREEN, RED))).pixels(flats).tolist() == [
        [[*GREEN], [*PAPER]],
        [[*RED], [*GREEN]],
    ]
    assert AS_PAINTED.pixels(flats) is flats
    for pairs in (((RED, GREEN), (RED, DARK)), ((RED, (0, 0, 300)),)):
        with pytest.raises(ValueError, match="colour"):
            Recolor(pairs)
    hints = HintSet((PointHint(1, 1, RED),))
    assert Recolor(((RED, GREEN),)).hints(hints).colors() == (GREEN,)
    assert replace(Recolor(((RED, GREEN),)), pairs=()) == AS_PAINTED
