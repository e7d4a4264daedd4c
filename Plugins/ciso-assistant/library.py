"""A library as CISO Assistant's loader understands it, with every field typed.

The field names, what is required and what is assumed where a field is missing follow its loader and its importers
(backend/core/models.py and backend/library/utils.py of intuitem/ciso-assistant-community).
"""

import re
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from fields import Translations, mappings, text, texts, title, translations, truth, whole
from library_yaml import LibraryError, Mapping

# What a URN looks like to CISO Assistant: three or four names, then the object's own.
URN = re.compile(r"urn:[\w-]+:[\w-]+:[\w-]+(:[\w-]+)?:[\w\[\]().:-]+\Z", re.ASCII)

MOST_NODES = 50_000
MOST_DEPTH = 24  # of requirements; Waymark's documents may be nested 64 deep, two for each


@dataclass
class Score:
    """A score that has a name."""

    score: int
    name: str = ""
    description: str = ""
    translations: Translations = field(default_factory=dict)
    extra: List[str] = field(default_factory=list)


@dataclass
class Question:
    urn: str
    text: str
    kind: str = "text"
    choices: List[str] = field(default_factory=list)
    extra: List[str] = field(default_factory=list)


@dataclass
class Node:
    """A requirement node: a heading, a note, or what is assessed."""

    urn: str
    assessable: bool
    ref_id: str = ""
    name: str = ""
    description: str = ""
    annotation: str = ""
    typical_evidence: str = ""
    line: int = 0
    parent: Optional["Node"] = None
    children: List["Node"] = field(default_factory=list)
    questions: List[Question] = field(default_factory=list)
    groups: List[str] = field(default_factory=list)
    translations: Translations = field(default_factory=dict)
    min_score: Optional[int] = None
    max_score: Optional[int] = None
    scores_ref: str = ""
    extra: Dict[str, Any] = field(default_factory=dict)
    has_assessed_below: bool = False

    @property
    def label(self) -> str:
        """How a person finds it again."""
        return self.ref_id or self.name[:60] or self.urn

    @property
    def tail(self) -> str:
        """What sets its URN apart from its parent's, or from the framework's."""
        if self.parent is not None and self.urn.startswith(self.parent.urn + ":"):
            return self.urn[len(self.parent.urn) + 1 :]
        return ":".join(self.urn.split(":")[5:]) or self.urn.rsplit(":", 1)[-1]


@dataclass
class Library:
    """A library file, and the one framework of it that is wanted."""

    urn: str
    ref_id: str
    name: str
    version: int
    locale: str
    description: str = ""
    provider: str = ""
    packager: str = ""
    copyright: str = ""
    publication_date: str = ""
    dependencies: List[str] = field(default_factory=list)
    labels: List[str] = field(default_factory=list)
    translations: Translations = field(default_factory=dict)
    framework: Mapping = field(default_factory=Mapping)
    roots: List[Node] = field(default_factory=list)
    nodes: List[Node] = field(default_factory=list)
    others: Dict[str, int] = field(default_factory=dict)
    kept: Mapping = field(default_factory=Mapping)
    warnings: List[Dict[str, str]] = field(default_factory=list)

    @property
    def bounds(self) -> "tuple[Optional[int], Optional[int]]":
        """The lowest and the highest score, where the framework says so."""
        line = self.framework.line
        lowest = whole(self.framework.get("min_score"), "min_score", line)
        return lowest, whole(self.framework.get("max_score"), "max_score", line)

    @property
    def framework_translations(self) -> Translations:
        return translations(self.framework)


def scores(value: Any) -> List[Score]:
    """The named scores of a definition, the lowest first."""
    found = []
    for entry in mappings(value):
        score = whole(entry.get("score"), "A score", entry.line)
        if score is not None:
            extra = [key for key in entry if key not in {"score", "name", "description", "translations"}]
            name, description = title(entry.get("name")), text(entry.get("description"))
            found.append(Score(score, name, description, translations(entry), extra))
    return sorted(found, key=lambda each: each.score)


def read_library(document: Mapping, wanted: Optional[str] = None) -> Library:
    """Raises LibraryError where CISO Assistant would refuse the file, or where it holds no framework."""
    missing = [key for key in ("urn", "name", "version", "ref_id", "objects") if document.get(key) in (None, "")]
    if missing:
        raise LibraryError(
            f"A library needs {', '.join(missing)} at its top.",
            help="Is this a library file of CISO Assistant? They start with urn, locale, ref_id, name and version.",
        )
    urn = text(document["urn"]).lower()
    if not URN.match(urn):
        raise LibraryError(f"The urn “{urn[:80]}” is not of the form urn:packager:risk:library:name.")
    objects = document["objects"]
    if not isinstance(objects, Mapping):
        raise LibraryError("“objects” holds no list of keys.", f"line {document.line}")
    library = Library(
        urn=urn,
        ref_id=title(document["ref_id"]),
        name=title(document["name"]),
        version=whole(document["version"], "“version”", document.line) or 0,
        locale=text(document.get("locale")) or "en",
        description=text(document.get("description")),
        provider=title(document.get("provider")),
        packager=title(document.get("packager")),
        copyright=text(document.get("copyright")),
        publication_date=title(document.get("publication_date")),
        dependencies=texts(document.get("dependencies")),
        labels=texts(document.get("labels")),
        translations=translations(document),
    )
    kept = document.get("waymark")
    library.kept = kept if isinstance(kept, Mapping) else Mapping()
    library.framework = _framework(objects, wanted)
    library.others = {
        key: len(value) if isinstance(value, list) else 1
        for key, value in objects.items()
        if key not in ("framework", "frameworks") and value
    }
    _read_nodes(library)
    return library


