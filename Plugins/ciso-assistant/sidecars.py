"""The library's translations as files of texts that stand beside the framework."""

import hashlib
from typing import Any, Dict, List, Mapping, Tuple

from fields import Translations, title
from library import Library, Node
from losses import Losses
from scales import Scale

CARRIED = {"name", "description"}


def sidecars(
    framework: Mapping[str, Any],
    translated: List[Tuple[str, str, Node]],
    library: Library,
    scale: Scale,
    losses: Losses,
) -> Dict[str, Dict[str, Any]]:
    """`translated` says which text of the framework is which field of which node."""
    found: Dict[str, Dict[str, Any]] = {}

    def add(address: str, original: str, translations: Translations, key: str) -> None:
        for language, words in translations.items():
            if words.get(key) and original:
                name = title(words[key]) if key == "name" else words[key]
                entry: Dict[str, Any] = {"text": name, "of": hashlib.sha256(original.encode("utf-8")).hexdigest()[:12]}
                if name == original:
                    entry["same"] = True
                found.setdefault(language.replace("_", "-"), {})[address] = entry

    add("title", framework["title"], library.framework_translations, "name")
    texts = _texts(framework["criteria"])
    for address, key, node in translated:
        add(address, texts.get(address, ""), node.translations, key)
    scale_name = next((key for key, value in framework["scales"].items() if value is scale.document), "")
    for entry, point in zip(scale.entries, scale.document["points"]):
        address = f"scales/{scale_name}/points/{point['id']}"
        add(f"{address}/label", point.get("label", ""), entry.translations, "name")
        add(f"{address}/text", point.get("text", ""), entry.translations, "description")
    for node in library.nodes:
        for words in node.translations.values():
            for key in words:
                if key not in CARRIED or (key == "description" and node.annotation):
                    losses.add(f"Translations of {key.replace('_', ' ')}", node.label)
    identity = {"id": framework["id"], "version": framework["version"]}
    return {
        f"framework.{language}.yaml": {
            "schema": "waymark.texts/1", "framework": identity, "language": language, "texts": entries,
        }  # fmt: skip
        for language, entries in sorted(found.items())
        if language.lower() != framework["language"].lower() and _is_language(language)
    }


def _texts(criteria: List[Dict[str, Any]], above: str = "") -> Dict[str, str]:
    found: Dict[str, str] = {}
    for criterion in criteria:
        path = f"{above}{criterion['id']}"
        found.update({f"{path}/{key}": criterion[key] for key in ("title", "text") if criterion.get(key)})
        found.update(_texts(criterion.get("criteria", []), f"{path}/"))
    return found


def _is_language(tag: str) -> bool:
    parts = tag.split("-")
    return 2 <= len(parts[0]) <= 3 and all(part.isalnum() and part.isascii() for part in parts) and len(parts) <= 3
