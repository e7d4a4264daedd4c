"""Ids as Waymark wants them: lower-case letters, digits and single hyphens, at most 64."""

import hashlib
import re
import unicodedata
from typing import Set

LONGEST = 64


def slug(text: str, otherwise: str = "item") -> str:
    """The same text always gives the same slug; what is cut off leaves a digest, so that two stay apart."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not words:
        return f"{otherwise}-{_mark(text)}" if text.strip() else otherwise
    if len(words) > LONGEST:
        words = f"{words[: LONGEST - 9].rstrip('-')}-{_mark(text)}"
    return words


def slug_of_words(text: str, count: int, otherwise: str) -> str:
    """From the first words of a sentence."""
    return slug(" ".join(re.findall(r"\w+", text)[:count]), otherwise)


class Names:
    """The ids of one list: each stands once, and none depends on its position."""

    def __init__(self) -> None:
        self._taken: Set[str] = set()

    def take(self, wanted: str, unique: str) -> str:
        """`wanted`, or, where that is taken, with a digest of `unique` behind it."""
        name = wanted
        attempt = unique
        while name in self._taken:
            attempt += "'"
            name = f"{wanted[: LONGEST - 9].rstrip('-')}-{_mark(attempt)}"
        self._taken.add(name)
        return name


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
