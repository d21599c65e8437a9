"""Files that list the tags of a drawing."""

import re
from collections.abc import Sequence
from pathlib import Path

from models.conditioning import TagSelection
from models.documents import DocumentError, read_json
from models.hint_files import HintFileError
from models.tags import UnknownTagError, Vocabulary
from models.text_files import read_text


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
