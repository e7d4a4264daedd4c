"""A framework as the workbook shows it to one kind of review."""

from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

from .scales import USUAL, Aggregate, Scale, read_aggregate, read_scale

KINDS = {"self": "Self-review", "peer": "Peer review"}


@dataclass
class Criterion:
    """`scale` is there where this kind of review judges it."""

    path: str
    depth: int
    level: str
    code: str
    title: str
    name: str
    text: str
    prompts: List[str]
    statements: List[Mapping[str, Any]]
    scale: Optional[Scale]
    weight: float
    rule: Aggregate
    is_conditional: bool
    children: List["Criterion"] = field(default_factory=list)

    def within(self) -> Iterator["Criterion"]:
        """Itself and all below it, in the framework's order."""
        yield self
        for child in self.children:
            yield from child.within()

    def judged(self) -> List["Criterion"]:
        return [criterion for criterion in self.within() if criterion.scale]

    @property
    def heading(self) -> str:
        return f"{self.code} {self.title}" if self.code else self.title


@dataclass
class Outline:
    """`overall` is `None` where the framework allows no overall figure."""

    id: str
    version: str
    digest: str
    title: str
    summary: str
    language: str
    subject: str
    kind: str
    marks: bool
    scales: List[Scale]
    roots: List[Criterion]
    overall: Optional[Aggregate]
    boxes: Dict[str, Tuple[str, str]]
    facts: List[Mapping[str, Any]]
    roles: List[Mapping[str, Any]]
    occasions: List[Mapping[str, Any]]
    measures: List[Mapping[str, Any]]
    agreements: List[Mapping[str, Any]]
    has_rules: bool

    def __post_init__(self) -> None:
        self.criteria = [criterion for root in self.roots for criterion in root.within()]
        self.judged = [criterion for criterion in self.criteria if criterion.scale]

    @property
    def reference(self) -> str:
        return f"{self.id}@{self.version}"

    def facts_of(self, whose: str) -> List[Mapping[str, Any]]:
        return [fact for fact in self.facts if (fact.get("of") or "subject") == whose]

    def scale(self, name: Optional[str]) -> Optional[Scale]:
        return next((scale for scale in self.scales if scale.id == name), None)


def read_outline(framework: Mapping[str, Any], kind: str) -> Outline:
    """The outline says what each criterion inherits; the document, what the outline leaves out."""
    outline: Mapping[str, Any] = framework["outline"]
    document: Mapping[str, Any] = framework.get("document") or {}
    scales = [read_scale(number, scale) for number, scale in enumerate(outline.get("scales") or [])]
    judging = (outline.get("judging") or {}).get(kind)
    marking = judging if isinstance(judging, Mapping) else None
    written = document.get("overall", outline.get("overall"))
    reader = _CriteriaReader(outline, document, scales, kind, marking)
    return Outline(
        id=framework.get("id") or outline["id"],
        version=str(framework.get("version") or outline["version"]),
        digest=framework.get("digest") or outline.get("digest") or "",
        title=framework.get("title") or outline["title"],
        summary=outline.get("summary") or "",
        language=framework.get("language") or outline.get("language") or "en-GB",
        subject=outline.get("subject") or "school",
        kind=kind,
        marks=marking is not None,
        scales=scales,
        roots=[reader.criterion(criterion, 0) for criterion in outline.get("criteria") or []],
        overall=None if written in (None, "none") else read_aggregate(written),
        boxes=_boxes(outline, kind),
        facts=outline.get("facts") or [],
        roles=(outline.get("team") or {}).get("roles") or [],
        occasions=outline.get("occasions") or [],
        measures=outline.get("measures") or [],
        agreements=outline.get("agreements") or [],
        has_rules=any(
            outline.get(key) for key in ("rules", "evidenceRequired", "coverage", "signals", "triggers")
        ),
    )


class _CriteriaReader:
    def __init__(
        self,
        outline: Mapping[str, Any],
        document: Mapping[str, Any],
        scales: List[Scale],
        kind: str,
        marking: Optional[Mapping[str, Any]],
    ) -> None:
        self.scales = {scale.id: scale for scale in scales}
        self.kind = kind
        self.usual_scale = marking.get("scale") if marking else None
        self.stems = {stem["id"]: stem["text"] for stem in outline.get("stems") or []}
        self.levels = [level["id"] for level in outline.get("levels") or []]
        self.level_rules = [read_aggregate(level.get("aggregate")) for level in document.get("levels") or []]
        self.written: Dict[str, Mapping[str, Any]] = {}
        self._index(document.get("criteria") or [], "")

    def _index(self, criteria: List[Mapping[str, Any]], above: str) -> None:
        for criterion in criteria:
            path = f"{above}{criterion['id']}"
            self.written[path] = criterion
            self._index(criterion.get("criteria") or [], f"{path}/")

    def criterion(self, shown: Mapping[str, Any], depth: int) -> Criterion:
        written = self.written.get(shown["path"], {})
        stem = self.stems.get(shown.get("stem") or "", "")
        title, text = shown.get("title"), shown.get("text") or ""
        # A text below a title describes; a text without one is a question that goes on from its stem.
        heading = title or " ".join(part for part in (stem, text or shown["id"]) if part)
        scale = None
        if self.kind in (shown.get("judgedBy") or []):
            scale = self.scales.get(written.get("scale") or self.usual_scale or shown.get("scale") or "")
        weight = shown.get("weight")
        level_rule = self.level_rules[depth] if depth < len(self.level_rules) else None
        return Criterion(
            path=shown["path"],
            depth=depth,
            level=shown.get("level") or "",
            code=shown.get("code") or "",
            title=heading,
            name=title or text or shown["id"],
            text=text if title else "",
            prompts=[self._prompt(prompt) for prompt in shown.get("questions") or []],
            statements=shown.get("statements") or [],
            scale=scale,
            weight=1.0 if weight is None else float(weight),
            rule=read_aggregate(written.get("aggregate")) or level_rule or USUAL,
            is_conditional=bool(written.get("when")),
            children=[self.criterion(child, depth + 1) for child in shown.get("children") or []],
        )

    def _prompt(self, prompt: Mapping[str, Any]) -> str:
        stem = self.stems.get(prompt.get("stem") or "", "")
        return f"{stem} {prompt['text']}" if stem else str(prompt["text"])


def _boxes(outline: Mapping[str, Any], kind: str) -> Dict[str, Tuple[str, str]]:
    """What the framework's own form calls the boxes of a judgement, and the help that it gives: by box."""
    marking = next(
        (
            m
            for m in ((outline.get("judging") or {}).get(k) for k in (kind, "self", "peer"))
            if isinstance(m, Mapping)
        ),
        {},
    )
    boxes: Dict[str, Tuple[str, str]] = {}
    for form in outline.get("forms") or []:
        if form.get("for") != marking.get("level"):
            continue
        for field_ in form.get("fields") or []:
            box = "point" if field_.get("kind") == "judgement" else field_["id"]
            boxes.setdefault(box, (field_.get("title") or box, field_.get("help") or ""))
    return boxes
