"""Poses, pairs, props and backdrops: drawn without error, exactly labelled, truthfully tagged."""

import numpy as np
import pytest

import resources
from models.hints.parts import Part
from models.hints.tags import load_vocabulary
from training.data.characters import Framing, Motion, ViewChoice, draw_character
from training.data.characters.drawing.drawing import Cast, Shape
from training.data.characters.drawing.regions import RegionBook
from training.data.characters.figure.design import choose_design
from training.data.characters.figure.figure import draw_figure, top_of
from training.data.characters.figure.gait import Gait, ankle, knee, toe_turn
from training.data.characters.figure.hands import HANDS
from training.data.characters.figure.limbs import holder
from training.data.characters.figure.pose import arm_joints, arm_of, leg_joints, lowest
from training.data.characters.figure.postures import POSTURE_NAMES, POSTURES, STANDING
from training.data.characters.joint_tags import join_color_tags, join_shape_tags
from training.data.characters.picture import render_scene
from training.data.characters.scene.backdrop import BACKDROPS
from training.data.characters.scene.props import PROPS
from training.data.characters.scene.scene import (
    BACKDROP_SHARE,
    COMPANY_SHARE,
    Pan,
    Scene,
    backdrop_of,
    choose_scene,
    placements,
)

VOCABULARY = load_vocabulary(resources.TAGS)
PLAIN = {"backdrop": "none", "company": False}


def posed(posture, seed=4, framing=Framing.FULL):
    return choose_design(seed, ViewChoice(framing=framing, posture=posture), Motion())


def drawn(seed, size=128, **view):
    """The scene of a seed with its sample and its regions' book."""
    view, book = ViewChoice(**view), RegionBook((255, 255, 255))
    scene = choose_scene(seed, view, Motion())
    book.colors[0] = scene.designs[0].look.background
    sample = render_scene(scene, width=size, height=size, motion=Motion(), book=book)
    return scene, sample, book


@pytest.mark.parametrize("posture", POSTURE_NAMES)
def test_every_posture_draws_a_whole_figure(posture):
    for seed in (1, 2):
        view = ViewChoice(framing=Framing.FULL, posture=posture, **PLAIN)
        sample = draw_character(seed, size=112, view=view)
        rows, columns = np.nonzero(sample.figure)
        assert rows.max() < 111, "the feet are cut off"
        assert rows.max() - rows.min() > 70
        assert columns.min() > 0
        assert columns.max() < 111


@pytest.mark.parametrize("framing", [Framing.BUST, Framing.HALF])
def test_every_posture_can_be_framed_closer(framing):
    for seed, posture in enumerate(POSTURE_NAMES[framing is Framing.HALF :: 2]):
        view = ViewChoice(framing=framing, posture=posture, **PLAIN)
        assert (draw_character(seed, size=64, view=view).figure > 0).mean() > 0.1


def test_there_are_many_clearly_different_postures():
    """Limbs of different postures lie at least a tenth of a head's height apart on average."""
    limbs = {}
    for name in POSTURES:
        design = posed(name)
        points = [
            joint
            for side in (-1, 1)
            for joint in (
                *arm_joints(design.build, design.pose, side)[1:],
                *leg_joints(design.build, design.pose, side)[1:],
            )
        ]
        limbs[name] = np.array(points)
    distinct = []
    for points in limbs.values():
        if all(np.hypot(*(points - other).T).mean() > 0.1 for other in distinct):
            distinct.append(points)
    assert len(distinct) >= 12


def test_postures_include_what_illustrators_ask_for():
    wanted = {"sitting", "arms_crossed", "hands_on_hips", "waving", "hand_to_chin", "walking"}
    wanted |= {"arms_behind_back", "running", "kneeling", "reaching", "arm_raised"}
    assert wanted <= set(POSTURE_NAMES)


def test_sitting_is_lower_than_standing_and_kneeling_lower_still():
    levels = [
        lowest(posed(name).build, posed(name).pose) for name in (STANDING, "sitting", "kneeling")
    ]
    assert levels[0] > levels[1] > levels[2]


