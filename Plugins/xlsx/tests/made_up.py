"""Frameworks that exist only here, as the host hands them over; and a review of one."""

from typing import Any, Dict, List, Optional

LABELS = ["Not yet", "In part", "Mostly", "Fully"]


def scale(
    name: str = "extent", labels: Optional[List[Optional[str]]] = None, kind: str = "ordinal"
) -> Dict[str, Any]:
    listed = LABELS if labels is None else labels
    points = [{"id": f"p{place}", "value": place, "label": label} for place, label in enumerate(listed)]
    return {"id": name, "kind": kind, "title": name.title(), "points": points}


def criterion(path: str, title: str, judged: bool = True, **more: Any) -> Dict[str, Any]:
    return {
        "path": path,
        "id": path.rpartition("/")[2],
        "level": "part",
        "title": title,
        "text": None,
        "judgedBy": ["self", "peer"] if judged else [],
        "questions": [],
        "statements": [],
        "evidence": [],
        "children": [],
        **more,
    }


def framework(
    groups: int = 2, each: int = 3, overall: Any = "none", scales: Optional[List[Any]] = None, **more: Any
) -> Dict[str, Any]:
    """`groups` parts with `each` judged criteria in each."""
    criteria = []
    for number in range(1, groups + 1):
        group = criterion(f"part-{number}", f"Part {number} (made up)", judged=False)
        group["children"] = [
            criterion(
                f"part-{number}/point-{place}", f"Point {number}.{place} (made up)", code=f"{number}.{place}"
            )
            for place in range(1, each + 1)
        ]
        criteria.append(group)
    marking = {"level": "point", "scale": "extent", "method": "point", "optional": False}
    outline = {
        "id": "made-up",
        "version": "1.0.0",
        "digest": "sha256:" + "0" * 64,
        "title": "A made-up framework",
        "language": "en-GB",
        "subject": "school",
        "levels": [{"id": "part", "title": "Part"}, {"id": "point", "title": "Point"}],
        "scales": scales or [scale()],
        "judging": {"self": marking, "peer": marking},
        "stems": [],
        "overall": overall,
        "sections": [],
        "criteria": criteria,
        **more,
    }
    return {
        "reference": "made-up@1.0.0",
        "id": "made-up",
        "version": "1.0.0",
        "digest": outline["digest"],
        "title": outline["title"],
        "language": "en-GB",
        "document": {"overall": overall},
        "outline": outline,
    }


def review(judgements: Optional[Dict[str, Any]] = None, **more: Any) -> Dict[str, Any]:
    return {
        "schema": "waymark.review/1",
        "framework": {"id": "made-up", "version": "1.0.0", "digest": "sha256:" + "0" * 64},
        "kind": "self",
        "subject": {"id": "made-up-school", "name": "A school that does not exist (made up)"},
        "status": "draft",
        "judgements": judgements or {},
        **more,
    }
