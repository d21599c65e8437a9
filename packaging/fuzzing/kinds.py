"""Every kind of file that Tintline reads: valid examples, how they are made wrong, who reads them.

A reader gets a path and may raise the errors of the project's own that name what is wrong with an
input; anything else that it raises is a finding. Where a later step believes what was read, the
reader takes that step too.
"""

import io
import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from mutations import (
    Mutation,
    mutate_archive,
    mutate_bytes,
    mutate_json,
    mutate_png,
    mutate_text,
)
from PIL import Image, ImageCms
from psd_tools import PSDImage
from PySide6.QtCore import QSettings

import resources
import training
from app.animation.cut import confidence_of
from app.batch.card import CharacterCard
from app.batch.file_facts import FileFacts, PageFacts
from app.batch.records import FrameRecord, Journal, ResultFolder
from app.batch.reporting.judging import _faults_of
from app.document.palette import Palette, read_palette, write_palette
from app.document.project_file import new_project, read_project, write_project
from app.errors import TintlineError
from app.export.layers import ExportLayer
from app.export.psd import write_psd
from app.files.recovery import _leftover
from app.inputs import count_outside, read_allowed_colors, read_hints
from app.settings import Settings
from models.files.documents import DocumentError
from models.files.texts import TextFileError
from models.geometry import MAX_SIDE, Size
from models.hints.hint_files import HintFileError, hints_to_json
from models.hints.hints import HintSet, PointHint, StrokeHint, TagSelection, hint_owners
from models.hints.tag_files import read_tags
from models.hints.tags import load_vocabulary
from models.pictures.files import PictureError, count_pages, read_picture
from models.runtime.graph_file import find_problem
from models.spec import LINE_GRAPH, SPEC_FILE, SpecError, read_spec
from training.data.prepare.index import read_records
from training.methods.registry import method_of
from training.recipe import RecipeError, read_recipe

SIZE = Size(20, 24)
REFUSALS = (
    PictureError, HintFileError, DocumentError, TextFileError, SpecError, RecipeError,
    TintlineError,
)  # fmt: skip
"""What readers may raise: errors of the project's own, which name the input."""

Read = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    name    of its file, which readers may go by.
    weight  its share of the cases, relative to the others.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    mutate: Mutation
    read: Read
    weight: float = 1.0


def _drawing(mode: str = "RGBA") -> Image.Image:
    rng = np.random.default_rng(5)
    rgba_u8 = np.full((*SIZE.shape, 4), 255, np.uint8)
    rgba_u8[6:14, 5:18] = (200, 180, 160, 255)
    rgba_u8[3:5] = (0, 0, 0, 255)
    rgba_u8[15:, :4, 3] = 0
    rgba_u8[8:12, 8:12, :3] = rng.integers(0, 256, (4, 4, 3))
    return Image.fromarray(rgba_u8).convert(mode)


def _encoded(image: Image.Image, file_format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, file_format, **options)
    return stream.getvalue()


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _pngs() -> list[bytes]:
    deep = Image.fromarray(np.arange(20 * 24, dtype=np.uint16).reshape(20, 24) * 100)
    modes = [_encoded(_drawing(mode), "PNG") for mode in ("RGBA", "RGB", "L", "P", "LA", "1")]
    return [
        *modes,
        _encoded(deep, "PNG"),
        _encoded(_drawing(), "PNG", icc_profile=_profile(), dpi=(300, 300)),
        _encoded(_drawing("P"), "PNG", transparency=0),
    ]


def _jpegs() -> list[bytes]:
    return [
        _encoded(_drawing("RGB"), "JPEG"),
        _encoded(_drawing("L"), "JPEG", progressive=True, dpi=(72, 72)),
        _encoded(_drawing("CMYK"), "JPEG"),
    ]


def _webps() -> list[bytes]:
    return [
        _encoded(_drawing(), "WEBP", lossless=True),
        _encoded(_drawing("RGB"), "WEBP"),
        _encoded(_drawing(), "WEBP", save_all=True, append_images=[_drawing()]),
    ]


def _tiffs() -> list[bytes]:
    forms = [
        _encoded(_drawing(mode), "TIFF", compression=name)
        for mode, name in (
            ("RGBA", "raw"), ("RGB", "tiff_lzw"), ("L", "tiff_adobe_deflate"), ("1", "group4"),
            ("RGB", "jpeg"), ("P", "packbits"), ("CMYK", "tiff_lzw"), ("LA", "tiff_adobe_deflate"),
        )
    ]  # fmt: skip
    pages = _encoded(_drawing("L"), "TIFF", save_all=True, append_images=[_drawing("L")])
    deep = Image.fromarray(np.arange(20 * 24, dtype=np.uint16).reshape(20, 24) * 100)
    real = Image.fromarray(np.linspace(0, 1, 20 * 24, dtype=np.float32).reshape(20, 24))
    return [*forms, pages, _encoded(deep, "TIFF"), _encoded(real, "TIFF")]


def _bmps() -> list[bytes]:
    return [_encoded(_drawing(mode), "BMP") for mode in ("RGB", "L", "P", "1", "RGBA")]


