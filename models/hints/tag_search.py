"""Finding tags by the words that people use: "necktie", "grey trousers", "auburn hair"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

SEPARATORS = str.maketrans({"_": " ", ",": " ", "-": None, "'": None})


@dataclass(frozen=True)
class TagWords:
    """What each tag can be searched by.

    own    tag name -> words of its name and of its group's title.
    other  tag name -> words that mean the same.
    """

    own: Mapping[str, frozenset[str]]
    other: Mapping[str, frozenset[str]]

    def search(self, text: str) -> tuple[str, ...]:
        """Names of the tags that every word speaks of, in the order of the vocabulary.

        A word may be a piece of a tag's own words, or the beginning of one that means the same,
        unless it is a whole one elsewhere: "eye" is no piece of "eyewear".
        """
        words = split_words(text)
        return tuple(
            name for name in self.own if all(self._speaks_of(word, name) for word in words)
        )

    def _speaks_of(self, word: str, name: str) -> bool:
        own, other = self.own[name], self.other[name]
        if word in own or word in other:
            return True
        if word in self._whole:
            return False
        return any(word in each for each in own) or any(each.startswith(word) for each in other)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset().union(*self.own.values(), *self.other.values())


def split_words(text: str) -> list[str]:
    """The words of a text in lower case, plurals as singulars, hyphened ones as one."""
    return [_singular(word) for word in text.lower().translate(SEPARATORS).split()]


def _singular(word: str) -> str:
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


def find_words(texts: Iterable[str]) -> frozenset[str]:
    """All words of some texts."""
    return frozenset(word for text in texts for word in split_words(text))
