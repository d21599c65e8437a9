"""Each filter drops what it is for, and the report counts it."""

import pytest

from training.data.prepare.filters import (
    FILTER_NAMES,
    FilterReport,
    FilterRules,
    Subject,
    is_line_art,
    judge,
)
from training.data.tagging import load_tag_reader

GOOD = ("1girl", "solo", "white_background", "blue_hair", "red_eyes")


@pytest.fixture(scope="module")
def reader():
    return load_tag_reader()


def objection(reader, *, tags=GOOD, size=(600, 600), rating="g", rules=None):
    subject = Subject(reader.canonical(tags), rating, size)
    return judge(subject, rules=rules or FilterRules(), reader=reader, report=FilterReport())


def test_a_fit_picture_passes(reader):
    assert objection(reader) is None
    assert objection(reader, size=None, rating="") is None


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        ("described", {"tags": ()}, "no tags"),
        ("rating", {"rating": "q"}, "rated q"),
        ("figure", {"tags": (*GOOD, "1boy")}, "1boy, 1girl"),
        ("figure", {"tags": (*GOOD, "2boys")}, "1girl, 2boys"),
        ("figure", {"tags": (*GOOD, "6+girls")}, "6+girls"),
        ("figure", {"tags": GOOD[2:]}, "no single figure"),
        ("background", {"tags": (*GOOD[:2], *GOOD[3:])}, "no simple background"),
        ("text", {"tags": (*GOOD, "english_text")}, "tagged english"),
        ("text", {"tags": (*GOOD, "4koma")}, "tagged comic"),
        ("grey", {"tags": (*GOOD, "grayscale")}, "tagged greyscale, monochrome"),
        ("hair", {"tags": (*GOOD, "green_hair")}, "2 hair colours: blue_hair, green_hair"),
        ("hair", {"tags": ("1girl", "white_background", "red_eyes")}, "no hair colour"),
        ("eyes", {"tags": (*GOOD, "blue_eyes")}, "2 eye colours"),
        ("size", {"size": (511, 480)}, "under 512"),
        ("aspect", {"size": (800, 600)}, "aspect of 1.33"),
        ("aspect", {"size": (600, 800)}, "aspect of 0.75"),
    ],
)
def test_each_filter_objects(reader, name, changes, said):
    found = objection(reader, **changes)
    assert found is not None
    assert found.filter == name
    assert said in found.reason
    assert objection(reader, **changes, rules=FilterRules(off=frozenset(FILTER_NAMES))) is None


def test_report_counts_first_and_every_objection(reader):
    report = FilterReport()
    for tags, size in ((GOOD, (600, 600)), (("1girl", "comic"), (100, 100)), (GOOD, (100, 100))):
        subject = Subject(reader.canonical(tags), "", size)
        judge(subject, rules=FilterRules(), reader=reader, report=report)
    assert (report.looked_at, report.kept) == (3, 1)
    assert {name: n for name, n in report.dropped.items() if n} == {"background": 1, "size": 1}
    counted = {name: n for name, n in report.objected.items() if n}
    assert counted == {"background": 1, "text": 1, "hair": 1, "eyes": 1, "size": 2}
    assert sum(report.dropped.values()) + report.kept == report.looked_at
    assert "3 pictures looked at, 1 kept" in list(report.lines())


def test_unknown_filters_and_aspects_are_refused():
    with pytest.raises(ValueError, match="no such filter: colour; known: described"):
        FilterRules(off=frozenset({"colour"}))
    with pytest.raises(ValueError, match="aspects must be two rising numbers"):
        FilterRules(aspects=(1.0, 1.0))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("sketch", "white_background", "1girl"), True),
        (("greyscale", "white_background"), True),
        (("greyscale", "black_background"), False),
        (("sketch", "white_background", "blue_hair"), False),
        (("monochrome", "white_background", "comic"), False),
        (("white_background",), False),
    ],
)
def test_real_line_art_is_told_by_its_tags(reader, tags, expected):
    assert is_line_art(Subject(reader.canonical(tags), "", None), reader) is expected