def _tgas() -> list[bytes]:
    return [
        _encoded(_drawing(mode), "TGA", compression=packing)
        for mode in ("RGBA", "RGB", "L", "P", "LA")
        for packing in (None, "tga_rle")
    ]


def _psds() -> list[bytes]:
    rgba_u8 = np.asarray(_drawing())
    layers = [ExportLayer(name="線", rgba_u8=rgba_u8), ExportLayer(name="b", rgba_u8=rgba_u8[:9])]
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".psd", ".psb"):
            path = Path(folder) / f"a{suffix}"
            write_psd(path, layers, SIZE, dpi=(300.0, 300.0), icc_profile=_profile())
            made.append(path.read_bytes())
    for mode in ("L", "CMYK", "RGBA"):
        stream = io.BytesIO()
        PSDImage.frompil(_drawing(mode)).save(stream)
        made.append(stream.getvalue())
    return made


def _hints() -> HintSet:
    return HintSet(
        (
            PointHint(12.5, 4.0, (170, 187, 204), 2.0),
            StrokeHint(((1.0, 2.0), (8.0, 9.5), (12.0, 3.0)), (10, 20, 30), 3.0),
        )
    )


def _json(*documents: object) -> list[bytes]:
    return [json.dumps(document).encode() for document in documents]


def _hint_files() -> list[bytes]:
    return _json(hints_to_json(_hints()), {"version": 1, "hints": []})


def _cards() -> list[bytes]:
    return _json(
        {"name": "Hana", "tags": ["blue_hair", "red_eyes"], "palette": {"skin": "#f0c8a0"}},
        {"palette": ["#f0c8a0", "#123"]},
    )


def _records() -> list[bytes]:
    spots = {"count": 2, "pixels": 40, "spots": [[1, 2, 20], [3, 4, 20, 0.25]]}
    facts = {
        "width": 24, "height": 20, "is_key": True, "held": False, "hints": 2, "hints_visible": 3,
        "hints_obeyed": 2, "off_palette": 4, "unfilled": spots, "low_confidence": spots,
        "confidence": 0.5, "means": [[0, 1, 300, 10, 20, 30]], "carried": hints_to_json(_hints()),
    }  # fmt: skip
    record = FrameRecord(label="a_1", fingerprint="f", files={".png": "00"}, facts=facts)
    return _json(record.to_json())


def _journals() -> list[bytes]:
    line = {"frame": "a_1", "status": "done", "fingerprint": "f", "seconds": 0.5}
    return ["\n".join([json.dumps(line)] * 3).encode()]


def _palettes() -> list[bytes]:
    gimp = "GIMP Palette\nName: Two\nColumns: 0\n#\n240 200 160\tskin\n 10  20  30\tink\n"
    return [gimp.encode(), b"; two\n#f0c8a0 skin\n0a141e\n"]


def _packed_palettes(*suffixes: str) -> list[bytes]:
    palette = Palette(((240, 200, 160), (10, 20, 30)), name="Two", titles=("skin", "墨"))
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for suffix in suffixes:
            path = Path(folder) / f"a{suffix}"
            write_palette(palette, path)
            made.append(path.read_bytes())
    return made


def _projects() -> list[bytes]:
    project = new_project(
        np.asarray(_drawing()), "a", dpi=(300.0, 300.0), icc_profile=_profile(), generator="g"
    )
    document = replace(project.document, hints=_hints(), tags=TagSelection(("blue_hair",)))
    pixels = {**project.pixels, document.layers[0].id: np.asarray(_drawing())}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tintline"
        write_project(path, replace(project, document=document, pixels=pixels))
        return [path.read_bytes()]


def _specs() -> list[bytes]:
    folders = sorted(resources.GENERATORS.iterdir())
    return [(folder / SPEC_FILE).read_bytes() for folder in folders if folder.is_dir()]


def _graphs() -> list[bytes]:
    folders = sorted(resources.GENERATORS.iterdir())
    contents = [(folder / LINE_GRAPH).read_bytes() for folder in folders if folder.is_dir()]
    return [content for content in contents if len(content) < 200_000]


def _recipes() -> list[bytes]:
    folder = Path(training.__file__).parent / "recipes"
    return [path.read_bytes() for path in sorted(folder.glob("*.toml"))]


