"""Lists of what may be chosen in a cell, and how a typed word finds its entry."""

import difflib
import re
from dataclasses import dataclass
from typing import Any, List, Optional

# Words that people type for what a list calls by a longer name.
_SHORT_FORMS = {
    "n/a": "not-applicable",
    "na": "not-applicable",
    "nr": "not-reviewed",
    "y": "yes",
    "n": "no",
    "true": "yes",
    "false": "no",
}


@dataclass(frozen=True)
class Option:
    """`shown` stands in the drop-down, `name` in sentences; `value` is a point's number, `code` its place in
    formulas."""

    id: str
    shown: str
    name: str = ""
    value: Optional[int] = None
    code: int = 0


def plain(word: Any) -> str:
    """A typed word without what does not matter: capitals, kinds of dashes, spaces."""
    if isinstance(word, bool):
        return "true" if word else "false"
    if isinstance(word, float) and word.is_integer():
        word = int(word)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", str(word).casefold())
    return re.sub(r"\s+", " ", text).strip()


def find(options: List[Option], word: Any) -> Optional[Option]:
    """The entry that a cell names: by its words, its id or its number."""
    typed = plain(word)
    slug = typed.replace(" ", "-")
    for option in options:
        if typed == plain(option.shown):
            return option
    for option in options:
        if (
            slug == option.id
            or _SHORT_FORMS.get(typed) == option.id
            or (option.name and typed == plain(option.name))
        ):
            return option
    return next(
        (option for option in options if option.value is not None and typed == str(option.value)), None
    )


def nearest(options: List[Option], word: Any) -> Optional[Option]:
    """The entry that was probably meant."""
    names = {
        plain(name): option for option in options for name in (option.id, option.name, option.shown) if name
    }
    found = difflib.get_close_matches(plain(word), list(names), n=1)
    return names[found[0]] if found else None


def listed(options: List[Option]) -> str:
    """The entries as a sentence names them."""
    return ", ".join(f"“{option.shown}”" for option in options)
