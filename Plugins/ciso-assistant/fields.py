"""Fields of a library, read as what they are meant to be: the file itself holds only texts."""

import re
from typing import Any, Dict, List, Optional

from library_yaml import LibraryError, Mapping

Translations = Dict[str, Dict[str, str]]


def text(value: Any) -> str:
    """Text without what no page can show: control characters, and white space at its ends."""
    if not isinstance(value, str):
        return ""
    unified = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u0085", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", " ", unified).strip()


def title(value: Any) -> str:
    """Text on one line."""
    return " ".join(text(value).split())


def whole(value: Any, what: str, line: int) -> Optional[int]:
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,9}(\.0*)?", value.strip()):
        return int(value.strip().split(".")[0])
    raise LibraryError(f"{what} is no whole number.", f"line {line}")


def truth(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower() in {"true", "yes", "on", "y", "1", "x"}


def texts(value: Any) -> List[str]:
    return [text(entry) for entry in value if text(entry)] if isinstance(value, list) else []


def mappings(value: Any) -> List[Mapping]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def translations(of: Mapping) -> Translations:
    found: Translations = {}
    languages = of.get("translations")
    for language, fields in languages.items() if isinstance(languages, Mapping) else ():
        if isinstance(fields, Mapping):
            words = {key: text(value) for key, value in fields.items() if text(value)}
            if words:
                found[language] = words
    return found