def _settings() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ini"
        store = QSettings(str(path), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.add_recent_file(path)
        settings.add_recent_file(path.with_suffix(".png"))
        settings.add_recent_color((1, 2, 3))
        settings.last_folder = path.parent
        settings.device, settings.is_live, settings.generator = "cpu", True, "tintline"
        store.sync()
        return [path.read_bytes()]


def _read_recipe(path: Path) -> None:
    method_of(read_recipe(path))


def _read_hint_file(path: Path) -> None:
    hints = read_hints(path, SIZE)
    count_outside(hints, SIZE)
    if len(hints) < 100:
        hint_owners(hints, SIZE)


def _read_record(path: Path) -> None:
    record = ResultFolder(path.parents[1]).read_record("a_1")
    if record is None:
        raise DocumentError("no record")
    confidence_of(record.facts)
    json.dumps([fault.to_json() for fault in _faults_of(record.facts, 1.5)], allow_nan=False)


def _read_facts(path: Path) -> None:
    if not ResultFolder(path.parents[1]).read_facts():
        raise DocumentError("no facts")


def _read_spec(path: Path) -> None:
    spec = read_spec(path.parent)
    frame = spec.size_rule.frame(Size(600, 800))
    assert max(frame.padded.shape) <= 2 * MAX_SIDE
    spec.size_rule.describe()


def _read_graph(path: Path) -> None:
    if problem := find_problem(path):
        raise SpecError(problem)


def _read_settings(path: Path) -> None:
    settings = Settings.kept_in(path)
    for name in vars(Settings):
        getattr(settings, name)


def _read_note(path: Path) -> None:
    copy = path.with_suffix(".tintline")
    copy.touch()
    if _leftover(copy).name == path.stem:
        raise DocumentError("no note")


def _read_metadata(path: Path) -> None:
    list(read_records(path, problems := []))
    if problems:
        raise DocumentError(str(problems[0]))


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    vocabulary = load_vocabulary(resources.TAGS)
    page = PageFacts("ab", 20, 24, ("a note",))
    facts = {
        "a_1.png": FileFacts(10, 20, (page,)).to_json(),
        "b.tif": FileFacts(1, 2, (page, page)).to_json(),
    }
    record = {"file_name": "a.png", "tags": ["blue_hair"], "id": 3, "tag_string_general": "a b"}
    return {
        "png": Kind("a.png", _pngs, mutate_png, read_picture, 2),
        "jpeg": Kind("a.jpg", _jpegs, mutate_bytes, read_picture, 2),
        "webp": Kind("a.webp", _webps, mutate_bytes, read_picture, 2),
        "tiff": Kind("a.tif", _tiffs, mutate_bytes, _read_pages, 2),
        "bmp": Kind("a.bmp", _bmps, mutate_bytes, read_picture),
        "tga": Kind("a.tga", _tgas, mutate_bytes, read_picture),
        "psd": Kind("a.psd", _psds, mutate_bytes, read_picture),
        "project": Kind("a.tintline", _projects, mutate_archive, read_project),
        "hints": Kind("a.json", _hint_files, mutate_json, _read_hint_file, 2),
        "hint_picture": Kind("h.png", _pngs, mutate_png, _read_hint_file),
        "card": Kind(
            "card.json", _cards, mutate_json, lambda path: CharacterCard.read(path, vocabulary), 2
        ),
        "tags": Kind(
            "a.tags.json",
            lambda: _json(["blue_hair", "red_eyes"], []),
            mutate_json,
            lambda path: read_tags(path, vocabulary),
            2,
        ),
        "tag_text": Kind(
            "a.tags.txt",
            lambda: [b"blue_hair, red_eyes\nwhite_shirt"],
            mutate_text,
            lambda path: read_tags(path, vocabulary),
        ),
        "palette": Kind("a.gpl", _palettes, mutate_text, read_allowed_colors, 2),
        "palette_bytes": Kind(
            "a.colours",
            lambda: _packed_palettes(".ase", ".aco", ".act", ".pal", ".txt"),
            mutate_bytes,
            read_palette,
            2,
        ),
        "palette_archive": Kind(
            "a.colours",
            lambda: _packed_palettes(".swatches", ".kpl"),
            mutate_archive,
            read_palette,
        ),
        "palette_json": Kind(
            "a.json", lambda: _json(["#f0c8a0", "#abc"]), mutate_json, read_allowed_colors, 2
        ),
        "record": Kind(".tintline/a_1.json", _records, mutate_json, _read_record, 2),
        "facts": Kind(".tintline/.files.json", lambda: _json(facts), mutate_json, _read_facts, 2),
        "journal": Kind(
            "batch.jsonl", _journals, mutate_text, lambda path: Journal(path).done(), 2
        ),
        "spec": Kind(SPEC_FILE, _specs, mutate_json, _read_spec, 2),
        "graph": Kind(LINE_GRAPH, _graphs, mutate_bytes, _read_graph),
        "recipe": Kind("a.toml", _recipes, mutate_text, _read_recipe),
        "recovery": Kind(
            "7-1.json", lambda: _json({"name": "a", "project": "/b.tintline"}), mutate_json,
            _read_note, 2,
        ),
        "settings": Kind("a.ini", _settings, mutate_text, _read_settings),
        "metadata": Kind("a.jsonl", lambda: _json(record, [record]), mutate_json, _read_metadata),
    }  # fmt: skip


def _read_pages(path: Path) -> None:
    for page in range(min(count_pages(path), 3)):
        read_picture(path, page=page)


def cases(kind: Kind, seed: int) -> Iterator[tuple[int, bytes]]:
    """Wrong files without end, each with the number that makes it again."""
    valid = kind.seeds()
    number = seed
    while True:
        yield number, kind.mutate(valid, random.Random(number))
        number += 1
