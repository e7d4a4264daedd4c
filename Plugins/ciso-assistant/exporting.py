"""A Waymark framework as a library that CISO Assistant's loader takes."""

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional

from kept import SCHEMA, scale_to_keep
from library import URN
from library_yaml import LibraryError
from losses import Losses
from nodes import NodeWriter
from scales import is_scale_of_results, scores_of_scale

# The keys of a framework that a library has no place for, in words for a person.
LOST = {
    "sections": "The sections that sheets publish",
    "coverage": "What a review must, should and may cover",
    "evidenceRequired": "Which judgements have to say what they rest on",
    "rules": "The framework's rules",
    "facts": "What is asked about the subject and the team",
    "team": "Who does what in a review",
    "process": "The stages, steps and time windows of a review",
    "agreements": "What has to be agreed in writing",
    "forms": "The forms",
    "tools": "The tools and their steps",
    "occasions": "The occasions of the school year",
    "measures": "What is counted or measured",
    "trends": "Trends between occasions",
    "signals": "Signals",
    "triggers": "Triggers",
    "watch": "Watch lists",
    "migrations": "How earlier versions became this one",
}


@dataclass
class Exported:
    library: Dict[str, Any]
    losses: Losses


def export_library(
    document: Mapping[str, Any],
    digest: Optional[str] = None,
    kind: str = "self",
    language: Optional[str] = None,
    options: Optional[Mapping[str, Any]] = None,
) -> Exported:
    options = options or {}
    losses = Losses()
    packager = str(options.get("packager") or "waymark")
    if packager.lower() == "intuitem" or not re.fullmatch(r"[A-Za-z0-9_-]{1,60}", packager):
        raise LibraryError(
            f"“{packager[:60]}” cannot be the packager.",
            help="Use a name of your group's own, of letters, digits, “-” and “_”; intuitem is kept by CISO Assistant.",
        )
    family = f"urn:{packager.lower()}:risk:{{}}:{document['id']}"
    marking = _marking(document, kind, losses)
    scale = document["scales"].get(marking.get("scale")) if marking else None
    entries = scores_of_scale(scale) if scale else []
    writer = NodeWriter(document, family.format("req_node"), marking, entries, losses)
    framework: Dict[str, Any] = {
        "urn": family.format("framework"),
        "ref_id": document["id"],
        "name": document["title"][:200],
        "description": document.get("summary") or document["title"],
    }
    nodes = writer.write()
    if scale is not None and not is_scale_of_results(scale):
        if any(entry["score"] != point.get("value") for entry, point in zip(entries, scale["points"])):
            losses.add("Values of points that are none or below 0: scores count from 0", marking["scale"])
        framework["min_score"] = min(entry["score"] for entry in entries)
        framework["max_score"] = max(entry["score"] for entry in entries)
        framework["scores_definition"] = (
            {"scale": entries, "alternatives": writer.alternatives} if writer.alternatives else entries
        )
    framework["requirement_nodes"] = nodes
    sources = document.get("source") or []
    publisher = next((each["publisher"] for each in sources if each.get("publisher")), packager)
    library = {
        "urn": family.format("library"),
        "locale": (language or document.get("language") or "en").split("-")[0].lower(),
        "ref_id": document["id"],
        "name": document["title"][:200],
        "description": document.get("summary") or document["title"],
        "copyright": options.get("copyright"),
        "version": _version(document["version"], options.get("version")),
        "provider": str(options.get("provider") or publisher)[:200],
        "packager": packager,
        "objects": {"framework": framework},
        "waymark": _kept(document, digest, marking, entries, writer),
    }
    _tell(document, losses)
    if not URN.match(library["urn"]):
        raise LibraryError(f"“{library['urn'][:80]}” is no urn that CISO Assistant takes.")
    return Exported({key: value for key, value in library.items() if value is not None}, losses)


def _marking(document: Mapping[str, Any], kind: str, losses: Losses) -> Dict[str, Any]:
    """A library has one kind of assessment: the one asked for, or the other where nobody marks that."""
    judging = {key: value for key, value in document["judging"].items() if isinstance(value, dict)}
    other = "peer" if kind == "self" else "self"
    chosen = judging.get(kind) or judging.get(other) or {}
    unlike = judging.get(kind) and judging.get(other) and judging[kind] != judging[other]
    if unlike and any(judging[kind].get(key) != judging[other].get(key) for key in ("level", "scale")):
        losses.add(f"The {other} reviews judge another level or on another scale; a library has one", "judging")
    if not chosen:
        losses.add("The framework judges nothing, so nothing can be assessed in CISO Assistant", "judging")
    return chosen


def _version(version: str, wanted: Any) -> int:
    """A whole number that grows as versions do: 1.2.3 is 10203."""
    if wanted is not None:
        if not re.fullmatch(r"[1-9]\d{0,8}", str(wanted)):
            raise LibraryError(f"“{wanted}” is no version of a library.", help="Write a whole number from 1 on.")
        return int(wanted)
    parts = [int(part) for part in re.split(r"[-+]", version)[0].split(".")]
    if len(parts) != 3 or max(parts[1:]) > 99 or parts[0] > 99_999:
        raise LibraryError(
            f"Version {version} has no whole number in CISO Assistant.",
            help="Name one by the option version, such as version=7; it has to grow with every release.",
        )
    return max(1, parts[0] * 10_000 + parts[1] * 100 + parts[2])


def _kept(
    document: Mapping[str, Any],
    digest: Optional[str],
    marking: Mapping[str, Any],
    entries: List[Dict[str, Any]],
    writer: NodeWriter,
) -> Dict[str, Any]:
    kept: Dict[str, Any] = {"schema": SCHEMA, "digest": digest}
    kept.update(
        {key: document.get(key) for key in ("id", "version", "summary", "language", "subject", "levels", "judging")}
    )
    kept["levels"] = [{"id": each["id"], "title": each["title"]} for each in document["levels"]]
    kept["source"] = [
        {key: value for key, value in each.items() if key != "places"} for each in document.get("source") or []
    ]
    kept["stems"] = document.get("stems")
    kept["scale"] = marking.get("scale")
    scales = dict(writer.own_scales)
    if marking.get("scale"):
        scales[marking["scale"]] = scale_to_keep(document["scales"][marking["scale"]], entries)
    kept["scales"] = scales
    kept["nodes"] = writer.kept_nodes
    kept["questions"] = writer.kept_questions
    return {key: value for key, value in kept.items() if value}


def _tell(document: Mapping[str, Any], losses: Losses) -> None:
    for key, words in LOST.items():
        if document.get(key):
            losses.add(words, key)
    overall = document.get("overall", "none")
    name = overall.get("aggregate") if isinstance(overall, dict) else overall
    if name != "none":
        losses.add(f"The overall figure ({name}): CISO Assistant works out one of its own", "overall")
    for level in document["levels"]:
        if level.get("aggregate"):
            losses.add("How criteria of a level sum up those below them", f"levels/{level['id']}")
    for each in document.get("source") or []:
        if each.get("places"):
            losses.add("What the places of a source are about", f"source/{each['id']}")
    for name, scale in document["scales"].items():
        if scale.get("kind") == "nominal":
            losses.add("That the points of a scale have no order; scores have one", f"scales/{name}")
