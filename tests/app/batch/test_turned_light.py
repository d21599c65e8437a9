"""A light that follows the figure of a cut as it turns."""

from dataclasses import replace

import numpy as np
import pytest

from app.animation.cut import CutLook, light_of
from app.batch.facts import turn_of
from app.batch.records import ResultFolder
from app.batch.reporting.judging import frame_reports
from app.batch.runner import BatchRunner
from app.document.project_file import new_project
from models.lighting.light import Follows, Light
from models.pictures.files import read_picture, write_png
from models.runtime.watershed import WatershedGenerator
from tests.helpers.cuts import plan_of
from tests.helpers.figures.turned_figure import PIECES, drawn, hint_file

pytestmark = pytest.mark.usefixtures("no_generators")

TURNS = (0, 12, 24, 36)
BODY = PIECES[2][2]


@pytest.fixture
def cut(tmp_path):
    """A folder with a cut of a figure that turns, hints of its first frame beside it."""
    for folder in ("frames", "hints"):
        (tmp_path / folder).mkdir()
    for number, degrees in enumerate(TURNS):
        write_png(tmp_path / "frames" / f"a_{number:04d}.png", drawn(degrees)[0])
    make_key(tmp_path, 0)
    return tmp_path


def make_key(folder, number):
    (folder / "hints" / f"a_{number:04d}.json").write_text(hint_file(TURNS[number]))


def run(folder, follows, out="out"):
    plan = plan_of(folder / "frames", folder / "hints", folder / out)
    settings = replace(plan.settings, light=Light(270.0, follows=follows))
    plan = replace(plan, settings=settings)
    list(BatchRunner(plan).run(WatershedGenerator()))
    return plan


def turns_of(plan):
    records = [ResultFolder(plan.out).read_record(frame.label) for frame in plan.frames]
    return [turn_of(record.facts) for record in records]


def lit_from(plan, index):
    """From the middle of the body's shade to the middle of the rest, degrees clockwise."""
    shown = read_picture(plan.target(index)).rgba_u8[..., :3].astype(int)
    body = (drawn(TURNS[index])[1] == BODY).all(axis=2)
    dark = body & (shown.sum(axis=2) < sum(BODY) - 40)
    down, across = np.argwhere(body & ~dark).mean(axis=0) - np.argwhere(dark).mean(axis=0)
    return float(np.degrees(np.arctan2(across, -down)))


def test_shade_turns_with_the_figure_or_stays_for_the_camera(cut):
    moved = {}
    for follows in Follows:
        plan = run(cut, follows, follows.value)
        moved[follows] = (lit_from(plan, 3) - lit_from(plan, 0)) % 360
        turned = follows is Follows.FIGURE
        assert [turn.degrees for turn in turns_of(plan)] == pytest.approx(
            [degrees * turned for degrees in TURNS], abs=3
        )
    assert moved[Follows.FIGURE] == pytest.approx(36, abs=8)
    assert (moved[Follows.CAMERA] + 180) % 360 - 180 == pytest.approx(0, abs=8)


def test_a_later_key_frame_keeps_the_light_where_the_first_one_had_it(cut):
    make_key(cut, 2)
    plan = run(cut, Follows.FIGURE)
    assert [turn.degrees for turn in turns_of(plan)] == pytest.approx(TURNS, abs=4)


def test_a_frame_that_is_not_sure_keeps_the_cameras_light_and_is_reported(cut):
    write_png(cut / "frames" / "a_0002.png", np.full_like(drawn()[0], 255))
    plan = run(cut, Follows.FIGURE)
    reports = list(frame_reports(plan))
    unsure = ["unturned" in {fault.kind for fault in report.faults} for report in reports]
    assert unsure[:3] == [False, False, True]
    assert not turns_of(plan)[2]
    assert not any(
        fault.kind == "unturned"
        for report in frame_reports(run(cut, Follows.CAMERA, "camera"))
        for fault in report.faults
    )


def test_what_a_turned_light_depends_on_is_in_its_fingerprint(cut):
    make_key(cut, 2)
    turned, still = (run(cut, follows, follows.value) for follows in reversed(Follows))
    write_png(cut / "frames" / "a_0001.png", drawn(14)[0])
    changed = []
    for plan in (turned, still):
        again = plan_of(cut / "frames", cut / "hints", plan.out)
        changed.append(replace(again, settings=plan.settings).changed_since(plan))
    assert changed == [(1, 2, 3), (1,)]


def test_a_frame_is_opened_under_its_turned_light_and_the_cut_keeps_it_unturned(cut):
    plan = run(cut, Follows.FIGURE)
    look = CutLook(light=plan.settings.light)
    opened = light_of(plan, 3, look)
    assert opened is not None
    assert opened.turn == turns_of(plan)[3]
    assert opened.seen_deg == pytest.approx(270 + TURNS[3], abs=3)
    document = replace(new_project(np.zeros((8, 8, 4), np.uint8), "a").document, light=opened)
    assert CutLook.of(document).light == look.light
    camera = CutLook(light=replace(look.light, follows=Follows.CAMERA))
    assert light_of(plan, 3, camera) == camera.light
