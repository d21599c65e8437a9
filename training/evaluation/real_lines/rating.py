"""A blind comparison by people: sheets that show two methods as A and B, and who was preferred.

For each drawing a picture of line art, A and B, which of two methods is A being drawn anew each
time; ``key.json`` says which, and is not to be shown. Raters write A, B or = into
``ratings.tsv``, in as many copies as there are raters.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from models.arrays import U8Array
from models.files.documents import read_json
from models.files.texts import read_text
from models.files.whole import write_bytes, write_json
from models.pictures.files import write_image
from training.evaluation.real_lines.drawings import to_short_side
from training.metrics.case import Case

KEY, RATINGS = "key.json", "ratings.tsv"
SEED = 2019
SHOWN_SIDE = 384
GAP, CAPTION = 12, 26
ANSWERS = ("A", "B", "=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """How often each of two methods was preferred.

    chance  of a split at least as uneven if raters threw coins; ties are left out of it.
    """

    first: str
    second: str
    first_wins: int
    second_wins: int
    ties: int
    chance: float


def write_sheets(
    folder: Path, painted: Iterable[tuple[Case, Mapping[str, U8Array]]], methods: Sequence[str]
) -> int:
    """Write a sheet for each drawing, the key and an empty form; returns how many there are.

    Raises ValueError unless there are two methods, FileError for a folder that cannot be written.
    """
    if len(methods) != 2:
        raise ValueError(f"two methods are compared; got {len(methods)}")
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    key: dict[str, list[str]] = {}
    for number, (case, pictures) in enumerate(painted, start=1):
        order = [methods[each] for each in rng.permutation(2)]
        line = np.repeat(case.line_u8[..., None], 3, axis=2)
        name = f"{number:03}"
        write_image(folder / f"{name}.png", _sheet([line, *(pictures[each] for each in order)]))
        key[name] = order
    write_json(folder / KEY, {"order": key})
    rows = "".join(f"{name}\t\n" for name in key)
    form = f"sheet\tbetter ({', '.join(ANSWERS)})\n{rows}"
    write_bytes(folder / RATINGS, form.encode())
    return len(key)


def read_preference(folder: Path, ratings: Sequence[Path]) -> Preference:
    """What filled forms say. Raises ValueError naming a file, its sheet and what is wrong."""
    document = read_json(folder / KEY)
    order = {name: each.texts() for name, each in document.field("order").fields().items()}
    if not order:
        raise ValueError(f"{folder / KEY}: names no sheet")
    first, second = sorted(next(iter(order.values())))
    wins = {first: 0, second: 0}
    ties = 0
    for path in ratings:
        for row in csv.reader(read_text(path).splitlines()[1:], delimiter="\t"):
            name, answer = (*[each.strip() for each in row], "", "")[:2]
            if not name or not answer:
                continue
            if name not in order or answer.upper() not in ANSWERS:
                raise ValueError(
                    f"{path}: sheet {name!r} rated {answer!r}; write {', '.join(ANSWERS)} beside a "
                    f"sheet of {folder}"
                )
            if answer == "=":
                ties += 1
            else:
                wins[order[name][ANSWERS.index(answer.upper())]] += 1
    return Preference(
        first=first,
        second=second,
        first_wins=wins[first],
        second_wins=wins[second],
        ties=ties,
        chance=sign_test(wins[first], wins[second]),
    )


def sign_test(wins: int, losses: int) -> float:
    """Probability of a split at least as uneven among fair throws, both ways."""
    throws = wins + losses
    tail = sum(comb(throws, each) for each in range(min(wins, losses) + 1))
    return min(1.0, 2 * tail / 2**throws)


def _sheet(pictures: Sequence[U8Array]) -> Image.Image:
    """Line art, A and B side by side."""
    small = [to_short_side(picture, SHOWN_SIDE) for picture in pictures]
    height, width = small[0].shape[:2]
    sheet = Image.new(
        "RGB", (len(small) * (width + GAP) + GAP, height + CAPTION + GAP), (128, 128, 128)
    )
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for place, (name, picture) in enumerate(zip(("line art", "A", "B"), small, strict=True)):
        left = GAP + place * (width + GAP)
        draw.text((left, 4), name, fill=(255, 255, 255), font=font)
        sheet.paste(
            Image.fromarray(np.ascontiguousarray(picture[:height, :width])), (left, CAPTION)
        )
    return sheet
