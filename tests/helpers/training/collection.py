"""A small collection of drawn illustrations with metadata, as users have them."""

import json
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

HAIR = {"blue_hair": (74, 120, 200), "red_hair": (184, 53, 47), "green_hair": (94, 164, 92)}
EYES = {"blue_eyes": (63, 120, 201), "red_eyes": (196, 50, 56), "brown_eyes": (117, 71, 42)}
SKIN = (243, 207, 181)


def draw_figure(seed, *, size=96, ground=(255, 255, 255)):
    """A head with hair and eyes and a body on flat ground; returns (picture, hair, eyes tag)."""
    rng = np.random.default_rng(seed)
    hair, eyes = (str(rng.choice(sorted(known))) for known in (HAIR, EYES))
    picture = np.full((size, size, 3), ground, np.uint8)
    unit = size / 96
    middle = (round(48 * unit + rng.integers(-6, 7) * unit), round(36 * unit))

    def disc(centre, radius, color):
        radius = round(radius * unit)
        cv2.circle(picture, centre, radius + max(1, round(unit)), (20, 20, 20), -1)
        cv2.circle(picture, centre, radius, color, -1)

    body = tuple(int(value) for value in rng.integers(60, 230, 3))
    disc((middle[0], round(90 * unit)), 26, body)
    disc(middle, 24, HAIR[hair])
    disc((middle[0], middle[1] + round(5 * unit)), 18, SKIN)
    for side in (-7, 7):
        disc((middle[0] + round(side * unit), middle[1] + round(4 * unit)), 3, EYES[eyes])
    return picture, hair, eyes


def post(number, hair, eyes, *, artist, **more):
    """A line of metadata as Danbooru's interface gives it."""
    tags = ["1girl", "solo", "white_background", hair, eyes, "smile", "upper_body"]
    return {
        "id": number,
        "file_name": f"{number:04}.png",
        "tag_string_general": " ".join(tags),
        "tag_string_artist": artist,
        "tag_string_character": f"character_{number % 11}",
        "rating": "g",
        "license": "CC0 1.0",
        **more,
    }


def make_collection(folder: Path, *, count=60, size=96, artists=12):
    """Write pictures and posts.jsonl; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    posts = []
    for number in range(count):
        picture, hair, eyes = draw_figure(number, size=size)
        Image.fromarray(picture).save(folder / f"{number:04}.png")
        posts.append(post(number, hair, eyes, artist=f"artist_{number % artists}"))
    lines = "".join(json.dumps(entry) + "\n" for entry in posts)
    (folder / "posts.jsonl").write_text(lines, encoding="utf-8")
    return folder
