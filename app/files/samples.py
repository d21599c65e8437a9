"""The bundled sample drawings: a picture, with hints and tags beside it."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.document.project_file import Project, lit, new_project
from app.inputs import read_tags
from models.hints.hint_files import read_hints_json
from models.hints.tags import Vocabulary
from models.pictures.files import read_picture

HINTS_ENDING = ".hints.json"
TAGS_ENDING = ".tags.txt"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample's files; hints and tags may be missing."""

    picture: Path
    hints: Path | None
    tags: Path | None

    @property
    def title(self) -> str:
        """Its file name in words."""
        return self.picture.stem.replace("_", " ").replace("-", " ").capitalize()


def find_samples(folder: Path) -> tuple[Sample, ...]:
    """The samples of a folder by name; pictures of hints and of results are passed over."""
    samples = []
    for picture in sorted(folder.glob("*.png")):
        if "." in picture.stem:
            continue
        beside = [picture.with_name(picture.stem + end) for end in (HINTS_ENDING, TAGS_ENDING)]
        hints, tags = (path if path.is_file() else None for path in beside)
        samples.append(Sample(picture, hints, tags))
    return tuple(samples)


def read_sample(sample: Sample, vocabulary: Vocabulary, *, generator: str = "") -> Project:
    """A sample as a project with its hints and tags.

    Raises PictureError and HintFileError.
    """
    picture = read_picture(sample.picture)
    project = new_project(
        picture.rgba_u8,
        sample.picture.stem,
        dpi=picture.dpi,
        icc_profile=picture.icc_profile,
        generator=generator,
    )
    document = lit(project).document
    if sample.hints is not None:
        document = replace(document, hints=read_hints_json(sample.hints))
    if sample.tags is not None:
        document = replace(document, tags=read_tags(sample.tags, vocabulary))
    return replace(project, document=document)
