"""Promises of models.runtime.catalog: everything found is listed, with reasons for the unusable."""

import json

import numpy as np
import pytest

import resources
from models.device import CPU
from models.runtime import catalog as catalog_module
from models.runtime.catalog import Catalog
from models.runtime.generator import GeneratorError
from models.runtime.watershed import WatershedGenerator
from models.spec import LINE_GRAPH, PAINT_GRAPH, SPEC_FILE


def problem_of(folder, **options):
    (entry, fallback) = Catalog([folder.parent]).entries(**options)
    assert fallback.name == "watershed"
    assert fallback.problem is None
    return entry.problem


def change_spec(folder, **changes):
    path = folder / SPEC_FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, **changes}), encoding="utf-8")


def test_usable_generator_is_listed_and_loads(make_generator_folder):
    folder = make_generator_folder()
    catalog = Catalog([folder.parent])
    entry = catalog.entries()[0]
    assert (entry.name, entry.title, entry.folder, entry.problem) == ("tiny", "Tiny", folder, None)
    assert catalog.load("tiny", CPU).spec == entry.spec


def test_generators_come_by_their_rank_and_else_by_folder_and_name(make_generator_folder):
    ranks = {"a_small": 210, "b_own": None, "c_best": 10, "d_own": None, "e_best": 10}
    for name, rank in ranks.items():
        folder = make_generator_folder(name, **({} if rank is None else {"rank": rank}))
    (make_generator_folder("a_damaged", rank=1) / LINE_GRAPH).unlink()
    catalog = Catalog([folder.parent / "d_own", folder.parent])
    usable = ["c_best", "e_best", "d_own", "b_own", "a_small", "watershed"]
    assert [entry.name for entry in catalog.usable()] == usable
    assert [entry.name for entry in catalog.entries()] == ["a_damaged", *usable]


def test_bundled_generators_come_best_first(tmp_path):
    entries = Catalog([tmp_path / "nobody's own", resources.GENERATORS]).entries()
    small = ["alacgan_lite", "two_stage_lite", "sgru_lite", "csa_lite", "tag2pix_lite"]
    assert [entry.name for entry in entries] == ["tintline", *small, "watershed"]
    groups = {entry.name: entry.group for entry in entries}
    assert [name for name in groups if groups[name] == "Published methods, small"] == small
    assert all(entry.spec.summary.endswith(".") for entry in entries)


def test_folder_of_one_generator_is_listed_itself(make_generator_folder):
    folder = make_generator_folder()
    assert [entry.name for entry in Catalog([folder]).usable()] == ["tiny", "watershed"]


def test_watershed_is_always_last_and_usable(tmp_path):
    catalog = Catalog([tmp_path / "nowhere"])
    assert [entry.name for entry in catalog.usable()] == ["watershed"]
    assert isinstance(catalog.load("watershed", CPU), WatershedGenerator)


def test_unknown_name_lists_what_is_installed(make_generator_folder):
    catalog = Catalog([make_generator_folder().parent])
    with pytest.raises(GeneratorError, match="'huge'; installed: tiny, watershed"):
        catalog.load("huge", CPU)


@pytest.mark.parametrize("name", [LINE_GRAPH, PAINT_GRAPH])
def test_missing_graph_is_explained(make_generator_folder, name):
    folder = make_generator_folder()
    (folder / name).unlink()
    assert problem_of(folder).startswith(f"{folder / name}: missing")


def test_empty_graph_is_explained(make_generator_folder):
    folder = make_generator_folder()
    (folder / PAINT_GRAPH).write_bytes(b"")
    assert problem_of(folder).startswith(f"{folder / PAINT_GRAPH}: empty")


def test_foreign_file_is_explained_without_reading_it_whole(make_generator_folder):
    folder = make_generator_folder()
    (folder / LINE_GRAPH).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "line.onnx: not an ONNX graph" in problem_of(folder)


def test_truncated_graph_cannot_be_loaded_and_is_listed_so_afterwards(make_generator_folder):
    folder = make_generator_folder()
    path = folder / PAINT_GRAPH
    path.write_bytes(path.read_bytes()[:-20])
    catalog = Catalog([folder.parent])
    with pytest.raises(GeneratorError, match=r"paint\.onnx: damaged or foreign, its sha256"):
        catalog.load("tiny", CPU)
    assert "download or export the generator again" in catalog.entries()[0].problem


def test_digests_can_be_checked_while_listing(make_generator_folder):
    folder = make_generator_folder()
    path = folder / PAINT_GRAPH
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    assert problem_of(folder) is None
    assert "damaged or foreign" in problem_of(folder, check_digests=True)


