"""The texts of a framework in one of the library's other languages. Ids stay as they are in all of them."""

import collections
from typing import Any, Dict, List, Tuple

from fields import Translations, title
from library import Library, Node
from library_yaml import LibraryError
from losses import Losses
from scales import Scale

# Of a requirement; its other fields are not texts of their own in a framework.
CARRIED = {"name", "description"}


def languages(library: Library) -> "collections.Counter[str]":
    """How many things the library has texts for in each language, beside its own."""
    found: "collections.Counter[str]" = collections.Counter()
    for translations in [library.framework_translations, *(node.translations for node in library.nodes)]:
        found.update(translations.keys())
    return found


def translate(
    framework: Dict[str, Any],
    translated: List[Tuple[Dict[str, Any], str, str, Node]],
    library: Library,
    scale: Scale,
    language: str,
    losses: Losses,
) -> None:
    """`translated` says which key of which criterion is which field of which node."""
    known = languages(library)
    if language not in known:
        others = f"; besides it has {', '.join(sorted(known))}" if known else " and has no others"
        raise LibraryError(f"The library has no texts in “{language}”. Its own are in “{library.locale}”{others}.")
    missing = "Texts that the library has not translated stay in its own language"

    def put(holder: Dict[str, Any], key: str, translations: Translations, field: str, where: str) -> None:
        words = translations.get(language, {}).get(field)
        if words:
            holder[key] = title(words) if field == "name" else words
        elif holder.get(key):
            losses.add(missing, where)

    put(framework, "title", library.framework_translations, "name", "title")
    if title(library.framework.get("description")) == framework.get("summary"):
        put(framework, "summary", library.framework_translations, "description", "summary")
    for criterion, key, field, node in translated:
        put(criterion, key, node.translations, field, node.label)
    for entry, point in zip(scale.entries, scale.document["points"]):
        put(point, "label", entry.translations, "name", f"the score {entry.score}")
        put(point, "text", entry.translations, "description", f"the score {entry.score}")
    for node in library.nodes:
        for field in node.translations.get(language, {}):
            if field not in CARRIED or (field == "description" and node.annotation):
                losses.add(f"Translations of {field.replace('_', ' ')}", node.label)


def tell(library: Library, losses: Losses) -> None:
    """Of an import in the library's own language."""
    known = languages(library)
    if known:
        losses.add(
            "Texts in other languages; one language is imported at a time, and the option language chooses it",
            ", ".join(sorted(known)),
        )