def _framework(objects: Mapping, wanted: Optional[str]) -> Mapping:
    frameworks: List[Mapping] = []
    for key in ("framework", "frameworks"):
        value = objects.get(key)
        frameworks += [value] if isinstance(value, Mapping) else mappings(value)
    if not frameworks:
        kinds = ", ".join(key.replace("_", " ") for key in objects) or "nothing"
        raise LibraryError(
            f"This library holds no framework; it holds: {kinds}.",
            help="Only frameworks can become Waymark frameworks. Choose another library file.",
        )
    names = [title(each.get("ref_id")) or title(each.get("urn")) for each in frameworks]
    if wanted is not None:
        matches = [each for each in frameworks if wanted in (title(each.get("ref_id")), title(each.get("urn")))]
        if not matches:
            raise LibraryError(f"The library has no framework “{wanted}”; it has: {', '.join(names)}.")
        return matches[0]
    if len(frameworks) > 1:
        raise LibraryError(
            f"The library holds {len(frameworks)} frameworks: {', '.join(names)}.",
            help=f"Name the one that you want by the option framework, such as framework={names[0]}.",
        )
    return frameworks[0]


def _read_nodes(library: Library) -> None:
    entries = mappings(library.framework.get("requirement_nodes"))
    if not entries:
        raise LibraryError("The framework has no requirement_nodes.", f"line {library.framework.line}")
    if len(entries) > MOST_NODES:
        raise LibraryError(f"The framework has {len(entries)} requirement nodes; at most {MOST_NODES} are read.")
    by_urn: Dict[str, Node] = {}
    for entry in entries:
        node = _node(entry)
        if not node.urn:
            raise LibraryError("A requirement node has no urn.", f"line {entry.line}")
        if node.urn in by_urn:
            first = by_urn[node.urn].line
            raise LibraryError(f"Two requirement nodes have the urn “{node.urn}”.", f"lines {first} and {entry.line}")
        for key in entry.repeated:
            message = f"The key “{key}” stands here more than once; the last one counts."
            library.warnings.append({"message": message, "severity": "warning", "where": f"line {entry.line}"})
        by_urn[node.urn] = node
    for entry, node in zip(entries, by_urn.values()):
        parent_urn = text(entry.get("parent_urn")).lower()
        if not parent_urn:
            library.roots.append(node)
        elif parent_urn not in by_urn:
            raise LibraryError(
                f"“{node.label}” stands below “{parent_urn}”, which is not in the library.", f"line {node.line}"
            )
        else:
            node.parent = by_urn[parent_urn]
            node.parent.children.append(node)
    library.nodes = list(by_urn.values())
    for node in library.nodes:
        _climb(node)


def _climb(node: Node) -> None:
    """Tells everything above an assessed node of it; finds circles and what is too deep."""
    depth, above = 1, node.parent
    while above is not None:
        depth += 1
        if depth > MOST_DEPTH:
            raise LibraryError(
                f"“{node.label}” stands more than {MOST_DEPTH} deep, or below itself.", f"line {node.line}"
            )
        above.has_assessed_below = above.has_assessed_below or node.assessable
        above = above.parent


_READ = {
    "urn", "assessable", "depth", "parent_urn", "ref_id", "name", "description", "annotation", "typical_evidence",
    "questions", "implementation_groups", "translations", "min_score", "max_score", "scores_definition_ref",
}  # fmt: skip


def _node(entry: Mapping) -> Node:
    return Node(
        urn=text(entry.get("urn")).lower(),
        assessable=truth(entry.get("assessable")),
        ref_id=title(entry.get("ref_id")),
        name=title(entry.get("name")),
        description=text(entry.get("description")),
        annotation=text(entry.get("annotation")),
        typical_evidence=text(entry.get("typical_evidence")),
        line=entry.line,
        questions=_questions(entry.get("questions")),
        groups=texts(entry.get("implementation_groups")),
        translations=translations(entry),
        min_score=whole(entry.get("min_score"), "min_score", entry.line),
        max_score=whole(entry.get("max_score"), "max_score", entry.line),
        scores_ref=title(entry.get("scores_definition_ref")),
        extra={key: value for key, value in entry.items() if key not in _READ and value not in (None, [], "")},
    )


def _questions(value: Any) -> List[Question]:
    found = []
    for urn, entry in value.items() if isinstance(value, Mapping) else ():
        if isinstance(entry, Mapping) and text(entry.get("text")):
            choices = mappings(entry.get("choices"))
            extra = {key for key in entry if key not in {"text", "type", "choices"}}
            extra |= {key for choice in choices for key in choice if key not in {"urn", "value"}}
            values = [title(choice.get("value")) for choice in choices]
            kind = text(entry.get("type")) or "text"
            found.append(Question(urn.lower(), text(entry["text"]), kind, [v for v in values if v], sorted(extra)))
    return found
