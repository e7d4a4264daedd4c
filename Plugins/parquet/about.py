"""What the file says of itself: everything that it takes to read it, to cite it and to ask for it again."""

import json
from typing import Any, Dict, List, Mapping

from columns import codebook

SCHEMA = "waymark.parquet/1"


def metadata(answer: Mapping[str, Any], table: Mapping[str, Any]) -> Dict[str, str]:
    """Key and text each, under “waymark.”. No time and no machine: the same answer gives the same file."""
    registry = answer.get("registry") or {}
    texts: Dict[str, Any] = {
        "schema": SCHEMA,
        "title": _title(answer),
        "citation": answer.get("citation"),
        "answer": answer.get("schema"),
        "framework": answer.get("framework"),
        "kind": answer.get("kind"),
        "by": answer.get("by"),
        "periods": answer.get("periods"),
        "sheets": answer.get("sheets"),
        "policies": answer.get("policies"),
        "registry": registry.get("title"),
        "registry.origin": registry.get("origin"),
        "registry.size": registry.get("size"),
        "registry.root": registry.get("root"),
        "breaks": answer.get("breaks"),
        "notes": answer.get("notes"),
        "codebook": {"columns": codebook(table["columns"]), "figures": _figures(answer)},
    }
    return {f"waymark.{key}": _text(value) for key, value in texts.items() if value is not None}


def _title(answer: Mapping[str, Any]) -> str:
    framework = answer.get("framework") or {}
    by = {"region": "regions", "partnership": "partnerships"}.get(answer.get("by", ""), "places")
    periods: List[str] = answer.get("periods") or []
    span = periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}" if periods else ""
    return ", ".join(part for part in (framework.get("title"), f"{by} side by side", span) if part)


def _figures(answer: Mapping[str, Any]) -> List[Dict[str, Any]]:
    """What the figures are about, and what the values of their scales are called."""
    keys = ("id", "unit", "title", "criteria", "scale")
    return [{key: figure[key] for key in keys if key in figure} for figure in answer.get("figures") or []]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
