"""A session with a drawing, an inference worker that paints by script, no generator files."""

import pytest

from app.document.project_file import new_project
from app.inference.worker import InferenceWorker
from app.session import Session
from tests.helpers.fakes import FakeClock, FakeLoader, FakePainter, drawing


@pytest.fixture
def no_generators(monkeypatch):
    """Only the fill that is built in, whatever is installed."""
    monkeypatch.setattr("app.places.generator_folders", lambda: ())
    monkeypatch.setattr("app.places.light_folders", lambda: ())


@pytest.fixture
def session(qapp):
    opened = Session()
    opened.open(new_project(drawing(), "girl.png"))
    return opened


@pytest.fixture
def painter():
    return FakePainter("fake")


@pytest.fixture
def loader(painter):
    return FakeLoader({"": painter, "fake": painter, "watershed": FakePainter("watershed")})


@pytest.fixture
def worker(qapp, loader):
    owner = InferenceWorker(loader)
    yield owner
    owner.stop()


@pytest.fixture
def clock():
    return FakeClock()
