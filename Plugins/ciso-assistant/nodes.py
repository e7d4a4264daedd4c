"""The criteria of a framework as requirement nodes."""

import hashlib
from typing import Any, Dict, List, Mapping, Optional

import bullets
from kept import citation, scale_to_keep
from losses import Losses
from scales import scores_of_scale

# What CISO Assistant's database has room for (ReferentialObjectMixin in backend/core/models.py).
LONGEST_URN, LONGEST_NAME, LONGEST_REF_ID = 255, 200, 100


class NodeWriter:
    def __init__(
        self,
        document: Mapping[str, Any],
        base: str,
        marking: Mapping[str, Any],
        entries: List[Dict[str, Any]],
        losses: Losses,
    ) -> None:
        self.document = document
        self.base = base
        self.marking = marking
        self.entries = entries
        self.losses = losses
        levels = [each["id"] for each in document["levels"]]
        self.judged: Optional[int] = levels.index(marking["level"]) if marking else None
        self.titles = {each["id"]: each["title"] for each in document.get("source") or []}
        self.stems = {each["id"]: each["text"] for each in document.get("stems") or []}
        self.alternatives: Dict[str, List[Dict[str, Any]]] = {}
        self.own_scales: Dict[str, Any] = {}
        self.kept_nodes: Dict[str, Any] = {}
        self.kept_questions: Dict[str, Any] = {}
        self.nodes: List[Dict[str, Any]] = []

    def write(self) -> List[Dict[str, Any]]:
        for criterion in self.document["criteria"]:
            self._write(criterion, criterion["id"], 0, None, None)
        return self.nodes

    def _write(
        self, criterion: Mapping[str, Any], path: str, depth: int, parent: Optional[str], stem: Optional[str]
    ) -> None:
        urn = self._urn(path)
        stem = criterion.get("stem") or stem
        node: Dict[str, Any] = {"urn": urn, "assessable": depth == self.judged, "depth": depth + 1}
        if parent:
            node["parent_urn"] = parent
        kept = {key: criterion[key] for key in ("stem", "source") if criterion.get(key)}
        self._words(node, criterion, path, stem, kept)
        if criterion.get("evidence"):
            node["typical_evidence"] = bullets.join([self._evidence(each) for each in criterion["evidence"]])
            kept["evidence"] = [
                {key: each[key] for key in ("id", "source") if key in each} for each in criterion["evidence"]
            ]
        if criterion.get("questions"):
            node["questions"] = {}
            for question in criterion["questions"]:
                self._question(node["questions"], question, urn, stem)
        if node["assessable"]:
            self._judgement(node, criterion, path, kept)
        elif criterion.get("statements"):
            self.losses.add("Statements of a criterion that is not judged", path)
        self._tell(node, criterion, path)
        if kept:
            self.kept_nodes[urn] = kept
        self.nodes.append(node)
        for child in criterion.get("criteria") or []:
            self._write(child, f"{path}/{child['id']}", depth + 1, urn, stem)

    def _urn(self, path: str) -> str:
        urn = f"{self.base}:{path.replace('/', ':')}"
        if len(urn) > LONGEST_URN - 80:  # room for those of its questions
            urn = f"{self.base}:{hashlib.sha256(path.encode()).hexdigest()[:16]}:{path.rsplit('/', 1)[-1]}"
        return urn

    def _words(
        self, node: Dict[str, Any], criterion: Mapping[str, Any], path: str, stem: Optional[str], kept: Dict[str, Any]
    ) -> None:
        code, title, text = (criterion.get(key) or "" for key in ("code", "title", "text"))
        if code:
            node["ref_id"] = code[:LONGEST_REF_ID]
            if len(code) > LONGEST_REF_ID:
                self.losses.add(f"The end of a code of more than {LONGEST_REF_ID} characters", path)
        if len(title) > LONGEST_NAME:
            self.losses.add(f"A title of more than {LONGEST_NAME} characters stands in the description", path)
            text = f"{title}\n\n{text}" if text else title
            title = f"{title[: LONGEST_NAME - 1]}…"
        if title:
            node["name"] = title
        elif text and stem in self.stems:
            text = f"{self.stems[stem]} {text}"
            kept["opening"] = stem
        if text:
            node["description"] = text
        source = criterion.get("source")
        if source:
            node["annotation"] = citation(source, self.titles)

    def _evidence(self, prompt: Mapping[str, Any]) -> str:
        stem = self.stems.get(prompt.get("stem", ""))
        return f"{stem} {prompt['text']}" if stem else prompt["text"]

    def _question(
        self, questions: Dict[str, Any], question: Mapping[str, Any], urn: str, stem: Optional[str]
    ) -> None:
        opening = question.get("stem") or stem
        text = question["text"]
        kept = {key: question[key] for key in ("id", "stem", "source") if question.get(key)}
        if opening in self.stems:
            text = f"{self.stems[opening]} {text}"
            kept["opening"] = opening
        own = f"{urn}:question:{question['id']}"
        questions[own] = {"type": "text", "text": text}
        self.kept_questions[own] = kept

    def _judgement(self, node: Dict[str, Any], criterion: Mapping[str, Any], path: str, kept: Dict[str, Any]) -> None:
        name = criterion.get("scale")
        statements = criterion.get("statements") or []
        if name and name != self.marking.get("scale"):
            scale = self.document["scales"][name]
            entries = scores_of_scale(scale)
            node["min_score"] = entries[0]["score"]
            node["max_score"] = entries[-1]["score"]
            node["scores_definition_ref"] = name
            self.alternatives[name] = _every_score(entries)
            self.own_scales[name] = scale_to_keep(scale, entries)
            kept["scale"] = name
            if statements:
                self.losses.add("Statements of a criterion that has a scale of its own", path)
        elif statements and self.entries:
            points = self.document["scales"][self.marking["scale"]]["points"]
            entries = []
            for entry, point in zip(self.entries, points):
                own = [each["text"] for each in statements if each["at"] == point["id"]]
                entries.append({**entry, "description": bullets.join(own) or entry["description"]})
            node["scores_definition_ref"] = path.replace("/", ".")[:LONGEST_REF_ID]
            self.alternatives[node["scores_definition_ref"]] = _every_score(entries)
            order = [each for point in points for each in statements if each["at"] == point["id"]]
            kept["statements"] = [
                {key: each[key] for key in ("id", "at", "strand", "source") if key in each} for each in order
            ]

    def _tell(self, node: Dict[str, Any], criterion: Mapping[str, Any], path: str) -> None:
        weight = criterion.get("weight")
        if weight is not None and float(weight) >= 1 and float(weight).is_integer():
            node["weight"] = int(float(weight))
        elif weight is not None:
            self.losses.add("A weight that is no whole number from 1 on", path)
        if criterion.get("when"):
            self.losses.add("When a criterion is asked: in CISO Assistant it always is", path)
        if criterion.get("aggregate"):
            self.losses.add("How a criterion sums up those below it", path)
        if any(each.get("strand") for each in criterion.get("statements") or []):
            self.losses.add("Which statements continue one another from point to point, outside this file", path)


def _every_score(entries: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """An alternative has to name every score between its ends (RequirementNode.clean in backend/core/models.py)."""
    by_score = {entry["score"]: entry for entry in entries}
    scores = range(entries[0]["score"], entries[-1]["score"] + 1)
    return [by_score.get(score) or {"score": score, "name": "", "description": ""} for score in scores]
