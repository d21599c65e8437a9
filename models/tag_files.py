"""Files that list the tags of a drawing."""

import json
import re
from pathlib import Path

from models.conditioning import TagSelection
from models.hint_files import HintFileError
from models.tags import UnknownTagError, Vocabulary
from models.text_files import read_text


def read_tags(path: Path, vocabulary: Vocabulary) -> TagSelection:
    """Tags from a JSON list, or from text with commas or line breaks between them.

    Raises HintFileError naming the file.
    """
    try:
        text = read_text(path)
        names = json.loads(text) if path.suffix.lower() == ".json" else re.split(r"[,\n]", text)
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError('expected a list of names, ["blue_hair", "red_eyes"]')
        return TagSelection.parse((name.strip() for name in names), vocabulary)
    except UnknownTagError as error:
        raise HintFileError(f"{path}: {error}") from error
    except (OSError, ValueError) as error:
        raise HintFileError(f"{path}: no usable list of tags ({error})") from error
