"""No reader falls over, hangs or swells on some files made wrong; packaging/fuzzing makes more."""

import importlib
import signal
import sys
from itertools import islice

import pytest

from tests.helpers.places import ROOT

FUZZING = ROOT / "packaging" / "fuzzing"
CASES = 20
IN_FEW = ("recipe",)
"""Kinds whose reader imports what takes seconds."""


@pytest.fixture(scope="module")
def fuzz():
    """The program, as it is run."""
    sys.path.insert(0, str(FUZZING))
    yield importlib.import_module("fuzz")
    sys.path.remove(str(FUZZING))


@pytest.fixture
def alarm(fuzz):
    """What ends a case that takes too long."""
    before = signal.signal(signal.SIGALRM, fuzz._raise_too_long)
    yield
    signal.signal(signal.SIGALRM, before)


def test_files_of_every_kind_made_wrong_are_read_or_refused(fuzz, alarm, tmp_path):
    found, total = {}, fuzz.Tally()
    chosen = {name: kind for name, kind in fuzz.kinds().items() if name not in IN_FEW}
    for name, kind in chosen.items():
        tally = fuzz.run_cases(kind, islice(fuzz.cases(kind, 1), CASES), tmp_path / name)
        total.add(tally)
        found |= {f"{name}: {went}": count for went, count in tally.findings.items()}
    assert not found
    assert total.cases == CASES * len(chosen)
    assert min(total.read, total.refused) > total.cases // 5


def test_a_reader_that_falls_over_is_found_and_its_file_made_small(fuzz, alarm, tmp_path):
    def read(path):
        if b"#" in path.read_bytes():
            raise RuntimeError("fell over")

    made_wrong = importlib.import_module("mutations").mutate_bytes
    kind = fuzz.Kind("a.txt", lambda: [b"colour #aabbcc " * 20], made_wrong, read)
    tally = fuzz.run_cases(kind, islice(fuzz.cases(kind, 1), 20), tmp_path, tmp_path / "found")
    assert len(tally.findings) == 1
    assert "RuntimeError" in next(iter(tally.findings))
    kept = [path for path in (tmp_path / "found").iterdir() if path.suffix != ".txt"]
    assert [path.read_bytes() for path in kept] == [b"#"]
