"""``--reference`` of colorize and batch, and references of a card."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from app.animation.cut import CutLook
from app.batch.card import CharacterCard
from app.cli.command import run_command
from app.document.document import Document
from app.errors import PlanError
from app.references.files import read_references, write_references
from models.hints.hints import LineArt
from models.matching.references import PointPair, References
from models.matching.sheets import Reference
from tests.helpers.figures.sheet_figure import SHIRT, SKIRT, figure, share_right


def save(path, pixels):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def sheet(tmp_path):
    line, flat = figure()
    save(tmp_path / "sheet" / "front.line.png", line)
    return save(tmp_path / "sheet" / "front.png", flat)


@pytest.fixture
def drawing(tmp_path):
    """A drawing of the figure elsewhere, its line art and its true flats."""
    line, flat = figure(across=12, mirrored=True)
    return save(tmp_path / "frames" / "a_0001.png", line), line, flat


def test_colorize_takes_the_colors_of_a_reference_and_lists_what_it_told(
    sheet, drawing, tmp_path, capsys
):
    path, line, flat = drawing
    out = tmp_path / "out.png"
    options = ["--reference", str(sheet), "--light", "none", "--flats", "--json"]
    assert run_command(["colorize", str(path), "-o", str(out), *options]) == 0
    with Image.open(tmp_path / "out.flats.png") as flats:
        assert share_right(np.array(flats), flat, line) > 0.9
    (one,) = json.loads(capsys.readouterr().out)["pictures"]
    told = one["references"]
    assert one["hints"]["visible"] == 0  # those of the artist, who gave none
    assert told["regions"] > 10
    assert all(0 <= each["confidence"] <= 1 for each in told["open"] + told["unsure"])


def test_a_batch_colors_by_a_card_that_names_a_sheet(sheet, drawing, tmp_path):
    _, line, flat = drawing
    card = tmp_path / "card.json"
    card.write_text(json.dumps({"name": "Figure", "reference": "sheet"}))
    out = tmp_path / "out"
    arguments = ["batch", tmp_path / "frames", "-o", out, "--card", card]
    assert run_command([str(each) for each in arguments]) == 0
    with Image.open(out / "a_0001.png") as picture:
        assert share_right(np.array(picture.convert("RGB")), flat, line, SHIRT) > 0.8
    facts = json.loads((out / ".tintline" / "a_0001.json").read_text())["facts"]
    assert facts["left_open"]["count"] + facts["low_confidence"]["count"] > 0
    report = json.loads((out / "report.json").read_text())
    kinds = {fault["kind"] for fault in report["frames"][0]["faults"]}
    assert kinds & {"left_open", "low_confidence"}
    assert run_command([str(each) for each in arguments]) == 0  # nothing to do
    kept = (out / "a_0001.png").stat().st_mtime_ns
    Image.fromarray(np.where(figure()[1] == SHIRT, SKIRT, figure()[1]).astype(np.uint8)).save(sheet)
    assert run_command([str(each) for each in arguments]) == 0
    assert (out / "a_0001.png").stat().st_mtime_ns != kept


def test_references_of_a_folder_are_for_the_layers_that_their_folders_name(tmp_path):
    _, flat = figure()
    save(tmp_path / "sheets" / "all.png", flat)
    save(tmp_path / "sheets" / "A" / "hana.png", flat[:200])
    save(tmp_path / "sheets" / "B" / "ren.png", flat[:220])
    found = read_references(tmp_path / "sheets")
    assert [(each.name, each.layer) for each in found.pictures] == [
        ("all.png", ""), ("hana.png", "A"), ("ren.png", "B")
    ]  # fmt: skip
    assert [each.name for _, each in found.for_layers(["a"]).telling] == ["all.png", "hana.png"]
    assert [number for number, _ in found.for_layers(["B"]).telling] == [0, 2]
    assert len(found.telling) == len(found.for_layers(["A", "B"]).telling) == 3
    names = write_references(tmp_path / "kept", found)
    assert len(names) == 3
    card = tmp_path / "card.json"
    card.write_text(json.dumps({"reference": {"file": "kept/02.png", "layer": "A"}}))
    (again,) = CharacterCard.read(card, None).references.pictures
    assert again == found.pictures[1]


def test_what_a_folder_of_references_holds_is_never_overwritten(sheet, drawing, capsys):
    kept = sheet.read_bytes()
    options = ["--reference", str(sheet.parent), "--overwrite"]
    assert run_command(["colorize", str(drawing[0]), "-o", str(sheet), *options]) != 0
    assert "never overwritten" in capsys.readouterr().err
    assert sheet.read_bytes() == kept


def test_a_cut_takes_references_without_the_pairs_of_one_drawing():
    line, flat = figure()
    given = References((Reference(flat, "sheet.png"),), (PointPair((1, 2), (3, 4)),))
    document = replace(Document(line_art=LineArt(line)), references=given)
    for look in (CutLook.of(document), CutLook.lent_by(document)):
        assert look.references == References(given.pictures)


@pytest.mark.parametrize(
    ("named", "reason"),
    [("nowhere.png", "nowhere.png"), ("empty", "holds no picture"), (3, "text")],
)
def test_references_that_cannot_be_read_are_told(tmp_path, named, reason, capsys):
    (tmp_path / "empty").mkdir()
    card = tmp_path / "card.json"
    card.write_text(json.dumps({"reference": named}))
    with pytest.raises(PlanError, match=reason):
        CharacterCard.read(card, None)
    drawing = save(tmp_path / "a.png", figure()[0])
    missing = ["colorize", str(drawing), "-o", str(tmp_path / "b.png"), "--reference", "none.png"]
    assert run_command(missing) == 2
    assert "--reference" in capsys.readouterr().err


def test_line_art_of_a_reference_that_went_is_not_another_ones(tmp_path):
    drawing, flat = figure()
    save(tmp_path / "with" / "01.png", flat)
    save(tmp_path / "with" / "01.line.png", drawing)
    save(tmp_path / "without.png", flat[:200])
    kept = tmp_path / "kept"
    write_references(kept, read_references(tmp_path / "with"))
    assert read_references(kept).pictures[0].line_u8 is not None
    write_references(kept, read_references(tmp_path / "without.png"))
    assert read_references(kept / "01.png").pictures[0].line_u8 is None
