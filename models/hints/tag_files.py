"""Files that list the tags of a drawing."""

import re
from collections.abc import Sequence
from pathlib import Path

from models.files.documents import DocumentError, read_json
from models.files.texts import read_text
from models.hints.hint_files import HintFileError
from models.hints.hints import TagSelection
from models.hints.tags import UnknownTagError, Vocabulary


def read_tags(path: Path, vocabulary: Vocabulary) -> TagSelection:
    """Tags from a JSON list, or from text with commas or line breaks between them.

    Raises HintFileError naming the file.
    """
    try:
        if path.suffix.lower() == ".json":
            names: Sequence[str] = read_json(path).texts()
        else:
            names = re.split(r"[,\n]", read_text(path))
        return TagSelection.parse((name.strip() for name in names), vocabulary)
    except DocumentError as error:
        raise HintFileError(f'{error}; tags are a list, ["blue_hair", "red_eyes"]') from error
    except UnknownTagError as error:
        raise HintFileError(f"{path}: {error}") from error
    except (OSError, ValueError) as error:
        raise HintFileError(f"{path}: no usable list of tags ({error})") from error
