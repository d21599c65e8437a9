"""Many random actions with paint: undo and redo lead through them, the project keeps the end."""

import random

import pytest

from app.canvas.tools import BrushSettings
from app.document.layer import BlendMode
from app.document.project_file import Project, read_project, write_project
from tests.helpers.idle import settle

ACTIONS = 60


@pytest.mark.parametrize("seed", [1, 2])
def test_random_actions_are_undone_done_again_and_kept(studio, pen, qtbot, tmp_path, seed):
    draw = random.Random(seed)
    session, work, canvas = studio.parts.session, studio.layers_panel.work, studio.canvas
    selecting = studio.painting.selecting
    studio.commands["tool_select"].trigger()
    settle(studio, qtbot)

    def at():
        return draw.uniform(-10, 210), draw.uniform(-10, 130)

    def paint():
        studio.commands[draw.choice(["tool_brush", "tool_eraser"])].trigger()
        color = tuple(draw.randrange(256) for _ in range(3))
        hardness, opacity = draw.random(), draw.random()
        brush = BrushSettings(color, draw.uniform(1, 30), hardness=hardness, opacity=opacity)
        canvas.set_brush(brush)
        pen.stroke(at(), at(), at(), pressure=draw.uniform(0.1, 1))

    def select():
        studio.commands["tool_select"].trigger()
        pen.stroke(at(), at(), at(), at())

    def fill():
        studio.commands["tool_fill"].trigger()
        pen.stroke(at())

    actions = (
        paint, paint, paint, select, fill, selecting.invert, selecting.clear_paint, work.add,
        work.merge_down, work.remove, session.undo, session.undo, session.redo,
        lambda: work.set_blend(draw.choice(list(BlendMode))),
        lambda: work.set_alpha_lock(draw.random() < 0.3),
        lambda: work.set_region_clip(draw.random() < 0.3),
    )  # fmt: skip
    for _ in range(ACTIONS):
        draw.choice(actions)()
        if work.paint_layer is None:
            work.add()
    end, position = session.document, session.history.position
    seen = canvas.grab().toImage()
    while session.can_undo:
        session.undo()
    assert not session.document.paintings
    while session.history.position < position:
        session.redo()
    assert session.document.paintings == end.paintings
    assert session.document.layers == end.layers
    assert canvas.grab().toImage() == seen
    path = tmp_path / "end.tintline"
    write_project(path, Project(document=end, pixels=session.pixels.snapshot()))
    back = read_project(path).document
    assert (back.paintings, back.layers) == (end.paintings, end.layers)
    assert back.selection == end.selection
    settle(studio, qtbot)