def test_unchanged_files_are_read_once(make_generator_folder, monkeypatch):
    read = []
    digest = catalog_module.file_digest

    def count(path):
        read.append(path.name)
        return digest(path)

    monkeypatch.setattr(catalog_module, "file_digest", count)
    catalog = Catalog([make_generator_folder().parent])
    for _ in range(3):
        catalog.entries()
    assert read == []
    for _ in range(2):
        catalog.load("tiny", CPU)
        catalog.entries(check_digests=True)
    assert read == [LINE_GRAPH, PAINT_GRAPH]


def test_repaired_file_is_noticed(make_generator_folder):
    folder = make_generator_folder()
    path = folder / LINE_GRAPH
    whole = path.read_bytes()
    path.write_bytes(whole[:-4])
    catalog = Catalog([folder.parent])
    assert catalog.entries(check_digests=True)[0].problem
    path.write_bytes(whole)
    assert catalog.load("tiny", CPU).spec.name == "tiny"


def test_graph_that_onnxruntime_refuses_is_remembered(make_generator_folder):
    catalog = Catalog([make_generator_folder().parent], make_session=_refuse)
    with pytest.raises(GeneratorError, match="opset 99"):
        catalog.load("tiny", CPU)
    assert "opset 99" in catalog.entries()[0].problem


def _refuse(path, device):
    raise GeneratorError(f"{path}: opset 99 is newer than this onnxruntime; update Tintline")


def test_newer_format_asks_for_an_update(make_generator_folder):
    folder = make_generator_folder()
    change_spec(folder, format_version=2)
    problem = problem_of(folder)
    assert problem.startswith(str(folder / SPEC_FILE))
    assert "format 2" in problem
    assert "update Tintline" in problem


def test_unknown_input_asks_for_an_update(make_generator_folder):
    folder = make_generator_folder(inputs=("hints", "depth"))
    assert "takes depth, unknown to this program; update Tintline" in problem_of(folder)


def test_spec_without_digests_is_not_trusted(make_generator_folder):
    folder = make_generator_folder(digests={})
    assert "lists no sha256 of line.onnx and paint.onnx" in problem_of(folder)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        bytes(np.arange(256, dtype=np.uint8)),
    ],
)
def test_damaged_spec_is_explained(make_generator_folder, content):
    folder = make_generator_folder()
    (folder / SPEC_FILE).write_bytes(content)
    assert problem_of(folder).startswith(str(folder / SPEC_FILE))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 5},
        {"name": ""},
        {"title": None},
        {"tags": 7},
        {"digests": "abc"},
        {"digests": ["line.onnx"]},
        {"size_rule": {"multiple_of": "sixteen"}},
        {"size_rule": None},
        {"outputs": []},
        {"features": []},
        {"inputs": [["hints"]]},
        {"precision": "int4"},
        {"format_version": "one"},
        {"surprise": 1},
    ],
)
def test_spec_with_wrong_values_is_explained(make_generator_folder, changes):
    folder = make_generator_folder()
    change_spec(folder, **changes)
    assert str(folder / SPEC_FILE) in problem_of(folder)


def test_missing_spec_is_explained(make_generator_folder):
    folder = make_generator_folder()
    (folder / SPEC_FILE).unlink()
    assert problem_of(folder).startswith(str(folder / SPEC_FILE))


def test_first_of_two_with_one_name_is_used(make_generator_folder):
    first = make_generator_folder("a", name="twin")
    second = make_generator_folder("b", name="twin")
    entries = Catalog([first.parent]).entries()
    assert [entry.problem for entry in entries if entry.folder == first] == [None]
    (problem,) = [entry.problem for entry in entries if entry.folder == second]
    assert f"'twin' is already taken by {first}" in problem


def test_damaged_one_does_not_hide_a_good_one_of_its_name(make_generator_folder):
    damaged = make_generator_folder("a", name="twin")
    (damaged / LINE_GRAPH).unlink()
    good = make_generator_folder("b", name="twin")
    assert Catalog([good.parent]).load("twin", CPU).spec.name == "twin"


def test_nothing_may_take_the_name_of_the_fallback(make_generator_folder):
    folder = make_generator_folder("impostor", name="watershed")
    assert "already taken by the program itself" in problem_of(folder)
    assert isinstance(Catalog([folder.parent]).load("watershed", CPU), WatershedGenerator)


def test_files_and_folders_that_are_no_generators_are_passed_over(tmp_path):
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "MODEL_CARDS.md").write_text("# Cards", encoding="utf-8")
    assert len(Catalog([tmp_path, tmp_path / "notes.txt"]).entries()) == 1
