"""Promises of comparisons: pairs, intervals that cover, and no verdict on a handful of pictures."""

import numpy as np
import pytest

from training.evaluation.comparison import (
    LEAST_PICTURES,
    compare,
    difference_table,
    paired_interval,
)
from training.evaluation.summary import (
    Measured,
    ResultError,
    plain_table,
    read_result,
    write_result,
)

NAMES = ("old", "new")


def pictures(values, *, figure="off_line", source="drawn", hints=8, draw=0):
    return [
        Measured(
            method="any",
            source=source,
            name=f"picture-{index}",
            hints=hints,
            draw=draw,
            figures={figure: float(value)},
        )
        for index, value in enumerate(values)
    ]


def test_interval_covers_the_true_mean_about_as_often_as_it_says():
    rng = np.random.default_rng(4)
    covered = 0
    for _ in range(200):
        low, high = paired_interval(rng.normal(1.0, 2.0, 40).tolist())
        covered += low <= 1.0 <= high
    assert 0.88 <= covered / 200 <= 0.99


def test_interval_is_the_same_every_time_and_empty_for_equal_differences():
    values = np.random.default_rng(1).normal(size=12).tolist()
    assert paired_interval(values) == paired_interval(values)
    assert paired_interval([0.5] * 9) == (0.5, 0.5)
    assert np.isnan(paired_interval([1.0])).all()


def test_small_steady_gain_is_seen_through_large_spread_of_pictures():
    base = np.random.default_rng(2).uniform(0, 40, 20)
    found = compare(pictures(base), pictures(base - 0.5), names=NAMES)
    assert [each.source for each in found] == ["all", "drawn"]
    assert found[0].mean == pytest.approx(-0.5)
    assert found[0].verdict == "new is better"
    assert "new is better" in difference_table(found, NAMES)


def test_higher_is_better_where_it_is_and_neither_for_sharpness():
    base = np.linspace(0.2, 0.6, 10)
    for figure, verdict in (("ssim", "new is better"), ("sharpness", "new is higher")):
        found = compare(
            pictures(base, figure=figure), pictures(base + 0.1, figure=figure), names=NAMES
        )
        assert found[0].verdict == verdict


def test_noise_and_few_pictures_decide_nothing():
    rng = np.random.default_rng(3)
    base, other = rng.normal(size=(2, 30))
    assert compare(pictures(base), pictures(other), names=NAMES)[0].verdict == (
        "no difference shown"
    )
    few = np.arange(LEAST_PICTURES - 1)
    found = compare(pictures(few), pictures(few - 1.0), names=NAMES)
    assert found[0].verdict == "too few pictures"


def test_layouts_of_a_picture_count_once_and_only_common_pictures_count():
    first = pictures([1, 2, 3]) + pictures([3, 4, 5], draw=1)
    second = pictures([2, 3, 4, 9])
    found = compare(first, second, names=NAMES)
    assert found[0].pictures == 3
    assert found[0].mean == pytest.approx(0)


def test_nothing_in_common_is_refused():
    with pytest.raises(ValueError, match="old and new share no picture"):
        compare(pictures([1], hints=8), pictures([1], hints=28), names=NAMES)


def test_result_is_read_back_with_what_does_not_apply(tmp_path):
    path = tmp_path / "result.json"
    measured = pictures([1.5, float("nan")])
    write_result(path, {"settings": {"size": 96}}, measured)
    assert "NaN" not in path.read_text()
    result = read_result(path)
    assert result.settings == {"size": 96}
    assert result.measured[0] == measured[0]
    assert np.isnan(result.measured[1].figures["off_line"])
    assert [each.name for each in tmp_path.iterdir()] == ["result.json"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not a result"),
        ("[]", "not a result"),
        ('{"format": 1}', "format 1, this program reads 2"),
        ('{"format": 2, "settings": {}, "pictures": [{}]}', "not a result"),
    ],
)
def test_other_files_are_refused_by_name(text, complaint, tmp_path):
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(ResultError, match=rf"other\.json: {complaint}.*measure again"):
        read_result(path)


def test_a_table_of_nothing_says_so():
    assert plain_table([]) == "none"


def test_plain_table_aligns_and_dashes_what_is_missing():
    text = plain_table([{"name": "a", "value": float("nan")}, {"name": "longer", "value": 2.0}])
    assert text.splitlines() == ["name    value", "a           -", "longer  2.000"]