def test_limbs_keep_their_length_while_walking():
    for phase in np.linspace(0, 1, 24, endpoint=False):
        for side in (-1, 1):
            u, lift = ankle(Gait(kind="walk", phase=phase), side, 3.0)
            bent, end = knee((0.0, 2.4), (u, 5.2 - lift), 1.5, 1.4)
            assert np.hypot(bent[0], bent[1] - 2.4) == pytest.approx(1.5)
            assert np.hypot(end[0] - bent[0], end[1] - bent[1]) == pytest.approx(1.4)


def test_a_foot_on_the_ground_does_not_slide_in_walking():
    """It moves back at one speed, while the other foot swings."""
    phases = np.linspace(0.05, 0.4, 8)
    places = [ankle(Gait(kind="walk", phase=p), 1, 3.0) for p in phases]
    steps = np.diff([u for u, _ in places])
    assert np.allclose(steps, steps[0])
    assert all(height == 0 for _, height in places)
    assert abs(toe_turn(Gait(kind="walk", phase=0.2), 1)) < 0.01


def test_hands_are_drawn_with_fingers():
    assert set(HANDS) >= {"relaxed", "fist", "open", "flat", "point"}
    for shape in HANDS.values():
        assert len(shape.creases) + len(shape.corners) >= 4


@pytest.mark.parametrize("posture", [name for name, plan in POSTURES.items() if plan.prop])
def test_what_is_held_is_seen_and_is_other(posture):
    framing = Framing.FULL if POSTURES[posture].full else Framing.HALF
    scene, sample, book = drawn(3, framing=framing, posture=posture, **PLAIN)
    prop = scene.designs[0].pose.prop
    assert prop in PROPS
    numbers = [i for i, scope in enumerate(book.scopes) if f"prop {prop}" in scope]
    seen = np.isin(sample.regions, numbers)
    assert seen.sum() > 15
    assert np.all(sample.labels[seen] == Part.OTHER)
    pose, build = scene.designs[0].pose, scene.designs[0].build
    assert arm_of(build, pose, holder(pose)).hand != "hidden"


def test_who_sits_sits_on_something():
    for posture in ("sitting", "sitting_sideways", "sitting_crossed"):
        _, sample, book = drawn(6, framing=Framing.FULL, posture=posture, **PLAIN)
        seat = [i for i, scope in enumerate(book.scopes) if scope.endswith("/seat")]
        assert np.isin(sample.regions, seat).sum() > 60


@pytest.mark.parametrize("kind", list(BACKDROPS))
def test_backdrops_fill_the_picture_and_are_background_or_other(kind):
    for seed in (1, 2):
        _, sample, book = drawn(seed, backdrop=kind, company=False, framing=Framing.FULL)
        assert np.all(sample.regions > 0)
        assert np.all(sample.figure == 255)
        behind = [i for i, scope in enumerate(book.scopes) if scope.startswith("backdrop")]
        inside = np.isin(sample.regions, behind)
        assert inside.mean() > 0.3
        assert set(np.unique(sample.labels[inside])) <= {Part.BACKGROUND, Part.OTHER}
        ground = {t.name for g in VOCABULARY.groups if g.part == Part.BACKGROUND for t in g.tags}
        assert not ground & (set(sample.tags) | set(sample.absent))


def test_scenes_have_exact_regions():
    for seed in (1, 5):
        _, sample, _ = drawn(seed, backdrop="street", company=True)
        for region in np.unique(sample.regions):
            inside = sample.regions == region
            assert len(np.unique(sample.flat[inside], axis=0)) == 1
            assert len(np.unique(sample.labels[inside])) == 1


def test_shadows_touch_what_stands_on_the_ground():
    for seed in range(6):
        design = choose_design(seed, ViewChoice(framing=Framing.FULL), Motion())
        figures = [draw_figure(design)]
        scene = Scene(designs=(design,), backdrop="hills")
        placed = placements(scene, Motion(), 200, 200)
        drawing, at = backdrop_of(scene, placed, figures=figures, size=(200, 200), pan=Pan())
        (shadow,) = [item.path for item in drawing.items if isinstance(item, Cast)]
        rows = shadow[:, 1] * at.scale + at.shift[1]
        low = max(i.path[:, 1].max() for i in figures[0].items if isinstance(i, Shape))
        soles = low * placed[0].scale + placed[0].shift[1]
        assert rows.min() < soles < rows.max() + 2


