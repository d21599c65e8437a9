"""Real line art: sets that are no pairs, conditions that are the same for all, blind sheets."""

import json

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

import resources
from models.hints.tags import load_vocabulary
from models.runtime.watershed import WatershedGenerator
from training.__main__ import main
from training.evaluation import painters
from training.evaluation.real_lines.drawings import illustrations, line_cases
from training.evaluation.real_lines.protocols import (
    condition,
    measure_real_lines,
    random_tags,
    with_painted,
)
from training.evaluation.real_lines.rating import read_preference, sign_test, write_sheets
from training.metrics.frechet import SetFeatures

VOCABULARY = load_vocabulary(resources.TAGS)


class Means(nn.Module):
    """Mean colours as features."""

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return pictures.mean(dim=(2, 3))


MEANS = SetFeatures("means", Means(), False)


@pytest.fixture
def lines(tmp_path):
    folder = tmp_path / "lines"
    folder.mkdir()
    for number in range(4):
        drawing = np.full((80, 100 + number), 255, np.uint8)
        drawing[20:60, 30 + number] = 0
        Image.fromarray(drawing).save(folder / f"{number}.png")
    (folder / "notes.txt").write_text("no drawing")
    (folder / "broken.png").write_bytes(b"no picture")
    return folder


@pytest.fixture
def pictures(tmp_path):
    """Illustrations without tags, all of them reddish."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(5):
        color = np.full((520, 560, 3), (220, 60 + 9 * number, 40), np.uint8)
        color[::7] = (200, 30, 90 + number)
        Image.fromarray(color).save(folder / f"{number}.png")
    return folder


def flat(color):
    return lambda case, _hints: np.broadcast_to(
        np.float32(color) + case.line_u8.mean() / 1e4, (*case.line_u8.shape, 3)
    )


@pytest.mark.parametrize("protocol", ["none", "tags", "hints"])
def test_what_looks_like_the_illustrations_is_nearer_to_them(lines, pictures, protocol):
    cases = list(line_cases(lines, side=64))
    assert [min(case.line_u8.shape) for case in cases] == [64] * 4
    colored = list(illustrations(pictures, side=64))
    assert len(colored) == 5
    figures = measure_real_lines(
        cases,
        colored,
        protocol=protocol,
        painters={"red": flat((0.85, 0.3, 0.2)), "blue": flat((0.1, 0.2, 0.9))},
        features=MEANS,
        vocabulary=VOCABULARY,
    )
    found = {each.method: each.distance for each in figures}
    assert found["red"] < found["blue"]
    assert found["red"] < found["line art as it is"]
    assert {(each.drawings, each.pictures) for each in figures} == {(4, 5)}


def test_every_method_is_given_the_same(lines, pictures):
    case = next(iter(line_cases(lines, side=64)))
    colored = list(illustrations(pictures, side=64, limit=3))
    first, again = (condition(case, 1, "hints", colored, VOCABULARY)[1] for _ in range(2))
    assert first == again
    given = condition(case, 0, "tags", (), VOCABULARY)[0]
    assert given.sample.tags == condition(case, 0, "tags", (), VOCABULARY)[0].sample.tags
    other = condition(case, 1, "tags", (), VOCABULARY)[0]
    assert given.sample.tags != other.sample.tags


def test_random_tags_name_hair_and_eyes_and_white_paper():
    for seed in range(20):
        tags = random_tags(VOCABULARY, np.random.default_rng(seed))
        groups = [VOCABULARY.by_name[name].group for name in tags]
        assert {"hair", "eyes"} < set(groups)
        assert len(set(groups)) == len(groups)
        assert [name for name in tags if name.endswith("_background")] == ["white_background"]


def test_blind_sheets_mix_the_order_and_forms_are_counted(lines, tmp_path):
    cases = list(line_cases(lines, side=64)) * 4
    methods = {"red": flat((0.9, 0, 0)), "blue": flat((0, 0, 0.9))}
    folder = tmp_path / "rate"
    assert write_sheets(folder, with_painted(cases, methods), list(methods)) == 16
    order = json.loads((folder / "key.json").read_text())["order"]
    assert {tuple(each) for each in order.values()} == {("red", "blue"), ("blue", "red")}
    for name, (first, _) in order.items():
        sheet = np.asarray(Image.open(folder / f"{name}.png"))
        a = sheet[sheet.shape[0] // 2, sheet.shape[1] // 2]
        assert (a.argmax() == 0) == (first == "red")
    form = (folder / "ratings.tsv").read_text()
    assert "red" not in form
    names = sorted(order)
    answers = {name: "AB"[order[name].index("red")] for name in names[:9]}
    answers |= {names[9]: "=", names[10]: "AB"[order[names[10]].index("blue")].lower()}
    filled = tmp_path / "anna.tsv"
    rows = "".join(f"{name}\t{answers.get(name, '')}\n" for name in names)
    filled.write_text("sheet\tbetter\n" + rows)
    found = read_preference(folder, [filled, filled])
    assert (found.first, found.second) == ("blue", "red")
    assert (found.first_wins, found.second_wins, found.ties) == (2, 18, 2)
    assert found.chance == pytest.approx(2 * (1 + 20 + 190) / 2**20)
    filled.write_text("sheet\tbetter\n001\tC\n")
    with pytest.raises(ValueError, match=r"anna\.tsv: sheet '001' rated 'C'; write A, B, ="):
        read_preference(folder, [filled])


def test_even_splits_are_chance():
    assert sign_test(5, 5) == 1
    assert sign_test(0, 10) == pytest.approx(2 / 1024)


def test_command_measures_and_writes_sheets(lines, pictures, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(painters, "load_generator", lambda _folder, _device: WatershedGenerator())
    monkeypatch.setattr(
        "training.evaluation.real_lines.command.choose_set_features", lambda *_: MEANS
    )
    arguments = ["evaluate-lines", "--lines", str(lines), "--size", "64"]
    assert main([*arguments, "--generator", "one", "--pictures", str(pictures)]) == 0
    assert "line art as it is" in capsys.readouterr().out
    two = [*arguments, "--generator", "one", "--generator", "two", "--rate", str(tmp_path / "r")]
    assert main(two) == 0
    assert "4 sheets" in capsys.readouterr().out
    (tmp_path / "anna.tsv").write_text("sheet\tbetter\n001\t=\n")
    rated = ["--rate", str(tmp_path / "r"), "--rated", str(tmp_path / "anna.tsv")]
    assert main(["evaluate-lines", *rated]) == 0
    assert "one 0, two 0, neither 1" in capsys.readouterr().out
    assert main(["evaluate-lines", "--lines", str(tmp_path / "none")]) == 2
    assert "name a folder of line art" in capsys.readouterr().err
