"""Colour sets: keys and what they are shown as, merged, named, and kept in palette files."""

import pytest

from app.document.color_sets import (
    NO_SETS,
    ColorSet,
    ColorSets,
    Look,
    sets_from_json,
    sets_to_json,
)
from app.document.document import Document
from app.document.palette import MAX_COLORS, Palette, read_palette, read_sets, write_palette
from app.document.swatch_edits import AddSwatches
from app.errors import PaletteError
from models.coloring.palette import Recolor
from models.files.documents import DocumentError, Value
from models.hints.hints import HintSet, LineArt, PointHint
from models.lighting.light import OwnTones
from tests.helpers.fakes import drawing

RED, BLUE, GREEN, NIGHT = (200, 40, 40), (40, 60, 200), (30, 160, 60), (20, 16, 60)


@pytest.fixture
def sets():
    """By day as painted, with a group of tones for blue; by night both are one colour."""
    day = NO_SETS.renamed('day, "bright"').with_look(BLUE, Look(None, OwnTones(NIGHT, None, RED)))
    return day.added("night").with_color(BLUE, NIGHT).with_color(RED, NIGHT)


def test_key_is_shown_as_the_set_says_and_parts_again_by_day(sets):
    assert (sets.shown(BLUE), sets.shown(RED), sets.shown(GREEN)) == (NIGHT, NIGHT, GREEN)
    assert sets.recolor == Recolor(((BLUE, NIGHT), (RED, NIGHT)))
    day = sets.activated('day, "bright"')
    assert (day.shown(BLUE), day.shown(RED)) == (BLUE, RED)
    assert day.tones == ((BLUE, OwnTones(NIGHT, None, RED)),)
    assert not day.recolor


def test_what_is_painted_in_a_seen_color_has_its_key(sets):
    assert sets.key_for(NIGHT, (RED, BLUE)) == (sets, RED)
    assert sets.key_for(GREEN, (RED, BLUE)) == (sets, GREEN)


def test_color_that_a_key_is_called_by_gets_a_key_of_its_own(sets):
    """Blue is shown as night; whoever paints blue wants blue, in every set."""
    more, key = sets.key_for(BLUE, (RED, BLUE))
    assert key not in (BLUE, RED)
    assert more.shown(key) == BLUE
    assert more.activated('day, "bright"').shown(key) == BLUE
    hints = HintSet((PointHint(1, 1, BLUE), PointHint(2, 2, NIGHT)))
    more, keyed = sets.keyed(hints, (RED,))
    assert more.hints(keyed) == hints


def test_merged_keys_have_one_look_in_every_set(sets):
    merged = sets.merged(RED, BLUE).merged(GREEN, RED)
    day = merged.activated('day, "bright"')
    assert {day.shown(key) for key in (RED, GREEN, BLUE)} == {BLUE}
    assert merged.with_color(GREEN, RED).shown(BLUE) == RED
    assert merged.merged(BLUE, GREEN) == merged


def test_one_set_remains_and_names_differ(sets):
    assert sets.removed().removed().removed().names == ('day, "bright"',)
    for name in ("", " ", "x" * 61, 'day, "bright"'):
        with pytest.raises(PaletteError):
            sets.renamed(name)
    with pytest.raises(PaletteError, match="no colour set 'dusk'; there are"):
        sets.activated("dusk")


def test_sets_read_back_from_json(sets):
    again = sets.merged(GREEN, BLUE)
    assert sets_from_json(Value(sets_to_json(again), "sets")) == again
    for damaged in (
        {"active": "a", "sets": []},
        {"active": "b", "sets": [{"name": "a", "colors": {}}]},
        {"active": "a", "sets": [{"name": "a", "colors": {"red": {}}}]},
        {"active": "a", "sets": [{"name": "a", "colors": {"#ff0000": {"color": "red"}}}]},
    ):
        with pytest.raises((DocumentError, PaletteError)):
            sets_from_json(Value(damaged, "sets"))


@pytest.mark.parametrize("suffix", [".gpl", ".json"])
def test_palette_file_holds_sets_and_groups_of_tones(sets, tmp_path, suffix):
    path = tmp_path / f"girl{suffix}"
    day = sets.activated('day, "bright"')
    write_palette(Palette((BLUE, RED), titles=("Dress", "")), path, day.seen((BLUE, RED)))
    assert read_palette(path).titles == ("Dress", "")
    read = read_sets(path)
    assert read.names == day.names
    assert read.active == day.active
    for name in day.names:
        for color in (BLUE, RED):
            assert read.activated(name).shown(color) == day.activated(name).shown(color)
    assert read.tones == day.tones


def test_gimp_palette_without_sets_holds_no_remark_of_them(tmp_path):
    path = tmp_path / "plain.gpl"
    write_palette(Palette((BLUE,)), path, NO_SETS.seen((BLUE,)))
    assert path.read_text().count("#") == 1
    assert read_sets(path) is None


def test_remarks_of_other_programs_are_passed_over(tmp_path):
    path = tmp_path / "other.gpl"
    path.write_text(
        'GIMP Palette\n#\n# shown set "x\n 40  60 200\tDress\n# set "a": base blue\n'
        '# set "b": base #ff0000, shine #000000\n# set "": base #ff0000\n#281ec8\n'
    )
    assert read_palette(path).colors == (BLUE,)
    assert read_sets(path) is None


def test_entries_that_change_nothing_are_none():
    assert ColorSet("a", {RED: Look(RED), BLUE: Look()}) == ColorSet("a")
    assert ColorSets() == NO_SETS


def test_what_was_merged_into_an_allowed_key_is_allowed_too(sets):
    merged = sets.merged(RED, BLUE)
    assert merged.allowed((BLUE, GREEN)) == (BLUE, GREEN, RED)
    assert merged.allowed((GREEN,)) == (GREEN,)
    assert merged.allowed(()) == ()


def test_key_like_another_differs_from_it_in_the_shown_set_alone(sets):
    more, key = sets.with_new(GREEN, like=BLUE)
    day = more.activated('day, "bright"')
    assert (more.shown(key), more.shown(BLUE)) == (GREEN, NIGHT)
    assert day.shown(key) == BLUE
    assert day.look(key).tones == day.look(BLUE).tones
    assert more.with_new(key)[1] != key


def test_full_palette_takes_no_swatch_and_changes_nothing():
    colors = tuple((n // 256, n % 256, 0) for n in range(MAX_COLORS))
    line_art = LineArt.from_rgba(drawing())
    document = Document(line_art=line_art, palette=Palette(colors))
    assert AddSwatches((RED, GREEN)).apply(document) is document
