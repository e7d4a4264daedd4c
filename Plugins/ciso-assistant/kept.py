"""What CISO Assistant has no field for, in a block of the library's own, `waymark`.

Its loader passes the block over. So a library that was exported, edited in a text editor and imported again keeps
ids, levels, stems and sources; one that went through CISO Assistant comes back without the block, and gets ids made
from its urns as any other library does. Nothing here repeats a text: what the library says, counts.
"""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Tuple

from fields import mappings, text
from library import Library
from library_yaml import LibraryError

SCHEMA = "waymark.ciso-assistant/1"
CITATION = "Source: "


def citation(source: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """A criterion's source as an annotation that people can follow."""
    place = text(source.get("at"))
    return CITATION + ", ".join(part for part in (titles.get(text(source.get("ref"))), place) if part)


def plain(value: Any) -> Any:
    """The block is read as texts; what was written as true or false is so again."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


@dataclass
class Kept:
    block: Dict[str, Any] = field(default_factory=dict)

    @staticmethod
    def read(library: Library) -> "Kept":
        if library.kept and text(library.kept.get("schema")) != SCHEMA:
            raise LibraryError(
                f"The block “waymark” is not of the form {SCHEMA}.",
                f"line {library.kept.line}",
                "Remove the block to import the file like any other library.",
            )
        return Kept(plain(library.kept))

    def __post_init__(self) -> None:
        self.titles = {text(each.get("id")): text(each.get("title")) for each in self.sources}

    def _text(self, key: str) -> str:
        return text(self.block.get(key))

    def _mapping(self, key: str) -> Mapping[str, Any]:
        value = self.block.get(key)
        return value if isinstance(value, dict) else {}

    def _list(self, key: str) -> List[Dict[str, Any]]:
        value = self.block.get(key)
        return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

    @property
    def id(self) -> str:
        return self._text("id")

    @property
    def version(self) -> str:
        return self._text("version")

    @property
    def language(self) -> str:
        return self._text("language")

    @property
    def subject(self) -> str:
        return self._text("subject")

    @property
    def summary(self) -> str:
        return self._text("summary")

    @property
    def sources(self) -> List[Dict[str, Any]]:
        return self._list("source")

    @property
    def levels(self) -> List[Dict[str, Any]]:
        return self._list("levels")

    @property
    def stems(self) -> List[Dict[str, Any]]:
        return self._list("stems")

    @property
    def scale_name(self) -> str:
        return self._text("scale")

    def scale(self, name: str) -> Mapping[str, Any]:
        value = self._mapping("scales").get(name)
        return value if isinstance(value, dict) else {}

    def judging(self, marking: Mapping[str, Any]) -> Optional[Dict[str, Any]]:
        """As it was, if it is still the same level and the same scale that are judged."""
        own = self._mapping("judging")
        markings = [each for each in own.values() if isinstance(each, dict)]
        fits = markings and all(each.get(key) == marking[key] for each in markings for key in ("level", "scale"))
        return dict(own) if fits and {"self", "peer"} <= set(own) else None

    # MARK: of one node

    def _node(self, urn: str) -> Mapping[str, Any]:
        value = self._mapping("nodes").get(urn)
        return value if isinstance(value, dict) else {}

    def source(self, urn: str) -> Optional[Dict[str, Any]]:
        value = self._node(urn).get("source")
        return value if isinstance(value, dict) and text(value.get("ref")) in self.titles else None

    def is_citation(self, annotation: str, source: Optional[Mapping[str, Any]]) -> bool:
        return source is not None and annotation == citation(source, self.titles)

    def scale_of(self, urn: str) -> str:
        return text(self._node(urn).get("scale"))

    def ids(self, urn: str, key: str) -> List[Dict[str, Any]]:
        value = self._node(urn).get(key)
        return [dict(each) for each in value if isinstance(each, dict)] if isinstance(value, list) else []

    def words(self, urn: str, words: str) -> Tuple[str, str]:
        """A criterion's own stem, and its text without the opening that the export put in front."""
        node = self._node(urn)
        return self._stem(node), self._without_opening(node, words)

    def question(self, urn: str, words: str) -> Dict[str, Any]:
        """What the export kept of a question; empty if nothing."""
        own = self._mapping("questions").get(urn)
        if not isinstance(own, dict) or not text(own.get("id")):
            return {}
        found: Dict[str, Any] = {"id": text(own["id"]), "text": self._without_opening(own, words)}
        if self._stem(own):
            found["stem"] = self._stem(own)
        source = own.get("source")
        if isinstance(source, dict) and text(source.get("ref")) in self.titles:
            found["source"] = source
        return found

    def _stem(self, of: Mapping[str, Any]) -> str:
        stem = text(of.get("stem"))
        return stem if any(each.get("id") == stem for each in self.stems) else ""

    def _without_opening(self, of: Mapping[str, Any], words: str) -> str:
        for stem in self.stems:
            opening = text(stem.get("text")) + " "
            if stem.get("id") == of.get("opening") and words.startswith(opening):
                return words[len(opening) :]
        return words


def scale_to_keep(scale: Mapping[str, Any], entries: List[Dict[str, Any]]) -> Dict[str, Any]:
    """What scores do not say of a scale: its kind and title, and the ids and values of its points."""
    kept = {key: scale[key] for key in ("kind", "title", "stability", "note") if key in scale}
    kept["points"] = [
        {"score": entry["score"], "id": point["id"], **({"value": point["value"]} if "value" in point else {})}
        for entry, point in zip(entries, mappings(scale["points"]) or scale["points"])
    ]
    return kept
