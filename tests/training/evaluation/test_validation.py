"""What generators are measured on: a collection's held-out pictures, and drawn characters."""

from pathlib import Path

import pytest

from training.__main__ import main
from training.evaluation.validation import validation_cases


def test_drawn_characters_of_held_out_seeds_need_no_data(tmp_path: Path) -> None:
    first, second = (list(validation_cases(tmp_path, long_side=64, characters=2)) for _ in range(2))
    assert [case.source for case in first] == ["characters"] * 2
    assert [case.sample.name for case in first] == [case.sample.name for case in second]
    for case in first:
        assert max(case.line_u8.shape) == 64
        assert case.line_u8.shape == case.sample.color.shape[:2]
        assert case.line_u8.min() < 64
    assert first[0].hints(8) == second[0].hints(8)
    assert first[0].hints(8) != first[1].hints(8)


def test_without_data_there_is_nothing_but_what_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(validation_cases(tmp_path, long_side=64)) == []
    arguments = ["evaluate", "--data", str(tmp_path), "--distance-features", "none"]
    assert main(arguments) == 2
    assert "--characters 24" in capsys.readouterr().err
    assert main(["evaluate"]) == 2
    assert "or --characters" in capsys.readouterr().err


def test_baselines_are_measured_on_drawn_characters(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--size", "64", "--hints", "4", "--distance-features", "none"]
    assert main(["evaluate", "--characters", "1", *options]) == 0
    assert "1 pictures, long side 64" in capsys.readouterr().out