@pytest.mark.parametrize("framing", list(Framing))
def test_figures_of_a_pair_are_as_large_as_each_other_and_fill_the_picture(framing):
    for seed in range(12):
        scene = choose_scene(seed, ViewChoice(framing=framing, company=True), Motion())
        placed = placements(scene, Motion(), 200, 200)
        sizes = [at.scale for at in placed]
        assert max(sizes) < 1.4 * min(sizes)
        assert scene.designs[0].framing is scene.designs[1].framing is not Framing.HEAD
        if framing in (Framing.HEAD, Framing.BUST):
            tops = [a.shift[1] + top_of(d) * a.scale for a, d in zip(placed, scene.designs)]
            assert -40 <= min(tops) < 60


def test_figures_of_a_pair_share_no_region():
    for seed in range(4):
        scene, sample, book = drawn(seed, company=True, backdrop="none")
        assert len(scene.designs) == 2
        shown = [book.scopes[number].partition("/")[0] for number in np.unique(sample.regions)]
        assert {"figure", "figure 2"} <= set(shown)
        for name in ("figure", "figure 2"):
            own = [i for i, scope in enumerate(book.scopes) if scope.partition("/")[0] == name]
            assert np.isin(sample.regions, own).mean() > 0.03


def test_pairs_claim_only_what_is_so_of_both():
    for seed in range(6):
        scene, sample, _ = drawn(seed, company=True, backdrop="none")
        skins, hairs = (
            {t.name for g in VOCABULARY.groups if g.id == id for t in g.tags}
            for id in ("skin", "hair")
        )
        for names, role in ((skins, "skin"), (hairs, "hair")):
            colors = [getattr(design.palette, role) for design in scene.designs]
            nearest = {VOCABULARY.nearest(role, color).name for color in colors}
            held = names & set(sample.tags)
            assert held <= nearest
            if len(nearest) > 1:
                assert not held
            assert not nearest & set(sample.absent)
        assert not set(sample.tags) & set(sample.absent)
        assert not set(sample.shapes) & set(sample.shapes_absent)


def test_joined_tags_leave_open_what_one_list_cannot_say():
    blue, red, black = (f"{name}_hair" for name in ("blue", "red", "black"))
    hats = [tag.name for group in VOCABULARY.groups if group.id == "hat" for tag in group.tags]
    first = (blue, hats[0]), (red, black, *hats[1:])
    second = (red,), (blue, black, *hats)
    holds, absent = join_color_tags([first, second], VOCABULARY)
    assert holds == (hats[0],)
    assert black in absent
    assert not {blue, red} & set(absent)


def test_persons_of_a_pair_are_counted():
    girl = ("1girl", "hat"), ("1boy", "2girls")
    boy = ("1boy",), ("1girl", "2girls", "hat")
    assert join_shape_tags([girl, girl])[0] == ("hat", "2girls")
    held, absent = join_shape_tags([girl, boy])
    assert set(held) == {"1girl", "1boy"}
    assert absent == ("2girls",)


def test_shares_of_backdrops_and_pairs_are_as_stated():
    count = 300
    scenes = [choose_scene(seed, ViewChoice(), Motion()) for seed in range(count)]
    for share, stated in (
        (np.mean([scene.backdrop != "none" for scene in scenes]), BACKDROP_SHARE),
        (np.mean([len(scene.designs) == 2 for scene in scenes]), COMPANY_SHARE),
    ):
        assert abs(share - stated) < 3 * np.sqrt(stated * (1 - stated) / count)
    assert len({scene.designs[0].pose.legs for scene in scenes}) >= 12


def test_same_seed_gives_the_same_scene():
    view = ViewChoice(company=True, backdrop="room")
    first, second = (draw_character(2, size=96, view=view) for _ in range(2))
    assert first.color.tobytes() == second.color.tobytes()
    assert first.regions.tobytes() == second.regions.tobytes()


def test_unknown_posture_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="sitting"):
        ViewChoice(posture="flying")
