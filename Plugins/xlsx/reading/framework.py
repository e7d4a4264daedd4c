"""Holds a workbook against the framework at hand: that it is of this one, and says what this one says."""

from typing import Any, List, Mapping, Optional

from layout.choices import Option, find
from layout.fields import identity_of
from layout.identity import Identity
from outline.outline import read_outline

from .advice import FRESH
from .values import Values

_WHERE = "the hidden sheet “Waymark”"


def check_framework(identity: Identity, framework: Optional[Mapping[str, Any]], values: Values) -> None:
    if framework is None:
        return
    facts = identity.facts
    of, held = f"{facts['framework']}@{facts['version']}", f"{framework['id']}@{framework['version']}"
    if of != held:
        values.tell(
            _WHERE,
            f"This workbook is of {of}, but it is read against {held}.",
            f"Read it against {of}; the review can be taken over to another version afterwards.",
        )
        return
    if facts["digest"] != framework.get("digest"):
        # The review keeps the digest that its reviewers had before them.
        values.tell(
            _WHERE,
            f"This workbook was made of another text of {held} than the one here: of "
            f"{facts['digest'][:19]}…, and here is {str(framework.get('digest'))[:19]}….",
            f"Find the copy of the framework that it was made of. Or: {FRESH}",
            "warning",
        )
    _check_content(identity, framework, values)


def _check_content(identity: Identity, framework: Mapping[str, Any], values: Values) -> None:
    """The hidden sheet travels with the file, so its rows and words are held against the framework's own."""
    here = identity_of(read_outline(framework, identity.facts["kind"]))
    for path in sorted(set(identity.criteria) ^ set(here.criteria)):
        is_ours = path in here.criteria
        title = (here if is_ours else identity).criteria[path][0]
        lacks = "has no row in this workbook" if is_ours else "is not in the framework here"
        values.tell(_WHERE, f"The criterion “{title}” ({path}) {lacks}.", FRESH)
    same_words = identity.facts["language"] == here.facts["language"]
    for path, (title, options) in identity.criteria.items():
        if path not in here.criteria:
            continue
        fits = options == here.criteria[path][1]
        if not fits or not _mean_the_same(identity.points(path), here.points(path), same_words):
            values.tell(_WHERE, f"The points of “{title}” are others in the framework here.", FRESH)


def _mean_the_same(written: List[Option], held: List[Option], same_words: bool) -> bool:
    if {option.id for option in written} != {option.id for option in held}:
        return False
    found = [(option.id, find(held, option.shown)) for option in written] if same_words else []
    return all(option is not None and option.id == name for name, option in found)
