"""Live colouring with a real painter: the built-in fill, which needs no generator files."""

import numpy as np
import pytest

from app.document.edits import AddHint, SetGenerator
from app.document.project_file import new_project
from app.inference.live import LiveColorizer
from app.inference.painter import painter_loader
from app.inference.scheduler import LiveScheduler
from app.inference.worker import InferenceWorker
from app.session import Session
from models.device import CPU
from models.hints.hints import PointHint
from models.requests.request import Stage
from models.runtime.catalog import Catalog

RED, BLUE = (200, 30, 40), (30, 40, 200)


def two_rooms():
    """A frame with a wall in the middle, 120×160, lines three pixels thick."""
    rgba_u8 = np.full((120, 160, 4), 255, dtype=np.uint8)
    for rows, columns in (
        (slice(10, 13), slice(10, 150)),
        (slice(107, 110), slice(10, 150)),
        (slice(10, 110), slice(10, 13)),
        (slice(10, 110), slice(147, 150)),
        (slice(10, 110), slice(79, 82)),
    ):
        rgba_u8[rows, columns, :3] = 0
    return rgba_u8


@pytest.fixture
def session(qapp):
    return Session()


@pytest.fixture
def worker(qapp):
    owner = InferenceWorker(painter_loader(Catalog([]), lambda: CPU))
    yield owner
    owner.stop()


@pytest.fixture
def live(session, worker):
    colorizer = LiveColorizer(session, worker, LiveScheduler())
    yield colorizer
    colorizer.stop()


def wait_for_full(qtbot, worker, act):
    with qtbot.waitSignal(
        worker.result_ready, check_params_cb=lambda update: update.stage is Stage.FULL
    ):
        act()


def color_at(session, x, y):
    return tuple(int(value) for value in session.pixels.get("colour")[y, x, :3])


def test_hinted_rooms_take_exactly_their_hints_colors(qtbot, session, worker, live):
    wait_for_full(qtbot, worker, lambda: session.open(new_project(two_rooms(), "rooms.png")))
    for x, color in ((45, RED), (115, BLUE)):
        edit = AddHint(PointHint(x, 60, color, 3))
        wait_for_full(qtbot, worker, lambda edit=edit: session.apply(edit))
    assert color_at(session, 30, 90) == RED
    assert color_at(session, 130, 30) == BLUE
    assert "full size" in live.status


def test_undo_takes_the_color_back(qtbot, session, worker, live):
    wait_for_full(qtbot, worker, lambda: session.open(new_project(two_rooms(), "rooms.png")))
    before = session.pixels.get("colour").copy()
    edit = AddHint(PointHint(45, 60, RED, 3))
    wait_for_full(qtbot, worker, lambda: session.apply(edit))
    wait_for_full(qtbot, worker, session.undo)
    assert (session.pixels.get("colour") == before).all()


def test_unknown_generator_is_told_and_the_fill_takes_over(
    qtbot, session, worker, live, expected_log
):
    expected_log.append("generator 'lost' cannot be loaded")
    session.open(new_project(two_rooms(), "rooms.png"))
    with qtbot.waitSignals([session.failed, worker.generator_ready]):
        session.apply(SetGenerator("lost"))
    wait_for_full(qtbot, worker, live.request_now)
    assert session.pixels.get("colour") is not None
