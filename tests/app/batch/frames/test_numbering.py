"""The names of a folder tell cuts and numbers."""

import unicodedata

import pytest

from app.batch.frames.numbering import place_names, repeated_numbers


def found(*stems: str) -> list[tuple[str, int | None]]:
    return [(place.cut, place.number) for place in place_names(stems)]


@pytest.mark.parametrize(
    ("stems", "places"),
    [
        (["walk_0001_v2", "walk_0002_v2"], [("walk", 1), ("walk", 2)]),
        (["walk_v2_0001", "walk_v2_0002"], [("walk", 1), ("walk", 2)]),
        (["v001.0001", "v001.0002"], [("", 1), ("", 2)]),
        (["A0001_r3", "A0002", "A0003_r1"], [("A", 1), ("A", 2), ("A", 3)]),
        (
            ["cut-12_A_0003-final", "cut-12_A_0004", "cut-12_A_0005 copy"],
            [("cut-12_A", 3), ("cut-12_A", 4), ("cut-12_A", 5)],
        ),
        (["0001_1920x1080", "0002_1920x1080"], [("1920x1080", 1), ("1920x1080", 2)]),
        (["walk (1)", "walk (2)"], [("walk", 1), ("walk", 2)]),
        (["walk_v1", "walk_v2", "walk_v3"], [("walk_v", 1), ("walk_v", 2), ("walk_v", 3)]),
        (["cut12_v1", "cut12_v2"], [("cut12_v", 1), ("cut12_v", 2)]),
        (["scan_2024_120533", "scan_2024_120540"], [("scan_2024", 120533), ("scan_2024", 120540)]),
        (["page1", "page2", "page10"], [("page", 1), ("page", 2), ("page", 10)]),
        (["a", "b"], [("", None), ("", None)]),
        (["walk_0001_v2"], [("walk", 1)]),
    ],
)  # fmt: skip
def test_the_number_is_what_varies(stems, places):
    found_cuts = [(cut.removesuffix("_"), number) for cut, number in found(*stems)]
    assert found_cuts == places


def test_several_cuts_of_a_folder_are_told_by_their_numbers():
    stems = [f"sc01_c{cut:03d}_{n:04d}_v2" for cut in range(1, 31) for n in range(1, 6)]
    assert found(*stems) == [(f"sc01_c{c:03d}", n) for c in range(1, 31) for n in range(1, 6)]


def test_a_camera_behind_the_number_is_a_cut():
    stems = ["0001_cam1", "0001_cam2", "0002_cam1", "0002_cam2"]
    assert found(*stems) == [("cam1", 1), ("cam2", 1), ("cam1", 2), ("cam2", 2)]


def test_numbers_of_each_drawing_tell_nothing():
    assert found("0001_72", "0002_40", "0003_55") == [("", 1), ("", 2), ("", 3)]


@pytest.mark.parametrize(
    ("stems", "numbers"),
    [
        (["shot.-002", "shot.-001", "shot.0000"], [-2, -1, 0]),
        (["shot_-001", "shot_0001"], [-1, 1]),
        (["-001", "0000"], [-1, 0]),
        (["shot.−001", "shot.0000"], [-1, 0]),
        (["shot-001", "shot-002"], [1, 2]),
        (["shot-000", "shot-001"], [0, 1]),
        (["shot-001", "shot0000", "shot0001"], [-1, 0, 1]),
        (["shot-001", "shot0001", "shot0002"], [1, 1, 2]),
        (["shot - 001", "shot - 002"], [1, 2]),
        (["a--01", "a--02"], [1, 2]),
        (["v2-0001", "v2-0002"], [1, 2]),
    ],
)
def test_a_hyphen_is_a_sign_only_where_it_can_be_no_joint(stems, numbers):
    assert [number for _, number in found(*stems)] == numbers


def test_retakes_stay_in_their_cut_and_versions_of_all_are_cuts():
    retaken = place_names(["w_0001", "w_0002", "w_0003", "w_0004", "w_0002_r2"])
    assert {place.cut for place in retaken} == {"w"}
    assert repeated_numbers(retaken) == [("w", 2)]
    both = place_names([f"w_{n:04d}_{version}" for n in (1, 2, 3) for version in ("v1", "v2")])
    assert {(place.cut, place.number) for place in both} == {
        (f"w_{version}", n) for n in (1, 2, 3) for version in ("v1", "v2")
    }
    assert not repeated_numbers(both)


def test_script_normal_form_width_and_case_make_no_difference():
    decomposed = unicodedata.normalize("NFD", "がけé_")
    places = found("がけé_0001", f"{decomposed}0002", "がけÉ＿０００３", "がけé_٠٠٠٤")
    assert places == [("がけé", number) for number in (1, 2, 3, 4)]
