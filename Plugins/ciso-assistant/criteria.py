"""The nodes of a library as criteria."""

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import bullets
from arrangement import Place
from kept import CITATION, Kept
from library import Library, Node, Question, Score, scores
from losses import Losses
from scales import Scale, scale_of_scores
from slugs import Names, slug, slug_of_words

# A criterion, its key, the field of the node that the text comes from, and the node.
Translated = List[Tuple[Dict[str, Any], str, str, Node]]


class CriteriaWriter:
    def __init__(self, library: Library, kept: Kept, scale_name: str, scale: Scale, losses: Losses) -> None:
        self.library = library
        self.kept = kept
        self.scale_name = scale_name
        self.scale = scale
        self.losses = losses
        self.own_scales: Dict[str, Any] = {}
        self.translated: Translated = []
        self.judged = 0
        definition = library.framework.get("scores_definition")
        alternatives = definition.get("alternatives") if isinstance(definition, dict) else None
        self.alternatives: Mapping[str, Any] = alternatives if isinstance(alternatives, dict) else {}

    def write(self, places: Sequence[Place]) -> List[Dict[str, Any]]:
        return [self._criterion(place) for place in places]

    def _criterion(self, place: Place) -> Dict[str, Any]:
        criterion: Dict[str, Any] = {"id": place.id}
        if place.node is None:
            criterion["title"] = place.title or "General"
        else:
            self._words(criterion, place, place.node)
            if not place.is_split:
                self._help(criterion, place.node)
        if place.is_judged and place.node is not None:
            self.judged += 1
            self._judgement(criterion, place.node)
        prompts = [self._prompt(node) for node in place.prompts]
        if prompts:
            names = Names()
            prompts = criterion.get("questions", []) + prompts
            criterion["questions"] = [{**each, "id": names.take(each["id"], each["text"])} for each in prompts]
        if place.places:
            criterion["criteria"] = self.write(place.places)
        return criterion

    def _words(self, criterion: Dict[str, Any], place: Place, node: Node) -> None:
        is_itself = place.is_judged and node.has_assessed_below
        if node.ref_id:
            criterion["code"] = node.ref_id
        if place.title:
            criterion["title"] = place.title
        elif not node.description or is_itself:
            criterion["title"] = node.ref_id or place.id.replace("-", " ")
        stem, description = self.kept.words(node.urn, node.description)
        text = "" if is_itself else description
        source = self.kept.source(node.urn)
        is_citation = node.annotation.startswith(CITATION) or self.kept.is_citation(node.annotation, source)
        if node.annotation and not is_itself and not is_citation:
            text = f"{text}\n\n{node.annotation}" if text else node.annotation
            self.losses.add("An annotation stands at the end of the text, no longer apart from it", node.label)
        if text:
            criterion["text"] = text
        if not self.kept.sources:
            cited = node.annotation[len(CITATION) :] if node.annotation.startswith(CITATION) else node.urn
            criterion["source"] = {"ref": "library", "at": " ".join(cited.split())}
        elif source:
            criterion["source"] = source
        if stem:
            criterion["stem"] = stem
        if not is_itself:
            carried = [("title", "name")] if node.annotation else [("title", "name"), ("text", "description")]
            self.translated += [(criterion, key, of, node) for key, of in carried if criterion.get(key)]
        if node.groups and not place.is_split:
            criterion["x-implementation-groups"] = node.groups
        self._tell(node, place)

    def _help(self, criterion: Dict[str, Any], node: Node) -> None:
        if node.questions:
            names = Names()
            questions = [self._question(node, question) for question in node.questions]
            criterion["questions"] = [{**each, "id": names.take(each["id"], each["text"])} for each in questions]
        if node.typical_evidence:
            names = Names()
            ids = self.kept.ids(node.urn, "evidence")
            entries = bullets.split(node.typical_evidence)
            criterion["evidence"] = []
            for index, words in enumerate(entries):
                own = ids[index] if len(ids) == len(entries) else {"id": slug_of_words(words, 6, "evidence")}
                criterion["evidence"].append({**own, "id": names.take(own["id"], words), "text": words})

    def _question(self, node: Node, question: Question) -> Dict[str, Any]:
        tail = question.urn[len(node.urn) + 1 :] if question.urn.startswith(node.urn + ":") else question.urn
        text = question.text
        if question.choices:
            text += "\n" + bullets.join(question.choices)
            self.losses.add("The choices of a question stand in its text; which was chosen has no place", node.label)
        elif question.kind not in ("text", "unique_choice", "multiple_choice"):
            self.losses.add("That a question wants a date, a number, or yes or no", node.label)
        for key in question.extra:
            self.losses.add(f"What questions or their choices say under {key}", node.label)
        # Waymark's own export writes question:id; CISO Assistant's tools write question:1.
        name = tail[len("question:") :] if tail.startswith("question:") else ""
        own = {"id": slug(tail if not name or name.isdigit() else name, "question")}
        return self.kept.question(question.urn, text) or {**own, "text": text}

    def _prompt(self, node: Node) -> Dict[str, Any]:
        heading = " ".join(part for part in (node.ref_id, node.name) if part)
        parts = [part for part in (heading, node.description, node.annotation) if part]
        return {"id": slug(node.tail, "note"), "text": "\n\n".join(parts) or node.tail}

    def _judgement(self, criterion: Dict[str, Any], node: Node) -> None:
        entries = scores(self.alternatives.get(node.scores_ref)) if node.scores_ref else []
        overrides = node.min_score is not None or node.max_score is not None
        if not overrides and not entries:
            if node.scores_ref:
                self.losses.add(f"The scores “{node.scores_ref}”, which the library does not define", node.label)
            return
        if not overrides and self.scale.is_like(entries):
            self._statements(criterion, node, entries)
            return
        lowest, highest = self.library.bounds
        lowest = node.min_score if node.min_score is not None else lowest
        highest = node.max_score if node.max_score is not None else highest
        name = self.kept.scale_of(node.urn) or slug(node.scores_ref or f"score-{lowest}-{highest}")
        if name == self.scale_name:
            name = f"own-{name}"[:64]
        if not entries:
            entries = [entry for entry in self.scale.entries if (lowest or 0) <= entry.score <= (highest or 100)]
        if name not in self.own_scales:
            scale = scale_of_scores(lowest, highest, entries, self.kept.scale(name))
            self.own_scales[name] = scale.document
            for lost in scale.lost:
                self.losses.add(lost, node.label)
        criterion["scale"] = name

    def _statements(self, criterion: Dict[str, Any], node: Node, entries: Sequence[Score]) -> None:
        """Scores named as those of the framework are its points, and what is said of them here are statements."""
        general = {entry.score: entry.description for entry in self.scale.entries}
        found: List[Dict[str, Any]] = []
        names = Names()
        for entry in entries:
            point: Optional[str] = self.scale.point_of.get(entry.score)
            if point is not None and entry.description != general.get(entry.score):
                for words in bullets.split(entry.description):
                    found.append({"id": slug_of_words(words, 6, "statement"), "at": point, "text": words})
        kept = self.kept.ids(node.urn, "statements")
        if len(kept) == len(found) and [each.get("at") for each in kept] == [each["at"] for each in found]:
            found = [{**each, **own} for each, own in zip(found, kept)]
        for each in found:
            each["id"] = names.take(each["id"], each["text"])
        if found:
            criterion["statements"] = found

    def _tell(self, node: Node, place: Place) -> None:
        if place.is_judged and node.has_assessed_below:
            return
        if node.groups:
            self.losses.add("The implementation groups of a requirement are noted, but choose nothing", node.label)
        for key in node.extra:
            if key != "weight" or node.extra[key] != "1":
                self.losses.add(f"What requirements say under {key}", node.label)
