"""A library of CISO Assistant as a Waymark framework."""

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional

from arrangement import arrange
from criteria import CriteriaWriter
from fields import title
from kept import Kept
from library import Library, scores
from losses import Losses
from scales import Scale, scale_of_results, scale_of_scores
from slugs import slug
from translating import tell, translate

MOST_SECTIONS = 8
MOST_WITHOUT_SECTIONS = 10

NO_OVERALL = (
    "A library does not say how results add up: whoever starts an assessment in CISO Assistant chooses the average, "
    "the sum or the average of averages. So no overall figure is made here."
)


@dataclass
class Imported:
    framework: Dict[str, Any]
    lost: List[Dict[str, str]]


def import_library(library: Library, options: Mapping[str, Any]) -> Imported:
    losses = Losses()
    kept = Kept.read(library)
    source = library.framework
    name = title(source.get("name")) or library.name
    arrangement = arrange(library.roots, name, losses)
    scale_name, scale = _scale(library, kept)
    for lost in scale.lost:
        losses.add(lost, "scores_definition")
    writer = CriteriaWriter(library, kept, scale_name, scale, losses)
    criteria = writer.write(arrangement.places)
    framework: Dict[str, Any] = {
        "schema": "waymark.framework/1",
        "id": kept.id or slug(str(options.get("id") or _tail(library)), "library"),
        "version": kept.version or f"{library.version}.0.0",
        "status": "draft",
        "title": name,
    }
    summary = kept.summary or _summary(library, name)
    if summary:
        framework["summary"] = summary
    framework["language"] = kept.language or language_tag(library.locale)
    framework["subject"] = kept.subject or "school"
    framework["source"] = kept.sources or [_source(library, name)]
    levels = _levels(arrangement.judged_level, arrangement.depth, kept)
    framework["levels"] = levels
    framework["scales"] = {scale_name: scale.document, **writer.own_scales}
    framework["judging"] = _judging(levels, arrangement.judged_level, scale_name, kept, options)
    if kept.stems:
        framework["stems"] = kept.stems
    framework["criteria"] = criteria
    framework["overall"] = {"aggregate": "none", "assumed": NO_OVERALL}
    sections = _sections(criteria, arrangement.judged_level, writer.judged)
    if sections:
        framework["sections"] = sections
    if source.get("implementation_groups_definition"):
        framework["x-implementation-groups"] = source["implementation_groups_definition"]
        losses.add("Implementation groups are noted under x-implementation-groups, but choose nothing in Waymark")
    _tell(library, arrangement.judged_level, kept, losses)
    language = options.get("language")
    if language and language != library.locale:
        translate(framework, writer.translated, library, scale, str(language), losses)
        framework["language"] = language_tag(str(language))
    else:
        tell(library, losses)
    return Imported(framework, losses.entries())


def language_tag(locale: str) -> str:
    """CISO Assistant writes en or pt_br; Waymark wants BCP 47."""
    tag = locale.replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?", tag) else "en"


def _scale(library: Library, kept: Kept) -> "tuple[str, Scale]":
    source = library.framework
    definition = source.get("scores_definition")
    named = scores(definition.get("scale") if isinstance(definition, dict) else definition)
    lowest, highest = library.bounds
    if lowest is None and highest is None and not named:
        return kept.scale_name or "result", scale_of_results()
    scale = scale_of_scores(lowest, highest, named, kept.scale(kept.scale_name))
    return kept.scale_name or ("score" if scale.entries else "result"), scale


def _tail(library: Library) -> str:
    """What the framework's urn ends with: it stays when the library is updated, unlike its names."""
    urn = title(library.framework.get("urn")) or library.urn
    return urn.split(":", 4)[-1] if urn.count(":") >= 4 else library.ref_id


def _summary(library: Library, name: str) -> str:
    for words in (title(library.framework.get("description")), title(library.description)):
        if words and words != name:
            return words
    return ""


def _source(library: Library, name: str) -> Dict[str, Any]:
    parts = [f"Library {library.urn}, version {library.version}"]
    if library.packager:
        parts.append(f"packaged by {library.packager}")
    note = ", ".join(parts) + "."
    if library.copyright:
        note += f" Copyright: {library.copyright}"
    document = {"id": "library", "title": library.name or name, "publisher": library.provider, "note": note}
    if library.publication_date:
        document["date"] = library.publication_date
    return {key: value for key, value in document.items() if value}


def _levels(judged: Optional[int], depth: int, kept: Kept) -> List[Dict[str, Any]]:
    if len(kept.levels) == depth:
        return kept.levels
    levels = []
    groups = depth if judged is None else judged
    for index in range(depth):
        if index < groups:
            number = "" if groups == 1 else f"-{index + 1}"
            levels.append({"id": f"group{number}", "title": f"Group{number.replace('-', ' ')}"})
        elif index == groups:
            levels.append({"id": "requirement", "title": "Requirement"})
        else:
            number = "" if depth == groups + 2 else f"-{index - groups}"
            levels.append({"id": f"detail{number}", "title": f"Detail{number.replace('-', ' ')}"})
    return levels


def _judging(
    levels: List[Dict[str, Any]], judged: Optional[int], scale: str, kept: Kept, options: Mapping[str, Any]
) -> Dict[str, Any]:
    if judged is None:
        return {"self": "none", "peer": "none"}
    marking: Dict[str, Any] = {"level": levels[judged]["id"], "scale": scale}
    own = kept.judging(marking)
    if own is not None:
        return own
    wants_peers = str(options.get("peer", "")).lower() in {"yes", "true", "1"}
    return {"self": marking, "peer": dict(marking) if wants_peers else "none"}


def _sections(criteria: List[Dict[str, Any]], level: Optional[int], judged: int) -> List[Dict[str, Any]]:
    """Where more than ten criteria are judged, a sheet publishes sections: the groups at the top, if they are few."""
    groups = [each for each in criteria if _judges(each, level)] if level else []
    if judged <= MOST_WITHOUT_SECTIONS or not 1 <= len(groups) <= MOST_SECTIONS:
        return []
    return [{"id": each["id"], "title": each.get("title") or each["id"], "of": [each["id"]]} for each in groups]


def _judges(criterion: Mapping[str, Any], level: Optional[int]) -> bool:
    return not level or any(_judges(child, level - 1) for child in criterion.get("criteria", []))


def _tell(library: Library, judged: Optional[int], kept: Kept, losses: Losses) -> None:
    if not kept.levels:
        losses.add("A library does not name its depths, so the names of the levels are ours", "levels")
        losses.add(
            "A library does not say who is reviewed; the framework says schools, until you change it", "subject"
        )
    if judged is None:
        losses.add("The library assesses none of its requirements, so the framework judges nothing", "judging")
    for key, count in library.others.items():
        losses.add(f"The library's {key.replace('_', ' ')}: Waymark has no such thing ({count})", f"objects.{key}")
    for key in ("outcomes_definition", "field_visibility"):
        if library.framework.get(key):
            losses.add(f"The framework's {key}", f"framework.{key}")
    if library.dependencies:
        losses.add("The libraries that this one depends on", ", ".join(library.dependencies))
    if library.labels:
        losses.add("The library's labels", ", ".join(library.labels))
