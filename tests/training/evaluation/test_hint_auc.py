"""Promises of the Hint-AUC command: files in, files scored, areas as the protocol has them."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from models.pictures.files import read_picture
from tests.helpers.places import ROOT
from tests.helpers.training.extractor_pictures import face
from training.__main__ import main
from training.evaluation import hint_auc
from training.metrics.case import Case

RATIOS = (0.0, 0.05, 0.1, 1.0)


def psnr(path, truth):
    square = ((read_picture(path).rgba_u8[..., :3].astype(float) - truth) ** 2).mean()
    return {"psnr": 10 * np.log10(255**2 / (square + 1)), "ssim": 0.5, "mse": square}


@pytest.fixture
def protocol():
    """What the command asks of the package, a hint in the middle for every ratio."""

    def hint_inputs(hints, ratio, kind, height, width):
        assert kind == "scribble"
        mask = np.zeros((height, width), np.uint8)
        mask[height // 2, : int(width * ratio)] = 255
        return np.zeros((height, width, 3), np.uint8) + np.array([3, 2, 1], np.uint8), mask

    def trapz(xs, ys):
        return float(np.trapezoid(ys, xs)) if hasattr(np, "trapezoid") else float(np.trapz(ys, xs))

    return SimpleNamespace(
        DEFAULT_ALPHAS=RATIOS,
        DEFAULT_HINT_SIZE=64,
        Evaluator=lambda metrics: psnr,
        alpha_dir_name=lambda ratio: f"{ratio:.2f}",
        generate_hints=lambda bgr, path_method: bgr,
        hint_inputs=hint_inputs,
        trapz=trapz,
        hint_auc_table=lambda curve: {
            metric: trapz(sorted(curve), [curve[each][metric] for each in sorted(curve)])
            for metric in hint_auc.METRICS
        },
        protocol_record=lambda *given, **named: {"given": len(given), **named},
    )


def test_every_ratio_is_colored_from_files_and_scored(protocol, tmp_path, monkeypatch):
    sample = face(96)
    case = Case(source="test", sample=sample, line_u8=np.full((96, 96), 255, np.uint8))
    asked = []

    def colorize(drawings, hints, out, generator):
        asked.append((generator, hints.name if hints else None))
        out.mkdir(parents=True)
        if hints:
            rgba = read_picture(hints / "000.png").rgba_u8
            assert set(map(tuple, rgba[rgba[..., 3] > 0][:, :3].tolist())) == {(1, 2, 3)}
        shutil.copy(drawings / "000.png", out / "000.png")

    monkeypatch.setattr(hint_auc, "colorize", colorize)
    result = hint_auc.measure(protocol, [case], ["watershed", "fine"], tmp_path)
    ratios = [None, "0.05", "0.10", "1.00"]
    assert asked == [(name, each) for name in ("watershed", "fine") for each in ratios]
    flat = result["curves"]["fine"][0.0]["psnr"]
    assert result["areas"]["fine"]["psnr"] == pytest.approx(flat)
    assert result["areas_few"]["fine"]["psnr"] == pytest.approx(flat)
    assert "fine: falls from 0 % to 5 %, 5 % to 10 %" in hint_auc.table(result)


def test_words_of_the_application_are_told(tmp_path, monkeypatch):
    (tmp_path / "000.png").write_bytes(b"no picture")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)  # a folder is meant as whoever asks means it
    with pytest.raises(hint_auc.ColorizeError, match="000") as found:
        hint_auc.colorize(Path(), None, Path("out"), "watershed")
    assert "no such file" not in str(found.value)


def test_missing_package_is_named_with_its_remedy(monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "hintauc", None)
    assert main(["hint-auc", "--data", "nowhere"]) == 1
    assert "pip install --no-deps hintauc" in capsys.readouterr().err
